//! Where results go: to standard output, into one file, or into a folder.
//!
//! ```text
//! -o out.jsonl    one file, in its place when all of it is written
//! -o out/         texts/b/x.txt, found in texts ─► out/b/x.json; a second x.json becomes x-2.json
//! ```

use std::collections::HashSet;
use std::fs;
use std::io::{self, BufWriter, StdoutLock, Write};
use std::path::{Path, PathBuf};

use crate::Failure;
use crate::replace::Replacing;

/// Standard output or one file.
pub(crate) enum Output {
    Standard(BufWriter<StdoutLock<'static>>),
    File(Replacing),
}

impl Output {
    /// Opens the file of `-o`, or standard output where there is none.
    pub(crate) fn open(path: Option<&Path>) -> Result<Self, Failure> {
        let Some(path) = path else { return Ok(Self::Standard(BufWriter::new(io::stdout().lock()))) };
        Replacing::new(path).map(Self::File).map_err(|error| cannot(path, &error))
    }

    /// All is written.
    pub(crate) fn finish(self) -> io::Result<()> {
        match self {
            Self::Standard(mut out) => out.flush(),
            Self::File(file) => file.finish(),
        }
    }
}

impl Write for Output {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        match self {
            Self::Standard(out) => out.write(bytes),
            Self::File(out) => out.write(bytes),
        }
    }

    fn flush(&mut self) -> io::Result<()> {
        match self {
            Self::Standard(out) => out.flush(),
            Self::File(out) => out.flush(),
        }
    }
}

fn cannot(path: &Path, error: &io::Error) -> Failure {
    Failure::Said(format!("写不了 {}：{error}（cannot write there）", path.display()))
}

/// A folder that takes one file a text.
pub(crate) struct Folder {
    root: PathBuf,
    taken: HashSet<PathBuf>,
}

impl Folder {
    /// The folder of `-o`, where it is one: it is there, or it ends in `/` and is made.
    pub(crate) fn of(output: Option<&Path>) -> Result<Option<Self>, Failure> {
        let Some(root) = output else { return Ok(None) };
        let asked = root.to_string_lossy().ends_with(std::path::is_separator);
        if !root.is_dir() && asked {
            fs::create_dir_all(root).map_err(|error| cannot(root, &error))?;
        }
        Ok(root.is_dir().then(|| Self { root: root.to_owned(), taken: HashSet::new() }))
    }

    /// The file for the text of this name: the name with another extension, and with `-2`, `-3` … where
    /// another text has it already.
    pub(crate) fn file(&mut self, name: &Path, extension: &str) -> io::Result<PathBuf> {
        let stem = name.file_stem().filter(|_| name != Path::new("-")).unwrap_or("stdin".as_ref());
        let folder = self.root.join(name.parent().unwrap_or(Path::new("")));
        fs::create_dir_all(&folder)?;
        let mut count = 1;
        loop {
            let mut name = stem.to_owned();
            if count > 1 {
                name.push(format!("-{count}"));
            }
            name.push(".");
            name.push(extension);
            let file = folder.join(name);
            if self.taken.insert(file.clone()) {
                return Ok(file);
            }
            count += 1;
        }
    }
}
