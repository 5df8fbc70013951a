//! Shows why each marker was taken or left out.
//!
//! ```sh
//! cargo run --release --example explain -- fixtures/plan/education_work_plan.txt
//! ```

mod common;

use std::io::{self, Read, Write};
use std::process::ExitCode;

use common::Failure;
use gangmu::{Choice, LineIndex, Options, Parsed};

const HELP: &str = "\
用法 Usage: explain [--all] FILE|-

每个可能的序号一行：位置、是否采用、层次、把握、差距、证据。
One line a candidate: place, taken, level, confidence, margin, evidence by name and weight.

  --all   也列出得分很低的候选  also candidates with little in their favour
";
/// Candidates left out by a wide margin are shown only with `--all`.
const NEAR: u32 = 60;
/// Columns of a terminal.
const WIDTH: usize = 100;

fn main() -> ExitCode {
    common::end("explain", run())
}

fn run() -> Result<ExitCode, Failure> {
    let (mut file, mut all) = (None, false);
    let mut arguments = lexopt::Parser::from_env();
    while let Some(argument) = arguments.next()? {
        match argument {
            lexopt::Arg::Short('h') | lexopt::Arg::Long("help") => {
                print!("{HELP}");
                return Ok(ExitCode::SUCCESS);
            }
            lexopt::Arg::Long("all") => all = true,
            lexopt::Arg::Value(value) if file.is_none() => file = Some(value),
            other => return Err(other.unexpected().into()),
        }
    }
    let Some(file) = file else {
        return Err(Failure::new("要一个文件名，或 - 读标准输入", "a file name is needed, or - for standard input"));
    };
    let mut text = String::new();
    let read = if file == "-" {
        io::stdin().read_to_string(&mut text)
    } else {
        std::fs::File::open(&file).and_then(|mut file| file.read_to_string(&mut text))
    };
    read.map_err(|error| {
        Failure::new(format_args!("读不了 {}：{error}", file.to_string_lossy()), "cannot read the text as UTF-8")
    })?;
    let parsed = gangmu::parse(&text);
    let lines = LineIndex::new(&text);
    let mut out = io::BufWriter::new(io::stdout().lock());
    for choice in gangmu::explain(&text, &Options::new()) {
        if all || choice.taken || choice.margin.is_some_and(|margin| margin < NEAR) {
            writeln!(out, "{}", row(&choice, &parsed, &lines)).map_err(|error| Failure::output(&error))?;
        }
    }
    out.flush().map_err(|error| Failure::output(&error))?;
    Ok(ExitCode::SUCCESS)
}

/// One line: `3:14  ✓ 2  1.  把握 100  差距 74  BiasDot +1 …`
fn row(choice: &Choice, parsed: &Parsed<'_>, lines: &LineIndex<'_>) -> String {
    let place = lines.position(choice.marker.span.start as usize);
    let around: String = parsed.text().get(choice.marker.span.end as usize..).unwrap_or("").chars().take(6).collect();
    let marker: String = parsed
        .text_of(choice.marker.span)
        .chars()
        .chain(around.chars())
        .map(|c| if c.is_control() { '␣' } else { c })
        .collect();
    let taken = match (choice.level, choice.confidence) {
        (Some(level), Some(confidence)) => format!("✓ {level} {confidence:>3}"),
        _ => "·      ".to_owned(),
    };
    let margin = choice.margin.map_or("  -".to_owned(), |margin| format!("{margin:>3}"));
    let mut line = format!("{:>3}:{:<5} {taken} {margin}  {marker}", place.line, place.char_column);
    for evidence in &choice.evidence {
        let next = format!("  {} {:+}", evidence.name, evidence.weight);
        if line.chars().count() + next.len() > WIDTH {
            line.push_str(" …");
            break;
        }
        line.push_str(&next);
    }
    line
}
