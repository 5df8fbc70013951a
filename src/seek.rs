//! Signs and words looked for by their bytes: a title and an ending are looked for in every text.
//!
//! The first byte of most ideographs is one of six, that of signs of full width one of two, and the last is one of 64: signs
//! are looked for by the first, words by the last byte of their first character, a vector of bytes at a time.

use memchr::{memchr_iter, memchr2_iter, memchr3};

/// Where the first of some signs of full width stands in `text`.
pub(crate) fn wide(text: &str, signs: &[char]) -> Option<usize> {
    let bytes = text.as_bytes();
    // CJK punctuation, and forms of full width: all that begins so has three bytes.
    memchr2_iter(0xE3, 0xEF, bytes).find(|&at| {
        let Some(&[first, second, third]) = bytes.get(at..).and_then(<[u8]>::first_chunk) else { return false };
        let [first, second, third] = [first & 0x0F, second & 0x3F, third & 0x3F].map(u32::from);
        let sign = first << 12 | second << 6 | third;
        signs.iter().any(|&looked_for| u32::from(looked_for) == sign)
    })
}

/// Where the first of some signs of full width, or of three of one byte, stands in `text`.
pub(crate) fn sign(text: &str, signs: &[char], [a, b, c]: [u8; 3]) -> Option<usize> {
    let wide = wide(text, signs);
    let before = wide.and_then(|at| text.get(..at)).unwrap_or(text);
    memchr3(a, b, c, before.as_bytes()).or(wide)
}

/// Where a word first stands in `text`, of which no character is one of two bytes or of four.
pub(crate) fn word(text: &str, word: &str) -> Option<usize> {
    words(text, word).next()
}

/// Where a word stands in `text`, in order; one place may begin inside another.
pub(crate) fn words(text: &str, word: &str) -> impl Iterator<Item = usize> {
    let (bytes, word) = (text.as_bytes(), word.as_bytes());
    let third = word.get(2).copied().unwrap_or_default();
    memchr_iter(third, bytes).filter_map(move |third| {
        let at = third.checked_sub(2)?;
        bytes.get(at..)?.starts_with(word).then_some(at)
    })
}

#[cfg(test)]
mod tests {
    use super::{sign, wide, word, words};

    #[test]
    fn the_same_as_by_characters() {
        let text = "绿地、管护，办法; 绿地：（试行）办法。绿绿绿";
        let mut rest = text;
        loop {
            let signs = ['。', '：', '）'];
            assert_eq!(wide(rest, &signs), rest.find(signs), "{rest}");
            assert_eq!(sign(rest, &signs, *b",;;"), rest.find(['。', '：', '）', ',', ';']), "{rest}");
            for looked_for in ["办法", "绿", "绿地", "绿绿", "木"] {
                assert_eq!(word(rest, looked_for), rest.find(looked_for), "{rest} {looked_for}");
            }
            let Some(first) = rest.chars().next() else { break };
            rest = &rest[first.len_utf8()..];
        }
        assert_eq!(words("绿绿绿", "绿绿").collect::<Vec<_>>(), [0, 3]);
    }
}
