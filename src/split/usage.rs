//! How a document uses its words, as far as that says where a heading ends that nothing parts from its text.
//!
//! ```text
//! …。员工病愈后销假。…                  员工 begins a sentence: 病假规定｜员工凭诊断证明…
//! …政府采购…政府采购…                   府采 stand side by side again and again: no seam is between them
//! ```
//!
//! Both are sets of pairs of ideographs, kept as bits by a hash. Two pairs may share a place, which makes a seam a little
//! likelier or less likely than it is.

use std::cell::OnceCell;

use super::words::ideograph;

/// So much of a text is looked at for pairs that come again, in bytes: the words of a document come again soon, and the
/// set stays thin.
const SAMPLE: usize = 16 << 10;

/// Bits of a set of all pairs, some ten for each ideograph of the sample.
const PAIRS: usize = 1 << 16;
/// Bits of a set of beginnings.
const BEGINNINGS: usize = 1 << 14;

/// The words of a document.
#[derive(Debug)]
pub(crate) struct Usage<'t> {
    text: &'t str,
    /// The first two ideographs behind its stops.
    openings: [u64; BEGINNINGS / 64],
    /// Ideographs that stand side by side more than once; looked for when first asked for, for many texts never do.
    repeated: OnceCell<[u64; PAIRS / 64]>,
}

impl<'t> Usage<'t> {
    /// Looks behind every stop.
    pub(crate) fn of(text: &'t str, stops: &[u32]) -> Self {
        let mut openings = [0; BEGINNINGS / 64];
        for &stop in stops {
            let rest = text.as_bytes().get(stop as usize..).unwrap_or(&[]);
            let (three, behind) = rest.split_at_checked(3).unwrap_or((&[], &[]));
            let behind = match *three {
                // 。 ； ！ ？
                [0xE3, 0x80, 0x82] | [0xEF, 0xBC, 0x9B | 0x81 | 0x9F] => behind,
                [b'\n', ..] => rest.get(1..).unwrap_or(&[]),
                _ => continue,
            };
            if let Some((first, behind)) = behind.split_first_chunk()
                && let Some(second) = behind.first_chunk()
                && let (Some(first), Some(second)) = (read_ideograph(*first), read_ideograph(*second))
            {
                let (word, bit) = place(first, second, BEGINNINGS);
                if let Some(word) = openings.get_mut(word) {
                    *word |= bit;
                }
            }
        }
        Self { text, openings, repeated: OnceCell::new() }
    }

    /// Whether a sentence begins with two ideographs.
    pub(super) fn opens(&self, first: char, second: char) -> bool {
        let (word, bit) = place(first as u16, second as u16, BEGINNINGS);
        self.openings.get(word).is_some_and(|word| word & bit != 0)
    }

    /// Whether two ideographs stand side by side more than once.
    pub(super) fn repeats(&self, first: char, second: char) -> bool {
        let (word, bit) = place(first as u16, second as u16, PAIRS);
        self.repeated.get_or_init(|| repeated(self.text)).get(word).is_some_and(|word| word & bit != 0)
    }
}

/// The pairs of the first part of a text that come again there.
fn repeated(text: &str) -> [u64; PAIRS / 64] {
    let mut rest = text.as_bytes().get(..SAMPLE).unwrap_or(text.as_bytes());
    let (mut once, mut again) = ([0_u64; PAIRS / 64], [0; PAIRS / 64]);
    let mut before = 0;
    while let Some((_, behind)) = rest.split_first() {
        let Some((&three @ [0xE4..=0xE9, ..], behind)) = rest.split_first_chunk::<3>() else {
            // Any byte of another character leads here, and all of them part two ideographs.
            (before, rest) = (0, behind);
            continue;
        };
        let now = ideograph(three);
        if before != 0 {
            let (word, bit) = place(before, now, PAIRS);
            if let (Some(once), Some(again)) = (once.get_mut(word), again.get_mut(word)) {
                *again |= *once & bit;
                *once |= bit;
            }
        }
        (before, rest) = (now, behind);
    }
    again
}

/// The word and the bit of a pair, in a set of so many bits.
const fn place(first: u16, second: u16, bits: usize) -> (usize, u64) {
    let spread = (first as u32).wrapping_mul(31).wrapping_add(second as u32).wrapping_mul(0x9E37_79B1);
    let spread = spread >> (32 - bits.trailing_zeros());
    ((spread >> 6) as usize, 1 << (spread & 63))
}

/// The ideograph that three bytes of a text are, if they are one.
fn read_ideograph(three: [u8; 3]) -> Option<u16> {
    let read = ideograph(three);
    (matches!(three, [0xE3..=0xE9, ..]) && read >= 0x3400).then_some(read)
}

#[cfg(test)]
mod tests {
    use super::{SAMPLE, Usage};

    #[test]
    fn pairs_are_counted_within_the_sample() {
        let text = "政府采购，政府，府采购。a";
        let usage = Usage::of(text, &[]);
        assert!(usage.repeats('政', '府') && usage.repeats('府', '采') && usage.repeats('采', '购'));
        assert!(!usage.repeats('购', '政') && !usage.opens('政', '府'));
        let late = format!("{}政府政府", "，".repeat(SAMPLE / 3));
        assert!(!Usage::of(&late, &[]).repeats('政', '府'));
    }

    #[test]
    fn sentences_begin_behind_stops() {
        let text = "病假。员工销假。";
        let usage = Usage::of(text, &[6]);
        assert!(usage.opens('员', '工') && !usage.opens('病', '假'));
    }
}
