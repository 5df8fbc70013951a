//! A blank where a line break stood, in a text of one line whose markers have blanks before them.
//!
//! ```text
//! … 三、治理范围 全县道路上行驶、停放的… 四、登记备案 凡在…      what a web page leaves of its lines
//!               ↑                                  ↑
//! ```
//!
//! Of 335 such blanks in front of the first stop in documents where every fifth marker or more had one before it, 305 ended the
//! heading; the others stood beside figures and foreign words, or parted the characters of one word (总 则).

use super::run_in::Seam;
use super::seam_weights::{DEFINED, closing};
use super::sentence::PARTED;
use super::signs::ends_clause;
use crate::gap::{ends_with_gap, is_blank, leftover};
use crate::resolve::Mark;
use crate::scan::ideograph::is_ideograph;

/// How far such a blank is looked for, in characters.
const REACH: usize = 48;
/// The shortest heading, in characters.
const SHORTEST: usize = 2;

/// Whether so many markers have a blank before them that blanks stand where line breaks stood: one of eight, and two at least.
pub(crate) fn are_spaced(text: &str, marks: &[Mark]) -> bool {
    let ends_with_gap = |mark: &&Mark| {
        let last = mark.start.checked_sub(1).and_then(|at| text.as_bytes().get(at as usize));
        // Nearly all have another byte before them.
        last.is_some_and(|&last| ENDS_GAP[usize::from(last)])
            && text.as_bytes().get(..mark.start as usize).is_some_and(ends_with_gap)
    };
    let spaced = marks.iter().filter(ends_with_gap).count();
    spaced > 1 && 8 * spaced >= marks.len() && !is_wrapped(text, marks.len())
}

/// Which bytes what [`ends_with_gap`] tells may end with.
static ENDS_GAP: [bool; 256] = {
    let mut ends = [true; 256];
    let mut byte = 0x81;
    while byte < 256 {
        ends[byte] = matches!(byte, 0x8B | 0xA0);
        byte += 1;
    }
    ends
};

/// Whether blanks stand inside the sentences of a text as well, where its lines of one width were broken: 发表的论文被 收 录. Where
/// they stand between paragraphs, one follows on a heading and one on the number of a chapter, of so many markers.
fn is_wrapped(text: &str, marks: usize) -> bool {
    let (mut before, mut blank, mut inside) = (' ', false, 0);
    for c in text.chars() {
        if is_blank(c) {
            blank = true;
        } else {
            inside += usize::from(blank && is_ideograph(before) && is_ideograph(c));
            (before, blank) = (c, false);
        }
    }
    inside > 2 * marks
}

/// Whether blanks set foreign words and figures apart in the sentences of a text: 安装 MySQL 数据库. Two such words tell.
pub(super) fn set_apart(text: &str) -> bool {
    // How much of it was seen: an ideograph, a blank, a foreign word, a blank.
    let (mut seen, mut found) = (0, 0);
    for c in text.chars() {
        seen = match (seen, c) {
            (_, c) if is_ideograph(c) => {
                found += usize::from(seen == 4);
                1
            }
            (1 | 3, ' ') => seen + 1,
            (2 | 3, c) if c.is_ascii_alphanumeric() || matches!(c, '-' | '.') => 3,
            _ => 0,
        };
    }
    found > 1
}

/// Where a heading ends that a blank parts from its text. `apart`: whether foreign words are [`set_apart`].
pub(super) fn seam(piece: &str, apart: impl Fn() -> bool) -> Option<Seam> {
    let (mut rest, mut before) = (piece, ' ');
    // How many characters stand between the last blank and here, and how many brackets are open.
    let (mut word, mut open) = (0, 0_i32);
    let mut commas = 0;
    for _ in 0..REACH {
        let at = piece.len() - rest.len();
        let behind = behind_blanks(rest);
        if behind.len() < rest.len() {
            if word >= SHORTEST && open <= 0 && parts(piece.get(..at)?, before, behind, &apart) {
                return Some(Seam { at: u32::try_from(at).ok()?, worth: DEFINED, least: DEFINED });
            }
            (word, rest) = (0, behind);
        }
        let mut chars = rest.chars();
        let c = chars.next()?;
        rest = chars.as_str();
        match c {
            '，' | ',' if commas == 0 => commas = 1,
            // Two commas part three clauses of a sentence.
            _ if ends_clause(c) => return None,
            '（' | '(' | '《' | '“' | '【' => open += 1,
            '）' | ')' | '》' | '”' | '】' => open -= 1,
            _ => {}
        }
        (word, before) = (word + 1, c);
    }
    None
}

/// So many blanks side by side are a place to fill in, or part the cells of a row.
const GAP: &str = "   ";

/// Whether two such gaps stand in the sentence that a piece begins with: 租用      地块共     亩。 None of them ends a heading.
#[inline]
pub(super) fn is_filled_in(piece: &str) -> bool {
    // Few pieces have a blank near their beginning.
    let head = piece.as_bytes().get(..PARTED).unwrap_or(piece.as_bytes());
    memchr::memchr(b' ', head).is_some_and(|at| piece.get(at..).is_some_and(|rest| rest.starts_with(GAP)))
        && has_two_gaps(piece)
}

#[inline(never)]
fn has_two_gaps(piece: &str) -> bool {
    let end = piece.char_indices().nth(2 * REACH).map_or(piece.len(), |(at, _)| at);
    let near = piece.get(..end).unwrap_or(piece);
    let sentence = near.split(['。', '；', '：', '\n']).next().unwrap_or("");
    let gap = |text: &str| memchr::memmem::find(text.as_bytes(), GAP.as_bytes());
    let behind = gap(sentence).and_then(|at| sentence.get(at..)).map(|behind| behind.trim_start_matches(is_blank));
    behind.is_some_and(|behind| gap(behind.trim_end_matches(is_blank)).is_some())
}

/// What follows blanks and what is left of some.
fn behind_blanks(text: &str) -> &str {
    let mut rest = text;
    loop {
        let blanks = rest.trim_start_matches(is_blank);
        rest = blanks.get(leftover(blanks)..).unwrap_or("");
        if rest.len() == blanks.len() {
            return rest;
        }
    }
}

/// Whether a blank stands neither in a list of words nor between words and figures that belong together.
fn parts(head: &str, before: char, rest: &str, apart: impl Fn() -> bool) -> bool {
    let ends = is_ideograph(before) || matches!(before, '）' | ')' | '”' | '》' | '】');
    let mut chars = rest.chars();
    let begins = match (chars.next(), chars.next()) {
        // 不超过 20 ml, 选择 Wi-Fi 时, but 竞赛时间 2022年… and 面试 7月30日.
        (Some(c), _) if c.is_ascii_alphanumeric() => {
            let behind = rest.trim_start_matches(|c: char| c.is_ascii_alphanumeric());
            // 安装 MySQL 数据库, 完成任务 2。
            behind.starts_with(is_ideograph) || closing(head, true).0 != 0 && !apart()
        }
        // 联系人信息名 称：…
        (Some(_), Some('：' | ':')) => false,
        // 编织袋 ：一万条
        (Some(c), Some(_)) => !matches!(c, '、' | '，' | '（' | '(' | '/' | '：' | ':' | '。' | '；'),
        // 工作要求\n（一）…: what is left of a break is no part of the heading.
        _ => rest.is_empty(),
    };
    ends && begins
}

#[cfg(test)]
mod tests {
    use super::{ENDS_GAP, ends_with_gap, seam, set_apart};

    #[test]
    fn a_gap_ends_with_one_of_few_bytes() {
        for before in ["", "一", "\\", "&nbsp", "\u{a0}", "\u{3000}"] {
            for c in '\0'..='\u{ffff}' {
                let text = format!("{before}{c}");
                let last = text.as_bytes()[text.len() - 1];
                assert!(ENDS_GAP[usize::from(last)] || !ends_with_gap(text.as_bytes()), "{text:?}");
            }
        }
    }

    #[test]
    fn a_blank_ends_a_heading() {
        for (piece, heading) in [
            ("治理范围 全县道路上行驶的车辆。", Some("治理范围")),
            ("厚养薄葬，做孝老敬亲的传承者 百善孝为先。", Some("厚养薄葬，做孝老敬亲的传承者")),
            ("竞赛时间 2022年3月", Some("竞赛时间")),
            ("应急预案（5分） 须含停电、停水。", Some("应急预案（5分）")),
            ("面试 7月30日上午进行。", Some("面试")),
            ("采购人信息名 称：青河县第一中学", None),
            ("厚养薄葬<br>百善孝为先。", Some("厚养薄葬")),
            ("治理范围&nbsp;&nbsp;全县道路", Some("治理范围")),
            ("治理范围\\n全县道路", Some("治理范围")),
            ("附 则 本规定自发布之日起施行。", None),
            ("每台设备 / 三个工作日交货。", None),
            ("设计是一次训练，使学生巩固知识，补 充没有学过的。", None),
            ("用量不超过 20 ml，分两次服。", None),
            ("插上电源（交流 220 V）后启动。", None),
            ("种子应符合GB 16715的规定。", None),
            ("全年检查。 发现问题及时整改", None),
            ("编织袋 ：一万条", None),
            ("治理范围 。全县道路", None),
            ("治理范围 |全县道路", Some("治理范围")),
            ("安装 MySQL 数据库。", Some("安装")),
        ] {
            assert_eq!(seam(piece, || false).map(|seam| &piece[..seam.at as usize]), heading, "{piece}");
        }
    }

    #[test]
    fn blanks_around_foreign_words_end_no_heading_where_they_are_set_apart() {
        for (text, apart) in [
            ("安装 MySQL 数据库，打开 80 端口。", true),
            ("安装 Qwen3-8B 模型，共 2.5 小时。", true),
            ("安装 MySQL 数据库。", false),
            ("安装  MySQL 数据库，打开 80  端口。", false),
            ("面试 7月30日 地点 一中", false),
        ] {
            assert_eq!(set_apart(text), apart, "{text}");
        }
        for (piece, heading) in [
            ("安装 MySQL 数据库。", None),
            ("完成任务 2。", None),
            ("面试 7月30日上午进行。", Some("面试")),
            ("治理范围 全县道路", Some("治理范围")),
        ] {
            assert_eq!(seam(piece, || true).map(|seam| &piece[..seam.at as usize]), heading, "{piece}");
        }
    }
}
