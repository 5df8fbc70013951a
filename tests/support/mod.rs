//! What the tests over `fixtures/` share: the fixtures, and an outline written as lines.
//!
//! ```text
//! # what it guards
//! title: 全市教育工作要点       -: none; ?: not said
//! closing: 以上报告             first characters; ?: neither closing nor tails are said
//! 一、 ¦ 提高政治站位           marker ¦ heading, two blanks a level
//!   1. ¦ 建立机制
//!   2.                          without ¦: where its heading ends is not said
//!   ~ 以上各项                  first characters of the tail of 一、
//! ```

#![allow(dead_code, reason = "each test file uses its part")]

use std::path::{Path, PathBuf};

use gangmu::Parsed;

/// The folders of `fixtures/`.
pub(crate) const FOLDERS: [&str; 5] = ["plan", "law", "raw", "hazard", "genre"];

/// Stands for what an outline leaves open.
pub(crate) const UNSAID: &str = "?";

/// A text and what a careful reader says about it.
pub(crate) struct Fixture {
    /// `raw/masked_figures`
    pub(crate) name: String,
    pub(crate) text: String,
    pub(crate) expected: Outline,
}

/// An outline as text, line breaks drawn as `⏎`.
#[derive(Debug, Default)]
pub(crate) struct Outline {
    pub(crate) title: String,
    pub(crate) closing: String,
    pub(crate) items: Vec<Item>,
}

#[derive(Debug, Default)]
pub(crate) struct Item {
    /// 0 on the first level.
    pub(crate) depth: usize,
    pub(crate) marker: String,
    pub(crate) heading: String,
    pub(crate) tail: String,
}

/// A file of the crate.
pub(crate) fn path(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(name)
}

/// All fixtures, sorted by name. Every text has its outline, every outline its text.
pub(crate) fn fixtures() -> Vec<Fixture> {
    let mut found = Vec::new();
    for folder in FOLDERS {
        let (mut texts, mut outlines) = (Vec::new(), Vec::new());
        for entry in std::fs::read_dir(path("fixtures").join(folder)).unwrap() {
            let file = entry.unwrap().path();
            match file.extension().and_then(|extension| extension.to_str()) {
                Some("txt") => texts.push(file),
                Some("outline") => outlines.push(file.with_extension("txt")),
                _ => panic!("neither text nor outline: {}", file.display()),
            }
        }
        texts.sort();
        outlines.sort();
        assert_eq!(texts, outlines, "a text without outline or an outline without text");
        found.extend(texts.iter().map(|text| {
            let stem = text.file_stem().unwrap().to_string_lossy();
            let outline = std::fs::read_to_string(text.with_extension("outline")).unwrap();
            Fixture {
                name: format!("{folder}/{stem}"),
                text: std::fs::read_to_string(text).unwrap(),
                expected: Outline::read(&outline).unwrap_or_else(|line| panic!("{folder}/{stem}.outline: {line}")),
            }
        }));
    }
    found
}

/// Line breaks drawn as `⏎`.
pub(crate) fn drawn(text: &str) -> String {
    text.replace("\r\n", "⏎").replace(['\n', '\r'], "⏎")
}

impl Outline {
    /// Reads an outline file.
    ///
    /// # Errors
    ///
    /// The line that is none of the format.
    fn read(file: &str) -> Result<Self, String> {
        let mut outline = Self::default();
        for line in file.lines().filter(|line| !line.starts_with('#') && !line.trim().is_empty()) {
            if let Some(title) = line.strip_prefix("title:") {
                outline.title = title.trim().to_owned();
                continue;
            }
            if let Some(closing) = line.strip_prefix("closing:") {
                outline.closing = closing.trim().to_owned();
                continue;
            }
            let said = line.trim_start_matches(' ');
            let depth = (line.len() - said.len()) / 2;
            if let Some(tail) = said.strip_prefix('~') {
                // A tail stands where a child would: it belongs to the last item one level further out.
                let around = outline.items.iter_mut().rfind(|item| item.depth + 1 == depth);
                around.ok_or(line)?.tail = tail.trim().to_owned();
            } else {
                let (marker, heading) = said.split_once('¦').unwrap_or((said, UNSAID));
                let (marker, heading) = (marker.trim().to_owned(), heading.trim().to_owned());
                outline.items.push(Item { depth, marker, heading, tail: String::new() });
            }
        }
        (!outline.title.is_empty()).then_some(outline).ok_or_else(|| "no title".to_owned())
    }

    /// The outline that was found.
    pub(crate) fn of(parsed: &Parsed<'_>) -> Self {
        let document = parsed.document();
        let items = document.walk().map(|place| Item {
            depth: place.depth() - 1,
            marker: drawn(parsed.text_of(place.section.marker.span)),
            heading: place.section.heading.map(|heading| drawn(parsed.text_of(heading))).unwrap_or_default(),
            tail: drawn(parsed.text_of(place.section.tail)),
        });
        Self {
            title: document.title.map_or("-".to_owned(), |title| drawn(parsed.text_of(title))),
            closing: drawn(parsed.text_of(document.closing)),
            items: items.collect(),
        }
    }
}
