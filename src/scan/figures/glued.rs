//! Runs of digits of which only the last are a number of an item, for something else is glued to it.
//!
//! ```text
//! 1 总则……12 分工        the page of an entry of a table of contents, and 2
//! 1.1 范围…。11.2 要求   a page torn from its line, then 1.2
//! 23 / 401. 提升          the number of pages, then 1.
//! 合计556.001.2 备件      the last figure of a table, then 1.2
//! 3.学时：544.学分：3     the value of a field, then 4.
//! …Press, 2015.2. 内容    a year and its dot, then 2.
//! 门卫制度 篇31、值守     the third sample, and 1、
//! 1.编号：0012.名称       a code, then 2.
//! 9:302．地点             a time, then 2.
//! ```
//!
//! Each asks whether the rest goes on with a number before, or is the first of a list.

use super::super::bytes::{four, is_ideograph};
use super::super::context::{self, After};
use super::super::earlier::RECENT;
use super::super::kind::Kind;
use super::super::marker::{self, Delim, Reading, is_blank};
use super::super::walk::Walk;
use super::super::{Candidate, flag, sign};
use super::{LONGEST_PAGE, NUMBERED, digits_at, follows};

/// The most digits of a value and of the number behind it.
const LONGEST_VALUE: usize = 6;

/// The longest run of digits that a number may be glued to.
const GLUED: usize = 20;

impl Walk<'_, '_> {
    /// The `len` digits at `at` are the page of an entry of a table of contents and the number of the next, or of the first
    /// heading behind the table: `1 总则……12 分工……31 总则` has pages 1 and 3.
    #[inline(never)]
    pub(super) fn paged(&mut self, at: usize, len: usize) -> bool {
        if !context::ends_with_leader(self.head(at)) {
            return false;
        }
        let mut recent = self.out.candidates.iter().rev().take(RECENT);
        let last = recent.find(|candidate| matches!(candidate.kind, Kind::Dot | Kind::Decimal1));
        let (last, end) = (last.map_or(0, |last| last.ord >> 6), at + len);
        let decimal = matches!(four(self.text.as_bytes(), end).to_le_bytes(), [b'.', b'0'..=b'9', ..]);
        let numbers = if decimal { [last, last + 1] } else { [last + 1, 1] };
        let start = numbers.into_iter().find_map(|number| self.tail(at, end, number));
        start.is_some_and(|start| self.marker(start))
    }

    /// The first of the `len` digits at `at`, behind a sentence, are the number of a page that was torn from its line, and the
    /// others begin the number that goes on: of `1.1 范围…。11.2 要求` the page is 1, of `2.3 …。13 总则` as well.
    pub(super) fn behind_page(&mut self, at: usize, len: usize) -> bool {
        let text = self.text.as_bytes();
        let goes_on = match four(text, at + len).to_le_bytes() {
            [b'.', b'0'..=b'9', ..] => true,
            [b' ', ..] | [0xE3, 0x80, 0x80, _] => {
                is_ideograph(four(text, at + len + 1)) || is_ideograph(four(text, at + len + 3))
            }
            _ => false,
        };
        // 2023.7—2023.12
        let year = len == 4 && matches!(text.get(at..at + 2), Some(b"19" | b"20"));
        if !goes_on
            || year
            || len > LONGEST_PAGE + 2
            || !text.get(..at).is_some_and(|head| head.ends_with("。".as_bytes()))
        {
            return false;
        }
        // 2.5米 is no chapter.
        let is_chapter = |last: &&Candidate| {
            (last.kind.is_decimal() || last.kind == Kind::Decimal1) && !last.has(flag::COUNTED | flag::MEASURED)
        };
        let Some(last) = self.out.candidates.iter().rev().take(RECENT).find(is_chapter) else { return false };
        let last = marker::number_of(last.kind, last.ord, last.prefix);
        let next =
            |start: usize| marker::readings(self.rest(start)).iter().any(|reading| follows(last, reading.number()));
        if text.get(at) == Some(&b'0') || next(at) {
            return false;
        }
        let start = (1..len.min(LONGEST_PAGE + 1))
            .map(|page| at + page)
            .find(|&start| text.get(start) != Some(&b'0') && next(start));
        let Some(start) = start else { return false };
        self.torn = start;
        self.marker(start)
    }

    /// The first of the `len` digits at `at` are the value of a field, behind its colon, or the number of a page that was torn from its
    /// line, behind a sentence, and the others the number that goes on where the whole is none: 3.学时：544.学分：3 holds 54 and 4,
    /// 3.建库。124.修路 holds 12 and 4.
    pub(super) fn behind_value(&mut self, at: usize, len: usize) -> bool {
        let text = self.text.as_bytes();
        let page = match text.get(..at).unwrap_or(&[]) {
            [.., b':'] | [.., 0xEF, 0xBC, 0x9A] => false,
            [.., 0xE3, 0x80, 0x82] => true,
            _ => return false,
        };
        // 12.5 is one figure, and so is 2012、2013.
        let word = match four(text, at + len).to_le_bytes() {
            [b'.', ..] => is_ideograph(four(text, at + len + 1)),
            [0xEF, 0xBC, 0x8E, _] | [0xE3, 0x80, 0x81, _] => is_ideograph(four(text, at + len + 3)),
            _ => false,
        };
        if !word || len > LONGEST_VALUE {
            return false;
        }
        let last = |reach: usize| self.out.candidates.iter().rev().take(reach).filter(|last| last.kind == Kind::Dot);
        let Some(next) = last(RECENT).next().map(|last| (last.ord >> 6) + 1) else { return false };
        let Some(start) = self.tail(at, at + len, next) else { return false };
        let whole = text.get(at..at + len).and_then(|digits| std::str::from_utf8(digits).ok()?.parse::<u32>().ok());
        // 11.…1.…。12.…: the list around goes on.
        if page && last(NUMBERED).any(|last| whole == Some((last.ord >> 6) + 1)) {
            return false;
        }
        if page {
            self.torn = start;
        }
        self.marker(start)
    }

    /// The first of the `len` digits at `at` say how many pages there are, behind that of a page and a stroke, and the others are the
    /// number of an item: 23 / 401. 提升 holds 40 and 1, behind 3. 核实 3/124. 公示 holds 12 and 4.
    #[inline(never)]
    pub(super) fn behind_pages(&mut self, at: usize, len: usize) -> bool {
        let (text, head) = (self.text.as_bytes(), self.head(at));
        let Some(page) = head.strip_suffix("/ ").or_else(|| head.strip_suffix('/')) else { return false };
        let page = page.strip_suffix(' ').unwrap_or(page);
        let from = page.len() - page.bytes().rev().take(LONGEST_PAGE + 1).take_while(u8::is_ascii_digit).count();
        let number = |from: usize, to: usize| self.text.get(from..to)?.parse::<u32>().ok();
        let Some(page) = number(from, page.len()).filter(|_| page.len() - from <= LONGEST_PAGE) else { return false };
        let starts = || {
            let starts = (1..len.min(LONGEST_PAGE + 1)).map(|pages| at + pages);
            starts
                .filter(|&start| text.get(start) != Some(&b'0') && number(at, start).is_some_and(|pages| pages >= page))
        };
        let reads = |start: usize, is: &dyn Fn(Reading) -> bool| marker::readings(self.rest(start)).iter().any(is);
        let goes_on = |reading: Reading| {
            self.out.candidates.iter().rev().take(NUMBERED).any(|last| {
                (last.kind, last.prefix, last.ord + (1 << 6)) == (reading.kind, reading.prefix, reading.ord)
                    || last.kind.is_decimal()
                        && follows(marker::number_of(last.kind, last.ord, last.prefix), reading.number())
            })
        };
        // 比例为1/21.
        let begins = |reading: Reading| head.ends_with(' ') && reading.ord == 1 << 6 && reading.delim != Delim::None;
        let start =
            starts().find(|&start| reads(start, &goes_on)).or_else(|| starts().find(|&start| reads(start, &begins)));
        let Some(start) = start else { return false };
        self.torn = start;
        self.marker(start)
    }

    /// The figure at `at`, the last of a table or the number of a page, has the decimal glued to it that goes on: behind 1.1 随机文件
    /// 合计556.001.2 备件 holds 556.00 and 1.2. What stands behind that is what stands behind the one before. `fewest`: how many
    /// characters the figure has at least, for one digit with another behind it is a figure more often: 12.3 左右.
    #[inline(never)]
    pub(super) fn behind_figure(&mut self, at: usize, fewest: usize) -> bool {
        let near = self.text.as_bytes().get(at..).unwrap_or(&[]);
        let figures = near.iter().take(GLUED).take_while(|byte| byte.is_ascii_digit() || **byte == b'.').count();
        let (token, end) = (near.get(..figures).unwrap_or(&[]), at + figures);
        let after = sign::after(self.text, end);
        // 21.3 29.8 are cells.
        let words = sign::after(self.rest(end).trim_start_matches(is_blank), 0) == After::Word;
        if !words || !matches!(after, After::Blank | After::Word) || context::leads_to_figure(self.head(at)) {
            return false;
        }
        // The cells of the table are among those before.
        let is_last = |last: &&Candidate| {
            last.kind.is_decimal() && last.after == after && !last.has(flag::COUNTED | flag::MEASURED)
        };
        let goes_on = |start: usize| {
            let reading = marker::readings(self.rest(start)).iter().find(|reading| start + reading.len as usize == end);
            reading.is_some_and(|reading| {
                let mut last = self.out.candidates.iter().rev().take(NUMBERED).filter(is_last);
                let number = |last: &Candidate| marker::number_of(last.kind, last.ord, last.prefix);
                reading.kind.is_decimal() && last.any(|last| follows(number(last), reading.number()))
            })
        };
        let parts = |from: &usize| {
            let (figure, number) = token.split_at_checked(*from).unwrap_or_default();
            figure.last().is_some_and(u8::is_ascii_digit)
                && matches!(number, [b'1'..=b'9', ..])
                && figure.iter().filter(|&&b| b == b'.').count() < 2
        };
        let start = (fewest..figures).filter(parts).map(|from| at + from).find(|&start| goes_on(start));
        let Some(start) = start.filter(|_| !goes_on(at)) else { return false };
        self.torn = start;
        self.marker(start)
    }

    /// The four digits at `at` are the year that a reference ends with, and behind its dot the number stands that goes on:
    /// 1. 意义…Public Press, 2015.2. 内容. Of a day more digits follow (2015.2.8), or a word that days stand before.
    #[inline(never)]
    pub(super) fn behind_year(&mut self, at: usize) -> bool {
        let (text, start) = (self.text.as_bytes(), at + 5);
        if !matches!(text.get(at..at + 2), Some(b"19" | b"20")) {
            return false;
        }
        let last = self.out.candidates.iter().rev().take(NUMBERED).find(|last| last.kind == Kind::Dot);
        let Some((last, delim)) = last.map(|last| (last.ord >> 6, last.delim)) else { return false };
        let reading = marker::readings(self.rest(start)).iter().find(|reading| reading.kind == Kind::Dot);
        let goes_on =
            reading.filter(|reading| (reading.ord >> 6, reading.delim) == (last + 1, delim) && delim != Delim::None);
        let behind = goes_on.map(|reading| self.rest(start + reading.len as usize).trim_start_matches(is_blank));
        let begins =
            |behind: &str| is_ideograph(four(behind.as_bytes(), 0)) && !behind.starts_with(['至', '起', '止', '到']);
        behind.is_some_and(begins) && self.marker(start)
    }

    /// The first of the `len` digits at `at` say which of several samples begins here, and the last is the first number of its
    /// list: 门卫制度 篇31、值守.
    #[inline(never)]
    pub(super) fn behind_sample(&mut self, at: usize, len: usize) -> bool {
        const SAMPLES: [&str; 4] = ["篇", "范本", "范文", "模板"];
        let last = at + len - 1;
        len < 4
            && self.text.as_bytes().get(last) == Some(&b'1')
            && SAMPLES.iter().any(|sample| self.head(at).ends_with(sample))
            && self.marker(last)
    }

    /// The digits at `at` are no marker as a whole. Their end may be one that is glued to a figure, where it goes on
    /// with a list: `1.编号：0012.名称` holds 001 and 2.
    #[inline(never)]
    pub(super) fn glued(&mut self, at: usize) {
        // 2025-11-051 总则
        if self.dated(at) {
            return;
        }
        let digits = digits_at(self.text.as_bytes(), at, GLUED);
        let end = at + digits;
        if digits > 1
            && digits < GLUED
            && let Some(delim @ ('.' | '．' | '、')) = self.rest(end).chars().next()
            && !self.is_of_name(at, end + delim.len_utf8())
        {
            let recent = self.out.candidates.iter().rev().take(RECENT);
            let dots = recent.filter(|candidate| candidate.kind == Kind::Dot);
            let start = dots.map(|last| (last.ord >> 6) + 1).find_map(|next| self.tail(at, end, next));
            if start.is_some_and(|start| self.marker(start)) {
                return;
            }
        }
        self.skip_digits(at);
    }

    /// The digits at `at` belong to a name, and another follows at `next`: GB 50014、GB 51222.
    fn is_of_name(&self, at: usize, next: usize) -> bool {
        let head = self.head(at);
        head.strip_suffix(' ').unwrap_or(head).ends_with(|c: char| c.is_ascii_alphabetic())
            && self.rest(next).starts_with(|c: char| c.is_ascii_alphabetic())
    }

    /// Whether two of the digits at `at` end a day or a time, and the others are a marker.
    pub(super) fn dated(&mut self, at: usize) -> bool {
        digits_at(self.text.as_bytes(), at, GLUED) > 2
            && context::ends_day_or_time(self.head(at + 2))
            && self.marker(at + 2)
    }

    /// Where a number begins with which the digits from `at` to `end` end, if they are more.
    fn tail(&self, at: usize, end: usize, number: u32) -> Option<usize> {
        let number = number.to_string();
        let start = end.checked_sub(number.len()).filter(|&start| number != "0" && start > at)?;
        self.rest(start).starts_with(&number).then_some(start)
    }
}
