//! The sign of a marker: the wrong one, or another one than its list has.
//!
//! ```text
//! GB/T 15834-2011 B.3    一、   1.   （一）   第一，   首先，
//! not                    一.    1、  （一）、 第一、
//! 文書處理手冊           一、   1、  （一）
//! ```
//!
//! A sign that a few markers of a list have is mixed; one that the whole list has is judged by the
//! profile. `（一）、` and `第一、` are wrong everywhere.

use super::Report;
use super::options::Profile;
use super::view::{Item, View, is_first};
use crate::diagnostic::Finding;
use crate::{Code, Form, Numeral, Span, Style};

/// Half and full width of one sign.
const WIDTHS: [(char, char); 4] = [('.', '．'), ('(', '（'), (')', '）'), (',', '，')];

fn narrow(sign: char) -> char {
    match sign {
        '０'..='９' => char::from_u32(u32::from(sign) - 0xFEE0).unwrap_or(sign),
        _ => WIDTHS.iter().find(|(_, wide)| *wide == sign).map_or(sign, |(narrow, _)| *narrow),
    }
}

fn wide(sign: char) -> char {
    match sign {
        '0'..='9' => char::from_u32(u32::from(sign) + 0xFEE0).unwrap_or(sign),
        _ => WIDTHS.iter().find(|(narrow, _)| *narrow == sign).map_or(sign, |(_, wide)| *wide),
    }
}

/// What stands behind the numeral of `一、`, `1.`, `第一，`: one sign, or nothing.
fn sign_of(marker: &str) -> Option<char> {
    marker.chars().next_back().filter(|sign| matches!(sign, '、' | '､' | '.' | '．' | ',' | '，' | ':' | '：'))
}

/// The sign a style should have; `None` where the profile does not say.
const fn usual(profile: Profile, style: Style) -> Option<char> {
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
    for series in &view.series {
        let members: Vec<&Item<'_>> = view.members(series).filter(|item| !item.section.marker.recovered).collect();
        // A list that begins anew may have a sign of its own.
        let lists = members.chunk_by(|_, second| !is_first(second.number()));
        let signed = lists.flat_map(|list| {
            let own = prevailing(list.iter().filter_map(|item| sign_of(view.marker(item)).map(narrow)));
            list.iter().map(move |item| (item, own))
        });
        for (item, own) in signed {
            let marker = view.marker(item);
            let Some(sign) = sign_of(marker) else { continue };
            let bare = marker.strip_suffix(sign).unwrap_or(marker);
            let (code, expected) = match item.style().form {
                // A number such as 1.1 may close with a dot or not; a 顿号 is never right.
                Form::Brackets | Form::HalfBracket | Form::Enclosed | Form::Square => {
                    (Code::WrongDelimiter, bare.to_owned())
                }
                Form::Dun | Form::Dot | Form::DiComma | Form::QiComma => {
                    let standard = usual(view.profile, item.style());
                    match own {
                        Some(own) if own != narrow(sign) => {
                            (Code::MixedDelimiter, format!("{bare}{}", as_written(own)))
                        }
                        _ => match standard {
                            Some(standard) if narrow(standard) != narrow(sign) => {
                                (Code::WrongDelimiter, format!("{bare}{standard}"))
                            }
                            _ => continue,
                        },
                    }
                }
                _ => continue,
            };
            say(view, item, code, expected, report);
        }
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

/// Half and full width in one series, and in one pair of brackets.
pub(super) fn width(view: &View<'_>, report: &mut Report<'_>) {
    for series in &view.series {
        let written = |item: &&Item<'_>| wideness(view.marker(item));
        let (mut narrows, mut wides) = (0_usize, 0_usize);
        for width in view.members(series).filter_map(|item| written(&item)) {
            match width {
                Width::Narrow => narrows += 1,
                Width::Wide => wides += 1,
                Width::Both => {}
            }
        }
        let wider = wides >= narrows;
        for item in view.members(series) {
            let other = match wideness(view.marker(item)) {
                Some(Width::Both) => true,
                Some(Width::Narrow) => wider && wides > 0,
                Some(Width::Wide) => !wider,
                None => false,
            };
            if other {
                let change = if wider { wide } else { narrow };
                let signs = view.marker(item).chars();
                // Digits keep their width: it is the signs that a reader sees side by side.
                let expected = signs.map(|sign| if sign.is_numeric() { sign } else { change(sign) }).collect();
                say(view, item, Code::MixedWidth, expected, report);
            }
        }
    }
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

fn say(view: &View<'_>, item: &Item<'_>, code: Code, expected: String, report: &mut Report<'_>) {
    let span: Span = item.section.marker.span;
    let found = Some(view.marker(item).to_owned());
    let fix = Some((span, expected.clone()));
    report(code, Finding { span, related: None, expected: Some(expected), found, fix });
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
    }
}
