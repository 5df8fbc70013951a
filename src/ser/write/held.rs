//! Small pieces on their way to a writer.
//!
//! ```text
//! {"start":  1234  ,"end":  5678  }      pieces and numbers, each copied as a whole word or two
//! [ held …                          ]    handed on when full, and before a long text
//! ```
//!
//! A write has a price, whatever its length, and so has asking whether there is room: a section has thirty pieces and
//! a dozen numbers, most of them a few bytes long. So room is made behind each text, for all that can stand before the
//! next.

use std::io::{self, Write};

use crate::ser::names::Word;

/// How much is held.
const ROOM: usize = 1024;
/// What stands between two texts is not longer: the end of a section with its spans, and the beginning of the next.
const BETWEEN: usize = 400;
/// Longer texts are not held but handed on as they are.
const SHORT: usize = 128;
/// What is no longer is copied in words, whatever its length: most headings.
const HEADING: usize = 48;

/// A writer, and what it is still to be given.
pub(super) struct Held<W> {
    out: W,
    held: [u8; ROOM],
    /// How much is held: no more than [`ROOM`], in so few bits that a sum cannot overflow.
    len: u32,
}

impl<W: Write> Held<W> {
    pub(super) const fn new(out: W) -> Self {
        Self { out, held: [0; ROOM], len: 0 }
    }

    /// Gives the writer all that is held.
    #[inline(never)]
    pub(super) fn hand_on(&mut self) -> io::Result<()> {
        let held = self.held.get(..self.len as usize).unwrap_or_default();
        self.len = 0;
        self.out.write_all(held)
    }

    /// The bytes of a text from `start` to `end`, which need no `\`.
    #[inline(always)]
    pub(super) fn text(&mut self, text: &[u8], start: usize, end: usize) -> io::Result<()> {
        let rest = text.get(start..).unwrap_or_default();
        let len = end.saturating_sub(start);
        // Markers and headings: what stands behind is copied as well, and written over.
        if let Some(words) = rest.first_chunk::<HEADING>().filter(|_| len <= HEADING) {
            self.hold(words, len);
            return self.make_room();
        }
        self.long(rest.get(..len).unwrap_or(rest))
    }

    /// A text that is longer, or the last.
    #[inline(never)]
    fn long(&mut self, text: &[u8]) -> io::Result<()> {
        if text.len() > SHORT {
            self.hand_on()?;
            return self.out.write_all(text);
        }
        let from = self.len as usize;
        let slot = self.held.get_mut(from..from + text.len());
        debug_assert!(slot.is_some(), "more than BETWEEN stands between two texts");
        if let Some(slot) = slot {
            slot.copy_from_slice(text);
            self.len += text.len() as u32;
        }
        self.make_room()
    }

    /// Room for all that can stand before the next text.
    pub(super) fn make_room(&mut self) -> io::Result<()> {
        if self.len as usize + BETWEEN + SHORT > ROOM {
            self.hand_on()?;
        }
        Ok(())
    }

    /// Holds the first `len` bytes of `word`.
    fn hold<const N: usize>(&mut self, word: &[u8; N], len: usize) {
        let from = self.len as usize;
        let slot = self.held.get_mut(from..from + N).and_then(<[u8]>::first_chunk_mut);
        debug_assert!(slot.is_some(), "more than BETWEEN stands between two texts");
        if let Some(slot) = slot {
            *slot = *word;
            self.len += len as u32; // no more than `N`
        }
    }

    /// A piece whose length the compiler knows.
    pub(super) fn piece<const N: usize>(&mut self, piece: &[u8; N]) {
        self.hold(piece, N);
    }

    pub(super) fn name(&mut self, name: &Word) {
        self.hold(&name.bytes, name.len);
    }

    /// A number that often has one digit.
    pub(super) fn number(&mut self, number: u32) {
        match number {
            // Fits: one digit.
            0..=9 => self.piece(&[b'0' + number as u8]),
            _ => self.decimal(Decimal::of(number)),
        }
    }

    pub(super) fn decimal(&mut self, number: Decimal) {
        if number.number >= EIGHT {
            return self.long_decimal(number.number);
        }
        self.hold(&number.signs.to_le_bytes(), number.len as usize);
    }

    /// A number of more than eight digits.
    #[cold]
    fn long_decimal(&mut self, number: u32) {
        self.decimal(Decimal::of(number / EIGHT));
        self.hold(&(eight_digits(number % EIGHT) | ZEROS).to_le_bytes(), 8);
    }
}

/// A number and its digits: of the ten offsets of a section half are equal to others.
#[derive(Debug, Clone, Copy)]
pub(super) struct Decimal {
    number: u32,
    /// The digits, the first lowest; none of a number of more than eight.
    signs: u64,
    len: u32,
}

impl Decimal {
    pub(super) fn of(number: u32) -> Self {
        if number >= EIGHT {
            return Self { number, signs: 0, len: 0 };
        }
        let (digits, most) = if number < 10_000 { (four_digits(number).into(), 4) } else { (eight_digits(number), 8) };
        // At least one digit, also of 0.
        let zeros = (digits.trailing_zeros() / 8).min(most - 1);
        Self { number, signs: (digits | ZEROS) >> (8 * zeros), len: most - zeros }
    }

    /// Another number, which is often the same.
    #[inline]
    pub(super) fn or(self, number: u32) -> Self {
        if number == self.number { self } else { Self::of(number) }
    }
}

/// The first number of nine digits.
const EIGHT: u32 = 100_000_000;

/// Eight times the sign 0.
const ZEROS: u64 = 0x3030_3030_3030_3030;

/// The eight digits of a number below 100,000,000, one a byte, the first lowest.
///
/// Halves of the number, then quarters, then digits are divided side by side in one word; a quotient is a product and
/// a shift, exact for numbers this small.
const fn eight_digits(number: u32) -> u64 {
    let halves = (number / 10_000) as u64 | ((number % 10_000) as u64) << 32;
    let hundreds = (halves * 10_486) >> 20 & 0x0000_007F_0000_007F;
    let pairs = hundreds | (halves - hundreds * 100) << 16;
    let tens = (pairs * 103) >> 10 & 0x000F_000F_000F_000F;
    tens | (pairs - tens * 10) << 8
}

/// The four digits of a number below 10,000, found so too.
const fn four_digits(number: u32) -> u32 {
    let hundreds = (number * 10_486) >> 20;
    let pairs = hundreds | (number - hundreds * 100) << 16;
    let tens = (pairs * 103) >> 10 & 0x000F_000F;
    tens | (pairs - tens * 10) << 8
}

#[cfg(test)]
mod tests {
    use super::{BETWEEN, Held, ROOM, SHORT};

    #[test]
    fn numbers_have_all_their_digits() {
        let ends = (0..10).map(|power| 10_u32.pow(power)).flat_map(|power| [power - 1, power, power + 1]);
        for number in (0..=20_000).chain(ends).chain([99_989_999, 12_345_678, 123_456_789, u32::MAX]) {
            let mut out = Vec::new();
            let mut held = Held::new(&mut out);
            held.number(number);
            held.hand_on().unwrap();
            assert_eq!(String::from_utf8(out).unwrap(), number.to_string());
        }
    }

    #[test]
    fn nothing_is_lost_where_the_room_ends() {
        for before in 0..=ROOM {
            for length in [0, 1, SHORT, SHORT + 1, ROOM + 1] {
                let mut out = Vec::new();
                let mut held = Held::new(&mut out);
                let (text, between) = ("x".repeat(length), [b'-'; BETWEEN - 18]);
                for _ in 0..before {
                    held.text(b".", 0, 1).unwrap();
                }
                held.text(text.as_bytes(), 0, length).unwrap();
                held.piece(&between);
                held.number(u32::MAX);
                held.text(b"end", 0, 3).and_then(|()| held.hand_on()).unwrap();
                let between = String::from_utf8_lossy(&between);
                assert_eq!(String::from_utf8(out).unwrap(), ".".repeat(before) + &text + &between + "4294967295end");
            }
        }
    }
}
