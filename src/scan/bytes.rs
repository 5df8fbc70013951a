//! A few bytes of a text as one number, which is compared at once.
//!
//! ```text
//! … 一 、 抓 …      four(at 、) = 0x?? 81 80 E3     the first byte in the lowest place
//! ```
//!
//! What a place is nearly always shows in the three bytes of a character: no decoding, no boundary to be looked for.

/// The four bytes from `at`, the first in the lowest place, zeros behind the end of the text.
#[inline(always)]
pub(crate) fn four(text: &[u8], at: usize) -> u32 {
    // A text beyond u32 is cut before it is scanned: that the end does not overflow need not be asked.
    let at = at as u32 as usize;
    // The bytes are taken as one number, not one by one.
    match text.get(at..at + 4).and_then(<[u8]>::first_chunk) {
        Some(&four) => u32::from_le_bytes(four),
        None => last(text, at),
    }
}

#[cold]
fn last(text: &[u8], at: usize) -> u32 {
    u32::from_le_bytes(std::array::from_fn(|ahead| text.get(at + ahead).copied().unwrap_or(0)))
}

/// The beginning of a text that is shorter, zeros behind its end.
#[cold]
pub(crate) fn padded<const LEN: usize>(text: &[u8]) -> [u8; LEN] {
    let mut padded = [0; LEN];
    for (slot, &byte) in padded.iter_mut().zip(text) {
        *slot = byte;
    }
    padded
}

/// The eight bytes from `at`, the first in the lowest place, zeros behind the end of the text.
#[inline(always)]
pub(crate) fn eight(text: &[u8], at: usize) -> u64 {
    let at = at as u32 as usize;
    match text.get(at..at + 8).and_then(<[u8]>::first_chunk) {
        Some(&eight) => u64::from_le_bytes(eight),
        None => u64::from(last(text, at)) | u64::from(last(text, at + 4)) << 32,
    }
}

/// The first six of these.
#[inline(always)]
pub(crate) fn six(text: &[u8], at: usize) -> u64 {
    eight(text, at) & 0xFFFF_FFFF_FFFF
}

/// The three bytes before `at`, the first in the lowest place; 0 where there are no three.
#[inline(always)]
pub(crate) fn three_before(text: &[u8], at: usize) -> u32 {
    // Four are one number, three are not.
    match text.get(..at).and_then(<[u8]>::last_chunk) {
        Some(&four) => u32::from_le_bytes(four) >> 8,
        None => first_three(text, at),
    }
}

/// The same near the beginning of a text.
#[cold]
fn first_three(text: &[u8], at: usize) -> u32 {
    match text.get(..at) {
        Some(&[first, second, third]) => u32::from_le_bytes([first, second, third, 0]),
        _ => 0,
    }
}

/// The bytes of a character of three, the first in the lowest place.
pub(crate) const fn of(character: &str) -> u32 {
    match *character.as_bytes() {
        [first, second, third] => u32::from_le_bytes([first, second, third, 0]),
        _ => panic!("a character of three bytes"),
    }
}

/// The first three of four bytes.
#[inline(always)]
pub(crate) const fn three(bytes: u32) -> u32 {
    bytes & 0x00FF_FFFF
}

/// Whether an ideograph of the common block begins with these bytes, or one of the last before it.
#[inline(always)]
pub(crate) const fn is_ideograph(bytes: u32) -> bool {
    // A byte of this range is always the first of a character, and of three bytes.
    matches!(bytes as u8, 0xE4..=0xE9)
}

/// How many bytes the blank has that begins here, as [`super::marker::is_blank`] says; 0: none does.
#[inline]
pub(crate) const fn blank(bytes: u32) -> usize {
    match bytes.to_le_bytes() {
        [b' ' | b'\t', ..] => 1,
        [0xE3, 0x80, 0x80, _] | [0xE2, 0x80, 0x82..=0x8B, _] | [0xEF, 0xBB, 0xBF, _] => 3,
        [0xC2, 0xA0, ..] => 2,
        _ => 0,
    }
}

/// How many bytes the blank has that ends at `at`; 0: none does.
#[inline]
pub(crate) fn blank_before(text: &[u8], at: usize) -> usize {
    match text.get(..at).unwrap_or(&[]) {
        [.., b' ' | b'\t'] => 1,
        [.., first @ (0xE2 | 0xE3 | 0xEF), second, third] => blank(u32::from_le_bytes([*first, *second, *third, 0])),
        [.., 0xC2, 0xA0] => 2,
        _ => 0,
    }
}

#[cfg(test)]
mod tests {
    use super::{blank, blank_before, eight, four, is_ideograph, six, three_before};

    #[test]
    fn what_begins_at_a_place() {
        let text = "一、抓".as_bytes();
        assert_eq!(four(text, 3), u32::from_le_bytes([0xE3, 0x80, 0x81, 0xE6]));
        assert_eq!(four(text, 6), u32::from_le_bytes([0xE6, 0x8A, 0x93, 0]));
        assert_eq!(four(text, 9), 0);
        assert_eq!(four(text, 20), 0);
        assert_eq!(eight(text, 0).to_le_bytes(), [0xE4, 0xB8, 0x80, 0xE3, 0x80, 0x81, 0xE6, 0x8A]);
        assert_eq!(eight(text, 6), u64::from(four(text, 6)));
        assert_eq!(six(text, 0).to_le_bytes(), [0xE4, 0xB8, 0x80, 0xE3, 0x80, 0x81, 0, 0]);
        assert_eq!(six(text, 3).to_le_bytes(), [0xE3, 0x80, 0x81, 0xE6, 0x8A, 0x93, 0, 0]);
        assert_eq!(six(text, 6), u64::from(four(text, 6)));
        assert_eq!(three_before(text, 6), super::of("、"));
        assert_eq!(three_before(text, 3), super::of("一"));
        assert_eq!(three_before(text, 2), 0);
        assert_eq!(three_before(text, 10), 0);
        assert_eq!(super::padded::<4>(&text[..3]), [0xE4, 0xB8, 0x80, 0]);
    }

    #[test]
    fn a_blank_is_one_by_its_bytes() {
        for c in ('\0'..='\u{ffff}').chain(['\u{20000}']) {
            let text = format!("{c}一");
            let expected = if crate::scan::marker::is_blank(c) { c.len_utf8() } else { 0 };
            assert_eq!(blank(four(text.as_bytes(), 0)), expected, "{c:?}");
            for before in ["", "一", ".."] {
                let text = format!("{before}{c}");
                assert_eq!(blank_before(text.as_bytes(), text.len()), expected, "{text:?}");
            }
            assert_eq!(is_ideograph(four(text.as_bytes(), 0)), ('\u{4000}'..='\u{9fff}').contains(&c), "{c:?}");
        }
    }
}
