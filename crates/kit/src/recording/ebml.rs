//! WebM, and Matroska with WebM's codecs: elements in elements (RFC 8794, RFC 9559). What playing does not need becomes
//! `Void` of the same length.

use super::ogg::clear_vorbis_comment;
use super::source::{Edits, Source};
use super::{Checked, Fault, Found};

const HEAD: u32 = 0x1a45_dfa3;
const DOC_TYPE: u32 = 0x4282;
const SEGMENT: u32 = 0x1853_8067;
const SEEK_HEAD: u32 = 0x114d_9b74;
const INFO: u32 = 0x1549_a966;
const TRACKS: u32 = 0x1654_ae6b;
const CLUSTER: u32 = 0x1f43_b675;
const CUES: u32 = 0x1c53_bb6b;
/// What else stands in a segment, and so ends a cluster that does not say its length: tags, chapters, attachments.
const OTHERS: [u32; 3] = [0x1254_c367, 0x1043_a770, 0x1941_a469];
const TRACK: u32 = 0xae;
/// Room that says nothing.
const VOID: u32 = 0xec;
/// Tracks of picture and sound one file may have: each block is looked up among them.
const TRACKS_MOST: usize = 100;
/// What is kept of a track, beside what is read here: number, flags, durations, language, sound, colours.
const OF_TRACK: [u32; 15] =
    [0x73c5, 0xb9, 0x88, 0x55aa, 0x9c, 0x6de7, 0x6df8, 0x23_e383, 0x23_4e7a, 0x23_314f, 0x22_b59c, 0x22_b59d, 0x56aa, 0x56bb, 0xe1];
/// What is kept of a group of blocks beside the block and its duration.
const OF_GROUP: [u32; 4] = [0xfa, 0xfb, 0x75a2, 0xa4];

/// An element: where it begins, where its content begins, where it ends (none when it does not say).
#[derive(Debug, Clone, Copy)]
struct Element {
    id: u32,
    at: u64,
    body: u64,
    end: Option<u64>,
}

impl Element {
    fn next(source: &mut Source, at: u64, to: u64) -> Checked<Option<Self>> {
        if at >= to {
            return Ok(None);
        }
        source.step()?;
        let first = source.u8(at)?;
        let width = u64::from(first.leading_zeros()) + 1;
        if width > 4 {
            return Err(Fault::Broken);
        }
        let mut id = 0_u32;
        for byte in 0..width {
            id = id << 8 | u32::from(source.u8(at + byte)?);
        }
        let (size, wide) = number(source, at + width)?;
        let body = at + width + wide;
        let end = match size {
            None => None,
            Some(size) => Some(body.checked_add(size).filter(|end| *end <= to).ok_or(Fault::Broken)?),
        };
        Ok(Some(Self { id, at, body, end }))
    }

    fn end(&self) -> Checked<u64> {
        self.end.ok_or(Fault::Broken)
    }

    /// It becomes `Void`, with zeros in it.
    fn void(&self, edits: &mut Edits) -> Checked<()> {
        let end = self.end()?;
        if self.id == VOID {
            return edits.zero(self.body, end);
        }
        // The one byte of its name, then a length in the bytes that the old name and length took.
        let wide = (self.body - self.at - 1).min(8);
        let size = end - self.at - 1 - wide;
        let marked = size | 1 << (7 * wide);
        let bytes = marked.to_be_bytes();
        let mut head = vec![0xec_u8];
        head.extend(bytes.iter().skip(8 - usize::try_from(wide).unwrap_or(8)));
        edits.put(self.at, &head)?;
        edits.zero(self.at + 1 + wide, end)
    }

    fn uint(&self, source: &mut Source) -> Checked<u64> {
        let end = self.end()?;
        if end - self.body > 8 {
            return Err(Fault::Broken);
        }
        let mut value = 0;
        for at in self.body..end {
            value = value << 8 | u64::from(source.u8(at)?);
        }
        Ok(value)
    }

    fn float(&self, source: &mut Source) -> Checked<f64> {
        match self.end()? - self.body {
            0 => Ok(0.0),
            4 => Ok(f64::from(f32::from_bits(source.u32(self.body)?))),
            8 => Ok(f64::from_bits(source.u64(self.body)?)),
            _ => Err(Fault::Broken),
        }
    }

    fn word(&self, source: &mut Source) -> Checked<String> {
        let mut word = String::new();
        for at in self.body..self.end()?.min(self.body + 32) {
            match source.u8(at)? {
                0 => break,
                byte if byte.is_ascii_graphic() => word.push(char::from(byte)),
                _ => word.push('?'),
            }
        }
        Ok(word)
    }
}

/// A length or a track's number: as many bytes as its first has zeros in front; none when it is all ones (RFC 8794 §6.2).
fn number(source: &mut Source, at: u64) -> Checked<(Option<u64>, u64)> {
    let first = source.u8(at)?;
    let width = first.leading_zeros() + 1;
    if width > 8 {
        return Err(Fault::Broken);
    }
    let mut value = u64::from(first);
    for byte in 1..u64::from(width) {
        value = value << 8 | u64::from(source.u8(at + byte)?);
    }
    let ones = (1_u64 << (7 * width)) - 1;
    value &= ones;
    Ok(((value != ones).then_some(value), u64::from(width)))
}

/// The elements within one that says its length.
fn children(source: &mut Source, of: Element) -> Checked<Vec<Element>> {
    const MOST: usize = 10_000;
    let to = of.end()?;
    let mut list = Vec::new();
    let mut at = of.body;
    while let Some(element) = Element::next(source, at, to)? {
        if list.len() >= MOST {
            return Err(Fault::Broken);
        }
        at = element.end()?;
        list.push(element);
    }
    Ok(list)
}

#[derive(Default)]
struct Film {
    scale: u64,
    duration: f64,
    last: u64,
    kept: Vec<u64>,
    video: Option<(u32, u32)>,
    there: bool,
}

pub fn walk(source: &mut Source, edits: &mut Edits) -> Checked<Found> {
    let len = source.len;
    let head = Element::next(source, 0, len)?.filter(|element| element.id == HEAD).ok_or(Fault::Broken)?;
    for element in children(source, head)?.into_iter().filter(|element| element.id == DOC_TYPE) {
        match element.word(source)?.as_str() {
            "webm" => {}
            // With WebM's codecs it is WebM: the word is shortened at its place, zeros behind it (RFC 8794 §13).
            "matroska" => edits.put(element.body, b"webm\0\0\0\0")?,
            _ => return Err(Fault::Kind("EBML")),
        }
    }
    let mut film = Film { scale: 1_000_000, ..Film::default() };
    let mut at = head.end()?;
    while let Some(element) = Element::next(source, at, len)? {
        match element.id {
            SEGMENT if !film.there => at = film.segment(source, edits, element)?,
            SEGMENT => return Err(Fault::Broken),
            _ => {
                element.void(edits)?;
                at = element.end()?;
            }
        }
    }
    film.found()
}

impl Film {
    fn segment(&mut self, source: &mut Source, edits: &mut Edits, segment: Element) -> Checked<u64> {
        self.there = true;
        let to = segment.end.unwrap_or(source.len);
        let mut at = segment.body;
        while let Some(element) = Element::next(source, at, to)? {
            at = match element.id {
                CLUSTER => self.cluster(source, edits, element, to)?,
                SEEK_HEAD | CUES => element.end()?,
                INFO => {
                    self.info(source, edits, element)?;
                    element.end()?
                }
                TRACKS => {
                    for track in children(source, element)? {
                        if track.id == TRACK { self.track(source, edits, track)? } else { track.void(edits)? }
                    }
                    element.end()?
                }
                _ => {
                    element.void(edits)?;
                    element.end()?
                }
            };
        }
        Ok(to)
    }

    fn info(&mut self, source: &mut Source, edits: &mut Edits, info: Element) -> Checked<()> {
        for element in children(source, info)? {
            match element.id {
                0x2a_d7b1 => self.scale = element.uint(source)?,
                0x4489 => self.duration = element.float(source)?,
                // Both programs must be named (RFC 9559 §5.1.2); an empty name says nothing.
                0x4d80 | 0x5741 => edits.zero(element.body, element.end()?)?,
                _ => element.void(edits)?,
            }
        }
        Ok(())
    }

    fn track(&mut self, source: &mut Source, edits: &mut Edits, track: Element) -> Checked<()> {
        let mark = edits.mark();
        let (mut number, mut kind, mut codec, mut private, mut shown) = (0, 0, String::new(), None, None);
        for element in children(source, track)? {
            match element.id {
                0xd7 => number = element.uint(source)?,
                0x83 => kind = element.uint(source)?,
                0x86 => codec = element.word(source)?,
                0x63a2 => private = Some(element),
                0xe0 => shown = Some(shape(source, element)?),
                // Packed or locked in a way that browsers do not undo.
                0x6d80 => return Err(Fault::Codec("ContentEncoding".into())),
                id if OF_TRACK.contains(&id) => {}
                _ => element.void(edits)?,
            }
        }
        match (kind, codec.as_str()) {
            (1, "V_VP8" | "V_VP9" | "V_AV1") => self.video = self.video.or(shown),
            (2, "A_OPUS") => {}
            (2, "A_VORBIS") => clear_private(source, edits, private.ok_or(Fault::Broken)?)?,
            (1 | 2, codec) => return Err(Fault::Codec(name(codec))),
            // Subtitles and other data: the track goes, and with it its blocks.
            _ => {
                edits.forget(mark);
                return track.void(edits);
            }
        }
        if self.kept.len() >= TRACKS_MOST {
            return Err(Fault::Broken);
        }
        self.kept.push(number);
        Ok(())
    }

    fn cluster(&mut self, source: &mut Source, edits: &mut Edits, cluster: Element, to: u64) -> Checked<u64> {
        if self.kept.is_empty() {
            return Err(Fault::Broken);
        }
        let to = cluster.end.unwrap_or(to);
        let mut at = cluster.body;
        let mut time = 0;
        while let Some(element) = Element::next(source, at, to)? {
            let outside = matches!(element.id, CLUSTER | CUES | INFO | TRACKS | SEEK_HEAD) || OTHERS.contains(&element.id);
            if outside && cluster.end.is_none() {
                return Ok(at);
            }
            match element.id {
                0xe7 => time = element.uint(source)?,
                0xab | 0xa7 => {}
                0xa3 => self.block(source, edits, element, element, time, 0)?,
                0xa0 => self.group(source, edits, element, time)?,
                _ => element.void(edits)?,
            }
            at = element.end()?;
        }
        Ok(to)
    }

    fn group(&mut self, source: &mut Source, edits: &mut Edits, group: Element, time: u64) -> Checked<()> {
        let (mut block, mut lasts) = (None, 0);
        let mark = edits.mark();
        for element in children(source, group)? {
            match element.id {
                0xa1 => block = Some(element),
                0x9b => lasts = element.uint(source)?,
                id if OF_GROUP.contains(&id) => {}
                _ => element.void(edits)?,
            }
        }
        let block = block.ok_or(Fault::Broken)?;
        let after = edits.mark();
        self.block(source, edits, block, group, time, lasts)?;
        if edits.mark() > after {
            edits.forget(mark);
            group.void(edits)?;
        }
        Ok(())
    }

    /// Notes when a block is; one of a track that goes makes `whole` go.
    fn block(&mut self, source: &mut Source, edits: &mut Edits, block: Element, whole: Element, time: u64, lasts: u64) -> Checked<()> {
        let (track, wide) = number(source, block.body)?;
        if !track.is_some_and(|track| self.kept.contains(&track)) {
            return whole.void(edits);
        }
        let beside = i16::from_be_bytes(source.bytes(block.body + wide)?);
        let ends = time.saturating_add_signed(i64::from(beside)).saturating_add(lasts);
        self.last = self.last.max(ends);
        Ok(())
    }

    fn found(&self) -> Checked<Found> {
        if self.kept.is_empty() || self.scale == 0 || !self.duration.is_finite() {
            return Err(Fault::Broken);
        }
        // Recorders that write as they go leave the duration out; then the last block says it.
        let declared = if self.duration > 0.0 && self.duration < 1e15 { self.duration as u64 } else { 0 };
        let units = declared.max(self.last);
        let millis = u64::try_from(u128::from(units) * u128::from(self.scale) / 1_000_000).unwrap_or(u64::MAX);
        let (width, height) = self.video.unwrap_or_default();
        Ok(Found { media_type: if self.video.is_some() { "video/webm" } else { "audio/webm" }, millis, width, height })
    }
}

/// Points across and down: as it is to be shown, or as it was taken.
fn shape(source: &mut Source, video: Element) -> Checked<(u32, u32)> {
    let (mut taken, mut shown, mut unit) = ((0, 0), (0, 0), 0);
    for element in children(source, video)? {
        match element.id {
            0xb0 => taken.0 = element.uint(source)?,
            0xba => taken.1 = element.uint(source)?,
            0x54b0 => shown.0 = element.uint(source)?,
            0x54ba => shown.1 = element.uint(source)?,
            0x54b2 => unit = element.uint(source)?,
            _ => {}
        }
    }
    let (width, height) = if unit == 0 && shown.0 > 0 && shown.1 > 0 { shown } else { taken };
    Ok((u32::try_from(width).unwrap_or(u32::MAX), u32::try_from(height).unwrap_or(u32::MAX)))
}

/// The three heads of Vorbis one after the other (RFC 9559 §27.3): the words in the second go.
fn clear_private(source: &mut Source, edits: &mut Edits, private: Element) -> Checked<()> {
    let end = private.end()?;
    if source.u8(private.body)? != 2 {
        return Err(Fault::Broken);
    }
    let mut at = private.body + 1;
    let mut sizes = [0_u64; 2];
    for size in &mut sizes {
        loop {
            let byte = source.u8(at)?;
            at += 1;
            *size += u64::from(byte);
            if byte < 255 || at >= end {
                break;
            }
        }
    }
    let [first, second] = sizes;
    let from = at + first;
    if from + second > end {
        return Err(Fault::Broken);
    }
    clear_vorbis_comment(edits, &[(from, second)], second)
}

fn name(codec: &str) -> String {
    match codec {
        "V_MPEG4/ISO/AVC" => "H.264 (Matroska)".into(),
        "V_MPEGH/ISO/HEVC" => "HEVC (H.265)".into(),
        other => other.trim_start_matches(['V', 'A']).trim_start_matches('_').to_owned(),
    }
}
