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

/// Bytes that one change writes by themselves: the longest head of a `Void`.
const HEAD: usize = 9;
/// Changes one file may need: a film of hours with a track that goes has tens of thousands. They are kept in memory.
const CHANGES: usize = 200_000;

/// A few bytes to be written at a place, and how far the place is then filled.
struct Edit {
    at: u64,
    to: u64,
    head: [u8; HEAD],
    wide: u8,
    fill: u8,
}

impl Edit {
    fn head(&self) -> &[u8] {
        self.head.get(..usize::from(self.wide)).unwrap_or_default()
    }

    /// Where what is filled begins.
    fn filled_from(&self) -> u64 {
        self.at + u64::from(self.wide)
    }
}

/// The changes to a file, kept until it is known to be good.
#[derive(Default)]
pub struct Edits {
    list: Vec<Edit>,
    /// What stands before this place may be gone back to, and is not added to.
    marked: usize,
}

impl Edits {
    /// Zeros from one place to another.
    pub fn zero(&mut self, at: u64, to: u64) -> Checked<()> {
        self.fill(at, to, 0)
    }

    /// One byte from one place to another.
    pub fn fill(&mut self, at: u64, to: u64, fill: u8) -> Checked<()> {
        if at >= to {
            return Ok(());
        }
        let alone = self.list.len() <= self.marked;
        if let Some(last) = self.list.last_mut().filter(|last| !alone && last.to == at && (last.fill == fill || last.filled_from() == at)) {
            (last.to, last.fill) = (to, fill);
            return Ok(());
        }
        self.add(Edit { at, to, head: [0; HEAD], wide: 0, fill })
    }

    /// A few bytes at a place; more than a change can have do not come from a file.
    pub fn put(&mut self, at: u64, bytes: &[u8]) -> Checked<()> {
        let mut head = [0; HEAD];
        head.get_mut(..bytes.len()).ok_or(Fault::Broken)?.copy_from_slice(bytes);
        let wide = u8::try_from(bytes.len()).map_err(|_| Fault::Broken)?;
        self.add(Edit { at, to: at + u64::from(wide), head, wide, fill: 0 })
    }

    /// A file that needs too many is given up.
    fn add(&mut self, edit: Edit) -> Checked<()> {
        if self.list.len() >= CHANGES {
            return Err(Fault::Broken);
        }
        self.list.push(edit);
        Ok(())
    }

    /// Where it stands, to go back to with [`Edits::forget`].
    pub fn mark(&mut self) -> usize {
        self.marked = self.list.len();
        self.marked
    }

    /// Forgets what was noted since a mark.
    pub fn forget(&mut self, mark: usize) {
        self.list.truncate(mark);
        self.marked = mark;
    }

    /// What was noted since a mark: from, to, byte; later ones win.
    pub fn written_since(&self, mark: usize) -> Vec<(u64, u64, u8)> {
        let mut list = Vec::new();
        for edit in self.list.iter().skip(mark) {
            list.push((edit.filled_from(), edit.to, edit.fill));
            list.extend((edit.at..).zip(edit.head()).map(|(at, byte)| (at, at + 1, *byte)));
        }
        list
    }

    /// Writes them in their order, and waits until they are on disk.
    pub fn apply(&self, source: &mut Source) -> Checked<()> {
        for edit in &self.list {
            source.file.seek(SeekFrom::Start(edit.at))?;
            source.file.write_all(edit.head())?;
            let mut rest = edit.to.saturating_sub(edit.filled_from());
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_change_that_touches_the_one_before_is_one_with_it_and_going_back_takes_only_what_came_since() {
        let mut edits = Edits::default();
        edits.put(10, b"free").unwrap();
        edits.zero(14, 20).unwrap();
        edits.zero(20, 30).unwrap();
        assert_eq!(edits.list.len(), 1);
        let mark = edits.mark();
        edits.zero(30, 40).unwrap();
        edits.zero(40, 50).unwrap();
        edits.fill(50, 60, b' ').unwrap();
        assert_eq!(edits.list.len(), 3);
        edits.forget(mark);
        assert_eq!(edits.list.iter().map(|edit| (edit.at, edit.to)).collect::<Vec<_>>(), [(10, 30)]);
    }

    #[test]
    fn changes_are_small_and_not_without_end() {
        assert!(size_of::<Edit>() <= 32);
        let mut edits = Edits::default();
        for at in 0..CHANGES as u64 {
            edits.zero(at * 2, at * 2 + 1).unwrap();
        }
        assert!(matches!(edits.zero(u64::MAX - 1, u64::MAX), Err(Fault::Broken)));
        assert!(matches!(edits.put(u64::MAX - 9, b"free"), Err(Fault::Broken)));
    }
}
