//! What a character that matters beside a marker may begin or end, by one look at a table.
//!
//! ```text
//! 3 | 个 月    个: a unit, unless 体 别 性 follow      依 照 | 第 三 条    照: a reference follows, if 依 按 stand before
//! ```
//!
//! The classes are those of `context`, which the tables are made from: what [`super::ideograph`] lets through is one of
//! some two hundred, and to compare it with all of them one after the other takes four times as long.

use super::bytes::three;
use super::context::{self, Beside};
use super::numeral;

/// What may stand beside a character, with a filter in front: nearly all characters are none of those that are listed.
#[derive(Clone, Copy)]
pub(super) struct Near {
    beside: Beside,
    /// A bit for each that is listed, by its hash.
    listed: u64,
}

impl Near {
    const fn of(beside: Option<Beside>) -> Option<Self> {
        let Some(beside) = beside else { return None };
        let (mut listed, mut left) = (0, beside.others().as_bytes());
        while let Some((&[first, second, third], rest)) = left.split_first_chunk() {
            listed |= Self::bit(u32::from_le_bytes([first, second, third, 0]));
            left = rest;
        }
        Some(Self { beside, listed })
    }

    const fn bit(other: u32) -> u64 {
        1 << ((other << 8).wrapping_mul(0x9E37_79B1) >> 26)
    }

    /// [`Beside::allows`].
    #[inline]
    pub(super) fn allows(&self, other: u32) -> bool {
        if self.listed & Self::bit(other) == 0 { !self.beside.lists_allowed() } else { self.beside.allows(other) }
    }
}

/// What a character behind a marker may begin beside a word.
#[derive(Clone, Copy)]
pub(super) struct Begins {
    /// What counts: 个月.
    pub(super) unit: Option<Near>,
    /// What measures: 亿元.
    pub(super) measure: Option<Near>,
    /// A number.
    pub(super) numeral: bool,
    /// What goes on with a reference: 规定.
    pub(super) reference: Option<Near>,
}

/// What a character before a marker may end, with what stands before it.
#[derive(Clone, Copy)]
pub(super) struct Ends {
    /// A word that a reference follows: 依照.
    pub(super) referring: Option<Near>,
    /// The name of a document: 本制度.
    pub(super) document: Option<Near>,
    /// The name of a numbered thing: 附件.
    pub(super) numbered: Option<Near>,
    /// What makes one word with a numeral: 统一.
    pub(super) binding: Option<Near>,
    /// A number.
    pub(super) numeral: bool,
}

/// A power of two, and three times as many as there are characters in a table.
const SLOTS: usize = 512;

/// Characters by their bytes, each as near behind the place that its hash says as there was room.
pub(super) struct Table<T> {
    keys: [u32; SLOTS],
    values: [T; SLOTS],
}

pub(super) static BEHIND: Table<Begins> = behind();
pub(super) static BEFORE: Table<Ends> = before();

/// The characters that are in one of the classes: signs and ideographs.
const CHARACTERS: std::ops::Range<u32> = 0x3001..0xA000;

const fn behind() -> Table<Begins> {
    let nothing = Begins { unit: None, measure: None, numeral: false, reference: None };
    let mut table = Table { keys: [0; SLOTS], values: [nothing; SLOTS] };
    let mut code = CHARACTERS.start;
    while code < CHARACTERS.end {
        if let Some(c) = char::from_u32(code) {
            let begins = Begins {
                unit: Near::of(context::unit(c)),
                measure: Near::of(context::measure(c)),
                numeral: numeral::is_numeral_char(c),
                reference: Near::of(context::reference(c)),
            };
            let other = begins.unit.is_some() || begins.measure.is_some() || begins.reference.is_some();
            if begins.numeral || other {
                let slot = free(&mut table.keys, c);
                table.values[slot] = begins;
            }
        }
        code += 1;
    }
    table
}

const fn before() -> Table<Ends> {
    let nothing = Ends { referring: None, document: None, numbered: None, binding: None, numeral: false };
    let mut table = Table { keys: [0; SLOTS], values: [nothing; SLOTS] };
    let mut code = CHARACTERS.start;
    while code < CHARACTERS.end {
        if let Some(c) = char::from_u32(code) {
            let ends = Ends {
                referring: Near::of(context::referring(c)),
                document: Near::of(context::names_document(c)),
                numbered: Near::of(context::numbered(c)),
                binding: Near::of(context::binding(c)),
                numeral: numeral::is_numeral_char(c),
            };
            let named = ends.document.is_some() || ends.numbered.is_some();
            if ends.referring.is_some() || named || ends.binding.is_some() || ends.numeral {
                let slot = free(&mut table.keys, c);
                table.values[slot] = ends;
            }
        }
        code += 1;
    }
    table
}

/// Takes the first free place for a character.
const fn free(keys: &mut [u32; SLOTS], c: char) -> usize {
    let mut bytes = [0; 4];
    c.encode_utf8(&mut bytes);
    let bytes = u32::from_le_bytes(bytes);
    let mut slot = slot(bytes);
    while keys[slot] != 0 {
        slot = (slot + 1) % SLOTS;
    }
    keys[slot] = bytes;
    slot
}

#[inline]
const fn slot(bytes: u32) -> usize {
    ((bytes << 8).wrapping_mul(0x9E37_79B1) >> (u32::BITS - SLOTS.trailing_zeros())) as usize
}

impl<T> Table<T> {
    /// What is known of the character that begins with these bytes.
    #[inline]
    pub(super) fn of(&self, bytes: u32) -> Option<&T> {
        let mut slot = slot(bytes);
        loop {
            match *self.keys.get(slot)? {
                0 => return None,
                key if key == three(bytes) => return self.values.get(slot),
                _ => slot = (slot + 1) % SLOTS,
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{BEFORE, BEHIND};
    use crate::scan::bytes::four;
    use crate::scan::{context, numeral};

    #[test]
    fn every_character_is_found() {
        let (mut begin, mut end) = (0, 0);
        for c in '\u{800}'..='\u{ffff}' {
            let bytes = four(c.to_string().as_bytes(), 0);
            if ('\u{3001}'..'\u{a000}').contains(&c) {
                let begins = BEHIND.of(bytes);
                assert_eq!(begins.is_some_and(|begins| begins.unit.is_some()), context::unit(c).is_some(), "{c}");
                assert_eq!(begins.is_some_and(|begins| begins.numeral), numeral::is_numeral_char(c), "{c}");
                begin += usize::from(begins.is_some());
            }
            let ends = BEFORE.of(bytes);
            assert_eq!(ends.is_some_and(|ends| ends.referring.is_some()), context::referring(c).is_some(), "{c}");
            assert_eq!(ends.is_some_and(|ends| ends.document.is_some()), context::names_document(c).is_some(), "{c}");
            assert_eq!(ends.is_some_and(|ends| ends.numbered.is_some()), context::numbered(c).is_some(), "{c}");
            assert_eq!(ends.is_some_and(|ends| ends.binding.is_some()), context::binding(c).is_some(), "{c}");
            end += usize::from(ends.is_some());
        }
        assert!((100..=170).contains(&begin) && (100..=170).contains(&end), "{begin} {end}");
    }

    #[test]
    fn what_stands_beside_is_what_the_lists_say() {
        let known: Vec<_> = ('\u{3001}'..'\u{a000}').map(|c| four(c.to_string().as_bytes(), 0)).collect();
        let near = |table: Option<&super::Begins>| table.map(|begins| [begins.unit, begins.measure, begins.reference]);
        let begins = known.iter().filter_map(|&bytes| near(BEHIND.of(bytes)));
        let near = |ends: &super::Ends| [ends.referring, ends.document, ends.numbered, ends.binding];
        let ends = known.iter().filter_map(|&bytes| BEFORE.of(bytes).map(near));
        for near in begins.flatten().chain(ends.flatten()).flatten() {
            for &other in known.iter().chain(&[0, 0x20]) {
                assert_eq!(near.allows(other), near.beside.allows(other), "{other:x}");
            }
        }
    }
}
