//! What a program written with the standard library does to files, for the power-cut self-test.
//!
//! `writer DIR CASE` does one thing, prints `done` and waits to be killed.
use std::fs::{self, File, OpenOptions};
use std::io::{Read, Seek, SeekFrom, Write};
use std::path::Path;

fn main() -> std::io::Result<()> {
    let mut args = std::env::args().skip(1);
    let (dir, case) = (args.next().unwrap_or_default(), args.next().unwrap_or_default());
    let dir = Path::new(&dir);
    let sync_folder = |path: &Path| File::open(path)?.sync_all();
    match case.as_str() {
        // A blob as it should be kept: synced, renamed, folder synced.
        "kept" | "no-folder-sync" | "no-file-sync" => {
            let mut file = File::create(dir.join("blob.tmp"))?;
            file.write_all(&[7; 10_000])?;
            if case != "no-file-sync" {
                file.sync_all()?;
            }
            fs::rename(dir.join("blob.tmp"), dir.join("blob"))?;
            if case != "no-folder-sync" {
                sync_folder(dir)?;
            }
        }
        "nested" | "nested-no-parent-sync" => {
            fs::create_dir_all(dir.join("ab/cd"))?;
            let mut file = File::create(dir.join("ab/cd/blob"))?;
            file.write_all(b"deep")?;
            file.sync_data()?;
            sync_folder(&dir.join("ab/cd"))?;
            sync_folder(&dir.join("ab"))?;
            if case == "nested" {
                sync_folder(dir)?;
            }
        }
        // The old content stays until the new one is durable, name and all.
        "replace" | "replace-no-folder-sync" => {
            for (content, last) in [("old", false), ("new", true)] {
                let mut file = File::create(dir.join("page.tmp"))?;
                file.write_all(content.as_bytes())?;
                file.sync_all()?;
                fs::rename(dir.join("page.tmp"), dir.join("page"))?;
                if !last || case == "replace" {
                    sync_folder(dir)?;
                }
            }
        }
        // Removed and made again under the same name, perhaps with the same inode.
        "remove-and-remake" => {
            fs::write(dir.join("a"), "first")?;
            File::open(dir.join("a"))?.sync_all()?;
            sync_folder(dir)?;
            fs::remove_file(dir.join("a"))?;
            let mut file = File::create(dir.join("b"))?;
            file.write_all(b"second")?;
            file.sync_all()?;
        }
        // Append, overwrite, cut, copy inside the kernel, a second descriptor.
        "mixed" => {
            let path = dir.join("mixed");
            let mut file = File::create(&path)?;
            file.write_all(&[1; 9_000])?;
            file.sync_all()?;
            sync_folder(dir)?;
            let mut again = OpenOptions::new().append(true).open(&path)?;
            again.write_all(b"tail")?;
            let mut third = file.try_clone()?;
            third.seek(SeekFrom::Start(100))?;
            third.write_all(b"middle")?;
            file.set_len(9_002)?;
            file.set_len(9_100)?;
            let mut source = File::create(dir.join("source"))?;
            source.write_all(b"from another file")?;
            drop(source);
            file.seek(SeekFrom::Start(9_100))?;
            std::io::copy(&mut File::open(dir.join("source"))?, &mut file)?;
            file.sync_data()?;
            again.write_all(b"never synced")?;
            let mut whole = Vec::new();
            File::open(&path)?.read_to_end(&mut whole)?;
            assert_eq!(whole.len(), 9_100 + 17 + 12);
        }
        other => panic!("no case {other}"),
    }
    println!("done");
    std::thread::sleep(std::time::Duration::from_secs(60));
    Ok(())
}
