//! What one character beside a place says.

use super::seam_weights::{BULLET, FIGURE, FOREIGN, INDENT, QUOTE};
use super::words::{class, classes_of, classes_of_ideograph, ideograph};

/// What a character that is no ideograph is worth at the beginning of a text; `rest`: what follows it.
pub(super) fn sign(c: char, rest: &[u8]) -> i32 {
    match c {
        '•' | '●' | '■' | '◆' | '★' | '[' | '［' => BULLET,
        '\u{3000}' if rest.starts_with("\u{3000}".as_bytes()) => INDENT,
        '\u{2003}' if rest.starts_with("\u{2003}".as_bytes()) => INDENT,
        ' ' if rest.starts_with(b"  ") && matches!(rest.trim_ascii_start(), [0xE4..=0xE9, ..]) => INDENT,
        '-' | '*' | '–' if rest.starts_with(b" ") => BULLET,
        '“' | '《' | '「' => QUOTE,
        '0'..='9' => FIGURE,
        // An x stands where a figure was masked.
        'a'..='w' | 'y'..='z' | 'A'..='W' | 'Y'..='Z' => FOREIGN,
        _ => 0,
    }
}

pub(super) const fn ends_clause(c: char) -> bool {
    matches!(c, '。' | '；' | '？' | '！' | '：' | '，' | ':' | ',' | ';' | '?' | '!' | '\n' | '\r')
}

/// With this no text begins.
pub(super) fn goes_on(c: char) -> bool {
    matches!(c, '、' | '；' | '？' | '！' | '（' | '(' | '）' | ')' | '》' | '”' | '】' | ' ')
        || classes_of(c) & class::GOES_ON != 0
}

/// With this no heading ends.
pub(super) fn joins(c: char) -> bool {
    matches!(c, '，' | ',' | '、' | '（' | '《' | '“') || classes_of(c) & class::JOINS != 0
}

/// Whether a text begins with ： or :.
pub(super) const fn begins_with_colon(text: &[u8]) -> bool {
    matches!(text, [b':', ..] | [0xEF, 0xBC, 0x9A, ..])
}

/// Whether a clause has so many ideographs, of which the last may end a heading, and goes on with what may begin a text.
pub(super) fn is_as_long(clause: &str, length: usize) -> bool {
    let Some((words, rest)) = clause.split_at_checked(length * 3) else { return false };
    let last = words.as_bytes().last_chunk().map_or(0, |&last| classes_of_ideograph(ideograph(last)));
    words.as_bytes().iter().step_by(3).all(|byte| matches!(byte, 0xE4..=0xE9))
        && last & class::JOINS == 0
        && rest.chars().next().is_some_and(|now| {
            // … or with a third clause
            matches!(now, '，' | ',')
                || !ends_clause(now) && classes_of(now) & (class::GOES_ON | class::BEGINS) != class::GOES_ON
        })
}
