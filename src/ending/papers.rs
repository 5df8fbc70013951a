//! How papers of one kind end by custom: judgments, decisions that amend, contracts, minutes, papers that are signed off.
//!
//! ```text
//! 二、驳回其他诉讼请求。｜如不服本判决，可以…上诉于…。      a judgment
//! 四、删去第八条。｜此外，…。《绿地办法》根据本决定作相应修改，重新公布。   a decision that amends
//! 第九条 一式两份。｜甲方：　　　乙方：                   a contract
//! 三、同意立项。…｜出席：王某　列席：李某                  minutes
//! 5.2 退回供方。｜编制：王某　审核：李某　批准：陈某        a paper that is signed off
//! ```
//!
//! Each begins with a word that bodies hold as well, so that each asks for a second sign.

use std::sync::LazyLock;

use regex::Regex;

use super::Unit;
use crate::gap::is_blank;
use crate::pattern::pattern;
use crate::seek;

/// Whether one of these endings begins here.
pub(super) fn ends_paper(unit: Unit<'_>) -> bool {
    let Unit { rest, .. } = unit;
    match rest.chars().next().unwrap_or(' ') {
        '如' | '案' => ends_judgment(rest),
        '本' => ends_judgment(rest) || ends_amendment(unit),
        '此' | '《' | '根' => ends_amendment(unit),
        '甲' => ends_contract(rest),
        '出' | '列' | '请' | '缺' | '记' => ends_minutes(unit),
        '编' | '拟' | '起' | '制' | '审' | '校' | '复' | '核' => SIGNED_OFF.is_match(rest),
        _ => false,
    }
}

/// What a judgment says of itself behind its last item.
const OF_JUDGMENTS: [&str; 6] =
    ["如果未按本判决", "如未按本判决", "如不服本判决", "如不服本裁定", "本判决为终审", "本裁定为终审"];

/// Whether a judgment ends here. Of its costs a contract and a rule may speak as well: the bench or the appeal stands below.
fn ends_judgment(rest: &str) -> bool {
    let costs = || {
        let solid: String = rest.chars().filter(|&c| !is_blank(c)).collect();
        ["审判员", "审判长", "书记员", "上诉于"].iter().any(|word| solid.contains(word))
    };
    OF_JUDGMENTS.iter().any(|words| rest.starts_with(words)) || rest.starts_with("案件受理费") && costs()
}

/// Whether the last paragraphs of a decision that amends others begin here.
fn ends_amendment(unit: Unit<'_>) -> bool {
    const BEGINS: [&str; 3] = ["此外，", "本决定自", "根据本决定"];
    let Unit { rest, head, .. } = unit;
    let again = |text: &str| seek::word(text, "根据本决定").is_some() && seek::word(text, "重新公布").is_some();
    if let Some(named) = rest.strip_prefix('《') {
        return again(named.get(..seek::word(named, "。").unwrap_or(named.len())).unwrap_or(""));
    }
    BEGINS.iter().any(|words| rest.starts_with(words)) && again(rest)
        // 四、删去第八条。｜本决定自公布之日起施行。
        || rest.starts_with("本决定自") && seek::word(head, "条").is_some() && super::is_in_force(rest)
}

/// The lines to sign on below a contract: nothing behind the name of the first party, a seal, or what else is filled in of it,
/// and then of the second.
static PARTIES: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        "^甲\\s*方\\s*[：:][\\s_＿]*(?:[（(](?:盖章|签章|公章|签字|签名)|乙\\s*方\\s*[：:（(]|$\
         |[^。，；：:]{0,20}?(?:身份证|手机|电话|地址|住址|住所|法定代表|代表人|开户行)[^。，；：:]{0,6}[：:][^。；]*乙\\s*方\\s*[：:])",
    )
});

/// Whether the lines to sign on begin here.
fn ends_contract(rest: &str) -> bool {
    PARTIES.is_match(rest)
}

/// Who was there and who wrote it down, below minutes.
const PRESENT: [&str; 5] = ["出席", "列席", "请假", "缺席", "记录"];

/// What is longer before them is more than a heading, in characters: 参会人员。｜出席：各镇镇长.
const LONGEST_HEADING: usize = 12;

/// Whether those stand here who were present, behind more than the heading of an item.
fn ends_minutes(unit: Unit<'_>) -> bool {
    let Unit { rest, before, head, .. } = unit;
    // Where the item has said so before, it is its text.
    let said = |word: &&str| seek::words(head, word).any(|at| head.get(at..).is_some_and(names_present));
    names_present(rest)
        && (before >= 2 || head.chars().nth(LONGEST_HEADING).is_some())
        && super::ends_sentence(head)
        && !PRESENT.iter().any(said)
}

/// Whether `text` begins with the label of those who were present.
fn names_present(text: &str) -> bool {
    PRESENT.iter().any(|word| text.strip_prefix(word).is_some_and(|behind| behind.starts_with(['：', ':'])))
}

/// Two names of those who sign a paper off, one behind the other.
static SIGNED_OFF: LazyLock<Regex> = LazyLock::new(|| {
    const WHAT: &str =
        "(?:编制|编写|拟制|拟稿|起草|制订|制定|制表|审核|审定|审批|校对|校核|复核|核准|批准|签发|会签)人?";
    pattern(&format!("^{WHAT}\\s*[：:][^，。；：:]{{0,16}}?{WHAT}\\s*[：:]"))
});

#[cfg(test)]
mod tests {
    use crate::parse;

    /// The closing of a text whose last item is `item`, in lines and without them.
    fn closings(item: &str, closing: &str) -> [String; 2] {
        let lines = format!("一、事项\n按期办结全部事项，不得拖延。\n{item}\n{closing}");
        [lines.clone(), lines.replace('\n', "")].map(|text| {
            let parsed = parse(&text);
            parsed.text_of(parsed.document().closing).replace('\n', "")
        })
    }

    #[test]
    fn endings_of_papers() {
        for (item, closing) in [
            ("二、驳回其他请求。", "如果未按本判决指定的期间付款，加倍支付利息。\n案件受理费五十元，由被告负担。"),
            ("二、驳回其他请求。", "案件受理费五十元，由被告负担。\n审　判　员　王某"),
            ("二、驳回其他请求。", "如不服本判决，可以在十五日内上诉于某市中级人民法院。"),
            ("二、驳回其他请求。", "本判决为终审判决。\n代理审判员　王某\n人民陪审员　李某"),
            ("二、驳回其他请求。", "审 判 长　王某"),
            (
                "二、删去第八条。",
                "此外，对条文顺序作相应调整。\n本决定自2024年5月1日起施行。\n《绿地办法》根据本决定作相应修改，重新公布。",
            ),
            ("二、删去第八条。", "本决定自公布之日起施行。\n《绿地办法》根据本决定作相应修改，重新公布。"),
            ("二、删去第八条。", "《绿地办法》根据本决定作修改并调整条文顺序，重新公布。"),
            ("二、删去第八条。", "本决定自公布之日起施行。"),
            ("二、本合同一式两份。", "（以下无正文）\n甲方：（盖章） 乙方：（盖章）"),
            ("二、本合同一式两份。", "甲方：          乙方："),
            ("二、本合同一式两份。", "甲方：\n手机号：\n乙方：某某修缮队\n地址：某县广场路1号"),
            ("二、驳回其他请求。本案费用五十元，由原告负担。（已预交）", "如不服本判决，可以上诉于某市中级人民法院。"),
            ("二、本协议适用中华人民共和国法律，双方遵守。", "北方某某热力有限公司"),
            ("二、本制度由学校解释，另有规定的除外。", "（来源：某市教育局）\n原标题：《刚刚发布》"),
            ("二、同意由林业局牵头建设河岸绿地。", "出席：王某、李某\n列席：陈某\n记录：周某"),
            ("二、不合格的退回供方。", "编制：王某 审核：李某 批准：陈某"),
            ("二、不合格的退回供方。", "分送：各部门。\n县林业局办公室 2024年3月13日印发"),
            ("二、不合格的退回供方。", "县林业局办公室 2024年3月13日印发"),
        ] {
            let whole = closing.replace('\n', "");
            assert_eq!(closings(item, closing), [whole.clone(), whole], "{item}{closing}");
        }
    }

    #[test]
    fn bodies_that_hold_the_same_words() {
        for (item, body) in [
            ("二、费用。", "案件受理费由败诉一方负担。"),
            ("二、修改意见。", "此外，本决定中的用语作相应修改。"),
            ("二、施行日期。", "本决定自公布之日起施行。"),
            ("二、分工。", "甲方：负责场地。乙方：负责设备。"),
            ("二、参会人员。", "出席：各镇镇长。列席：各村书记。"),
            ("二、流程。", "编制：由林业局编制草案。审核：由财政局审核。"),
            ("二、材料。", "甲方：联系电话：须填写。乙方：地址须填写。"),
            ("二、承办单位。", "北方某某热力有限公司"),
            ("二、审判员额。", "审判员按编制配备。书记员由法院招录。"),
        ] {
            assert_eq!(closings(item, body), ["", ""], "{item}{body}");
        }
    }
}
