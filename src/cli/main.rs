//! The program `gangmu`: the library for files and folders.
//!
//! ```text
//! arguments (args) ─► inputs (inputs, texts) ─► one job a text, on all cores (batch) ─► output in input order (output)
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
mod output;
mod replace;
mod texts;

use std::fs::File;
use std::io::{self, BufReader, Read, Write};
use std::path::Path;
use std::process::ExitCode;

use args::{Args, Command};
use clap::{CommandFactory, Parser};
use gangmu::encoding::Encoding;
use gangmu::printable;
use output::Output;

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
            say(&line);
            ExitCode::from(2)
        }
    }
}

/// One line on stderr. Where nobody reads that, nothing is lost.
pub(crate) fn say(line: &str) {
    let _ = writeln!(io::stderr(), "gangmu: {}", printable(line));
}

fn run(args: Args) -> Result<ExitCode, Failure> {
    match args.command {
        Command::Completions { shell } => {
            // Into a buffer first: the generator panics where it cannot write.
            let mut script = Vec::new();
            clap_complete::generate(shell, &mut Args::command(), "gangmu", &mut script);
            io::stdout().write_all(&script).map_err(|error| Failure::output(&error))?;
            Ok(ExitCode::SUCCESS)
        }
        Command::Jsonl { input, encoding, output, outline, offsets, breaks, keep_text, line_numbers, strict } => {
            let mode = jsonl::Mode { outline, keep_text, line_numbers, offsets, options: breaks.options() };
            let faults = filter(&input, encoding.encoding, output.as_deref(), mode)?;
            if faults.any() {
                say(&faults.to_string());
            }
            Ok(ExitCode::from(if faults.any() && strict { 2 } else { 0 }))
        }
        Command::Parse { files, reading, job } => batch::run(&files, reading, &job),
        Command::Lint { files, job } => lint_job::run(&files, &job),
        Command::Rows { files, reading, job } => batch::run(&files, reading, &job),
        Command::Chunks { files, reading, job } => batch::run(&files, reading, &job),
        Command::Markdown { files, reading } => batch::run(&files, reading, &jobs::Markdown),
        Command::Explain { files, reading, job } => batch::run(&files, reading, &job),
    }
}

/// UTF-8 is read line by line, and a line that is none is a bad line. Other encodings have no lines before they
/// have been read, so that they are read whole.
fn filter(
    input: &Path,
    encoding: Encoding,
    output: Option<&Path>,
    mode: jsonl::Mode,
) -> Result<jsonl::Faults, Failure> {
    let cannot = |error: &io::Error| Failure::Said(format!("读不了 {}：{error}（cannot read）", input.display()));
    let source: Box<dyn Read> = if input == Path::new("-") {
        Box::new(io::stdin())
    } else {
        Box::new(File::open(input).map_err(|error| cannot(&error))?)
    };
    let mut output = Output::open(output)?;
    let result = if encoding == Encoding::Utf8 {
        jsonl::filter(BufReader::new(source), &mut output, mode)
    } else {
        let text =
            inputs::whole(source, encoding).map_err(|why| Failure::Said(format!("{}：{why}", input.display())))?;
        jsonl::filter(text.as_bytes(), &mut output, mode)
    };
    let faults = result.map_err(|stopped| match stopped {
        jsonl::Stopped::Input(error) => cannot(&error),
        jsonl::Stopped::Output(error) => Failure::output(&error),
    })?;
    output.finish().map_err(|error| Failure::output(&error))?;
    Ok(faults)
}
