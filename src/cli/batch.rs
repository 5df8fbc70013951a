//! Many files on all cores, the output in the order of the input.
//!
//! ```text
//! files  ▒▒▒▒ ▒▒▒▒ ▒▒▒▒     in batches: what is done waits for at most one batch
//!         └─ rayon ─► results ─► written in order
//! ```
//!
//! A file that cannot be read is said on stderr, and the rest goes on.

use std::io::{self, IsTerminal, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::Instant;

use gangmu::printable;
use indicatif::{ProgressBar, ProgressStyle};
use rayon::prelude::*;

use crate::args::Files;
use crate::{Failure, inputs, open_output};

/// What is done with each text.
pub(crate) trait Job: Sync {
    /// The extension of the files written into a folder.
    const EXTENSION: &'static str;

    /// What comes first in each file.
    fn head(&self) -> Vec<u8> {
        Vec::new()
    }

    /// The result for one text, and whether it found something to complain about. `many`: there are
    /// other texts in the same output.
    fn one(&self, name: &str, text: &str, many: bool) -> io::Result<(Vec<u8>, bool)>;
}

/// Files a batch: enough for all cores, few enough to be held.
const BATCH: usize = 256;

pub(crate) fn run<J: Job>(files: &Files, job: &J) -> Result<ExitCode, Failure> {
    let paths = inputs::list(files)?;
    let started = Instant::now();
    let folder = files.output.as_deref().filter(|output| output.is_dir());
    let many = paths.len() > 1 && folder.is_none();
    let bar = bar(paths.len(), files.quiet);
    let mut output = match folder {
        Some(_) => Box::new(io::sink()),
        None => open_output(files.output.as_deref())?,
    };
    output.write_all(&job.head()).map_err(|error| Failure::output(&error))?;
    let (mut failed, mut found) = (0, false);
    for batch in paths.chunks(BATCH) {
        let results: Vec<_> = batch
            .par_iter()
            .map(|path| {
                let name = path.to_string_lossy();
                let result = inputs::read(path, files.encoding.encoding).and_then(|read| {
                    let (bytes, complaint) = job.one(&name, &read.text, many).map_err(|error| error.to_string())?;
                    Ok((bytes, complaint, read.doubt))
                });
                bar.inc(1);
                result
            })
            .collect();
        for (path, result) in batch.iter().zip(results) {
            let say = |message: &str| {
                bar.suspend(|| eprintln!("gangmu: {}", printable(&format!("{}：{message}", path.display()))))
            };
            let written = result.and_then(|(bytes, complaint, doubt)| {
                found |= complaint;
                if let Some(doubt) = doubt.filter(|_| !files.quiet) {
                    say(&doubt);
                }
                match folder {
                    Some(folder) => {
                        let content = [job.head(), bytes].concat();
                        std::fs::write(name_in(folder, path, J::EXTENSION), content)
                            .map(|()| Vec::new())
                            .map_err(|error| format!("写不出结果：{error}（cannot write）"))
                    }
                    None => Ok(bytes),
                }
            });
            match written {
                Ok(bytes) => output.write_all(&bytes).map_err(|error| Failure::output(&error))?,
                Err(message) => {
                    failed += 1;
                    say(&message);
                }
            }
        }
    }
    output.flush().map_err(|error| Failure::output(&error))?;
    bar.finish_and_clear();
    if paths.len() > 1 && !files.quiet {
        let seconds = started.elapsed().as_secs_f64();
        eprintln!("共 {0} 篇，失败 {failed} 篇，用时 {seconds:.1} 秒（{0} texts, {failed} failed）", paths.len());
    }
    Ok(ExitCode::from(if failed > 0 { 2 } else { u8::from(found) }))
}

fn name_in(folder: &Path, input: &Path, extension: &str) -> PathBuf {
    let stem = input.file_stem().filter(|_| input != Path::new("-")).unwrap_or("stdin".as_ref());
    folder.join(stem).with_extension(extension)
}

/// On a terminal and for more than one file; else it draws nothing.
fn bar(length: usize, quiet: bool) -> ProgressBar {
    if length < 2 || quiet || !io::stderr().is_terminal() {
        return ProgressBar::hidden();
    }
    let style = ProgressStyle::with_template("{bar:30} {pos}/{len} 篇，还需 {eta}");
    ProgressBar::new(length as u64).with_style(style.unwrap_or_else(|_| ProgressStyle::default_bar()))
}
