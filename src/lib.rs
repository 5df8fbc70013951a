//! Reads the outline (纲目) of Chinese plan, policy and legal text.

mod ast;
mod scan;
mod span;

pub use ast::{Document, Form, MAX_DEPTH, MAX_PARTS, Marker, Number, Numeral, Section, Style, Unit};
pub use span::Span;
