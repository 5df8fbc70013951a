//! What needs no `\`.
//!
//! ```text
//! 一、抓统筹。每月调度。⏎二、…      looked at once, in blocks, as far as nothing special stands
//! [from               to)          the texts of a section lie inside, and are copied
//! ```
//!
//! The texts of a section stand side by side and are short: to search each by itself cost as much as to search all of
//! the text three times.

use fearless_simd::{Level, Simd, dispatch, prelude::*, u8x64};

/// Where the text was looked at and nothing special was found.
#[derive(Debug, Clone, Copy)]
pub(super) struct Plain {
    from: usize,
    to: usize,
    level: Level,
}

/// How far behind a piece the search goes on, in bytes: a piece that is asked for again costs no more than that.
const AHEAD: usize = 2048;

impl Plain {
    /// Before the beginning of a text; for the vectors that this machine has.
    pub(super) fn new() -> Self {
        Self { from: 0, to: 0, level: Level::new() }
    }

    /// Whether a piece of the text is known to need no `\`.
    pub(super) const fn holds(&self, start: usize, end: usize) -> bool {
        self.from <= start && end <= self.to
    }

    /// Offset of the first byte from `at` that JSON does not take as it is, or `end` where none stands before. All such
    /// bytes are ASCII.
    pub(super) fn end(&mut self, text: &[u8], at: usize, end: usize) -> usize {
        if at < self.from || at > self.to {
            (self.from, self.to) = (at, at);
        }
        if end > self.to {
            self.to = skip(self.level, text, self.to, end.saturating_add(AHEAD));
        }
        end.min(self.to)
    }
}

/// Bytes looked at together.
const BLOCK: usize = 64;

/// Offset of the first special byte from `at` on; where none is found, at least `limit` or the end of the text.
#[inline(never)] // seldom called, and what it holds in registers a short text need not save
fn skip(level: Level, text: &[u8], at: usize, limit: usize) -> usize {
    dispatch!(level, simd => skip_by(simd, text, at, limit))
}

#[inline(always)]
fn skip_by<S: Simd>(simd: S, text: &[u8], at: usize, limit: usize) -> usize {
    let mut rest = text.get(at..limit.min(text.len())).unwrap_or(&[]);
    while let Some((block, behind)) = rest.split_first_chunk::<BLOCK>() {
        let special = special_ones(simd, block);
        if special != 0 {
            return limit.min(text.len()) - rest.len() + special.trailing_zeros() as usize;
        }
        rest = behind;
    }
    while let Some((word, behind)) = rest.split_first_chunk() {
        let special = specials(*word);
        if special != 0 {
            rest = rest.get(special.trailing_zeros() as usize / 8..).unwrap_or(&[]);
            return limit.min(text.len()) - rest.len();
        }
        rest = behind;
    }
    let plain = rest.iter().position(|&sign| is_special(sign)).unwrap_or(rest.len());
    limit.min(text.len()) - (rest.len() - plain)
}

const fn is_special(sign: u8) -> bool {
    // With this bit turned, `"` stands right behind the controls.
    (sign ^ 2 <= b' ') | (sign == b'\\')
}

/// A bit for each special byte of a block; see [`is_special`].
#[inline(always)]
fn special_ones<S: Simd>(simd: S, block: &[u8; BLOCK]) -> u64 {
    let block = u8x64::simd_from(simd, *block);
    // Each term is 0 for what it looks for.
    (block ^ 2).saturating_sub(b' ').min(block ^ b'\\').simd_eq(0).to_bitmask()
}

/// The highest bit of each special byte of a word, right up to the first of them.
const fn specials(word: [u8; 8]) -> u64 {
    const ONES: u64 = 0x0101_0101_0101_0101;
    let word = u64::from_le_bytes(word);
    let (turned, without) = (word ^ (2 * ONES), word ^ (b'\\' as u64 * ONES));
    let controls = turned.wrapping_sub((b' ' + 1) as u64 * ONES) & !turned;
    let backslashes = without.wrapping_sub(ONES) & !without;
    (controls | backslashes) & (0x80 * ONES)
}

#[cfg(test)]
mod tests {
    use fearless_simd::{Level, dispatch};

    use super::{AHEAD, BLOCK, Plain, is_special, specials};

    #[test]
    fn special_is_what_json_escapes() {
        for sign in 0..=u8::MAX {
            assert_eq!(is_special(sign), sign < b' ' || matches!(sign, b'"' | b'\\'));
            for (index, other) in (0..8).zip(*b"a\x80\xFF  [!#") {
                let mut word = [other; 8];
                word[index] = sign;
                let first = specials(word).trailing_zeros() / 8;
                assert_eq!(first, if is_special(sign) { index as u32 } else { 8 }, "{word:?}");
            }
        }
    }

    #[test]
    fn blocks_are_looked_at_as_single_signs_are() {
        for level in [Level::new(), Level::baseline()] {
            for sign in 0..=u8::MAX {
                let at = usize::from(sign) % BLOCK;
                let mut block = *"抓统筹".as_bytes().repeat(BLOCK).first_chunk().unwrap();
                block[at] = sign;
                let found = dispatch!(level, simd => super::special_ones(simd, &block));
                assert_eq!(found, u64::from(is_special(sign)) << at, "{sign}");
            }
        }
    }

    #[test]
    fn what_needs_escape_is_found_wherever_it_stands() {
        for length in [0, 1, 7, 8, 9, BLOCK - 1, BLOCK, BLOCK + 1, 100, AHEAD, AHEAD + BLOCK + 9] {
            let text = "a".repeat(length);
            assert_eq!(Plain::new().end(text.as_bytes(), 0, length), length);
            for at in 0..length {
                let text = format!("{}\n{}\"", &text[..at], &text[at + 1..]);
                let mut plain = Plain::new();
                for from in 0..at {
                    assert_eq!(plain.end(text.as_bytes(), from, text.len()), at);
                    assert_eq!(plain.end(text.as_bytes(), from, at), at);
                    assert_eq!(plain.end(text.as_bytes(), from, from + 1), from + 1);
                }
                assert_eq!(plain.end(text.as_bytes(), at + 1, text.len()), length);
                assert_eq!(plain.end(text.as_bytes(), 0, text.len()), at);
            }
        }
    }
}
