//! Reads one text and writes its outline as JSON.
//!
//! ```sh
//! cargo run --release --example to_json -- fixtures/plan/education_work_plan.txt
//! ```

mod common;
#[path = "common/encoding.rs"]
mod encoding;

use std::io::{self, BufWriter, Write};
use std::path::PathBuf;
use std::process::ExitCode;

use common::Failure;
use gangmu::OffsetUnit;
use lexopt::ValueExt;

const HELP: &str = "\
用法 Usage: to_json [--offsets byte|char|utf16] [--encoding utf-8|auto|gb18030|big5|utf-16le|utf-16be] FILE|-

读入一篇文本（- 为标准输入），输出纲目的 JSON。编码默认为 utf-8，其余须带 encoding 特性编译。
Reads a text (-: standard input) and writes its outline as JSON. Other encodings than utf-8 need the feature `encoding`.
";

fn main() -> ExitCode {
    common::end("to_json", run())
}

fn run() -> Result<ExitCode, Failure> {
    let Some((file, unit, bytes_as)) = arguments()? else {
        let _ = io::stdout().write_all(HELP.as_bytes());
        return Ok(ExitCode::SUCCESS);
    };
    let text = encoding::read(&file, bytes_as)?;
    let parsed = gangmu::parse(&text);

    let mut out = BufWriter::new(io::stdout().lock());
    serde_json::to_writer_pretty(&mut out, &parsed.with_offsets(unit))
        .map_err(io::Error::from)
        .map_err(|error| Failure::output(&error))?;
    writeln!(out).and_then(|()| out.flush()).map_err(|error| Failure::output(&error))?;
    Ok(ExitCode::SUCCESS)
}

/// The file, the unit of offsets and the encoding; nothing where help was asked for.
fn arguments() -> Result<Option<(PathBuf, OffsetUnit, encoding::Encoding)>, Failure> {
    use lexopt::Arg::{Long, Short, Value};
    let (mut file, mut unit, mut bytes_as) = (None, OffsetUnit::Byte, encoding::UTF8);
    let mut arguments = lexopt::Parser::from_env();
    while let Some(argument) = arguments.next()? {
        match argument {
            Short('h') | Long("help") => return Ok(None),
            Long("offsets") => {
                let name = arguments.value()?.string()?;
                unit = OffsetUnit::from_name(&name).ok_or_else(|| {
                    Failure::new(format_args!("没有这种偏移单位：{name}"), "--offsets is byte, char or utf16")
                })?;
            }
            Long("encoding") => bytes_as = encoding::encoding(&arguments.value()?.string()?)?,
            Value(value) if file.is_none() => file = Some(PathBuf::from(value)),
            other => return Err(other.unexpected().into()),
        }
    }
    let file = file.ok_or_else(|| Failure::new("缺少文件名，- 为标准输入", "which file? - is standard input"))?;
    Ok(Some((file, unit, bytes_as)))
}
