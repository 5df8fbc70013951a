//! Forgetting what no hypothesis uses any more, so that memory is bounded by the beam and not by the text.

use super::state::{Frame, Memory};
use super::{Beam, Mark, Search};

impl Search {
    /// Settles what all hypotheses agree on and forgets frames, memories and log entries that none uses.
    #[inline(never)]
    pub(super) fn collect(&mut self, marks: &mut Vec<Mark>, beam: &Beam) {
        let mut heads: Vec<u32> = self.states.iter().map(|state| state.log).collect();
        self.log.settle(&mut heads, marks, beam.margin);
        self.log.make_room();
        // As much room as before: there will be as many when it is time to collect again.
        let mut frames = Vec::with_capacity(self.frames.capacity());
        frames.push(Frame::root());
        let mut memories = Vec::with_capacity(self.memories.capacity());
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
    }
}
