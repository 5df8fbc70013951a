//! Each weight decides something: set to 0 it changes how a text of `fixtures/` is read, or one of these few words.
//!
//! ```text
//! weight ─ 0 ─▶ another outline of its text, or of a fixture: else it is to be taken out of `weights.rs`
//! ```
//!
//! Most of these guard together with others: whole documents are read as before without one of them, a few words are not.

#![cfg(feature = "tuning")]
#![allow(clippy::unwrap_used)]

mod support;

use gangmu::tuning::{Scanned, Table};

/// A weight and the shortest text of ours that is read otherwise without it.
const TEXTS: [(&str, &str); 62] = [
    ("BiasUnit", "教学内容与要求第一章 绪论（2学时）1.教学内容："),
    ("BiasDun", "实验16）二、"),
    ("BiasCourse", "第一阶段：占四成。"),
    ("BiasDotDun", "举报电话：110、"),
    ("BiasHalf", "3）天数“登录”。"),
    ("BiasShi", "三是公示监督电话。三、"),
    ("BiasRoman", "Ⅰ、出车。"),
    ("BiasStem", "架设线路600米。\n丙、试机。"),
    ("BiasSquare", "［1］能效标识："),
    ("LostBracket", "一、摸排阶段（一摸清家底。"),
    ("OddDelimiter", "3】救援。"),
    ("BeforeSemi", "查事实；二、"),
    ("BeforeColon", "请求：1、"),
    ("BeforeComma", "本院认为，第一，"),
    ("BeforeOpen", "（第一章 总述"),
    ("BeforeIndent", "用户投诉当日回应\u{3000}\u{3000}二、"),
    ("BeforeBullet", "二、活动安排• 1、"),
    ("BulletOuter", "• 一、读书节书目\n• 二、诵读篇目\n"),
    ("WordBeforeUnit", "张强第一条 合同期限为三年。"),
    ("CommaBeforeSaid", "督导评价。第一、三季度自查，第二、"),
    ("LineInnerSoft", "（三）投资优。一是看总量，二看结构。\n三、下步打算\n"),
    ("AfterNumeral", "\n3.一网通办："),
    ("AfterDun", "1）、2）两项合并。"),
    ("AfterStop", "2.8:40前到场签到；"),
    ("AfterClose", "\n（一）”的规定办理。"),
    ("AfterReference", "2.第二阶段查餐具。"),
    ("AfterOther", "事件分级。Ⅰ、Ⅱ级响应由市级启动，"),
    ("InTitle", "《城市规划（一）修订稿》已印发。"),
    ("InParen", "（说明。1.身份证"),
    ("Referred", "2.2 版本更新至3.2.1后，"),
    ("Named", "3、某事。附件1、登记表。2、后事。"),
    ("Counted", "市县各半。3、2026年投入900万元。"),
    ("CountedDecimal", "6.8%。"),
    ("AnewTop", "填表说明：1.用黑色笔。"),
    ("AnewInner", "（二）关于退赔。确已退赔，予以考虑。\n上述事实，有下列证据证明：\n1．被害人陈述；"),
    ("WeakRunOn", "二、乙。2.戊。3.子。一、甲。4壬。"),
    ("DecimalZero", "旧的 1.0 格式不再支持。3.2. 取得源码 下载最新的 1.0.2-1 版本，解压后进入目录。"),
    ("GapOne", "二、三产业实践基地轮流接待学生，每月逢五、十、十五日开放。四、"),
    ("RunOn", "2．被告登记信息\n二、证明买卖关系的证据\n3．收据三张\n4．聊天记录公证书\n三、证明损失的证据\n"),
    ("AdjacentChild", "1.（1）甲。"),
    ("PrefixMiss", "33 记录3.1 逐日登记。"),
    ("BiasYao", "三要实。"),
    ("BiasLetter", "A.启动。"),
    ("BareDun", "一 章 总 "),
    ("BareDot", "6月度考核，"),
    ("BareBlank", "速冻虾仁危害分析计划 1 产品描述 1.1 品名："),
    ("BeforeStart", "119、"),
    ("BeforeDun", "一、总体情况\n一季度，全区一、二、"),
    ("BeforeLetter", "V1.4家企业4月1日上线，"),
    ("Spaced", "活动安排• 1、好书漂流：每班捐书三十本，月底互换；• 2、"),
    ("AfterUnit", "\n2.百店千品："),
    ("AfterReferenceUnit", "第三条规定，"),
    ("InWord", "全面推行多证合一、一照一码。二、"),
    ("BiasDecimalOne", "\n（3）宣传组。\n3 响应\n"),
    ("GapMore", "\n一车一卡，公开油耗。四、"),
    ("OpenFirst", "119、"),
    ("SingleEnd", "3.\n三、\n"),
    ("WeakOpen", "A.启动。"),
    ("AfterBlank", "3 场所\n3"),
    ("Heads", "乙某.图书馆学基础.某某出版社2. 总体说明2.1 "),
    ("PrefixMatch", "3处置3.1"),
    ("ColonChild", "五、发生事故立即报告，电话：119、"),
];

#[test]
fn each_weight_decides_something() {
    let with = Table::default();
    let mut fixtures: Vec<Scanned> = support::fixtures().iter().map(|fixture| Scanned::new(&fixture.text)).collect();
    let read: Vec<_> = fixtures.iter_mut().map(|fixture| fixture.outline(&with)).collect();
    for (name, _) in TEXTS {
        assert!((0..Table::len()).any(|index| Table::name(index) == name), "no weight is named {name}");
    }
    let mut idle = Vec::new();
    for index in 0..Table::len() {
        let (name, mut without) = (Table::name(index), with.clone());
        without.set(index, 0);
        let mut texts = TEXTS.iter().filter(|(of, _)| *of == name);
        let by_text = texts.any(|(_, text)| {
            let mut text = Scanned::new(text);
            text.outline(&with) != text.outline(&without)
        });
        if !by_text && fixtures.iter_mut().zip(&read).all(|(fixture, read)| fixture.outline(&without) == *read) {
            idle.push(name);
        }
    }
    assert!(idle.is_empty(), "without these every outline stays as it is: {idle:?}");
}
