//! Stage 1: bytes to places where a marker may stand.

pub(crate) mod numeral;
