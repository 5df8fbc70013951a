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

mod advance;
mod bounds;
mod collect;
mod log;
mod moves;
mod opening;
mod pairs;
mod plain;
mod state;
mod step;
#[cfg(test)]
mod tests;

use bounds::{Behind, Bounds};
use log::Log;
use moves::Reading;
use pairs::Pairs;
use state::{Frame, Memory};

use crate::scan::context::Before;
use crate::scan::evidence::Layout;
use crate::scan::kind::Kind;
use crate::scan::marker::Delim;
use crate::scan::{Candidate, Scan};
use crate::weights::{Feature, Sum, Tally, Weights};

/// The most hypotheses kept. Of 2,742 random heaps of up to six candidates 8 miss the best outline of six, 16, 24
/// and 32 of one, 48 of none. On the development documents 12 find what 300 find; 3 miss 14 of 493 outlines.
/// Real text seldom fills it.
pub(crate) const WIDTH: usize = 48;
/// Hypotheses that trail the best by more are dropped. On the development documents 30 finds outlines as
/// right as 50 does, for a third of the work; 25 loses some.
pub(crate) const MARGIN: i32 = 30;
/// The margin at the first [`FIRST`] places of a text of at most [`SHORT`] candidates: it has little behind a doubt
/// that could settle it, and costs little. Of 2,742 random heaps of up to six candidates 30 missed the best
/// outline of nine, 40 of two, 50 of none.
pub(crate) const MARGIN_FIRST: i32 = 50;
/// The same for longer texts: on the development and two other sets every outline is as right as with 50.
pub(crate) const MARGIN_FIRST_LONG: i32 = 40;
/// See [`MARGIN_FIRST`].
pub(crate) const SHORT: usize = 48;
/// See [`MARGIN_FIRST`].
pub(crate) const FIRST: usize = 16;
/// Where a number goes on by one, a move of the same hypothesis that is worse by more is not made: 第三条
/// behind 第二条 is not left out, nor is a list begun at 3. A rule of the model and no bound of the search:
/// exhaustive search obeys it too. Where no number goes on every move has its chance: `返乡创业工作计划一、` looks
/// worse than it is.
pub(crate) const BLUNDER: i32 = 25;
/// Of two hypotheses with one path the worse is dropped when it trails by as much: what they remember of
/// closed lists can hardly be worth more. Without this rule an early doubt stays alive to the end of the
/// text, as a memory that differs.
pub(crate) const MEMORY: i32 = 12;
/// A hypothesis that trails by more than [`BEHIND`] is dropped when it has taken more than so many markers
/// that way: who reads 第二条 to 第六条 like the best and does not come nearer has lost.
pub(crate) const PATIENCE: u8 = 4;
/// See [`PATIENCE`].
pub(crate) const BEHIND: i32 = 20;
/// The share of the margin, in fifths, beyond which a hypothesis is dropped that has the innermost list and the last
/// marker of a better one: both read what comes next alike, and what differs lies further out. It takes a sixth to a
/// quarter of the hypotheses, and scores on all sets stay; with 20 for it some are lost.
const INNER: i32 = 4;
/// How many hypotheses that have the same innermost list and last marker are kept behind the first [`FAR`] places of a
/// text. They differ in which lists further out are still open; in a hundred documents in one those of finished ones
/// never close, and each that may or may not be open doubles them. With it the search keeps half as many hypotheses
/// there; asked from the first place on, even three change the outline or the confidence of one document in twenty-five.
const ALIKE: usize = 2;
/// See [`ALIKE`].
const FAR: usize = 192;
/// More are kept that trail the second of them by no more: without this 46 of 3,253 items of a hundred documents in one
/// stand in another item than when they are read with all hypotheses, with it one.
const BESIDE: i32 = 8;

/// How many frames and log entries there is room for from the start.
const ROOM: usize = 256;

/// How much may be spent on a text at once, in steps of the search: some three milliseconds. Of 898 texts of documents none
/// took more than 2,900 of it, and all of them in one text 15,000; with sixteen times as much a text of nothing but
/// articles took four times as long.
const CREDIT: i64 = 1 << 16;
/// What each byte of the text adds to it. Statutes and policies take 0.04 a byte, other genres 0.08, and a hundred
/// documents in one 0.3. A text of nothing but markers is read with one hypothesis where the credit is used up.
const CREDIT_A_BYTE: i64 = 1;
/// How many hypotheses are kept while the credit is used up.
const NARROW: usize = 1;
/// What a reading costs then: more than it brings where markers and nothing else stand, so that such a text is not
/// read with many hypotheses again and again.
const ALONE: i64 = 8;

/// A candidate that was taken: what of it is still asked for, in less room.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Mark {
    pub(crate) prefix: u32,
    pub(crate) start: u32,
    pub(crate) ord: u32,
    pub(crate) stops: u32,
    /// The first sixteen bits of [`flag`]: all but what only the search asks for.
    flags: u16,
    /// Length of the marker; its numeral is bounded.
    len: u8,
    pub(crate) kind: Kind,
    pub(crate) delim: Delim,
    pub(crate) before: Before,
    /// 0 at the top.
    pub(crate) depth: u8,
    /// 0 to 100.
    pub(crate) confidence: u8,
}

impl Mark {
    /// Stands where no marker was taken; a text is shorter than the largest offset.
    const NONE: Self = Self {
        prefix: 0,
        start: u32::MAX,
        ord: 0,
        stops: 0,
        flags: 0,
        len: 0,
        kind: Kind::Dot,
        delim: Delim::None,
        before: Before::Other,
        depth: 0,
        confidence: 0,
    };

    /// A candidate that is taken without doubt.
    pub(crate) const fn of(candidate: &Candidate, depth: u8) -> Self {
        let Candidate { prefix, start, end, ord, stops, flags, kind, delim, before, .. } = *candidate;
        Self {
            prefix,
            start,
            ord,
            stops,
            flags: flags as u16,
            len: (end - start) as u8,
            kind,
            delim,
            before,
            depth,
            confidence: 100,
        }
    }

    /// Offset behind the marker's delimiter.
    pub(crate) const fn end(&self) -> u32 {
        self.start + self.len as u32
    }

    pub(crate) const fn has(&self, flag: u32) -> bool {
        self.flags as u32 & flag != 0
    }

    /// Whether it is the marker that another one is, at whatever depth.
    fn is_alike(&self, other: &Self) -> bool {
        (self.start, self.len, self.kind, self.delim) == (other.start, other.len, other.kind, other.delim)
    }

    /// Whether it is the candidate.
    pub(crate) fn is(&self, candidate: &Candidate) -> bool {
        *self == Self { confidence: self.confidence, ..Self::of(candidate, self.depth) }
    }
}

/// How wide the search is; tests make it narrower and wider.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Beam {
    pub(crate) width: usize,
    pub(crate) margin: i32,
    /// Of two hypotheses with one path the worse is dropped when it trails by as much as what they remember
    /// of closed lists can be worth.
    pub(crate) memory: i32,
    /// How many markers a hypothesis may take while it trails.
    pub(crate) patience: u8,
    /// Whether hypotheses with one future are taken to be one; without it the search is exhaustive.
    pub(crate) merge: bool,
    /// A candidate that must be taken or left out: how much worse the best outline then is tells how sure
    /// the choice is.
    pub(crate) forced: Option<Forced>,
}

/// A decision laid down beforehand, where all candidates of a text are at hand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Forced {
    pub(crate) candidate: u32,
    pub(crate) taken: bool,
}

impl Beam {
    pub(crate) const DEFAULT: Self =
        Self { width: WIDTH, margin: MARGIN, memory: MEMORY, patience: PATIENCE, merge: true, forced: None };
}

/// How wide it is at one place: [`Beam::width`] and [`Beam::margin`], but for the first places and where the credit is used
/// up. Apart from the rest, which is known beforehand and costs nothing.
#[derive(Debug, Clone, Copy)]
struct Here {
    width: usize,
    margin: i32,
}

/// A hypothesis.
#[derive(Debug, Clone, Copy)]
struct State {
    score: i32,
    /// Innermost open list.
    frame: u32,
    memory: u32,
    /// Last entry of the log, which holds the marker taken last.
    log: u32,
    /// Of that marker: the offset behind it, and how many stops stand before it.
    end: u32,
    stops: u32,
    /// Its number, which is the last one of the innermost list.
    ord: u32,
    /// Whether there is one.
    begun: bool,
    /// The reading taken at the last place that was gone over, by its index, or [`LEFT`].
    reading: u16,
    /// How many markers it took since it last was near the best.
    behind: u8,
}

impl State {
    /// Takes a marker, in an item at `depth`.
    #[inline]
    fn take(&mut self, candidate: &Candidate, depth: u8, log: &mut Log) {
        self.log = log.take(self.log, candidate, depth);
        (self.end, self.stops, self.ord, self.begun) = (candidate.end, candidate.stops, candidate.ord, true);
    }
}

/// Stands for a reading where a place is left out.
const LEFT: u16 = u16::MAX;

/// A hypothesis to be: from which state, by which move.
#[derive(Debug, Clone, Copy)]
struct Successor {
    score: i32,
    from: u32,
    /// The reading taken, by its index, or [`LEFT`].
    reading: u16,
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
    /// A list opens whose numbers go on from those of a closed one.
    RunOn,
}

/// The search's buffers, reused from text to text.
#[derive(Debug, Clone, Default)]
pub(crate) struct Search {
    frames: Vec<Frame>,
    memories: Vec<Memory>,
    pairs: Pairs,
    log: Log,
    states: Vec<State>,
    next: Vec<Successor>,
    made: Vec<State>,
    readings: Vec<Reading>,
    bounds: Bounds,
    behind: Behind,
    /// The margin when the hypotheses were compared last.
    compared: i32,
    /// Kinds on the paths of all hypotheses, and those that were on the path of any.
    kinds: u64,
    opened: u64,
    /// Places gone through, and the margin at the first of them.
    places: usize,
    first_margin: i32,
    /// How many states were expanded: the measure of work.
    pub(crate) expanded: u64,
    /// Steps that may still be spent, and the offset up to which they were counted.
    credit: i64,
    counted: u32,
}

/// How many hypotheses are kept where the credit is used up. Holds the time for each byte, whatever the text.
#[cold]
fn narrowed(beam: &Beam) -> usize {
    // Tests search wider or exhaustively, and mean it.
    if beam.merge && beam.width <= WIDTH { beam.width.min(NARROW) } else { beam.width }
}

/// The margin at the first places.
#[cold]
fn first_margin(beam: &Beam, margin: i32) -> i32 {
    beam.margin.max(margin)
}

/// The candidates of the first place, and those behind it.
#[inline(never)]
fn place_of(candidates: &[Candidate]) -> (&[Candidate], &[Candidate]) {
    let start = candidates.first().map(|first| first.start);
    let readings = candidates.iter().take_while(|candidate| Some(candidate.start) == start).count();
    candidates.split_at_checked(readings).unwrap_or((candidates, &[]))
}

/// Chooses the markers among all candidates of a text, into `marks`, in text order.
pub(crate) fn resolve(
    scan: &Scan,
    layout: Layout,
    weights: &Weights,
    beam: &Beam,
    search: &mut Search,
    marks: &mut Vec<Mark>,
) -> i32 {
    marks.clear();
    let bytes = scan.candidates.last().map_or(0, |last| last.end as usize);
    search.begin(weights, scan.candidates.len(), bytes);
    search.go_on(&scan.candidates, weights, beam, marks);
    search.finish(layout, weights, marks, beam)
}

impl Search {
    /// Begins a text of so many bytes, with so many candidates or more.
    pub(crate) fn begin(&mut self, weights: &Weights, candidates: usize, bytes: usize) {
        self.places = 0;
        self.first_margin = if candidates <= SHORT { MARGIN_FIRST } else { MARGIN_FIRST_LONG };
        self.bounds = Bounds::of(weights);
        self.frames.clear();
        self.frames.push(Frame::root());
        self.memories.clear();
        self.memories.push(Memory::empty());
        self.pairs.clear();
        self.log.clear(bytes);
        self.states.clear();
        self.states.push(State {
            score: 0,
            frame: 0,
            memory: 0,
            log: 0,
            end: 0,
            stops: 0,
            ord: 0,
            begun: false,
            reading: LEFT,
            behind: 0,
        });
        self.behind = Behind::default();
        self.compared = 0;
        (self.kinds, self.opened) = (0, 0);
        self.expanded = 0;
        self.credit = CREDIT;
        self.counted = 0;
        self.reserve(candidates);
    }

    /// Goes on with the next candidates of the text. They hold all readings of each of their places.
    #[inline(never)] // its registers are its own
    pub(crate) fn go_on(&mut self, candidates: &[Candidate], weights: &Weights, beam: &Beam, marks: &mut Vec<Mark>) {
        let (mut rest, mut first) = (candidates, 0);
        while let [candidate, others @ ..] = rest {
            let alone = others.first().is_none_or(|other| other.start != candidate.start);
            let (place, behind) = if alone { (std::slice::from_ref(candidate), others) } else { place_of(rest) };
            rest = behind;
            let mut here = Here { width: beam.width, margin: beam.margin };
            if self.is_spent(candidate.start) {
                here.width = narrowed(beam);
            }
            if self.places < FIRST {
                here.margin = first_margin(beam, self.first_margin);
            }
            self.places += 1;
            let may_go_on = alone && self.kinds & candidate.kind.bit() != 0;
            if !may_go_on || !self.goes_on(candidate, weights, beam, here) {
                self.step(place, first, weights, beam, here);
            }
            first += place.len();
            if self.log.is_full() {
                self.collect(marks, beam);
            }
        }
    }

    /// Makes room at once for what a document of some pages needs, or for what one of so many candidates does until the
    /// search collects: about as many entries of the log.
    fn reserve(&mut self, candidates: usize) {
        let entries = candidates.clamp(ROOM, log::MOST);
        self.frames.reserve(ROOM.max(entries * 2 / 3));
        self.memories.reserve((ROOM / 4).max(entries * 2 / 7));
        self.log.reserve(entries, ROOM.max(entries / 5));
        self.states.reserve(ROOM / 8);
        self.next.reserve(ROOM / 4);
        self.made.reserve(ROOM / 8);
    }

    /// Gives back the room that a long text took, so that it does not stand beside the tree.
    pub(crate) fn release(&mut self) {
        if self.frames.capacity().max(self.log.capacity()) > 4 * ROOM {
            *self = Self { expanded: self.expanded, ..Self::default() };
        }
    }

    /// Whether a text of nothing but markers has used up its credit at the place `at`.
    #[inline(always)]
    fn is_spent(&mut self, at: u32) -> bool {
        let bytes = i64::from(at.saturating_sub(self.counted));
        self.counted = at;
        self.credit = (self.credit + bytes * CREDIT_A_BYTE).min(CREDIT);
        self.credit <= 0
    }

    /// The best score so far.
    pub(crate) fn best(&self) -> i32 {
        self.states.first().map_or(0, |best| best.score)
    }

    /// Chooses the best hypothesis at the end of the text and settles it.
    pub(crate) fn finish(&mut self, layout: Layout, weights: &Weights, marks: &mut Vec<Mark>, beam: &Beam) -> i32 {
        let mut states = std::mem::take(&mut self.states);
        for state in &mut states {
            let mut sum = Sum { weights, total: state.score };
            let mut at = state.frame;
            while let Some(frame) = self.frames.get(at as usize).filter(|frame| !frame.is_root()) {
                if frame.count == 1 && !layout.cut {
                    sum.add(Feature::SingleEnd);
                }
                at = frame.parent;
            }
            state.score = sum.total;
        }
        // The first of equals: the order of states is that of their scores.
        let best = states.iter().rev().max_by_key(|state| state.score).map_or((0, 0), |best| (best.score, best.log));
        let (score, log) = best;
        for rival in states.iter().filter(|rival| rival.log != log) {
            self.log.rival(log, rival.log, None, score - rival.score);
        }
        self.log.finish(log, marks, beam.margin);
        self.states = states; // for its buffer
        score
    }
}
