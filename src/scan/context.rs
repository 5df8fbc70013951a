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
pub(crate) fn after(text: &str) -> After {
    let mut rest = text.chars();
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
        Some(_) if is_unit(text) => After::Unit,
        Some(c) if super::numeral::is_numeral_char(c) => After::Numeral,
        Some(c) if goes_on_with_reference(c, rest.next()) => After::Reference,
        Some('\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}') => After::Word,
        Some(_) => After::Other,
    }
}

/// Whether a word that counts or measures (量词、单位) begins here, as it does behind a number: 年 个 所 %.
///
/// Many of these characters also begin words of two characters that a heading may open with (组 组织,
/// 项 项目, 分 分类): those are not meant.
pub(crate) fn is_unit(rest: &str) -> bool {
    let mut rest = rest.chars();
    let Some(first) = rest.next() else { return false };
    let next = rest.next().unwrap_or(' ');
    let words = match first {
        '月' | '号' | '秒' | '岁' | '吨' | '元' | '万' | '亿' | '千' | '百' | '届' | '座' | '辆' | '间' | '栋'
        | '亩' | '倍' | '%' | '％' | '℃' | '‰' | '°' | '季' | '幅' | '株' | '瓶' | '桶' | '页' | '册' | '毫' | '厘'
        | '克' | '斤' | '尺' | '寸' | '瓦' | '歲' | '號' | '萬' | '億' | '條' | '點' | '所' | '篇' | '款' | '种'
        | '米' | '者' | '套' | '室' | '字' => "",
        '公' => return matches!(next, '里' | '斤' | '顷' | '分'),
        '小' => return next == '时',
        '平' | '立' => return matches!(next, '方' | '米'),
        '本' => return matches!(next, '书' | '册' | '以'),
        '年' => "度级龄终检",
        '日' => "常程照",
        '时' | '時' => "间限效間",
        '分' => "类工析级步别管解层布期阶担清",
        '周' => "边期密全",
        '天' => "然",
        '个' | '個' => "体别性體",
        '名' => "称单录师词牌",
        '位' => "置于",
        '人' => "员才民力口大事社均居文工",
        '户' => "籍外口主",
        '项' | '項' => "目",
        '条' => "件例款文",
        '章' => "程",
        '节' => "能约日假点水电庆俭目",
        '批' => "准发评复",
        '次' => "要",
        '类' => "别型",
        '级' => "别",
        '层' => "级次",
        '里' => "程",
        '台' => "账湾风",
        '口' => "岸号头腔",
        '例' => "如外会行",
        '步' => "骤伐行",
        '度' => "假",
        '点' => "面位",
        '成' => "立果员本功效绩因长人为",
        '件' => "",
        '家' => "庭长电具园校乡禽",
        '组' => "织建成长合",
        '片' => "区",
        '处' => "置理罚分级室方",
        '份' => "额",
        '支' => "持部出撑付援",
        '期' => "限间望末中",
        '场' => "所地景馆",
        '只' => "有能要",
        '头' => "部雁",
        '张' => "贴",
        '行' => "政业为动使程车李贿",
        '列' => "入支席",
        '卷' => "宗烟",
        '班' => "级子组主",
        '队' => "伍",
        '版' => "本权面",
        '楼' => "宇市层",
        '升' => "级学旗降国",
        '来' | '來' => "源访自信",
        _ => return false,
    };
    !words.contains(next)
}

/// Whether an amount goes on behind the digits of a decimal: `2.3亿元`, `22.3%`, `1.6倍`. A thing that is
/// counted (家 座 名) is no measure, for nothing but whole numbers of it can be meant.
pub(crate) fn is_measure(rest: &str) -> bool {
    const MEASURES: [&str; 34] = [
        "%",
        "％",
        "‰",
        "℃",
        "°",
        "亿",
        "億",
        "万",
        "萬",
        "倍",
        "元",
        "吨",
        "米",
        "公里",
        "平方",
        "公顷",
        "度",
        "个百分",
        "個百分",
        "分",
        "成",
        "立方",
        "千",
        "亩",
        "克",
        "升",
        "小时",
        "毫",
        "厘",
        "微",
        "公斤",
        "岁",
        "级",
        "－",
    ];
    let rest = rest.trim_start_matches(super::marker::is_blank);
    MEASURES.iter().any(|measure| rest.starts_with(measure))
}

/// Whether a predicate follows 第N章, so that a sentence speaks of the chapter: 第一章为绪论, 第二章介绍….
pub(crate) fn is_predicate(rest: &str) -> bool {
    const WORDS: [&str; 16] = [
        "为", "是", "介绍", "主要", "总结", "阐述", "论述", "讨论", "将", "則", "則是", "着重", "提出", "給出", "给出",
        "对",
    ];
    !rest.starts_with("为了") && WORDS.iter().any(|word| rest.starts_with(word))
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
    const WORDS: [&str; 46] = [
        "依照", "按照", "根据", "依据", "违反", "適用", "适用", "参照", "符合", "执行", "本法", "条例", "办法", "规定",
        "细则", "规则", "解释", "刑法", "法典", "以及", "或者", "同时", "除", "见", "有", "前", "上述", "下列", "对",
        "按", "和", "与", "及", "至", "、", "或", "》", "由", "第", "条", "款", "章", "节", "條", "該", "该",
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
    const WORDS: [&str; 10] =
        ["附件", "附录", "附表", "附：", "附:", "名词解释", "名詞解釋", "附錄", "注释", "参考文献"];
    WORDS.iter().any(|word| rest.starts_with(word))
}
