//! Networks of addresses, as settings name them.

use std::fmt;
use std::net::{IpAddr, Ipv6Addr};
use std::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// A network: `10.0.0.0/8`, `2001:db8::/32`, or one address.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Cidr {
    address: IpAddr,
    prefix: u8,
}

impl Cidr {
    /// The network of one address.
    pub const fn host(address: IpAddr) -> Self {
        let prefix = if address.is_ipv4() { 32 } else { 128 };
        Self { address, prefix }
    }

    /// How many leading bits count.
    pub const fn prefix(&self) -> u8 {
        self.prefix
    }

    /// Is the address in it? An IPv4 address that comes as IPv6 (`::ffff:10.0.0.1`) counts as IPv4.
    pub fn contains(&self, address: IpAddr) -> bool {
        let address = address.to_canonical();
        self.address.is_ipv4() == address.is_ipv4() && masked(address, self.prefix) == masked(self.address, self.prefix)
    }
}

/// The leading bits of an address, the rest zero.
pub(super) fn masked(address: IpAddr, prefix: u8) -> u128 {
    let (bits, width) = match address {
        IpAddr::V4(four) => (u128::from(four.to_bits()), 32),
        IpAddr::V6(six) => (six.to_bits(), 128),
    };
    let loose = u32::from(width - prefix.min(width));
    bits.checked_shr(loose).and_then(|kept| kept.checked_shl(loose)).unwrap_or(0)
}

impl FromStr for Cidr {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let wrong = || format!("`{text}` is neither an address nor a network such as 10.0.0.0/8");
        let (address, prefix) = match text.split_once('/') {
            Some((address, prefix)) => (address, Some(prefix)),
            None => (text, None),
        };
        let address: IpAddr = address.parse().map_err(|_| wrong())?;
        let whole = Self::host(address).prefix;
        let prefix = match prefix {
            None => whole,
            // `+8` and `08` are no prefix lengths.
            Some(digits) if digits.bytes().all(|byte| byte.is_ascii_digit()) && (digits == "0" || !digits.starts_with('0')) => {
                digits.parse().ok().filter(|prefix| *prefix <= whole).ok_or_else(wrong)?
            }
            Some(_) => return Err(wrong()),
        };
        match address.to_canonical() {
            IpAddr::V4(four) if address.is_ipv6() && prefix >= 96 => Ok(Self { address: four.into(), prefix: prefix - 96 }),
            _ => Ok(Self { address, prefix }),
        }
    }
}

impl fmt::Display for Cidr {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if *self == Self::host(self.address) { self.address.fmt(f) } else { write!(f, "{}/{}", self.address, self.prefix) }
    }
}

impl Serialize for Cidr {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Cidr {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer)?.parse().map_err(serde::de::Error::custom)
    }
}

/// What stands for a visitor when addresses are counted: IPv4 whole, IPv6 by its /64, because one household has all of it.
pub fn visitor(address: IpAddr) -> IpAddr {
    match address.to_canonical() {
        IpAddr::V6(six) => IpAddr::V6(Ipv6Addr::from_bits(masked(IpAddr::V6(six), 64))),
        four => four,
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn ip(text: &str) -> IpAddr {
        text.parse().unwrap()
    }

    #[test]
    fn networks_hold_their_addresses_and_no_others() {
        let net: Cidr = "10.0.0.0/8".parse().unwrap();
        assert!(net.contains(ip("10.255.1.2")) && net.contains(ip("::ffff:10.1.2.3")));
        assert!(!net.contains(ip("11.0.0.0")) && !net.contains(ip("::1")));
        let six: Cidr = "2001:db8::/32".parse().unwrap();
        assert!(six.contains(ip("2001:db8:ffff::1")) && !six.contains(ip("2001:db9::")));
        let all: Cidr = "0.0.0.0/0".parse().unwrap();
        assert!(all.contains(ip("255.255.255.255")) && !all.contains(ip("::")));
        assert!("::ffff:10.0.0.0/104".parse::<Cidr>().unwrap().contains(ip("10.9.9.9")));
    }

    #[test]
    fn what_is_no_network_is_refused() {
        for bad in ["", "10.0.0.0/33", "::/129", "10.0.0/8", "10.0.0.0/+8", "10.0.0.0/08", "10.0.0.0/", "localhost", "10.0.0.0/8/8"] {
            assert!(bad.parse::<Cidr>().is_err(), "{bad}");
        }
    }

    #[test]
    fn a_household_counts_once() {
        assert_eq!(visitor(ip("2001:db8::1")), visitor(ip("2001:db8::ffff:2:3:4")));
        assert_ne!(visitor(ip("2001:db8::1")), visitor(ip("2001:db8:0:1::1")));
        assert_eq!(visitor(ip("::ffff:192.0.2.1")), ip("192.0.2.1"));
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(2000))]
        #[test]
        fn a_network_reads_back_what_it_shows_and_holds_its_own_address(bits: u128, four: bool, prefix in 0_u8..=128) {
            let address = if four { IpAddr::V4(std::net::Ipv4Addr::from_bits(bits as u32)) } else { IpAddr::V6(Ipv6Addr::from_bits(bits)) };
            let prefix = if four { prefix % 33 } else { prefix };
            let net: Cidr = format!("{address}/{prefix}").parse().unwrap();
            prop_assert_eq!(net.to_string().parse::<Cidr>().unwrap(), net);
            prop_assert!(net.contains(address) || address.to_canonical() != address);
        }
    }
}
