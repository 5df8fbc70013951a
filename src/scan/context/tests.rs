//! The lists of characters, by words: each of them in a word where it has its meaning, and in one where it has not.
//!
//! ```text
//! 3 | 种作物    a unit: 3 counts          3 | 种植面积    a word that a heading begins with
//! ```

use super::{After, after, is_measure, is_value, names_holiday, names_number, refers, starts_anew};

/// The texts of which `holds` is not what it should be.
fn wrong<'a>(texts: &'a [&'a str], should: bool, holds: impl Fn(&str) -> bool) -> Vec<&'a str> {
    texts.iter().copied().filter(|text| holds(text) != should).collect()
}

const COUNTED: [&str; 80] = [
    "秒内",
    "岁以上",
    "吨煤",
    "辆车",
    "栋楼",
    "亩地",
    "倍多",
    "%",
    "％的",
    "℃",
    "‰",
    "幅画",
    "株树",
    "瓶水",
    "桶油",
    "册书",
    "斤米",
    "尺布",
    "元钱",
    "月内",
    "月份",
    "号楼",
    "万元",
    "千人",
    "百人",
    "届会",
    "座桥",
    "间房",
    "季稻",
    "页纸",
    "克盐",
    "所学校",
    "种作物",
    "套房",
    "室一厅",
    "字以内",
    "公里",
    "公斤",
    "小时",
    "平方米",
    "立方米",
    "本书",
    "年底",
    "日前",
    "时许",
    "分钟",
    "周内",
    "天内",
    "个月",
    "個月",
    "名干部",
    "位专家",
    "人次",
    "户居民",
    "项工作",
    "条意见",
    "章内容",
    "节课",
    "批物资",
    "次会议",
    "类人员",
    "级响应",
    "层楼",
    "里路",
    "台设备",
    "口井",
    "例病例",
    "步走",
    "度角",
    "点钟",
    "成以上",
    "家企业",
    "组数据",
    "片林地",
    "处景点",
    "份材料",
    "支队伍",
    "期工程",
    "场演出",
    "只羊",
];
const MORE_COUNTED: [&str; 10] =
    ["头牛", "张桌子", "行字", "列火车", "卷书", "班岗", "队人马", "版报纸", "楼大厅", "来个"];

const HEADINGS: [&str; 73] = [
    "元旦活动",
    "月度计划",
    "号召",
    "万一",
    "千方百计",
    "百姓关切",
    "届时",
    "座谈会",
    "间接费用",
    "季度计划",
    "页面设计",
    "克服困难",
    "所有制",
    "种植面积",
    "套餐",
    "室内环境",
    "字体",
    "公开招标",
    "小区管理",
    "平台建设",
    "立项",
    "本地情况",
    "年度计划",
    "日常管理",
    "时间安排",
    "分类管理",
    "周边环境",
    "天然气",
    "个体经营",
    "個體",
    "名称",
    "位置",
    "人员",
    "户籍管理",
    "项目管理",
    "条件",
    "章程",
    "节约用水",
    "批准文号",
    "次要原因",
    "类别",
    "级别",
    "层级管理",
    "里程碑",
    "台账",
    "口岸",
    "例会制度",
    "步骤",
    "度假区",
    "点面结合",
    "成立机构",
    "家庭情况",
    "组织领导",
    "片区划分",
    "处置办法",
    "份额",
    "支持政策",
    "期限",
    "场所",
    "只有",
    "头部企业",
    "张贴",
    "行政管理",
    "列入预算",
    "卷宗",
    "班子建设",
    "队伍建设",
    "版本",
    "楼宇经济",
    "升级改造",
    "来源",
    "來源",
    "总则",
];

#[test]
fn units_and_the_words_that_begin_alike() {
    let counts = |text: &str| after(text) == After::Unit;
    assert_eq!(wrong(&COUNTED, true, counts), [""; 0]);
    assert_eq!(wrong(&MORE_COUNTED, true, counts), [""; 0]);
    assert_eq!(wrong(&HEADINGS, false, counts), [""; 0]);
}

#[test]
fn what_is_counted_in_order_and_days_of_the_week() {
    assert_eq!(
        (after("第一次批评"), after("第2批名单"), after("第一款")),
        (After::Word, After::Word, After::Reference)
    );
    assert!(super::is_weekday("10月13日", "前上傳") && super::is_weekday("于3月5日", "9:00"));
    assert!(!super::is_weekday("10月13日", "报名办法") && !super::is_weekday("今日", "前往"));
}

#[test]
fn what_days_and_times_end_with() {
    for ends in ["2025-11-05", "于2021.07.01", "上午9:30", "14:05"] {
        assert!(super::ends_day_or_time(ends), "{ends}");
    }
    for other in ["27001:20", ":30", "9:75", "2025-11.05", "1.2.3", ""] {
        assert!(!super::ends_day_or_time(other), "{other}");
    }
}

#[test]
fn words_and_signs_that_a_figure_follows() {
    assert!(
        super::leads_to_figure("托位数达到") && super::leads_to_figure("加水约") && !super::leads_to_figure("工作安排")
    );
    assert!(super::ends_with_relation("量杯×") && super::ends_with_relation("厚度≥"));
    assert!(!super::ends_with_relation("增长××") && !super::ends_with_relation("增长"));
}

#[test]
fn measures_and_the_words_that_begin_alike() {
    let measures = [
        "%",
        "％",
        "‰",
        "℃",
        "°",
        "亿元",
        "億元",
        "萬元",
        "倍",
        "吨",
        "亩",
        "毫米",
        "厘米",
        "岁",
        "公里",
        "公顷",
        "平方米",
        "立方米",
        "个百分点",
        "小时",
        "万元",
        "元",
        "千米",
        "米",
        "克",
        "升",
        "微克",
        "度",
        "级地震",
        "分",
        "成",
        " 亿元",
        "kg；",
        "mm厚",
        "MPa",
        "L装",
        "kg 12",
        "GB/日",
        "GB 2 块",
    ];
    let words = [
        "公司",
        "平台",
        "立项",
        "个体",
        "小区",
        "万一",
        "元旦",
        "千方百计",
        "面积",
        "克服",
        "升级",
        "微信",
        "度假",
        "级别",
        "分类",
        "成立",
        "家",
        "座",
        "名",
        "总则",
        "",
        "kgs",
        "GB 26860",
        "GB5749",
        "GB/T 5750",
        "A类",
        "MyISAM",
        "Linux",
    ];
    assert_eq!(wrong(&measures, true, is_measure), [""; 0]);
    assert_eq!(wrong(&words, false, is_measure), [""; 0]);
}

#[test]
fn what_goes_on_with_a_reference() {
    let references = [
        "的规定",
        "项规",
        "款所",
        "和第",
        "与第",
        "及第",
        "至第",
        "或者",
        "第二款",
        "之规定",
        "等规定",
        "规定的",
        "所列",
        "所称",
        "所述",
        "所指",
        "所定",
        "中的",
        "以上",
        "以下",
        "以外",
        "以内",
        "情形",
        "进行",
        "内容",
    ];
    let words =
        ["规划", "所有", "中国", "中央", "中小学", "中心", "以人为本", "情况", "进度", "内部", "目标管理", "总则"];
    let refers = |text: &str| matches!(after(text), After::Reference | After::Unit);
    assert_eq!(wrong(&references, true, refers), [""; 0]);
    assert_eq!(wrong(&words[..10], false, refers), [""; 0]);
}

#[test]
fn what_a_reference_follows() {
    let before = [
        "除",
        "参见",
        "参见本编",
        "具有",
        "按",
        "和",
        "与",
        "及",
        "至",
        "、",
        "或",
        "《办法》",
        "由",
        "第",
        "条",
        "章",
        "依照",
        "按照",
        "参照",
        "根据",
        "依据",
        "违反",
        "适用",
        "符合",
        "执行",
        "本法",
        "本办法",
        "本条例",
        "细则",
        "规则",
        "解释",
        "刑法典",
        "或者",
        "同时",
        "上述",
        "下列",
        "本规定",
        "本制度",
        "本章程",
        "本合同",
        "本管理制度",
        "二、将",
        "原",
        "合并为",
        "删去",
        "增加",
    ];
    let others = [
        "草原",
        "行为",
        "过去",
        "参加",
        "光照",
        "数据",
        "反",
        "使用",
        "联合",
        "行",
        "做法",
        "案例",
        "原则",
        "注释",
        "词典",
        "记者",
        "届时",
        "论述",
        "陈列",
        "一般规定",
        "稳定",
        "程度",
        "合同",
        "决议",
        "总则",
        "",
    ];
    assert_eq!(wrong(&before, true, refers), [""; 0]);
    assert_eq!(wrong(&others, false, refers), [""; 0]);
}

#[test]
fn what_has_a_number_of_its_own() {
    let named = |text: &str| names_number(text, "2 目标");
    let before = [
        "图", "表", "问", "例", "附件", "附录", "附錄", "专栏", "动议", "公式", "样本", "提案", "方案", "情形", "任务",
        "模块", "阶段", "项目",
    ];
    let others =
        ["文件", "记录", "跑栏", "会议", "方式", "文本", "档案", "地形", "业务", "地块", "手段", "题目", "目标", ""];
    assert_eq!(wrong(&before, true, named), [""; 0]);
    assert_eq!(wrong(&others, false, named), [""; 0]);
    // 任务1、摸底: the title of an item.
    assert!(!names_number("任务", "1、摸底") && !names_number("方案", "12、摸底") && names_number("附件", "1、名单"));
}

#[test]
fn what_starts_anew() {
    let heads = [
        "附件",
        "附件1",
        "附件一",
        "附件 2：名单",
        "附录A",
        "附表3",
        "附錄",
        "附：名单",
        "附:名单",
        "附相关法律条文：",
        "附本判决所依据的法律规定\n",
        "名词解释",
        "注释",
        "参考文献",
    ];
    let spoken_of = [
        "附件的",
        "附件1的",
        "附件一中",
        "附件2所列",
        "附件A和",
        "附件一、附件二",
        "附件）",
        "附则",
        "附近",
        "附有法律依据的",
        "名词",
        "注意",
    ];
    assert_eq!(wrong(&heads, true, starts_anew), [""; 0]);
    assert_eq!(wrong(&spoken_of, false, starts_anew), [""; 0]);
}

#[test]
fn a_day_in_figures() {
    for day in ["97.4.22", "105.04.19", "105.04.19 增訂", "199.12.31"] {
        assert!(super::is_day(day.as_bytes()), "{day}");
    }
    // More digits than a number of the machine holds among them.
    for none in ["97.4.22.1", "39.4.22", "97.13.1", "97.4.32", "97.4", "97", "", "999999999999", "97.999999999.1"] {
        assert!(!super::is_day(none.as_bytes()), "{none}");
    }
}

#[test]
fn holidays_are_no_numbers() {
    for (month, rest) in [(7, "一建党节"), (5, "四”运动"), (5, "一期间"), (8, "一前夕"), (6, "一儿童节")]
    {
        assert!(names_holiday(month, rest), "{month} {rest}");
    }
    for (month, rest) in [(7, "一般事项"), (5, "四类人员"), (4, "一期间"), (7, "二期间"), (5, ""), (5, "一")]
    {
        assert!(!names_holiday(month, rest), "{month} {rest}");
    }
}

#[test]
fn a_figure_in_a_field() {
    for (before, rest, value) in [
        ("隐私政策版本：", "3.2生效日期", true),
        ("DOI：", "10.1392/j.2023", true),
        ("成交金额:", "95.4000（万元）", true),
        ("成交金额：", "1.材料费", false),
        ("办理流程：", "1.1受理", false),
        ("版本：", "三点二", false),
        ("版本号：", "03　页码：1", true),
        ("批次：", "2\n", true),
        ("编号：", "1.材料费", false),
        ("名称：", "1 材料", false),
        ("", "", false),
    ] {
        assert_eq!(is_value(before, rest), value, "{before}{rest}");
    }
}
