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
//!                                not so where the last article says when the text comes into force: it is whole
//! 。第九条 市人民政府应当        no reference: a marker that the outline has left out; it can be referred to
//! “第八条 养犬人应当             no reference: an article of another text, quoted
//! 本合同第十条                   where the parts of a contract are numbered 一、二、: 十、
//! ```

use std::collections::{BTreeMap, HashSet};

use super::Report;
use super::elsewhere::{begins, is_blank_or_break};
use super::view::{Item, View};
use crate::diagnostic::Finding;
use crate::scan::numeral;
use crate::{Code, Form, Number, Numeral, Span, Style, Unit};

/// How far back a clause is looked at, in characters.
const CLAUSE: usize = 80;

/// With more numbers than this beyond the last one, the text is part of a longer one.
const MOST_SLIPS: usize = 2;

/// The kinds of text whose name ends so. One that is not 本… before a reference makes it another's.
const KINDS: [&str; 15] = [
    "法", "条例", "办法", "规定", "决定", "细则", "规则", "章程", "解释", "公约", "协定", "标准", "规程", "通知",
    "意见",
];

/// In a clause with one of these the reference is to an older form of the text, or to another text.
const FOREIGN: [&str; 8] = ["修改", "删去", "删除", "增加", "修正", "改为", "该法", "》"];

/// The reference is to another text only right behind these, with `本` before them to this one: in a contract 合同总价 and 其他 stand
/// in any clause.
const OWNERS: [&str; 3] = ["合同", "协议", "其"];

/// What may stand between the name of a text and a reference to it.
const BETWEEN: [&str; 10] = ["的", "中", "约定", "规定", "、", "和", "及", "与", "或", "至"];

/// How a contract calls itself where it refers to a part of its own.
const CONTRACTS: [&str; 3] = ["本合同", "本协议", "本章程"];

/// What the last article of a whole text says.
const IN_FORCE: [&str; 3] = ["施行", "生效", "废止"];

/// How far that article is looked at, in characters.
const LAST_ARTICLE: usize = 120;

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
        if before.ends_with('“') {
            continue;
        }
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
        let part = !targets.whole && beyond.get(&reference.unit).is_some_and(|numbers| numbers.len() > MOST_SLIPS);
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
                ..Finding::default()
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
        // 第一项至第四项, 第一项、第三项.
        while let Some(highest) = point
            && let Some((behind, value)) =
                rest.strip_prefix(['至', '到', '、', '和', '或']).and_then(|rest| item(rest.strip_prefix('第')?))
        {
            (rest, point) = (behind, Some(value.max(highest)));
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
    let owner = owner(clause);
    let owned = OWNERS.iter().any(|word| owner.strip_suffix(word).is_some_and(|before| !before.ends_with('本')));
    !owned
        && !clause.ends_with('原')
        && !FOREIGN.iter().any(|word| clause.contains(word))
        && !KINDS.iter().any(names_another)
}

/// A clause without what stands between the name of a text and a reference to it: 合同的第八条、第九条.
fn owner(clause: &str) -> &str {
    let mut owner = clause;
    loop {
        let between = BETWEEN.iter().find_map(|word| owner.strip_suffix(word));
        let reference = || {
            let at = owner.rfind('第')?;
            let other = read(owner.get(at..)?)?;
            owner.get(..at).filter(|_| at + other.len == owner.len())
        };
        match between.or_else(reference) {
            Some(shorter) => owner = shorter,
            None => return owner,
        }
    }
}

/// What a reference can point to.
struct Targets {
    /// The numbers of each unit, and the last marker of each.
    units: BTreeMap<Unit, (HashSet<Number>, Span)>,
    /// For an article the highest number of its items, and that item's marker.
    points: BTreeMap<Number, (u32, Span)>,
    /// The last 一、 of the first level, where the parts of a text are numbered so.
    parts: Option<(u32, Span)>,
    /// The numbers of all sections.
    numbers: HashSet<u32>,
    /// Whether the text has all articles up to the one that says when it comes into force.
    whole: bool,
}

const POINT: Style = Style::new(Form::Brackets, Numeral::Chinese, 1);
const DUN: Style = Style::new(Form::Dun, Numeral::Chinese, 1);

impl Targets {
    fn of(view: &View<'_>) -> Self {
        let numbers = view.items.iter().map(|item| item.number().first()).collect();
        let mut targets =
            Self { units: BTreeMap::new(), points: BTreeMap::new(), parts: None, numbers, whole: is_whole(view) };
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
        // An excerpt refers to what it does not hold, and two texts in one to each other. One number that stands twice is a slip.
        let one = Number::new(&[1]);
        let begins = |numbers: &HashSet<Number>| one.is_some_and(|one| numbers.contains(&one));
        let two = twice.len() > 1 || begins(&twice);
        targets.units.retain(|_, (numbers, _)| numbers.len() > 1 && begins(numbers) && !view.cut && !two);
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
            let (highest, last) = self.parts?;
            let number = reference.number.first();
            let ours = match reference.unit {
                Unit::Part => SEE.iter().any(|word| before.ends_with(word)),
                // A contract may number its clauses by figures below its parts.
                Unit::Article => CONTRACTS.iter().any(|word| before.ends_with(word)) && !self.numbers.contains(&number),
                _ => false,
            };
            return (ours && number > highest).then_some(last);
        };
        if !numbers.contains(&reference.number) {
            return Some(*last);
        }
        let (highest, last) = self.points.get(&reference.number).filter(|_| reference.unit == Unit::Article)?;
        reference.point.is_some_and(|point| point > *highest).then_some(*last)
    }
}

/// Whether the articles go up to one that says when the text comes into force, and hardly any is missing.
fn is_whole(view: &View<'_>) -> bool {
    let is_article = |item: &&Item<'_>| item.style().form == Form::Unit(Unit::Article);
    let Some(last) = view.items.iter().rfind(is_article) else { return false };
    let said = view.parsed.text_of(last.section.span);
    let end = said.char_indices().nth(LAST_ARTICLE).map_or(said.len(), |(at, _)| at);
    let said = said.get(..end).unwrap_or_default();
    let articles = view.items.iter().filter(is_article).count();
    said.contains('自')
        && IN_FORCE.iter().any(|word| said.contains(word))
        && last.number().first() as usize <= articles + MOST_SLIPS
}

#[cfg(test)]
mod tests {
    use crate::{Code, parse};

    fn said(clause: &str) -> Vec<String> {
        let text = format!(
            "河道管理办法\n第一条 为了保护河道，制定本办法。\n第二条 禁止下列行为：\n（一）倾倒垃圾；\n（二）围垦河道。\n第三条 {clause}，处以罚款。\n第四条 本办法自发布之日起施行。\n"
        );
        of(&text)
    }

    fn of(text: &str) -> Vec<String> {
        let said = parse(text).lint().into_iter().filter(|it| it.code == Code::DanglingReference);
        said.map(|it| it.found.unwrap()).collect()
    }

    #[test]
    fn what_is_not_there() {
        assert_eq!(said("违反本办法第二条第（二）项"), [""; 0]);
        assert_eq!(said("违反本办法第二条第（三）项"), ["第二条第（三）项"]);
        assert_eq!(said("违反第二条第一款第三项"), ["第二条第一款第三项"]);
        assert_eq!(said("违反第九条"), ["第九条"]);
        assert_eq!(said("违反第二条第一项至第三项"), ["第二条第一项至第三项"]);
        assert_eq!(said("违反第二条第一项、第二项"), [""; 0]);
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
        assert_eq!(said("增补一条：\n“第九条 禁止垂钓。”"), [""; 0]);
        assert_eq!(said("违反第十条。\n第十条 社团原则如下"), [""; 0]);
    }

    #[test]
    fn a_part_of_a_longer_text_refers_to_the_rest() {
        let three = "违反第八条、第九条、第十条";
        assert_eq!(said(three), ["第八条", "第九条", "第十条"]);
        let part = |clause: &str| {
            of(&format!("河道管理办法\n第一条 保护河道。\n第二条 禁止围垦。\n第三条 {clause}，处以罚款。\n"))
        };
        assert_eq!(part("违反第八条、第九条"), ["第八条", "第九条"]);
        assert_eq!(part(three), [""; 0]);
    }

    #[test]
    fn one_number_that_stands_twice_makes_no_two_texts() {
        let text = |third: &str, last: &str| {
            format!(
                "河道办法\n第一条 保护。\n{third} 管理。\n{third} 处罚。\n{last} 违反第九条的，自施行之日起处罚。\n"
            )
        };
        assert_eq!(of(&text("第二条", "第三条")), ["第九条"]);
        assert_eq!(of(&text("第一条", "第二条")), [""; 0]);
    }

    #[test]
    fn in_a_contract() {
        assert_eq!(said("合同总价十万元，按第九条的约定支付"), ["第九条"]);
        assert_eq!(said("双方及其雇员违反第九条"), ["第九条"]);
        for clause in ["租赁合同第九条", "租赁合同约定的第八条、第九条", "依照其第九条"] {
            assert_eq!(said(clause), [""; 0], "{clause}");
        }
        assert_eq!(said("违反本合同第九条"), ["第九条"]);
        let text = "租赁合同\n一、标的。位于东街。\n二、租金。每月一千元。\n三、违约。按本合同第五条处理，本合同第二条除外。\n";
        assert_eq!(of(text), ["第五条"]);
        let text = text.replace("一千元。", "一千元：\n1.季付；\n2.月付；\n3.转账；\n4.现金；\n5.其他。");
        assert_eq!(of(&text), [""; 0]);
    }

    #[test]
    fn a_part_by_its_number() {
        let text = "要点\n一、快办。详见第六部分。\n二、好办。每月调度，见第一部分。";
        let said: Vec<_> = parse(text).lint().into_iter().filter(|it| it.code == Code::DanglingReference).collect();
        assert_eq!(said.len(), 1);
    }
}
