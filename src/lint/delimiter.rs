//! The sign of a marker: the wrong one, or another one than its list has.
//!
//! ```text
//! GB/T 15834-2011 B.3    一、   1.   （一）   第一，   首先，
//! not                    一.    1、  （一）、 第一、
//! 文書處理手冊           一、   1、  （一）
//! ```
//!
//! A sign that a few markers of a list have is mixed; one that the whole list has is judged by the
//! profile. `（一）、` and `第一、` are wrong everywhere, and so is a sign too many (`doubled.rs`): `一、、`, and another
//! character for 、 or 一: `一丶`, `—、`.
//! Where the profile was only guessed, one that the whole text has is left to `unusual.rs`.

use std::collections::HashMap;

use super::options::Profile;
use super::view::{Item, View, is_first};
use super::{Report, brackets, doubled, unusual};
use crate::diagnostic::Finding;
use crate::{Code, Form, Numeral, Span, Style};

/// Half and full width of one sign.
const WIDTHS: [(char, char); 4] = [('.', '．'), ('(', '（'), (')', '）'), (',', '，')];

pub(super) fn narrow(sign: char) -> char {
    match sign {
        '０'..='９' => char::from_u32(u32::from(sign) - 0xFEE0).unwrap_or(sign),
        _ => WIDTHS.iter().find(|(_, wide)| *wide == sign).map_or(sign, |(narrow, _)| *narrow),
    }
}

pub(super) fn wide(sign: char) -> char {
    match sign {
        '0'..='9' => char::from_u32(u32::from(sign) + 0xFEE0).unwrap_or(sign),
        _ => WIDTHS.iter().find(|(narrow, _)| *narrow == sign).map_or(sign, |(_, wide)| *wide),
    }
}

/// What stands behind the numeral of `一、`, `1.`, `第一，`: one sign, or nothing.
pub(super) fn sign_of(marker: &str) -> Option<char> {
    marker.chars().next_back().filter(|sign| matches!(sign, '、' | '､' | '.' | '．' | ',' | '，' | ':' | '：'))
}

/// The sign a style should have; `None` where the profile does not say.
pub(super) const fn usual(profile: Profile, style: Style) -> Option<char> {
    match (style.form, style.numeral) {
        (Form::DiComma | Form::QiComma, _) => Some('，'),
        (Form::Dun, Numeral::Chinese | Numeral::Formal | Numeral::Stem) => Some('、'),
        (Form::Dot, Numeral::Arabic) => match profile {
            Profile::Gb9704 | Profile::Statute => Some('.'),
            Profile::Taiwan => Some('、'),
            Profile::Standard | Profile::None => None,
        },
        _ => None,
    }
}

/// Wrong and mixed signs.
pub(super) fn signs(view: &View<'_>, report: &mut Report<'_>) {
    let common = unusual::sign(view);
    let beside = view.items.iter().any(|item| doubled::is_beside(view, item));
    let lone = if beside { brackets::lone(view) } else { Vec::new() };
    for series in &view.series {
        let members: Vec<&Item<'_>> = view.members(series).filter(|item| !item.section.marker.recovered).collect();
        // A list that begins anew may have a sign of its own.
        let lists = members.chunk_by(|_, second| !is_first(second.number()));
        let signed = lists.flat_map(|list| {
            let own = prevailing(list.iter().filter_map(|item| sign_of(view.marker(item)).map(narrow)));
            list.iter().map(move |item| (item, own))
        });
        for (item, own) in signed {
            let marker = item.section.marker.span;
            if let Some((half, ..)) = doubled::bracket(view, item, &lone).and_then(|place| lone.get(place)) {
                let span = Span::new(marker.start.min(half.start), marker.end.max(half.end));
                say(view, span, Code::WrongDelimiter, view.marker(item).to_owned(), report);
                continue;
            }
            let known = common.filter(|(style, _)| *style == item.style()).map(|(_, sign)| sign);
            let judged = judged(view, item, own, known);
            if let Some(span) = doubled::span(view, item) {
                let expected = judged.map_or_else(|| view.marker(item).to_owned(), |(_, expected)| expected);
                say(view, span, Code::WrongDelimiter, expected, report);
            } else if let Some((code, expected)) = judged {
                say(view, marker, code, expected, report);
            }
        }
    }
}

/// What is wrong with the sign of one marker, and the marker as it should be. `own`: what most of its list have;
/// `known`: what the whole text has, and is reported once.
fn judged(view: &View<'_>, item: &Item<'_>, own: Option<char>, known: Option<char>) -> Option<(Code, String)> {
    let marker = view.marker(item);
    if item.style().numeral == Numeral::Chinese
        && let Some(usual) = crate::markup::usual_marker(marker)
    {
        return Some((Code::WrongDelimiter, usual));
    }
    let sign = sign_of(marker)?;
    let bare = marker.strip_suffix(sign).unwrap_or(marker);
    match item.style().form {
        // A number such as 1.1 may close with a dot or not; a 顿号 is never right.
        Form::Brackets | Form::HalfBracket | Form::Enclosed | Form::Square => {
            Some((Code::WrongDelimiter, bare.to_owned()))
        }
        Form::Dun | Form::Dot | Form::DiComma | Form::QiComma => match own {
            Some(own) if own != narrow(sign) => Some((Code::MixedDelimiter, format!("{bare}{}", as_written(own)))),
            _ => usual(view.profile, item.style())
                .filter(|&standard| narrow(standard) != narrow(sign) && known != Some(narrow(sign)))
                .map(|standard| (Code::WrongDelimiter, format!("{bare}{standard}"))),
        },
        _ => None,
    }
}

/// A sign of [`prevailing`], which knows no width, as texts have it: dots narrow, commas wide.
const fn as_written(sign: char) -> char {
    match sign {
        ',' => '，',
        other => other,
    }
}

/// What most have; of two that are used alike, none unless there are more than two.
fn prevailing(signs: impl Iterator<Item = char>) -> Option<char> {
    let mut used: Vec<(char, usize)> = Vec::new(); // few signs exist, so the list is short
    let mut all = 0_usize;
    for sign in signs {
        all += 1;
        match used.iter_mut().find(|(known, _)| *known == sign) {
            Some((_, count)) => *count += 1,
            None => used.push((sign, 1)),
        }
    }
    used.into_iter().find(|(_, count)| count * 2 > all).map(|(sign, _)| sign)
}

/// Half and full width in one style, and in one pair of brackets.
pub(super) fn width(view: &View<'_>, report: &mut Report<'_>) {
    // How many markers of a style are narrow and wide, and whether its width is said once.
    let mut used: HashMap<Style, (usize, usize, bool)> = HashMap::new();
    for item in &view.items {
        let style = item.style();
        let new = || (0, 0, unusual::brackets(view, style).is_some());
        let (narrows, wides, _) = used.entry(style).or_insert_with(new);
        match wideness(view.marker(item)) {
            Some(Width::Narrow) => *narrows += 1,
            Some(Width::Wide) => *wides += 1,
            Some(Width::Both) | None => {}
        }
    }
    for item in &view.items {
        let (narrows, wides, once) = used.get(&item.style()).copied().unwrap_or_default();
        let wider = once || wides >= narrows;
        let other = match wideness(view.marker(item)) {
            Some(Width::Both) => true,
            Some(Width::Narrow) => wider && wides > 0 && !once,
            Some(Width::Wide) => !wider,
            None => false,
        };
        if other {
            let expected = in_width(view.marker(item), if wider { wide } else { narrow });
            say(view, item.section.marker.span, Code::MixedWidth, expected, report);
        }
    }
}

/// A marker with its signs in another width. Digits keep theirs: it is the signs that a reader sees side by side.
pub(super) fn in_width(marker: &str, change: impl Fn(char) -> char) -> String {
    marker.chars().map(|sign| if sign.is_numeric() { sign } else { change(sign) }).collect()
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Width {
    Narrow,
    Wide,
    Both,
}

/// The width of the signs that have two.
fn wideness(marker: &str) -> Option<Width> {
    let (mut narrows, mut wides) = (false, false);
    for sign in marker.chars() {
        narrows |= WIDTHS.iter().any(|(narrow, _)| *narrow == sign);
        wides |= WIDTHS.iter().any(|(_, wide)| *wide == sign);
    }
    match (narrows, wides) {
        (true, true) => Some(Width::Both),
        (true, false) => Some(Width::Narrow),
        (false, true) => Some(Width::Wide),
        (false, false) => None,
    }
}

fn say(view: &View<'_>, span: Span, code: Code, expected: String, report: &mut Report<'_>) {
    let found = Some(view.parsed.text_of(span).to_owned());
    let fix = Some((span, expected.clone()));
    report(code, Finding { span, expected: Some(expected), found, fix, ..Finding::default() });
}

#[cfg(test)]
mod tests {
    use crate::{Code, LintOptions, Profile, parse};

    fn said(text: &str, profile: Profile) -> Vec<(Code, String)> {
        let of_signs = [Code::WrongDelimiter, Code::MixedDelimiter, Code::MixedWidth];
        let diagnostics = parse(text).lint_with(&LintOptions::new().profile(profile));
        let diagnostics = diagnostics.into_iter().filter(|it| of_signs.contains(&it.code));
        diagnostics.map(|it| (it.code, it.fix.unwrap().replacement)).collect()
    }

    #[test]
    fn the_signs_of_the_standard() {
        let text = "要点\n1、快办。每月调度。\n2、好办。每月调度。\n3、省办。每月调度。";
        let all = |signs: [&str; 3]| signs.map(|sign| (Code::WrongDelimiter, sign.to_owned())).to_vec();
        assert_eq!(said(text, Profile::Gb9704), all(["1.", "2.", "3."]));
        assert_eq!(said(text, Profile::Taiwan), []);
        let text = "要点\n（一）、快办。每月调度。\n（二）、好办。每月调度。\n（三）、省办。每月调度。";
        assert_eq!(said(text, Profile::None), all(["（一）", "（二）", "（三）"]));
    }

    #[test]
    fn one_of_a_list_that_is_otherwise() {
        let text = "要点\n1.快办。每月调度。\n2、好办。每月调度。\n3.省办。每月调度。";
        assert_eq!(said(text, Profile::Gb9704), [(Code::MixedDelimiter, "2.".to_owned())]);
        let text = "要点\n1．地区：本市。\n2．规模：1、道路。2、管网。3、桥梁。\n3．内容：新建。";
        assert!(said(text, Profile::None).iter().all(|(code, _)| *code != Code::MixedDelimiter));
        let text = "要点\n（1）快办。每月调度。\n(2)好办。每月调度。\n（3）省办。每月调度。";
        assert_eq!(said(text, Profile::Gb9704), [(Code::MixedWidth, "（2）".to_owned())]);
        let text = "要点\n一、快办\n（一）好办。每月调度。\n（二）省办。每月调度。\n（三）细办。每月调度。\n二、实办\n(一)稳办。每月调度。\n(二)早办。每月调度。";
        let mixed = ["（一）", "（二）"].map(|marker| (Code::MixedWidth, marker.to_owned()));
        assert_eq!(said(text, Profile::Gb9704), mixed, "two lists of one text");
    }
}
