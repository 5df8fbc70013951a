//! Signs before nearly every line, made blanks.
//!
//! ```text
//! • 一、总体要求           →      一、总体要求       outlines of note books, slides and lists of Word
//!   ◦ （一）加强领导       →        （一）加强领导
//! > 一、总体要求           →      一、总体要求       what a mail quotes
//! ```
//!
//! Where few lines have one it says something of its line: the items of a list without numbers, or what matters (★). Read as they
//! are, numbers behind bullets are taken for figures of such items, and a fifth of them was lost.

use super::{Edit, is_blank_or_quote};
use crate::gap::{BOXES, is_blank};

/// What lines begin with besides [`BOXES`]: the first of these by themselves, the others with a blank behind them.
const SIGNS: [char; 3] = ['▫', '○', '◦'];
const SPACED: [char; 6] = ['-', '*', '·', '–', 'o', '>'];
/// The fewest lines, and of how many one may have no sign.
const FEWEST: usize = 4;
const ONE_OF: usize = 4;

/// Makes the signs blanks where nearly all lines of a text have one.
pub(super) fn plain(text: &str, edits: &mut Vec<Edit>) {
    if begins_lines(text) {
        let signs = lines(text).filter_map(|(start, line)| Some((start, sign(line)?)));
        edits.extend(signs.map(|(start, (before, sign))| Edit { at: start + before, len: sign.len_utf8(), with: ' ' }));
    }
}

/// Whether nearly all lines of a text that has some begin with a sign. Of most texts the first lines tell.
pub(super) fn begins_lines(text: &str) -> bool {
    let (mut signs, mut others) = (0, 0);
    for (_, line) in lines(text) {
        if sign(line).is_some() {
            signs += 1;
        } else if !line.trim_start_matches(is_blank).is_empty() {
            others += 1;
        }
        // The title and what stands above it.
        if others > 2 + signs / (ONE_OF - 1) {
            return false;
        }
    }
    signs >= FEWEST && others * ONE_OF <= signs + others
}

/// Each line with its offset.
fn lines(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut start = 0;
    text.split_inclusive('\n').map(move |line| {
        start += line.len();
        (start - line.len(), line)
    })
}

/// The sign that a line begins with, and how many bytes stand before it.
fn sign(line: &str) -> Option<(usize, char)> {
    let words = line.trim_start_matches(is_blank);
    let sign = words.chars().next()?;
    let rest = words.strip_prefix(sign)?;
    let begins =
        BOXES.contains(&sign) || SIGNS.contains(&sign) || SPACED.contains(&sign) && rest.starts_with(is_blank_or_quote);
    (begins && !rest.trim_start_matches(is_blank).is_empty()).then_some((line.len() - words.len(), sign))
}

#[cfg(test)]
mod tests {
    use super::super::{FIRST_LINES, without};
    use super::{BOXES, SIGNS, SPACED};
    use crate::{explain, parse};

    #[test]
    fn signs_before_nearly_every_line_become_blanks() {
        let notes = "青河小学读书节方案\n• 一、活动目标\n  ◦ （一）人人参与\n  ◦ （二）班班有书\n• 二、活动安排\n\n• 三月启动。\n";
        assert_eq!(without(notes), notes.replace(['•', '◦'], "   "));
        let parsed = parse(notes);
        assert_eq!(parsed.document().len(), 4);
        assert_eq!(parsed.document().check(notes), Ok(()));
        let section = &parsed.document().sections[1];
        assert_eq!((parsed.text_of(section.span), section.sign(notes)), ("二、活动安排\n\n• 三月启动。", None));
        assert!(explain(notes, &crate::Options::new()).iter().all(|choice| choice.taken));
        for sign in BOXES.into_iter().chain(SIGNS).chain(SPACED) {
            let text = format!("{sign} 甲\n {sign} 乙\r\n{sign}\t1.丙\n{sign} 2.丁");
            assert_eq!(without(&text), text.replace(sign, &" ".repeat(sign.len_utf8())));
        }
    }

    #[test]
    fn others_stay() {
        for text in [
            "• 甲",
            "• 甲\n• 乙\n• 丙",
            "一、甲\n• 乙\n• 丙\n• 丁\n二、戊\n• 己",
            "甲\n乙\n丙\n• 丁\n• 戊\n• 己\n• 庚\n• 辛\n• 壬\n• 癸\n• 子\n• 丑\n• 寅",
            "-甲\n-乙\n-丙\n-丁\n-戊",
            "•\n•\n•\n•\n•",
            "",
        ] {
            assert_eq!(without(text), text);
        }
        let late = format!("• {}\n• 乙\n• 丙\n• 丁\n", "甲".repeat(FIRST_LINES / 3));
        assert_eq!(without(&late), late);
    }
}
