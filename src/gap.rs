//! What may stand between two parts of the tree and belong to neither.

/// What the items of a list without numbers begin with.
pub(crate) const BULLETS: [char; 4] = ['•', '●', '■', '◆'];

/// Signs that say how much an item matters, as tenders and calls put them before its number: ★ must be met, ▲ counts much.
const WEIGHTY: [char; 5] = ['★', '☆', '▲', '△', '※'];
/// The same, which mask names as well.
const ASTERISKS: [char; 2] = ['*', '＊'];
/// Bullets and boxes, which stand before a number as well.
pub(crate) const BOXES: [char; 13] = ['•', '●', '■', '◆', '◇', '□', '▪', '►', '▶', '➢', '✓', '√', '☑'];
/// The most blanks beside such a sign.
const BLANKS: usize = 4;

/// How many bytes before `at` are a sign that belongs to the number that stands there, and blanks beside it: `★1、`, `● 一、`.
///
/// Stars and triangles do so behind any words (总体要求★1.…), others only where a line or sentence ends before them: `同意√1.`
/// ticks what stands before, and `李**` is a name.
pub(crate) fn sign_before(text: &str, at: usize) -> usize {
    match text.as_bytes().get(..at) {
        Some([.., 0xE2, _, _] | [.., b' ' | b'\t' | b'*'] | [.., 0xE3, 0x80, 0x80] | [.., 0xEF, 0xBC, 0x8A]) => {
            sign_in(text.get(..at).unwrap_or(""))
        }
        // Before nearly all numbers stands something else.
        _ => 0,
    }
}

/// Whether the sign before `at` says how much an item matters.
pub(crate) fn is_weighty(text: &str, at: usize) -> bool {
    text.get(..at).is_some_and(|before| before.ends_with(WEIGHTY) || before.ends_with(ASTERISKS))
}

/// A text without the sign of weight that it begins with.
pub(crate) fn without_sign(text: &str) -> &str {
    text.strip_prefix(WEIGHTY).map_or(text, str::trim_start)
}

#[inline(never)]
fn sign_in(head: &str) -> usize {
    let blanks = head.chars().rev().take(BLANKS).take_while(|&c| matches!(c, ' ' | '\t' | '\u{3000}'));
    let end = head.len() - blanks.map(char::len_utf8).sum::<usize>();
    let mut before = head.get(..end).unwrap_or("").chars();
    let Some(sign) = before.next_back() else { return 0 };
    let before = before.as_str();
    let last = before.chars().next_back();
    let ends =
        || last.is_none_or(|last| is_blank(last) || matches!(last, '。' | '；' | ';' | '：' | ':' | '！' | '？'));
    if WEIGHTY.contains(&sign) || (ASTERISKS.contains(&sign) || BOXES.contains(&sign)) && ends() {
        head.len() - before.len()
    } else {
        0
    }
}

/// Whether a gap may hold this character: white space, control characters, the byte order mark and
/// characters without width.
///
/// ```text
/// 一、\u{3000}目标\u{200B}\r\n１．…       U+3000, U+200B and the line break are gaps
/// ```
pub(crate) fn is_blank(character: char) -> bool {
    character.is_whitespace() || character.is_control() || is_unseen(character)
}

/// Whether a character has no width: the soft hyphen U+00AD, U+200B to U+200F, U+2060 and the byte order mark.
pub(crate) const fn is_unseen(character: char) -> bool {
    matches!(character, '\u{AD}' | '\u{200B}'..='\u{200F}' | '\u{2060}' | '\u{FEFF}')
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
/// Of a text below a megabyte [`markup`](crate::markup) makes them what they stand for before it is read; in larger ones they are
/// text like any other, which tells where a line may have ended.
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
    matches!(character, '。' | '．' | '.' | '；' | ';' | '：' | ':' | '，' | ',') || is_bar(character)
}

/// Whether a cell of a table ends here: `一、项目概况 | 采购方式 | 询价 |`.
pub(crate) const fn is_bar(character: char) -> bool {
    matches!(character, '|' | '｜')
}

#[cfg(test)]
mod tests {
    use super::{ends_with_gap, is_blank, is_stop, leftover, sign_before};

    #[test]
    fn signs_that_belong_to_a_number() {
        for (before, len) in [
            ("", 0),
            ("★", 3),
            ("要求★", 3),
            ("要求▲ ", 4),
            ("要求△\u{3000} ", 7),
            ("要求★     ", 0),
            ("要求★\n", 0),
            ("★★", 3),
            ("● ", 4),
            ("。•", 3),
            ("如下：□", 3),
            ("要求\n● ", 4),
            ("同意√", 0),
            ("李**", 0),
            ("李* ", 0),
            ("。*", 1),
            ("。＊", 3),
            ("记录：○", 0),
            ("——", 0),
            ("要求 ", 0),
        ] {
            assert_eq!(sign_before(before, before.len()), len, "{before}");
        }
        assert_eq!((sign_before("★", 1), sign_before("★", 9)), (0, 0));
    }

    #[test]
    fn a_gap_holds_blanks_and_no_letters() {
        for blank in [
            ' ', '\t', '\r', '\n', '\0', '\u{85}', '\u{A0}', '\u{AD}', '\u{3000}', '\u{200B}', '\u{200F}', '\u{2028}',
            '\u{2060}', '\u{FEFF}',
        ] {
            assert!(is_blank(blank), "{blank:?}");
        }
        for other in ['一', 'x', '。', '-', '\u{2010}', '\u{202E}'] {
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
        assert!(is_stop('。') && is_stop('：') && is_stop('|'));
        assert!(!is_stop('？') && !is_stop('！') && !is_stop('、'));
    }
}
