//! The JSON shape, read back as a [`Document`].
//!
//! Text keys and unknown ones are skipped and nothing is borrowed, so that any reader will do. What
//! the tree could not hold or could not be dropped, printed and written with is refused while reading:
//! offsets in another unit, backward spans, sections deeper than [`MAX_DEPTH`]. Whether the tree
//! belongs to a text is for [`Document::check`] to say.

use std::fmt;

use serde::de::{DeserializeSeed, Error, IgnoredAny, MapAccess, SeqAccess, Visitor};
use serde::{Deserialize, Deserializer};

use super::{OffsetUnit, SCHEMA_VERSION};
use crate::{Document, Form, MAX_DEPTH, Marker, Number, Numeral, Section, Span, Style};

#[derive(Deserialize)]
#[serde(field_identifier, rename_all = "snake_case")]
enum DocumentKey {
    SchemaVersion,
    OffsetUnit,
    Span,
    Sections,
    Spans,
    #[serde(other)]
    Other,
}

#[derive(Deserialize)]
struct DocumentSpans {
    /// Not in JSON of before it was told from the preface.
    #[serde(default)]
    head: Span,
    title: Option<Span>,
    preface: Span,
    closing: Span,
}

impl<'de> Deserialize<'de> for Document {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(DocumentVisitor)
    }
}

struct DocumentVisitor;

impl<'de> Visitor<'de> for DocumentVisitor {
    type Value = Document;

    fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("a document")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Document, A::Error> {
        let (mut version, mut unit, mut span, mut sections, mut spans) = (None, None, None, None, None);
        while let Some(key) = map.next_key()? {
            match key {
                DocumentKey::SchemaVersion => version = Some(known_version(map.next_value()?)?),
                DocumentKey::OffsetUnit => unit = Some(in_bytes(map.next_value()?)?),
                DocumentKey::Span => span = Some(map.next_value::<Span>()?),
                DocumentKey::Sections => sections = Some(map.next_value_seed(Sections { level: 1 })?),
                DocumentKey::Spans => spans = Some(map.next_value::<DocumentSpans>()?),
                DocumentKey::Other => {
                    map.next_value::<IgnoredAny>()?;
                }
            }
        }
        needed(version, "schema_version")?;
        needed(unit, "offset_unit")?;
        let DocumentSpans { head, title, preface, closing } = needed(spans, "spans")?;
        Ok(Document {
            span: needed(span, "span")?,
            head,
            title,
            preface,
            sections: needed(sections, "sections")?,
            closing,
        })
    }
}

fn needed<T, E: Error>(value: Option<T>, key: &'static str) -> Result<T, E> {
    value.ok_or_else(|| E::missing_field(key))
}

fn known_version<E: Error>(version: u32) -> Result<(), E> {
    if version == SCHEMA_VERSION {
        return Ok(());
    }
    Err(E::custom(format_args!(
        "schema_version {version} is not known, only {SCHEMA_VERSION}: written by another version of gangmu?"
    )))
}

fn in_bytes<E: Error>(unit: OffsetUnit) -> Result<(), E> {
    if unit == OffsetUnit::Byte {
        return Ok(());
    }
    Err(E::custom(format_args!(
        "offset_unit is \"{}\", a document is read only with \"byte\": write it without another unit",
        unit.name()
    )))
}

struct Sections {
    level: usize,
}

impl<'de> DeserializeSeed<'de> for Sections {
    type Value = Vec<Section>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Vec<Section>, D::Error> {
        deserializer.deserialize_seq(self)
    }
}

impl<'de> Visitor<'de> for Sections {
    type Value = Vec<Section>;

    fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("a list of sections")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Vec<Section>, A::Error> {
        let mut sections = Vec::new();
        while let Some(section) = seq.next_element_seed(OneSection { level: self.level })? {
            sections.push(section);
        }
        Ok(sections)
    }
}

#[derive(Deserialize)]
#[serde(field_identifier, rename_all = "snake_case")]
enum SectionKey {
    Marker,
    Children,
    Inline,
    Confidence,
    Span,
    Spans,
    #[serde(other)]
    Other,
}

#[derive(Deserialize)]
struct SectionSpans {
    marker: Span,
    heading: Option<Span>,
    body: Span,
    tail: Span,
}

#[derive(Deserialize)]
struct OneMarker {
    form: Form,
    numeral: Numeral,
    number: Number,
    recovered: bool,
}

impl OneMarker {
    fn at(self, span: Span) -> Marker {
        let Self { form, numeral, number, recovered } = self;
        // Fits: a number has at most five parts.
        let parts = if form == Form::Decimal { u8::try_from(number.len()).unwrap_or(1) } else { 1 };
        Marker { span, style: Style { form, numeral, parts }, number, recovered }
    }
}

struct OneSection {
    level: usize,
}

impl<'de> DeserializeSeed<'de> for OneSection {
    type Value = Section;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Section, D::Error> {
        if self.level > MAX_DEPTH {
            return Err(D::Error::custom(format_args!("sections lie at most {MAX_DEPTH} levels deep")));
        }
        deserializer.deserialize_map(self)
    }
}

impl<'de> Visitor<'de> for OneSection {
    type Value = Section;

    fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("a section")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Section, A::Error> {
        let (mut marker, mut children, mut inline, mut confidence) = (None, None, None, None);
        let (mut span, mut spans) = (None, None);
        while let Some(key) = map.next_key()? {
            match key {
                SectionKey::Marker => marker = Some(map.next_value::<OneMarker>()?),
                SectionKey::Children => children = Some(map.next_value_seed(Sections { level: self.level + 1 })?),
                SectionKey::Inline => inline = Some(map.next_value()?),
                SectionKey::Confidence => confidence = Some(percentage(map.next_value()?)?),
                SectionKey::Span => span = Some(map.next_value::<Span>()?),
                SectionKey::Spans => spans = Some(map.next_value::<SectionSpans>()?),
                SectionKey::Other => {
                    map.next_value::<IgnoredAny>()?;
                }
            }
        }
        let spans = needed(spans, "spans")?;
        Ok(Section {
            span: needed(span, "span")?,
            marker: needed(marker, "marker")?.at(spans.marker),
            heading: spans.heading,
            body: spans.body,
            children: needed(children, "children")?,
            tail: spans.tail,
            inline: needed(inline, "inline")?,
            confidence: needed(confidence, "confidence")?,
        })
    }
}

fn percentage<E: Error>(confidence: u8) -> Result<u8, E> {
    if confidence <= 100 { Ok(confidence) } else { Err(E::custom("confidence is 0 to 100")) }
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use crate::testing::{PLAN, plan};
    use crate::{Document, Form, MAX_DEPTH, Number, Numeral, OffsetUnit, Parsed, Style, parse};

    fn written() -> Value {
        serde_json::to_value(Parsed::of_parts(PLAN, plan(), false)).unwrap()
    }

    fn refused(change: impl FnOnce(&mut Value)) -> String {
        let mut json = written();
        change(&mut json);
        let by_value = serde_json::from_value::<Document>(json.clone()).unwrap_err().to_string();
        let by_text = serde_json::from_str::<Document>(&json.to_string()).unwrap_err().to_string();
        assert!(by_text.starts_with(&by_value), "{by_text} / {by_value}");
        by_value
    }

    #[test]
    fn every_reader_gives_the_same_tree_back() {
        let mut document = plan();
        document.sections[0].marker.style = Style::new(Form::Decimal, Numeral::Arabic, 3);
        document.sections[0].marker.number = Number::new(&[1, 2, 3]).unwrap();
        document.sections[0].inline = true;
        document.sections[0].confidence = 7;
        for document in [document, plan()] {
            let parsed = Parsed::of_parts(PLAN, document.clone(), false);
            let text = serde_json::to_string(&parsed).unwrap();
            assert_eq!(serde_json::from_str::<Document>(&text).unwrap(), document);
            assert_eq!(serde_json::from_reader::<_, Document>(text.as_bytes()).unwrap(), document);
            assert_eq!(serde_json::from_value::<Document>(serde_json::to_value(&parsed).unwrap()).unwrap(), document);
        }
        let parsed = parse("今天。");
        assert_eq!(
            serde_json::from_str::<Document>(&serde_json::to_string(&parsed).unwrap()).unwrap(),
            *parsed.document()
        );
    }

    #[test]
    fn text_and_unknown_keys_do_not_matter() {
        let mut json = written();
        json["title"] = json!(["not", {"even": "text"}]);
        json["new_key"] = json!({"span": 1});
        json["sections"][0].as_object_mut().unwrap().remove("heading");
        json["sections"][0]["marker"]["text"] = json!(null);
        json["sections"][0]["level"] = json!(99);
        json["sections"][0]["spans"]["new_key"] = json!([]);
        assert_eq!(serde_json::from_value::<Document>(json).unwrap(), plan());
    }

    #[test]
    fn another_unit_is_refused() {
        let parsed = Parsed::of_parts(PLAN, plan(), false);
        for unit in [OffsetUnit::Char, OffsetUnit::Utf16] {
            let text = serde_json::to_string(&parsed.with_offsets(unit)).unwrap();
            let error = serde_json::from_str::<Document>(&text).unwrap_err().to_string();
            assert!(error.contains("a document is read only with \"byte\""), "{error}");
        }
        assert!(
            refused(|json| json["offset_unit"] = json!("word")).contains("expected one of `byte`, `char`, `utf16`")
        );
    }

    #[test]
    fn what_no_tree_can_hold_is_refused() {
        assert!(refused(|json| json["schema_version"] = json!(2)).contains("schema_version 2 is not known"));
        assert!(refused(|json| json["span"] = json!({"start": 2, "end": 1})).contains("ends before it starts"));
        assert!(refused(|json| json["spans"]["preface"]["end"] = json!(-1)).contains("-1"));
        assert!(refused(|json| json["spans"]["preface"]["end"] = json!(1_u64 << 32)).contains("4294967296"));
        assert!(refused(|json| json["sections"][0]["marker"]["number"] = json!([])).contains("1 to 5 parts"));
        assert!(
            refused(|json| json["sections"][0]["marker"]["form"] = json!("roof")).contains("unknown variant `roof`")
        );
        assert!(refused(|json| json["sections"][0]["confidence"] = json!(101)).contains("0 to 100"));
        for key in ["schema_version", "offset_unit", "span", "sections", "spans"] {
            let error = refused(|json| drop(json.as_object_mut().unwrap().remove(key)));
            assert_eq!(error, format!("missing field `{key}`"));
        }
        for key in ["marker", "children", "inline", "confidence", "span", "spans"] {
            let error = refused(|json| drop(json["sections"][0].as_object_mut().unwrap().remove(key)));
            assert_eq!(error, format!("missing field `{key}`"));
        }
    }

    fn nested(levels: usize) -> Value {
        let section = &written()["sections"][1];
        let mut sections = json!([]);
        for _ in 0..levels {
            let mut outer = section.clone();
            outer["children"] = sections;
            sections = json!([outer]);
        }
        let mut json = written();
        json["sections"] = sections;
        json
    }

    #[test]
    fn the_deepest_tree_is_read_and_a_deeper_one_is_not() {
        let deepest = serde_json::from_str::<Document>(&nested(MAX_DEPTH).to_string()).unwrap();
        assert_eq!(deepest.walk().map(|place| place.depth()).max(), Some(MAX_DEPTH));
        let error = serde_json::from_str::<Document>(&nested(MAX_DEPTH + 1).to_string()).unwrap_err().to_string();
        assert!(error.starts_with("sections lie at most 16 levels deep"), "{error}");
    }
}
