//! Diagnostics for people and editors: a frame around the place, or one line.
//!
//! ```text
//! warning[lost-delimiter]: 序号“1”缺少“.”
//!   --> plan.txt:1:305
//!    |
//!  1 | …加强党对教育工作的全面领导1完善党对教育工作全面领导的体制机制。坚持以…
//!    |                              ^
//!    = 改为 fix: “1.”
//! ```
//!
//! Scraped text is often one line of a megabyte, so only a window around the place is looked at and
//! shown. Whatever could steer a terminal (escapes, bidi controls, characters without width) is
//! replaced, in text and file names alike. No computed width goes into a format string: those are
//! limited to 65,535 and panic beyond it.

mod sarif;

pub use sarif::{SarifLog, sarif};

use crate::{Diagnostic, LineIndex, Severity, Span};

/// How many columns are shown before a place, and how many of it and what follows.
const BEFORE: usize = 36;
const BEHIND: usize = 44;
/// And how many characters on either side: signs that combine take no column, and a text may be full of them.
const MOST_SIGNS: usize = 128;

/// The language of messages.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
#[non_exhaustive]
pub enum Language {
    /// Chinese.
    #[default]
    Zh,
    /// English.
    En,
}

/// How diagnostics are shown.
///
/// ```
/// use gangmu::{LineIndex, Renderer, parse};
/// let text = "一、目标。1快办。2.好办。3.省办。二、任务。";
/// let index = LineIndex::new(text);
/// let said = parse(text).lint();
/// let line = Renderer::new().short("plan.txt", &index, &said[0]);
/// assert_eq!(line, "plan.txt:1:6: warning[lost-delimiter]: 序号“1”缺少“.”");
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct Renderer {
    language: Language,
    color: bool,
    wide: bool,
}

impl Renderer {
    /// Chinese, without colour.
    #[must_use]
    pub const fn new() -> Self {
        Self { language: Language::Zh, color: false, wide: false }
    }

    /// The language of the messages.
    #[must_use]
    pub const fn language(mut self, language: Language) -> Self {
        self.language = language;
        self
    }

    /// Whether to write colours. Off unless said otherwise: only the caller knows the terminal.
    #[must_use]
    pub const fn color(mut self, on: bool) -> Self {
        self.color = on;
        self
    }

    /// Whether the terminal shows `①`, `“`, `…` in two columns, as Chinese terminals may. Off unless
    /// said otherwise.
    #[must_use]
    pub const fn wide_signs(mut self, on: bool) -> Self {
        self.wide = on;
        self
    }

    /// One line, as compilers write it: `file:line:column: warning[code]: message`. The column counts
    /// UTF-16 code units, as editors do.
    #[must_use]
    pub fn short(&self, name: &str, index: &LineIndex<'_>, diagnostic: &Diagnostic) -> String {
        let at = index.position(diagnostic.span.start as usize);
        let level = match diagnostic.severity {
            Severity::Information => "info",
            other => other.name(),
        };
        let name = printable(name);
        format!("{name}:{}:{}: {level}[{}]: {}", at.line, at.utf16_column, diagnostic.code, self.message(diagnostic))
    }

    /// A frame around the place, several lines, with a line break at its end. `text` is the text of
    /// `index`; the column counts characters.
    #[must_use]
    pub fn human(&self, name: &str, text: &str, index: &LineIndex<'_>, diagnostic: &Diagnostic) -> String {
        let at = index.position(diagnostic.span.start as usize);
        let name = printable(name);
        let line = at.line.to_string();
        let gutter = " ".repeat(line.len()); // at most twenty digits
        let Window { shown, indent, carets } = self.window(text, diagnostic.span);
        let level = diagnostic.severity.name();
        let (strong, mark, quiet, end) = match (self.color, diagnostic.severity) {
            (false, _) => ("", "", "", ""),
            (true, Severity::Error) => ("\x1b[1;31m", "\x1b[1;31m", "\x1b[36m", "\x1b[0m"),
            (true, Severity::Warning) => ("\x1b[1;33m", "\x1b[1;33m", "\x1b[36m", "\x1b[0m"),
            (true, Severity::Information) => ("\x1b[1;32m", "\x1b[1;32m", "\x1b[36m", "\x1b[0m"),
        };
        let mut out = format!("{strong}{level}[{}]{end}: {}\n", diagnostic.code, self.message(diagnostic));
        out.push_str(&format!("{quiet}{gutter}-->{end} {name}:{}:{}\n", at.line, at.char_column));
        out.push_str(&format!("{quiet}{gutter} |{end}\n{quiet}{line} |{end} {shown}\n"));
        out.push_str(&format!(
            "{quiet}{gutter} |{end} {}{mark}{}{end}\n",
            " ".repeat(indent),
            "^".repeat(carets.max(1))
        ));
        let mut note = |zh: &str, en: &str, what: &str| {
            let word = if self.language == Language::Zh { zh } else { en };
            out.push_str(&format!("{quiet}{gutter} ={end} {word}{what}\n"));
        };
        if let Some(related) = diagnostic.related {
            let place = index.position(related.start as usize);
            let what = printable(&first_columns(related.of(text).unwrap_or_default(), BEHIND, self.wide));
            note("另见：", "see also: ", &format!("{name}:{}:{} “{what}”", place.line, place.char_column));
        }
        if let Some(fix) = &diagnostic.fix {
            let old = printable(&first_columns(fix.span.of(text).unwrap_or_default(), BEHIND, self.wide));
            let new = printable(&fix.replacement);
            if old.is_empty() {
                note("补上：", "insert: ", &format!("“{new}”"));
            } else {
                note("改为：", "replace: ", &format!("“{old}” → “{new}”"));
            }
        }
        out
    }

    fn message(&self, diagnostic: &Diagnostic) -> String {
        printable(match self.language {
            Language::Zh => &diagnostic.message.zh,
            Language::En => &diagnostic.message.en,
        })
    }

    /// The part of the line that is shown, and where the carets go.
    fn window(&self, text: &str, span: Span) -> Window {
        let start = span.range().start.min(text.len());
        let (Some(before), Some(rest)) = (text.get(..start), text.get(start..)) else {
            return Window { shown: String::new(), indent: 0, carets: 0 };
        };
        let (mut from, mut columns) = (start, 0);
        for (at, sign) in before.char_indices().rev().take(MOST_SIGNS) {
            columns += columns_of(sign, self.wide);
            if is_break(sign) || columns > BEFORE {
                break;
            }
            from = at;
        }
        let length = span.len();
        let (mut to, mut columns, mut carets) = (0, 0, 0);
        for (at, sign) in rest.char_indices().take(MOST_SIGNS) {
            columns += columns_of(sign, self.wide);
            if is_break(sign) || columns > BEHIND {
                break;
            }
            to = at + sign.len_utf8();
            if to <= length {
                carets = columns;
            }
        }
        let goes_on = |next: Option<char>| next.is_some_and(|sign| !is_break(sign));
        let cut = goes_on(before.get(..from).and_then(|before| before.chars().next_back()));
        let more = goes_on(rest.get(to..).and_then(|behind| behind.chars().next()));
        let before = printable(before.get(from..).unwrap_or_default());
        let behind = printable(rest.get(..to).unwrap_or_default());
        let (head, tail) = (if cut { "…" } else { "" }, if more { "…" } else { "" });
        let width = |text: &str| text.chars().map(|sign| columns_of(sign, self.wide)).sum::<usize>();
        Window { indent: width(head) + width(&before), shown: format!("{head}{before}{behind}{tail}"), carets }
    }
}

/// What is shown of a line.
struct Window {
    shown: String,
    /// Columns before the place.
    indent: usize,
    /// Columns of the place.
    carets: usize,
}

const fn is_break(sign: char) -> bool {
    matches!(sign, '\n' | '\r')
}

/// As much of a text as fits these columns.
fn first_columns(text: &str, most: usize, wide: bool) -> String {
    let mut columns = 0;
    let fits = |sign: &char| {
        columns += columns_of(*sign, wide);
        columns <= most
    };
    text.chars().take(MOST_SIGNS).take_while(fits).collect()
}

/// What a terminal may be shown: controls, bidi controls and characters without width are replaced,
/// each by one character of one column.
///
/// ```
/// assert_eq!(gangmu::printable("一、\u{1b}[31m目\u{202e}标"), "一、␛[31m目�标");
/// ```
#[must_use]
pub fn printable(text: &str) -> String {
    text.chars()
        .map(|sign| match sign {
            '\t' => ' ',
            '\0'..='\u{1f}' => char::from_u32(u32::from(sign) + 0x2400).unwrap_or('�'),
            '\u{7f}' => '␡',
            '\u{80}'..='\u{9f}'
            | '\u{ad}'
            | '\u{61c}'
            | '\u{180e}'
            | '\u{200b}'..='\u{200f}'
            | '\u{2028}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}'
            | '\u{feff}'
            | '\u{fff9}'..='\u{fffb}'
            | '\u{e0000}'..='\u{e0fff}' => '�',
            other => other,
        })
        .collect()
}

/// How many columns a terminal gives a character: two for those that Unicode calls wide (Standard
/// Annex #11), none for combining signs. `wide`: two as well for those it calls ambiguous.
const fn columns_of(sign: char, wide: bool) -> usize {
    match sign {
        '\u{300}'..='\u{36f}' | '\u{fe00}'..='\u{fe0f}' => 0,
        '\u{1100}'..='\u{115f}'
        | '\u{2e80}'..='\u{303e}'
        | '\u{3041}'..='\u{4dbf}'
        | '\u{4e00}'..='\u{a4cf}'
        | '\u{ac00}'..='\u{d7a3}'
        | '\u{f900}'..='\u{faff}'
        | '\u{fe30}'..='\u{fe4f}'
        | '\u{ff01}'..='\u{ff60}'
        | '\u{ffe0}'..='\u{ffe6}'
        | '\u{1f300}'..='\u{1f64f}'
        | '\u{1f900}'..='\u{1f9ff}'
        | '\u{20000}'..='\u{3fffd}' => 2,
        '\u{b7}' | '×' | '\u{2010}'..='\u{2027}' | '\u{2160}'..='\u{217f}' | '\u{2460}'..='\u{24ff}' if wide => 2,
        _ => 1,
    }
}

#[cfg(test)]
mod tests {
    use super::{Language, Renderer, printable};
    use crate::diagnostic::Finding;
    use crate::{Code, Diagnostic, LineIndex, Severity, Span};

    fn lost(start: u32, end: u32) -> Diagnostic {
        let finding = Finding {
            span: Span::new(start, end),
            expected: Some(".".to_owned()),
            found: Some("1".to_owned()),
            fix: Some((Span::empty(end), ".".to_owned())),
            ..Finding::default()
        };
        finding.coded(Code::LostDelimiter)
    }

    #[test]
    fn each_severity_has_its_colour_and_gives_it_back() {
        let text = "一、目标1快办。";
        let index = LineIndex::new(text);
        let sign = |severity| {
            let shown =
                Renderer::new().color(true).human("a.txt", text, &index, &Diagnostic { severity, ..lost(12, 13) });
            assert_eq!(shown.matches("\u{1b}[0m").count(), shown.matches('\u{1b}').count() / 2, "{shown:?}");
            shown[..7].to_owned()
        };
        assert_eq!(sign(Severity::Error), "\u{1b}[1;31m");
        assert_eq!(sign(Severity::Warning), "\u{1b}[1;33m");
        assert_eq!(sign(Severity::Information), "\u{1b}[1;32m");
    }

    #[test]
    fn the_carets_stand_below_the_place() {
        let text = "一、目标1快办。";
        let index = LineIndex::new(text);
        let shown = Renderer::new().human("plan.txt", text, &index, &lost(12, 13));
        let expected = "\
warning[lost-delimiter]: 序号“1”缺少“.”
 --> plan.txt:1:5
  |
1 | 一、目标1快办。
  |         ^
  = 补上：“.”
";
        assert_eq!(shown, expected);
        let english = Renderer::new().language(Language::En).color(true).human("plan.txt", text, &index, &lost(12, 13));
        assert!(english.contains("has lost its") && english.contains("\x1b[1;33m"), "{english}");
    }

    #[test]
    fn a_line_of_a_megabyte_is_cut_to_a_window() {
        let text = format!("{}1{}", "字".repeat(200_000), "末".repeat(200_000));
        let index = LineIndex::new(&text);
        let shown = Renderer::new().human("long.txt", &text, &index, &lost(600_000, 600_001));
        assert!(shown.len() < 1_000, "{}", shown.len());
        assert!(shown.contains("long.txt:1:200001"));
        // As many columns before the caret as before the digit: one for the dots, two a character.
        let line = shown.lines().nth(3).unwrap();
        let carets = shown.lines().nth(4).unwrap();
        let before = line.split_once('1').unwrap().1.split_once('1').unwrap().0;
        let columns: usize = before.chars().map(|sign| super::columns_of(sign, false)).sum();
        assert_eq!(carets.find('^').unwrap(), columns + 1);
        // A span longer than the window.
        let whole = Renderer::new().human("long.txt", &text, &index, &lost(0, 1_200_001));
        assert!(whole.len() < 1_000);
    }

    #[test]
    fn signs_without_width_are_cut_off_as_well() {
        let text = format!("{0}1{0}", "\u{301}".repeat(100_000));
        let shown = Renderer::new().human("a.txt", &text, &LineIndex::new(&text), &lost(200_000, 200_001));
        assert!(shown.len() < 1_000, "{}", shown.len());
        assert!(shown.contains("…\u{301}") && shown.contains("\u{301}…"), "{shown}");
    }

    #[test]
    fn nothing_that_steers_a_terminal_comes_out() {
        let text = "一、\u{1b}[31m目\u{202e}标\u{200b}1\u{85}快办\u{7}。\r\n";
        let at = u32::try_from(text.find("1\u{85}").unwrap()).unwrap();
        let index = LineIndex::new(text);
        let shown = Renderer::new().human("a\u{1b}b\n.txt", text, &index, &lost(at, at + 1));
        let short = Renderer::new().short("a\u{1b}b\n.txt", &index, &lost(at, at + 1));
        assert!(!short.contains('\n'));
        for sign in (shown + &short).chars() {
            assert!(sign == '\n' || !sign.is_control() && !matches!(sign, '\u{202e}' | '\u{200b}'), "{sign:?}");
        }
        assert_eq!(printable("甲\t\u{1b}"), "甲 ␛");
    }
}
