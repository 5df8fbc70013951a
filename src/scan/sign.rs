//! What a sign means to the scan, and the class of the character before and behind a place, by one look at a table.
//!
//! ```text
//! … 机 制 。 | 一 、 | 抓 统 筹 …       before: 。 E3 80 82 ─▶ row of E3 80, column 2
//!                                        behind: 抓 is a word, unless `ideograph` knows more of it
//! ```
//!
//! The classes are those of `context`, which are lists of characters to be compared with one after the other. Nearly all
//! signs of a text are ASCII or in four blocks of 64, and nearly all other characters are ideographs: for these the
//! table, which is made from the lists, says the same for the price of a load. The rest is looked up as before.

use super::context::{self, After, Before};
use super::ideograph::BEGINS;
use super::numeral;

/// The blocks of 64 characters that signs are in, by the first two bytes of their characters, behind two of ASCII.
const BLOCKS: [[u8; 2]; 4] = [[0xE2, 0x80], [0xE3, 0x80], [0xEF, 0xBC], [0xEF, 0xBD]];
const ROWS: usize = 2 + BLOCKS.len();
const SIGNS: usize = ROWS * 64;

/// The place of a character in a table of signs, by its bytes; `None` where it has none. Of ASCII the first byte is
/// enough.
#[inline]
pub(super) const fn index([first, second, third]: [u8; 3]) -> Option<usize> {
    let row = match [first, second] {
        [0..=0x7F, _] => return Some(first as usize),
        [0xE2, 0x80] => 2,
        [0xE3, 0x80] => 3,
        [0xEF, 0xBC] => 4,
        [0xEF, 0xBD] => 5,
        _ => return None,
    };
    Some(row << 6 | third as usize & 63)
}

/// The character at a place of a table.
const fn char_at(index: usize) -> char {
    let code = if index < 128 {
        index as u32
    } else {
        let [first, second] = BLOCKS[index / 64 - 2];
        (first as u32 & 15) << 12 | (second as u32 & 63) << 6 | index as u32 & 63
    };
    match char::from_u32(code) {
        Some(c) => c,
        None => ' ',
    }
}

/// A table of signs, made from a class of each.
macro_rules! table {
    ($class:expr, $empty:expr) => {{
        let mut table = [$empty; SIGNS];
        let mut index = 0;
        while index < SIGNS {
            table[index] = $class(char_at(index));
            index += 1;
        }
        table
    }};
}

/// What the scan does at a sign.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(u8)]
pub(super) enum Meaning {
    /// Goes on.
    Nothing,
    /// Ends a sentence.
    Stop,
    /// The same, and a line.
    Break,
    /// Ends a sentence, but for a time of day.
    Colon,
    /// Looks for a numeral before it.
    Delimiter,
    /// Looks for a number.
    Digit,
    /// Looks for a number in brackets, or notes that one is open.
    Open,
    Close,
    Quote,
    QuoteEnd,
    Title,
    TitleEnd,
    /// A blank that is not ASCII: what begins behind it may begin a sentence.
    Blank,
    /// Begins a marker, if anything.
    Marker,
}

const fn meaning_of(c: char) -> Meaning {
    match c {
        '。' | '；' | ';' | '：' | '！' | '!' | '？' | '?' => Meaning::Stop,
        '\n' | '\r' | '\u{2028}' | '\u{2029}' => Meaning::Break,
        ':' => Meaning::Colon,
        '、' | '､' | '.' | '．' => Meaning::Delimiter,
        '0'..='9' | '０'..='９' => Meaning::Digit,
        '（' | '(' => Meaning::Open,
        '）' | ')' => Meaning::Close,
        '“' | '「' | '『' => Meaning::Quote,
        '”' | '」' | '』' => Meaning::QuoteEnd,
        '《' => Meaning::Title,
        '》' => Meaning::TitleEnd,
        '\u{3000}' => Meaning::Blank,
        '【' | '［' => Meaning::Marker,
        _ => Meaning::Nothing,
    }
}

static MEANING: [Meaning; SIGNS] = table!(meaning_of, Meaning::Nothing);

/// What the character of these bytes means to the scan; `None` where it is in no block of signs.
#[inline]
pub(super) fn meaning(bytes: [u8; 3]) -> Option<Meaning> {
    index(bytes).and_then(|index| MEANING.get(index).copied())
}

static BEFORE: [Before; SIGNS] = table!(context::before_char, Before::Other);
static AFTER: [After; SIGNS] = table!(after_alone, After::Other);

/// The class of a text that begins with a sign.
const fn after_alone(first: char) -> After {
    match context::after_sign(first) {
        Some(after) => after,
        None if context::unit(first).is_some() => After::Unit,
        None if numeral::is_numeral_char(first) => After::Numeral,
        None => After::Other,
    }
}

/// What a text ends with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum End {
    /// A character of this class, and no blank.
    Of(Before),
    /// A blank, nothing, or a character that is in no table.
    Unknown,
}

/// What stands before `at`, a character boundary, by the last bytes there.
#[inline]
pub(super) fn end(text: &[u8], at: usize) -> End {
    let Some(&[first, second, third]) = text.get(..at).and_then(<[u8]>::last_chunk) else { return End::Unknown };
    let index = match (first, third) {
        (_, 0..=0x7F) => third as usize,
        // A byte of this range is always the first of a character, and of three bytes.
        (0xE4..=0xE9, _) => return End::Of(Before::Word),
        _ => match index([first, second, third]) {
            Some(index) if first > 0x7F => index,
            _ => return End::Unknown,
        },
    };
    match (BEFORE.get(index), AFTER.get(index)) {
        (_, Some(After::Blank)) | (None, _) => End::Unknown,
        (Some(&before), _) => End::Of(before),
    }
}

/// The class of the text behind a marker: [`context::after`].
#[inline]
pub(super) fn after(rest: &str) -> After {
    let Some(&first) = rest.as_bytes().first_chunk() else { return context::after(rest) };
    if matches!(first, [0xE4..=0xE9, _, _]) {
        return if BEGINS.lacks(first) { After::Word } else { context::after_word(rest) };
    }
    index(first).and_then(|index| AFTER.get(index).copied()).unwrap_or_else(|| context::after(rest))
}

#[cfg(test)]
mod tests {
    use super::{End, Meaning, after, end, index, meaning, meaning_of};
    use crate::scan::context::{self, After, Before};

    /// All characters of three bytes and fewer, and some of four.
    fn characters() -> impl Iterator<Item = char> {
        (0..0x1_1000_u32).chain(0x1_F100..0x1_F200).chain(0x2_0000..0x2_0010).filter_map(char::from_u32)
    }

    #[test]
    fn a_sign_means_what_the_list_says() {
        for c in characters() {
            let bytes = [0, 1, 2].map(|at| c.to_string().as_bytes().get(at).copied().unwrap_or(0));
            let listed = meaning_of(c);
            if index(bytes).is_some() {
                assert_eq!(meaning(bytes), Some(listed), "{c:?}");
            } else {
                assert_eq!(listed, Meaning::Nothing, "{c:?} is in no block");
            }
        }
    }

    #[test]
    fn what_follows_is_what_the_lists_say() {
        for c in characters() {
            for next in ["", "  ", "一定", "定的", "方国", "年时", "下度"] {
                let text = format!("{c}{next}");
                assert_eq!(after(&text), context::after(&text), "{text:?}");
            }
        }
        assert_eq!(after(""), After::End);
    }

    #[test]
    fn what_stands_before_is_what_the_lists_say() {
        let mut known = 0;
        for c in characters() {
            for before in ["", "一", "(("] {
                let text = format!("{before}{c}");
                let End::Of(class) = end(text.as_bytes(), text.len()) else {
                    let common = !before.is_empty() && c.is_ascii_graphic() || ('\u{4e00}'..='\u{9fff}').contains(&c);
                    assert!(!common, "{text:?} is left to the long way");
                    continue;
                };
                assert_eq!(class, context::before(Some(c)), "{text:?}");
                assert!(!crate::scan::marker::is_blank(c), "{text:?}");
                known += 1;
            }
        }
        assert!(known > 60_000, "{known}");
        assert_eq!(end(b"", 0), End::Unknown);
        assert_eq!(end("一。二".as_bytes(), 6), End::Of(Before::Stop));
    }
}
