//! What may stand between two parts of the tree and belong to neither.

/// What the items of a list without numbers begin with.
pub(crate) const BULLETS: [char; 4] = ['•', '●', '■', '◆'];

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

/// The longest tag with its attributes, and the longest name of a blank, in bytes.
const TAG: usize = 80;
const NAME: usize = 8;

/// How many bytes at the beginning of a text are what a page or a program left of blanks and line breaks; 0: none.
///
/// ```text
/// 总体要求<br>坚持…    总体要求&nbsp;&nbsp;坚持…    总体要求\n坚持…    tags, names of blanks, breaks written out
/// ```
///
/// They are text like any other and stay in headings and bodies; here they only tell where a line may have ended.
pub(crate) fn leftover(text: &str) -> usize {
    match text.as_bytes() {
        [b'\\', b'n' | b'r' | b't', ..] => 2,
        [b'<', b'a'..=b'z' | b'A'..=b'Z', rest @ ..] | [b'<', b'/', b'a'..=b'z' | b'A'..=b'Z', rest @ ..] => {
            let end = rest.iter().take(TAG).position(|&byte| byte == b'>');
            end.map_or(0, |end| text.len() - rest.len() + end + 1)
        }
        [b'&', rest @ ..] => {
            let name = rest.iter().take(NAME).take_while(|byte| byte.is_ascii_alphanumeric() || **byte == b'#').count();
            if name > 1 && rest.get(name) == Some(&b';') { name + 2 } else { 0 }
        }
        _ => 0,
    }
}

/// Whether a text ends with a line break or tab that a program wrote out, of two bytes.
pub(crate) const fn ends_with_written_break(text: &[u8]) -> bool {
    matches!(text, [.., b'\\', b'n' | b'r' | b't'])
}

/// Whether a text ends with a blank or with what [`leftover`] tells.
pub(crate) fn ends_with_gap(text: &[u8]) -> bool {
    match text {
        // Nearly all texts: the last bytes of other characters than of a blank.
        [.., 0x81..=0x8A | 0x8C..=0x9F | 0xA1..] => false,
        [.., b' ' | b'\t' | b'>'] | [.., 0xC2, 0xA0] | [.., 0xE3, 0x80, 0x80] | [.., 0xE2, 0x80, 0x8B] => true,
        _ if ends_with_written_break(text) => true,
        [before @ .., b';'] => before.iter().rev().take(NAME).any(|&byte| byte == b'&'),
        _ => false,
    }
}

/// Whether this is a stop, of which one may stand between a heading and its body.
///
/// `！` and `？` are none: a heading that asks or calls keeps its sign.
pub(crate) const fn is_stop(character: char) -> bool {
    matches!(character, '。' | '．' | '.' | '；' | ';' | '：' | ':' | '，' | ',')
}

#[cfg(test)]
mod tests {
    use super::{ends_with_gap, is_blank, is_stop, leftover};

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
    fn what_is_left_of_a_line_break() {
        for (text, length) in [
            ("<br>坚持", 4),
            ("</p><p>坚持", 4),
            ("<p class=\"a\">坚持", 13),
            ("&nbsp;坚持", 6),
            ("&#12288;坚持", 8),
            ("\\n坚持", 2),
            ("<5米", 0),
            ("<br", 0),
            ("&;", 0),
            ("A&B;坚", 0),
            ("\\坚", 0),
            ("", 0),
        ] {
            assert_eq!(leftover(text), length, "{text}");
            assert!(length == 0 || ends_with_gap(&text.as_bytes()[..length]), "{text}");
        }
        for text in ["", "坚", "持；", "n", "a;", "持。"] {
            assert!(!ends_with_gap(text.as_bytes()), "{text}");
        }
    }

    #[test]
    fn a_question_keeps_its_mark() {
        assert!(is_stop('。') && is_stop('：'));
        assert!(!is_stop('？') && !is_stop('！') && !is_stop('、'));
    }
}
