//! How a document uses its words, as far as that says where a heading ends that nothing parts from its text.
//!
//! ```text
//! …。员工病愈后销假。…                  员工 begins a sentence: 病假规定｜员工凭诊断证明…
//! …政府采购…政府采购…                   府采 stand side by side again and again: no seam is between them
//! ```
//!
//! The first is a set of pairs of ideographs, kept as bits by a hash: two pairs may share a place, which makes a seam a
//! little likelier than it is. The second is looked up in the text.

use std::cell::OnceCell;

use memchr::memmem;

use super::blank::set_apart;
use crate::scan::bytes::{eight, is_ideograph, of};

/// So much of a text is looked at for pairs that come again, in bytes: the words of a document come again soon (twice as
/// much finds as many headings, half as much a hundredth fewer).
const SAMPLE: usize = 8 << 10;

/// Bits of a set of beginnings.
const BEGINNINGS: usize = 1 << 14;
const WORDS: usize = BEGINNINGS / 64;

/// The last two bytes of the stops behind which a sentence may begin with two ideographs; a colon is none.
const FULL_STOP: u16 = (of("。") >> 8) as u16;
const SEMICOLON: u16 = (of("；") >> 8) as u16;
const EXCLAMATION: u16 = (of("！") >> 8) as u16;
const QUESTION: u16 = (of("？") >> 8) as u16;

/// The words of a document.
#[derive(Debug)]
pub(crate) struct Usage<'t> {
    text: &'t str,
    stops: &'t [u32],
    /// Whether blanks stand where line breaks stood.
    pub(super) spaced: bool,
    /// Whether each line is an item.
    pub(crate) itemized: bool,
    /// Whether they set foreign words apart as well, as soon as it is asked.
    apart: OnceCell<bool>,
    /// The first two ideographs behind its stops, as soon as they are asked for: a statute mostly has no seam to weigh.
    openings: OnceCell<Pairs>,
}

/// A set of pairs of ideographs.
type Pairs = [u64; WORDS];

impl<'t> Usage<'t> {
    /// Of a text with these stops; `spaced`: whether blanks stand where line breaks stood; `itemized`: whether each line is an item.
    pub(crate) fn of(text: &'t str, stops: &'t [u32], spaced: bool, itemized: bool) -> Self {
        Self { text, stops, spaced, itemized, apart: OnceCell::new(), openings: OnceCell::new() }
    }

    /// Whether blanks set foreign words apart.
    pub(super) fn sets_apart(&self) -> bool {
        *self.apart.get_or_init(|| set_apart(self.text))
    }

    /// Looks behind every stop.
    fn look(&self) -> Pairs {
        let mut openings = [0; WORDS];
        let text = self.text.as_bytes();
        for &stop in self.stops {
            // What stands behind the first byte of a stop: the other two and a pair, or a pair behind a line break.
            let behind = eight(text, stop as usize + 1);
            let pair = match behind as u16 {
                FULL_STOP | SEMICOLON | EXCLAMATION | QUESTION => behind >> 16,
                _ if text.get(stop as usize) == Some(&b'\n') => behind & ((1 << 48) - 1),
                _ => continue,
            };
            if is_ideograph(pair as u32) && is_ideograph((pair >> 24) as u32) {
                let (word, bit) = place(pair);
                openings[word % WORDS] |= bit; // in bounds
            }
        }
        openings
    }

    /// Whether a sentence begins with two ideographs.
    pub(super) fn opens(&self, pair: [u8; 6]) -> bool {
        let (word, bit) = place(word_of(pair));
        self.openings.get_or_init(|| self.look()).get(word).is_some_and(|word| word & bit != 0)
    }

    /// Whether two ideographs stand side by side more than once in the first part of the text.
    ///
    /// A search takes some 2,500 instructions and a table of all pairs 120,000, while a document asks for few pairs: see
    /// `ask` of `run_in::seam`.
    pub(super) fn repeats(&self, pair: [u8; 6]) -> bool {
        if !(is_ideograph(pair[0].into()) && is_ideograph(pair[3].into())) {
            return false;
        }
        let sample = self.text.as_bytes().get(..SAMPLE).unwrap_or(self.text.as_bytes());
        memmem::find_iter(sample, &pair).nth(1).is_some()
    }
}

/// A pair as one number.
fn word_of([a, b, c, d, e, f]: [u8; 6]) -> u64 {
    u64::from_le_bytes([a, b, c, d, e, f, 0, 0])
}

/// The word and the bit of a pair.
fn place(pair: u64) -> (usize, u64) {
    let spread = pair.wrapping_mul(0x9E37_79B9_7F4A_7C15) >> (64 - BEGINNINGS.trailing_zeros());
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
        let usage = Usage::of(text, &[], false, false);
        assert!(usage.repeats(pair("政府")) && usage.repeats(pair("府采")) && usage.repeats(pair("采购")));
        assert!(!usage.repeats(pair("购政")) && !usage.opens(pair("政府")));
        let late = format!("{}政府政府", "，".repeat(SAMPLE / 3));
        assert!(!Usage::of(&late, &[], false, false).repeats(pair("政府")));
    }

    #[test]
    fn sentences_begin_behind_stops() {
        let text = "病假。员工销假。";
        let usage = Usage::of(text, &[6], false, false);
        assert!(usage.opens(pair("员工")) && !usage.opens(pair("病假")));
    }
}
