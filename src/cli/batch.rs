//! Many files on all cores, the output in the order of the input.
//!
//! ```text
//! files  ▒▒▒▒ ▒▒▒▒ ▒▒▒▒     in batches: what is done waits for at most one batch
//!         └─ rayon ─► results ─► written in order
//! ```
//!
//! A text that cannot be read is said on stderr, and the rest goes on.

use std::io::{self, IsTerminal, Write};
use std::process::ExitCode;
use std::time::Instant;

use indicatif::{ProgressBar, ProgressStyle};
use rayon::prelude::*;

use gangmu::Options;

use crate::args::{Each, Files, Reading};
use crate::inputs;
use crate::output::{Folder, Output};
use crate::replace::replace;
use crate::texts::{self, Source};
use crate::{Failure, say};

/// What is done with each text.
pub(crate) trait Job: Sync {
    /// The extension of the files written into a folder.
    fn extension(&self) -> &'static str;

    /// What comes first in each file.
    fn head(&self) -> Vec<u8> {
        Vec::new()
    }

    /// The result for one text. `many`: there are other texts in the same output.
    fn one(&self, name: &str, text: &str, options: &Options, many: bool) -> io::Result<Vec<u8>>;
}

/// Texts a batch: enough for all cores, few enough to be held.
const BATCH: usize = 256;

pub(crate) fn run<J: Job>(files: &Files, reading: Reading, job: &J) -> Result<ExitCode, Failure> {
    let inputs = inputs::list(files)?;
    let options = reading.options();
    let work = |source: &Source<'_>, text: String, many| job.one(&source.name, &text, &options, many);
    let sources = inputs.files.iter().flat_map(|input| texts::of(input, reading.each, files.encoding.encoding));
    let count = (reading.each == Each::File).then_some(inputs.files.len());
    let folder = Folder::of(files.output.as_deref())?;
    if folder.is_some() && count.is_none() {
        return Err(Failure::Said(
            "一行一篇时请用 -o 指定一个文件（with --each, -o is a file, not a folder）".to_owned(),
        ));
    }
    let failed = if let Some(mut folder) = folder {
        each(
            files,
            count,
            sources,
            |source, text| work(source, text, false),
            |source, bytes| {
                let file = folder.file(&source.input.name, job.extension()).map_err(Stop::File)?;
                replace(&file, &[job.head(), bytes].concat()).map_err(Stop::File)
            },
        )?
    } else {
        let mut output = Output::open(files.output.as_deref())?;
        output.write_all(&job.head()).map_err(|error| Failure::output(&error))?;
        let many = count != Some(1);
        let failed = each(
            files,
            count,
            sources,
            |source, text| work(source, text, many),
            |_, bytes| output.write_all(&bytes).map_err(Stop::Output),
        )?;
        output.finish().map_err(|error| Failure::output(&error))?;
        failed
    };
    Ok(ExitCode::from(if failed || inputs.incomplete { 2 } else { 0 }))
}

/// Why the result for one text could not be put where it belongs.
pub(crate) enum Stop {
    /// Its own file could not be written; the rest goes on.
    File(io::Error),
    /// The output of all could not be written.
    Output(io::Error),
}

/// Reads each text and does `work` on all cores, then `put`s the results in the order of the texts. `count`: how many there
/// are, where that is known. Returns whether one failed.
pub(crate) fn each<'i, T: Send>(
    files: &Files,
    count: Option<usize>,
    mut sources: impl Iterator<Item = Source<'i>>,
    work: impl Fn(&Source<'i>, String) -> io::Result<T> + Sync,
    mut put: impl FnMut(&Source<'i>, T) -> Result<(), Stop>,
) -> Result<bool, Failure> {
    let started = Instant::now();
    let bar = bar(count.unwrap_or(0), files);
    let (mut done, mut failed) = (0, 0);
    loop {
        let mut batch: Vec<_> = sources.by_ref().take(BATCH).collect();
        if batch.is_empty() {
            break;
        }
        done += batch.len();
        let results: Vec<_> = batch
            .par_iter_mut()
            .map(|source| {
                let result = source.read(files.encoding.encoding).and_then(|read| {
                    let done = work(source, read.text).map_err(|error| error.to_string())?;
                    Ok((done, read.doubt))
                });
                bar.inc(1);
                result
            })
            .collect();
        for (source, result) in batch.iter().zip(results) {
            let say = |message: &str| bar.suspend(|| say(&format!("{}：{message}", source.name)));
            let put = result.and_then(|(done, doubt)| {
                if let Some(doubt) = doubt.filter(|_| !files.quiet) {
                    say(&doubt);
                }
                match put(source, done) {
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
    if done > 1 && !files.quiet {
        let seconds = started.elapsed().as_secs_f64();
        say(&format!("共 {done} 篇，失败 {failed} 篇，用时 {seconds:.1} 秒（{done} texts, {failed} failed）"));
    }
    Ok(failed > 0)
}

/// On a terminal and for more than one file; else it draws nothing. Nor where results are shown on the same
/// terminal: they say by themselves how far it is.
fn bar(length: usize, files: &Files) -> ProgressBar {
    let shown = files.output.is_none() && io::stdout().is_terminal();
    if length < 2 || files.quiet || shown || !io::stderr().is_terminal() {
        return ProgressBar::hidden();
    }
    let style = ProgressStyle::with_template("{bar:30} {pos}/{len} 篇，还需 {eta}");
    ProgressBar::new(length as u64).with_style(style.unwrap_or_else(|_| ProgressStyle::default_bar()))
}
