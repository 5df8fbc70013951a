//! The lists that may be tables of contents: the first items of the last ones.

use super::super::Candidate;
use super::super::bytes::{self, four, is_ideograph, three};
use super::super::kind::Kind;

/// How many first items of one style are remembered: contents stand near what they repeat.
const REMEMBERED: usize = 4;
/// How many first items are remembered in all.
const MOST_LISTS: usize = 64;
/// Series of most texts, so that room for them is made once.
const USUAL_SERIES: usize = 8;

/// The first item of a list, and its second as soon as it was seen.
#[derive(Clone, Copy)]
pub(super) struct List {
    pub(super) first: usize,
    /// Its offset in the text.
    pub(super) at: u32,
    pub(super) second: Option<usize>,
    /// The words that the two begin with.
    pub(super) words: [Words; 2],
    /// Whether no list of this style began before: the lists of a statute's articles often begin alike.
    pub(super) newest: bool,
    /// Whether the word 目录 stands right before it, as a heading.
    pub(super) headed: bool,
    /// Whether the word stands near before it, as soon as that was asked: a list is compared with several.
    pub(super) announced: Option<bool>,
}

/// The bytes of the two ideographs behind a marker and its blanks, or 0 where no two stand there. Nearly all lists are told
/// apart by them.
#[derive(Clone, Copy)]
pub(super) struct Words(u64);

/// The most blanks looked over behind a marker.
const BLANKS: usize = 2;

impl Words {
    pub(super) fn of(text: &str, candidate: &Candidate) -> Self {
        let (text, mut at) = (text.as_bytes(), candidate.end as usize);
        let mut one = four(text, at);
        for _ in 0..BLANKS {
            if is_ideograph(one) {
                break;
            }
            at += bytes::blank(one);
            one = four(text, at);
        }
        let other = four(text, at + 3);
        if is_ideograph(one) && is_ideograph(other) {
            Self(u64::from(three(one)) << 32 | u64::from(three(other)))
        } else {
            Self(0)
        }
    }

    /// Whether these are surely other words.
    pub(super) const fn differ(self, other: Self) -> bool {
        self.0 != other.0 && self.0 != 0 && other.0 != 0
    }
}

/// The lists of one series that are remembered: as many as `len`, the latest last.
pub(super) struct Series {
    kind: Kind,
    prefix: u32,
    lists: [List; REMEMBERED],
    len: usize,
}

impl Series {
    fn is_of(&self, candidate: &Candidate) -> bool {
        self.kind == candidate.kind && self.prefix == candidate.prefix
    }

    fn lists(&self) -> &[List] {
        self.lists.get(..self.len).unwrap_or(&[])
    }

    pub(super) fn lists_mut(&mut self) -> &mut [List] {
        self.lists.get_mut(..self.len).unwrap_or(&mut [])
    }

    /// The list that began last.
    pub(super) fn latest(&mut self) -> Option<&mut List> {
        self.lists.get_mut(self.len.checked_sub(1)?)
    }

    fn forget(&mut self) {
        self.lists.copy_within(1.., 0);
        self.len -= 1;
    }
}

/// The lists that are remembered, by series: every first and second item asks for those of its own.
pub(super) struct Lists {
    series: Vec<Series>,
    len: usize,
}

impl Lists {
    pub(super) fn new() -> Self {
        Self { series: Vec::with_capacity(USUAL_SERIES), len: 0 }
    }

    pub(super) fn clear(&mut self) {
        self.series.clear();
        self.len = 0;
    }

    /// The series that `candidate` may be a number of.
    pub(super) fn of(&mut self, candidate: &Candidate) -> Option<&mut Series> {
        self.series.iter_mut().find(|series| series.is_of(candidate))
    }

    /// Remembers a list that begins with `candidate`. The oldest of its series makes room for it, or else the oldest of
    /// all: contents of two levels begin many lists, and the first must not be forgotten for those inside it.
    pub(super) fn push(&mut self, candidate: &Candidate, list: List) {
        if let Some(series) = self.of(candidate) {
            let full = series.len == REMEMBERED;
            if full {
                series.forget();
            }
            if let Some(slot) = series.lists.get_mut(series.len) {
                *slot = list;
                series.len += 1;
            }
            self.len += usize::from(!full);
        } else {
            let Candidate { kind, prefix, .. } = *candidate;
            self.series.push(Series { kind, prefix, lists: [list; REMEMBERED], len: 1 });
            self.len += 1;
        }
        if self.len > MOST_LISTS {
            self.forget();
        }
    }

    /// Forgets the list that began first.
    fn forget(&mut self) {
        let began = |series: &Series| series.lists().first().map_or(usize::MAX, |list| list.first);
        let oldest = self.series.iter().enumerate().min_by_key(|(_, series)| began(series)).map(|(at, _)| at);
        let Some(at) = oldest else { return };
        let Some(series) = self.series.get_mut(at) else { return };
        series.forget();
        self.len -= 1;
        if series.len == 0 {
            self.series.swap_remove(at);
        }
    }
}
