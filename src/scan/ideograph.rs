//! Whether an ideograph can matter to a marker, by one look at a table.
//!
//! ```text
//! … 机 制 、      、 ends no marker here: 制 is no numeral
//!       ^^^ E5 88 B6 ─▶ row 0x236, bit 0x36
//! ```
//!
//! Before 98 of 100 signs that could close a numeral an ordinary word stands (statutes), and behind most stops.
//! The table refuses them for the price of a load; what it lets through is read as before. It holds
//! U+4E00..U+9FFF, a bit each, and is made from the classes themselves, so that it cannot say otherwise than they do.

use super::{bytes, context, numeral};

/// Whether this is an ideograph, of the common block or of its first extension.
pub(crate) const fn is_ideograph(character: char) -> bool {
    matches!(character, '\u{3400}'..='\u{9fff}')
}

/// The first and last row of 64 characters, and how many rows that makes.
const FIRST: u32 = 0x4E00 >> 6;
const ROWS: usize = (0xA000 >> 6) - FIRST as usize;

/// A set of ideographs.
pub(crate) struct Ideographs([u64; ROWS]);

/// What may end a word that says something about a number behind it: 依照, 附件, 统(一), 十.
pub(crate) static ENDS: Ideographs = Ideographs::of(Class::End);
/// What may be more than the beginning of a word, behind a marker: 年, 一, 规定.
pub(crate) static BEGINS: Ideographs = Ideographs::of(Class::Begin);

/// The classes that sets are made of.
#[derive(Debug, Clone, Copy)]
enum Class {
    End,
    Begin,
}

impl Class {
    const fn has(self, c: char) -> bool {
        let numeral = numeral::is_numeral_char(c);
        match self {
            Self::End => {
                numeral
                    || context::referring(c).is_some()
                    || context::names_document(c).is_some()
                    || context::binding(c).is_some()
                    || context::numbered(c).is_some()
            }
            Self::Begin => {
                numeral
                    || context::unit(c).is_some()
                    || context::measure(c).is_some()
                    || context::reference(c).is_some()
            }
        }
    }
}

impl Ideographs {
    const fn of(class: Class) -> Self {
        let mut rows = [0; ROWS];
        let mut code = FIRST << 6;
        while code < (FIRST + ROWS as u32) << 6 {
            let Some(c) = char::from_u32(code) else { break };
            if class.has(c) {
                rows[((code >> 6) - FIRST) as usize] |= 1 << (code & 63);
            }
            code += 1;
        }
        Self(rows)
    }

    /// Whether the character that begins with these bytes is an ideograph and not in the set.
    #[inline]
    pub(crate) fn lacks(&self, bytes: u32) -> bool {
        let [first, second, third, _] = bytes.to_le_bytes();
        let row = (u32::from(first) & 15) << 6 | u32::from(second) & 63;
        bytes::is_ideograph(bytes)
            && self.0.get(row.wrapping_sub(FIRST) as usize).is_some_and(|row| row >> (third & 63) & 1 == 0)
    }

    /// Whether the text before `at`, a character boundary, ends with an ideograph that is not in the set.
    #[inline]
    pub(crate) fn lack_end_of(&self, text: &[u8], at: usize) -> bool {
        self.lacks(bytes::three_before(text, at))
    }
}

#[cfg(test)]
mod tests {
    use super::ENDS;
    use crate::scan::{context, numeral};

    #[test]
    fn a_word_that_no_class_ends_says_nothing_of_a_number_behind_it() {
        let mut told = 0;
        for c in '\u{4e00}'..='\u{9fff}' {
            for previous in ["", "本", "依", "附", "提", "星", "规", "按", "方"] {
                let word = format!("{previous}{c}");
                let says = context::refers(&word)
                    || context::names_number(&word, "1")
                    || context::binding(c).is_some()
                    || numeral::is_numeral_char(c);
                assert!(!says || !ENDS.lack_end_of(word.as_bytes(), word.len()), "{word}");
                told += usize::from(says);
            }
        }
        assert!(told > 300, "{told}");
    }
}
