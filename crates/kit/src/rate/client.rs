//! Whose request it is, when proxies stand between.

use std::net::{IpAddr, SocketAddr};

use http::{HeaderMap, HeaderName, header::FORWARDED};

use super::cidr::Cidr;

const X_FORWARDED_FOR: HeaderName = HeaderName::from_static("x-forwarded-for");

/// The address of the visitor: the rightmost one in `X-Forwarded-For` (or else `Forwarded`, RFC 7239) that is no
/// trusted proxy. Only a trusted peer is believed; an entry that is no address ends the walk at the last trusted one,
/// because whatever stands left of it was written by nobody we trust.
///
/// A proxy that speaks `Forwarded` alone must drop the visitor's own `X-Forwarded-For`.
pub fn client_address(peer: IpAddr, headers: &HeaderMap, trusted: &[Cidr]) -> IpAddr {
    let is_trusted = |address: IpAddr| trusted.iter().any(|net| net.contains(address));
    let mut client = peer.to_canonical();
    if !is_trusted(client) {
        return client;
    }
    let (name, read): (_, fn(&str) -> Option<IpAddr>) =
        if headers.contains_key(X_FORWARDED_FOR) { (X_FORWARDED_FOR, address) } else { (FORWARDED, forwarded_for) };
    // Several lines are one list (RFC 9110 §5.3), so the last line's end was written last.
    for line in headers.get_all(name).into_iter().rev() {
        let Ok(line) = line.to_str() else { return client };
        for entry in line.rsplit(',') {
            let Some(address) = read(entry.trim()) else { return client };
            client = address.to_canonical();
            if !is_trusted(client) {
                return client;
            }
        }
    }
    client
}

/// An address as proxies write it: bare, in brackets, or with a port.
fn address(text: &str) -> Option<IpAddr> {
    if let Ok(address) = text.parse() {
        return Some(address);
    }
    if let Some(inner) = text.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')) {
        return inner.parse().ok().map(IpAddr::V6);
    }
    text.parse().ok().map(|socket: SocketAddr| socket.ip())
}

/// The `for=` of one element of `Forwarded`. An element cut by a comma within quotes has lost its `for=` or is no
/// address, and so ends the walk.
fn forwarded_for(element: &str) -> Option<IpAddr> {
    let mut found = None;
    for pair in element.split(';') {
        let (name, value) = pair.trim().split_once('=')?;
        if value.matches('"').count() % 2 == 1 {
            return None;
        }
        if name.eq_ignore_ascii_case("for") {
            let value = value.strip_prefix('"').and_then(|rest| rest.strip_suffix('"')).unwrap_or(value);
            // Two of them in one element: who knows which is meant.
            if found.replace(address(value)?).is_some() {
                return None;
            }
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use http::HeaderValue;
    use proptest::prelude::*;

    use super::*;

    fn ip(text: &str) -> IpAddr {
        text.parse().unwrap()
    }

    fn seen(peer: &str, lines: &[(&'static str, &str)]) -> IpAddr {
        let mut headers = HeaderMap::new();
        for (name, value) in lines {
            headers.append(*name, HeaderValue::from_bytes(value.as_bytes()).unwrap());
        }
        let trusted = ["10.0.0.0/8".parse().unwrap(), "::1".parse().unwrap()];
        client_address(ip(peer), &headers, &trusted)
    }

    #[test]
    fn a_stranger_is_not_believed() {
        assert_eq!(seen("203.0.113.9", &[("x-forwarded-for", "192.0.2.1")]), ip("203.0.113.9"));
    }

    #[test]
    fn the_rightmost_untrusted_address_counts() {
        assert_eq!(seen("10.0.0.1", &[("x-forwarded-for", "6.6.6.6, 192.0.2.1, 10.0.0.2")]), ip("192.0.2.1"));
        assert_eq!(
            seen("::ffff:10.0.0.1", &[("x-forwarded-for", "6.6.6.6"), ("x-forwarded-for", "192.0.2.1:5123,10.1.1.1")]),
            ip("192.0.2.1")
        );
        assert_eq!(seen("::1", &[("x-forwarded-for", "[2001:db8::7]:443")]), ip("2001:db8::7"));
        assert_eq!(seen("10.0.0.1", &[]), ip("10.0.0.1"));
        assert_eq!(seen("10.0.0.1", &[("x-forwarded-for", "10.0.0.3")]), ip("10.0.0.3"));
    }

    #[test]
    fn an_entry_that_is_no_address_ends_the_walk_at_the_last_trusted_one() {
        assert_eq!(seen("10.0.0.1", &[("x-forwarded-for", "192.0.2.1, nonsense, 10.0.0.2")]), ip("10.0.0.2"));
        assert_eq!(seen("10.0.0.1", &[("x-forwarded-for", "192.0.2.1,")]), ip("10.0.0.1"));
        assert_eq!(seen("10.0.0.1", &[("x-forwarded-for", "")]), ip("10.0.0.1"));
        assert_eq!(seen("10.0.0.1", &[("x-forwarded-for", "192.0.2.1, \u{fc}")]), ip("10.0.0.1"));
    }

    #[test]
    fn forwarded_is_read_when_the_other_header_is_absent() {
        let line = "for=6.6.6.6, For=\"[2001:db8::7]:4711\";proto=https;by=10.0.0.9, for=10.0.0.2";
        assert_eq!(seen("10.0.0.1", &[("forwarded", line)]), ip("2001:db8::7"));
        assert_eq!(seen("10.0.0.1", &[("forwarded", "for=192.0.2.1, for=unknown")]), ip("10.0.0.1"));
        assert_eq!(seen("10.0.0.1", &[("forwarded", "for=192.0.2.1, for=_hidden")]), ip("10.0.0.1"));
        assert_eq!(seen("10.0.0.1", &[("forwarded", "for=192.0.2.1;host=\"a, for=6.6.6.6;x=\"")]), ip("10.0.0.1"));
        assert_eq!(seen("10.0.0.1", &[("forwarded", "for=192.0.2.1;for=192.0.2.2")]), ip("10.0.0.1"));
        assert_eq!(seen("10.0.0.1", &[("forwarded", "for=6.6.6.6"), ("x-forwarded-for", "192.0.2.1")]), ip("192.0.2.1"));
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(2000))]
        /// Whatever a visitor writes into the header, behind one trusted proxy the proxy's word is what counts.
        #[test]
        fn nobody_can_choose_the_address_they_are_counted_by(forged in "[ -~]{0,80}", lines in 0_usize..4) {
            let mut headers = HeaderMap::new();
            for _ in 0..lines {
                headers.append("x-forwarded-for", HeaderValue::from_str(&forged).unwrap());
            }
            headers.append("forwarded", HeaderValue::from_str(&forged).unwrap());
            headers.append("x-forwarded-for", HeaderValue::from_str(&format!("{forged}, 192.0.2.1")).unwrap());
            prop_assert_eq!(client_address(ip("10.0.0.1"), &headers, &["10.0.0.1".parse().unwrap()]), ip("192.0.2.1"));
        }

        /// The answer is the peer or an address that stands in the header, never something made up.
        #[test]
        fn the_answer_was_said_by_somebody(entries in proptest::collection::vec(any::<u32>().prop_map(|bits| IpAddr::V4((bits % 8).into())), 0..6), nets in 0_u32..8) {
            let mut headers = HeaderMap::new();
            let text: Vec<String> = entries.iter().map(IpAddr::to_string).collect();
            headers.append("x-forwarded-for", HeaderValue::from_str(&text.join(", ")).unwrap());
            let trusted: Vec<Cidr> = (0..nets).map(|bits| Cidr::host(IpAddr::V4(bits.into()))).collect();
            let peer = ip("0.0.0.0");
            let client = client_address(peer, &headers, &trusted);
            let expected = if nets == 0 { peer } else {
                entries.iter().rev().find(|entry| !trusted.iter().any(|net| net.contains(**entry))).copied()
                    .unwrap_or_else(|| entries.first().copied().unwrap_or(peer))
            };
            prop_assert_eq!(client, expected);
        }
    }
}
