//! One glance at a clause of ideographs: most hold no seam, and the classes of their characters show it.
//!
//! ```text
//! 一、健全应急预案。…       健全, 应急 and 预案 may end and begin; behind none of them can a heading end that is worth enough
//! ```
//!
//! A glance costs a third of what it costs to look for the places and to weigh them.

use super::{Clause, HEADING, NEVER, Place, REACH, SHORTEST};
use crate::scan::bytes::six;
use crate::split::seam_weights::{
    BEGINNING, BEST, COURSE, CUSTOMARY, DUTY, ECHO, NOUN, NOUN_GOES_ON, OPENING, STOPS, VERB_AGAIN, VERB_OBJECT,
    VERB_PHRASE, beginning, closing, length,
};
use crate::split::signs::ends_clause;
use crate::split::words::{self, class};

/// What one glance at a clause of ideographs shows.
pub(super) struct Glance {
    /// Its ideographs, 0 for 、, and zeros around them.
    ideographs: [u16; BEFORE + REACH + BEHIND],
    /// The classes of each, and [`AGAIN`]; zeros around them.
    classes: [u8; BEFORE + REACH + BEHIND],
}

/// How many ideographs before a place, and behind it, are looked at.
const BEFORE: usize = 6;
const BEHIND: usize = 3;

/// What a glance remembers of an ideograph that the clause begins with, beside its classes.
const AGAIN: u8 = 1 << 7;

/// What somebody has to do: see [`Clause::unsigned`].
const SHOULD: [u16; 2] = [words::ideograph(*b"\xE5\xBA\x94"), words::ideograph(*b"\xE6\x87\x89")];

impl Glance {
    pub(super) const fn new() -> Self {
        Self { ideographs: [0; BEFORE + REACH + BEHIND], classes: [0; BEFORE + REACH + BEHIND] }
    }

    /// Looks at a clause of ideographs; how many it has, if nothing else stands in front of its end.
    pub(super) fn look(&mut self, piece: &str) -> Option<usize> {
        let (characters, _) = piece.as_bytes().as_chunks::<3>();
        let (Some(ideographs), Some(classes)) = (self.ideographs.get_mut(BEFORE..), self.classes.get_mut(BEFORE..))
        else {
            return None;
        };
        let mut first = 0;
        let mut len = 0;
        for ((&character, ideograph), class) in characters.iter().zip(ideographs).zip(classes) {
            let here = match character {
                [0xE4..=0xE9, ..] => words::ideograph(character),
                // 、
                [0xE3, 0x80, 0x81] => 0,
                _ => break,
            };
            first = if len == 0 { here } else { first };
            *ideograph = here;
            *class = if here == 0 { class::GOES_ON } else { words::classes_of_ideograph(here) }
                | if here == first { AGAIN } else { 0 };
            len += 1;
        }
        // A colon may stand behind a field, and other signs say more.
        let ends = match piece.as_bytes().get(3 * len..)? {
            // 。 and ，
            [] | [0xE3, 0x80, 0x82, ..] | [0xEF, 0xBC, 0x8C, ..] => true,
            [0xEF, 0xBC, 0x9A, ..] | [b':', ..] => false,
            _ => piece.get(3 * len..)?.starts_with(ends_clause),
        };
        (len < REACH && ends).then_some(len)
    }

    /// What stands beside a place behind so many ideographs.
    #[inline]
    fn beside(&self, index: usize) -> Option<Beside> {
        let (ideographs, classes) =
            (self.ideographs.get(index..)?.first_chunk()?, self.classes.get(index..)?.first_chunk()?);
        Some(Beside { ideographs: *ideographs, classes: *classes })
    }

    /// Before which ideographs a word may end, or with which one may begin, that a seam may stand beside: a [`bit`] for each.
    #[inline]
    fn signs(&self) -> u64 {
        let eight = |step: usize, before: usize| {
            let classes = self.classes.get(BEFORE + 8 * step - before..).and_then(<[u8]>::first_chunk);
            classes.map_or(0, |&classes| u64::from_le_bytes(classes))
        };
        let signs = |step: usize| {
            let now = eight(step, 0);
            let ends = eight(step, 2) << 1 & eight(step, 1);
            let goes_on = now & !(now >> 3);
            (now >> 3 | now >> 7 | ends >> 5 & !goes_on) & u64::from_le_bytes([1; 8])
        };
        signs(0) | signs(1) << 1 | signs(2) << 2
    }
}

/// The place behind so many ideographs as one bit: eight of them lie in the lowest bits of eight bytes, the next eight in the bits
/// above these.
const fn bit(index: usize) -> u64 {
    1 << (index % 8 * 8 + index / 8)
}

/// The places behind [`HEADING`] ideographs or more and before so many, a [`bit`] for each.
static BEFORE_END: [u64; REACH + 1] = {
    let mut places = [0; REACH + 1];
    let mut end = HEADING + 1;
    while end <= REACH {
        places[end] = places[end - 1] | bit(end - 1);
        end += 1;
    }
    places
};
const _: () = assert!(class::GOES_ON == 1 && class::BEGINS == 1 << 3 && AGAIN == 1 << 7 && class::NOUN_ENDS == 1 << 5);

/// What stands beside a place: six ideographs before it and three behind it, 0 for none, and their classes.
#[derive(Clone, Copy)]
struct Beside {
    ideographs: [u16; BEFORE + BEHIND],
    classes: [u8; BEFORE + 1],
}

impl Beside {
    /// Whether a word may stand before the place that closes headings.
    const fn ends(self) -> bool {
        let [.., before, last, _] = self.classes;
        before << 1 & last & class::NOUN_ENDS != 0
    }

    /// Whether a character stands behind it that is of a class.
    const fn begins(self, class: u8) -> bool {
        let [.., now] = self.classes;
        now & class != 0
    }

    /// The most that the word before the place is worth.
    const fn word(self) -> i32 {
        let [_, _, _, adverb, ..] = self.classes;
        match self.ends() {
            true if adverb & class::ADVERB_ENDS != 0 => COURSE,
            true => NOUN,
            false => 0,
        }
    }

    /// Whether no text begins behind the place.
    const fn goes_on(self) -> bool {
        let [.., now] = self.classes;
        now & (class::GOES_ON | class::BEGINS) == class::GOES_ON
    }

    /// Whether the three ideographs behind the place come not again from before it, and say of nobody what has to be done;
    /// see [`Clause::unsigned`], which asks the same of any characters.
    const fn says_nothing(self) -> bool {
        let [sixth, fifth, fourth, third, second, last, now, next, behind] = self.ideographs;
        let here = pair(now, next);
        now != 0
            && next != 0
            && !self.begins(AGAIN)
            && behind != SHOULD[0]
            && behind != SHOULD[1]
            && here != pair(second, last)
            && (here != pair(third, second) || behind != last)
            && here != pair(fourth, third)
            && here != pair(fifth, fourth)
            && here != pair(sixth, fifth)
    }
}

/// Two ideographs as one number, which is compared at once.
const fn pair(first: u16, second: u16) -> u32 {
    first as u32 | (second as u32) << 16
}

/// What it is worth that something is so, if it is.
const fn if_so(is: bool, worth: i32) -> i32 {
    if is { worth } else { 0 }
}

impl Clause<'_> {
    /// The most that a seam may be worth by what one glance has shown; `None` where that may be more than `floor`.
    #[inline]
    pub(super) fn most_at_a_glance(&self, glance: &Glance, floor: i32) -> Option<i32> {
        let mut most = NEVER.into();
        // Where nothing follows the clause, the text behind a seam is in it. The end is nearer than `REACH`.
        let end = if self.end == self.piece.len() { (self.len + 1).saturating_sub(SHORTEST) } else { self.len };
        let places = BEFORE_END.get(end).copied().unwrap_or(0);
        let mut left = (glance.signs() | bit(self.awaited())) & places;
        while left != 0 {
            let place = left.trailing_zeros() as usize;
            let index = place % 8 * 8 + place / 8;
            left &= left - 1;
            let Some(beside) = glance.beside(index) else { break };
            // 日常喂养｜日常喂养是…: whatever all words before it begin with when they come again.
            if beside.goes_on() && !beside.begins(AGAIN) {
                continue;
            }
            let others = self.most_of_others(index, beside);
            let signs = if_so(beside.begins(class::BEGINS), BEGINNING) + if_so(beside.begins(AGAIN), ECHO);
            let phrase = if_so(beside.ends() && self.ends_phrase(index), VERB_PHRASE);
            let word = beside.word().max(phrase) + if_so(self.customary && beside.ends(), CUSTOMARY);
            let mut bound = word + signs + others;
            if bound > floor {
                bound = self.most_of_words(index, glance, others, floor);
                if bound > floor {
                    return None;
                }
            }
            most = bound.max(most);
        }
        Some(most)
    }

    /// What is neither the word before a place nor the one behind it is worth at most so much.
    #[inline(always)]
    fn most_of_others(&self, index: usize, beside: Beside) -> i32 {
        // Behind one ideograph and a stop nothing comes again.
        let is_first = |at: usize| six(self.piece.as_bytes(), at) == self.first;
        let again = || beside.begins(class::BEGINS) && (is_first(3 * index + 3) || is_first(3 * index + 6));
        let unsigned = if index + 1 == self.len {
            DUTY
        } else if beside.says_nothing() && !again() {
            0
        } else {
            // Fits: see `REACH`.
            self.unsigned(Place { at: 3 * index as u16, index: index as u8, ..Place::default() })
        };
        let verb = match self.verb {
            true if index == BEST => VERB_OBJECT,
            true => if_so(beside.begins(class::VERB_BEGINS), VERB_AGAIN),
            false => 0,
        };
        length(index)
            + OPENING
            + unsigned
            + verb
            + if_so(index == self.parallel, self.alike)
            + if_so(index + SHORTEST > self.len, STOPS)
    }

    /// The most that a seam may be worth behind so many ideographs; `others`: what is not the words beside it. These are
    /// looked up one after the other, as long as more than `floor` may be left.
    #[inline(never)]
    fn most_of_words(&self, index: usize, glance: &Glance, mut others: i32, floor: i32) -> i32 {
        let (Some((head, rest)), Some(beside)) = (self.piece.split_at_checked(3 * index), glance.beside(index)) else {
            return NEVER.into();
        };
        let begins = beside.begins(class::BEGINS);
        let mut noun = 0;
        let mut signs = if_so(begins, BEGINNING) + if_so(beside.begins(AGAIN), ECHO);
        if beside.ends() {
            let (worth, customary) = closing(head, self.customary);
            let phrase = worth != 0 && self.ends_phrase(index) && !self.begins_with_two_verbs();
            let goes_on = || beside.says_nothing() && words::begins_with_noun(rest);
            noun = if_so(customary, CUSTOMARY) + if phrase && !goes_on() { VERB_PHRASE } else { worth };
        }
        if begins && noun + signs + others > floor {
            signs += beginning(rest, ' ') - BEGINNING;
        }
        if noun + signs == 0 && index != self.awaited() {
            return NEVER.into();
        }
        let again = self.verb && index != BEST && beside.begins(class::VERB_BEGINS);
        if again && noun + signs + others > floor && !words::begins_with_act(rest) {
            others -= VERB_AGAIN;
        }
        if noun != 0
            && noun != COURSE
            && noun + signs + others > floor
            && beside.says_nothing()
            && words::begins_with_noun(rest)
        {
            others += NOUN_GOES_ON;
        }
        noun + signs + others
    }
}
const _: () = assert!(COURSE >= NOUN);
