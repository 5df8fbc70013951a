//! Regular expressions as this crate writes them: what runs once a document, compiled when it is first asked for.
//!
//! `\d` is a digit of either width, `\s` a blank of papers and pages, `\S` any other character. What Unicode counts to these
//! classes beside (the digits of sixty scripts) takes as long to compile as all else.

use regex::Regex;

const DIGIT: &str = "[0-9０-９]";
const BLANK: &str = "[ \t-\r\u{a0}\u{2000}-\u{200a}\u{2028}\u{2029}\u{3000}]";
const OTHER: &str = "[^ \t-\r\u{a0}\u{2000}-\u{200a}\u{2028}\u{2029}\u{3000}]";

/// Compiles a pattern of this crate; each is compiled by a test.
#[allow(clippy::expect_used)] // constant input
pub(crate) fn pattern(source: &str) -> Regex {
    let source = source.replace("\\d", DIGIT).replace("\\s", BLANK).replace("\\S", OTHER);
    Regex::new(&source).expect("a pattern of this crate")
}

#[cfg(test)]
mod tests {
    use super::pattern;

    #[test]
    fn classes_in_and_outside_of_brackets() {
        let date = pattern("^\\d{4}[\\s年]\\d月\\S$");
        assert!(date.is_match("2024年３月x") && date.is_match("２０２４\u{3000}3月日"));
        assert!(!date.is_match("2024年3月 ") && !date.is_match("٢٠٢٤年3月日"));
    }
}
