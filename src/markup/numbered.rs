//! Numbers that a program put before each line, made blanks.
//!
//! ```text
//!      1⇥一、总体要求        →          一、总体要求       `cat -n`
//! 2:坚持预防为主。           →      坚持预防为主。         `grep -n`, an editor, a record of a court
//! 3 （一）排查隐患           →      （一）排查隐患
//! ```
//!
//! They count every line, or all that are not empty, and what stands behind them has numbers of its own: a list `1 总则⏎2 术语` has none.
//! Read as they are, they were the only numbers of the text, and nine tenths of its items were lost.

use super::{Edit, begins_marker};
use crate::gap::is_blank;

/// The fewest lines, and of how many one at least has a number of its own.
const FEWEST: usize = 6;
const ONE_OF: usize = 12;
/// The most digits of a number.
const DIGITS: usize = 7;

/// Makes the numbers blanks where all lines of a text have one.
pub(super) fn plain(text: &str, edits: &mut Vec<Edit>) {
    if counts_lines(text) {
        let mut start = 0;
        for line in text.split_inclusive('\n') {
            if let Some((_, before, len)) = number(line) {
                edits.push(Edit { at: start + before, len, with: ' ' });
            }
            start += line.len();
        }
    }
}

/// Whether each line begins with a number, one more than that of the line above, and enough of them with one of their own behind it.
/// Of nearly all texts the first character tells.
pub(super) fn counts_lines(text: &str) -> bool {
    if number(text).is_none() {
        return false;
    }
    let (mut lines, mut own, mut next) = (0, 0, None);
    for line in text.split_inclusive('\n') {
        let Some((value, before, len)) = number(line) else {
            // `nl` counts no empty lines.
            if line.trim().is_empty() && lines > 0 {
                continue;
            }
            return false;
        };
        if next.is_some_and(|next| next != value) {
            return false;
        }
        next = Some(value + 1);
        lines += 1;
        own += usize::from(
            line.get(before + len..).is_some_and(|words| begins_marker(words.trim_start_matches(is_blank))),
        );
    }
    lines >= FEWEST && own >= 2 && own * ONE_OF >= lines
}

/// The number that a line begins with, how many bytes stand before it, and its length with the sign behind it.
fn number(line: &str) -> Option<(u32, usize, usize)> {
    let words = line.trim_start_matches([' ', '\t']);
    let rest = words.trim_start_matches(|c: char| c.is_ascii_digit());
    let digits = words.get(..words.len() - rest.len()).filter(|digits| (1..=DIGITS).contains(&digits.len()))?;
    let sign = match rest.chars().next() {
        None | Some(' ' | '\t' | '\r' | '\n') => 0,
        Some(sign @ (':' | '：' | '|' | '│' | '→')) => sign.len_utf8(),
        Some(_) => return None,
    };
    Some((digits.parse().ok()?, line.len() - words.len(), digits.len() + sign))
}

#[cfg(test)]
mod tests {
    use super::super::without;
    use crate::parse;

    const LINES: [&str; 8] = [
        "消防安全工作方案",
        "一、总体要求",
        "坚持预防为主。",
        "",
        "二、主要任务",
        "（一）排查隐患",
        "1.学校。每月检查。",
        "2.医院。每周检查。",
    ];

    fn numbered(first: usize, write: impl Fn(usize, &str) -> String) -> String {
        LINES.iter().enumerate().map(|(index, line)| write(first + index, line) + "\n").collect()
    }

    #[test]
    fn numbers_of_lines_become_blanks() {
        for text in [
            numbered(1, |number, line| format!("{number:6}\t{line}")),
            numbered(1, |number, line| format!("{number}:{line}")),
            numbered(98, |number, line| format!("{number} {line}")),
            numbered(1, |number, line| format!("{number}→{line}\r")),
            numbered(1, |number, line| format!("{number:>3}| {line}")),
            numbered(1, |number, line| format!("{number:>3} {line}"))
                .replacen("  4 \n", "\n", 1)
                .replace("  5", "  4")
                .replace("  6", "  5")
                .replace("  7", "  6")
                .replace("  8", "  7"),
        ] {
            let plain = without(&text);
            assert_eq!(plain.len(), text.len());
            assert!(plain.lines().map(str::trim).eq(LINES), "{plain}");
            let parsed = parse(&text);
            assert_eq!(parsed.document().len(), 5, "{text}");
            assert_eq!(parsed.document().title.map(|title| parsed.text_of(title)), Some(LINES[0]));
            assert_eq!(parsed.document().check(&text), Ok(()));
        }
    }

    #[test]
    fn lists_stay() {
        let text = numbered(1, |number, line| format!("{number} {line}"));
        let one_line_less = text.replacen("3 坚持预防为主。\n", "坚持预防为主。\n", 1);
        let not_next = text.replacen("3 坚", "4 坚", 1);
        let glued = numbered(1, |number, line| format!("{number}{line}"));
        let chapters = "1 总则\n2 术语\n3 一般规定\n4 材料\n5 施工\n6 验收\n7 附录\n";
        let few = text.lines().take(5).collect::<Vec<_>>().join("\n");
        let one_of_many = format!("{chapters}8 一、目的\n");
        let two_of_many: String =
            (1..40).map(|number| format!("{number} {}甲\n", ["", "一、"][usize::from(number > 37)])).collect();
        for text in [&one_line_less, &not_next, &glued, chapters, &few, &one_of_many, &two_of_many, "1", ""] {
            assert_eq!(without(text), text);
        }
    }
}
