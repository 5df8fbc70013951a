//! Numbers of headings of Markdown, told apart from those of the lists below them.
//!
//! ```text
//! ## 1. 环境          1.          the numbers behind # go on with each other
//! 装好系统。
//! ## 2. 安装          2.
//! 1. 下载               1.        and those of plain lines with each other: without the sign these were two lists of one
//! 2. 解压               2.        style, of which the second may as well be the first begun anew
//! ```
//!
//! A number behind `#` becomes the first level of decimal numbering, which is another style than `1.` and holds `1.1` as well. Only
//! where all agree: a converter that found some of the headings and not the others tells nothing.

use crate::scan::kind::Kind;
use crate::scan::marker::{Delim, is_blank};
use crate::scan::{Candidate, WINDOW};

/// Makes the candidates behind `#` a style of their own, of a text that is not searched as it is read; `dressed`: the text with
/// its signs.
pub(crate) fn tell_apart(dressed: &str, candidates: &mut [Candidate]) {
    if candidates.len() > WINDOW {
        return;
    }
    let has_lines = memchr::memchr2(b'\n', b'\r', dressed.as_bytes()).is_some();
    let is_number = |candidate: &Candidate| {
        candidate.kind == Kind::Dot && candidate.delim != Delim::None && (candidate.first_on_line() || !has_lines)
    };
    let level = |candidate: &Candidate| level(dressed, candidate.start as usize);
    let numbers = || candidates.iter().filter(|candidate| is_number(candidate));
    let Some(top) = numbers().map(level).filter(|&level| level > 0).min() else { return };
    if agree(numbers().map(|number| (number.ord >> 6, level(number) == top))) {
        for candidate in candidates.iter_mut().filter(|candidate| is_number(candidate)) {
            if level(candidate) == top {
                candidate.kind = Kind::Decimal1;
            }
        }
    }
}

/// Whether numbers behind `#` (true) go on by one or begin anew, and so do those of the lists below each, of which there is one.
fn agree(numbers: impl Iterator<Item = (u32, bool)>) -> bool {
    let (mut headed, mut listed, mut has_list) = (0, 0, false);
    for (number, is_headed) in numbers {
        if is_headed {
            if headed != 0 && number != headed + 1 && number != 1 {
                return false;
            }
            (headed, listed) = (number, 0);
        } else {
            if number > listed + 1 {
                return false;
            }
            listed = listed.max(number);
            has_list |= headed > 0;
        }
    }
    has_list
}

/// How many `#` stand before the marker at `at`.
fn level(dressed: &str, at: usize) -> usize {
    let before = dressed.get(..at).unwrap_or("").trim_end_matches(|c| is_blank(c) || c == '*');
    before.bytes().rev().take_while(|&byte| byte == b'#').count()
}

#[cfg(test)]
mod tests {
    use super::agree;

    #[test]
    fn numbers_that_agree() {
        for (numbers, is) in [
            ("#1 #2 1 2", true),
            ("#1 1 2 #2 1 2 3 #3", true),
            ("#1 1 1 2 2 #2 1", true),
            ("#1 1 #2 #1 1 2", true),
            // The text begins with its third chapter.
            ("#3 1 2 #4", true),
            // No list: nothing to tell apart.
            ("#1 #2 #3", false),
            // A heading without its sign.
            ("#1 2 #3", false),
            ("#1 #2 3 4", false),
            ("#1 1 2 #4", false),
        ] {
            let parsed = numbers.split(' ').map(|number| match number.strip_prefix('#') {
                Some(headed) => (headed.parse().unwrap(), true),
                None => (number.parse().unwrap(), false),
            });
            assert_eq!(agree(parsed), is, "{numbers}");
        }
    }
}
