//! What a closing begins with by its words alone: a formal ending, an address, a list of annexes, what a page has below.

use std::sync::LazyLock;

use regex::Regex;

use crate::pattern::pattern;

/// A formal ending, an address, the bench of a court, who else gets the paper, a list of annexes, what a page has below a text.
static FORMAL: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        "^(?:特此|专此|此致|此复|此布|妥否|当否|是否妥当|请予审|谢谢大家\
         |以上(?:报告|汇报|意见|请示|总结|方案|发言|情况|说明|内容|是)[^。]{0,12}(?:请|如|妥|不当|谢)\
         |(?:同志们|各位[代委同领来老乡朋]\\S{0,3}?(?:、(?:各位)?\\S{1,4}?){0,3}|女士们|老师们|同学们|朋友们|乡亲们)[，！：,!:]\
         |(?:代理|助理)?审\\s*判\\s*[长員员]\\s|人民陪审员\\s|书记员\\s\
         |(?:报|送|发|分送|抄送|抄报|抄发|主送|主题词)[：:]\
         |附件?(?:[：:]|\\s*[1１一]\\s*[.．、：:])\
         |(?:上一篇|下一篇|上一条|下一条|分享到|相关链接|相关附件|相关阅读|相关文章|版权声明|最[后後]更新)\\s*[：:]|版权所有|(?:扫一扫在手机|打印本页|关闭窗口)(?:[\\s】）打关]|$)\
         |(?:责任编辑|责编|关键词|原标题)\\s*[：:])",
    )
});

/// Whether [`FORMAL`] may match, by the first two characters, or three: an expression is run for few sentences.
fn may_be_formal(rest: &str) -> bool {
    let mut chars = rest.chars();
    let Some(first) = chars.next() else { return false };
    let next = chars.next().unwrap_or(' ');
    let named = |c| matches!(c, '报' | '汇' | '意' | '请' | '总' | '方' | '发' | '情' | '说' | '内' | '是');
    matches!(
        (first, next),
        ('特' | '专', '此')
            | ('此', '致' | '复' | '布')
            | ('妥' | '当' | '是', '否')
            | ('请', '予')
            | ('谢', '谢')
            | ('同', '志' | '学')
            | ('各', '位')
            | ('女', '士')
            | ('老', '师')
            | ('朋', '友')
            | ('乡', '亲')
            | ('审', '判' | ' ' | '\u{3000}')
            | ('代' | '助', '理')
            | ('人', '民')
            | ('书', '记')
            | ('报' | '送' | '发', '：' | ':')
            | ('抄', '送' | '报' | '发')
            | ('主', '题' | '送')
            | ('附', _)
            | ('上' | '下', '一')
            | ('分', '享' | '送')
            | ('相', '关')
            | ('版', '权')
            | ('最', '后' | '後')
            | ('扫', '一')
            | ('打', '印')
            | ('关', '闭' | '键')
            | ('责', '任' | '编')
            | ('原', '标')
    ) || (first, next) == ('以', '上') && chars.next().is_some_and(named)
}

/// What a note in brackets begins with that ends a text: who edited it, where it was found, that there is more of it, or no more on this page.
const NOTES: [&str; 9] =
    ["责任编辑", "责编", "来源：", "来源:", "未完，", "未完,", "以下无正文", "此页无正文", "本页无正文"];

/// Whether such a note begins here: （责任编辑：王某）, (未完，全文共八百字), （以下无正文）.
fn is_note(rest: &str) -> bool {
    let inner = rest.strip_prefix(['（', '(']);
    inner.is_some_and(|inner| NOTES.iter().any(|word| inner.starts_with(word)))
}

/// Where a party to a contract is to sign: 甲方（盖章, 甲方签章, 委托方代表（签字.
const SIGNED: &str = "[一-龥]{1,4}[方人](?:法定代表人|委托代理人|授权代表|代表人?)?\\s*[：:]?\\s*\
    (?:[（(](?:盖|签|公)[章字名]|签[章字名]|盖章|公章)";

/// The first of them, with another behind it, or a sign: 签字后生效 says something.
static TO_SIGN: LazyLock<Regex> = LazyLock::new(|| pattern(&format!("^{SIGNED}(?:[^一-龥]|$|{SIGNED}|或|并|盖)")));

/// The longest name of a party, in characters, as [`SIGNED`] has it.
const PARTY: usize = 5;

/// Whether the parties to a contract sign here: a form has no sentences.
pub(super) fn is_to_sign(rest: &str) -> bool {
    // The last ideograph of a party; few sentences have one there.
    if !rest.chars().take(PARTY).any(|c| matches!(c, '方' | '人')) {
        return false;
    }
    let start = start_of(rest);
    !start.contains(['。', '，', '；']) && TO_SIGN.is_match(start)
}

/// The sentence that sets the text in force.
static IN_FORCE: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        "^本(?:意见|通知|方案|办法|规定|细则|计划|规划|制度|决定|规则|公约|章程|通告|公告|预案|守则)自[^。]{1,24}(?:施行|执行|实施|生效)[^。]{0,16}。?\\s*(?:[^，。]{4,40}日)?\\s*$",
    )
});

/// Units are called upon, in a paragraph of its own.
static CALL: LazyLock<Regex> = LazyLock::new(|| pattern("^各[^，。]{1,14}?[，]?(?:要|应当|务必|须)"));

/// The most that a pattern looks at, in bytes: forty ideographs.
const START: usize = 40 * 3;

/// The first characters, all that a pattern looks at.
fn start_of(rest: &str) -> &str {
    let mut end = rest.len().min(START);
    while !rest.is_char_boundary(end) {
        end -= 1; // stops at 0, a boundary
    }
    rest.get(..end).unwrap_or("")
}

/// Whether a formal ending begins here, an address or a list of annexes.
pub(super) fn opens_formally(rest: &str) -> bool {
    may_be_formal(rest) && FORMAL.is_match(start_of(rest)) || is_note(rest)
}

/// Whether a formal ending begins here, and no address.
pub(super) fn is_formal(rest: &str) -> bool {
    !rest.starts_with("各位") && opens_formally(rest)
}

/// Whether an audience is spoken to here: 各位代表：.
pub(super) fn speaks_to(rest: &str) -> bool {
    rest.starts_with("各位") && FORMAL.is_match(start_of(rest))
}

/// Whether the sentence that sets the text in force is all that follows.
pub(super) fn is_in_force(rest: &str) -> bool {
    rest.starts_with('本') && IN_FORCE.is_match(rest)
}

/// Whether units are called upon here.
pub(super) fn is_call(rest: &str) -> bool {
    CALL.is_match(start_of(rest))
}

#[cfg(test)]
mod tests {
    use super::{CALL, FORMAL, may_be_formal};

    /// What the alternatives of an expression begin with.
    fn beginnings(expression: &str) -> Vec<char> {
        let (mut depth, mut first, mut found) = (0, true, Vec::new());
        for c in expression.replace("(?:", "(").chars() {
            match c {
                // A group that an alternative begins with.
                '(' if first => {}
                '(' => depth += 1,
                ')' => depth -= i32::from(depth > 0),
                '|' if depth == 0 => first = true,
                _ if first => {
                    found.push(c);
                    first = false;
                }
                _ => {}
            }
        }
        found
    }

    #[test]
    fn who_is_called_upon() {
        assert!(CALL.is_match("各县区要抓好落实") && !CALL.is_match("全县要抓好落实"));
    }

    #[test]
    fn a_formal_ending_begins_as_its_expression_says() {
        // What may follow the first two characters, so that the whole matches.
        let rest = [
            "",
            "报告请",
            "妥当",
            "审",
            "大家",
            "们，",
            "代，",
            "长 ",
            "员 ",
            "判员 ",
            "审判员 ",
            "陪审员 ",
            "：",
            "词：",
            "一、",
            "篇：",
            "到：",
            "链接：",
            "声明：",
            "更新：",
            "所有",
            "扫在手机",
            "本页",
            "窗口",
            "编辑：",
            "题：",
        ];
        let mut found = 0;
        for first in beginnings(FORMAL.as_str().trim_start_matches('^')) {
            let mut begins = false;
            for second in ('\u{4e00}'..='\u{9fff}').chain(['：', ':', ' ', '\u{3000}']) {
                let two = format!("{first}{second}");
                for text in rest.iter().map(|rest| format!("{two}{rest}")).filter(|text| FORMAL.is_match(text)) {
                    assert!(may_be_formal(&text), "{text}");
                    begins = true;
                }
            }
            assert!(begins, "{first}");
            found += 1;
        }
        assert!(found > 20 && !may_be_formal("") && !may_be_formal("以") && !may_be_formal("同时"));
        for said in ["报告", "汇报", "意见", "请示", "总结", "方案", "发言", "情况", "说明", "内容", "是"]
        {
            let text = format!("以上{said}，请审议");
            assert!(FORMAL.is_match(&text) && may_be_formal(&text), "{text}");
        }
    }
}
