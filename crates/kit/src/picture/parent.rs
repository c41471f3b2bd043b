//! The side of the town: one child at a time, and no trust in how it ends.

use std::borrow::Cow;
use std::ffi::OsString;
use std::os::unix::process::ExitStatusExt;
use std::path::{Path, PathBuf};
use std::process::{Output, Stdio};
use std::sync::Arc;
use std::time::Duration;

use tempfile::TempDir;
use tokio::io::AsyncReadExt;
use tokio::process::Command;
use tokio::sync::Semaphore;

use super::kind::HEAD;
use super::{BROKEN, Limits, NOT_A_PICTURE, Report, TOO_LARGE, TOO_MANY_PIXELS, UNSUPPORTED, probe};
use crate::error::{Error, Result};

/// The name of the hidden subcommand that must call [`child_main`](super::child_main).
const SUBCOMMAND: &str = "picture";
/// How long a child may take, waiting for the processor included.
const TIMEOUT: Duration = Duration::from_secs(30);

/// The workshop for pictures. Cheap to clone; all clones share the one place at the bench.
#[derive(Debug, Clone)]
pub struct Pictures {
    program: PathBuf,
    before: Vec<OsString>,
    timeout: Duration,
    bench: Arc<Semaphore>,
}

/// A picture in its sizes. The files vanish with this value: put them where they belong before.
#[derive(Debug)]
pub struct Processed {
    /// Width of the upright original in pixels.
    pub width: u32,
    /// Height of the upright original in pixels.
    pub height: u32,
    /// `large`, `medium`, `small`, in this order, always all three.
    pub sizes: Vec<Size>,
    _folder: TempDir,
}

/// One size of a picture. Two sizes of a small picture may be one file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Size {
    /// `large`, `medium` or `small`.
    pub name: String,
    /// Pixels.
    pub width: u32,
    /// Pixels.
    pub height: u32,
    /// Where it lies.
    pub file: PathBuf,
    /// `image/jpeg` or `image/png`.
    pub mime: String,
}

impl Processed {
    /// A size by its name.
    pub fn size(&self, name: &str) -> Option<&Size> {
        self.sizes.iter().find(|size| size.name == name)
    }
}

impl Pictures {
    /// A workshop whose child is `exe picture INPUT FOLDER`: the town's own binary.
    pub fn new(exe: impl Into<PathBuf>) -> Self {
        Self::with_command(exe, [SUBCOMMAND])
    }

    /// A workshop with another child: `program BEFORE… INPUT FOLDER`.
    pub fn with_command(program: impl Into<PathBuf>, before: impl IntoIterator<Item = impl Into<OsString>>) -> Self {
        let before = before.into_iter().map(Into::into).collect();
        Self { program: program.into(), before, timeout: TIMEOUT, bench: Arc::new(Semaphore::new(1)) }
    }

    #[cfg(test)]
    pub(super) fn hurried(mut self, timeout: Duration) -> Self {
        self.timeout = timeout;
        self
    }

    /// Makes the sizes of a picture, beside it. What is wrong with it becomes a fault of the form's `field`. Whoever
    /// stops waiting ends the child.
    pub async fn process(&self, input: &Path, field: impl Into<Cow<'static, str>>) -> Result<Processed> {
        if let Some(key) = refusal(input).await? {
            return Err(Error::field(field, key));
        }
        let _place = self.bench.acquire().await.map_err(Error::internal)?;
        let beside = input.parent().unwrap_or(Path::new("."));
        let folder = tempfile::Builder::new().prefix("picture-").tempdir_in(beside)?;
        let child = Command::new(&self.program)
            .args(&self.before)
            .arg(input)
            .arg(folder.path())
            .env_clear()
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .kill_on_drop(true)
            .spawn()?;
        match tokio::time::timeout(self.timeout, child.wait_with_output()).await {
            Ok(output) => verdict(&output?, folder).map_err(|key| Error::field(field, key)),
            Err(_) => {
                tracing::warn!(seconds = self.timeout.as_secs(), "a picture took too long");
                Err(Error::field(field, TOO_MANY_PIXELS))
            }
        }
    }
}

/// What can be said without a child.
async fn refusal(input: &Path) -> Result<Option<&'static str>> {
    let file = tokio::fs::File::open(input).await?;
    if file.metadata().await?.len() > Limits::HOUSE.max_bytes {
        return Ok(Some(TOO_LARGE));
    }
    let mut head = Vec::with_capacity(HEAD);
    file.take(HEAD as u64).read_to_end(&mut head).await?;
    Ok(probe(&head).refusal())
}

/// What the child said, or what its end means: killed for memory or time is "too much", anything else "broken".
fn verdict(output: &Output, folder: TempDir) -> std::result::Result<Processed, &'static str> {
    let said = String::from_utf8_lossy(&output.stdout);
    let line = said.lines().next_back().unwrap_or_default().trim();
    if output.status.success()
        && let Ok(report) = serde_json::from_str::<Report>(line)
        && let Some(processed) = collect(report, folder)
    {
        return Ok(processed);
    }
    if let Some(key) = [BROKEN, NOT_A_PICTURE, TOO_LARGE, TOO_MANY_PIXELS, UNSUPPORTED].into_iter().find(|key| *key == line) {
        return Err(key);
    }
    let last_words: String = String::from_utf8_lossy(&output.stderr).chars().take(400).collect();
    tracing::warn!(status = %output.status, last_words, "a picture's child did not end as it should");
    Err(if output.status.signal().is_some() { TOO_MANY_PIXELS } else { BROKEN })
}

/// The files that the child reports and that lie in its folder.
fn collect(report: Report, folder: TempDir) -> Option<Processed> {
    let sizes = report.sizes.into_iter().map(|size| {
        let file = folder.path().join(size.file.file_name()?);
        file.is_file().then_some(Size { name: size.name, width: size.width, height: size.height, file, mime: size.mime })
    });
    let sizes: Vec<Size> = sizes.collect::<Option<_>>()?;
    Some(Processed { width: report.width, height: report.height, sizes, _folder: folder })
}
