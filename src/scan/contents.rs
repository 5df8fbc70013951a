//! Tables of contents: markers that repeat those of the body.
//!
//! ```text
//! 目录  第一章 总则  第二章 职责  第三章 附则      第一章 总则  第一条 …
//! [ contents: first ─────────────────── ]      the same marker with the same words again
//! ```
//!
//! A run of markers with little text between them is a table of contents where its first marker comes
//! again with the same words behind it, or where the word 目录 stands before it and its first number
//! comes again. Without the word it also catches announcements: 本政策包括以下内容：一、…二、…. Their
//! candidates are flagged; what that is worth is one weight among others.
//!
//! Done before the search, for the search could only see that lists repeat, not that their words do.

use super::{Candidate, Scan, flag};

/// The longest line of a table of contents, in bytes (60 characters).
const ENTRY: u32 = 180;
/// Characters compared behind two markers.
const COMPARED: usize = 12;
/// How many first items of one style are remembered: contents stand near what they repeat.
const REMEMBERED: usize = 4;
/// How far behind the word 目录 the contents begin, in bytes.
const BEHIND_WORD: usize = 40;
/// The fewest entries of a table of contents.
const FEWEST: usize = 2;
/// The most candidates of one table of contents: a bound on the work for each first item.
const MOST: usize = 2_000;

/// Comparisons allowed a text, beside one for [`BYTES_A_COMPARISON`] bytes. Real text needs one for thirty
/// bytes at most; a text made of first items and nothing else would need sixteen for each.
const COMPARISONS: usize = 4_096;
const BYTES_A_COMPARISON: usize = 8;

/// Flags the candidates that stand in a table of contents.
pub(crate) fn mark(text: &str, scan: &mut Scan) {
    let mut firsts: Vec<usize> = Vec::with_capacity(REMEMBERED * 4);
    let mut contents: Vec<std::ops::Range<usize>> = Vec::new();
    let mut free = 0;
    let mut left = COMPARISONS + text.len() / BYTES_A_COMPARISON;
    for index in 0..scan.candidates.len() {
        let Some(candidate) = scan.candidates.get(index) else { break };
        if candidate.ord != 1 << 6 || index < free {
            continue;
        }
        let again = firsts.iter().rev().copied().find(|&first| {
            // The walk over what lies between is cheap, but not free.
            left = left.saturating_sub(1 + (index - first) / 16);
            left > 0 && repeats(text, scan, first, index)
        });
        match again {
            Some(first) => {
                contents.push(first..index);
                free = index + 1;
                firsts.clear();
            }
            None => {
                if firsts.len() == REMEMBERED * 4 {
                    firsts.remove(0);
                }
                firsts.push(index);
            }
        }
    }
    for range in contents {
        for candidate in scan.candidates.get_mut(range).unwrap_or(&mut []) {
            candidate.flags |= flag::CONTENTS;
        }
    }
}

/// Whether the candidates from `first` to `again` are a table of contents that the latter begins to repeat.
fn repeats(text: &str, scan: &Scan, first: usize, again: usize) -> bool {
    let (Some(one), Some(other)) = (scan.candidates.get(first), scan.candidates.get(again)) else { return false };
    if one.kind != other.kind || one.prefix != other.prefix || one.start == other.start || again - first > MOST {
        return false;
    }
    if !same_words(text, one.end, other.end) {
        return false;
    }
    let between = scan.candidates.get(first..again).unwrap_or(&[]);
    let (mut long, mut entries) = (0, 0);
    for (place, next) in between.iter().zip(between.iter().skip(1).chain([other])) {
        if next.start != place.start {
            entries += 1;
            long += usize::from(next.start - place.end.min(next.start) > ENTRY);
        }
    }
    // The last entry may be followed by the end of the front matter.
    entries >= FEWEST
        && long <= 1 + entries / 10
        && (announced(text, one.start) || newest(scan, first) && goes_on(text, scan, first, again))
}

/// Whether no list of this style began before: the lists of a statute's articles often begin alike.
fn newest(scan: &Scan, first: usize) -> bool {
    let kind = scan.candidates.get(first).map(|candidate| candidate.kind);
    let before = scan.candidates.get(..first).unwrap_or(&[]);
    !before.iter().any(|other| Some(other.kind) == kind && other.ord == 1 << 6)
}

/// Whether the word 目录 stands before the first entry.
fn announced(text: &str, at: u32) -> bool {
    let head = text.get(..at as usize).unwrap_or("");
    let mut from = head.len().saturating_sub(BEHIND_WORD);
    while !head.is_char_boundary(from) {
        from += 1;
    }
    let near = head.get(from..).unwrap_or("");
    ["目录", "目 录", "目\u{3000}录", "目  录", "目錄", "目次"].iter().any(|word| near.contains(word))
}

/// Whether the further entries of the first's style come again as well, with more text between them: two
/// lists of an article may begin alike, but not go on alike.
fn goes_on(text: &str, scan: &Scan, first: usize, again: usize) -> bool {
    let (Some(one), Some(other)) = (scan.candidates.get(first), scan.candidates.get(again)) else { return false };
    let entries = scan.candidates.get(first + 1..again).unwrap_or(&[]).iter().filter(|entry| entry.kind == one.kind);
    let mut later = scan.candidates.get(again + 1..).unwrap_or(&[]).iter().take(MOST);
    let (mut found, mut all, mut length, mut spread) = (0, 0, 0, 0);
    for entry in entries {
        all += 1;
        let same = |candidate: &&Candidate| {
            candidate.kind == entry.kind && candidate.ord == entry.ord && same_words(text, entry.end, candidate.end)
        };
        if let Some(repeated) = later.find(same) {
            found += 1;
            length = entry.start - one.start;
            spread = repeated.start - other.start;
        }
    }
    found >= FEWEST && found * 4 >= all * 3 && spread >= 2 * length
}

/// Whether the words of an entry (at least two characters) are those that another place begins with.
fn same_words(text: &str, entry: u32, place: u32) -> bool {
    let mut there = words(text, place);
    let mut count = 0;
    for c in words(text, entry) {
        if there.next() != Some(c) {
            return false;
        }
        count += 1;
    }
    count >= 2
}

/// The first words behind a marker, blanks left out, up to a stop or a dot leader.
fn words(text: &str, at: u32) -> impl Iterator<Item = char> + '_ {
    let rest = text.get(at as usize..).unwrap_or("");
    rest.chars()
        .filter(|&c| !super::marker::is_blank(c))
        .take_while(|&c| {
            !matches!(c, '\n' | '\r' | '。' | '；' | ';' | '…' | '.' | '·' | '0'..='9' | '第' | '（' | '(')
        })
        .take(COMPARED)
}
