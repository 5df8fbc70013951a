//! Where heading and body are parted by nothing: text without line breaks.
//!
//! ```text
//! 一、供养标准｜特困人员标准按…执行。      a noun that closes headings, then no word that goes on
//! 二、招生对象｜2026年秋季入园的新生…      a figure, a bullet, a quotation begins the text
//! 三、逾期未认证｜逾期未认证人员，将…       the words of the heading come again
//! 四、薪酬｜员工每月…。员工生病时，…        other sentences of the document begin with the same words
//! ```
//!
//! The sign is gone for good, so this is a guess. Every place in front of the first stop is weighed by what stands on its two
//! sides, against the reading that the piece has no such place; see `seam_weights`. The list around has its say in
//! `decide`: where no sibling has such a place, this one hardly has.

mod glance;
mod weigh;

use self::glance::Glance;
use self::weigh::UNSIGNED;
use super::Shape;
use super::phrases;
use super::seam_weights::{
    ARTICLE, BEGINNING, BEST, COLON, COUNTS, COURSE, CUSTOMARY, ECHO, FIELD, IS_BRIEF, IS_FRAMED, IS_LISTED, IS_NAMED,
    IS_ONE, IS_SENTENCE, OPENING, PARALLEL, PHRASE, REPEATED, SEAM, SECOND, SIGNED, TWO_ALIKE, VERB_AGAIN, VERB_OBJECT,
    VERB_PHRASE, beginning, closed, closing, length, words_of,
};
use super::signs::{begins_with_colon, ends_clause, is_as_long, sign};
use super::usage::Usage;
use super::words::{self, class};
use crate::gap::BULLETS;
use crate::scan::bytes::{four, is_ideograph as is_common, six};
use crate::scan::ideograph::is_ideograph;

/// Where a heading ends, from the start of the piece.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Seam {
    pub(super) at: u32,
    /// How likely, in tenths of the logarithm of the odds, before the list has its say.
    pub(super) worth: i32,
    /// How likely at least: less where the document was not asked for the two ideographs around it, and [`NOTHING`] where
    /// another place may then be likelier.
    pub(super) least: i32,
}

/// How far a seam is looked for, in characters.
const REACH: usize = 24;
/// The shortest text behind a seam, in characters.
const SHORTEST: usize = 3;
/// The shortest heading before one.
const HEADING: usize = 2;
/// A piece of fewer characters has no seam.
pub(super) const FEWEST: usize = HEADING + SHORTEST;
/// A first sentence up to this length, with text behind it, may be the heading itself, in characters.
const SENTENCE: usize = 20;
/// The longest sentence that hardly holds a heading and a text, in characters.
const BRIEF: usize = 30;

/// Finds the likeliest seam in a piece that begins with its heading. Whether the two ideographs around it stand side by
/// side elsewhere is asked only where it is worth more than `ask`: to search the document takes as long as all else here,
/// and most seams are none whatever the answer is. `beside`: the most that the lists around say to it.
pub(super) fn seam(piece: &str, article: bool, shape: Shape, usage: &Usage<'_>, ask: i32, beside: i32) -> Option<Seam> {
    let mut clause = Clause::new(piece, 0);
    let known = SEAM + of_shape(piece, article, shape);
    let first = seam_of(&mut clause, known, usage, ask, beside);
    let Some(second) = Later::second(&clause) else { return first };
    let mut clause = Clause::new(second.text, clause.len);
    let found = likelier(first, second.seam(&mut clause, known, usage, ask, beside));
    let Some(third) = second.third(&clause).filter(|_| found.is_none()) else { return found };
    let mut clause = Clause::new(third.text, clause.len);
    likelier(found, third.seam(&mut clause, known, usage, ask, beside))
}

/// The likeliest seam that counts when the others of a list are weighed, of a piece that is no article; and what a lesser one
/// may be worth where there is none: it was not looked for, since what the lists around say makes up for it in few pieces,
/// and is not known yet.
#[inline(never)]
pub(super) fn seam_that_counts(piece: &str, shape: Shape, usage: &Usage<'_>) -> (Option<Seam>, i16) {
    let known = SEAM + of_shape(piece, false, shape);
    let mut clause = Clause::new(piece, 0);
    let first = seam_of(&mut clause, known, usage, COUNTS, -COUNTS);
    let most = clause.most_of(known);
    let Some(second) = Later::second(&clause) else { return (first, bound(first, most)) };
    let mut clause = Clause::new(second.text, clause.len);
    let found = likelier(first, second.seam(&mut clause, known, usage, COUNTS, -COUNTS));
    let most = most.max(clause.most_of(known + SECOND));
    let Some(third) = second.third(&clause).filter(|_| found.is_none()) else { return (found, bound(found, most)) };
    let mut clause = Clause::new(third.text, clause.len);
    let found = likelier(found, third.seam(&mut clause, known, usage, COUNTS, -COUNTS));
    (found, bound(found, most.max(clause.most_of(known + SECOND))))
}

/// What a seam may be worth that was not found.
fn bound(found: Option<Seam>, most: i32) -> i16 {
    found.map_or(most.max(NOTHING.into()) as i16, |_| NOTHING)
}

/// What a seam is worth that is none.
pub(super) const NOTHING: i16 = i16::MIN;

/// The likelier of two seams, the first if they are alike.
fn likelier(first: Option<Seam>, second: Option<Seam>) -> Option<Seam> {
    second.filter(|second| first.is_none_or(|first| first.worth < second.worth)).or(first)
}

/// The second clause of a heading of two that say what to do, 加强组织领导，确保任务落实｜各单位要…, or the third of one of three:
/// 抓班子，带队伍，凝聚力明显增强｜坚持每周例会….
struct Later<'p> {
    text: &'p str,
    /// Whether the first begins with a verb that begins headings, or says by what something is done.
    verb: bool,
    /// How many bytes stand before the second.
    at: usize,
}

impl<'p> Later<'p> {
    #[inline(always)]
    fn second(first: &Clause<'p>) -> Option<Self> {
        // Most have a full stop.
        let at = first.behind_comma()?;
        Self::behind(first, at)
    }

    /// The same, behind a comma.
    #[inline(never)]
    fn behind(first: &Clause<'p>, at: usize) -> Option<Self> {
        let verb = first.verb || first.says_by_what();
        (verb && first.len >= BEST || first.is_as_long(at)).then(|| Self { text: first.rest(at), verb, at })
    }

    /// The clause behind it, where both say what to do or are of one length; `clause`: this one, after the first.
    fn third(&self, clause: &Clause<'p>) -> Option<Self> {
        let alike = clause.len == clause.parallel || self.verb && clause.verb && clause.len >= BEST;
        let at = clause.behind_comma().filter(|_| alike)?;
        Some(Self { text: clause.rest(at), verb: true, at: self.at + at })
    }

    /// The likeliest seam in it, from the start of the piece; `clause`: its text.
    fn seam(&self, clause: &mut Clause<'p>, known: i32, usage: &Usage<'_>, ask: i32, beside: i32) -> Option<Seam> {
        let seam = seam_of(clause, known + SECOND, usage, ask, beside)?;
        // 守底线，防返贫｜…: another heading has two clauses of one length.
        let head = self.text.get(..seam.at as usize)?;
        let is_heading = self.verb || head.chars().count() == clause.parallel;
        is_heading.then_some(Seam { at: seam.at + u32::try_from(self.at).ok()?, ..seam })
    }
}

/// The likeliest seam in one clause; `known`: what is known of all of them.
fn seam_of(clause: &mut Clause<'_>, known: i32, usage: &Usage<'_>, ask: i32, beside: i32) -> Option<Seam> {
    let mut glance = Glance::new();
    if let Some(len) = glance.look(clause.piece) {
        clause.ends(len, 3 * len);
        let floor = -known - clause.signed - beside;
        if let Some(most) = clause.most_at_a_glance(&glance, floor) {
            clause.left = most;
            return None;
        }
    }
    likeliest_of(clause, known, usage, ask, beside)
}

/// The same of a clause that one glance has not shown to hold none.
#[inline(never)]
fn likeliest_of(clause: &mut Clause<'_>, known: i32, usage: &Usage<'_>, ask: i32, beside: i32) -> Option<Seam> {
    clause.find();
    let known = known + clause.signed;
    // What the piece and the lists around cannot make up for is not weighed.
    clause.read(-known - beside);
    // What the piece as a whole says chooses no other place, so it is asked only where there is one.
    let mut said = None;
    // The likeliest place is looked at ever closer, until nothing more is to be known of it: most others never are.
    loop {
        let prior = known + said.unwrap_or(0);
        let index = clause.likeliest(-prior - beside)?;
        let place = clause.places().get(index).copied()?;
        let worth = i32::from(place.most) + prior;
        let least = worth + REPEATED;
        let closer = match place.seen {
            Seen::Signs => {
                let most = clause.worth(place, usage, -prior - beside).map_or(NEVER, |worth| worth as i16);
                Place { most, seen: Seen::Sides, ..place }
            }
            Seen::Sides if said.is_none() => {
                said = Some(clause.said());
                continue;
            }
            // Whatever the document says, it is the likeliest, is worth enough, and counts or does not.
            Seen::Sides
                if least > ask.max(-beside) && (least > COUNTS) == (worth > COUNTS) && clause.is_ahead(index) =>
            {
                return Some(Seam { at: place.at.into(), worth, least });
            }
            Seen::Sides if worth > ask => {
                let most = place.most
                    + if !clause.is_framed_alike(place) && clause.repeats(place, usage) { REPEATED as i16 } else { 0 };
                Place { most, seen: Seen::All, ..place }
            }
            seen => {
                let least = if seen == Seen::All { worth } else { NOTHING.into() };
                return Some(Seam { at: place.at.into(), worth, least });
            }
        };
        if let Some(slot) = clause.place_mut(index) {
            *slot = closer;
        }
    }
}

/// What the shape of a piece says.
#[inline]
fn of_shape(piece: &str, article: bool, shape: Shape) -> i32 {
    let kind = if article { ARTICLE } else { 0 };
    kind + match shape {
        Shape::Listed => IS_LISTED,
        Shape::Bare if is_named(piece) => IS_ONE + IS_NAMED,
        // 1.2 资料用途双方同意，（1）…
        Shape::Bare if piece.ends_with(['，', ',']) => 0,
        Shape::Whole | Shape::Bare => IS_ONE,
        _ => 0,
    }
}

/// Whether a piece without a stop is a heading as a whole: 法治建设存在的问题.
#[inline(never)]
fn is_named(piece: &str) -> bool {
    piece.len() <= 3 * REACH && closing(piece, true).0 != 0 && !piece.contains(BULLETS)
}

/// How many characters are looked at: behind the last place stands the shortest text.
pub(super) const WINDOW: usize = REACH + SHORTEST;

/// A place where a heading may end.
#[derive(Debug, Clone, Copy, Default)]
struct Place {
    /// How many bytes stand before.
    at: u16,
    /// How many characters.
    index: u8,
    /// What it is worth at most.
    most: i16,
    seen: Seen,
    /// What the word before it is worth.
    noun: i8,
    /// Whether all before it is a heading by custom.
    customary: bool,
}

/// What a place is worth where no heading can end.
const NEVER: i16 = i16::MIN;

/// How closely a place was looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
enum Seen {
    /// The signs and words beside it.
    #[default]
    Signs,
    /// What stands on the two sides was weighed.
    Sides,
    /// And the two ideographs around it were looked for in the document.
    All,
}

/// The first clause of a piece.
struct Clause<'p> {
    piece: &'p str,
    /// Its first two ideographs.
    first: u64,
    /// How many characters it has.
    len: usize,
    /// How many bytes it has.
    end: usize,
    /// The places where something speaks for a seam, in order; none before they are looked for.
    places: Option<[Place; WINDOW]>,
    count: usize,
    /// The most that one is worth that was left out.
    left: i32,
    /// Whether the piece begins with a verb that begins headings.
    verb: bool,
    /// Whether it begins with the words that a heading by custom begins with.
    customary: bool,
    /// Whether a colon ends the clause.
    colon: bool,
    /// What the stop at its end says.
    signed: i32,
    /// How many characters the clause before it has, or a heading of [two alike](phrases::two_alike), 0 where there is neither.
    parallel: usize,
    /// What a seam behind so many is worth.
    alike: i32,
    /// How many bytes stand before the place where all words before it come again, or behind which nothing goes on.
    said_again: usize,
    /// How many bytes stand before the first word that begins sentences, or behind what is said of something.
    opened: usize,
}

/// What is remembered of a closing bracket, beside classes that make it look like a noun.
const BRACKET: u8 = 1 << 7;

impl<'p> Clause<'p> {
    /// The first clause of `piece`; `parallel`: how many characters the clause before it has, 0 where there is none. Its end is
    /// known when [a seam](seam_of) was looked for in it.
    #[inline(always)]
    fn new(piece: &'p str, parallel: usize) -> Self {
        let (verb, customary) = words::first_of_heading(piece);
        let (parallel, alike) = match phrases::two_alike(piece) {
            0 => (parallel, PARALLEL),
            parallel => (parallel, TWO_ALIKE),
        };
        Self {
            piece,
            first: six(piece.as_bytes(), 0),
            len: REACH,
            end: piece.len(),
            places: None,
            count: 0,
            left: NEVER.into(),
            verb,
            customary,
            colon: false,
            signed: 0,
            parallel,
            alike,
            said_again: usize::MAX,
            opened: usize::MAX,
        }
    }

    /// Looks for the end of the clause and for the places beside which a sign or word speaks for a seam. Most characters are
    /// ideographs that make no such word; for them the loop is short.
    fn find(&mut self) {
        self.places = Some([Place::default(); WINDOW]);
        let (piece, bytes) = (self.piece, self.piece.as_bytes());
        // The classes of the last two characters.
        let (mut before, mut last) = (0, 0);
        let mut nesting = 0_i32;
        let (mut index, mut first, mut next) = (0, 0, 0);
        let begin = four(bytes, 0);
        if is_common(begin) {
            first = words::ideograph_of(begin);
            (last, next, index) = (words::classes_of_ideograph(first), 3, 1);
        }
        // Where the loop is not cut short.
        let mut awaited = self.awaited();
        loop {
            let at = next;
            let noun = before << 1 & last & class::NOUN_ENDS;
            let (now, nests, mut signs);
            let here = four(bytes, at);
            if is_common(here) {
                let ideograph = words::ideograph_of(here);
                next = at + 3;
                now = words::classes_of_ideograph(ideograph);
                let begins = if now & class::BEGINS != 0 { beginning(self.rest(at), ' ') } else { 0 };
                if begins == 0 && noun == 0 && ideograph != first && index != awaited {
                    (before, last, index) = (last, now, index + 1);
                    continue;
                }
                nests = 0;
                if begins == BEGINNING
                    && index >= HEADING
                    && self.opened == usize::MAX
                    && words::opens_for_sure(self.rest(at), last)
                {
                    self.opened = at;
                }
                signs = begins + if ideograph == first { ECHO } else { 0 };
            } else {
                let Some(c) = self.rest(at).chars().next() else {
                    self.len = index.min(REACH);
                    break;
                };
                if ends_clause(c) && index != REACH {
                    (self.len, self.end) = (index, at);
                    break;
                }
                next = at + c.len_utf8();
                (now, nests) = match c {
                    '（' | '(' | '“' | '《' | '【' => (0, 1),
                    '）' | ')' => (class::NOUN_ENDS | BRACKET, -1),
                    '”' | '》' | '】' => (0, -1),
                    _ => (0, 0),
                };
                signs = if is_ideograph(c) { ECHO } else { sign(c, bytes.get(next..).unwrap_or(&[])) };
            }
            if index >= REACH {
                self.end = if index == REACH { at } else { self.end };
                if index + 1 == WINDOW {
                    break;
                }
            }
            if index >= awaited {
                awaited = REACH.max(index + 1);
            }
            let (mut noun, mut customary) = (i32::from(noun != 0), false);
            if last & BRACKET != 0 {
                noun = 0;
                signs += closed(piece.get(..at).unwrap_or(""));
            } else if noun != 0 {
                let head = piece.get(..at).unwrap_or("");
                (noun, customary) = closing(head, self.customary);
                signs += noun;
                // 教师素质稳步提升｜招聘教师…: nothing goes on.
                if noun == COURSE {
                    self.opened = self.opened.min(at);
                }
            }
            if (signs > 0 || index == self.awaited())
                && nesting == 0
                && (now & class::GOES_ON == 0 || now & class::BEGINS != 0 || phrases::is_said_again(bytes, at))
                && let Some(place) = self.places.as_mut().and_then(|places| places.get_mut(self.count))
            {
                let ends = |bytes: &[u8]| {
                    phrases::is_said_again(bytes, at) || phrases::is_supplement(bytes.get(..at).unwrap_or(&[]))
                };
                if self.said_again == usize::MAX && at > 3 && index < REACH && ends(bytes) {
                    self.said_again = at;
                }
                let words = if last & BRACKET == 0 { index } else { words_of(piece.get(..at).unwrap_or(""), index) };
                let most = signs + length(words) + if customary { CUSTOMARY } else { 0 };
                // Fits: no character has more than four bytes, and no place is worth more than the sum of all signs.
                let (index, at, most, noun) = (index as u8, at as u16, most as i16, noun as i8);
                *place = Place { index, at, most, seen: Seen::Signs, noun, customary };
                self.count += 1;
            }
            nesting += nests;
            before = if now & BRACKET != 0 { class::NOUN_BEGINS } else { last };
            (last, index) = (now, index + 1);
        }
        self.ends(self.len, self.end);
    }

    fn places(&self) -> &[Place] {
        self.places.as_ref().and_then(|places| places.get(..self.count)).unwrap_or(&[])
    }

    fn place_mut(&mut self, index: usize) -> Option<&mut Place> {
        self.places.as_mut().and_then(|places| places.get_mut(index))
    }

    /// Keeps the places in front of the stop that can be worth more than `floor`.
    fn read(&mut self, floor: i32) {
        // What a place can gain by what is not looked at before it is weighed.
        let (best, others) = if self.verb { (OPENING + VERB_OBJECT, OPENING + VERB_AGAIN) } else { (OPENING, OPENING) };
        let mut kept = 0;
        for read in 0..self.count {
            let Some(mut place) = self.places().get(read).copied() else { break };
            let index = usize::from(place.index);
            if index >= self.len {
                break;
            }
            let mut most = i32::from(place.most) + if index == BEST { best } else { others };
            most += if index == self.parallel { self.alike } else { 0 };
            most += if place.noun != 0 && self.ends_phrase(index) { VERB_PHRASE - i32::from(place.noun) } else { 0 };
            let unsigned = UNSIGNED + if self.colon && place.noun != 0 { FIELD } else { 0 };
            most += if most + unsigned > floor { self.unsigned(place) } else { unsigned };
            if most > floor && self.verb && index != BEST && !words::begins_with_act(self.rest(place.at.into())) {
                most -= VERB_AGAIN;
            }
            if most <= floor {
                self.left = self.left.max(most);
            } else if let Some(slot) = self.place_mut(kept) {
                place.most = most as i16;
                *slot = place;
                kept += 1;
            }
        }
        self.count = kept;
    }

    /// The first of the likeliest places that are worth more than `floor`.
    fn likeliest(&self, floor: i32) -> Option<usize> {
        let mut best = None;
        let mut floor = floor;
        for (index, place) in self.places().iter().enumerate() {
            if i32::from(place.most) > floor {
                (best, floor) = (Some(index), place.most.into());
            }
        }
        best
    }

    /// Whether a place stays the likeliest if the two ideographs around it stand side by side elsewhere too.
    fn is_ahead(&self, index: usize) -> bool {
        let least = self.places().get(index).map_or(0, |place| place.most + REPEATED as i16);
        self.places().iter().enumerate().all(|(other, place)| other == index || place.most < least)
    }

    /// The most that a place may be worth.
    fn most(&self) -> i32 {
        self.places().iter().fold(self.left, |most, place| most.max(place.most.into()))
    }

    /// The most that a seam in it may be worth; `known`: what is known of all of them.
    fn most_of(&self, known: i32) -> i32 {
        self.most() + known + self.signed
    }

    /// The length of a heading that is weighed though no character beside its end speaks for it.
    const fn awaited(&self) -> usize {
        if self.parallel > 0 { self.parallel } else { BEST }
    }

    /// Whether a heading of so many characters may be a verb and its object of two words, with more than two words behind it:
    /// 加强组织领导｜成立由镇长任组长的专班.
    const fn ends_phrase(&self, index: usize) -> bool {
        self.verb && index == PHRASE && self.parallel == 0 && self.len > PHRASE + 4
    }

    /// Whether the second word is a verb as well: 全力加强生态｜文明建设, but 坚持创新驱动.
    fn begins_with_two_verbs(&self) -> bool {
        words::begins_with_verb(self.rest(6)) && !words::begins_with_noun(self.rest(6))
    }

    /// How many bytes stand before the clause behind a comma, where this one is short enough for the first of a heading.
    #[inline]
    fn behind_comma(&self) -> Option<usize> {
        let comma = match self.piece.as_bytes().get(self.end..)? {
            // ，
            [0xEF, 0xBC, 0x8C, ..] => 3,
            [b',', ..] => 1,
            _ => return None,
        };
        (SHORTEST..=SENTENCE).contains(&self.len).then_some(self.end + comma)
    }

    /// Whether the clause behind `comma` is as long as this one and longer, and this no sentence.
    #[inline(never)]
    fn is_as_long(&self, comma: usize) -> bool {
        is_as_long(self.rest(comma), self.len) && !words::is_sentence(self.piece)
    }

    /// Whether the clause says by what or around what is done what the second says: 以项目为抓手，推动产业发展｜….
    fn says_by_what(&self) -> bool {
        let clause = self.piece.get(..self.end).unwrap_or("");
        match clause.as_bytes() {
            // 以
            [0xE4, 0xBB, 0xA5, ..] => phrases::names_means(clause),
            _ => clause.starts_with("围绕"),
        }
    }

    /// The text from `at`.
    fn rest(&self, at: usize) -> &'p str {
        self.piece.get(at..).unwrap_or("")
    }

    /// Notes where the clause ends, and what its stop says: the first sentence may be the heading itself.
    #[inline]
    fn ends(&mut self, len: usize, end: usize) {
        (self.len, self.end) = (len, end);
        let stop = self.piece.as_bytes().get(end..).unwrap_or(&[]);
        self.colon = begins_with_colon(stop);
        self.signed = match stop {
            // 。 and text behind it
            [0xE3, 0x80, 0x82, _, ..] if len <= SENTENCE => SIGNED,
            _ if self.colon => COLON,
            _ => 0,
        };
    }

    /// What the words of the piece say.
    fn said(&self) -> i32 {
        let mut worth = 0;
        if words::is_sentence(self.piece) {
            worth += IS_SENTENCE;
        }
        if phrases::is_framed(self.piece) {
            worth += IS_FRAMED;
        }
        // No character has more than four bytes: most pieces are not counted.
        if self.piece.len() <= 4 * BRIEF && self.piece.chars().count() <= BRIEF {
            worth += IS_BRIEF;
        }
        worth
    }
}

#[cfg(test)]
mod tests {
    use super::{Clause, FEWEST, Glance, Later, seam, seam_that_counts};
    use crate::split::seam_weights::COUNTS;
    use crate::split::usage::Usage;
    use crate::split::{Shape, run_in};

    #[test]
    fn a_glance_says_no_less_than_a_closer_look() {
        let (mut shown, mut weighed) = (0, 0);
        let again = [
            "提高喂养水平喂养水平是增收的关键。",
            "夯实绿化发展基础绿化发展是治本之策。",
            "外购草料外购草料是基本工作。",
        ];
        for text in crate::testing::fixtures().into_iter().chain(again.map(str::to_owned)) {
            let text = text.replace('\n', "");
            let usage = Usage::of(&text, &[], false, false);
            for piece in text.split_inclusive(['。', '，']).flat_map(|clause| [clause, clause.trim_end_matches('。')])
            {
                let mut glance = Glance::new();
                let Some(len) = glance.look(piece) else { continue };
                for parallel in [0, 3, 6] {
                    let (mut clause, mut closer) = (Clause::new(piece, parallel), Clause::new(piece, parallel));
                    clause.ends(len, 3 * len);
                    closer.find();
                    for floor in (-20..80).step_by(9) {
                        let Some(most) = clause.most_at_a_glance(&glance, floor) else { continue };
                        assert!(most <= floor);
                        shown += 1;
                        for place in closer.places().iter().filter(|place| usize::from(place.index) < len) {
                            let worth = closer.worth(*place, &usage, i32::MIN);
                            assert!(worth.is_none_or(|worth| worth <= most), "{piece} {place:?} {worth:?} {most}");
                            weighed += 1;
                        }
                    }
                }
            }
        }
        assert!(shown > 1000 && weighed > 1000, "{shown} {weighed}");
    }

    #[test]
    fn a_short_piece_has_no_seam() {
        let text = "工作要求工作要求，员工病愈。目的根据";
        let usage = Usage::of(text, &[], false, false);
        let characters: Vec<_> = text.chars().collect();
        for short in characters.windows(FEWEST - 1) {
            let piece = String::from_iter(short);
            assert_eq!(seam(&piece, false, Shape::Bare, &usage, i32::MIN, 200), None, "{piece}");
        }
    }

    #[test]
    fn what_is_not_looked_for_is_worth_too_little() {
        let (mut seams, mut lesser) = (0, 0);
        for text in crate::testing::fixtures() {
            let text = text.replace('\n', "");
            let stops: Vec<_> = text.match_indices('。').map(|(at, _)| u32::try_from(at).unwrap()).collect();
            let usage = Usage::of(&text, &stops, false, false);
            for piece in text.split_inclusive('。').flat_map(|sentence| [sentence, sentence.trim_end_matches('。')]) {
                let mut clause = Clause::new(piece, 0);
                clause.find();
                if Later::second(&clause).is_some() {
                    // A seam in it is none that the first clause has a better one than.
                    continue;
                }
                let shape = if piece.ends_with('。') { Shape::Sentence } else { Shape::Whole };
                let seam = |beside| seam(piece, false, shape, &usage, i32::MIN, beside);
                let best = seam(200);
                let mut left = best.map(|best| best.at);
                for beside in (-50..50).rev().step_by(3) {
                    let found = seam(beside).map(|found| found.at);
                    assert!(found == left || found.is_none(), "{piece} {beside}");
                    assert!(found.is_some() || best.is_none_or(|best| best.least + beside <= 0), "{piece} {beside}");
                    assert!(found.is_none() || best.is_some_and(|best| best.worth + beside > 0), "{piece} {beside}");
                    left = found;
                }
                let (counts, most) = seam_that_counts(piece, shape, &usage);
                assert_eq!(counts.map(|seam| seam.at), seam(-COUNTS).map(|seam| seam.at), "{piece}");
                assert!(counts.is_none_or(|seam| seam.least > COUNTS), "{piece}");
                assert!(counts.is_some() || best.is_none_or(|best| best.least <= most.into()), "{piece}");
                seams += usize::from(counts.is_some());
                lesser += usize::from(counts.is_none() && most > run_in::NOTHING);
            }
        }
        assert!(seams > 100 && lesser > 100, "{seams} {lesser}");
    }
}
