//! Bytes to lines and columns, and back: [`LineIndex`].
//!
//! ```text
//! text      一、目标⏎二、任务       lines end at \n, \r\n and \r
//! lines     0        13             where each line starts
//! samples   0 ─ 256 ─ 512 ─ 768     characters and UTF-16 units before each
//! ```
//!
//! Scraped text is often one line of many megabytes; with the samples a lookup reads 256 bytes at most.

/// Bytes between two samples: a lookup reads at most this many. The samples take a sixteenth of the text; with
/// 4 KB between them the lookups were four fifths of the time of small chunks.
const STEP: usize = 256;

/// Lines and columns of a text. Building it reads the text once; a lookup is then cheap, however long
/// the line.
///
/// ```
/// use gangmu::LineIndex;
/// let text = "一、目标\n二、任务";
/// let index = LineIndex::new(text);
/// let position = index.position(text.find("任务").unwrap());
/// assert_eq!((position.line, position.char_column), (2, 3));
/// assert_eq!(index.byte_of(2, 3), text.find("任务"));
/// ```
#[derive(Debug, Clone)]
pub struct LineIndex<'s> {
    text: &'s str,
    /// Where each line starts. The first is 0.
    lines: Vec<usize>,
    /// What stands before byte `index * STEP`.
    samples: Vec<Count>,
}

/// A place in a text as people and editors count. Lines and columns start at 1; the language server
/// protocol wants one less of each.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub struct Position {
    /// The line.
    pub line: usize,
    /// The column in bytes.
    pub byte_column: usize,
    /// The column in characters (code points).
    pub char_column: usize,
    /// The column in UTF-16 code units.
    pub utf16_column: usize,
}

#[derive(Debug, Clone, Copy, Default)]
struct Count {
    chars: usize,
    utf16: usize,
}

impl Count {
    fn add(self, bytes: &[u8]) -> Self {
        let chars = bytes.iter().filter(|&&byte| starts_char(byte)).count();
        // A character of four bytes, and no other, is two units of UTF-16.
        let pairs = bytes.iter().filter(|&&byte| byte >= 0xF0).count();
        Self { chars: self.chars + chars, utf16: self.utf16 + chars + pairs }
    }
}

const fn starts_char(byte: u8) -> bool {
    byte & 0xC0 != 0x80
}

impl<'s> LineIndex<'s> {
    /// Reads the text.
    #[must_use]
    pub fn new(text: &'s str) -> Self {
        let bytes = text.as_bytes();
        let mut lines = vec![0];
        for (at, &byte) in bytes.iter().enumerate() {
            if byte == b'\n' || (byte == b'\r' && bytes.get(at + 1) != Some(&b'\n')) {
                lines.push(at + 1);
            }
        }
        let mut count = Count::default();
        let mut samples = vec![count];
        for piece in bytes.chunks_exact(STEP) {
            count = count.add(piece);
            samples.push(count);
        }
        Self { text, lines, samples }
    }

    /// How many lines the text has: at least one, and one more behind a final line break.
    #[must_use]
    pub const fn len(&self) -> usize {
        self.lines.len()
    }

    /// Never: a text has at least one line.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.lines.is_empty()
    }

    /// Where a byte stands. A byte inside a character stands where the character does, one behind the
    /// text at its end.
    #[must_use]
    pub fn position(&self, byte: usize) -> Position {
        let mut byte = byte.min(self.text.len());
        while !self.text.is_char_boundary(byte) {
            byte -= 1; // at most three times; 0 is a boundary
        }
        let line = self.lines.partition_point(|&start| start <= byte);
        let start = line.checked_sub(1).and_then(|index| self.lines.get(index)).copied().unwrap_or(0);
        let (from, to) = (self.before(start), self.before(byte));
        Position {
            line,
            byte_column: byte - start + 1,
            char_column: to.chars - from.chars + 1,
            utf16_column: to.utf16 - from.utf16 + 1,
        }
    }

    /// The byte where the character of this line and column starts, both counted from 1; for the
    /// column behind the last character the end of the text. `None` where the line has no such column.
    #[must_use]
    pub fn byte_of(&self, line: usize, char_column: usize) -> Option<usize> {
        let start = *self.lines.get(line.checked_sub(1)?)?;
        let wanted = self.before(start).chars.checked_add(char_column.checked_sub(1)?)?;
        // The last sample with no more than the wanted number of characters before it.
        let sample = self.samples.partition_point(|count| count.chars <= wanted).checked_sub(1)?;
        let mut left = wanted - self.samples.get(sample)?.chars;
        let mut byte = sample * STEP;
        for &next in self.text.as_bytes().get(byte..)? {
            if starts_char(next) {
                if left == 0 {
                    break;
                }
                left -= 1;
            }
            byte += 1;
        }
        match self.lines.get(line) {
            _ if left > 0 => None,
            Some(&next) => (byte < next).then_some(byte),
            None => Some(byte),
        }
    }

    /// How many characters stand before a byte.
    pub(crate) fn chars_before(&self, byte: usize) -> usize {
        self.before(byte.min(self.text.len())).chars
    }

    /// What stands before a byte.
    fn before(&self, byte: usize) -> Count {
        let sample = byte / STEP;
        let count = self.samples.get(sample).copied().unwrap_or_default();
        count.add(self.text.as_bytes().get(sample * STEP..byte).unwrap_or_default())
    }
}

#[cfg(test)]
mod tests {
    use super::{LineIndex, Position, STEP};

    fn there_and_back(text: &str) {
        let index = LineIndex::new(text);
        let (mut line, mut start) = (1, 0);
        let ends = text.char_indices().map(|(at, _)| at).chain([text.len()]);
        for at in ends {
            let before = &text[start..at];
            if before.ends_with('\n') || (before.ends_with('\r') && !text[at..].starts_with('\n')) {
                (line, start) = (line + 1, at);
            }
            let before = &text[start..at];
            let expected = Position {
                line,
                byte_column: before.len() + 1,
                char_column: before.chars().count() + 1,
                utf16_column: before.encode_utf16().count() + 1,
            };
            assert_eq!(index.position(at), expected, "byte {at}");
            assert_eq!(index.byte_of(line, expected.char_column), Some(at), "byte {at}");
        }
        assert_eq!(index.len(), line);
    }

    #[test]
    fn every_line_break_counts_once() {
        for text in ["", "一", "\n", "\r\n", "\r", "一\n二\r\n三\r四", "\r\r\n\n", "𠀀a\n𠀀b一\r\n", "尾\n"]
        {
            there_and_back(text);
        }
    }

    #[test]
    fn one_long_line_of_wide_characters() {
        there_and_back(&"一𠀀a".repeat(STEP / 4));
        there_and_back(&"a".repeat(STEP));
        there_and_back(&format!("{}\n{}", "一".repeat(STEP / 3 + 1), "二".repeat(STEP)));
    }

    #[test]
    fn a_place_that_is_not_there() {
        let text = "一二\n三";
        let index = LineIndex::new(text);
        assert_eq!(index.position(1), index.position(0));
        assert_eq!(index.position(usize::MAX), index.position(text.len()));
        for (line, column) in [(0, 1), (1, 0), (1, 4), (2, 3), (3, 1), (1, usize::MAX), (usize::MAX, 1)] {
            assert_eq!(index.byte_of(line, column), None, "{line}:{column}");
        }
        assert_eq!(index.byte_of(1, 3), Some(6));
        assert_eq!(index.byte_of(2, 2), Some(text.len()));
    }
}
