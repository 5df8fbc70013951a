//! `gangmu lint`: its arguments, and many texts.

use std::io::{self, BufWriter, IsTerminal, Write};
use std::path::Path;
use std::process::ExitCode;

use clap::{Args, ValueEnum};
use gangmu::encoding::Encoding;
use gangmu::{Language, Profile, Severity};

use crate::args::Files;
use crate::batch::{Names, Stop, each};
use crate::lint::{Checked, Format, Report, check, replace};
use crate::{Failure, inputs, open_output};

#[derive(Args)]
#[group(skip)] // its name would be that of the subcommand
pub(crate) struct Lint {
    /// human：给人看；short：一行一条，编辑器也认；json；sarif。 For people, one line each, or for tools.
    #[arg(long, default_value = "human")]
    format: Format,
    /// 规范：gb9704、statute、standard、taiwan、none，默认由文本判断。 The rules; chosen by the text unless given.
    #[arg(long, value_parser = profile)]
    profile: Option<Profile>,
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

pub(crate) fn run(files: &Files, job: &Lint) -> Result<ExitCode, Failure> {
    let paths = inputs::list(files)?;
    let refused = |why: &str| Err(Failure::Said(why.to_owned()));
    if job.in_place && paths.iter().any(|path| path == Path::new("-")) {
        return refused("--in-place 不能用于标准输入（--in-place goes not with -）");
    }
    if job.in_place && files.encoding.encoding != Encoding::Utf8 {
        return refused("--in-place 只改 UTF-8 文件，其他编码请用 -o（--in-place is for UTF-8; use -o for others）");
    }
    let mended_to = files.output.as_deref().filter(|_| job.fix && !job.in_place);
    let folder = mended_to.filter(|output| output.is_dir());
    if job.fix && !job.in_place && folder.is_none() && paths.len() > 1 {
        return refused(
            "--fix 一次改一个文件，多个文件请用 --in-place 或 -o 文件夹（--fix takes one file; for more, --in-place or a folder with -o）",
        );
    }
    // Standard output may be taken by the mended text.
    let taken = job.fix && !job.in_place && mended_to.is_none();
    let to_file = files.output.as_deref().filter(|_| mended_to.is_none());
    let (out, terminal): (Box<dyn Write>, bool) = match (taken, to_file) {
        (true, _) => (Box::new(io::stderr().lock()), io::stderr().is_terminal()),
        (false, Some(_)) => (open_output(to_file)?, false),
        (false, None) => (Box::new(io::stdout().lock()), io::stdout().is_terminal()),
    };
    let mut out = BufWriter::new(out);
    let mut report = Report::new(job.format, job.lang, job.cjk_width, terminal);
    let (mut held, mut names, mut found) = (Vec::new(), Names::default(), false);
    let mend = job.fix || job.in_place;
    let failed = each(
        files,
        &paths,
        |path, text| {
            let before = job.in_place.then(|| text.clone());
            Ok((check(&path.to_string_lossy(), text, job.profile, mend), before))
        },
        |path, (checked, before): (Checked, Option<String>)| {
            found |= checked.fails(job.fail_on());
            let mended = checked.text();
            match (before, mended_to) {
                (Some(before), _) if before == mended => {}
                (Some(_), _) => replace(path, mended).map_err(Stop::File)?,
                (None, Some(output)) => {
                    let file = folder.map_or_else(|| output.to_owned(), |folder| names.new_in(folder, path, "txt"));
                    replace(&file, mended).map_err(Stop::File)?;
                }
                (None, None) if mend => io::stdout().write_all(mended.as_bytes()).map_err(Stop::Output)?,
                (None, None) => {}
            }
            if job.is_whole() {
                held.push(checked);
                return Ok(());
            }
            report.write(&[checked], &mut out).map_err(Stop::Output)
        },
    )?;
    let written = if job.is_whole() { report.write(&held, &mut out) } else { report.end(&mut out) };
    written.and_then(|()| out.flush()).map_err(|error| Failure::output(&error))?;
    Ok(ExitCode::from(if failed { 2 } else { u8::from(found) }))
}
