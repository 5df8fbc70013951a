//! Stage 1: bytes to places where a marker may stand.

pub(crate) mod marker;
pub(crate) mod numeral;
