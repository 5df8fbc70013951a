//! Says what is wrong with the numbering of a text, and mends what can be mended.
//!
//! ```sh
//! cargo run --release --example lint -- fixtures/plan/education_work_plan.txt
//! cargo run --release --example lint -- --fix -o mended.txt fixtures/plan/education_work_plan.txt
//! ```

mod common;
#[path = "common/encoding.rs"]
mod encoding;

use std::io::{self, BufWriter, IsTerminal, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use common::Failure;
use gangmu::{Diagnostic, Language, LineIndex, LintOptions, Message, Position, Profile, Renderer, Severity};
use lexopt::ValueExt;
use serde::Serialize;

const HELP: &str = "\
用法 Usage: lint [选项 OPTIONS] FILE…|-

检查序号、层次、标点和引用（- 为标准输入）。
Checks numbers, levels, signs and references (-: standard input).

  --format human|short|json|sarif   输出形式 how findings are written (human)
  --profile gb9704|statute|standard|taiwan|none
                                    规范，默认由文本判断 the rules; chosen by the text unless given
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

#[derive(Clone, Copy, PartialEq, Eq)]
enum Format {
    Human,
    Short,
    Json,
    Sarif,
}

struct Arguments {
    files: Vec<PathBuf>,
    format: Format,
    options: LintOptions,
    language: Language,
    fail_on: Option<Severity>,
    fix: bool,
    output: Option<PathBuf>,
    in_place: bool,
    wide: bool,
    encoding: encoding::Encoding,
}

/// A file and what is said about it.
struct Checked {
    name: String,
    text: String,
    profile: Profile,
    reason: Message,
    diagnostics: Vec<Diagnostic>,
}

fn run() -> Result<ExitCode, Failure> {
    let Some(arguments) = arguments()? else {
        let _ = io::stdout().write_all(HELP.as_bytes());
        return Ok(ExitCode::SUCCESS);
    };
    let mut checked = Vec::new();
    for file in &arguments.files {
        let mut text = encoding::read(file, arguments.encoding)?;
        if arguments.fix || arguments.in_place {
            let fixed = gangmu::parse(&text).fixed(&arguments.options);
            if arguments.in_place {
                if fixed != text {
                    replace(file, &fixed)?;
                }
            } else if let Some(output) = &arguments.output {
                replace(output, &fixed)?;
            } else {
                io::stdout().write_all(fixed.as_bytes()).map_err(|error| Failure::output(&error))?;
            }
            text = fixed; // what is left to say is about the mended text
        }
        let parsed = gangmu::parse(&text);
        let diagnostics = parsed.lint_with(&arguments.options);
        let (profile, reason) = parsed.profile();
        let name = if file == Path::new("-") { "<stdin>".to_owned() } else { file.display().to_string() };
        checked.push(Checked { name, text, profile, reason, diagnostics });
    }
    let to_stderr = arguments.fix && !arguments.in_place && arguments.output.is_none();
    if to_stderr {
        report(&arguments, &checked, &mut io::stderr().lock(), io::stderr().is_terminal())?;
    } else {
        let mut out = BufWriter::new(io::stdout().lock());
        report(&arguments, &checked, &mut out, io::stdout().is_terminal())?;
        out.flush().map_err(|error| Failure::output(&error))?;
    }
    // A severity is less the graver it is.
    let fails = |it: &Diagnostic| arguments.fail_on.is_some_and(|least| it.severity <= least);
    let found = checked.iter().any(|file| file.diagnostics.iter().any(fails));
    Ok(ExitCode::from(u8::from(found)))
}

fn report(arguments: &Arguments, checked: &[Checked], out: &mut impl Write, terminal: bool) -> Result<(), Failure> {
    let color = terminal && std::env::var_os("NO_COLOR").is_none_or(|value| value.is_empty());
    let renderer = Renderer::new().language(arguments.language).color(color).wide_signs(arguments.wide);
    match arguments.format {
        Format::Human => human(checked, renderer, arguments.language, out),
        Format::Short => short(checked, renderer, out),
        Format::Json => json(&checked.iter().map(file_as_json).collect::<Vec<_>>(), out),
        Format::Sarif => {
            let files = checked.iter().map(|it| (it.name.as_str(), it.text.as_str(), it.diagnostics.as_slice()));
            json(&gangmu::sarif(files, arguments.language), out)
        }
    }
    .map_err(|error| Failure::output(&error))
}

fn human(checked: &[Checked], renderer: Renderer, language: Language, out: &mut impl Write) -> io::Result<()> {
    let (mut errors, mut warnings, mut notes, mut fixes) = (0, 0, 0, 0);
    for file in checked {
        let index = LineIndex::new(&file.text);
        for diagnostic in &file.diagnostics {
            writeln!(out, "{}", renderer.human(&file.name, &file.text, &index, diagnostic))?;
            fixes += usize::from(diagnostic.fix.is_some());
            match diagnostic.severity {
                Severity::Error => errors += 1,
                Severity::Warning => warnings += 1,
                _ => notes += 1,
            }
        }
    }
    match language {
        Language::En => {
            writeln!(out, "{errors} errors, {warnings} warnings, {notes} notes; {fixes} can be fixed by --fix")
        }
        _ => writeln!(out, "错误 {errors} 处，警告 {warnings} 处，提示 {notes} 处；其中 {fixes} 处可用 --fix 改正"),
    }
}

fn short(checked: &[Checked], renderer: Renderer, out: &mut impl Write) -> io::Result<()> {
    for file in checked {
        let index = LineIndex::new(&file.text);
        for diagnostic in &file.diagnostics {
            writeln!(out, "{}", renderer.short(&file.name, &index, diagnostic))?;
        }
    }
    Ok(())
}

#[derive(Serialize)]
struct FileJson<'a> {
    file: &'a str,
    profile: &'static str,
    profile_reason: &'a Message,
    diagnostics: Vec<DiagnosticJson<'a>>,
}

#[derive(Serialize)]
struct DiagnosticJson<'a> {
    line: usize,
    column: usize,
    utf16_column: usize,
    #[serde(flatten)]
    diagnostic: &'a Diagnostic,
}

fn file_as_json(file: &Checked) -> FileJson<'_> {
    let index = LineIndex::new(&file.text);
    let diagnostics = file.diagnostics.iter().map(|diagnostic| {
        let Position { line, char_column: column, utf16_column, .. } = index.position(diagnostic.span.start as usize);
        DiagnosticJson { line, column, utf16_column, diagnostic }
    });
    FileJson {
        file: &file.name,
        profile: file.profile.name(),
        profile_reason: &file.reason,
        diagnostics: diagnostics.collect(),
    }
}

fn json(value: &impl Serialize, out: &mut impl Write) -> io::Result<()> {
    serde_json::to_writer_pretty(&mut *out, value)?;
    writeln!(out)
}

/// What was asked for; nothing where it was help.
fn arguments() -> Result<Option<Arguments>, Failure> {
    use lexopt::Arg::{Long, Short, Value};
    let mut asked = Arguments {
        files: Vec::new(),
        format: Format::Human,
        options: LintOptions::new(),
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
                let profile = one_of("--profile", &arguments.value()?.string()?, &profiles)?;
                asked.options = asked.options.profile(profile);
            }
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

fn one_of<T: Copy>(option: &str, given: &str, choices: &[(&str, T)]) -> Result<T, Failure> {
    choices.iter().find(|(name, _)| *name == given).map(|(_, value)| *value).ok_or_else(|| {
        let names: Vec<&str> = choices.iter().map(|(name, _)| *name).collect();
        let names = names.join(", ");
        Failure::new(format_args!("{option} 没有这个值：{given}"), format_args!("{option} is one of {names}"))
    })
}

/// Writes a file so that at no moment there is half of it: beside it first, then in its place.
fn replace(file: &Path, text: &str) -> Result<(), Failure> {
    let mut beside = file.as_os_str().to_owned();
    beside.push(format!(".{}.tmp", std::process::id()));
    let beside = PathBuf::from(beside);
    let result = std::fs::write(&beside, text)
        .and_then(|()| match std::fs::metadata(file) {
            Ok(old) => std::fs::set_permissions(&beside, old.permissions()),
            Err(_) => Ok(()), // a new file
        })
        .and_then(|()| std::fs::rename(&beside, file));
    result.map_err(|error| {
        let _ = std::fs::remove_file(&beside);
        let name = file.display();
        Failure::new(format_args!("写不了 {name}：{error}"), "cannot write the file")
    })
}
