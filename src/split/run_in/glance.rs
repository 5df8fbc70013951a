//! One glance at a clause of ideographs: most hold no seam, and the classes of their characters show it.
//!
//! ```text
//! 一、健全应急预案。…       健全, 应急 and 预案 may end and begin; behind none of them can a heading end that is worth enough
//! ```
//!
//! A glance costs a third of what it costs to look for the places and to weigh them.

use super::{Clause, NEVER, Place, REACH, SHORTEST};
use crate::scan::bytes::{four, is_ideograph, of, three};
use crate::split::seam_weights::{
    BEGINNING, BEST, COURSE, CUSTOMARY, DUTY, ECHO, NOUN, NOUN_GOES_ON, OPENING, PARALLEL, STOPS, VERB_AGAIN,
    VERB_OBJECT, beginning, closing, length,
};
use crate::split::signs::ends_clause;
use crate::split::words::{self, class};

/// What one glance at a clause of ideographs shows.
#[derive(Debug, Clone, Copy)]
pub(super) struct Glance {
    /// Of each place the classes of what stands behind it and what may end there, by how many characters stand before it.
    beside: [u8; REACH],
    /// Where a seam may be, a bit for each.
    places: u32,
}

/// What a glance remembers of an ideograph that the clause begins with.
const AGAIN: u8 = 1 << 7;

impl Clause<'_> {
    /// Looks for the end of a clause of ideographs, and at what each of them may begin or end.
    pub(super) fn glance(&mut self) {
        let bytes = self.piece.as_bytes();
        let mut glance = Glance { beside: [0; REACH], places: 0 };
        let (mut before, mut last, mut first) = (0, 0, 0);
        for (index, slot) in glance.beside.iter_mut().enumerate() {
            let here = four(bytes, 3 * index);
            let (mut now, mut ideograph) = (class::GOES_ON, 0);
            if is_ideograph(here) {
                ideograph = words::ideograph_of(here);
                now = words::classes_of_ideograph(ideograph);
            } else if three(here) != of("、") {
                // A colon may stand behind a field, and other signs say more.
                if self.rest(3 * index).chars().next().is_none_or(|c| ends_clause(c) && !matches!(c, '：' | ':')) {
                    (self.len, self.end, self.glance) = (index, 3 * index, Some(glance));
                }
                return;
            }
            first = if index == 0 { ideograph } else { first };
            let again = if ideograph == first { AGAIN } else { 0 };
            let beside = now & (class::GOES_ON | class::BEGINS) | before << 1 & last & class::NOUN_ENDS | again;
            glance.places |= u32::from(beside > class::GOES_ON) << index;
            *slot = beside;
            (before, last) = (last, now);
        }
    }

    /// The most that a seam may be worth by what one glance has shown; `None` where that may be more than `floor`.
    pub(super) fn most_at_a_glance(&self, glance: &Glance, floor: i32) -> Option<i32> {
        let mut most = NEVER.into();
        // Behind the first character and before the end, which is nearer than `REACH`.
        let mut left = (glance.places | 1 << self.awaited()) & ((1 << self.len) - 1) & !1;
        while left != 0 {
            let index = left.trailing_zeros() as usize;
            left &= left - 1;
            let beside = glance.beside.get(index).copied().unwrap_or(0);
            if beside & (class::GOES_ON | class::BEGINS) == class::GOES_ON {
                continue;
            }
            let bound = self.most_beside(index, beside, floor);
            if bound > floor {
                return None;
            }
            most = bound.max(most);
        }
        Some(most)
    }

    /// The most that a seam may be worth behind so many ideographs; `beside`: what they may end and begin. The words are looked
    /// up one after the other, as long as more than `floor` may be left.
    fn most_beside(&self, index: usize, beside: u8, floor: i32) -> i32 {
        let at = 3 * index;
        let Some((head, rest)) = self.piece.split_at_checked(at) else { return NEVER.into() };
        // Fits: see `REACH`.
        let place = Place { at: at as u16, index: index as u8, ..Place::default() };
        // Behind one ideograph and a stop nothing comes again.
        let unsigned = if index + 1 == self.len { DUTY } else { self.unsigned(place) };
        let mut others = length(index) + OPENING + unsigned;
        others += if index == self.parallel { PARALLEL } else { 0 };
        others += if index + SHORTEST > self.len { STOPS } else { 0 };
        others += match self.verb {
            true if index == BEST => VERB_OBJECT,
            true => VERB_AGAIN,
            false => 0,
        };
        let has = |class, worth| if beside & class != 0 { worth } else { 0 };
        let mut noun = has(class::NOUN_ENDS, NOUN.max(COURSE) + if self.customary { CUSTOMARY } else { 0 });
        let mut signs = has(class::BEGINS, BEGINNING) + has(AGAIN, ECHO);
        if noun != 0 && noun + signs + others > floor {
            let (worth, customary) = closing(head);
            noun = worth + if customary { CUSTOMARY } else { 0 };
        }
        if beside & class::BEGINS != 0 && noun + signs + others > floor {
            signs += beginning(rest, ' ') - BEGINNING;
        }
        if noun + signs == 0 && index != self.awaited() {
            return NEVER.into();
        }
        if self.verb && index != BEST && noun + signs + others > floor && !words::begins_with_verb(rest) {
            others -= VERB_AGAIN;
        }
        if noun != 0 && unsigned == 0 && noun + signs + others > floor && words::begins_with_noun(rest) {
            others += NOUN_GOES_ON;
        }
        noun + signs + others
    }
}
