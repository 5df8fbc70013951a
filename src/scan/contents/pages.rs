//! Entries of a table of contents that are told by their pages.
//!
//! ```text
//! 第一章 总则……1  第二章 职责……3      a leader and a page number before the next entry
//! 1引言⇥2⏎1.1编写目的⇥2⏎1.2背景⇥3       tabs and pages that go up, five times at least
//! 目录⏎第一章 总则⏎1⏎第二章 职责⏎3        pages on lines of their own, likewise, and behind the word 目录
//! 1.用车登记 1⏎2.宿舍分配 2⏎3.食堂就餐 2⏎1.用车登记⏎…       blanks and pages that go up, and the first entry again behind them
//! ```

use std::ops::Range;

use super::super::context::Before;
use super::super::figures::LONGEST_PAGE;
use super::super::marker::{Delim, is_blank};
use super::super::{Candidate, Scan};
use super::{Contents, ENTRY, bit, flag, headed, is_chapter, same_words, word_before};
use crate::gap;

/// The fewest dots of a leader, and the most characters of a leader and its page number looked at.
const LEADER: usize = 3;
const LEADER_REACH: usize = 12;
/// No fewer bytes, and as many as a vector has.
const NEAR: usize = 16;
/// What a deep indent ends with, and the most bytes looked back over where there is one.
const INDENTS: [&str; 2] = ["    ", "\t\t"];
const INDENTED: usize = 64;
/// The fewest entries of a table of contents whose leaders are tabs or line breaks.
const FEWEST_PARTED: usize = 5;
/// The same where the first entry comes again right behind the last.
const FEWEST_REPEATED: usize = 3;

impl Contents {
    /// Flags the entries that a dot leader and a page number end, and page numbers read as markers.
    pub(super) fn mark_paged(&mut self, text: &str, scan: &mut Scan) {
        // Behind a word or one of these signs no leader ends, and there most candidates stand.
        const NEVER: u32 = bit(Before::Word)
            | bit(Before::Start)
            | bit(Before::Semi)
            | bit(Before::Colon)
            | bit(Before::Comma)
            | bit(Before::Dun);
        let mut contents: Vec<Range<usize>> = Vec::new();
        let mut parted = Parted::default();
        for (ahead, &Candidate { start, end, before, delim, .. }) in
            scan.range(self.place..usize::MAX).iter().enumerate()
        {
            if NEVER & bit(before) != 0 {
                continue;
            }
            let index = self.place + ahead;
            let paged = paged(text, start as usize);
            if matches!(paged, Paged::No) {
                continue;
            }
            // The readings of one place stand side by side.
            let at = |index: usize| scan.get(index).map(|candidate| candidate.start);
            let place = place_before(scan, index + 1);
            let mut entry = place_before(scan, place)..place;
            // The digits of the page are read as a marker where no line ends behind them: 概述⇥2第二章.
            if scan.get(entry.start).is_some_and(|first| is_number(text, first.start, start)) {
                entry.start = place_before(scan, entry.start);
            }
            if scan.get(entry.start).is_some_and(|first| is_text(text, first.end, start)) {
                continue;
            }
            match paged {
                Paged::Behind(sign, page) => {
                    parted.push(text, scan, Entry { entry, next: index, page, sign }, &mut contents)
                }
                Paged::Entry => {
                    contents.push(entry);
                    // Behind the last entry no other tells.
                    if has_page(text, end as usize) {
                        contents.push(index..place_behind(scan, index));
                    }
                }
                // The digits at hand are the page number, where no sign closes them: 其他……1.报送.
                _ if delim == Delim::None && text.as_bytes().get(start as usize).is_some_and(u8::is_ascii_digit) => {
                    let next = (index..).find(|&next| at(next) != Some(start)).unwrap_or(index);
                    contents.push(entry.start..next);
                }
                _ => {}
            }
        }
        parted.end(text, scan, &mut contents);
        self.place = scan.len();
        for range in contents {
            flag(scan.range_mut(range));
        }
    }
}

/// What stands before the page of an entry, where no leader does.
#[derive(Clone, Copy, PartialEq, Eq, Default)]
enum Sign {
    #[default]
    Tab,
    Blank,
    /// The page stands on a line of its own.
    Line,
}

/// An entry whose page stands behind such a sign.
struct Entry {
    /// Its candidates, and the first behind its page.
    entry: Range<usize>,
    next: usize,
    page: u32,
    sign: Sign,
}

/// Entries one behind the other whose pages stand behind such signs and go up: word processors and document
/// sites write a table of contents so. The rows of a table may have figures there as well.
#[derive(Default)]
struct Parted {
    entries: Vec<Range<usize>>,
    /// The page of the first and of the last.
    pages: (u32, u32),
    /// The first candidate behind the last page.
    next: usize,
    sign: Sign,
}

impl Parted {
    fn push(&mut self, text: &str, scan: &Scan, entry: Entry, contents: &mut Vec<Range<usize>>) {
        let Entry { entry, next, page, sign } = entry;
        let at = |index: usize| scan.get(index).map(|candidate| candidate.start);
        let goes_on = !self.entries.is_empty();
        // The readings of one place.
        if goes_on && at(next) == at(self.next) {
            return;
        }
        if !(goes_on && at(entry.start) == at(self.next) && page >= self.pages.1 && sign == self.sign) {
            self.end(text, scan, contents);
            (self.sign, self.pages.0) = (sign, page);
        }
        self.entries.push(entry);
        (self.pages.1, self.next) = (page, next);
    }

    /// No entry goes on with them: behind the last its page stands, but no other entry.
    fn end(&mut self, text: &str, scan: &Scan, contents: &mut Vec<Range<usize>>) {
        let first =
            self.entries.first().and_then(|first| scan.get(first.start)).map_or(0, |first| first.start as usize);
        let (entries, line) = (self.entries.len(), self.sign == Sign::Line);
        let told = match self.sign {
            Sign::Tab => entries >= FEWEST_PARTED,
            Sign::Line => entries >= FEWEST_PARTED && headed(text.get(..first).unwrap_or("")),
            // Items may end with figures that go up as well: 1.人数 12.
            Sign::Blank => entries >= FEWEST_REPEATED && self.comes_again(text, scan, first),
        };
        if told && self.pages.0 < self.pages.1 {
            contents.append(&mut self.entries);
            let last = scan.get(self.next).and_then(|last| last_page(text, last.start as usize, line));
            if last.is_some_and(|page| page >= self.pages.1) {
                contents.push(self.next..place_behind(scan, self.next));
            }
        }
        self.entries.clear();
    }

    /// Whether the first entry comes again right behind the last, or of chapters and behind the word 目录 another, with which an
    /// excerpt goes on. `at`: where the first begins.
    fn comes_again(&self, text: &str, scan: &Scan, at: usize) -> bool {
        let Some(again) = scan.get(self.next) else { return false };
        let is_again = |entry: &Range<usize>| {
            let same = scan.get(entry.start).is_some_and(|one| (one.kind, one.ord) == (again.kind, again.ord));
            same && same_words(text, scan.range(entry.start..usize::MAX), again.end)
        };
        self.entries.first().is_some_and(is_again)
            || (is_chapter(again) || headed(text.get(..at).unwrap_or(""))) && self.entries.iter().any(is_again)
    }
}

/// The page of an entry at `from`, behind a tab on its line or, if `line`, on the next. Without line breaks the text goes on
/// right behind it: `六、值班⇥12本手册`. No more than an entry and its page is looked at: many tables may stand in one line.
fn last_page(text: &str, from: usize, line: bool) -> Option<u32> {
    let rest = text.get(from..)?;
    let ends = rest.char_indices().map(|(at, c)| at + c.len_utf8());
    let near = rest.get(..ends.take_while(|&end| end <= ENTRY as usize + NEAR).last()?)?;
    let lines = near.split(['\n', '\r']).take(MOST_BREAKS).map(|line| line.trim_matches(is_blank));
    let mut lines = lines.filter(|line| !line.is_empty());
    let entry = lines.next().filter(|entry| !line || entry.len() <= ENTRY as usize)?;
    if line {
        return page(lines.next()?);
    }
    entry.split('\t').skip(1).find_map(|cell| page(cell.split(|c: char| !c.is_ascii_digit()).next()?))
}

/// The number of a page, if digits are one.
fn page(digits: &str) -> Option<u32> {
    digits.parse().ok().filter(|_| digits.len() <= LONGEST_PAGE)
}

/// The most pieces between line breaks looked at for an entry and its page.
const MOST_BREAKS: usize = 6;

/// Whether digits and nothing else stand between two places.
fn is_number(text: &str, from: u32, to: u32) -> bool {
    text.as_bytes().get(from as usize..to as usize).is_some_and(|number| number.iter().all(u8::is_ascii_digit))
}

/// Whether more than an entry stands before the leader between two places: the end of a table, …… 4 计划表.
fn is_text(text: &str, from: u32, to: u32) -> bool {
    let goes_on = |c: char| matches!(c, '.' | '·' | '．' | '┈' | '…' | '(' | ')' | '（' | '）') || c.is_ascii_digit();
    let entry = text.get(from as usize..to as usize).unwrap_or("");
    entry.trim_end_matches(|c| goes_on(c) || is_blank(c) || c == '\n').len() > ENTRY as usize
}

/// Whether a leader and a page stand behind an entry that ends at `end`, before a line ends or much follows.
fn has_page(text: &str, end: usize) -> bool {
    let rest = text.as_bytes().get(end..).unwrap_or(&[]);
    let entry = rest.get(..ENTRY as usize / 2).unwrap_or(rest);
    let line = entry.split(|&byte| byte == b'\n' || byte == b'\r').next().unwrap_or(entry);
    let leaders = ["……", "...", "···"].iter().filter_map(|leader| memchr::memmem::find(line, leader.as_bytes()));
    let leader = leaders.min().and_then(|at| line.get(at..)).unwrap_or(&[]);
    // No byte of a leader is a digit.
    leader.iter().find(|&&byte| byte.is_ascii_alphanumeric() || byte >= 0xE3).is_some_and(u8::is_ascii_digit)
}

/// The index behind the readings of the place at `index`.
fn place_behind(scan: &Scan, index: usize) -> usize {
    let at = |index: usize| scan.get(index).map(|candidate| candidate.start);
    (index..scan.len()).find(|&next| at(next) != at(index)).unwrap_or(scan.len())
}

/// The index of the first reading of the place before `index`; `index` where there is none.
fn place_before(scan: &Scan, index: usize) -> usize {
    let at = |index: usize| scan.get(index).map(|candidate| candidate.start);
    let Some(last) = index.checked_sub(1).filter(|&last| at(last).is_some()) else { return index };
    (0..last).rev().take_while(|&index| at(index) == at(last)).last().unwrap_or(last)
}

/// How a text ends.
enum Paged {
    /// `……12`: an entry of a table of contents.
    Entry,
    /// `……`: a page number must follow.
    Leader,
    /// A sign and this number: an entry, if others like it stand around.
    Behind(Sign, u32),
    No,
}

#[inline]
fn paged(text: &str, at: usize) -> Paged {
    if word_before(text.as_bytes(), at) != 0 {
        return Paged::No;
    }
    // 第一节 提示 2第二节: no unit begins behind its page but the next.
    let unit = text.get(at..).is_some_and(|rest| rest.starts_with('第'));
    paged_behind_sign(text.get(..at).unwrap_or(""), unit)
}

fn paged_behind_sign(head: &str, unit: bool) -> Paged {
    // Behind a line break the blanks of a deep indent, and before the page that stands on the line above.
    let near =
        if INDENTS.iter().any(|indent| head.ends_with(indent)) { head.trim_end_matches([' ', '\t']) } else { head };
    // Behind 1)2)3) there is no dot: all bytes are looked at, for so it is done side by side.
    if let Some(near) = near.as_bytes().last_chunk::<NEAR>()
        && near.iter().fold(0, |found, &byte| found | if byte == b'.' { 0x80 } else { byte }) < 0x80
    {
        return Paged::No;
    }
    let goes_on = |byte: &u8| matches!(byte, b'0'..=b'9' | b'\n' | b'\r' | b'(' | b')');
    let mut signs = near.bytes().rev().take(INDENTED).filter(|byte| !matches!(byte, b' ' | b'\t')).take(LEADER_REACH);
    if !matches!(signs.find(|byte| !goes_on(byte)), Some(b'.' | 0x80..)) {
        return Paged::No;
    }
    let line = head.trim_end_matches(gap::is_blank);
    let name = line.trim_end_matches(|c: char| c.is_ascii_digit());
    let broken = line.len() < head.len();
    let own = || page(line.get(name.len()..)?);
    // On a line of its own, indented or not.
    let begun = name.trim_end_matches(is_blank);
    if name.ends_with('\t')
        && !begun.ends_with('\n')
        && let Some(page) = own()
    {
        return Paged::Behind(Sign::Tab, page);
    }
    // Entries may be left out: …6⏎……⏎第七章.
    let shown = head.trim_end().strip_suffix("……").map(str::trim_end);
    let head = match shown {
        Some(shown) if shown.ends_with(|c: char| c.is_ascii_digit()) => shown,
        // 5. 费用⏎…………⏎1. 定义: nor do they have a page.
        Some(shown) if shown.trim_end_matches(|c| c == '…' || is_blank(c)).ends_with(['\n', '\r']) => {
            return Paged::No;
        }
        _ => head,
    };
    let (mut digits, mut dots) = (0, 0);
    for c in head.chars().rev().take(LEADER_REACH) {
        match c {
            '.' | '·' | '．' | '┈' => dots += 1,
            '…' => dots += LEADER,
            '0'..='9' if dots == 0 => digits += 1,
            '(' | ')' | '（' | '）' => {}
            blank if gap::is_blank(blank) => {}
            _ => break,
        }
        if dots >= LEADER {
            return if digits > 0 { Paged::Entry } else { Paged::Leader };
        }
    }
    let sign = if begun.ends_with('\n') {
        Sign::Line
    } else if begun.len() < name.len() {
        Sign::Blank
    } else {
        return Paged::No;
    };
    own().filter(|_| broken || unit).map_or(Paged::No, |page| Paged::Behind(sign, page))
}

#[cfg(test)]
mod tests {
    use super::last_page;
    use crate::scan::contents::mark;
    use crate::scan::{Scan, flag, scan};

    #[test]
    fn figures_behind_blanks_are_pages_where_the_first_entry_comes_again() {
        for (text, entries) in [
            ("1.户数 12\n2.人口 45\n3.田亩 60\n4.牲畜 75\n5.果树 90\n6.鱼塘\n", 0),
            ("1.户数 1\n2.人口 4\n3.田亩 6\n1.户数\n", 3),
            ("1.户数 1\n2.人口 4\n3.田亩 6\n1.人口\n", 0),
            ("1.户数 1\n2.人口 4\n1.户数\n", 0),
            ("1.户数 4\n2.人口 1\n3.田亩 6\n1.户数\n", 0),
        ] {
            let mut found = Scan::default();
            scan(text, &mut found);
            mark(text, &mut found);
            let flagged = found.candidates.iter().filter(|candidate| candidate.has(flag::CONTENTS)).count();
            assert_eq!(flagged, entries, "{text}");
        }
    }

    #[test]
    fn a_number_behind_a_line_of_dots_is_no_page() {
        for dots in ["…………", "  …………"] {
            let text =
                format!("目录\n1 定义\n2 账号\n3 服务\n{dots}\n1 定义\n本平台的定义。\n2 账号\n实名注册。\n3 服务\n");
            let mut found = Scan::default();
            scan(&text, &mut found);
            mark(&text, &mut found);
            let body = text.rfind("1 定义").unwrap() as u32;
            let mut behind = found.candidates.iter().filter(|candidate| candidate.start >= body).peekable();
            assert!(behind.peek().is_some() && behind.all(|candidate| !candidate.has(flag::CONTENTS)), "{dots}");
        }
    }

    #[test]
    fn the_page_of_an_entry_that_no_other_follows() {
        for (text, line, page) in [
            ("六、值班\n12\n本手册", true, Some(12)),
            ("六、值班\r\n 12 \r\n本手册", true, Some(12)),
            ("六、值班\n2024\n本手册", true, None),
            ("六、值班\n本手册", true, None),
            ("六、值班", true, None),
            ("六、值班\t12\n本手册", false, Some(12)),
            ("六、值班\t2024", false, None),
            ("六、值班 12", false, None),
            ("六、值班\t12本手册供值班员使用", false, Some(12)),
            ("六、\t值班\t12", false, Some(12)),
            ("六、值班\n12\t本手册", false, None),
        ] {
            assert_eq!(last_page(text, 0, line), page, "{text:?}");
        }
        let long = "值班".repeat(40);
        assert_eq!(last_page(&format!("六、{long}\n12\n"), 0, true), None);
        assert_eq!(last_page(&format!("六、{long}\t12\n"), 0, false), None);
    }
}
