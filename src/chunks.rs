//! The text in pieces for retrieval, cut where the outline is.
//!
//! ```text
//! tree                    chunks of a small size, each with its path
//! 一、抓统筹               ┌ 一、抓统筹 1.建机制。…        一、抓统筹 > 1.建机制     the bare heading goes along
//! ├─ 1.建机制。…          └
//! └─ 2.强队伍。… … …      ┌ 2.强队伍。…                  一、抓统筹 > 2.强队伍     too long: cut behind a sentence
//!                         ├ …                            一、抓统筹 > 2.强队伍
//!                         └
//! 二、抓落实：             ┌ 二、抓落实：（一）快；（二）好  二、抓落实               small entries of one list together
//! ```
//!
//! A section that fits is one chunk. One that does not is cut at the next deeper level, and where
//! there is none behind a sentence. Every byte of the text is in exactly one chunk's span.

mod cut;
mod pack;

use std::collections::HashMap;
use std::fmt;

use serde::Serialize;

use crate::{LineIndex, Parsed, Span, subdocuments};

/// What the table of contents is called in the path of its chunks.
const CONTENTS: &str = "目录";

/// How a text is cut.
///
/// ```
/// use gangmu::ChunkOptions;
/// let parsed = gangmu::parse("一、抓统筹。1.建机制。2.强队伍。二、抓落实。");
/// let words = |text: &str| text.chars().count() / 2 + 1; // a tokenizer, for instance
/// for chunk in parsed.chunks(&ChunkOptions::new(200).measure(&words).source("plan.txt")) {
///     println!("{} {:?}", chunk.id, chunk.metadata.path);
/// }
/// ```
#[derive(Clone, Copy)]
pub struct ChunkOptions<'f> {
    size: usize,
    overlap: usize,
    path_in_text: bool,
    join: bool,
    measure: Option<&'f dyn Fn(&str) -> usize>,
    source: &'f str,
}

impl<'f> ChunkOptions<'f> {
    /// Chunks of at most `size` characters (at least 1), without overlap, the path as metadata.
    #[must_use]
    pub const fn new(size: usize) -> Self {
        let size = if size == 0 { 1 } else { size };
        Self { size, overlap: 0, path_in_text: false, join: false, measure: None, source: "" }
    }

    /// Counts with this function instead of characters: the tokens of a model. It must not give less
    /// for a longer text; it is asked a few times for each chunk.
    #[must_use]
    pub const fn measure(mut self, measure: &'f dyn Fn(&str) -> usize) -> Self {
        self.measure = Some(measure);
        self
    }

    /// Repeats at most this much of the text before, where a section goes on from the chunk before;
    /// never text of another section. Taken off the size, at most half of it.
    #[must_use]
    pub const fn overlap(mut self, overlap: usize) -> Self {
        self.overlap = overlap;
        self
    }

    /// Whether the path of headings comes first in the text, as the text of an embedding. A quarter of
    /// the size is kept for it, whatever its length, so that no chunk changes where it is cut when a
    /// heading above it does; a longer path loses its outer levels.
    #[must_use]
    pub const fn path_in_text(mut self, on: bool) -> Self {
        self.path_in_text = on;
        self
    }

    /// Whether short neighbours of one level share a chunk also where they are more than plain entries: sections with children,
    /// articles. Off unless said otherwise: each stands alone, as it is cited.
    ///
    /// ```
    /// use gangmu::ChunkOptions;
    /// let parsed = gangmu::parse("第一条 本法适用于本市。第二条 市政府主管。第三条 各部门配合。第四条 本法自发布之日起施行。");
    /// let count = |options| parsed.chunks(&options).len();
    /// assert_eq!((count(ChunkOptions::new(40)), count(ChunkOptions::new(40).join_sections(true))), (4, 2));
    /// ```
    #[must_use]
    pub const fn join_sections(mut self, on: bool) -> Self {
        self.join = on;
        self
    }

    /// The name of the text: goes into the metadata, and before every id so that the chunks of many
    /// texts can share a store.
    #[must_use]
    pub const fn source(mut self, name: &'f str) -> Self {
        self.source = name;
        self
    }

    fn count(&self, text: &str) -> usize {
        self.measure.map_or_else(|| text.chars().count(), |measure| measure(text))
    }

    /// What is kept of the size for overlap.
    const fn reserved(&self) -> usize {
        if self.overlap < self.size / 2 { self.overlap } else { self.size / 2 }
    }

    /// What is kept of the size for the path.
    const fn for_path(&self) -> usize {
        if self.path_in_text { self.size / 4 } else { 0 }
    }
}

impl Default for ChunkOptions<'_> {
    fn default() -> Self {
        Self::new(500)
    }
}

impl fmt::Debug for ChunkOptions<'_> {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.debug_struct("ChunkOptions")
            .field("size", &self.size)
            .field("overlap", &self.overlap)
            .field("path_in_text", &self.path_in_text)
            .field("join", &self.join)
            .field("measure", &self.measure.map(|_| "fn"))
            .field("source", &self.source)
            .finish()
    }
}

/// One piece of a text. Serialised, it is what LangChain and LlamaIndex read: `id`, `text`, `metadata`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Chunk {
    /// Source, numbers of the path, and a hash of the chunk's own text: `plan.txt#1/2-5d41402abc4b2a76`.
    /// Stays the same however the text is changed elsewhere, headings above included, as long as no
    /// section around it gets another number. In a list that is parted into several chunks, an entry that
    /// changes takes a few chunks beside its own along.
    pub id: String,
    /// What is to be embedded: the path, if it was asked for, the overlap, and the chunk's own text as
    /// it stands.
    pub text: String,
    /// Where the chunk stands.
    pub metadata: ChunkMetadata,
}

/// Where a chunk stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct ChunkMetadata {
    /// The name of the text, as given.
    pub source: String,
    /// The title, that of the annex or other document inside the text, and the headings around the whole chunk, outermost
    /// first; long ones clipped. Of a table of contents 目录 is the last.
    pub path: Vec<String>,
    /// The numbers of the sections in the path, without the title: `["1", "10.1"]`.
    pub numbers: Vec<String>,
    /// How many sections are in the path: 0 for what stands before and behind the sections.
    pub level: usize,
    /// Which chunk of the text, from 1.
    pub index: usize,
    /// The id of the chunk before.
    pub previous: Option<String>,
    /// The id of the chunk behind.
    pub next: Option<String>,
    /// First byte of the chunk's own text, without path and overlap.
    pub start: usize,
    /// Behind its last byte.
    pub end: usize,
    /// First character.
    pub start_char: usize,
    /// Behind its last character.
    pub end_char: usize,
    /// Line of the first character, from 1.
    pub line: usize,
    /// How many characters of `text` stand before the chunk's own: path and overlap.
    pub context_chars: usize,
}

impl Chunk {
    /// The span of the chunk's own text, without path and overlap.
    #[must_use]
    pub fn span(&self) -> Span {
        // Both fit: they come out of a span.
        let offset = |byte: usize| u32::try_from(byte).unwrap_or(u32::MAX);
        Span::new(offset(self.metadata.start), offset(self.metadata.end))
    }
}

impl Parsed<'_> {
    /// The text in pieces for retrieval, in text order.
    ///
    /// ```
    /// use gangmu::ChunkOptions;
    /// let parsed = gangmu::parse("工作方案\n第一章 总则\n第一条 为了规范，制定本法。\n第二条 本法适用于此。\n");
    /// let chunks = parsed.chunks(&ChunkOptions::new(20));
    /// let own: String = chunks.iter().map(|chunk| parsed.text_of(chunk.span())).collect();
    /// assert_eq!(own, parsed.text());
    /// ```
    #[must_use]
    pub fn chunks(&self, options: &ChunkOptions<'_>) -> Vec<Chunk> {
        let lines = LineIndex::new(self.text());
        let title = crate::label::title(self);
        let inside = self.subdocuments();
        let contents = self.contents();
        let mut seen: HashMap<String, usize> = HashMap::new();
        let mut chunks: Vec<Chunk> = Vec::new();
        for piece in pack::pieces(self, &lines, &inside, contents, options) {
            let own = self.text_of(piece.span);
            let numbers: Vec<_> = piece.path.iter().map(|section| section.marker.number_text()).collect();
            let title_span = self.document().title.filter(|_| title.is_some());
            let around = subdocuments::around(&inside, piece.span.start).map(|one| one.title);
            let of_contents = contents.filter(|contents| contents.range().contains(&(piece.span.start as usize)));
            let sections = piece.path.iter().map(|section| section.span);
            let starts = title_span.into_iter().chain(around.or(of_contents)).chain(sections).map(|span| span.start);
            let labels = piece.path.iter().map(|section| crate::label::label(self, section));
            let inner = around.map(|title| crate::label::in_one_line(self, title));
            let inner = inner.or(of_contents.map(|_| CONTENTS.to_owned()));
            let path: Vec<_> = title.clone().into_iter().chain(inner).chain(labels).collect();
            // What begins in the chunk's own text need not be said before it.
            let above =
                starts.zip(&path).filter(|(start, _)| *start < piece.span.start).map(|(_, label)| label.as_str());
            let mut text = String::new();
            if options.path_in_text {
                text.push_str(&within(&above.collect::<Vec<_>>(), options));
            }
            text.push_str(self.text_of(piece.overlap));
            let context_chars = text.chars().count();
            text.push_str(own);
            let (start, end) = (piece.span.start as usize, piece.span.end as usize);
            chunks.push(Chunk {
                id: unique(id(options.source, &numbers, own), &mut seen),
                text,
                metadata: ChunkMetadata {
                    source: options.source.to_owned(),
                    level: numbers.len(),
                    path,
                    numbers,
                    index: chunks.len() + 1,
                    previous: None,
                    next: None,
                    start,
                    end,
                    start_char: lines.chars_before(start),
                    end_char: lines.chars_before(end),
                    line: lines.position(start).line,
                    context_chars,
                },
            });
        }
        tie(&mut chunks);
        chunks
    }
}

/// The path as a line, without its outer levels where it is too long for what is kept for it.
fn within(path: &[&str], options: &ChunkOptions<'_>) -> String {
    (0..path.len())
        .map(|from| {
            format!("{}{}\n", if from > 0 { "… > " } else { "" }, path.get(from..).unwrap_or_default().join(" > "))
        })
        .find(|line| options.count(line) <= options.for_path())
        .unwrap_or_default()
}

fn id(source: &str, numbers: &[String], own: &str) -> String {
    let way = if numbers.is_empty() { "0".to_owned() } else { numbers.join("/") };
    let separator = if source.is_empty() { "" } else { "#" };
    format!("{source}{separator}{way}-{:016x}", fnv(own.trim()))
}

/// FNV-1a: the hash of the standard library may change from version to version.
fn fnv(text: &str) -> u64 {
    text.bytes().fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}

/// The same text in the same place twice gets a number.
fn unique(id: String, seen: &mut HashMap<String, usize>) -> String {
    let count = seen.entry(id.clone()).and_modify(|count| *count += 1).or_insert(1);
    if *count == 1 { id } else { format!("{id}-{count}") }
}

fn tie(chunks: &mut [Chunk]) {
    let ids: Vec<String> = chunks.iter().map(|chunk| chunk.id.clone()).collect();
    for (index, chunk) in chunks.iter_mut().enumerate() {
        chunk.metadata.previous = index.checked_sub(1).and_then(|before| ids.get(before)).cloned();
        chunk.metadata.next = ids.get(index + 1).cloned();
    }
}
