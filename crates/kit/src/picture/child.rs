//! What the child does: limits itself, decodes one picture, writes its sizes, says so, ends.

use std::fs::File;
use std::io::{self, BufReader, Read, Seek, Write};
use std::path::Path;

use image::error::ImageError;
use image::metadata::Orientation;
use image::{DynamicImage, ImageDecoder, ImageReader};
use memchr::memmem;
use rustix::process::{Resource, Rlimit, nice, setrlimit};

use super::kind::HEAD;
use super::{BROKEN, Kind, Limits, NOT_A_PICTURE, Report, TOO_LARGE, TOO_MANY_PIXELS, UNSUPPORTED, probe, shrink};

/// Memory beyond what the process has mapped when it begins: a progressive JPEG of 64 million pixels wants 600 MB.
const MEMORY: u64 = 1200 * 1024 * 1024;
/// Seconds of processor time.
const SECONDS: u64 = 25;
/// Bytes of one file that it may write.
const FILE: u64 = 64 * 1024 * 1024;

/// Decodes the picture `input` and puts its sizes into the folder `out_dir`. Writes one line: the report, or the key of
/// a sentence. Zero when all went well. To be called first thing in a process of its own, which it limits for good.
pub fn child_main(input: &Path, out_dir: &Path) -> u8 {
    let (line, code) = match confine().map_err(ImageError::IoError).and_then(|()| process(input, out_dir)) {
        Ok(Ok(report)) => (serde_json::to_string(&report).unwrap_or_default(), 0),
        Ok(Err(key)) => (key.to_owned(), 2),
        Err(error) => {
            let _ = writeln!(io::stderr(), "{error}");
            (key_of(&error).to_owned(), 2)
        }
    };
    let mut out = io::stdout();
    match writeln!(out, "{line}").and_then(|()| out.flush()) {
        Ok(()) => code,
        Err(_) => 3,
    }
}

/// Takes from this process what it does not need. The limit of memory counts from here, because an allocator or a
/// runtime may have reserved room before.
pub(super) fn confine() -> io::Result<()> {
    let limit = |most| Rlimit { current: Some(most), maximum: Some(most) };
    setrlimit(Resource::As, limit(mapped().saturating_add(MEMORY)))?;
    setrlimit(Resource::Cpu, limit(SECONDS))?;
    setrlimit(Resource::Fsize, limit(FILE))?;
    setrlimit(Resource::Core, limit(0))?;
    let _ = nice(10); // The town goes first.
    Ok(())
}

/// Bytes of address space in use, from the kernel's `VmSize: 1234 kB`.
fn mapped() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let size = status.lines().find_map(|line| line.strip_prefix("VmSize:"));
    size.and_then(|size| size.trim().trim_end_matches(" kB").parse::<u64>().ok()).map_or(0, |kilobytes| kilobytes * 1024)
}

fn process(input: &Path, out_dir: &Path) -> Result<Result<Report, &'static str>, ImageError> {
    let mut file = File::open(input)?;
    let limits = Limits::HOUSE;
    if file.metadata()?.len() > limits.max_bytes {
        return Ok(Err(TOO_LARGE));
    }
    let mut head = Vec::with_capacity(HEAD);
    (&file).take(HEAD as u64).read_to_end(&mut head)?;
    let kind = probe(&head);
    let Some(format) = kind.format() else { return Ok(Err(kind.refusal().unwrap_or(NOT_A_PICTURE))) };
    file.rewind()?;
    if kind == Kind::Jpeg && !is_whole_jpeg(&mut file)? {
        return Ok(Err(BROKEN));
    }

    let mut reader = ImageReader::with_format(BufReader::new(file), format);
    let mut most = image::Limits::no_limits();
    most.max_alloc = Some(MEMORY);
    reader.limits(most);
    let mut decoder = reader.into_decoder()?;
    let (width, height) = decoder.dimensions();
    if !limits.allow(width, height) {
        return Ok(Err(TOO_MANY_PIXELS));
    }
    let known = shrink::Known {
        // A damaged note about the camera is no reason to refuse the picture.
        orientation: decoder.orientation().unwrap_or(Orientation::NoTransforms),
        profile: decoder.icc_profile().unwrap_or_default(),
        lossy: kind == Kind::Jpeg,
    };
    let turned = !matches!(
        known.orientation,
        Orientation::NoTransforms | Orientation::Rotate180 | Orientation::FlipHorizontal | Orientation::FlipVertical
    );
    let (width, height) = if turned { (height, width) } else { (width, height) };
    let sizes = shrink::make_sizes(DynamicImage::from_decoder(decoder)?, known, out_dir)?;
    Ok(Ok(Report { width, height, sizes }))
}

/// Has a JPEG its end? The decoder would fill what is missing with grey. The end mark (ITU-T T.81 B.1.1.3) cannot occur
/// in what is compressed, but the small preview in the head has one of its own: so it is looked for behind the head.
fn is_whole_jpeg(file: &mut File) -> io::Result<bool> {
    let mut bytes = Vec::new();
    file.read_to_end(&mut bytes)?;
    file.rewind()?;
    let mut place = 2;
    while let Some(&[0xff, mark, high, low]) = bytes.get(place..place + 4) {
        match mark {
            0xda => break,
            0xff => place += 1,
            _ => place += 2 + usize::from(u16::from_be_bytes([high, low])),
        }
    }
    Ok(bytes.get(place..).is_some_and(|rest| memmem::find(rest, b"\xff\xd9").is_some()))
}

fn key_of(error: &ImageError) -> &'static str {
    match error {
        ImageError::Limits(_) => TOO_MANY_PIXELS,
        ImageError::Unsupported(_) => UNSUPPORTED,
        ImageError::Decoding(_) | ImageError::Encoding(_) | ImageError::Parameter(_) | ImageError::IoError(_) => BROKEN,
    }
}
