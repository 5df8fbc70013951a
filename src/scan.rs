//! Stage 1: the text to candidates, the places where a marker may stand.
//!
//! ```text
//! &str ──anchor──▶ offsets ──context, marker──▶ Candidate { start, end, kind, number, what stands around }
//!        「一、抓统筹1.机制。第三条…」   一、 | 1. | 第三条        in text order, readings of one place together
//! ```
//!
//! One pass over the anchors. A small state goes along: open quotation marks and brackets, the last
//! stop, the last line break, whether an annex has begun. A candidate says what the text shows;
//! what that is worth is decided in `evidence`, and whether it is a marker in `resolve`. Places that
//! can never be a marker are left out here, so that later stages see 5 candidates a KB and not 50.

pub(crate) mod anchor;
mod begun;
mod candidate;
pub(crate) mod contents;
pub(crate) mod context;
pub(crate) mod evidence;
mod ideograph;
pub(crate) mod kind;
pub(crate) mod marker;
pub(crate) mod numeral;
mod sign;

use candidate::Place;
pub(crate) use candidate::{Candidate, flag};
use context::Before;
use ideograph::{ENDS, HEADS, NUMERALS};
use kind::Kind;
use marker::{Delim, Reading, Readings, Short, is_blank};
use sign::{End, Meaning};

/// What the scan finds. The vectors are reused from text to text.
#[derive(Debug, Clone, Default)]
pub(crate) struct Scan {
    /// In text order; the readings of one place stand side by side, the likelier first. Of a text that has many, those
    /// that are not yet handed on.
    pub(crate) candidates: Vec<Candidate>,
    /// How many candidates were handed on and forgotten: the index, in the whole text, of the first that is here.
    pub(crate) forgotten: usize,
    /// Offset of each stop: 。；：！？ and line breaks, in text order.
    pub(crate) stops: Vec<u32>,
    /// How many line breaks the text has.
    pub(crate) breaks: usize,
    /// Bytes walked over: the text once, and what was read again around each place.
    pub(crate) looked: usize,
}

/// How far back a quotation mark or bracket is believed to be open, in bytes: beyond that the closing
/// one is more likely lost.
const QUOTE_REACH: usize = 600;
const TITLE_REACH: usize = 240;
const PAREN_REACH: usize = 300;
/// What a paragraph begins with.
const INDENT: &str = "\u{3000}\u{3000}";
/// Where nothing is open: no offset, and further from each than any reach.
const CLOSED: usize = usize::MAX / 2;
/// The most blanks looked over before a marker.
const BLANKS_BEFORE: usize = 12;
/// The longest numeral looked back over, in characters.
const NUMERAL_BACK: usize = 12;
/// The largest gap between two names of a list of annexes, in bytes.
const ANNEX_REACH: usize = 240;

/// The longest run of digits that a number may be glued to, and how many candidates are looked back over for the list
/// that it goes on with.
const GLUED: usize = 20;
const RECENT: usize = 6;

/// In real text there are at most as many candidates and stops, so that room for them is made once.
const BYTES_A_CANDIDATE: usize = 128;
const BYTES_A_STOP: usize = 50;

/// Candidates are handed on when there are so many: more than any document of ordinary length has, and few enough to
/// stay in a cache of the second level.
pub(crate) const WINDOW: usize = 8_192;
/// So much of the text is read before it is asked whether there are as many.
const PIECE: usize = 4 << 10;

/// How many times as long a full vector becomes at most.
const MOST_GROWTH: usize = 32;

/// Makes room for `more` entries in a vector that was filled by the text up to `at`: at once for all that the rest of the
/// text will need if it goes on so, but not for more than `most` in all. To double it would take three times the room of
/// what is dense, old and new together.
#[inline]
pub(crate) fn make_room<T>(found: &mut Vec<T>, more: usize, at: usize, len: usize, most: usize) {
    if found.capacity() - found.len() < more {
        let sofar = found.len();
        let left = (sofar as u64).saturating_mul((len - at) as u64) / (at as u64).max(1);
        let growth = sofar.saturating_mul(MOST_GROWTH - 1);
        let left = usize::try_from(left).unwrap_or(growth).min(growth);
        // An eighth at least, so that no text is copied often.
        let left = left + left / 32 + sofar / 8 + 16;
        found.reserve_exact(left.min(most.saturating_sub(sofar)).max(more));
    }
}

impl Scan {
    /// The candidate with an index in the whole text, if it is here.
    pub(crate) fn get(&self, index: usize) -> Option<&Candidate> {
        self.candidates.get(index.checked_sub(self.forgotten)?)
    }

    /// The candidates with these indices in the whole text, if they are here.
    pub(crate) fn range(&self, indices: std::ops::Range<usize>) -> &[Candidate] {
        self.candidates.get(self.here(indices)).unwrap_or(&[])
    }

    fn range_mut(&mut self, indices: std::ops::Range<usize>) -> &mut [Candidate] {
        let here = self.here(indices);
        self.candidates.get_mut(here).unwrap_or(&mut [])
    }

    fn here(&self, indices: std::ops::Range<usize>) -> std::ops::Range<usize> {
        let here = |index: usize| index.saturating_sub(self.forgotten).min(self.candidates.len());
        here(indices.start)..here(indices.end)
    }

    /// How many candidates the text has, as far as it was read.
    pub(crate) const fn len(&self) -> usize {
        self.forgotten + self.candidates.len()
    }

    /// Forgets all candidates, and gives back the room that many took, so that it does not stand beside the tree.
    pub(crate) fn release(&mut self) {
        self.forget(self.candidates.len());
        if self.candidates.capacity() > WINDOW {
            self.candidates = Vec::new();
        }
    }

    /// Forgets the first candidates that are here.
    fn forget(&mut self, count: usize) {
        self.candidates.drain(..count.min(self.candidates.len()));
        self.forgotten += count;
    }
}

/// Finds the candidates of `text` into `scan`, whose vectors are emptied first.
pub(crate) fn scan(text: &str, scan: &mut Scan) {
    in_windows(text, scan, usize::MAX, |_| 0);
}

/// The same, but whenever there are `most` candidates they are shown to `hand_on`, which says how many of them may be
/// forgotten; what is left at the end is not. So that candidates take no more room than the text.
pub(crate) fn in_windows(text: &str, scan: &mut Scan, most: usize, mut hand_on: impl FnMut(&mut Scan) -> usize) {
    scan.candidates.clear();
    scan.candidates.reserve((text.len() / BYTES_A_CANDIDATE).min(most));
    scan.forgotten = 0;
    scan.stops.clear();
    scan.stops.reserve(text.len() / BYTES_A_STOP);
    scan.breaks = 0;
    scan.looked = text.len();
    let mut walk = Walk {
        text,
        out: scan,
        room: most.saturating_add(PIECE),
        resume: 0,
        quote: CLOSED,
        title: CLOSED,
        paren: CLOSED,
        stop: 0,
        line: 0,
        begun: 0,
        article: false,
        listed: None,
    };
    walk.boundary(0);
    for start in (0..text.len()).step_by(PIECE) {
        anchor::anchors(text.as_bytes(), start..start + PIECE, |at, bytes| walk.anchor(at, bytes));
        if walk.out.candidates.len() >= most {
            let count = hand_on(walk.out);
            walk.out.forget(count);
        }
    }
}

/// How many line breaks a text has: what [`Scan::breaks`] is at its end.
pub(crate) fn breaks(text: &str) -> usize {
    let mut breaks = 0;
    anchor::anchors(text.as_bytes(), 0..text.len(), |_, bytes| {
        breaks += usize::from(sign::meaning(bytes) == Some(Meaning::Break) && !matches!(bytes, [b'\r', b'\n', _]));
    });
    breaks
}

/// The state of the pass.
struct Walk<'s, 'o> {
    text: &'s str,
    out: &'o mut Scan,
    /// The most candidates that there is room made for.
    room: usize,
    /// Anchors before this offset belong to a marker already read.
    resume: usize,
    /// Where a quotation mark, a title mark, a round bracket was opened, or [`CLOSED`].
    quote: usize,
    title: usize,
    paren: usize,
    /// Offset behind the last stop.
    stop: usize,
    /// Offset behind the last line break.
    line: usize,
    /// What without a number began since the last candidate, as [`flag::ANEW`] and [`flag::CLOSES`].
    begun: u32,
    /// Whether the last candidate is an article and no stop came behind it.
    article: bool,
    /// The list of annexes or books that goes on, if any.
    listed: Option<Listed>,
}

/// A list of what is no part of the text: `附件：1.分工表2.名单`, `参考文献［1］…［2］…`, the rows of a table behind 序号.
#[derive(Debug, Clone, Copy)]
struct Listed {
    /// Where its last name began.
    at: usize,
    /// The number that goes on with it.
    next: u32,
    /// Its style, as soon as its first number was read.
    kind: Option<Kind>,
    /// Whether it is a table: its head stands before the first number.
    table: bool,
}

impl Walk<'_, '_> {
    /// The text from `at`; empty where `at` is no character boundary.
    fn rest(&self, at: usize) -> &str {
        self.text.get(at..).unwrap_or("")
    }

    /// The text before `at`; empty where `at` is no character boundary.
    fn head(&self, at: usize) -> &str {
        self.text.get(..at).unwrap_or("")
    }

    #[inline]
    fn anchor(&mut self, at: usize, bytes: [u8; 3]) {
        if at < self.resume {
            return;
        }
        let [first, second, _] = bytes;
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

    /// `at` is an anchor of no block of signs: a character that is a marker, 第, 是, 要 or a word.
    fn character(&mut self, at: usize, bytes: [u8; 3]) {
        match bytes {
            [0xE7, 0xAC, 0xAC] | [0xE3, ..] | [0xE2, 0x91..=0x93 | 0x9D | 0x9E, _] => self.place_at(at),
            [0xE6, 0x98, 0xAF] | [0xE8, 0xA6, 0x81] => self.said(at),
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
    fn end_sentence(&mut self, at: usize, len: usize) {
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
    fn boundary(&mut self, mut at: usize) {
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
            Some('甲'..='癸') | Some('乙' | '丙' | '丁' | '戊' | '己' | '庚' | '辛' | '壬') => {
                |c| numeral::stem(c.encode_utf8(&mut [0; 4])).is_ok()
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
        self.out.looked += 1;
        let readings = match marker::read_shortly(self.rest(at)) {
            Short::Nothing => return false,
            Short::One(reading) => Readings::of(&[reading]),
            // Where a sign closes the numeral, the numeral alone is ruled out.
            Short::Two(one, other)
                if other.delim == Delim::None
                    && matches!(one.delim, Delim::Dot | Delim::Dun | Delim::Comma | Delim::Colon) =>
            {
                Readings::of(&[one])
            }
            Short::Two(one, other) => Readings::of(&[one, other]),
            Short::Unknown => marker::by_grammar(self.rest(at)),
        };
        if readings.is_empty() {
            return false;
        }
        let mut place = self.place(at);
        if readings.iter().any(|reading| reading.ord == 1 << 6) && self.closes(self.head(at), place.before) {
            place.flags |= flag::CLOSES;
        }
        let mut end = usize::MAX;
        for reading in readings.iter() {
            self.out.looked += reading.len as usize;
            let listed = (self.listed.is_some() || reading.ord == 1 << 6) && self.listed(at, place.before, reading);
            // The other readings of the place are no more than this one.
            place.flags |= if listed { flag::ANNEX_LIST } else { 0 };
            if let Some(mut candidate) = candidate::candidate(self.text, place, reading, self.out.stops.len()) {
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

    /// Whether a word alone behind a sign, and the same before the number of which this one is the next, name what is
    /// counted: `证据一、笔录；证据二、报告`. Then that number is flagged as well.
    fn names_thing(&mut self, candidate: &Candidate) -> bool {
        if candidate.before != Before::Word || candidate.ord >> 6 < 2 {
            return false;
        }
        let (text, next) = (self.text, candidate.ord >> 6);
        let name = |candidate: &Candidate| context::lone_word(text.get(..candidate.start as usize).unwrap_or(""));
        let mut own = None;
        // Few have a number before them, so the name is looked for last.
        let recent = self.out.candidates.iter_mut().rev().take(RECENT);
        let mut before = recent.filter(|before| before.kind == candidate.kind && before.ord >> 6 == next - 1);
        let named = before.find(|before| {
            let own = *own.get_or_insert_with(|| name(candidate));
            own.is_some() && name(before) == own
        });
        named.map(|before| before.flags |= flag::COUNTING).is_some()
    }

    /// Whether nothing but the word 附件 and its colon stands between two places: behind `附件：管制清单` an annex
    /// begins and no list of annexes.
    fn is_word_alone(&self, from: usize, to: usize) -> bool {
        self.text.get(from..to).is_some_and(|word| {
            word.chars().all(|c| matches!(c, '附' | '件' | '：' | ':' | '\n' | '\r') || is_blank(c))
        })
    }

    /// Whether a reading is the next name of a list of annexes or books.
    fn listed(&self, at: usize, before: Before, reading: Reading) -> bool {
        if self.listed.is_some_and(|list| {
            at - list.at <= ANNEX_REACH
                // A number repeated or left out is a slip, unless it is the first of another list.
                && (reading.ord >> 6).abs_diff(list.next) <= u32::from(list.next > 1 && reading.ord > 1 << 6)
                && list.kind.map_or_else(|| list.table || self.is_word_alone(list.at, at), |kind| kind == reading.kind)
        }) {
            return true;
        }
        reading.ord == 1 << 6
            && match reading.kind {
                Kind::Dot => before == Before::Colon && context::ends_with_annexes(self.head(at)),
                Kind::SquareArabic => context::ends_with_books(self.head(at)),
                _ => false,
            }
    }

    /// What stands before `at`.
    #[inline]
    fn place(&self, at: usize) -> Place {
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
            End::Of(before @ (Before::Semi | Before::Open | Before::Stop | Before::Colon | Before::Comma)) => {
                Place { at, before, flags }
            }
            End::Of(Before::Line) => {
                let before = if ends_with_colon(self.head(at)) { Before::ColonLine } else { Before::Line };
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
const fn is_open(open: usize, at: usize, reach: usize) -> bool {
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

/// The most spaces looked over behind a stop.
const MAX_SPACES: usize = 8;
