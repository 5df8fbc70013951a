//! What the examples share: how they say that something is wrong, and how they end.

use std::fmt::Display;
use std::io;
use std::process::ExitCode;

/// Why an example could not do its work: one line, Chinese first.
pub(crate) enum Failure {
    /// To be said, with exit status 2.
    Said(String),
    /// The reader of our output has gone, as `head` does: no reason to complain.
    ClosedPipe,
}

impl Failure {
    pub(crate) fn new(zh: impl Display, en: impl Display) -> Self {
        Self::Said(format!("{zh}（{en}）"))
    }

    /// Output could not be written.
    pub(crate) fn output(error: &io::Error) -> Self {
        match error.kind() {
            io::ErrorKind::BrokenPipe => Self::ClosedPipe,
            _ => Self::new(format_args!("写不出结果：{error}"), "cannot write the output"),
        }
    }
}

impl From<lexopt::Error> for Failure {
    fn from(error: lexopt::Error) -> Self {
        Self::new(format_args!("参数有误：{error}"), "wrong arguments, see --help")
    }
}

/// Ends an example: 0, or 2 with one line on stderr.
pub(crate) fn end(name: &str, result: Result<ExitCode, Failure>) -> ExitCode {
    match result {
        Ok(code) => code,
        Err(Failure::ClosedPipe) => ExitCode::SUCCESS,
        Err(Failure::Said(line)) => {
            eprintln!("{name}: {}", gangmu::printable(&line));
            ExitCode::from(2)
        }
    }
}
