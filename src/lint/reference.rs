//! A reference to what the text does not have.
//!
//! ```text
//! reference = "第" numeral ( "条" [ "之" numeral ] [ "第" numeral "款" ] [ "第" [open] numeral [close] "项" ]
//!                          | "章" | "编" | "部分" )
//!
//! 违反本办法第三条第（五）项     where 第三条 has four items
//! 见第六部分                     where there are five
//! 依照《行政处罚法》第九十条     not ours to judge: a title, a 法 or 条例 before it in the clause
//! 第三章介绍 … 第六章总结        in a text of two chapters: the text is part of a longer one
//! 。第九条 市人民政府应当        no reference: a marker that the outline has left out; it can be referred to
//! ```

use std::collections::{BTreeMap, HashSet};

use super::Report;
use super::elsewhere::{begins, is_blank_or_break};
use super::view::View;
use crate::diagnostic::Finding;
use crate::scan::numeral;
use crate::{Code, Form, Number, Numeral, Span, Style, Unit};

/// How far back a clause is looked at, in characters.
const CLAUSE: usize = 80;

/// With more numbers than this beyond the last one, the text is part of a longer one.
const MOST_SLIPS: usize = 2;

/// The kinds of text whose name ends so. One that is not 本… before a reference makes it another's.
const KINDS: [&str; 16] = [
    "法", "条例", "办法", "规定", "决定", "细则", "规则", "章程", "解释", "公约", "协定", "标准", "规程", "通知",
    "意见", "合同",
];

/// In a clause with one of these the reference is to an older form of the text, or to another text.
const FOREIGN: [&str; 9] = ["修改", "删去", "删除", "增加", "修正", "改为", "该法", "》", "其"];

/// Words right before a reference to a part of a text whose parts are numbered 一、二、.
const SEE: [&str; 3] = ["见", "参见", "详见"];

/// A reference that was read.
struct Reference {
    len: usize,
    unit: Unit,
    number: Number,
    /// The number of the item (项).
    point: Option<u32>,
}

pub(super) fn check(view: &View<'_>, report: &mut Report<'_>) {
    let mut targets = Targets::of(view);
    let text = view.parsed.text_of(view.parsed.document().span);
    let mut markers = view.items.iter().map(|item| item.section.marker.span).peekable();
    let mut references = Vec::new();
    for (at, _) in text.match_indices('第') {
        while markers.next_if(|span| (span.end as usize) <= at).is_some() {}
        if markers.peek().is_some_and(|span| span.range().contains(&at)) {
            continue;
        }
        let (Some(before), Some(rest)) = (text.get(..at), text.get(at..)) else { continue };
        let Some(reference) = read(rest) else { continue };
        if begins(before, true) && rest.get(reference.len..).is_none_or(|rest| rest.starts_with(is_blank_or_break)) {
            targets.left_out(&reference);
        } else {
            references.push((at, reference));
        }
    }
    let mut dangling = Vec::new();
    let mut beyond: BTreeMap<Unit, HashSet<Number>> = BTreeMap::new();
    for (at, reference) in references {
        let (Some(before), Some(rest)) = (text.get(..at), text.get(at..)) else { continue };
        let Some(last) = targets.missing(&reference, before) else { continue };
        if !is_ours(before) || rest.get(reference.len..).is_some_and(|rest| rest.starts_with(['修', '改', '删'])) {
            continue;
        }
        if targets.is_beyond(&reference) {
            beyond.entry(reference.unit).or_default().insert(reference.number);
        }
        dangling.push((at, reference, last));
    }
    for (at, reference, last) in dangling {
        let Some(rest) = text.get(at..) else { continue };
        let part = beyond.get(&reference.unit).is_some_and(|numbers| numbers.len() > MOST_SLIPS);
        if part && targets.is_beyond(&reference) {
            continue;
        }
        let (Ok(start), Ok(end)) = (u32::try_from(at), u32::try_from(at + reference.len)) else { continue };
        let span = Span::new(start, end);
        let found = rest.get(..reference.len).map(str::to_owned);
        report(
            Code::DanglingReference,
            Finding {
                span,
                related: Some(last),
                expected: Some(view.parsed.text_of(last).to_owned()),
                found,
                fix: None,
            },
        );
    }
}

/// Reads a reference that starts with 第.
fn read(text: &str) -> Option<Reference> {
    let (rest, first) = ordinal(text.strip_prefix('第')?)?;
    let (rest, unit) = [("条", Unit::Article), ("章", Unit::Chapter), ("编", Unit::Book), ("部分", Unit::Part)]
        .into_iter()
        .find_map(|(word, unit)| Some((rest.strip_prefix(word)?, unit)))?;
    let (mut rest, mut number, mut point) = (rest, Number::new(&[first])?, None);
    if unit == Unit::Article {
        if let Some((behind, sub)) = rest.strip_prefix('之').and_then(ordinal) {
            (rest, number) = (behind, Number::new(&[first, sub])?);
        }
        let paragraph = rest.strip_prefix('第').and_then(ordinal);
        if let Some(behind) = paragraph.and_then(|(behind, _)| behind.strip_prefix('款')) {
            rest = behind;
        }
        if let Some((behind, value)) = rest.strip_prefix('第').and_then(item) {
            (rest, point) = (behind, Some(value));
        }
    }
    Some(Reference { len: text.len() - rest.len(), unit, number, point })
}

fn ordinal(text: &str) -> Option<(&str, u32)> {
    numeral::chinese(text).or_else(|_| numeral::arabic(text)).ok()
}

/// `（五）项`, `五项`.
fn item(text: &str) -> Option<(&str, u32)> {
    let (rest, value) = ordinal(text.strip_prefix(['（', '(']).unwrap_or(text))?;
    Some((rest.strip_prefix(['）', ')']).unwrap_or(rest).strip_prefix('项')?, value))
}

/// Whether the clause before a reference names no other text.
fn is_ours(before: &str) -> bool {
    let from =
        before.char_indices().rev().take(CLAUSE).take_while(|(_, sign)| !matches!(sign, '。' | '；' | ';' | '\n'));
    let from = from.last().map_or(before.len(), |(at, _)| at);
    let clause = before.get(from..).unwrap_or_default();
    let names_another = |kind: &&str| {
        clause.match_indices(*kind).any(|(at, _)| {
            let own = clause.get(..at).unwrap_or_default();
            // 办法 in 本办法 holds 法 as well.
            !["本", "本办", "本实施", "本暂行"].iter().any(|word| own.ends_with(word))
        })
    };
    !clause.ends_with('原') && !FOREIGN.iter().any(|word| clause.contains(word)) && !KINDS.iter().any(names_another)
}

/// What a reference can point to.
struct Targets {
    /// The numbers of each unit, and the last marker of each.
    units: BTreeMap<Unit, (HashSet<Number>, Span)>,
    /// For an article the highest number of its items, and that item's marker.
    points: BTreeMap<Number, (u32, Span)>,
    /// The last 一、 of the first level, where the parts of a text are numbered so.
    parts: Option<(u32, Span)>,
}

const POINT: Style = Style::new(Form::Brackets, Numeral::Chinese, 1);
const DUN: Style = Style::new(Form::Dun, Numeral::Chinese, 1);

impl Targets {
    fn of(view: &View<'_>) -> Self {
        let mut targets = Self { units: BTreeMap::new(), points: BTreeMap::new(), parts: None };
        let mut article = None;
        let mut twice = HashSet::new();
        for item in &view.items {
            let span = item.section.marker.span;
            match item.style().form {
                Form::Unit(unit) => {
                    let (numbers, last) = targets.units.entry(unit).or_insert_with(|| (HashSet::new(), span));
                    let new = numbers.insert(item.number());
                    *last = span;
                    if unit == Unit::Article {
                        article = Some(item.number());
                        if !new {
                            twice.insert(item.number());
                        }
                    }
                }
                _ if item.style() == POINT => {
                    let Some(article) = article else { continue };
                    let highest = targets.points.entry(article).or_insert((0, span));
                    if item.number().first() >= highest.0 {
                        *highest = (item.number().first(), span);
                    }
                }
                _ if item.style() == DUN && item.depth == 1 => {
                    let highest = targets.parts.map_or(0, |(highest, _)| highest);
                    if item.number().first() > highest {
                        targets.parts = Some((item.number().first(), span));
                    }
                }
                _ => {}
            }
        }
        // An excerpt refers to what it does not hold, and two texts in one to each other.
        let one = Number::new(&[1]);
        let whole = |numbers: &HashSet<Number>| numbers.len() > 1 && one.is_some_and(|one| numbers.contains(&one));
        targets.units.retain(|_, (numbers, _)| whole(numbers) && !view.cut && twice.is_empty());
        targets
    }

    /// Whether a reference is to a whole unit that the text does not have.
    fn is_beyond(&self, reference: &Reference) -> bool {
        self.units.get(&reference.unit).is_none_or(|(numbers, _)| !numbers.contains(&reference.number))
    }

    /// A marker that stands in the text, but not in the outline.
    fn left_out(&mut self, marker: &Reference) {
        if let Some((numbers, _)) = self.units.get_mut(&marker.unit) {
            numbers.insert(marker.number);
        }
    }

    /// The last of those among which a reference should be, if it is not there.
    fn missing(&self, reference: &Reference, before: &str) -> Option<Span> {
        let Some((numbers, last)) = self.units.get(&reference.unit) else {
            let (highest, last) = self.parts.filter(|_| reference.unit == Unit::Part)?;
            let far = reference.number.first() > highest && SEE.iter().any(|word| before.ends_with(word));
            return far.then_some(last);
        };
        if !numbers.contains(&reference.number) {
            return Some(*last);
        }
        let (highest, last) = self.points.get(&reference.number).filter(|_| reference.unit == Unit::Article)?;
        reference.point.is_some_and(|point| point > *highest).then_some(*last)
    }
}

#[cfg(test)]
mod tests {
    use crate::{Code, parse};

    fn said(clause: &str) -> Vec<String> {
        let text = format!(
            "河道管理办法\n第一条 为了保护河道，制定本办法。\n第二条 禁止下列行为：\n（一）倾倒垃圾；\n（二）围垦河道。\n第三条 {clause}，处以罚款。\n第四条 本办法自发布之日起施行。\n"
        );
        let said = parse(&text).lint().into_iter().filter(|it| it.code == Code::DanglingReference);
        said.map(|it| it.found.unwrap()).collect()
    }

    #[test]
    fn what_is_not_there() {
        assert_eq!(said("违反本办法第二条第（二）项"), [""; 0]);
        assert_eq!(said("违反本办法第二条第（三）项"), ["第二条第（三）项"]);
        assert_eq!(said("违反第二条第一款第三项"), ["第二条第一款第三项"]);
        assert_eq!(said("违反第九条"), ["第九条"]);
    }

    #[test]
    fn another_text_is_not_ours() {
        for clause in ["依照《行政处罚法》第九十条", "依照水法第九十条", "依照省人民政府规定的第九十条", "将原第九条"]
        {
            assert_eq!(said(clause), [""; 0], "{clause}");
        }
    }

    #[test]
    fn a_marker_is_no_reference() {
        assert_eq!(said("按规定办理。第九条 社团原则如下"), [""; 0]);
        assert_eq!(said("违反第十条。\n第十条 社团原则如下"), [""; 0]);
    }

    #[test]
    fn a_part_of_a_longer_text_refers_to_the_rest() {
        assert_eq!(said("违反第八条、第九条"), ["第八条", "第九条"]);
        assert_eq!(said("违反第八条、第九条、第十条"), [""; 0]);
    }

    #[test]
    fn a_part_by_its_number() {
        let text = "要点\n一、快办。详见第六部分。\n二、好办。每月调度，见第一部分。";
        let said: Vec<_> = parse(text).lint().into_iter().filter(|it| it.code == Code::DanglingReference).collect();
        assert_eq!(said.len(), 1);
    }
}
