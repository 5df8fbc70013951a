//! Confidence lowered where the outline as a whole looks misread.
//!
//! ```text
//! 一、…二、…三、…  一、…二、…三、…     the same numbers twice at the top: the first may be contents
//! 一、…二、…七、…二、…三、…         numbers that go back: one run of them is none of this list
//! （一）1. 2. 3. 1. 2.              a second list in one item: it may be that of an item that was not found
//! 二、1.1 1.2                      a decimal whose item is another: its own was not found
//! ```
//!
//! The search compares hypotheses; where all that live share an error (a table of contents that was not
//! found, say) none contradicts it, and the gap to a rival says nothing. What can still be seen is that the
//! numbers do not add up. Sections of such lists keep their order of confidence, but none stays sure.

use crate::resolve::Mark;
use crate::scan::flag;
use crate::scan::kind::COUNT;
use crate::scan::marker::prefixed;

/// The deepest list that is looked at: deeper marks become siblings in the tree.
const DEPTH: usize = 16;
/// What is left of 100 in the first of two lists with one style at the top, and in a list whose numbers go back.
const LEFT: u8 = 50;
/// What is left of 100 in a second list of one item, and in decimals that are not in their own item.
const ODD: u8 = 80;

/// An open list.
#[derive(Debug, Clone, Copy)]
struct List {
    /// Index of its first mark.
    first: usize,
    /// Its last number.
    ord: u32,
    prefix: u32,
    kind: u8,
    /// Its numbers went back.
    back: bool,
    /// Another list stands before it in the same item, and nothing says why.
    second: bool,
}

impl List {
    /// Whether a mark goes on with it as it should, and nothing in it is odd.
    fn goes_on(&self, mark: &Mark) -> bool {
        let number = |prefix: u32, ord: u32| u64::from(prefix) << 32 | u64::from(ord);
        self.kind == mark.kind as u8
            && number(self.prefix, self.ord) < number(mark.prefix, mark.ord)
            && !(self.back | self.second)
            && mark.ord != FIRST
            && !is_decimal(mark)
    }
}

/// The open lists.
struct Open {
    lists: [Option<List>; DEPTH],
    /// How many there are.
    depths: usize,
    /// Where the last list of each kind at the top began at 1.
    tops: [usize; COUNT],
}

/// Lowers the confidence of marks in lists that contradict themselves. Linear: a mark is gone back over once
/// for each list around it at most.
pub(crate) fn lower(marks: &mut [Mark]) {
    let mut open = Open::new();
    for index in 0..marks.len() {
        if marks.get(index).is_some_and(|mark| !open.goes_on(mark)) {
            open.take(marks, index);
        }
    }
}

impl Open {
    const fn new() -> Self {
        Self { lists: [None; DEPTH], depths: 0, tops: [usize::MAX; COUNT] }
    }

    /// Takes a mark that goes on with its list, as most do.
    #[inline]
    fn goes_on(&mut self, mark: &Mark) -> bool {
        let depth = usize::from(mark.depth);
        let Some(Some(list)) = self.lists.get_mut(depth) else { return false };
        let goes_on = depth < self.depths && list.goes_on(mark);
        if goes_on {
            (list.prefix, list.ord) = (mark.prefix, mark.ord);
            self.depths = depth + 1;
        }
        goes_on
    }

    /// Takes any mark, given by its index.
    #[inline(never)]
    fn take(&mut self, marks: &mut [Mark], index: usize) {
        let Self { lists: open, depths, tops } = self;
        let Some(mark) = marks.get(index).copied() else { return };
        let depth = usize::from(mark.depth);
        let Some(slot) = open.get_mut(depth) else { return };
        let same = |list: &&mut List| depth < *depths && list.kind == mark.kind as u8;
        let number = (mark.prefix, mark.ord);
        let first = mark.ord == FIRST;
        match slot.as_mut().filter(same) {
            Some(list) if !first || (list.prefix, list.ord) >= number && mark.prefix != 0 => {
                let back = !list.back && (list.prefix, list.ord) >= number;
                list.back |= back;
                (list.prefix, list.ord) = number;
                let (from, sinks) = (if back { list.first } else { index }, list.back);
                if sinks {
                    for mark in marks.get_mut(from..=index).unwrap_or(&mut []) {
                        if usize::from(mark.depth) == depth {
                            mark.confidence = lowered(mark.confidence);
                        }
                    }
                }
            }
            before => {
                let (prefix, ord) = number;
                // 2.1 behind 1.7 goes on; behind an annex or a box another list is no wonder.
                let goes_on = before.is_some_and(|list| list.prefix != prefix);
                let second = depth < *depths && slot.is_some() && !goes_on && !mark.has(flag::ANEW | flag::CLOSES);
                *slot = Some(List { first: index, ord, prefix, kind: mark.kind as u8, back: false, second });
                if depth == 0
                    && first
                    && let Some(top) = tops.get_mut(mark.kind as usize)
                {
                    let before = std::mem::replace(top, index);
                    if !mark.has(flag::ANEW | flag::CLOSES) {
                        for mark in marks.get_mut(before..index).unwrap_or(&mut []) {
                            mark.confidence = lowered(mark.confidence);
                        }
                    }
                }
            }
        }
        let second = slot.is_some_and(|list| list.second);
        let outside = || depth.checked_sub(1).and_then(|outside| open.get(outside)?.as_ref());
        if (second || is_decimal(&mark) && is_astray(&mark, outside()))
            && let Some(mark) = marks.get_mut(index)
        {
            mark.confidence = left(mark.confidence, ODD);
        }
        *depths = depth + 1;
    }
}

/// The number of a first item.
const FIRST: u32 = 1 << 6;

fn is_decimal(mark: &Mark) -> bool {
    mark.kind.is_decimal()
}

/// Whether a decimal is not in its own item: 1.2 in item 2, or at the top.
fn is_astray(mark: &Mark, outside: Option<&List>) -> bool {
    outside.is_none_or(|list| prefixed(list.prefix, list.ord >> 6) != Some(mark.prefix))
}

fn lowered(confidence: u8) -> u8 {
    left(confidence, LEFT)
}

/// A share of a confidence.
fn left(confidence: u8, share: u8) -> u8 {
    // At most `confidence`.
    (u16::from(confidence) * u16::from(share) / 100) as u8
}

#[cfg(test)]
mod tests {
    use super::{Open, lower};
    use crate::resolve::Mark;
    use crate::scan::kind::Kind;
    use crate::scan::{Candidate, Scan, flag, scan};

    #[test]
    fn a_mark_that_goes_on_needs_nothing_else() {
        const KINDS: [Kind; 4] = [Kind::Dot, Kind::Dun, Kind::Decimal1, Kind::Decimal2];
        const FLAGS: [u32; 4] = [0, 0, flag::ANEW, flag::CLOSES];
        let mut found = Scan::default();
        scan("1.目标", &mut found);
        let one = found.candidates[0];
        let mut state = 0x2545_F491_u32;
        let mut next = |below: usize| {
            state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            (state >> 16) as usize % below
        };
        let (mut quick, mut all) = (0, 0);
        for _ in 0..3_000 {
            let mut marks: Vec<Mark> = (0..12)
                .map(|at| {
                    let (kind, flags) = (KINDS[next(KINDS.len())], FLAGS[next(FLAGS.len())]);
                    let (prefix, ord) = (if kind.is_decimal() { next(2) as u32 } else { 0 }, (1 + next(4) as u32) << 6);
                    Mark::of(&Candidate { kind, flags, prefix, ord, start: at, end: at + 1, ..one }, next(3) as u8)
                })
                .collect();
            let mut slowly = marks.clone();
            let mut open = Open::new();
            for index in 0..slowly.len() {
                let before = (open.depths, open.lists.map(|list| list.map(|list| (list.prefix, list.ord))));
                quick += usize::from(open.goes_on(&slowly[index]));
                // What it did is undone, for the long way to do it.
                open.depths = before.0;
                for (list, before) in open.lists.iter_mut().zip(before.1) {
                    if let (Some(list), Some((prefix, ord))) = (list, before) {
                        (list.prefix, list.ord) = (prefix, ord);
                    }
                }
                open.take(&mut slowly, index);
            }
            all += slowly.len();
            lower(&mut marks);
            assert_eq!(marks, slowly);
        }
        assert!(quick > all / 50, "{quick} of {all}");
    }
}
