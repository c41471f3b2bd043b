use std::fs;
use std::path::PathBuf;

use proptest::prelude::*;

use super::*;

/// What the samples say of where they were taken.
const PLANTED: &[u8] = b"PIANTATO";

fn sample(name: &str) -> Vec<u8> {
    fs::read(PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/recordings").join(name)).unwrap()
}

/// Checks bytes as a file; what it is, and the bytes afterwards.
fn checked(bytes: &[u8]) -> (Checked<Found>, Vec<u8>) {
    let file = tempfile::NamedTempFile::new().unwrap();
    fs::write(file.path(), bytes).unwrap();
    let found = check(file.path());
    (found, fs::read(file.path()).unwrap())
}

fn holds(bytes: &[u8], what: &[u8]) -> bool {
    bytes.windows(what.len()).any(|window| window == what)
}

const GOOD: [(&str, &str); 10] = [
    ("place.mp4", "video/mp4"),
    ("place.mov", "video/mp4"),
    ("pieces.mp4", "video/mp4"),
    ("sound.m4a", "audio/mp4"),
    ("place.webm", "video/webm"),
    ("place.mkv", "video/webm"),
    ("live.webm", "video/webm"),
    ("sound.opus", "audio/ogg"),
    ("sound.ogg", "audio/ogg"),
    ("sound.mp3", "audio/mpeg"),
];

#[test]
fn what_browsers_play_is_taken_measured_and_says_no_more_where_it_was_made() {
    for (name, media_type) in GOOD {
        let before = sample(name);
        assert!(holds(&before, PLANTED), "{name} has nothing planted");
        let (found, after) = checked(&before);
        let found = found.unwrap_or_else(|fault| panic!("{name}: {fault:?}"));
        assert_eq!(found.media_type, media_type, "{name}");
        assert!((900..1250).contains(&found.millis), "{name} lasts {} ms", found.millis);
        assert_eq!((found.width, found.height), if found.is_video() { (96, 64) } else { (0, 0) }, "{name}");
        assert_eq!(after.len(), before.len(), "{name}: nothing moves");
        assert!(!holds(&after, PLANTED) && !holds(&after, b"Lavf"), "{name} still tells");
        let (again, same) = checked(&after);
        assert_eq!(again.unwrap(), found, "{name} a second time");
        assert!(same == after, "{name}: a clean file stays as it is");
    }
}

#[test]
fn what_browsers_do_not_play_is_refused_by_its_name() {
    let refused = |bytes: &[u8]| checked(bytes).0.unwrap_err().sentence();
    assert_eq!(refused(&sample("hevc.mp4")), (CODEC, "HEVC (H.265)".into()));
    assert_eq!(refused(&sample("ten.mp4")), (CODEC, "H.264 (10 bit, 4:2:2)".into()));
    assert_eq!(refused(&sample("sound.wav")), (KIND, "WAV".into()));
    assert_eq!(refused(b"\xff\xf1\x50\x80 adts"), (KIND, "AAC".into()));
    for nothing in [&b""[..], b"<html><script>alert(1)</script></html>", b"Questo non e un video", b"\x89PNG\r\n\x1a\n", b"%PDF-1.7"] {
        assert_eq!(refused(nothing).0, NOT_A_RECORDING, "{nothing:?}");
    }
}

#[test]
fn a_file_that_is_refused_stays_as_it_was() {
    let before = sample("hevc.mp4");
    assert!(checked(&before).1 == before);
}

#[test]
fn a_file_that_was_cut_off_is_broken() {
    for name in ["place.mp4", "pieces.mp4", "sound.m4a", "place.webm", "sound.opus"] {
        let whole = sample(name);
        let half = whole.get(..whole.len() / 2).unwrap();
        assert!(matches!(checked(half).0, Err(Fault::Broken)), "{name}");
    }
}

#[test]
fn sizes_that_lie_cost_nothing() {
    let moov = |size: [u8; 4]| [&b"\0\0\0\x10ftypisom\0\0\0\0"[..], &size, b"moov", &[0; 64]].concat();
    for size in [[0xff; 4], [0x7f, 0xff, 0xff, 0xff], [0, 0, 0, 7], [0, 0, 0, 1]] {
        assert!(checked(&moov(size)).0.is_err(), "{size:?}");
    }
    // A box in a box in a box: only boxes that are known are opened, so depth ends by itself.
    let mut nest = vec![0_u8; 8];
    for _ in 0..10_000 {
        let size = u32::try_from(nest.len() + 8).unwrap().to_be_bytes();
        nest = [&size[..], b"moov", &nest].concat();
        if nest.len() > 40_000 {
            break;
        }
    }
    assert!(checked(&[&b"\0\0\0\x10ftypisom\0\0\0\0"[..], &nest].concat()).0.is_err());
    // EBML that promises the largest length there is, and one that names a track a hundred thousand times.
    assert!(checked(b"\x1a\x45\xdf\xa3\x01\xff\xff\xff\xff\xff\xff\xfe").0.is_err());
    let void: Vec<u8> = b"\xec\x80".repeat(100_000);
    assert!(checked(&[&b"\x1a\x45\xdf\xa3\x80\x18\x53\x80\x67\xff"[..], &void].concat()).0.is_err());
}

/// What stands behind a good film that goes on without saying its length.
fn behind(film: &str, more: &[u8]) -> Checked<Found> {
    checked(&[&sample(film)[..], more].concat()).0
}

#[test]
fn a_file_that_wants_more_changes_than_a_film_needs_is_given_up() {
    // Elements nobody knows, two bytes each, and boxes nobody knows, eight bytes each: every one would be a change kept in memory.
    assert!(matches!(behind("live.webm", &b"\xbf\x80".repeat(300_000)), Err(Fault::Broken)));
    assert!(matches!(behind("place.mp4", &b"\0\0\0\x08evil".repeat(300_000)), Err(Fault::Broken)));
    // Room that says nothing already is no change at all.
    assert!(behind("live.webm", &b"\xec\x80".repeat(300_000)).is_ok());
    assert!(behind("place.mp4", &b"\0\0\0\x08free".repeat(300_000)).is_ok());
}

#[test]
fn samples_outside_of_the_media_data_are_refused() {
    // The first chunk of the film is said to be at the very beginning, among the boxes.
    let mut bytes = sample("sound.m4a");
    let at = bytes.windows(4).position(|window| window == b"stco").unwrap();
    bytes.splice(at + 12..at + 16, [0, 0, 0, 4]);
    assert!(matches!(checked(&bytes).0, Err(Fault::Broken)));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, ..ProptestConfig::default() })]

    /// Whatever is done to a good file: it is taken or refused, nothing panics, nothing moves, and a file that is taken is
    /// taken again.
    #[test]
    fn a_mutated_file_does_no_harm(
        which in 0..GOOD.len(),
        changes in proptest::collection::vec((any::<proptest::sample::Index>(), any::<u8>()), 0..12),
        cut in any::<Option<proptest::sample::Index>>(),
        twice in any::<Option<proptest::sample::Index>>(),
    ) {
        let mut bytes = sample(GOOD[which].0);
        for (at, byte) in changes {
            let at = at.index(bytes.len());
            bytes[at] = byte;
        }
        if let Some(from) = twice {
            let tail = bytes[from.index(bytes.len())..].to_vec();
            bytes.extend(tail);
        }
        if let Some(cut) = cut {
            bytes.truncate(cut.index(bytes.len()));
        }
        let (found, after) = checked(&bytes);
        prop_assert_eq!(after.len(), bytes.len());
        match found {
            Ok(found) => {
                let (again, same) = checked(&after);
                prop_assert_eq!(again.unwrap(), found);
                prop_assert!(same == after);
            }
            Err(_) => prop_assert!(after == bytes),
        }
    }
}
