//! How a text commonly writes its markers, where the standard has it otherwise.
//!
//! ```text
//! 1、 2、 3、 in all lists     said once, with their count: a custom, and no slip
//! 1. 2. 3. 1、 2、 3.         nothing here: the lists disagree (`delimiter.rs`)
//! (一) (二) more than （一）   said once; where （一） prevails, (二) is a slip (`delimiter.rs`)
//! ```
//!
//! Who asked for a profile wants the text to follow it: there each `1、` is reported, with its fix.

use super::Report;
use super::delimiter::{in_width, narrow, sign_of, usual, wide};
use super::options::Profile;
use super::view::{Item, View};
use crate::diagnostic::{Finding, Note};
use crate::{Code, Form, Numeral, Style};

/// No custom shows in fewer markers.
const FEWEST: usize = 2;

const DOT: Style = Style::new(Form::Dot, Numeral::Arabic, 1);

/// The markers of [`DOT`] that have a sign, and that sign.
fn signed<'v>(view: &'v View<'_>) -> impl Iterator<Item = (&'v Item<'v>, char)> {
    let of_style = view.items.iter().filter(|item| item.style() == DOT && !item.section.marker.recovered);
    of_style.filter_map(|item| Some((item, sign_of(view.marker(item)).map(narrow)?)))
}

/// The style and the sign that a whole text has otherwise than its profile, which the text itself has chosen.
pub(super) fn sign(view: &View<'_>) -> Option<(Style, char)> {
    let standard = usual(view.profile, DOT).filter(|_| !view.asked).map(narrow)?;
    let (_, sign) = signed(view).next()?;
    let one = sign != standard && signed(view).all(|(_, other)| other == sign);
    (one && signed(view).nth(FEWEST - 1).is_some()).then_some((DOT, sign))
}

/// The markers of a style in narrow brackets, where the standard has wide ones and the text mostly narrow ones.
pub(super) fn brackets<'v>(view: &'v View<'_>, style: Style) -> Option<Vec<&'v Item<'v>>> {
    if view.profile != Profile::Gb9704 || style.form != Form::Brackets {
        return None;
    }
    let written = |item: &Item<'_>, open: char, close: char| {
        let marker = view.marker(item);
        marker.starts_with(open) && marker.ends_with(close)
    };
    let own = || view.items.iter().filter(|item| item.style() == style);
    let narrow: Vec<_> = own().filter(|item| written(item, '(', ')')).collect();
    let wide = own().filter(|item| written(item, '（', '）')).count();
    (narrow.len() >= FEWEST && narrow.len() > wide).then_some(narrow)
}

pub(super) fn check(view: &View<'_>, report: &mut Report<'_>) {
    if sign(view).is_some()
        && let (Some(sign), Some((item, _))) = (usual(view.profile, DOT), signed(view).next())
    {
        let marker = view.marker(item);
        let bare = sign_of(marker).and_then(|sign| marker.strip_suffix(sign)).unwrap_or(marker);
        say(view, item, format!("{bare}{sign}"), signed(view).count(), report);
    }
    for numeral in [Numeral::Chinese, Numeral::Arabic] {
        if let Some(narrow) = brackets(view, Style::new(Form::Brackets, numeral, 1))
            && let Some(first) = narrow.first()
        {
            say(view, first, in_width(view.marker(first), wide), narrow.len(), report);
        }
    }
}

fn say(view: &View<'_>, item: &Item<'_>, expected: String, count: usize, report: &mut Report<'_>) {
    let (span, found) = (item.section.marker.span, Some(view.marker(item).to_owned()));
    let (expected, note) = (Some(expected), Some(Note::Count(count)));
    report(Code::UnusualSign, Finding { span, expected, found, note, ..Finding::default() });
}

#[cfg(test)]
mod tests {
    use crate::{Code, LintOptions, Profile, parse};

    const TEXT: &str = "要点\n一、快办\n(一)好办\n1、每月调度。\n2、每季通报。\n(二)省办\n1、年底考核。\n2、来年改进。\n二、细办\n每月调度。";

    #[test]
    fn a_custom_of_the_whole_text_is_said_once() {
        let said: Vec<_> = parse(TEXT).lint().into_iter().map(|it| (it.code, it.message.zh)).collect();
        assert_eq!(
            said,
            [
                (Code::UnusualSign, "文中通用“(一)”这种序号，规范为“（一）”（共2处）".to_owned()),
                (Code::UnusualSign, "文中通用“1、”这种序号，规范为“1.”（共4处）".to_owned()),
            ]
        );
    }

    #[test]
    fn what_prevails_is_a_custom_and_the_rest_a_slip() {
        let said =
            |text: &str| parse(text).lint().into_iter().map(|it| (it.code, it.found.unwrap())).collect::<Vec<_>>();
        let brackets =
            "要点\n一、快办\n（一）好办。每月调度。\n(二)省办。每月调度。\n(三)细办。每月调度。\n二、实办\n每月调度。";
        assert_eq!(said(brackets), [(Code::UnusualSign, "(二)".to_owned())]);
        let wide = brackets.replace("(二)", "（二）");
        assert_eq!(said(&wide), [(Code::MixedWidth, "(三)".to_owned())]);
    }

    #[test]
    fn lists_that_disagree_and_profiles_that_were_asked_for() {
        let wrong = |text: &str, options: LintOptions| {
            let said = parse(text).lint_with(&options);
            said.into_iter().filter(|it| it.code == Code::WrongDelimiter).count()
        };
        assert_eq!(wrong(TEXT, LintOptions::new().profile(Profile::Gb9704)), 4);
        let mixed = TEXT.replace("1、年底", "1.年底").replace("2、来年", "2.来年");
        assert_eq!(wrong(&mixed, LintOptions::new()), 2);
    }
}
