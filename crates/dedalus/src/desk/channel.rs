//! The way by which somebody comes to the desk. Whatever the way, the pipeline behind it is one.

/// Where a request or a booking comes in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Channel {
    /// The form of the site.
    Web,
    /// The counter: an operator on behalf of somebody who stands there.
    Counter,
    /// The telephone: an operator on behalf of somebody who calls.
    Telephone,
    /// Open311 GeoReport v2.
    Open311,
}
kit::words!(Channel { Web = "web", Counter = "counter", Telephone = "telephone", Open311 = "open311" });

impl Channel {
    /// The letter with which its receipts begin.
    pub const fn letter(self) -> char {
        match self {
            Self::Web => 'W',
            Self::Counter => 'S',
            Self::Telephone => 'T',
            Self::Open311 => 'O',
        }
    }

    /// The channel of a letter.
    pub fn from_letter(letter: char) -> Option<Self> {
        Self::ALL.iter().copied().find(|channel| channel.letter() == letter.to_ascii_uppercase())
    }

    /// Key of its name in the language files.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Web => "channel-web",
            Self::Counter => "channel-counter",
            Self::Telephone => "channel-telephone",
            Self::Open311 => "channel-open311",
        }
    }
}
