//! Forty well-formed outlines of four families, made from a small stock of headings and sentences, and
//! written out as texts: plans, statutes with and without contents, Taiwan's plans, standards.

pub(crate) mod faults;

use std::collections::BTreeMap;

/// A section of the model.
#[derive(Debug, Clone)]
pub(crate) struct Node {
    pub(crate) style: Style,
    pub(crate) number: u32,
    /// What stands for the marker, where a fault changes it.
    pub(crate) marker: Option<String>,
    pub(crate) heading: String,
    pub(crate) body: String,
    pub(crate) children: Vec<Node>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Style {
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
pub(crate) struct Model {
    pub(crate) title: String,
    pub(crate) contents: Option<Vec<String>>,
    pub(crate) sections: Vec<Node>,
    /// Whether the text is broken off at the end.
    pub(crate) cut: bool,
}

pub(crate) const HEADINGS: [&str; 24] = [
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
pub(crate) const BODIES: [&str; 12] = [
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
    "按照某政发〔2024〕3号要求，制定方案，有序推进。",
];
pub(crate) const POINTS: [&str; 8] = [
    "未按时报送材料的",
    "擅自改变用途的",
    "提供虚假信息的",
    "拒绝接受检查的",
    "造成环境污染的",
    "损毁公共设施的",
    "泄露个人信息的",
    "影响公共安全的",
];
pub(crate) const TRADITIONAL: [(&str, &str); 8] = [
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
pub(crate) struct Seeded(pub(crate) u64);

impl Seeded {
    pub(crate) fn below(&mut self, most: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap() % most
    }

    pub(crate) fn pick<'a>(&mut self, stock: &[&'a str]) -> &'a str {
        stock[self.below(stock.len())]
    }
}

pub(crate) fn chinese(number: u32) -> String {
    pub(crate) const DIGITS: [&str; 10] = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九"];
    let (tens, ones) = (number as usize / 10, number as usize % 10);
    match tens {
        0 => DIGITS[ones].to_owned(),
        1 => format!("十{}", DIGITS[ones]),
        _ => format!("{}十{}", DIGITS[tens], DIGITS[ones]),
    }
}

pub(crate) fn marker(style: Style, number: u32, above: &str) -> String {
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
    pub(crate) fn write(&self) -> (String, BTreeMap<Vec<usize>, usize>) {
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

    pub(crate) fn node(&mut self, path: &[usize]) -> &mut Node {
        &mut self.list(path)[*path.last().unwrap()]
    }

    /// The list that holds the section of this path.
    pub(crate) fn list(&mut self, path: &[usize]) -> &mut Vec<Node> {
        let mut list = &mut self.sections;
        for &index in &path[..path.len() - 1] {
            list = &mut list[index].children;
        }
        list
    }

    pub(crate) fn paths(&self) -> Vec<Vec<usize>> {
        self.write().1.into_keys().collect()
    }
}

pub(crate) fn write(
    node: &Node,
    path: &mut Vec<usize>,
    above: &str,
    text: &mut String,
    places: &mut BTreeMap<Vec<usize>, usize>,
) {
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
pub(crate) fn list(seeded: &mut Seeded, ladder: &[Style], least: usize) -> Vec<Node> {
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

pub(crate) fn plan(seeded: &mut Seeded, index: usize) -> Model {
    let ladders: [&[Style]; 3] = [
        &[Style::Dun, Style::Brackets, Style::Dot],
        &[Style::Dun, Style::Dot, Style::Round],
        &[Style::Dun, Style::Brackets, Style::Dot, Style::Round],
    ];
    let least = if index % 3 == 2 { 3 } else { 4 };
    let sections = list(seeded, ladders[index % 3], least);
    Model { title: format!("全市{}工作要点", HEADINGS[index]), contents: None, sections, cut: false }
}

pub(crate) fn statute(seeded: &mut Seeded, index: usize) -> Model {
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

pub(crate) fn taiwan(seeded: &mut Seeded, index: usize) -> Model {
    let ladders: [&[Style]; 2] =
        [&[Style::Formal, Style::Dun, Style::Brackets], &[Style::Dun, Style::Brackets, Style::ArabicDun]];
    fn dress(nodes: &mut [Node], seeded: &mut Seeded) {
        let start = seeded.below(TRADITIONAL.len());
        for (place, node) in nodes.iter_mut().enumerate() {
            let (heading, body) = TRADITIONAL[(start + place) % TRADITIONAL.len()];
            node.heading = heading.to_owned();
            node.body = if node.children.is_empty() { body.to_owned() } else { String::new() };
            dress(&mut node.children, seeded);
        }
    }
    let mut sections = list(seeded, ladders[index % 2], 4);
    dress(&mut sections, seeded);
    Model { title: "縣政府辦理學校環境教育實施計畫".to_owned(), contents: None, sections, cut: false }
}

pub(crate) fn standard(seeded: &mut Seeded, index: usize) -> Model {
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
pub(crate) fn models(seed: u64) -> Vec<Model> {
    let mut seeded = Seeded(seed);
    let makers: [fn(&mut Seeded, usize) -> Model; 4] = [plan, statute, taiwan, standard];
    (0..40).map(|index| makers[index % 4](&mut seeded, index / 4)).collect()
}
