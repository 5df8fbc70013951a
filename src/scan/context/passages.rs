//! Words that begin a passage without a number, and what a number is part of there.
//!
//! ```text
//! 附件1 分工表 1.…      专栏2 重点工程 1.…      附则⏎…      被告辩称：1.…      本院认为，…      97.4.22 通过
//! ```
//!
//! Each list names a class of the language and where the class ends; none is made from a document.

use crate::scan::bytes::{self, four, three};
use crate::scan::few::Few;
use crate::scan::ideograph::is_ideograph;
use crate::scan::marker::is_blank;
use crate::scan::numeral;
use crate::seek;

/// What explains a document as a whole below it, on a line of its own or right before its first number.
const REMARKS: [&str; 7] = ["释义", "说明", "备注", "附注", "填表说明", "填写说明", "编制说明"];

/// Those of them that say so wherever they stand.
const ONLY_REMARKS: [&str; 3] = ["填表说明", "填写说明", "编制说明"];

/// What a text for learners asks below itself.
const QUESTIONS: [&str; 4] = ["思考题", "练习题", "复习题", "讨论题"];

/// Whether levels start anew here: an annex, a box, a glossary begins. A sentence about an annex
/// (附件1规定了…) is none.
pub(crate) fn starts_anew(rest: &str) -> bool {
    const NUMBERED: [&str; 6] = ["附件", "附录", "附表", "附錄", "附 录", "附\u{3000}录"];
    const WORDS: [&str; 6] = ["附：", "附:", "名词解释", "名詞解釋", "注释", "参考文献"];
    if let Some(behind) = NUMBERED.iter().find_map(|word| rest.strip_prefix(word)) {
        let number = |c: char| c.is_ascii_alphanumeric() || numeral::is_numeral_char(c);
        let named = behind.trim_start_matches(is_blank).trim_start_matches(number);
        return !named
            .starts_with(['的', '中', '所', '规', '给', '为', '是', '应', '由', '和', '与', '及', '、', '，', '）']);
    }
    if is_conclusion(rest) || cites_law(rest) {
        return true;
    }
    // These are nouns of sentences as well.
    let remarks = REMARKS.iter().find_map(|word| rest.strip_prefix(word)).is_some_and(|behind| {
        let behind = behind.trim_start_matches(|c| is_blank(c) || matches!(c, '：' | ':'));
        behind.starts_with(|c: char| c == '\n' || c == '\r' || c.is_ascii_digit())
    });
    remarks || WORDS.iter().any(|word| rest.starts_with(word))
}

/// Whether a judgment begins to quote the law below itself: 附相关法律条文：.
fn cites_law(rest: &str) -> bool {
    const LAW: [&str; 3] = ["法律条文", "法律规定", "法律依据"];
    /// The longest such head, in characters.
    const HEAD: usize = 16;
    rest.strip_prefix('附').is_some_and(|head| {
        let end = head.char_indices().take(HEAD).find(|&(_, c)| matches!(c, '：' | ':' | '\n' | '\r' | '《'));
        end.and_then(|(end, _)| head.get(..end)).is_some_and(|head| LAW.iter().any(|word| head.ends_with(word)))
    })
}

/// Whether a line begins that is nothing but the heading of a part that papers do not number: 结论, 致　谢.
fn is_conclusion(rest: &str) -> bool {
    const HEADINGS: [[char; 2]; 5] = [['结', '论'], ['結', '論'], ['结', '语'], ['致', '谢'], ['致', '謝']];
    let mut chars = rest.chars().filter(|&c| !is_blank(c));
    let heading = [chars.next().unwrap_or(' '), chars.next().unwrap_or(' ')];
    HEADINGS.contains(&heading) && matches!(chars.next(), Some('\n' | '\r'))
}

/// Whether a month, and the numeral of a day and a word behind it, name a holiday: 七.一建党节, 五.四运动. A number and a
/// first word that is one, 五.一般事项, goes on otherwise.
pub(crate) fn names_holiday(month: u32, rest: &str) -> bool {
    const DAYS: [(u32, char); 8] =
        [(3, '八'), (5, '一'), (5, '四'), (6, '一'), (7, '一'), (8, '一'), (9, '九'), (10, '一')];
    const WORDS: [&str; 18] = [
        "国际", "国庆", "劳动", "妇女", "青年", "儿童", "建党", "建军", "重阳", "运动", "表彰", "庆祝", "黄金", "奖章",
        "讲话", "期间", "前", "节",
    ];
    let mut behind = rest.chars();
    let day = behind.next();
    let word = behind.as_str().trim_start_matches(['”', '"']);
    DAYS.iter().any(|&(of, on)| of == month && Some(on) == day) && WORDS.iter().any(|name| word.starts_with(name))
}

/// Whether a day of the calendar of the Republic of China stands here: 97.4.22, 105.04.19. No document has so many
/// chapters; Western years have four digits and are none anyway.
pub(crate) fn is_day(digits: &[u8]) -> bool {
    const PARTS: [std::ops::RangeInclusive<u32>; 3] = [40..=199, 1..=12, 1..=31];
    let mut bytes = digits.iter().copied().take(PARTS.len() * 4).peekable();
    for (index, part) in PARTS.iter().enumerate() {
        if index > 0 && bytes.next() != Some(b'.') {
            return false;
        }
        let mut value = 0_u32;
        while let Some(digit) = bytes.next_if(u8::is_ascii_digit) {
            value = value.saturating_mul(10).saturating_add(u32::from(digit - b'0'));
        }
        if !part.contains(&value) {
            return false;
        }
    }
    // 97.4.22.1 is a number of four parts.
    bytes.next() != Some(b'.')
}

/// Whether a text ends with the leader of a table of contents, in front of a page: `……`, `....`, or a tab behind a word.
pub(crate) fn ends_with_leader(head: &str) -> bool {
    let head = head.trim_end_matches([' ', '\u{3000}']);
    let tab = || head.strip_suffix('\t').is_some_and(|name| name.ends_with(is_ideograph));
    head.ends_with('…') || tab() || ["...", "···", "．．．"].iter().any(|leader| head.ends_with(leader))
}

/// Whether a text ends with a page behind a leader: `……12`.
pub(crate) fn ends_with_page(head: &str) -> bool {
    let before = head.trim_end_matches(|c: char| c.is_ascii_digit());
    (1..=3).contains(&(head.len() - before.len())) && ends_with_leader(before)
}

/// Whether a text ends with a date in figures, 2025-11-05, 2021.07.01, or with a time, 9:30.
pub(crate) fn ends_day_or_time(head: &str) -> bool {
    let bytes = head.as_bytes();
    if let Some((hours, [b':', b'0'..=b'5', b'0'..=b'9'])) = bytes.split_last_chunk() {
        // No year of a standard: ISO 27001:2013.
        return (1..=2).contains(&hours.iter().rev().take(3).take_while(|hour| hour.is_ascii_digit()).count());
    }
    let Some(&[year @ .., first, a, b, second, c, d]) = bytes.last_chunk::<10>() else { return false };
    first == second && matches!(first, b'-' | b'.') && year.iter().chain(&[a, b, c, d]).all(u8::is_ascii_digit)
}

/// Whether the number before is the month of a day: 5月6日.
pub(crate) fn goes_on_as_day(rest: &str) -> bool {
    let day = rest.strip_prefix('月').map_or("", |day| day.trim_start_matches(|c: char| c.is_ascii_digit()));
    day.starts_with('日')
}

/// How far behind the number of a part its English name or the first section is looked for, in bytes, and how much of a name
/// in another script tells it.
const PART_NAME: usize = 120;
const FOREIGN_NAME: usize = 16;

/// Whether the name of a standard began before this text ends: GB 14287.2 电气火灾监控系统 第2部分.
fn is_behind_number(head: &str) -> bool {
    let name = near_end(head, PART_NAME).rsplit(['\n', '。', '；', '，', '、']).next().unwrap_or("");
    // CET4 has no blank, and stands in names of all kinds.
    let letters = |number: usize| {
        matches!(
            name.as_bytes().get(..number),
            Some([.., b'A'..=b'Z', b'A'..=b'Z', b' '] | [.., b'/', b'A'..=b'Z'] | [.., b'/', b'A'..=b'Z', b' '])
        )
    };
    name.bytes().enumerate().any(|(at, byte)| byte.is_ascii_digit() && letters(at))
}

/// Whether 第1部分 belongs to the name of a standard (GB/T 1.1-2020, 8.1): its English name or its first section follows (1 范围), or
/// it stands in a list of the parts, behind a dash, behind the number of the standard, or behind that of a volume (第3卷第2部分).
pub(crate) fn names_standard(head: &str, rest: &str) -> bool {
    if head.trim_end_matches(is_blank).ends_with(['—', '卷']) || is_behind_number(head) {
        return true;
    }
    let mut before = ' ';
    for (at, c) in rest.char_indices().take_while(|&(at, _)| at < PART_NAME) {
        let near = rest.get(at..).unwrap_or("");
        let scope = matches!(c, '1' | '１') && {
            let name = near.trim_start_matches(['1', '１']);
            near.len() - name.len() == c.len_utf8() && name.trim_start_matches(is_blank).starts_with("范围")
        };
        let foreign = c.is_ascii_uppercase()
            && is_ideograph(before)
            && near.bytes().take(FOREIGN_NAME).filter(|b| b.is_ascii_alphabetic() || *b == b' ').count()
                == FOREIGN_NAME;
        if scope || foreign {
            return true;
        }
        if matches!(c, '。' | '；' | '，') {
            return false;
        }
        before = if matches!(c, '\n' | '\r') || is_blank(c) { before } else { c };
    }
    false
}

/// Whether the head of a table begins whose rows are numbered: 序号 指标 单位.
pub(crate) fn heads_table(rest: &str) -> bool {
    let behind = rest.strip_prefix("序号").or_else(|| rest.strip_prefix("序號"));
    behind.is_some_and(|behind| behind.starts_with(|c| is_blank(c) || matches!(c, '\n' | '\r' | '|' | '｜')))
}

/// Whether a box begins: 专栏2 重点工程.
pub(crate) fn begins_box(rest: &str) -> bool {
    ["专栏", "專欄"].iter().find_map(|word| rest.strip_prefix(word)).is_some_and(|behind| {
        let behind = behind.trim_start_matches(is_blank);
        behind.starts_with(|c: char| c.is_ascii_digit() || numeral::is_numeral_char(c) || c == '：')
    })
}

/// Whether the last chapter begins, by its name alone: 附则 on a line of its own or before 第N条.
pub(crate) fn is_last_chapter(rest: &str) -> bool {
    let name = ["附则", "附則", "附 则", "附　则"].iter().find_map(|word| rest.strip_prefix(word));
    name.is_some_and(|behind| behind.trim_start_matches(is_blank).starts_with(['\n', '\r', '第']))
}

/// Where a text that ends with words by which somebody begins to speak, and their sign, has that sign: 被告辩称，
/// 本院认为，, 我局认为：, 判决如下：, 出示了下列证据：. The class: verbs of pleading, and what a court or an authority finds and
/// decides.
pub(crate) fn speaker_ends(head: &str) -> Option<usize> {
    let words = head.trim_end_matches(|c: char| matches!(c, '\n' | '\r') || is_blank(c));
    let words = words.strip_suffix(['，', '：', ',', ':'])?;
    let mut back = words.chars().rev();
    let speaks = match (back.next()?, back.next()?) {
        ('称' | '稱', verb) => matches!(verb, '诉' | '辩' | '述' | '答' | '供' | '请' | '訴' | '辯' | '請'),
        ('为' | '為', '认' | '認') => match back.next() {
            Some('院' | '理' | '庭') => true,
            // An authority that decides a case, and not one that reports.
            Some('局' | '核') => near_end(words, CASE).contains("当事人"),
            _ => false,
        },
        // 陈述、申辩：
        ('辩' | '辯', '申') => matches!(back.next(), Some('、' | '和' | '与')),
        // 当庭出示了下列证据：
        ('据', '证') | ('據', '證') => {
            matches!((back.next(), back.next()), (Some('列'), Some('下')) | (Some('下'), Some('以' | '如')))
                && matches!(back.next(), Some('了' | '示'))
        }
        ('下', '如') => {
            matches!(
                (back.next(), back.next()),
                (Some('决'), Some('判' | '裁'))
                    | (Some('定'), Some('裁' | '认'))
                    | (Some('罚'), Some('处'))
                    | (Some('判'), Some('评'))
                    | (Some('证'), Some('认'))
            )
        }
        ('见', '意') => {
            matches!((back.next(), back.next()), (Some('护' | '辩'), Some('辩' | '答')) | (Some('证'), Some('质')))
        }
        _ => false,
    };
    speaks.then_some(words.len())
}

/// How far back the party to a case is looked for, in bytes.
const CASE: usize = 900;

/// So many of the last bytes of a text, from a character on: before them there may be a million blanks.
pub(crate) fn near_end(text: &str, most: usize) -> &str {
    let mut from = text.len().saturating_sub(most);
    while !text.is_char_boundary(from) {
        from += 1; // stops at the end, a boundary
    }
    text.get(from..).unwrap_or("")
}

/// How far into a sentence the word that sums up is looked for, in characters: 为实现上述.
const SUMMING: usize = 4;

/// As many characters and the word have no more bytes, and their pairs fill whole vectors.
const SUMMING_BYTES: usize = 33;

/// Whether a sentence begins that sums up a list: 以上三项, 完成上述四项任务, 以上各点.
#[inline]
pub(crate) fn sums_up(rest: &str) -> bool {
    // Asked of every sentence before a marker: few have 上 E4 B8 8A so near their beginning.
    let near = rest.as_bytes().first_chunk::<SUMMING_BYTES>();
    near.is_none_or(|near| has_pair(near, [0xB8, 0x8A])) && surely_sums_up(rest)
}

#[inline(never)]
fn surely_sums_up(rest: &str) -> bool {
    let within = rest.char_indices().take(SUMMING).filter_map(|(at, _)| rest.get(at..));
    let mut words = within.filter_map(|rest| rest.strip_prefix("上述").or_else(|| rest.strip_prefix("以上")));
    let behind = words.next();
    let mut behind = behind.unwrap_or("").chars();
    behind.next().is_some_and(|c| c == '各' || numeral::is_numeral_char(c))
        && behind
            .next()
            .is_some_and(|c| matches!(c, '项' | '条' | '点' | '个' | '類' | '类' | '項' | '點' | '種' | '种'))
}

/// What begins a sentence that turns to something else: what a court found, or names its evidence for; whom a speaker speaks
/// to.
const FINDINGS: [&str; 8] =
    ["上述事实", "以上事实", "认定上述", "认定以上", "经审理查明", "审理查明", "经查明", "另查明"];
const AUDIENCE: [&str; 2] = ["各位代表", "同志们"];

/// What a sentence turns to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Turn {
    /// An audience, or what is lacking.
    Other,
    /// What a court found, or its evidence.
    Finding,
}

/// What begins a line on which a report owns up to what is lacking.
const LACKS: [&str; 5] = ["存在的主要问题", "存在的问题", "存在问题", "存在的困难", "存在的不足"];

/// How far into a sentence it is looked for that a report owns up to what is lacking, in characters.
const OWNING_UP: usize = 24;

/// So many bytes hold as many characters.
const OWNING_UP_BYTES: usize = 96;

/// Whether a sentence that begins behind this stop may be one that [`turns`]: asked of the sentences before every list, and
/// one of forty is.
fn may_turn(stop: &[u8]) -> bool {
    // The first two characters of `FINDINGS`, `AUDIENCE` and `LACKS`.
    const WORDS: [[u32; 2]; 10] = [
        [bytes::of("认"), bytes::of("定")],
        [bytes::of("经"), bytes::of("审")],
        [bytes::of("审"), bytes::of("理")],
        [bytes::of("经"), bytes::of("查")],
        [bytes::of("另"), bytes::of("查")],
        [bytes::of("上"), bytes::of("述")],
        [bytes::of("以"), bytes::of("上")],
        [bytes::of("各"), bytes::of("位")],
        [bytes::of("同"), bytes::of("志")],
        [bytes::of("存"), bytes::of("在")],
    ];
    static FIRST: Few<64> = Few::of("认经审另上以各同存");
    const AT: u32 = bytes::of("在");
    let mut begins = behind_stop(stop);
    let mut first = four(stop, begins);
    while !bytes::is_ideograph(first) {
        let blank = if matches!(first as u8, b'\n' | b'\r') { 1 } else { bytes::blank(first) };
        if blank == 0 {
            break;
        }
        begins += blank;
        first = four(stop, begins);
    }
    let words = [three(first), three(four(stop, begins + 3))];
    let Some(near) = stop.get(begins..).and_then(<[u8]>::first_chunk) else { return true };
    let near: &[u8; OWNING_UP_BYTES + 1] = near;
    // 清醒 and 同时: few other characters than 清 E6 B8 85 and 同 E5 90 8C end so.
    has_pair(near, [0xB8, 0x85])
        || words[0] == AT && has_pair(near, [0x90, 0x8C])
        || FIRST.has(words[0]) && WORDS.contains(&words)
}

/// How many bytes the stop has that a text begins with.
fn behind_stop(stop: &[u8]) -> usize {
    if stop.first().is_some_and(u8::is_ascii) { 1 } else { 3 }
}

/// Whether two bytes stand somewhere side by side: all places are looked at, for so it is done sixteen at a time.
pub(crate) fn has_pair<const LEN: usize>(near: &[u8; LEN], [first, second]: [u8; 2]) -> bool {
    let pairs = near.iter().zip(near.iter().skip(1));
    pairs.fold(false, |found, (&a, &b)| found | (a == first) & (b == second))
}

/// What a sentence that begins behind this stop turns to, if it is something else than the item before: a report owns up to what is
/// lacking (同时，我们也清醒地看到…, on a line of its own 存在的主要问题：), a speaker speaks to his audience anew
/// (各位代表！), a court names its evidence (上述事实，有…证据证实：).
pub(crate) fn turn(stop: &str) -> Option<Turn> {
    if may_turn(stop.as_bytes()) { turn_surely(stop) } else { None }
}

fn turn_surely(stop: &str) -> Option<Turn> {
    let mut rest = stop.chars();
    rest.next();
    let line = rest.as_str().trim_start_matches(is_blank);
    let rest = line.trim_start_matches(|c: char| is_blank(c) || matches!(c, '\n' | '\r'));
    let starts = |words: &[&str]| words.iter().any(|words| rest.starts_with(words));
    let begins_line = rest.len() < line.len() || stop.starts_with(['\n', '\r']);
    if starts(&FINDINGS) {
        return Some(Turn::Finding);
    }
    if starts(&AUDIENCE) || begins_line && starts(&LACKS) {
        return Some(Turn::Other);
    }
    let end = rest.char_indices().nth(OWNING_UP).map_or(rest.len(), |(end, _)| end);
    let head = rest.get(..end)?;
    const CLEARLY: &str = "清醒";
    let owns_up = |at: usize| {
        let behind = head.get(at + CLEARLY.len()..).unwrap_or("").trim_start_matches('地');
        behind.starts_with("看到") || behind.starts_with("认识")
    };
    let besides = || head.contains("成绩的同时") || head.contains("的同时，") && head.contains("存在");
    (seek::word(head, CLEARLY).is_some_and(owns_up) || head.starts_with('在') && besides()).then_some(Turn::Other)
}

/// How far into a sentence 认为 is looked for, in characters: 。本院经审理认为，
const FINDING: usize = 10;

/// So many bytes hold as many characters and one more.
const FINDING_BYTES: usize = 48;

/// Whether a sentence begins behind this stop in which a court gives its reasons: 本院认为，…
pub(crate) fn gives_reasons(stop: &str) -> bool {
    let behind = behind_stop(stop.as_bytes());
    let blank = bytes::blank(four(stop.as_bytes(), behind)) > 0;
    // An indent would take the place of words.
    let stop = if blank { stop.get(behind..).unwrap_or("").trim_start_matches(is_blank) } else { stop };
    // Asked of the sentences before every list. Nearly all hold neither 认 E8 AE A4 nor 認 E8 AA 8D, and to see that side
    // by side takes 40 instructions instead of 250.
    if let Some(near) = stop.as_bytes().first_chunk::<{ FINDING_BYTES + 2 }>() {
        let (first, third) = (near.iter(), near.iter().skip(2));
        let found = first.zip(third).fold(false, |found, (&a, &c)| found | (a == 0xE8) & ((c == 0xA4) | (c == 0x8D)));
        if !found {
            return false;
        }
    }
    let within = stop.char_indices().take(FINDING).filter_map(|(at, _)| stop.get(at..));
    within
        .take_while(|rest| !rest.starts_with('，'))
        .any(|rest| ["院认为", "庭认为", "理认为", "委认为", "院認為"].iter().any(|words| rest.starts_with(words)))
}

/// Whether a list of annexes begins: the word, then a colon or nothing on its line.
pub(crate) fn lists_annexes(rest: &str) -> bool {
    rest.strip_prefix("附件").is_some_and(|rest| rest.starts_with(['：', ':', '\n', '\r', ' ', '\u{3000}']))
}

/// Whether a text ends with what a list of annexes begins with.
pub(crate) fn ends_with_annexes(head: &str) -> bool {
    let head = head.trim_end_matches(|c| is_blank(c) || matches!(c, '\n' | '\r'));
    // 附：1.身份证复印件 alone behind a stop, a day or on its line.
    let alone =
        |word| head.strip_suffix(word).is_some_and(|before| !before.ends_with(|c| is_ideograph(c) && c != '日'));
    // 附　件：1.分工表
    let parted = || {
        let word = head.strip_suffix(['：', ':']).and_then(|head| head.strip_suffix('件'));
        word.is_some_and(|word| word.ends_with(is_blank) && word.trim_end_matches(is_blank).ends_with('附'))
    };
    ["附件：", "附件:", "附表：", "附图："].iter().any(|word| head.ends_with(word))
        || alone("附：")
        || alone("附:")
        || parted()
}

/// Whether a text ends with what a list of books begins with.
pub(crate) fn ends_with_books(head: &str) -> bool {
    let head = head.trim_end_matches(|c| is_blank(c) || matches!(c, '：' | ':' | '\n' | '\r'));
    // 参考文献（References）
    let bare = || {
        head.strip_suffix(['）', ')'])?.trim_end_matches(|c: char| c.is_ascii_alphabetic()).strip_suffix(['（', '('])
    };
    let head = bare().unwrap_or(head);
    ["参考文献", "参考资料", "參考文獻", "參考資料", "参考书目", "参考书"].iter().any(|word| head.ends_with(word))
}

/// Whether a text ends with a word that explains the document above it or asks about it, and its colon: 填表说明：, 思考题：.
pub(crate) fn ends_with_remarks(head: &str) -> bool {
    let word = head.strip_suffix(['：', ':']).unwrap_or("");
    ONLY_REMARKS.iter().chain(&QUESTIONS).any(|remark| word.ends_with(remark))
}

/// Whether the text before a number ends with 附件 as the head of an annex: behind a stop, a bracket or a date,
/// where a reference (见附件1) would stand behind a word.
pub(crate) fn heads_annex(head: &str) -> bool {
    let before = head.strip_suffix("附件").and_then(|head| head.chars().next_back());
    matches!(before, Some('日' | '。' | '）' | ')' | '；'))
}

#[cfg(test)]
mod tests {
    use super::{AUDIENCE, FINDINGS, LACKS, Turn, is_behind_number, may_turn, turn};

    #[test]
    fn names_of_standards() {
        for head in ["GB 14287.2 电气火灾监控系统 ", "符合GB/T 31832.2 城市照明", "SL/Z322灯具"] {
            assert!(is_behind_number(head), "{head}");
        }
        for head in ["英语CET4考试说明", "GB 4717的规定。", "GB 4717\n", "第二部分 GDP 增长", ""] {
            assert!(!is_behind_number(head), "{head}");
        }
    }

    #[test]
    fn what_turns_is_looked_at() {
        let long = "，".repeat(50);
        for words in FINDINGS.iter().chain(&AUDIENCE).chain(&LACKS) {
            for stop in ["。\n", "\n　　", "。\n\u{3000}"] {
                let text = format!("{stop}{words}{long}");
                let expected = if FINDINGS.contains(words) { Turn::Finding } else { Turn::Other };
                assert_eq!(Some(expected), turn(&text).filter(|_| may_turn(text.as_bytes())), "{text}");
            }
        }
        for words in ["同时，我们也清醒地看到", "在肯定成绩的同时，", "在发展的同时，还存在"]
        {
            assert_eq!(turn(&format!("。{words}{long}")), Some(Turn::Other), "{words}");
        }
        for words in ["存在的问题", "我们看到", "在会议期间，同时存在", "清醒剂"] {
            assert_eq!(turn(&format!("。{words}{long}")), None, "{words}");
        }
    }
}
