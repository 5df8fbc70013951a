//! What stands before a place where a marker may begin.
//!
//! ```text
//! …依照  第三条       before = Word, REFERRED        …职责： 1.       before = Colon
//! 【 第一章 总则】     as before 【                    （见 （二）       PAREN
//! ```

use super::candidate::Place;
use super::context::{self, Before};
use super::ideograph::ENDS;
use super::marker::is_blank;
use super::sign::{self, End};
use super::walk::Walk;
use super::{flag, numeral};

/// How far back a quotation mark or bracket is believed to be open, in bytes: beyond that the closing
/// one is more likely lost.
const QUOTE_REACH: usize = 600;
const TITLE_REACH: usize = 240;
pub(super) const PAREN_REACH: usize = 300;
/// Where nothing is open: no offset, and further from each than any reach.
pub(super) const CLOSED: usize = usize::MAX / 2;
/// What a paragraph begins with.
const INDENT: &str = "\u{3000}\u{3000}";
/// The most blanks looked over before a marker.
const BLANKS_BEFORE: usize = 12;

impl Walk<'_, '_> {
    /// What stands before `at`.
    #[inline]
    pub(super) fn place(&self, at: usize) -> Place {
        let mut flags = self.begun;
        let mut set = |flag: u32, on: bool| flags |= if on { flag } else { 0 };
        set(flag::QUOTE, is_open(self.quote, at, QUOTE_REACH));
        set(flag::TITLE, is_open(self.title, at, TITLE_REACH));
        set(flag::PAREN, is_open(self.paren, at, PAREN_REACH));
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
                set(flag::LED_IN, context::leads_in(self.head(at)));
                set(flag::NAMED, context::is_value(self.head(at), self.rest(at)));
                Place { at, before: Before::Colon, flags }
            }
            End::Of(before @ (Before::Semi | Before::Open | Before::Stop | Before::Comma)) => {
                Place { at, before, flags }
            }
            End::Of(Before::Line) => {
                let before = if ends_with_colon(self.head(at)) { Before::ColonLine } else { Before::Line };
                set(flag::LED_IN, before == Before::ColonLine && context::leads_in(self.head(at)));
                Place { at, before, flags }
            }
            _ => self.place_behind(at, flags),
        }
    }

    /// The same, behind a sign, a word or blanks that say more.
    fn place_behind(&self, at: usize, mut flags: u32) -> Place {
        let head = self.head(at);
        let trimmed = without_blanks(head);
        let before = match context::before(trimmed.chars().next_back()) {
            Before::Line if ends_with_colon(trimmed) => Before::ColonLine,
            Before::Word if head.ends_with(INDENT) => Before::Indent,
            // As behind the bracket that a date often stands in.
            Before::Digit if context::ends_date(trimmed) => Before::Close,
            before => before,
        };
        let mut set = |flag: u32, on: bool| flags |= if on { flag } else { 0 };
        set(flag::SPACED, trimmed.len() < head.len());
        // 2019（3）: no blank stands before.
        set(flag::BEHIND_NUMERAL, head.ends_with(|c: char| c.is_ascii_digit()));
        if matches!(before, Before::Colon | Before::ColonLine) {
            set(flag::LED_IN, context::leads_in(trimmed));
            set(flag::NAMED, before == Before::Colon && context::is_value(trimmed, self.rest(at)));
        }
        if before == Before::Other {
            set(flag::COUNTING, context::ends_with_relation(trimmed));
        }
        if matches!(before, Before::Word | Before::Dun | Before::Close | Before::Comma) {
            flags |= self.said_before(trimmed, before, at);
        }
        Place { at, before, flags }
    }

    /// What the word or sign that `trimmed` ends with says about a number at `at`.
    fn said_before(&self, trimmed: &str, before: Before, at: usize) -> u32 {
        let mut flags = 0;
        let mut set = |flag: u32, on: bool| flags |= if on { flag } else { 0 };
        let mut back = trimmed.chars().rev();
        set(flag::REFERRED, context::refers(trimmed));
        set(flag::NAMED, context::names_number(trimmed, self.rest(at)));
        set(flag::IN_WORD, context::forms_word_with_numeral(trimmed));
        set(flag::BEHIND_NUMERAL, back.next().is_some_and(numeral::is_numeral_char));
        let counts = |c| {
            numeral::is_numeral_char(c) || c.is_ascii_digit() || matches!(c, '）' | ')' | '条' | '款' | '项' | '章')
        };
        set(flag::COUNTING, before == Before::Dun && back.next().is_some_and(counts));
        flags
    }
}

/// Whether what was opened at `open` is still believed to be at `at`.
pub(super) const fn is_open(open: usize, at: usize, reach: usize) -> bool {
    at.wrapping_sub(open) <= reach
}

/// The text before the blanks that `head` ends with.
fn without_blanks(head: &str) -> &str {
    let mut trimmed = head;
    for _ in 0..BLANKS_BEFORE {
        match trimmed.chars().next_back() {
            Some(c) if is_blank(c) => trimmed = trimmed.get(..trimmed.len() - c.len_utf8()).unwrap_or(""),
            _ => break,
        }
    }
    trimmed
}

/// Whether the last line that holds anything ends with a colon.
fn ends_with_colon(head: &str) -> bool {
    // Most lines end with 。 or a word.
    if matches!(head.as_bytes(), [.., 0xE3, 0x80, 0x82, b'\n'] | [.., 0xE4..=0xE9, _, _, b'\n']) {
        return false;
    }
    let mut back = head.chars().rev().take(BLANKS_BEFORE);
    back.find(|&c| !is_blank(c) && !matches!(c, '\n' | '\r')).is_some_and(|c| matches!(c, '：' | ':'))
}
