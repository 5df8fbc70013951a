//! One place of the search: all moves of all hypotheses with its readings.
//!
//! ```text
//! states ──expand──▶ successors (state, move, score) ──advance──▶ states
//!          bounds first: most moves are never looked at
//! ```
//!
//! A successor is scored without being made: only those that are kept get frames. On a statute a hypothesis has one
//! move that counts, the next number of its innermost list, and the bound shows that no other can come near.

use super::bounds::{Bounds, Known};
use super::moves::{self, Between, Reading};
use super::opening::{self, Opening};
use super::pairs::Pairs;
use super::state::{Frame, Memory};
use super::{ALONE, BLUNDER, Beam, Here, LEFT, Move, Search, State, Successor};
use crate::scan::{Candidate, flag, kind};
use crate::weights::{Feature as F, Weights};

/// Below every score that can come up, and far enough from the smallest number to subtract from.
const UNREACHABLE: i32 = i32::MIN / 2;

/// What the moves of one place need: the hypotheses as they are.
#[derive(Clone, Copy)]
struct Ground<'a> {
    frames: &'a [Frame],
    memories: &'a [Memory],
    pairs: &'a Pairs,
    bounds: &'a Bounds,
    weights: &'a Weights,
}

/// Takes the moves of one place that may be kept.
struct Kept<'a> {
    next: &'a mut Vec<Successor>,
    /// What the best so far lets live, and by how much it is better than that.
    floor: i32,
    margin: i32,
    /// What a move must reach: the same, or what a number that goes on by one leaves to the other moves of the same
    /// hypothesis.
    least: i32,
    from: u32,
    /// How many leave the place out.
    left: usize,
}

impl Kept<'_> {
    #[inline]
    fn push(&mut self, kind: Move, reading: u16, frame: u32, score: i32) {
        if score < self.least {
            return;
        }
        self.floor = self.floor.max(score - self.margin);
        self.least = self.least.max(self.floor);
        self.next.push(Successor { score, from: self.from, reading, frame, kind });
    }

    /// Drops those from `begun` on that a number which goes on by one leaves below the bar.
    #[inline]
    fn drop_below(&mut self, begun: usize) {
        let least = self.least;
        if least == self.floor || self.next.iter().skip(begun).all(|next| next.score >= least) {
            return;
        }
        let mut end = begun;
        for at in begun..self.next.len() {
            if self.next.get(at).is_some_and(|next| next.score >= least) {
                self.next.swap(end, at);
                end += 1;
            }
        }
        self.next.truncate(end);
    }
}

/// A walk from the innermost list outwards.
#[derive(Clone, Copy)]
struct Walk<'a> {
    frame: &'a Frame,
    at: u32,
    /// The score with the lists further in closed.
    score: i32,
    levels: u8,
}

impl<'a> Walk<'a> {
    /// Closes the list. False: it was the document, which stays.
    #[inline]
    fn close(&mut self, ground: &Ground<'a>) -> bool {
        if self.frame.is_root() {
            return false;
        }
        self.score += moves::closed(self.frame, ground.weights);
        let at = self.frame.parent;
        let Some(frame) = ground.frames.get(at as usize) else { return false };
        (self.levels, self.at) = (self.levels + 1, at);
        self.frame = frame;
        true
    }
}

impl Search {
    /// Goes over one place, given by its readings and the index of the first of them.
    #[inline]
    pub(super) fn step(&mut self, place: &[Candidate], first: usize, weights: &Weights, beam: &Beam, here: Here) {
        // Most places have one reading, and of several one is left.
        let reading = if let ([candidate], None) = (place, beam.forced) {
            let bar = self.bar(1, beam, here) - i32::from(candidate.weight);
            self.gather(candidate, 0, bar, weights)
        } else {
            let must = self.gather_all(place, first, weights, beam, here);
            if must || self.readings.len() > 1 {
                self.move_on_with_all(must, weights, beam, here);
                return;
            }
            self.readings.pop()
        };
        if let Some(reading) = reading {
            self.move_on(&reading, weights, beam, here);
        } else if !self.stays(here) {
            self.readings.clear();
            self.move_on_with_all(false, weights, beam, here);
        }
    }

    /// The readings of a place that some hypothesis may take. Returns whether one must be taken.
    #[inline(never)]
    fn gather_all(&mut self, place: &[Candidate], first: usize, weights: &Weights, beam: &Beam, here: Here) -> bool {
        let forced = beam.forced.and_then(|forced| {
            let at = (forced.candidate as usize).checked_sub(first).filter(|&at| at < place.len())?;
            Some((at, forced.taken))
        });
        let must = forced.is_some_and(|(_, taken)| taken);
        let bar = self.bar(place.len(), beam, here);
        let bar = if must { UNREACHABLE } else { bar };
        self.readings.clear();
        for (index, candidate) in place.iter().enumerate() {
            if forced.is_none_or(|(at, taken)| taken == (at == index)) {
                let index = self.readings.len() as u16;
                let reading = self.gather(candidate, index, bar - i32::from(candidate.weight), weights);
                self.readings.extend(reading);
            }
        }
        must
    }

    /// All moves of all hypotheses with all readings that were gathered, and what becomes of them.
    #[inline(never)]
    fn move_on_with_all(&mut self, must: bool, weights: &Weights, beam: &Beam, here: Here) {
        let readings = std::mem::take(&mut self.readings);
        if self.expand(false, &readings, must, weights, beam, here) {
            self.advance(&readings, beam, here);
        }
        self.readings = readings; // for its buffer
    }

    /// The same with one reading.
    #[inline(always)]
    fn move_on(&mut self, reading: &Reading, weights: &Weights, beam: &Beam, here: Here) {
        let readings = std::slice::from_ref(reading);
        // Every second place has one hypothesis: without a loop over them its moves take fewer instructions.
        let moves = if self.states.len() == 1 {
            self.expand(true, readings, false, weights, beam, here)
        } else {
            self.expand(false, readings, false, weights, beam, here)
        };
        if moves {
            self.advance(readings, beam, here);
        }
    }

    /// What a reading must bring, at a place that has so many.
    #[inline]
    fn bar(&mut self, readings: usize, beam: &Beam, here: Here) -> i32 {
        if is_alone(&self.states, beam, here) {
            self.credit -= ALONE * readings as i64;
            return 1;
        }
        -here.margin
    }

    /// Whether all hypotheses stay where nothing can be taken: they may be more, or further apart, than this place allows.
    #[inline]
    fn stays(&self, here: Here) -> bool {
        match self.states.as_slice() {
            [best, .., worst] => worst.score >= best.score - here.margin && self.states.len() <= here.width,
            _ => true,
        }
    }

    /// What the hypotheses hold of a candidate's style.
    #[inline]
    pub(super) fn known(&self, candidate: &Candidate) -> Known {
        let kinds = self.kinds;
        Known { kinds, stood_in: self.pairs.parents(candidate.kind) & (kinds | 1 << kind::ROOT) }
    }

    /// A candidate as a reading of its place, the one with this index, if some hypothesis may take it: if a move may add so
    /// much to its weight.
    #[inline(always)]
    fn gather(&self, candidate: &Candidate, index: u16, bar: i32, weights: &Weights) -> Option<Reading> {
        let bit = candidate.kind.bit();
        let mut most = self.bounds.most(candidate, self.behind, self.known(candidate));
        // Figures such as 3.5% are decimals: only where 3 is open does one bring what makes up for what it is.
        if candidate.kind.is_decimal() && most.begins() >= bar && !self.has_item(candidate) {
            most = most.without_item();
        }
        // Of a list that was never opened no number runs on, but for an article behind a last chapter.
        let runs_on = (self.opened & bit != 0 || candidate.has(flag::CLOSES))
            && most.runs_on() >= bar.max(most.begins())
            && self.any_runs_on(candidate);
        let mut reach = if runs_on { most.runs_on() } else { most.begins() };
        if self.kinds & bit != 0 {
            reach = reach.max(most.starts_again(candidate)).max(most.far());
            if most.goes_on() >= bar.max(reach) && (reach >= bar || self.goes_on_near(candidate)) {
                reach = most.goes_on();
            }
        }
        (reach >= bar).then(|| Reading::of(candidate, index, most, (reach, runs_on), weights))
    }

    /// Whether an item on the path of some hypothesis has all but the last part of the number of a candidate.
    #[inline(never)]
    fn has_item(&self, candidate: &Candidate) -> bool {
        self.states.iter().any(|state| {
            let mut at = state.frame;
            while let Some(frame) = self.frames.get(at as usize).filter(|frame| !frame.is_root()) {
                if opening::is_item_of(frame, candidate) {
                    return true;
                }
                at = frame.parent;
            }
            false
        })
    }

    /// Whether a list of some hypothesis goes on with a candidate, and no number but one is left out.
    fn goes_on_near(&self, candidate: &Candidate) -> bool {
        self.states.iter().any(|state| {
            let mut at = state.frame;
            while let Some(frame) = self.frames.get(at as usize).filter(|frame| frame.kinds & candidate.kind.bit() != 0)
            {
                if frame.kind == candidate.kind as u8 && moves::is_near(frame, candidate) {
                    return true;
                }
                at = frame.parent;
            }
            false
        })
    }

    /// All moves of all hypotheses with the readings of one place, into `next`. False: none can take any, and all
    /// stay as they are. `only`: there is but one.
    #[inline(always)]
    fn expand(
        &mut self,
        only: bool,
        readings: &[Reading],
        must: bool,
        weights: &Weights,
        beam: &Beam,
        here: Here,
    ) -> bool {
        let Self { frames, memories, pairs, states, next, bounds, .. } = self;
        next.clear();
        let alone = is_alone(states, beam, here);
        let margin = if alone { 0 } else { here.margin };
        let ground = Ground { frames, memories, pairs, bounds, weights };
        // The first is the best, so that no later one can be kept that it does not let live.
        let best = if must { UNREACHABLE } else { states.first().map_or(UNREACHABLE, |state| state.score) };
        let floor = best - margin;
        let mut kept = Kept { next, floor, margin: here.margin, least: floor, from: 0, left: 0 };
        let mut looked = 0;
        let mut cost = 0;
        let all = if only { states.get(..1).unwrap_or(&[]) } else { states.as_slice() };
        for (index, state) in (0..).zip(all) {
            let begun = kept.next.len();
            kept.from = index;
            kept.least = kept.floor;
            for reading in readings.iter() {
                let candidate = &reading.candidate;
                let base = state.score + i32::from(candidate.weight);
                if base + reading.most < kept.least || candidate.start < state.end {
                    continue;
                }
                let Some(top) = frames.get(state.frame as usize) else { continue };
                looked += 1;
                cost += 1 + i64::from(top.depth);
                let walk = Walk { frame: top, at: state.frame, score: base, levels: 0 };
                let between = moves::between(state, candidate);
                // Lists that go on come first: they raise the bar, and most openings then fall below it.
                if top.kinds & reading.bit != 0 {
                    goes_on(&ground, reading, between, walk, &mut kept);
                }
                if base + reading.begins_at_most + bounds.place(between) >= kept.least {
                    opens(&ground, state.memory, reading, between, walk, &mut kept);
                }
            }
            kept.drop_below(begun);
            if !must && state.score >= kept.least {
                kept.push(Move::Leave, LEFT, 0, state.score);
                kept.left += 1;
            }
        }
        let left = kept.left;
        self.expanded += looked;
        if !alone {
            self.credit -= cost + next.len() as i64;
        }
        left != next.len() || left != states.len() || left > here.width
    }
}

/// Whether there is but one hypothesis and may be no other. To it, what is no better than to leave the place out is
/// nothing: not even a rival, for it has taken the same markers.
fn is_alone(states: &[State], beam: &Beam, here: Here) -> bool {
    here.width == 1 && states.len() == 1 && beam.forced.is_none()
}

/// The lists of one hypothesis that go on with a reading, or start again.
#[inline(always)]
fn goes_on<'a>(ground: &Ground<'a>, reading: &Reading, between: Between, mut walk: Walk<'a>, kept: &mut Kept<'_>) {
    while goes_on_inmost(ground, reading, between, &mut walk, kept) {}
}

/// The same for the first list of the kind on a walk, which it closes. Returns whether there is another further out.
#[inline(always)]
fn goes_on_inmost<'a>(
    ground: &Ground<'a>,
    reading: &Reading,
    between: Between,
    walk: &mut Walk<'a>,
    kept: &mut Kept<'_>,
) -> bool {
    let candidate = &reading.candidate;
    while walk.frame.kind != candidate.kind as u8 {
        if !walk.close(ground) {
            return false;
        }
    }
    let steps = moves::steps(walk.frame, candidate);
    if let Some(sum) = moves::continued(walk.frame, reading, steps, walk.levels, between, ground.weights) {
        let score = walk.score + sum;
        if steps {
            kept.least = kept.least.max(score - BLUNDER);
        }
        kept.push(Move::Continue, reading.index, walk.at, score);
    }
    if reading.first
        && let Some(sum) = moves::restarted(walk.frame, reading, walk.levels, between, ground.weights)
    {
        kept.push(Move::Restart, reading.index, walk.at, walk.score + sum);
    }
    walk.close(ground) && walk.frame.kinds & reading.bit != 0
}

/// The lists that open with a reading in one hypothesis.
#[inline(always)]
fn opens<'a>(
    ground: &Ground<'a>,
    memory: u32,
    reading: &Reading,
    between: Between,
    mut walk: Walk<'a>,
    kept: &mut Kept<'_>,
) {
    let Ground { memories, pairs, bounds, weights, .. } = *ground;
    let Some(memory) = memories.get(memory as usize) else { return };
    let runs_on = moves::runs_on(memory, &reading.candidate);
    // Of another hypothesis it may run on.
    if reading.runs_on
        && !runs_on
        && reading.begins.is_none_or(|number| {
            walk.score + number + reading.opens - weights.of(F::Open) + bounds.place(between) < kept.least
        })
    {
        return;
    }
    let pairs = pairs.row(reading.candidate.kind);
    let Some(opening) = Opening::of(reading, memory, pairs, runs_on, between, weights) else { return };
    let opens = if runs_on { Move::RunOn } else { Move::Open };
    if let Some(sum) = opening.in_item(walk.frame, weights) {
        kept.push(opens, reading.index, walk.at, walk.score + sum);
    }
    let (most, level) = opening.most_further_out(bounds, weights);
    let mut child = walk.frame.kind;
    // Closing more lists makes no move better.
    while walk.close(ground) && walk.score + most + level * i32::from(walk.levels) >= kept.least {
        // A list of the kind just closed goes on or starts again; it does not open anew.
        if child != reading.candidate.kind as u8
            && let Some(sum) = opening.further_out(walk.frame, walk.levels, weights)
        {
            kept.push(opens, reading.index, walk.at, walk.score + sum);
        }
        child = walk.frame.kind;
    }
}
