//! How much a move can add at most, so that hopeless moves are not looked at.
//!
//! Everything here follows from the weights, so that it cannot change a result: a bound may be too
//! large, never too small. It holds as long as closing a list and opening one further out than it
//! could cost something (`Single`, `CloseLevel` ≤ 0); weights that pay for it are taken as 0 in the sums
//! and added for every level here.

use super::State;
use super::moves::{self, Between};
use super::opening;
use super::state::MAX_PATH;
use crate::scan::context::Before;
use crate::scan::{Candidate, flag};
use crate::weights::{Feature, Feature as F, Weights};

const WORD: usize = Before::Word as usize;
const LINE: usize = Before::Line as usize;
const INDENT: usize = Before::Indent as usize;
const COLON: usize = Before::Colon as usize;
const COLON_LINE: usize = Before::ColonLine as usize;

/// What a place may add, whichever marker a hypothesis took last.
#[derive(Debug, Clone, Copy, Default)]
struct Place {
    /// How far behind that marker, and with how many stops between, it adds `opens` and `on`.
    gap: u32,
    stops: u32,
    /// To a list that opens, and to one that goes on.
    opens: i32,
    on: i32,
    /// To a list that opens, however far.
    always: i32,
}

impl Place {
    #[inline]
    fn is_near(&self, candidate: &Candidate, behind: Behind) -> bool {
        candidate.start.saturating_sub(behind.end) <= self.gap
            && candidate.stops.saturating_sub(behind.stops) <= self.stops
    }
}

/// Sums of weights that a move can have at most.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Bounds {
    /// A list that goes on: by the next number or the one behind it or a number of more parts, and by any other.
    pub(super) goes_on: i32,
    goes_on_far: i32,
    /// A list that starts again, and what it adds that an annex begins.
    restart: i32,
    restart_anew: i32,
    /// A list that opens, without what is below.
    open: i32,
    /// What it adds to that that it stands in an item of a kind that holds such lists by the usual order.
    order: i32,
    /// What it adds that lists of its kind were seen before, in such an item or elsewhere.
    seen: i32,
    elsewhere: i32,
    weak_open: i32,
    anew: i32,
    /// A number of several parts, in the item that has all but the last of them and elsewhere.
    decimal: i32,
    decimal_elsewhere: i32,
    at_two: i32,
    late: i32,
    first: i32,
    /// A list that runs on.
    pub(super) run_on: i32,
    places: [i32; 6],
    /// The same for a list that does not open in the item before.
    further_out: [i32; 6],
    /// The most that such a list adds two levels further out than it could open, with a number that is not 1, is no
    /// decimal and does not run on, behind nothing that began without a number.
    pub(super) late_further_out: i32,
    /// What the place may add, by what stands before the marker.
    before: [Place; 16],
    /// The most that any move adds with a number that is not 1 and is no decimal, where no list goes on with it or runs on,
    /// behind nothing that began without a number, without what the place adds.
    later: i32,
    /// What closing lists may add.
    pub(super) levels: i32,
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
        let far = most(&[F::Same, F::GapMore, F::Backward]) + gain(F::GapMore) + gain(F::EndedInner);
        let open = of(F::Open)
            + gain(F::OpenNested)
            + gain(F::SecondList)
            + gain(F::EndedInner).max(gain(F::BoxInner))
            + gain(F::RankUp)
            + levels;
        let order = (gain(F::RankDown) + gain(F::RankNear) - gain(F::RankUp)).max(0);
        let seen = gain(F::SeenPair).max(of(F::SeenElsewhere));
        let level = of(F::CloseLevel).min(0);
        let place = most(&[F::AdjacentSibling, F::LineUp]).max(0);
        let late = of(F::OpenAtTwo).max(of(F::OpenLate));
        Self {
            later: (open + order + seen + late).max(far + on),
            late_further_out: open + gain(F::ColonChild) + order + seen + place + late + 2 * level,
            goes_on: most(&[F::Step, F::GapOne]).max(of(F::PrefixNext) + 3 * gain(F::GapMore)).max(far) + on,
            goes_on_far: far + on,
            restart: of(F::Restart)
                + gain(F::RestartHeaded)
                + gain(F::EndedInner)
                + gain(F::WeakOpen)
                + gain(F::AdjacentSibling).max(of(F::LineUp))
                + levels,
            restart_anew: gain(F::RestartAnew).max(of(F::AnewInner)),
            open,
            order,
            seen,
            elsewhere: gain(F::SeenElsewhere),
            weak_open: of(F::WeakOpen),
            anew: gain(F::AnewTop).max(of(F::AnewInner)),
            decimal: gain(F::PrefixMatch).max(of(F::PrefixMiss)),
            decimal_elsewhere: gain(F::PrefixMiss),
            at_two: of(F::OpenAtTwo),
            late: of(F::OpenLate),
            first: of(F::OpenFirst).max(0),
            run_on: of(F::RunOn).max(of(F::RunOnArticle)) + gain(F::WeakRunOn),
            places: [0, nothing, words, line, line, 0],
            further_out: [gain(F::OpenFirst), of(F::AdjacentSibling), 0, of(F::LineUp), of(F::LineUp), 0],
            before: std::array::from_fn(|before| {
                let on = gain(F::AdjacentSibling);
                let place = |gap, stops, opens: i32| Place { gap, stops, opens: opens.max(nothing), on, always: 0 };
                match before {
                    WORD => Place {
                        on: gain(F::RunInSibling).max(of(F::AdjacentSibling)),
                        ..place(moves::RUN_IN, 0, words)
                    },
                    LINE => place(moves::RUN_IN, 1, line),
                    INDENT => place(moves::RUN_IN, 0, line),
                    COLON | COLON_LINE => Place { always: gain(F::ColonChild), ..place(moves::ONE_SENTENCE, 2, line) },
                    _ => place(0, u32::MAX, nothing),
                }
            }),
            levels,
            level,
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

    /// What opening a list may add for a candidate, without its number and the place.
    #[inline]
    fn opens(&self, candidate: &Candidate, known: Known) -> i32 {
        let mut most = self.open + self.before_of(candidate).always;
        // By the document's own order and by the usual one, of the same item.
        let outer = known.kinds & opening::outer(candidate.kind);
        let order = if outer != 0 { self.order } else { 0 };
        let seen = if known.stood_in != 0 { self.seen } else { self.elsewhere };
        most += if known.stood_in & outer != 0 { order + seen } else { seen.max(order + self.elsewhere) };
        if candidate.flags & flag::ANEW != 0 {
            most += self.anew;
        }
        if candidate.kind.is_decimal() {
            most += self.decimal;
        }
        most
    }

    /// What the number of a list adds that does not run on.
    #[inline]
    fn number(&self, ord: u32, weak: bool) -> i32 {
        match (ord == FIRST, weak) {
            (true, false) => 0,
            (true, true) => self.weak_open,
            (false, true) => NOTHING,
            (false, false) if ord >> 6 == 2 => self.at_two,
            (false, false) => self.late,
        }
    }

    /// What opening a list two levels further out than it could may add for a later number.
    pub(super) fn further_out(&self, candidate: &Candidate, between: Between, known: Known, runs_on: bool) -> i32 {
        let number = if runs_on { self.run_on } else { self.number(candidate.ord, false) };
        self.opens(candidate, known) + self.place_further_out(between) + number + 2 * self.level
    }

    /// The most that any move adds with a number that is not 1, behind nothing that began without a number, where no list
    /// goes on with it or runs on.
    #[inline]
    pub(super) fn later(&self, candidate: &Candidate, behind: Behind) -> i32 {
        if candidate.kind.is_decimal() || !behind.begun {
            return i32::MAX;
        }
        let place = self.before_of(candidate);
        let near = if place.is_near(candidate, behind) { place.opens.max(place.on) } else { 0 };
        self.later + place.always + near
    }

    fn before_of(&self, candidate: &Candidate) -> &Place {
        &self.before[candidate.before as usize & 15] // below 16
    }

    /// What the moves with a candidate may add.
    #[inline(always)]
    pub(super) fn most(&self, candidate: &Candidate, behind: Behind, known: Known) -> Most<'_> {
        let weak = moves::is_weak(candidate);
        let (opens, number) = (self.opens(candidate, known), self.number(candidate.ord, weak));
        let place = self.before_of(candidate);
        let (place, on) = if place.is_near(candidate, behind) { (place.opens, place.on) } else { (0, 0) };
        let first = if behind.begun || candidate.ord == FIRST { 0 } else { self.first };
        Most { bounds: self, weak, opens, number, place, on, first }
    }
}

/// The number of a first item.
const FIRST: u32 = 1 << 6;

/// The bound of a move that cannot be made: low enough for every sum, and far from the smallest number.
const NOTHING: i32 = -(1 << 20);

/// What the moves with a candidate may add.
#[derive(Debug, Clone, Copy)]
pub(super) struct Most<'a> {
    bounds: &'a Bounds,
    /// See [`moves::is_weak`].
    pub(super) weak: bool,
    /// What opening a list adds without what depends on the place and on the number, and what the number adds.
    pub(super) opens: i32,
    pub(super) number: i32,
    /// What the place adds to a list that opens, and to one that goes on.
    place: i32,
    on: i32,
    /// What the first number of a text adds that is not 1.
    first: i32,
}

impl Most<'_> {
    /// The same for a number of several parts where no item has all but the last of them.
    #[inline]
    pub(super) fn without_item(self) -> Self {
        Self { opens: self.opens - self.bounds.decimal + self.bounds.decimal_elsewhere, ..self }
    }

    /// A list that opens.
    #[inline]
    pub(super) const fn begins(&self) -> i32 {
        self.opens + self.number + self.first + self.place
    }

    /// The same without the place, whether it runs on or not.
    #[inline]
    pub(super) fn opens_at_most(&self, runs_on: bool) -> i32 {
        self.opens + if runs_on { self.number.max(self.bounds.run_on) } else { self.number }
    }

    /// One that runs on.
    #[inline]
    pub(super) const fn runs_on(&self) -> i32 {
        self.opens + self.bounds.run_on + self.place
    }

    /// One that starts again.
    #[inline]
    pub(super) const fn starts_again(&self, candidate: &Candidate) -> i32 {
        match (candidate.ord == FIRST, candidate.has(flag::ANEW)) {
            (false, _) => NOTHING,
            (true, false) => self.bounds.restart,
            (true, true) => self.bounds.restart + self.bounds.restart_anew,
        }
    }

    /// One that goes on with the next number or the one behind it or a number of more parts.
    #[inline]
    pub(super) const fn goes_on(&self) -> i32 {
        self.bounds.goes_on + self.on
    }

    /// One that goes on with any other.
    #[inline]
    pub(super) const fn far(&self) -> i32 {
        if self.weak { NOTHING } else { self.bounds.goes_on_far + self.on }
    }
}

/// What the hypotheses hold of a candidate's style.
#[derive(Debug, Clone, Copy)]
pub(super) struct Known {
    /// Kinds on their paths.
    pub(super) kinds: u64,
    /// Those of them, and the document, in whose items lists of its kind have stood.
    pub(super) stood_in: u64,
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
    /// A hypothesis has taken a marker.
    pub(super) fn take(&mut self, state: &State) {
        self.end = self.end.max(state.end);
        self.stops = self.stops.max(state.stops);
    }
}

#[cfg(test)]
impl Bounds {
    /// Bounds under which every move is looked at.
    pub(super) const fn none() -> Self {
        const MUCH: i32 = 1 << 20;
        Self {
            goes_on: MUCH,
            goes_on_far: MUCH,
            restart: MUCH,
            restart_anew: MUCH,
            open: MUCH,
            order: MUCH,
            seen: MUCH,
            elsewhere: MUCH,
            weak_open: MUCH,
            anew: MUCH,
            decimal: MUCH,
            decimal_elsewhere: MUCH,
            at_two: MUCH,
            late: MUCH,
            first: MUCH,
            run_on: MUCH,
            places: [MUCH; 6],
            further_out: [MUCH; 6],
            later: MUCH,
            late_further_out: MUCH,
            before: [Place { gap: u32::MAX, stops: u32::MAX, opens: MUCH, on: MUCH, always: MUCH }; 16],
            levels: MUCH,
            level: 0,
        }
    }
}
