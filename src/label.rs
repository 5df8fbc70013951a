//! What a section is called where it is named from afar: in paths, chunks and Markdown.
//!
//! ```text
//! 第一章␠␠总则     第一章 总则      one blank behind a marker that ends in a letter
//! 一、抓统筹。     一、抓统筹
//! 1完善机制        1 完善机制
//! ★ 1、质保三年。  ★ 1、质保三年
//! 第三条           第三条           no heading: the marker
//! 第 一 章 总 则   第一章 总则      in a text with a blank behind each character
//! 一、建立长效激⏎励约束机制   一、建立长效激励约束机制      in one with lines of one width
//! ```

use std::borrow::Cow;

use crate::gap::is_blank;
use crate::{Parsed, Section, Span, closed_up};

/// The most characters of a label. A label stands in every row and chunk below its section, so it
/// must be bounded for the output to be linear in the text; the longest real heading seen has 73.
const MOST: usize = 120;

/// Marker and heading in one line, at most [`MOST`] characters.
pub(crate) fn label(parsed: &Parsed<'_>, section: &Section) -> String {
    let mut line = line(parsed, section);
    clip(&mut line);
    line
}

/// The title in one line, at most [`MOST`] characters.
pub(crate) fn title(parsed: &Parsed<'_>) -> Option<String> {
    Some(in_one_line(parsed, parsed.document().title?))
}

/// A title in one line, at most [`MOST`] characters.
pub(crate) fn in_one_line(parsed: &Parsed<'_>, title: Span) -> String {
    let mut line = String::new();
    push_piece(parsed, title, &mut line);
    clip(&mut line);
    line
}

/// Marker, with a sign before it, and heading in one line, whole.
pub(crate) fn line(parsed: &Parsed<'_>, section: &Section) -> String {
    let mut line = String::new();
    push_piece(parsed, Span { start: section.span.start, end: section.marker.span.end }, &mut line);
    if let Some(heading) = section.heading {
        if line.ends_with(char::is_alphanumeric) {
            line.push(' ');
        }
        push_words(parsed, &unbroken(parsed.text_of(heading)), &mut line);
    }
    line
}

/// A heading in one line: it has a line break only where it was broken, and not where the words of a title stand in lines of their own.
fn unbroken(heading: &str) -> Cow<'_, str> {
    let mut lines = heading.split(['\n', '\r']).map(|line| line.trim_matches(is_blank));
    let mut whole = Cow::Borrowed(lines.next().unwrap_or(""));
    for line in lines {
        push_broken(line, whole.to_mut());
    }
    whole
}

/// Adds a piece of a text in one line, of one that is letter-spaced without the blanks between its characters.
fn push_piece(parsed: &Parsed<'_>, piece: Span, line: &mut String) {
    push_words(parsed, parsed.text_of(piece), line);
}

/// Adds words of a text likewise.
pub(crate) fn push_words(parsed: &Parsed<'_>, piece: &str, line: &mut String) {
    if parsed.is_closed_up() {
        push_in_one_line(&closed_up::joined(piece), line);
    } else {
        push_in_one_line(piece, line);
    }
}

/// Adds a piece of text with one space for each run of blanks, none at its ends.
fn push_in_one_line(piece: &str, line: &mut String) {
    for (index, word) in piece.split(is_blank).filter(|word| !word.is_empty()).enumerate() {
        if index > 0 {
            line.push(' ');
        }
        line.push_str(word);
    }
}

/// Adds a line to those of its paragraph or heading that were broken before it: between two foreign words the break stands for a
/// blank.
pub(crate) fn push_broken(line: &str, paragraph: &mut String) {
    if paragraph.ends_with(|c: char| c.is_ascii()) && line.starts_with(|c: char| c.is_ascii()) {
        paragraph.push(' ');
    }
    paragraph.push_str(line);
}

fn clip(line: &mut String) {
    if let Some((at, _)) = line.char_indices().nth(MOST) {
        line.truncate(at);
        line.push('…');
    }
}

#[cfg(test)]
mod tests {
    use super::{MOST, clip, label, title};

    #[test]
    fn a_label_is_one_line() {
        let parsed = crate::parse("第一章\u{3000}总\n则\n第一条 为了规范，制定本法。\n第二条 本法适用于此。\n");
        let labels: Vec<_> = parsed.document().walk().map(|place| label(&parsed, place.section)).collect();
        assert_eq!(labels.last().map(String::as_str), Some("第二条"));
        assert!(labels.iter().all(|label| !label.contains(['\n', '\u{3000}'])), "{labels:?}");
        assert_eq!(title(&parsed), None);
    }

    #[test]
    fn a_long_label_is_clipped_between_characters() {
        let mut line = "长".repeat(MOST + 1);
        clip(&mut line);
        assert_eq!(line.chars().count(), MOST + 1);
        assert!(line.ends_with('…'));
    }
}
