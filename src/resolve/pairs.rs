//! Which style stood in which: pairs of kinds, numbered as a text shows them.
//!
//! ```text
//! （一） in 一、   1        a memory is a set of numbers: whether lists of a style stood in items of another
//! 1. in （一）     2        before is one bit of it
//! ```

use crate::scan::kind::{DECIMALS, Kind, is_decimal};

/// Kinds are below 64, and so is what stands for the document.
const KINDS: usize = 64;
/// As many numbers as a memory has bits.
const MOST: usize = 128;

/// The pairs that any hypothesis of a text has seen.
#[derive(Debug, Clone, Default)]
pub(super) struct Pairs {
    /// The number of each pair, a row for each child; 0 where it was never seen.
    numbers: Vec<[u8; KINDS]>,
    /// The parents in the pairs with each child, as sets of kinds.
    parents: Vec<u64>,
    /// The children in any pair.
    children: u64,
    /// How many numbers were given.
    given: u8,
}

impl Pairs {
    /// Forgets all.
    pub(super) fn clear(&mut self) {
        self.numbers.resize(KINDS, [0; KINDS]);
        self.parents.resize(KINDS, 0);
        while self.children != 0 {
            let child = self.children.trailing_zeros() as usize;
            self.children &= self.children - 1;
            if let (Some(row), Some(parents)) = (self.numbers.get_mut(child), self.parents.get_mut(child)) {
                row.fill(0);
                *parents = 0;
            }
        }
        self.given = 0;
    }

    /// The kinds of items that lists of a kind have stood in.
    #[inline]
    pub(super) fn parents(&self, child: Kind) -> u64 {
        self.parents.get(child as usize).copied().unwrap_or(0)
    }

    /// The numbers of all pairs with a child, by the kind of the parent.
    #[inline]
    pub(super) fn row(&self, child: Kind) -> &[u8; KINDS] {
        self.numbers.get(child as usize).unwrap_or(&[0; KINDS])
    }

    /// The number of a pair, 0 where it has none.
    #[inline]
    pub(super) fn number(&self, parent: u8, child: Kind) -> u8 {
        self.row(child).get(usize::from(parent)).copied().unwrap_or(0)
    }

    /// The number of a pair, which is given one where it has none. `None`: all are given.
    #[inline(never)]
    pub(super) fn numbered(&mut self, parent: u8, child: Kind) -> Option<u8> {
        let known = self.number(parent, child);
        if known != 0 {
            return Some(known);
        }
        if usize::from(self.given) + 1 == MOST {
            return None;
        }
        self.given += 1;
        self.children |= child.bit();
        let (row, parents) = (self.numbers.get_mut(child as usize)?, self.parents.get_mut(child as usize)?);
        let (first, last) = if is_decimal(parent) && !child.is_decimal() {
            // A plain list stands below the last decimal level, be that 1.1 in one place and 1.1.1 in the next.
            (DECIMALS.start, DECIMALS.end)
        } else {
            (parent, parent + 1)
        };
        for parent in first..last {
            *parents |= 1 << parent;
            *row.get_mut(usize::from(parent))? = self.given;
        }
        Some(self.given)
    }
}
