//! The JSON Lines filter: one line out for each line in, in the same order.
//!
//! ```text
//! in    {"id": 7, "text": "一、目标。"}      out   {"id": 7, "gangmu": {the outline}}
//! in    {"id": 8}                           out   {"id": 8, "error": {"code", "message"}}
//! in    {"id": 9                            out   {"input": "{\"id\": 9", "error": {"code", "message"}}
//! ```
//!
//! A bad line becomes a record with an error, and the rest goes on. What is written for a line depends on that line
//! alone, so that an input cut into parts gives the same bytes as in one piece: the number of a bad line stands
//! in its record only where it is asked for. Holds one line at a time. Part of the program `gangmu jsonl`
//! and of the example of the same name.

use std::fmt;
use std::io::{self, BufRead, Write};
use std::panic::{AssertUnwindSafe, catch_unwind};

use gangmu::{OffsetUnit, Offsets, Options, Parsed, Parser};
use serde::de::{MapAccess, Visitor};
use serde::ser::SerializeMap;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use serde_json::ser::Formatter;
use serde_json::value::RawValue;

/// What is written for each line.
#[derive(Clone, Copy, Default)]
pub(crate) struct Mode {
    /// Only where the markers are, offsets in characters.
    pub(crate) outline: bool,
    /// Keep the field `text`.
    pub(crate) keep_text: bool,
    /// Put the number of a bad line into its record.
    pub(crate) line_numbers: bool,
    /// The unit of offsets in the whole outline.
    pub(crate) offsets: OffsetUnit,
    pub(crate) options: Options,
}

impl Mode {
    /// Whether a field of the input is handed on.
    fn keeps(self, key: &str) -> bool {
        let written = if self.outline { matches!(key, "title_end" | "outline") } else { key == "gangmu" };
        !written && (key != "text" || self.keep_text)
    }
}

/// The lines that were bad.
#[derive(Clone, Copy, Default)]
pub(crate) struct Faults {
    count: u64,
    /// The first of them, from 1.
    first: u64,
}

impl Faults {
    /// Whether there are any.
    pub(crate) const fn any(self) -> bool {
        self.count > 0
    }
}

/// For people: how many, and where to look.
impl fmt::Display for Faults {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { count, first } = self;
        write!(out, "{count} 行有误，最先是第 {first} 行（bad lines: {count}, the first is line {first}）")
    }
}

/// Why the filter stopped.
pub(crate) enum Stopped {
    Input(io::Error),
    Output(io::Error),
}

/// Filters all lines, and says which were bad.
pub(crate) fn filter(mut input: impl BufRead, mut output: impl Write, mode: Mode) -> Result<Faults, Stopped> {
    let mut parser = Parser::new(mode.options);
    let (mut line, mut out) = (Vec::new(), Vec::new());
    let mut faults = Faults::default();
    for number in 1_u64.. {
        line.clear();
        if input.read_until(b'\n', &mut line).map_err(Stopped::Input)? == 0 {
            break;
        }
        let record = record(&line, number == 1);
        // A panic must not cost the rest of the file. The parser's buffers are no longer to be trusted.
        let result = catch_unwind(AssertUnwindSafe(|| convert(record, mode, &mut parser, &mut out)));
        let result = result.unwrap_or_else(|_| {
            parser = Parser::new(mode.options);
            Err(Bad::new("panic", "解析时出错，请报告此行", "a bug in gangmu, please report this line"))
        });
        if let Err(error) = result {
            faults = Faults { count: faults.count + 1, first: if faults.any() { faults.first } else { number } };
            let line = mode.line_numbers.then_some(number);
            write_json(&BadLine { line, record, mode, error }, &mut out).map_err(Stopped::Output)?;
        }
        out.push(b'\n');
        output.write_all(&out).map_err(Stopped::Output)?;
    }
    output.flush().map_err(Stopped::Output)?;
    Ok(faults)
}

/// A line without what is around it: the line break, and before the first a byte order mark. Programs that cut
/// the input into parts take these off as well.
pub(crate) fn record(line: &[u8], first: bool) -> &[u8] {
    let line = line.strip_suffix(b"\n").unwrap_or(line);
    let line = line.strip_suffix(b"\r").unwrap_or(line);
    line.strip_prefix("\u{FEFF}".as_bytes()).filter(|_| first).unwrap_or(line)
}

/// What is written for a line that could not be read: its other fields, or else how it begins.
struct BadLine<'l> {
    line: Option<u64>,
    record: &'l [u8],
    mode: Mode,
    error: Bad,
}

/// Why a line could not be read.
#[derive(Serialize)]
pub(crate) struct Bad {
    code: &'static str,
    pub(crate) message: String,
}

/// How much is shown of a line that is no JSON: enough to find it again.
const SHOWN: usize = 200;

impl Serialize for BadLine<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut json = serializer.serialize_map(None)?;
        if let Some(line) = self.line {
            json.serialize_entry("line", &line)?;
        }
        match str::from_utf8(self.record).ok().and_then(|line| serde_json::from_str::<Fields<'_>>(line).ok()) {
            Some(fields) => {
                let taken = |key: &str| key == "error" || key == "line" && self.line.is_some();
                for (key, value) in fields.0.iter().filter(|(key, _)| self.mode.keeps(key) && !taken(key)) {
                    json.serialize_entry(key, value)?;
                }
            }
            None => {
                // A character has four bytes at most, so that nothing of the cut is shown.
                let head = self.record.get(..4 * SHOWN).unwrap_or(self.record);
                let head: String = String::from_utf8_lossy(head).chars().take(SHOWN).collect();
                json.serialize_entry("input", &head)?;
            }
        }
        json.serialize_entry("error", &self.error)?;
        json.end()
    }
}

impl Bad {
    fn new(code: &'static str, zh: impl fmt::Display, en: impl fmt::Display) -> Self {
        Self { code, message: format!("{zh}（{en}）") }
    }
}

/// Turns one record into another in `out`.
fn convert(line: &[u8], mode: Mode, parser: &mut Parser, out: &mut Vec<u8>) -> Result<(), Bad> {
    let fields = Fields::of(line)?;
    let text = fields.text()?;
    let parsed = parser.parse(&text);
    if mode.outline {
        write_json(&Outline::of(&fields, &parsed, mode), out)
    } else {
        enrich(&fields, &parsed, mode, out)
    }
    .map_err(|error| Bad::new("unwritable", format_args!("写不成 JSON：{error}"), "cannot be written as JSON"))
}

/// What is wrong, without the place: to `serde_json` each line is a text of its own, and always line 1.
fn without_place(error: &serde_json::Error) -> String {
    let said = error.to_string();
    said.rsplit_once(" at line ").map_or(said.as_str(), |(what, _)| what).to_owned()
}

/// The fields of a line in their order, as they came: numbers keep their digits.
pub(crate) struct Fields<'l>(Vec<(String, &'l RawValue)>);

impl<'l> Fields<'l> {
    pub(crate) fn of(line: &'l [u8]) -> Result<Self, Bad> {
        if line.trim_ascii().is_empty() {
            return Err(Bad::new("empty-line", "空行", "an empty line"));
        }
        let line = str::from_utf8(line).map_err(|error| {
            let byte = error.valid_up_to();
            Bad::new(
                "invalid-utf8",
                format_args!("不是 UTF-8：本行第 {byte} 字节有误"),
                format_args!("not UTF-8 at byte {byte} of the line"),
            )
        })?;
        serde_json::from_str(line).map_err(|error| {
            let (what, byte) = (without_place(&error), error.column());
            Bad::new(
                "invalid-json",
                format_args!("不是 JSON 对象：本行第 {byte} 字节处 {what}"),
                format_args!("not a JSON object at byte {byte} of the line"),
            )
        })
    }

    pub(crate) fn text(&self) -> Result<String, Bad> {
        let text = self.get("text").ok_or_else(|| Bad::new("missing-text", "没有 text 字段", "no field text"))?;
        serde_json::from_str(text.get()).map_err(|error| {
            let what = without_place(&error);
            Bad::new("text-not-a-string", format_args!("text 不是字符串：{what}"), "text is not a string")
        })
    }

    /// The value of a field; the last one where it stands twice.
    pub(crate) fn get(&self, name: &str) -> Option<&'l RawValue> {
        self.0.iter().rev().find(|(key, _)| key == name).map(|(_, value)| *value)
    }
}

impl<'de> Deserialize<'de> for Fields<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(FieldsVisitor)
    }
}

struct FieldsVisitor;

impl<'de> Visitor<'de> for FieldsVisitor {
    type Value = Fields<'de>;

    fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Fields<'de>, A::Error> {
        let mut fields = Vec::new();
        while let Some(field) = map.next_entry()? {
            fields.push(field);
        }
        Ok(Fields(fields))
    }
}

/// Writes the input's fields, then the document, into the emptied `out`.
fn enrich(fields: &Fields<'_>, parsed: &Parsed<'_>, mode: Mode, out: &mut Vec<u8>) -> io::Result<()> {
    write_json(&Kept { fields, mode }, out)?;
    out.pop(); // the closing brace, put back below
    if out.len() > 1 {
        out.push(b',');
    }
    out.extend_from_slice(b"\"gangmu\":");
    if BREAKS.iter().any(|sign| parsed.text().contains(*sign)) {
        append_json(&parsed.with_offsets(mode.offsets), out)?;
    } else {
        parsed.write_json(mode.offsets, &mut *out)?; // the same, faster
    }
    out.push(b'}');
    Ok(())
}

/// The input's fields that are handed on.
struct Kept<'a> {
    fields: &'a Fields<'a>,
    mode: Mode,
}

impl Serialize for Kept<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut json = serializer.serialize_map(None)?;
        for (key, value) in &self.fields.0 {
            if self.mode.keeps(key) {
                json.serialize_entry(key, value)?;
            }
        }
        json.end()
    }
}

/// Where the sections start and how they hang together; offsets in characters.
#[derive(Serialize)]
struct Outline<'a> {
    #[serde(flatten)]
    fields: Kept<'a>,
    /// Where the document's title ends; 0 where it has none.
    title_end: u32,
    outline: Vec<Item<'a>>,
}

#[derive(Serialize)]
struct Item<'a> {
    start: u32,
    /// Index of the item around this one.
    parent: Option<usize>,
    /// Where the heading ends.
    title_end: Option<u32>,
    marker: &'a str,
    number: gangmu::Number,
    form: gangmu::Form,
}

impl<'a> Outline<'a> {
    fn of(fields: &'a Fields<'a>, parsed: &Parsed<'a>, mode: Mode) -> Self {
        let mut chars = Offsets::new(parsed.text(), OffsetUnit::Char);
        let document = parsed.document();
        let title_end = document.title.map_or(0, |title| chars.at(title.end));
        let mut path: Vec<usize> = Vec::new(); // indices of the sections around the next one
        let mut outline = Vec::new();
        for place in document.walk() {
            path.truncate(place.ancestors.len());
            let marker = place.section.marker;
            outline.push(Item {
                start: chars.at(marker.span.start),
                parent: path.last().copied(),
                title_end: place.section.heading.map(|heading| chars.at(heading.end)),
                marker: parsed.text_of(marker.span),
                number: marker.number,
                form: marker.style.form,
            });
            path.push(outline.len() - 1);
        }
        Self { fields: Kept { fields, mode }, title_end, outline }
    }
}

/// Writes a value into the emptied `out`.
pub(crate) fn write_json(value: &impl Serialize, out: &mut Vec<u8>) -> io::Result<()> {
    out.clear();
    append_json(value, out)
}

fn append_json(value: &impl Serialize, out: &mut Vec<u8>) -> io::Result<()> {
    value.serialize(&mut serde_json::Serializer::with_formatter(out, OneLine)).map_err(io::Error::from)
}

/// Line breaks that JSON allows inside a string.
const BREAKS: [&str; 3] = ["\u{85}", "\u{2028}", "\u{2029}"];

/// Compact JSON that is one line to every reader: Python's `splitlines` breaks at U+0085, U+2028 and
/// U+2029 too, which JSON allows inside a string.
struct OneLine;

impl Formatter for OneLine {
    fn write_string_fragment<W: ?Sized + Write>(&mut self, writer: &mut W, fragment: &str) -> io::Result<()> {
        let mut rest = fragment;
        while let Some(at) = rest.find(['\u{85}', '\u{2028}', '\u{2029}']) {
            let (before, from) = rest.split_at(at);
            writer.write_all(before.as_bytes())?;
            let mut characters = from.chars();
            if let Some(character) = characters.next() {
                write!(writer, "\\u{:04x}", u32::from(character))?;
            }
            rest = characters.as_str();
        }
        writer.write_all(rest.as_bytes())
    }

    /// A value as it came. Its line breaks of this kind stand in strings, where alone JSON allows them;
    /// a carriage return stands between values, where JSON allows it and a line does not.
    fn write_raw_fragment<W: ?Sized + Write>(&mut self, writer: &mut W, fragment: &str) -> io::Result<()> {
        if fragment.contains('\r') {
            return self.write_string_fragment(writer, &fragment.replace('\r', " "));
        }
        self.write_string_fragment(writer, fragment)
    }
}
