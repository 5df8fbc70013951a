//! What one hypothesis of the search remembers: the path of open lists, and a little memory.
//!
//! ```text
//! 一、…（一）…1.…2.…        path   [一、last 1] ─ [（一）last 1] ─ [1. last 2]   frames, innermost first
//!                           memory  （一） stood in 一、; 1. stood in （一）; closed lists ended at …
//! ```
//!
//! Frames and memories are not changed once made (but for an innermost list where `plain` says), so that hypotheses
//! share them and a hypothesis is a few numbers. Everything that a later score reads is compared before two hypotheses are
//! taken to be one; what is left out (the place of the last marker) is an approximation that a test against exhaustive
//! search holds small.

use super::pairs::Pairs;
use crate::scan::Candidate;
use crate::scan::kind::{self, Kind};
use crate::scan::marker::Delim;

/// The deepest path the search follows; the tree folds what lies deeper than
/// [`MAX_DEPTH`](crate::MAX_DEPTH).
pub(super) const MAX_PATH: u8 = 24;
/// A count of members is kept up to this; only one and more are told apart.
pub(super) const MAX_COUNT: u8 = 2;
/// How many pairs of styles a memory keeps: real documents show fewer than ten.
const PAIRS: usize = 20;
/// Kinds whose numbers may run on when a list of theirs was closed.
const RUNNING: usize = 12;
/// The place of all other kinds, where nothing is ever noted.
const NOWHERE: usize = RUNNING;

/// An open list.
#[derive(Debug, Clone, Copy)]
pub(super) struct Frame {
    /// Kinds on the path, this one included.
    pub(super) kinds: u64,
    /// Parts before the last of the last member's number.
    pub(super) prefix: u32,
    /// The frame outside; 0 is the document.
    pub(super) parent: u32,
    /// Last part of the last member's number.
    pub(super) ord: u32,
    pub(super) kind: u8,
    pub(super) depth: u8,
    /// How many members, up to [`MAX_COUNT`].
    pub(super) count: u8,
    pub(super) delim: Delim,
    /// Whether some list on the path stands inside a list of its own style.
    pub(super) nested: bool,
}

impl Frame {
    /// The document, at the bottom of every path.
    pub(super) const fn root() -> Self {
        Self {
            kinds: 0,
            prefix: 0,
            parent: 0,
            ord: 0,
            kind: kind::ROOT,
            depth: 0,
            count: MAX_COUNT,
            delim: Delim::None,
            nested: false,
        }
    }

    pub(super) const fn is_root(&self) -> bool {
        self.kind == kind::ROOT
    }

    /// Whether two lists are the same to all that their next number is asked, but for what they stand in.
    pub(super) fn is_alike(&self, other: &Self) -> bool {
        (self.kind, self.ord, self.prefix) == (other.kind, other.ord, other.prefix)
            && (self.delim, self.count, self.nested) == (other.delim, other.count, other.nested)
    }

    /// Whether two lists that the same number goes on with are one, but for what they stand in.
    pub(super) fn is_same(&self, other: &Self) -> bool {
        (self.ord, self.prefix) == (other.ord, other.prefix)
            && (self.kind, self.delim, self.count) == (other.kind, other.delim, other.count)
    }

    /// The list takes its next number.
    #[inline]
    pub(super) fn go_on(&mut self, candidate: &Candidate) {
        // A list is known by the delimiter of its last member that has one.
        if candidate.delim != Delim::None {
            self.delim = candidate.delim;
        }
        (self.prefix, self.ord) = (candidate.prefix, candidate.ord);
        self.count = (self.count + 1).min(MAX_COUNT);
    }

    /// The list starts again with a number.
    #[inline]
    pub(super) fn start(&mut self, candidate: &Candidate) {
        self.count = 1;
        self.delim = candidate.delim;
        (self.prefix, self.ord) = (candidate.prefix, candidate.ord);
    }

    /// From the list becomes one that opens in its last member; `own`: the index of the list, `style`: the kinds that
    /// are one style with that of the candidate.
    #[inline]
    pub(super) fn open(&mut self, own: u32, candidate: &Candidate, style: u64) {
        self.nested |= self.kinds & style != 0;
        self.kinds |= candidate.kind.bit();
        self.parent = own;
        self.kind = candidate.kind as u8;
        self.depth += 1;
        self.start(candidate);
    }
}

/// Whether two paths, given by their innermost lists, are the same.
pub(super) fn is_same_path(frames: &[Frame], mut one: u32, mut other: u32) -> bool {
    // The document is the first of the frames, and no other list has its kind.
    while one != other {
        let (Some(ours), Some(theirs)) = (frames.get(one as usize), frames.get(other as usize)) else { return false };
        if !ours.is_same(theirs) {
            return false;
        }
        (one, other) = (ours.parent, theirs.parent);
    }
    true
}

/// What a hypothesis knows of lists that are closed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Memory {
    /// Kinds of lists that were seen.
    children: u64,
    /// Pairs (kind of parent, kind of child) that were seen, by their numbers in [`Pairs`].
    pairs: [u64; 2],
    /// Last number of the list of a running kind that was closed last, where [`slot`] says, which is below 16;
    /// 0: none.
    last: [u32; 16],
    /// How many pairs.
    used: u8,
}

impl Memory {
    pub(super) const fn empty() -> Self {
        Self { children: 0, pairs: [0; 2], used: 0, last: [0; 16] }
    }

    /// Whether lists of `child` were seen in any items.
    pub(super) const fn knows(&self, child: Kind) -> bool {
        self.children & child.bit() != 0
    }

    /// Whether the pair that has a number was seen.
    #[inline]
    pub(super) const fn has_seen(&self, number: u8) -> bool {
        self.pairs[(number >> 6 & 1) as usize] >> (number & 63) & 1 != 0 // a number is below 128
    }

    /// The last number of the closed list of `kind` that may run on, or 0.
    #[inline]
    pub(super) fn last(&self, kind: Kind) -> u32 {
        self.last[slot(kind as u8)]
    }

    /// Remembers that a list was closed.
    pub(super) fn close(&mut self, kind: u8, ord: u32) {
        match slot(kind) {
            NOWHERE => {}
            slot => self.last[slot] = ord,
        }
    }

    /// Remembers that a list was opened. A text with more pairs than fit forgets the later ones.
    #[inline(always)]
    pub(super) fn open(&mut self, parent: u8, child: Kind, pairs: &mut Pairs) {
        let number = pairs.number(parent, child);
        if self.has_seen(number) || usize::from(self.used) == PAIRS {
            return;
        }
        let number = if number == 0 { pairs.numbered(parent, child) } else { Some(number) };
        if let Some(number) = number {
            self.pairs[usize::from(number >> 6 & 1)] |= 1 << (number & 63);
            self.children |= child.bit();
            self.used += 1;
        }
    }
}

/// Whether the numbers of a kind may run on when a list of it was closed.
#[inline]
pub(super) const fn is_running(kind: Kind) -> bool {
    slot(kind as u8) != NOWHERE
}

/// The place of a kind in [`Memory::last`], below 16.
const fn slot(kind: u8) -> usize {
    const KINDS: [Kind; RUNNING] = [
        Kind::Article,
        Kind::ArticleArabic,
        Kind::Chapter,
        Kind::ChapterArabic,
        Kind::Jie,
        Kind::Part,
        Kind::Dun,
        Kind::Dot,
        Kind::BracketChinese,
        Kind::BracketArabic,
        Kind::Circled,
        Kind::HalfArabic,
    ];
    static SLOTS: [u8; 64] = {
        let mut slots = [NOWHERE as u8; 64];
        let mut index = 0;
        while index < RUNNING {
            slots[KINDS[index] as usize] = index as u8;
            index += 1;
        }
        slots
    };
    // A kind is below 64: see `kind::COUNT`.
    (SLOTS[(kind & 63) as usize] & 15) as usize
}
