//! The child of these tests is the test program itself, started again to run [`as_child`] alone: so it is always the code
//! under test, and no second program has to be built first.

use std::io::Cursor;
use std::path::PathBuf;
use std::time::{Duration, Instant};

use image::codecs::jpeg::JpegEncoder;
use image::{DynamicImage, GenericImageView, ImageFormat, Rgb, RgbImage, Rgba, RgbaImage};

use super::*;
use crate::error::{Error, Result};

/// Not a test: what the other tests start in a process of its own.
#[test]
#[ignore = "the other tests start it"]
fn as_child() {
    if let Some((input, out)) = handed_over() {
        std::process::exit(i32::from(child_main(&input, &out)));
    }
}

/// Not a test either: a decoder that wants more memory than it may have.
#[test]
#[ignore = "the other tests start it"]
fn as_hungry_child() {
    if handed_over().is_some() {
        super::child::confine().unwrap();
        let hungry = vec![1_u8; 1400 * 1024 * 1024];
        std::process::exit(i32::from(hungry[hungry.len() / 2]));
    }
}

fn handed_over() -> Option<(PathBuf, PathBuf)> {
    let args: Vec<String> = std::env::args().collect();
    let [.., input, out] = args.as_slice() else { return None };
    let (input, out) = (PathBuf::from(input), PathBuf::from(out));
    (input.is_file() && out.is_dir()).then_some((input, out))
}

fn pictures(child: &str) -> Pictures {
    let before = [&format!("picture::tests::{child}"), "--exact", "--ignored", "--nocapture", "--test-threads=2"];
    Pictures::with_command(std::env::current_exe().unwrap(), before)
}

async fn process_with(pictures: &Pictures, bytes: &[u8]) -> Result<Processed> {
    let sent = tempfile::Builder::new().suffix(".png").tempfile().unwrap();
    std::fs::write(sent.path(), bytes).unwrap();
    pictures.process(sent.path(), "picture").await
}

async fn process(bytes: &[u8]) -> Result<Processed> {
    process_with(&pictures("as_child"), bytes).await
}

fn key(result: Result<Processed>) -> &'static str {
    match result {
        Err(Error::Invalid(errors)) => errors.of("picture").unwrap().key,
        other => panic!("{other:?}"),
    }
}

fn encode(image: &DynamicImage, format: ImageFormat) -> Vec<u8> {
    let mut out = Cursor::new(Vec::new());
    image.write_to(&mut out, format).unwrap();
    out.into_inner()
}

fn read(size: &Size) -> DynamicImage {
    image::open(&size.file).unwrap()
}

/// A landscape: red left, blue right.
fn halves(width: u32, height: u32) -> DynamicImage {
    RgbImage::from_fn(width, height, |x, _| if x < width / 2 { Rgb([220, 30, 30]) } else { Rgb([30, 30, 220]) }).into()
}

/// Something that compresses as badly as a photograph.
fn noise(width: u32, height: u32) -> DynamicImage {
    let mut seed = 1_u32;
    RgbImage::from_fn(width, height, |x, y| {
        seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        let grain = (seed >> 26) as u8;
        Rgb([(x / 4) as u8 / 2 + grain, (y / 4) as u8 / 2 + grain, 90 + grain])
    })
    .into()
}

/// A JPEG whose Exif says "turn me by 90 degrees" and where it was taken.
fn with_exif(jpeg: &[u8]) -> Vec<u8> {
    let entry = |tag: u16, kind: u16, count: u32, value: [u8; 4]| {
        [&tag.to_be_bytes()[..], &kind.to_be_bytes(), &count.to_be_bytes(), &value].concat()
    };
    let short = |value: u16| [value.to_be_bytes()[0], value.to_be_bytes()[1], 0, 0];
    let tiff = [
        b"MM\0*\0\0\0\x08".to_vec(),
        vec![0, 2],
        entry(0x0112, 3, 1, short(6)),             // orientation: its top is on the right
        entry(0x8825, 4, 1, 38_u32.to_be_bytes()), // where the place stands
        vec![0; 4],
        vec![0, 2],
        entry(1, 2, 2, *b"N\0\0\0"),
        entry(2, 5, 3, 68_u32.to_be_bytes()), // 37° 59' 11"
        vec![0; 4],
        [37_u32, 1, 59, 1, 11, 1].iter().flat_map(|number| number.to_be_bytes()).collect(),
        b"TERMINI IMERESE".to_vec(),
    ]
    .concat();
    let length = u16::try_from(tiff.len() + 8).unwrap().to_be_bytes();
    [&jpeg[..2], b"\xff\xe1", &length, b"Exif\0\0", &tiff, &jpeg[2..]].concat()
}

#[tokio::test]
async fn a_photograph_is_turned_upright_and_loses_where_it_was_taken() {
    let sent = with_exif(&encode(&halves(2000, 1000), ImageFormat::Jpeg));
    assert!(sent.windows(15).any(|part| part == b"TERMINI IMERESE"));
    let made = process(&sent).await.unwrap();
    assert_eq!((made.width, made.height), (1000, 2000));
    let shape: Vec<_> = made.sizes.iter().map(|size| (size.name.as_str(), size.width, size.height, size.mime.as_str())).collect();
    assert_eq!(shape, [("large", 800, 1600, "image/jpeg"), ("medium", 480, 960, "image/jpeg"), ("small", 240, 480, "image/jpeg")]);
    for size in &made.sizes {
        let bytes = std::fs::read(&size.file).unwrap();
        assert!(!bytes.windows(4).any(|part| part == b"Exif") && !bytes.windows(7).any(|part| part == b"TERMINI"));
        let image = read(size);
        assert_eq!(image.dimensions(), (size.width, size.height));
        let (top, bottom) = (image.get_pixel(size.width / 2, 9), image.get_pixel(size.width / 2, size.height - 9));
        assert!(top.0[0] > 180 && bottom.0[2] > 180, "{top:?} {bottom:?}");
    }
}

#[tokio::test]
async fn a_small_picture_is_not_enlarged() {
    let made = process(&encode(&noise(700, 300), ImageFormat::Jpeg)).await.unwrap();
    let widths: Vec<u32> = made.sizes.iter().map(|size| size.width).collect();
    assert_eq!(widths, [700, 700, 480]);
    assert_eq!(made.size("large").unwrap().file, made.size("medium").unwrap().file);
    let tiny = process(&encode(&halves(1, 1), ImageFormat::Png)).await.unwrap();
    assert_eq!((tiny.width, tiny.sizes[2].width), (1, 1));
}

#[tokio::test]
async fn drawings_stay_sharp_photographs_become_small() {
    let drawing = process(&encode(&halves(1200, 900), ImageFormat::Png)).await.unwrap();
    assert_eq!(drawing.sizes[0].mime, "image/png");
    let photograph = process(&encode(&noise(1200, 900), ImageFormat::Png)).await.unwrap();
    assert_eq!(photograph.sizes[0].mime, "image/jpeg");
    let web = process(&encode(&noise(300, 200), ImageFormat::WebP)).await.unwrap();
    assert_eq!((web.width, web.height), (300, 200));
    let gif = process(&encode(&halves(300, 200), ImageFormat::Gif)).await.unwrap();
    assert_eq!((gif.width, gif.height), (300, 200));
}

#[tokio::test]
async fn what_shows_through_stays_so_without_edges_of_another_colour() {
    // An orange disc on nothing; but nothing is green, which nobody should ever see.
    let disc = RgbaImage::from_fn(2000, 2000, |x, y| {
        let inside = (i64::from(x) - 1000).pow(2) + (i64::from(y) - 1000).pow(2) < 810_000;
        if inside { Rgba([250, 140, 20, 255]) } else { Rgba([0, 255, 0, 0]) }
    });
    let made = process(&encode(&disc.into(), ImageFormat::Png)).await.unwrap();
    for size in &made.sizes {
        assert_eq!(size.mime, "image/png");
        let image = read(size).into_rgba8();
        assert_eq!(image.get_pixel(0, 0).0[3], 0);
        assert!(image.pixels().filter(|pixel| pixel.0[3] > 60).all(|pixel| pixel.0[0] > 200 && pixel.0[1] < 190), "{}", size.name);
    }
}

#[tokio::test]
async fn a_telephones_64_million_pixels_are_accepted() {
    let wide = RgbImage::from_fn(9248, 6944, |x, y| Rgb([(x >> 6) as u8, (y >> 5) as u8, 120]));
    let mut sent = Vec::new();
    JpegEncoder::new_with_quality(&mut sent, 60).encode_image(&wide).unwrap();
    drop(wide);
    let begun = Instant::now();
    let made = process(&sent).await.unwrap();
    assert_eq!((made.width, made.height), (9248, 6944));
    assert_eq!((made.sizes[0].width, made.sizes[0].height), (1600, 1201));
    assert!(begun.elapsed() < Duration::from_secs(120), "it hung for {:?}", begun.elapsed());
}

/// The head of a PNG that promises pixels it does not have.
fn promised(width: u32, height: u32) -> Vec<u8> {
    let mut header = b"IHDR".to_vec();
    header.extend(width.to_be_bytes());
    header.extend(height.to_be_bytes());
    header.extend([8, 2, 0, 0, 0]);
    let check = crc32(&header).to_be_bytes();
    [b"\x89PNG\r\n\x1a\n\0\0\0\x0d", header.as_slice(), &check, b"\0\0\0\0IDAT\x35\xaf\x06\x1e", b"\0\0\0\0IEND\xae\x42\x60\x82"].concat()
}

fn crc32(bytes: &[u8]) -> u32 {
    !bytes.iter().fold(u32::MAX, |sum, byte| (0..8).fold(sum ^ u32::from(*byte), |sum, _| (sum >> 1) ^ (0xedb8_8320 * (sum & 1))))
}

#[tokio::test]
async fn a_bomb_is_refused_by_its_head() {
    let begun = Instant::now();
    for (width, height) in [(20_000, 20_000), (20_001, 1), (1, u32::MAX >> 1), (12_000, 9_000)] {
        assert_eq!(key(process(&promised(width, height)).await), TOO_MANY_PIXELS, "{width}×{height}");
    }
    assert_eq!(key(process(&promised(0, 9)).await), BROKEN);
    assert!(begun.elapsed() < Duration::from_secs(60), "it hung for {:?}", begun.elapsed());
    assert!(Limits::HOUSE.allow(9248, 6944) && Limits::HOUSE.allow(20_000, 5_000));
}

#[tokio::test]
async fn what_is_cut_off_or_no_picture_gets_its_sentence() {
    let jpeg = with_exif(&encode(&noise(600, 400), ImageFormat::Jpeg));
    let png = encode(&noise(600, 400), ImageFormat::Png);
    let web = encode(&noise(600, 400), ImageFormat::WebP);
    for whole in [jpeg, png, web] {
        for part in [whole.len() / 2, whole.len() / 20, 30] {
            assert_eq!(key(process(&whole[..part]).await), BROKEN, "{part} of {}", whole.len());
        }
    }
    assert_eq!(key(process(b"This is a text, whatever its name says.").await), NOT_A_PICTURE);
    assert_eq!(key(process(b"").await), NOT_A_PICTURE);
    assert_eq!(key(process(b"\0\0\0\x18ftypheic\0\0\0\0mif1heic").await), "picture-heic");
    assert_eq!(key(process(&vec![0; 50 * 1024 * 1024 + 1]).await), TOO_LARGE);
}

#[tokio::test]
async fn damaged_bytes_never_harm_the_town() {
    let whole = encode(&noise(80, 60), ImageFormat::Png);
    let jpeg = with_exif(&encode(&noise(80, 60), ImageFormat::Jpeg));
    let mut seed = 7_usize;
    for round in 0..40 {
        let mut bytes = if round % 2 == 0 { whole.clone() } else { jpeg.clone() };
        for _ in 0..8 {
            seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            let place = 12 + (seed >> 33) % (bytes.len() - 12);
            bytes[place] = (seed >> 20) as u8;
        }
        assert!(matches!(process(&bytes).await, Ok(_) | Err(Error::Invalid(_))), "round {round}");
    }
}

#[tokio::test]
async fn a_child_that_dies_or_hangs_is_a_fault_of_the_picture() {
    let picture = encode(&halves(10, 10), ImageFormat::Png);
    let child = |script: &str| Pictures::with_command("/bin/sh", ["-c", script]).hurried(Duration::from_millis(300));
    assert_eq!(key(process_with(&child("kill -ABRT $$"), &picture).await), TOO_MANY_PIXELS);
    assert_eq!(key(process_with(&child("exec sleep 60"), &picture).await), TOO_MANY_PIXELS);
    assert_eq!(key(process_with(&child("exit 101"), &picture).await), BROKEN);
    assert_eq!(key(process_with(&child("echo '{\"width\":1,\"height\":1,\"sizes\":[{\"name\":\"large\",\"width\":1,\"height\":1,\"file\":\"/etc/passwd\",\"type\":\"x\"}]}'"), &picture).await), BROKEN);
    let missing = Pictures::new("/no/such/program");
    assert!(matches!(process_with(&missing, &picture).await, Err(Error::Internal(_))));
}

#[tokio::test]
async fn a_child_without_memory_ends_and_nothing_else_does() {
    let picture = encode(&halves(10, 10), ImageFormat::Png);
    assert_eq!(key(process_with(&pictures("as_hungry_child"), &picture).await), TOO_MANY_PIXELS);
}
