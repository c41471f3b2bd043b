//! Which bytes of an MP4 file the samples of a track are: by its tables (ISO/IEC 14496-12 §8.7), or by its fragments (§8.8).

use std::collections::HashMap;

use super::bmff::{Atom, Track, children};
use super::source::{Edits, Source};
use super::{Checked, Fault};

/// Pieces of media data that one file may name.
const MOST: usize = 2_000_000;

/// The tables of a track.
#[derive(Default)]
pub struct Tables {
    offsets: Option<(Atom, u64)>,
    chunks: Option<Atom>,
    sizes: Option<Atom>,
    small: bool,
}

impl Tables {
    /// Notes a table that is one of these.
    pub fn take(&mut self, kind: &[u8; 4], atom: Atom) -> bool {
        match kind {
            b"stco" => self.offsets = Some((atom, 4)),
            b"co64" => self.offsets = Some((atom, 8)),
            b"stsc" => self.chunks = Some(atom),
            b"stsz" => self.sizes = Some(atom),
            b"stz2" => (self.sizes, self.small) = (Some(atom), true),
            _ => return false,
        }
        true
    }

    /// Adds where the samples lie.
    pub fn ranges(&self, source: &mut Source, named: &mut Vec<(u64, u64)>) -> Checked<()> {
        let (Some((offsets, wide)), Some(chunks), Some(sizes)) = (self.offsets, self.chunks, self.sizes) else { return Err(Fault::Broken) };
        let mut runs = Runs::new(source, chunks)?;
        let mut sizes = Sizes::new(source, sizes, self.small)?;
        let count = u64::from(source.u32(offsets.body + 4)?);
        fits(offsets, 8, count, wide)?;
        for chunk in 0..count {
            source.step()?;
            let at = offsets.body + 8 + chunk * wide;
            let from = if wide == 8 { source.u64(at)? } else { u64::from(source.u32(at)?) };
            let samples = runs.samples(source, chunk + 1)?;
            let bytes = sizes.sum(source, samples)?;
            add(named, from, bytes)?;
        }
        Ok(())
    }
}

/// A table must be as long as it says.
fn fits(atom: Atom, head: u64, count: u64, wide: u64) -> Checked<()> {
    if atom.body + head + count * wide <= atom.end { Ok(()) } else { Err(Fault::Broken) }
}

fn add(named: &mut Vec<(u64, u64)>, from: u64, bytes: u64) -> Checked<()> {
    let to = from.checked_add(bytes).ok_or(Fault::Broken)?;
    let full = named.len() >= MOST;
    match named.last_mut() {
        Some(last) if last.1 == from => last.1 = to,
        _ if full => return Err(Fault::Broken),
        _ => named.push((from, to)),
    }
    Ok(())
}

/// How many samples each chunk has (§8.7.4): runs of chunks.
struct Runs {
    at: u64,
    left: u32,
    samples: u32,
    next: Option<(u64, u32)>,
}

impl Runs {
    fn new(source: &mut Source, atom: Atom) -> Checked<Self> {
        let count = source.u32(atom.body + 4)?;
        fits(atom, 8, u64::from(count), 12)?;
        let mut runs = Self { at: atom.body + 8, left: count, samples: 0, next: None };
        runs.ahead(source)?;
        Ok(runs)
    }

    fn ahead(&mut self, source: &mut Source) -> Checked<()> {
        self.next = None;
        if self.left > 0 {
            source.step()?;
            self.next = Some((u64::from(source.u32(self.at)?), source.u32(self.at + 4)?));
            self.at += 12;
            self.left -= 1;
        }
        Ok(())
    }

    fn samples(&mut self, source: &mut Source, chunk: u64) -> Checked<u32> {
        while let Some((_, samples)) = self.next.filter(|(first, _)| *first <= chunk) {
            self.samples = samples;
            self.ahead(source)?;
        }
        Ok(self.samples)
    }
}

/// The sizes of the samples one after the other (§8.7.3).
struct Sizes {
    fixed: u64,
    bits: u64,
    at: u64,
    done: u64,
    count: u64,
}

impl Sizes {
    fn new(source: &mut Source, atom: Atom, small: bool) -> Checked<Self> {
        let count = u64::from(source.u32(atom.body + 8)?);
        let word = source.u32(atom.body + 4)?;
        let (fixed, bits) = if small { (0, u64::from(word & 0xff)) } else { (u64::from(word), 32) };
        if !matches!(bits, 4 | 8 | 16 | 32) {
            return Err(Fault::Broken);
        }
        if fixed == 0 && atom.body + 12 + (count * bits).div_ceil(8) > atom.end {
            return Err(Fault::Broken);
        }
        Ok(Self { fixed, bits, at: atom.body + 12, done: 0, count })
    }

    /// The bytes of the next so many samples; what is not there counts nothing.
    fn sum(&mut self, source: &mut Source, samples: u32) -> Checked<u64> {
        let many = u64::from(samples).min(self.count - self.done);
        if self.fixed > 0 {
            self.done += many;
            return self.fixed.checked_mul(many).ok_or(Fault::Broken);
        }
        let mut sum = 0_u64;
        for _ in 0..many {
            source.step()?;
            let at = self.at + self.done * self.bits / 8;
            sum += match self.bits {
                32 => u64::from(source.u32(at)?),
                16 => u64::from(source.u16(at)?),
                8 => u64::from(source.u8(at)?),
                _ if self.done.is_multiple_of(2) => u64::from(source.u8(at)? >> 4),
                _ => u64::from(source.u8(at)? & 0xf),
            };
            self.done += 1;
        }
        Ok(sum)
    }
}

/// What fragments say.
#[derive(Default)]
pub struct Fragments {
    /// Usual duration and size of a track's samples (§8.8.3).
    usual: HashMap<u32, (u32, u32)>,
    /// Where a track begins and ends, in its own scale.
    spans: HashMap<u32, (u64, u64)>,
}

impl Fragments {
    /// Reads a `trex`.
    pub fn defaults(&mut self, source: &mut Source, atom: Atom) -> Checked<()> {
        if atom.end < atom.body + 24 || self.usual.len() > 100 {
            return Err(Fault::Broken);
        }
        self.usual.insert(source.u32(atom.body + 4)?, (source.u32(atom.body + 12)?, source.u32(atom.body + 16)?));
        Ok(())
    }

    /// How long a track lasts by its fragments.
    pub fn length_of(&self, track: u32) -> u64 {
        self.spans.get(&track).map_or(0, |(begin, end)| end.saturating_sub(*begin))
    }

    /// Reads a `moof`.
    pub fn read(
        &mut self,
        source: &mut Source,
        edits: &mut Edits,
        moof: Atom,
        tracks: &[Track],
        named: &mut Vec<(u64, u64)>,
    ) -> Checked<()> {
        let mut after = moof.at;
        let mut dropped = false;
        for atom in children(source, edits, moof.body, moof.end)? {
            match &atom.kind {
                b"mfhd" => {}
                b"traf" => {
                    let mark = edits.mark();
                    let run = self.traf(source, edits, atom, moof.at, after)?;
                    let kept = tracks.iter().any(|track| track.id == run.track);
                    if !kept {
                        edits.forget(mark);
                        atom.free(edits)?;
                        dropped = true;
                        continue;
                    }
                    // A place that is counted from a fragment that goes would be another one.
                    if run.follows && dropped {
                        return Err(Fault::Broken);
                    }
                    after = run.after;
                    for (from, bytes) in run.pieces {
                        add(named, from, bytes)?;
                    }
                    let span = self.spans.entry(run.track).or_insert((run.begin, run.end));
                    *span = (span.0.min(run.begin), span.1.max(run.end));
                }
                _ => atom.free(edits)?,
            }
        }
        Ok(())
    }

    fn traf(&self, source: &mut Source, edits: &mut Edits, traf: Atom, moof: u64, after: u64) -> Checked<Run> {
        let mut run = Run { base: after, follows: after != moof, ..Run::default() };
        let (mut duration, mut size) = (0, 0);
        for atom in children(source, edits, traf.body, traf.end)? {
            match &atom.kind {
                b"tfhd" => {
                    let flags = source.u32(atom.body)?;
                    run.track = source.u32(atom.body + 4)?;
                    (duration, size) = self.usual.get(&run.track).copied().unwrap_or_default();
                    let mut at = atom.body + 8;
                    if flags & 0x1 != 0 {
                        (run.base, run.follows) = (source.u64(at)?, false);
                        at += 8;
                    } else if flags & 0x2_0000 != 0 {
                        (run.base, run.follows) = (moof, false);
                    }
                    at += if flags & 0x2 != 0 { 4 } else { 0 };
                    if flags & 0x8 != 0 {
                        duration = source.u32(at)?;
                        at += 4;
                    }
                    if flags & 0x10 != 0 {
                        size = source.u32(at)?;
                    }
                    run.after = run.base;
                }
                b"tfdt" => {
                    run.begin = if source.u8(atom.body)? == 1 { source.u64(atom.body + 4)? } else { u64::from(source.u32(atom.body + 4)?) };
                    run.end = run.begin;
                }
                b"trun" => run.trun(source, atom, duration, size)?,
                b"sdtp" | b"sbgp" | b"sgpd" => {}
                _ => atom.free(edits)?,
            }
        }
        Ok(run)
    }
}

/// The samples of one track in one fragment.
#[derive(Default)]
struct Run {
    track: u32,
    base: u64,
    /// Its place is counted from the end of the one before.
    follows: bool,
    /// Where its data end.
    after: u64,
    /// When it begins and ends.
    begin: u64,
    end: u64,
    pieces: Vec<(u64, u64)>,
}

impl Run {
    fn trun(&mut self, source: &mut Source, atom: Atom, usual_duration: u32, usual_size: u32) -> Checked<()> {
        let flags = source.u32(atom.body)?;
        let count = source.u32(atom.body + 4)?;
        let mut at = atom.body + 8;
        let mut from = self.after;
        if flags & 0x1 != 0 {
            let offset = i32::from_be_bytes(source.bytes(at)?);
            from = self.base.checked_add_signed(i64::from(offset)).ok_or(Fault::Broken)?;
            at += 4;
        }
        at += if flags & 0x4 != 0 { 4 } else { 0 };
        let has = |flag: u32| flags & flag != 0;
        let wide = [0x100, 0x200, 0x400, 0x800].iter().filter(|flag| has(**flag)).count() as u64 * 4;
        if at + u64::from(count) * wide > atom.end {
            return Err(Fault::Broken);
        }
        let (mut bytes, mut lasts) = (0_u64, 0_u64);
        if wide == 0 {
            bytes = u64::from(count) * u64::from(usual_size);
            lasts = u64::from(count) * u64::from(usual_duration);
        } else {
            for sample in 0..u64::from(count) {
                source.step()?;
                let here = at + sample * wide;
                lasts += u64::from(if has(0x100) { source.u32(here)? } else { usual_duration });
                bytes += u64::from(if has(0x200) { source.u32(here + if has(0x100) { 4 } else { 0 })? } else { usual_size });
            }
        }
        self.pieces.push((from, bytes));
        self.after = from.checked_add(bytes).ok_or(Fault::Broken)?;
        self.end = self.end.saturating_add(lasts);
        Ok(())
    }
}
