//! One place of the search: all moves of all hypotheses with its readings.
//!
//! ```text
//! states ──expand──▶ successors (state, move, score) ──advance──▶ states
//!          bounds first: most moves are never looked at
//! ```
//!
//! A successor is scored without being made: only those that are kept get frames and hashes. On
//! a statute a hypothesis has one move that counts, the next number of its innermost list, and the
//! bound shows that no other can come near.

use std::ops::Range;

use super::bounds::{Bounds, Known};
use super::moves::{self, Between, Most, Opening, Reading};
use super::state::{Frame, Memory};
use super::{ALONE, BLUNDER, Beam, Move, Search, State, Successor};
use crate::scan::{Candidate, flag, kind};
use crate::weights::Weights;

/// Below every score that can come up, and far enough from the smallest number to subtract from.
const UNREACHABLE: i32 = i32::MIN / 2;

/// What the moves of one place need: the hypotheses as they are.
#[derive(Clone, Copy)]
struct Ground<'a> {
    frames: &'a [Frame],
    bounds: &'a Bounds,
    weights: &'a Weights,
}

/// Takes the moves of one place that may be kept.
struct Kept<'a> {
    next: &'a mut Vec<Successor>,
    /// What the best so far lets live, and by how much it is better than that.
    floor: i32,
    margin: i32,
    /// What a number that goes on by one leaves to the other moves of the same hypothesis.
    step: i32,
    from: u32,
    /// How many leave the place out.
    left: usize,
}

impl Kept<'_> {
    /// What a move must reach.
    fn least(&self) -> i32 {
        self.floor.max(self.step)
    }

    fn push(&mut self, kind: Move, candidate: u32, frame: u32, score: i32) {
        if score < self.step {
            return;
        }
        self.floor = self.floor.max(score - self.margin);
        if score >= self.floor {
            self.next.push(Successor { score, from: self.from, candidate, frame, kind });
        }
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
    fn close(&mut self, ground: Ground<'a>) -> bool {
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
    /// The readings of one place that some hypothesis may take, into `readings`. Returns whether one must be taken.
    #[inline]
    fn gather(&mut self, candidates: &[Candidate], place: Range<usize>, weights: &Weights, beam: Beam) -> bool {
        let forced = beam.forced.filter(|forced| place.contains(&(forced.candidate as usize)));
        let must = forced.is_some_and(|forced| forced.taken);
        let bar = match (must, is_alone(&self.states, beam)) {
            (true, _) => UNREACHABLE,
            (false, true) => 1,
            (false, false) => -beam.margin,
        };
        self.readings.clear();
        for index in place {
            let wanted = forced.is_none_or(|forced| forced.taken == (forced.candidate as usize == index));
            let Some(candidate) = candidates.get(index).filter(|_| wanted) else { continue };
            let mut known = Known { goes_on: self.kinds & candidate.kind.bit() != 0, ..Known::default() };
            // Of a list that was never opened no number runs on, but for an article behind a last chapter.
            let strange = self.opened & candidate.kind.bit() == 0 && !candidate.has(flag::CLOSES);
            let states = if strange { &[] } else { self.states.as_slice() };
            for state in states {
                let Some(memory) = self.memories.get(state.memory as usize) else { continue };
                known.runs_on |= moves::runs_on(memory, candidate);
                known.seen |= memory.knows(candidate.kind);
            }
            let most = Most::of(candidate, &self.bounds, self.behind, known);
            let bar = bar - i32::from(candidate.weight);
            if most.any.far >= bar || most.any.most >= bar && self.goes_on_near(candidate) {
                self.readings.push(Reading::of(candidate, index as u32, most, weights));
            }
        }
        must
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

    /// Goes over one place.
    pub(super) fn step(&mut self, candidates: &[Candidate], place: Range<usize>, weights: &Weights, beam: Beam) {
        if self.expand(candidates, place, weights, beam) {
            self.freshen();
            self.advance(candidates, beam);
        }
    }

    /// All moves of all hypotheses with the readings of one place, into `next`. False: none can take any, and all
    /// stay as they are.
    #[inline(never)]
    fn expand(&mut self, candidates: &[Candidate], place: Range<usize>, weights: &Weights, beam: Beam) -> bool {
        let must = self.gather(candidates, place.clone(), weights, beam);
        let Self { frames, memories, log, states, next, readings, bounds, .. } = self;
        next.clear();
        let worst = states.last().map_or(UNREACHABLE, |state| state.score);
        let best = states.first().map_or(UNREACHABLE, |state| state.score);
        let alone = is_alone(states, beam);
        if alone {
            self.credit -= ALONE * place.len() as i64;
        }
        if readings.is_empty() && !must && worst >= best - beam.margin && states.len() <= beam.width {
            return false;
        }
        let margin = if alone { 0 } else { beam.margin };
        let ground = Ground { frames, bounds, weights };
        // The first is the best, so that no later one can be kept that it does not let live.
        let best = if must { UNREACHABLE } else { best };
        let mut kept = Kept { next, floor: best - margin, margin: beam.margin, step: UNREACHABLE, from: 0, left: 0 };
        let mut looked = 0;
        let mut cost = 0;
        for (index, state) in states.iter().enumerate() {
            let begun = kept.next.len();
            kept.from = index as u32;
            kept.step = UNREACHABLE;
            for reading in readings.iter() {
                let base = state.score + i32::from(reading.candidate.weight);
                if base + reading.most < kept.least() {
                    continue;
                }
                let last = log.last(state.log);
                let (Some(top), Some(memory)) = (frames.get(state.frame as usize), memories.get(state.memory as usize))
                else {
                    break;
                };
                if last.is_some_and(|last| reading.candidate.start < last.end()) {
                    continue;
                }
                looked += 1;
                cost += 1 + i64::from(top.depth);
                let walk = Walk { frame: top, at: state.frame, score: base, levels: 0 };
                moves(ground, memory, reading, moves::between(last, &reading.candidate), walk, &mut kept);
            }
            let least = kept.least();
            if kept.step > UNREACHABLE
                && kept.next.get(begun..).is_some_and(|new| new.iter().any(|new| new.score < least))
            {
                let mut end = begun;
                for at in begun..kept.next.len() {
                    if kept.next.get(at).is_some_and(|next| next.score >= least) {
                        kept.next.swap(end, at);
                        end += 1;
                    }
                }
                kept.next.truncate(end);
            }
            if !must && state.score >= kept.least() {
                kept.push(Move::Leave, u32::MAX, 0, state.score);
                kept.left += 1;
            }
        }
        let left = kept.left;
        self.expanded += looked;
        if !alone {
            self.credit -= cost + next.len() as i64;
        }
        left != next.len() || left != states.len() || left > beam.width
    }
}

/// Whether there is but one hypothesis and may be no other. To it, what is no better than to leave the place out is
/// nothing: not even a rival, for it has taken the same markers.
fn is_alone(states: &[State], beam: Beam) -> bool {
    beam.width == 1 && states.len() == 1 && beam.forced.is_none()
}

/// The moves of one hypothesis with one reading.
#[inline(never)]
fn moves<'a>(
    ground: Ground<'a>,
    memory: &Memory,
    reading: &Reading,
    between: Between,
    start: Walk<'a>,
    kept: &mut Kept<'_>,
) {
    let Ground { bounds, weights, .. } = ground;
    let candidate = &reading.candidate;
    let kind = candidate.kind as u8;
    // Lists that go on come first: they raise the bar, and most openings then fall below it.
    let mut walk = start;
    // Up to the outermost list of the kind.
    while walk.frame.kinds & reading.bit != 0 {
        if walk.frame.kind == kind {
            if let Some(sum) = moves::continued(walk.frame, reading, walk.levels, between, weights) {
                let score = walk.score + sum;
                if moves::steps(walk.frame, candidate) {
                    kept.step = kept.step.max(score - BLUNDER);
                }
                kept.push(Move::Continue, reading.index, walk.at, score);
            }
            if let Some(sum) = moves::restarted(walk.frame, reading, between, weights) {
                kept.push(Move::Restart, reading.index, walk.at, walk.score + sum);
            }
        }
        if !walk.close(ground) {
            break;
        }
    }
    let runs_on = moves::runs_on(memory, candidate);
    let Some(opening) = Opening::of(reading, runs_on, between, weights) else { return };
    let late = if runs_on { bounds.run_on } else { reading.late };
    let mut most = reading.opens + bounds.place(between) + late;
    let mut child = kind::ROOT;
    let mut walk = start;
    loop {
        if walk.score + most < kept.least() {
            // Closing more lists makes no move better.
            break;
        }
        // A list of the kind just closed goes on or starts again; it does not open anew.
        if child != kind
            && let Some(sum) = moves::opened(walk.frame, memory, reading, &opening, walk.levels, weights)
        {
            kept.push(Move::Open, reading.index, walk.at, walk.score + sum);
        }
        child = walk.frame.kind;
        if !walk.close(ground) {
            break;
        }
        most = reading.opens + bounds.place_further_out(between) + late;
    }
}
