//! How much a move can add at most, so that hopeless moves are not looked at.
//!
//! Everything here follows from the weights, so that it cannot change a result: a bound may be too
//! large, never too small. It holds as long as closing a list and opening one further out than it
//! could cost something (`Single`, `CloseLevel` ≤ 0); weights that pay for it are taken as 0 in the sums
//! and added for every level here.

use super::moves::{self, Between};
use super::state::MAX_PATH;
use crate::scan::context::Before;
use crate::scan::{Candidate, flag};
use crate::weights::{Feature, Feature as F, Weights};

/// Sums of weights that a move can have at most.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Bounds {
    /// A list that goes on: by the next number or the one behind it or a number of more parts, and by any other.
    goes_on: i32,
    goes_on_far: i32,
    /// What the place may add to it, behind words and elsewhere.
    on_words: i32,
    on_place: i32,
    /// A list that starts again, and what it adds that an annex begins.
    restart: i32,
    restart_anew: i32,
    /// A list that opens, without what is below.
    open: i32,
    /// What it adds to that that lists of its kind were seen before.
    seen: i32,
    weak_open: i32,
    anew: i32,
    colon: i32,
    decimal: i32,
    at_two: i32,
    late: i32,
    first: i32,
    /// A list that runs on.
    pub(super) run_on: i32,
    places: [i32; 6],
    /// The same for a list that does not open in the item before.
    further_out: [i32; 6],
    /// What each level costs that a list opens further out than it could.
    level: i32,
}

impl Bounds {
    /// The bounds that follow from the weights.
    pub(super) fn of(weights: &Weights) -> Self {
        let of = |feature| weights.of(feature);
        let gain = |feature| weights.of(feature).max(0);
        let levels = (gain(F::Single) + gain(F::CloseLevel)) * i32::from(MAX_PATH);
        let nothing = of(F::AdjacentChild).max(of(F::AdjacentSibling)).max(0);
        let words = of(F::RunInChild).max(of(F::RunInNested)).max(0);
        let line = of(F::LineChild).max(of(F::LineUp)).max(0);
        let most = |features: &[Feature]| features.iter().map(|&feature| of(feature)).max().unwrap_or(0);
        let on = gain(F::DelimSame).max(of(F::DelimOther)) + gain(F::EndedChapter) + levels;
        let far = most(&[F::Same, F::GapMore, F::Backward]) + gain(F::GapMore);
        Self {
            goes_on: most(&[F::Step, F::GapOne, F::PrefixNext]).max(far) + on,
            goes_on_far: far + on,
            on_words: gain(F::RunInSibling).max(of(F::AdjacentSibling)),
            on_place: gain(F::AdjacentSibling),
            restart: of(F::Restart) + gain(F::WeakOpen) + gain(F::AdjacentSibling).max(of(F::LineUp)) + levels,
            restart_anew: gain(F::RestartAnew).max(of(F::AnewInner)),
            open: of(F::Open)
                + gain(F::OpenNested)
                + gain(F::SecondList)
                + gain(F::EndedInner).max(gain(F::BoxInner))
                + (gain(F::RankDown) + gain(F::RankNear)).max(of(F::RankUp))
                + levels,
            seen: gain(F::SeenPair).max(of(F::SeenElsewhere)),
            weak_open: of(F::WeakOpen),
            anew: gain(F::AnewTop).max(of(F::AnewInner)),
            colon: gain(F::ColonChild),
            decimal: gain(F::PrefixMatch).max(of(F::PrefixMiss)),
            at_two: of(F::OpenAtTwo),
            late: of(F::OpenLate),
            first: of(F::OpenFirst).max(0),
            run_on: of(F::RunOn).max(of(F::RunOnArticle)) + gain(F::WeakRunOn),
            places: [0, nothing, words, line, line, 0],
            further_out: [gain(F::OpenFirst), of(F::AdjacentSibling), 0, of(F::LineUp), of(F::LineUp), 0],
            level: of(F::CloseLevel).min(0),
        }
    }

    /// What the place may add to a list that opens.
    pub(super) fn place(&self, between: Between) -> i32 {
        self.places.get(between as usize).copied().unwrap_or(0) + if between == Between::First { self.first } else { 0 }
    }

    /// [`Bounds::place`] for a list that does not open in the item before.
    pub(super) fn place_further_out(&self, between: Between) -> i32 {
        self.further_out.get(between as usize).copied().unwrap_or(0)
    }

    /// What opening a list may add for a candidate, without the place; and what is added where the list
    /// does not run on.
    pub(super) fn opening(&self, candidate: &Candidate, weak: bool, decimal: bool, seen: bool) -> (i32, i32) {
        let mut most = self.open + if seen { self.seen } else { 0 };
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
            _ if weak => NOTHING,
            2 => self.at_two,
            _ => self.late,
        };
        (most, late)
    }

    /// What opening a list two levels further out than it could may add for a later number.
    pub(super) fn further_out(&self, candidate: &Candidate, between: Between, runs_on: bool) -> i32 {
        let (opens, late) = self.opening(candidate, false, moves::is_decimal(candidate.kind as u8), true);
        opens + self.place_further_out(between) + if runs_on { self.run_on } else { late } + 2 * self.level
    }

    /// What the place may add to a list that opens and to one that goes on, whichever marker a hypothesis took last.
    fn any_place(&self, candidate: &Candidate, behind: Behind) -> (i32, i32) {
        let [_, nothing, words, line, _, _] = self.places;
        let gap = candidate.start.saturating_sub(behind.end);
        let stops = candidate.stops.saturating_sub(behind.stops);
        let (near, place, on) = match candidate.before {
            Before::Word => (stops == 0 && gap <= moves::RUN_IN, words, self.on_words),
            Before::Line => (stops <= 1 && gap <= moves::RUN_IN, line, self.on_place),
            Before::Indent => (stops == 0 && gap <= moves::RUN_IN, line, self.on_place),
            Before::Colon | Before::ColonLine => (stops <= 2 && gap <= moves::ONE_SENTENCE, line, self.on_place),
            Before::Start | Before::Stop | Before::Semi | Before::Comma | Before::Dun => {
                (gap == 0, nothing, self.on_place)
            }
            Before::Close | Before::Open | Before::Digit | Before::Letter | Before::Bullet | Before::Other => {
                (gap == 0, nothing, self.on_place)
            }
        };
        if near { (place.max(nothing), on) } else { (0, 0) }
    }

    /// What any move with a candidate may add; `opening`: see [`Bounds::opening`].
    pub(super) fn any(&self, candidate: &Candidate, opening: (i32, i32), behind: Behind, known: Known) -> Any {
        let (opens, late) = opening;
        let late = if known.runs_on { late.max(self.run_on) } else { late };
        let first = if behind.begun { 0 } else { self.first };
        let (place, on) = self.any_place(candidate, behind);
        let begins = opens + late + first + place;
        if !known.goes_on {
            return Any { most: begins, far: begins };
        }
        let again = match (candidate.ord == 1 << 6, candidate.has(flag::ANEW)) {
            (false, _) => NOTHING,
            (true, false) => self.restart,
            (true, true) => self.restart + self.restart_anew,
        };
        let others = begins.max(again);
        Any { most: others.max(self.goes_on + on), far: others.max(self.goes_on_far + on) }
    }
}

/// The bound of a move that cannot be made: low enough for every sum, and far from the smallest number.
const NOTHING: i32 = -(1 << 20);

/// What any move with a candidate may add.
#[derive(Debug, Clone, Copy)]
pub(super) struct Any {
    pub(super) most: i32,
    /// The same where no list goes on with it by the next number or the one behind it.
    pub(super) far: i32,
}

/// The marker taken last by any hypothesis: no other one stands nearer to what follows.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Behind {
    /// Offset behind it.
    end: u32,
    /// Stops before it.
    stops: u32,
    /// Whether every hypothesis has taken a marker.
    pub(super) begun: bool,
}

impl Behind {
    /// A hypothesis takes a marker.
    pub(super) fn take(&mut self, candidate: &Candidate) {
        self.end = self.end.max(candidate.end);
        self.stops = self.stops.max(candidate.stops);
    }
}

/// What the hypotheses hold of a candidate's style.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Known {
    /// A list of its kind is open in one.
    pub(super) goes_on: bool,
    /// A closed list of its kind runs on with it in one.
    pub(super) runs_on: bool,
    /// Lists of its kind were seen before in one.
    pub(super) seen: bool,
}

#[cfg(test)]
impl Bounds {
    /// Bounds under which every move is looked at.
    pub(super) const fn none() -> Self {
        const MUCH: i32 = 1 << 20;
        Self {
            goes_on: MUCH,
            goes_on_far: MUCH,
            on_words: MUCH,
            on_place: MUCH,
            restart: MUCH,
            restart_anew: MUCH,
            open: MUCH,
            seen: MUCH,
            weak_open: MUCH,
            anew: MUCH,
            colon: MUCH,
            decimal: MUCH,
            at_two: MUCH,
            late: MUCH,
            first: MUCH,
            run_on: MUCH,
            places: [MUCH; 6],
            further_out: [MUCH; 6],
            level: 0,
        }
    }
}
