//! MP3 (ISO/IEC 11172-3 layer III): frames one after the other, and tags around them, which are cleared.

use super::source::{Edits, Source};
use super::{Checked, Fault, Found};

/// Frames in a row before anything is taken for MP3.
const SURE: u64 = 4;
/// Bytes between frames that may be something else.
const JUNK: u64 = 64 * 1024;
/// Bytes of tags behind the last frame.
const TAIL: u64 = 16 * 1024 * 1024;

/// Kilobits a second of layer III, by version and the four bits of the head.
const RATES: [[u64; 15]; 2] =
    [[0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320], [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160]];

/// A frame's length in bytes, its samples, and samples a second.
fn frame(source: &mut Source, at: u64) -> Checked<Option<(u64, u64, u64)>> {
    if at + 4 > source.len {
        return Ok(None);
    }
    let [first, second, third, _] = source.bytes(at)?;
    if first != 0xff || second & 0xe0 != 0xe0 || second & 0x06 != 0x02 {
        return Ok(None);
    }
    let base = match third >> 2 & 3 {
        0 => 44_100,
        1 => 48_000,
        2 => 32_000,
        _ => return Ok(None),
    };
    let (low, rate, samples) = match second >> 3 & 3 {
        3 => (0, base, 1152),
        2 => (1, base / 2, 576),
        0 => (1, base / 4, 576),
        _ => return Ok(None),
    };
    let bits = RATES.get(low).and_then(|list: &[u64; 15]| list.get(usize::from(third >> 4))).copied().unwrap_or(0);
    if bits == 0 {
        return Ok(None);
    }
    let length = samples / 8 * bits * 1000 / rate + u64::from(third >> 1 & 1);
    Ok(Some((length, samples, rate)))
}

/// Do frames follow each other from here?
fn sure(source: &mut Source, mut at: u64) -> Checked<bool> {
    for _ in 0..SURE {
        match frame(source, at)? {
            Some((length, ..)) => at += length,
            None => return Ok(false),
        }
    }
    Ok(at <= source.len)
}

pub fn walk(source: &mut Source, edits: &mut Edits) -> Checked<Found> {
    let mut at = 0;
    let mut head = [0; 10];
    // ID3v2: seven bits a byte. The tag stays, empty, so that nothing moves.
    while source.read_some(at, &mut head)? == 10 && head.starts_with(b"ID3") {
        source.step()?;
        let [.., flags, a, b, c, d] = head;
        let size = [a, b, c, d].iter().fold(0_u64, |size, byte| size << 7 | u64::from(byte & 0x7f));
        let end = at + 10 + size + if flags & 0x10 != 0 { 10 } else { 0 };
        if end > source.len {
            return Err(Fault::Broken);
        }
        edits.zero(at + 5, at + 6)?;
        edits.zero(at + 10, end)?;
        at = end;
    }
    let tagged = at > 0;
    let begin = at;
    while !sure(source, at)? {
        source.step()?;
        at += 1;
        // Without a tag the very first byte must be a frame's: anything at all has one somewhere.
        if !tagged || at - begin > JUNK || at >= source.len {
            return Err(if tagged { Fault::Broken } else { Fault::Nothing });
        }
    }
    edits.zero(begin, at)?;
    let millis = frames(source, edits, at)?;
    Ok(Found { media_type: "audio/mpeg", millis, width: 0, height: 0 })
}

/// Goes through all frames; how long they last.
fn frames(source: &mut Source, edits: &mut Edits, mut at: u64) -> Checked<u64> {
    let mut micros = 0_u64;
    while at < source.len {
        source.step()?;
        if let Some((length, samples, rate)) = frame(source, at)?.filter(|(length, ..)| at + length <= source.len) {
            micros += samples * 1_000_000 / rate;
            at += length;
            continue;
        }
        let junk = at;
        let last = source.len.min(at + JUNK);
        while at < last && !sure(source, at)? {
            source.step()?;
            at += 1;
        }
        if at == last {
            // Tags, or the rest of a frame.
            if source.len - junk > TAIL {
                return Err(Fault::Broken);
            }
            edits.zero(junk, source.len)?;
            break;
        }
        edits.zero(junk, at)?;
    }
    Ok(micros / 1000)
}
