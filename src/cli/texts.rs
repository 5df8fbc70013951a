//! From files to texts: a file is one, or each line of it is.
//!
//! ```text
//! --each file    plan.txt                       plan.txt
//! --each line    plans.txt                      plans.txt:1, plans.txt:2, … ; empty lines are none
//! --each jsonl   {"id": "a7", "text": "一、…"}   a7; without an id in.jsonl:1
//! ```
//!
//! A file of lines is read as far as it is needed. What cannot be read is a text that failed, and the rest goes on.

use std::fs::File;
use std::io::{self, BufRead, BufReader, Read};
use std::path::Path;

use gangmu::encoding::Encoding;
use serde_json::Value;

use crate::args::Each;
use crate::inputs::{self, Input, Text};
use crate::jsonl::{self, Fields};

/// A text to be read, or the file that is one.
pub(crate) struct Source<'i> {
    pub(crate) input: &'i Input,
    /// What it is called in results and messages.
    pub(crate) name: String,
    /// The text, or why there is none; `None`: the whole file, not yet read.
    text: Option<Result<String, String>>,
}

impl<'i> Source<'i> {
    pub(crate) fn file(input: &'i Input) -> Self {
        Self { input, name: inputs::name_of(&input.path), text: None }
    }

    /// Reads it, if that was not yet done.
    pub(crate) fn read(&mut self, encoding: Encoding) -> Result<Text, String> {
        match self.text.take() {
            Some(text) => text.map(|text| Text { text, doubt: None }),
            None => inputs::read(&self.input.path, encoding),
        }
    }
}

/// The texts of a file.
pub(crate) fn of(input: &Input, each: Each, encoding: Encoding) -> Box<dyn Iterator<Item = Source<'_>> + '_> {
    let name = inputs::name_of(&input.path);
    if each == Each::File {
        return Box::new(std::iter::once(Source::file(input)));
    }
    let lines = match lines(&input.path, encoding) {
        Ok(lines) => lines,
        Err(why) => return Box::new(std::iter::once(Source { input, name, text: Some(Err(why)) })),
    };
    Box::new(lines.split(b'\n').enumerate().filter_map(move |(index, line)| {
        let text = match &line {
            Ok(line) if jsonl::record(line, index == 0).trim_ascii().is_empty() => return None,
            Ok(line) => text_of(jsonl::record(line, index == 0), each),
            Err(error) => Err(inputs::cannot_read(error)),
        };
        let place = || format!("{name}:{}", index + 1);
        Some(match text {
            Ok((id, text)) => Source { input, name: id.unwrap_or_else(place), text: Some(Ok(text)) },
            Err(why) => Source { input, name: place(), text: Some(Err(why)) },
        })
    }))
}

/// The text of a line, and what it is called, if it says so.
fn text_of(line: &[u8], each: Each) -> Result<(Option<String>, String), String> {
    if each == Each::Line {
        return inputs::text_of(line.to_vec(), Encoding::Utf8).map(|read| (None, read.text));
    }
    let named = |fields: &Fields<'_>| match serde_json::from_str(fields.get("id")?.get()).ok()? {
        Value::String(id) => Some(id),
        Value::Number(id) => Some(id.to_string()),
        _ => None,
    };
    let read = Fields::of(line).and_then(|fields| Ok((named(&fields), fields.text()?)));
    read.map_err(|bad| bad.message)
}

/// UTF-8 is read line by line, so that a line that is none costs no other. Other encodings have no lines before they have
/// been read.
fn lines(path: &Path, encoding: Encoding) -> Result<Box<dyn BufRead>, String> {
    let source: Box<dyn Read> = if path == Path::new("-") {
        Box::new(io::stdin())
    } else {
        Box::new(File::open(path).map_err(|error| inputs::cannot_read(&error))?)
    };
    if encoding == Encoding::Utf8 {
        return Ok(Box::new(BufReader::new(source)));
    }
    Ok(Box::new(io::Cursor::new(inputs::whole(source, encoding)?)))
}
