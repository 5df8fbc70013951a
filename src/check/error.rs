//! What a check says: which promise is broken, where, and what to do.

use std::fmt;

use crate::{MAX_DEPTH, Number, Span, Style};

/// A part of the tree that has a place in the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Part {
    /// [`crate::Document::head`]
    Head,
    /// [`crate::Document::title`]
    Title,
    /// [`crate::Document::preface`]
    Preface,
    /// A [`crate::Section`]
    Section,
    /// [`crate::Section::marker`]
    Marker,
    /// [`crate::Section::heading`]
    Heading,
    /// [`crate::Section::body`]
    Body,
    /// [`crate::Section::tail`]
    Tail,
    /// [`crate::Document::closing`]
    Closing,
    /// The end of the text
    End,
}

impl fmt::Display for Part {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(match self {
            Self::Head => "head",
            Self::Title => "title",
            Self::Preface => "preface",
            Self::Section => "section",
            Self::Marker => "marker",
            Self::Heading => "heading",
            Self::Body => "body",
            Self::Tail => "tail",
            Self::Closing => "closing",
            Self::End => "end of the text",
        })
    }
}

/// Why a tree is not one of this text.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum TreeError {
    /// The document is as long as another text.
    #[error(
        "the document covers bytes {}..{}, the text has 0..{len}: check the tree against the very text it was made from",
        span.start,
        span.end
    )]
    OtherText {
        /// [`crate::Document::span`].
        span: Span,
        /// The length of the text, as far as spans reach.
        len: usize,
    },
    /// A span is backward or goes beyond the text.
    #[error(
        "the {part} at {}..{} is not inside the text of {len} bytes: offsets are bytes, start before end",
        span.start,
        span.end
    )]
    Outside {
        /// What has the span.
        part: Part,
        /// The span.
        span: Span,
        /// The length of the text.
        len: usize,
    },
    /// A span begins or ends inside a character.
    #[error(
        "the {part} at {}..{} begins or ends inside a character: offsets are bytes, not characters or UTF-16 units",
        span.start,
        span.end
    )]
    InsideCharacter {
        /// What has the span.
        part: Part,
        /// The span.
        span: Span,
    },
    /// A part starts before the part in front of it ends.
    #[error(
        "the {part} at {}..{} starts before byte {free_from}, where the part in front of it ends: \
         parts stand in the order marker, heading, body, children, tail",
        span.start,
        span.end
    )]
    Overlap {
        /// What has the span.
        part: Part,
        /// The span.
        span: Span,
        /// Where the part in front ends.
        free_from: u32,
    },
    /// Text between two parts belongs to none.
    #[error(
        "{found:?} at {}..{}, in front of the {before}, belongs to no part: \
         only blanks, and one stop behind a heading, may stand between parts",
        span.start,
        span.end
    )]
    Uncovered {
        /// Where the character stands.
        span: Span,
        /// The character.
        found: char,
        /// The part behind the gap.
        before: Part,
    },
    /// A section does not reach from its marker to its tail.
    #[error(
        "the section at {}..{} has its marker and tail at {}..{}: a section starts with its marker and ends with its tail",
        span.start,
        span.end,
        parts.start,
        parts.end
    )]
    SectionSpan {
        /// [`crate::Section::span`].
        span: Span,
        /// From the start of the marker to the end of the tail.
        parts: Span,
    },
    /// The text under a marker cannot be read as its style and number.
    #[error(
        "the marker at {}..{} does not read as number {number} in style {:?} (recovered: {recovered}): \
         the tree belongs to another text, or its marker was changed",
        span.start,
        span.end,
        style.form
    )]
    Marker {
        /// Where the marker stands.
        span: Span,
        /// What it is said to be.
        style: Style,
        /// What it is said to count.
        number: Number,
        /// Whether its delimiter is said to be lost.
        recovered: bool,
    },
    /// A section lies too deep.
    #[error("the section at {}..{} lies on level {}, the deepest is {MAX_DEPTH}: make it a sibling", span.start, span.end, MAX_DEPTH + 1)]
    TooDeep {
        /// [`crate::Section::span`].
        span: Span,
    },
    /// A style stands twice on a path.
    #[error(
        "the section at {}..{} has the style of a section around it and starts its list at {number}: \
         such a list starts at 1, or its sections belong to the outer list",
        span.start,
        span.end
    )]
    StyleTwice {
        /// [`crate::Section::span`].
        span: Span,
        /// The number its list starts with.
        number: Number,
    },
}
