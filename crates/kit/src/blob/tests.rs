use std::collections::HashSet;
use std::fs;
use std::time::SystemTime;

use super::*;

/// The same things hold on disk and in a bucket.
async fn behaves(blobs: &Blobs) {
    let id = blobs.put(Bytes::from_static(b"carnival")).await.unwrap();
    assert_eq!(id, BlobId::of(b"carnival"));
    assert_eq!(blobs.put(Bytes::from_static(b"carnival")).await.unwrap(), id);
    assert_eq!(blobs.get(id).await.unwrap(), "carnival");
    assert!(blobs.exists(id).await.unwrap());

    let folder = tempfile::tempdir().unwrap();
    let large: Vec<u8> = (0..12_000_000_u32).map(|n| (n % 251) as u8).collect();
    fs::write(folder.path().join("large"), &large).unwrap();
    let large_id = blobs.put_file(&folder.path().join("large")).await.unwrap();
    assert_eq!(large_id, BlobId::of(&large));
    let pieces: Vec<Bytes> = blobs.stream(large_id).await.unwrap().try_collect().await.unwrap();
    assert!(pieces.len() > 1 && pieces.concat() == large);
    for (from, count) in [(0, 1), (5_000_000, 700_000), (11_999_999, 1)] {
        let part: Vec<Bytes> = blobs.stream_range(large_id, from, count).await.unwrap().try_collect().await.unwrap();
        let from = usize::try_from(from).unwrap();
        assert!(part.concat() == large[from..from + usize::try_from(count).unwrap()], "{from} {count}");
    }

    let listed: HashSet<(BlobId, u64)> = blobs.list().map_ok(|blob| (blob.id, blob.bytes)).try_collect().await.unwrap();
    assert!(listed.contains(&(id, 8)) && listed.contains(&(large_id, 12_000_000)));

    let young = blobs.collect(Duration::from_secs(3600), async |_| Ok(false)).await.unwrap();
    assert_eq!(young.deleted, 0);
    tokio::time::sleep(Duration::from_millis(1100)).await;
    let swept = blobs.collect(Duration::ZERO, async |found| Ok(found == id)).await.unwrap();
    assert_eq!((swept.kept, swept.deleted, swept.freed), (1, 1, 12_000_000));
    assert!(matches!(blobs.get(large_id).await, Err(Error::NotFound)));
    assert!(matches!(blobs.stream(large_id).await, Err(Error::NotFound)));

    blobs.delete(id).await.unwrap();
    blobs.delete(id).await.unwrap();
    assert!(!blobs.exists(id).await.unwrap());
    blobs.check().await.unwrap();
    assert_eq!(blobs.list().count().await, 0);
}

fn files_in(folder: &Path) -> usize {
    fs::read_dir(folder)
        .map_or(0, |entries| entries.map(|entry| entry.unwrap().path()).map(|path| if path.is_dir() { files_in(&path) } else { 1 }).sum())
}

#[tokio::test]
async fn blobs_on_disk_behave() {
    let folder = tempfile::tempdir().unwrap();
    behaves(&Blobs::disk(&folder.path().join("not/there/yet"))).await;
    assert_eq!(files_in(folder.path()), 0);
}

#[tokio::test]
async fn blobs_in_a_bucket_behave() {
    let Ok(endpoint) = std::env::var("DEDALUS_TEST_S3") else {
        eprintln!("SKIPPED blobs_in_a_bucket_behave: set DEDALUS_TEST_S3 to the address of an S3-compatible store");
        return;
    };
    crate::tls::install();
    let bucket = format!("blobs-{:x}", getrandom::u64().unwrap());
    let made = reqwest::Client::new()
        .put(format!("{endpoint}/{bucket}"))
        .header("authorization", "AWS4-HMAC-SHA256 Credential=test/20280224/us-east-1/s3/aws4_request, SignedHeaders=host, Signature=0")
        .send()
        .await
        .unwrap();
    assert!(made.status().is_success(), "{made:?}");
    let files = |bucket: &str, endpoint: &str| Files {
        url: format!("s3://{bucket}?endpoint={endpoint}"),
        access_key: "test".into(),
        secret_key: "test".into(),
    };
    behaves(&Blobs::open(&files(&bucket, &endpoint)).unwrap()).await;
    let nowhere = Blobs::open(&files("no-such-bucket-here", &endpoint)).unwrap();
    assert!(nowhere.put(Bytes::from_static(b"x")).await.is_err());
}

#[tokio::test]
async fn a_full_disk_is_busy_and_nothing_is_left_behind() {
    let Ok(small) = std::env::var("DEDALUS_TEST_SMALL_DISK") else {
        eprintln!(
            "SKIPPED a_full_disk_is_busy_and_nothing_is_left_behind: set DEDALUS_TEST_SMALL_DISK to a folder with room for less than 8 MB"
        );
        return;
    };
    let folder = tempfile::tempdir_in(small).unwrap();
    let blobs = Blobs::disk(folder.path());
    let source = tempfile::tempdir().unwrap();
    fs::write(source.path().join("large"), vec![7; 8_000_000]).unwrap();
    assert!(matches!(blobs.put(vec![7; 8_000_000].into()).await, Err(Error::Busy)));
    assert!(matches!(blobs.put_file(&source.path().join("large")).await, Err(Error::Busy)));
    assert_eq!(files_in(folder.path()), 0);
    let id = blobs.put(Bytes::from_static(b"there is room again")).await.unwrap();
    assert_eq!(blobs.get(id).await.unwrap(), "there is room again");
}

#[tokio::test]
async fn a_store_that_is_away_is_busy() {
    let files = Files { url: "s3://b?endpoint=http://127.0.0.1:9".into(), access_key: "a".into(), secret_key: "b".into() };
    let blobs = Blobs::open(&files).unwrap();
    assert!(matches!(blobs.put(Bytes::from_static(b"x")).await, Err(Error::Busy)));
}

#[test]
fn only_64_lower_case_digits_are_a_name() {
    let good = "ab".repeat(32);
    assert_eq!(good.parse::<BlobId>().unwrap().to_string(), good);
    let bad = [
        String::new(),
        "ab".repeat(31),
        "ab".repeat(33),
        "AB".repeat(32),
        format!("{}.", &good[1..]),
        format!("../{}", &good[3..]),
        format!("..%2f{}", &good[5..]),
        format!("{}\0", &good[1..]),
        format!("é{}", &good[2..]),
        format!(" {}", &good[1..]),
        "/etc/passwd".into(),
    ];
    for text in bad {
        assert!(matches!(text.parse::<BlobId>(), Err(Error::NotFound)), "{text}");
    }
}

#[tokio::test]
async fn a_damaged_blob_is_never_handed_out_and_heals_when_put_again() {
    let folder = tempfile::tempdir().unwrap();
    let blobs = Blobs::disk(folder.path());
    let id = blobs.put(Bytes::from_static(b"carnival")).await.unwrap();
    let (outer, inner) = id.folders();
    let path = folder.path().join(outer).join(inner).join(id.to_string());
    fs::write(&path, b"carrion!").unwrap();
    assert!(blobs.get(id).await.unwrap_err().to_string().contains("does not hold what its name says"));
    let pieces: Vec<Result<Bytes>> = blobs.stream(id).await.unwrap().collect().await;
    assert!(pieces.last().unwrap().is_err());
    blobs.put(Bytes::from_static(b"carnival")).await.unwrap();
    assert_eq!(blobs.get(id).await.unwrap(), "carnival");
}

#[tokio::test]
async fn putting_again_keeps_the_collector_off() {
    let folder = tempfile::tempdir().unwrap();
    let blobs = Blobs::disk(folder.path());
    let id = blobs.put(Bytes::from_static(b"old")).await.unwrap();
    let (outer, inner) = id.folders();
    let path = folder.path().join(outer).join(inner).join(id.to_string());
    let long_ago = SystemTime::now() - Duration::from_secs(7200);
    fs::File::options().write(true).open(&path).unwrap().set_modified(long_ago).unwrap();
    blobs.put(Bytes::from_static(b"old")).await.unwrap();
    assert_eq!(blobs.collect(Duration::from_secs(3600), async |_| Ok(false)).await.unwrap().deleted, 0);
    fs::File::options().write(true).open(&path).unwrap().set_modified(long_ago).unwrap();
    assert_eq!(blobs.collect(Duration::from_secs(3600), async |_| Ok(false)).await.unwrap().deleted, 1);
}

#[tokio::test]
async fn the_collector_takes_old_drafts_and_leaves_strangers_alone() {
    let folder = tempfile::tempdir().unwrap();
    let blobs = Blobs::disk(folder.path());
    let id = blobs.put(Bytes::from_static(b"x")).await.unwrap();
    let stranger = folder.path().join("zz/zz").join(id.to_string());
    fs::create_dir_all(stranger.parent().unwrap()).unwrap();
    fs::write(&stranger, b"not ours").unwrap();
    fs::write(folder.path().join("README"), b"not ours").unwrap();
    fs::write(folder.path().join("drafts/.tmp123"), b"left by a crash").unwrap();
    tokio::time::sleep(Duration::from_millis(20)).await;
    assert_eq!(blobs.collect(Duration::ZERO, async |_| Ok(false)).await.unwrap().deleted, 1);
    assert!(stranger.exists() && folder.path().join("README").exists());
    assert_eq!(files_in(&folder.path().join("drafts")), 0);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn whoever_puts_while_the_collector_runs_keeps_what_was_put() {
    let folder = tempfile::tempdir().unwrap();
    let blobs = Blobs::disk(folder.path());
    let id = BlobId::of(b"again and again");
    let (outer, inner) = id.folders();
    let path = folder.path().join(outer).join(inner).join(id.to_string());
    let collector = {
        let blobs = blobs.clone();
        tokio::spawn(async move {
            let mut deleted = 0;
            while deleted < 50 {
                deleted += blobs.collect(Duration::from_secs(3600), async |_| Ok(false)).await.unwrap().deleted;
            }
        })
    };
    while !collector.is_finished() {
        blobs.put(Bytes::from_static(b"again and again")).await.unwrap();
        tokio::task::yield_now().await;
        assert_eq!(blobs.get(id).await.unwrap(), "again and again");
        // From here on it is old, and may go at any moment.
        let long_ago = SystemTime::now() - Duration::from_secs(7200);
        fs::File::options().write(true).open(&path).unwrap().set_modified(long_ago).unwrap();
        if getrandom::u32().unwrap().is_multiple_of(2) {
            tokio::time::sleep(Duration::from_micros(300)).await;
        }
    }
    collector.await.unwrap();
}
