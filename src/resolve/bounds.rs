//! How much a move can add at most, so that hopeless moves are not looked at.
//!
//! Everything here follows from the weights, so that it cannot change a result: a bound may be too
//! large, never too small. It holds as long as closing a list and opening one further out than it
//! could cost something (`Single`, `CloseLevel` ≤ 0); weights that pay for it are taken as 0 in the sums
//! and added for every level here.

use super::moves::Between;
use super::state::MAX_PATH;
use crate::scan::context::Before;
use crate::scan::{Candidate, flag};
use crate::weights::{Feature as F, Weights};

/// Sums of weights that a move can have at most.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Bounds {
    /// A list that goes on.
    goes_on: i32,
    /// A list that starts again, without what depends on the place.
    restart: i32,
    /// A list that opens, without what is below.
    open: i32,
    weak_open: i32,
    anew: i32,
    colon: i32,
    decimal: i32,
    at_two: i32,
    late: i32,
    first: i32,
    /// A list that runs on.
    pub(super) run_on: i32,
    places: [i32; 5],
    /// The same for a list that does not open in the item before.
    further_out: [i32; 5],
    /// The most of `places`.
    any_place: i32,
}

impl Bounds {
    /// The bounds that follow from the weights.
    pub(super) fn of(weights: &Weights) -> Self {
        let of = |feature| weights.of(feature);
        let gain = |feature| weights.of(feature).max(0);
        let levels = (gain(F::Single) + gain(F::CloseLevel)) * i32::from(MAX_PATH);
        let nothing = of(F::AdjacentChild).max(of(F::AdjacentSibling)).max(0);
        let words = of(F::RunInChild).max(of(F::RunInSibling)).max(0);
        let line = of(F::LineChild).max(of(F::LineUp)).max(0);
        let number = [F::Step, F::Same, F::GapOne, F::GapMore, F::Backward, F::PrefixNext].map(of).into_iter().max();
        Self {
            goes_on: number.unwrap_or(0).max(0) + gain(F::GapMore) + gain(F::DelimSame).max(of(F::DelimOther)) + levels,
            restart: of(F::Restart) + gain(F::RestartAnew) + gain(F::WeakOpen) + levels,
            open: of(F::Open)
                + gain(F::OpenNested)
                + gain(F::SecondList)
                + gain(F::SeenPair).max(of(F::SeenElsewhere))
                + (gain(F::RankDown) + gain(F::RankNear)).max(of(F::RankUp))
                + levels,
            weak_open: of(F::WeakOpen),
            anew: gain(F::AnewTop).max(of(F::AnewInner)),
            colon: gain(F::ColonChild),
            decimal: gain(F::PrefixMatch).max(of(F::PrefixMiss)),
            at_two: of(F::OpenAtTwo),
            late: of(F::OpenLate),
            first: of(F::OpenFirst).max(0),
            run_on: of(F::RunOn).max(of(F::RunOnArticle)) + gain(F::WeakRunOn),
            places: [0, nothing, words, line, 0],
            further_out: [gain(F::OpenFirst), of(F::AdjacentSibling), 0, of(F::LineUp), 0],
            any_place: nothing.max(words).max(line),
        }
    }

    /// What the place may add to a list that opens.
    pub(super) fn place(&self, between: Between) -> i32 {
        self.places.get(between as usize).copied().unwrap_or(self.any_place)
            + if between == Between::First { self.first } else { 0 }
    }

    /// [`Bounds::place`] for a list that does not open in the item before.
    pub(super) fn place_further_out(&self, between: Between) -> i32 {
        self.further_out.get(between as usize).copied().unwrap_or(self.any_place)
    }

    /// What opening a list may add for a candidate, without the place; and what is added where the list
    /// does not run on.
    pub(super) fn opening(&self, candidate: &Candidate, weak: bool, decimal: bool) -> (i32, i32) {
        let mut most = self.open;
        if candidate.flags & flag::ANEW != 0 {
            most += self.anew;
        }
        if matches!(candidate.before, Before::Colon | Before::ColonLine) {
            most += self.colon;
        }
        if decimal {
            most += self.decimal;
        }
        let late = match candidate.ord >> 6 {
            1 if candidate.ord & 63 == 0 => {
                if weak {
                    self.weak_open
                } else {
                    0
                }
            }
            2 => self.at_two,
            _ => self.late,
        };
        (most, late)
    }

    /// What any move may add for a candidate for which opening adds as much as `opening` says.
    pub(super) fn any(&self, opening: (i32, i32)) -> i32 {
        let open = opening.0 + opening.1.max(self.run_on) + self.first;
        self.goes_on.max(self.restart + self.colon.max(0)).max(open) + self.any_place
    }
}
