//! Titles whose characters are parted by blanks, as printed papers set them: `劳 动 合 同`, `民　事　裁　定　书`.
//!
//! A run is three ideographs or more that stand alone, or two that are a whole line: two in a sentence may be a name.

use std::borrow::Cow;

use crate::scan::ideograph::is_ideograph;

/// How many ideographs make a run.
const FEWEST: usize = 3;
/// The longest run, in ideographs.
const MOST: usize = 40;
/// How many blanks may stand between two.
const MOST_BLANKS: usize = 4;

const fn parts(character: char) -> bool {
    matches!(character, ' ' | '\t' | '\u{3000}' | '\u{a0}')
}

/// Where each ideograph of the run ends that `text` begins with.
fn ends(text: &str) -> Vec<usize> {
    let mut ends = Vec::new();
    let mut rest = text;
    while let Some(first) = rest.chars().next().filter(|&c| is_ideograph(c)).filter(|_| ends.len() < MOST) {
        let behind = rest.get(first.len_utf8()..).unwrap_or("");
        ends.push(text.len() - behind.len());
        rest = behind.trim_start_matches(parts);
        let blanks = behind.len() - rest.len();
        if blanks == 0 || behind.chars().take_while(|&c| parts(c)).nth(MOST_BLANKS).is_some() {
            break;
        }
    }
    ends
}

/// The run that `text` begins with, or the first in it that is the name of a document; `is_name` says whether the
/// characters without their blanks are such a name. A run that is one up to some place ends there, since
/// the text behind may begin with a blank: `劳 动 合 同 甲方：`; at the beginning any run is a title.
pub(super) fn find(text: &str, is_name: impl Fn(&str) -> bool) -> Option<(usize, usize)> {
    // Most beginnings hold no blank: they are looked at by bytes, and the first byte of the wide one begins other signs too.
    let bytes = text.as_bytes();
    let wide = |at: usize| matches!(bytes.get(at..), Some([0xE3, 0x80, 0x80, ..] | [0xC2, 0xA0, ..]));
    memchr::memchr2(b' ', b'\t', bytes).or_else(|| memchr::memchr2_iter(0xE3, 0xC2, bytes).find(|&at| wide(at)))?;
    let mut begins = true; // whether the character before does not stand in the run
    for (at, character) in text.char_indices() {
        let rest = text.get(at..)?;
        let alone = is_ideograph(character) && rest.get(character.len_utf8()..)?.starts_with(parts);
        if alone && begins {
            let ends = ends(rest);
            let long = ends.iter().skip(FEWEST - 1).rev();
            let mut named = long.clone().filter(|&&end| is_name(&without_blanks(rest.get(..end).unwrap_or(""))));
            let end = named.next().or_else(|| ends.last().filter(|_| at == 0 && ends.len() >= FEWEST));
            if let Some(end) = end {
                return Some((at, at + end));
            }
        }
        begins = !alone && !parts(character);
    }
    None
}

/// A line whose last characters are a run, without the blanks in it.
pub(super) fn joined(line: &str) -> Cow<'_, str> {
    let last = || {
        let mut behind = line.chars().rev();
        behind.next().filter(|&c| is_ideograph(c))?;
        behind.next().filter(|&c| parts(c))
    };
    if last().is_none() {
        return Cow::Borrowed(line);
    }
    let (begin, found) = at_end(line);
    if found < FEWEST && begin != 0 {
        return Cow::Borrowed(line);
    }
    let (before, run) = line.split_at(begin);
    Cow::Owned(format!("{before}{}", without_blanks(run)))
}

/// Where the run begins that `text` ends with, and how many ideographs it has.
pub(crate) fn at_end(text: &str) -> (usize, usize) {
    let (mut begin, mut found) = (text.len(), 0);
    let mut rest = text;
    while let Some(character) = rest.chars().next_back().filter(|&c| is_ideograph(c)).filter(|_| found < MOST) {
        begin = rest.len() - character.len_utf8();
        found += 1;
        let before = rest.get(..begin).unwrap_or("");
        rest = before.trim_end_matches(parts);
        if rest.len() == before.len() {
            break;
        }
    }
    (begin, found)
}

fn without_blanks(run: &str) -> String {
    run.chars().filter(|&c| !parts(c)).collect()
}

#[cfg(test)]
mod tests {
    use super::{find, joined};

    #[test]
    fn where_a_run_ends() {
        let is_name = |run: &str| run.ends_with("合同") || run.ends_with("判决书");
        for (title, text) in [
            ("劳 动 合 同", "甲方："),
            ("劳 动 合 同", " 甲方："),
            ("劳\u{3000}动\u{3000}合\u{3000}同", "\u{3000}甲\u{3000}方："),
            ("个 人 简 历", "姓名"),
            ("某县人民法院民 事 判 决 书", "（2020）"),
        ] {
            assert_eq!(
                find(&format!("{title}{text}"), is_name).map(|(_, end)| end),
                Some(title.len()),
                "{title}{text}"
            );
        }
        for none in ["合 同甲方", "张强 李强 王强", "本县由 张 强 书 写", "", "劳"] {
            assert_eq!(find(none, is_name), None, "{none}");
        }
    }

    #[test]
    fn a_line_without_its_blanks() {
        for (line, solid) in [
            ("民 事 判 决 书", "民事判决书"),
            ("通\u{3000}\u{3000}知", "通知"),
            ("青河县民 事 裁 定 书", "青河县民事裁定书"),
            ("青河张 强", "青河张 强"),
            ("绿地管护 办法", "绿地管护 办法"),
            ("", ""),
        ] {
            assert_eq!(joined(line), solid);
        }
    }
}
