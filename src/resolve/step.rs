//! One step of the search: all hypotheses at one place, and what becomes of them.
//!
//! ```text
//! states ──expand──▶ successors (state, move, score)     bounds first: most moves are never looked at
//!        ◀─advance──  the best of each future, made      frames, memory and log grow by what is kept
//! ```
//!
//! A successor is scored without being made: only those that are kept get frames and hashes. On
//! a statute a hypothesis has one move that counts, the next number of its innermost list, and the
//! bound shows that no other can come near.

use super::moves::{self, Between, Reading};
use super::state::{Frame, Memory, mix};
use super::{BEHIND, BLUNDER, Beam, Move, Search, State, Successor};
use crate::scan::marker::Delim;
use crate::scan::{Candidate, kind};
use crate::weights::{Sum, Weights};

/// Below every score that can come up, and far enough from the smallest number to subtract from.
const UNREACHABLE: i32 = i32::MIN / 2;

/// How good a move must be to be kept, while the moves of one place are made.
#[derive(Debug, Clone, Copy)]
struct Bar {
    /// The best score of any hypothesis so far.
    best: i32,
    margin: i32,
}

impl Bar {
    /// What the best lets live.
    const fn floor(&self) -> i32 {
        self.best.saturating_sub(self.margin)
    }

    /// Whether a score is kept; raises the bar by it.
    fn keeps(&mut self, score: i32) -> bool {
        self.best = self.best.max(score);
        score >= self.floor()
    }
}

/// A walk from the innermost list outwards.
#[derive(Debug, Clone, Copy)]
struct Walk {
    at: u32,
    /// The score with the lists further in closed.
    score: i32,
    levels: u8,
}

impl Walk {
    fn close(&mut self, frame: &Frame, weights: &Weights) {
        let mut sum = Sum { weights, total: self.score };
        moves::closed(frame, &mut sum);
        self.score = sum.total;
        self.levels += 1;
        self.at = frame.parent;
    }
}

/// Which hypothesis moves.
#[derive(Debug, Clone, Copy)]
struct Ask {
    from: u32,
    state: State,
    between: Between,
}

impl Search {
    pub(super) fn frame(&self, index: u32) -> Frame {
        // Indices come from `push`; the root is the fallback so that no index can panic.
        self.frames.get(index as usize).copied().unwrap_or(Frame::root())
    }

    fn memory(&self, index: u32) -> &Memory {
        const EMPTY: Memory = Memory::empty();
        self.memories.get(index as usize).unwrap_or(&EMPTY)
    }

    /// All moves of all hypotheses with the readings of one place, into `next`.
    pub(super) fn expand(
        &mut self,
        candidates: &[Candidate],
        place: std::ops::Range<usize>,
        weights: &Weights,
        beam: Beam,
    ) {
        self.next.clear();
        let forced = beam.forced.filter(|forced| place.contains(&(forced.candidate as usize)));
        let must = forced.is_some_and(|forced| forced.taken);
        // The first is the best, so that no later one can be kept that it does not let live.
        let best = self.states.first().filter(|_| !must).map_or(UNREACHABLE, |state| state.score);
        let mut bar = Bar { best, margin: beam.margin };
        self.readings.clear();
        for reading in place {
            let wanted = forced.is_none_or(|forced| forced.taken == (forced.candidate as usize == reading));
            if let Some(&candidate) = candidates.get(reading).filter(|_| wanted) {
                self.readings.push(Reading::of(candidate, reading as u32, &self.bounds));
            }
        }
        for index in 0..self.states.len() {
            let Some(&state) = self.states.get(index) else { break };
            let begun = self.next.len();
            let last = candidates.get(state.last as usize);
            if self.plain_step(index as u32, last, &mut bar, weights) {
                continue;
            }
            if !must && bar.keeps(state.score) {
                self.next.push(Successor {
                    score: state.score,
                    from: index as u32,
                    candidate: u32::MAX,
                    frame: 0,
                    kind: Move::Leave,
                });
            }
            // What a number that goes on by one leaves to the other moves of this hypothesis.
            let mut step = UNREACHABLE;
            for reading in 0..self.readings.len() {
                let Some(&reading) = self.readings.get(reading) else { break };
                let base = state.score + i32::from(reading.candidate.weight);
                if base + reading.most < bar.floor().max(step)
                    || last.is_some_and(|last| reading.candidate.start < last.end)
                {
                    continue;
                }
                self.expanded += 1;
                self.credit -= 1 + i64::from(self.frame(state.frame).depth);
                let between = moves::between(last, &reading.candidate);
                let ask = Ask { from: index as u32, state, between };
                step = self.moves(&reading, ask, (&mut bar, step), weights);
            }
            if step > UNREACHABLE {
                let floor = step.max(bar.floor());
                let mut kept = begun;
                for at in begun..self.next.len() {
                    if self.next.get(at).is_some_and(|next| next.score >= floor) {
                        self.next.swap(kept, at);
                        kept += 1;
                    }
                }
                self.next.truncate(kept);
            }
        }
    }

    /// The commonest case, by a short way: the place has one reading, which is the next number of the
    /// innermost list, and everything else falls below the bar that this sets. False: it is not so, and
    /// nothing was done.
    fn plain_step(&mut self, from: u32, last: Option<&Candidate>, bar: &mut Bar, weights: &Weights) -> bool {
        let (Some(state), [reading]) = (self.states.get(from as usize), self.readings.as_slice()) else { return false };
        let candidate = &reading.candidate;
        let (Some(top), Some(last)) = (self.frames.get(state.frame as usize), last) else { return false };
        // Where the style stands twice on the path another list of it may go on as well.
        if top.kind != candidate.kind as u8
            || top.nested
            || !moves::steps(top, candidate)
            || reading.first
            || candidate.start < last.end
        {
            return false;
        }
        let between = moves::between(Some(last), candidate);
        let base = state.score + i32::from(candidate.weight);
        let mut sum = Sum { weights, total: base };
        if !moves::continued(top, reading, 0, between, &mut sum) {
            return false;
        }
        let mut others = state.score;
        if top.depth > 1 {
            // A later number opens no list in an item of its own style, nor beside the list that goes on.
            let runs_on = moves::runs_on(self.memory(state.memory), candidate);
            let late = if runs_on { self.bounds.run_on } else { reading.late };
            others = others.max(base + reading.opens + self.bounds.place_further_out(between) + late);
        }
        let floor = bar.floor().max(sum.total - bar.margin.min(BLUNDER));
        if others >= floor {
            return false;
        }
        self.expanded += 1;
        self.credit -= 1 + i64::from(top.depth);
        if bar.keeps(sum.total) {
            let frame = state.frame;
            self.next.push(Successor { score: sum.total, from, candidate: reading.index, frame, kind: Move::Continue });
        }
        true
    }

    /// The moves of one hypothesis with one reading. `bars`: what a move must reach, and what a step of this
    /// hypothesis lets live; returns the latter with these moves.
    fn moves(&mut self, reading: &Reading, ask: Ask, bars: (&mut Bar, i32), weights: &Weights) -> i32 {
        let Ask { from, state, between } = ask;
        let (bar, mut step) = bars;
        let Self { frames, memories, next, bounds, .. } = self;
        let (Some(memory), Some(top)) = (memories.get(state.memory as usize), frames.get(state.frame as usize)) else {
            return step;
        };
        let candidate = &reading.candidate;
        let start = Walk { at: state.frame, score: state.score + i32::from(candidate.weight), levels: 0 };
        let mut push = |kind: Move, at: u32, score: i32, step: i32| {
            if score >= step && bar.keeps(score) {
                next.push(Successor { score, from, candidate: reading.index, frame: at, kind });
            }
            bar.floor()
        };
        let mut floor = UNREACHABLE;
        // Lists that go on come first: they raise the bar, and most openings then fall below it.
        if top.kinds & candidate.kind.bit() != 0 {
            let mut walk = start;
            // Up to the outermost list of the kind.
            while let Some(frame) = frames.get(walk.at as usize).filter(|frame| frame.kinds & candidate.kind.bit() != 0)
            {
                if frame.kind == candidate.kind as u8 {
                    let mut sum = Sum { weights, total: walk.score };
                    if moves::continued(frame, reading, walk.levels, between, &mut sum) {
                        if moves::steps(frame, candidate) {
                            step = step.max(sum.total - BLUNDER);
                        }
                        floor = push(Move::Continue, walk.at, sum.total, step);
                    }
                    let mut sum = Sum { weights, total: walk.score };
                    if moves::restarted(frame, reading, between, &mut sum) {
                        moves::closed(frame, &mut sum);
                        floor = push(Move::Restart, walk.at, sum.total, step);
                    }
                }
                walk.close(frame, weights);
            }
        }
        let runs_on = moves::runs_on(memory, candidate);
        let most = reading.opens + bounds.place(between) + if runs_on { bounds.run_on } else { reading.late };
        let mut child = kind::ROOT;
        let mut walk = start;
        while let Some(frame) = frames.get(walk.at as usize) {
            if walk.score + most < floor.max(step) {
                // Closing more lists makes no move better.
                break;
            }
            // A list of the kind just closed goes on or starts again; it does not open anew.
            if child != candidate.kind as u8 {
                let mut sum = Sum { weights, total: walk.score };
                if moves::opened(frame, memory, reading, walk.levels, between, &mut sum) {
                    floor = push(Move::Open, walk.at, sum.total, step);
                }
            }
            if frame.is_root() {
                break;
            }
            child = frame.kind;
            walk.close(frame, weights);
        }
        step
    }

    /// From `next` to `states`: equal hypotheses become one, and only the best are kept.
    pub(super) fn advance(&mut self, candidates: &[Candidate], beam: Beam) {
        let Some(best) = self.next.iter().map(|next| next.score).max() else { return };
        self.credit -= self.next.len() as i64;
        let floor = best.saturating_sub(beam.margin);
        // Nearly always there is one, or they come as they stood: then nothing is to be done.
        if self.next.iter().any(|next| next.score < floor) {
            self.next.retain(|next| next.score >= floor);
        }
        // Between equals the one that took its markers earlier goes first, then the one found first.
        let order = |next: &Successor| (std::cmp::Reverse(next.score), next.kind != Move::Leave);
        if !self.next.is_sorted_by_key(order) {
            self.next.sort_by_key(order);
        }
        self.made.clear();
        for index in 0..self.next.len() {
            let Some(&next) = self.next.get(index) else { break };
            let Some(&from) = self.states.get(next.from as usize) else { continue };
            let candidate = candidates.get(next.candidate as usize);
            let behind = match (best - next.score <= BEHIND, candidate) {
                (true, _) => 0,
                (false, Some(_)) => from.behind.saturating_add(1),
                (false, None) => from.behind,
            };
            if behind > beam.patience {
                continue;
            }
            let future = match candidate {
                Some(candidate) if is_next(next, &from) => self.future_of_next(next, &from, candidate),
                Some(candidate) => self.future(next, &from, candidate),
                None => Future { key: from.key, path: from.path, memory: 0 },
            };
            if let Some(better) = self.made.iter().find(|made| {
                beam.merge
                    && (made.key == future.key || made.path == future.path && made.score - next.score >= beam.memory)
            }) {
                self.log.rival(better.log, from.log, candidate.map(|_| next.candidate), better.score - next.score);
                continue;
            }
            if self.made.len() == beam.width {
                // The first that falls out of the beam is a rival of the best.
                if let Some(best) = self.made.first() {
                    self.log.rival(best.log, from.log, candidate.map(|_| next.candidate), best.score - next.score);
                }
                break;
            }
            let state = match candidate {
                Some(candidate) if is_next(next, &from) => self.make_next(candidate, next, from, future),
                Some(candidate) => self.make(candidate, next, from, future),
                None => State { score: next.score, ..from },
            };
            self.made.push(State { behind, ..state });
        }
        std::mem::swap(&mut self.states, &mut self.made);
    }

    /// [`Search::future`] where the innermost list goes on: nothing is closed, and nothing new to remember.
    fn future_of_next(&self, next: Successor, from: &State, candidate: &Candidate) -> Future {
        let frame = self.frames.get(next.frame as usize);
        let outside = frame.and_then(|frame| self.frames.get(frame.parent as usize));
        let (Some(frame), Some(outside)) = (frame, outside) else { return self.future(next, from, candidate) };
        let number = (candidate.ord, candidate.prefix);
        let count = Frame::counted(frame.count);
        let path = Frame::hash_of(outside.hash, candidate.kind, number, delim(frame, candidate), count);
        let memory = self.memory(from.memory).hash;
        Future { key: key(path, memory, next.candidate), path, memory }
    }

    /// [`Search::make`] where the innermost list goes on.
    fn make_next(&mut self, candidate: &Candidate, next: Successor, from: State, future: Future) -> State {
        let Some(&frame) = self.frames.get(next.frame as usize) else { return from };
        let log = self.log.take(from.log, next.candidate, frame.depth - 1);
        self.frames.push(Frame {
            hash: future.path,
            prefix: candidate.prefix,
            ord: candidate.ord,
            count: Frame::counted(frame.count),
            delim: delim(&frame, candidate),
            ..frame
        });
        let frame = (self.frames.len() - 1) as u32;
        State { key: future.key, path: future.path, score: next.score, frame, log, last: next.candidate, ..from }
    }

    /// The hashes that a hypothesis would have after a move.
    fn future(&self, next: Successor, from: &State, candidate: &Candidate) -> Future {
        let number = (candidate.ord, candidate.prefix);
        let memory = self.memory(from.memory);
        let mut hash = memory.hash;
        let mut at = from.frame;
        while at != next.frame {
            let frame = self.frame(at);
            hash = memory.closing(hash, frame.kind, frame.ord);
            at = frame.parent;
        }
        let target = self.frame(next.frame);
        let path = match next.kind {
            Move::Open | Move::Leave => {
                hash = memory.opening(hash, target.kind, candidate.kind);
                let count = u8::from(moves::runs_on(memory, candidate));
                Frame::hash_of(target.hash, candidate.kind, number, candidate.delim, Frame::counted(count))
            }
            Move::Continue => {
                let count = Frame::counted(target.count);
                Frame::hash_of(self.frame(target.parent).hash, candidate.kind, number, delim(&target, candidate), count)
            }
            Move::Restart => {
                hash = memory.closing(hash, target.kind, target.ord);
                Frame::hash_of(
                    self.frame(target.parent).hash,
                    candidate.kind,
                    number,
                    candidate.delim,
                    Frame::counted(0),
                )
            }
        };
        Future { key: key(path, hash, next.candidate), path, memory: hash }
    }

    /// Carries a move out.
    fn make(&mut self, candidate: &Candidate, next: Successor, from: State, future: Future) -> State {
        let target = self.frame(next.frame);
        let remembered = self.memory(from.memory);
        // A list that runs on is never counted as single.
        let count = u8::from(moves::runs_on(remembered, candidate));
        let memory = if future.memory == remembered.hash { from.memory } else { self.remember(candidate, next, from) };
        let (parent, delim, count) = match next.kind {
            Move::Open | Move::Leave => ((next.frame, target), candidate.delim, count),
            Move::Continue => ((target.parent, self.frame(target.parent)), delim(&target, candidate), target.count),
            Move::Restart => ((target.parent, self.frame(target.parent)), candidate.delim, 0),
        };
        let frame = Frame {
            hash: future.path,
            kinds: parent.1.kinds | candidate.kind.bit(),
            prefix: candidate.prefix,
            parent: parent.0,
            ord: candidate.ord,
            kind: candidate.kind as u8,
            depth: parent.1.depth + 1,
            count: Frame::counted(count),
            delim,
            nested: parent.1.nested || parent.1.kinds & kind::same_style(candidate.kind) != 0,
        };
        self.frames.push(frame);
        let log = self.log.take(from.log, next.candidate, frame.depth - 1);
        let frame = (self.frames.len() - 1) as u32;
        State {
            key: future.key,
            path: future.path,
            score: next.score,
            frame,
            memory,
            log,
            last: next.candidate,
            ..from
        }
    }

    /// What a hypothesis remembers behind a move that changes it. Returns its index.
    fn remember(&mut self, candidate: &Candidate, next: Successor, from: State) -> u32 {
        let mut memory = *self.memory(from.memory);
        // Lists further in are closed.
        let mut at = from.frame;
        while at != next.frame {
            let frame = self.frame(at);
            memory.close(frame.kind, frame.ord);
            at = frame.parent;
        }
        let target = self.frame(next.frame);
        match next.kind {
            Move::Open | Move::Leave => memory.open(target.kind, candidate.kind),
            Move::Restart => memory.close(target.kind, target.ord),
            Move::Continue => {}
        }
        self.memories.push(memory);
        (self.memories.len() - 1) as u32
    }
}

/// What two hypotheses are compared by.
#[derive(Debug, Clone, Copy)]
struct Future {
    /// Hash of the path, the memory and the last marker.
    key: u64,
    /// Hash of the path alone.
    path: u64,
    /// Hash of the memory alone.
    memory: u64,
}

/// The key of a hypothesis: hash of its path, of its memory, and of the marker it took last.
const fn key(path: u64, memory: u64, last: u32) -> u64 {
    path ^ memory.rotate_left(1) ^ mix(last as u64)
}

/// Whether the innermost list goes on, as it does in most moves.
const fn is_next(next: Successor, from: &State) -> bool {
    matches!(next.kind, Move::Continue) && next.frame == from.frame
}

/// The delimiter a list is known by: that of its last member that has one.
fn delim(frame: &Frame, candidate: &Candidate) -> Delim {
    if candidate.delim == Delim::None { frame.delim } else { candidate.delim }
}
