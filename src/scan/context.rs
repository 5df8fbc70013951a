//! What stands around a marker: small classes of characters and words.
//!
//! Each list names a class of the language and where the class ends; none is made from a document.

/// What stands before a marker, blanks skipped.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[repr(u8)]
pub(crate) enum Before {
    /// The text begins here.
    Start,
    /// A line break.
    Line,
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
    /// A digit, ％ or °.
    Digit,
    /// A Latin letter.
    Letter,
    /// An ideograph.
    Word,
    /// Anything else: dashes, bullets, signs.
    Other,
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
pub(crate) fn before(c: Option<char>) -> Before {
    match c {
        None => Before::Start,
        Some('\n' | '\r' | '\u{85}' | '\u{2028}' | '\u{2029}') => Before::Line,
        Some('。' | '！' | '!' | '？' | '?' | '…' | '．') => Before::Stop,
        Some('；' | ';') => Before::Semi,
        Some('：' | ':' | '︰') => Before::Colon,
        Some('，' | ',') => Before::Comma,
        Some('、') => Before::Dun,
        Some('）' | ')' | '”' | '》' | '」' | '』' | '】' | '］' | ']' | '’' | '〕' | '〉') => {
            Before::Close
        }
        Some('（' | '(' | '“' | '《' | '「' | '『' | '【' | '［' | '[' | '‘' | '〔' | '〈') => Before::Open,
        Some('0'..='9' | '０'..='９' | '%' | '％' | '℃' | '°') => Before::Digit,
        Some('A'..='Z' | 'a'..='z' | 'Ａ'..='Ｚ' | 'ａ'..='ｚ') => Before::Letter,
        Some('\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}' | '〇') => Before::Word,
        Some(_) => Before::Other,
    }
}

/// The class of the text behind a marker.
pub(crate) fn after(rest: &str) -> After {
    let mut rest = rest.chars();
    match rest.next() {
        None => After::End,
        Some('\n' | '\r' | '\u{85}' | '\u{2028}' | '\u{2029}') => After::Line,
        Some(c) if super::marker::is_blank(c) => After::Blank,
        Some('0'..='9' | '０'..='９') => After::Digit,
        Some('、') => After::Dun,
        Some('，' | ',') => After::Comma,
        Some('。' | '；' | ';' | '：' | ':' | '！' | '!' | '？' | '?' | '．' | '.') => After::Stop,
        Some('（' | '(' | '“' | '《' | '「' | '『' | '【' | '［' | '[' | '‘' | '〔' | '〈') => After::Open,
        Some('）' | ')' | '”' | '》' | '」' | '』' | '】' | '］' | ']' | '’' | '〕' | '〉') => After::Close,
        Some('A'..='Z' | 'a'..='z' | 'Ａ'..='Ｚ' | 'ａ'..='ｚ') => After::Letter,
        Some(c) if is_unit(c) => After::Unit,
        Some(c) if super::numeral::is_numeral_char(c) => After::Numeral,
        Some(c) if goes_on_with_reference(c, rest.next()) => After::Reference,
        Some('\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}') => After::Word,
        Some(_) => After::Other,
    }
}

/// Words that stand right behind a number and count or measure with it (量词、单位), by first character.
/// A verb or noun that a heading may begin with is not in the list, with the exception of a few that
/// are far commoner as units (分 度 所 级).
pub(crate) const fn is_unit(c: char) -> bool {
    matches!(
        c,
        '年' | '月'
            | '日'
            | '号'
            | '时'
            | '分'
            | '秒'
            | '周'
            | '天'
            | '岁'
            | '个'
            | '名'
            | '位'
            | '人'
            | '户'
            | '所'
            | '项'
            | '条'
            | '款'
            | '章'
            | '节'
            | '篇'
            | '批'
            | '次'
            | '类'
            | '种'
            | '级'
            | '层'
            | '米'
            | '吨'
            | '元'
            | '万'
            | '亿'
            | '千'
            | '百'
            | '里'
            | '公'
            | '届'
            | '座'
            | '辆'
            | '台'
            | '套'
            | '间'
            | '栋'
            | '口'
            | '亩'
            | '例'
            | '倍'
            | '步'
            | '度'
            | '点'
            | '成'
            | '件'
            | '家'
            | '组'
            | '片'
            | '处'
            | '份'
            | '%'
            | '％'
            | '℃'
            | '‰'
            | '°'
            | '支'
            | '期'
            | '季'
            | '幅'
            | '场'
            | '只'
            | '头'
            | '株'
            | '本'
            | '张'
            | '把'
            | '瓶'
            | '桶'
            | '字'
            | '页'
            | '行'
            | '列'
            | '卷'
            | '册'
            | '班'
            | '队'
            | '版'
            | '楼'
            | '室'
            | '毫'
            | '厘'
            | '升'
            | '克'
            | '斤'
            | '尺'
            | '寸'
            | '平'
            | '立'
            | '瓦'
            | '小'
            | '者'
            | '來'
            | '来'
            | '歲'
            | '個'
            | '號'
            | '萬'
            | '億'
            | '項'
            | '條'
            | '時'
            | '點'
    )
}

/// Whether `first`, `second` go on with a reference to a numbered place: `第三条规定的`, `第（二）项`,
/// `第三章中`. 中 begins 中国 and 中央, 所 begins 所有: their second character is looked at.
pub(crate) const fn goes_on_with_reference(first: char, second: Option<char>) -> bool {
    match first {
        '的' | '项' | '款' | '條' | '条' | '目' | '項' | '和' | '与' | '及' | '至' | '或' | '第' | '之' | '與'
        | '等' => true,
        '规' | '規' => matches!(second, Some('定')),
        '所' => matches!(second, Some('列' | '称' | '述' | '指' | '定' | '規' | '规')),
        '中' => !matches!(
            second,
            Some('国' | '國' | '央' | '小' | '学' | '學' | '共' | '介' | '医' | '标' | '期' | '心' | '华' | '等')
        ),
        '以' => matches!(second, Some('上' | '下' | '外' | '内' | '前' | '后' | '及')),
        '情' => matches!(second, Some('形')),
        '进' => matches!(second, Some('行')),
        '内' => matches!(second, Some('容')),
        _ => false,
    }
}

/// Whether the text before a place ends with a word that a reference follows: 依照 第三条, 违反 第三条.
pub(crate) fn refers(before: &str) -> bool {
    const WORDS: [&str; 40] = [
        "依照", "按照", "根据", "依据", "违反", "適用", "适用", "参照", "符合", "执行", "本法", "条例", "办法", "规定",
        "细则", "规则", "解释", "刑法", "法典", "以及", "或者", "同时", "除", "见", "有", "前", "上述", "下列", "对",
        "按", "和", "与", "及", "至", "、", "或", "》", "由", "該", "该",
    ];
    WORDS.iter().any(|word| before.ends_with(word))
}

/// Whether the text before a numeral ends with a letter that makes one word of both: 统一、 之一 唯一
/// 第一 万一. The class: what forms a two-character word with a numeral behind it.
pub(crate) const fn forms_word_with_numeral(c: char) -> bool {
    matches!(
        c,
        '统' | '統'
            | '之'
            | '唯'
            | '万'
            | '合'
            | '不'
            | '如'
            | '专'
            | '單'
            | '单'
            | '同'
            | '划'
            | '归'
            | '某'
            | '每'
            | '另'
            | '这'
            | '那'
            | '任'
            | '其'
            | '周'
            | '星'
            | '初'
            | '礼'
            | '十'
            | '百'
            | '千'
            | '零'
            | '〇'
            | '第'
            | '逢'
            | '惟'
            | '逐'
            | '独'
            | '再'
            | '说'
            | '期'
            | '月'
            | '国'
            | '全'
            | '高'
            | '大'
            | '小'
    )
}

/// Whether the text before a number ends with the name of a numbered thing that is no item: 附件1 案例1
/// 专栏1 图1 表1 问1.
pub(crate) fn names_number(before: &str) -> bool {
    const WORDS: [&str; 20] = [
        "附件", "案例", "专栏", "图", "表", "问", "附录", "例", "方案", "情形", "任务", "提案", "动议", "模块", "阶段",
        "项目", "實例", "公式", "样本", "示例",
    ];
    WORDS.iter().any(|word| before.ends_with(word))
}

/// Whether levels start anew here: an annex, a box, a glossary begins.
pub(crate) fn starts_anew(rest: &str) -> bool {
    const WORDS: [&str; 10] = ["附件", "附录", "附表", "附：", "附:", "专栏", "名词解释", "附錄", "專欄", "编制说明"];
    WORDS.iter().any(|word| rest.starts_with(word))
}
