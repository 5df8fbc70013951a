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

/// So much of a text is looked at for pairs that come again, in bytes: the words of a document come again soon (twice as
/// much finds as many headings, half as much a hundredth fewer), and the
/// set stays thin.
const SAMPLE: usize = 8 << 10;

/// Bits of a set of all pairs, some twenty for each ideograph of the sample.
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
            if let Some(&pair) = behind.first_chunk::<6>()
                && is_ideograph(pair[0])
                && is_ideograph(pair[3])
            {
                let (word, bit) = place(pair, BEGINNINGS);
                if let Some(word) = openings.get_mut(word) {
                    *word |= bit;
                }
            }
        }
        Self { text, openings, repeated: OnceCell::new() }
    }

    /// Whether a sentence begins with two ideographs.
    pub(super) fn opens(&self, pair: [u8; 6]) -> bool {
        let (word, bit) = place(pair, BEGINNINGS);
        self.openings.get(word).is_some_and(|word| word & bit != 0)
    }

    /// Whether two ideographs stand side by side more than once.
    pub(super) fn repeats(&self, pair: [u8; 6]) -> bool {
        let (word, bit) = place(pair, PAIRS);
        self.repeated.get_or_init(|| repeated(self.text)).get(word).is_some_and(|word| word & bit != 0)
    }
}

/// The pairs of the first part of a text that come again there.
fn repeated(text: &str) -> [u64; PAIRS / 64] {
    let mut rest = text.as_bytes().get(..SAMPLE).unwrap_or(text.as_bytes());
    let (mut once, mut again) = ([0_u64; PAIRS / 64], [0; PAIRS / 64]);
    while let Some(&pair) = rest.first_chunk::<6>() {
        // From the first byte of a character on; the others of one that is no ideograph are no first bytes of one.
        let step = if is_ideograph(pair[0]) { 3 } else { 1 };
        if step == 3 && is_ideograph(pair[3]) {
            let (word, bit) = place(pair, PAIRS);
            if let (Some(once), Some(again)) = (once.get_mut(word), again.get_mut(word)) {
                *again |= *once & bit;
                *once |= bit;
            }
        }
        rest = rest.get(step..).unwrap_or(&[]);
    }
    again
}

/// Whether a character that begins with this byte is an ideograph of the common block.
const fn is_ideograph(first: u8) -> bool {
    matches!(first, 0xE4..=0xE9)
}

/// The word and the bit of a pair, in a set of so many bits.
fn place([a, b, c, d, e, f]: [u8; 6], bits: usize) -> (usize, u64) {
    let spread = u64::from_le_bytes([a, b, c, d, e, f, 0, 0]).wrapping_mul(0x9E37_79B9_7F4A_7C15);
    let spread = spread >> (64 - bits.trailing_zeros());
    ((spread >> 6) as usize, 1 << (spread & 63))
}

#[cfg(test)]
mod tests {
    use super::{SAMPLE, Usage};

    fn pair(two: &str) -> [u8; 6] {
        two.as_bytes().try_into().unwrap()
    }

    #[test]
    fn pairs_are_counted_within_the_sample() {
        let text = "政府采购，政府，府采购。a";
        let usage = Usage::of(text, &[]);
        assert!(usage.repeats(pair("政府")) && usage.repeats(pair("府采")) && usage.repeats(pair("采购")));
        assert!(!usage.repeats(pair("购政")) && !usage.opens(pair("政府")));
        let late = format!("{}政府政府", "，".repeat(SAMPLE / 3));
        assert!(!Usage::of(&late, &[]).repeats(pair("政府")));
    }

    #[test]
    fn sentences_begin_behind_stops() {
        let text = "病假。员工销假。";
        let usage = Usage::of(text, &[6]);
        assert!(usage.opens(pair("员工")) && !usage.opens(pair("病假")));
    }
}
