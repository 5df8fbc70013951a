//! Places that need no step: an open list goes on, and nothing else that a hypothesis could do keeps up.
//!
//! ```text
//! 第三条 behind 第二条          the list goes on where it stands, innermost or not: no successor is made
//! 3. behind 2. in several     the same in each: what they differ in lies further out
//!    left out 2. in another   it falls below the margin, and is dropped
//! ```
//!
//! All of it is known by a bound, so that it cannot change a result.
//!
//! Lists and memory are changed where they stand. Those of the only hypothesis left are its own. Of several each has an
//! innermost list of its own, and none stands in that of another, for there it would stand in a list of its own style.

use super::moves::{self, Between};
use super::state::Frame;
use super::{BEHIND, BLUNDER, Beam, Here, Search, State};
use crate::scan::{Candidate, flag};
use crate::weights::{Feature as F, Weights};

/// As many hypotheses as a set has bits.
const MOST: usize = u64::BITS as usize;

impl Search {
    /// Takes the next number of an open list where the best hypothesis goes on with it, all else that it could do falls
    /// below the bar that this sets, and each of the others does the same or is dropped. False: it is not so, and
    /// nothing was done.
    #[inline(always)]
    pub(super) fn goes_on(&mut self, candidate: &Candidate, weights: &Weights, beam: &Beam, here: Here) -> bool {
        // Most often there is one hypothesis: without what several ask of each other it takes fewer instructions.
        if self.states.len() == 1 {
            self.goes_on_as(true, candidate, weights, beam, here)
        } else {
            self.goes_on_as(false, candidate, weights, beam, here)
        }
    }

    /// The same; `only`: whether there is but one hypothesis.
    #[inline(always)]
    fn goes_on_as(&mut self, only: bool, candidate: &Candidate, weights: &Weights, beam: &Beam, here: Here) -> bool {
        let Some(&best) = self.states.first() else { return false };
        let Some(&top) = self.frames.get(best.frame as usize) else { return false };
        // 第十条之一 is for the long way, as is a list inside a list of its style.
        if top.kinds & candidate.kind.bit() == 0
            || candidate.ord & 63 != 0
            || top.nested
            || candidate.start < best.end
            || candidate.flags & (flag::ANEW | flag::CLOSES) != 0
            || beam.forced.is_some()
            || self.states.len() > here.width.min(MOST)
        {
            return false;
        }
        // The list of its kind, and what it costs to close those inside.
        let (mut at, mut frame, mut closed) = (best.frame, &top, 0);
        while frame.kind != candidate.kind as u8 {
            closed += moves::closed(frame, weights);
            at = frame.parent;
            let Some(outside) = self.frames.get(at as usize).filter(|outside| !outside.is_root()) else { return false };
            frame = outside;
        }
        if frame.ord == 0 || frame.ord + (1 << 6) != candidate.ord || frame.prefix != candidate.prefix {
            return false;
        }
        let (depth, inmost) = (frame.depth, at == best.frame);
        let between = moves::between(&best, candidate);
        let mut step = closed + weights.of(F::Step) + moves::agreement(frame.delim, candidate.delim, weights);
        if inmost {
            step += moves::beside(between, weights);
        }
        let weight = i32::from(candidate.weight);
        // What the other moves add to a marker must fall short of what the step leaves to them, and so must leaving it out.
        let floor = step - here.margin.min(BLUNDER);
        if weight + floor <= 0 {
            return false;
        }
        let added = weight + step;
        let together = if only {
            1
        } else {
            let alike = (inmost && self.compared == here.margin).then_some((&top, &best));
            match self.together(candidate, alike, best.score + added, weights, beam, here) {
                Some(together) => together,
                None => return false,
            }
        };
        // A later number opens no list in an item of its own style, nor beside the list that goes on. Of several lists
        // one may lie further in.
        if (depth > 1 || together > 1) && self.opens_further_out(candidate, between, together, floor) {
            return false;
        }
        if together == 1 && !inmost {
            self.close_inside(&top, best.memory, depth);
        }
        if !only {
            self.keep(together);
        }
        self.kinds = 0;
        let these = if only { self.states.get_mut(..1).unwrap_or(&mut []) } else { self.states.as_mut_slice() };
        for state in these {
            state.frame = if inmost { state.frame } else { at };
            let Some(frame) = self.frames.get_mut(state.frame as usize) else { continue };
            frame.go_on(candidate);
            self.kinds |= frame.kinds;
            state.behind = if best.score - state.score <= BEHIND { 0 } else { state.behind.saturating_add(1) };
            state.score += added;
            state.take(candidate, frame.depth - 1, &mut self.log);
            self.expanded += 1;
            self.credit -= 2 + i64::from(frame.depth);
        }
        if let Some(best) = self.states.first() {
            self.behind.take(best);
        }
        true
    }

    /// Whether a list further out that opens with a later number, in one of these hypotheses, may come near a bar.
    #[inline(always)]
    fn opens_further_out(&self, candidate: &Candidate, between: Between, these: u64, bar: i32) -> bool {
        let runs_on = self.run_on(candidate, these);
        // Nearly always so.
        if !runs_on && self.bounds.late_further_out < bar && !candidate.kind.is_decimal() {
            return false;
        }
        self.opens_late_further_out(candidate, between, runs_on, bar)
    }

    #[inline(never)]
    fn opens_late_further_out(&self, candidate: &Candidate, between: Between, runs_on: bool, bar: i32) -> bool {
        self.bounds.further_out(candidate, between, self.known(candidate), runs_on) >= bar
    }

    /// Drops all hypotheses but these, a set of bits with the first in it.
    fn keep(&mut self, these: u64) {
        if these == 1 {
            self.states.truncate(1);
        } else if these.count_ones() as usize != self.states.len() {
            let mut index = 0_u32..;
            self.states.retain(|_| index.next().is_some_and(|index| these >> index & 1 != 0));
        }
    }

    /// Whether a candidate runs on from a closed list in one of these hypotheses.
    #[inline(always)]
    fn run_on(&self, candidate: &Candidate, these: u64) -> bool {
        let first = self.states.first().is_some_and(|best| self.runs_on(best, candidate));
        first || these != 1 && self.others_run_on(candidate, these)
    }

    #[inline(never)]
    fn others_run_on(&self, candidate: &Candidate, these: u64) -> bool {
        let mut these = (0..).zip(&self.states).filter(|&(index, _)| these >> index & 1 != 0);
        these.any(|(_, state)| self.runs_on(state, candidate))
    }

    /// Whether it does so in any hypothesis.
    #[inline(always)]
    pub(super) fn any_runs_on(&self, candidate: &Candidate) -> bool {
        moves::may_run_on(candidate) && self.one_runs_on(candidate)
    }

    #[inline(never)]
    fn one_runs_on(&self, candidate: &Candidate) -> bool {
        self.states.iter().any(|state| self.runs_on(state, candidate))
    }

    /// Whether it does so in a hypothesis.
    #[inline(always)]
    fn runs_on(&self, state: &State, candidate: &Candidate) -> bool {
        self.memories.get(state.memory as usize).is_some_and(|memory| moves::runs_on(memory, candidate))
    }

    /// Which hypotheses step on together, as a set of bits with the first in it: those that have the list that goes on
    /// and the last marker (`alike`) as it has, where such are looked for. The others are dropped: they do not come near
    /// its score, `best`, whatever they do. `None`: one does.
    #[inline(always)]
    fn together(
        &self,
        candidate: &Candidate,
        alike: Option<(&Frame, &State)>,
        best: i32,
        weights: &Weights,
        beam: &Beam,
        here: Here,
    ) -> Option<u64> {
        let score = self.states.first()?.score;
        let mut together = 1;
        let (mut quick, mut any) = (None, None);
        for (index, state) in (1..).zip(self.states.get(1..)?) {
            if let Some((list, last)) = alike
                && last.end == state.end
                && list.is_alike(self.frames.get(state.frame as usize)?)
                && self.log.is_alike(last.log, state.log)
            {
                let lost = score - state.score > BEHIND && state.behind.saturating_add(1) > beam.patience;
                together |= u64::from(!lost) << index;
                continue;
            }
            // What it would have to add: the most it can is asked only where a list of its own does not say enough.
            let bar = best - here.margin - state.score - i32::from(candidate.weight);
            let near = self.near(state, candidate, weights);
            let goes_on = near.map_or(i32::MIN, |closed| self.bounds.goes_on + closed);
            if goes_on.max(-i32::from(candidate.weight)) >= bar {
                return None;
            }
            if near.is_none() && *quick.get_or_insert_with(|| self.at_most(candidate)) < bar {
                continue;
            }
            let (goes_on, others) = *any.get_or_insert_with(|| self.any(candidate));
            if near.map_or(others, |closed| others.max(goes_on + closed)) >= bar {
                return None;
            }
        }
        Some(together)
    }

    /// The most that a move of any hypothesis adds to the weight of a later number that no list goes on with: less exact than
    /// [`Search::any`].
    #[inline]
    fn at_most(&self, candidate: &Candidate) -> i32 {
        if self.any_runs_on(candidate) { i32::MAX } else { self.bounds.later(candidate, self.behind) }
    }

    /// What a move of any hypothesis may add to the weight of a candidate: where a list goes on with it by the next
    /// number or the one behind it, and where none does.
    #[inline(never)]
    fn any(&self, candidate: &Candidate) -> (i32, i32) {
        let most = self.bounds.most(candidate, self.behind, self.known(candidate));
        let runs_on = self.any_runs_on(candidate);
        let others = most.begins().max(most.starts_again(candidate));
        let others = if runs_on { others.max(most.runs_on()) } else { others };
        (most.goes_on(), others.max(most.far()))
    }

    /// What a hypothesis pays for the lists it closes where one goes on with the next number or the one behind it. `None`:
    /// none does.
    #[inline]
    fn near(&self, state: &State, candidate: &Candidate, weights: &Weights) -> Option<i32> {
        let (mut most, mut closed) = (None, 0);
        let mut at = state.frame;
        while let Some(frame) = self.frames.get(at as usize).filter(|frame| frame.kinds & candidate.kind.bit() != 0) {
            if frame.kind == candidate.kind as u8 && moves::is_near(frame, candidate) {
                most = most.max(Some(closed));
            }
            closed += moves::closed(frame, weights);
            at = frame.parent;
        }
        most
    }

    /// Notes in a memory that is not shared that the lists inside depth `depth` are closed; `top` is the innermost.
    fn close_inside(&mut self, top: &Frame, memory: u32, depth: u8) {
        let Some(memory) = self.memories.get_mut(memory as usize) else { return };
        let mut inside = top;
        while inside.depth > depth {
            memory.close(inside.kind, inside.ord);
            let Some(outside) = self.frames.get(inside.parent as usize) else { break };
            inside = outside;
        }
    }
}
