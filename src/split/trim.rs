//! A piece without the blanks at its ends.

use crate::Span;
use crate::gap::is_blank;
use crate::scan::bytes::{four, is_ideograph, of, three};

/// A span without the blanks at its ends. Most pieces begin with an ideograph, at once or behind one blank, and end with one or
/// with a sign, at once or before a line break: nothing to look up. Looked at by bytes, for to cut a text costs a look at its
/// characters' boundaries each time.
#[inline(always)]
pub(crate) fn trim(text: &str, span: Span) -> Span {
    let bytes = text.as_bytes();
    let first = four(bytes, span.start as usize);
    let begins = if is_ideograph(first) {
        0
    } else if first as u8 == b' ' && is_ideograph(first >> 8) {
        1
    } else if three(first) == WIDE_BLANK && is_ideograph(first >> 24) {
        3
    } else {
        return trim_blanks(text, span);
    };
    let Some(&last) = bytes.get(..span.end as usize).and_then(<[u8]>::last_chunk) else {
        return trim_blanks(text, span);
    };
    let last = u32::from_be_bytes(last);
    let ends = if ends_piece(last & 0x00FF_FFFF) {
        0
    } else if last as u8 == b'\n' && ends_piece(last >> 8) {
        1
    } else {
        return trim_blanks(text, span);
    };
    let (start, end) = (span.start + begins, span.end - ends);
    if start < end { Span::new(start, end) } else { trim_blanks(text, span) }
}

const WIDE_BLANK: u32 = of("\u{3000}");

/// Whether the last three bytes of a piece, the last in the lowest place, are an ideograph, 。 or another sign of full width.
const fn ends_piece(last: u32) -> bool {
    matches!(last >> 16, 0xE4..=0xE9) || last == 0xE3_80_82 || last >> 8 == 0xEF_BC
}

/// [`trim`] of any piece, which mostly begins or ends with one of the commonest blanks.
fn trim_blanks(text: &str, span: Span) -> Span {
    if span.is_empty() {
        return Span::empty(span.start);
    }
    let Some(mut piece) = text.as_bytes().get(span.range()) else { return Span::empty(span.start) };
    while let [b' ' | b'\n', behind @ ..] | [0xE3, 0x80, 0x80, behind @ ..] = piece {
        piece = behind;
    }
    let start = span.end - piece.len() as u32;
    while let [before @ .., b' ' | b'\n'] | [before @ .., 0xE3, 0x80, 0x80] = piece {
        piece = before;
    }
    let begins = matches!(
        piece,
        [b'!'..=b'~' | 0xE4..=0xE9, ..] | [0xE3, 0x80, 0x81..=0xBF, ..] | [0xEF, 0xBC | 0xBD, ..]
    );
    let ends = matches!(
        piece,
        [.., b'!'..=b'~'] | [.., 0xE4..=0xE9, _, _] | [.., 0xE3, 0x80, 0x81..=0xBF] | [.., 0xEF, 0xBC | 0xBD, _]
    );
    if begins && ends { Span::new(start, start + piece.len() as u32) } else { trim_slowly(text, span) }
}

/// [`trim`] of any piece.
#[cold]
fn trim_slowly(text: &str, span: Span) -> Span {
    let piece = span.of(text).unwrap_or("");
    let front = piece.trim_start_matches(is_blank);
    let start = span.start + (piece.len() - front.len()) as u32;
    Span::new(start, start + front.trim_end_matches(is_blank).len() as u32)
}
