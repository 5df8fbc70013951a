//! The way in: [`parse`], and what it gives, [`Parsed`].
//!
//! ```text
//! &str ─ parse ─► Parsed { text, Document } ─ lint ─► Vec<Diagnostic>
//! ```

use std::borrow::Cow;
use std::cell::Cell;

use crate::resolve::{Beam, Mark, Search};
use crate::scan::contents::Contents;
use crate::scan::context::Before;
use crate::scan::evidence::{self, Layout};
use crate::scan::{Candidate, Scan, WINDOW, bulleted, crowded};
use crate::split::Width;
use crate::tree::{self, Parts};
use crate::{Diagnostic, Document, LintOptions, Message, Profile, Span};
use crate::{closed_up, markup, weights};

/// A text and its tree.
///
/// ```
/// let parsed = gangmu::parse("一、目标。二、任务。");
/// assert_eq!(parsed.text_of(parsed.document().span), "一、目标。二、任务。");
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Parsed<'s> {
    text: &'s str,
    document: Document,
    /// Whether the text is longer than a span can say, so that its end is not in the tree.
    cut: bool,
    /// Whether characters that say nothing were left out before it was read.
    closed_up: bool,
    /// Whether its lines are paragraphs, as its reader said.
    trusted: bool,
}

impl<'s> Parsed<'s> {
    /// The text that was read. All of it, even where it is longer than `u32::MAX` bytes and the tree
    /// is not.
    #[must_use]
    pub const fn text(&self) -> &'s str {
        self.text
    }

    /// The tree.
    #[must_use]
    pub const fn document(&self) -> &Document {
        &self.document
    }

    /// The tree alone, without the text.
    #[must_use]
    pub fn into_document(self) -> Document {
        self.document
    }

    /// The text under a span.
    ///
    /// Empty for a span that is not of this text: one that ends behind it, ends before it starts, or
    /// begins or ends inside a character. Every span of [`Parsed::document`] is of this text; to tell
    /// an empty span from a foreign one use [`Span::of`].
    #[must_use]
    pub fn text_of(&self, span: Span) -> &'s str {
        span.of(self.text).unwrap_or_default()
    }

    /// What is wrong or doubtful in the text, in text order.
    ///
    /// Worked out when asked for; the tree does not depend on it.
    #[must_use]
    pub fn lint(&self) -> Vec<Diagnostic> {
        self.lint_with(&LintOptions::new())
    }

    /// What is wrong or doubtful, by the rules that the options say.
    #[must_use]
    pub fn lint_with(&self, options: &LintOptions) -> Vec<Diagnostic> {
        crate::lint::run(self, options)
    }

    /// The rules [`Parsed::lint`] judges this text by, and why these.
    #[must_use]
    pub fn profile(&self) -> (Profile, Message) {
        crate::lint::profile(self)
    }

    /// The text with every fix put in, also those that come up once others are made. The text is read
    /// again for that; where nothing is to be fixed it comes back as it is.
    ///
    /// To put in the fixes of chosen diagnostics, see [`apply_fixes`](crate::apply_fixes).
    #[must_use]
    pub fn fixed(&self, options: &LintOptions) -> String {
        crate::lint::mended(self.text, options)
    }

    /// Whether the end of the text is not in the tree.
    pub(crate) const fn is_cut(&self) -> bool {
        self.cut
    }

    /// Whether characters that say nothing were left out before the text was read: blanks behind all others, those without width.
    pub(crate) const fn is_closed_up(&self) -> bool {
        self.closed_up
    }

    /// Whether a line break ends a paragraph wherever it stands.
    pub(crate) const fn has_trusted_lines(&self) -> bool {
        self.trusted
    }

    /// A text with a tree of it that was made otherwise.
    pub(crate) const fn of_parts(text: &'s str, document: Document, cut: bool) -> Self {
        Self { text, document, cut, closed_up: false, trusted: false }
    }
}

/// How a text is to be read.
///
/// ```
/// use gangmu::{LineBreaks, Options};
/// let options = Options::new().inline_items(false).line_breaks(LineBreaks::Trusted);
/// let parsed = gangmu::parse_with("一、目标：一是快，二是好。", &options);
/// # let _ = parsed;
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Options {
    inline_items: bool,
    line_breaks: LineBreaks,
}

impl Options {
    /// Inline items are read, line breaks are a hint.
    #[must_use]
    pub const fn new() -> Self {
        Self { inline_items: true, line_breaks: LineBreaks::Hint }
    }

    /// Whether items inside a sentence become sections: `重点是：一是摸底，二是整改`. On unless said
    /// otherwise.
    #[must_use]
    pub const fn inline_items(mut self, on: bool) -> Self {
        self.inline_items = on;
        self
    }

    /// What line breaks mean. [`LineBreaks::Hint`] unless said otherwise.
    #[must_use]
    pub const fn line_breaks(mut self, meaning: LineBreaks) -> Self {
        self.line_breaks = meaning;
        self
    }

    /// Whether items inside a sentence become sections.
    pub(crate) const fn reads_inline_items(&self) -> bool {
        self.inline_items
    }

    /// What line breaks mean.
    pub(crate) const fn meaning_of_line_breaks(&self) -> LineBreaks {
        self.line_breaks
    }
}

impl Default for Options {
    fn default() -> Self {
        Self::new()
    }
}

/// What the line breaks of a text mean.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
#[non_exhaustive]
pub enum LineBreaks {
    /// Every section starts a line: for text whose lines are paragraphs.
    Trusted,
    /// A line break speaks for a marker behind it, and its lack speaks against none. For text of
    /// unknown origin. Where many lines are broken at one width, none that is so long is a heading.
    #[default]
    Hint,
    /// A line break says nothing of markers: for text whose lines were broken anywhere. Text broken at a fixed width, as out of a
    /// PDF, is read better by [`Hint`](Self::Hint). A heading still ends with its line, if the line is shorter than others.
    Ignored,
}

/// Reads a text. Every text has a tree, if only one without sections.
///
/// ```
/// let parsed = gangmu::parse("今天天气很好。");
/// assert!(parsed.document().sections.is_empty());
/// assert_eq!(parsed.text_of(parsed.document().preface), "今天天气很好。");
/// ```
#[must_use]
pub fn parse(text: &str) -> Parsed<'_> {
    parse_with(text, &Options::new())
}

/// Reads a text as the options say.
#[must_use]
pub fn parse_with<'s>(text: &'s str, options: &Options) -> Parsed<'s> {
    Parser::new(*options).parse(text)
}

/// Reads many texts, and keeps its buffers from one to the next.
///
/// ```
/// use gangmu::{Options, Parser};
/// let mut parser = Parser::new(Options::new());
/// for text in ["一、目标。", "二、任务。"] {
///     assert_eq!(parser.parse(text), gangmu::parse(text));
/// }
/// ```
#[derive(Debug, Clone, Default)]
pub struct Parser {
    options: Options,
    buffers: Buffers,
}

impl Parser {
    /// A parser that reads as the options say.
    #[must_use]
    pub fn new(options: Options) -> Self {
        Self { options, buffers: Buffers::default() }
    }

    /// Reads a text. What was read before does not matter.
    pub fn parse<'s>(&mut self, text: &'s str) -> Parsed<'s> {
        let readable = readable(text, u32::MAX);
        let Self { options, buffers } = self;
        let close = || closed_up::closed(readable, options.meaning_of_line_breaks());
        let mut closed = if closed_up::may_be(readable) { close() } else { None };
        let mut document = read_dressed(closed.as_ref().map_or(readable, |closed| &closed.text), options, buffers);
        if closed.is_none() && buffers.scan.has_unseen {
            closed = close();
            if let Some(closed) = &closed {
                document = read_dressed(&closed.text, options, buffers);
            }
        }
        if let Some(closed) = &closed {
            document = closed.opened(document);
        }
        Parsed {
            text,
            document,
            cut: readable.len() < text.len(),
            closed_up: closed.is_some_and(|closed| closed.is_letter_spaced),
            trusted: options.meaning_of_line_breaks() == LineBreaks::Trusted,
        }
    }

    /// What the last text cost.
    #[doc(hidden)]
    #[must_use]
    pub fn work(&self) -> crate::Work {
        let Buffers { scan, search, marks, read, .. } = &self.buffers;
        crate::Work {
            candidates: scan.len() as u64,
            stops: scan.stops.len() as u64,
            expanded: search.expanded,
            marks: marks.len() as u64,
            looked: scan.looked as u64,
            read: *read,
        }
    }
}

/// The part of `text` that spans can speak of: all of it, or as many whole characters as fit.
pub(crate) fn readable(text: &str, most: u32) -> &str {
    let mut end = text.len().min(most as usize);
    while !text.is_char_boundary(end) {
        end -= 1; // stops at 0, a boundary of every text
    }
    text.get(..end).unwrap_or_default()
}

/// What a [`Parser`] keeps between two texts.
#[derive(Debug, Clone, Default)]
struct Buffers {
    scan: Scan,
    known: evidence::Known,
    search: Search,
    marks: Vec<Mark>,
    tree: tree::Scratch,
    /// Bytes read again behind the scan.
    read: u64,
}

/// Finds the tree of a text of at most `u32::MAX` bytes, without its [signs of Markdown](markup). Whether it may have some the
/// scan tells on its way, so that other texts are not searched for them; that of most shows at its beginning, so that they
/// are not read twice.
fn read_dressed(text: &str, options: &Options, buffers: &mut Buffers) -> Document {
    let mut plain = Cow::Borrowed(text);
    let (is_markdown, has_strokes) = markup::shows_at_once(text);
    if is_markdown || has_strokes {
        plain = markup::undressed(text, has_strokes);
    }
    let is_read = matches!(plain, Cow::Owned(_));
    let document = read(&plain, is_read.then_some(text), options, buffers);
    let Scan { may_be_dressed, has_forms, .. } = buffers.scan;
    if !(has_forms || may_be_dressed && !is_read) {
        return document;
    }
    match markup::undressed(text, has_forms) {
        Cow::Borrowed(_) => document,
        Cow::Owned(plain) => {
            drop(document); // its room is needed again
            read(&plain, Some(text), options, buffers)
        }
    }
}

/// Finds the tree of a text of at most `u32::MAX` bytes; `dressed`: the same with its signs of Markdown, where it had some.
fn read(text: &str, dressed: Option<&str>, options: &Options, buffers: &mut Buffers) -> Document {
    let Buffers { scan, known, search, marks, tree: scratch, read } = buffers;
    marks.clear();
    let mut choice =
        Choice { text, dressed, options, contents: Contents::new(text), layout: None, known, search, marks };
    // A text with very many candidates is searched as it is read, so that they are not all there at one time.
    crate::scan::in_windows(text, scan, WINDOW, |scan| choice.go_on(scan, false).0);
    let (_, layout) = choice.go_on(scan, true);
    search.finish(layout, &weights::DEFAULT, marks, &Beam::DEFAULT);
    scan.release();
    search.release();
    crate::doubt::lower(marks);
    let walked = Cell::new(0);
    let (lines, inline_items) = (layout.lines, options.reads_inline_items());
    let width = if layout.trusted { Width::none() } else { Width::of(text, &scan.stops, lines) };
    let parts = Parts { text, stops: &scan.stops, lines, width, inline_items, looked: &walked };
    let document = tree::build(&parts, marks, scratch);
    scratch.release();
    *read = walked.get();
    document
}

/// The choice of markers among the candidates of a text.
struct Choice<'a> {
    text: &'a str,
    /// The text with its signs of Markdown, where it had some.
    dressed: Option<&'a str>,
    options: &'a Options,
    contents: Contents,
    /// Known as soon as the first candidates were looked at.
    layout: Option<Layout>,
    known: &'a mut evidence::Known,
    search: &'a mut Search,
    marks: &'a mut Vec<Mark>,
}

impl Choice<'_> {
    /// Goes on with the candidates that are here, or, unless they are `all`, as far as those to come cannot change what
    /// is known of them. Returns how many that are, and how the text is laid out.
    fn go_on(&mut self, scan: &mut Scan, all: bool) -> (usize, Layout) {
        // Of a text that is searched as it is read not all numbers are known at once.
        if let Some(dressed) = self.dressed.filter(|_| all && self.layout.is_none()) {
            markup::tell_apart(dressed, &mut scan.candidates);
        }
        if all && self.layout.is_none() {
            crate::scan::wanted::add(self.text, scan);
        }
        let ready = self.contents.mark(self.text, scan, all);
        let layout = *self.layout.get_or_insert_with(|| {
            // Often half of them are markers, in a text of figures and references none.
            self.marks.reserve(scan.candidates.len() / 4);
            self.search.begin(&weights::DEFAULT, scan.candidates.len(), self.text.len());
            let breaks = if all { scan.breaks } else { crate::scan::breaks(self.text) };
            layout(self.text, breaks, &scan.candidates, self.options)
        });
        let candidates = scan.candidates.get_mut(..ready).unwrap_or(&mut []);
        bulleted::mark(self.text, candidates);
        evidence::weigh(candidates, layout, &weights::DEFAULT, self.known);
        self.search.go_on(candidates, &weights::DEFAULT, &Beam::DEFAULT, self.marks);
        (ready, layout)
    }
}

/// The longest average line, in bytes, of a text whose line breaks mean something.
const LINE: usize = 1_500;

/// The shortest average line, in bytes, of a text that may be cut anywhere: many lines of others are headings.
const LONG_LINE: usize = 300;

/// How a text with so many line breaks and these candidates is laid out. A text that is read in windows is not asked for
/// crowded lines: it is far longer than a page.
pub(crate) fn layout(text: &str, breaks: usize, candidates: &[Candidate], options: &Options) -> Layout {
    let meaning = options.meaning_of_line_breaks();
    let crowded = || candidates.len() < WINDOW && crowded::longest(text, candidates) > text.len() / 2;
    let cut_anywhere = || text.len() / (breaks + 1) > LONG_LINE && crowded::is_cut_anywhere(text);
    let lines = breaks >= 2
        && text.len() / (breaks + 1) <= LINE
        && meaning != LineBreaks::Ignored
        // The lines are pieces of a site's preview, cut anywhere.
        && (meaning == LineBreaks::Trusted || crate::scan::counters::first(text).is_none() && !crowded() && !cut_anywhere());
    let last = text.trim_end_matches(crate::gap::is_blank).chars().next_back();
    let cut = last.is_some_and(|last| {
        matches!(crate::scan::context::before(Some(last)), Before::Word | Before::Comma | Before::Dun | Before::Letter)
    });
    Layout { lines, trusted: meaning == LineBreaks::Trusted, cut: cut && !lines }
}

#[cfg(test)]
mod tests {
    use super::{LineBreaks, Options, Parsed, Parser, parse, readable};
    use crate::{Diagnostic, Document, LineIndex, Span, TreeError};

    #[test]
    fn a_long_text_is_read_up_to_the_last_whole_character() {
        assert_eq!(readable("一二三", 9), "一二三");
        assert_eq!(readable("一二三", 8), "一二");
        assert_eq!(readable("一二三", 6), "一二");
        assert_eq!(readable("一二三", 2), "");
        assert_eq!(readable("", 0), "");
    }

    #[test]
    fn a_foreign_span_has_no_text() {
        let parsed = parse("一二");
        assert_eq!(parsed.text_of(Span::new(3, 6)), "二");
        for foreign in [Span::new(0, 4), Span::new(1, 3), Span::new(3, 9), Span { start: 3, end: 0 }] {
            assert_eq!(parsed.text_of(foreign), "");
        }
    }

    #[test]
    fn every_public_value_crosses_threads() {
        fn crosses<T: Send + Sync + std::fmt::Debug + Clone + 'static>() {}
        crosses::<Parsed<'static>>();
        crosses::<Document>();
        crosses::<Options>();
        crosses::<Parser>();
        crosses::<Diagnostic>();
        crosses::<TreeError>();
        crosses::<LineIndex<'static>>();
    }

    #[test]
    fn options_say_what_was_asked() {
        assert_eq!(Options::new(), Options::default());
        let options = Options::new().inline_items(false).line_breaks(LineBreaks::Ignored);
        assert!(!options.reads_inline_items());
        assert_eq!(options.meaning_of_line_breaks(), LineBreaks::Ignored);
    }

    #[test]
    fn line_breaks_are_believed_as_far_as_asked() {
        let text = "一、目标：一是快，二是好。\n说明（一）第一点。（二）第二点。\n二、任务。\n";
        let count = |meaning| super::parse_with(text, &Options::new().line_breaks(meaning)).document().len();
        assert_eq!(count(LineBreaks::Trusted), 2);
        assert!(count(LineBreaks::Hint) > 2);
        assert_eq!(count(LineBreaks::Ignored), count(LineBreaks::Hint));
    }
}
