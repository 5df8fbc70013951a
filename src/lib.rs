//! Reads the outline (纲目) of Chinese plan, policy and legal text: raw text in, a typed tree of numbered sections
//! out, line breaks or not.
//!
//! ```
//! let parsed = gangmu::parse("工作方案一、抓统筹1完善机制。每月调度。2.强队伍。二、严考核。投资3.5亿元。");
//! let headings: Vec<_> = parsed.document().walk().filter_map(|place| place.section.heading).collect();
//! let headings: Vec<_> = headings.into_iter().map(|heading| parsed.text_of(heading)).collect();
//! assert_eq!(headings, ["抓统筹", "完善机制", "强队伍", "严考核"]);
//! ```
//!
//! | to | look at |
//! | --- | --- |
//! | read a text | [`parse`], [`parse_with`], [`Parser`], [`try_parse`] with [`Limits`] |
//! | walk the tree | [`Document`], [`Section`], [`Document::walk`], [`Document::section_at`] |
//! | hand it on | [`Parsed::rows`] and [`Csv`], [`Parsed::chunks`], [`Parsed::markdown`], [`Parsed::write_json`] |
//! | find faults in the numbering | [`Parsed::lint`], [`apply_fixes`], [`Renderer`], [`sarif`] |
//! | know why | [`explain`], [`Section::confidence`] |
//!
//! Recipes for all of this: [`cookbook`].
//!
//! Features: `encoding` (bytes of other encodings), `schema` (JSON Schemas of what is written), `cli` (the program
//! `gangmu`). Each adds and none changes.
#![cfg_attr(docsrs, feature(doc_cfg))] // items of a feature say so on docs.rs

mod ast;
mod check;
mod chunks;
mod closed_up;
pub mod cookbook;
mod csv;
mod diagnostic;
mod doubt;
#[cfg(feature = "encoding")]
pub mod encoding;
mod ending;
mod explain;
mod gap;
mod heading_end;
mod label;
mod limits;
mod line_index;
mod lint;
mod markdown;
mod markup;
mod parsed;
mod pattern;
mod render;
mod resolve;
mod rows;
mod scan;
#[cfg(feature = "schema")]
pub mod schema;
mod seek;
mod ser;
mod span;
mod split;
mod subdocuments;
mod table_of_contents;
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
pub use heading_end::HeadingEnd;
pub use limits::{LimitError, Limits, try_parse};
pub use line_index::{LineIndex, Position};
pub use lint::{LintOptions, Profile, apply_fixes};
pub use parsed::{LineBreaks, Options, Parsed, Parser, parse, parse_with};
pub use render::{Language, Renderer, SarifLog, printable, sarif};
pub use rows::Row;
pub use ser::{OffsetUnit, Offsets};
pub use span::Span;
pub use subdocuments::Subdocument;
pub use walk::{Place, Walk};
#[doc(hidden)]
pub use work::Work;

/// Keeps the example of the README true.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;
