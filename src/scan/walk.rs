//! The pass over the anchors: what is done at each sign, and where a marker is tried.
//!
//! ```text
//! …机制。 1 . 建立 （ 一 ） …        。 ends a sentence   1 . a number and its sign   （ a number in brackets, or one is open
//! ```
//!
//! A small state goes along, [`Walk`]. Candidates are put into [`Scan`] in text order.

use super::candidate;
use super::context::{self, Before};
use super::counters::Counter;
use super::earlier::{Excerpt, Listed, RECENT};
use super::ideograph::{HEADS, NUMERALS};
use super::kind::Kind;
use super::marker::{self, Delim, Short, is_blank};
use super::place::{CLOSED, PAREN_REACH, is_open};
use super::sign::{self, End, Meaning};
use super::{Scan, begun, flag, make_room, numeral};

/// The longest numeral looked back over, in characters.
const NUMERAL_BACK: usize = 12;

/// The longest run of digits that a number may be glued to.
const GLUED: usize = 20;
/// The most spaces looked over behind a stop.
const MAX_SPACES: usize = 8;

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
    /// Offset behind the last stop.
    pub(super) stop: usize,
    /// Offset behind the last line break.
    pub(super) line: usize,
    /// What without a number began since the last candidate, as [`flag::ANEW`] and [`flag::CLOSES`].
    pub(super) begun: u32,
    /// Whether the last candidate is an article and no stop came behind it.
    pub(super) article: bool,
    /// The list of annexes or books that goes on, if any.
    pub(super) listed: Option<Listed>,
    pub(super) excerpt: Excerpt,
    /// The next number that a site put into the text.
    pub(super) counter: Option<Counter>,
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

    #[inline]
    pub(super) fn anchor(&mut self, at: usize, bytes: [u8; 3]) {
        if at < self.resume {
            return;
        }
        let [first, second, _] = bytes;
        if matches!(first, 0xE4..=0xE9) {
            // 第, or an ideograph that is an anchor beside 是 and 要: a quarter of all anchors.
            return self.ideograph(at, bytes);
        }
        // All signs of more than one byte have three.
        let len = || if first < 0x80 { 1 } else { 3 };
        match sign::meaning(bytes) {
            Some(Meaning::Nothing) => {}
            Some(Meaning::Stop) => self.end_sentence(at, len()),
            Some(Meaning::Delimiter) => self.delimiter(at),
            Some(Meaning::Digit) => self.digits(at),
            Some(Meaning::Open) => self.open_bracket(at, len()),
            Some(Meaning::Close) => self.close_bracket(at),
            Some(Meaning::Break) => {
                self.out.breaks += usize::from(first != b'\r' || second != b'\n');
                self.line = at + len();
                self.end_sentence(at, len());
            }
            // Not a stop between digits: 8:30.
            Some(Meaning::Colon) if second.is_ascii_digit() && self.follows(at, |c| c.is_ascii_digit()) => {}
            Some(Meaning::Colon) => self.end_sentence(at, len()),
            Some(Meaning::Blank) if at == self.stop || at == self.line => self.boundary(at + len()),
            Some(Meaning::Blank) => {}
            Some(Meaning::Title) => self.title = at,
            Some(Meaning::TitleEnd) => self.title = CLOSED,
            Some(Meaning::Quote) => self.quote = at,
            Some(Meaning::QuoteEnd) => self.quote = CLOSED,
            Some(Meaning::Marker) => self.place_at(at),
            None => self.character(at, bytes),
        }
    }

    /// `at` is an anchor that is an ideograph: 第, 是, 要 or another.
    fn ideograph(&mut self, at: usize, bytes: [u8; 3]) {
        match bytes {
            [0xE7, 0xAC, 0xAC] => self.place_at(at),
            [0xE6, 0x98, 0xAF] | [0xE8, 0xA6, 0x81] => self.said(at),
            _ => {}
        }
    }

    /// `at` is an anchor of no block of signs and no ideograph: a character that is a marker, or another.
    fn character(&mut self, at: usize, bytes: [u8; 3]) {
        match bytes {
            [0xE3, ..] | [0xE2, 0x91..=0x93 | 0x9D | 0x9E, _] => self.place_at(at),
            [0xE2, 0x85, _] if !self.follows(at, |c| matches!(c, '\u{2160}'..='\u{217f}')) => self.place_at(at),
            _ => {}
        }
    }

    /// The three bytes from `at`, zeros behind the end of the text.
    #[inline]
    fn three(&self, at: usize) -> [u8; 3] {
        match self.text.as_bytes().get(at..).and_then(<[u8]>::first_chunk) {
            Some(&bytes) => bytes,
            None => self.last(at),
        }
    }

    #[cold]
    fn last(&self, at: usize) -> [u8; 3] {
        let bytes = self.text.as_bytes();
        std::array::from_fn(|ahead| bytes.get(at + ahead).copied().unwrap_or(0))
    }

    /// A stop of `len` bytes at `at`.
    #[inline(always)]
    pub(super) fn end_sentence(&mut self, at: usize, len: usize) {
        if self.article {
            self.article = false;
            if self.closes_statute(at) {
                self.begun = flag::ANEW;
            }
        }
        // A text beyond u32 is cut before it is scanned.
        make_room(&mut self.out.stops, 1, at, self.text.len(), usize::MAX);
        self.out.stops.push(at as u32);
        self.stop = at + len;
        self.boundary(at + len);
    }

    /// Whether the article whose first sentence ends at `at` says from when a statute is in force, and is its last one:
    /// what comes behind it is an annex, with a head or without.
    fn closes_statute(&self, at: usize) -> bool {
        const LAST: [&str; 3] = ["起施行", "起实施", "起执行"];
        LAST.iter().any(|word| self.head(at).ends_with(word))
    }

    /// Looks at what begins behind a stop: a Chinese numeral whose delimiter may be lost, 其一，, an annex.
    #[inline(always)]
    pub(super) fn boundary(&mut self, mut at: usize) {
        let mut first = self.three(at);
        while first[0] == b' ' && at < self.stop + MAX_SPACES {
            at += 1;
            first = self.three(at);
        }
        // Most sentences begin with another ideograph than one that matters here.
        if matches!(first, [0xE4..=0xE9, ..]) && !HEADS.lacks(first) {
            self.begins(at);
        }
    }

    /// What the ideograph at `at` begins, behind a stop.
    fn begins(&mut self, at: usize) {
        let rest = self.rest(at);
        let Some(first) = rest.chars().next() else { return };
        if numeral::is_numeral_char(first) || first == '其' {
            self.place_at(at);
        } else if matches!(first, '附' | '名' | '注' | '参' | '註') && context::starts_anew(rest) {
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
        let bytes = self.text.as_bytes();
        // Digits are anchors themselves.
        let digit = at.checked_sub(1).and_then(|last| bytes.get(last)).is_some_and(u8::is_ascii_digit);
        if !digit && !NUMERALS.lack_end_of(bytes, at) {
            self.behind_numeral(at);
        }
    }

    #[inline(never)]
    fn behind_numeral(&mut self, at: usize) {
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
    fn said(&mut self, at: usize) {
        if NUMERALS.lack_end_of(self.text.as_bytes(), at) {
            return;
        }
        let head = self.head(at);
        let mut start = at;
        for c in head.chars().rev().take(NUMERAL_BACK + 1) {
            if !numeral::is_numeral_char(c) {
                break;
            }
            start -= c.len_utf8();
        }
        self.out.looked += at - start;
        if start < at && start >= self.resume {
            self.place_at(start);
        }
    }

    fn open_bracket(&mut self, at: usize, len: usize) {
        if !self.marker(at) {
            self.paren = at;
            self.resume = at + len;
        }
    }

    fn close_bracket(&mut self, at: usize) {
        if !is_open(self.paren, at, PAREN_REACH) {
            self.behind_numeral(at);
        }
        self.paren = CLOSED;
    }

    /// `at` is the first digit of a run, or lies inside one.
    fn digits(&mut self, at: usize) {
        let head = self.head(at);
        let mut before = head.chars().rev();
        let mut start = at;
        match sign::end(self.text.as_bytes(), at) {
            // Nearly all figures stand behind words.
            End::Of(Before::Word) => {}
            _ => match before.next() {
                // Inside a number, or behind its decimal point: 3.5, 2020.12.31, 1,200.
                Some('0'..='9' | '０'..='９') => return,
                // A full-width comma or colon may stand between items all the same.
                Some('.' | '．' | ',' | ':')
                    if before.clone().next().is_some_and(|c| c.is_ascii_digit() || ('０'..='９').contains(&c)) =>
                {
                    self.skip_digits(at);
                    return;
                }
                // A.1 in an annex of a standard.
                Some('.' | '．')
                    if before.next().is_some_and(|c| c.is_ascii_uppercase())
                        && !before.next().is_some_and(|c| c.is_ascii_alphanumeric()) =>
                {
                    self.skip_digits(at);
                    return;
                }
                Some(c @ ('[' | '［' | '【')) => start = at - c.len_utf8(),
                // 第 3.2 条 refers to it.
                Some(c) if is_blank(c) && before.next() == Some('第') => {
                    self.skip_digits(at);
                    return;
                }
                // The last part of a name: FR-NET-01, GB/T-2020. A number may be glued to it all the same.
                Some('-' | '_') if before.next().is_some_and(|c| c.is_ascii_alphanumeric()) => {
                    self.glued(at);
                    return;
                }
                _ => {}
            },
        }
        if start == at {
            let digits = self.text.as_bytes().get(at..).unwrap_or(&[]);
            let len = digits.iter().take(NUMERAL_BACK).take_while(|byte| byte.is_ascii_digit()).count();
            if self.is_figure(at, len) {
                self.out.looked += len;
                self.resume = self.resume.max(at + len);
                return;
            }
            if len > 1 && digits.get(len) == Some(&b'.') && context::is_day(digits) {
                self.glued(at);
                return;
            }
        }
        if !self.marker(start) && (start == at || !self.marker(at)) {
            self.glued(at);
        }
    }

    /// The digits at `at` are no marker as a whole. Their end may be one that is glued to a figure, where it goes on
    /// with a list: `1.编号：0012.名称` holds 001 and 2.
    fn glued(&mut self, at: usize) {
        // 2025-11-051 总则: a day has two digits.
        if self.three(at).iter().all(u8::is_ascii_digit) && context::ends_date(self.head(at + 2)) && self.marker(at + 2)
        {
            return;
        }
        let digits = self.rest(at).bytes().take(GLUED).take_while(u8::is_ascii_digit).count();
        let end = at + digits;
        if digits > 1 && digits < GLUED && matches!(self.rest(end).chars().next(), Some('.' | '．' | '、')) {
            let recent = self.out.candidates.iter().rev().take(RECENT);
            let dots = recent.filter(|candidate| candidate.kind == Kind::Dot);
            let start = dots.map(|last| (last.ord >> 6) + 1).find_map(|next| {
                let next = next.to_string();
                let start = end.checked_sub(next.len()).filter(|&start| start > at)?;
                self.rest(start).starts_with(&next).then_some(start)
            });
            if start.is_some_and(|start| self.marker(start)) {
                return;
            }
        }
        self.skip_digits(at);
    }

    /// Whether the `len` digits at `at` are surely no marker: too many, or no delimiter and a unit behind them. Many
    /// digits are such figures (2026年, 35个, 8%), and looking is cheaper than reading them.
    fn is_figure(&self, at: usize, len: usize) -> bool {
        let bytes = self.text.as_bytes();
        // Behind an ideograph or a per cent sign the digits are bare.
        let bare = matches!(bytes.get(at + len), Some(0xE4..=0xE9 | b'%'));
        len > 0
            && bare
            && bytes.get(at) != Some(&b'0')
            && (len > 2 || matches!(sign::after(self.rest(at + len)), context::After::Unit))
    }

    /// Goes on behind a run of digits, so that its tail is not read as a marker.
    fn skip_digits(&mut self, at: usize) {
        let mut end = at;
        for c in self.rest(at).chars().take(NUMERAL_BACK) {
            if !(c.is_ascii_digit() || ('０'..='９').contains(&c)) {
                break;
            }
            end += c.len_utf8();
        }
        self.out.looked += end - at;
        self.resume = self.resume.max(end);
    }

    /// A marker may begin at `at`.
    fn place_at(&mut self, at: usize) {
        self.marker(at);
    }

    /// Reads a marker at `at` and keeps its readings as candidates. False: there is none.
    fn marker(&mut self, at: usize) -> bool {
        if at < self.resume {
            return false;
        }
        if let Some(counter) = self.counter.filter(|counter| counter.at == at) {
            (self.counter, self.resume) = (counter.next(self.text), counter.end());
            return true;
        }
        self.out.looked += 1;
        let (one, two, more);
        let readings = match marker::read_shortly(self.rest(at)) {
            Short::Nothing => return false,
            Short::One(reading) => {
                one = [reading];
                one.as_slice()
            }
            // Where a sign closes the numeral, the numeral alone is ruled out.
            Short::Two(reading, other)
                if other.delim == Delim::None
                    && matches!(reading.delim, Delim::Dot | Delim::Dun | Delim::Comma | Delim::Colon) =>
            {
                one = [reading];
                one.as_slice()
            }
            Short::Two(reading, other) => {
                two = [reading, other];
                two.as_slice()
            }
            Short::Unknown => {
                more = marker::by_grammar(self.rest(at));
                more.as_slice()
            }
        };
        if readings.is_empty() {
            return false;
        }
        let mut place = self.place(at);
        if place.before == Before::Dun && self.nests(at, readings)
            || place.before == Before::Word && self.titled(at, readings)
        {
            (place.before, place.flags) = (Before::Stop, place.flags & !(flag::COUNTING | flag::REFERRED));
        }
        if readings.iter().any(|reading| reading.ord == 1 << 6) && self.closes(self.head(at), place.before) {
            place.flags |= flag::CLOSES;
        }
        let mut end = usize::MAX;
        for &reading in readings {
            self.out.looked += reading.len as usize;
            let listed = (self.listed.is_some() || reading.ord == 1 << 6) && self.listed(at, place.before, reading);
            // The other readings of the place are no more than this one.
            place.flags |= if listed { flag::ANNEX_LIST } else { 0 };
            if let Some(mut candidate) = candidate::candidate(self.text, place, reading, self.out.stops.len()) {
                candidate.flags |= self.excerpt.of(&candidate);
                if self.names_thing(&candidate) {
                    candidate.flags |= flag::COUNTING;
                }
                end = end.min(at + reading.len as usize);
                make_room(&mut self.out.candidates, 1, at, self.text.len(), self.room);
                self.out.candidates.push(candidate);
                self.article = matches!(reading.kind, Kind::Article | Kind::ArticleArabic);
                if listed {
                    let (next, kind) = ((reading.ord >> 6) + 1, Some(reading.kind));
                    self.listed = Some(Listed { at, next, kind, table: false });
                }
            }
        }
        if end == usize::MAX {
            // Without line breaks nothing but the number behind it shows the head of an annex.
            if place.flags & flag::NAMED != 0 && context::heads_annex(self.head(at)) {
                self.begun = flag::ANEW;
                self.listed = None;
            }
            return false;
        }
        self.resume = end;
        self.begun = 0;
        true
    }
}

/// Whether this is a stem, 甲 to 癸.
fn is_stem(character: char) -> bool {
    numeral::stem(character.encode_utf8(&mut [0; 4])).is_ok()
}
