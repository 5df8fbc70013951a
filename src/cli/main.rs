//! The program `gangmu`: the library for files and folders.
//!
//! ```text
//! arguments (args) ─► inputs (inputs) ─► one job a file, on all cores (batch) ─► output in input order
//!                                        parse, rows, chunks, markdown, explain (jobs); lint (lint, lint_job)
//! ```
//!
//! Exit status: 0 done; 1 `lint` has found something; 2 wrong arguments, or a file could not be read.

mod args;
mod batch;
mod explain;
mod inputs;
mod jobs;
mod jsonl;
mod lint;
mod lint_job;

use std::fs::File;
use std::io::{self, BufReader, BufWriter, Read, Write};
use std::path::Path;
use std::process::ExitCode;

use args::{Args, Command};
use clap::{CommandFactory, Parser};
use gangmu::encoding::Encoding;
use gangmu::printable;

/// Why the program stops: one line, Chinese first.
pub(crate) enum Failure {
    Said(String),
    /// The reader of our output has gone, as `head` does: no reason to complain.
    ClosedPipe,
}

impl Failure {
    pub(crate) fn output(error: &io::Error) -> Self {
        match error.kind() {
            io::ErrorKind::BrokenPipe => Self::ClosedPipe,
            _ => Self::Said(format!("写不出结果：{error}（cannot write the output）")),
        }
    }
}

fn main() -> ExitCode {
    match run(Args::parse()) {
        Ok(code) => code,
        Err(Failure::ClosedPipe) => ExitCode::SUCCESS,
        Err(Failure::Said(line)) => {
            eprintln!("gangmu: {}", printable(&line));
            ExitCode::from(2)
        }
    }
}

fn run(args: Args) -> Result<ExitCode, Failure> {
    match args.command {
        Command::Completions { shell } => {
            clap_complete::generate(shell, &mut Args::command(), "gangmu", &mut io::stdout());
            Ok(ExitCode::SUCCESS)
        }
        Command::Jsonl { input, encoding, outline, keep_text, strict } => {
            filter(&input, encoding.encoding, jsonl::Mode { outline, keep_text }, strict)
        }
        Command::Parse { files, job } => batch::run(&files, &job),
        Command::Lint { files, job } => lint_job::run(&files, &job),
        Command::Rows { files, job } => batch::run(&files, &job),
        Command::Chunks { files, job } => batch::run(&files, &job),
        Command::Markdown { files } => batch::run(&files, &jobs::Markdown),
        Command::Explain { files, job } => batch::run(&files, &job),
    }
}

/// UTF-8 is read line by line, and a line that is none is a bad line. Other encodings have no lines before they
/// have been read, so that they are read whole.
fn filter(input: &Path, encoding: Encoding, mode: jsonl::Mode, strict: bool) -> Result<ExitCode, Failure> {
    let cannot = |error: &io::Error| Failure::Said(format!("读不了 {}：{error}（cannot read）", input.display()));
    let source: Box<dyn Read> = if input == Path::new("-") {
        Box::new(io::stdin())
    } else {
        Box::new(File::open(input).map_err(|e| cannot(&e))?)
    };
    let output = BufWriter::new(io::stdout().lock());
    let result = if encoding == Encoding::Utf8 {
        jsonl::filter(BufReader::new(source), output, mode)
    } else {
        let text =
            inputs::whole(source, encoding).map_err(|why| Failure::Said(format!("{}：{why}", input.display())))?;
        jsonl::filter(text.as_bytes(), output, mode)
    };
    match result {
        Ok(bad) => Ok(if bad && strict { ExitCode::from(2) } else { ExitCode::SUCCESS }),
        Err(jsonl::Stopped::Input(error)) => Err(cannot(&error)),
        Err(jsonl::Stopped::Output(error)) => Err(Failure::output(&error)),
    }
}

/// Writes to a file or to standard output.
pub(crate) fn open_output(path: Option<&Path>) -> Result<Box<dyn Write>, Failure> {
    Ok(match path {
        None => Box::new(BufWriter::new(io::stdout().lock())),
        Some(path) => {
            Box::new(BufWriter::new(File::create(path).map_err(|error| {
                Failure::Said(format!("写不了 {}：{error}（cannot write the file）", path.display()))
            })?))
        }
    })
}
