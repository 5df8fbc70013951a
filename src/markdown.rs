//! The tree as Markdown (CommonMark).
//!
//! ```text
//! title                         # title
//! section on level 1 … 6        ## 一、抓统筹          one level deeper below a title
//!   plain entry there           （一）建机制。          a paragraph: no heading and no children
//! section deeper than six       - ①摸底。             nested lists
//! line of a body                a paragraph
//! ```
//!
//! Whatever in the text would be markup is escaped, and nothing else, so that the source stays readable.

use std::borrow::Cow;
use std::fmt::Write;

use crate::gap::is_blank;
use crate::label::{line, push_piece};
use crate::{Parsed, Section};

/// Markdown has no headings deeper than this.
const DEEPEST: usize = 6;

impl Parsed<'_> {
    /// The text as Markdown, its sections as headings; deeper than six levels as nested lists.
    ///
    /// ```
    /// let parsed = gangmu::parse("一、抓*统筹*。1.建机制。每月调度。2.强队伍。每年轮训。");
    /// assert!(parsed.markdown().starts_with("# 一、抓\\*统筹\\*\n\n## 1.建机制\n\n每月调度。\n"));
    /// ```
    #[must_use]
    pub fn markdown(&self) -> String {
        let document = self.document();
        let mut out = String::with_capacity(self.text().len() + self.text().len() / 8);
        paragraphs(self.text_of(document.head), 0, &mut out);
        let top = document.title.map_or(0, |title| {
            let mut heading = String::new();
            push_piece(self, title, &mut heading);
            out.push_str("# ");
            push_line(&heading, false, &mut out);
            1
        });
        paragraphs(self.text_of(document.preface), 0, &mut out);
        // Sections whose tail is still to come, with their depth.
        let mut open: Vec<(usize, &Section)> = Vec::new();
        for (depth, section) in document.preorder() {
            while let Some((_, closed)) = open.pop_if(|(open, _)| *open >= depth) {
                self.tail(closed, top + open.len() + 1, &mut out);
            }
            self.section(section, top + depth, &mut out);
            open.push((depth, section));
        }
        while let Some((_, closed)) = open.pop() {
            self.tail(closed, top + open.len() + 1, &mut out);
        }
        paragraphs(self.text_of(document.closing), 0, &mut out);
        let end = out.trim_end_matches('\n').len();
        out.truncate(end + usize::from(end > 0));
        out
    }

    fn section(&self, section: &Section, level: usize, out: &mut String) {
        let heading = line(self, section);
        let body = self.text_of(section.body);
        let indent = indent(level);
        if level > DEEPEST {
            let _ = write!(out, "{:1$}- ", "", indent - 2); // a string can be written to
        } else if section.heading.is_some() || !section.children.is_empty() {
            for _ in 0..level {
                out.push('#');
            }
            out.push(' ');
        } else {
            // A plain entry: marker and first line are one paragraph.
            let (first, rest) = first_line(body);
            let first = if first.is_empty() { heading } else { joined(&heading, first) };
            push_line(&first, true, out);
            return paragraphs(rest, indent, out);
        }
        if level > DEEPEST && section.heading.is_none() {
            let (first, rest) = first_line(body);
            push_line(&joined(&heading, first), true, out);
            return paragraphs(rest, indent, out);
        }
        push_line(&heading, level > DEEPEST, out);
        paragraphs(body, indent, out);
    }

    fn tail(&self, section: &Section, level: usize, out: &mut String) {
        paragraphs(self.text_of(section.tail), indent(level), out);
    }
}

/// How far the text of a section is indented: two blanks for each list around it.
const fn indent(level: usize) -> usize {
    2 * level.saturating_sub(DEEPEST)
}

fn joined(marker: &str, line: &str) -> String {
    let space = if marker.ends_with(char::is_alphanumeric) && !line.is_empty() { " " } else { "" };
    format!("{marker}{space}{}", line.trim_start_matches(is_blank))
}

fn first_line(body: &str) -> (&str, &str) {
    let body = body.trim_start_matches(is_blank);
    body.split_once(['\n', '\r']).unwrap_or((body, ""))
}

/// Each line of a text as a paragraph.
fn paragraphs(text: &str, indent: usize, out: &mut String) {
    for line in text.split(['\n', '\r']).map(|line| line.trim_matches(is_blank)).filter(|line| !line.is_empty()) {
        let _ = write!(out, "{:indent$}", "");
        push_line(line, true, out);
    }
}

/// One line, escaped, and the blank line behind it. `starts_block`: whether what stands first could
/// start a list, a rule or an underline.
fn push_line(line: &str, starts_block: bool, out: &mut String) {
    let line: Cow<'_, str> =
        if line.contains(char::is_control) { line.replace(char::is_control, " ").into() } else { line.into() };
    let line = line.trim_matches(is_blank);
    let first = line.find(|character: char| !character.is_ascii_digit()).unwrap_or(line.len());
    let escaped_first = starts_block
        && line.get(first..).is_some_and(|rest| {
            // `1.` and `1)` start a list where a blank or nothing follows; `-`, `+`, `=` may start something, `:` a
            // definition.
            let mut rest = rest.chars();
            match rest.next() {
                Some('.' | ')') => first > 0 && rest.next().is_none_or(|next| next == ' ' || next == '\t'),
                Some('-' | '+' | '=' | ':') => first == 0,
                _ => false,
            }
        });
    for (at, character) in line.char_indices() {
        // These mean something anywhere in a line, in CommonMark or in a common extension.
        let anywhere = matches!(
            character,
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '&' | '#' | '~' | '|' | '{' | '}' | '$' | '^'
        );
        if anywhere || (escaped_first && at == first) {
            out.push('\\');
        }
        out.push(character);
    }
    out.push_str("\n\n");
}

#[cfg(test)]
mod tests {
    use crate::Parsed;
    use crate::testing::{PLAN, plan};

    #[test]
    fn every_part_is_there_in_its_place() {
        let parsed = Parsed::of_parts(PLAN, plan(), false);
        assert_eq!(
            parsed.markdown(),
            "# 全市工作要点\n\n各县𠀀局：\n\n## 一、抓统筹\n\n### 1 建机制\n\n每月调度。\n\n### 2.强队伍\n\n## 二、抓落实\n\n责任到位。\n\n特此通知。\n"
        );
        assert_eq!(crate::parse("").markdown(), "");
    }

    #[test]
    fn what_would_be_markup_is_escaped_and_nothing_else() {
        let text = "# 一\n- 二\n3. 三\n3.5亿元\n=四=\n: 释\n*五*_六_`七`<b>&amp;[八](九)|十|\n    缩进";
        assert_eq!(
            crate::Parsed::of_parts(
                text,
                crate::Document::bare(crate::Span::new(0, u32::try_from(text.len()).unwrap())),
                false
            )
            .markdown(),
            "\\# 一\n\n\\- 二\n\n3\\. 三\n\n3.5亿元\n\n\\=四=\n\n\\: 释\n\n\\*五\\*\\_六\\_\\`七\\`\\<b\\>\\&amp;\\[八\\](九)\\|十\\|\n\n缩进\n"
        );
    }
}
