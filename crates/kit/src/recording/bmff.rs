//! MP4, M4A and QuickTime: boxes in boxes (ISO/IEC 14496-12). Only boxes that playing needs are kept; every other becomes
//! `free`, with zeros in it, and so does what no kept track names among the media data.

use super::bmff_samples::{Fragments, Tables};
use super::source::{Edits, Source};
use super::{Checked, Fault, Found, stsd};

/// A box: where it begins, where its content begins, where it ends.
#[derive(Debug, Clone, Copy)]
pub struct Atom {
    pub kind: [u8; 4],
    pub at: u64,
    pub body: u64,
    pub end: u64,
}

impl Atom {
    /// The box at a place, within bounds; none at the end.
    pub fn next(source: &mut Source, at: u64, to: u64) -> Checked<Option<Self>> {
        if to.saturating_sub(at) < 8 {
            return Ok(None);
        }
        source.step()?;
        let kind = source.bytes(at + 4)?;
        let (body, size) = match source.u32(at)? {
            0 => (at + 8, to - at),
            1 => (at + 16, source.u64(at + 8)?),
            size => (at + 8, u64::from(size)),
        };
        let end = at.checked_add(size).filter(|end| *end >= body && *end <= to).ok_or(Fault::Broken)?;
        Ok(Some(Self { kind, at, body, end }))
    }

    /// It becomes `free`: its length stays, its content goes.
    pub fn free(&self, edits: &mut Edits) -> Checked<()> {
        edits.put(self.at + 4, b"free")?;
        edits.zero(self.body, self.end)
    }
}

/// Goes through the boxes of a box; bytes after the last that cannot be one are cleared.
pub fn children(source: &mut Source, edits: &mut Edits, from: u64, to: u64) -> Checked<Vec<Atom>> {
    // Boxes within a box are few; only the file itself has many, and it is gone through one by one.
    const MOST: usize = 10_000;
    let mut list = Vec::new();
    let mut at = from;
    while let Some(atom) = Atom::next(source, at, to)? {
        if list.len() >= MOST {
            return Err(Fault::Broken);
        }
        at = atom.end;
        list.push(atom);
    }
    edits.zero(at, to)?;
    Ok(list)
}

/// Tracks of picture and sound one file may have: each fragment is looked up among them.
const TRACKS_MOST: usize = 100;

/// A track that is kept.
pub struct Track {
    pub id: u32,
    pub scale: u32,
    /// By its own header, in its own scale.
    duration: u64,
    /// Points across and down, when it is a picture.
    shown: Option<(u32, u32)>,
}

/// What the walk finds.
#[derive(Default)]
struct Movie {
    scale: u32,
    duration: u64,
    tracks: Vec<Track>,
    fragments: Fragments,
    /// Where media data lie.
    data: Vec<(u64, u64)>,
    /// Which of them the kept tracks name.
    named: Vec<(u64, u64)>,
    there: bool,
}

pub fn walk(source: &mut Source, edits: &mut Edits) -> Checked<Found> {
    let mut movie = Movie::default();
    let mut at = 0;
    let len = source.len;
    while let Some(atom) = Atom::next(source, at, len)? {
        match &atom.kind {
            b"ftyp" | b"styp" | b"sidx" | b"mfra" => {}
            b"free" | b"skip" | b"wide" => edits.zero(atom.body, atom.end)?,
            b"mdat" => movie.holds(atom)?,
            b"moov" if !movie.there => movie.read(source, edits, atom)?,
            b"moof" if movie.there => movie.fragments.read(source, edits, atom, &movie.tracks, &mut movie.named)?,
            b"moov" | b"moof" => return Err(Fault::Broken),
            _ => atom.free(edits)?,
        }
        at = atom.end;
    }
    edits.zero(at, len)?;
    if !movie.there || movie.tracks.is_empty() {
        return Err(Fault::Broken);
    }
    movie.clear_rest(edits)?;
    movie.found()
}

impl Movie {
    /// Notes where media data lie; an empty box holds none.
    fn holds(&mut self, mdat: Atom) -> Checked<()> {
        const MOST: usize = 200_000;
        if self.data.len() >= MOST {
            return Err(Fault::Broken);
        }
        self.data.extend((mdat.body < mdat.end).then_some((mdat.body, mdat.end)));
        Ok(())
    }

    fn read(&mut self, source: &mut Source, edits: &mut Edits, moov: Atom) -> Checked<()> {
        self.there = true;
        for atom in children(source, edits, moov.body, moov.end)? {
            match &atom.kind {
                b"mvhd" => {
                    let times = times(source, edits, atom)?;
                    self.scale = source.u32(times)?;
                    self.duration = if times == atom.body + 12 { u64::from(source.u32(times + 4)?) } else { source.u64(times + 4)? };
                }
                b"trak" => self.track(source, edits, atom)?,
                b"mvex" => {
                    for atom in children(source, edits, atom.body, atom.end)? {
                        match &atom.kind {
                            b"mehd" => {
                                let whole = if source.u8(atom.body)? == 1 {
                                    source.u64(atom.body + 4)?
                                } else {
                                    u64::from(source.u32(atom.body + 4)?)
                                };
                                self.duration = self.duration.max(whole);
                            }
                            b"trex" => self.fragments.defaults(source, atom)?,
                            _ => atom.free(edits)?,
                        }
                    }
                }
                _ => atom.free(edits)?,
            }
        }
        Ok(())
    }

    fn track(&mut self, source: &mut Source, edits: &mut Edits, trak: Atom) -> Checked<()> {
        let mark = edits.mark();
        let mut track = Track { id: 0, scale: 0, duration: 0, shown: None };
        let mut media = None;
        for atom in children(source, edits, trak.body, trak.end)? {
            match &atom.kind {
                b"tkhd" => {
                    let rest = times(source, edits, atom)?;
                    track.id = source.u32(rest)?;
                    // Number, reserved, duration, then 16 bytes, then the matrix.
                    let matrix = if rest == atom.body + 12 { rest + 28 } else { rest + 32 };
                    let (width, height) = (source.u32(matrix + 36)? >> 16, source.u32(matrix + 40)? >> 16);
                    let turned = source.u32(matrix)? == 0 && source.u32(matrix + 4)? != 0;
                    track.shown = Some(if turned { (height, width) } else { (width, height) });
                }
                b"edts" => {}
                b"mdia" if media.is_none() => media = Some(Media::read(source, edits, atom)?),
                _ => atom.free(edits)?,
            }
        }
        let Some(media) = media else { return Err(Fault::Broken) };
        (track.scale, track.duration) = (media.scale, media.duration);
        match &media.handler {
            b"vide" => stsd::video(source, edits, media.described()?)?,
            b"soun" => {
                track.shown = None;
                stsd::audio(source, edits, media.described()?)?;
            }
            // Places, orientations, chapters and the like: the track goes, and with it what it names.
            _ => {
                edits.forget(mark);
                trak.free(edits)?;
                return Ok(());
            }
        }
        media.tables.ranges(source, &mut self.named)?;
        if self.tracks.len() >= TRACKS_MOST {
            return Err(Fault::Broken);
        }
        self.tracks.push(track);
        Ok(())
    }

    /// Clears the media data that no kept track names. What a track names must be media data.
    fn clear_rest(&mut self, edits: &mut Edits) -> Checked<()> {
        self.named.sort_unstable();
        self.data.sort_unstable();
        let mut named = self.named.iter().filter(|(from, to)| from < to).copied().peekable();
        for (from, to) in self.data.iter().copied() {
            let mut at = from;
            while let Some((begin, end)) = named.next_if(|(begin, _)| *begin < to) {
                if begin < from || end > to {
                    return Err(Fault::Broken);
                }
                edits.zero(at, begin)?;
                at = at.max(end);
            }
            edits.zero(at, to)?;
        }
        if named.next().is_some() { Err(Fault::Broken) } else { Ok(()) }
    }

    fn found(&self) -> Checked<Found> {
        let millis = |duration: u64, scale: u32| u64::try_from(u128::from(duration) * 1000 / u128::from(scale.max(1))).unwrap_or(u64::MAX);
        // A duration of all ones is not known (§8.2.2.3).
        let known = |duration: &u64| *duration != u64::from(u32::MAX) && *duration != u64::MAX;
        let whole = Some(self.duration).filter(known).map_or(0, |duration| millis(duration, self.scale));
        let tracks = self.tracks.iter().map(|track| {
            let own = Some(track.duration).filter(known).unwrap_or(0);
            millis(own.max(self.fragments.length_of(track.id)), track.scale)
        });
        let shown = self.tracks.iter().find_map(|track| track.shown);
        let (width, height) = shown.unwrap_or_default();
        let media_type = if shown.is_some() { "video/mp4" } else { "audio/mp4" };
        Ok(Found { media_type, millis: tracks.max().unwrap_or(0).max(whole), width, height })
    }
}

/// What a track says of its media.
#[derive(Default)]
struct Media {
    handler: [u8; 4],
    scale: u32,
    duration: u64,
    described: Option<Atom>,
    tables: Tables,
}

impl Media {
    fn described(&self) -> Checked<Atom> {
        self.described.ok_or(Fault::Broken)
    }

    fn read(source: &mut Source, edits: &mut Edits, mdia: Atom) -> Checked<Self> {
        let mut media = Self::default();
        for atom in children(source, edits, mdia.body, mdia.end)? {
            match &atom.kind {
                b"mdhd" => {
                    let rest = times(source, edits, atom)?;
                    media.scale = source.u32(rest)?;
                    media.duration = if rest == atom.body + 12 { u64::from(source.u32(rest + 4)?) } else { source.u64(rest + 4)? };
                }
                b"hdlr" => media.handler = handler(source, edits, atom)?,
                b"elng" => {}
                b"minf" => media.inner(source, edits, atom)?,
                _ => atom.free(edits)?,
            }
        }
        Ok(media)
    }

    fn inner(&mut self, source: &mut Source, edits: &mut Edits, minf: Atom) -> Checked<()> {
        for atom in children(source, edits, minf.body, minf.end)? {
            match &atom.kind {
                b"vmhd" | b"smhd" | b"nmhd" => {}
                b"hdlr" => {
                    handler(source, edits, atom)?;
                }
                b"dinf" => references(source, edits, atom)?,
                b"stbl" => {
                    for atom in children(source, edits, atom.body, atom.end)? {
                        match &atom.kind {
                            b"stsd" => self.described = Some(atom),
                            b"stts" | b"ctts" | b"cslg" | b"stss" | b"stsh" | b"sdtp" | b"stps" | b"sgpd" | b"sbgp" => {}
                            kind if self.tables.take(kind, atom) => {}
                            _ => atom.free(edits)?,
                        }
                    }
                }
                _ => atom.free(edits)?,
            }
        }
        Ok(())
    }
}

/// Clears when something was made and changed (§8.2.2, the same in three headers); the place after.
fn times(source: &mut Source, edits: &mut Edits, atom: Atom) -> Checked<u64> {
    let after = match source.u8(atom.body)? {
        0 => atom.body + 12,
        1 => atom.body + 20,
        _ => return Err(Fault::Broken),
    };
    if after + 8 > atom.end {
        return Err(Fault::Broken);
    }
    edits.zero(atom.body + 4, after)?;
    Ok(after)
}

/// What a track holds; the name its maker gave it is cleared.
fn handler(source: &mut Source, edits: &mut Edits, atom: Atom) -> Checked<[u8; 4]> {
    if atom.end < atom.body + 24 {
        return Err(Fault::Broken);
    }
    edits.zero(atom.body + 24, atom.end)?;
    source.bytes(atom.body + 8)
}

/// Where media lie: always in the file itself. Names of disks and folders are cleared.
fn references(source: &mut Source, edits: &mut Edits, dinf: Atom) -> Checked<()> {
    for atom in children(source, edits, dinf.body, dinf.end)? {
        if &atom.kind != b"dref" || atom.end < atom.body + 8 {
            atom.free(edits)?;
            continue;
        }
        for entry in children(source, edits, atom.body + 8, atom.end)? {
            if entry.end >= entry.body + 4 {
                edits.put(entry.at + 4, b"url ")?;
                edits.put(entry.body, &[0, 0, 0, 1])?;
                edits.zero(entry.body + 4, entry.end)?;
            }
        }
    }
    Ok(())
}
