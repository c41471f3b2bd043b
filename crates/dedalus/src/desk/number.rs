//! Numbers of receipts: for each channel and year one after the other, without a gap (D.P.R. 445/2000 art. 53 and 57 ask it of
//! registers; a receipt follows them).

use jiff::tz::TimeZone;
use kit::db::Tx;
use kit::{Result, args};

use super::Channel;

/// The number of a receipt, as people say it: `W-2028-0118`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct ReceiptNumber {
    /// Channel.
    pub channel: Channel,
    /// Year of the town's time zone.
    pub year: i16,
    /// From 1.
    pub count: i64,
}

impl ReceiptNumber {
    /// The next number of a channel. It goes back with the turn that does not keep it: writes are serial, so nobody has taken the
    /// one after it meanwhile.
    pub async fn next(tx: &mut Tx, channel: Channel, zone: &TimeZone) -> Result<Self> {
        let year = tx.now().zoned(zone).year();
        let (count,): (i64,) = tx
            .one(
                "insert into receipt_series (channel, year, last) values ($1, $2, 1)
                 on conflict (channel, year) do update set last = receipt_series.last + 1 returning last",
                args![channel, i64::from(year)],
            )
            .await?;
        Ok(Self { channel, year, count })
    }

    /// From what somebody wrote: upper or lower case, spaces for hyphens.
    pub fn parse(text: &str) -> Option<Self> {
        let mut parts = text.trim().split(['-', ' ', '/']).filter(|part| !part.is_empty());
        let (letter, year, count) = (parts.next()?, parts.next()?, parts.next()?);
        let mut letters = letter.chars();
        let channel = Channel::from_letter(letters.next()?)?;
        let digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
        if letters.next().is_some() || parts.next().is_some() || !digits(year) || !digits(count) || year.len() != 4 || count.len() > 9 {
            return None;
        }
        let count = count.parse().ok().filter(|count| *count > 0)?;
        Some(Self { channel, year: year.parse().ok()?, count })
    }
}

impl std::fmt::Display for ReceiptNumber {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}-{}-{:04}", self.channel.letter(), self.year, self.count)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_read_as_people_write_it() {
        let number = ReceiptNumber { channel: Channel::Web, year: 2028, count: 118 };
        assert_eq!(number.to_string(), "W-2028-0118");
        for text in ["W-2028-0118", "w-2028-118", " W 2028 0118 ", "w/2028/00118"] {
            assert_eq!(ReceiptNumber::parse(text), Some(number), "{text}");
        }
        for text in ["", "W", "W-2028", "W-2028-0", "X-2028-1", "WW-2028-1", "W-28-1", "W-2028-1-2", "W-2028-x", "W-2028-1234567890"] {
            assert_eq!(ReceiptNumber::parse(text), None, "{text}");
        }
        let large = ReceiptNumber { count: 123_456, ..number };
        assert_eq!(ReceiptNumber::parse(&large.to_string()), Some(large));
    }
}
