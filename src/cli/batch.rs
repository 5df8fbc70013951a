//! Many files on all cores, the output in the order of the input.
//!
//! ```text
//! files  ▒▒▒▒ ▒▒▒▒ ▒▒▒▒     in batches: what is done waits for at most one batch
//!         └─ rayon ─► results ─► written in order
//! ```
//!
//! A file that cannot be read is said on stderr, and the rest goes on.

use std::collections::HashSet;
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
    let folder = files.output.as_deref().filter(|output| output.is_dir());
    let many = paths.len() > 1 && folder.is_none();
    let mut output = match folder {
        Some(_) => Box::new(io::sink()),
        None => open_output(files.output.as_deref())?,
    };
    output.write_all(&job.head()).map_err(|error| Failure::output(&error))?;
    let mut names = Names::default();
    let mut found = false;
    let failed = each(
        files,
        &paths,
        |path, text| job.one(&path.to_string_lossy(), &text, many),
        |path, (bytes, complaint)| {
            found |= complaint;
            match folder {
                Some(folder) => {
                    let file = names.new_in(folder, path, J::EXTENSION);
                    std::fs::write(file, [job.head(), bytes].concat()).map_err(Stop::File)
                }
                None => output.write_all(&bytes).map_err(Stop::Output),
            }
        },
    )?;
    output.flush().map_err(|error| Failure::output(&error))?;
    Ok(ExitCode::from(if failed { 2 } else { u8::from(found) }))
}

/// Why the result for one text could not be put where it belongs.
pub(crate) enum Stop {
    /// Its own file could not be written; the rest goes on.
    File(io::Error),
    /// The output of all could not be written.
    Output(io::Error),
}

/// Reads each file and does `work` on all cores, then `put`s the results in the order of the files. Returns
/// whether a file failed.
pub(crate) fn each<T: Send>(
    files: &Files,
    paths: &[PathBuf],
    work: impl Fn(&Path, String) -> io::Result<T> + Sync,
    mut put: impl FnMut(&Path, T) -> Result<(), Stop>,
) -> Result<bool, Failure> {
    let started = Instant::now();
    let bar = bar(paths.len(), files.quiet);
    let mut failed = 0;
    for batch in paths.chunks(BATCH) {
        let results: Vec<_> = batch
            .par_iter()
            .map(|path| {
                let result = inputs::read(path, files.encoding.encoding).and_then(|read| {
                    let done = work(path, read.text).map_err(|error| error.to_string())?;
                    Ok((done, read.doubt))
                });
                bar.inc(1);
                result
            })
            .collect();
        for (path, result) in batch.iter().zip(results) {
            let say = |message: &str| {
                bar.suspend(|| eprintln!("gangmu: {}", printable(&format!("{}：{message}", path.display()))))
            };
            let put = result.and_then(|(done, doubt)| {
                if let Some(doubt) = doubt.filter(|_| !files.quiet) {
                    say(&doubt);
                }
                match put(path, done) {
                    Ok(()) => Ok(None),
                    Err(Stop::Output(error)) => Ok(Some(error)),
                    Err(Stop::File(error)) => Err(format!("写不出结果：{error}（cannot write）")),
                }
            });
            match put {
                Ok(None) => {}
                Ok(Some(error)) => return Err(Failure::output(&error)),
                Err(message) => {
                    failed += 1;
                    say(&message);
                }
            }
        }
    }
    bar.finish_and_clear();
    if paths.len() > 1 && !files.quiet {
        let seconds = started.elapsed().as_secs_f64();
        eprintln!("共 {0} 篇，失败 {failed} 篇，用时 {seconds:.1} 秒（{0} texts, {failed} failed）", paths.len());
    }
    Ok(failed > 0)
}

/// The names of the files written into a folder: that of the text, and `-2`, `-3` … where texts of other
/// folders have the same name.
#[derive(Default)]
pub(crate) struct Names(HashSet<PathBuf>);

impl Names {
    pub(crate) fn new_in(&mut self, folder: &Path, input: &Path, extension: &str) -> PathBuf {
        let stem = input.file_stem().filter(|_| input != Path::new("-")).unwrap_or("stdin".as_ref());
        let mut count = 1;
        loop {
            let mut name = stem.to_owned();
            if count > 1 {
                name.push(format!("-{count}"));
            }
            name.push(".");
            name.push(extension);
            let file = folder.join(name);
            if self.0.insert(file.clone()) {
                return file;
            }
            count += 1;
        }
    }
}

/// On a terminal and for more than one file; else it draws nothing.
fn bar(length: usize, quiet: bool) -> ProgressBar {
    if length < 2 || quiet || !io::stderr().is_terminal() {
        return ProgressBar::hidden();
    }
    let style = ProgressStyle::with_template("{bar:30} {pos}/{len} 篇，还需 {eta}");
    ProgressBar::new(length as u64).with_style(style.unwrap_or_else(|_| ProgressStyle::default_bar()))
}
