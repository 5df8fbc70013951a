//! `gangmu lint`: its arguments, and many texts.

use std::ffi::OsStr;
use std::io::{self, BufWriter, IsTerminal, Stderr, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::{Args, ValueEnum};
use gangmu::encoding::Encoding;
use gangmu::{Code, Language, Profile, Severity};

use crate::Failure;
use crate::args::Files;
use crate::batch::{Stop, each};
use crate::inputs::{self, Input};
use crate::lint::{Asked, Checked, Format, Report, check, code};
use crate::output::{Folder, Output};
use crate::replace::replace;
use crate::texts::Source;

#[derive(Args)]
#[group(skip)] // its name would be that of the subcommand
pub(crate) struct Lint {
    /// human：给人看；short：一行一条，编辑器也认；json；sarif。 For people, one line each, or for tools.
    #[arg(long, default_value = "human")]
    format: Format,
    /// 规范：gb9704、statute、standard、taiwan、none，默认由文本判断。 The rules; chosen by the text unless given.
    #[arg(long, value_parser = profile)]
    profile: Option<Profile>,
    /// 只报这些代码，逗号分隔。 Report and mend these codes alone, parted by commas.
    #[arg(long, value_name = "CODE", value_delimiter = ',', value_parser = code)]
    only: Vec<Code>,
    /// 不报这些代码，逗号分隔。 Neither report nor mend these codes.
    #[arg(long, value_name = "CODE", value_delimiter = ',', value_parser = code)]
    ignore: Vec<Code>,
    /// 列出全部代码：级别、能否改正、适用规范、含义。 List all codes: severity, fixable, profiles, meaning.
    #[arg(long, exclusive = true)]
    codes: bool,
    /// 语言：zh、en。 The language of the messages.
    #[arg(long, default_value = "zh", value_parser = language)]
    lang: Language,
    /// 达到这一级才以 1 退出。 The least severity that makes the exit status 1.
    #[arg(long, default_value = "warning")]
    fail_on: FailOn,
    /// 输出改正后的文本（-o 指定文件或文件夹）。 Write the mended text, to -o if given.
    #[arg(long)]
    fix: bool,
    /// 直接改原文件。 Mend the files themselves.
    #[arg(long, conflicts_with = "output")]
    in_place: bool,
    /// 终端把①“…显示为两列。 Signs such as ① take two columns.
    #[arg(long)]
    cjk_width: bool,
}

#[derive(Clone, Copy, ValueEnum)]
enum FailOn {
    Error,
    Warning,
    Information,
    Never,
}

fn profile(name: &str) -> Result<Profile, String> {
    Profile::from_name(name).ok_or_else(|| Profile::ALL.map(Profile::name).join(", "))
}

fn language(name: &str) -> Result<Language, String> {
    match name {
        "zh" => Ok(Language::Zh),
        "en" => Ok(Language::En),
        _ => Err("zh, en".to_owned()),
    }
}

impl Lint {
    /// Whether all findings are one value, which can only be written when all are known.
    const fn is_whole(&self) -> bool {
        matches!(self.format, Format::Json | Format::Sarif)
    }

    const fn fail_on(&self) -> Option<Severity> {
        match self.fail_on {
            FailOn::Error => Some(Severity::Error),
            FailOn::Warning => Some(Severity::Warning),
            FailOn::Information => Some(Severity::Information),
            FailOn::Never => None,
        }
    }
}

/// Where the mended text of each file goes.
enum Mended {
    /// Nothing is mended.
    Nowhere,
    InPlace,
    Standard,
    File(PathBuf),
    Folder(Folder),
}

impl Mended {
    fn of(files: &Files, job: &Lint, inputs: &[Input]) -> Result<Self, Failure> {
        let refused = |why: &str| Err(Failure::Said(why.to_owned()));
        if job.in_place && inputs.iter().any(|input| input.path == Path::new("-")) {
            return refused("--in-place 不能用于标准输入（--in-place goes not with -）");
        }
        if job.in_place && files.encoding.encoding != Encoding::Utf8 {
            return refused(
                "--in-place 只改 UTF-8 文件，其他编码请用 -o（--in-place is for UTF-8; use -o for others）",
            );
        }
        if job.in_place {
            return Ok(Self::InPlace);
        }
        if !job.fix {
            return Ok(Self::Nowhere);
        }
        match (Folder::of(files.output.as_deref())?, &files.output) {
            (Some(folder), _) => Ok(Self::Folder(folder)),
            _ if inputs.len() > 1 => refused(
                "--fix 一次改一个文件，多个文件请用 --in-place 或 -o 文件夹（--fix takes one file; for more, --in-place or a folder with -o）",
            ),
            (None, Some(file)) => Ok(Self::File(file.clone())),
            (None, None) => Ok(Self::Standard),
        }
    }

    fn put(&mut self, input: &Input, before: &str, mended: &str) -> Result<(), Stop> {
        match self {
            Self::Nowhere => Ok(()),
            Self::InPlace if before == mended => Ok(()),
            Self::InPlace => replace(&input.path, mended.as_bytes()).map_err(Stop::File),
            Self::Standard => io::stdout().write_all(mended.as_bytes()).map_err(Stop::Output),
            Self::File(file) => replace(file, mended.as_bytes()).map_err(Stop::File),
            Self::Folder(folder) => {
                let extension = input.name.extension().and_then(OsStr::to_str).unwrap_or("txt");
                let file = folder.file(&input.name, extension).map_err(Stop::File)?;
                replace(&file, mended.as_bytes()).map_err(Stop::File)
            }
        }
    }
}

/// Where the findings go: to standard output or the file of `-o`; beside a mended text that goes there, to stderr.
enum Findings {
    Output(Output),
    Stderr(BufWriter<Stderr>),
}

impl Findings {
    fn of(files: &Files, mended: &Mended) -> Result<(Self, bool), Failure> {
        Ok(match mended {
            Mended::Standard => (Self::Stderr(BufWriter::new(io::stderr())), io::stderr().is_terminal()),
            Mended::File(_) | Mended::Folder(_) => (Self::Output(Output::open(None)?), io::stdout().is_terminal()),
            Mended::Nowhere | Mended::InPlace => {
                let terminal = files.output.is_none() && io::stdout().is_terminal();
                (Self::Output(Output::open(files.output.as_deref())?), terminal)
            }
        })
    }

    fn out(&mut self) -> &mut dyn Write {
        match self {
            Self::Output(out) => out,
            Self::Stderr(out) => out,
        }
    }

    fn finish(self) -> io::Result<()> {
        match self {
            Self::Output(out) => out.finish(),
            Self::Stderr(mut out) => out.flush(),
        }
    }
}

/// All codes, one a line, with a column for each thing that is known of them.
fn codes() -> String {
    let mut lines = "代码 code\t级别 severity\t可改正 fixable\t规范 profiles\t含义 meaning\n".to_owned();
    for code in Code::ALL {
        let every = code.profiles().len() == Profile::ALL.len();
        let profiles: Vec<_> = code.profiles().iter().map(|profile| profile.name()).collect();
        let profiles = if every { "*".to_owned() } else { profiles.join(",") };
        let (severity, fixable) = (code.severity().name(), if code.is_fixable() { "fix" } else { "-" });
        let meaning = code.meaning();
        lines += &format!("{code}\t{severity}\t{fixable}\t{profiles}\t{}  {}\n", meaning.zh, meaning.en);
    }
    lines
}

pub(crate) fn run(files: &Files, job: &Lint) -> Result<ExitCode, Failure> {
    if job.codes {
        io::stdout().write_all(codes().as_bytes()).map_err(|error| Failure::output(&error))?;
        return Ok(ExitCode::SUCCESS);
    }
    let asked = Asked { profile: job.profile, only: &job.only, ignore: &job.ignore };
    let inputs = inputs::list(files)?;
    let mut mended = Mended::of(files, job, &inputs.files)?;
    let (mut findings, terminal) = Findings::of(files, &mended)?;
    let mut report = Report::new(job.format, job.lang, job.cjk_width, terminal);
    let (mut held, mut found) = (Vec::new(), false);
    let mend = job.fix || job.in_place;
    let failed = each(
        files,
        Some(inputs.files.len()),
        inputs.files.iter().map(Source::file),
        |source, text| {
            let before = if job.in_place { text.clone() } else { String::new() };
            Ok((check(&source.name, text, &asked, mend), before))
        },
        |source, (checked, before): (Checked, String)| {
            found |= checked.fails(job.fail_on());
            mended.put(source.input, &before, checked.text())?;
            if job.is_whole() {
                held.push(checked);
                return Ok(());
            }
            report.write(&[checked], findings.out()).map_err(Stop::Output)
        },
    )?;
    let written = if job.is_whole() { report.write(&held, findings.out()) } else { report.end(findings.out()) };
    written.and_then(|()| findings.finish()).map_err(|error| Failure::output(&error))?;
    Ok(ExitCode::from(if failed || inputs.incomplete { 2 } else { u8::from(found) }))
}
