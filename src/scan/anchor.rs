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
//! - a character U+F000..U+FFFF but `，` and what ends with the same byte: full-width signs and digits,
//! - 第, 是, 要, and one in six hundred of the other characters: the three are told by one test of their last two
//!   bytes together, which hardly another character passes.
//!
//! Full-width commas are left out: they are the commonest sign (20 a KB) and tell nothing that a look at the
//! character before a marker does not. So are Chinese numerals: every marker that has one also has
//! one of the signs above or stands behind one (10 of 11 numerals are prose).
//!
//! The text is classified in blocks of 64 bytes by vectors of the width that the machine has, .7 instructions a byte
//! with those of 32 bytes; a byte's class is found from it and its two neighbours, without decoding. That is
//! what makes this stage run at several GB/s in safe code. Loops that the compiler must see as vectors took twice
//! that, and seven times as much where it was told of wider ones (`target-cpu=native`). Aho-Corasick and memchr spend
//! longer on verification here, since there is a hit every twenty to thirty bytes.

use fearless_simd::{Level, Simd, dispatch, prelude::*, u8x64};

use super::bytes;

/// Bytes classified at a time: a bit each.
pub(super) const BLOCK: usize = 64;
/// Blocks classified in one go: their vectors of constants would not stay where they are over a look at an anchor.
const BLOCKS: usize = 64;
/// Bytes classified in one go.
pub(super) const PIECE: usize = BLOCKS * BLOCK;
/// How far a class looks ahead.
const AHEAD: usize = 2;

type Block = [u8; BLOCK];

/// The anchors of a piece of a text, a bit for each byte of it.
pub(super) struct Anchors {
    masks: [u64; BLOCKS],
    blocks: usize,
    level: Level,
}

impl Anchors {
    /// For the vectors that this machine has.
    pub(super) fn new() -> Self {
        Self { masks: [0; BLOCKS], blocks: 0, level: Level::new() }
    }

    /// A mask for each block of the piece.
    pub(super) fn masks(&self) -> &[u64] {
        self.masks.get(..self.blocks).unwrap_or(&[])
    }

    /// Finds those of the piece of `text` that begins at `start`.
    pub(super) fn find(&mut self, text: &[u8], start: usize) {
        dispatch!(self.level, simd => self.find_by(simd, text, start));
    }

    #[inline(always)]
    fn find_by<S: Simd>(&mut self, simd: S, text: &[u8], start: usize) {
        let mut rest = text.get(start..).unwrap_or(&[]);
        self.blocks = rest.len().div_ceil(BLOCK).min(BLOCKS);
        let blocks = |ahead: usize| rest.get(ahead..).unwrap_or(&[]).as_chunks::<BLOCK>().0;
        let whole = blocks(AHEAD);
        for (slot, ((first, second), third)) in self.masks.iter_mut().zip(blocks(0).iter().zip(blocks(1)).zip(whole)) {
            *slot = mask(simd, first, second, third);
        }
        rest = rest.get(whole.len() * BLOCK..).unwrap_or(&[]);
        // At the end of the text one block is not whole, or what is looked at behind it.
        for slot in self.masks.iter_mut().take(self.blocks).skip(whole.len()) {
            let window: [u8; BLOCK + AHEAD] = bytes::padded(rest);
            let block = |ahead: usize| window.get(ahead..).and_then(<[u8]>::first_chunk).unwrap_or(&[0; BLOCK]);
            // Behind the end there is nothing.
            *slot = mask(simd, block(0), block(1), block(AHEAD)) & u64::MAX >> (BLOCK - rest.len().min(BLOCK));
            rest = rest.get(BLOCK..).unwrap_or(&[]);
        }
    }
}

/// A bit for each byte of a block that is an anchor: of `first`, with what stands one byte and two bytes behind each.
/// Each term is 0 for what it looks for.
#[inline(always)]
fn mask<S: Simd>(simd: S, first: &Block, second: &Block, third: &Block) -> u64 {
    let block = |bytes: &Block| u8x64::simd_from(simd, *bytes);
    let (a, b, c) = (block(first), block(second), block(third));
    // E2 and E3.
    let a = a - 0xE2;
    let wide = a.saturating_sub(1);
    // EF to FF and 00 to 3F follow upon each other. EF is the least of them: one less, as for ，, it is none.
    let comma = c.simd_eq(0x8C).select(block(&[u8::MAX; BLOCK]), block(&[0; BLOCK]));
    let low = (a - (0xEF - 0xE2) + comma).saturating_sub(0x50);
    // 第 E7 AC AC, 是 E6 98 AF and 要 E8 A6 81: of all that so few operations make, this tells them best from others.
    let said = (b | c).max(0xA9) ^ b.saturating_add(0x54) ^ 0x53;
    wide.min(low).min(said).simd_eq(0).to_bitmask()
}

#[cfg(test)]
mod tests {
    use super::{Anchors, BLOCK, Level, PIECE};

    /// What is found by the vectors of this machine, and by those that every machine of its kind has.
    fn of(text: &str) -> Vec<usize> {
        let [found, baseline] = [Level::new(), Level::baseline()].map(|level| {
            let (mut found, mut anchors) = (Vec::new(), Anchors { level, ..Anchors::new() });
            for start in (0..text.len()).step_by(PIECE) {
                anchors.find(text.as_bytes(), start);
                for (index, mask) in anchors.masks().iter().enumerate() {
                    let bits = (0..BLOCK).filter(|bit| mask >> bit & 1 == 1);
                    found.extend(bits.map(|bit| start + index * BLOCK + bit));
                }
            }
            found
        });
        assert_eq!(found, baseline, "{text:?}");
        found
    }

    /// What must be found, character by character.
    fn slowly(text: &str) -> Vec<usize> {
        let is_anchor = |c: char| {
            matches!(c, '\0'..='?' | '\u{2000}'..='\u{3fff}' | '第' | '是' | '要')
                || matches!(c, '\u{f000}'..='\u{ffff}') && c as u32 & 63 != '，' as u32 & 63
        };
        text.char_indices().filter(|&(_, c)| is_anchor(c)).map(|(at, _)| at).collect()
    }

    /// Asserts that all that must be found is found, and no comma. Returns how many other places are.
    fn assert_found(text: &str, place: &str) -> usize {
        let (found, surely) = (of(text), slowly(text));
        assert!(surely.iter().all(|at| found.contains(at)), "{place}: {text:?}");
        let others: Vec<_> = found.iter().filter(|at| !surely.contains(at)).collect();
        let comma = |&&at: &&usize| text.as_bytes()[at..].starts_with("，".as_bytes());
        assert!(!others.iter().any(comma), "{place}: {text:?}");
        others.len()
    }

    #[test]
    fn blocks_find_what_a_walk_over_the_characters_finds() {
        let piece = "一、抓统筹，强保障1.机制。第三条（二）：①《x》是要\n“好”？ y";
        for shift in 0..70 {
            for cut in 0..piece.chars().count() {
                let text: String = "a".repeat(shift) + &piece.repeat(6).chars().take(200 - cut).collect::<String>();
                assert_found(&text, &format!("shift {shift}, cut {cut}"));
            }
        }
    }

    #[test]
    fn pieces_are_looked_at_one_behind_the_other() {
        let text = "机制。一、抓统筹3".repeat(2 * PIECE / 20);
        for cut in 0..200 {
            let text: String = text.chars().skip(cut).collect();
            assert_found(&text, &format!("cut {cut}"));
        }
    }

    #[test]
    fn of_other_characters_few_are_found() {
        let mut others = 0;
        for c in '\0'..='\u{ffff}' {
            for behind in ["。", "第一", "，", "一", "1", "z", "」"] {
                others += assert_found(&format!("规{c}{behind}"), "");
            }
        }
        // Of 63,000 characters, each seven times.
        assert!((1..5_000).contains(&others), "{others}");
    }

    #[test]
    fn an_empty_text_has_no_anchors() {
        assert!(of("").is_empty());
    }
}
