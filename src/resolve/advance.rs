//! What becomes of the moves of one place: equal hypotheses become one, the best are kept and made.
//!
//! ```text
//! successors   29 continue   12 open   0 leave        best first
//! rivals       path, memory, last marker              compared before a hypothesis is made
//! states       made: a frame, an entry of the log, rarely a memory
//! ```
//!
//! Paths share what lies further out, so that two of them are most often told apart, or known to be one, by a look at
//! their innermost lists; where only one move is left nothing is compared.

use super::log::Log;
use super::moves::Reading;
use super::pairs::Pairs;
use super::state::{Frame, MAX_COUNT, Memory, is_same_path};
use super::{ALIKE, BEHIND, BESIDE, Beam, FAR, Here, INNER, LEFT, Move, Search, State, Successor};
use crate::scan::context::Before;
use crate::scan::flag;

/// So many moves are put in order one by one.
const FEW: usize = 24;

/// What was kept of all hypotheses.
struct Held<'a> {
    frames: &'a mut Vec<Frame>,
    memories: &'a mut Vec<Memory>,
    pairs: &'a mut Pairs,
    log: &'a mut Log,
}

/// What [`Search::advance`] compares by.
struct Bar {
    /// How far a hypothesis may trail one that has its innermost list and last marker, and how many of these there may
    /// be.
    inner_gap: i32,
    most_alike: usize,
    /// How far it may trail one that has its path.
    memory: i32,
}

/// The list that holds the marker behind a move.
#[derive(Clone, Copy)]
struct Place {
    frame: u32,
    /// Of that list.
    kinds: u64,
    depth: u8,
}

/// How a hypothesis stands to those that were made before it.
enum Standing {
    /// It is like none of them.
    New,
    /// It is no better than this one.
    Beaten(usize),
    /// It trails too far behind one that is like it.
    Lost,
}

impl Search {
    /// From `next` to `states`: equal hypotheses become one, and only the best are kept.
    #[inline(always)]
    pub(super) fn advance(&mut self, readings: &[Reading], beam: &Beam, here: Here) {
        if self.advance_one(readings, here) {
            return;
        }
        let Some(best) = self.sort(here.margin) else { return };
        let bar = Bar {
            inner_gap: here.margin * INNER / 5,
            most_alike: if self.places > FAR && beam.merge { ALIKE } else { usize::MAX },
            memory: beam.memory,
        };
        // Hypotheses that leave the place out were compared with one another when they were made.
        let compared = std::mem::replace(&mut self.compared, here.margin) == here.margin;
        let Self { frames, memories, pairs, log, states, next, made, .. } = self;
        let mut held = Held { frames, memories, pairs, log };
        let mut kinds = 0;
        let mut begun = true;
        made.clear();
        for next in next.iter() {
            let Some(from) = states.get(next.from as usize) else { continue };
            let reading = reading_of(readings, next);
            let behind = match (best - next.score <= BEHIND, reading.is_some()) {
                (true, _) => 0,
                (false, true) => from.behind.saturating_add(1),
                (false, false) => from.behind,
            };
            if behind > beam.patience {
                continue;
            }
            let rivals = if beam.merge { made.as_slice() } else { &[] };
            let placed = reading.map(|reading| (reading, held.place(next, reading)));
            let standing = if let Some((reading, place)) = placed {
                held.stands(rivals, &bar, place, next, reading, from)
            } else if compared && readings.iter().all(|reading| reading.candidate.ord != from.ord) {
                // It was compared with those that leave the place out, and no other has the number of its list.
                Standing::New
            } else {
                held.stands_left(rivals, &bar, from, compared)
            };
            let (better, is_full) = match standing {
                Standing::New if made.len() < here.width => {
                    if let Some((reading, place)) = placed {
                        let state = State { behind, ..held.make(place, next, reading, from) };
                        self.behind.take(&state);
                        made.push(state);
                        kinds |= place.kinds;
                    } else {
                        made.push(State { reading: LEFT, behind, ..*from });
                        begun &= from.begun;
                        kinds |= held.kinds(from.frame);
                    }
                    continue;
                }
                // The first that falls out of the beam is a rival of the best.
                Standing::New => (0, true),
                Standing::Beaten(better) => (better, false),
                Standing::Lost => (usize::MAX, false),
            };
            if reading.is_some() {
                held.frames.pop();
            }
            if let Some(better) = made.get(better) {
                let taken = reading.map(|reading| &reading.candidate);
                held.log.rival(better.log, from.log, taken, better.score - next.score);
            }
            if is_full {
                break;
            }
        }
        self.behind.begun = begun;
        self.kinds = kinds;
        self.opened |= kinds;
        std::mem::swap(states, made);
    }

    /// The same where one move alone is left, and takes a marker: there is nothing to compare. False: it is not so.
    #[inline(always)]
    fn advance_one(&mut self, readings: &[Reading], here: Here) -> bool {
        let Self { frames, memories, pairs, log, states, next, .. } = self;
        let [next] = next.as_slice() else { return false };
        let Some(reading) = reading_of(readings, next) else { return false };
        let Some(&from) = states.get(next.from as usize) else { return false };
        let mut held = Held { frames, memories, pairs, log };
        let place = held.place(next, reading);
        let state = held.make(place, next, reading, &from);
        self.kinds = place.kinds;
        self.opened |= self.kinds;
        self.behind.take(&state);
        self.behind.begun = true;
        self.compared = here.margin;
        states.clear();
        states.push(state);
        true
    }

    /// Leaves the moves that the best lets live, the best first. Returns its score, `None` where there is no move.
    #[inline(always)]
    fn sort(&mut self, margin: i32) -> Option<i32> {
        let next = self.next.as_mut_slice();
        if next.len() > FEW {
            next.sort_by_key(|next| (std::cmp::Reverse(next.score), next.kind != Move::Leave));
        } else {
            for end in 1..next.len() {
                for at in (0..end).rev() {
                    let [.., one, other] = next.get_mut(..at + 2)? else { break };
                    if goes_first(one, other) {
                        break;
                    }
                    std::mem::swap(one, other);
                }
            }
        }
        let best = next.first()?.score;
        let floor = best.saturating_sub(margin);
        while self.next.last().is_some_and(|last| last.score < floor) {
            self.next.pop();
        }
        Some(best)
    }
}

/// The reading that a move takes, if it takes one. Nearly always it is the only one.
#[inline]
fn reading_of<'a>(readings: &'a [Reading], next: &Successor) -> Option<&'a Reading> {
    if next.reading == 0 { readings.first() } else { readings.get(next.reading as usize) }
}

/// Whether a move stands before one that was found later: between equals the one that took its markers earlier goes first,
/// then the one found first.
#[inline]
fn goes_first(one: &Successor, other: &Successor) -> bool {
    one.score > other.score || one.score == other.score && (one.kind == Move::Leave || other.kind != Move::Leave)
}

impl Held<'_> {
    #[inline]
    fn frame(&self, index: u32) -> &Frame {
        const ROOT: Frame = Frame::root();
        self.frames.get(index as usize).unwrap_or(&ROOT)
    }

    /// Kinds on the path whose innermost list is the one of an index.
    #[inline]
    fn kinds(&self, index: u32) -> u64 {
        self.frame(index).kinds
    }

    /// How a hypothesis that takes a reading, into the list made for it, stands to others.
    #[inline(always)]
    fn stands(
        &mut self,
        rivals: &[State],
        bar: &Bar,
        place: Place,
        next: &Successor,
        reading: &Reading,
        from: &State,
    ) -> Standing {
        let mut likeness = Likeness::default();
        for (index, rival) in rivals.iter().enumerate() {
            let gap = rival.score - next.score;
            // The same innermost list and last marker.
            let same = rival.reading == next.reading;
            if same {
                likeness.add(index, gap, bar);
            }
            // Nearly all that left the place out have another number.
            if (same || rival.ord == reading.candidate.ord)
                && self.kinds(rival.frame) == place.kinds
                && is_same_path(self.frames, rival.frame, place.frame)
                && (gap >= bar.memory || same && self.is_memory(rival, next, reading, from))
            {
                return Standing::Beaten(index);
            }
        }
        likeness.standing(bar)
    }

    /// How a hypothesis that leaves the place out stands to others, or, where those that do so too were compared with it
    /// before, to those that take a reading.
    #[inline(always)]
    fn stands_left(&self, rivals: &[State], bar: &Bar, from: &State, compared: bool) -> Standing {
        let mut likeness = Likeness::default();
        let left = |rival: &State| rival.reading == LEFT;
        for (index, rival) in rivals.iter().enumerate().filter(|(_, rival)| !(compared && left(rival))) {
            let gap = rival.score - from.score;
            let same = left(rival) && self.is_inner(rival, from);
            if same {
                likeness.add(index, gap, bar);
            }
            if is_same_path(self.frames, rival.frame, from.frame)
                && (gap >= bar.memory || same && self.memory(rival) == self.memory(from))
            {
                return Standing::Beaten(index);
            }
        }
        likeness.standing(bar)
    }

    fn memory(&self, state: &State) -> Option<&Memory> {
        self.memories.get(state.memory as usize)
    }

    /// Whether two hypotheses have the same innermost list and last marker.
    fn is_inner(&self, one: &State, other: &State) -> bool {
        let (ours, theirs) = (self.frame(one.frame), self.frame(other.frame));
        (ours.kind, ours.ord, ours.prefix) == (theirs.kind, theirs.ord, theirs.prefix)
            && self.log.is_alike(one.log, other.log)
    }

    /// Whether a hypothesis remembers what another would remember behind a move.
    #[inline(never)]
    fn is_memory(&mut self, one: &State, next: &Successor, reading: &Reading, from: &State) -> bool {
        let Some(before) = self.memory(from) else { return false };
        if !self.changes(before, next, reading, from) {
            return one.memory == from.memory || self.memory(one) == Some(before);
        }
        let mut memory = *before;
        change(&mut memory, self.frames, self.pairs, next, reading, from);
        self.memory(one) == Some(&memory)
    }

    /// Makes the list that holds the marker behind a move.
    #[inline(always)]
    fn place(&mut self, next: &Successor, reading: &Reading) -> Place {
        let own = self.frames.len() as u32;
        self.frames.push(*self.frame(next.frame));
        let Some(frame) = self.frames.last_mut() else { return Place { frame: own, kinds: 0, depth: 1 } };
        let candidate = &reading.candidate;
        match next.kind {
            Move::Continue | Move::Leave => frame.go_on(candidate),
            Move::Restart => frame.start(candidate),
            Move::Open => {
                frame.open(next.frame, candidate, reading.style());
                // Members of a list in whose middle the text begins stand before it.
                if candidate.has(flag::EXCERPT) && candidate.before == Before::Start {
                    frame.count = MAX_COUNT;
                }
            }
            Move::RunOn => {
                frame.open(next.frame, candidate, reading.style());
                // A list that runs on is never counted as single.
                frame.count = MAX_COUNT;
            }
        }
        Place { frame: own, kinds: frame.kinds, depth: frame.depth }
    }

    /// The hypothesis behind a move into the list made for it.
    #[inline(always)]
    fn make(&mut self, place: Place, next: &Successor, reading: &Reading, from: &State) -> State {
        let candidate = &reading.candidate;
        let mut memory = from.memory;
        let changes = self.memory(from).is_some_and(|before| self.changes(before, next, reading, from));
        if changes && let Some(&before) = self.memory(from) {
            memory = self.memories.len() as u32;
            self.memories.push(before);
            if let Some(changed) = self.memories.last_mut() {
                change(changed, self.frames, self.pairs, next, reading, from);
            }
        }
        State {
            score: next.score,
            frame: place.frame,
            memory,
            log: self.log.take(from.log, candidate, place.depth - 1),
            end: candidate.end,
            stops: candidate.stops,
            ord: candidate.ord,
            begun: true,
            reading: next.reading,
            behind: 0,
        }
    }

    /// Whether a move may change what is remembered.
    #[inline(always)]
    fn changes(&self, before: &Memory, next: &Successor, reading: &Reading, from: &State) -> bool {
        if next.frame != from.frame || next.kind == Move::Restart {
            return true;
        }
        let parent = self.frame(from.frame).kind;
        next.kind != Move::Continue && !before.has_seen(self.pairs.number(parent, reading.candidate.kind))
    }
}

/// What a hypothesis remembers becomes what it remembers behind a move.
#[inline(always)]
fn change(memory: &mut Memory, frames: &[Frame], pairs: &mut Pairs, next: &Successor, reading: &Reading, from: &State) {
    // Lists further in are closed.
    let mut at = from.frame;
    while at != next.frame {
        let Some(frame) = frames.get(at as usize) else { break };
        memory.close(frame.kind, frame.ord);
        at = frame.parent;
    }
    let Some(target) = frames.get(next.frame as usize) else { return };
    match next.kind {
        Move::Open | Move::RunOn => memory.open(target.kind, reading.candidate.kind, pairs),
        Move::Restart => memory.close(target.kind, target.ord),
        Move::Continue | Move::Leave => {}
    }
}

/// Those that have the innermost list and the last marker of a hypothesis.
#[derive(Default)]
struct Likeness {
    count: usize,
    first: usize,
    /// Whether it trails one of them too far.
    lost: bool,
}

impl Likeness {
    #[inline]
    fn add(&mut self, index: usize, gap: i32, bar: &Bar) {
        self.first = if self.count == 0 { index } else { self.first };
        self.count += 1;
        self.lost |= gap > bar.inner_gap || self.count >= bar.most_alike && gap > BESIDE;
    }

    #[inline]
    fn standing(&self, bar: &Bar) -> Standing {
        match (self.lost, self.count >= bar.most_alike) {
            (false, _) => Standing::New,
            (true, true) => Standing::Beaten(self.first),
            (true, false) => Standing::Lost,
        }
    }
}
