//! A file of a kit, and the kit.

use crate::units::Usd;

/// Whether a file may be run.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mode {
    /// Read and written.
    Plain,
    /// Run, too.
    Executable,
}

/// A file of a kit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KitFile {
    /// Where it lies in the kit, with slashes.
    pub path: String,
    /// What is in it.
    pub text: String,
    /// Whether it may be run.
    pub mode: Mode,
}

impl KitFile {
    pub(super) fn new(path: impl Into<String>, text: impl Into<String>) -> Self {
        let path = path.into();
        let mode = if path.ends_with(".sh") { Mode::Executable } else { Mode::Plain };
        Self { path, text: text.into(), mode }
    }
}

/// Everything that builds one design.
#[derive(Clone, Debug, PartialEq)]
pub struct Kit {
    /// The name of its folder: `git-kit`.
    pub name: String,
    /// Its files, sorted by path.
    pub files: Vec<KitFile>,
    /// Why there is none, where there is none.
    pub lack: Option<&'static str>,
    /// What it adds to a month that the bill does not count yet, as far as it is priced.
    pub adds: Usd,
}

impl Kit {
    /// The file at a path.
    pub fn file(&self, path: &str) -> Option<&KitFile> {
        self.files.iter().find(|file| file.path == path)
    }

    /// The bytes of all files together.
    pub fn size(&self) -> usize {
        self.files.iter().map(|file| file.text.len()).sum()
    }
}
