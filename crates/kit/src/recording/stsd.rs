//! Which codec a track of an MP4 file has (ISO/IEC 14496-12 §8.5.2), and whether browsers play it.

use super::bmff::{Atom, children};
use super::source::{Edits, Source};
use super::{Checked, Fault};

/// Looks at the descriptions of a picture's samples. The name of the encoder is cleared.
pub fn video(source: &mut Source, edits: &mut Edits, stsd: Atom) -> Checked<()> {
    for entry in entries(source, edits, stsd)? {
        if entry.end < entry.body + 78 {
            return Err(Fault::Broken);
        }
        edits.zero(entry.body + 42, entry.body + 74)?;
        let inner = inner(source, edits, entry, entry.body + 78)?;
        let name = match &entry.kind {
            b"avc1" | b"avc3" => {
                let profile = match inner.iter().find(|atom| &atom.kind == b"avcC") {
                    Some(atom) => source.u8(atom.body + 1)?,
                    None => return Err(Fault::Broken),
                };
                // Baseline, Main, Extended, High (ITU-T H.264 annex A): the others have colours that browsers do not show.
                if matches!(profile, 66 | 77 | 88 | 100) {
                    continue;
                }
                "H.264 (10 bit, 4:2:2)"
            }
            b"av01" | b"vp08" | b"vp09" => continue,
            b"hvc1" | b"hev1" | b"dvh1" | b"dvhe" => "HEVC (H.265)",
            b"mp4v" => "MPEG-4 Visual",
            b"s263" | b"h263" => "H.263",
            b"apch" | b"apcn" | b"apcs" | b"apco" | b"ap4h" | b"ap4x" => "ProRes",
            b"jpeg" | b"mjpa" | b"mjpb" => "Motion JPEG",
            b"encv" => "DRM",
            other => return Err(Fault::Codec(word(other))),
        };
        return Err(Fault::Codec(name.to_owned()));
    }
    Ok(())
}

/// Looks at the descriptions of a sound's samples.
pub fn audio(source: &mut Source, edits: &mut Edits, stsd: Atom) -> Checked<()> {
    for entry in entries(source, edits, stsd)? {
        // QuickTime's versions 1 and 2 have more fields before the boxes.
        let begins = match source.u16(entry.body + 8)? {
            0 => 28,
            1 => 44,
            2 => 64,
            _ => return Err(Fault::Broken),
        };
        if entry.end < entry.body + begins {
            return Err(Fault::Broken);
        }
        let inner = inner(source, edits, entry, entry.body + begins)?;
        let name = match &entry.kind {
            b"mp4a" => match object_type(source, edits, &inner)? {
                None | Some(0x40 | 0x66..=0x69 | 0x6b) => continue,
                Some(_) => "MPEG-4 Audio",
            },
            b"Opus" | b"fLaC" | b".mp3" => continue,
            b"alac" => "Apple Lossless",
            b"ac-3" | b"ec-3" | b"ac-4" => "Dolby Digital",
            b"samr" | b"sawb" => "AMR",
            b"lpcm" | b"sowt" | b"twos" | b"raw " | b"ipcm" | b"fpcm" => "PCM",
            b"enca" => "DRM",
            other => return Err(Fault::Codec(word(other))),
        };
        return Err(Fault::Codec(name.to_owned()));
    }
    Ok(())
}

fn entries(source: &mut Source, edits: &mut Edits, stsd: Atom) -> Checked<Vec<Atom>> {
    if stsd.end < stsd.body + 8 {
        return Err(Fault::Broken);
    }
    let list = children(source, edits, stsd.body + 8, stsd.end)?;
    if list.is_empty() || list.len() > 64 { Err(Fault::Broken) } else { Ok(list) }
}

/// The boxes of an entry; those that hold words go.
fn inner(source: &mut Source, edits: &mut Edits, entry: Atom, from: u64) -> Checked<Vec<Atom>> {
    let list = children(source, edits, from, entry.end)?;
    for atom in list.iter().filter(|atom| matches!(&atom.kind, b"uuid" | b"udta" | b"meta" | b"free" | b"skip" | b"name")) {
        atom.free(edits)?;
    }
    Ok(list)
}

/// What an `mp4a` is (ISO/IEC 14496-1 §7.2.6.6): the box lies in the entry, or in QuickTime's `wave` within it.
fn object_type(source: &mut Source, edits: &mut Edits, inner: &[Atom]) -> Checked<Option<u8>> {
    let mut found = inner.iter().find(|atom| &atom.kind == b"esds").copied();
    if let Some(wave) = inner.iter().find(|atom| &atom.kind == b"wave") {
        found = found.or(children(source, edits, wave.body, wave.end)?.into_iter().find(|atom| &atom.kind == b"esds"));
    }
    let Some(esds) = found else { return Ok(None) };
    let Some(body) = descriptor(source, esds.body + 4, 0x03)? else { return Ok(None) };
    let flags = source.u8(body + 2)?;
    let mut at = body + 3;
    at += if flags & 0x80 != 0 { 2 } else { 0 };
    at += if flags & 0x40 != 0 { 1 + u64::from(source.u8(at)?) } else { 0 };
    at += if flags & 0x20 != 0 { 2 } else { 0 };
    match descriptor(source, at, 0x04)? {
        Some(body) if body < esds.end => Ok(Some(source.u8(body)?)),
        _ => Ok(None),
    }
}

/// Where the content of a descriptor begins, if it is the one.
fn descriptor(source: &mut Source, at: u64, tag: u8) -> Checked<Option<u64>> {
    if source.u8(at)? != tag {
        return Ok(None);
    }
    for length in 1..=4 {
        if source.u8(at + length)? & 0x80 == 0 {
            return Ok(Some(at + length + 1));
        }
    }
    Ok(None)
}

/// Four letters that may be shown.
fn word(kind: &[u8; 4]) -> String {
    kind.iter().map(|byte| if byte.is_ascii_alphanumeric() || *byte == b'-' { char::from(*byte) } else { '?' }).collect()
}
