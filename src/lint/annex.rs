//! Annexes that are referred to and not listed, and numbers of annexes left out.
//!
//! ```text
//! （目录见附件5） … 附件：1.申报表⏎2.目录       附件5: there are two
//! 附件1：申报表⏎附件3：目录                     附件3: 附件2 is left out
//! 《评审条件》附件5                             not ours to judge
//! ```
//!
//! Only a list says how many there are: behind `附件：`, or line below line.

use std::collections::HashSet;

use super::Report;
use super::elsewhere::{begins, is_blank_or_break};
use super::view::View;
use crate::diagnostic::Finding;
use crate::scan::marker::is_blank;
use crate::scan::numeral::{arabic, chinese};
use crate::{Code, Span};

const ANNEX: &str = "附件";

/// With more numbers than this beyond the last one, the list is not whole.
const MOST_SLIPS: usize = 2;

/// How far back a clause is looked at, in characters.
const CLAUSE: usize = 60;

/// The longest list, in characters.
const LIST: usize = 1_000;

/// The word with a number.
#[derive(Clone, Copy)]
struct Mention {
    span: Span,
    number: u32,
    /// It begins a line.
    heads: bool,
}

pub(super) fn check(view: &View<'_>, report: &mut Report<'_>) {
    let document = view.parsed.document().span;
    let text = view.parsed.text_of(document);
    let mut listed: HashSet<u32> = HashSet::new();
    let mut last: Option<Span> = None;
    let mut mentions: Vec<Mention> = Vec::new();
    for (at, _) in text.match_indices(ANNEX) {
        let (Some(before), Some(rest)) = (text.get(..at), text.get(at + ANNEX.len()..)) else { continue };
        let own = rest.trim_start_matches(is_blank);
        let heads = begins(before, false);
        if let Ok((behind, number)) = arabic(own).or_else(|_| chinese(own)) {
            let Some(span) = span(at, at + ANNEX.len() + rest.len() - behind.len()) else { continue };
            // 附件3份, 附件1-3, 附件3.1
            if !behind.starts_with(['份', '个', '张', '页', '项', '套', '册', '-', '—', '～', '.']) {
                mentions.push(Mention { span, number, heads });
            }
        } else if let Some(items) = own.strip_prefix(['：', ':']).filter(|_| begins(before, true)) {
            for (number, item) in items_of(text, text.len() - items.len()) {
                listed.insert(number);
                last = Some(item);
            }
        }
    }
    let adjacent = |one: &Mention, two: &Mention| {
        let between = view.parsed.text_of(Span::new(one.span.end, two.span.start));
        let line = between.trim_end_matches(is_blank_or_break);
        one.heads && two.heads && !line.trim_start_matches(is_blank_or_break).contains(['\n', '\r'])
    };
    for pair in mentions.windows(2) {
        let [one, two] = pair else { continue };
        if adjacent(one, two) && one.number < two.number {
            listed.extend([one.number, two.number]);
            last = Some(two.span);
            if two.number == one.number + 2 {
                let found = Some(view.parsed.text_of(two.span).to_owned());
                let expected = Some(format!("{ANNEX}{}", one.number + 1));
                report(
                    Code::Gap,
                    Finding { span: two.span, related: Some(one.span), expected, found, ..Finding::default() },
                );
            }
        }
    }
    let Some((highest, last)) = listed.iter().max().zip(last).filter(|_| listed.contains(&1)) else { return };
    let heads: HashSet<u32> = mentions.iter().filter(|it| it.heads).map(|it| it.number).collect();
    let is_beyond = |it: &&Mention| {
        let before = text.get(..it.span.start as usize).unwrap_or_default();
        !it.heads && it.number > *highest && !heads.contains(&it.number) && is_ours(before)
    };
    let dangling: Vec<&Mention> = mentions.iter().filter(is_beyond).collect();
    if dangling.iter().map(|it| it.number).collect::<HashSet<_>>().len() > MOST_SLIPS {
        return;
    }
    for mention in dangling {
        let found = Some(view.parsed.text_of(mention.span).to_owned());
        let expected = Some(format!("{ANNEX}{highest}"));
        report(
            Code::DanglingReference,
            Finding { span: mention.span, related: Some(last), expected, found, ..Finding::default() },
        );
    }
}

/// The items of a list behind its colon: 1. right there, 2. and 3. behind a line break or the name before.
fn items_of(text: &str, from: usize) -> Vec<(u32, Span)> {
    let mut found = Vec::new();
    let list = text.get(from..).unwrap_or_default();
    let list_end = from + list.char_indices().nth(LIST).map_or(list.len(), |(at, _)| at);
    let mut at = from + list.len() - list.trim_start_matches(is_blank_or_break).len();
    for number in 1..=99_u32 {
        let digits = number.to_string();
        let rest = text.get(at..list_end).unwrap_or_default();
        let is_item = |place: usize| {
            let mut signs = rest.get(place + digits.len()..).unwrap_or_default().chars();
            signs.next().is_some_and(|sign| matches!(sign, '.' | '．' | '、'))
                && !signs.next().is_some_and(|sign| sign.is_ascii_digit())
                && !rest.get(..place).unwrap_or_default().ends_with(|sign: char| sign.is_ascii_digit())
        };
        let place = if number == 1 {
            Some(0).filter(|_| rest.starts_with(&digits) && is_item(0))
        } else {
            rest.match_indices(&digits).map(|(place, _)| place).find(|&place| is_item(place))
        };
        let Some(place) = place else { break };
        let end = at + place + digits.len();
        found.extend(span(at + place, end).map(|span| (number, span)));
        at = end;
    }
    found
}

/// Whether the clause before a reference names no other text: a title, or the number of a document.
fn is_ours(before: &str) -> bool {
    let clause = before.chars().rev().take(CLAUSE).take_while(|sign| !matches!(sign, '。' | '；' | ';' | '\n' | '\r'));
    !clause.into_iter().any(|sign| matches!(sign, '》' | '号'))
}

fn span(from: usize, to: usize) -> Option<Span> {
    Some(Span::new(u32::try_from(from).ok()?, u32::try_from(to).ok()?))
}

#[cfg(test)]
mod tests {
    use crate::{Code, parse};

    fn said(clause: &str, annexes: &str) -> Vec<(Code, String)> {
        let text = format!(
            "关于职称申报的通知\n各单位：\n一、申报条件\n符合条件的均可申报。\n二、申报材料\n提交业绩材料，{clause}。\n{annexes}\n云川市教育局\n2024年4月28日\n"
        );
        let said = parse(&text).lint().into_iter().filter(|it| matches!(it.code, Code::DanglingReference | Code::Gap));
        said.map(|it| (it.code, it.found.unwrap())).collect()
    }

    #[test]
    fn what_is_not_listed() {
        for annexes in ["附件：1.申报表\n2.汇总表", "附件：1.申报表2.汇总表", "附件1：申报表\n附件2：汇总表"]
        {
            assert_eq!(said("目录见附件2", annexes), []);
            for found in ["附件5", "附件四"] {
                let clause = format!("目录见{found}");
                assert_eq!(said(&clause, annexes), [(Code::DanglingReference, found.to_owned())], "{annexes}");
            }
            for clause in ["按《评审办法》附件5填写", "另有附件3份", "见附件3、附件4、附件5"] {
                assert_eq!(said(clause, annexes), [], "{clause}");
            }
        }
        for annexes in ["附件：汇总表", "附件2：申报表\n附件3：汇总表", ""] {
            assert_eq!(said("目录见附件5", annexes), [], "{annexes}");
        }
    }

    #[test]
    fn one_left_out() {
        assert_eq!(said("目录见附件1", "附件1：申报表\n附件3：汇总表"), [(Code::Gap, "附件3".to_owned())]);
        assert_eq!(said("目录见附件1", "附件1：申报表\n\n附件2：汇总表"), []);
    }
}
