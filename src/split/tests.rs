//! Headings and bodies by their texts.

use super::{DECIMALS, Facts, Piece, SQUARE, Tally, Width, decide, end_of_article, has_unit, heads_parts};
use super::{is_of, is_spoken, look, numbers_articles, trim};
use crate::gap::is_blank;
use crate::scan::kind::{Kind, TABLE};
use crate::{Form, Section, Span, Unit, parse};

#[test]
fn sets_of_kinds_are_those_of_their_forms() {
    for row in &TABLE {
        let (kind, form) = (row.kind, row.style.form);
        assert_eq!(has_unit(kind), matches!(form, Form::Unit(_)), "{kind:?}");
        assert_eq!(numbers_articles(kind), form == Form::Unit(Unit::Article), "{kind:?}");
        assert_eq!(is_of(kind, DECIMALS), form == Form::Decimal, "{kind:?}");
        assert_eq!(is_of(kind, SQUARE), form == Form::Square, "{kind:?}");
        let spoken = matches!(form, Form::Shi | Form::Yao | Form::QiComma | Form::DiComma);
        assert_eq!(is_spoken(kind), spoken, "{kind:?}");
        let heads = matches!(kind, Kind::Dun | Kind::Formal | Kind::Stage | Kind::Module | Kind::Lesson);
        assert_eq!(heads_parts(kind), has_unit(kind) || heads, "{kind:?}");
    }
}

#[test]
fn blanks_at_the_ends_are_none_of_a_piece() {
    let ends = ["", " ", "\n", "\u{3000}", "\u{feff}", "\t ", "一", "。", "；", "x", "”", "\u{3000}一", " \n"];
    for before in ends {
        for begin in ends {
            for middle in ["", "一", "x", "一 二"] {
                for end in ends {
                    for behind in ends {
                        let text = format!("{before}{begin}{middle}{end}{behind}");
                        let from = before.len() as u32;
                        let to = (text.len() - behind.len()) as u32;
                        let span = Span::new(from, to);
                        let piece = &text[span.range()];
                        let front = piece.trim_start_matches(is_blank);
                        let start = to - front.len() as u32;
                        let expected = Span::new(start, start + front.trim_end_matches(is_blank).len() as u32);
                        assert_eq!(trim(&text, span), expected, "{text:?} {span:?}");
                    }
                }
            }
        }
    }
}

/// All that a piece of few signs and words shows, as an article and as an entry of one.
#[test]
fn what_shows_by_itself_is_what_a_closer_look_finds() {
    const PARTS: [&str; 14] =
        ["绿", "。", "；", ";", "：", "，", "\n", "（", "）", "是", "•", "！", "x", " 绿地认养期满一年"];
    let style = Tally { members: 4, labelled: 4, ..Tally::default() };
    let (mut articles, mut entries) = (0, 0);
    for chosen in 0..PARTS.len().pow(5) {
        let text: String = (0..5).map(|place| PARTS[chosen / PARTS.len().pow(place) % PARTS.len()]).collect();
        let whole = trim(&text, Span::new(0, text.len() as u32));
        let signs = text.char_indices().filter(|&(_, c)| "。；;：\n！".contains(c));
        let stops: Vec<_> = signs.map(|(at, _)| at as u32).collect();
        if let Some(behind) = end_of_article(&text, &stops, whole) {
            let plain = Facts::of_article(whole, behind);
            for has_children in [false, true] {
                let piece = Piece { kind: Kind::Article, has_children, ..piece(whole) };
                let mut shown = Facts::of(&piece);
                assert!(look(&text, &stops, &piece, None, &Width::none(), &mut shown).is_none());
                assert!(shown.place == plain.place && !shown.titled() && !shown.labelled(), "{text:?} {shown:?}");
                assert!(shown.parted == 0 && shown.run_in.is_none() && shown.may_be_seamed(), "{text:?} {shown:?}");
                let split = |facts| decide(&text, facts, &style, &style, None);
                assert_eq!(split(&shown), split(&plain), "{text:?}");
                articles += 1;
            }
        }
        let mut entry = Facts::of_entry(whole, Kind::BracketChinese, false, false);
        let (may, before) = (super::labels::may_have_label(&text, &stops), format!("{entry:?}"));
        super::labels::label_of_entry(&text, &stops, &mut entry);
        assert!(may || before == format!("{entry:?}"), "{text:?} {entry:?}");
        entries += usize::from(entry.shape == super::Shape::EntryLabel);
    }
    assert!(articles > 1000 && entries > 1000, "{articles} {entries}");
}

fn piece(whole: Span) -> Piece {
    let kind = Kind::Dot;
    let (start, clause, annexed, last) = (whole.start, false, false, false);
    Piece {
        kind,
        start,
        whole,
        has_children: false,
        heads_units: false,
        inline: false,
        in_article: false,
        clause,
        annexed,
        last,
    }
}

/// Marker and heading of every section, in text order.
fn headings(text: &str) -> Vec<String> {
    fn each(text: &str, sections: &[Section], out: &mut Vec<String>) {
        for section in sections {
            let heading = section.heading.map_or("-", |heading| &text[heading.range()]);
            out.push(format!("{}{heading}", &text[section.marker.span.range()]));
            each(text, &section.children, out);
        }
    }
    let parsed = parse(text);
    assert_eq!(parsed.document().check(text), Ok(()));
    let mut out = Vec::new();
    each(text, &parsed.document().sections, &mut out);
    out
}

#[test]
fn articles_and_their_entries_have_none() {
    let text = "第一章 总则\n第一条 为了管理，制定本办法。适用本市。\n第二条 禁止下列行为：\n（一）攀折；\n\
        （二）捕捞。\n前款由机构公示。\n第三条 本办法自公布之日起施行。";
    assert_eq!(headings(text), ["第一章总则", "第一条-", "第二条-", "（一）-", "（二）-", "第三条-"]);
}

#[test]
fn a_sentence_among_single_sentences_is_an_entry() {
    let text = "一、材料\n1.身份证原件和复印件一份；\n2.居住满一年的证明，由居委会出具；\n3.近期照片两张，须为白底彩色照片。\n二、时间\n即日起。";
    assert_eq!(headings(text), ["一、材料", "1.-", "2.-", "3.-", "二、时间"]);
}

#[test]
fn clauses_that_name_what_they_say() {
    let text = "第七条 适用法律和争议\n7.1 适用法律。本协议适用中国法律。\n7.2 争议管辖。双方先行协商。\n7.3 双方各执一份。协议自签字起生效。\n\
        第八条 其他\n未尽事宜另行商定。";
    assert_eq!(headings(text), ["第七条适用法律和争议", "7.1适用法律", "7.2争议管辖", "7.3-", "第八条其他"]);
}

#[test]
fn brief_sentences_are_headings() {
    assert_eq!(
        headings("一、加强领导。二、改进作风。三、严格执行。"),
        ["一、加强领导", "二、改进作风", "三、严格执行"]
    );
}

#[test]
fn heading_and_body_parted_by_nothing() {
    let text = "一、供养标准特困人员标准按低保标准的一点六倍确定。二、供养形式区民政部门应在一个月内落实。三、照料服务根据评估结果提供。";
    assert_eq!(headings(text), ["一、供养标准", "二、供养形式", "三、照料服务"]);
}

#[test]
fn the_words_of_a_document_say_where_a_text_begins() {
    // 员工 begins other sentences of the text; a noun closes each heading.
    let text = "一、病假规定员工凭诊断证明请病假，并在返岗以后的两个工作日以内把证明补交给人事。员工病愈后销假。\
        二、信息安全员工不得外传客户资料，违反的按照签订的劳动协议处理并赔偿全部损失。\
        三、远程办公需求经部门负责人同意后提出，每周不超过两日。";
    assert_eq!(headings(text)[..2], ["一、病假规定", "二、信息安全"]);
}

#[test]
fn a_first_sentence_is_not_parted() {
    let text = "一、经济发展稳中有进。全年完成投资三亿元，增长一成。二、城市建设提速增效。新建道路六条，改造小区九个。";
    assert_eq!(headings(text), ["一、经济发展稳中有进", "二、城市建设提速增效"]);
    let text = "一、创业贷款申请对象有哪几类？答：两类，分别是个人和企业，均须在本市。二、申请贷款最高多少额度？答：三十万元。";
    assert_eq!(headings(text), ["一、创业贷款申请对象有哪几类？", "二、申请贷款最高多少额度？"]);
}

#[test]
fn the_last_entry_of_a_list_has_a_paragraph_of_its_own() {
    let text = "一、材料（1）身份证；（2）居住证明；（3）近期照片两张。材料不全的，窗口一次告知。二、时间即日起。";
    assert_eq!(headings(text)[1..4], ["（1）-", "（2）-", "（3）-"]);
}

#[test]
fn a_number_as_a_subject_and_a_question_behind_its_label() {
    let text = "关于学习的要求1是带头学习。每周一次。2是严格自律。按时参加。3是抓好落实。月底检查。";
    assert_eq!(headings(text), ["1-", "2-", "3-"]);
    assert_eq!(
        headings("1.问：如何申请？\n答：到窗口。\n2.问：几天办好？\n答：三天。"),
        ["1.问：如何申请？", "2.问：几天办好？"]
    );
}

#[test]
fn a_sentence_with_a_paragraph_behind_it() {
    let entries = "一、材料\n1.户口簿和身份证的原件。\n2.其他有关资料。\n未按时到场的，视为放弃。\n二、时间\n五月。";
    assert_eq!(headings(entries), ["一、材料", "1.-", "2.-", "二、时间"]);
    let headed = "（一）消费稳步增长。\n零售额二百亿元。\n（二）投资突破六十亿。\n工业投资三十亿元。";
    assert_eq!(headings(headed), ["（一）消费稳步增长", "（二）投资突破六十亿"]);
}

#[test]
fn a_line_broken_as_printed_is_no_heading() {
    let text = "一、加分\n1.擔任校級委員會委員且為義務性者，每學年加一分，擔任召集人\n加二分。\n2.擔任指導老師，每學年加三分。\n\
        3.主持國際會議，每次加二分。\n二、附則\n略。";
    assert_eq!(headings(text), ["一、加分", "1.-", "2.-", "3.-", "二、附則"]);
    for (reference, broken) in [
        ("第九條第二項規定訂定之", true),
        ("第二十九条规定制定", true),
        ("第一百二十八条之一第三款", true),
        ("第九条例外", false),
        ("第九届会议", false),
        ("第九个重要的时期的下一条第二款", false),
    ] {
        let text = format!("第一條\n本辦法依學生法(以下簡稱本法)\n{reference}。\n第二條\n申請人應具備學籍。\n");
        assert_eq!(headings(&text)[0] == "第一條-", broken, "{reference}");
    }
    let named = "第一条 处罚\n第三条规定的行为，由主管部门处罚。\n第二条 复议\n第一条规定的处罚，可以申请复议。\n";
    assert_eq!(headings(named), ["第一条处罚", "第二条复议"]);
}

#[test]
fn a_cut_last_item_says_nothing_about_its_list() {
    assert_eq!(headings("一、加强领导。\n二、改进作风。\n三、"), ["一、加强领导", "二、改进作风", "三、-"]);
}

#[test]
fn lines_of_a_sentence_each_are_entries() {
    let text = "岗位要求\n1.本科以上学历，会计专业毕业\n2.三年以上同类工作经历，熟悉税法\n3.沟通协调能力强，有责任心\n4.能出差\n工作地点：城北\n";
    assert_eq!(headings(text), ["1.-", "2.-", "3.-", "4.-"]);
    assert_eq!(headings("一、报名\n二、初审\n三、面试，择优录用\n"), ["一、报名", "二、初审", "三、面试，择优录用"]);
}

#[test]
fn a_sentence_with_a_colon_inside_is_no_heading() {
    let text = "一、范围\n1.本公司提供的服务包括但不限于：代办、查询等。其中代办另行收费。\n2.服务时间、地点：工作日在大厅。\n";
    assert_eq!(headings(text), ["一、范围", "1.-", "2.服务时间、地点"]);
    let hours = "一、纪律\n1、每天8：30前到岗，不得迟到。\n2、离岗须登记。\n";
    assert_eq!(headings(hours), ["一、纪律", "1、-", "2、-"]);
}

#[test]
fn what_holds_if_one_of_these_is_so_is_no_heading() {
    let text = "一、停水条件有下列情形之一的，供水单位可以停水：（1）检修；（2）抢险。二、恢复程序有以下情形的，应当恢复供水：（1）检修完毕；（2）险情排除。";
    assert_eq!(headings(text)[0], "一、停水条件");
}

#[test]
fn a_bracket_around_a_part_ends_its_heading() {
    let text = "【第一章 总则】\n本会名为摄影会。\n【第二章 会员】\n第一条：年满十八周岁。\n第二条：热爱摄影。\n";
    assert_eq!(headings(text), ["第一章总则", "第二章会员", "第一条：-", "第二条：-"]);
}

#[test]
fn articles_with_headings() {
    // Some have a line for a heading, others none.
    let text = "第一条 本合同由双方签订。\n第二条 保险金额\n保险金额载于保单。\n第三条 本合同为期一年。\n";
    assert_eq!(headings(text), ["第一条-", "第二条保险金额", "第三条-"]);
    let text = "第一条制定目的为规范考勤，制定本办法。第二条工作时间公司每周工作五天，每天八小时。第三条请假类型\
        （一）年假：每年五天。（二）病假：凭证明。第四条打卡要求员工上下班均须打卡，漏打的三天内补。";
    assert_eq!(
        headings(text),
        ["第一条制定目的", "第二条工作时间", "第三条请假类型", "（一）年假", "（二）病假", "第四条打卡要求"]
    );
}

#[test]
fn a_term_and_its_foreign_words() {
    let text = "3 术语3.1   河岸 river bank指水面与陆地相接的地带。3.2 水 位 water level水面的高程，以米计。3.3 汛期flood season一年中涨水的时期。";
    assert_eq!(headings(text)[1..3], ["3.1河岸 river bank", "3.2水 位 water level"]);
}

#[test]
fn labels_in_an_article() {
    let text =
        "第一条 温度按照下列标准控制：\n（一）甲库：三十度以下；\n（二）乙库：二十度以下；\n（三）丙库：十度以下。\n";
    assert_eq!(headings(text), ["第一条-", "（一）甲库", "（二）乙库", "（三）丙库"]);
    let text = "第一条 报销遵循下列原则：（一）预算控制原则。无预算不支出。（二）分级审批原则。不得越级。\
        （三）先批后付原则。急用的补办手续。第二条 本制度由财务科解释。";
    assert_eq!(
        headings(text),
        ["第一条-", "（一）预算控制原则", "（二）分级审批原则", "（三）先批后付原则", "第二条-"]
    );
}

#[test]
fn the_words_of_a_heading_come_again_behind_it() {
    let text = "一、笔试笔试时间另行通知，内容为教育综合知识，满分一百分。二、体检体检标准参照公务员录用通用标准执行。\
        三、递交文件截止时间、会议地点递交文件截止时间为六月三日九时，会议在县城大厅进行。\
        四、本项目的特定资格要求：具有检验资质。";
    assert_eq!(headings(text), ["一、笔试", "二、体检", "三、递交文件截止时间、会议地点", "四、本项目的特定资格要求"]);
}

#[test]
fn three_ideographs_that_come_again() {
    let text = "一、防汛办公室办公室设在水利局，负责日常值守。二、履约保证金保证金为合同价的百分之五，验收后退还。\
        三、联系人王某某，电话见附表，工作日上午接听。";
    assert_eq!(headings(text)[..2], ["一、防汛办公室", "二、履约保证金"]);
}

#[test]
fn fields_below_a_heading() {
    let text = "三、获取招标文件时间：4月29日至5月8日，每天8:30至17:00。地点：县政务网方式：网上下载。四、联系1.采购人信息名 称：青河县第一中学\
        地　址：学府路8号电 话：1234567 2.代理机构信息名 称：诚达代理公司地　址：人民路2号电 话：7654321 3.项目联系方式项目联系人：\
        李工电 话：7654321";
    assert_eq!(headings(text), ["三、获取招标文件", "四、联系", "1.采购人信息", "2.代理机构信息", "3.项目联系方式"]);
    // A verb inside a label belongs to it.
    let text = "三、报名时间：六月一日。四、招标文件提供期限：3月1日至3月5日。五、评审方式：专家会审。";
    assert_eq!(headings(text), ["三、报名时间", "四、招标文件提供期限", "五、评审方式"]);
    let text = "一、活动安排1、“邻里书香”主题：一起读书时间：四月二日地点：社区广场（1）领导致辞（2）赠书";
    assert_eq!(headings(text)[1], "1、“邻里书香”");
    let text = "三、报名时间：6月1日至6月8日。四、培训活动时间：6月9日，培训活动地点：县党校。";
    assert_eq!(headings(text), ["三、报名时间", "四、培训活动时间"]);
}

#[test]
fn what_a_comma_cuts_off() {
    // The list goes on with the sentence: no heading ends so.
    let text = "一、服务内容1.1 经甲乙两家商定，（1）乙方每日清运。（2）甲方按月付费。1.2 任何一家停业的，（1）提前告知。（2）结清费用。";
    assert_eq!((&headings(text)[1], &headings(text)[4]), (&"1.1-".to_owned(), &"1.2-".to_owned()));
    // Its first words may be one.
    let text = "一、托管服务1.1 寄存物品登记双方按照物品清单逐件核对、拍照并在登记册上签名以后，（1）乙方核对物品。（2）甲方保存清单。\
        1.2 寄存物品用途双方按照登记册上写明的范围使用物品，超出范围的，（1）乙方不得使用物品。（2）甲方自行判断。二、生效本约定自签字之日起生效。";
    assert_eq!(
        (&headings(text)[1], &headings(text)[4]),
        (&"1.1寄存物品登记".to_owned(), &"1.2寄存物品用途".to_owned())
    );
}

#[test]
fn two_objects_of_one_length() {
    let text = "绿地管护方案一、基本原则（一）坚持以乡为主、合力推进把管护列入各乡目标，逐级签订责任书。（二）坚持建管并重、社会参与今年以来，三十人认养。\
        （三）坚持因地制宜鼓励种植乡土树种。";
    assert_eq!(headings(text)[1..], ["（一）坚持以乡为主、合力推进", "（二）坚持建管并重、社会参与", "（三）-"]);
    for (piece, characters) in [
        ("坚持以乡为主、合力推进把", 11),
        ("坚持建、管并重", 0),
        ("坚持先建后管，分类、分级", 0),
        ("统筹、推进", 0),
        ("坚持", 0),
    ] {
        assert_eq!(super::phrases::two_alike(piece), characters, "{piece}");
    }
}

#[test]
fn what_a_report_tells_of_each_side() {
    let text = "绿化工作总结一、主要工作（一）宣传发动方面全年张贴海报三百张。（二）栽植管护方面严格落实责任，补齐死树。\
        （三）在经费方面县里给予支持。";
    assert_eq!(headings(text)[1..], ["（一）宣传发动方面", "（二）栽植管护方面", "（三）-"]);
}

#[test]
fn labels_by_custom_behind_long_names() {
    let text = "课程大纲一、教学内容1. 果树修剪基础 (2 学时)主要内容：修剪的时期；工具的使用。2. 果园土肥水管理 (6 学时)主要内容：施肥；灌水。";
    assert_eq!(headings(text)[1..], ["1.果树修剪基础 (2 学时)", "2.果园土肥水管理 (6 学时)"]);
    let text = "绿化方案一、工作步骤（一）宣传发动 （2024年 3月底前完成）成立专班，分片包干。（二）集中栽植 （2024年 4月底前完成）按图栽植两千棵。";
    assert_eq!(headings(text)[1..], ["（一）宣传发动 （2024年 3月底前完成）", "（二）集中栽植 （2024年 4月底前完成）"]);
}

#[test]
fn nothing_below_a_heading() {
    let text = "三、评审专家（采购人代表）名单：王某、李某。四、其他补充事宜无五、公告期限三个工作日。";
    assert_eq!(headings(text)[..2], ["三、评审专家（采购人代表）名单", "四、其他补充事宜"]);
    let text = "七、其他事项（一）报名表见附件。（二）未尽事宜另行通知。八、公告期限自发布之日起三日。";
    assert_eq!(headings(text)[2], "（二）-");
}

#[test]
fn a_chapter_of_one_clause_behind_a_colon() {
    let text = "一、打架斗殴：总量下降，仍有反弹（一）整体情况本月接警九起。（二）分布情况城区六起。\
        二、背景：为什么要教？（一）学情学生多数没有学过。";
    assert_eq!(headings(text)[0], "一、打架斗殴：总量下降，仍有反弹");
    assert_eq!(headings(text)[3], "二、背景：为什么要教？");
}

#[test]
fn two_clauses_of_one_length() {
    let text = "四、工作要求1.提高认识，压实责任各单位主要负责人要亲自过问。2.严格审核，守住底线落实“三审三校”制度。\
        3.强化考核，严肃追责连续两个季度被通报的，扣减年度得分。";
    assert_eq!(headings(text)[1..], ["1.提高认识，压实责任", "2.严格审核，守住底线", "3.强化考核，严肃追责"]);
}

#[test]
fn lists_that_are_said_in_other_ways() {
    let text = "一是路面修好了。全年整修道路六条。二是灯亮起来了。新装路灯九百盏。\n\
        一是查隐患。二是清积水。三是疏通管网。四是备足沙袋。\n";
    assert_eq!(headings(text), ["一是路面修好了", "二是灯亮起来了", "一是-", "二是-", "三是-", "四是-"]);
}

#[test]
fn a_short_line_among_entries_with_stops() {
    let entries = "二、支部委员都要建立联系点，负责思想工作。\n三、及时宣传方针政策，提高觉悟。\n四、协助做好工作，搞好团结。\n五、听取群众的意见和要求，及时反映。\n六、做好本职工作。";
    let headings_of = |first: &str| headings(&format!("一、{first}\n{entries}")).swap_remove(0);
    assert_eq!(headings_of("指导思想和目标\n以正确的群众观为指导，坚持以人为本。"), "一、指导思想和目标");
    // The last one may be an entry without its stop.
    let last = format!(
        "一、提交材料，按时参加。\n{entries}\n七、自觉爱护公物\n报名要求：\n一、身体健康，年满十八岁。\n二、热爱劳动。"
    );
    assert_eq!(headings(&last)[6], "七、-");
    // Broken behind a foreign word.
    assert_eq!(headings_of("我们会集成地图 Android\n地图 SDK，用于展示。"), "一、-");
    // Where another ends without a stop too.
    let bare = "1.身份证\n2.居住证明，由居委会出具\n3.近期照片两张，白底\n4.户口本，原件和复印件\n5.其他材料\n以上材料请于三日内提交。";
    assert_eq!(headings(bare).pop().unwrap(), "5.-");
}

#[test]
fn values_of_fields_on_lines() {
    let text = "一、联系方式\n1、代理机构名称：某市招标公司\n联系人：张强\n联系电话：略\n2、采购人名称：某市测绘院\n联系人：李敏\n二、人生价值：三个统一\n全文如下。";
    assert_eq!(headings(text), ["一、联系方式", "1、代理机构名称", "2、采购人名称", "二、人生价值：三个统一"]);
    let text = "一、发售\n1．报名时间：2017-05-03至2017-05-12（双休日除外）\n逾期不予受理，请各单位注意。\n2．地点为一楼大厅。\n3．售价为三百元，售后不退。";
    assert_eq!(headings(text)[1], "1．报名时间");
}

#[test]
fn what_is_said_on_lines_of_its_own() {
    let text =
        "第一，网站策划\n包含：功能和特色。\n第二，网站定位\n包含：品牌和风格。\n第三，网站运营\n包含：设计和程序。";
    assert_eq!(headings(text), ["第一，网站策划", "第二，网站定位", "第三，网站运营"]);
    assert_eq!(headings("1. 打开文件夹 C:\\Users\\net，复制其中的文件。\n2. 关闭窗口。"), ["1.-", "2.-"]);
}

#[test]
fn what_follows_on_a_heading_by_custom() {
    for (sentence, heading) in [
        ("服务期限为3年，期满另议。", "-"),
        ("服务期限自签订之日起算，共计三年。", "服务期限"),
        ("活动目的为丰富校园生活，展示学生风采。", "活动目的"),
    ] {
        let text = format!("一、{sentence}二、各单位抓好执行。");
        assert_eq!(headings(&text)[0], format!("一、{heading}"), "{sentence}");
    }
}

#[test]
fn an_em_space_begins_a_paragraph() {
    let text = "1.1 文件读者\u{2003}\u{2003}本文件的读者为检验员。\u{2003}\u{2003}1.2 软件名称\u{2003}\u{2003}四则运算系统。\u{2003}\u{2003}1.3 提出者\u{2003}\u{2003}任务由教研室提出。";
    assert_eq!(headings(text), ["1.1文件读者", "1.2软件名称", "1.3提出者"]);
}

#[test]
fn who_holds_it_behind_a_heading() {
    let text = "一、系列活动1、书画展活动承办：书画社时间：四月。2、辩论活动承办：辩论协会时间：五月。";
    assert_eq!(headings(text), ["一、系列活动", "1、书画展活动", "2、辩论活动"]);
    let text = "四、响应文件提交截止时间：三日。地点：县城。五、开启时间：三日。地点：县城。";
    assert_eq!(headings(text), ["四、响应文件提交", "五、开启"]);
}

#[test]
fn a_short_line_in_an_article() {
    let text = |first: &str| {
        format!(
            "第一条 会员包括：\n（一）个人会员{first}具有中级以上职称的工程技术人员。\n（二）单位会员{first}愿意参加本会活动的各类单位。\n第二条 会员入会，应当提交申请。\n第三条 会员退会自由。"
        )
    };
    let found = ["（一）个人会员", "（二）单位会员"];
    assert_eq!(headings(&text("\n"))[1..3], found);
    assert_eq!(headings(&text(":"))[1..3], found);
    // A name and its value.
    let value = text(":").replace("人员。", "人员；").replace("单位。", "单位；");
    assert_eq!(headings(&value)[1..3], ["（一）-", "（二）-"]);
    // A line that was broken is the longest.
    let broken = text("应当是\n").replace("人员。", "\n人员。").replace("单位。", "\n单位。");
    assert_eq!(headings(&broken)[1..3], ["（一）-", "（二）-"]);
}

#[test]
fn labels_of_a_list_inside_a_sentence() {
    let text = "二、车辆分为三类：①通勤班车：早晚各两趟；②公务用车：凭单派出；③其他：按次租用。三、本办法六月起施行。";
    assert_eq!(headings(text)[1..4], ["①通勤班车", "②公务用车", "③其他"]);
    let text = text.replace('：', ":");
    assert_eq!(headings(&text)[1..4], ["①通勤班车", "②公务用车", "③其他"]);
    // One among entries without is said, not named.
    let text = "二、下列车辆不派：①年检过期的；②油料不足的；③注意：跨省的一律不派。三、本办法六月起施行。";
    assert_eq!(headings(text)[1..4], ["①-", "②-", "③-"]);
}

#[test]
fn a_bullet_before_the_next_marker_is_no_text() {
    let text = "补助要点。一、为鼓励社团活动，制定本要点。• 二、本要点由学务处执行。• 三、申请以十天为限。";
    assert_eq!(headings(text), ["一、-", "二、-", "三、-"]);
}

#[test]
fn a_question_keeps_its_mark() {
    assert_eq!(
        headings("一、怎么申请？\n答：网上申请。\n二、多久办好？\n答：三天。"),
        ["一、怎么申请？", "二、多久办好？"]
    );
}

#[test]
fn three_clauses() {
    let text = "一、提高站位，深化认识，切实增强抓好防汛工作的责任感近年来全县汛情多发，损失不小。各单位要引以为戒。\
        二、抓源头，控过程，水环境明显改善坚持每周巡河一次，全年清理垃圾九百吨。巡河记录按月公开。";
    assert_eq!(
        headings(text),
        ["一、提高站位，深化认识，切实增强抓好防汛工作的责任感", "二、抓源头，控过程，水环境明显改善"]
    );
}

#[test]
fn a_sentence_that_tells_is_no_heading_without_lines() {
    let text =
        "一、抓环境，树新风，村容大变样硬化巷道3公里，安装路灯85盏。红白喜事从简。二、办好民生实事。新建公厕六座。";
    assert_eq!(headings(text), ["一、-", "二、办好民生实事"]);
    assert_eq!(headings("一、今年，我们将办好下面十件同群众息息相关的实事：1.修路。2.通水。")[0], "一、-");
}

#[test]
fn how_it_went_belongs_to_its_subject() {
    let text = "一、示范带动作用更加突出认真落实河长制，巡河四千次。问题销号九成。二、水权改革步伐明显加快推进水价改革，减少用水一成。试点乡镇六个。\
        三、推动重点工程落地见效围绕饮水安全，建成水厂两座。受益群众三万人。";
    assert_eq!(headings(text), ["一、示范带动作用更加突出", "二、水权改革步伐明显加快", "三、推动重点工程落地见效"]);
    let text = "一、推动产业转型升级实施技改项目八个，投资三亿元。企业用电增长一成。二、推进企业提质增效落实减税政策，减税二百万元。";
    assert_eq!(headings(text)[0], "一、推动产业转型升级");
    // The second verb is part of the object.
    let text = "一、全力加强生态文明建设坚持绿色发展，完成造林三千亩。空气质量持续改善。二、全力加强作风效能建设坚持从严要求，查处问题十起。群众满意度提高。";
    assert_eq!(headings(text), ["一、全力加强生态文明建设", "二、全力加强作风效能建设"]);
}

#[test]
fn a_sentence_on_its_line_among_lines() {
    let text = "一、提高思想认识。\n各单位要认清当前形势。\n二、突出工作重点\n抓好排查和整改。\n三、强化督促检查\n每月通报一次。";
    assert_eq!(headings(text), ["一、提高思想认识", "二、突出工作重点", "三、强化督促检查"]);
}

#[test]
fn a_quotation_that_stays_open() {
    let text = "一、第八条改为第九条，修改为：“有下列情形之一的，可以申请补助：\n（一）房屋倒塌的；\n（二）绝收的。”\n二、删去第十条。";
    assert_eq!(headings(text)[0], "一、-");
    // The closing sign was lost.
    assert_ne!(headings(&text.replace('”', ""))[0], "一、-");
}

#[test]
fn what_is_dealt_with_and_who_does_it() {
    let text = "第一条 转让标的\n甲方转让的车位共三个。\n第二条 转让价款\n每个八万元。\n第三条 交付\n款清交付。";
    assert_eq!(headings(text), ["第一条转让标的", "第二条转让价款", "第三条交付"]);
    let broken = text.replace("转让标的\n", "为实现转让目标的\n");
    assert_eq!(headings(&broken)[0], "第一条-");
    let text = "1 租赁房屋1.1 甲方将位于南山市东岭区建设路28号的厂房租给乙方，面积八百平方米。厂房须保持原状。\
        1.2 租赁用途为仓储。1.3 房屋交付甲方应当在三日内交付。2 租期自签字起三年。";
    assert_eq!(headings(text)[1..4], ["1.1-", "1.2租赁用途", "1.3房屋交付"]);
}

#[test]
fn ordinals_before_two_clauses() {
    let text = "第一，提高认识，增强责任感\n招商是大事。\n第二，突出重点，提升实效\n要抓好项目。\n第三，强化保障，压实责任\n各级要尽责。";
    let found = ["第一，提高认识，增强责任感", "第二，突出重点，提升实效", "第三，强化保障，压实责任"];
    assert_eq!(headings(text), found);
    let spaced = text.replace('\n', "\u{3000}\u{3000}");
    assert_eq!(headings(&format!("讲话提纲\u{3000}\u{3000}{spaced}")), found);
}
