//! The JSON shape, written here and read in [`read`].
//!
//! ```text
//! { "schema_version": 1, "offset_unit": "byte", "span": {"start", "end"},
//!   "head", "title", "preface",                            text, or null
//!   "sections": [
//!     { "marker": {"text", "form", "numeral", "number": [1], "recovered"},
//!       "heading", "heading_end", "body", "children": [ … ], "tail",      text, or null
//!       "level", "inline", "confidence", "span",
//!       "spans": {"marker", "heading", "body", "tail"} } ],
//!   "closing", "subdocuments": [ {"title", "span", "spans": {"title"}} ],
//!   "spans": {"head", "title", "preface", "contents", "closing"} }
//! ```
//!
//! Text first, machinery last, so that a person can read a section. Every key is always there, `null`
//! for none. Of text and spans, only the spans are read back. `level` counts from 1; `parts` of a
//! style is not written, as the number has it.

mod names;
mod offsets;
mod read;
mod write;

use std::cell::Cell;

use serde::ser::SerializeStruct;
use serde::{Serialize, Serializer};

pub use offsets::{OffsetUnit, Offsets};

use crate::{Form, Number, Numeral, Parsed, Section, Span};

/// Grows when a reader of the shape has to change.
const SCHEMA_VERSION: u32 = 1;

impl Parsed<'_> {
    /// The same JSON with offsets in another unit, for programs that count so: `char` for Python,
    /// `utf16` for JavaScript and Java. Such JSON cannot be read back as a [`crate::Document`].
    ///
    /// ```
    /// use gangmu::OffsetUnit;
    /// let parsed = gangmu::parse("你好");
    /// let json = serde_json::to_value(parsed.with_offsets(OffsetUnit::Char)).unwrap();
    /// assert_eq!(json["offset_unit"], "char");
    /// assert_eq!(json["span"]["end"], 2);
    /// ```
    #[must_use]
    pub const fn with_offsets(&self, unit: OffsetUnit) -> impl Serialize {
        InUnit { parsed: self, unit }
    }
}

impl Serialize for Parsed<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.with_offsets(OffsetUnit::Byte).serialize(serializer)
    }
}

struct InUnit<'p, 's> {
    parsed: &'p Parsed<'s>,
    unit: OffsetUnit,
}

impl Serialize for InUnit<'_, '_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let document = self.parsed.document();
        let out = Out { parsed: self.parsed, offsets: Cell::new(Offsets::new(self.parsed.text(), self.unit)) };
        // Offsets are turned into the unit in text order, in one pass: so each is taken when its turn
        // has come, and kept until it is written.
        let start = out.at(document.span.start);
        let head = out.span(document.head);
        let title = document.title.map(|title| out.span(title));
        let preface = out.span(document.preface);
        let end = Offsets::new(self.parsed.text(), self.unit).at(document.span.end);
        let contents = contents_in(self.parsed, self.unit);

        let mut json = serializer.serialize_struct("Document", 11)?;
        json.serialize_field("schema_version", &SCHEMA_VERSION)?;
        json.serialize_field("offset_unit", &self.unit)?;
        json.serialize_field("span", &Span::new(start, end))?;
        json.serialize_field("head", out.text(document.head))?;
        json.serialize_field("title", &document.title.map(|title| out.text(title)))?;
        json.serialize_field("preface", out.text(document.preface))?;
        json.serialize_field("sections", &Sections { sections: &document.sections, level: 1, out: &out })?;
        json.serialize_field("closing", out.text(document.closing))?;
        json.serialize_field("subdocuments", &Subdocuments { parsed: self.parsed, unit: self.unit })?;
        json.serialize_field(
            "spans",
            &DocumentSpans { head, title, preface, contents, closing: out.span(document.closing) },
        )?;
        json.end()
    }
}

/// The table of contents, which lies before the end of `preface`, so that it needs a counter of its own.
fn contents_in(parsed: &Parsed<'_>, unit: OffsetUnit) -> Option<Span> {
    let contents = parsed.contents()?;
    let mut offsets = Offsets::new(parsed.text(), unit);
    let start = offsets.at(contents.start);
    Some(Span::new(start, offsets.at(contents.end)))
}

struct Subdocuments<'p, 's> {
    parsed: &'p Parsed<'s>,
    unit: OffsetUnit,
}

impl Serialize for Subdocuments<'_, '_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        // They lie before the end of the sections, so that another counter goes on with them in text order.
        let mut offsets = Offsets::new(self.parsed.text(), self.unit);
        let mut in_unit = |span: Span| {
            let start = offsets.at(span.start);
            Span::new(start, offsets.at(span.end))
        };
        serializer.collect_seq(self.parsed.subdocuments().into_iter().map(|one| {
            let title = in_unit(one.title);
            OneSubdocument {
                title: self.parsed.text_of(one.title),
                span: in_unit(one.span),
                spans: SubdocumentSpans { title },
            }
        }))
    }
}

#[derive(Serialize)]
struct OneSubdocument<'a> {
    title: &'a str,
    span: Span,
    spans: SubdocumentSpans,
}

#[derive(Serialize)]
struct SubdocumentSpans {
    title: Span,
}

/// What the writers of all parts share.
struct Out<'p, 's> {
    parsed: &'p Parsed<'s>,
    offsets: Cell<Offsets<'s>>,
}

impl<'s> Out<'_, 's> {
    fn text(&self, span: Span) -> &'s str {
        self.parsed.text_of(span)
    }

    fn at(&self, byte: u32) -> u32 {
        let mut offsets = self.offsets.get();
        let there = offsets.at(byte);
        self.offsets.set(offsets);
        there
    }

    fn span(&self, span: Span) -> Span {
        let start = self.at(span.start);
        Span::new(start, self.at(span.end))
    }
}

struct Sections<'a> {
    sections: &'a [Section],
    level: usize,
    out: &'a Out<'a, 'a>,
}

impl Serialize for Sections<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Self { sections, level, out } = *self;
        serializer.collect_seq(sections.iter().map(|section| OneSection { section, level, out }))
    }
}

struct OneSection<'a> {
    section: &'a Section,
    level: usize,
    out: &'a Out<'a, 'a>,
}

impl Serialize for OneSection<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Self { section, level, out } = *self;
        let start = out.at(section.span.start);
        let marker = out.span(section.marker.span);
        let heading = section.heading.map(|heading| out.span(heading));
        let body = out.span(section.body);

        let mut json = serializer.serialize_struct("Section", 11)?;
        json.serialize_field(
            "marker",
            &OneMarker {
                text: out.text(section.marker.span),
                sign: section.sign(out.parsed.text()),
                form: section.marker.style.form,
                numeral: section.marker.style.numeral,
                number: section.marker.number,
                recovered: section.marker.recovered,
            },
        )?;
        json.serialize_field("heading", &section.heading.map(|heading| out.text(heading)))?;
        json.serialize_field("heading_end", &section.heading_end(out.parsed.text()))?;
        json.serialize_field("body", out.text(section.body))?;
        json.serialize_field("children", &Sections { sections: &section.children, level: level + 1, out })?;
        let tail = out.span(section.tail);
        json.serialize_field("tail", out.text(section.tail))?;
        json.serialize_field("level", &level)?;
        json.serialize_field("inline", &section.inline)?;
        json.serialize_field("confidence", &section.confidence)?;
        json.serialize_field("span", &Span::new(start, out.at(section.span.end)))?;
        json.serialize_field("spans", &SectionSpans { marker, heading, body, tail })?;
        json.end()
    }
}

#[derive(Serialize)]
struct OneMarker<'a> {
    text: &'a str,
    sign: Option<&'a str>,
    form: Form,
    numeral: Numeral,
    number: Number,
    recovered: bool,
}

#[derive(Serialize)]
struct DocumentSpans {
    head: Span,
    title: Option<Span>,
    preface: Span,
    contents: Option<Span>,
    closing: Span,
}

#[derive(Serialize)]
struct SectionSpans {
    marker: Span,
    heading: Option<Span>,
    body: Span,
    tail: Span,
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use crate::testing::{PLAN, plan};
    use crate::{OffsetUnit, Parsed, parse};

    fn parsed() -> Parsed<'static> {
        Parsed::of_parts(PLAN, plan(), false)
    }

    #[test]
    fn a_section_reads_text_first() {
        let json = serde_json::to_string(&parsed()).unwrap();
        let first = r#"{"schema_version":1,"offset_unit":"byte","span":{"start":0,"end":139},"head":"","title":"全市工作要点","preface":"各县𠀀局：","sections":[{"marker":{"text":"一、","sign":null,"form":"dun","numeral":"chinese","number":[1],"recovered":false},"heading":"抓统筹","heading_end":"next","body":"","children":[{"marker":{"text":"1","sign":null,"form":"dot","numeral":"arabic","number":[1],"recovered":true},"heading":"建机制","heading_end":"stop","body":"每月调度。","children":[],"tail":"","level":2,"inline":false,"confidence":100,"span":{"start":50,"end":78},"spans":{"marker":{"start":50,"end":51},"heading":{"start":51,"end":60},"body":{"start":63,"end":78},"tail":{"start":78,"end":78}}}"#;
        assert!(json.starts_with(first), "{json}");
        assert!(json.ends_with(r#""closing":"特此通知。","subdocuments":[],"spans":{"head":{"start":0,"end":0},"title":{"start":0,"end":18},"preface":{"start":19,"end":35},"contents":null,"closing":{"start":124,"end":139}}}"#), "{json}");
    }

    #[test]
    fn what_is_not_there_is_null() {
        let json = serde_json::to_value(parse("")).unwrap();
        let empty = json!({"start": 0, "end": 0});
        assert_eq!(
            json,
            json!({
                "schema_version": 1, "offset_unit": "byte", "span": empty, "head": "", "title": null, "preface": "", "sections": [],
                "closing": "", "subdocuments": [],
                "spans": {"head": empty, "title": null, "preface": empty, "contents": null, "closing": empty},
            })
        );
    }

    /// Every span of the JSON, in the order of its keys.
    fn spans<'j>(json: &'j Value, into: &mut Vec<&'j Value>) {
        match json {
            Value::Object(object) if object.contains_key("start") => into.push(json),
            Value::Object(object) => object.values().for_each(|value| spans(value, into)),
            Value::Array(array) => array.iter().for_each(|value| spans(value, into)),
            _ => {}
        }
    }

    #[test]
    fn offsets_in_other_units_are_those_of_the_same_bytes() {
        let parsed = parsed();
        let bytes = serde_json::to_value(&parsed).unwrap();
        let mut in_bytes = Vec::new();
        spans(&bytes, &mut in_bytes);
        assert!(in_bytes.len() > 20);
        for unit in [OffsetUnit::Char, OffsetUnit::Utf16] {
            let other = serde_json::to_value(parsed.with_offsets(unit)).unwrap();
            assert_eq!(other["offset_unit"], unit.name());
            let mut in_unit = Vec::new();
            spans(&other, &mut in_unit);
            assert_eq!(in_unit.len(), in_bytes.len());
            for (byte, there) in in_bytes.iter().zip(in_unit) {
                for end in ["start", "end"] {
                    let before = &PLAN[..usize::try_from(byte[end].as_u64().unwrap()).unwrap()];
                    let count =
                        if unit == OffsetUnit::Char { before.chars().count() } else { before.encode_utf16().count() };
                    assert_eq!(there[end], count);
                }
            }
        }
    }
}
