//! What a text begins with behind its title, told without regular expressions as far as that goes.
//!
//! ```text
//! 绿地管理办法｜（2020年…通过）      a note of adoption cuts off what stands before
//! 招生简章｜各位家长：               whom a text speaks to begins it
//! 开创新局面｜年初以来，             a time opens it
//! ```
//!
//! Asked at every place of nearly every title, so by tables: see [`beside`](super::beside). Tests hold each against its expression.

use super::beside::is_digit;
use super::{BEGINNING, CUT, LONGEST_LABEL, OPENS};
use crate::gap::BULLETS;

/// What a text begins with that has one beginning only; `first`: its first character.
#[rustfmt::skip] // a table: a row each
const fn beginnings(first: char) -> &'static [&'static str] {
    match first {
        '根' => &["根据"],
        '按' => &["按照"],
        '今' => &["今年"],
        '去' => &["去年"],
        '同' => &["同志"],
        '主' => &["主任", "主持"],
        '尊' => &["尊敬"],
        '当' => &["当前"],
        '随' => &["随着", "随著"],
        '最' => &["最后更新"],
        '更' => &["更新"],
        '生' => &["生效"],
        '一' => &["一年来"],
        '年' => &["年初"],
        '欢' => &["欢迎"],
        '鉴' => &["鉴于"],
        '目' => &["目录", "目 录"],
        '摘' => &["摘要"],
        '版' => &["版本"],
        '来' => &["来源"],
        '发' => &["发布", "发文"],
        '文' => &["文号"],
        '编' => &["编号"],
        '日' => &["日期"],
        '时' => &["时间", "时光"],
        '光' => &["光阴"],
        '岁' => &["岁月"],
        '转' => &["转眼"],
        '時' => &["時間"],
        '地' => &["地点", "地點", "地址"],
        '出' => &["出席"],
        '甲' => &["甲方"],
        '附' => &["附件"],
        '上' => &["上诉人"],
        '原' => &["原告", "原审"],
        '被' => &["被告"],
        '公' => &["公诉机关"],
        '申' => &["申请人"],
        '委' => &["委托人"],
        '再' => &["再审"],
        '您' => &["您的位置", "您所在", "您当前"],
        '首' => &["首页"],
        '执' => &["执教"],
        '指' => &["指导"],
        '基' => &["基本"],
        '总' => &["总体", "总则"],
        '前' => &["前言"],
        '引' => &["引言"],
        '概' => &["概述"],
        '全' => &["全体", "全市", "全县", "全区", "全省", "全国", "全校", "全镇", "全院"],
        '第' => &["第一", "第1"],
        '致' => &["致：", "致:"],
        '专' => &["专业：", "专业:"],
        '姓' => &["姓名：", "姓名:"],
        '作' => &["作者：", "作者:"],
        _ => &[],
    }
}

/// What is announced, and what is said of it: 报名时间：.
const EVENTS: [&str; 8] = ["报名", "活动", "会议", "培训", "比赛", "竞赛", "考试", "讲座"];
const OF_EVENTS: [&str; 5] = ["时间", "地点", "对象", "方式", "主题"];

/// What whom a text speaks to ends with: 各区县：, 全体员工：.
const ADDRESSED: [char; 24] = [
    '们', '員', '员', '生', '位', '門', '门', '校', '县', '市', '区', '镇', '長', '长', '户', '主', '司', '厅', '局',
    '室', '方', '友', '者', '客',
];
/// How many characters stand before that at most, before a party in brackets, and before the bracket of a number.
const LONGEST_ADDRESS: usize = 20;
const LONGEST_PARTY: usize = 24;
const LONGEST_OFFICE: usize = 8;

const COLONS: [char; 2] = ['：', ':'];

/// Whether a text begins here: whom it speaks to (各区县：, 全体员工：), the party that is named first (出租方：), a time, a field.
pub(super) fn begins(text: &str) -> bool {
    text.starts_with(BEGINNING) || begins_with_word(text) || begins_with_clause(text)
}

fn begins_with_word(text: &str) -> bool {
    let mut chars = text.chars();
    let (Some(first), next) = (chars.next(), chars.next()) else { return false };
    match first {
        _ if is_digit(first) => true,
        'A'..='Z' | 'a'..='z' => next.is_some_and(|next| next.is_ascii_alphabetic()),
        '经' => next.is_some_and(|next| next != '过'),
        '中' | '民' => {
            let nation = text.strip_prefix(['中']).map_or(Some(text), |text| text.strip_prefix(['华', '華']));
            let behind = nation.and_then(|nation| nation.strip_prefix('民')?.strip_prefix(['国', '國']));
            behind.is_some_and(|behind| behind.trim_start_matches(is_space).starts_with(is_digit))
        }
        _ => {
            beginnings(first).iter().any(|word| text.starts_with(word))
                || EVENTS.iter().filter_map(|event| text.strip_prefix(event)).any(|of| {
                    OF_EVENTS.iter().filter_map(|what| of.strip_prefix(what)).any(|behind| behind.starts_with(COLONS))
                })
        }
    }
}

/// Whether a clause begins here that speaks to somebody, names a party, or has the number of a document.
fn begins_with_clause(text: &str) -> bool {
    let mut last = ' ';
    for (index, (at, c)) in text.char_indices().take(LONGEST_PARTY + 1).enumerate() {
        let behind = || text.get(at + c.len_utf8()..).unwrap_or("");
        let found = match c {
            '：' | ':' => (2..=LONGEST_ADDRESS + 1).contains(&index) && ADDRESSED.contains(&last),
            '（' | '(' => {
                let party = behind().strip_prefix(['甲', '乙']).and_then(|party| party.strip_prefix('方'));
                index > 0 && party.is_some_and(|party| party.starts_with(['）', ')']))
            }
            '〔' | '［' | '[' if index <= LONGEST_OFFICE => {
                let mut year = behind().chars();
                (0..4).all(|_| year.next().is_some_and(is_digit))
            }
            _ => false,
        };
        if found {
            return true;
        }
        if matches!(c, '，' | '。' | '：' | '；') {
            return false;
        }
        last = c;
    }
    false
}

/// What opens a text that has one beginning only.
#[rustfmt::skip] // a table: a row each
const fn openings(first: char) -> &'static [&'static str] {
    match first {
        '年' => &["年初以来"],
        '今' => &["今年以来"],
        '去' => &["去年以来"],
        '近' => &["近年来"],
        '一' => &["一年来"],
        '为' => &[
            "为了", "为深入", "为进一步", "为贯彻", "为落实", "为切实", "为全面", "为更好", "为加强", "为加快", "为推动", "为推进",
            "为确保", "为做好", "为提高", "为规范", "为营造", "为丰富", "为积极", "为充分", "为认真", "为不断", "为促进", "为增强",
            "为迎接", "为庆祝", "为纪念", "为弘扬", "为响应", "为展示", "为活跃", "为办好",
        ],
        '本' => &["本报讯", "本网讯"],
        '各' => &["各位", "各省", "各市", "各县", "各区", "各州", "各镇", "各乡"],
        '同' => &["同志们", "同学们"],
        '老' => &["老师们"],
        '尊' => &["尊敬的"],
        '发' => &["发布时间", "发布日期"],
        '浏' => &["浏览次数"],
        '点' => &["点击次数"],
        '阅' => &["阅读次数"],
        '信' => &["信息来源"],
        '申' => &["申报人"],
        '日' => &["日期"],
        '招' => &["招标编号"],
        '项' => &["项目编号"],
        '合' => &["合同编号"],
        '采' => &["采购编号"],
        '文' => &["文件编号"],
        '登' => &["登记编号"],
        '会' => &["会议指出", "会议强调", "会议认为", "会议要求"],
        '新' => &["新华社", "新华网"],
        '中' => &["中新社", "中新网", "中国新闻网", "中国青年报"],
        '人' => &["人民网", "人民日报"],
        '央' => &["央视网"],
        '光' => &["光明网", "光明日报"],
        '经' => &["经济日报"],
        '根' => &["根据"],
        '按' => &["按照"],
        '遵' => &["遵照"],
        _ => &[],
    }
}

/// Whether [`OPENS`] begins with a character.
pub(super) fn may_open(c: char) -> bool {
    is_digit(c) || matches!(c, '（' | '(') || !openings(c).is_empty() || BULLETS.contains(&c)
}

/// Whether [`OPENS`] matches where it may begin. The expression is run for few: its table is cold.
pub(super) fn opens(text: &str) -> bool {
    let mut chars = text.chars();
    let first = chars.next().unwrap_or(' ');
    let rest = chars.as_str();
    let may = match first {
        _ if is_digit(first) => may_be_time(text),
        '（' | '(' => return is_label(rest),
        _ if BULLETS.contains(&first) => true,
        _ => openings(first).iter().any(|word| text.starts_with(word)),
    };
    may && OPENS.is_match(text)
}

/// Whether a day may begin here, or a year with a comma or a month behind it.
fn may_be_time(text: &str) -> bool {
    let behind = text.trim_start_matches(is_digit);
    let (mut characters, digits) = (behind.chars(), text.len() - behind.len());
    match characters.next() {
        // Of either width.
        Some('月') => digits <= 2 * '０'.len_utf8(),
        Some('年') => characters.next().is_some_and(|c| matches!(c, '，' | ',') || is_digit(c)),
        _ => false,
    }
}

/// Whether a few words and a colon stand behind a bracket: （记者：.
fn is_label(inner: &str) -> bool {
    for (index, c) in inner.chars().take(LONGEST_LABEL + 1).enumerate() {
        if index > 0 && COLONS.contains(&c) {
            return true;
        }
        if matches!(c, '（' | '）' | '(' | ')' | '。') {
            return false;
        }
    }
    false
}

/// What a note of adoption says, and the last word of it before a version.
pub(super) const ADOPTED: [&str; 7] = ["通过", "通過", "公布", "发布", "批准", "施行", "生效"];
/// How many characters the number of a decree has.
const LONGEST_NUMBER: usize = 8;

/// Whether [`CUT`] matches where it may begin.
pub(super) fn cuts(text: &str) -> bool {
    let mut chars = text.chars();
    let first = chars.next().unwrap_or(' ');
    let rest = chars.as_str();
    match first {
        '—' | '-' => rest.starts_with(first),
        '目' => {
            let second = rest.trim_start_matches(is_space);
            // The contents of a standard: 湿地监测规范目次前言…, but 项目次序.
            second.starts_with(['录', '錄']) || second.strip_prefix('次').is_some_and(begins_contents)
        }
        '摘' => rest.trim_start_matches(is_space).starts_with('要'),
        '（' | '(' => {
            let begun = rest.trim_start_matches(is_space);
            is_note_of_adoption(rest)
                || begun.starts_with(|c: char| c.is_ascii_uppercase() || is_digit(c)) && CUT.is_match(text)
        }
        _ => CUT.is_match(text),
    }
}

/// Whether the entries of a table of contents begin here.
fn begins_contents(rest: &str) -> bool {
    let rest = rest.trim_start_matches(is_space);
    ["前", "引", "1", "第", "I", "…"].iter().any(|first| rest.starts_with(first))
}

/// Whether what stands in brackets, behind the first, says when a document was adopted, or which it is.
pub(super) fn is_note_of_adoption(note: &str) -> bool {
    // Among how many of the characters to come 号 closes the number of a decree, also behind the bracket.
    let mut number = 0;
    let mut inside = true;
    for (at, c) in note.char_indices() {
        inside &= !matches!(c, '（' | '）' | '(' | ')');
        if !inside && number == 0 {
            return false;
        }
        let here = || note.get(at..).unwrap_or("");
        let adopted = match c {
            '号' => number > 0,
            '通' | '公' | '发' | '批' | '施' | '生' => {
                inside && ADOPTED.iter().any(|word| here().starts_with(word))
            }
            '修' => {
                let behind = here().strip_prefix("修订").and_then(|behind| behind.chars().next());
                inside && behind.is_some_and(|c| !matches!(c, '版' | '稿' | '本'))
            }
            _ => false,
        };
        if adopted {
            return true;
        }
        number = match c {
            '令' | '第' if inside => LONGEST_NUMBER + 1,
            _ if number == 0 || is_space(c) => 0,
            _ => number - 1,
        };
    }
    false
}

/// A blank of papers and pages; see [`pattern`](crate::pattern::pattern).
const fn is_space(c: char) -> bool {
    matches!(c, ' ' | '\t'..='\r' | '\u{a0}' | '\u{2000}'..='\u{200a}' | '\u{2028}' | '\u{2029}' | '\u{3000}')
}

#[cfg(test)]
mod tests {
    use regex::Regex;

    use super::super::{CUT, OPENS};
    use super::{begins_with_clause, begins_with_word, cuts, may_open, opens};
    use crate::pattern::pattern;

    const BEGINS: &str = "^(?:\\d|[A-Za-z]{2}|根据|按照|经[^过]|今年|去年|全[市县区省国校镇院]|同志|主任|尊敬|当前|随着\
         |最后更新|更新|生效|一年来|年初|欢迎|鉴于|目录|目 录|摘要|版本|来源|发布|发文|文号|编号|日期|时间|时光|光阴|岁月|转眼|時間|地点|地點|地址|主持|出席|甲方|附件|上诉人|原告|被告|公诉机关|申请人|委托人|原审|再审\
         |全体|您的位置|您所在|您当前|当前位置|首页|[^，。：；]{1,24}[（(][甲乙]方[）)]|(?:中[华華])?民[国國]\\s*\\d|致[:：]|执教|(?:报名|活动|会议|培训|比赛|竞赛|考试|讲座)(?:时间|地点|对象|方式|主题)[:：]|专业[:：]|姓名[:：]|作者[:：]|指导|[^，。：；]{1,20}[们員员生位門门校县市区镇長长户主司厅局室方友者客][：:]\
         |[^，。：；]{0,8}?[〔［\\[]\\d{4}|基本|总体|总则|前言|引言|概述|随著|第[一1])";

    /// The words and characters that an expression names, and what its classes stand for.
    fn pieces(expression: &Regex) -> Vec<String> {
        let source = expression.as_str();
        let is_sign = |c: char| c.is_ascii() || "，、。：；！（）〔［０９一龥".contains(c);
        let words = source.split(is_sign).filter(|word| !word.is_empty()).map(str::to_owned);
        let characters = source.chars().filter(|c| !c.is_ascii()).map(String::from);
        let others = [
            "",
            "绿",
            "绿地管",
            "1",
            "２",
            "2024",
            "号",
            "(",
            ")",
            "[",
            ":",
            ",",
            "!",
            "-",
            "--",
            "\t",
            " ",
            "x",
            "AB",
            "Ab",
            "\n",
        ];
        let mut pieces: Vec<_> = words.chain(characters).chain(others.map(str::to_owned)).collect();
        pieces.sort();
        pieces.dedup();
        pieces
    }

    /// Texts of three pieces of an expression, and longer ones.
    fn same(expression: &Regex, told: impl Fn(&str) -> bool) {
        let pieces = pieces(expression);
        let check = |text: &str| assert_eq!(told(text), expression.is_match(text), "{text:?}");
        for one in &pieces {
            for two in &pieces {
                check(&format!("{one}{two}"));
                for behind in
                    ["绿", "：", ":", "，", "号", "1", "1）", "2024", "甲方）", "方（乙方)", "员：", "）", "讯", "月"]
                {
                    check(&format!("{one}{two}{behind}"));
                    check(&format!("绿{one}{two}{behind}"));
                    check(&format!("（{one}{two}{behind}"));
                }
            }
            for many in 0..30 {
                let long = "绿".repeat(many);
                check(&format!("{one}{long}员："));
                check(&format!("{long}{one}：甲"));
                check(&format!("{long}{one}(甲方)"));
                check(&format!("{long}〔2024{one}"));
                check(&format!("（{one}{long}号）"));
                check(&format!("（{long}{one}号）"));
                check(&format!("({long}）{one}号"));
            }
        }
    }

    #[test]
    fn the_same_as_the_expressions() {
        same(&pattern(BEGINS), |text| begins_with_word(text) || begins_with_clause(text));
        same(&OPENS, |text| text.starts_with(may_open) && opens(text));
        same(&CUT, cuts);
    }
}
