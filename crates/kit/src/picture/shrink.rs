//! From a decoded picture to its three sizes.
//!
//! A picture of 64 million pixels fills 190 MB, so nothing here makes a second one of that size: it is averaged down to
//! about twice the largest size first, then turned upright, then resampled well.

use std::fs::File;
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};

use image::codecs::jpeg::JpegEncoder;
use image::codecs::png::{CompressionType, FilterType as PngFilter, PngEncoder};
use image::imageops::FilterType;
use image::metadata::Orientation;
use image::{DynamicImage, ImageEncoder, ImageResult, RgbaImage};

use super::{SIZES, SizeReport};

/// Where JPEG stops to gain from more bytes.
const JPEG_QUALITY: u8 = 82;
/// Colour profiles up to this size are kept: those of telephones have half a kilobyte. Larger ones may tell of a device.
const MAX_PROFILE: usize = 4096;

/// What is known of a picture besides its pixels.
pub(super) struct Known {
    pub orientation: Orientation,
    pub profile: Option<Vec<u8>>,
    /// Was it a photograph's format? Then there is no point in trying PNG.
    pub lossy: bool,
}

/// Makes the sizes as files in a folder.
pub(super) fn make_sizes(image: DynamicImage, known: Known, folder: &Path) -> ImageResult<Vec<SizeReport>> {
    let mut image = averaged(image);
    image.apply_orientation(known.orientation);
    let (largest, _) = fit(&image, SIZES.first().map_or(0, |(_, side)| *side));
    let profile = known.profile.filter(|profile| profile.len() <= MAX_PROFILE && profile.get(16..20) == Some(b"RGB ".as_slice()));
    let writer = choose(&largest, known.lossy, profile)?;

    let mut sizes: Vec<SizeReport> = Vec::with_capacity(SIZES.len());
    let mut image = largest;
    for (name, side) in SIZES {
        let (next, shrunk) = fit(&image, side);
        image = next;
        let file = match sizes.last() {
            Some(larger) if !shrunk => larger.file.clone(),
            _ => {
                let file = PathBuf::from(format!("{name}.{}", writer.extension()));
                let mut out = BufWriter::new(File::create(folder.join(&file))?);
                writer.write(&image, &mut out)?;
                out.flush()?;
                file
            }
        };
        sizes.push(SizeReport { name: name.into(), width: image.width(), height: image.height(), file, mime: writer.mime().into() });
    }
    Ok(sizes)
}

/// Averaged by a whole number, so that its longest side is between one and two times the largest size. Eight bits a
/// channel, three channels, or four with the colours multiplied by their opacity (else invisible ones would shine through).
fn averaged(image: DynamicImage) -> DynamicImage {
    let image = if image.has_alpha() { DynamicImage::ImageRgba8(multiplied(image.into_rgba8())) } else { image };
    let longest = image.width().max(image.height());
    let factor = longest / SIZES.first().map_or(longest, |(_, side)| *side);
    let small = if factor < 2 { image } else { image.thumbnail_exact((image.width() / factor).max(1), (image.height() / factor).max(1)) };
    if small.has_alpha() { small } else { DynamicImage::ImageRgb8(small.into_rgb8()) }
}

/// Within a square of `side`, and whether it had to be shrunk for that.
fn fit(image: &DynamicImage, side: u32) -> (DynamicImage, bool) {
    if image.width().max(image.height()) <= side {
        return (image.clone(), false);
    }
    (image.resize(side, side, FilterType::Lanczos3), true)
}

fn multiplied(mut image: RgbaImage) -> RgbaImage {
    for pixel in image.pixels_mut() {
        let [r, g, b, a] = pixel.0;
        let times = |c: u8| u8::try_from((u32::from(c) * u32::from(a) + 127) / 255).unwrap_or(u8::MAX);
        pixel.0 = [times(r), times(g), times(b), a];
    }
    image
}

fn divided(mut image: RgbaImage) -> RgbaImage {
    for pixel in image.pixels_mut() {
        let [r, g, b, a] = pixel.0;
        let over = |c: u8| u8::try_from((u32::from(c) * 255 + u32::from(a) / 2) / u32::from(a.max(1))).unwrap_or(u8::MAX);
        pixel.0 = [over(r), over(g), over(b), a];
    }
    image
}

struct Writer {
    png: bool,
    transparent: bool,
    profile: Option<Vec<u8>>,
}

/// PNG where something shows through, or where it is the smaller file (drawings); JPEG elsewhere.
fn choose(image: &DynamicImage, lossy: bool, profile: Option<Vec<u8>>) -> ImageResult<Writer> {
    let transparent = image.as_rgba8().is_some_and(|image| image.pixels().any(|pixel| pixel.0[3] < u8::MAX));
    let mut writer = Writer { png: transparent, transparent, profile };
    if !transparent && !lossy {
        let mut jpeg = Counter(0);
        writer.write(image, &mut jpeg)?;
        let mut png = Counter(0);
        writer.png = true;
        writer.write(image, &mut png)?;
        writer.png = png.0 <= jpeg.0;
    }
    Ok(writer)
}

impl Writer {
    const fn extension(&self) -> &'static str {
        if self.png { "png" } else { "jpg" }
    }

    const fn mime(&self) -> &'static str {
        if self.png { "image/png" } else { "image/jpeg" }
    }

    fn write(&self, image: &DynamicImage, out: &mut impl Write) -> ImageResult<()> {
        let image =
            if self.transparent { DynamicImage::ImageRgba8(divided(image.to_rgba8())) } else { DynamicImage::ImageRgb8(image.to_rgb8()) };
        if self.png {
            self.encode(&image, PngEncoder::new_with_quality(out, CompressionType::Default, PngFilter::Adaptive))
        } else {
            self.encode(&image, JpegEncoder::new_with_quality(out, JPEG_QUALITY))
        }
    }

    fn encode(&self, image: &DynamicImage, mut encoder: impl ImageEncoder) -> ImageResult<()> {
        if let Some(profile) = &self.profile {
            // An encoder that cannot keep it shows slightly other colours: no reason to refuse a picture.
            let _ = encoder.set_icc_profile(profile.clone());
        }
        image.write_with_encoder(encoder)
    }
}

/// Counts bytes.
struct Counter(usize);

impl Write for Counter {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0 += bytes.len();
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}
