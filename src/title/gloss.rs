//! Readings that a machine put behind characters when it turned a page into traditional ones: 水務(wù)局工作總結(jié).
//!
//! They stand inside of words, so the title is looked for in the head without them.

use super::plain::{self, Plain};
use crate::scan::ideograph::is_ideograph;

/// How much of a text is looked at for the first reading, in bytes.
const REACH: usize = 300;
/// The longest reading, in bytes.
const LONGEST: usize = 9;

/// The length of the reading that `text` begins with, and whether it has a tone.
fn reading(text: &str) -> Option<(usize, bool)> {
    let inner = text.strip_prefix('(')?;
    let end = inner.bytes().take(LONGEST).position(|byte| byte == b')')?;
    let sounds = inner.get(..end)?;
    // Latin letters with a tone: U+00E0 to U+01DC.
    let tone = |c: char| matches!(c, '\u{E0}'..='\u{1DC}');
    let is_reading = !sounds.is_empty() && sounds.chars().all(|c| c.is_ascii_lowercase() || tone(c));
    is_reading.then_some((end + 2, sounds.contains(tone)))
}

/// Where the readings of `text` stand.
fn readings(text: &str) -> impl Iterator<Item = (usize, usize, bool)> + '_ {
    memchr::memchr_iter(b'(', text.as_bytes()).filter_map(|at| {
        let (before, rest) = text.split_at_checked(at)?;
        let (length, tone) = reading(rest)?;
        before.ends_with(is_ideograph).then_some((at, length, tone))
    })
}

/// The beginning of `text` without its readings, if it has one; `first`: its first marker.
pub(super) fn plain(text: &str, first: u32) -> Option<Plain> {
    let reach = super::window(text, 0, REACH.min(first as usize));
    readings(reach).find(|&(.., tone)| tone)?;
    let head = super::window(text, 0, plain::HEAD.min(first as usize));
    plain::without(text, first, readings(head).map(|(at, length, _)| (at, length)))
}

#[cfg(test)]
mod tests {
    use super::{plain, reading};

    #[test]
    fn what_a_reading_is() {
        for (text, length) in [
            ("(jié)一、", Some(("(jié)".len(), true))),
            ("(de)一", Some((4, false))),
            ("(lǜ)", Some(("(lǜ)".len(), true))),
            ("()", None),
            ("(A)", None),
            ("(試行)", None),
            ("(zhuangzhuang)", None),
            ("jié)", None),
        ] {
            assert_eq!(reading(text), length, "{text}");
        }
    }

    #[test]
    fn a_head_without_readings() {
        let text = "工作總結(jié)和計(jì)劃一、目標(biāo)";
        let head = plain(text, u32::try_from(text.find("一、").unwrap()).unwrap()).unwrap();
        assert!(head.text.starts_with("工作總結和計劃一、"));
        assert_eq!(head.first as usize, "工作總結和計劃".len());
        for (at, c) in head.text.char_indices() {
            assert!(text[head.whole(u32::try_from(at).unwrap()) as usize..].starts_with(c), "{c}");
        }
        assert!(plain("方案(de)和(a)", 10).is_none() && plain("(jié)和", 9).is_none());
    }
}
