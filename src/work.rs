//! How much work a text took: [`Work`], for the tests that hold time and memory linear.
//!
//! Clocks are noisy, counts are not: when a text doubles, every count may at most double.

/// What the last text cost. No part of the crate's promises: numbers change with every version.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Work {
    /// Readings of places where a marker may stand.
    pub candidates: u64,
    /// Stops and line breaks noted.
    pub stops: u64,
    /// Pairs of a hypothesis and a reading looked at.
    pub expanded: u64,
    /// Markers taken.
    pub marks: u64,
    /// Bytes the scan walked over, the text and around each place again: spans are counted as wholes.
    pub looked: u64,
    /// Bytes read again for headings and tails; depends on the outline.
    pub read: u64,
}
