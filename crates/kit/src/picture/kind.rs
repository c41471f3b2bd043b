//! What a file is, by its first bytes. Names and declared types say nothing.

use image::ImageFormat;

/// How many bytes [`probe`] wants to see.
pub(super) const HEAD: usize = 1024;

/// What a file is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// JPEG.
    Jpeg,
    /// PNG.
    Png,
    /// WebP.
    Webp,
    /// GIF; the first frame counts.
    Gif,
    /// HEIC, what some telephones make unless told otherwise.
    Heic,
    /// AVIF.
    Avif,
    /// SVG: a document that can carry scripts.
    Svg,
    /// TIFF, and the raw formats of cameras built on it.
    Tiff,
    /// Windows bitmap.
    Bmp,
    /// PDF.
    Pdf,
    /// A picture of another kind.
    Other,
    /// Nothing we know.
    Unknown,
}

impl Kind {
    /// The key of the sentence for a kind that is refused; `None` for one that is read.
    pub const fn refusal(self) -> Option<&'static str> {
        match self {
            Self::Jpeg | Self::Png | Self::Webp | Self::Gif => None,
            Self::Heic => Some("picture-heic"),
            Self::Avif => Some("picture-avif"),
            Self::Svg => Some("picture-svg"),
            Self::Tiff => Some("picture-tiff"),
            Self::Bmp => Some("picture-bmp"),
            Self::Pdf => Some("picture-pdf"),
            Self::Other => Some(super::UNSUPPORTED),
            Self::Unknown => Some(super::NOT_A_PICTURE),
        }
    }

    pub(super) const fn format(self) -> Option<ImageFormat> {
        match self {
            Self::Jpeg => Some(ImageFormat::Jpeg),
            Self::Png => Some(ImageFormat::Png),
            Self::Webp => Some(ImageFormat::WebP),
            Self::Gif => Some(ImageFormat::Gif),
            _ => None,
        }
    }
}

/// Recognises a file by its first bytes; a thousand are plenty.
pub fn probe(bytes_head: &[u8]) -> Kind {
    let is = |magic: &[u8]| bytes_head.starts_with(magic);
    let at = |place: usize, len: usize| bytes_head.get(place..place + len).unwrap_or_default();
    if is(b"\xff\xd8\xff") {
        Kind::Jpeg
    } else if is(b"\x89PNG\r\n\x1a\n") {
        Kind::Png
    } else if is(b"GIF87a") || is(b"GIF89a") {
        Kind::Gif
    } else if is(b"RIFF") && at(8, 4) == b"WEBP" {
        Kind::Webp
    } else if at(4, 4) == b"ftyp" {
        of_brands(at(8, 4), bytes_head.get(16..).unwrap_or_default())
    } else if is(b"II*\0") || is(b"MM\0*") || is(b"II+\0") || is(b"MM\0+") {
        Kind::Tiff
    } else if is(b"BM") && at(6, 4) == [0; 4] {
        Kind::Bmp
    } else if is(b"%PDF-") {
        Kind::Pdf
    } else if is(b"\xff\x0a") || is(b"\0\0\0\x0cJXL ") || is(b"\0\0\0\x0cjP  ") || is(b"8BPS") || is(b"\0\0\x01\0") {
        Kind::Other
    } else if is_svg(bytes_head) {
        Kind::Svg
    } else {
        Kind::Unknown
    }
}

/// The kinds that share the container of ISO/IEC 14496-12: by the main brand, then by those it says it is compatible with.
fn of_brands(main: &[u8], compatible: &[u8]) -> Kind {
    let compatible = compatible.chunks_exact(4).take(16);
    for brand in std::iter::once(main).chain(compatible) {
        match brand {
            b"avif" | b"avis" => return Kind::Avif,
            b"heic" | b"heix" | b"hevc" | b"hevx" | b"heim" | b"heis" | b"hevm" | b"hevs" => return Kind::Heic,
            _ => {}
        }
    }
    if matches!(main, b"mif1" | b"msf1") { Kind::Heic } else { Kind::Unknown }
}

fn is_svg(head: &[u8]) -> bool {
    let head = head.get(..head.len().min(HEAD)).unwrap_or_default();
    let text = String::from_utf8_lossy(head).to_ascii_lowercase();
    let begun = text.trim_start_matches('\u{feff}').trim_start();
    begun.starts_with("<svg") || (begun.starts_with("<?xml") || begun.starts_with("<!")) && begun.contains("<svg")
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn each_kind_is_known_by_its_content_and_has_its_sentence() {
        let kinds: [(&[u8], Kind, Option<&str>); 13] = [
            (b"\xff\xd8\xff\xe0", Kind::Jpeg, None),
            (b"\x89PNG\r\n\x1a\n", Kind::Png, None),
            (b"GIF89a", Kind::Gif, None),
            (b"RIFF\0\0\0\0WEBPVP8 ", Kind::Webp, None),
            (b"\0\0\0\x18ftypheic\0\0\0\0", Kind::Heic, Some("picture-heic")),
            (b"\0\0\0\x1cftypmif1\0\0\0\0mif1heic", Kind::Heic, Some("picture-heic")),
            (b"\0\0\0\x1cftypmif1\0\0\0\0mif1avif", Kind::Avif, Some("picture-avif")),
            (b"\xef\xbb\xbf <?xml version='1.0'?>\n<SVG>", Kind::Svg, Some("picture-svg")),
            (b"II*\0", Kind::Tiff, Some("picture-tiff")),
            (b"BM\0\0\0\0\0\0\0\0", Kind::Bmp, Some("picture-bmp")),
            (b"%PDF-1.7", Kind::Pdf, Some("picture-pdf")),
            (b"\xff\x0a", Kind::Other, Some("picture-unsupported")),
            (b"<html><body>", Kind::Unknown, Some("picture-not-a-picture")),
        ];
        for (head, kind, key) in kinds {
            assert_eq!((probe(head), kind.refusal()), (kind, key));
        }
        assert_eq!(probe(b""), Kind::Unknown);
        assert_eq!(probe(b"\0\0\0\x18ftypisom\0\0\0\0mp42"), Kind::Unknown);
    }

    proptest! {
        #[test]
        fn any_bytes_are_something(bytes in proptest::collection::vec(any::<u8>(), 0..64)) {
            let _ = probe(&bytes);
        }
    }
}
