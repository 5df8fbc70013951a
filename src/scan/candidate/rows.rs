//! Numbers that begin the row of a table, or fill a cell.
//!
//! ```text
//! 1.通识教育 必修 42.0 756      two figures side by side behind a name
//! 1 微度  151.2  17.3           cells that two blanks or tabs part; 1　节点　184　9500: wide blanks
//! | （一） | 功放 |             a numeral is all that a cell holds
//! ```

use super::super::bytes::{self, three_before};
use super::super::context::Before;
use super::super::marker::is_blank;
use super::{LINE, Place};
use crate::gap;

/// How much behind a number is looked at for figures: for the first blank, in bytes, and all of a row, in characters.
const NAME: usize = 48;

const ROW: usize = 64;

/// How many cells of a row are looked at.
const CELLS: usize = 8;

/// Whether the row of a table begins with the number that ends at `end`: two figures stand side by side behind a name,
/// 1.通识教育 必修 42.0 756. Thousands may be parted by blanks as well: 3 847 户.
#[inline(always)]
pub(super) fn holds_figures(text: &str, place: Place, end: usize) -> bool {
    const STOP: u32 = bytes::of("。");
    const SEMICOLON: u32 = bytes::of("；");
    // No row stands behind a stop, and behind most numbers no blank before the first stop.
    let may = match place.before {
        Before::Line => !matches!(three_before(text.as_bytes(), place.at.saturating_sub(1)), STOP | SEMICOLON),
        Before::Word | Before::Digit | Before::Other | Before::Close => true,
        _ => false,
    };
    may && {
        let near = text.as_bytes().get(end + 1..).unwrap_or(&[]);
        memchr::memchr(b' ', near.get(..NAME).unwrap_or(near)).is_some()
            && is_row_of_figures(text.get(end..).unwrap_or(""))
    }
}

#[inline(never)]
fn is_row_of_figures(rest: &str) -> bool {
    let ends = |c| matches!(c, '。' | '；' | '，' | '：' | '\n' | '\r');
    let end = rest.char_indices().enumerate().find(|&(index, (_, c))| index == ROW || ends(c));
    let end = end.map_or(rest.len(), |(_, (at, _))| at);
    let is_figure = |word: &str| {
        word.contains(|c: char| c.is_ascii_digit())
            && word.chars().all(|c| c.is_ascii_digit() || matches!(c, '.' | '%' | '％'))
    };
    let mut last = "";
    rest.get(..end).unwrap_or("").split_whitespace().take(CELLS).skip(1).any(|word| {
        let thousands = word.len() == 3 && last.len() <= 3;
        let beside = is_figure(last) && is_figure(word) && !thousands;
        last = word;
        beside
    })
}

/// Whether a marker is all that a cell of a table holds: its row is no item.
#[inline(never)]
pub(super) fn is_cell(text: &str, at: usize, end: usize) -> bool {
    let (head, rest) = (text.get(..at).unwrap_or(""), text.get(end..).unwrap_or(""));
    head.trim_end_matches(is_blank).ends_with(gap::is_bar) && rest.trim_start_matches(is_blank).starts_with(gap::is_bar)
}

/// Whether the line behind a bare number holds cells of a table: more than two, parted by tabs or by two blanks and more, or more
/// than three, parted by wide blanks, of which a heading may have one or two.
pub(super) fn is_row(rest: &str) -> bool {
    let line = rest.trim_start_matches(is_blank);
    if rest.starts_with('\u{3000}') && holds_wide_cells(line) {
        return true;
    }
    // Most headings hold no blank.
    let blank = memchr::memchr3(b' ', b'\t', b'\n', line.as_bytes()).and_then(|at| line.as_bytes().get(at));
    blank.is_some_and(|&blank| blank != b'\n') && holds_cells(line)
}

#[inline(never)]
fn holds_wide_cells(line: &str) -> bool {
    let line = line.split('\n').next().unwrap_or("").trim_end_matches(is_blank);
    !line.contains(['。', '；']) && line.split('\u{3000}').filter(|cell| !cell.is_empty()).nth(3).is_some()
}

#[inline(never)]
fn holds_cells(line: &str) -> bool {
    let line = line.as_bytes().get(..LINE).unwrap_or(line.as_bytes());
    let line = line.get(..memchr::memchr(b'\n', line).unwrap_or(line.len())).unwrap_or(line).trim_ascii_end();
    let is_gap = |byte: Option<&u8>| matches!(byte, Some(b' ' | b'\t'));
    let begins_gap = |&at: &usize| {
        !is_gap(at.checked_sub(1).and_then(|before| line.get(before)))
            && (line.get(at) == Some(&b'\t') || is_gap(line.get(at + 1)))
    };
    memchr::memchr2_iter(b' ', b'\t', line).filter(begins_gap).nth(1).is_some()
}
