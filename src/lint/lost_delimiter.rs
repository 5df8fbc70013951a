//! A marker whose delimiter is not in the text.
//!
//! ```text
//! 1完善体制。2.强队伍。
//! ^ found `1`, expected `.`: what the other members of its list have
//! 一 总体要求
//!  ^ a blank where a full-width sign belongs: the fix puts that in its place
//! 一是强化调度；二是强化督查；三是强化考核。
//!                            nothing: 三是 has no 、 to lose, even where the outline takes it for 三、
//! ```

use super::Report;
use super::elsewhere::begins;
use super::view::View;
use crate::diagnostic::Finding;
use crate::scan::marker::{is_blank, readings};
use crate::{Code, Form, Parsed, Section, Span, Style};

/// Below this confidence a marker inside a line is too doubtful to write a delimiter behind it. Those whose
/// list is sound come out higher.
const DOUBTFUL: u8 = 30;

pub(super) fn check(view: &View<'_>, report: &mut Report<'_>) {
    let parsed = view.parsed;
    let document = parsed.document();
    list(parsed, &document.sections, report);
    for (_, section) in document.preorder() {
        list(parsed, &section.children, report);
    }
}

/// One list of siblings.
fn list(parsed: &Parsed<'_>, siblings: &[Section], report: &mut Report<'_>) {
    // A decimal number has no delimiter to lose: `1.1 目标`, and `1 总则` on its first level.
    let lost = |section: &&Section| {
        section.marker.recovered && section.marker.style.form != Form::Decimal && !is_spoken(parsed, section)
    };
    if !siblings.iter().any(|section| lost(&section)) {
        return;
    }
    let used = Used::of(parsed, siblings);
    for section in siblings.iter().filter(lost) {
        let marker = section.marker;
        let found = parsed.text_of(marker.span);
        let (expected, fix) = match marker.style.form {
            // Half a pair of brackets is a matter of brackets.
            Form::Brackets if found.contains(['（', '(', '）', ')']) => continue,
            Form::Brackets => brackets(found, marker.span),
            form => match used.most(marker.style).or_else(|| usual(form)) {
                Some(delimiter) => {
                    (Some(delimiter.to_string()), Some((place(parsed, marker.span, delimiter), delimiter.to_string())))
                }
                None => (None, None),
            },
        };
        let before = parsed.text().get(..marker.span.start as usize).unwrap_or_default();
        let fix = fix.filter(|_| section.confidence >= DOUBTFUL || begins(before, false));
        let found = Some(found.to_owned());
        report(Code::LostDelimiter, Finding { span: marker.span, expected, found, fix, ..Finding::default() });
    }
}

/// Whether a bare numeral was taken for a marker that reads as 三是 or 三要.
pub(super) fn is_spoken(parsed: &Parsed<'_>, section: &Section) -> bool {
    section.marker.recovered
        && parsed.text().get(section.marker.span.start as usize..).is_some_and(|text| {
            readings(text).iter().any(|reading| matches!(reading.kind.row().style.form, Form::Shi | Form::Yao))
        })
}

/// Where a delimiter goes: a full-width one in the place of blanks.
fn place(parsed: &Parsed<'_>, marker: Span, delimiter: char) -> Span {
    let behind = parsed.text().get(marker.end as usize..).unwrap_or_default();
    let blanks = behind.len() - behind.trim_start_matches(is_blank).len();
    let blanks = u32::try_from(blanks).unwrap_or(0);
    Span::new(marker.end, marker.end + if delimiter.is_ascii() { 0 } else { blanks })
}

/// The bracket that is missing, and where it goes.
pub(super) fn brackets(found: &str, span: Span) -> (Option<String>, Option<(Span, String)>) {
    let (open, close) = if found.contains(['(', ')']) { ("(", ")") } else { ("（", "）") };
    let fix = match (found.starts_with(open), found.ends_with(close)) {
        (true, true) => None,
        (true, false) => Some((Span::empty(span.end), close.to_owned())),
        (false, true) => Some((Span::empty(span.start), open.to_owned())),
        (false, false) => return (Some(format!("{open}{close}")), Some((span, format!("{open}{found}{close}")))),
    };
    (fix.as_ref().map(|(_, bracket)| bracket.clone()), fix)
}

/// The delimiter a form has where no sibling shows another.
const fn usual(form: Form) -> Option<char> {
    match form {
        Form::Dun => Some('、'),
        Form::Dot => Some('.'),
        Form::HalfBracket => Some('）'),
        Form::DiComma | Form::QiComma => Some('，'),
        _ => None,
    }
}

/// Which delimiters the members of a list have, by style, and how often. A short list: there are few
/// styles in one list, and few delimiters to a style.
struct Used(Vec<(Style, char, usize)>);

impl Used {
    fn of(parsed: &Parsed<'_>, siblings: &[Section]) -> Self {
        let mut used: Vec<(Style, char, usize)> = Vec::new();
        for section in siblings.iter().filter(|section| !section.marker.recovered) {
            let style = section.marker.style;
            let Some(last) = parsed.text_of(section.marker.span).chars().next_back() else { continue };
            if last.is_alphanumeric() {
                continue;
            }
            match used.iter_mut().find(|(known, delimiter, _)| (*known, *delimiter) == (style, last)) {
                Some((_, _, count)) => *count += 1,
                None => used.push((style, last, 1)),
            }
        }
        Self(used)
    }

    /// The delimiter most members have; of two used alike, the one used first.
    fn most(&self, style: Style) -> Option<char> {
        self.0
            .iter()
            .rev()
            .filter(|(known, ..)| *known == style)
            .max_by_key(|(.., count)| count)
            .map(|(_, delimiter, _)| *delimiter)
    }
}

#[cfg(test)]
mod tests {
    use super::{DOUBTFUL, brackets, usual};
    use crate::testing::{DOT, DUN, PLAN, document, plan, section};
    use crate::{Code, Form, LintOptions, Numeral, Parsed, Section, Span, Style, parse};

    fn lost(text: &str, marker: &str, style: Style, number: u32) -> Section {
        let mut section = section(text, marker, style, &[number], "", "");
        section.marker.recovered = true;
        section
    }

    #[test]
    fn a_form_has_its_usual_delimiter_or_none() {
        let forms = [Form::Dun, Form::Dot, Form::HalfBracket, Form::DiComma, Form::QiComma, Form::Shi];
        assert_eq!(forms.map(usual), [Some('、'), Some('.'), Some('）'), Some('，'), Some('，'), None]);
    }

    /// Found, expected, and the text mended.
    fn said(text: &str, sections: Vec<Section>) -> Vec<(String, Option<String>, Option<String>)> {
        let parsed = Parsed::of_parts(text, document(text, "", "", sections, ""), false);
        let diagnostics = parsed.lint().into_iter().filter(|it| it.code == Code::LostDelimiter);
        diagnostics
            .map(|it| {
                let mended = it.fix.map(|fix| {
                    let mut mended = text.to_owned();
                    mended.replace_range(fix.span.range(), &fix.replacement);
                    mended
                });
                (it.found.unwrap(), it.expected, mended)
            })
            .collect()
    }

    #[test]
    fn the_fix_puts_in_what_the_list_uses() {
        let parsed = Parsed::of_parts(PLAN, plan(), false);
        let diagnostics = parsed.lint();
        assert_eq!(diagnostics.len(), 1);
        assert_eq!(diagnostics[0].expected.as_deref(), Some("."));
        assert_eq!(diagnostics[0].fix.as_ref().unwrap().span, Span::empty(51));

        let text = "1甲。2．乙。3、丙。4、丁。";
        let list = vec![
            lost(text, "1", DOT, 1),
            section(text, "2．", DOT, &[2], "", ""),
            section(text, "3、", DOT, &[3], "", ""),
            section(text, "4、", DOT, &[4], "", ""),
        ];
        assert_eq!(
            said(text, list),
            [("1".to_owned(), Some("、".to_owned()), Some("1、甲。2．乙。3、丙。4、丁。".to_owned()))]
        );
    }

    #[test]
    fn alone_a_form_has_its_usual_delimiter() {
        let text = "一甲1乙";
        let list = vec![lost(text, "一", DUN, 1), lost(text, "1", DOT, 1)];
        let said = said(text, list);
        assert_eq!(said[0].2.as_deref(), Some("一、甲1乙"));
        assert_eq!(said[1].2.as_deref(), Some("一甲1.乙"));
    }

    #[test]
    fn what_is_spoken_has_none_to_lose() {
        let text = "要点\n一、快办\n每月调度。\n二、好办\n做到三个强化：一是强化调度；二是强化督查；三是强化考核。\n四、省办\n按月通报。\n";
        let list = vec![lost(text, "三", DUN, 3)];
        assert_eq!(said(text, list).len(), 1, "三 of 三个");
        let at = u32::try_from(text.find("三是").unwrap()).unwrap();
        let mut spoken = lost(text, "三", DUN, 3);
        spoken.marker.span = Span::new(at, at + 3);
        assert_eq!(said(text, vec![spoken]), []);
        let said: Vec<_> = parse(text).lint().into_iter().map(|it| (it.code, it.expected.unwrap())).collect();
        assert_eq!(said, [(Code::Gap, "三、".to_owned())]);
    }

    #[test]
    fn a_blank_in_the_place_of_a_full_width_sign() {
        let text = "要点\n一 快办\n每月调度。\n二、好办\n按季通报。\n三、省办\n年底考核。\n";
        assert_eq!(parse(text).fixed(&LintOptions::new()), text.replace("一 快办", "一、快办"));
    }

    #[test]
    fn a_doubtful_marker_inside_a_line_is_not_mended() {
        let text = "要点一、快办。二好办。三、省办。";
        for (confidence, mends) in [(100, true), (DOUBTFUL - 1, false)] {
            let mut section = lost(text, "二", DUN, 2);
            section.confidence = confidence;
            assert_eq!(said(text, vec![section])[0].2.is_some(), mends);
        }
    }

    #[test]
    fn a_decimal_number_has_none_to_lose() {
        let text = "1 总则";
        let list = vec![lost(text, "1", Style::new(Form::Decimal, Numeral::Arabic, 1), 1)];
        assert_eq!(said(text, list), []);
    }

    #[test]
    fn half_a_pair_of_brackets() {
        let span = Span::new(10, 16);
        let fix = |found| brackets(found, span).1;
        assert_eq!(fix("（一"), Some((Span::empty(16), "）".to_owned())));
        assert_eq!(fix("一)"), Some((Span::empty(10), "(".to_owned())));
        assert_eq!(fix("一"), Some((span, "（一）".to_owned())));
        assert_eq!(fix("（一）"), None);
    }
}
