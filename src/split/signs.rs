//! What one character beside a place says.

use super::seam_weights::{BULLET, FIGURE, FOREIGN, INDENT, QUOTE};
use super::words::{class, classes_of};

/// What a character that is no ideograph is worth at the beginning of a text; `rest`: what follows it.
pub(super) fn sign(c: char, rest: &[u8]) -> i32 {
    match c {
        '•' | '●' | '■' | '◆' | '★' | '[' | '［' => BULLET,
        '\u{3000}' if rest.starts_with("\u{3000}".as_bytes()) => INDENT,
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
