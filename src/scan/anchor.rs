//! Bytes to anchors: the places where something that matters to an outline may stand.
//!
//! ```text
//! text     … 机 制 。 一 、 抓 统 筹 , 1 . 第 3 条 “ 好 ”
//! anchors          ^    ^           ^ ^ ^ ^     ^   ^     the first byte of each sign
//! ```
//!
//! An anchor is the first byte of
//! - an ASCII character up to `?`: signs, digits, line breaks, and blanks, which one comparison takes along,
//! - a character U+2000..U+2FFF or U+3000..U+3FFF: quotation marks, 、。《》【】, ①, Ⅰ, ㈠,
//! - a character U+F000..U+FFFF but `，`: full-width signs and digits,
//! - 第, 是, 要, and some three in a hundred of the other characters: the test for 是 and 要 is one of their
//!   last two bytes together, and telling them apart costs the few more than it would cost all.
//!
//! Full-width commas are left out: they are the commonest sign (20 a KB) and tell nothing that a look at the
//! character before a marker does not. So are Chinese numerals: every marker that has one also has
//! one of the signs above or stands behind one (10 of 11 numerals are prose).
//!
//! The text is classified in blocks of 64 bytes by operations that the compiler turns into vector
//! instructions, 1.8 a byte; a byte's class is found from it and its two neighbours, without decoding. That is
//! what makes this stage run at several GB/s in safe code. Aho-Corasick and memchr spend longer on
//! verification here, since there is a hit every twenty to thirty bytes.

use super::bytes;

/// Bytes classified at a time: a bit each.
pub(super) const BLOCK: usize = 64;
/// Blocks classified in one go: their vectors of constants would not stay where they are over a look at an anchor.
const BLOCKS: usize = 64;
/// Bytes classified in one go.
pub(super) const PIECE: usize = BLOCKS * BLOCK;
/// Bytes of one vector.
const LANES: usize = 16;
/// How far a class looks ahead.
const AHEAD: usize = 2;

/// A block, and what is looked at behind it.
type Window = [u8; BLOCK + AHEAD];

/// The anchors of a piece of a text, a bit for each byte of it.
pub(super) struct Anchors {
    masks: [u64; BLOCKS],
    blocks: usize,
}

impl Anchors {
    pub(super) const fn new() -> Self {
        Self { masks: [0; BLOCKS], blocks: 0 }
    }

    /// A mask for each block of the piece.
    pub(super) fn masks(&self) -> &[u64] {
        self.masks.get(..self.blocks).unwrap_or(&[])
    }

    /// Finds those of the piece of `text` that begins at `start`.
    #[inline(never)]
    pub(super) fn find(&mut self, text: &[u8], start: usize) {
        let mut rest = text.get(start..).unwrap_or(&[]);
        self.blocks = rest.len().div_ceil(BLOCK).min(BLOCKS);
        let mut found = 0;
        for (slot, window) in self.masks.iter_mut().zip(windows(rest)) {
            *slot = mask(&classify(window));
            found += 1;
        }
        rest = rest.get(found * BLOCK..).unwrap_or(&[]);
        // At the end of the text one block is not whole, or what is looked at behind it.
        for slot in self.masks.iter_mut().take(self.blocks).skip(found) {
            // Behind the end there is nothing.
            *slot = mask(&classify(&bytes::padded(rest))) & u64::MAX >> (BLOCK - rest.len().min(BLOCK));
            rest = rest.get(BLOCK..).unwrap_or(&[]);
        }
    }
}

/// The blocks of a text, each with what is looked at behind it.
#[inline]
fn windows(mut text: &[u8]) -> impl Iterator<Item = &Window> {
    std::iter::from_fn(move || {
        let window = text.first_chunk()?;
        text = text.get(BLOCK..)?;
        Some(window)
    })
}

/// A bit for each byte that is 1.
#[inline]
fn mask(class: &[u8; BLOCK]) -> u64 {
    // The product has byte i as bit i of its highest byte: each is shifted there by one of the factor's bits, and no two
    // fall together.
    const GATHER: u64 = 0x0102_0408_1020_4080;
    let eights = class.chunks_exact(8).map(|eight| u64::from_le_bytes(eight.try_into().unwrap_or([0; 8])));
    eights.rev().fold(0, |mask, eight| mask << 8 | eight.wrapping_mul(GATHER) >> 56)
}

/// 1 for each byte that is an anchor, else 0. Only byte arithmetic and no branch: this is the loop that
/// must be vectorised. Each term is 0 for what it looks for.
#[inline(always)]
fn classify(window: &Window) -> [u8; BLOCK] {
    let mut class = [0; BLOCK];
    for at in (0..BLOCK).step_by(LANES) {
        // In bounds: at + LANES <= BLOCK, and the window is AHEAD bytes longer.
        let lanes =
            |ahead: usize| <[u8; LANES]>::try_from(&window[at + ahead..at + ahead + LANES]).unwrap_or([0; LANES]);
        let (first, second, third) = (lanes(0), lanes(1), lanes(2));
        for i in 0..LANES {
            let (a, b, c) = (first[i], second[i], third[i]);
            let low = a.saturating_sub(b'?');
            let wide = a.wrapping_sub(0xE2).saturating_sub(1);
            let full = (a ^ 0xEF) | u8::from(c == 0x8C);
            // 第 E7 AC AC, 是 E6 98 AF, 要 E8 A6 81.
            let di = (b ^ c) | (c ^ 0xAC);
            let said = (b ^ c | 0x10) ^ 0x37;
            let nearest = low.min(wide.min(full)).min(di.min(said));
            class[at + i] = 1_u8.saturating_sub(nearest);
        }
    }
    class
}

#[cfg(test)]
mod tests {
    use super::{Anchors, BLOCK, PIECE, mask};

    fn of(text: &str) -> Vec<usize> {
        let (mut found, mut anchors) = (Vec::new(), Anchors::new());
        for start in (0..text.len()).step_by(PIECE) {
            anchors.find(text.as_bytes(), start);
            for (index, mask) in anchors.masks().iter().enumerate() {
                let bits = (0..BLOCK).filter(|bit| mask >> bit & 1 == 1);
                found.extend(bits.map(|bit| start + index * BLOCK + bit));
            }
        }
        found
    }

    /// What must be found, character by character.
    fn slowly(text: &str) -> Vec<usize> {
        let is_anchor = |c: char| {
            matches!(c, '\0'..='?' | '\u{2000}'..='\u{3fff}' | '\u{f000}'..='\u{ffff}' | '第' | '是' | '要')
                && c != '，'
        };
        text.char_indices().filter(|&(_, c)| is_anchor(c)).map(|(at, _)| at).collect()
    }

    #[test]
    fn blocks_find_what_a_walk_over_the_characters_finds() {
        let piece = "一、抓统筹，强保障1.机制。第三条（二）：①《x》是要\n“好”？ y";
        for shift in 0..70 {
            for cut in 0..piece.chars().count() {
                let text: String = "a".repeat(shift) + &piece.repeat(6).chars().take(200 - cut).collect::<String>();
                assert_eq!(of(&text), slowly(&text), "shift {shift}, cut {cut}");
            }
        }
    }

    #[test]
    fn pieces_are_looked_at_one_behind_the_other() {
        let text = "机制。一、抓统筹3".repeat(2 * PIECE / 20);
        for cut in 0..200 {
            let text: String = text.chars().skip(cut).collect();
            assert_eq!(of(&text), slowly(&text), "cut {cut}");
        }
    }

    #[test]
    fn a_mask_has_the_bits_of_its_bytes() {
        for seed in 0..200_u64 {
            let bits = seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) ^ seed << 40;
            let class = std::array::from_fn(|at| (bits >> at & 1) as u8);
            assert_eq!(mask(&class), bits);
        }
        assert_eq!(mask(&[1; 64]), u64::MAX);
    }

    #[test]
    fn an_empty_text_has_no_anchors() {
        assert!(of("").is_empty());
    }
}
