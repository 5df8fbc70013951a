//! What stands around a marker: small classes of characters and words.
//!
//! Each list names a class of the language and where the class ends; none is made from a document.

mod measures;
mod passages;

use super::bytes::{self, is_ideograph, three, three_before};
use super::few::Few;
use super::kind::Kind;
pub(crate) use measures::{
    ends_with_relation, is_mask, is_masked_figure, is_masked_year, is_measure, is_unit, leads_to_figure,
};
pub(super) use measures::{measure, unit};
pub(crate) use passages::{
    Turn, begins_box, ends_day_or_time, ends_with_annexes, ends_with_books, ends_with_leader, ends_with_page,
    ends_with_remarks, gives_reasons, goes_on_as_day, has_pair, heads_annex, heads_table, is_day, is_last_chapter,
    lists_annexes, names_holiday, names_standard, near_end, speaker_ends, starts_anew, sums_up, turn,
};

/// What stands before a marker, blanks skipped.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[repr(u8)]
pub(crate) enum Before {
    /// The text begins here.
    Start,
    /// A line break.
    Line,
    /// A line break behind ：.
    ColonLine,
    /// 。！？…
    Stop,
    /// ；
    Semi,
    /// ：
    Colon,
    /// ，
    Comma,
    /// 、
    Dun,
    /// A closing bracket or quotation mark.
    Close,
    /// An opening bracket or quotation mark.
    Open,
    /// A digit.
    Digit,
    /// A Latin letter.
    Letter,
    /// An ideograph.
    Word,
    /// An ideograph and the two wide blanks that begin a paragraph: its line break is lost.
    Indent,
    /// A bullet: • ● ★ ※.
    Bullet,
    /// Anything else: dashes, signs, the ％ that ends a figure.
    Other,
}

impl Before {
    /// Whether nothing but blanks stands between the last line break (or the start of the text) and the place.
    pub(crate) const fn begins_line(self) -> bool {
        matches!(self, Self::Start | Self::Line | Self::ColonLine)
    }
}

/// What stands right behind a marker.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[repr(u8)]
pub(crate) enum After {
    /// The text ends here.
    End,
    /// A line break.
    Line,
    /// A blank.
    Blank,
    /// A digit.
    Digit,
    /// A Chinese numeral.
    Numeral,
    /// A word that counts or measures: 年 个 所 %.
    Unit,
    /// 、
    Dun,
    /// ，
    Comma,
    /// 。；：
    Stop,
    /// An opening bracket or quotation mark.
    Open,
    /// A closing bracket or quotation mark.
    Close,
    /// A word that goes on with a reference: 的 款 项 规定.
    Reference,
    /// Another ideograph.
    Word,
    /// A Latin letter.
    Letter,
    /// Anything else.
    Other,
}

/// The class of the character before a marker.
pub(crate) const fn before(last: Option<char>) -> Before {
    match last {
        None => Before::Start,
        Some(last) => before_char(last),
    }
}

pub(super) const fn before_char(last: char) -> Before {
    match last {
        '\n' | '\r' | '\u{85}' | '\u{2028}' | '\u{2029}' => Before::Line,
        '。' | '！' | '!' | '？' | '?' | '…' | '．' => Before::Stop,
        '；' | ';' => Before::Semi,
        '：' | ':' | '︰' => Before::Colon,
        '，' | ',' => Before::Comma,
        '、' => Before::Dun,
        '）' | ')' | '”' | '》' | '」' | '』' | '】' | '］' | ']' | '’' | '〕' | '〉' => Before::Close,
        '（' | '(' | '“' | '《' | '「' | '『' | '【' | '［' | '[' | '‘' | '〔' | '〈' => Before::Open,
        '0'..='9' | '０'..='９' => Before::Digit,
        'A'..='Z' | 'a'..='z' | 'Ａ'..='Ｚ' | 'ａ'..='ｚ' => Before::Letter,
        '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}' | '〇' => Before::Word,
        '•' | '●' | '★' | '☆' | '※' | '◆' | '■' | '□' | '▪' | '○' | '◎' | '►' | '▶' | '➢' | '✓' | '√' => {
            Before::Bullet
        }
        _ => Before::Other,
    }
}

/// What may stand beside a character where it has a meaning.
#[derive(Clone, Copy)]
pub(super) enum Beside {
    /// Any character but these.
    But(&'static str),
    /// One of these.
    Only(&'static str),
}

impl Beside {
    /// The characters that are listed.
    pub(super) const fn others(&self) -> &'static str {
        match *self {
            Self::But(others) | Self::Only(others) => others,
        }
    }

    /// Whether those that are listed are the ones that may stand there.
    pub(super) const fn lists_allowed(&self) -> bool {
        matches!(self, Self::Only(_))
    }

    /// Whether the character that begins with these bytes may stand there, by the first three of them: all others are
    /// ideographs.
    #[inline]
    pub(super) fn allows(&self, other: u32) -> bool {
        let (known, mut left) = (self.lists_allowed(), self.others().as_bytes());
        while let Some((&[first, second, third], rest)) = left.split_first_chunk() {
            if u32::from_le_bytes([first, second, third, 0]) == three(other) {
                return known;
            }
            left = rest;
        }
        !known
    }

    /// The same of a character.
    pub(super) fn allows_char(&self, other: char) -> bool {
        let mut bytes = [0; 4];
        other.encode_utf8(&mut bytes);
        self.allows(u32::from_le_bytes(bytes))
    }
}

/// The class of the text behind a marker.
pub(crate) fn after(text: &str) -> After {
    match text.chars().next() {
        None => After::End,
        Some(first) => after_sign(first).unwrap_or_else(|| after_word(text)),
    }
}

/// The class of a text that begins with none of these.
pub(super) fn after_word(text: &str) -> After {
    let mut rest = text.chars();
    let Some(first) = rest.next() else { return After::End };
    match first {
        _ if is_unit(text) => After::Unit,
        _ if super::numeral::is_numeral_char(first) => After::Numeral,
        '第' if counts_in_order(text) => After::Word,
        _ if reference(first).is_some_and(|beside| beside.allows_char(rest.next().unwrap_or(' '))) => After::Reference,
        '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}' => After::Word,
        _ => After::Other,
    }
}

/// Whether a text begins with what is counted in order, and no place of a document: 第一次, 第二批, but 第三款.
fn counts_in_order(text: &str) -> bool {
    let number = |c: char| c.is_ascii_digit() || super::numeral::is_numeral_char(c);
    text.strip_prefix('第').is_some_and(|rest| {
        let counted = rest.trim_start_matches(number);
        counted.len() < rest.len()
            && counted.starts_with(['次', '批', '期', '轮', '届', '名', '天', '位', '场', '组', '遍'])
    })
}

/// Whether a number and one letter are a name: 5S, 5G网络, 4A景区; or a step between two others: 3a.
pub(crate) fn is_brand(rest: &str) -> bool {
    matches!(rest.as_bytes(), [b'A'..=b'Z', next, ..] if !next.is_ascii_alphanumeric())
        || matches!(rest.as_bytes(), [b'a'..=b'z', b'.', ..])
}

/// Whether a numeral in brackets is a day of the week behind a day: 10月13日（五）前, as papers of Taiwan have it.
pub(crate) fn is_weekday(before: &str, rest: &str) -> bool {
    const GOES_ON: [char; 16] =
        ['前', '起', '止', '至', '上', '下', '中', '晚', '於', '于', '～', '~', '、', '，', '。', '）'];
    let day = before.strip_suffix('日').is_some_and(|day| day.ends_with(|c: char| c.is_ascii_digit()));
    // 5月15日（一） 8:30
    let time = || {
        let time = rest.trim_start_matches(super::marker::is_blank);
        let minutes = time.trim_start_matches(|c: char| c.is_ascii_digit());
        minutes.len() < time.len() && minutes.starts_with([':', '：', '时', '点', '時', '點'])
            || ["全天", "上午", "下午", "晚"].iter().any(|part| time.starts_with(part))
    };
    day && (rest.starts_with(|c: char| c.is_ascii_digit() || GOES_ON.contains(&c)) || time())
}

/// Whether one ideograph alone stands behind a sign, so that it is a name with a numeral behind it: 出席：张三、李四. Behind a blank
/// it may be the last of a heading whose characters are parted. What says that nothing is to be filled in is no name:
/// 其他事项：无三、联系方式.
pub(crate) fn names_person(before: &str) -> bool {
    before.chars().nth_back(1).is_some_and(|c| matches!(c, '：' | ':' | '、'))
        && !before.ends_with(['无', '無', '略', '否'])
}

/// Whether a text ends with the name of what a step is one of, so that its letter refers to it. A first letter may begin the
/// steps below a heading of this name: 试验步骤a)打开阀门.
pub(super) fn names_step(before: &str) -> bool {
    before.ends_with("步骤")
}

/// Whether a numeral in brackets is that of a size or class: 小（二）型水库, 大（1）型泵站, 乙（1）类.
pub(crate) fn is_size(before: &str, rest: &str) -> bool {
    before.ends_with(['小', '中', '大']) && rest.starts_with('型')
        || before.ends_with(['甲', '乙', '丙']) && rest.starts_with(['类', '级'])
}

/// The class of a text that begins with a sign, a blank, a digit or a letter.
pub(super) const fn after_sign(first: char) -> Option<After> {
    Some(match first {
        '\n' | '\r' | '\u{85}' | '\u{2028}' | '\u{2029}' => After::Line,
        c if super::marker::is_blank(c) => After::Blank,
        '0'..='9' | '０'..='９' => After::Digit,
        '、' => After::Dun,
        '，' | ',' => After::Comma,
        '。' | '；' | ';' | '：' | ':' | '！' | '!' | '？' | '?' | '．' | '.' => After::Stop,
        '（' | '(' | '“' | '《' | '「' | '『' | '【' | '［' | '[' | '‘' | '〔' | '〈' => After::Open,
        '）' | ')' | '”' | '》' | '」' | '』' | '】' | '］' | ']' | '’' | '〕' | '〉' => After::Close,
        'A'..='Z' | 'a'..='z' | 'Ａ'..='Ｚ' | 'ａ'..='ｚ' => After::Letter,
        _ => return None,
    })
}

/// Whether a predicate follows 第N章, so that a sentence speaks of the chapter: 第一章为绪论, 第二章介绍….
/// Words that a heading may begin with as well (总结与展望, 主要技术) are predicates only where their line is a
/// sentence.
pub(crate) fn is_predicate(rest: &str) -> bool {
    const CLEAR: [&str; 10] = ["为", "是", "介绍", "阐述", "论述", "将", "則", "提出", "給出", "给出"];
    const EITHER: [&str; 5] = ["主要", "总结", "讨论", "着重", "对"];
    const ADVERBS: [&str; 6] = ["则", "主要", "分别", "重点", "着重", "简要"];
    const SAYS: [&str; 9] = ["介绍", "阐述", "论述", "分析", "说明", "讨论", "概述", "描述", "明确"];
    let starts = |words: &[&str]| words.iter().any(|word| rest.starts_with(word));
    let said = ADVERBS.iter().find_map(|adverb| rest.strip_prefix(adverb));
    starts(&CLEAR) && !rest.starts_with("为了")
        || said.is_some_and(|said| SAYS.iter().any(|word| said.starts_with(word)))
        || is_quoted_subject(rest)
        || is_named_subject(rest, &SAYS)
        || starts(&EITHER) && line_is_sentence(rest)
}

/// The longest name of a chapter in quotation marks, in characters.
const QUOTED: usize = 30;
/// The longest without them, and one more.
const NAMED: usize = 12;

/// Whether the name of a chapter is quoted and told about: 第一章“总则”，明确….
fn is_quoted_subject(rest: &str) -> bool {
    let mut name = rest.chars();
    let closing = match name.next() {
        Some('“') => '”',
        Some('《') => '》',
        Some('「') => '」',
        _ => return false,
    };
    name.by_ref().take(QUOTED).any(|c| c == closing) && name.as_str().starts_with(['，', ','])
}

/// Whether the name of a chapter is told about, right behind a comma: 第一章、绪论，介绍了研究的背景.
fn is_named_subject(rest: &str, says: &[&str]) -> bool {
    let end = rest.char_indices().take(NAMED).find(|&(_, c)| !super::ideograph::is_ideograph(c)).map(|(at, _)| at);
    let said = end.and_then(|end| rest.get(end..)?.strip_prefix('，'));
    said.is_some_and(|said| says.iter().any(|word| said.starts_with(word)))
}

/// The longest line that is looked at to its end, in characters: a text may be one line of a gigabyte, and
/// full of such places.
const LINE_REACH: usize = 200;

/// Whether the line that begins `rest` ends with 。, and another follows.
fn line_is_sentence(rest: &str) -> bool {
    let mut last = ' ';
    for c in rest.chars().take(LINE_REACH) {
        if matches!(c, '\n' | '\r') {
            return last == '。';
        }
        last = c;
    }
    false
}

/// Whether the notice of a site that collects texts begins here: 本文由用户上传, 本资料来自网络.
pub(crate) fn is_notice(rest: &str) -> bool {
    rest.strip_prefix('本').is_some_and(|rest| {
        let text = ["文档", "文", "资料", "材料", "文件", "内容"].iter().find_map(|name| rest.strip_prefix(name));
        text.is_some_and(|rest| ["由", "来自", "来源", "系", "均"].iter().any(|word| rest.starts_with(word)))
    })
}

/// Whether a character makes one word with a Chinese numeral before it, so that the numeral is no marker
/// that lost its delimiter: 一些 一方面 一般 三产 二线 一旦.
pub(crate) const fn compounds_with_numeral(c: char) -> bool {
    matches!(
        c,
        '些' | '方'
            | '般'
            | '旦'
            | '定'
            | '直'
            | '起'
            | '样'
            | '切'
            | '面'
            | '体'
            | '路'
            | '举'
            | '同'
            | '致'
            | '并'
            | '律'
            | '贯'
            | '流'
            | '手'
            | '身'
            | '心'
            | '经'
            | '带'
            | '共'
            | '则'
            | '来'
            | '产'
            | '线'
            | '边'
            | '味'
            | '度'
            | '再'
            | '向'
            | '概'
            | '齐'
            | '旁'
            | '时'
            | '分'
            | '农'
            | '军'
            | '审'
            | '審'
            | '站'
            | '票'
            | '岗'
            | '维'
    )
}

/// What stands behind the first character of what goes on with a reference to a numbered place, if it is one:
/// `第三条规定的`, `第（二）项`, `第三章中`. 中 begins 中国 and 中央, 所 begins 所有: their second character is looked at.
pub(super) const fn reference(first: char) -> Option<Beside> {
    Some(Beside::Only(match first {
        '的' | '款' | '与' | '至' | '或' | '第' | '之' | '與' => return Some(Beside::But("")),
        // 第（二）项, but （二）项目建设.
        '项' | '項' => return Some(Beside::But("目")),
        '目' => return Some(Beside::But("标標的录錄")),
        '条' | '條' => return Some(Beside::But("件例")),
        '和' => return Some(Beside::But("谐諧平")),
        '及' => return Some(Beside::But("时時")),
        '等' => return Some(Beside::But("级級")),
        '规' | '規' => "定",
        '所' => "列称述指定規规",
        '中' => return Some(Beside::But("国國央小学學共介医标期心华等")),
        '以' => "上下外内前后及",
        '情' => "形",
        // （1）式中：…: the number of a formula.
        '式' => "中",
        '进' => "行",
        '内' => "容",
        _ => return None,
    }))
}

/// How far back 本 is looked for before the name of a document, in characters: 本管理制度第三条.
const OWN_NAME: usize = 5;

/// What is ticked or not.
const TICKS: [char; 6] = ['□', '■', '√', '☑', '☐', '✓'];

/// Whether the text before a place ends with a word that a reference follows: 依照 第三条, 违反 第三条,
/// 本制度 第三条.
pub(crate) fn refers(before: &str) -> bool {
    let mut back = before.chars().rev();
    let (Some(last), previous) = (back.next(), back.next().unwrap_or(' ')) else { return false };
    // 编制依据（1） is a heading.
    let noun = (previous, last) == ('依', '据') && matches!(back.clone().next(), Some('制' | '定' | '律' | '策'));
    // □适用 √不适用 is ticked.
    let ticked = || before.strip_suffix("适用").is_some_and(|tick| tick.trim_end_matches('不').ends_with(TICKS));
    referring(last).is_some_and(|beside| beside.allows_char(previous)) && !noun && !(last == '用' && ticked())
        || names_document(last).is_some_and(|beside| beside.allows_char(previous))
            && (previous == '本' || back.take(OWN_NAME).take_while(|c| !matches!(c, '。' | '\n')).any(|c| c == '本'))
}

/// Whether the text behind the first chapter or article is that of a document that begins here, so that the word before
/// is its title: 处理办法 第一章总则第一条, 处理办法 第一条 为了.
pub(crate) fn begins_document(rest: &str, kind: Kind) -> bool {
    let rest = rest.trim_start_matches(super::marker::is_blank);
    match kind {
        Kind::Chapter | Kind::ChapterArabic => {
            let mut end = rest.len().min(OWN_HEADING);
            while !rest.is_char_boundary(end) {
                end -= 1; // stops at 0, a boundary
            }
            let heading = rest.get(..end).unwrap_or("");
            heading.split('第').nth(1).is_some_and(|next| {
                next.trim_start_matches(super::marker::is_blank).starts_with(['一', '1'])
                    && !heading.contains(['。', '，'])
            })
        }
        Kind::Article | Kind::ArticleArabic => {
            ["为", "為", "根据", "依据", "依照"].iter().any(|word| rest.starts_with(word))
        }
        _ => false,
    }
}

/// The longest heading of a first chapter that is looked over, in bytes, with what follows.
const OWN_HEADING: usize = 48;

/// What stands before the last character of a word that a reference follows, if it is one.
pub(super) const fn referring(last: char) -> Option<Beside> {
    Some(Beside::Only(match last {
        '除' | '见' | '有' | '前' | '对' | '按' | '和' | '与' | '及' | '至' | '、' | '或' | '》' | '由' | '第'
        | '条' | '款' | '章' | '节' | '條' | '該' | '该' | '将' | '將' | '之' => {
            return Some(Beside::But(""));
        }
        '原' => return Some(Beside::But("草平高中还複复")),
        '编' | '篇' => "本",
        '照' => "依按参參",
        '据' | '據' => "根依",
        '反' => "违違",
        '用' => "适適",
        '合' => "符",
        '行' => "执",
        '法' => "本办刑",
        '例' => "条",
        '则' => "细规",
        '释' => "解",
        '典' => "法",
        '者' => "或",
        '时' => "同",
        '述' => "上",
        '列' => "下",
        // 以式（1）为框架, but 形式（1）
        '式' => "公按由见以将与据和入从在用及得，。；（、",
        // 将第八条与第九条合并为第九条, 增加一条，作为第十条
        '为' | '為' => "作改并列",
        '去' => "删",
        '加' => "增",
        _ => return None,
    }))
}

/// What stands before the last character of a word for a document, if it is one: with 本 before it that document is
/// this one.
pub(super) const fn names_document(last: char) -> Option<Beside> {
    Some(match last {
        // 一般规定第一条 is the head of a chapter and its first article.
        '定' => Beside::Only("规"),
        '度' | '程' | '同' | '议' | '约' | '准' | '案' | '册' | '书' => Beside::But(""),
        _ => return None,
    })
}

/// What stands before a character that makes one word with a Chinese numeral behind it, if it is one: 统一、 之一是 唯一 第一 万一. The
/// class: what forms a two-character word with a numeral behind it, unless it is itself the end of a word
/// (清单, 计划, 合同, 二期).
pub(super) const fn binding(last: char) -> Option<Beside> {
    Some(Beside::But(match last {
        '统' | '統' | '之' | '唯' | '万' | '合' | '不' | '如' | '专' | '归' | '某' | '每' | '另' | '这' | '那'
        | '任' | '其' | '周' | '初' | '礼' | '十' | '百' | '千' | '零' | '〇' | '第' | '逢' | '惟' | '逐' | '独'
        | '再' | '说' | '全' | '高' | '大' | '小' | '星' | '月' | '国' => "",
        '单' | '單' => "清名表订菜账帐简榜",
        '同' => "合共协",
        '划' => "计规策",
        '期' => return Some(Beside::Only("星")),
        _ => return None,
    }))
}

/// Whether the text before a number ends with the name of a numbered thing that is no item: 附件1 案例1
/// 专栏1 图1 表1 问1 王某1. A title or a field may end in some of these words (实施方案1、, 联系人：王某2、): there no 、 may follow in
/// `rest`.
pub(crate) fn names_number(before: &str, rest: &str) -> bool {
    let mut back = before.chars().rev();
    let (Some(last), previous) = (back.next(), back.next().unwrap_or(' ')) else { return false };
    let title_word = matches!(last, '形' | '务' | '块' | '段' | '目' | '某') || (previous, last) == ('方', '案');
    numbered(last).is_some_and(|beside| beside.allows_char(previous))
        && !(title_word && rest.trim_start_matches(|c: char| c.is_ascii_digit()).starts_with('、'))
}

/// Words whose field holds a figure: 版本：3.2, 成交金额：95.4（万元）, DOI：10.1392/j.2023.
const FIGURES: [&str; 9] = ["版本", "版本号", "金额", "价", "价格", "预算", "面积", "得分", "DOI"];

/// Words whose field holds a number of three digits and more that no item has.
const NUMBERS: [&str; 8] = ["电话", "热线", "号码", "传真", "手机", "邮编", "微信", "代码"];

/// Words whose field holds a number: 版本号：03　页码：1.
const COUNTS: [&str; 8] = ["版本", "版本号", "版次", "编号", "页码", "页次", "修订号", "批次"];

/// Whether a decimal number, or a number alone, is the value of a field, whose colon `before` ends with.
pub(crate) fn is_value(before: &str, rest: &str) -> bool {
    if !rest.as_bytes().first().is_some_and(u8::is_ascii_digit) {
        return false;
    }
    let decimal = rest.trim_start_matches(|c: char| c.is_ascii_digit());
    let mut behind = decimal.chars();
    let name = before.trim_end_matches([':', '：']);
    let words: &[&str] = match behind.next() {
        // 举报电话：110、12345
        _ if rest.len() - decimal.len() > 2 => &NUMBERS,
        Some('.') if behind.next().is_some_and(|c| c.is_ascii_digit()) => &FIGURES,
        None | Some('\n' | '\r') => &COUNTS,
        Some(c) if super::marker::is_blank(c) => &COUNTS,
        _ => return false,
    };
    words.iter().any(|word| name.ends_with(word))
}

/// What stands before the last character of a name that a number belongs to, if it is one.
pub(super) const fn numbered(last: char) -> Option<Beside> {
    Some(Beside::Only(match last {
        // 某: people whose names are masked are told apart by numbers.
        '图' | '表' | '问' | '例' | '某' => return Some(Beside::But("")),
        '件' | '录' | '錄' => "附",
        '栏' => "专",
        '议' => "动",
        '式' => "公",
        '本' => "样",
        '案' => "提方",
        '形' => "情",
        '务' => "任",
        '块' => "模",
        '段' => "阶",
        '目' => "项",
        _ => return None,
    }))
}

/// How far back a word is looked for, in bytes.
const WORD_REACH: usize = 180;

/// Whether the numeral `at..end` and the character behind it stand in the words before as well: a word that
/// begins with a numeral, and no marker without its delimiter.
pub(crate) fn repeats_word(text: &str, at: usize, end: usize) -> bool {
    let Some(next) = text.get(end..).and_then(|rest| rest.chars().next()) else { return false };
    let mut from = at.saturating_sub(WORD_REACH);
    while !text.is_char_boundary(from) {
        from += 1;
    }
    match (text.get(from..at), text.get(at..end + next.len_utf8())) {
        (Some(before), Some(word)) => before.contains(word),
        _ => false,
    }
}

/// Whether `rest` begins with the letter or the two characters that `before` ends with: t1、t2, 地块1、地块2.
pub(crate) fn names_again(before: &str, rest: &str) -> bool {
    let mut back = before.char_indices().rev();
    let (last, previous) = (back.next(), back.next());
    let from = match (last, previous) {
        (Some((at, letter)), _) if letter.is_ascii_alphabetic() => at,
        (_, Some((at, _))) => at,
        _ => return false,
    };
    before.get(from..).is_some_and(|name| rest.starts_with(name))
}

/// Whether a number and a dot before this text are those of a version: 1.x
pub(crate) fn is_version(rest: &str) -> bool {
    let mut rest = rest.chars();
    matches!(rest.next(), Some('x' | 'X')) && !rest.next().is_some_and(char::is_alphanumeric)
}

/// Whether a month stands behind a number and a blank: 3 月底前完成, 6 月 27 日, but 3 月度考核.
pub(super) fn is_month(rest: &str) -> bool {
    let behind = rest.trim_start_matches(super::marker::is_blank).strip_prefix('月');
    behind.is_some_and(|behind| {
        let day = behind.trim_start_matches(super::marker::is_blank);
        day.starts_with(|c: char| c.is_ascii_digit() || matches!(c, '，' | '。' | '、' | '）' | '—' | '-' | '~' | '～'))
            || behind.starts_with(['底', '初', '末', '份', '前', '中', '上', '下', '内', '起', '至', '以', '到'])
    })
}

/// The longest digits and dots behind the first dot of a number, in bytes.
const PARTS: usize = 16;

/// Whether a day in figures stands behind the last digits of a number and a blank or bracket: 1.2 2020-08-21 is a row of versions,
/// 1.2.0（2024年5月1日） the name of one.
pub(crate) fn is_dated(rest: &str) -> bool {
    // A number has few parts.
    let digits = rest.bytes().take(PARTS).take_while(|&byte| byte.is_ascii_digit() || byte == b'.').count();
    // Behind nearly all numbers a word stands.
    if bytes::is_ideograph(bytes::four(rest.as_bytes(), digits)) {
        return false;
    }
    let behind = rest.get(digits..).unwrap_or("");
    if let Some(day) = behind.strip_prefix(['（', '(']) {
        return matches!(
            day.as_bytes(),
            [b'1' | b'2', b'0'..=b'9', b'0'..=b'9', b'0'..=b'9', b'-' | b'/' | b'.', b'0'..=b'9', ..]
                | [b'1' | b'2', b'0'..=b'9', b'0'..=b'9', b'0'..=b'9', 0xE5, 0xB9, 0xB4, b'0'..=b'9', ..]
        );
    }
    let day = behind.trim_start_matches(super::marker::is_blank);
    day.len() < behind.len()
        && matches!(
            day.as_bytes(),
            [b'1' | b'2', b'0'..=b'9', b'0'..=b'9', b'0'..=b'9', b'-' | b'/' | b'.', b'0'..=b'9', ..]
        )
}

/// The longest remark in brackets that is looked over, in characters.
const REMARK: usize = 24;

/// Whether a bracket that was opened before is closed in `rest`, within its clause.
pub(crate) fn closes_remark(rest: &str) -> bool {
    // Asked of every number before one bracket, and few have another near: ）is EF BC 89.
    if let Some(near) = rest.as_bytes().first_chunk::<{ 4 * REMARK + 1 }>()
        && !near.contains(&b')')
        && !has_pair(near, [0xBC, 0x89])
    {
        return false;
    }
    let ends = |c: &char| matches!(before(Some(*c)), Before::Stop | Before::Semi | Before::Line | Before::Open);
    let clause = rest.chars().take(REMARK).take_while(|c| !ends(c));
    clause.into_iter().any(|c| matches!(c, '）' | ')'))
}

/// How far before a colon the words are looked for that a list follows, in characters, blanks and line breaks included.
const LEAD_IN: usize = 16;

/// Whether a text that ends with a colon says that a list follows: 如下, 下列, 以下, 包括. A label (任职要求：) does not.
pub(crate) fn leads_in(head: &str) -> bool {
    const WORDS: [[u32; 2]; 7] = [
        [bytes::of("如"), bytes::of("下")],
        [bytes::of("下"), bytes::of("列")],
        [bytes::of("以"), bytes::of("下")],
        [bytes::of("之"), bytes::of("一")],
        [bytes::of("包"), bytes::of("括")],
        [bytes::of("包"), bytes::of("含")],
        [bytes::of("分"), bytes::of("别")],
    ];
    static SECOND: Few<32> = Few::of("下列一括含别");
    // One walk over the last characters, each beside the one behind it.
    let (text, mut at, mut behind) = (head.as_bytes(), head.len(), 0);
    for _ in 0..LEAD_IN {
        let last = three_before(text, at);
        if is_ideograph(last) {
            if SECOND.has(behind) && WORDS.contains(&[last, behind]) {
                return true;
            }
            (at, behind) = (at - 3, last);
        } else {
            let Some(c) = head.get(..at).and_then(|head| head.chars().next_back()) else { return false };
            (at, behind) = (at - c.len_utf8(), 0);
        }
    }
    false
}

/// The longest word that is looked at, in characters.
const LONE: usize = 4;

/// Whether a text may end with a word that stands alone: mostly there are more ideographs than that.
#[inline]
pub(crate) fn may_be_lone(head: &[u8]) -> bool {
    let last: Option<&[u8; 3 * (LONE + 1)]> = head.last_chunk();
    last.is_none_or(|last| !last.iter().step_by(3).all(|byte| matches!(byte, 0xE4..=0xE9)))
}

/// The ideographs that a text ends with, where there are no more than [`LONE`] of them, and a sign before them.
fn last_word(head: &str) -> Option<&str> {
    let mut at = head.len();
    for _ in 0..=LONE {
        if is_ideograph(three_before(head.as_bytes(), at)) {
            at -= 3;
            continue;
        }
        let last = head.get(..at)?.chars().next_back()?;
        if before(Some(last)) != Before::Word {
            return head.get(at..);
        }
        at -= last.len_utf8();
    }
    None
}

/// The word that a text ends with, where it stands alone behind a sign: 证据 in `…；证据`. A word that joins the
/// items of a list (；或2.) is none.
pub(crate) fn lone_word(head: &str) -> Option<&str> {
    if !may_be_lone(head.as_bytes()) {
        return None;
    }
    let word = last_word(head)?;
    let joins = ["或者", "以及", "并且"].contains(&word) || word.chars().nth(1).is_none();
    // 4月某日 is a day.
    let of_day = word.starts_with(['年', '月'])
        && head.strip_suffix(word).is_some_and(|head| head.ends_with(|c: char| c.is_ascii_digit()));
    (!joins && !of_day).then_some(word)
}

#[cfg(test)]
mod tests;
