//! What needs no `\`.
//!
//! ```text
//! 一、抓统筹。每月调度。⏎二、…      looked at once, in blocks, as far as nothing special stands
//! [from               to)          the texts of a section lie inside, and are copied
//! ```
//!
//! The texts of a section stand side by side and are short: to search each by itself cost as much as to search all of
//! the text three times.

/// Where the text was looked at and nothing special was found.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Plain {
    from: usize,
    to: usize,
}

/// How far behind a piece the search goes on, in bytes: a piece that is asked for again costs no more than that.
const AHEAD: usize = 2048;

impl Plain {
    /// Whether a piece of the text is known to need no `\`.
    pub(super) const fn holds(&self, start: usize, end: usize) -> bool {
        self.from <= start && end <= self.to
    }

    /// Offset of the first byte from `at` that JSON does not take as it is, or `end` where none stands before. All such
    /// bytes are ASCII.
    pub(super) fn end(&mut self, text: &[u8], at: usize, end: usize) -> usize {
        if at < self.from || at > self.to {
            *self = Self { from: at, to: at };
        }
        if end > self.to {
            self.to = skip(text, self.to, end.saturating_add(AHEAD));
        }
        end.min(self.to)
    }
}

/// Bytes looked at together.
const BLOCK: usize = 64;

/// Offset of the first special byte from `at` on; where none is found, at least `limit` or the end of the text.
#[inline(never)] // seldom called, and what it holds in registers a short text need not save
fn skip(text: &[u8], at: usize, limit: usize) -> usize {
    let mut rest = text.get(at..limit.min(text.len())).unwrap_or(&[]);
    while let Some((block, behind)) = rest.split_first_chunk::<BLOCK>() {
        if has_special(block) {
            break;
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

/// Whether a special sign is among bytes looked at together: a loop without branches that the compiler vectorises.
fn has_special(block: &[u8; BLOCK]) -> bool {
    block.iter().fold(0, |any, &sign| any | u8::from(is_special(sign))) != 0
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
    fn what_needs_escape_is_found_wherever_it_stands() {
        for length in [0, 1, 7, 8, 9, BLOCK - 1, BLOCK, BLOCK + 1, 100, AHEAD, AHEAD + BLOCK + 9] {
            let text = "a".repeat(length);
            assert_eq!(Plain::default().end(text.as_bytes(), 0, length), length);
            for at in 0..length {
                let text = format!("{}\n{}\"", &text[..at], &text[at + 1..]);
                let mut plain = Plain::default();
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
