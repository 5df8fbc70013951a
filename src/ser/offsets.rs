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
    pub fn at(&mut self, byte: u32) -> u32 {
        if self.unit == OffsetUnit::Byte {
            return byte;
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

fn chars(bytes: &[u8]) -> usize {
    bytes.iter().filter(|&&byte| byte & 0xC0 != 0x80).count()
}

#[cfg(test)]
mod tests {
    use super::{OffsetUnit, Offsets};

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
}
