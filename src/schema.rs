//! JSON Schema (draft 2020-12) of everything that is written; feature `schema`.
//!
//! The shapes stand here as plain types, apart from the writer, so that a change of the writer that
//! changes the shape fails a test instead of changing the schema silently. The schemas committed under
//! `schema/` are what these functions give.
//!
//! ```
//! let schema = gangmu::schema::document();
//! assert_eq!(schema.get("title").unwrap(), "Document");
//! ```

#![allow(dead_code)] // the fields are read by the derive alone

use schemars::generate::SchemaSettings;
use schemars::{JsonSchema, Schema};

use crate::{Form, HeadingEnd, Numeral, OffsetUnit};

/// Every schema with the name of its file under `schema/`.
#[must_use]
pub fn all() -> [(&'static str, Schema); 4] {
    [
        ("document.v1.json", document()),
        ("jsonl.v1.json", jsonl()),
        ("row.v1.json", of::<crate::Row<'static>>()),
        ("chunk.v1.json", of::<crate::Chunk>()),
    ]
}

/// The schema of a document.
#[must_use]
pub fn document() -> Schema {
    of::<Document>()
}

/// The schema of a line that the filter `jsonl` writes.
#[must_use]
pub fn jsonl() -> Schema {
    of::<Line>()
}

fn of<T: JsonSchema>() -> Schema {
    // The shape as written: a key that may be null is there all the same.
    SchemaSettings::draft2020_12().for_serialize().into_generator().into_root_schema_for::<T>()
}

/// The outline of a text.
#[derive(JsonSchema)]
struct Document {
    /// Grows when a reader of the shape has to change.
    #[schemars(extend("const" = 1))]
    schema_version: u32,
    /// What the offsets count.
    offset_unit: OffsetUnit,
    /// The whole text.
    span: Span,
    /// What stands before the title.
    head: String,
    /// The title.
    title: Option<String>,
    /// What stands before the first marker.
    preface: String,
    /// The sections of the first level.
    sections: Vec<Section>,
    /// What closes the text and belongs to no section.
    closing: String,
    /// The documents inside the text: annexes, samples of a collection, the next of several. Their sections stand among
    /// those of the first level.
    subdocuments: Vec<Subdocument>,
    /// Where the parts stand.
    spans: DocumentSpans,
}

/// A piece of the text; `start` included, `end` excluded.
#[derive(JsonSchema)]
struct Span {
    /// First offset.
    start: u32,
    /// Offset behind the last.
    end: u32,
}

/// Where the parts of a document stand.
#[derive(JsonSchema)]
struct DocumentSpans {
    head: Span,
    title: Option<Span>,
    preface: Span,
    /// The table of contents, inside of `head` or `preface`.
    contents: Option<Span>,
    closing: Span,
}

/// A document inside the text.
#[derive(JsonSchema)]
struct Subdocument {
    /// Its title, with the number of the annex or sample.
    title: String,
    /// From its title to that of the next, or to the end of the text.
    span: Span,
    /// Where the parts stand.
    spans: SubdocumentSpans,
}

/// Where the parts of a document inside the text stand.
#[derive(JsonSchema)]
struct SubdocumentSpans {
    title: Span,
}

/// One numbered item.
#[derive(JsonSchema)]
struct Section {
    /// The number in front.
    marker: Marker,
    /// The heading, without the stop behind it.
    heading: Option<String>,
    /// How the end of the heading shows in the text; `unmarked`: it does not, and was weighed.
    heading_end: Option<HeadingEnd>,
    /// The text between heading and first child.
    body: String,
    /// The sections inside this one.
    children: Vec<Section>,
    /// What stands behind the last child.
    tail: String,
    /// How deep the section lies, from 1.
    #[schemars(range(min = 1, max = 16))]
    level: u8,
    /// Whether the marker stands inside a line or sentence.
    inline: bool,
    /// How sure marker and place are.
    #[schemars(range(max = 100))]
    confidence: u8,
    /// From the marker to the end of the tail.
    span: Span,
    /// Where the parts stand.
    spans: SectionSpans,
}

/// A marker as it stands in the text and as it is understood.
#[derive(JsonSchema)]
struct Marker {
    /// As it stands in the text.
    text: String,
    /// The sign before it: ★ and ▲ by which tenders say which items must be met or count much, or a bullet.
    sign: Option<String>,
    /// The shape around the numeral.
    form: Form,
    /// The kind of numeral.
    numeral: Numeral,
    /// The number: `[10, 1]` for 第十条之一.
    #[schemars(length(min = 1, max = 5))]
    number: Vec<u32>,
    /// Whether the delimiter is not in the text.
    recovered: bool,
}

/// Where the parts of a section stand.
#[derive(JsonSchema)]
struct SectionSpans {
    marker: Span,
    heading: Option<Span>,
    body: Span,
    tail: Span,
}

/// A line of the filter `jsonl`: the fields of the line read, and one of these.
#[derive(JsonSchema)]
#[schemars(untagged)]
enum Line {
    /// The line was read; other fields are handed on.
    Good {
        /// The outline of the field `text`.
        gangmu: Document,
    },
    /// The same with `--outline`.
    Outline(Outline),
    /// The line could not be read; its other fields are handed on, where it has any.
    Bad {
        /// Which line of the input, from 1; only where it was asked for.
        #[schemars(with = "u64", skip_serializing_if = "Option::is_none")]
        line: Option<u64>,
        /// How the line begins, where it is no JSON object.
        #[schemars(with = "String", skip_serializing_if = "Option::is_none")]
        input: Option<String>,
        /// Why.
        error: Bad,
    },
}

/// Where the sections start and how they hang together; offsets in characters.
#[derive(JsonSchema)]
struct Outline {
    /// Where the title ends; 0 for none.
    title_end: u32,
    /// The sections in text order.
    outline: Vec<Item>,
}

/// One section.
#[derive(JsonSchema)]
struct Item {
    /// Where the marker starts.
    start: u32,
    /// Index of the item around this one.
    parent: Option<usize>,
    /// Where the heading ends.
    title_end: Option<u32>,
    /// The marker as it stands in the text.
    marker: String,
    /// The number.
    #[schemars(length(min = 1, max = 5))]
    number: Vec<u32>,
    /// The shape of the marker.
    form: Form,
}

/// Why a line could not be read.
#[derive(JsonSchema)]
struct Bad {
    /// In kebab-case.
    code: String,
    /// For people.
    message: String,
}
