//! Faults planted one at a time into well-formed outlines: is the right thing said at the right place?
//!
//! ```text
//! outline (a model)  ── fault ──► model with one fault, and what should be said where
//!        │                              │
//!        ▼ text without fault           ▼ text ── parse, lint ──► the code at the marker?
//!          nothing to say                         the fix put in ──► the text without fault?
//! ```
//!
//! Forty outlines of four families are made from a small stock of headings and sentences, and 2,000
//! faults are drawn with a fixed seed. `cargo test --test planted_faults -- --nocapture` prints the
//! table of recall by code.

#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use std::collections::BTreeMap;

use gangmu::{Code, LintOptions, apply_fixes, parse};

/// A section of the model.
#[derive(Debug, Clone)]
struct Node {
    style: Style,
    number: u32,
    /// What stands for the marker, where a fault changes it.
    marker: Option<String>,
    heading: String,
    body: String,
    children: Vec<Node>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Style {
    /// 壹、
    Formal,
    /// 一、
    Dun,
    /// （一）
    Brackets,
    /// 1.
    Dot,
    /// 1、
    ArabicDun,
    /// （1）
    Round,
    /// 第一章
    Chapter,
    /// 第一条
    Article,
    /// 1, 1.1: the number is the last part, the rest stands above
    Decimal,
}

#[derive(Debug, Clone)]
struct Model {
    title: String,
    contents: Option<Vec<String>>,
    sections: Vec<Node>,
    /// Whether the text is broken off at the end.
    cut: bool,
}

const HEADINGS: [&str; 24] = [
    "健全工作机制",
    "加强队伍建设",
    "完善基础设施",
    "提升服务水平",
    "强化监督检查",
    "落实经费保障",
    "优化营商环境",
    "推进数字转型",
    "改善人居环境",
    "保障粮食安全",
    "发展特色产业",
    "扩大对外开放",
    "深化科技创新",
    "守护绿水青山",
    "办好民生实事",
    "防范化解风险",
    "激发市场活力",
    "培育时代新人",
    "建设平安社区",
    "畅通交通网络",
    "盘活存量资产",
    "规范财务管理",
    "拓宽就业渠道",
    "繁荣文化事业",
];
const BODIES: [&str; 12] = [
    "各部门要明确责任，按月调度，确保取得实效。",
    "坚持问题导向，抓好整改，形成长效机制。",
    "加大宣传力度，营造良好氛围，引导群众参与。",
    "定期开展评估，及时总结经验，推广好的做法。",
    "统筹各类资源，优先支持薄弱环节，补齐短板。",
    "建立工作台账，逐项销号，接受社会监督。",
    "组织专题培训，提高业务能力，培养骨干力量。",
    "完善管理制度，规范办事流程，减少审批环节。",
    "加强部门协作，共享数据资源，提高办理效率。",
    "严格执行标准，开展抽查检查，通报检查结果。",
    "鼓励社会力量参与，拓宽资金来源，提高使用效益。",
    "充分听取意见，科学制定方案，稳妥有序推进。",
];
const POINTS: [&str; 8] = [
    "未按时报送材料的",
    "擅自改变用途的",
    "提供虚假信息的",
    "拒绝接受检查的",
    "造成环境污染的",
    "损毁公共设施的",
    "泄露个人信息的",
    "影响公共安全的",
];
const TRADITIONAL: [(&str, &str); 8] = [
    ("計畫緣起", "為提升服務品質，結合各單位資源，辦理本項業務。"),
    ("實施對象", "本縣各級學校與機關，於規定期間內參與辦理。"),
    ("辦理方式", "由主辦單位統籌規劃，並請協辦單位配合實施。"),
    ("經費來源", "由縣政府年度預算支應，並依規定辦理核銷。"),
    ("獎勵措施", "執行績效優良者，依規定報請縣政府敘獎。"),
    ("預期效益", "強化團隊合作，營造優質環境，達成計畫目標。"),
    ("督導考核", "主管機關應定期檢視執行情形，並提出報告。"),
    ("注意事項", "參與人員應遵守場地規則，並維護環境整潔。"),
];

/// The same numbers on every machine: the linear congruence of MMIX, its upper half.
struct Seeded(u64);

impl Seeded {
    fn below(&mut self, most: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap() % most
    }

    fn pick<'a>(&mut self, stock: &[&'a str]) -> &'a str {
        stock[self.below(stock.len())]
    }
}

fn chinese(number: u32) -> String {
    const DIGITS: [&str; 10] = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九"];
    let (tens, ones) = (number as usize / 10, number as usize % 10);
    match tens {
        0 => DIGITS[ones].to_owned(),
        1 => format!("十{}", DIGITS[ones]),
        _ => format!("{}十{}", DIGITS[tens], DIGITS[ones]),
    }
}

fn marker(style: Style, number: u32, above: &str) -> String {
    let formal = ["", "壹", "貳", "參", "肆", "伍", "陸", "柒", "捌"];
    match style {
        Style::Formal => format!("{}、", formal[number as usize]),
        Style::Dun => format!("{}、", chinese(number)),
        Style::Brackets => format!("（{}）", chinese(number)),
        Style::Dot => format!("{number}."),
        Style::ArabicDun => format!("{number}、"),
        Style::Round => format!("（{number}）"),
        Style::Chapter => format!("第{}章", chinese(number)),
        Style::Article => format!("第{}条", chinese(number)),
        Style::Decimal if above.is_empty() => number.to_string(),
        Style::Decimal => format!("{above}.{number}"),
    }
}

impl Model {
    /// The text, and where each section's marker stands, by its path.
    fn write(&self) -> (String, BTreeMap<Vec<usize>, usize>) {
        let mut text = format!("{}\n", self.title);
        let mut places = BTreeMap::new();
        if let Some(contents) = &self.contents {
            text.push_str("目录\n");
            for line in contents {
                text.push_str(&format!("{line}\n"));
            }
        }
        for (index, node) in self.sections.iter().enumerate() {
            write(node, &mut vec![index], "", &mut text, &mut places);
        }
        if self.cut {
            let at = text.trim_end().char_indices().rev().nth(3).unwrap().0;
            text.truncate(at);
        }
        (text, places)
    }

    fn node(&mut self, path: &[usize]) -> &mut Node {
        &mut self.list(path)[*path.last().unwrap()]
    }

    /// The list that holds the section of this path.
    fn list(&mut self, path: &[usize]) -> &mut Vec<Node> {
        let mut list = &mut self.sections;
        for &index in &path[..path.len() - 1] {
            list = &mut list[index].children;
        }
        list
    }

    fn paths(&self) -> Vec<Vec<usize>> {
        self.write().1.into_keys().collect()
    }
}

fn write(node: &Node, path: &mut Vec<usize>, above: &str, text: &mut String, places: &mut BTreeMap<Vec<usize>, usize>) {
    let own = marker(node.style, node.number, above);
    places.insert(path.clone(), text.len());
    text.push_str(node.marker.as_deref().unwrap_or(&own));
    if matches!(node.style, Style::Chapter | Style::Article | Style::Decimal) {
        text.push(' ');
    }
    text.push_str(&node.heading);
    if !node.heading.is_empty() && !node.body.is_empty() {
        text.push('。');
    }
    text.push_str(&node.body);
    text.push('\n');
    for (index, child) in node.children.iter().enumerate() {
        path.push(index);
        write(child, path, &own, text, places);
        path.pop();
    }
}

/// A list of sections of these styles, outermost first.
fn list(seeded: &mut Seeded, ladder: &[Style], least: usize) -> Vec<Node> {
    let Some((&style, deeper)) = ladder.split_first() else { return Vec::new() };
    let count = least + seeded.below(3);
    let start = seeded.below(HEADINGS.len());
    (0..count)
        .map(|index| {
            let children = list(seeded, deeper, least);
            let heading = HEADINGS[(start + index) % HEADINGS.len()].to_owned();
            let body = if children.is_empty() { seeded.pick(&BODIES).to_owned() } else { String::new() };
            Node { style, number: u32::try_from(index).unwrap() + 1, marker: None, heading, body, children }
        })
        .collect()
}

fn plan(seeded: &mut Seeded, index: usize) -> Model {
    let ladders: [&[Style]; 3] = [
        &[Style::Dun, Style::Brackets, Style::Dot],
        &[Style::Dun, Style::Dot, Style::Round],
        &[Style::Dun, Style::Brackets, Style::Dot, Style::Round],
    ];
    let least = if index % 3 == 2 { 3 } else { 4 };
    let sections = list(seeded, ladders[index % 3], least);
    Model { title: format!("全市{}工作要点", HEADINGS[index]), contents: None, sections, cut: false }
}

fn statute(seeded: &mut Seeded, index: usize) -> Model {
    let mut number = 0;
    let mut sections = list(seeded, &[Style::Chapter, Style::Article, Style::Brackets], 4);
    for chapter in &mut sections {
        for (place, article) in chapter.children.iter_mut().enumerate() {
            number += 1;
            article.number = number;
            article.heading.clear();
            if place.is_multiple_of(2) {
                article.children.clear();
                article.body = format!("违反本办法规定的，由县级以上人民政府责令改正；{}", seeded.pick(&BODIES));
            } else {
                article.body = "有下列情形之一的，由县级以上人民政府责令改正：".to_owned();
                let last = article.children.len() - 1;
                for (place, point) in article.children.iter_mut().enumerate() {
                    point.heading.clear();
                    let sign = if place == last { "。" } else { "；" };
                    point.body = format!("{}{sign}", POINTS[place % POINTS.len()]);
                }
            }
        }
    }
    let contents = sections.iter().map(|node| format!("{} {}", marker(node.style, node.number, ""), node.heading));
    let contents = index.is_multiple_of(2).then(|| contents.collect());
    Model { title: format!("某市{}管理办法", HEADINGS[index]), contents, sections, cut: false }
}

fn taiwan(seeded: &mut Seeded, index: usize) -> Model {
    let ladders: [&[Style]; 2] =
        [&[Style::Formal, Style::Dun, Style::Brackets], &[Style::Dun, Style::Brackets, Style::ArabicDun]];
    fn dress(nodes: &mut [Node], seeded: &mut Seeded) {
        for node in nodes {
            let (heading, body) = TRADITIONAL[seeded.below(TRADITIONAL.len())];
            node.heading = heading.to_owned();
            node.body = if node.children.is_empty() { body.to_owned() } else { String::new() };
            dress(&mut node.children, seeded);
        }
    }
    let mut sections = list(seeded, ladders[index % 2], 4);
    dress(&mut sections, seeded);
    Model { title: "縣政府辦理學校環境教育實施計畫".to_owned(), contents: None, sections, cut: false }
}

fn standard(seeded: &mut Seeded, index: usize) -> Model {
    let depth = [Style::Decimal; 3];
    let mut sections = list(seeded, &depth[..2 + index % 2], 4);
    fn dress(nodes: &mut [Node]) {
        for node in nodes {
            // 标准的标题自成一行 The heading is a line of its own.
            if !node.body.is_empty() {
                node.body = format!("\n{}", node.body);
            }
            node.heading = node.heading.replace('。', "");
            dress(&mut node.children);
        }
    }
    dress(&mut sections);
    Model { title: format!("{}服务规范", HEADINGS[index]), contents: None, sections, cut: false }
}

/// The forty outlines.
fn models() -> Vec<Model> {
    let mut seeded = Seeded(2026);
    let makers: [fn(&mut Seeded, usize) -> Model; 4] = [plan, statute, taiwan, standard];
    (0..40).map(|index| makers[index % 4](&mut seeded, index / 4)).collect()
}

/// What should be said: a code, at this byte or (where `None`) anywhere.
type Expected = (Code, Option<usize>);

/// One kind of fault: changes the model and says what should be said, `None` where the model has no
/// place for it.
type Fault = fn(&mut Model, &mut Seeded) -> Option<Expected>;

/// A path that fits, drawn.
fn draw(model: &Model, seeded: &mut Seeded, fits: impl Fn(&mut Model, &[usize]) -> bool) -> Option<Vec<usize>> {
    let mut scratch = model.clone();
    let paths: Vec<_> = model.paths().into_iter().filter(|path| fits(&mut scratch, path)).collect();
    (!paths.is_empty()).then(|| paths[seeded.below(paths.len())].clone())
}

fn at(model: &Model, path: &[usize]) -> Option<usize> {
    model.write().1.get(path).copied()
}

fn last(path: &[usize]) -> usize {
    *path.last().unwrap()
}

fn moved(path: &[usize], by: usize) -> Vec<usize> {
    let mut path = path.to_vec();
    *path.last_mut().unwrap() += by;
    path
}

/// An inner member of a list of four or more.
fn inner(model: &mut Model, path: &[usize]) -> bool {
    let count = model.list(path).len();
    count >= 4 && last(path) > 0 && last(path) + 1 < count
}

fn drop_item(model: &mut Model, seeded: &mut Seeded) -> Option<Expected> {
    let path = draw(model, seeded, inner)?;
    if model.node(&path).style == Style::Chapter {
        return None; // its articles would go with it
    }
    model.list(&path).remove(last(&path));
    Some((Code::Gap, at(model, &path)))
}

fn double_number(model: &mut Model, seeded: &mut Seeded) -> Option<Expected> {
    let path = draw(model, seeded, inner)?;
    model.node(&path).number -= 1;
    Some((Code::Duplicate, at(model, &path)))
}

fn swap_numbers(model: &mut Model, seeded: &mut Seeded) -> Option<Expected> {
    let path = draw(model, seeded, |model, path| inner(model, path) && last(path) + 2 < model.list(path).len())?;
    model.node(&path).number += 1;
    let second = moved(&path, 1);
    model.node(&second).number -= 1;
    Some((Code::Backward, at(model, &second)))
}

fn start_at_two(model: &mut Model, seeded: &mut Seeded) -> Option<Expected> {
    let path = draw(model, seeded, |model, path| {
        last(path) == 0 && model.list(path).len() >= 4 && model.node(path).number == 1 && path.len() > 1
    })?;
    if model.node(&path).style == Style::Article {
        return None; // the articles run on
    }
    model.list(&path).remove(0);
    Some((Code::StartNotOne, at(model, &path)))
}

fn change_delimiter(model: &mut Model, seeded: &mut Seeded) -> Option<Expected> {
    let path = draw(model, seeded, |model, path| {
        inner(model, path) && matches!(model.node(path).style, Style::Dot | Style::Dun | Style::ArabicDun)
    })?;
    let node = model.node(&path);
    let own = marker(node.style, node.number, "");
    node.marker = Some(match node.style {
        Style::Dot => own.replace('.', "、"),
        Style::Dun => own.replace('、', "．"),
        _ => own.replace('、', "."),
    });
    Some((Code::MixedDelimiter, at(model, &path)))
}

fn drop_delimiter(model: &mut Model, seeded: &mut Seeded) -> Option<Expected> {
    let path = draw(model, seeded, |model, path| inner(model, path) && matches!(model.node(path).style, Style::Dot))?;
    let node = model.node(&path);
    node.marker = Some(node.number.to_string());
    Some((Code::LostDelimiter, at(model, &path)))
}

fn wrong_sign(model: &mut Model, seeded: &mut Seeded) -> Option<Expected> {
    let path = draw(model, seeded, |model, path| matches!(model.node(path).style, Style::Brackets))?;
    let node = model.node(&path);
    node.marker = Some(format!("{}、", marker(node.style, node.number, "")));
    Some((Code::WrongDelimiter, at(model, &path)))
}

fn other_width(model: &mut Model, seeded: &mut Seeded) -> Option<Expected> {
    let path = draw(model, seeded, |model, path| {
        inner(model, path) && matches!(model.node(path).style, Style::Brackets | Style::Round)
    })?;
    let node = model.node(&path);
    let own = marker(node.style, node.number, "");
    node.marker = Some(own.replace('（', "(").replace('）', ")"));
    Some((Code::MixedWidth, at(model, &path)))
}

fn half_brackets(model: &mut Model, seeded: &mut Seeded) -> Option<Expected> {
    let path = draw(model, seeded, |model, path| {
        inner(model, path) && matches!(model.node(path).style, Style::Brackets | Style::Round)
    })?;
    let node = model.node(&path);
    node.marker = Some(marker(node.style, node.number, "").replace('）', ""));
    Some((Code::UnbalancedBracket, at(model, &path)))
}

fn open_title(model: &mut Model, seeded: &mut Seeded) -> Option<Expected> {
    let path = draw(model, seeded, |model, path| model.node(path).body.len() > 60)?;
    let node = model.node(&path);
    node.body = format!("落实《工作意见，{}", node.body.trim_start());
    let (text, _) = model.write();
    Some((Code::UnbalancedBracket, text.find("《工作意见，")))
}

fn skip_level(model: &mut Model, seeded: &mut Seeded) -> Option<Expected> {
    let path = draw(model, seeded, |model, path| {
        let node = model.node(path);
        let below = node.children.first().is_some_and(|child| child.children.len() > 1);
        below && !matches!(node.style, Style::Chapter | Style::Article)
    })?;
    let node = model.node(&path);
    let deeper = node.children[0].children.clone();
    if deeper[0].style == Style::Decimal {
        for child in &mut node.children {
            child.children.clear();
        }
        let number = node.number;
        for (index, child) in node.children.iter_mut().enumerate() {
            child.marker = Some(format!("{number}.1.{}", index + 1));
        }
    } else {
        node.children = deeper;
    }
    let mut first = path;
    first.push(0);
    Some((Code::LevelSkipped, at(model, &first)))
}

fn reverse_level(model: &mut Model, seeded: &mut Seeded) -> Option<Expected> {
    // Only where （一） is not used elsewhere: else a reader, too, would take it for its own level.
    let path = draw(model, seeded, |model, path| {
        path.len() == 2 && model.node(path).style == Style::Dot && model.node(path).children.len() > 1
    })?;
    for child in &mut model.node(&path).children {
        child.style = Style::Brackets;
    }
    let mut first = path;
    first.push(0);
    Some((Code::LevelReversed, at(model, &first)))
}

fn break_reference(model: &mut Model, seeded: &mut Seeded) -> Option<Expected> {
    let path = draw(model, seeded, |model, path| model.node(path).body.starts_with("违反本办法规定"))?;
    model.node(&path).body = "违反本办法第九十八条规定的，责令改正。".to_owned();
    let (text, _) = model.write();
    Some((Code::DanglingReference, text.find("第九十八条")))
}

fn break_point(model: &mut Model, seeded: &mut Seeded) -> Option<Expected> {
    let path = draw(model, seeded, |model, path| model.node(path).body.starts_with("违反本办法规定"))?;
    let other = draw(model, seeded, |model, path| {
        model.node(path).style == Style::Article && !model.node(path).children.is_empty()
    })?;
    let reference = format!("第{}条第（九）项", chinese(model.node(&other).number));
    model.node(&path).body = format!("有{reference}情形的，责令改正。");
    let (text, _) = model.write();
    Some((Code::DanglingReference, text.find(&reference)))
}

fn break_part(model: &mut Model, seeded: &mut Seeded) -> Option<Expected> {
    let path = draw(model, seeded, |model, path| {
        let official = matches!(model.sections[0].style, Style::Dun) && model.title.starts_with('全');
        official && model.node(path).body.len() > 40
    })?;
    model.node(&path).body = "具体分工见第十八部分，由各单位落实。".to_owned();
    let (text, _) = model.write();
    Some((Code::DanglingReference, text.find("第十八部分")))
}

fn change_contents(model: &mut Model, seeded: &mut Seeded) -> Option<Expected> {
    let contents = model.contents.as_mut()?;
    let line = seeded.below(contents.len());
    let (marker, _) = contents[line].split_once(' ').unwrap();
    contents[line] = format!("{marker} 另一个标题");
    let changed = contents[line].clone();
    let (text, _) = model.write();
    Some((Code::ContentsMismatch, text.find(&changed)))
}

fn empty_item(model: &mut Model, seeded: &mut Seeded) -> Option<Expected> {
    let path = draw(model, seeded, |model, path| inner(model, path) && model.node(path).children.is_empty())?;
    let node = model.node(&path);
    node.heading.clear();
    node.body.clear();
    Some((Code::EmptyHeading, at(model, &path)))
}

fn mask(model: &mut Model, seeded: &mut Seeded) -> Option<Expected> {
    let path = draw(model, seeded, |model, path| model.node(path).body.contains('，'))?;
    let with = ["xx", "×××", "XX"][seeded.below(3)];
    let node = model.node(&path);
    node.body = node.body.replacen('，', &format!("{with}处，"), 1);
    let (text, _) = model.write();
    Some((Code::Placeholder, text.find(&format!("{with}处，"))))
}

fn cut_end(model: &mut Model, _: &mut Seeded) -> Option<Expected> {
    model.cut = true;
    Some((Code::TruncatedEnd, None))
}

fn single(model: &mut Model, seeded: &mut Seeded) -> Option<Expected> {
    let path = draw(model, seeded, |model, path| {
        let style = model.node(path).style;
        last(path) == 0 && path.len() > 1 && !matches!(style, Style::Article | Style::Chapter)
    })?;
    model.list(&path).truncate(1);
    Some((Code::SingleItem, at(model, &path)))
}

const FAULTS: [(&str, Fault); 20] = [
    ("drop an item", drop_item),
    ("double a number", double_number),
    ("swap two numbers", swap_numbers),
    ("start at 2", start_at_two),
    ("change a delimiter", change_delimiter),
    ("drop a delimiter", drop_delimiter),
    ("a sign behind brackets", wrong_sign),
    ("other width", other_width),
    ("half a pair of brackets", half_brackets),
    ("an open 《", open_title),
    ("skip a level", skip_level),
    ("reverse a level", reverse_level),
    ("a reference to no 条", break_reference),
    ("a reference to no 项", break_point),
    ("a reference to no 部分", break_part),
    ("change the contents", change_contents),
    ("nothing behind a marker", empty_item),
    ("mask a figure", mask),
    ("cut the end", cut_end),
    ("a list of one", single),
];

const PLANTED: usize = 2_000;

/// Codes that fall short of 95 %, and their floor, which may only rise. The faulted item is left out of
/// the outline, mostly in models of which [`MOST_NOISY`] speaks.
const BELOW: [(Code, usize); 1] = [(Code::MixedWidth, 93)];

/// How many of the forty sound outlines get a diagnostic.
const MOST_NOISY: usize = 6;

#[derive(Default)]
struct Tally {
    planted: usize,
    found: usize,
    fixes: usize,
    mended: usize,
    missed: Vec<String>,
}

#[test]
fn sound_outlines_have_nothing_to_say() {
    let said: Vec<String> = models()
        .iter()
        .filter_map(|model| {
            let (text, _) = model.write();
            let said = parse(&text).lint();
            (!said.is_empty()).then(|| {
                let lines: Vec<_> = said.iter().map(|it| format!("{}: {}", it.code, it.message.zh)).collect();
                format!("{}\n  {}", text.lines().next().unwrap(), lines.join("\n  "))
            })
        })
        .collect();
    // 99 % of forty would be all of them. In the others the outline lacks a stretch of sections, which no
    // check over the tree can mend; this number may only fall.
    assert!(said.len() <= MOST_NOISY, "{}", said.join("\n"));
}

#[test]
fn planted_faults_are_found_where_they_are() {
    let models = models();
    let mut seeded = Seeded(6);
    let mut tallies: BTreeMap<(Code, &str), Tally> = BTreeMap::new();
    let mut planted = 0;
    let mut turn = 0;
    while planted < PLANTED {
        let (name, fault) = FAULTS[turn % FAULTS.len()];
        turn += 1;
        let sound = &models[seeded.below(models.len())];
        let mut model = sound.clone();
        let Some((code, place)) = fault(&mut model, &mut seeded) else { continue };
        planted += 1;
        let (text, _) = model.write();
        let said = parse(&text).lint_with(&LintOptions::new());
        let tally = tallies.entry((code, name)).or_default();
        tally.planted += 1;
        let right =
            said.iter().find(|it| it.code == code && place.is_none_or(|place| it.span.range().contains(&place)));
        let Some(right) = right else {
            let around = place.map_or("", |place| text[place..].split('\n').next().unwrap());
            let instead: Vec<_> = said.iter().take(3).map(|it| format!("{} {:?}", it.code, it.found)).collect();
            tally.missed.push(format!("{} {around} | {}", sound.title, instead.join("; ")));
            continue;
        };
        tally.found += 1;
        if right.fix.is_some() {
            tally.fixes += 1;
            tally.mended += usize::from(apply_fixes(&text, std::slice::from_ref(right)) == sound.write().0);
        }
    }
    println!(
        "{:<22} {:<26} {:>7} {:>6} {:>7} {:>6} {:>6}",
        "code", "fault", "planted", "found", "recall", "fixes", "mended"
    );
    let mut by_code: BTreeMap<Code, (usize, usize)> = BTreeMap::new();
    let (mut fixes, mut mended) = (0, 0);
    for ((code, name), tally) in &tallies {
        let Tally { planted, found, fixes: own, mended: own_mended, missed } = tally;
        let recall = 100.0 * *found as f64 / *planted as f64;
        println!("{:<22} {name:<26} {planted:>7} {found:>6} {recall:>6.1}% {own:>6} {own_mended:>6}", code.name());
        for line in missed.iter().take(3) {
            println!("    missed: {line}");
        }
        let sums = by_code.entry(*code).or_default();
        *sums = (sums.0 + planted, sums.1 + found);
        (fixes, mended) = (fixes + own, mended + own_mended);
    }
    for (code, (planted, found)) in by_code {
        let least = BELOW.iter().find(|(below, _)| *below == code).map_or(95, |(_, least)| *least);
        assert!(found * 100 >= planted * least, "{code}: {found} of {planted}");
    }
    assert!(mended * 100 >= fixes * 95, "{mended} of {fixes} fixes give back the text");
}

#[test]
fn all_fixes_together_leave_no_fix_and_nothing_else_changes() {
    let mut seeded = Seeded(66);
    for (turn, model) in models().iter().cycle().take(120).enumerate() {
        let mut faulted = model.clone();
        let (_, fault) = FAULTS[turn * 7 % FAULTS.len()];
        if fault(&mut faulted, &mut seeded).is_none() {
            continue;
        }
        let (text, _) = faulted.write();
        let options = LintOptions::new();
        let fixed = parse(&text).fixed(&options);
        assert!(parse(&fixed).lint().iter().all(|it| it.fix.is_none()), "{fixed}");
        assert_eq!(parse(&fixed).fixed(&options), fixed);
        let (before, after) = (parse(&text), parse(&fixed));
        if before.lint().iter().all(|it| it.fix.is_none()) {
            assert_eq!(fixed, text);
        }
        let depths =
            |parsed: &gangmu::Parsed<'_>| parsed.document().walk().map(|place| place.depth()).collect::<Vec<_>>();
        if before
            .lint()
            .iter()
            .any(|it| matches!(it.code, Code::WrongDelimiter | Code::MixedWidth | Code::MixedDelimiter))
        {
            assert_eq!(depths(&before), depths(&after), "{text}");
        }
    }
}
