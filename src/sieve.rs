//! A quick no: whether a character can be one of some, by its last twelve bits.
//!
//! ```text
//! 的  U+7684  0111 01│10 1000 01│00      word 26, bit 4 of a table of 64 words
//! ```
//!
//! Most characters of a text are in none of the lists of words and signs that are asked for at every place; a
//! list is walked only where the sieve lets through.

/// Characters that may be in a list. A few that are not pass as well.
pub(crate) struct Sieve([u64; 64]);

impl Sieve {
    /// Of all characters of a text.
    pub(crate) const fn of(text: &str) -> Self {
        let mut sieve = Self([0; 64]);
        let mut rest = text.as_bytes();
        while let Some((c, behind)) = first(rest) {
            sieve = sieve.and(c);
            rest = behind;
        }
        sieve
    }

    /// And the first character of a word.
    pub(crate) const fn and_first_of(self, word: &str) -> Self {
        match first(word.as_bytes()) {
            Some((c, _)) => self.and(c),
            None => self,
        }
    }

    const fn and(mut self, c: u32) -> Self {
        self.0[(c >> 6 & 63) as usize] |= 1 << (c & 63); // at most 63
        self
    }

    /// Whether a character may be in the list.
    pub(crate) fn passes(&self, c: char) -> bool {
        let c = u32::from(c);
        self.0.get((c >> 6 & 63) as usize).is_some_and(|word| word >> (c & 63) & 1 != 0)
    }
}

/// The first character of valid UTF-8, and what stands behind it; at compile time, where `chars` is not to be had.
const fn first(text: &[u8]) -> Option<(u32, &[u8])> {
    match *text {
        [a @ 0..0x80, ref rest @ ..] => Some((a as u32, rest)),
        [a @ 0..0xE0, b, ref rest @ ..] => Some(((a as u32 & 31) << 6 | b as u32 & 63, rest)),
        [a @ 0..0xF0, b, c, ref rest @ ..] => {
            Some(((a as u32 & 15) << 12 | (b as u32 & 63) << 6 | c as u32 & 63, rest))
        }
        [a, b, c, d, ref rest @ ..] => {
            let front = (a as u32 & 7) << 18 | (b as u32 & 63) << 12;
            Some((front | (c as u32 & 63) << 6 | d as u32 & 63, rest))
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::Sieve;

    #[test]
    fn what_is_in_it_passes_and_hardly_anything_else() {
        let text = "a，é的和与𠀀」";
        let sieve = Sieve::of(text).and_first_of("根据").and_first_of("");
        assert!(text.chars().all(|c| sieve.passes(c)));
        assert!(sieve.passes('根') && !sieve.passes('据'));
        let passed = ('\u{0}'..='\u{ffff}').filter(|&c| sieve.passes(c)).count();
        assert!(passed < 9 * 17, "{passed}");
    }
}
