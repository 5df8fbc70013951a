//! Stage 3: the text between two marks, into heading and body.
//!
//! ```text
//! 一、  抓统筹，强保障  。 每月调度。 …        heading to the first stop, body behind it
//! 1.    身份证；                            a plain entry: body only
//! 第三条 …                                  an article: body only
//! 一、  参加对象 ： 全体教师。               the part before ： when it is short
//! 一、  抓统筹强保障 1.…                     no stop before the first child: all of it
//! ```
//!
//! Whether the items of a list have headings is decided for the list as a whole: one list's entries
//! are of one kind. Where a list shows both, items with more than one sentence or with children keep
//! their headings.

use crate::gap::is_blank;
use crate::scan::kind::Kind;
use crate::{Form, Span};

/// The longest part before `：` that is a heading by itself, in characters.
const LABEL: usize = 12;

/// A piece of text between a marker and the next.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Piece {
    pub(crate) kind: Kind,
    /// Offset behind the marker.
    pub(crate) start: u32,
    /// Offset of the next marker or of the end.
    pub(crate) end: u32,
    /// Whether the next marker opens a list inside this item.
    pub(crate) has_children: bool,
    /// Whether the piece stands inside a line or sentence.
    pub(crate) inline: bool,
}

/// Heading and body of a piece.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Split {
    pub(crate) heading: Option<Span>,
    pub(crate) body: Span,
    /// How the heading ended; tells lists of headings from lists of entries.
    pub(crate) sign: Sign,
}

/// What ends the first sentence of a piece.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Sign {
    /// More text or children follow behind the heading.
    Heading,
    /// The piece is one sentence or phrase.
    Whole,
    /// The form has no headings.
    Never,
}

/// Whether a form has headings at all.
const fn has_headings(kind: Kind, form: Form) -> bool {
    !matches!(kind, Kind::Article | Kind::ArticleArabic)
        && !matches!(form, Form::Shi | Form::Yao | Form::QiComma | Form::DiComma | Form::Square)
}

/// Splits a piece. `stops`: the stops of the text, from the first that is not before the piece.
pub(crate) fn split(text: &str, stops: &[u32], piece: Piece) -> Split {
    let whole = trim(text, Span::new(piece.start, piece.end));
    let none = |sign| Split { heading: None, body: whole, sign };
    if !has_headings(piece.kind, piece.kind.row().style.form) || piece.inline && !piece.has_children {
        return none(Sign::Never);
    }
    let bytes = text.as_bytes();
    for &stop in stops {
        if stop < whole.start {
            continue;
        }
        if stop >= whole.end {
            break;
        }
        let rest = text.get(stop as usize..).unwrap_or("");
        let Some(sign) = rest.chars().next() else { break };
        let before = trim(text, Span::new(whole.start, stop));
        let behind = Span::new(stop + sign.len_utf8() as u32, whole.end);
        let follows = trim(text, behind);
        match sign {
            '：' | ':' => {
                let label = text.get(before.range()).unwrap_or("");
                let at_end = follows.is_empty() || matches!(bytes.get(behind.start as usize), Some(b'\n' | b'\r'));
                if at_end || short(label) {
                    return headed(text, before, behind, whole.end);
                }
                // A longer sentence goes on behind the colon.
            }
            '；' | ';' if follows.is_empty() && !piece.has_children => return none(Sign::Whole),
            '\n' | '\r' | '\u{2028}' | '\u{2029}' => {
                if before.is_empty() {
                    continue;
                }
                return headed(text, before, behind, whole.end);
            }
            '？' | '?' | '！' | '!' => return headed(text, Span::new(before.start, behind.start), behind, whole.end),
            _ => {
                if follows.is_empty() && !piece.has_children {
                    return none(Sign::Whole);
                }
                return headed(text, before, behind, whole.end);
            }
        }
    }
    if whole.is_empty() {
        return none(Sign::Whole);
    }
    // No stop: a heading that runs to the next marker or to the end.
    Split {
        heading: Some(whole),
        body: Span::empty(whole.end),
        sign: if piece.has_children { Sign::Heading } else { Sign::Whole },
    }
}

fn short(label: &str) -> bool {
    label.chars().nth(LABEL).is_none() && !label.contains(['，', ',', '、', '“', '《'])
}

fn headed(text: &str, heading: Span, behind: Span, end: u32) -> Split {
    // A second stop behind the heading belongs to the body: a gap holds at most one.
    let body = trim(text, Span::new(behind.start, end));
    let heading = if heading.is_empty() { None } else { Some(heading) };
    Split { heading, body, sign: Sign::Heading }
}

/// A span without the blanks at its ends.
pub(crate) fn trim(text: &str, span: Span) -> Span {
    let piece = span.of(text).unwrap_or("");
    let front = piece.trim_start_matches(is_blank);
    let start = span.start + (piece.len() - front.len()) as u32;
    Span::new(start, start + front.trim_end_matches(is_blank).len() as u32)
}
