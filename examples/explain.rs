//! Shows why each marker was taken or left out.
//!
//! ```sh
//! cargo run --release --example explain -- fixtures/plan/education_work_plan.txt
//! ```

mod common;
#[path = "common/encoding.rs"]
mod encoding;
#[path = "../src/cli/explain.rs"]
mod lines;

use std::io::{self, Write};
use std::path::PathBuf;
use std::process::ExitCode;

use common::Failure;
use lexopt::ValueExt;

const HELP: &str = "\
用法 Usage: explain [--all] [--encoding utf-8|auto|gb18030|big5|utf-16le|utf-16be] FILE|-

每个可能的序号一行：位置、是否采用、层次、把握、差距、证据。
One line a candidate: place, taken, level, confidence, margin, evidence by name and weight.

  --all   也列出得分很低的候选  also candidates with little in their favour
";

fn main() -> ExitCode {
    common::end("explain", run())
}

fn run() -> Result<ExitCode, Failure> {
    let (mut file, mut all, mut bytes_as) = (None, false, encoding::UTF8);
    let mut arguments = lexopt::Parser::from_env();
    while let Some(argument) = arguments.next()? {
        match argument {
            lexopt::Arg::Short('h') | lexopt::Arg::Long("help") => {
                print!("{HELP}");
                return Ok(ExitCode::SUCCESS);
            }
            lexopt::Arg::Long("all") => all = true,
            lexopt::Arg::Long("encoding") => bytes_as = encoding::encoding(&arguments.value()?.string()?)?,
            lexopt::Arg::Value(value) if file.is_none() => file = Some(value),
            other => return Err(other.unexpected().into()),
        }
    }
    let Some(file) = file else {
        return Err(Failure::new("要一个文件名，或 - 读标准输入", "a file name is needed, or - for standard input"));
    };
    let text = encoding::read(&PathBuf::from(file), bytes_as)?;
    let mut out = io::BufWriter::new(io::stdout().lock());
    lines::write(&text, &gangmu::Options::new(), all, &mut out).map_err(|error| Failure::output(&error))?;
    out.flush().map_err(|error| Failure::output(&error))?;
    Ok(ExitCode::SUCCESS)
}
