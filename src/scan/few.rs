//! A few characters of three bytes, found among all by one multiplication.
//!
//! ```text
//! 、 E3 80 81 ─▶ 0x8180E3 × factor ─▶ the place 0x2A, which holds 0x8180E3: it is one of them
//! ```
//!
//! The factor is looked for when the crate is compiled: the first under which no two of them fall together.

/// A set of characters of three bytes each, with so many places, a power of two.
pub(super) struct Few<const PLACES: usize> {
    factor: u32,
    /// The bytes of each, the first in the lowest place, and [`NONE`] where there is none.
    places: [u32; PLACES],
}

/// No character begins with these bytes.
const NONE: u32 = u32::MAX;

impl<const PLACES: usize> Few<PLACES> {
    pub(super) const fn of(characters: &str) -> Self {
        let mut factor: u32 = 1;
        loop {
            factor = factor.wrapping_mul(0x9E37_79B1);
            if let Some(places) = Self::filled(characters.as_bytes(), factor) {
                return Self { factor, places };
            }
        }
    }

    const fn filled(mut left: &[u8], factor: u32) -> Option<[u32; PLACES]> {
        let mut places = [NONE; PLACES];
        while let Some((&[first, second, third], rest)) = left.split_first_chunk() {
            let bytes = u32::from_le_bytes([first, second, third, 0]);
            let slot = &mut places[Self::slot(bytes, factor)];
            if *slot != NONE && *slot != bytes {
                return None;
            }
            *slot = bytes;
            left = rest;
        }
        Some(places)
    }

    #[inline(always)]
    const fn slot(bytes: u32, factor: u32) -> usize {
        ((bytes << 8).wrapping_mul(factor) >> (u32::BITS - PLACES.trailing_zeros())) as usize
    }

    /// The place of the character that begins with these bytes, whatever the fourth is, if it is in the set.
    #[inline(always)]
    pub(super) const fn place(&self, bytes: u32) -> Option<usize> {
        let slot = Self::slot(bytes, self.factor);
        // In bounds: a slot has as many bits as the number of places.
        if (self.places[slot] ^ bytes) << 8 == 0 { Some(slot) } else { None }
    }

    /// Whether the character that begins with these bytes is in the set.
    #[inline(always)]
    pub(super) const fn has(&self, bytes: u32) -> bool {
        self.place(bytes).is_some()
    }
}

/// The character of three bytes.
pub(super) const fn char_of([first, second, third]: [u8; 3]) -> char {
    let code = (first as u32 & 15) << 12 | (second as u32 & 63) << 6 | third as u32 & 63;
    match char::from_u32(code) {
        Some(c) => c,
        None => ' ',
    }
}
