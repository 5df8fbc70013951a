//! A filter for JSON Lines: reads the `text` of each line and adds its outline.
//!
//! ```sh
//! echo '{"id": 7, "text": "一、目标。二、任务。"}' | cargo run --release --example jsonl
//! ```
//!
//! One line out for each line in, in the same order. A bad line becomes an `error` and the rest goes
//! on. Holds one line at a time.

mod common;

#[path = "../src/cli/jsonl.rs"]
mod filter;

use std::io::{self, BufWriter, Write};
use std::process::ExitCode;

use common::Failure;
use filter::{Mode, Stopped, filter};

const HELP: &str = "\
用法 Usage: jsonl [--outline] [--keep-text] [--strict] < IN.jsonl > OUT.jsonl

每行读入 {\"text\": …}，原样输出其余字段，并加上 \"gangmu\": {纲目}。
Reads {\"text\": …} a line and writes its other fields and \"gangmu\": {the outline}.

  --outline     只输出序号的位置与层次，偏移以字符计  only where the markers are, offsets in characters
  --keep-text   保留 text 字段                        keep the field text
  --strict      有坏行时退出码为 2                    exit 2 if any line was bad
";

fn main() -> ExitCode {
    common::end("jsonl", run())
}

fn run() -> Result<ExitCode, Failure> {
    let Some((mode, strict)) = arguments()? else {
        let _ = io::stdout().write_all(HELP.as_bytes());
        return Ok(ExitCode::SUCCESS);
    };
    let bad =
        filter(io::stdin().lock(), BufWriter::new(io::stdout().lock()), mode).map_err(|stopped| match stopped {
            Stopped::Input(error) => {
                Failure::new(format_args!("读不了标准输入：{error}"), "cannot read standard input")
            }
            Stopped::Output(error) => Failure::output(&error),
        })?;
    Ok(if bad && strict { ExitCode::from(2) } else { ExitCode::SUCCESS })
}

fn arguments() -> Result<Option<(Mode, bool)>, Failure> {
    use lexopt::Arg::{Long, Short};
    let (mut mode, mut strict) = (Mode::default(), false);
    let mut arguments = lexopt::Parser::from_env();
    while let Some(argument) = arguments.next()? {
        match argument {
            Short('h') | Long("help") => return Ok(None),
            Long("outline") => mode.outline = true,
            Long("keep-text") => mode.keep_text = true,
            Long("strict") => strict = true,
            other => return Err(other.unexpected().into()),
        }
    }
    Ok(Some((mode, strict)))
}
