//! Stub.
use std::path::{Path, PathBuf};
/// P
pub struct Pictures(PathBuf);
impl Pictures {
    /// n
    pub fn new(p: PathBuf) -> Self {
        Self(p)
    }
}
/// c
pub fn child_main(_a: &Path, _b: &Path) -> u8 {
    0
}
