//! Reads the outline (纲目) of Chinese plan, policy and legal text.

mod ast;
mod check;
mod chunks;
pub mod cookbook;
mod csv;
mod diagnostic;
mod doubt;
#[cfg(feature = "encoding")]
pub mod encoding;
mod ending;
mod explain;
mod gap;
mod label;
mod limits;
mod line_index;
mod lint;
mod markdown;
mod parsed;
mod render;
mod resolve;
mod rows;
mod scan;
#[cfg(feature = "schema")]
pub mod schema;
mod ser;
mod span;
mod split;
#[cfg(test)]
mod testing;
mod title;
mod tree;
#[cfg(feature = "tuning")]
#[doc(hidden)]
pub mod tuning;
mod walk;
mod weights;
mod work;

pub use ast::{Document, Form, MAX_DEPTH, MAX_PARTS, Marker, Number, Numeral, Section, Style, Unit};
pub use check::{Part, TreeError};
pub use chunks::{Chunk, ChunkMetadata, ChunkOptions};
pub use csv::Csv;
pub use diagnostic::{Code, Diagnostic, Fix, Message, Severity};
pub use explain::{Choice, Evidence, MOST_MARGINS, explain};
pub use limits::{LimitError, Limits, try_parse};
pub use line_index::{LineIndex, Position};
pub use lint::{LintOptions, Profile, apply_fixes};
pub use parsed::{LineBreaks, Options, Parsed, Parser, parse, parse_with};
pub use render::{Language, Renderer, SarifLog, printable, sarif};
pub use rows::Row;
pub use ser::{OffsetUnit, Offsets};
pub use span::Span;
pub use walk::{Place, Walk};
#[doc(hidden)]
pub use work::Work;

/// Keeps the example of the README true.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;
