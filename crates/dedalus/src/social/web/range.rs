//! Which part of a file is asked for (RFC 9110 §14): one range is served, several are answered with the whole.

use http::{HeaderMap, header};

/// What to send of a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// All of it.
    Whole,
    /// The bytes from the first to the last, both of them too.
    Bytes {
        /// The first.
        first: u64,
        /// The last.
        last: u64,
    },
    /// Nothing of it lies in what is asked for.
    Nothing,
}

impl Part {
    /// What a request wants of a file of this length under this strong tag.
    pub fn wanted(asked: &HeaderMap, tag: &str, length: u64) -> Self {
        let mut lines = asked.get_all(header::RANGE).iter();
        let (Some(range), None) = (lines.next().and_then(|line| line.to_str().ok()), lines.next()) else { return Self::Whole };
        // A part of a file that is another one now is of no use (§13.1.5): dates are no strong validators here.
        let same = asked.get(header::IF_RANGE).is_none_or(|had| had.as_bytes() == tag.as_bytes());
        if same { Self::parse(range, length) } else { Self::Whole }
    }

    /// Reads the header; what cannot be read is as if it were not there (§14.2).
    fn parse(range: &str, length: u64) -> Self {
        let Some((unit, spec)) = range.split_once('=') else { return Self::Whole };
        if !unit.trim().eq_ignore_ascii_case("bytes") || spec.contains(',') {
            return Self::Whole;
        }
        let Some((from, to)) = spec.trim().split_once('-') else { return Self::Whole };
        let (Some(from), Some(to)) = (digits(from), digits(to)) else { return Self::Whole };
        match (from, to) {
            (None, None) => Self::Whole,
            (Some(first), Some(last)) if first > last => Self::Whole,
            (Some(first), _) if first >= length => Self::Nothing,
            (Some(first), last) => Self::Bytes { first, last: last.unwrap_or(u64::MAX).min(length - 1) },
            (None, Some(0)) => Self::Nothing,
            (None, Some(_)) if length == 0 => Self::Nothing,
            (None, Some(tail)) => Self::Bytes { first: length.saturating_sub(tail), last: length - 1 },
        }
    }
}

/// A number, nothing, or (none) something else. One too large for us is larger than any file.
fn digits(text: &str) -> Option<Option<u64>> {
    match text {
        "" => Some(None),
        text if text.bytes().all(|byte| byte.is_ascii_digit()) => Some(Some(text.parse().unwrap_or(u64::MAX))),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn part(range: &str) -> Part {
        Part::parse(range, 1000)
    }

    #[test]
    fn a_range_is_read_as_the_standard_says() {
        let bytes = |first, last| Part::Bytes { first, last };
        assert_eq!(part("bytes=0-499"), bytes(0, 499));
        assert_eq!(part("bytes=500-"), bytes(500, 999));
        assert_eq!(part("bytes=-100"), bytes(900, 999));
        assert_eq!(part("bytes=-5000"), bytes(0, 999));
        assert_eq!(part("Bytes=0-99999999999999999999999"), bytes(0, 999));
        assert_eq!(part("bytes=999-999"), bytes(999, 999));
        for nothing in ["bytes=1000-", "bytes=99999999999999999999-", "bytes=-0"] {
            assert_eq!(part(nothing), Part::Nothing, "{nothing}");
        }
        for whole in ["bytes=0-1,5-6", "bytes=5-1", "bytes=-", "bytes=a-b", "bytes", "items=0-1", "bytes=+1-2", "bytes=1-2-3", ""] {
            assert_eq!(part(whole), Part::Whole, "{whole}");
        }
    }

    #[test]
    fn a_part_of_what_changed_is_not_served() {
        let mut asked = HeaderMap::new();
        asked.insert(header::RANGE, "bytes=1-2".parse().unwrap());
        assert_eq!(Part::wanted(&asked, "\"a\"", 10), Part::Bytes { first: 1, last: 2 });
        asked.insert(header::IF_RANGE, "\"a\"".parse().unwrap());
        assert_eq!(Part::wanted(&asked, "\"a\"", 10), Part::Bytes { first: 1, last: 2 });
        for other in ["\"b\"", "W/\"a\"", "Thu, 24 Feb 2028 10:00:00 GMT"] {
            asked.insert(header::IF_RANGE, other.parse().unwrap());
            assert_eq!(Part::wanted(&asked, "\"a\"", 10), Part::Whole, "{other}");
        }
    }

    proptest! {
        /// Whatever is asked for, what is sent lies in the file.
        #[test]
        fn nothing_beyond_the_file_is_sent(range in "(bytes=)?[0-9,\\- ]{0,30}", length in 0_u64..5000) {
            if let Part::Bytes { first, last } = Part::parse(&range, length) {
                prop_assert!(first <= last && last < length);
            }
        }
    }
}
