//! Byte offsets in other units.

/// What offsets count.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
#[non_exhaustive]
pub enum OffsetUnit {
    /// Bytes of UTF-8, as Rust and C count.
    #[default]
    Byte,
    /// Characters (code points), as Python counts.
    Char,
    /// UTF-16 code units, as JavaScript and Java count.
    Utf16,
}

/// Turns byte offsets of a text into another unit.
///
/// Goes on from the offset asked for last, so that offsets in text order cost one pass over the text
/// together; one that lies further back is counted from the start of the text.
///
/// ```
/// use gangmu::{OffsetUnit, Offsets};
/// let mut chars = Offsets::new("一、目标", OffsetUnit::Char);
/// assert_eq!((chars.at(6), chars.at(12)), (2, 4));
/// ```
#[derive(Debug, Clone, Copy)]
pub struct Offsets<'s> {
    text: &'s str,
    unit: OffsetUnit,
    byte: u32,
    /// What `byte` is in the unit.
    there: u32,
}

impl<'s> Offsets<'s> {
    /// For the offsets of this text.
    #[must_use]
    pub const fn new(text: &'s str, unit: OffsetUnit) -> Self {
        Self { text, unit, byte: 0, there: 0 }
    }

    /// The byte offset in the unit; one behind the text is taken for its end.
    #[inline]
    pub fn at(&mut self, byte: u32) -> u32 {
        if self.unit == OffsetUnit::Byte { byte } else { self.counted(byte) }
    }

    /// The byte offset in a unit that is to be counted.
    fn counted(&mut self, byte: u32) -> u32 {
        // Parts stand side by side: most begin where the one before ended.
        if byte == self.byte {
            return self.there;
        }
        if byte < self.byte {
            (self.byte, self.there) = (0, 0);
        }
        let text = self.text.as_bytes();
        let range = self.byte as usize..(byte as usize).min(text.len());
        let piece = text.get(range).unwrap_or_default();
        let units = match self.unit {
            OffsetUnit::Byte => piece.len(),
            OffsetUnit::Char => chars(piece),
            // A character of four bytes, and no other, is two units of UTF-16.
            OffsetUnit::Utf16 => chars(piece) + piece.iter().filter(|&&byte| byte >= 0xF0).count(),
        };
        // Fits: no unit is shorter than a byte, and `byte` is a `u32`.
        self.there += u32::try_from(units).unwrap_or_default();
        self.byte = byte;
        self.there
    }
}

/// Bytes counted together.
const WORD: usize = 8;
/// A byte of one in each byte of a word.
const ONES: u64 = 0x0101_0101_0101_0101;

/// 1 in each byte of a word that goes on a character: its highest bits are 10.
const fn going_on(word: &[u8; WORD]) -> u64 {
    let word = u64::from_le_bytes(*word);
    word >> 7 & !(word >> 6) & ONES
}

/// How many characters begin in these bytes: all bytes but those that go on one. Most pieces are short, so that words
/// are counted faster than longer blocks.
fn chars(bytes: &[u8]) -> usize {
    let (words, rest) = bytes.as_chunks::<WORD>();
    let mut others = 0;
    // So many fit into a byte.
    for words in words.chunks(255) {
        let counts: u64 = words.iter().map(going_on).sum();
        // In two halves: eight counts of 255 do not fit into the byte that a product would gather them in.
        let pairs = (counts & 0x00FF_00FF_00FF_00FF) + (counts >> 8 & 0x00FF_00FF_00FF_00FF);
        others += (pairs.wrapping_mul(0x0001_0001_0001_0001) >> 48) as usize;
    }
    others += match bytes.last_chunk() {
        // The last bytes are the highest of the word.
        Some(last) if !rest.is_empty() => (going_on(last) >> (8 * (WORD - rest.len()))).count_ones() as usize,
        Some(_) => 0,
        None => rest.iter().filter(|&&byte| byte & 0xC0 == 0x80).count(),
    };
    bytes.len() - others
}

#[cfg(test)]
mod tests {
    use super::{OffsetUnit, Offsets, chars};

    #[test]
    fn forth_and_back() {
        let text = "a一𠀀b";
        let all = |unit| {
            let mut offsets = Offsets::new(text, unit);
            [0, 1, 4, 8, 9, 100, 4, 0].map(|byte| offsets.at(byte))
        };
        assert_eq!(all(OffsetUnit::Byte), [0, 1, 4, 8, 9, 100, 4, 0]);
        assert_eq!(all(OffsetUnit::Char), [0, 1, 2, 3, 4, 4, 2, 0]);
        assert_eq!(all(OffsetUnit::Utf16), [0, 1, 2, 4, 5, 5, 2, 0]);
    }

    #[test]
    fn long_pieces_are_counted_as_characters_are() {
        let text = "a一𠀀é".repeat(2_000);
        for end in (0..200).chain(text.len() - 200..=text.len()).filter(|&end| text.is_char_boundary(end)) {
            let piece = &text[..end];
            assert_eq!(chars(piece.as_bytes()), piece.chars().count());
        }
    }
}
