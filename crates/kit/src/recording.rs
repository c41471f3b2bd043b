//! Video and audio that people send: recognised by content, checked for what browsers play, measured, and freed in place of
//! where and with what they were taken.
//!
//! Nothing is decoded, so no child process is needed: the containers are walked with bounded reads, and no size that a file
//! declares is ever allocated. What is not known to be needed for playing is overwritten at its place, length and all, so that
//! every offset in the file stays true. A library that reads containers would not say where the bytes are that it does not
//! know, and those are the ones that must go.

mod bmff;
mod bmff_samples;
mod ebml;
mod mpeg;
mod ogg;
mod source;
mod stsd;

use std::path::Path;

use source::{Edits, Source};

/// Key of the sentence: no video or audio at all.
pub const NOT_A_RECORDING: &str = "recording-not-a-recording";
/// Key of the sentence: a kind that browsers do not play; `what` names it.
pub const KIND: &str = "recording-kind";
/// Key of the sentence: a kind that is taken, with a codec that browsers do not play; `what` names it.
pub const CODEC: &str = "recording-codec";
/// Key of the sentence: cut off or damaged.
pub const BROKEN: &str = "recording-broken";
/// Key of the sentence: lasts too long.
pub const TOO_LONG: &str = "recording-too-long";
/// Key of the sentence: too many bytes.
pub const TOO_LARGE: &str = "recording-too-large";

/// Key of the sentence: too many in a day.
pub const TOO_MANY: &str = "recording-too-many";

/// What is wrong with a file.
#[derive(Debug)]
pub enum Fault {
    /// Neither video nor audio.
    Nothing,
    /// A kind that is not taken.
    Kind(&'static str),
    /// A codec that browsers do not play.
    Codec(String),
    /// Cut off, damaged, or made to harm.
    Broken,
    /// The disk.
    Disk(std::io::Error),
}

impl Fault {
    /// The key of its sentence and the word for its `what`.
    pub fn sentence(&self) -> (&'static str, String) {
        match self {
            Self::Nothing => (NOT_A_RECORDING, String::new()),
            Self::Kind(what) => (KIND, (*what).to_owned()),
            Self::Codec(what) => (CODEC, what.clone()),
            Self::Broken | Self::Disk(_) => (BROKEN, String::new()),
        }
    }
}

impl From<std::io::Error> for Fault {
    fn from(error: std::io::Error) -> Self {
        // The file was shorter than its own words say.
        if error.kind() == std::io::ErrorKind::UnexpectedEof { Self::Broken } else { Self::Disk(error) }
    }
}

type Checked<T> = Result<T, Fault>;

/// What a recording is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    /// Its media type: `video/mp4`, `audio/mp4`, `video/webm`, `audio/webm`, `audio/ogg`, `audio/mpeg`.
    pub media_type: &'static str,
    /// How long it lasts, in milliseconds.
    pub millis: u64,
    /// Points across as it is shown; 0 for audio.
    pub width: u32,
    /// Points down; 0 for audio.
    pub height: u32,
}

impl Found {
    /// Has it a picture that moves?
    pub fn is_video(&self) -> bool {
        self.media_type.starts_with("video/")
    }
}

/// The longest side of a video.
const SIDE: u32 = 16_384;

/// Checks a file and frees it, in place, of what nobody needs for playing it. A file that is refused is left as it was.
/// Waits for the disk.
pub fn check(path: &Path) -> Checked<Found> {
    let mut source = Source::open(path)?;
    let mut edits = Edits::default();
    let mut head = [0; 16];
    let seen = source.read_some(0, &mut head)?;
    let head = head.get(..seen).unwrap_or_default();
    let found = match kind(head) {
        Kind::Bmff => bmff::walk(&mut source, &mut edits)?,
        Kind::Ebml => ebml::walk(&mut source, &mut edits)?,
        Kind::Ogg => ogg::walk(&mut source, &mut edits)?,
        Kind::Refused(what) => return Err(Fault::Kind(what)),
        Kind::Perhaps => mpeg::walk(&mut source, &mut edits)?,
    };
    if found.millis == 0 || (found.is_video() && (found.width == 0 || found.height == 0 || found.width.max(found.height) > SIDE)) {
        return Err(Fault::Broken);
    }
    edits.apply(&mut source)?;
    Ok(found)
}

enum Kind {
    Bmff,
    Ebml,
    Ogg,
    Refused(&'static str),
    /// MP3 has no mark of its own.
    Perhaps,
}

fn kind(head: &[u8]) -> Kind {
    let at = |place: usize, mark: &[u8]| head.get(place..place + mark.len()) == Some(mark);
    let old_quicktime = [&b"moov"[..], b"mdat", b"wide"];
    match head {
        _ if at(4, b"ftyp") || old_quicktime.iter().any(|mark| at(4, mark)) => Kind::Bmff,
        _ if at(0, b"\x1a\x45\xdf\xa3") => Kind::Ebml,
        _ if at(0, b"OggS") => Kind::Ogg,
        _ if at(0, b"RIFF") && at(8, b"WAVE") => Kind::Refused("WAV"),
        _ if at(0, b"RIFF") && at(8, b"AVI ") => Kind::Refused("AVI"),
        _ if at(0, b"fLaC") => Kind::Refused("FLAC"),
        _ if at(0, b"\x30\x26\xb2\x75\x8e\x66\xcf\x11") => Kind::Refused("Windows Media"),
        _ if at(0, b"FLV") => Kind::Refused("Flash Video"),
        _ if at(0, b"#!AMR") => Kind::Refused("AMR"),
        _ if at(0, b"FORM") => Kind::Refused("AIFF"),
        _ if at(0, b"\0\0\x01\xba") || at(0, b"\0\0\x01\xb3") => Kind::Refused("MPEG"),
        // ADTS: the same sync word as MP3, with the layer left out.
        [0xff, second, ..] if second & 0xf6 == 0xf0 => Kind::Refused("AAC"),
        _ => Kind::Perhaps,
    }
}

#[cfg(test)]
mod tests;
