//! A bracket without its other half.
//!
//! ```text
//! 落实《意见，加强（统筹。     《 and （ are never closed before the next section
//! （一加强统筹                 a marker with half its brackets: the fix is known
//! （一（加强统筹               the second is the half that is missing, turned round
//! （（一）加强统筹             a bracket too many: `doubled.rs`
//! 1）加强统筹                  nothing: a numeral may close without opening
//! ```
//!
//! Quotation marks are left alone: real text opens them anew with each paragraph.

use std::collections::HashSet;

use super::view::View;
use super::{Report, doubled, lost_delimiter};
use crate::diagnostic::Finding;
use crate::scan::numeral::is_numeral_char;
use crate::{Code, Form, Span};

/// Brackets that open, what closes them, and a second form that closes them as well.
const PAIRS: [(char, char, char); 9] = [
    ('（', '）', ')'),
    ('(', ')', '）'),
    ('《', '》', '》'),
    ('〔', '〕', '〕'),
    ('【', '】', '】'),
    ('「', '」', '」'),
    ('『', '』', '』'),
    ('［', '］', ']'),
    ('[', ']', '］'),
];

/// How many brackets may be open at once; those before are forgotten. Reason: a closing bracket looks
/// through the open ones, so their number bounds its cost.
const MOST_OPEN: usize = 8;

/// Half a pair of brackets: where it stands, the sign, and its other half.
pub(super) type Half = (Span, char, char);

pub(super) fn check(view: &View<'_>, report: &mut Report<'_>) {
    let lone = lone(view);
    let mut of_markers: HashSet<Span> = HashSet::new();
    for item in &view.items {
        let marker = item.section.marker;
        let found = view.marker(item);
        let half = found.contains(['（', '(']) != found.contains(['）', ')']);
        if half && marker.style.form == Form::Brackets {
            let (expected, mut fix) = lost_delimiter::brackets(found, marker.span);
            let mut span = marker.span;
            if let Ok(place) = lone.binary_search_by_key(&marker.span.end, |(span, ..)| span.start)
                && let Some(&(turned, sign, _)) = lone.get(place)
                && found.starts_with(sign)
            {
                of_markers.insert(turned);
                span.end = turned.end;
                fix = expected.clone().map(|expected| (turned, expected));
            }
            let found = Some(view.parsed.text_of(span).to_owned());
            report(Code::UnbalancedBracket, Finding { span, expected, found, fix, ..Finding::default() });
        }
        of_markers
            .extend(doubled::bracket(view, item, &lone).and_then(|place| lone.get(place)).map(|(span, ..)| *span));
    }
    for (span, sign, other) in lone.into_iter().filter(|(span, ..)| !of_markers.contains(span)) {
        let (expected, found) = (Some(other.to_string()), Some(sign.to_string()));
        report(Code::UnbalancedBracket, Finding { span, expected, found, ..Finding::default() });
    }
}

/// The brackets outside of markers that have no other half, in text order.
pub(super) fn lone(view: &View<'_>) -> Vec<Half> {
    let document = view.parsed.document();
    let mut from = document.span.start;
    let mut halves: Vec<Half> = Vec::new();
    for item in view.items.iter().filter(|item| !item.section.inline) {
        let marker = item.section.marker.span;
        piece(view, Span::new(from, marker.start), false, &mut halves);
        from = marker.end;
    }
    piece(view, Span::new(from, document.span.end), view.cut, &mut halves);
    let mut halves = halves.into_iter().peekable();
    let mut lone = Vec::new();
    while let Some(half) = halves.next() {
        // A note may be opened before a marker and closed behind others.
        if !opens(half.1) || halves.next_if(|&(_, next, _)| is_pair(half.1, next)).is_none() {
            lone.push(half);
        }
    }
    lone
}

pub(super) fn opens(sign: char) -> bool {
    PAIRS.iter().any(|(opening, ..)| *opening == sign)
}

fn is_pair(opening: char, closing: char) -> bool {
    PAIRS.iter().any(|&(open, first, second)| open == opening && (first == closing || second == closing))
}

/// The text between two markers that stand at the start of something. `cut`: its end is lost, so that
/// what is open may have been closed. Its halves are added in text order.
fn piece(view: &View<'_>, span: Span, cut: bool, halves: &mut Vec<Half>) {
    let text = view.parsed.text_of(span);
    let known = halves.len();
    let mut say = |at: usize, sign: char, other: char| {
        let (Ok(at), Ok(length)) = (u32::try_from(at), u32::try_from(sign.len_utf8())) else { return };
        halves.push((Span::new(span.start + at, span.start + at + length), sign, other));
    };
    let mut open: Vec<(usize, (char, char, char))> = Vec::new();
    let mut before = None;
    for (at, sign) in text.char_indices() {
        if let Some(&pair) = PAIRS.iter().find(|(opening, ..)| *opening == sign) {
            if open.len() == MOST_OPEN {
                open.remove(0);
            }
            open.push((at, pair));
        } else if let Some(&(opening, ..)) = PAIRS.iter().find(|(_, closing, _)| *closing == sign) {
            match open.iter().rposition(|(_, (opening, ..))| is_pair(*opening, sign)) {
                Some(place) => {
                    for (at, (sign, closing, _)) in open.drain(place..).skip(1) {
                        say(at, sign, closing);
                    }
                }
                // 1） and a) count something.
                None if before.is_some_and(|sign: char| sign.is_alphanumeric() && counts(sign)) => {}
                None => say(at, sign, opening),
            }
        }
        before = Some(sign);
    }
    for (at, (sign, closing, _)) in open.into_iter().filter(|_| !cut) {
        say(at, sign, closing);
    }
    if let Some(own) = halves.get_mut(known..) {
        own.sort_unstable();
    }
}

fn counts(sign: char) -> bool {
    sign.is_ascii_alphanumeric() || is_numeral_char(sign) || matches!(sign, '０'..='９')
}

#[cfg(test)]
mod tests {
    use crate::{Code, LintOptions, parse};

    fn said(text: &str) -> Vec<String> {
        let said = parse(text).lint().into_iter().filter(|it| it.code == Code::UnbalancedBracket);
        said.map(|it| it.found.unwrap()).collect()
    }

    #[test]
    fn one_half_is_missing() {
        let list = |first: &str| format!("要点\n一、快办。{first}。\n二、好办。每月调度。");
        assert_eq!(said(&list("落实《意见，加强统筹")), ["《"]);
        assert_eq!(said(&list("落实意见》（见附件")), ["》", "（"]);
        assert_eq!(said("要点\n一、快办（分两步。\n二、好办。每月调度）。\n三、省办。每月调度。"), [""; 0]);
        assert_eq!(said(&list("分两步：1）摸底，2）整改（含【甲】）")), [""; 0]);
        assert_eq!(said("要点\n（一）快办。每月调度。\n（二好办。每月调度。\n（三）省办。每月调度。"), ["（二"]);
        let turned = "要点\n（一）快办。每月调度。\n（二（好办。每月调度。\n（三）省办。每月调度。";
        assert_eq!(said(turned), ["（二（"]);
        assert_eq!(parse(turned).fixed(&LintOptions::new()), turned.replace("（二（", "（二）"));
    }
}
