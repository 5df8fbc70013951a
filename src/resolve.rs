//! Stage 2: which candidates are markers, and how deep each lies, decided over the whole text at once.
//!
//! ```text
//! candidates   一、   1    （一）   2.   3.5   二、 …          (with the weight of what stands around)
//! hypotheses   ├ 一、▸1 ─────────── 2. ────── 二、            each a path of open lists and a score
//!              ├ 一、─────（一）─── 2. ────── 二、
//!              └ …                                            the best at the end of the text wins
//! marks        一、/1   1/2         2./2      二、/1          candidate and depth, with confidence
//! ```
//!
//! A beam search. For each place where a marker may stand every hypothesis leaves it out, or takes one
//! of its readings by one of the moves of `moves.rs`. Of two hypotheses that agree in all that a later
//! score reads only the better is kept (that makes it dynamic programming); hypotheses more than
//! [`MARGIN`] below the best are dropped; [`WIDTH`] bounds the worst case. Later numbers thus decide
//! earlier markers: greedy choice kept 376 of 1,697 sections of a statute where a beam kept 1,602.
//!
//! Taken markers are written to a log that hypotheses share. When all live hypotheses go back to one
//! entry, what lies before is settled: it is moved to the result and forgotten, so that memory stays
//! bounded by the beam and not by the text.

mod bounds;
mod log;
mod moves;
mod state;
#[cfg(test)]
mod tests;

use bounds::Bounds;
use log::Log;
use moves::Between;
use state::{Frame, Memory};

use crate::scan::evidence::Layout;
use crate::scan::{Candidate, Scan};
use crate::weights::{Feature, Sum, Tally, Weights};

/// The most hypotheses kept. Three find what three hundred find on real documents; of 3,000 random heaps of
/// markers 24 and 32 each missed the best outline of one, 48 of none. Real text seldom fills it.
pub(crate) const WIDTH: usize = 48;
/// Hypotheses that trail the best by more are dropped. On real documents 50 finds what 80 finds; 40 loses
/// one outline in a hundred, 30 two. It is the constant that decides the cost: 7 live hypotheses a
/// candidate at 50, 20 at 80.
pub(crate) const MARGIN: i32 = 50;
/// Of two hypotheses with one path the worse is dropped when it trails by as much: what they remember of
/// closed lists can hardly be worth more. Without this rule an early doubt stays alive to the end of the
/// text, as a memory that differs, and five times as many hypotheses live. 24 misses nothing that exhaustive
/// search finds on random heaps, 20 misses one in three thousand.
pub(crate) const MEMORY: i32 = 24;
/// Frames and log entries are collected when there are so many more than after the last collection.
const COLLECT: usize = 8_192;

/// How much may be spent on a text at once, in steps of the search: more than the densest page needs, and
/// some fifty milliseconds.
const CREDIT: i64 = 1 << 20;
/// What each byte of the text adds to it. Statutes take 0.04 a byte; a text of nothing but markers would
/// take thousands of times as much, and is read greedily where the credit is used up.
const CREDIT_A_BYTE: i64 = 1;
/// How many hypotheses are kept while the credit is used up.
const NARROW: usize = 1;

/// A candidate that was taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Mark {
    /// Index of the candidate.
    pub(crate) candidate: u32,
    /// 0 at the top.
    pub(crate) depth: u8,
    /// 0 to 100.
    pub(crate) confidence: u8,
}

/// How wide the search is; tests make it narrower and wider.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Beam {
    pub(crate) width: usize,
    pub(crate) margin: i32,
    /// Of two hypotheses with one path the worse is dropped when it trails by as much as what they remember
    /// of closed lists can be worth.
    pub(crate) memory: i32,
    /// Whether hypotheses with one future are taken to be one; without it the search is exhaustive.
    pub(crate) merge: bool,
    /// A candidate that must be taken or left out: how much worse the best outline then is tells how sure
    /// the choice is.
    pub(crate) forced: Option<Forced>,
}

/// A decision laid down beforehand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Forced {
    pub(crate) candidate: u32,
    pub(crate) taken: bool,
}

impl Beam {
    pub(crate) const DEFAULT: Self = Self { width: WIDTH, margin: MARGIN, memory: MEMORY, merge: true, forced: None };
}

/// A hypothesis.
#[derive(Debug, Clone, Copy)]
struct State {
    /// Hash of the path, the memory and the last marker.
    key: u64,
    /// Hash of the path alone.
    path: u64,
    score: i32,
    /// Innermost open list.
    frame: u32,
    memory: u32,
    /// Last entry of the log.
    log: u32,
    /// The candidate taken last; `u32::MAX` where none was.
    last: u32,
}

/// A hypothesis to be: from which state, by which move.
#[derive(Debug, Clone, Copy)]
struct Successor {
    key: u64,
    /// Hash of the path alone.
    path: u64,
    score: i32,
    from: u32,
    /// The candidate taken, or `u32::MAX` for none.
    candidate: u32,
    /// The list that goes on or starts again, or the one in whose last member a new one opens.
    frame: u32,
    kind: Move,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Move {
    Leave,
    Continue,
    Restart,
    Open,
}

/// What the moves of one hypothesis with one reading are asked for.
#[derive(Debug, Clone, Copy)]
struct Ask {
    from: u32,
    state: State,
    reading: u32,
    between: Between,
    bounds: Bounds,
}

/// A walk from the innermost list outwards.
#[derive(Debug, Clone, Copy)]
struct Walk {
    at: u32,
    /// The score with the lists further in closed.
    score: i32,
    levels: u8,
    /// The memory's hash with the lists further in closed.
    hash: u64,
}

impl Walk {
    fn close(&mut self, frame: &Frame, memory: &Memory, weights: &Weights) {
        let mut sum = Sum { weights, total: self.score };
        moves::closed(frame, &mut sum);
        self.score = sum.total;
        self.levels += 1;
        self.hash = memory.closing(self.hash, frame.kind, frame.ord);
        self.at = frame.parent;
    }
}

/// The search's buffers, reused from text to text.
#[derive(Debug, Clone, Default)]
pub(crate) struct Search {
    frames: Vec<Frame>,
    memories: Vec<Memory>,
    log: Log,
    states: Vec<State>,
    next: Vec<Successor>,
    made: Vec<State>,
    bounds: Bounds,
    /// How many states were expanded: the measure of work.
    pub(crate) expanded: u64,
    /// Steps that may still be spent, and the offset up to which they were counted.
    credit: i64,
    counted: u32,
}

/// Chooses the markers among the candidates, into `marks`, in text order.
pub(crate) fn resolve(
    scan: &Scan,
    layout: Layout,
    weights: &Weights,
    beam: Beam,
    search: &mut Search,
    marks: &mut Vec<Mark>,
) -> i32 {
    marks.clear();
    search.begin(weights);
    let candidates = &scan.candidates;
    let mut first = 0;
    while let Some(place) = candidates.get(first) {
        let mut behind = first + 1;
        while candidates.get(behind).is_some_and(|other| other.start == place.start) {
            behind += 1;
        }
        let width = search.width(place.start, beam);
        search.expand(candidates, first..behind, weights, beam);
        search.advance(candidates, Beam { width, ..beam });
        if search.frames.len() > search.log.collect_at {
            search.collect(candidates, marks, beam);
        }
        first = behind;
    }
    search.finish(candidates, layout, weights, marks, beam)
}

impl Search {
    fn begin(&mut self, weights: &Weights) {
        self.bounds = Bounds::of(weights);
        self.frames.clear();
        self.frames.push(Frame::root());
        self.memories.clear();
        self.memories.push(Memory::empty());
        self.log.clear(COLLECT);
        self.states.clear();
        self.states.push(State {
            key: Frame::root().hash,
            path: Frame::root().hash,
            score: 0,
            frame: 0,
            memory: 0,
            log: 0,
            last: u32::MAX,
        });
        self.expanded = 0;
        self.credit = CREDIT;
        self.counted = 0;
    }

    /// How many hypotheses may be kept at the place `at`: as many as asked for, or few where a text of
    /// nothing but markers has used up its credit. Holds the time for each byte, whatever the text.
    fn width(&mut self, at: u32, beam: Beam) -> usize {
        let bytes = i64::from(at.saturating_sub(self.counted));
        self.counted = at;
        self.credit = (self.credit + bytes * CREDIT_A_BYTE).min(CREDIT);
        // Tests search exhaustively, and mean it.
        if self.credit > 0 || !beam.merge { beam.width } else { beam.width.min(NARROW) }
    }

    fn frame(&self, index: u32) -> Frame {
        // Indices come from `push`; the root is the fallback so that no index can panic.
        self.frames.get(index as usize).copied().unwrap_or(Frame::root())
    }

    fn memory(&self, index: u32) -> &Memory {
        const EMPTY: Memory = Memory::empty();
        self.memories.get(index as usize).unwrap_or(&EMPTY)
    }

    /// All moves of all hypotheses with the readings of one place, into `next`.
    fn expand(&mut self, candidates: &[Candidate], place: std::ops::Range<usize>, weights: &Weights, beam: Beam) {
        let bounds = self.bounds;
        self.next.clear();
        let mut best = UNREACHABLE;
        let forced = beam.forced.filter(|forced| place.contains(&(forced.candidate as usize)));
        let must = forced.is_some_and(|forced| forced.taken);
        // Leaving out comes first, so that the best score is known before moves are tried.
        for index in 0..self.states.len() {
            let Some(state) = self.states.get(index) else { break };
            if must {
                break;
            }
            best = best.max(state.score);
            self.next.push(Successor {
                key: state.key,
                path: state.path,
                score: state.score,
                from: index as u32,
                candidate: u32::MAX,
                frame: 0,
                kind: Move::Leave,
            });
        }
        for reading in place {
            let Some(candidate) = candidates.get(reading) else { break };
            if forced.is_some_and(|forced| forced.taken != (forced.candidate as usize == reading)) {
                continue;
            }
            for index in 0..self.states.len() {
                let Some(&state) = self.states.get(index) else { break };
                let last = candidates.get(state.last as usize);
                let base = state.score + i32::from(candidate.weight);
                if last.is_some_and(|last| candidate.start < last.end)
                    || base + bounds.any < best.saturating_sub(beam.margin)
                {
                    continue;
                }
                self.expanded += 1;
                self.credit -= 1 + i64::from(self.frame(state.frame).depth);
                let between = moves::between(last, candidate);
                let ask = Ask { from: index as u32, state, reading: reading as u32, between, bounds };
                best = self.moves(candidate, ask, best, weights, beam.margin);
            }
        }
    }

    /// The moves of one hypothesis with one candidate. `best`: the best score so far; returns it with these.
    fn moves(&mut self, candidate: &Candidate, ask: Ask, mut best: i32, weights: &Weights, margin: i32) -> i32 {
        let Ask { from, state, reading, between, bounds } = ask;
        let Self { frames, memories, next, .. } = self;
        let (Some(memory), Some(top)) = (memories.get(state.memory as usize), frames.get(state.frame as usize)) else {
            return best;
        };
        let number = (candidate.ord, candidate.prefix);
        let mut push = |best: &mut i32, kind: Move, at: u32, score: i32, path: u64, hash: u64| {
            if score >= best.saturating_sub(margin) {
                *best = score.max(*best);
                let key = path ^ hash.rotate_left(1) ^ state::mix(u64::from(reading));
                next.push(Successor { key, path, score, from, candidate: reading, frame: at, kind });
            }
        };
        let start =
            Walk { at: state.frame, score: state.score + i32::from(candidate.weight), levels: 0, hash: memory.hash };
        // Lists that go on come first: they raise the best score, and most openings then fall below it.
        if top.kinds & candidate.kind.bit() != 0 {
            let mut walk = start;
            while let Some(frame) = frames.get(walk.at as usize).filter(|frame| !frame.is_root()) {
                if frame.kind == candidate.kind as u8 {
                    let outside = frames.get(frame.parent as usize).map_or(0, |frame| frame.hash);
                    let mut sum = Sum { weights, total: walk.score };
                    if moves::continued(frame, candidate, walk.levels, between, &mut sum) {
                        let count = Frame::counted(frame.count);
                        let path = Frame::hash_of(outside, candidate.kind, number, delim(frame, candidate), count);
                        push(&mut best, Move::Continue, walk.at, sum.total, path, walk.hash);
                    }
                    let mut sum = Sum { weights, total: walk.score };
                    if moves::restarted(frame, candidate, between, &mut sum) {
                        moves::closed(frame, &mut sum);
                        let path = Frame::hash_of(outside, candidate.kind, number, candidate.delim, Frame::counted(0));
                        push(
                            &mut best,
                            Move::Restart,
                            walk.at,
                            sum.total,
                            path,
                            memory.closing(walk.hash, frame.kind, frame.ord),
                        );
                    }
                }
                walk.close(frame, memory, weights);
            }
        }
        let runs_on = moves::runs_on(memory, candidate);
        let most = if runs_on || candidate.ord == 1 << 6 { bounds.open } else { bounds.open_late };
        let count = Frame::counted(u8::from(runs_on));
        let mut walk = start;
        while let Some(frame) = frames.get(walk.at as usize) {
            if walk.score + most >= best.saturating_sub(margin) {
                let mut sum = Sum { weights, total: walk.score };
                if moves::opened(frame, memory, candidate, walk.levels, between, &mut sum) {
                    let path = Frame::hash_of(frame.hash, candidate.kind, number, candidate.delim, count);
                    let hash = memory.opening(walk.hash, frame.kind, candidate.kind);
                    push(&mut best, Move::Open, walk.at, sum.total, path, hash);
                }
            }
            if frame.is_root() {
                break;
            }
            walk.close(frame, memory, weights);
        }
        best
    }

    /// From `next` to `states`: equal hypotheses become one, and only the best are kept.
    fn advance(&mut self, candidates: &[Candidate], beam: Beam) {
        let Some(best) = self.next.iter().map(|next| next.score).max() else { return };
        self.credit -= self.next.len() as i64;
        let floor = best.saturating_sub(beam.margin);
        self.next.retain(|next| next.score >= floor);
        // The order decides between equals: by score, then as they were found.
        self.next.sort_by_key(|next| std::cmp::Reverse(next.score));
        self.made.clear();
        for index in 0..self.next.len() {
            let Some(&next) = self.next.get(index) else { break };
            let Some(&from) = self.states.get(next.from as usize) else { continue };
            if let Some(better) = self.made.iter().find(|made| {
                beam.merge && (made.key == next.key || made.path == next.path && made.score - next.score >= beam.memory)
            }) {
                let candidate = (next.kind != Move::Leave).then_some(next.candidate);
                self.log.rival(better.log, from.log, candidate, better.score - next.score);
                continue;
            }
            if self.made.len() == beam.width {
                // The first that falls out of the beam is a rival of the best.
                if let Some(best) = self.made.first() {
                    let candidate = (next.kind != Move::Leave).then_some(next.candidate);
                    self.log.rival(best.log, from.log, candidate, best.score - next.score);
                }
                break;
            }
            let state = self.make(candidates, next, from);
            self.made.push(state);
        }
        std::mem::swap(&mut self.states, &mut self.made);
    }

    /// Carries a move out.
    fn make(&mut self, candidates: &[Candidate], next: Successor, from: State) -> State {
        let Some(candidate) = candidates.get(next.candidate as usize) else {
            return State { score: next.score, ..from };
        };
        let number = (candidate.ord, candidate.prefix);
        let target = self.frame(next.frame);
        let mut memory = *self.memory(from.memory);
        let before = memory.hash;
        // A list that runs on is never counted as single.
        let count = u8::from(moves::runs_on(&memory, candidate));
        // Lists further in are closed.
        let mut at = from.frame;
        while at != next.frame {
            let frame = self.frame(at);
            memory.close(frame.kind, frame.ord);
            at = frame.parent;
        }
        let frame = match next.kind {
            Move::Open | Move::Leave => {
                memory.open(target.kind, candidate.kind);
                Frame::with((next.frame, &target), candidate.kind, number, candidate.delim, count)
            }
            Move::Continue => {
                let outside = self.frame(target.parent);
                Frame::with((target.parent, &outside), candidate.kind, number, delim(&target, candidate), target.count)
            }
            Move::Restart => {
                memory.close(target.kind, target.ord);
                let outside = self.frame(target.parent);
                Frame::with((target.parent, &outside), candidate.kind, number, candidate.delim, 0)
            }
        };
        let memory_index = if memory.hash == before {
            from.memory
        } else {
            self.memories.push(memory);
            (self.memories.len() - 1) as u32
        };
        self.frames.push(frame);
        let log = self.log.take(from.log, next.candidate, frame.depth - 1);
        State {
            key: next.key,
            path: next.path,
            score: next.score,
            frame: (self.frames.len() - 1) as u32,
            memory: memory_index,
            log,
            last: next.candidate,
        }
    }

    /// Settles what all hypotheses agree on and forgets frames, memories and log entries that none uses.
    fn collect(&mut self, candidates: &[Candidate], marks: &mut Vec<Mark>, beam: Beam) {
        let heads: Vec<u32> = self.states.iter().map(|state| state.log).collect();
        let heads = self.log.settle(&heads, candidates, marks, beam.margin);
        let mut frames = vec![Frame::root()];
        let mut memories = Vec::new();
        let mut moved: Vec<(u32, u32)> = vec![(0, 0)];
        let mut kept: Vec<(u32, u32)> = Vec::new();
        for (state, log) in self.states.iter_mut().zip(heads) {
            state.log = log;
            let mut path = Vec::new();
            let mut at = state.frame;
            while !moved.iter().any(|&(old, _)| old == at) {
                let Some(frame) = self.frames.get(at as usize) else { break };
                path.push((at, *frame));
                at = frame.parent;
            }
            for (old, mut frame) in path.into_iter().rev() {
                frame.parent = moved.iter().find(|&&(known, _)| known == frame.parent).map_or(0, |&(_, new)| new);
                moved.push((old, frames.len() as u32));
                frames.push(frame);
            }
            state.frame = moved.iter().find(|&&(old, _)| old == state.frame).map_or(0, |&(_, new)| new);
            state.memory = match kept.iter().find(|&&(old, _)| old == state.memory) {
                Some(&(_, new)) => new,
                None => {
                    let new = memories.len() as u32;
                    kept.push((state.memory, new));
                    memories.push(self.memories.get(state.memory as usize).copied().unwrap_or(Memory::empty()));
                    new
                }
            };
        }
        self.frames = frames;
        self.memories = memories;
        self.log.collect_at = self.frames.len() + COLLECT;
    }

    /// Chooses the best hypothesis at the end of the text and settles it.
    fn finish(
        &mut self,
        candidates: &[Candidate],
        layout: Layout,
        weights: &Weights,
        marks: &mut Vec<Mark>,
        beam: Beam,
    ) -> i32 {
        let mut ends: Vec<(i32, u32)> = Vec::new();
        for state in &self.states {
            let mut sum = Sum { weights, total: state.score };
            let mut at = state.frame;
            loop {
                let frame = self.frame(at);
                if frame.is_root() {
                    break;
                }
                if frame.count == 1 && !layout.cut {
                    sum.add(Feature::SingleEnd);
                }
                at = frame.parent;
            }
            ends.push((sum.total, state.log));
        }
        // The first of equals: the order of states is that of their scores.
        let Some(&(best, log)) = ends.iter().rev().max_by_key(|end| end.0) else { return 0 };
        for &(score, rival) in &ends {
            if rival != log {
                self.log.rival(log, rival, None, best - score);
            }
        }
        self.log.settle(&[log], candidates, marks, beam.margin);
        best
    }
}

/// Below every score that can come up, and far enough from the smallest number to subtract from.
const UNREACHABLE: i32 = i32::MIN / 2;
/// The delimiter a list is known by: that of its last member that has one.
fn delim(frame: &Frame, candidate: &Candidate) -> crate::scan::marker::Delim {
    if candidate.delim == crate::scan::marker::Delim::None { frame.delim } else { candidate.delim }
}
