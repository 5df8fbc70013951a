//! What becomes of the moves of one place: equal hypotheses become one, the best are kept and made.
//!
//! ```text
//! successors   29 continue   12 open   0 leave        best first
//! futures      key: path, memory, last marker         known before a hypothesis is made
//! states       made: a frame, an entry of the log, rarely a memory
//! ```

use super::moves;
use super::state::{Frame, Memory};
use super::{ALIKE, BEHIND, BESIDE, Beam, FAR, INNER, Mark, Move, Search, State, Successor};
use crate::scan::Candidate;
use crate::scan::marker::Delim;

/// What two hypotheses are compared by.
#[derive(Clone, Copy)]
struct Future {
    /// Hash of the path, the memory and the last marker.
    key: u64,
    /// Hash of the path alone.
    path: u64,
    /// Hash of the innermost list and the last marker.
    inner: u64,
    /// Hash of the memory alone.
    memory: u64,
    /// The list that the marker is in, without its hash.
    frame: Frame,
}

/// A move with all it starts from.
#[derive(Clone, Copy)]
struct Step<'a> {
    next: Successor,
    candidate: &'a Candidate,
    from: State,
    /// The list that goes on, starts again, or holds the one that opens.
    target: Frame,
}

impl Search {
    /// From `next` to `states`: equal hypotheses become one, and only the best are kept.
    #[inline(never)]
    pub(super) fn advance(&mut self, candidates: &[Candidate], beam: Beam) {
        let Some(best) = self.sort(beam.margin) else { return };
        let inner_gap = beam.margin * INNER / 5;
        let most_alike = if self.places > FAR && beam.merge { ALIKE } else { usize::MAX };
        // Hypotheses that leave the place out were compared with one another when they were made.
        let compared = std::mem::replace(&mut self.compared, beam.margin) == beam.margin;
        let mut taken_by = 0;
        self.made.clear();
        self.kinds = 0;
        self.behind.begun = true;
        for index in 0..self.next.len() {
            let Some(&next) = self.next.get(index) else { break };
            let Some(&from) = self.states.get(next.from as usize) else { continue };
            let step = candidates.get(next.candidate as usize).and_then(|candidate| {
                let &target = self.frames.get(next.frame as usize)?;
                Some(Step { next, candidate, from, target })
            });
            let behind = match (best - next.score <= BEHIND, step.is_some()) {
                (true, _) => 0,
                (false, true) => from.behind.saturating_add(1),
                (false, false) => from.behind,
            };
            if behind > beam.patience {
                continue;
            }
            let future = match &step {
                Some(step) => self.future(step),
                None => Future { key: from.key, path: from.path, inner: from.inner, memory: 0, frame: Frame::root() },
            };
            let taken = step.map(|step| step.candidate);
            let made = if beam.merge { self.made.as_slice() } else { &[] };
            let rivals = if step.is_some() || !compared { made } else { made.get(..taken_by).unwrap_or(&[]) };
            let (mut lost, mut alike) = (false, 0);
            let equal = rivals.iter().find(|made| {
                let gap = made.score - next.score;
                if made.inner == future.inner {
                    alike += 1;
                    lost |= gap > inner_gap || alike >= most_alike && gap > BESIDE;
                }
                made.key == future.key || made.path == future.path && gap >= beam.memory
            });
            if let Some(better) = equal {
                self.log.rival(better.log, from.log, taken, better.score - next.score);
                continue;
            }
            if lost {
                if alike >= most_alike
                    && let Some(better) = self.made.iter().find(|made| made.inner == future.inner)
                {
                    self.log.rival(better.log, from.log, taken, better.score - next.score);
                }
                continue;
            }
            if self.made.len() == beam.width {
                // The first that falls out of the beam is a rival of the best.
                if let Some(best) = self.made.first() {
                    self.log.rival(best.log, from.log, taken, best.score - next.score);
                }
                break;
            }
            let state = match &step {
                Some(step) => self.make(step, future),
                None => from, // leaving a place out adds nothing
            };
            if let Some(step) = &step {
                self.behind.take(step.candidate);
                taken_by = self.made.len() + 1;
            }
            self.behind.begun &= self.log.last(state.log).is_some();
            self.kinds |= self.frames.get(state.frame as usize).map_or(0, |frame| frame.kinds);
            self.made.push(State { behind, ..state });
        }
        self.opened |= self.kinds;
        std::mem::swap(&mut self.states, &mut self.made);
    }

    /// Leaves the moves that the best lets live, the best first. Returns its score, `None` where there is no move.
    fn sort(&mut self, margin: i32) -> Option<i32> {
        let best = self.next.iter().map(|next| next.score).max()?;
        let floor = best.saturating_sub(margin);
        // Nearly always they come as they stood: then nothing is to be done.
        if self.next.iter().any(|next| next.score < floor) {
            self.next.retain(|next| next.score >= floor);
        }
        // Between equals the one that took its markers earlier goes first, then the one found first.
        let order = |next: &Successor| (std::cmp::Reverse(next.score), next.kind != Move::Leave);
        if !self.next.is_sorted_by_key(order) {
            self.next.sort_by_key(order);
        }
        Some(best)
    }

    fn memory(&self, index: u32) -> &Memory {
        const EMPTY: Memory = Memory::empty();
        self.memories.get(index as usize).unwrap_or(&EMPTY)
    }

    /// The hashes that a hypothesis would have after a move.
    fn future(&self, step: &Step<'_>) -> Future {
        let Step { next, candidate, from, target } = step;
        let memory = self.memory(from.memory);
        let mut hash = memory.hash;
        let mut at = from.frame;
        while at != next.frame {
            let Some(frame) = self.frames.get(at as usize) else { break };
            hash = memory.closing(hash, frame.kind, frame.ord);
            at = frame.parent;
        }
        match next.kind {
            Move::Open | Move::Leave => hash = memory.opening(hash, target.kind, candidate.kind),
            Move::Restart => hash = memory.closing(hash, target.kind, target.ord),
            Move::Continue => {}
        }
        let frame = step.frame(memory);
        let outside = self.frames.get(frame.parent as usize).map_or(0, |outside| outside.hash);
        let inner = frame.inner();
        let path = frame.hash_in(outside, inner);
        let taken = Mark::of(candidate, 0).taken();
        Future { key: key(path, hash, taken), path, inner: inner ^ taken, memory: hash, frame }
    }

    /// Carries a move out.
    fn make(&mut self, step: &Step<'_>, future: Future) -> State {
        let Step { next, from, .. } = step;
        let remembered = self.memory(from.memory);
        let memory = if future.memory == remembered.hash { from.memory } else { self.remember(step) };
        let frame = Frame { hash: future.path, ..future.frame };
        self.frames.push(frame);
        State {
            key: future.key,
            path: future.path,
            inner: future.inner,
            score: next.score,
            frame: (self.frames.len() - 1) as u32,
            memory,
            log: self.log.take(from.log, step.candidate, frame.depth - 1),
            ..*from
        }
    }

    /// What a hypothesis remembers behind a move that changes it. Returns its index.
    fn remember(&mut self, step: &Step<'_>) -> u32 {
        let Step { next, candidate, from, target } = step;
        let mut memory = *self.memory(from.memory);
        // Lists further in are closed.
        let mut at = from.frame;
        while at != next.frame {
            let Some(frame) = self.frames.get(at as usize) else { break };
            memory.close(frame.kind, frame.ord);
            at = frame.parent;
        }
        match next.kind {
            Move::Open | Move::Leave => memory.open(target.kind, candidate.kind),
            Move::Restart => memory.close(target.kind, target.ord),
            Move::Continue => {}
        }
        self.memories.push(memory);
        (self.memories.len() - 1) as u32
    }
}

impl Step<'_> {
    /// The list that holds the marker, without its hash.
    fn frame(&self, memory: &Memory) -> Frame {
        let Step { next, candidate, target, .. } = self;
        let (frame, count) = match next.kind {
            Move::Continue => (*target, target.count),
            Move::Restart => (*target, 0),
            // A list that runs on is never counted as single.
            Move::Open | Move::Leave => {
                (target.inside(next.frame, candidate.kind), u8::from(moves::runs_on(memory, candidate)))
            }
        };
        // A list is known by the delimiter of its last member that has one.
        let keeps = matches!(next.kind, Move::Continue) && candidate.delim == Delim::None;
        Frame {
            prefix: candidate.prefix,
            ord: candidate.ord,
            count: Frame::counted(count),
            delim: if keeps { frame.delim } else { candidate.delim },
            ..frame
        }
    }
}

/// The key of a hypothesis: from the hashes of its path, its memory, and the marker it took last.
pub(super) const fn key(path: u64, memory: u64, taken: u64) -> u64 {
    path ^ memory.rotate_left(1) ^ taken
}
