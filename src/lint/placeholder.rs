//! What was masked or never filled in: `xx`, `××`, `○○`.
//!
//! ```text
//! 优质园xx所    实施xxxx年x市测评    ××省    ○○縣
//! not: STEM, X光, 3×4米, 二○○八年
//!      X妆XXXX。第一位X代表省份      the writer says what the letter stands for
//! ```

use super::Report;
use super::view::View;
use crate::diagnostic::Finding;
use crate::scan::numeral::is_numeral_char;
use crate::{Code, Span};

/// Words with a real X: X光, X射线, X轴, X染色体, X线.
const REAL: [char; 6] = ['光', '射', '轴', '染', '线', '軸'];

/// What follows a single × that stands for a name or a figure: ×市, ×月.
const NAMED: [char; 14] = ['省', '市', '县', '区', '镇', '乡', '村', '年', '月', '日', '局', '厅', '校', '某'];

/// What follows a letter whose meaning is told.
const TOLD: [&str; 4] = ["代表", "表示", "即为", "指代"];

pub(super) fn check(view: &View<'_>, report: &mut Report<'_>) {
    let text = view.parsed.text_of(view.parsed.document().span);
    let told = TOLD.iter().any(|word| {
        text.match_indices(word).any(|(at, _)| text.get(..at).is_some_and(|before| before.ends_with(is_letter)))
    });
    let mut before: Option<char> = None;
    let mut signs = text.char_indices().peekable();
    while let Some((start, sign)) = signs.next() {
        let Some(family) = family(sign) else {
            before = Some(sign);
            continue;
        };
        let (mut end, mut length) = (start + sign.len_utf8(), 1_usize);
        let mut last = sign;
        while let Some((at, sign)) = signs.next_if(|&(_, sign)| self::family(sign) == Some(family)) {
            (end, length, last) = (at + sign.len_utf8(), length + 1, sign);
        }
        let after = signs.peek().map(|&(_, sign)| sign);
        if !(told && family == Family::Letter) && stands_for_something(family, length, before, after) {
            let span = Span::new(u32::try_from(start).unwrap_or(0), u32::try_from(end).unwrap_or(0));
            let found = text.get(start..end).map(str::to_owned);
            report(Code::Placeholder, Finding { span, found, ..Finding::default() });
        }
        before = Some(last);
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Family {
    /// x X
    Letter,
    /// ×
    Times,
    /// ○
    Circle,
}

const fn is_letter(sign: char) -> bool {
    matches!(family(sign), Some(Family::Letter))
}

const fn family(sign: char) -> Option<Family> {
    match sign {
        'x' | 'X' | 'ｘ' | 'Ｘ' => Some(Family::Letter),
        '×' | '╳' => Some(Family::Times),
        '○' | '◯' => Some(Family::Circle),
        _ => None,
    }
}

fn stands_for_something(family: Family, length: usize, before: Option<char>, after: Option<char>) -> bool {
    let latin = |sign: Option<char>| sign.is_some_and(|sign| sign.is_ascii_alphanumeric());
    let han = |sign: Option<char>| sign.is_some_and(|sign| sign.is_alphabetic() && !sign.is_ascii());
    match family {
        // A run of letters that belongs to no Latin word, and with something Chinese beside it.
        Family::Letter => {
            let real = length == 1 && after.is_some_and(|sign| REAL.contains(&sign) || matches!(sign, '-' | '=' | '.'));
            !latin(before) && !latin(after) && !real && (han(after) || han(before))
        }
        // One alone multiplies, unless it stands for the name of a place, a date, a number of people.
        Family::Times => length > 1 || after.is_some_and(|sign| NAMED.contains(&sign)),
        // A zero among numerals is one: 二○○八.
        Family::Circle => {
            let numeral = |sign: Option<char>| sign.is_some_and(is_numeral_char);
            length > 1 && !numeral(before) && !numeral(after)
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::{Code, parse};

    #[test]
    fn masked_figures() {
        let text = "要点\n一、学校。创建优质园xx所，实施xxxx年x市测评，××省推进，○○縣照辦。\n二、其他。X光机3×4米，所得额×税率，STEM课程，MAX值，二○○八年。";
        let said = parse(text).lint().into_iter().filter(|it| it.code == Code::Placeholder);
        assert_eq!(said.map(|it| it.found.unwrap()).collect::<Vec<_>>(), ["xx", "xxxx", "x", "××", "○○"]);
        let text = "规定\n一、编号。编号为X食XXXX。其中，X代表省份。\n二、其他。每月调度。";
        assert!(!parse(text).lint().iter().any(|it| it.code == Code::Placeholder));
    }
}
