//! Places that need no step: nothing can be taken there, or the only hypothesis goes on with an open list.
//!
//! ```text
//! 第三条 behind 第二条, alone in the beam       the list goes on where it stands, innermost or not: no successor is made
//! 第（二）项, 3.5亿元, …                       far below the margin for every hypothesis
//! ```
//!
//! Both are known by a bound, so that they cannot change a result. Together they are three quarters of the places
//! of a statute and half of those of other texts.

use super::advance::key;
use super::moves::{self, Between};
use super::state::Frame;
use super::{BLUNDER, Beam, Search};
use crate::scan::marker::Delim;
use crate::scan::{Candidate, flag};
use crate::weights::{Feature as F, Weights};

impl Search {
    /// Takes the next number of an open list where there is one hypothesis and everything else it could do
    /// falls below the bar that this sets. False: it is not so, and nothing was done.
    #[inline(never)]
    pub(super) fn goes_on(&mut self, candidate: &Candidate, weights: &Weights, beam: Beam) -> bool {
        let [state] = self.states.as_mut_slice() else { return false };
        let (Some(&top), Some(last)) = (self.frames.get(state.frame as usize), self.log.last(state.log)) else {
            return false;
        };
        // 第十条之一 is for the long way, as is a list inside a list of its style.
        if beam.forced.is_some()
            || top.kinds & candidate.kind.bit() == 0
            || candidate.ord & 63 != 0
            || top.nested
            || candidate.start < last.end()
            || candidate.flags & (flag::ANEW | flag::CLOSES) != 0
        {
            return false;
        }
        // The list of its kind, and what it costs to close those inside.
        let (mut at, mut frame, mut closed) = (state.frame, &top, 0);
        while frame.kind != candidate.kind as u8 {
            closed += moves::closed(frame, weights);
            at = frame.parent;
            let Some(outside) = self.frames.get(at as usize).filter(|outside| !outside.is_root()) else { return false };
            frame = outside;
        }
        if frame.ord == 0 || frame.ord + (1 << 6) != candidate.ord || frame.prefix != candidate.prefix {
            return false;
        }
        let between = moves::between(Some(last), candidate);
        let mut step = closed + weights.of(F::Step) + moves::agreement(frame.delim, candidate.delim, weights);
        if at == state.frame {
            match between {
                Between::Nothing => step += weights.of(F::AdjacentSibling),
                Between::Words => step += weights.of(F::RunInSibling),
                _ => {}
            }
        }
        let weight = i32::from(candidate.weight);
        // What the other moves add to a marker must fall short of what the step leaves to them, and so must leaving it out.
        let floor = step - beam.margin.min(BLUNDER);
        if weight + floor <= 0 {
            return false;
        }
        let depth = frame.depth;
        if depth > 1 {
            // A later number opens no list in an item of its own style, nor beside the list that goes on.
            let memory = self.memories.get(state.memory as usize);
            let runs_on = memory.is_none_or(|memory| moves::runs_on(memory, candidate));
            if self.bounds.further_out(candidate, between, runs_on) >= floor {
                return false;
            }
        }
        // Frame and memory are those of the only hypothesis, and can be changed where they stand.
        let memory = self.memories.get_mut(state.memory as usize);
        if at != state.frame
            && let Some(memory) = memory
        {
            let mut inside = &top;
            while inside.depth > depth {
                memory.close(inside.kind, inside.ord);
                let Some(outside) = self.frames.get(inside.parent as usize) else { break };
                inside = outside;
            }
        }
        let Some(frame) = self.frames.get_mut(at as usize) else { return false };
        if candidate.delim != Delim::None {
            frame.delim = candidate.delim;
        }
        frame.ord = candidate.ord;
        frame.count = Frame::counted(frame.count);
        self.kinds = frame.kinds;
        state.frame = at;
        state.behind = 0;
        state.score += weight + step;
        state.log = self.log.take(state.log, candidate, depth - 1);
        self.expanded += 1;
        self.credit -= 2 + i64::from(top.depth);
        self.stale = true;
        self.behind.take(candidate);
        true
    }

    /// Works out the hashes of the only hypothesis, which [`Search::goes_on`] leaves as they were.
    pub(super) fn freshen(&mut self) {
        if !std::mem::take(&mut self.stale) {
            return;
        }
        let [state] = self.states.as_mut_slice() else { return };
        let Some(&frame) = self.frames.get(state.frame as usize) else { return };
        let (Some(outside), Some(memory), Some(last)) = (
            self.frames.get(frame.parent as usize),
            self.memories.get(state.memory as usize),
            self.log.last(state.log),
        ) else {
            return;
        };
        let (inner, taken) = (frame.inner(), last.taken());
        state.path = frame.hash_in(outside.hash, inner);
        state.inner = inner ^ taken;
        state.key = key(state.path, memory.hash, taken);
        if let Some(frame) = self.frames.get_mut(state.frame as usize) {
            frame.hash = state.path;
        }
    }
}
