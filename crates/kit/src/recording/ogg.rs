//! Ogg with Opus or Vorbis (RFC 3533, RFC 7845): pages with sums over them. The comments become blanks of the same length.

use std::collections::HashMap;

use super::source::{Edits, Source};
use super::{Checked, Fault, Found};

/// Streams one file may have.
const STREAMS: usize = 64;
/// Pages over which comments may go, of 64 kB each.
const PAGES: usize = 256;

#[derive(Clone, Copy, PartialEq, Eq)]
enum Codec {
    Opus,
    Vorbis,
}

struct Stream {
    codec: Codec,
    rate: u64,
    skip: u64,
    last: u64,
    /// Packets that have ended.
    packets: u64,
    /// Where the second packet lies: places and lengths.
    comment: Vec<(u64, u64)>,
    done: bool,
    /// Pages that hold a piece of it.
    pages: Vec<(u64, u64)>,
}

/// A page's head.
struct Page {
    at: u64,
    body: u64,
    end: u64,
    begins: bool,
    position: u64,
    serial: u32,
    lacing: Vec<u8>,
}

impl Page {
    fn read(source: &mut Source, at: u64) -> Checked<Self> {
        source.step()?;
        if source.bytes::<5>(at)? != *b"OggS\0" {
            return Err(Fault::Broken);
        }
        let flags = source.u8(at + 5)?;
        let position = u64::from_le_bytes(source.bytes(at + 6)?);
        let serial = u32::from_le_bytes(source.bytes(at + 14)?);
        let count = usize::from(source.u8(at + 26)?);
        let mut lacing = vec![0; count];
        if source.read_some(at + 27, &mut lacing)? != count {
            return Err(Fault::Broken);
        }
        let body = at + 27 + count as u64;
        let end = body + lacing.iter().map(|size| u64::from(*size)).sum::<u64>();
        if end > source.len {
            return Err(Fault::Broken);
        }
        Ok(Self { at, body, end, begins: flags & 2 != 0, position, serial, lacing })
    }
}

pub fn walk(source: &mut Source, edits: &mut Edits) -> Checked<Found> {
    let mut streams: HashMap<u32, Stream> = HashMap::new();
    let mut at = 0;
    while at < source.len {
        let page = Page::read(source, at)?;
        if page.begins {
            if streams.len() >= STREAMS || streams.contains_key(&page.serial) {
                return Err(Fault::Broken);
            }
            streams.insert(page.serial, begin(source, &page)?);
        }
        let stream = streams.get_mut(&page.serial).ok_or(Fault::Broken)?;
        stream.take(&page)?;
        at = page.end;
    }
    let mut millis = 0_u64;
    for stream in streams.values() {
        if !stream.done {
            return Err(Fault::Broken);
        }
        let length = stream.comment.iter().map(|(_, length)| length).sum();
        let mark = edits.mark();
        match stream.codec {
            Codec::Opus => clear_opus_tags(edits, &stream.comment, length)?,
            Codec::Vorbis => clear_vorbis_comment(edits, &stream.comment, length)?,
        }
        let written = edits.written_since(mark);
        for (from, to) in &stream.pages {
            edits.put(from + 22, &sum(source, &written, *from, *to)?.to_le_bytes())?;
        }
        millis = millis.saturating_add(stream.last.saturating_sub(stream.skip).saturating_mul(1000) / stream.rate.max(1));
    }
    Ok(Found { media_type: "audio/ogg", millis, width: 0, height: 0 })
}

fn begin(source: &mut Source, page: &Page) -> Checked<Stream> {
    let mut head = [0; 19];
    source.read_some(page.body, &mut head)?;
    let (codec, rate, skip) = if head.starts_with(b"OpusHead") {
        (Codec::Opus, 48_000, u64::from(u16::from_le_bytes(source.bytes(page.body + 10)?)))
    } else if head.starts_with(b"\x01vorbis") {
        (Codec::Vorbis, u64::from(u32::from_le_bytes(source.bytes(page.body + 12)?)), 0)
    } else {
        return Err(Fault::Codec(other(&head).to_owned()));
    };
    Ok(Stream { codec, rate, skip, last: 0, packets: 0, comment: Vec::new(), done: false, pages: Vec::new() })
}

fn other(head: &[u8]) -> &'static str {
    match head {
        head if head.starts_with(b"\x80theora") => "Theora",
        head if head.starts_with(b"\x7fFLAC") => "FLAC",
        head if head.starts_with(b"Speex") => "Speex",
        _ => "Ogg",
    }
}

impl Stream {
    /// Follows the packets through a page until the second is whole.
    fn take(&mut self, page: &Page) -> Checked<()> {
        // All ones: no packet ends on this page (RFC 3533 §6).
        if page.position != u64::MAX {
            self.last = self.last.max(page.position);
        }
        if self.done {
            return Ok(());
        }
        let mut at = page.body;
        let mut touched = false;
        for size in &page.lacing {
            let size = *size;
            if self.packets == 1 {
                match self.comment.last_mut() {
                    Some((from, length)) if *from + *length == at => *length += u64::from(size),
                    _ => self.comment.push((at, u64::from(size))),
                }
                touched = true;
            }
            at += u64::from(size);
            if size < 255 {
                self.packets += 1;
                self.done = self.packets > 1;
                if self.done {
                    break;
                }
            }
        }
        if touched {
            if self.pages.len() >= PAGES {
                return Err(Fault::Broken);
            }
            self.pages.push((page.at, page.end));
        }
        Ok(())
    }
}

/// `OpusTags` with a vendor of blanks that takes the room of all comments (RFC 7845 §5.2).
fn clear_opus_tags(edits: &mut Edits, pieces: &[(u64, u64)], length: u64) -> Checked<()> {
    let vendor = u32::try_from(length.checked_sub(16).ok_or(Fault::Broken)?).map_err(|_| Fault::Broken)?;
    let mut head = b"OpusTags".to_vec();
    head.extend(vendor.to_le_bytes());
    write(edits, pieces, length, &head, &[0, 0, 0, 0])
}

/// The same for Vorbis (Vorbis I §5.2.1), with its last bit.
pub fn clear_vorbis_comment(edits: &mut Edits, pieces: &[(u64, u64)], length: u64) -> Checked<()> {
    let vendor = u32::try_from(length.checked_sub(16).ok_or(Fault::Broken)?).map_err(|_| Fault::Broken)?;
    let mut head = b"\x03vorbis".to_vec();
    head.extend(vendor.to_le_bytes());
    write(edits, pieces, length, &head, &[0, 0, 0, 0, 1])
}

/// Head, blanks and tail over a packet that lies in pieces.
fn write(edits: &mut Edits, pieces: &[(u64, u64)], length: u64, head: &[u8], tail: &[u8]) -> Checked<()> {
    let tail_at = length - tail.len() as u64;
    let mut begin = 0;
    for (at, size) in pieces {
        edits.fill(*at, at + size, b' ')?;
        let end = begin + size;
        for (place, byte) in (0..).zip(head).chain((tail_at..).zip(tail)) {
            if (begin..end).contains(&place) {
                edits.put(at + (place - begin), &[*byte])?;
            }
        }
        begin = end;
    }
    Ok(())
}

/// The sum over a page as it will be: polynomial 0x04c11db7, nothing turned round (RFC 3533 §6).
fn sum(source: &mut Source, written: &[(u64, u64, u8)], from: u64, to: u64) -> Checked<u32> {
    let here: Vec<_> = written.iter().rev().filter(|(begin, end, _)| *begin < to && *end > from).collect();
    let mut crc = 0_u32;
    for at in from..to {
        let byte = match (at - from, here.iter().find(|(begin, end, _)| (*begin..*end).contains(&at))) {
            (22..26, _) => 0,
            (_, Some((_, _, byte))) => *byte,
            _ => source.u8(at)?,
        };
        crc ^= u32::from(byte) << 24;
        for _ in 0..8 {
            crc = if crc & 0x8000_0000 != 0 { (crc << 1) ^ 0x04c1_1db7 } else { crc << 1 };
        }
    }
    Ok(crc)
}
