//! Numerals.

/// The largest value a numeral may have.
pub(crate) const MAX_VALUE: u32 = 99_999;
