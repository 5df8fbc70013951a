//! What stands before a place where a marker may begin.
//!
//! ```text
//! …依照  第三条       before = Word, REFERRED        …职责： 1.       before = Colon
//! 【 第一章 总则】     as before 【                    （见 （二）       PAREN
//! ```

use super::bytes::{self, four, is_ideograph, three_before};
use super::candidate::Place;
use super::context::{self, Before};
use super::few::Few;
use super::ideograph::ENDS;
use super::marker::{Delim, is_blank};
use super::sign::{self, End};
use super::walk::Walk;
use super::words::{BEFORE, Near};
use super::{Candidate, flag, numeral};
use crate::gap::{self, ends_with_written_break};

/// How far back a quotation mark or bracket is believed to be open, in bytes: beyond that the closing
/// one is more likely lost.
const QUOTE_REACH: usize = 600;
const TITLE_REACH: usize = 240;
pub(super) const PAREN_REACH: usize = 300;
/// Where nothing is open: no offset, and further from each than any reach.
pub(super) const CLOSED: usize = usize::MAX / 2;
/// What a paragraph begins with.
const INDENT: &str = "\u{3000}\u{3000}";
/// The most blanks looked over before a marker: a paragraph may begin behind eight `&nbsp;`.
const BLANKS_BEFORE: usize = 512;
/// What words end with that a reference follows only in some places.
const JU: u32 = bytes::of("据");
const YONG: u32 = bytes::of("用");
const TITLE_END: u32 = bytes::of("》");

impl Walk<'_, '_> {
    /// What stands before `at`.
    #[inline(always)]
    pub(super) fn place(&self, at: usize) -> Place {
        let mut flags = self.begun;
        let mut set = |flag: u32, on: bool| flags |= if on { flag } else { 0 };
        // Behind most places nothing was opened that is still open.
        if self.quote.min(self.title).min(self.paren) < at {
            set(flag::QUOTE, is_open(self.quote, at, QUOTE_REACH) && !self.lost_quote_end());
            set(flag::TITLE, is_open(self.title, at, TITLE_REACH) && !self.lost_title_end(at));
            set(flag::PAREN, is_open(self.paren, at, PAREN_REACH));
        }
        match sign::end(self.text.as_bytes(), at) {
            // Most words say nothing about a number behind them, and these signs never do.
            End::Of(Before::Word) if ENDS.lack_end_of(self.text.as_bytes(), at) => {
                Place { at, before: Before::Word, flags }
            }
            // A heading in such brackets stands where they stand: 【第一章 总则】.
            End::Of(Before::Open) if self.head(at).ends_with('【') => {
                Place { at, ..self.place_behind(at - '【'.len_utf8(), flags) }
            }
            End::Of(Before::Colon) => {
                set(flag::LED_IN, self.leads_in(self.head(at)));
                set(flag::NAMED, context::is_value(self.head(at), self.rest(at)));
                Place { at, before: Before::Colon, flags }
            }
            End::Of(before @ (Before::Semi | Before::Open | Before::Stop | Before::Comma)) => {
                Place { at, before, flags }
            }
            // Of the signs that close something only 》 leads to a reference.
            End::Of(before @ Before::Close) if three_before(self.text.as_bytes(), at) != TITLE_END => {
                Place { at, before, flags }
            }
            End::Of(Before::Line) => {
                let before = if ends_with_colon(self.head(at)) { Before::ColonLine } else { Before::Line };
                set(flag::LED_IN, before == Before::ColonLine && self.leads_in(self.head(at)));
                Place { at, before, flags }
            }
            _ => self.place_behind(at, flags),
        }
    }

    /// Whether a sentence ended between the title mark that is open and `at`: no title holds one, so that the closing mark is
    /// lost: 按照《条例执行。（二）….
    fn lost_title_end(&self, at: usize) -> bool {
        let title = self.text.as_bytes().get(self.title..at).unwrap_or(&[]);
        memchr::memmem::find(title, "。".as_bytes()).is_some()
    }

    /// Whether the quotation mark that is open opens nothing: a stop follows it, or another one before any that closes, but for
    /// that of a new paragraph, or the end of the text. It was typed for the closing one, or that is lost: 推进“五个一｜工程，办好“….
    #[inline(never)]
    fn lost_quote_end(&self) -> bool {
        const STOPS: [char; 8] = ['，', '。', '；', '、', '）', ',', ';', ')'];
        let Some(inner) = self.rest(self.quote).strip_prefix('“') else { return false };
        let reach = inner.as_bytes().get(..QUOTE_REACH).unwrap_or(inner.as_bytes());
        let mut signs = memchr::memchr_iter(0xE2, reach).filter_map(|at| match reach.get(at + 1..at + 3)? {
            [0x80, 0x9C] => Some((at, true)),
            [0x80, 0x9D] => Some((at, false)),
            _ => None,
        });
        let paragraph = |at| {
            let before = inner.get(..at).unwrap_or("").trim_end_matches(is_blank);
            before.ends_with(['\n', '\r', '。', '；', '：', ';', ':'])
        };
        inner.starts_with(STOPS)
            || signs.next().map_or(inner.len() <= QUOTE_REACH, |(at, opens)| opens && !paragraph(at))
    }

    /// The same, behind a sign, a word or blanks that say more.
    #[inline(always)]
    fn place_behind(&self, at: usize, mut flags: u32) -> Place {
        let text = self.text.as_bytes();
        let end = before_blanks(text, at);
        let class = match sign::end(text, end) {
            End::Of(class) => class,
            End::Unknown => context::before(self.head(end).chars().next_back()),
        };
        let before = match class {
            Before::Line if ends_with_colon(self.head(end)) => Before::ColonLine,
            Before::Word if self.head(at).ends_with(INDENT) => Before::Indent,
            Before::Digit if self.torn == at => Before::Stop,
            // As behind the bracket that a date often stands in.
            Before::Digit
                if context::ends_day_or_time(self.head(end)) || end == at && context::ends_with_page(self.head(at)) =>
            {
                Before::Close
            }
            // ★1、: the sign begins an item.
            Before::Other | Before::Bullet => {
                let (before, signed) = self.before_sign(end, class);
                flags |= signed;
                before
            }
            before => before,
        };
        let mut set = |flag: u32, on: bool| flags |= if on { flag } else { 0 };
        set(flag::SPACED, end < at);
        // 2019（3）: no blank stands before.
        set(
            flag::BEHIND_NUMERAL,
            class == Before::Digit && end == at && text.get(at - 1).is_some_and(u8::is_ascii_digit),
        );
        if matches!(before, Before::Colon | Before::ColonLine) {
            set(flag::LED_IN, self.leads_in(self.head(end)));
            set(flag::NAMED, before == Before::Colon && context::is_value(self.head(end), self.rest(at)));
        }
        if before == Before::Other {
            set(flag::COUNTING, context::ends_with_relation(self.head(end)));
        }
        if matches!(before, Before::Word | Before::Dun | Before::Close | Before::Comma) {
            flags |= self.said_before(end, before, at);
        }
        // 采取（1）自学、（2）集中学: the brackets part the items as well.
        let bracket = || matches!(four(text, at).to_le_bytes(), [b'(', ..] | [0xEF, 0xBC, 0x88, _] | [0xE2, 0x91, ..]);
        if matches!(before, Before::Dun | Before::Word)
            && flags & flag::COUNTING == 0
            && bracket()
            && (before == Before::Dun || self.joins_last(end))
        {
            return Place { at, before: Before::Comma, flags: flags & !flag::REFERRED };
        }
        Place { at, before, flags }
    }

    /// Whether a word joins the last of a list to the items before it: （1）经过、（2）范围及（3）措施.
    #[inline(never)]
    fn joins_last(&self, end: usize) -> bool {
        static JOINS: Few<8> = Few::of("及和与與");
        const ITEM: usize = 90;
        let text = self.text.as_bytes();
        JOINS.has(three_before(text, end))
            && is_ideograph(three_before(text, end - 3))
            && self.out.candidates.last().is_some_and(|last| {
                last.before == Before::Comma
                    && last.start as usize + ITEM > end
                    && matches!(last.delim, Delim::Paired | Delim::None)
            })
    }

    /// [`flag::SIGNED`] where a sign that belongs to a number ends at `at`, and what stands before it where it is one of weight, a
    /// stop where words do; else `class`.
    #[inline(never)]
    fn before_sign(&self, at: usize, class: Before) -> (Before, u32) {
        let sign = gap::sign_before(self.text, at);
        if sign == 0 {
            return (class, 0);
        }
        if !gap::is_weighty(self.text, at) {
            return (class, flag::SIGNED);
        }
        let head = self.head(at - sign).trim_end_matches(is_blank);
        let before = match context::before(head.chars().next_back()) {
            Before::Line if ends_with_colon(head) => Before::ColonLine,
            before @ (Before::Start | Before::Line | Before::Colon | Before::Semi) => before,
            _ => Before::Stop,
        };
        (before, flag::SIGNED)
    }

    /// Whether the words before a colon say that a list follows. Asked only of what stands so near behind a candidate that the
    /// search asks for it: with two stops between at most, the colon and its line break.
    fn leads_in(&self, head: &str) -> bool {
        let near = |last: &Candidate| self.out.stops.len() - last.stops as usize <= 2;
        self.out.candidates.last().is_none_or(near) && context::leads_in(head)
    }

    /// What the word or sign that ends at `end` says about a number at `at`, behind blanks or none.
    fn said_before(&self, end: usize, before: Before, at: usize) -> u32 {
        let (text, mut flags) = (self.text.as_bytes(), 0);
        let mut set = |flag: u32, on: bool| flags |= if on { flag } else { 0 };
        let last = three_before(text, end);
        if let Some(ends) = BEFORE.of(last) {
            // The last character has three bytes.
            let previous = three_before(text, end - 3);
            let may = |near: Option<Near>| near.is_some_and(|near| near.allows(previous));
            let refers = may(ends.referring);
            // Of 依据 and 适用, and of the name of a document, more is asked.
            let surely = refers && !matches!(last, JU | YONG);
            let refers = surely || (refers || may(ends.document)) && context::refers(self.head(end));
            set(flag::REFERRED, refers);
            set(flag::NAMED, may(ends.numbered) && context::names_number(self.head(end), self.rest(at)));
            set(flag::IN_WORD, may(ends.binding));
            set(flag::BEHIND_NUMERAL, ends.numeral);
        }
        let counts = |c: char| {
            numeral::is_numeral_char(c) || c.is_ascii_digit() || matches!(c, '）' | ')' | '条' | '款' | '项' | '章')
        };
        set(flag::COUNTING, before == Before::Dun && self.head(end).chars().rev().nth(1).is_some_and(counts));
        flags
    }
}

/// Whether what was opened at `open` is still believed to be at `at`.
pub(super) const fn is_open(open: usize, at: usize, reach: usize) -> bool {
    at.wrapping_sub(open) <= reach
}

/// The place before the blanks that end at `at`.
fn before_blanks(text: &[u8], at: usize) -> usize {
    let mut end = at;
    for _ in 0..BLANKS_BEFORE {
        match bytes::blank_before(text, end) {
            // A line break that a program wrote out: 工作要求\n（一）….
            0 if text.get(..end).is_some_and(ends_with_written_break) => end -= 2,
            0 => break,
            len => end -= len,
        }
    }
    end
}

/// Whether the last line that holds anything ends with a colon.
fn ends_with_colon(head: &str) -> bool {
    // Most lines end with 。；： or a word.
    match head.as_bytes() {
        [.., 0xE3, 0x80, 0x82, b'\n'] | [.., 0xEF, 0xBC, 0x9B, b'\n'] | [.., 0xE4..=0xE9, _, _, b'\n'] => return false,
        [.., 0xEF, 0xBC, 0x9A, b'\n'] => return true,
        _ => {}
    }
    let mut back = head.chars().rev().take(BLANKS_BEFORE);
    back.find(|&c| !is_blank(c) && !matches!(c, '\n' | '\r')).is_some_and(|c| matches!(c, '：' | ':'))
}

#[cfg(test)]
mod tests {
    use crate::scan::context::{self, Before};
    use crate::scan::{Scan, flag, scan};

    #[test]
    fn the_end_of_a_word_says_what_the_lists_say() {
        let (mut found, mut told) = (Scan::default(), 0);
        for c in '\u{3001}'..'\u{a000}' {
            for previous in ["", "a", "本", "依", "定依", "附", "适", "□适", "规", "方"] {
                let word = format!("{previous}{c}");
                scan(&format!("{word}第三条目标"), &mut found);
                let Some(place) = found.candidates.iter().find(|place| place.start as usize == word.len()) else {
                    continue;
                };
                if !matches!(place.before, Before::Word | Before::Dun | Before::Close | Before::Comma) {
                    continue;
                }
                let (refers, named) = (context::refers(&word), context::names_number(&word, "第三条目标"));
                assert_eq!(place.has(flag::REFERRED), refers, "{word}");
                assert_eq!(place.has(flag::NAMED), named, "{word}");
                told += usize::from(refers || named);
            }
        }
        assert!(told > 250, "{told}");
    }

    #[test]
    fn a_sign_of_weight_is_looked_through() {
        let mut found = Scan::default();
        for (text, before, signed) in [
            ("甲方要求★2、安装", Before::Stop, true),
            ("甲方。\n▲ 2、安装", Before::Line, true),
            ("如下：\n★2、安装", Before::ColonLine, true),
            ("如下：※2、安装", Before::Colon, true),
            ("★2、安装", Before::Start, true),
            ("甲方；△2、安装", Before::Semi, true),
            ("甲方。• 2、安装", Before::Bullet, true),
            ("同意√2、安装", Before::Bullet, false),
            ("甲方。2、安装", Before::Stop, false),
        ] {
            scan(text, &mut found);
            let at = text.find('2').unwrap();
            let marker = found.candidates.iter().find(|marker| marker.start as usize == at).unwrap();
            assert_eq!((marker.before, marker.has(flag::SIGNED)), (before, signed), "{text}");
        }
    }

    #[test]
    fn blanks_are_looked_through_however_many() {
        let mut found = Scan::default();
        for blanks in [1, 24, super::BLANKS_BEFORE - 1] {
            for (head, before) in
                [("甲方。\n", Before::Line), ("如下：\n", Before::ColonLine), ("甲方。", Before::Stop)]
            {
                scan(&format!("{head}{}一、安装", " ".repeat(blanks)), &mut found);
                assert_eq!(found.candidates.first().map(|marker| marker.before), Some(before), "{head}{blanks}");
            }
        }
    }

    #[test]
    fn quotations_that_are_never_closed() {
        let mut found = Scan::default();
        for (text, is_quoted) in [
            ("改为：“园内禁止：（一）攀折花木。”", true),
            ("改为：“园内禁止：（一）攀折花木。\n“违反的，罚款。”", true),
            ("改为：“园内禁止：（一）攀折花木；“（二）倾倒垃圾。”", true),
            ("推进“一河一长，压实责任（一）明确河长。办好“夜校”", false),
            ("推进'一河一长“，压实责任（一）明确河长。请“专家”", false),
            ("取得'团体第一“。（一）改为：“专人”", false),
            ("推进“一河一长，压实责任（一）明确河长。", false),
            ("推进“一河一长”，压实责任（一）明确河长。", false),
        ] {
            scan(text, &mut found);
            let at = text.find("（一）").unwrap();
            let marker = found.candidates.iter().find(|marker| marker.start as usize == at).unwrap();
            assert_eq!(marker.has(flag::QUOTE), is_quoted, "{text}");
        }
        // So far no end is looked for.
        let long = format!("改为：“园内禁止：（一）{}。", "攀折花木，".repeat(60));
        scan(&long, &mut found);
        assert!(found.candidates.iter().all(|marker| marker.has(flag::QUOTE)));
    }
}
