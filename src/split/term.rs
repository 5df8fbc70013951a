//! Terms that a standard defines, and headings below which nothing stands.

use super::run_in::Seam;
use super::seam_weights::DEFINED;
use super::words::{Last, last};
use crate::scan::ideograph::is_ideograph;

/// The longest term with its foreign words, in characters, and the fewest letters of these.
const TERM: usize = 100;
const WORD: usize = 5;

/// The longest heading with 无 behind it, in bytes.
const NOTHING: usize = 14 * 3;

/// A heading of a form below which nothing stands: 其他事项｜无.
#[inline(always)]
pub(super) fn nothing(piece: &str) -> Option<Seam> {
    // Few pieces end so.
    match piece.as_bytes() {
        [.., 0xE6, 0x97, 0xA0] | [.., 0xE6, 0x97, 0xA0, 0xE3, 0x80, 0x82] => nothing_below(piece),
        _ => None,
    }
}

fn nothing_below(piece: &str) -> Option<Seam> {
    let heading = piece.strip_suffix('。').unwrap_or(piece).strip_suffix('无')?;
    let is_heading = heading.len() <= NOTHING && heading.len() > 3 && last(heading) != Last::Other;
    is_heading.then_some(Seam { at: heading.len() as u32, worth: DEFINED, least: DEFINED })
}

/// The longest name of a phase and its dates, in characters.
const PHASE: usize = 12;
const DATES: usize = 30;

/// A phase with its dates: 集中整治阶段（5月1日—6月30日）｜各镇要….
pub(super) fn phase(piece: &str) -> Option<Seam> {
    let (name, behind) = piece.split_at_checked(piece.char_indices().take(PHASE + 1).find(|&(_, c)| c == '（')?.0)?;
    let dates = behind.strip_prefix('（')?;
    let (len, _) = dates.char_indices().take(DATES + 1).find(|&(_, c)| matches!(c, '）' | '\n'))?;
    let (dates, rest) = dates.split_at_checked(len)?;
    let rest = rest.strip_prefix('）')?;
    let dated = dates.contains(['年', '月', '日', '周']) && dates.contains(|c: char| c.is_ascii_digit());
    let named = name.strip_suffix("阶段").is_some_and(|name| !name.is_empty() && name.chars().all(is_ideograph));
    let at = (piece.len() - rest.len()) as u32;
    (named && dated && rest.starts_with(is_ideograph)).then_some(Seam { at, worth: DEFINED, least: DEFINED })
}

/// A term that is defined, and the same in a foreign language: 河岸 river bank｜指…. Blanks part the two, and nothing parts
/// the foreign words from the text.
pub(super) fn term(piece: &str) -> Option<Seam> {
    // How many letters the foreign words have, and whether an ideograph stands before them.
    let (mut letters, mut named) = (0, false);
    let mut before = ' ';
    for (at, c) in piece.char_indices().take(TERM) {
        match c {
            'a'..='z' | 'A'..='Z' if letters > 0 || before == ' ' => letters += 1,
            ' ' | '-' => {}
            _ if is_ideograph(c) && named && letters >= WORD && before.is_ascii_alphabetic() => {
                return Some(Seam { at: u32::try_from(at).ok()?, worth: DEFINED, least: DEFINED });
            }
            _ if is_ideograph(c) => (letters, named) = (0, true),
            _ => return None,
        }
        before = c;
    }
    None
}
