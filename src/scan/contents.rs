//! Tables of contents: markers that repeat those of the body.
//!
//! ```text
//! 目录  第一章 总则  第二章 职责  第三章 附则      第一章 总则  第一条 …
//! [ contents: first ─────────────────── ]      the same marker with the same words again
//!
//! 第一章 总则……1  第二章 职责……3               a dot leader and a page number: needs no repetition
//! ```
//!
//! A run of markers with little text between them is a table of contents where its first marker comes
//! again with the same words behind it, or where the word 目录 stands before it and its first number
//! comes again. Without the word it also catches announcements: 本政策包括以下内容：一、…二、…. Their
//! candidates are flagged; what that is worth is one weight among others. Where the delimiter of the first
//! marker is lost in the body, the second tells.
//!
//! Done before the search, for the search could only see that lists repeat, not that their words do. Of a text with
//! very many candidates only some are here at a time: [`MOST`] before the one that is looked at, and as many behind it.

mod lists;
mod pages;

use super::bytes::{self, is_ideograph, three_before};
use super::context::{Before, has_pair, near_end};
use super::kind::Kind;
use super::{Candidate, Scan, flag};
use lists::{List, Lists, Series, Words};

/// The longest line of a table of contents, in bytes (60 characters).
const ENTRY: u32 = 180;
/// Characters compared behind two markers.
const COMPARED: usize = 12;
/// How far behind the word 目录 the contents begin, in bytes: 前言, 摘要 may come first.
const BEHIND_WORD: usize = 60;
/// As many, and so many that their pairs fill whole vectors.
const NEAR_WORD: usize = 65;
/// The fewest entries of a table of contents.
const FEWEST: usize = 2;
/// The most candidates of one table of contents: a bound on the work for each first item.
const MOST: usize = 2_000;
/// How many entries may be worded otherwise than their headings, before no more are looked for: each costs a walk.
const MISSES: usize = 3;
/// What is looked at behind a first item: the body of its table, and the place that ends it.
const AHEAD: usize = MOST + 16;

/// Comparisons allowed a text, beside one for [`BYTES_A_COMPARISON`] bytes. Real text needs one for thirty
/// bytes at most; a text made of first items and nothing else would need sixteen for each.
const COMPARISONS: usize = 4_096;
const BYTES_A_COMPARISON: usize = 8;

/// The number of a list's first and second item.
const FIRST: u32 = 1 << 6;
const SECOND: u32 = 2 << 6;

/// The search for tables of contents, which goes through a text once.
pub(crate) struct Contents {
    lists: Lists,
    /// The kinds of which a list began.
    begun: u64,
    /// The index of the next candidate, and of the first that is in no table found so far.
    next: usize,
    free: usize,
    /// How many comparisons may still be made.
    left: usize,
    /// The index of the first candidate whose head was not looked at.
    place: usize,
}

/// Flags the candidates that stand in a table of contents.
pub(crate) fn mark(text: &str, scan: &mut Scan) {
    Contents::new(text).mark(text, scan, true);
}

impl Contents {
    /// Before the first candidate of a text.
    pub(crate) fn new(text: &str) -> Self {
        let left = COMPARISONS + text.len() / BYTES_A_COMPARISON;
        Self { lists: Lists::new(), begun: 0, next: 0, free: 0, left, place: 0 }
    }

    /// Flags the candidates that stand in a table of contents, as far as those that are here say; `all`: no more follow.
    /// Returns how many of them will not be asked for again.
    #[inline(never)]
    pub(crate) fn mark(&mut self, text: &str, scan: &mut Scan, all: bool) -> usize {
        let end = if all { scan.len() } else { scan.len().saturating_sub(AHEAD) };
        self.mark_paged(text, scan);
        // Of most texts neither holds.
        let (mut named, mut told) = (false, 0_usize);
        for chapter in scan.range(self.next..end).iter().filter(|candidate| is_chapter(candidate)) {
            named |= may_be_named(chapter);
            told += usize::from(chapter.has(flag::ANNOUNCED));
        }
        if named {
            mark_named(text, scan, self.next..end);
        }
        if told > 0 {
            mark_told(scan, self.next..end, told > 1);
        }
        if self.next == 0 {
            mark_headed(text, &mut scan.candidates);
        }
        self.mark_repeated(text, scan, end);
        self.next = end;
        if all {
            return scan.candidates.len();
        }
        // The readings of one place stay together.
        let mut settled = end.saturating_sub(MOST);
        while let (Some(last), Some(next)) = (settled.checked_sub(1).and_then(|last| scan.get(last)), scan.get(settled))
            && last.start == next.start
        {
            settled -= 1;
        }
        settled.saturating_sub(scan.forgotten)
    }

    /// Flags the entries that come again in the body; looks at the candidates before `end` for one that does.
    fn mark_repeated(&mut self, text: &str, scan: &mut Scan, end: usize) {
        let mut contents: Vec<std::ops::Range<usize>> = Vec::new();
        let Self { lists, begun, free, left, .. } = self;
        for (ahead, candidate) in scan.range(self.next..end).iter().enumerate() {
            if !matches!(candidate.ord, FIRST | SECOND) {
                continue;
            }
            if *left == 0 {
                break;
            }
            let index = self.next + ahead;
            let newest = *begun & candidate.kind.bit() == 0;
            if candidate.ord == FIRST {
                *begun |= candidate.kind.bit();
            }
            // 1.3 begins no list 1. of its own: four such made the first be forgotten.
            let inside =
                || index.checked_sub(1).and_then(|at| scan.get(at)).is_some_and(|other| other.start == candidate.start);
            if index < *free || candidate.has(flag::CONTENTS) || candidate.kind == Kind::Dot && inside() {
                continue;
            }
            let second = candidate.ord == SECOND;
            let words = Words::of(text, candidate);
            let mut series = lists.of(candidate);
            let again = series.as_mut().and_then(|series| {
                series.lists_mut().iter_mut().rev().find_map(|list| {
                    let entry = if second { list.second? } else { list.first };
                    let [first_words, second_words] = list.words;
                    // Nearly all lists begin otherwise. Right behind the word 目录 the number is enough.
                    if words.differ(if second { second_words } else { first_words }) && (second || !list.headed) {
                        return None;
                    }
                    // The walk over what lies between is cheap, but not free.
                    *left = left.saturating_sub(1 + (index - entry) / 16);
                    // Where lists of the style began before, the word must stand before the first.
                    let at = list.at;
                    let mut announced = || *list.announced.get_or_insert_with(|| announced(text, at));
                    let may = list.newest || !second && (list.headed || announced());
                    (may && *left > 0 && repeats(text, scan, list, entry, index)).then_some(list.first)
                })
            });
            match again {
                Some(first) => {
                    contents.push(first..if second { run(scan, first, index) } else { index });
                    *free = index + 1;
                    lists.clear();
                }
                None if second => {
                    if let Some(list) = series.and_then(Series::latest).filter(|list| list.second.is_none()) {
                        list.second = Some(index);
                        list.words[1] = words;
                    }
                }
                None => {
                    let headed = is_headed(text, candidate);
                    let words = [words; 2];
                    lists.push(
                        candidate,
                        List {
                            first: index,
                            at: candidate.start,
                            second: None,
                            words,
                            newest,
                            headed,
                            announced: None,
                        },
                    );
                }
            }
        }
        for range in contents {
            let (first, end) = (scan.get(range.start).map(|first| first.kind), range.end);
            flag(scan.range_mut(range));
            begin_body(scan.range_mut(end..end + 1), first);
        }
    }
}

/// The three bytes before a place and a line break there, if an ideograph, 。 or ； stands there, as it does before most
/// candidates; else 0.
#[inline]
fn word_before(text: &[u8], at: usize) -> u32 {
    let mut last = three_before(text, at);
    if (last >> 16) as u8 == b'\n' {
        last = three_before(text, at - 1);
    }
    if is_ideograph(last) || last == bytes::of("。") || last == bytes::of("；") { last } else { 0 }
}

/// What stands before as a set of one.
const fn bit(before: Before) -> u32 {
    1 << before as u8
}

/// Flags candidates as part of a table of contents.
fn flag(candidates: &mut [Candidate]) {
    for candidate in candidates {
        candidate.flags |= flag::CONTENTS;
    }
}

/// The first number of the body, of a kind with the `first` of the table that ends before it, begins like one behind a stop: 目录一、前言
/// 二、价格策略｜一、前言….
fn begin_body(candidates: &mut [Candidate], first: Option<Kind>) {
    for candidate in candidates {
        if candidate.ord == FIRST && Some(candidate.kind) == first && candidate.before == Before::Word {
            candidate.before = Before::Stop;
        }
    }
}

/// Whether a candidate is a chapter, or a part of the kind.
fn is_chapter(candidate: &Candidate) -> bool {
    candidate.kind <= Kind::JieArabic
}

/// Whether two candidates may be numbers of one list.
fn alike(one: &Candidate, other: &Candidate) -> bool {
    one.kind == other.kind && one.prefix == other.prefix
}

/// How many candidates of a text may follow the word 目录: contents stand at its head.
const HEAD: usize = 48;

/// Flags the run of short entries right behind the word 目录 where the body numbers its headings otherwise, so
/// that no marker comes again: the words of the first entry do, or the entries end with a long one.
fn mark_headed(text: &str, candidates: &mut [Candidate]) {
    let heads = |candidate: &Candidate| is_headed(text, candidate) || is_told(text, candidate);
    let Some(first) = candidates.get(..HEAD).unwrap_or(candidates).iter().position(heads) else { return };
    let Some(one) = candidates.get(first).copied() else { return };
    let (mut end, mut last, mut entries) = (first, one, 0);
    let mut again = is_headed(text, &one);
    for (index, candidate) in candidates.iter().enumerate().skip(first + 1) {
        if candidate.start == last.start {
            continue;
        }
        if candidate.start.saturating_sub(last.end) > ENTRY {
            // The entry before the gap is the body's first, or the contents' last.
            end = if last.ord == FIRST { end } else { index };
            break;
        }
        if alike(candidate, &one) && candidate.ord == one.ord {
            // Those that begin at one are found with the rest; an excerpt may begin with 第三篇, in its contents as well.
            let excerpt = one.ord > SECOND && again;
            if !excerpt || !same_words(text, candidates.get(first..).unwrap_or(&[]), candidate.end) {
                return;
            }
            end = index;
            break;
        }
        if candidate.ord == FIRST && same_words(text, candidates.get(first..).unwrap_or(&[]), candidate.end) {
            (end, again) = (index, true);
            break;
        }
        // An excerpt goes on with a later entry: 第一节 提示 2 … 第四节 治理 38 第三节 讨论.
        if alike(candidate, &last) && candidate.ord < last.ord && again {
            let entries = candidates.get(first..index).unwrap_or(&[]);
            let entry = entries.iter().position(|entry| alike(entry, candidate) && entry.ord == candidate.ord);
            if entry.is_some_and(|at| same_words(text, entries.get(at..).unwrap_or(&[]), candidate.end)) {
                end = index;
                break;
            }
        }
        entries += 1;
        (last, end) = (*candidate, index);
    }
    if entries > FEWEST && again {
        let run = candidates.get_mut(first..end).unwrap_or(&mut []);
        // Where pages tell the first entry, they tell the last as well.
        let paged = run.iter().rposition(|entry| entry.has(flag::CONTENTS)).filter(|_| one.has(flag::CONTENTS));
        flag(run.get_mut(..paged.map_or(run.len(), |last| last + 1)).unwrap_or(&mut []));
    }
}

/// The longest sentence about a chapter, in bytes.
const SENTENCE: u32 = 120 * 3;
/// The longest name of a chapter in a list of chapters, in bytes (20 characters), and the fewest of them.
const NAME: u32 = 60;
const NAMES: usize = 3;

/// Flags chapters that a sentence lists: 由下列文件组成：第一章 公告 第二章 须知 第三章 合同; on lines of their own behind
/// that word only. `firsts`: the candidates that may be the first.
fn mark_named(text: &str, scan: &mut Scan, firsts: std::ops::Range<usize>) {
    let announced = |candidate: &Candidate| {
        is_chapter(candidate)
            && may_be_named(candidate)
            && (candidate.before == Before::Colon || is_made_up_of(text.get(..candidate.start as usize).unwrap_or("")))
    };
    let mut next = firsts.start;
    while let Some(ahead) = scan.range(next..firsts.end).iter().position(announced) {
        let first = next + ahead;
        let mut end = first + 1;
        while let (Some(last), Some(next)) = (scan.get(end - 1), scan.get(end)) {
            if next.kind != last.kind || next.ord != last.ord + FIRST || next.start - last.end > NAME {
                break;
            }
            end += 1;
        }
        if end - first >= NAMES {
            flag(scan.range_mut(first..end));
        }
        next = first + 1;
    }
}

/// Whether a chapter may be the first of those that a sentence lists.
fn may_be_named(chapter: &Candidate) -> bool {
    chapter.ord == FIRST && matches!(chapter.before, Before::Colon | Before::ColonLine)
}

/// Flags chapters of which a sentence speaks that speaks of the one before or behind: 第2节综述文献，第3节介绍方法，第4节总结.
/// `several`: a sentence speaks of more than one.
fn mark_told(scan: &mut Scan, places: std::ops::Range<usize>, several: bool) {
    let told = |candidate: &Candidate| is_chapter(candidate) && candidate.has(flag::ANNOUNCED);
    let goes_on = |one: &Candidate, next: &Candidate| {
        let clause =
            matches!(next.before, Before::Comma | Before::Semi) && next.start - one.end.min(next.start) <= NAME;
        // Where several are spoken of, a sentence each: 第一章、绪论，介绍了背景。⏎第二章、技术，通过….
        let sentence = || {
            matches!(next.before, Before::Stop | Before::Line)
                && next.start - one.end.min(next.start) <= SENTENCE
                && next.stops - one.stops.min(next.stops) <= 2
        };
        next.kind == one.kind && next.ord == one.ord + FIRST && (clause || several && sentence())
    };
    // Once from the first to the last, once back.
    for forth in [true, false] {
        for step in places.start + 1..places.end {
            let next = if forth { step } else { places.start + places.end - step };
            let (Some(one), Some(other)) = (scan.get(next - 1), scan.get(next)) else { continue };
            let (from, to) = if forth { (one, next) } else { (other, next - 1) };
            if told(from)
                && goes_on(one, other)
                && let Some(told) = scan.range_mut(to..to + 1).first_mut()
            {
                told.flags |= flag::ANNOUNCED;
            }
        }
    }
}

/// Whether a text ends with the word by which a sentence says what something is made up of, and a colon.
fn is_made_up_of(head: &str) -> bool {
    let head = head.trim_end_matches(|c: char| super::marker::is_blank(c) || matches!(c, '\n' | '\r'));
    let head = head.trim_end_matches(['：', ':']);
    head.ends_with("组成") || head.ends_with("組成")
}

/// Where the run of entries that begins at `first` ends: as long as numbers of its style go on by one.
fn run(scan: &Scan, first: usize, before: usize) -> usize {
    let Some(one) = scan.get(first) else { return first };
    let (mut last, mut ord) = (first, one.ord);
    for (index, candidate) in (first + 1..before).zip(scan.range(first + 1..before)) {
        if candidate.kind == one.kind && candidate.prefix == one.prefix && candidate.ord == ord + FIRST {
            (last, ord) = (index, candidate.ord);
        }
    }
    last + 1
}

/// Whether the candidates from the first of `list` on are a table of contents whose `entry` (its first or second)
/// comes again at `again`.
#[inline(never)]
fn repeats(text: &str, scan: &Scan, list: &List, entry: usize, again: usize) -> bool {
    let &List { first, at, newest, headed, .. } = list;
    let (Some(one), Some(other)) = (scan.get(entry), scan.get(again)) else { return false };
    if one.start == other.start || again - first > MOST {
        return false;
    }
    let same = same_words(text, scan.range(entry..usize::MAX), other.end);
    // Right behind the word 目录 the number is enough: headings are shortened in contents.
    let named = headed && entry == first;
    if !same && !named {
        return false;
    }
    let said = announced(text, at);
    let between = scan.range(first..again);
    let (mut long, mut entries) = (0, 0);
    for (place, next) in between.iter().zip(between.iter().skip(1).chain([other])) {
        if next.start != place.start {
            entries += 1;
            // An entry is a heading and no sentence, whatever announces it.
            let sentence = !said && next.stops - place.stops.min(next.stops) > 1;
            long += usize::from(next.start - place.end.min(next.start) > ENTRY || sentence);
        }
    }
    if !same {
        return entries > FEWEST && long == 0 && run(scan, first, again) > first + FEWEST;
    }
    // The last entry may be followed by the end of the front matter.
    entries >= FEWEST
        && (long <= 1 + entries / 10 || entry != first)
        && (entry == first && said || newest && goes_on(text, scan, entry, again))
}

/// Whether the word 目录 stands before the first entry.
#[inline(always)]
fn announced(text: &str, at: u32) -> bool {
    let head = text.get(..at as usize).unwrap_or("");
    // Asked of most first items: few have 目 E7 9B AE near, and to see that side by side takes 60 instructions
    // instead of 300. 直 and 相 begin like it.
    if let Some(near) = head.as_bytes().last_chunk::<NEAR_WORD>()
        && !has_pair(near, [0x9B, 0xAE])
    {
        return false;
    }
    let near = near_end(head, BEHIND_WORD);
    near.match_indices('目').any(|(at, _)| {
        let behind = near.get(at + '目'.len_utf8()..).unwrap_or("");
        ["录", " 录", "\u{3000}录", "  录", "錄", "次"].iter().any(|word| behind.starts_with(word))
    })
}

/// Whether a first entry stands behind a sentence that says that the contents follow: 本政策将帮助您了解以下内容：1.….
fn is_told(text: &str, candidate: &Candidate) -> bool {
    const SAID: [&str; 3] = ["以下内容", "下列内容", "以下部分"];
    if candidate.ord != FIRST || !matches!(candidate.before, Before::Colon | Before::ColonLine) {
        return false;
    }
    let head = text.get(..candidate.start as usize).unwrap_or("").trim_end().trim_end_matches(['：', ':']);
    SAID.iter().any(|words| head.ends_with(words))
}

/// Whether the word 目录 stands right before a candidate, as a heading.
#[inline(always)]
fn is_headed(text: &str, candidate: &Candidate) -> bool {
    const MAY: u32 = bit(Before::Word)
        | bit(Before::Indent)
        | bit(Before::Line)
        | bit(Before::ColonLine)
        | bit(Before::Colon)
        | bit(Before::Other);
    const LU: u32 = bytes::of("录");
    const OLD_LU: u32 = bytes::of("錄");
    const CI: u32 = bytes::of("次");
    // Behind another sign it cannot, nor behind another word: this is asked of every first item.
    if MAY & bit(candidate.before) == 0 {
        return false;
    }
    let mut at = candidate.start as usize;
    // Most of what ends with a colon announces something else.
    if matches!(candidate.before, Before::Colon | Before::ColonLine) {
        let end = at - usize::from(matches!(text.as_bytes().get(..at), Some([.., b'\n'])));
        at = if three_before(text.as_bytes(), end) == bytes::of("：") { end - 3 } else { at };
    }
    matches!(word_before(text.as_bytes(), at), 0 | LU | OLD_LU | CI) && headed(text.get(..at).unwrap_or(""))
}

/// Whether a text ends with the word 目录 as a heading.
#[inline(never)]
fn headed(head: &str) -> bool {
    let head = near_end(head, BEHIND_WORD).trim_ascii_end();
    if word_before(head.as_bytes(), head.len()) != 0 && !head.ends_with(['录', '錄', '次']) {
        return false;
    }
    let head = head.trim_end_matches(|c: char| super::marker::is_blank(c) || matches!(c, '\n' | '\r' | '：'));
    let head = head.strip_suffix(['录', '錄', '次']).unwrap_or("").trim_end_matches(super::marker::is_blank);
    let Some(before) = head.strip_suffix('目') else { return false };
    // 证 据 目 录: the characters before are parted as well.
    let mut back = before.chars().rev().skip_while(|&c| super::marker::is_blank(c));
    let parted = before.ends_with(super::marker::is_blank)
        && back.next().is_some_and(super::ideograph::is_ideograph)
        && back.next().is_some_and(super::marker::is_blank);
    // Not: 列入下列目录：. A figure ends the line before: 公告编号：2025-016目录.
    !parted
        && before
            .chars()
            .next_back()
            .is_none_or(|c| matches!(c, '\n' | '\r' | '。' | '》' | '）' | '0'..='9') || super::marker::is_blank(c))
}

/// Whether the further entries of the first's style come again as well, most of them with more text behind
/// them: two lists of an article may begin alike, but not go on alike, and a list repeated word for word has
/// no more text the second time.
fn goes_on(text: &str, scan: &Scan, first: usize, again: usize) -> bool {
    let (Some(one), Some(other)) = (scan.get(first), scan.get(again)) else { return false };
    let (listed, entries) = (scan.range(first..usize::MAX), scan.range(first + 1..again));
    // Where the first comes a third time these are lists that begin alike: what they share counts once.
    let third = |candidate: &&Candidate| {
        (candidate.kind, candidate.ord, candidate.prefix) != (one.kind, one.ord, one.prefix)
            || !same_words(text, listed, candidate.end)
    };
    let mut later = scan.range(again + 1..again + 1 + MOST).iter().take_while(third);
    let (mut found, mut all, mut longer, mut misses) = (0, 0, 0, MISSES);
    let (mut from, mut ord, mut there) = (one.start, one.ord, other.start);
    for (offset, entry) in entries.iter().enumerate() {
        // Only the entries of one list: numbers that go on.
        if entry.kind != one.kind || entry.prefix != one.prefix || entry.ord != ord + FIRST {
            continue;
        }
        all += 1;
        let length = entry.start - from;
        (ord, from) = (entry.ord, entry.start);
        let same = |candidate: &&Candidate| {
            candidate.kind == entry.kind
                && candidate.ord == entry.ord
                && same_words(text, listed.get(1 + offset..).unwrap_or(&[]), candidate.end)
        };
        // An entry may be worded otherwise than its heading: the next is looked for from the same place.
        let mut ahead = later.clone();
        if let Some(repeated) = ahead.find(same) {
            later = ahead;
            found += 1;
            longer += usize::from(repeated.start - there >= 2 * length);
            there = repeated.start;
        } else if misses == 0 {
            break;
        } else {
            misses -= 1;
        }
    }
    // Most of them, or the first ones: the end of a body may be cut off, and then nearly all that is left is longer
    // than its entry. Entries are looked for in order, so those found are the first ones.
    found >= FEWEST && (found * 4 >= all * 3 && longer * 2 >= found || longer * 4 >= found * 3)
}

/// Whether the words of an entry (at least two characters) are those that another place begins with. `entries`: the
/// entry and what follows.
fn same_words(text: &str, entries: &[Candidate], place: u32) -> bool {
    let Some(end) = entries.first().map(|entry| entry.end) else { return false };
    // Mostly the first ideographs differ: this is asked of every first item.
    if let (Some(one), Some(other)) = (ideograph_at(text, end), ideograph_at(text, place))
        && one != other
    {
        return false;
    }
    // Without line breaks the next entry follows at once.
    let next = entries.iter().map(|next| next.start).find(|&next| next >= end).unwrap_or(text.len() as u32);
    let (mut here, mut there) =
        (text.get(end as usize..next as usize).unwrap_or(""), text.get(place as usize..).unwrap_or(""));
    // Most words are ideographs on both sides: these are compared without decoding.
    let mut count = 0;
    while count < COMPARED
        && let (Some(one), Some(other)) = (first_ideograph(here), first_ideograph(there))
    {
        // The words of an entry end before 第.
        if one == *"第".as_bytes() {
            return count >= 2;
        }
        if one != other {
            return false;
        }
        (here, there) = (here.get(3..).unwrap_or(""), there.get(3..).unwrap_or(""));
        count += 1;
    }
    let mut there = words(there, COMPARED - count);
    for c in words(here, COMPARED - count) {
        if there.next() != Some(c) {
            return false;
        }
        count += 1;
    }
    count >= 2
}

/// The bytes of the ideograph at a place, if one stands there.
fn ideograph_at(text: &str, at: u32) -> Option<[u8; 3]> {
    let there = text.as_bytes().get(at as usize..)?.first_chunk().copied();
    there.filter(|first| matches!(first, [0xE4..=0xE9, _, _]))
}

/// The bytes of the ideograph that a text begins with, if it does.
fn first_ideograph(text: &str) -> Option<[u8; 3]> {
    text.as_bytes().first_chunk().copied().filter(|first| matches!(first, [0xE4..=0xE9, _, _]))
}

/// The first `most` characters of the words behind a marker, blanks left out, up to a stop or a dot leader.
fn words(rest: &str, most: usize) -> impl Iterator<Item = char> + '_ {
    rest.chars()
        .filter(|&c| !super::marker::is_blank(c))
        .take_while(|&c| {
            !matches!(c, '\n' | '\r' | '。' | '；' | ';' | '…' | '.' | '·' | '•' | '0'..='9' | '第' | '（' | '(')
        })
        .take(most)
}

#[cfg(test)]
mod tests {
    use super::{headed, is_headed};
    use crate::scan::context::Before;
    use crate::scan::{Candidate, Scan, scan};

    #[test]
    fn a_heading_is_told_by_the_ideograph_before_it() {
        const PIECES: [&str; 12] = ["目录", "目 录", "目次", "录", "容", "：", ":", "\n", " ", "\u{3000}", "。", "》"];
        let mut found = Scan::default();
        scan("1.目标", &mut found);
        let mut seen = [0; 2];
        for pieces in 0..PIECES.len().pow(4) {
            let piece = |at: u32| PIECES[pieces / PIECES.len().pow(at) % PIECES.len()];
            let head = [piece(0), piece(1), piece(2), piece(3)].concat();
            let text = format!("{head}1.目标");
            for before in [Before::Word, Before::Line, Before::Colon, Before::ColonLine, Before::Other] {
                let candidate = Candidate { start: head.len() as u32, before, ..found.candidates[0] };
                let expected = headed(&head);
                assert_eq!(is_headed(&text, &candidate), expected, "{head:?} {before:?}");
                seen[usize::from(expected)] += 1;
            }
        }
        assert!(seen[0] > 1_000 && seen[1] > 1_000, "{seen:?}");
    }
}
