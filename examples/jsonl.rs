//! A filter for JSON Lines: reads the `text` of each line and adds its outline.
//!
//! ```sh
//! echo '{"id": 7, "text": "一、目标。二、任务。"}' | cargo run --release --example jsonl
//! ```
//!
//! One line out for each line in, in the same order. A bad line becomes a record with an `error` and the
//! rest goes on. Holds one line at a time.

mod common;
#[path = "common/encoding.rs"]
mod encoding;

#[path = "../src/cli/jsonl.rs"]
mod filter;

use std::io::{self, BufWriter, Write};
use std::path::Path;
use std::process::ExitCode;

use common::Failure;
use filter::{Mode, Stopped, filter};
use lexopt::ValueExt;

const HELP: &str = "\
用法 Usage: jsonl [OPTIONS] < IN.jsonl > OUT.jsonl

每行读入 {\"text\": …}，原样输出其余字段，并加上 \"gangmu\": {纲目}。
Reads {\"text\": …} a line and writes its other fields and \"gangmu\": {the outline}.

  --outline       只输出序号的位置与层次，偏移以字符计  only where the markers are, offsets in characters
  --keep-text     保留 text 字段                      keep the field text
  --line-numbers  坏行的记录带行号                    the records of bad lines say which line it was
  --strict        有坏行时退出码为 2                  exit 2 if any line was bad
  --encoding utf-8|auto|gb18030|big5|utf-16le|utf-16be
                  输入的编码；除 utf-8 外须整个读入   of the input; all but utf-8 is read whole
";

fn main() -> ExitCode {
    common::end("jsonl", run())
}

fn run() -> Result<ExitCode, Failure> {
    let Some((mode, strict, bytes_as)) = arguments()? else {
        let _ = io::stdout().write_all(HELP.as_bytes());
        return Ok(ExitCode::SUCCESS);
    };
    let unread = |error| Failure::new(format_args!("读不了标准输入：{error}"), "cannot read standard input");
    let output = BufWriter::new(io::stdout().lock());
    let result = if bytes_as == encoding::UTF8 {
        filter(io::stdin().lock(), output, mode)
    } else {
        // Other encodings have no lines before they have been read.
        filter(encoding::read(Path::new("-"), bytes_as)?.as_bytes(), output, mode)
    };
    let faults = result.map_err(|stopped| match stopped {
        Stopped::Input(error) => unread(error),
        Stopped::Output(error) => Failure::output(&error),
    })?;
    if faults.any() {
        eprintln!("jsonl: {faults}");
    }
    Ok(if faults.any() && strict { ExitCode::from(2) } else { ExitCode::SUCCESS })
}

fn arguments() -> Result<Option<(Mode, bool, encoding::Encoding)>, Failure> {
    use lexopt::Arg::{Long, Short};
    let (mut mode, mut strict, mut bytes_as) = (Mode::default(), false, encoding::UTF8);
    let mut arguments = lexopt::Parser::from_env();
    while let Some(argument) = arguments.next()? {
        match argument {
            Short('h') | Long("help") => return Ok(None),
            Long("outline") => mode.outline = true,
            Long("keep-text") => mode.keep_text = true,
            Long("line-numbers") => mode.line_numbers = true,
            Long("strict") => strict = true,
            Long("encoding") => bytes_as = encoding::encoding(&arguments.value()?.string()?)?,
            other => return Err(other.unexpected().into()),
        }
    }
    Ok(Some((mode, strict, bytes_as)))
}
