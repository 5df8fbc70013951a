//! Runs of digits: which are figures, and which may begin a marker.
//!
//! ```text
//! 3个 2026年 35%      a figure: a unit stands behind it        3.5 1,200 A.1 GB/T-2020      the rest of a number or name
//! 20x5年 x.2%         a figure that is masked                  [1] 【1】                     begins with the bracket
//! 9:302．地点         2 is glued to something: `glued`
//! 第二条 … 2-1… 2-2…  numbers with hyphens that go on; 2-3次 is a figure
//! 0 引言…1 方法…      the introduction of a paper
//! ```

mod glued;

use super::Candidate;
use super::bytes::{self, four, is_ideograph, three, three_before};
use super::context;
use super::few::Few;
use super::marker::{self, Delim, is_blank};
use super::sign;
use super::walk::{INDENT, NUMERAL_BACK, Walk};
use crate::{Number, gap};

/// The most digits of a page.
pub(super) const LONGEST_PAGE: usize = 3;

/// How many candidates are looked back over for the number that one with hyphens goes on with.
const HYPHENED: usize = 16;

/// The same for a number alone on its line: lists may stand in the item before.
const NUMBERED: usize = 64;

/// How far behind a chapter with a zero the next is looked for, in bytes.
const ZEROES: usize = 4096;

/// What a paper begins with before its first chapter, of two ideographs, and how many characters behind the number
/// are looked at for it: 0 引　言.
const INTRODUCTIONS: [&str; 7] = ["引言", "前言", "绪论", "緒論", "序言", "导言", "概述"];
const INTRODUCTION: usize = 12;

/// Signs before digits that say nothing of them: nearly all figures stand behind these and behind words.
static SILENT: Few<64> = Few::of("。；：！？，、（）《》“”…～—");

impl Walk<'_, '_> {
    /// `at` is the first digit of a run, or lies inside one.
    #[inline(never)]
    pub(super) fn digits(&mut self, at: usize) {
        const LEADER: u32 = bytes::of("…");
        const COLON: u32 = bytes::of("：");
        const ORDINAL: u32 = bytes::of("第");
        let text = self.text.as_bytes();
        let before = three_before(text, at);
        // 第5学期
        if three(before) == ORDINAL {
            self.skip_digits(at);
            return;
        }
        let silent = is_ideograph(before) || SILENT.has(before) || matches!((before >> 16) as u8, b'\n' | b')');
        let start = if silent { Some(at) } else { self.behind_sign(at) };
        let Some(start) = start else { return };
        if start == at {
            let len = digits_at(text, at, NUMERAL_BACK);
            // A leader ends with no word, and with none of the other signs.
            if len > 1 && (!silent || three(before) == LEADER) && self.paged(at, len) {
                return;
            }
            if len > 1 && matches!((before >> 16) as u8, b'/' | b' ') && self.behind_pages(at, len) {
                return;
            }
            let behind = four(text, at + len);
            // Many digits are surely no marker, and looking is cheaper than reading them: too many before a word, or a
            // unit behind them.
            let bare = is_ideograph(behind) || behind as u8 == b'%';
            if bare && len > 0 && text.get(at) != Some(&b'0') && (len > 2 || sign::begins_unit(text, at + len)) {
                self.out.looked += len;
                self.resume = self.resume.max(at + len);
                return;
            }
            if len == 1 && text.get(at) == Some(&b'0') && self.introduces(at) {
                return;
            }
            if len > 1 && (self.behind_page(at, len) || self.behind_value(at, len) || self.behind_sample(at, len)) {
                return;
            }
            if let [b'.', next @ b'0'..=b'9', ..] = behind.to_le_bytes() {
                if len == 4 && self.behind_year(at) {
                    return;
                }
                // 18.6：41.2, 1：2.5
                let figure = |sign: usize| text.get(sign).is_some_and(u8::is_ascii_digit);
                if three(before) == COLON && at.checked_sub(4).is_some_and(figure) {
                    self.skip_digits(at);
                    return;
                }
                let indent = self.text.get(self.line..at).filter(|indent| self.line > 0 && indent.len() <= INDENT);
                let begins_line = indent.is_some_and(|indent| indent.chars().all(is_blank));
                if begins_line && self.is_cell(at, at + len) {
                    self.skip_digits(at);
                    return;
                }
                if next == b'0' && self.zeroed(at) {
                    return;
                }
                if len > 1 && self.behind_figure(at, 2) {
                    return;
                }
            }
            if matches!(behind.to_le_bytes(), [b'-', ..] | [0xEF, 0xBC, 0x8D, _]) && self.hyphened(at) {
                return;
            }
            if len > 1 && behind as u8 == b'.' && context::is_day(text.get(at..).unwrap_or(&[])) {
                self.glued(at);
                return;
            }
        }
        if !self.marker(start) && (start == at || !self.marker(at)) {
            self.glued(at);
        }
    }

    /// The line that begins at `at` holds nothing but a figure with a dot, at `dot`, and is a cell of a table that has one a line:
    /// its figure is a share, or another stands beside it, or it goes on with no number before.
    #[inline(never)]
    fn is_cell(&self, at: usize, dot: usize) -> bool {
        let text = self.text.as_bytes();
        let end = dot + 1 + digits_at(text, dot + 1, NUMERAL_BACK);
        let share = matches!(four(text, end).to_le_bytes(), [b'%', ..] | [0xEF, 0xBC, 0x85, _]);
        let rest = self.rest(if share { end + self.rest(end).chars().next().map_or(0, char::len_utf8) } else { end });
        let rest = rest.trim_start_matches(is_blank);
        if !rest.is_empty() && !rest.starts_with(['\n', '\r']) {
            return false;
        }
        let figures = |line: &str| {
            !line.is_empty() && line.bytes().all(|b| b.is_ascii_digit() || matches!(b, b'.' | b'%' | b','))
        };
        let next = rest.trim_start_matches(gap::is_blank).split(['\n', '\r']).next().unwrap_or("").trim_end();
        let last = self.head(at).trim_end_matches(gap::is_blank).rsplit('\n').next().unwrap_or("").trim_start();
        if share || figures(next) || figures(last) {
            return true;
        }
        let readings = marker::readings(self.rest(at));
        let Some(number) = readings.as_slice().first().filter(|reading| reading.kind.is_decimal()) else {
            return false;
        };
        let goes_on = |last: &Candidate| {
            let skipped = (last.kind, last.prefix) == (number.kind, number.prefix)
                && matches!((number.ord >> 6).wrapping_sub(last.ord >> 6), 1 | 2);
            skipped || follows(marker::number_of(last.kind, last.ord, last.prefix), number.number())
        };
        number.ord >> 6 != 1 && !self.out.candidates.iter().rev().take(NUMBERED).any(goes_on)
    }

    /// The number at `at` is that of a chapter, written with a zero: 1.0 目的…2.0 范围…2.1 …. It goes on with the one before, or is
    /// the first and another follows.
    #[inline(never)]
    fn zeroed(&mut self, at: usize) -> bool {
        let Some(reading) = marker::zeroed(self.rest(at)) else { return false };
        let number = reading.ord >> 6;
        // 升级到 2.0 以后: words lead to a figure, but for the title before the first chapter of all.
        let head = self.head(at).trim_end_matches(is_blank);
        if number > 1 && is_ideograph(three_before(head.as_bytes(), head.len())) {
            return false;
        }
        let begins = match number {
            1 => self.zeroes_follow(at + reading.len as usize),
            _ => number == self.zeroed + 1 && self.zeroed > 0,
        };
        if !begins || !self.found_more(at, &[reading]) {
            return false;
        }
        self.zeroed = number;
        true
    }

    /// The 0 at `at` is the number of an introduction: 0 引言.
    #[inline(never)]
    fn introduces(&mut self, at: usize) -> bool {
        let Some(reading) = marker::zeroth(self.rest(at)) else { return false };
        let behind = self.rest(at + reading.len as usize).chars().take(INTRODUCTION).filter(|&c| !is_blank(c));
        INTRODUCTIONS.iter().any(|word| word.chars().eq(behind.clone().take(2))) && self.found_more(at, &[reading])
    }

    /// Whether 2.0 or 1.1 stands not far behind the first chapter, which ends at `at`. No part of the text is looked through twice.
    fn zeroes_follow(&mut self, at: usize) -> bool {
        if self.next_zero.is_some_and(|next| at < next) {
            return true;
        }
        let (from, end) = (at.max(self.zeroes_sought), self.text.len().min(at + ZEROES));
        let near = self.text.as_bytes().get(from..end).unwrap_or(&[]);
        let follows = |number: &str| {
            memchr::memmem::find_iter(near, number).find(|&found| {
                let beside = [found.checked_sub(1), Some(found + number.len())];
                !beside.iter().flatten().any(|&place| near.get(place).is_some_and(|b| b.is_ascii_digit() || *b == b'.'))
            })
        };
        self.next_zero = follows("2.0").or_else(|| follows("1.1")).map(|found| from + found);
        self.zeroes_sought = self.next_zero.unwrap_or_else(|| end.max(from));
        self.next_zero.is_some()
    }

    /// The digits at `at` begin a number with hyphens that goes on with one before, or is the first in an item: 第二条 ▸ 2-1, 2-2.
    #[inline(never)]
    fn hyphened(&mut self, at: usize) -> bool {
        let Some(reading) = marker::hyphened(self.rest(at)) else { return false };
        let (text, end) = (self.text.as_bytes(), at + reading.len as usize);
        // 2-3次, 图1-1所示
        let named = self.head(at).ends_with(['图', '圖', '表', '式', '例', '第', '版']);
        // The cells of a table have tabs between them.
        let behind = text.len() - self.rest(end).trim_start_matches([' ', '\u{3000}']).len();
        let unit = reading.delim == Delim::None && sign::begins_unit(text, behind);
        if named || unit || !is_ideograph(four(text, behind)) {
            return false;
        }
        let number = reading.ord >> 6;
        let goes_on = |last: &Candidate| {
            let own = marker::prefixed(last.prefix, last.ord >> 6) == Some(reading.prefix);
            let next = (last.kind, last.prefix, (last.ord >> 6) + 1) == (reading.kind, reading.prefix, number);
            let hyphens =
                || self.text.get(last.start as usize..last.end as usize).is_some_and(|m| m.contains(['-', '－']));
            (next || number == 1 && own && last.kind.is_decimal()) && hyphens()
                || number == 1 && own && !last.kind.is_decimal()
        };
        self.out.candidates.iter().rev().take(HYPHENED).any(goes_on) && self.found_more(at, &[reading])
    }

    /// Where a marker may begin whose digits begin at `at`, behind a sign; `None` where they are the rest of something.
    #[inline(never)]
    fn behind_sign(&mut self, at: usize) -> Option<usize> {
        let mut before = self.head(at).chars().rev();
        match before.next() {
            // Inside a number, or behind its decimal point: 3.5, 2020.12.31, 1,200.
            Some('0'..='9' | '０'..='９') => return None,
            // A full-width comma or colon may stand between items all the same.
            Some('.' | '．' | ',' | ':')
                if before.clone().next().is_some_and(|c| c.is_ascii_digit() || ('０'..='９').contains(&c)) =>
            {
                // 9:302．会议地点, 2021.07.011．目的
                if !self.dated(at) {
                    self.skip_digits(at);
                }
                return None;
            }
            // A.1 in an annex of a standard, version B/1.
            Some('.' | '．' | '/')
                if before.next().is_some_and(|c| c.is_ascii_uppercase())
                    && !before.next().is_some_and(|c| c.is_ascii_alphanumeric()) =>
            {
                self.skip_digits(at);
                return None;
            }
            // x.2%, 20x5年
            Some('x' | 'X' | 'ｘ' | 'Ｘ' | '.' | '．') if is_masked(self.head(at)) => {
                self.glued(at);
                return None;
            }
            Some(c @ ('[' | '［' | '【')) => return Some(at - c.len_utf8()),
            // 第 3.2 条 and §2.1 refer to it.
            Some(c) if c == '§' || is_blank(c) && before.next() == Some('第') => {
                self.skip_digits(at);
                return None;
            }
            // The last part of a name: FR-NET-01, GB/T-2020. A number may be glued to it all the same.
            Some('-' | '_') if before.next().is_some_and(|c| c.is_ascii_alphanumeric()) => {
                if !self.behind_figure(at, 1) {
                    self.glued(at);
                }
                return None;
            }
            _ => {}
        }
        Some(at)
    }

    /// Goes on behind a run of digits, so that its tail is not read as a marker.
    fn skip_digits(&mut self, at: usize) {
        let text = self.text.as_bytes();
        let mut end = at;
        for _ in 0..NUMERAL_BACK {
            match four(text, end).to_le_bytes() {
                [b'0'..=b'9', ..] => end += 1,
                [0xEF, 0xBC, 0x90..=0x99, _] => end += 3,
                _ => break,
            }
        }
        self.out.looked += end - at;
        self.resume = self.resume.max(end);
    }
}

/// Whether a text ends with a figure that is masked, or with that and its point: 20x, x.
fn is_masked(head: &str) -> bool {
    let figure = head.strip_suffix(['.', '．']).unwrap_or(head);
    let behind = figure.trim_end_matches(context::is_mask);
    behind.len() < figure.len() && !behind.ends_with(|c: char| c.is_ascii_alphabetic())
}

/// Whether a number of chapters is the next one in some level: 1.4, 2 and 2.1 behind 1.3.2.
fn follows(last: Number, next: Number) -> bool {
    let (last, next) = (last.iter().collect::<Vec<_>>(), next.iter().collect::<Vec<_>>());
    let own = last.iter().zip(&next).take_while(|(one, other)| one == other).count();
    match (last.get(own..), next.get(own..)) {
        // 1.3.1 behind 1.3
        (Some([]), Some([1])) => true,
        (Some([number, ..]), Some([following])) => *following == number + 1,
        (Some([number, ..]), Some([following, 1])) => *following == number + 1,
        _ => false,
    }
}

/// How many digits stand at a place, at most so many.
#[inline]
fn digits_at(text: &[u8], at: usize, most: usize) -> usize {
    // The highest bit of each of four bytes that is no digit.
    let values = four(text, at) ^ u32::from_le_bytes(*b"0000");
    let others = (values.wrapping_add(0x7676_7676) | values) & 0x8080_8080;
    match others.trailing_zeros() as usize / 8 {
        4 => {
            4 + text.get(at + 4..).unwrap_or(&[]).iter().take(most - 4).take_while(|byte| byte.is_ascii_digit()).count()
        }
        digits => digits,
    }
}

#[cfg(test)]
mod tests {
    use super::digits_at;
    use crate::scan::kind::Kind;
    use crate::scan::marker::Delim;
    use crate::scan::{Scan, scan};

    #[test]
    fn digits_are_counted() {
        for first in 0..=255_u8 {
            for digits in 0..20 {
                let mut text = vec![b'0' + digits as u8 % 10; digits];
                text.extend([first, b'7', b'a', 0x80]);
                let expected = if first.is_ascii_digit() { digits + 2 } else { digits };
                assert_eq!(digits_at(&text, 0, 12), expected.min(12), "{first} {digits}");
                assert_eq!(digits_at(&text, digits, 12), expected - digits, "{first} {digits}");
            }
        }
    }

    #[test]
    fn digits_behind_a_dot_begin_no_heading() {
        for (text, item) in [
            ("3.4 有效期 六十日", false),
            ("3.4\u{3000}有效期", false),
            ("1.0目的", false),
            // What counts may be an item, and so may a long number.
            ("2.30 天内办结", true),
            ("3.110 报警", true),
            ("1.4家", true),
            // A cell, and a number that goes on.
            ("产值\n11.6\n12.6", false),
            ("产值\n11.6%\n增长", false),
            ("一、检修\n2.1\n大修", true),
        ] {
            let mut found = Scan::default();
            scan(text, &mut found);
            let dot = |candidate: &crate::scan::Candidate| candidate.kind == Kind::Dot && candidate.delim == Delim::Dot;
            assert_eq!(found.candidates.iter().any(dot), item, "{text}");
        }
    }

    #[test]
    fn numbers_behind_words_that_refer_are_none() {
        for text in ["于第5学期选定", "讲授§2.1引脚"] {
            let mut found = Scan::default();
            scan(text, &mut found);
            assert_eq!(found.candidates, [], "{text}");
        }
    }

    #[test]
    fn the_number_of_an_introduction() {
        for (text, found) in [
            ("摘要：略。\n0 引言\n", "0"),
            ("摘要：略。\n0 引　言\n", "0"),
            ("摘要：略。\n0.前言\n", "0."),
            ("摘要：略。0、绪论", "0、"),
            // A figure.
            ("摘要：略。\n0 起事故\n", ""),
            ("摘要：略。\n0.1 引言\n", ""),
            ("摘要：略。\n00 引言\n", ""),
        ] {
            let mut scanned = Scan::default();
            scan(text, &mut scanned);
            let first =
                scanned.candidates.first().map_or("", |marker| &text[marker.start as usize..marker.end as usize]);
            assert_eq!(first, found, "{text}");
        }
    }

    #[test]
    fn the_first_number_of_a_sample() {
        for (text, found) in [
            ("门卫制度 篇31、值守", "1、"),
            ("门卫合同范本21.值守", "1."),
            // No first number, and no sample.
            ("门卫制度 篇32、值守", "32、"),
            ("门卫制度31、值守", "31、"),
        ] {
            let mut scanned = Scan::default();
            scan(text, &mut scanned);
            let markers = scanned.candidates.iter().map(|marker| &text[marker.start as usize..marker.end as usize]);
            assert!(markers.clone().eq([found]), "{text}: {:?}", markers.collect::<Vec<_>>());
        }
    }

    #[test]
    fn numbers_with_hyphens_that_go_on() {
        for (text, expected) in [
            ("第一条 服务1-1用户登录。1-2用户退出。1-2-1用户注销。", 3),
            ("8. 设置 8-1. 建立帐号。8-2、天气预报。8-3 修改密码。", 3),
            // A figure, the number of a picture, a cell; of no item around, and none before.
            ("第一条 服务1-1次。", 0),
            ("第一条 服务如图1-1中的各项。", 0),
            ("第一条 服务1-1\t其他", 0),
            ("第一条 服务2-1用户登录。", 0),
            ("第一条 服务1-2用户登录。", 0),
        ] {
            let mut found = Scan::default();
            scan(text, &mut found);
            let hyphened = |start: u32, end: u32| text[start as usize..end as usize].contains('-');
            let count = found.candidates.iter().filter(|candidate| hyphened(candidate.start, candidate.end)).count();
            assert_eq!(count, expected, "{text}");
        }
    }
}
