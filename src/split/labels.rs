//! Labels: the words before a colon that name what follows.
//!
//! ```text
//! 一、参加对象：全体教师。                      few words: a heading by themselves
//! 二、响应文件的递交截止时间及地点：县城。       … or more, among labels
//! 三、招标文件领取期限：3月1日至5日。           one word, in which no heading ends
//! （一）监测费。用于购置设备。                  in an article also a short sentence or line
//! ```

use super::phrases;
use super::seam_weights;
use super::sentence::{SEMICOLON, content_end, is_time, sign_at};
use super::{Facts, LABEL, LONGEST, SIMPLE, Shape, trim};
use crate::Span;
use crate::gap::{BULLETS, is_blank};
use crate::scan::bytes::{four, three};
use crate::scan::ideograph::is_ideograph;

/// The longest word behind a bracket in a label, in characters.
const WORD: usize = 3;

/// Whether the words before a colon are few enough for a heading; what a bracket adds does not count:
/// `初评（11月11日至20日）：`, `专家（采购人代表）名单：`.
pub(super) fn is_label(before: &str) -> bool {
    // Most are words without a sign.
    if let (characters, []) = before.as_bytes().as_chunks::<3>()
        && characters.len() <= LABEL
        && characters.iter().all(|character| matches!(character, [0xE4..=0xE9, ..]))
    {
        return characters.len() >= 2;
    }
    // Characters before a bracket, and behind one.
    let (mut words, mut more) = (0, 0);
    let mut part = Part::Words;
    for (index, c) in before.chars().enumerate() {
        // A line of a gigabyte may be full of colons.
        if index == LABEL + SIMPLE {
            return false;
        }
        part = match (part, c) {
            (Part::Words, '（' | '(') => Part::Bracket,
            (Part::Bracket | Part::Closed, '）' | ')') => Part::Closed,
            (Part::Bracket, _) => Part::Bracket,
            (_, '，' | ',' | '“' | '《') => return false,
            (Part::Words, _) => Part::Words,
            (Part::Closed | Part::More, _) => Part::More,
        };
        words += usize::from(part == Part::Words);
        more += usize::from(part == Part::More);
    }
    // A bracket that is not closed goes on behind the colon, and behind a closed one stands a word at most. One character
    // asks or answers: 问：…, 答：….
    part != Part::Bracket && more <= WORD && (2..=LABEL).contains(&(words + more))
}

/// The longest of those that are a heading only among labels, in characters.
const LONG_LABEL: usize = 30;

/// Whether words that are too long for a label name what follows behind their colon: 响应文件的递交截止时间及地点：. They end with a
/// word that closes headings, and no clause stands in them.
pub(super) fn is_long_label(before: &str) -> bool {
    before.chars().nth(LONG_LABEL).is_none()
        && !before.contains(['，', ',', '“', '《', '。', '：', ':'])
        && !before.contains(BULLETS)
        && seam_weights::closing(before, true).0 != 0
        && !["下列", "以下", "如下", "所称"].iter().any(|word| before.contains(word))
}

/// How far behind a label the next colon is looked for, and the longest last word of a label, in characters.
const NEXT_FIELD: usize = 80;
const LAST_WORD: usize = 4;

/// Whether what stands between a place in a label and its colon is the last word of the label, and no field below a heading:
/// 招标文件｜领取期限：3月1日至5日。, but not 联系方式｜联系电话：…, nor where another field follows. It closes headings.
pub(super) fn ends_label(text: &str, facts: &Facts, place: u32) -> bool {
    let (start, Span { end, .. }) = (facts.whole.start + place, facts.heading);
    if facts.shape != Shape::Label || start >= end {
        return false;
    }
    let head = text.get(facts.whole.start as usize..start as usize).unwrap_or("");
    let rest = text.get(start as usize..facts.whole.end as usize).unwrap_or("");
    let (word, behind) = rest.split_at_checked((end - start) as usize).unwrap_or_default();
    let near = behind.char_indices().nth(NEXT_FIELD).map_or(behind, |(at, _)| behind.get(..at).unwrap_or(""));
    word.chars().nth(LAST_WORD).is_none()
        && word.chars().all(is_ideograph)
        && (seam_weights::closing_word(word) != 0 || phrases::names_field(word))
        && !head.ends_with(word)
        && !phrases::is_whole_field(word)
        && !near.chars().skip(1).any(|c| matches!(c, '：' | ':'))
}

/// Where the walk over a label is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Part {
    Words,
    Bracket,
    /// Right behind a bracket.
    Closed,
    More,
}

/// Whether a label names what follows it and says nothing of it.
pub(super) fn is_name(label: &str) -> bool {
    is_label(label)
        && (!label.ends_with(['是', '为', '為', '有', '指', '含', '括'])
            || label.ends_with("行为")
            || label.ends_with("行為"))
        && !["下列", "以下", "如下", "所称"].iter().any(|word| label.contains(word))
}

/// How many characters longer a line is than the one before it that was not broken there.
const LONGER: usize = 8;

/// Whether [`label_of_entry`] may find one: the first stop of most entries is ；.
#[inline]
pub(super) fn may_have_label(text: &str, stops: &[u32]) -> bool {
    stops.first().is_some_and(|&stop| three(four(text.as_bytes(), stop as usize)) != SEMICOLON)
}

/// The label of an entry of an article without a heading or of a list inside a sentence: its first stop is a colon; of an
/// article also a short first sentence, or a short line before a longer one.
pub(super) fn label_of_entry(text: &str, stops: &[u32], facts: &mut Facts) {
    let whole = facts.whole;
    let Some(&stop) = stops.first().filter(|&&stop| whole.start < stop && stop < whole.end) else { return };
    let Some(sign @ ('：' | ':' | '。' | '\n')) = sign_at(text, stop) else { return };
    let behind = stop + sign.len_utf8() as u32;
    let goes_on = || text.get(behind as usize..).is_some_and(|rest| !rest.starts_with(['\n', '\r']));
    let parts = match sign {
        '：' => facts.has_children || goes_on(),
        // （一）警监:一级、二级；is a name and its value, as statutes have them: an entry.
        ':' => (facts.inline || is_said(text, behind, whole.end)) && goes_on() && !is_time(text, stop, behind),
        // （一）个人会员⏎具有中级以上职称的人员。
        '\n' => !facts.inline && is_before_longer(text, Span::new(whole.start, stop), whole.end),
        // （一）监测费。用于购置设备。
        _ => !facts.inline && goes_on() && content_end(text, whole) > behind,
    };
    let before = trim(text, Span::new(whole.start, stop));
    if parts && is_label(before.of(text).unwrap_or("")) {
        facts.shape = Shape::EntryLabel;
        facts.heading = before;
        facts.behind = behind;
    }
}

/// Whether what stands behind the colon of a label is more than a list of words.
fn is_said(text: &str, from: u32, to: u32) -> bool {
    text.get(from as usize..to as usize).is_some_and(|value| value.contains(['，', '。']))
}

/// Whether the line behind another is longer, as it is not where a line of some width was broken.
fn is_before_longer(text: &str, line: Span, end: u32) -> bool {
    let behind = text.get(line.end as usize..end as usize).unwrap_or("");
    let next = behind.trim_start_matches(|c| is_blank(c) || matches!(c, '\n' | '\r')).lines().next().unwrap_or("");
    let characters = line.of(text).map_or(0, |line| line.chars().take(LONGEST).count());
    next.chars().nth(characters + LONGER).is_some()
}
