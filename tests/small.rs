//! Texts of a line or a few, each of which decides one rule: without that rule it is read otherwise.
//!
//! ```text
//! 第一，抓统筹：第二，抓落实！      第一，[] 第二，[]      marker [heading], - a level
//! ```

use gangmu::Parsed;

/// What it guards, the text, its outline.
type Case = (&'static str, &'static str, &'static str);

const CASES: [Case; 13] = [
    ("a blank stands before half a bracket", "2、甲方 1）开具发票；2）按期付款。", "2、[甲方] -1）[] -2）[]"),
    (
        "contents numbered as the text is not, before lettered items",
        "目录\n1 总则\n2 组织\n4 附则\nA.适用范围；\nB.术语定义；\nC.一般要求。",
        "",
    ),
    (
        "contents numbered as the text is not, before chapters",
        "目录\n一、总则\n二、组织\n三、职责\n四、附则\n第一章 总则\n第一条 为了规范管理，制定本办法。\n\
         第二条 本办法适用于本市。\n第二章 组织\n第三条 设委员会。",
        "第一章[总则] -第一条[] -第二条[] 第二章[组织] -第三条[]",
    ),
    (
        "a heading that runs into its text is not seen in one sentence",
        "1.加强领导各级要高度重视。2.完善机制建立台账制度。3.强化保障落实专项经费。",
        "1.[] 2.[] 3.[]",
    ),
    (
        "nor before a blank",
        "（一）加强组织领导 各部门要密切配合，形成工作合力，按期完成任务。\
         （二）完善工作机制 建立台账，逐项销号，定期通报进展情况。",
        "（一）[] （二）[]",
    ),
    (
        "a heading runs into a text that repeats its last word",
        "一、经费活动经费从会费中列支。二、场地活动场地由社区提供。三、人员活动人员自愿报名。",
        "一、[经费活动] 二、[场地活动] 三、[人员活动]",
    ),
    ("a number said twice is twice an item", "第一，抓统筹：第二，抓落实！第二，抓考核", "第一，[] 第二，[] 第二，[]"),
    ("a blank of full width at the front", "\u{3000}一、目标。\u{3000}二、任务。", "一、[目标] 二、[任务]"),
    (
        "line breaks of Unicode",
        "工作\u{2028}一、目标\u{2029}二、任务\u{2028}三、保障",
        "一、[目标] 二、[任务] 三、[保障]",
    ),
    ("one that is no more a list than a word", "各部门一要加强配合。", ""),
    ("an amount is no number of a section", "增长1 %以上，减少2 %。", ""),
    ("telephone numbers in brackets", "联系电话（027-8765 4321）。一、时间。二、地点。", "一、[时间] 二、[地点]"),
    ("references to items of a list", "根据（二）、3.有关规定。1.目标。2.任务。3.保障。", "1.[目标] 2.[任务] 3.[保障]"),
];

fn drawn(parsed: &Parsed<'_>) -> String {
    let section = |place: gangmu::Place<'_>| {
        let heading = place.section.heading.map_or("", |heading| parsed.text_of(heading));
        format!("{}{}[{heading}]", "-".repeat(place.ancestors.len()), parsed.text_of(place.section.marker.span))
    };
    parsed.document().walk().map(section).collect::<Vec<_>>().join(" ")
}

#[test]
fn small_texts_are_read_as_they_are_meant() {
    let wrong: Vec<_> = CASES
        .iter()
        .map(|&(why, text, expected)| (why, drawn(&gangmu::parse(text)), expected))
        .filter(|(_, found, expected)| found != expected)
        .collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
}
