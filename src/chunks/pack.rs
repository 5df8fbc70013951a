//! From the tree to pieces of the text: what stands together, and under which path.
//!
//! ```text
//! region of a section = its first byte … the first byte of what follows it
//! ┌ head ────────────┬ child ──────┬ child ──────┬ tail ──┐
//! 一、抓统筹。各地要… （一）…         （二）…        以上各项…
//! ```
//!
//! The head goes with the entries behind it, and these go together, as long as they fit: but only
//! plain entries, unless more is asked for. A section with children, and a 第N章 or 第N条, stands alone: it is what people
//! cite.
//! A heading without a body is never left alone, it goes along with the first child.
//! What fits as a whole stays whole, a text too. Table of contents, tail and closing stand alone.
//!
//! Where entries are put together, each chunk is filled up. An entry that grows would so move every seam behind
//! it, and all chunks behind it would be new ones to whoever has stored them; but now and then an entry begins a
//! chunk by itself, and from there on nothing is moved:
//!
//! ```text
//! [1. 2. 3.][4. 5. 6.][7. 8.] [9. 10. 11.][12. …       9 is such an entry, by a hash of its text
//! [1. 2.][3. 4. 5.][6. 7. 8.] [9. 10. 11.][12. …       2 has grown
//! ```

use std::ops::Range;

use super::ChunkOptions;
use super::cut::Cuts;
use crate::gap::is_blank;
use crate::{Form, LineIndex, Parsed, Section, Span, Subdocument, subdocuments};

/// One chunk to be.
#[derive(Debug)]
pub(super) struct Piece<'d> {
    pub(super) span: Span,
    /// Text before the span that is repeated; ends where the span starts.
    pub(super) overlap: Span,
    /// The sections around the whole piece, outermost first.
    pub(super) path: Vec<&'d Section>,
}

/// The pieces of a text, in order; their spans are the text.
pub(super) fn pieces<'d>(
    parsed: &'d Parsed<'_>,
    lines: &LineIndex<'_>,
    inside: &[Subdocument],
    contents: Option<Span>,
    options: &ChunkOptions<'_>,
) -> Vec<Piece<'d>> {
    let document = parsed.document();
    let mut packer =
        Packer { parsed, lines, inside, contents, options, path: Vec::new(), open: None, done: Vec::new() };
    let closing = if document.closing.is_empty() { document.span.end } else { document.closing.start };
    let bare = document.head.is_empty() && document.preface.is_empty();
    if packer.fits(document.span) && !document.span.is_empty() {
        packer.done.push(Piece { span: document.span, overlap: Span::empty(document.span.start), path: Vec::new() });
    } else {
        packer.level(&document.sections, document.span.start, bare, closing, document.span.end);
    }
    packer.done
}

/// How many full chunks there are, on average, from one entry that begins a chunk by itself to the next. Fewer
/// would leave more chunks half full; more would let an entry that grows change more of them.
const STRETCH: u128 = 3;

struct Packer<'d, 'a> {
    parsed: &'d Parsed<'d>,
    lines: &'a LineIndex<'a>,
    inside: &'a [Subdocument],
    contents: Option<Span>,
    options: &'a ChunkOptions<'a>,
    /// The sections around where we are.
    path: Vec<&'d Section>,
    /// What has been put together under this path and may still grow.
    open: Option<Span>,
    done: Vec<Piece<'d>>,
}

impl<'d> Packer<'d, '_> {
    /// One level: head, children, tail. `bare`: the head is a heading and nothing else.
    ///
    /// Recurses once a level of the tree, of which a parsed text has at most `MAX_DEPTH`.
    fn level(&mut self, children: &'d [Section], start: u32, bare: bool, tail: u32, end: u32) {
        let first = children.first().map_or(tail, |child| child.span.start);
        let mut from = start;
        if !bare || children.is_empty() {
            self.head(start, first);
            from = first;
        }
        for (index, child) in children.iter().enumerate() {
            let to = children.get(index + 1).map_or(tail, |next| self.begin(next));
            // What stands before the title of an annex is none of it.
            if index > 0 && from < child.span.start {
                self.close();
            }
            self.child(child, Span::new(from, to), index == 0);
            from = to;
        }
        // What sums up or closes belongs to no entry, so it stands alone.
        self.close();
        self.add(Span::new(tail, end), true);
        self.close();
    }

    /// What stands before the children; a table of contents stands alone.
    fn head(&mut self, mut start: u32, end: u32) {
        if let Some(contents) = self.contents.filter(|one| start <= one.start && one.end <= end) {
            // Blanks alone are no chunk.
            let blanks = |text: &str| text.len() - text.trim_start_matches(is_blank).len();
            if blanks(self.parsed.text_of(Span::new(start, contents.start))) < (contents.start - start) as usize {
                self.add(Span::new(start, contents.start), true);
                self.close();
                start = contents.start;
            }
            let behind = Span::new(contents.end, end);
            let to = at(behind, blanks(self.parsed.text_of(behind)));
            self.add(Span::new(start, to), true);
            self.close();
            start = to;
        }
        self.add(Span::new(start, end), true);
    }

    /// Where the chunk of a section may begin: with the title of the annex or other document whose first section it is, else with
    /// its marker.
    fn begin(&self, section: &Section) -> u32 {
        let start = section.span.start;
        let first = |one: &Subdocument| one.sections(self.parsed.document()).first().map(|first| first.span.start);
        let inside = subdocuments::around(self.inside, start).filter(|one| first(one) == Some(start));
        inside.map_or(start, |one| one.span.start)
    }

    /// `first`: nothing but the head stands before it, which is never left alone.
    fn child(&mut self, child: &'d Section, region: Span, first: bool) {
        let plain = child.children.is_empty() && !matches!(child.marker.style.form, Form::Unit(_));
        if (plain || self.options.join) && self.fits(region) {
            if !first && self.begins(region) {
                self.close();
            }
            return self.add(region, false);
        }
        self.close();
        self.path.push(child);
        if self.fits(region) {
            let path = self.path.clone();
            self.done.push(Piece { span: region, overlap: Span::empty(region.start), path });
        } else if child.children.is_empty() {
            self.cut(region);
        } else {
            let tail = if child.tail.is_empty() { region.end } else { child.tail.start };
            self.level(&child.children, region.start, child.body.is_empty(), tail, region.end);
        }
        self.path.pop();
    }

    /// Adds what may stand together with its neighbours; cuts it where it is too long.
    fn add(&mut self, span: Span, may_cut: bool) {
        if span.is_empty() {
            return;
        }
        if let Some(open) = self.open {
            let both = Span::new(open.start, span.end);
            if self.fits(both) {
                self.open = Some(both);
                return;
            }
            self.close();
        }
        if may_cut && !self.fits(span) {
            self.cut(span);
        } else {
            self.open = Some(span);
        }
    }

    /// Whether an entry begins a chunk by itself: one in so much text, so that it is seldom where entries are
    /// short. What stands elsewhere has no say in it.
    fn begins(&self, entry: Span) -> bool {
        let hash = super::fnv(self.parsed.text_of(entry));
        let of_all = (hash ^ hash >> 32) & 0xFFFF_FFFF; // evenly among 2^32
        let (size, room) = (self.count(entry.range()) as u128, self.room() as u128);
        u128::from(of_all) * STRETCH * room < size << 32
    }

    fn cut(&mut self, span: Span) {
        let text = self.parsed.text_of(span);
        let cuts = Cuts::of(text);
        let (mut from, mut before) = (0, 0);
        while from < text.len() {
            let limit = self.limit(span.start as usize + from, span.end as usize) - span.start as usize;
            let to = cuts.last_within(from, limit);
            let overlap = self.overlap(text, &cuts, before, from);
            self.done.push(Piece {
                span: Span::new(at(span, from), at(span, to)),
                overlap: Span::new(at(span, overlap), at(span, from)),
                path: self.path.clone(),
            });
            (before, from) = (from, to);
        }
    }

    /// Where the overlap before `to` starts: behind a sentence of the piece before, if any of them
    /// leaves something that is short enough, else behind any character.
    fn overlap(&self, text: &str, cuts: &Cuts, from: usize, to: usize) -> usize {
        let most = self.options.reserved();
        if most == 0 || from == to {
            return to;
        }
        let short = |start: usize| self.options.count(text.get(start..to).unwrap_or_default()) <= most;
        // The boundaries go from too long to short enough, so the first that is short is found by halving.
        let within: Vec<usize> = cuts.sentences_within(from, to).to_vec();
        let index = within.partition_point(|&start| !short(start));
        if let Some(&start) = within.get(index) {
            return start;
        }
        let characters: Vec<usize> =
            text.get(from..to).unwrap_or_default().char_indices().map(|(at, _)| from + at).collect();
        characters.get(characters.partition_point(|&start| !short(start))).copied().unwrap_or(to)
    }

    fn close(&mut self) {
        if let Some(span) = self.open.take() {
            let path = self.innermost(span);
            self.done.push(Piece { span, overlap: Span::empty(span.start), path });
        }
    }

    /// The path, and the section that is the whole piece where it is one.
    fn innermost(&self, span: Span) -> Vec<&'d Section> {
        let mut path = self.path.clone();
        let siblings = path.last().map_or(&self.parsed.document().sections, |section| &section.children);
        let behind = siblings.partition_point(|section| section.span.start < span.end);
        let before = siblings.partition_point(|section| section.span.start < span.start);
        if let [only] = siblings.get(before..behind).unwrap_or_default() {
            let head = path.last().map_or(self.parsed.document().preface, |section| section.body);
            // A heading or title alone may stand before it, a body may not.
            if head.is_empty() || head.start < span.start {
                path.push(only);
            }
        }
        path
    }

    /// What a chunk's own text may measure.
    fn room(&self) -> usize {
        (self.options.size - self.options.for_path() - self.options.reserved()).max(1)
    }

    fn fits(&self, span: Span) -> bool {
        self.fits_range(span.range())
    }

    fn fits_range(&self, range: Range<usize>) -> bool {
        self.count(range) <= self.room()
    }

    fn count(&self, range: Range<usize>) -> usize {
        match self.options.measure {
            None => self.lines.chars_before(range.end) - self.lines.chars_before(range.start),
            Some(measure) => measure(self.parsed.text().get(range).unwrap_or_default()),
        }
    }

    /// The furthest place up to `end` that leaves a piece from `start` that fits, at least one character on.
    fn limit(&self, start: usize, end: usize) -> usize {
        let boundary = |mut at: usize| {
            while !self.parsed.text().is_char_boundary(at) {
                at += 1; // at most three times; the end of the text is a boundary
            }
            at
        };
        // Doubles the step until it is too far, then halves: asks for texts of twice the size at most.
        let mut step = 64;
        while start + step < end && self.fits_range(start..boundary(start + step)) {
            step *= 2;
        }
        let far = (start + step).min(end);
        if far == end && self.fits_range(start..end) {
            return end;
        }
        let (mut good, mut bad) = (boundary(start + 1), boundary(far));
        while let Some(middle) = Some(boundary(good + (bad - good) / 2)).filter(|&middle| good < middle && middle < bad)
        {
            if self.fits_range(start..middle) { good = middle } else { bad = middle }
        }
        // A long character in the middle may hide short ones: what is left is at most a few bytes.
        let rest = self.parsed.text().get(good..bad).unwrap_or_default();
        let further = rest.char_indices().skip(1).map(|(at, _)| good + at);
        further.take_while(|&end| self.fits_range(start..end)).last().unwrap_or(good)
    }
}

fn at(span: Span, offset: usize) -> u32 {
    // Fits: the offset lies in the span.
    span.start + u32::try_from(offset).unwrap_or_default()
}
