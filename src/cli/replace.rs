//! A file written so that at no moment there is half of it: beside it first, then in its place. Part of
//! the program `gangmu` and of the example `lint`.

use std::fs::{self, File};
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};

/// A file on its way. Without [`Replacing::finish`] all stays as it was.
pub(crate) struct Replacing {
    out: BufWriter<File>,
    /// Where it is written, and where it goes then; nothing for a device or a pipe, which cannot be replaced.
    way: Option<(PathBuf, PathBuf)>,
}

impl Replacing {
    pub(crate) fn new(file: &Path) -> io::Result<Self> {
        if fs::metadata(file).is_ok_and(|old| !old.is_file() && !old.is_dir()) {
            let out = BufWriter::new(fs::OpenOptions::new().write(true).open(file)?);
            return Ok(Self { out, way: None });
        }
        if file.is_dir() {
            return Err(io::Error::from(io::ErrorKind::IsADirectory));
        }
        // A link stays one: what it leads to is replaced.
        let file = fs::canonicalize(file).unwrap_or_else(|_| file.to_owned());
        let mut beside = file.clone().into_os_string();
        beside.push(format!(".{}.tmp", std::process::id()));
        let beside = PathBuf::from(beside);
        let out = BufWriter::new(File::create(&beside)?);
        Ok(Self { out, way: Some((beside, file)) })
    }

    /// Puts what was written in its place.
    pub(crate) fn finish(mut self) -> io::Result<()> {
        self.out.flush()?;
        let Some((beside, file)) = &self.way else { return Ok(()) };
        if let Ok(old) = fs::metadata(file) {
            fs::set_permissions(beside, old.permissions())?;
        }
        fs::rename(beside, file)?;
        self.way = None;
        Ok(())
    }
}

impl Write for Replacing {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.out.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.out.flush()
    }
}

impl Drop for Replacing {
    fn drop(&mut self) {
        if let Some((beside, _)) = &self.way {
            let _ = fs::remove_file(beside);
        }
    }
}

/// Writes a whole file.
pub(crate) fn replace(file: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut out = Replacing::new(file)?;
    out.write_all(bytes)?;
    out.finish()
}
