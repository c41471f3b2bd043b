//! A file read at any place through a small window, and the changes that are made to it once it is known to be good.

use std::fs::File;
use std::io::{Read, Seek, SeekFrom, Write};
use std::path::Path;

use super::{Checked, Fault};

/// Bytes read at once.
const WINDOW: usize = 32 * 1024;
/// Things looked at in one file: four hours of film have two million.
const STEPS: u64 = 12_000_000;

/// A file that may be made to harm.
pub struct Source {
    file: File,
    /// Its length in bytes.
    pub len: u64,
    window: Vec<u8>,
    from: u64,
    steps: u64,
}

impl Source {
    pub fn open(path: &Path) -> Checked<Self> {
        let file = File::options().read(true).write(true).open(path)?;
        let len = file.metadata()?.len();
        Ok(Self { file, len, window: Vec::new(), from: 0, steps: STEPS })
    }

    /// Counts a thing that is looked at; a file with too many is given up.
    pub fn step(&mut self) -> Checked<()> {
        self.steps = self.steps.checked_sub(1).ok_or(Fault::Broken)?;
        Ok(())
    }

    /// Reads what there is from a place on; how many bytes.
    pub fn read_some(&mut self, at: u64, into: &mut [u8]) -> Checked<usize> {
        let mut done = 0;
        while let Some(rest) = into.get_mut(done..).filter(|rest| !rest.is_empty()) {
            let place = at.saturating_add(done as u64);
            let seen = self.seen(place)?;
            let many = seen.len().min(rest.len());
            if many == 0 {
                break;
            }
            for (to, from) in rest.iter_mut().zip(seen) {
                *to = *from;
            }
            done += many;
        }
        Ok(done)
    }

    /// What the window holds from a place on; empty at the end of the file.
    fn seen(&mut self, at: u64) -> Checked<&[u8]> {
        let within = at >= self.from && at < self.from + self.window.len() as u64;
        if !within {
            self.file.seek(SeekFrom::Start(at))?;
            self.window.clear();
            (&mut self.file).take(WINDOW as u64).read_to_end(&mut self.window)?;
            self.from = at;
        }
        let start = usize::try_from(at - self.from).map_err(|_| Fault::Broken)?;
        Ok(self.window.get(start..).unwrap_or_default())
    }

    /// So many bytes from a place; a file that ends before is broken.
    pub fn bytes<const N: usize>(&mut self, at: u64) -> Checked<[u8; N]> {
        let mut bytes = [0; N];
        if self.read_some(at, &mut bytes)? == N { Ok(bytes) } else { Err(Fault::Broken) }
    }

    pub fn u8(&mut self, at: u64) -> Checked<u8> {
        Ok(u8::from_be_bytes(self.bytes(at)?))
    }

    pub fn u16(&mut self, at: u64) -> Checked<u16> {
        Ok(u16::from_be_bytes(self.bytes(at)?))
    }

    pub fn u32(&mut self, at: u64) -> Checked<u32> {
        Ok(u32::from_be_bytes(self.bytes(at)?))
    }

    pub fn u64(&mut self, at: u64) -> Checked<u64> {
        Ok(u64::from_be_bytes(self.bytes(at)?))
    }
}

/// Bytes to be written at a place, and how far the place is then filled.
struct Edit {
    at: u64,
    head: Vec<u8>,
    to: u64,
    fill: u8,
}

/// The changes to a file, kept until it is known to be good.
#[derive(Default)]
pub struct Edits(Vec<Edit>);

impl Edits {
    /// Zeros from one place to another.
    pub fn zero(&mut self, at: u64, to: u64) {
        self.fill(at, to, 0);
    }

    /// One byte from one place to another.
    pub fn fill(&mut self, at: u64, to: u64, fill: u8) {
        if at < to {
            self.0.push(Edit { at, head: Vec::new(), to, fill });
        }
    }

    /// Bytes at a place.
    pub fn put(&mut self, at: u64, bytes: &[u8]) {
        self.0.push(Edit { at, head: bytes.to_vec(), to: at, fill: 0 });
    }

    /// Where it stands, to go back to with [`Edits::forget`].
    pub fn mark(&self) -> usize {
        self.0.len()
    }

    /// Forgets what was noted since a mark.
    pub fn forget(&mut self, mark: usize) {
        self.0.truncate(mark);
    }

    /// What was noted since a mark: from, to, byte; later ones win.
    pub fn written_since(&self, mark: usize) -> Vec<(u64, u64, u8)> {
        let mut list = Vec::new();
        for edit in self.0.iter().skip(mark) {
            list.push((edit.at + edit.head.len() as u64, edit.to, edit.fill));
            list.extend((edit.at..).zip(&edit.head).map(|(at, byte)| (at, at + 1, *byte)));
        }
        list
    }

    /// Writes them in their order, and waits until they are on disk.
    pub fn apply(&self, source: &mut Source) -> Checked<()> {
        for edit in &self.0 {
            source.file.seek(SeekFrom::Start(edit.at))?;
            source.file.write_all(&edit.head)?;
            let mut rest = edit.to.saturating_sub(edit.at + edit.head.len() as u64);
            let piece = [edit.fill; 4096];
            while rest > 0 {
                let many = usize::try_from(rest.min(piece.len() as u64)).unwrap_or(piece.len());
                source.file.write_all(piece.get(..many).unwrap_or_default())?;
                rest -= many as u64;
            }
        }
        source.window.clear();
        source.file.flush()?;
        Ok(())
    }
}
