//! For the people who keep the crate: the search with other weights, and every weight by name.
//!
//! Behind the feature `tuning`, used by `examples/tune.rs`; no part of the crate's API, and without
//! any promise.

use crate::parsed::layout;
use crate::resolve::{Beam, Search, resolve};
use crate::scan::evidence::{self, Layout};
use crate::scan::{Scan, scan};
use crate::weights::{DEFAULT, TABLE, Weights};
use crate::{Options, weights};

/// A text that was scanned once, to be searched many times.
#[derive(Debug, Clone)]
pub struct Scanned {
    scan: Scan,
    layout: Layout,
}

/// A set of weights.
#[derive(Debug, Clone)]
pub struct Table(Weights);

impl Default for Table {
    fn default() -> Self {
        Self(DEFAULT)
    }
}

impl Table {
    /// How many weights there are.
    #[must_use]
    pub const fn len() -> usize {
        weights::COUNT
    }

    /// Name of a weight.
    #[must_use]
    pub fn name(index: usize) -> String {
        TABLE.get(index).map(|row| format!("{:?}", row.0)).unwrap_or_default()
    }

    /// Value of a weight.
    #[must_use]
    pub fn get(&self, index: usize) -> i16 {
        self.0.get(index)
    }

    /// Changes a weight.
    pub fn set(&mut self, index: usize, value: i16) {
        self.0.set(index, value);
    }
}

impl Scanned {
    /// Scans a text.
    #[must_use]
    pub fn new(text: &str) -> Self {
        let mut found = Scan::default();
        scan(text, &mut found);
        crate::scan::wanted::add(text, &mut found);
        crate::scan::contents::mark(text, &mut found);
        let layout = layout(text, found.breaks, &found.candidates, &Options::new());
        crate::scan::bulleted::mark(text, &mut found.candidates);
        Self { scan: found, layout }
    }

    /// Start of each marker in bytes, and the index of its parent.
    pub fn outline(&mut self, table: &Table) -> Vec<(u32, Option<usize>)> {
        let (mut search, mut marks) = (Search::default(), Vec::new());
        evidence::weigh(&mut self.scan.candidates, self.layout, &table.0, &mut evidence::Known::default());
        resolve(&self.scan, self.layout, &table.0, &Beam::DEFAULT, &mut search, &mut marks);
        let mut path: Vec<(u8, usize)> = Vec::new();
        let mut found = Vec::new();
        for mark in &marks {
            while path.last().is_some_and(|&(depth, _)| depth >= mark.depth) {
                path.pop();
            }
            found.push((mark.start, path.last().map(|&(_, index)| index)));
            path.push((mark.depth, found.len() - 1));
        }
        found
    }
}
