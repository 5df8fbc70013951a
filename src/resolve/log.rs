//! Which markers each hypothesis has taken, and how near its rivals came.
//!
//! ```text
//! entries   0 ◀─ 一、 ◀─ 1 ◀─ 2. ◀─ …        each points back; hypotheses share what they agree on
//!                     ◀─（一）◀─ 2.
//! rivals    (entry, other entry, gap)          two hypotheses met in one state: the better one went on
//! ```
//!
//! Confidence comes from the forward pass alone (the soft output of a Viterbi search): where a
//! hypothesis is dropped because a better one has the same future, all markers in which the two
//! differ are surer than nothing only by the gap of their scores. At the end the gaps along the
//! winner are what is reported, cut at the beam's margin; a marker that no rival questioned has 100.

use super::Mark;
use crate::scan::{Candidate, make_room};

/// How far two hypotheses are compared back to where they part, in markers of both: beyond that they differ in
/// so much that the gap says little about any one marker, and the cost must stay bounded.
const COMPARED: usize = 96;

/// The search collects when there are so many entries more than after the last time.
const COLLECT: usize = 1_900;
/// The most entries of one place, about: they are made before it is asked whether to collect.
const MORE: usize = 100;

/// How many entries there are before the search collects for the first time.
pub(super) const MOST: usize = COLLECT + MORE;

/// A marker taken by a hypothesis.
#[derive(Debug, Clone, Copy)]
struct Entry {
    mark: Mark,
    /// The marker taken before; 0 for the last that is settled, or none.
    before: u32,
    /// The smallest gap to a rival without this marker, as far as known and up to [`SURE`].
    gap: i16,
}

/// No rival came near.
const SURE: i16 = i16::MAX;

/// Before the first.
static NONE: Entry = Entry { mark: Mark::NONE, before: 0, gap: SURE };

/// A hypothesis that was dropped in favour of another.
#[derive(Debug, Clone, Copy)]
struct Rival {
    winner: u32,
    loser: u32,
    /// The place of the candidate the loser took in its last step, if any: it is not in the log.
    taken: u32,
    gap: i32,
}

/// The log of all live hypotheses.
#[derive(Debug, Clone, Default)]
pub(super) struct Log {
    /// The first is the last that all hypotheses share and that is settled, or [`NONE`].
    entries: Vec<Entry>,
    rivals: Vec<Rival>,
    /// Buffers of [`Log::settle`]: which entries live, and where they move to.
    live: Vec<bool>,
    moved: Vec<u32>,
    /// When so many entries stand, the search collects.
    collect_at: usize,
    /// Length of the text.
    bytes: usize,
}

impl Log {
    /// Forgets all, for a text of so many bytes.
    pub(super) fn clear(&mut self, bytes: usize) {
        self.bytes = bytes;
        self.entries.clear();
        self.entries.push(NONE);
        self.rivals.clear();
        self.collect_at = COLLECT;
    }

    /// Whether it is time to collect.
    pub(super) const fn is_full(&self) -> bool {
        self.entries.len() > self.collect_at
    }

    /// How many entries there is room for.
    pub(super) const fn capacity(&self) -> usize {
        self.entries.capacity()
    }

    /// Makes room for so many entries at once, and for so many rivals.
    pub(super) fn reserve(&mut self, entries: usize, rivals: usize) {
        self.entries.reserve(entries);
        self.rivals.reserve(rivals);
    }

    fn entry(&self, index: u32) -> Entry {
        self.entries.get(index as usize).copied().unwrap_or(NONE)
    }

    /// The entry before one.
    fn before(&self, index: u32) -> u32 {
        self.entries.get(index as usize).map_or(0, |entry| entry.before)
    }

    /// Whether two hypotheses with these last entries took the same marker last, at whatever depth, or none.
    pub(super) fn is_alike(&self, one: u32, other: u32) -> bool {
        let entry = |index: u32| self.entries.get(index as usize).map_or(&NONE, |entry| entry);
        one == other || entry(one).mark.is_alike(&entry(other).mark)
    }

    /// A hypothesis whose last entry is `before` takes a candidate. Returns its new last entry.
    #[inline(always)]
    pub(super) fn take(&mut self, before: u32, candidate: &Candidate, depth: u8) -> u32 {
        self.entries.push(Entry { mark: Mark::of(candidate, depth), before, gap: SURE });
        (self.entries.len() - 1) as u32
    }

    /// A hypothesis that ends in `loser` (and then took `taken`) was dropped for one that ends in `winner`.
    pub(super) fn rival(&mut self, winner: u32, loser: u32, taken: Option<&Candidate>, gap: i32) {
        if winner != loser {
            self.rivals.push(Rival { winner, loser, taken: taken.map_or(0, |taken| place(taken.start)), gap });
        }
    }

    /// Moves what all hypotheses (given by their last entries) share to `marks`, forgets what none uses,
    /// and gives them their new last entries.
    pub(super) fn settle(&mut self, heads: &mut [u32], marks: &mut Vec<Mark>, margin: i32) {
        let Some(&first) = heads.first() else { return };
        let shared = heads.iter().fold(first, |shared, &head| self.common(shared, head));
        let live = self.judge(heads);
        self.hand_over(shared, marks, margin);
        // What is left: the shared entry, as the first, and live ones behind it.
        let last = self.entry(shared);
        if let Some(first) = self.entries.first_mut() {
            *first = Entry { before: 0, ..last };
        }
        self.moved.clear();
        self.moved.resize(self.entries.len(), 0);
        let mut kept = 1; // behind the first, and never behind `index`
        for index in 1..self.entries.len() {
            if index > shared as usize && live.get(index) == Some(&true) {
                let entry = self.entry(index as u32);
                let before = self.moved.get(entry.before as usize).copied().unwrap_or(0);
                if let Some(slot) = self.moved.get_mut(index) {
                    *slot = kept as u32;
                }
                if let Some(slot) = self.entries.get_mut(kept) {
                    *slot = Entry { before, ..entry };
                }
                kept += 1;
            }
        }
        self.entries.truncate(kept);
        // An eighth at least: what lives is gone through each time.
        self.collect_at = kept + COLLECT.max(kept / 8);
        self.live = live; // for its buffer
        for head in heads {
            *head = self.moved.get(*head as usize).copied().unwrap_or(0);
        }
    }

    /// Moves what the only hypothesis that is left has taken to `marks`. Nothing is taken behind it.
    pub(super) fn finish(&mut self, head: u32, marks: &mut Vec<Mark>, margin: i32) {
        self.live = self.judge(&[head]);
        self.hand_over(head, marks, margin);
    }

    /// Compares the entries of the hypotheses that end in `heads` with the rivals met so far, and forgets those. Returns
    /// which entries live.
    fn judge(&mut self, heads: &[u32]) -> Vec<bool> {
        // Entries are numbered in the order they were made, so the chain of a head runs downwards.
        let mut live = std::mem::take(&mut self.live);
        live.clear();
        live.resize(self.entries.len(), false);
        for &head in heads {
            let mut at = head;
            while at != 0 && !std::mem::replace(live.get_mut(at as usize).unwrap_or(&mut true), true) {
                at = self.before(at);
            }
        }
        self.compare(&live);
        self.rivals.clear();
        live
    }

    /// Writes the markers up to an entry to `marks`.
    fn hand_over(&mut self, shared: u32, marks: &mut Vec<Mark>, margin: i32) {
        let (mut at, mut count) = (shared, 0);
        while at != 0 {
            at = self.before(at);
            count += 1;
        }
        let behind = self.entry(shared).mark.start as usize;
        make_room(marks, count, behind.min(self.bytes), self.bytes, usize::MAX);
        let first = marks.len();
        marks.resize(first + count, Mark::NONE);
        // The last first, for each entry points back.
        at = shared;
        for mark in marks.get_mut(first..).unwrap_or(&mut []).iter_mut().rev() {
            let Some(entry) = self.entries.get(at as usize) else { break };
            *mark = entry.mark;
            // As it was made it is sure.
            if i32::from(entry.gap) < margin {
                mark.confidence = confidence(entry.gap, margin);
            }
            at = entry.before;
        }
    }

    /// Makes room up to the next time the search collects.
    pub(super) fn make_room(&mut self) {
        self.entries.reserve_exact((self.collect_at + MORE).saturating_sub(self.entries.len()));
    }

    /// The last entry that two chains share.
    fn common(&self, mut one: u32, mut other: u32) -> u32 {
        while one != other {
            if one > other { one = self.before(one) } else { other = self.before(other) }
        }
        one
    }

    /// Lowers the gaps of live entries by the rivals met so far.
    fn compare(&mut self, live: &[bool]) {
        for rival in &self.rivals {
            if rival.winner != 0 && live.get(rival.winner as usize) != Some(&true) {
                continue;
            }
            // In range by the clamp.
            let gap = rival.gap.clamp(0, SURE.into()) as i16;
            // Both chains run back through the text, so that one walk shows what stands in both.
            let (mut one, mut other) = (rival.winner, rival.loser);
            for _ in 0..COMPARED {
                if one == other {
                    break;
                }
                let (Some(ours), Some(theirs)) = (self.entries.get(one as usize), self.entries.get(other as usize))
                else {
                    break;
                };
                let (our_place, their_place) = (place(ours.mark.start), place(theirs.mark.start));
                let back = theirs.before;
                if our_place >= their_place {
                    let same =
                        our_place == rival.taken || our_place == their_place && ours.mark.depth == theirs.mark.depth;
                    let before = ours.before;
                    if !same && let Some(entry) = self.entries.get_mut(one as usize) {
                        entry.gap = entry.gap.min(gap);
                    }
                    one = before;
                }
                if their_place >= our_place {
                    other = back;
                }
            }
        }
    }
}

/// The place of a marker, counted from 1; 0 for none.
const fn place(start: u32) -> u32 {
    start.wrapping_add(1)
}

/// A gap as a share of the margin, 0 to 100.
fn confidence(gap: i16, margin: i32) -> u8 {
    let gap = i32::from(gap);
    if gap >= margin || gap == i32::from(SURE) {
        return 100;
    }
    u8::try_from(i64::from(gap.max(0)) * 100 / i64::from(margin.max(1))).unwrap_or(100)
}
