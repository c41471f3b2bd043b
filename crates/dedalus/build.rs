//! Embeds `assets/dist`: writes the table that `shell/assets.rs` includes, and compresses what is text with zstd.
//! Brotli and gzip were made by `assets/build.mjs`, whose Node has no zstd.

use std::collections::BTreeMap;
use std::error::Error;
use std::fmt::Write as _;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs, io};

/// Text compresses once a build: the slowest level short of the memory-hungry ones.
const ZSTD_LEVEL: i32 = 19;

fn main() -> Result<(), Box<dyn Error>> {
    let dist = PathBuf::from(env::var("CARGO_MANIFEST_DIR")?).join("../../assets/dist");
    let out = PathBuf::from(env::var("OUT_DIR")?);
    let manifest = dist.join("manifest.json");
    tell(&format!("rerun-if-changed={}", manifest.display()))?;
    if !manifest.is_file() {
        tell("error=assets/dist is missing: run make assets")?;
        return Err("run make assets".into());
    }
    let names: BTreeMap<String, String> = serde_json::from_slice(&fs::read(&manifest)?)?;
    let mut table = String::from("static FILES: &[Asset] = &[\n");
    for (logical, hashed) in &names {
        write_entry(&mut table, logical, hashed, &dist, &out)?;
    }
    table.push_str("];\n");
    write_demo(&mut table, &dist.join("demo"))?;
    fs::write(out.join("assets.rs"), table)?;
    Ok(())
}

/// One instruction to cargo.
fn tell(instruction: &str) -> io::Result<()> {
    writeln!(io::stdout(), "cargo::{instruction}")
}

/// One public file, whole and compressed.
fn write_entry(table: &mut String, logical: &str, hashed: &str, dist: &Path, out: &Path) -> Result<(), Box<dyn Error>> {
    let whole = dist.join(hashed).canonicalize()?;
    tell(&format!("rerun-if-changed={}", whole.display()))?;
    let brotli = beside(&whole, "br");
    let gzip = beside(&whole, "gz");
    let zstd = if brotli.is_file() {
        let at = out.join(format!("{hashed}.zst"));
        fs::write(&at, zstd::encode_all(fs::read(&whole)?.as_slice(), ZSTD_LEVEL)?)?;
        Some(at)
    } else {
        None
    };
    let kind = content_type(hashed).ok_or_else(|| format!("no content type is known for {hashed}"))?;
    writeln!(
        table,
        "Asset {{ logical: {logical:?}, hashed: {hashed:?}, address: \"/assets/{hashed}\", kind: {kind:?}, identity: {}, br: {}, gzip: {}, zstd: {} }},",
        included(&whole),
        optional(brotli.is_file().then_some(brotli.as_path())),
        optional(gzip.is_file().then_some(gzip.as_path())),
        optional(zstd.as_deref()),
    )?;
    Ok(())
}

/// The demo town's pictures, by name without ending.
fn write_demo(table: &mut String, folder: &Path) -> Result<(), Box<dyn Error>> {
    let mut pictures = BTreeMap::new();
    for entry in fs::read_dir(folder)? {
        let at = entry?.path().canonicalize()?;
        tell(&format!("rerun-if-changed={}", at.display()))?;
        if let Some(name) = at.file_stem().and_then(|stem| stem.to_str()) {
            pictures.insert(name.to_owned(), included(&at));
        }
    }
    table.push_str("static DEMO: &[(&str, &[u8])] = &[\n");
    for (name, bytes) in pictures {
        writeln!(table, "({name:?}, {bytes}),")?;
    }
    table.push_str("];\n");
    Ok(())
}

fn beside(file: &Path, ending: &str) -> PathBuf {
    let mut name = file.as_os_str().to_owned();
    name.push(".");
    name.push(ending);
    PathBuf::from(name)
}

fn included(file: &Path) -> String {
    format!("include_bytes!({:?})", file.display().to_string())
}

fn optional(file: Option<&Path>) -> String {
    file.map_or_else(|| "None".to_owned(), |at| format!("Some({})", included(at)))
}

fn content_type(name: &str) -> Option<&'static str> {
    Some(match Path::new(name).extension()?.to_str()? {
        "css" => "text/css; charset=utf-8",
        "js" => "text/javascript; charset=utf-8",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "woff2" => "font/woff2",
        _ => return None,
    })
}
