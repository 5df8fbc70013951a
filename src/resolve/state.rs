//! What one hypothesis of the search remembers: the path of open lists, and a little memory.
//!
//! ```text
//! 一、…（一）…1.…2.…        path   [一、last 1] ─ [（一）last 1] ─ [1. last 2]   frames, innermost first
//!                           memory  （一） stood in 一、; 1. stood in （一）; closed lists ended at …
//! ```
//!
//! Frames and memories are not changed once made (but for an innermost list where `plain` says), so that hypotheses
//! share them and a hypothesis is five numbers. Everything that a later score reads is part of the key under which two
//! hypotheses are taken to be one; what is left out (the place of the last marker) is an
//! approximation that a test against exhaustive search holds small.

use super::moves::is_decimal;
use crate::scan::Candidate;
use crate::scan::kind::{self, Kind};
use crate::scan::marker::Delim;

/// The deepest path the search follows; the tree folds what lies deeper than
/// [`MAX_DEPTH`](crate::MAX_DEPTH).
pub(super) const MAX_PATH: u8 = 24;
/// A count of members is kept up to this; only one and more are told apart.
const MAX_COUNT: u8 = 2;
/// How many pairs of styles a memory keeps: real documents show fewer than ten.
const PAIRS: usize = 20;
/// No pair: kinds are below 64.
const NO_PAIR: u16 = u16::MAX;
/// Kinds whose numbers may run on when a list of theirs was closed.
const RUNNING: usize = 12;
/// The place of all other kinds, where nothing is ever noted.
const NOWHERE: usize = RUNNING;

/// An open list.
#[derive(Debug, Clone, Copy)]
pub(super) struct Frame {
    /// Hash of the path down to this frame.
    pub(super) hash: u64,
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
            hash: 0x9E37_79B9_7F4A_7C15,
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

    /// Hash of the list alone, without what goes before its last number.
    pub(super) fn inner(&self) -> u64 {
        mix((u64::from(self.ord) | u64::from(self.kind) << 56) ^ u64::from(self.prefix).rotate_left(31))
    }

    /// Hash of the path whose innermost list this is; `outside`: that of the path around it.
    pub(super) const fn hash_in(&self, outside: u64, inner: u64) -> u64 {
        mix(outside ^ inner.rotate_left(9) ^ (self.delim as u64) << 8 ^ self.count as u64)
    }

    /// A list of `kind` that opens in the last member of this one, whose index is `own`; its number is not known.
    pub(super) const fn inside(&self, own: u32, kind: Kind) -> Self {
        Self {
            kinds: self.kinds | kind.bit(),
            parent: own,
            kind: kind as u8,
            depth: self.depth + 1,
            nested: self.nested || self.kinds & kind::same_style(kind) != 0,
            ..*self
        }
    }

    /// Whether two lists are the same to all that their next number is asked, but for what they stand in.
    pub(super) fn is_alike(&self, other: &Self) -> bool {
        (self.kind, self.ord, self.prefix) == (other.kind, other.ord, other.prefix)
            && (self.delim, self.count, self.nested) == (other.delim, other.count, other.nested)
    }

    /// The list takes its next number; its hash stays that of the last one.
    pub(super) fn go_on(&mut self, candidate: &Candidate) {
        if candidate.delim != Delim::None {
            self.delim = candidate.delim;
        }
        self.ord = candidate.ord;
        self.count = Self::counted(self.count);
    }

    /// Members as the hash counts them.
    pub(super) fn counted(count: u8) -> u8 {
        (count + 1).min(MAX_COUNT)
    }
}

/// A mixer: equal inputs, equal outputs, on every machine.
pub(super) const fn mix(value: u64) -> u64 {
    let product = (value ^ 0x9E37_79B9_7F4A_7C15) as u128 * 0xBF58_476D_1CE4_E5B9;
    product as u64 ^ (product >> 64) as u64
}

/// What a hypothesis knows of lists that are closed.
#[derive(Debug, Clone, Copy)]
pub(super) struct Memory {
    /// Hash of everything below, made by exclusive or, so that a change can be added to it.
    pub(super) hash: u64,
    /// Kinds of lists that were seen.
    children: u64,
    /// Pairs (kind of parent, kind of child) that were seen; [`NO_PAIR`] where there are fewer.
    pairs: [u16; PAIRS],
    used: u8,
    /// Last number of the list of a running kind that was closed last, where [`slot`] says, which is below 16;
    /// 0: none.
    last: [u32; 16],
}

impl Memory {
    pub(super) const fn empty() -> Self {
        Self { hash: 0, children: 0, pairs: [NO_PAIR; PAIRS], used: 0, last: [0; 16] }
    }

    /// Whether lists of `child` were seen in any items.
    pub(super) const fn knows(&self, child: Kind) -> bool {
        self.children & child.bit() != 0
    }

    fn has_seen(&self, parent: u8, child: Kind) -> bool {
        // All of them side by side: to go through those that are used takes longer, and it is asked at every move that
        // opens a list.
        let pair = pair(parent, child);
        self.knows(child) && self.pairs.iter().fold(false, |found, &seen| found | (seen == pair))
    }

    /// Whether lists of `child` stood in items of `parent`; if not, whether they stood elsewhere.
    #[inline]
    pub(super) fn relation(&self, parent: u8, child: Kind) -> Seen {
        if self.has_seen(level(parent, child), child) {
            Seen::Here
        } else if self.knows(child) {
            Seen::Elsewhere
        } else {
            Seen::Never
        }
    }

    /// The last number of the closed list of `kind` that may run on, or 0.
    pub(super) fn last(&self, kind: Kind) -> u32 {
        self.last[slot(kind as u8)]
    }

    /// The change of the hash when a list of `kind` is closed at `ord`.
    pub(super) fn closing(&self, hash: u64, kind: u8, ord: u32) -> u64 {
        // Exact only while each kind is closed once a move; a path holds a kind twice very rarely, and then two equal
        // memories may count as two.
        match slot(kind) {
            NOWHERE => hash,
            slot => hash ^ slot_hash(slot, self.last[slot]) ^ slot_hash(slot, ord),
        }
    }

    /// The change of the hash when `child` opens in `parent`.
    pub(super) fn opening(&self, hash: u64, parent: u8, child: Kind) -> u64 {
        let parent = level(parent, child);
        if self.has_seen(parent, child) { hash } else { hash ^ pair_hash(parent, child as u8) }
    }

    /// Remembers that a list was closed.
    pub(super) fn close(&mut self, kind: u8, ord: u32) {
        self.hash = self.closing(self.hash, kind, ord);
        match slot(kind) {
            NOWHERE => {}
            slot => self.last[slot] = ord,
        }
    }

    /// Remembers that a list was opened. A text with more pairs than fit forgets the later ones.
    pub(super) fn open(&mut self, parent: u8, child: Kind) {
        let parent = level(parent, child);
        if self.has_seen(parent, child) {
            return;
        }
        if let Some(slot) = self.pairs.get_mut(usize::from(self.used)) {
            *slot = pair(parent, child);
            self.children |= child.bit();
            self.used += 1;
            self.hash ^= pair_hash(parent, child as u8);
        }
    }
}

/// The kind that stands for `parent` where it is remembered what stood in it: a plain list stands below the last
/// decimal level, be that 1.1 in one place and 1.1.1 in the next.
const fn level(parent: u8, child: Kind) -> u8 {
    if is_decimal(parent) && !is_decimal(child as u8) { Kind::Decimal2 as u8 } else { parent }
}

/// Where lists of a kind stood before.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Seen {
    Here,
    Elsewhere,
    Never,
}

const fn slot_hash(slot: usize, ord: u32) -> u64 {
    if ord == 0 { 0 } else { mix((slot as u64 + 1) << 40 | ord as u64) }
}

const fn pair(parent: u8, child: Kind) -> u16 {
    (parent as u16) << 8 | child as u16
}

const fn pair_hash(parent: u8, child: u8) -> u64 {
    mix(1 << 60 | (parent as u64) << 8 | child as u64)
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
