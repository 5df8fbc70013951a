//! The pass over the anchors: what is done at each sign, and where a marker is tried.
//!
//! ```text
//! …机制。 1 . 建立 （ 一 ） …        。 ends a sentence   1 . a number and its sign   （ a number in brackets, or one is open
//! ```
//!
//! A small state goes along, [`Walk`]. Candidates are put into [`Scan`] in text order.

use super::anchor::BLOCK;
use super::bytes::{self, eight, four, is_ideograph, three, three_before};
use super::candidate::{self, Place};
use super::context::{self, After, Before};
use super::counters::Counter;
use super::earlier::{Excerpt, Found, Listed};
use super::few::Few;
use super::kind::Kind;
use super::marker::{self, Delim, Reading, Short, is_blank};
use super::place::{CLOSED, PAREN_REACH, is_open};
use super::running_head::Heads;
use super::sign::{self, HEADS, Meaning, NUMERALS};
use super::{Candidate, Scan, begun, flag, make_room, numeral};
use crate::closed_up::is_unseen_at;
use crate::gap::{self, ends_with_written_break};
use crate::markup::begins_with_dash;

/// The longest numeral looked over, in characters.
pub(super) const NUMERAL_BACK: usize = 12;
/// The most blanks that a line is indented by.
pub(super) const INDENT: usize = 32;

/// The state of the pass.
pub(super) struct Walk<'s, 'o> {
    pub(super) text: &'s str,
    pub(super) out: &'o mut Scan,
    /// The most candidates that there is room made for.
    pub(super) room: usize,
    /// Anchors before this offset belong to a marker already read.
    pub(super) resume: usize,
    /// Where a quotation mark, a title mark, a round bracket was opened, or [`CLOSED`].
    pub(super) quote: usize,
    pub(super) title: usize,
    pub(super) paren: usize,
    /// Where the last 【 stands, or 0.
    pub(super) label: usize,
    /// Whether a label in brackets stands before the first candidate, as soon as that is known.
    pub(super) labelled: Option<bool>,
    /// Offset behind the last stop.
    pub(super) stop: usize,
    /// Offset behind the last line break.
    pub(super) line: usize,
    /// What without a number began since the last candidate, as [`flag::ANEW`] and [`flag::CLOSES`].
    pub(super) begun: u32,
    /// Whether the last candidate is an article and no stop came behind it.
    pub(super) article: bool,
    /// Where the page number ends that was torn from its line and stands before a marker.
    pub(super) torn: usize,
    /// The number of the last chapter that was written with a zero: 2.0 范围.
    pub(super) zeroed: u32,
    /// Up to where the text was looked through for what follows the first such chapter, and where that was found.
    pub(super) zeroes_sought: usize,
    pub(super) next_zero: Option<usize>,
    /// The list of annexes or books that goes on, if any.
    pub(super) listed: Option<Listed>,
    pub(super) excerpt: Excerpt,
    /// The next number that a site put into the text.
    pub(super) counter: Option<Counter>,
    /// The chapters that are open.
    pub(super) heads: Heads,
}

impl Walk<'_, '_> {
    /// The text from `at`; empty where `at` is no character boundary.
    pub(super) fn rest(&self, at: usize) -> &str {
        self.text.get(at..).unwrap_or("")
    }

    /// The text before `at`; empty where `at` is no character boundary.
    pub(super) fn head(&self, at: usize) -> &str {
        self.text.get(..at).unwrap_or("")
    }

    /// Goes over the anchors of the piece of the text that begins at `start`: a mask for each block of it.
    #[inline(never)]
    pub(super) fn piece(&mut self, start: usize, masks: &[u64]) {
        let (text, mut block) = (self.text.as_bytes(), start);
        for &mask in masks {
            let mut left = mask;
            while left != 0 {
                let at = block + left.trailing_zeros() as usize;
                left &= left - 1;
                if at >= self.resume {
                    self.anchor(at, eight(text, at));
                }
            }
            block += BLOCK;
        }
    }

    /// Goes over the anchor at `at`, where these bytes stand, the first in the lowest place.
    #[inline(always)]
    fn anchor(&mut self, at: usize, eight: u64) {
        let bytes = eight as u32;
        // All signs of more than one byte have three.
        let len = || if (bytes as u8) < 0x80 { 1 } else { 3 };
        match sign::meaning(bytes) {
            Some(Meaning::Nothing) => {}
            Some(Meaning::Stop) => self.end_sentence(at, 3, (eight >> 24) as u32),
            Some(Meaning::ShortStop) => self.end_sentence(at, 1, (eight >> 8) as u32),
            Some(Meaning::Delimiter) => self.delimiter(at),
            Some(Meaning::Digit) => self.digits(at),
            Some(Meaning::Open) => self.open_bracket(at, len()),
            Some(Meaning::Close) => self.close_bracket(at),
            Some(Meaning::Break) => self.end_line(at, eight, len()),
            Some(Meaning::Colon) => self.colon(at, bytes),
            Some(Meaning::Title) => self.title = at,
            Some(Meaning::TitleEnd) => self.title = CLOSED,
            Some(Meaning::Quote) => self.quote = at,
            Some(Meaning::QuoteEnd) => self.quote = CLOSED,
            Some(Meaning::Marker) => self.place_at(at),
            Some(Meaning::Markup) => self.out.may_be_dressed = true,
            Some(Meaning::Unseen) => self.out.has_unseen = true,
            Some(Meaning::Form) => self.out.has_forms = true,
            Some(Meaning::Shell) => self.shell(at),
            Some(Meaning::Tag) => {
                self.out.may_be_dressed = true;
                self.shell(at);
            }
            Some(Meaning::Label) => {
                self.out.may_be_dressed = true;
                self.label = at;
                self.place_at(at);
            }
            Some(Meaning::Said) => self.said(at),
            None => self.character(at, bytes),
        }
    }

    /// A bracket opens at `at` that may stand for a round one.
    #[inline(never)]
    fn shell(&mut self, at: usize) {
        self.out.has_forms |= crate::markup::begins_item(self.rest(at));
    }

    /// `at` is an anchor that is listed nowhere: a character that is a marker, or another, most often an ideograph.
    #[inline]
    fn character(&mut self, at: usize, bytes: u32) {
        if matches!(bytes as u8, 0xE4..=0xE9) {
            return;
        }
        match bytes.to_le_bytes() {
            // 其中正确的是①③: several side by side are those of items elsewhere.
            [0xE2, 0x91, 0xA0..=0xB3, 0xE2] if self.is_circled(at + 3) => self.skip_circled(at),
            [0xE3, 0x81..=0xBF, ..] | [0xE2, 0x91..=0x93 | 0x9D | 0x9E, ..] => self.place_at(at),
            [0xE2, 0x85, ..] if !self.follows(at, |c| matches!(c, '\u{2160}'..='\u{217f}')) => self.place_at(at),
            // ⼀、⽬标: radicals for ideographs.
            [0xE2, 0xBA..=0xBF, ..] => self.out.has_forms = true,
            four if is_unseen_at(&four) => self.out.has_unseen = true,
            _ => {}
        }
    }

    /// Whether one of ① to ⑳ stands there.
    fn is_circled(&self, at: usize) -> bool {
        matches!(self.text.as_bytes().get(at..), Some([0xE2, 0x91, 0xA0..=0xB3, ..]))
    }

    /// Leaves out the circled numbers from `at` on, side by side.
    fn skip_circled(&mut self, at: usize) {
        // Each run is looked through once.
        if at >= self.resume {
            let run = self.text.as_bytes().get(at..).unwrap_or(&[]).as_chunks::<3>().0;
            let count = run.iter().take_while(|sign| matches!(sign, [0xE2, 0x91, 0xA0..=0xB3])).count();
            self.resume = at + 3 * count;
        }
    }

    /// A line break of `len` bytes at `at`, where these bytes stand.
    #[inline(always)]
    fn end_line(&mut self, at: usize, eight: u64, len: usize) {
        if eight as u8 != b'\n' && self.is_odd_break(eight as u32) {
            return;
        }
        // Most lines end with a stop, and so few that have none are empty that their first byte tells.
        let first = self.text.as_bytes().get(self.line).copied().unwrap_or(0);
        if self.line == self.stop && !matches!(first, 0x21..=0x7E | 0xE4..=0xE9) && self.is_empty_line(at) {
            return self.end_empty_line(at + len, (eight >> (8 * len)) as u32);
        }
        self.out.breaks += 1;
        self.line = at + len;
        self.end_sentence(at, len, (eight >> (8 * len)) as u32);
    }

    /// Whether the first of these bytes is that of two which are one line break. Another break than usual has to be made one.
    #[inline(never)]
    fn is_odd_break(&mut self, bytes: u32) -> bool {
        let first_of_two = is_first_of_two(bytes);
        self.out.has_forms |= !first_of_two;
        first_of_two
    }

    /// Whether nothing but blanks stands between the last line break and `at`: such a line is no sentence.
    #[inline(never)]
    fn is_empty_line(&self, at: usize) -> bool {
        self.text.get(self.line..at).is_some_and(|line| line.chars().all(gap::is_blank))
    }

    /// An empty line is over at `end`, where these bytes stand.
    #[inline(never)]
    fn end_empty_line(&mut self, end: usize, behind: u32) {
        (self.line, self.stop) = (end, end);
        self.boundary(end, behind);
    }

    /// A colon of one byte at `at`.
    #[inline(never)]
    fn colon(&mut self, at: usize, bytes: u32) {
        // Not a stop between digits: 8:30.
        if !((bytes >> 8) as u8).is_ascii_digit() || !self.follows(at, |c| c.is_ascii_digit()) {
            self.end_sentence(at, 1, four(self.text.as_bytes(), at + 1));
        }
    }

    /// A stop of `len` bytes at `at`, and the bytes behind it.
    #[inline(always)]
    fn end_sentence(&mut self, at: usize, len: usize, behind: u32) {
        if self.article {
            self.end_article(at);
        }
        make_room(&mut self.out.stops, 1, at, self.text.len(), usize::MAX);
        // A text beyond u32 is cut before it is scanned.
        self.out.stops.push(at as u32);
        self.stop = at + len;
        self.boundary(at + len, behind);
    }

    /// The first sentence of an article ends at `at`. Where it says from when a statute is in force it is the last one:
    /// what comes behind it is an annex, with a head or without.
    #[inline(never)]
    fn end_article(&mut self, at: usize) {
        const WORDS: [&str; 3] = ["起施行", "起实施", "起执行"];
        static LAST: Few<4> = Few::of("行施");
        self.article = false;
        if LAST.has(three_before(self.text.as_bytes(), at)) && WORDS.iter().any(|word| self.head(at).ends_with(word)) {
            self.begun = flag::ANEW;
        }
    }

    /// Looks at what begins behind a stop, at `at`, with these bytes: a Chinese numeral whose delimiter may be lost, 其一，,
    /// 步骤1：, an annex.
    #[inline(always)]
    pub(super) fn boundary(&mut self, at: usize, first: u32) {
        // Most sentences begin with another character than one that matters here.
        if !matches!(first as u8, 0xE4..=0xE9) && bytes::blank(first) > 0 {
            self.boundary_behind_blanks(at);
        } else if HEADS.has(first) {
            self.begins(at);
        }
    }

    #[inline(never)]
    fn boundary_behind_blanks(&mut self, at: usize) {
        let blanks = self.rest(at).chars().take(INDENT).take_while(|&c| is_blank(c));
        let at = at + blanks.map(char::len_utf8).sum::<usize>();
        if HEADS.has(four(self.text.as_bytes(), at)) {
            self.begins(at);
        }
    }

    /// What the ideograph at `at` begins, behind a stop.
    #[inline(never)]
    fn begins(&mut self, at: usize) {
        let rest = self.rest(at);
        let Some(first) = rest.chars().next() else { return };
        let formal = || numeral::is_formal_char(first) && first != '参';
        if numeral::is_numeral_char(first) || matches!(first, '其' | '步') || formal() {
            self.place_at(at);
        } else if matches!(
            first,
            '附' | '名' | '注' | '参' | '註' | '释' | '说' | '备' | '填' | '编' | '结' | '結' | '致'
        ) && context::starts_anew(rest)
        {
            // The head of an annex ends the list of them.
            self.listed = context::lists_annexes(rest).then_some(Listed { at, next: 1, kind: None, table: false });
            self.begun = flag::ANEW;
        } else if context::heads_table(rest) {
            self.listed = Some(Listed { at, next: 1, kind: None, table: true });
        } else if context::begins_box(rest) && self.item_ended(at, begun::BODY) {
            self.begun = flag::CLOSES;
        } else if context::is_last_chapter(rest) && self.item_ended(at, begun::BODY) {
            self.begun = flag::CLOSES | flag::ANEW;
        }
    }

    /// Whether the character before `at` is of a class.
    fn follows(&self, at: usize, class: impl Fn(char) -> bool) -> bool {
        self.head(at).chars().next_back().is_some_and(class)
    }

    /// `at` is a dot or 、: a Chinese numeral, a letter or a Roman numeral may stand before it.
    #[inline(always)]
    fn delimiter(&mut self, at: usize) {
        let before = three_before(self.text.as_bytes(), at);
        // Nearly all signs stand behind a word, and digits are anchors themselves.
        let numeral =
            if is_ideograph(before) { NUMERALS.has(before) } else { !((before >> 16) as u8).is_ascii_digit() };
        if numeral {
            self.behind_numeral(at);
        }
    }

    /// Where the Chinese numeral begins that ends at `at`; of a longer run than is looked over, some place inside it.
    #[inline]
    fn numeral_before(&mut self, at: usize) -> usize {
        let mut start = at;
        for _ in 0..=NUMERAL_BACK {
            if !numeral::begins_chinese(three_before(self.text.as_bytes(), start)) {
                break;
            }
            start -= 3;
        }
        self.out.looked += at - start;
        start
    }

    /// `at` is a sign that may close a numeral.
    #[inline(never)]
    fn behind_numeral(&mut self, at: usize) {
        const MASK: u32 = bytes::of("○");
        let (text, start) = (self.text.as_bytes(), self.numeral_before(at));
        if start == at || three(four(text, start)) == MASK {
            self.behind_any_numeral(at);
        } else if start >= self.resume && !numeral::begins_chinese(three_before(text, start)) && !self.marker(start) {
            self.behind_other_numeral(start, at);
        }
    }

    /// What stands from `start` to `at` is no numeral: the last ideograph of a title may be one, and 一 the first of a list:
    /// 读书心得篇二一、读书的收获.
    #[inline(never)]
    fn behind_other_numeral(&mut self, start: usize, at: usize) {
        const FIRST: u32 = bytes::of("一");
        if at - start > 3 && three_before(self.text.as_bytes(), at) == FIRST {
            self.marker(at - 3);
        }
    }

    #[inline(never)]
    fn behind_any_numeral(&mut self, at: usize) {
        let mut head = self.head(at);
        // Blanks before the delimiter: `一 、`.
        for _ in 0..2 {
            match head.chars().next_back() {
                Some(c) if is_blank(c) => head = head.get(..head.len() - c.len_utf8()).unwrap_or(""),
                _ => break,
            }
        }
        let class: fn(char) -> bool = match head.chars().next_back() {
            Some(c) if numeral::is_numeral_char(c) => numeral::is_numeral_char,
            Some(c) if numeral::is_formal_char(c) => numeral::is_formal_char,
            // Two parties together: 甲、乙双方.
            Some(c) if is_stem(c) && self.is_list_of_stems(at) => return,
            Some(c) if is_stem(c) => is_stem,
            // —、目标 for 一、目标
            Some('—' | '－' | '─') => {
                self.out.has_forms = true;
                return;
            }
            Some('A'..='Z' | 'a'..='z' | 'Ａ'..='Ｚ' | 'ａ'..='ｚ') => {
                |c| c.is_ascii_alphabetic() || matches!(c, 'Ａ'..='Ｚ' | 'ａ'..='ｚ')
            }
            _ => return,
        };
        let mut start = head.len();
        for c in head.chars().rev().take(NUMERAL_BACK + 1) {
            if !class(c) {
                break;
            }
            start -= c.len_utf8();
        }
        self.out.looked += at - start;
        // A longer run is no numeral: its tail must not be read as one. Nor is a letter behind a digit.
        let letters = self.rest(start).starts_with(|c: char| c.is_ascii_alphabetic());
        let goes_on = |c: char| class(c) || letters && c.is_ascii_alphanumeric();
        // A name that is not told is no numeral: 記錄：○○○四、
        let masked = self.rest(start).len() - self.rest(start).trim_start_matches('○').len();
        if start >= self.resume && (masked > 0 || !self.follows(start, goes_on)) {
            self.place_at(start + masked);
        }
    }

    /// Whether another stem follows the delimiter at `at`.
    fn is_list_of_stems(&self, at: usize) -> bool {
        self.rest(at).chars().nth(1).is_some_and(is_stem)
    }

    /// `at` is 是 or 要: 一是 一要.
    #[inline(never)]
    fn said(&mut self, at: usize) {
        let before = three_before(self.text.as_bytes(), at);
        if is_ideograph(before) && !NUMERALS.has(before) {
            return;
        }
        let start = self.numeral_before(at);
        if start < at && start >= self.resume {
            self.place_at(start);
        }
    }

    #[inline(always)]
    fn open_bracket(&mut self, at: usize, len: usize) {
        if !self.marker(at) {
            self.paren = at;
            self.resume = at + len;
            // （—）目标 for （一）目标
            self.out.has_forms |= begins_with_dash(self.text.as_bytes().get(at + len..).unwrap_or(&[]));
        }
    }

    #[inline(never)]
    fn close_bracket(&mut self, at: usize) {
        if !is_open(self.paren, at, PAREN_REACH) {
            self.behind_numeral(at);
        }
        self.paren = CLOSED;
    }

    /// A marker may begin at `at`.
    #[inline(never)]
    fn place_at(&mut self, at: usize) {
        self.marker(at);
    }

    /// Reads a marker at `at` and keeps its readings as candidates. False: there is none.
    pub(super) fn marker(&mut self, at: usize) -> bool {
        if at < self.resume {
            return false;
        }
        if let Some(counter) = self.counter.filter(|counter| counter.at == at) {
            (self.counter, self.resume) = (counter.next(self.text), counter.end());
            return true;
        }
        self.out.looked += 1;
        let one = match marker::read_shortly(self.text, at) {
            Short::Nothing => return false,
            Short::One(reading) => reading,
            // Where a sign closes the numeral, the numeral alone is ruled out.
            Short::Two(reading, other)
                if other.delim == Delim::None
                    && matches!(reading.delim, Delim::Dot | Delim::Dun | Delim::Comma | Delim::Colon) =>
            {
                reading
            }
            // 一是…；二是…；三是…: the last is no 三 that lost its 、.
            Short::Two(reading, _) if matches!(reading.kind, Kind::Shi | Kind::Yao) && self.follows_said(reading) => {
                reading
            }
            Short::Two(first, other) => return self.found(at, Found { first, more: &[other] }, self.after(at, first)),
            Short::Unknown => return self.found_more(at, marker::by_grammar(self.rest(at)).as_slice()),
            Short::Large => return self.is_named(at),
        };
        let after = self.after(at, one);
        if candidate::is_refused(one, after) {
            self.out.looked += one.len as usize;
            return self.is_named(at);
        }
        self.found(at, Found { first: one, more: &[] }, after)
    }

    /// What stands behind a reading of the marker at `at`.
    #[inline(always)]
    fn after(&self, at: usize, reading: Reading) -> After {
        sign::after(self.text, at + reading.len as usize)
    }

    /// What stands at `at` is no marker, so that false is returned. Without line breaks nothing but the number behind it may
    /// show the head of an annex.
    #[inline(always)]
    fn is_named(&mut self, at: usize) -> bool {
        const LAST: u32 = bytes::of("件");
        if three_before(self.text.as_bytes(), at) == LAST && context::heads_annex(self.head(at)) {
            self.begun = flag::ANEW;
            self.listed = None;
        }
        false
    }

    /// [`Self::found`] of any readings.
    #[inline(never)]
    pub(super) fn found_more(&mut self, at: usize, readings: &[Reading]) -> bool {
        readings
            .split_first()
            .is_some_and(|(&first, more)| self.found(at, Found { first, more }, self.after(at, first)))
    }

    /// Keeps the readings of the marker at `at` as candidates. `after`: what stands behind the first. False: none can be one.
    #[inline(always)]
    fn found(&mut self, at: usize, readings: Found<'_>, after: After) -> bool {
        let mut place = self.place(at);
        // Told only here, for the scan sees no \.
        self.out.may_be_dressed |= place.flags & flag::SPACED != 0 && ends_with_written_break(self.head(at).as_bytes());
        if let Found { first: unit, more: [] } = readings
            && unit.kind <= Kind::JieArabic
            && place.before.begins_line()
            && !matches!(unit.kind, Kind::Article)
            && self.is_running_head(at, unit)
        {
            self.resume = at + unit.len as usize;
            return true;
        }
        let titled = place.before == Before::Word && self.titled(at, readings);
        if titled && readings.any(|reading| self.ends_title(at, reading)) {
            return false;
        }
        if place.before == Before::Dun && self.nests(at, readings) || titled {
            (place.before, place.flags) = (Before::Stop, place.flags & !(flag::COUNTING | flag::REFERRED));
        }
        let mut begins = readings.any(|reading| reading.ord == 1 << 6);
        if begins && place.before == Before::Word && self.is_below_table_head(at, readings) {
            self.listed = Some(Listed { at, next: 1, kind: None, table: true });
        }
        let mut end = self.keep(at, readings.first, after, &mut place, &mut begins);
        for &reading in readings.more {
            end = end.min(self.keep(at, reading, self.after(at, reading), &mut place, &mut begins));
        }
        if end == usize::MAX {
            return self.is_named(at);
        }
        self.resume = end;
        self.begun = 0;
        true
    }

    /// Keeps one of the readings of the marker at `at`, in front of `after`. `begins`: whether what ended before a list is still to
    /// be asked. Returns where the reading ends, or the largest offset where it can be none.
    #[inline(always)]
    fn keep(&mut self, at: usize, reading: Reading, after: After, place: &mut Place, begins: &mut bool) -> usize {
        self.out.looked += reading.len as usize;
        let Reading { len, kind, delim, ord, prefix } = reading;
        let listed = self.listed(at, place.before, reading);
        // The other readings of the place are no more than this one.
        place.flags |= if listed { flag::ANNEX_LIST } else { 0 };
        // What ended before a list is asked only of what may be a marker, but for letters, which it tells from the number
        // of an annex.
        if *begins && kind == Kind::Upper {
            *begins = false;
            place.flags |= self.begins_list(at, place.before);
        }
        let behind = at + len as usize;
        if kind == Kind::Upper && delim == Delim::Dot && self.is_initial(at, place.before, behind) {
            return usize::MAX;
        }
        let Some(mut flags) = candidate::told(self.text, *place, reading, after) else { return usize::MAX };
        if *begins {
            *begins = false;
            let ended = self.begins_list(at, place.before);
            (place.flags, flags) = (place.flags | ended, flags | ended);
        }
        self.heads_decimal(at, reading);
        let cut = self.excerpt.of(reading, place.before);
        if cut != 0 {
            self.begins_in_list();
            flags |= cut;
        }
        if place.before == Before::Word && self.names_thing(at, kind, ord) {
            flags |= flag::COUNTING;
        }
        if self.labelled.is_none() {
            self.labelled = Some(self.is_labelled(at));
        }
        make_room(&mut self.out.candidates, 1, at, self.text.len(), self.room);
        // Offsets fit: a text beyond u32 is cut before it is scanned.
        self.out.candidates.push(Candidate {
            prefix,
            start: at as u32,
            end: behind as u32,
            ord,
            stops: self.out.stops.len() as u32,
            flags,
            weight: 0,
            kind,
            delim,
            before: place.before,
            after,
        });
        self.article = matches!(kind, Kind::Article | Kind::ArticleArabic);
        if listed {
            self.listed = Some(Listed { at, next: (ord >> 6) + 1, kind: Some(kind), table: false });
        }
        behind
    }
}

/// Whether the first and second of these bytes are one line break.
const fn is_first_of_two(bytes: u32) -> bool {
    bytes & 0xFFFF == u16::from_le_bytes(*b"\r\n") as u32
}

/// How many line breaks are among the anchors of the piece of a text that begins at `start`.
pub(super) fn breaks(text: &[u8], start: usize, masks: &[u64]) -> usize {
    let (mut breaks, mut block) = (0, start);
    for &mask in masks {
        let mut left = mask;
        while left != 0 {
            let bytes = four(text, block + left.trailing_zeros() as usize);
            breaks += usize::from(sign::meaning(bytes) == Some(Meaning::Break) && !is_first_of_two(bytes));
            left &= left - 1;
        }
        block += BLOCK;
    }
    breaks
}

/// Whether this is a stem, 甲 to 癸.
fn is_stem(character: char) -> bool {
    numeral::stem(character.encode_utf8(&mut [0; 4])).is_ok()
}
