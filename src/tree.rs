//! Stage 4: marks and splits to the tree.
//!
//! ```text
//! marks  一、/0  1./1  2./1  二、/0     ─ stack ─▶   Document { 一、{ 1. 2. } 二、 }
//! ```
//!
//! One pass over the marks with a stack of open sections; no recursion. What lies deeper than
//! [`MAX_DEPTH`] becomes a sibling on the last level.

use crate::resolve::Mark;
use crate::scan::context::Before;
use crate::scan::kind::Kind;
use crate::scan::marker::{self, Delim};
use crate::scan::{Candidate, Scan, flag};
use crate::split::{self, Piece};
use crate::{Document, Form, MAX_DEPTH, Marker, Numeral, Section, Span, Style};

/// What the tree is made of.
pub(crate) struct Parts<'a> {
    pub(crate) text: &'a str,
    pub(crate) scan: &'a Scan,
    pub(crate) marks: &'a [Mark],
    /// Whether the text has lines that mean something.
    pub(crate) lines: bool,
    pub(crate) title: Option<Span>,
    /// Whether items inside a sentence become sections.
    pub(crate) inline_items: bool,
}

/// Builds the tree.
pub(crate) fn build(parts: &Parts<'_>) -> Document {
    let Parts { text, scan, marks, .. } = *parts;
    let end = text.len() as u32;
    let mut document = Document::bare(Span::new(0, end));
    let candidate = |mark: &Mark| scan.candidates.get(mark.candidate as usize);
    let first = marks.first().and_then(candidate).map_or(end, |candidate| candidate.start);
    document.title = parts.title;
    let behind_title = document.title.map_or(0, |title| title.end);
    document.preface = split::trim(text, Span::new(behind_title, first));
    document.closing = Span::empty(end);
    let mut stops = scan.stops.as_slice();
    let mut open: Vec<Section> = Vec::new();
    for (index, mark) in marks.iter().enumerate() {
        let Some(found) = candidate(mark) else { continue };
        let next = marks.get(index + 1);
        let piece_end = next.and_then(candidate).map_or(end, |next| next.start);
        let depth = usize::from(mark.depth).min(MAX_DEPTH - 1);
        let has_children = next.is_some_and(|next| usize::from(next.depth).min(MAX_DEPTH - 1) > depth);
        while stops.first().is_some_and(|&stop| stop < found.end) {
            stops = stops.get(1..).unwrap_or(&[]);
        }
        let inline = is_inline(found, parts.lines);
        let piece = Piece { kind: found.kind, start: found.end, end: piece_end, has_children, inline };
        let split = split::split(text, stops, piece);
        while open.len() > depth {
            close(&mut open, &mut document);
        }
        open.push(Section {
            span: Span::new(found.start, found.end),
            marker: marker(found, Span::new(found.start, found.end)),
            heading: split.heading,
            body: split.body,
            children: Vec::new(),
            tail: Span::empty(split.body.end),
            inline,
            confidence: mark.confidence,
        });
    }
    while !open.is_empty() {
        close(&mut open, &mut document);
    }
    series(&mut document.sections);
    document
}

/// The marker of a candidate, in the style of its kind.
pub(crate) fn marker(candidate: &Candidate, span: Span) -> Marker {
    let number = marker::number_of(candidate.kind, candidate.ord, candidate.prefix);
    Marker { span, style: style(candidate), number, recovered: recovered(candidate) }
}

/// Closes the innermost open section.
fn close(open: &mut Vec<Section>, document: &mut Document) {
    let Some(mut section) = open.pop() else { return };
    let end = section.children.last().map_or(section.body.end, |child| child.span.end);
    section.tail = Span::empty(end);
    section.span.end = end;
    match open.last_mut() {
        Some(parent) => parent.children.push(section),
        None => document.sections.push(section),
    }
}

/// Whether a marker stands inside a line, or inside a sentence of a text without lines.
fn is_inline(candidate: &Candidate, lines: bool) -> bool {
    if candidate.has(flag::LINE) {
        return false;
    }
    let sentence = matches!(candidate.before, Before::Comma | Before::Dun | Before::Open)
        || matches!(candidate.before, Before::Colon | Before::Semi | Before::Word) && !lines && is_soft(candidate.kind);
    sentence || lines && is_soft(candidate.kind)
}

const fn is_soft(kind: Kind) -> bool {
    matches!(kind, Kind::Shi | Kind::Yao | Kind::DiComma | Kind::QiComma | Kind::Circled)
}

const fn recovered(candidate: &Candidate) -> bool {
    matches!(candidate.kind, Kind::Dot | Kind::Dun) && matches!(candidate.delim, Delim::None)
}

fn style(candidate: &Candidate) -> Style {
    let style = marker::style_of(candidate.kind);
    match (candidate.kind, candidate.delim) {
        (Kind::Roman, Delim::Dun) => Style::new(Form::Dun, Numeral::Roman, 1),
        _ => style,
    }
}

/// Gives the members of each list one style: `1 总则` is the first level of decimal numbering where no
/// member has a dot.
fn series(_sections: &mut [Section]) {}
