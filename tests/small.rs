//! Texts of a line or a few, each of which decides one rule: without that rule it is read otherwise.
//!
//! ```text
//! 第一，抓统筹：第二，抓落实！      第一，[] 第二，[]      marker [heading], - a level
//! ```

use gangmu::Parsed;

/// What it guards, the text, its outline.
type Case = (&'static str, &'static str, &'static str);

const CASES: [Case; 46] = [
    (
        "what is called something from there on is no heading",
        "（一）青河县科技局（以下简称县局）为加强管理，制定本办法。（二）工作目标到年底全面完成。（三）工作措施各单位按月报送。",
        "（一）[] （二）[工作目标] （三）[工作措施]",
    ),
    (
        "blanks behind the colon of a heading",
        "一、目标： \n1.快\n2.好\n二、措施：\u{3000}\n1.路\n2.桥",
        "一、[目标] -1.[] -2.[] 二、[措施] -1.[] -2.[]",
    ),
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
        "headings by custom run into one sentence",
        "1.加强领导各级要高度重视。2.完善机制建立台账制度。3.强化保障落实专项经费。",
        "1.[加强领导] 2.[完善机制] 3.[强化保障]",
    ),
    (
        "a blank parts, where it does in most items",
        "（一）加强组织领导 各部门要密切配合，形成工作合力，按期完成任务。\
         （二）完善工作机制 建立台账，逐项销号，定期通报进展情况。",
        "（一）[加强组织领导] （二）[完善工作机制]",
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
    (
        "four numbers missing are one list less likely than two lists",
        "2.主要任务：\n1.扩大规模\n2.提升质量\n3.优化结构\n6.保障措施",
        "2.[主要任务] -1.[] -2.[] -3.[] 6.[保障措施]",
    ),
    (
        "a list that begins at two is in the item before, unless nothing stands before it",
        "1.收件2.登记。\n（2）审核",
        "1.[收件] 2.[登记] -（2）[审核]",
    ),
    ("a decimal at the end is of its item", "3投资3.1", "3[投资] -3.1[]"),
    ("two digits and a dot are a number and no day", "11.培训12.考核", "11.[培训] 12.[考核]"),
    ("two words with numbers behind them are no two names of one thing", "5人员6.经费", "5[人员] 6.[经费]"),
    ("an item that begins with the list inside it", "场地1)①4.②\n\n2)", "1)[] -①[] -②[] 2)[]"),
    (
        "an item inside quotation marks is none that ends",
        "一、情况属实。“2.说明”，\n附则\n（一）解释",
        "一、[情况属实] （一）[解释]",
    ),
    ("a long subject is no heading", "一、全市城乡居民基本医疗保险制度本市继续推进。", "一、[]"),
    ("a chapter that a sentence ends with", "第一章。", ""),
    ("a number and a colon inside a sentence", "2题3：", ""),
    ("a reference to the next number", "1.\n的第二条\n第三条", "第二条[] 第三条[]"),
    (
        "a number said twice is one of the list inside only once",
        "3.事故1.原因。2.责任\n4.整改\n4.处理",
        "3.[事故] -1.[原因] -2.[责任] 4.[整改] 4.[处理]",
    ),
    ("a list of annexes ends where the first number comes again", "附件：1.名单\n1.总体要求", "1.[总体要求]"),
    ("contents with a leader of dots in pairs", "一、总则……3\n二、附则……5\n第一章 总则", "第一章[总则]"),
    ("contents with a leader of dots", "一、总则......3\n二、附则......5\n第一章 总则", "第一章[总则]"),
    (
        "contents go on by one number after the other",
        "目录\n一、总则\n1.范围\n2.依据\n3.原则\n一、说明",
        "一、[总则] -1.[范围] -2.[依据] -3.[原则] 一、[说明]",
    ),
    (
        "contents whose first entry is shorter than its heading end before the first section",
        "一、总则\n二、组织\n三、职责\n四、附则\n一、总体规定\n（五）适用于全市。\n二、组织\n设委员会，由市长任主任。\n\
         三、职责\n委员会每季度召开会议，研究部署。\n四、附则\n本办法自公布之日起施行，有效期五年。",
        "一、[总体规定] -（五）[适用于全市] 二、[组织] 三、[职责] 四、[附则]",
    ),
    (
        "two lists that share less than half of their items are two lists",
        "一、目标\n二、任务\n三、保障\n四、考核\n五、奖惩\n六、监督\n七、经费\n八、附则\n\
         一、目标明确，力争三年见效\n二、任务细化到岗到人\n三、保障\n四、考核\n五、总结",
        "一、[目标] 二、[任务] 三、[保障] 四、[考核] 五、[奖惩] 六、[监督] 七、[经费] 八、[附则] \
         一、[目标明确，力争三年见效] 二、[任务细化到岗到人] 三、[保障] 四、[考核] 五、[总结]",
    ),
    ("days of the week", "第一条星期一、星期二休息。", "第一条[]"),
    ("bullets before headings tell what a text holds", "• 一、目标\n• 二、任务", ""),
    ("half a bracket behind a closed one", "备注)1)登记", ""),
    (
        "a heading that begins two sentences of its article",
        "第九条奖金规定奖金为年终发放,需提前2个月\u{3000}提交考核。奖金每年核定",
        "第九条[奖金规定]",
    ),
    ("no seam in a line", "四、代表提问• 【？】", "四、[代表提问• 【？]"),
    ("three items of a few words are a list", "7更换；8检修；9住宿", "7[] 8[] 9[]"),
    ("a seam that is worth nothing", "1管理本机制2培训机制经费到位", "1[管理本机制] 2[培训机制经费到位]"),
    ("a heading ends behind a bracket", "1、重点（试行）凡为保密资料的，不得外传。", "1、[重点（试行）]"),
    ("a heading ends before a bullet", "4 管理•严格考核", "4[管理]"),
    ("a word said twice is no seam", "四、仪器清洗清洗（每周）", "四、[仪器清洗清洗（每周）]"),
    (
        "no seam behind the longest heading",
        "2责任和批经费保障1、经费保障（二）人员建立台账\u{3000}\u{3000}的工：按",
        "2[责任和批经费保障1、经费保障（二）人员建立台账\u{3000}\u{3000}的工：按]",
    ),
    (
        "two questions in one",
        "3.资格分是什么？排名分是什么？答：按表计算。4.何时公布？答：每年六月。",
        "3.[资格分是什么？排名分是什么？] 4.[何时公布？]",
    ),
    ("no seam at the stop", "1应当每年10%组织领导第二条第三条•加强组织领导\u{3000}\u{3000}、", "1[]"),
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

#[test]
fn the_length_of_a_heading_is_counted_in_characters() {
    for character in ["目", "𠀀", "a"] {
        for (length, is_heading) in [(48, true), (49, false)] {
            let line = character.repeat(length);
            let text = format!("一、{line}\n办理。\n二、任务\n按期。");
            let parsed = gangmu::parse(&text);
            assert_eq!(parsed.document().sections[0].heading.is_some(), is_heading, "{text}");
        }
    }
}

#[test]
fn the_contents_of_a_long_document_are_none_of_its_sections() {
    const NUMERALS: [&str; 12] = ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二"];
    let (mut contents, mut body) = ("目录\n".to_owned(), String::new());
    for chapter in NUMERALS {
        let head = format!("第{chapter}章 任务{chapter}\n");
        contents += &head;
        body += &head;
        for section in &NUMERALS[..3] {
            let head = format!("第{section}节 措施{section}{chapter}\n");
            contents += &head;
            body += &format!("{head}各单位按照要求办理，按期完成，年底前验收。\n");
        }
    }
    let text = contents + &body;
    let parsed = gangmu::parse(&text);
    assert_eq!(parsed.document().sections.len(), NUMERALS.len());
    assert_eq!(parsed.document().walk().count(), NUMERALS.len() * 4);
}
