//! The tree as Markdown (CommonMark).
//!
//! ```text
//! title                         # title
//! section on level 1 … 6        ## 一、抓统筹          one level deeper below a title
//!   plain entry there           （一）建机制。          a paragraph: no heading and no children
//! section deeper than six       - ①摸底。             nested lists
//! line of a body                a paragraph, with those that it was broken into
//! ```
//!
//! Whatever in the text would be markup is escaped, and nothing else, so that the source stays readable.

use std::borrow::Cow;
use std::fmt::Write;

use crate::gap::is_blank;
use crate::label::{line, push_broken, push_words};
use crate::split::{Width, breaks, is_page};
use crate::{Parsed, Section, Span};

/// Markdown has no headings deeper than this.
const DEEPEST: usize = 6;

impl Parsed<'_> {
    /// The text as Markdown, its sections as headings; deeper than six levels as nested lists. Lines that were broken at one width,
    /// as text out of a PDF has them, are one paragraph again, unless the text was read with
    /// [trusted](crate::LineBreaks::Trusted) line breaks.
    ///
    /// ```
    /// let parsed = gangmu::parse("一、抓*统筹*。1.建机制。每月调度。2.强队伍。每年轮训。");
    /// assert!(parsed.markdown().starts_with("# 一、抓\\*统筹\\*\n\n## 1.建机制\n\n每月调度。\n"));
    /// ```
    #[must_use]
    pub fn markdown(&self) -> String {
        let document = self.document();
        let breaks = breaks(self.text());
        let width = if self.has_trusted_lines() { Width::none() } else { Width::of(self.text(), &breaks, true) };
        let lines = Lines { text: self.text(), width };
        let mut out = String::with_capacity(self.text().len() + self.text().len() / 8);
        lines.paragraphs(document.head, 0, &mut out);
        let top = document.title.map_or(0, |title| {
            let (mut heading, mut rest) = (String::new(), title);
            while !rest.is_empty() {
                let (words, behind) = lines.first(rest);
                if !heading.is_empty() {
                    heading.push(' ');
                }
                push_words(self, &words, &mut heading);
                rest = behind;
            }
            out.push_str("# ");
            push_line(&heading, false, &mut out);
            1
        });
        lines.paragraphs(document.preface, 0, &mut out);
        // Sections whose tail is still to come, with their depth.
        let mut open: Vec<(usize, &Section)> = Vec::new();
        for (depth, section) in document.preorder() {
            while let Some((_, closed)) = open.pop_if(|(open, _)| *open >= depth) {
                lines.paragraphs(closed.tail, indent(top + open.len() + 1), &mut out);
            }
            self.section(section, top + depth, &lines, &mut out);
            open.push((depth, section));
        }
        while let Some((_, closed)) = open.pop() {
            lines.paragraphs(closed.tail, indent(top + open.len() + 1), &mut out);
        }
        lines.paragraphs(document.closing, 0, &mut out);
        let end = out.trim_end_matches('\n').len();
        out.truncate(end + usize::from(end > 0));
        out
    }

    fn section(&self, section: &Section, level: usize, lines: &Lines<'_>, out: &mut String) {
        let heading = line(self, section);
        let body = section.body;
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
            let (first, rest) = lines.first(body);
            let first = if first.is_empty() { heading } else { joined(&heading, &first) };
            push_line(&first, true, out);
            return lines.paragraphs(rest, indent, out);
        }
        if level > DEEPEST && section.heading.is_none() {
            let (first, rest) = lines.first(body);
            push_line(&joined(&heading, &first), true, out);
            return lines.paragraphs(rest, indent, out);
        }
        push_line(&heading, level > DEEPEST, out);
        lines.paragraphs(body, indent, out);
    }
}

/// The lines of a text, and which of them are pieces of a longer one.
struct Lines<'a> {
    text: &'a str,
    width: Width<'a>,
}

impl Lines<'_> {
    /// The first paragraph of a piece of the text that is not empty, in one line, and what follows; both empty where there is none.
    /// The number of a page that it goes over stands in it, where it stood.
    fn first(&self, piece: Span) -> (Cow<'_, str>, Span) {
        let (mut rest, mut whole) = (piece, Cow::Borrowed(""));
        while !rest.is_empty() {
            let lines = rest.of(self.text).unwrap_or_default();
            let end = memchr::memchr2(b'\n', b'\r', lines.as_bytes()).unwrap_or(lines.len());
            let line = lines.get(..end).unwrap_or("").trim_matches(is_blank);
            let end = rest.start + end as u32; // a place of the text
            rest = Span { start: (end + 1).min(rest.end), end: rest.end };
            if line.is_empty() {
                continue;
            }
            if whole.is_empty() {
                whole = Cow::Borrowed(line);
            } else if is_page(line) {
                let _ = write!(whole.to_mut(), " {line} ");
            } else {
                push_broken(line, whole.to_mut());
            }
            if !self.width.is_full(end) {
                break;
            }
        }
        (whole, rest)
    }

    /// Each paragraph of a piece of the text.
    fn paragraphs(&self, piece: Span, indent: usize, out: &mut String) {
        let mut rest = piece;
        while !rest.is_empty() {
            let (line, behind) = self.first(rest);
            if !line.is_empty() {
                let _ = write!(out, "{:indent$}", "");
                push_line(&line, true, out);
            }
            rest = behind;
        }
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
    use crate::testing::{PLAN, plan};
    use crate::{LineBreaks, Options, Parsed, parse_with};

    #[test]
    fn lines_of_one_width_are_one_paragraph() {
        let text = include_str!("../fixtures/genre/report_out_of_a_pdf.txt");
        let markdown = crate::parse(text).markdown();
        assert!(markdown.starts_with("# 青河县水务局关于开展城乡供水管网漏损治理提升行动实施情况的报告\n\n"));
        assert!(markdown.contains("### （四）建立供水企业漏损控制与水价调整相互挂钩的长效激励约束机制\n"));
        assert!(markdown.contains("并在媒体上公布名单，限期整 - 1 - 改。\n"));
        // So are they where an empty line stands between all.
        assert_eq!(crate::parse(&text.replace('\n', "\n\n")).markdown(), markdown);
        // Where lines are paragraphs each is one.
        let trusted = parse_with(text, &Options::new().line_breaks(LineBreaks::Trusted)).markdown();
        assert!(trusted.contains("\n\n把漏损率列入年度考核，每下降一个百分点给予奖励。主要\n\n有两项措施："));
        let words = "各单位应当在每年三月底以前把 Excel\n".repeat(5) + "2010 表报送。";
        let joined = crate::parse(&words).markdown();
        assert!(
            joined.starts_with("各单位应当在每年三月底以前把 Excel各单位") && joined.ends_with("Excel 2010 表报送。\n")
        );
    }

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
