//! What may stand between two parts of the tree and belong to neither.

/// Whether a gap may hold this character: white space, control characters, the byte order mark and
/// characters without width.
///
/// ```text
/// 一、\u{3000}目标\u{200B}\r\n１．…       U+3000, U+200B and the line break are gaps
/// ```
pub(crate) fn is_blank(character: char) -> bool {
    character.is_whitespace()
        || character.is_control()
        || matches!(character, '\u{200B}'..='\u{200F}' | '\u{2060}' | '\u{FEFF}')
}

/// Whether this is a stop, of which one may stand between a heading and its body.
///
/// `！` and `？` are none: a heading that asks or calls keeps its sign.
pub(crate) const fn is_stop(character: char) -> bool {
    matches!(character, '。' | '．' | '.' | '；' | ';' | '：' | ':' | '，' | ',')
}

#[cfg(test)]
mod tests {
    use super::{is_blank, is_stop};

    #[test]
    fn a_gap_holds_blanks_and_no_letters() {
        for blank in [
            ' ', '\t', '\r', '\n', '\0', '\u{85}', '\u{A0}', '\u{3000}', '\u{200B}', '\u{200F}', '\u{2028}',
            '\u{2060}', '\u{FEFF}',
        ] {
            assert!(is_blank(blank), "{blank:?}");
        }
        for other in ['一', 'x', '。', '-', '\u{2010}', '\u{202E}', '\u{AD}'] {
            assert!(!is_blank(other), "{other:?}");
        }
    }

    #[test]
    fn a_question_keeps_its_mark() {
        assert!(is_stop('。') && is_stop('：'));
        assert!(!is_stop('？') && !is_stop('！') && !is_stop('、'));
    }
}
