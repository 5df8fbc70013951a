//! Stage 1: the text to candidates, the places where a marker may stand.
//!
//! ```text
//! &str ──anchor──▶ offsets ──context, marker──▶ Candidate { start, end, kind, number, what stands around }
//!        「一、抓统筹1.机制。第三条…」   一、 | 1. | 第三条        in text order, readings of one place together
//! ```
//!
//! One pass over the anchors. A small state goes along: open quotation marks and brackets, the last
//! stop, the last line break, whether an annex has begun. A candidate says what the text shows;
//! what that is worth is decided in `evidence`, and whether it is a marker in `resolve`. Places that
//! can never be a marker are left out here, so that later stages see 5 candidates a KB and not 50.

mod anchor;
mod begun;
pub(crate) mod bulleted;
pub(crate) mod bytes;
mod candidate;
pub(crate) mod contents;
pub(crate) mod context;
pub(crate) mod counters;
pub(crate) mod crowded;
mod earlier;
pub(crate) mod evidence;
mod few;
mod figures;
pub(crate) mod ideograph;
pub(crate) mod kind;
pub(crate) mod marker;
pub(crate) mod numeral;
mod place;
mod running_head;
mod sign;
mod walk;
pub(crate) mod wanted;
mod words;

use anchor::Anchors;
pub(crate) use candidate::{Candidate, flag};
use place::CLOSED;
use walk::Walk;

/// What the scan finds. The vectors are reused from text to text.
#[derive(Debug, Clone, Default)]
pub(crate) struct Scan {
    /// In text order; the readings of one place stand side by side, the likelier first. Of a text that has many, those
    /// that are not yet handed on.
    pub(crate) candidates: Vec<Candidate>,
    /// How many candidates were handed on and forgotten: the index, in the whole text, of the first that is here.
    pub(crate) forgotten: usize,
    /// Offset of each stop: 。；：！？ and line breaks, in text order.
    pub(crate) stops: Vec<u32>,
    /// How many line breaks the text has.
    pub(crate) breaks: usize,
    /// Whether a sign stands in it that [`crate::markup`] looks for.
    pub(crate) may_be_dressed: bool,
    /// Whether a sign of another form than usual does: 〔一〕.
    pub(crate) has_forms: bool,
    /// Whether a character without width does.
    pub(crate) has_unseen: bool,
    /// Bytes walked over: the text once, and what was read again around each place.
    pub(crate) looked: usize,
}

/// In real text there are at most as many candidates and stops, so that room for them is made once.
const BYTES_A_CANDIDATE: usize = 128;
const BYTES_A_STOP: usize = 50;

/// Candidates are handed on when there are so many: more than any document of ordinary length has, and few enough to
/// stay in a cache of the second level.
pub(crate) const WINDOW: usize = 8_192;

/// How many times as long a full vector becomes at most.
const MOST_GROWTH: usize = 32;

/// Makes room for `more` entries in a vector that was filled by the text up to `at`: at once for all that the rest of the
/// text will need if it goes on so, but not for more than `most` in all. To double it would take three times the room of
/// what is dense, old and new together.
#[inline]
pub(crate) fn make_room<T>(found: &mut Vec<T>, more: usize, at: usize, len: usize, most: usize) {
    if found.capacity() - found.len() < more {
        grow(found, more, at, len, most);
    }
}

#[cold]
fn grow<T>(found: &mut Vec<T>, more: usize, at: usize, len: usize, most: usize) {
    let sofar = found.len();
    let left = (sofar as u64).saturating_mul((len - at) as u64) / (at as u64).max(1);
    let growth = sofar.saturating_mul(MOST_GROWTH - 1);
    let left = usize::try_from(left).unwrap_or(growth).min(growth);
    // An eighth at least, so that no text is copied often.
    let left = left + left / 32 + sofar / 8 + 16;
    found.reserve_exact(left.min(most.saturating_sub(sofar)).max(more));
}

impl Scan {
    /// The candidate with an index in the whole text, if it is here.
    pub(crate) fn get(&self, index: usize) -> Option<&Candidate> {
        self.candidates.get(index.checked_sub(self.forgotten)?)
    }

    /// The candidates with these indices in the whole text, if they are here.
    pub(crate) fn range(&self, indices: std::ops::Range<usize>) -> &[Candidate] {
        self.candidates.get(self.here(indices)).unwrap_or(&[])
    }

    fn range_mut(&mut self, indices: std::ops::Range<usize>) -> &mut [Candidate] {
        let here = self.here(indices);
        self.candidates.get_mut(here).unwrap_or(&mut [])
    }

    fn here(&self, indices: std::ops::Range<usize>) -> std::ops::Range<usize> {
        let here = |index: usize| index.saturating_sub(self.forgotten).min(self.candidates.len());
        here(indices.start)..here(indices.end)
    }

    /// How many candidates the text has, as far as it was read.
    pub(crate) const fn len(&self) -> usize {
        self.forgotten + self.candidates.len()
    }

    /// Forgets all candidates, and gives back the room that many took, so that it does not stand beside the tree.
    pub(crate) fn release(&mut self) {
        self.forget(self.candidates.len());
        if self.candidates.capacity() > WINDOW {
            self.candidates = Vec::new();
        }
    }

    /// Forgets the first candidates that are here.
    fn forget(&mut self, count: usize) {
        self.candidates.drain(..count.min(self.candidates.len()));
        self.forgotten += count;
    }
}

/// Finds the candidates of `text` into `scan`, whose vectors are emptied first.
pub(crate) fn scan(text: &str, scan: &mut Scan) {
    in_windows(text, scan, usize::MAX, |_| 0);
}

/// The same, but whenever there are `most` candidates they are shown to `hand_on`, which says how many of them may be
/// forgotten; what is left at the end is not. So that candidates take no more room than the text.
#[inline(never)]
pub(crate) fn in_windows(text: &str, scan: &mut Scan, most: usize, mut hand_on: impl FnMut(&mut Scan) -> usize) {
    scan.candidates.clear();
    scan.candidates.reserve((text.len() / BYTES_A_CANDIDATE).min(most));
    scan.forgotten = 0;
    scan.stops.clear();
    scan.stops.reserve(text.len() / BYTES_A_STOP);
    scan.breaks = 0;
    scan.may_be_dressed = false;
    scan.has_forms = false;
    scan.has_unseen = false;
    scan.looked = text.len();
    let mut walk = Walk {
        text,
        out: scan,
        room: most.saturating_add(anchor::PIECE),
        resume: 0,
        quote: CLOSED,
        title: CLOSED,
        paren: CLOSED,
        label: 0,
        stop: 0,
        line: 0,
        begun: 0,
        torn: 0,
        labelled: None,
        article: false,
        zeroed: 0,
        zeroes_sought: 0,
        next_zero: None,
        listed: None,
        excerpt: earlier::Excerpt::default(),
        counter: counters::first(text),
        heads: running_head::Heads::default(),
    };
    walk.boundary(0, bytes::four(text.as_bytes(), 0));
    let mut anchors = Anchors::new();
    for start in (0..text.len()).step_by(anchor::PIECE) {
        anchors.find(text.as_bytes(), start);
        walk.piece(start, anchors.masks());
        if walk.out.candidates.len() >= most {
            let count = hand_on(walk.out);
            walk.out.forget(count);
        }
    }
}

/// How many line breaks a text has: what [`Scan::breaks`] is at its end.
pub(crate) fn breaks(text: &str) -> usize {
    let (mut breaks, mut anchors) = (0, Anchors::new());
    for start in (0..text.len()).step_by(anchor::PIECE) {
        anchors.find(text.as_bytes(), start);
        breaks += walk::breaks(text.as_bytes(), start, anchors.masks());
    }
    breaks
}
