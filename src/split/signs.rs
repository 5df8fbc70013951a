//! What one character beside a place says.

use super::seam_weights::{BEGINNING, BULLET, FIGURE, FOREIGN, INDENT, QUOTE};
use super::words::{class, classes_of, classes_of_ideograph, ideograph};

/// What a character that is no ideograph is worth at the beginning of a text; `rest`: what follows it.
pub(super) fn sign(c: char, rest: &[u8]) -> i32 {
    match c {
        '•' | '●' | '■' | '◆' | '★' | '[' | '［' => BULLET,
        '\u{3000}' if rest.starts_with("\u{3000}".as_bytes()) => INDENT,
        '\u{2003}' if rest.starts_with("\u{2003}".as_bytes()) => INDENT,
        ' ' if rest.starts_with(b"  ") && matches!(rest.trim_ascii_start(), [0xE4..=0xE9, ..]) => INDENT,
        '-' | '*' | '–' if rest.starts_with(b" ") => BULLET,
        '“' if names_period(rest) => BEGINNING,
        '“' | '《' | '「' => QUOTE,
        '0'..='9' => FIGURE,
        // An x stands where a figure was masked.
        'a'..='w' | 'y'..='z' | 'A'..='W' | 'Y'..='Z' => FOREIGN,
        _ => 0,
    }
}

/// Whether the years of a plan stand behind a quotation mark: “十三五”期间，….
fn names_period(rest: &[u8]) -> bool {
    let plan = ["十二五", "十三五", "十四五", "十五五", "十一五", "十五"]
        .iter()
        .find_map(|plan| rest.strip_prefix(plan.as_bytes()))
        .and_then(|rest| rest.strip_prefix("”".as_bytes()));
    plan.is_some_and(|rest| ["期间", "时期", "以来"].iter().any(|word| rest.starts_with(word.as_bytes())))
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

#[cfg(test)]
mod tests {
    use super::sign;
    use crate::split::seam_weights::{BEGINNING, QUOTE};

    #[test]
    fn the_years_of_a_plan_begin_a_text() {
        let of = |text: &str| sign('“', text.as_bytes());
        assert_eq!((of("十四五”期间，"), of("十五”时期"), of("十二五”以来，")), (BEGINNING, BEGINNING, BEGINNING));
        assert_eq!((of("十四五”规划"), of("双减”期间"), of("")), (QUOTE, QUOTE, QUOTE));
    }
}
