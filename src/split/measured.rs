//! The length of a heading, and whether commas and blanks stand in it, by one look at its bytes.
//!
//! ```text
//! 抓 统 筹 ， 强 保 障      7 characters, a comma, no blank: 16 bytes at a time
//! ```

use super::LONGEST;
use super::sentence::PARTED;
use crate::{Span, seek};

/// What one look at the bytes of a heading shows.
pub(super) struct Measured<'t> {
    text: &'t str,
    heading: Span,
    /// How many characters it has; any length above that of a heading longer than [`LONGEST`].
    pub(super) length: usize,
    /// Whether a comma of one byte stands in it, and whether a sign of full width does that may be one.
    comma: bool,
    wide: bool,
    /// Whether （ may stand in it.
    bracket: bool,
    /// Whether a byte stands in it, or in the first [`BEGINNING`] bytes of a longer one, that a blank or a bracket may begin with.
    blank: bool,
    /// Whether a byte stands there that a quotation mark may begin with.
    quote: bool,
    /// Whether only its beginning was looked at.
    long: bool,
}

impl<'t> Measured<'t> {
    #[inline(always)]
    pub(super) fn of(text: &'t str, heading: Span) -> Self {
        let rest = text.as_bytes().get(heading.start as usize..).unwrap_or(&[]);
        // No character has more than four bytes. Of what is too long for a heading only the beginning is looked at, where a
        // blank may part one from its text.
        let long = heading.len() > 4 * LONGEST;
        let counted = if long { BEGINNING } else { heading.len() }.min(rest.len());
        let (blocks, last) = rest.as_chunks::<BLOCK>();
        let whole = counted / BLOCK;
        let mut seen = Seen::default();
        for block in blocks.iter().take(whole) {
            seen.look(block);
        }
        seen.look(&match blocks.get(whole) {
            Some(block) => first_of(block, counted % BLOCK),
            None => padded(last.get(..counted % BLOCK).unwrap_or(last)),
        });
        Self {
            text,
            heading,
            // Fits: no more than there are bytes.
            length: if long { LONGEST + 1 } else { usize::from(seen.counts.iter().sum::<u8>()) },
            comma: u128::from_le_bytes(seen.commas) != 0 && !long,
            wide: u128::from_le_bytes(seen.wides) != 0 && !long,
            bracket: u128::from_le_bytes(seen.brackets) != 0,
            blank: u128::from_le_bytes(seen.blanks) != 0,
            quote: u128::from_le_bytes(seen.quotes) != 0,
            long,
        }
    }

    pub(super) fn has_comma(&self) -> bool {
        let heading = || self.heading.of(self.text).unwrap_or("");
        self.comma || self.wide && seek::wide(heading(), &['，']).is_some()
    }

    /// Whether （ may stand in it, one of the signs of full width.
    pub(super) const fn may_have_bracket(&self) -> bool {
        self.wide && self.bracket
    }

    /// Whether no blank parts it in two.
    pub(super) const fn is_unparted(&self) -> bool {
        !self.blank
    }

    /// Whether surely neither a blank nor a quotation mark nor 《 stands in it.
    pub(super) const fn is_solid(&self) -> bool {
        !(self.blank || self.quote || self.long)
    }
}

/// Bytes looked at side by side, so that the compiler takes them in one step.
const BLOCK: usize = 16;

/// Where a blank may part a heading from its text, in bytes: no nearer than [`super::sentence::parted`] looks.
const BEGINNING: usize = 3 * BLOCK;
const _: () = assert!(BEGINNING >= PARTED + 3);

/// What stands in each place of the blocks.
#[derive(Default)]
struct Seen {
    counts: [u8; BLOCK],
    /// 1 where one of the bytes was found.
    commas: [u8; BLOCK],
    wides: [u8; BLOCK],
    brackets: [u8; BLOCK],
    blanks: [u8; BLOCK],
    quotes: [u8; BLOCK],
}

impl Seen {
    #[inline]
    fn look(&mut self, block: &[u8; BLOCK]) {
        let signs = self.commas.iter_mut().zip(&mut self.wides).zip(&mut self.brackets);
        let lanes = self.counts.iter_mut().zip(signs).zip(&mut self.blanks).zip(&mut self.quotes).zip(block);
        for ((((count, ((comma, wide), bracket)), blank), quote), &byte) in lanes {
            *count += u8::from(byte & 0xC0 != 0x80);
            *comma |= u8::from(byte == b',');
            // The first byte of a sign of full width, and the last of （.
            *wide |= u8::from(byte == 0xEF);
            *bracket |= u8::from(byte == 0x88);
            *blank |= u8::from(byte == b' ') | u8::from(byte == b'\n') | u8::from(byte == 0xE3);
            *quote |= u8::from(byte == 0xE2);
        }
    }
}

/// A byte that goes on a character counts for nothing.
const GOES_ON: u8 = 0x80;

/// The first `len` bytes of a block, and behind them what counts for nothing.
#[inline]
fn first_of(block: &[u8; BLOCK], len: usize) -> [u8; BLOCK] {
    /// Ones for a block, and zeros for another.
    static KEPT: [u8; 2 * BLOCK] = {
        let mut kept = [0; 2 * BLOCK];
        kept.split_at_mut(BLOCK).0.copy_from_slice(&[0xFF; BLOCK]);
        kept
    };
    let kept = KEPT.get(BLOCK - len..).and_then(<[u8]>::first_chunk::<BLOCK>).unwrap_or(&[0; BLOCK]);
    let mut first = *block;
    for (byte, kept) in first.iter_mut().zip(kept) {
        *byte = *byte & kept | GOES_ON & !kept;
    }
    first
}

/// A block that the text ends in.
#[cold]
fn padded(last: &[u8]) -> [u8; BLOCK] {
    let mut block = [GOES_ON; BLOCK];
    block.iter_mut().zip(last).for_each(|(slot, &byte)| *slot = byte);
    block
}
