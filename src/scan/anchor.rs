//! Bytes to anchors: the places where something that matters to an outline may stand.
//!
//! ```text
//! text     … 机 制 。 一 、 抓 统 筹 , 1 . 第 3 条 “ 好 ”
//! anchors          ^    ^           ^ ^ ^ ^     ^   ^     the first byte of each sign
//! ```
//!
//! An anchor is the first byte of
//! - a digit, a bracket, `.` `:` `;` `!` `?` or a line break,
//! - a character U+2000..U+2FFF or U+3000..U+3FFF: quotation marks, 、。《》【】, ①, Ⅰ, ㈠,
//! - a character U+F000..U+FFFF but `，`: full-width signs and digits,
//! - 第, 是, 要.
//!
//! Commas are left out: they are the commonest sign (20 a KB) and tell nothing that a look at the
//! character before a marker does not. So are Chinese numerals: every marker that has one also has
//! one of the signs above or stands behind one (10 of 11 numerals are prose).
//!
//! The text is classified in blocks of 64 bytes by comparisons that the compiler turns into vector
//! instructions; a byte's class is found from it and its two neighbours, without decoding. That is
//! what makes this stage run at several GB/s in safe code. Aho-Corasick and memchr spend longer on
//! verification here, since there is a hit every twenty to thirty bytes.

/// Bytes classified at a time.
const BLOCK: usize = 64;
/// How far a class looks ahead.
const AHEAD: usize = 2;

/// Calls `at` with the offset of each anchor of `text`, in order.
#[inline]
pub(crate) fn anchors(text: &[u8], mut at: impl FnMut(usize)) {
    let mut start = 0;
    while let Some(window) = text.get(start..).and_then(<[u8]>::first_chunk::<{ BLOCK + AHEAD }>) {
        report(start, &classify(window), &mut at);
        start += BLOCK;
    }
    // At most two blocks are left; zeros behind the end are no anchors.
    while let Some(rest) = text.get(start..).filter(|rest| !rest.is_empty()) {
        let mut window = [0; BLOCK + AHEAD];
        for (slot, &byte) in window.iter_mut().zip(rest) {
            *slot = byte;
        }
        report(start, &classify(&window), &mut at);
        start += BLOCK;
    }
}

/// 1 for each byte that is an anchor, else 0. Only bit operations, no branch: this is the loop that
/// must be vectorised.
#[inline]
fn classify(window: &[u8; BLOCK + AHEAD]) -> [u8; BLOCK] {
    let mut class = [0; BLOCK];
    for i in 0..BLOCK {
        // In bounds: i < BLOCK, and the window is AHEAD bytes longer.
        let (a, b, c) = (window[i], window[i + 1], window[i + 2]);
        let ascii = (a.wrapping_sub(b'(') <= b';' - b'(') & (a != b',')
            | (a == b'\n')
            | (a == b'\r')
            | (a == b'?')
            | (a == b'!');
        let wide = (a == 0xE2) | (a == 0xE3) | (a == 0xEF) & (c != 0x8C);
        let di = (a == 0xE7) & (b == 0xAC) & (c == 0xAC);
        let shi = (b == 0x98) & (c == 0xAF);
        let yao = (b == 0xA6) & (c == 0x81);
        class[i] = u8::from(ascii | wide | di | shi | yao);
    }
    class
}

/// Calls `at` for each 1 in `class`.
#[inline]
fn report(start: usize, class: &[u8; BLOCK], at: &mut impl FnMut(usize)) {
    for (index, eight) in class.chunks_exact(8).enumerate() {
        let mut word = u64::from_le_bytes(eight.try_into().unwrap_or([0; 8]));
        while word != 0 {
            at(start + index * 8 + word.trailing_zeros() as usize / 8);
            word &= word - 1;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::anchors;

    fn of(text: &str) -> Vec<usize> {
        let mut found = Vec::new();
        anchors(text.as_bytes(), |at| found.push(at));
        found
    }

    /// The same, character by character.
    fn slowly(text: &str) -> Vec<usize> {
        let is_anchor = |c: char| {
            matches!(c, '('..='+' | '-'..=';' | '\n' | '\r' | '?' | '!' | '\u{2000}'..='\u{3fff}' | '\u{f000}'..='\u{ffff}' | '第')
                && c != '，'
                || matches!(c as u32 & 0xfff, 0x62f | 0x981) && c as u32 >= 0x800
        };
        text.char_indices().filter(|&(_, c)| is_anchor(c)).map(|(at, _)| at).collect()
    }

    #[test]
    fn blocks_find_what_a_walk_over_the_characters_finds() {
        let piece = "一、抓统筹，强保障1.机制。第三条（二）：①《x》是要\n“好”？,";
        for shift in 0..70 {
            for cut in 0..piece.chars().count() {
                let text: String = "a".repeat(shift) + &piece.repeat(6).chars().take(200 - cut).collect::<String>();
                assert_eq!(of(&text), slowly(&text), "shift {shift}, cut {cut}");
            }
        }
    }

    #[test]
    fn an_empty_text_has_no_anchors() {
        assert!(of("").is_empty());
    }
}
