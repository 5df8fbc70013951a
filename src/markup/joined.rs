//! One sign in the place of each line break (以符号代换行), made one again.
//!
//! ```text
//! 读书节方案|一、目标|全部建成。|二、措施|…       cells and fields that lines were put into
//! 读书节方案¶一、目标¶全部建成。¶二、措施¶…       what Word shows, or stands in a font for: ↵, U+E000 and others
//! 读书节方案##一、目标##全部建成。##二、措施##…     what authors of data sets put between lines
//! ```
//!
//! Such a text has no line breaks of its own, and the sign stands where lines end: before a number, behind a stop, or behind what
//! began with a number. Read as it is, most headings had the sign at their end, or went on behind it. In a table it stands on both
//! sides of a bare number, and inside of sentences for something else.

use super::{Edit, head, marker_len};
use crate::gap::{is_bar, is_blank};

/// Signs that are put for line breaks, …
const SIGNS: [char; 15] = ['|', '｜', '‖', '¶', '↵', '⏎', '␤', '□', '■', '●', '◆', '★', '#', '$', '@'];
/// … and what is shown for a character that a font or a code has not (U+E000 to U+F8FF are private).
const UNKNOWN: char = '\u{FFFD}';
/// How far the end of the first line reaches, in bytes.
const FIRST: usize = 512;
/// The fewest of them, of numbers behind them, and of how many one may stand elsewhere; more may where one of so many has a number
/// behind it.
const FEWEST: usize = 4;
const FEWEST_NUMBERS: usize = 2;
const ONE_OF: usize = 5;
const NUMBERED: usize = 4;

/// Makes the signs breaks where they stand for them.
pub(super) fn plain(text: &str, edits: &mut Vec<Edit>) {
    let Some(sign) = joins_lines(text) else { return };
    for (at, run) in runs(text, sign) {
        // The next line is not indented.
        edits.push(Edit { at, len: run - 1, with: ' ' });
        edits.push(Edit { at: at + run - 1, len: 1, with: '\n' });
    }
}

/// The sign that stands for the line breaks of a text that has none. Of nearly all texts their beginning tells that there is none.
pub(super) fn joins_lines(text: &str) -> Option<char> {
    let first = head(text, FIRST);
    if !may_have_signs(first.as_bytes()) {
        return None;
    }
    let mut found: Vec<char> = Vec::new();
    for c in first.chars().filter(|&c| SIGNS.contains(&c) || c == UNKNOWN || is_private(c)) {
        if !found.contains(&c) && found.len() < SIGNS.len() {
            found.push(c);
        }
    }
    found.into_iter().find(|&sign| stands_for_breaks(text, sign))
}

const fn is_private(c: char) -> bool {
    matches!(c, '\u{E000}'..='\u{F8FF}')
}

/// Whether a sign may stand in these bytes.
fn may_have_signs(bytes: &[u8]) -> bool {
    // No other full-width sign than ｜ and U+FFFD; no quotation mark, dash or … but ‖.
    let other = |at: usize| match bytes.get(at..) {
        Some([0xE2, second, third, ..]) => matches!((second, third), (0x86..=0x98, _) | (0x80, 0x96)),
        Some([0xEF, second, third, ..]) => matches!((second, third), (..=0xA3, _) | (0xBD, 0x9C) | (0xBF, 0xBD)),
        _ => true,
    };
    memchr::memchr3(b'|', b'#', b'$', bytes).is_some()
        || memchr::memchr3(b'@', 0xC2, 0xEE, bytes).is_some()
        || memchr::memchr2_iter(0xE2, 0xEF, bytes).any(other)
}

/// Runs of a sign: where, and of how many bytes.
fn runs(text: &str, sign: char) -> impl Iterator<Item = (usize, usize)> {
    let mut from = 0;
    std::iter::from_fn(move || {
        let at = from + text.get(from..)?.find(sign)?;
        let rest = text.get(at..)?;
        let run = rest.len() - rest.trim_start_matches(sign).len();
        from = at + run;
        Some((at, run))
    })
}

/// Whether a sign stands for line breaks.
fn stands_for_breaks(text: &str, sign: char) -> bool {
    let (mut all, mut numbers, mut elsewhere, mut from) = (0, 0, 0, 0);
    let mut above = begins_line(text);
    for (at, run) in runs(text, sign) {
        let line = text.get(from..at).unwrap_or("").trim_matches(is_blank);
        // A number that fills a cell.
        if is_bar(sign) && marker_len(line) == Some(line.len()) {
            return false;
        }
        from = at + run;
        let below = begins_line(text.get(from..).unwrap_or(""));
        all += 1;
        numbers += usize::from(below);
        elsewhere += usize::from(!above && !below && !line.ends_with(['。', '；', '：', '！', '？', ':', ';']));
        above = below;
    }
    all >= FEWEST && numbers >= FEWEST_NUMBERS && (elsewhere * ONE_OF <= all || numbers * NUMBERED >= all)
}

/// Whether a number and words behind it stand there.
fn begins_line(text: &str) -> bool {
    let line = text.trim_start_matches(is_blank);
    let words = marker_len(line).and_then(|len| line.get(len..));
    let begins = |c: char| c.is_alphanumeric() || matches!(c, '“' | '《' | '【' | '（');
    words.is_some_and(|words| words.trim_start_matches(is_blank).starts_with(begins))
}

#[cfg(test)]
mod tests {
    use super::super::without;
    use super::{FIRST, SIGNS, UNKNOWN, joins_lines};
    use crate::parse;

    const LINES: [&str; 8] = [
        "读书节方案",
        "一、活动目标",
        "人人参与、班班有书。",
        "二、活动安排",
        "（一）启动",
        "三月举行启动仪式，各班到场。",
        "（二）展示",
        "五月展出手抄报",
    ];

    #[test]
    fn signs_between_lines_become_breaks() {
        for sign in SIGNS.into_iter().chain([UNKNOWN, '\u{E000}', '\u{F0B7}', '\u{F8FF}']) {
            for between in [sign.to_string(), sign.to_string().repeat(3), format!(" {sign} ")] {
                let text = LINES.join(&between);
                let plain = without(&text);
                assert_eq!(plain.len(), text.len());
                assert!(plain.lines().map(str::trim).eq(LINES), "{plain}");
                let parsed = parse(&text);
                let headings =
                    parsed.document().walk().map(|place| parsed.text_of(place.section.heading.unwrap_or_default()));
                assert!(headings.eq(["活动目标", "活动安排", "启动", "展示"]), "{text}");
                assert_eq!(parsed.document().title.map(|title| parsed.text_of(title)), Some(LINES[0]), "{text}");
                assert_eq!(parsed.document().check(&text), Ok(()), "{text}");
            }
        }
    }

    #[test]
    fn other_signs_stay() {
        let text = LINES.join("|");
        let table = "序号|项目|数量|1.|书架|20|2.|书桌|40|3.|椅子|80";
        let numbers = "见|一、书|架|桌|门|窗|灯|二、球|棋|琴|画|笔";
        for other in [
            // It has lines, it is only here and there, one number has a sign before it.
            format!("{text}\n"),
            format!("{}|{}。|{}", LINES[..5].join(""), LINES[5..].join(""), "每月|检查"),
            text.replace("|一", "一").replace("|二", "二").replace("|（二）", "（二）"),
            text.replace("三月", "（三）|三月"),
            // Cells, and words that are set apart, of which one in six has a number.
            table.to_owned(),
            numbers.to_owned(),
            // A dash or a quotation mark, and a sign far behind the beginning.
            LINES.join("——"),
            LINES.join("”"),
            format!("{}{text}", "校".repeat(FIRST / 3)),
        ] {
            assert_eq!(joins_lines(&other).filter(|_| !other.contains('\n')), None, "{other}");
            assert_eq!(without(&other), other);
        }
        // One number in four is enough, or a stop before four of five signs, if none has a number and words before it.
        assert!(joins_lines(&numbers.replacen("|门|窗", "", 1).replacen("|笔", "", 1)).is_some());
        let stops = "方案|一、书|架。|桌。|门。|窗。|灯。|二、球|棋。|琴。|画。|笔。";
        let without = |count| joins_lines(&stops.replacen('。', "", count));
        assert!(joins_lines(stops).is_some() && without(2).is_some() && without(4).is_none());
    }
}
