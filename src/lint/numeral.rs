//! Another number in a marker's own writing: `（二）` with 3 is `（三）`, `２．` is `３．`.

use crate::scan::numeral::{is_formal_char, is_numeral_char, to_chinese, to_formal};
use crate::{Number, Numeral, Style};

const STEMS: [char; 10] = ['甲', '乙', '丙', '丁', '戊', '己', '庚', '辛', '壬', '癸'];

/// The marker with another number; `None` where its writing is not known here: letters, Roman
/// numerals, 第十条之一.
pub(super) fn renumbered(marker: &str, style: Style, number: Number) -> Option<String> {
    let value = number.last();
    if style.parts == 1 && number.len() > 1 {
        return None;
    }
    match style.numeral {
        Numeral::Chinese => replaced(marker, is_numeral_char, &to_chinese(value)),
        Numeral::Formal => replaced(marker, is_formal_char, &to_formal(value)),
        Numeral::Stem => {
            let stem = STEMS.get((value as usize).checked_sub(1)?)?;
            replaced(marker, |sign| STEMS.contains(&sign), &stem.to_string())
        }
        Numeral::Arabic if marker.contains(is_digit) => {
            let wide = marker.contains(|sign| ('０'..='９').contains(&sign));
            let digits: String =
                value.to_string().chars().map(|digit| if wide { widened(digit) } else { digit }).collect();
            replaced(marker, is_digit, &digits)
        }
        Numeral::Arabic => circled(marker, value),
        _ => None,
    }
}

const fn is_digit(sign: char) -> bool {
    sign.is_ascii_digit() || matches!(sign, '０'..='９')
}

fn widened(digit: char) -> char {
    char::from_u32(u32::from(digit) + 0xFEE0).unwrap_or(digit)
}

/// The last run of these characters replaced.
fn replaced(marker: &str, of_numeral: impl Fn(char) -> bool, with: &str) -> Option<String> {
    let (last, sign) = marker.char_indices().rev().find(|&(_, sign)| of_numeral(sign))?;
    let end = last + sign.len_utf8();
    let start = marker.get(..last)?.char_indices().rev().find(|&(_, sign)| !of_numeral(sign));
    let start = start.map_or(0, |(at, sign)| at + sign.len_utf8());
    Some(format!("{}{with}{}", marker.get(..start)?, marker.get(end..)?))
}

/// ① to ⑳: one character, in a row in Unicode.
fn circled(marker: &str, value: u32) -> Option<String> {
    let sign = marker.chars().next().filter(|sign| ('①'..='⑳').contains(sign))?;
    let other = (1..=20).contains(&value).then(|| char::from_u32(0x245F + value)).flatten()?;
    Some(marker.replacen(sign, &other.to_string(), 1))
}

#[cfg(test)]
mod tests {
    use super::renumbered;
    use crate::{Form, Number, Numeral, Style};

    #[test]
    fn in_its_own_writing() {
        for (marker, numeral, parts, number, expected) in [
            ("（二）", Numeral::Chinese, 1, &[13][..], "（十三）"),
            ("第十条", Numeral::Chinese, 1, &[11], "第十一条"),
            ("壹、", Numeral::Formal, 1, &[2], "贰、"),
            ("２．", Numeral::Arabic, 1, &[10], "１０．"),
            ("(2)", Numeral::Arabic, 1, &[3], "(3)"),
            ("1.2", Numeral::Arabic, 2, &[1, 3], "1.3"),
            ("②", Numeral::Arabic, 1, &[3], "③"),
            ("乙、", Numeral::Stem, 1, &[3], "丙、"),
            ("一是", Numeral::Chinese, 1, &[2], "二是"),
        ] {
            let style = Style::new(Form::Dot, numeral, parts);
            assert_eq!(renumbered(marker, style, Number::new(number).unwrap()).as_deref(), Some(expected));
        }
        let letter = Style::new(Form::Dot, Numeral::Upper, 1);
        assert_eq!(renumbered("A.", letter, Number::new(&[2]).unwrap()), None);
    }
}
