//! What is wrong with texts, as it is written out. Part of the program `gangmu lint` and of the example
//! `lint`.
//!
//! ```text
//! text ── mend (--fix) ──► check ──► Checked ──► Report: frames, lines, JSON, or SARIF
//! ```

use std::io::{self, Write};

use gangmu::{Code, Diagnostic, Language, LineIndex, LintOptions, Message, Position, Profile, Renderer, Severity};
use serde::Serialize;

/// How findings are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[cfg_attr(feature = "cli", derive(clap::ValueEnum))]
pub(crate) enum Format {
    Human,
    Short,
    Json,
    Sarif,
}

/// A text and what is said about it.
pub(crate) struct Checked {
    name: String,
    text: String,
    profile: Profile,
    /// Why this profile; nothing where it was asked for.
    reason: Option<Message>,
    diagnostics: Vec<Diagnostic>,
}

impl Checked {
    /// Whether something is at least as grave as this.
    pub(crate) fn fails(&self, fail_on: Option<Severity>) -> bool {
        // A severity is less the graver it is.
        self.diagnostics.iter().any(|it| fail_on.is_some_and(|least| it.severity <= least))
    }

    /// The text: the mended one, where it was to be mended.
    pub(crate) fn text(&self) -> &str {
        &self.text
    }
}

/// What to look for.
#[derive(Default)]
pub(crate) struct Asked<'a> {
    pub(crate) profile: Option<Profile>,
    /// These codes alone, where there are any.
    pub(crate) only: &'a [Code],
    /// All but these codes.
    pub(crate) ignore: &'a [Code],
}

/// The code of this name; else all names, and what was asked for.
pub(crate) fn code(name: &str) -> Result<Code, String> {
    Code::from_name(name)
        .ok_or_else(|| format!("没有这个代码，可用 no such code; there are: {}", Code::ALL.map(Code::name).join(", ")))
}

/// Checks one text. `fix`: what can be mended is mended before.
pub(crate) fn check(name: &str, text: String, asked: &Asked<'_>, fix: bool) -> Checked {
    let profile = asked.profile;
    let mut options = profile.map_or_else(LintOptions::new, |profile| LintOptions::new().profile(profile));
    if !asked.only.is_empty() {
        options = options.only(asked.only);
    }
    let options = options.ignore(asked.ignore);
    let text = if fix { gangmu::parse(&text).fixed(&options) } else { text };
    let parsed = gangmu::parse(&text);
    let diagnostics = parsed.lint_with(&options);
    let (chosen, reason) = parsed.profile();
    let (profile, reason) = profile.map_or((chosen, Some(reason)), |profile| (profile, None));
    let name = if name == "-" { "<stdin>".to_owned() } else { name.to_owned() };
    Checked { name, profile, reason, diagnostics, text }
}

/// How the findings of any number of texts are written, one after another or all at once.
pub(crate) struct Report {
    format: Format,
    language: Language,
    renderer: Renderer,
    errors: usize,
    warnings: usize,
    notes: usize,
    fixes: usize,
}

impl Report {
    /// `terminal`: colours are for terminals, and only where `NO_COLOR` does not forbid them.
    pub(crate) fn new(format: Format, language: Language, wide: bool, terminal: bool) -> Self {
        let color = terminal && std::env::var_os("NO_COLOR").is_none_or(|value| value.is_empty());
        let renderer = Renderer::new().language(language).color(color).wide_signs(wide);
        Self { format, language, renderer, errors: 0, warnings: 0, notes: 0, fixes: 0 }
    }

    /// Writes the findings of these texts. JSON and SARIF are one value, and need all texts at once.
    pub(crate) fn write(&mut self, checked: &[Checked], out: &mut dyn Write) -> io::Result<()> {
        match self.format {
            Format::Json => return json(&checked.iter().map(file_as_json).collect::<Vec<_>>(), out),
            Format::Sarif => {
                let files = checked.iter().map(|it| (it.name.as_str(), it.text.as_str(), it.diagnostics.as_slice()));
                return json(&gangmu::sarif(files, self.language), out);
            }
            Format::Human | Format::Short => {}
        }
        for file in checked {
            let index = LineIndex::new(&file.text);
            for diagnostic in &file.diagnostics {
                match self.format {
                    Format::Short => writeln!(out, "{}", self.renderer.short(&file.name, &index, diagnostic))?,
                    _ => writeln!(out, "{}", self.renderer.human(&file.name, &file.text, &index, diagnostic))?,
                }
                self.fixes += usize::from(diagnostic.fix.is_some());
                match diagnostic.severity {
                    Severity::Error => self.errors += 1,
                    Severity::Warning => self.warnings += 1,
                    _ => self.notes += 1,
                }
            }
            if let (Format::Human, Some(reason), false) = (self.format, &file.reason, file.diagnostics.is_empty()) {
                self.judged_by(&file.name, file.profile, reason, out)?;
            }
        }
        Ok(())
    }

    fn judged_by(&self, name: &str, profile: Profile, reason: &Message, out: &mut dyn Write) -> io::Result<()> {
        let (name, profile) = (gangmu::printable(name), profile.name());
        match self.language {
            Language::En => {
                writeln!(out, "{name}: judged by the profile {profile}, as {}; --profile for another\n", reason.en)
            }
            _ => {
                writeln!(out, "{name}：因{}，按 {profile} 规范检查，可用 --profile 另行指定\n", reason.zh)
            }
        }
    }

    /// Writes how much was found, for people.
    pub(crate) fn end(&self, out: &mut dyn Write) -> io::Result<()> {
        let Self { errors, warnings, notes, fixes, .. } = self;
        match (self.format, self.language) {
            (Format::Human, Language::En) => {
                writeln!(out, "{errors} errors, {warnings} warnings, {notes} notes; {fixes} can be fixed by --fix")
            }
            (Format::Human, _) => {
                writeln!(out, "错误 {errors} 处，警告 {warnings} 处，提示 {notes} 处；其中 {fixes} 处可用 --fix 改正")
            }
            _ => Ok(()),
        }
    }
}

#[derive(Serialize)]
struct FileJson<'a> {
    file: &'a str,
    profile: &'static str,
    profile_reason: Option<&'a Message>,
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
        profile_reason: file.reason.as_ref(),
        diagnostics: diagnostics.collect(),
    }
}

fn json(value: &impl Serialize, out: &mut dyn Write) -> io::Result<()> {
    serde_json::to_writer_pretty(&mut *out, value)?;
    writeln!(out)
}
