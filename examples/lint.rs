//! Says what is wrong with the numbering of a text, and mends what can be mended.
//!
//! ```sh
//! cargo run --release --example lint -- fixtures/plan/education_work_plan.txt
//! cargo run --release --example lint -- --fix -o mended.txt fixtures/plan/education_work_plan.txt
//! ```

mod common;
#[path = "common/encoding.rs"]
mod encoding;
#[path = "../src/cli/replace.rs"]
mod files;
#[path = "../src/cli/lint.rs"]
mod findings;

use std::io::{self, BufWriter, IsTerminal, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use common::Failure;
use files::replace;
use findings::{Asked, Format, Report, check, code};
use gangmu::{Code, Language, Profile, Severity};
use lexopt::ValueExt;

const HELP: &str = "\
用法 Usage: lint [选项 OPTIONS] FILE…|-

检查序号、层次、标点和引用（- 为标准输入）。
Checks numbers, levels, signs and references (-: standard input).

  --format human|short|json|sarif   输出形式 how findings are written (human)
  --profile gb9704|statute|standard|taiwan|none
                                    规范，默认由文本判断 the rules; chosen by the text unless given
  --only CODE, --ignore CODE        只报、不报此代码，可多次 this code alone, all but this code; any number of them
  --lang zh|en                      语言 language of the messages (zh)
  --fail-on error|warning|never     有此级别的问题时退出码为 1 exit 1 from this level on (warning)
  --fix                             输出改正后的文本，只限一个文件 write the mended text; one file
  -o FILE                           写入此文件 where to write it, instead of standard output
  --in-place                        直接改原文件 mend the files themselves
  --encoding utf-8|auto|gb18030|big5|utf-16le|utf-16be
                                    编码 of the files; all but utf-8 need the feature `encoding` (utf-8)
  --cjk-width                       终端把①“…显示为两列 signs such as ① take two columns

退出码 Exit: 0 无问题 clean, 1 有问题 findings, 2 用法或读写错误 usage or I/O.
";

fn main() -> ExitCode {
    common::end("lint", run())
}

struct Arguments {
    files: Vec<PathBuf>,
    format: Format,
    profile: Option<Profile>,
    only: Vec<Code>,
    ignore: Vec<Code>,
    language: Language,
    fail_on: Option<Severity>,
    fix: bool,
    output: Option<PathBuf>,
    in_place: bool,
    wide: bool,
    encoding: encoding::Encoding,
}

fn run() -> Result<ExitCode, Failure> {
    let Some(arguments) = arguments()? else {
        let _ = io::stdout().write_all(HELP.as_bytes());
        return Ok(ExitCode::SUCCESS);
    };
    let asked = Asked { profile: arguments.profile, only: &arguments.only, ignore: &arguments.ignore };
    let mut checked = Vec::new();
    for file in &arguments.files {
        let text = encoding::read(file, arguments.encoding)?;
        let mend = arguments.fix || arguments.in_place;
        let before = arguments.in_place.then(|| text.clone());
        let file_checked = check(&file.to_string_lossy(), text, &asked, mend);
        let mended = file_checked.text();
        match (&arguments.output, &before) {
            (_, Some(before)) if before == mended => {}
            (_, Some(_)) => put(file, mended)?,
            (Some(output), None) => put(output, mended)?,
            (None, None) if mend => {
                io::stdout().write_all(mended.as_bytes()).map_err(|error| Failure::output(&error))?;
            }
            (None, None) => {}
        }
        checked.push(file_checked);
    }
    // Standard output is taken by the mended text.
    let taken = arguments.fix && !arguments.in_place && arguments.output.is_none();
    let (out, terminal): (Box<dyn Write>, bool) = if taken {
        (Box::new(io::stderr().lock()), io::stderr().is_terminal())
    } else {
        (Box::new(io::stdout().lock()), io::stdout().is_terminal())
    };
    let mut out = BufWriter::new(out);
    let mut report = Report::new(arguments.format, arguments.language, arguments.wide, terminal);
    report
        .write(&checked, &mut out)
        .and_then(|()| report.end(&mut out))
        .and_then(|()| out.flush())
        .map_err(|error| Failure::output(&error))?;
    Ok(ExitCode::from(u8::from(checked.iter().any(|file| file.fails(arguments.fail_on)))))
}

fn put(file: &Path, text: &str) -> Result<(), Failure> {
    replace(file, text.as_bytes())
        .map_err(|error| Failure::new(format_args!("写不了 {}：{error}", file.display()), "cannot write the file"))
}

/// What was asked for; nothing where it was help.
fn arguments() -> Result<Option<Arguments>, Failure> {
    use lexopt::Arg::{Long, Short, Value};
    let mut asked = Arguments {
        files: Vec::new(),
        format: Format::Human,
        profile: None,
        only: Vec::new(),
        ignore: Vec::new(),
        language: Language::Zh,
        fail_on: Some(Severity::Warning),
        fix: false,
        output: None,
        in_place: false,
        wide: false,
        encoding: encoding::UTF8,
    };
    let mut arguments = lexopt::Parser::from_env();
    while let Some(argument) = arguments.next()? {
        match argument {
            Short('h') | Long("help") => return Ok(None),
            Long("format") => {
                asked.format = one_of(
                    "--format",
                    &arguments.value()?.string()?,
                    &[
                        ("human", Format::Human),
                        ("short", Format::Short),
                        ("json", Format::Json),
                        ("sarif", Format::Sarif),
                    ],
                )?;
            }
            Long("profile") => {
                let profiles = Profile::ALL.map(|profile| (profile.name(), profile));
                asked.profile = Some(one_of("--profile", &arguments.value()?.string()?, &profiles)?);
            }
            Long("only") => asked.only.push(known(&arguments.value()?.string()?)?),
            Long("ignore") => asked.ignore.push(known(&arguments.value()?.string()?)?),
            Long("lang") => {
                let languages = [("zh", Language::Zh), ("en", Language::En)];
                asked.language = one_of("--lang", &arguments.value()?.string()?, &languages)?;
            }
            Long("fail-on") => {
                let levels = [("error", Some(Severity::Error)), ("warning", Some(Severity::Warning)), ("never", None)];
                asked.fail_on = one_of("--fail-on", &arguments.value()?.string()?, &levels)?;
            }
            Long("fix") => asked.fix = true,
            Short('o') | Long("output") => asked.output = Some(PathBuf::from(arguments.value()?)),
            Long("in-place") => asked.in_place = true,
            Long("encoding") => asked.encoding = encoding::encoding(&arguments.value()?.string()?)?,
            Long("cjk-width") => asked.wide = true,
            Value(value) => asked.files.push(PathBuf::from(value)),
            other => return Err(other.unexpected().into()),
        }
    }
    let refused = |zh: &str, en: &str| Err(Failure::new(zh, en));
    if asked.files.is_empty() {
        return refused("缺少文件名，- 为标准输入", "which file? - is standard input");
    }
    if asked.in_place && (asked.output.is_some() || asked.files.iter().any(|file| file == Path::new("-"))) {
        return refused("--in-place 不能用于标准输入，也不能与 -o 同用", "--in-place goes with neither - nor -o");
    }
    if asked.in_place && asked.encoding != encoding::UTF8 {
        return refused("--in-place 只改 UTF-8 文件，其他编码请用 -o", "--in-place is for UTF-8; use -o for others");
    }
    if asked.output.is_some() && !asked.fix {
        return refused("-o 要与 --fix 同用", "-o goes with --fix");
    }
    if asked.fix && !asked.in_place && asked.files.len() > 1 {
        return refused(
            "--fix 一次改一个文件，多个文件请用 --in-place",
            "--fix takes one file; for more use --in-place",
        );
    }
    Ok(Some(asked))
}

fn known(name: &str) -> Result<Code, Failure> {
    code(name).map_err(|why| Failure::new(name, why))
}

fn one_of<T: Copy>(option: &str, given: &str, choices: &[(&str, T)]) -> Result<T, Failure> {
    choices.iter().find(|(name, _)| *name == given).map(|(_, value)| *value).ok_or_else(|| {
        let names: Vec<&str> = choices.iter().map(|(name, _)| *name).collect();
        let names = names.join(", ");
        Failure::new(format_args!("{option} 没有这个值：{given}"), format_args!("{option} is one of {names}"))
    })
}
