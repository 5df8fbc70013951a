//! What the words on the two sides of a place say, beyond the lists of words.

use super::signs::ends_clause;
use super::words::ideograph;
use crate::scan::bytes::{four, is_ideograph as is_common, of, three};
use crate::scan::ideograph::is_ideograph;
use crate::scan::numeral::is_numeral_char;

/// What makes another word of 应 that says nothing of duties: 应急, 应用, 应对, 应聘.
const BEHIND_SHOULD: &str = "急用对聘届酬收付变激该有";

/// Whether words say something of what they name: 绩效目标是评价的依据. A heading that does so ends at a stop.
pub(super) fn says(head: &str) -> bool {
    let mut chars = head.chars().peekable();
    let mut before = ' ';
    while let Some(c) = chars.next() {
        let next = chars.peek().copied().unwrap_or(' ');
        match c {
            '是' if next != '否' && !"还但只就而总".contains(before) => return true,
            '应' | '應' if !BEHIND_SHOULD.contains(next) && !"响供适反相对效呼照回感答因顺".contains(before) =>
            {
                return true;
            }
            '必' if next == '须' || next == '須' => return true,
            '不' if next == '得' => return true,
            '得' if !"取获獲心所值觉覺难難显顯使懂記记认認".contains(before)
                && !"到出分知以失主体體".contains(next) =>
            {
                return true;
            }
            '透' if next == '過' => return true,
            '可' if next == '以' => return true,
            _ => {}
        }
        before = c;
    }
    false
}

/// Whether a word of two ideographs is the head of the noun before it, and begins no text: 主管｜部门.
pub(super) const fn is_head(first: char, second: char) -> bool {
    matches!(
        (first, second),
        ('部', '门' | '門')
            | ('人', '员' | '員')
            | ('小', '组' | '組')
            | ('指', '挥' | '揮')
            | ('机', '构' | '制')
            | ('機', '構' | '制')
            | ('体', '系')
            | ('能', '力')
            | ('水', '平')
            | ('程', '度')
            | ('行', '为' | '為')
            | ('专', '家')
            | ('机', '关')
            | ('经', '理')
            | ('阶', '段')
    )
}

/// Whether the last two ideographs are the object of a preposition: 在管理, but 存在问题.
pub(super) fn is_object(head: &str) -> bool {
    // By bytes, for it is asked of every noun before a seam; the last two characters are ideographs of three bytes.
    let Some((before, _)) = head.as_bytes().split_last_chunk::<6>() else { return false };
    let Some(&last @ [0xE4..=0xE9, _, _]) = before.last_chunk() else { return false };
    let second = || head.get(..before.len() - 3).and_then(|before| before.chars().next_back());
    match char::from_u32(ideograph(last).into()) {
        Some('在') => !second().is_some_and(|second| "存现現所正内內潜".contains(second)),
        Some('将' | '將' | '把' | '被' | '使' | '让' | '给') => true,
        // 读者有责任, but 现有基础
        Some('有') => second().is_some_and(|second| !"所国國公私共特专專稀原现現已固含占拥擁具享".contains(second)),
        Some('对' | '對') => !second().is_some_and(|second| "反针針面相应應绝绝校核配作".contains(second)),
        _ => false,
    }
}

/// Whether words end with the name that a document gives itself: 施行本办法.
pub(super) fn ends_with_this(head: &str) -> bool {
    head.chars().rev().take(5).any(|c| c == '本') && !head.ends_with("成本")
}

/// Whether all before a place comes again behind it.
pub(super) fn is_said_again(piece: &[u8], at: usize) -> bool {
    let (head, behind) = (piece.get(..at).unwrap_or(&[]), piece.get(at..).unwrap_or(&[]));
    // Seldom even the first ideograph does.
    behind.first_chunk::<3>() == piece.first_chunk() && behind.starts_with(head)
}

/// How far a heading is looked for whose words are said at once again, in characters of three bytes.
const TWICE: usize = 32;

/// The longest words that are said twice, in bytes.
pub(super) const SAID_TWICE: u32 = 6 * 3;

/// Where four to six ideographs end that stand twice, one behind the other: 提防温水煮青蛙｜温水煮青蛙的道理….
pub(super) fn said_twice(sentence: &str) -> Option<usize> {
    let (characters, _) = sentence.as_bytes().as_chunks::<3>();
    let mut all = [0; TWICE];
    for (character, &[a, b, c]) in all.iter_mut().zip(characters) {
        if !matches!(a, 0xE3..=0xEF) {
            break;
        }
        *character = u32::from_le_bytes([a, b, c, 0]);
    }
    // Seldom even the first comes again.
    let again = |words: usize| {
        all.iter().zip(all.get(words..).unwrap_or(&[])).fold(false, |any, (a, b)| any | (a == b && *a != 0))
    };
    if !(again(4) | again(5) | again(6)) {
        return None;
    }
    let twice = |at: usize, words: usize| {
        let (before, behind) = (all.get(at.checked_sub(words)?..at)?, all.get(at..at + words)?);
        (before == behind && before.iter().all(|&character| is_common(character))).then_some(3 * at)
    };
    (4..TWICE).find_map(|at| (4..=6).find_map(|words| twice(at, words)))
}

/// Whether words are the heading of the general or the last part of rules, in bytes: nothing goes on behind it.
pub(super) fn is_supplement(head: &[u8]) -> bool {
    ["总则", "附则", "總則", "附則"].iter().any(|name| name.as_bytes() == head)
}

/// Whether a text ends with a bracket that says how something is called from there on: （以下简称本校）.
pub(super) fn names_shortly(head: &str) -> bool {
    let bracket = head.rfind(['（', '(']).and_then(|open| head.get(open..));
    bracket.is_some_and(|bracket| bracket.contains("简称") || bracket.contains("簡稱"))
}

/// Whether they are nothing but that name: 本合同｜一式两份.
pub(super) fn is_this(head: &str) -> bool {
    head.strip_prefix('本').is_some_and(|name| name.chars().nth(2).is_none())
}

/// Whether a character that begins sentences by itself stands for itself here: 自签订之日起, but 自动.
pub(super) fn is_not_part_of_word(first: char, rest: &str) -> bool {
    let next_is = |of: &str| rest.chars().nth(1).is_some_and(|next| of.contains(next));
    match first {
        // 除另有约定外，…
        '除' => clause(rest).ends_with('外'),
        // 以通知为准
        '以' => clause(rest).ends_with("为准"),
        // 执行国务院核定的标准
        '执' => rest.strip_prefix("执行").is_some_and(is_rule),
        // 改革开放以来，…
        '改' => rest.starts_with("改革开放以来"),
        '党' => rest.starts_with("党的") && clause(rest).ends_with("以来"),
        '长' => rest.starts_with("长期以来"),
        // 从全局的高度，…
        '从' => ["高度", "角度", "层面", "来看", "出发", "入手", "做起"].iter().any(|end| clause(rest).ends_with(end)),
        '把' => !next_is("关關握控守脉手好"),
        '自' => !next_is("动動主我身由然习習信治"),
        // 关键问题在于…: no place is named.
        '在' => !next_is("于线校建岗职编读"),
        '经' => !next_is("济营费理验常典历贸销络办"),
        '本' => !next_is("科质色领职能息金"),
        '请' | '請' => !next_is("假示求销"),
        '如' => !next_is("期实"),
        '若' => !next_is("干"),
        _ => true,
    }
}

/// Whether a piece begins with a name of what something has to do with another, 对业务的影响, and not with 对….
pub(super) fn names_bearing(piece: &str) -> bool {
    let of = piece.strip_prefix('对').and_then(|rest| rest.char_indices().take(CLAUSE).find(|&(_, c)| c == '的'));
    let noun = of.and_then(|(at, _)| piece.get("对".len() + at + "的".len()..));
    noun.is_some_and(|noun| ["影响", "意见", "建议", "评价", "看法"].iter().any(|word| noun.starts_with(word)))
}

/// Whether a text begins here that says what a meeting did: 会议同意….
pub(super) fn is_said_in_minutes(rest: &str) -> bool {
    rest.strip_prefix("会议").is_some_and(|verb| {
        ["同意", "听取", "讨论", "审议", "研究", "传达", "指出", "强调", "认为", "决定", "明确", "要求", "原则"]
            .iter()
            .any(|word| verb.starts_with(word))
    })
}

/// Whether a clause that begins with 由 says who does something: 由后勤部负责…, 由县财政承担….
pub(super) fn says_who_does(rest: &str) -> bool {
    let clause = begun_clause(rest);
    ["负责", "牵头", "承担", "主持", "担任", "負責", "承擔", "擔任"].iter().any(|verb| clause.contains(verb))
}

/// Whether a clause begins here that names a rule: 国务院核定的标准.
pub(super) fn is_rule(rest: &str) -> bool {
    ["标准", "规定", "政策"].iter().any(|rule| clause(rest).ends_with(rule))
}

/// How much of a clause is looked at, in characters.
const CLAUSE: usize = 24;

/// The clause that begins here, empty if it is longer than [`CLAUSE`].
fn clause(rest: &str) -> &str {
    let begun = begun_clause(rest);
    let ends = rest.get(begun.len()..).is_none_or(|behind| behind.is_empty() || behind.starts_with(ends_clause));
    if ends { begun } else { "" }
}

/// The clause that begins here, up to [`CLAUSE`] characters.
fn begun_clause(rest: &str) -> &str {
    let end = rest.char_indices().enumerate().find(|&(count, (_, c))| count == CLAUSE || ends_clause(c));
    rest.get(..end.map_or(rest.len(), |(_, (at, _))| at)).unwrap_or("")
}

/// Whether words end with a verb that 并 joins to the one before: 组织学习并认真执行. Its object is wanted.
pub(super) fn ends_with_joined_verb(head: &str) -> bool {
    let joins = |verb: usize| {
        let before = head.len().checked_sub(verb).and_then(|end| head.as_bytes().get(..end));
        before.is_some_and(|before| before.ends_with("并".as_bytes()) || before.ends_with("並".as_bytes()))
    };
    // … with an adverb
    let verb = [6, 12].into_iter().find(|&verb| joins(verb));
    let before = verb.and_then(|verb| head.get(..head.len() - verb - '并'.len_utf8()));
    before.is_some_and(|before| !before.ends_with(['合', '兼', '归', '歸', '吞', '火']))
}

/// Whether words end with a verb that says what is needed: 规划需设计, but 所需经费.
pub(super) fn ends_with_need(head: &str) -> bool {
    let Some((before, _)) = head.as_bytes().split_last_chunk::<6>() else { return false };
    before.ends_with("需".as_bytes())
        && head
            .get(..before.len())
            .is_some_and(|before| before.chars().rev().nth(1).is_some_and(|before| !"所必急供军内".contains(before)))
}

/// Whether words end with a bracket that stands behind a single character: 已（拟）.
pub(super) fn is_alternative(head: &str) -> bool {
    head.ends_with(['）', ')']) && head.chars().nth(1).is_some_and(|second| matches!(second, '（' | '('))
}

/// Whether a text names what a verb before it deals with: 处理｜各种质量异常, 设计｜一个网络, but 处理｜各部门要….
pub(super) fn begins_with_all(rest: &str) -> bool {
    ["各种", "各项", "各类", "各種", "各項", "各類", "一个", "一种", "一套"].iter().any(|all| rest.starts_with(all))
}

/// Whether a bidder begins here that the words before belong to: 有意投标｜供应商.
pub(super) fn begins_with_bidder(head: &str, rest: &str) -> bool {
    ["投标", "中标", "成交", "入围", "候选", "潜在"].iter().any(|word| head.ends_with(word))
        && ["供应商", "人", "方", "商"].iter().any(|bidder| rest.starts_with(bidder))
}

/// Whether words end with the number of another item: 按照第三条（一）.
pub(super) fn ends_with_number(head: &str) -> bool {
    let inner = head.trim_end_matches(['）', ')']);
    let words = inner.trim_end_matches(|c: char| c.is_ascii_digit() || "一二三四五六七八九十".contains(c));
    words.len() < inner.len() && words.ends_with(['（', '('])
}

/// Whether words end with a bracket that says how much they count: （35分）, (满分100分), （20%）.
pub(super) fn ends_with_marks(head: &str) -> bool {
    let inner = head.trim_end_matches(['）', ')']);
    let marks = inner.trim_end_matches(['分', '%', '％']);
    let words = marks.trim_end_matches(|c: char| c.is_ascii_digit() || c == '.');
    let words = ["满分", "共", "计", "占"].iter().find_map(|word| words.strip_suffix(word)).unwrap_or(words);
    marks.len() < inner.len() && words.ends_with(['（', '('])
}

/// Fields that stand one behind the other below a heading, as notices of purchases and forms have them.
const FIELDS: [&str; 54] = [
    "主题",
    "主编",
    "作者",
    "出版社",
    "承办",
    "主办",
    "协办",
    "承办单位",
    "主办单位",
    "协办单位",
    "时间",
    "地点",
    "地址",
    "方式",
    "名称",
    "售价",
    "价格",
    "数量",
    "品牌",
    "型号",
    "规格",
    "规格型号",
    "单价",
    "总价",
    "金额",
    "日期",
    "电话",
    "传真",
    "邮箱",
    "网址",
    "编号",
    "姓名",
    "单位",
    "账号",
    "户名",
    "税号",
    "开户行",
    "开户银行",
    "联系人",
    "联系方式",
    "联系电话",
    "联系地址",
    "通讯地址",
    "电子邮箱",
    "电子邮件",
    "供应商名称",
    "供应商地址",
    "项目编号",
    "项目名称",
    "单位名称",
    "单位地址",
    "截止时间",
    "开始时间",
    "项目联系人",
];

/// Words that end a heading of fields: 采购人信息, 获取招标文件. Behind other words a field is one word with them: 报名地点.
const OF_FIELDS: [&str; 10] = ["信息", "文件", "情况", "概况", "资料", "方式", "会议", "机构", "开启", "提交"];

/// Whether fields may follow these words.
pub(super) fn has_fields(head: &str) -> bool {
    OF_FIELDS.iter().any(|word| head.ends_with(word))
}

/// The longest field, in bytes, a blank between its characters.
pub(super) const LONGEST_FIELD: usize = 9 * 3;

/// How far the next field is looked for, in bytes.
pub(super) const NEXT_FIELD: usize = 80 * 3;

/// Whether a field begins here that is no word with any before it: …绘画大赛｜承办：某协会.
pub(super) fn names_host(rest: &str) -> bool {
    ["承办", "主办", "协办", "主题", "主编", "作者"].iter().any(|host| rest.starts_with(host))
}

/// Whether such a field begins here and a colon ends it.
pub(super) fn names_host_before_colon(rest: &str) -> bool {
    names_host(rest) && rest.get(6..).is_some_and(|rest| rest.starts_with(['：', ':']))
}

/// Whether a verb or a preposition takes the foreign word behind it: 使用MySQL, but 参数的使用｜W800模块….
pub(super) fn takes_foreign(head: &str) -> bool {
    [
        "推进", "推行", "实施", "开展", "使用", "采用", "通过", "利用", "基于", "支持", "包括", "依据", "根据", "遵循",
        "符合", "参照", "调用", "安装",
    ]
    .iter()
    .any(|verb| head.strip_suffix(verb).is_some_and(|before| !before.ends_with('的')))
}

/// Whether words end with an adverb of degree or the like: 使学生更｜深入.
pub(super) fn ends_with_adverb(second: char, last: char) -> bool {
    match last {
        '更' => second != '变',
        '较' => !matches!(second, '比' | '计'),
        '很' | '最' | '尚' | '仅' | '再' | '颇' => true,
        _ => false,
    }
}

/// Whether so many bytes of a text are a field that another one follows: 时间：6月3日地点：…. Without a second one it may be
/// part of the heading: 报名时间：….
pub(super) fn begins_with_fields(rest: &str, length: usize) -> bool {
    let colon = [':', '：'];
    let (Some(label), Some(behind)) = (rest.get(..length), rest.get(length..)) else { return false };
    if !behind.starts_with(colon) {
        return false;
    }
    if !names_field(label) {
        return false;
    }
    let near = behind.char_indices().map(|(at, _)| at).take_while(|&at| at <= NEXT_FIELD).last().unwrap_or(0);
    let is_field = |label: &str| {
        let label = label.trim_end_matches([' ', '\u{3000}']);
        FIELDS.iter().any(|field| label.ends_with(field)) || label.ends_with(['话', '址', '称', '人'])
    };
    let mut colons = behind.get(..near).unwrap_or("").match_indices(colon).skip(1);
    colons.any(|(at, _)| behind.get(..at).is_some_and(is_field))
}

/// Whether words are the name of a field: 联 系 人.
pub(super) fn names_field(words: &str) -> bool {
    let label: String = words.chars().filter(|c| !matches!(c, ' ' | '\u{3000}' | '\u{a0}')).collect();
    FIELDS.contains(&label.as_str())
}

/// The shortest field that is no part of the word before it, in bytes: 联系方式｜联系电话, but 文件售价.
const WHOLE_FIELD: usize = 3 * 3;

/// Whether words are a field that stands alone.
pub(super) fn is_whole_field(words: &str) -> bool {
    words.len() >= WHOLE_FIELD && names_field(words)
}

/// Whether a piece begins with a preposition whose object goes up to a comma: 针对现有方法耗时的问题，….
pub(super) fn is_framed(piece: &str) -> bool {
    ["把", "对本", "凡对", "针对", "根据", "按照", "依照", "随着", "由于", "如果", "为了"]
        .iter()
        .any(|word| piece.starts_with(word))
}

/// Whether a clause ends with what something is done by or for: 以项目为抓手.
pub(super) fn names_means(clause: &str) -> bool {
    const MEANS: [&str; 16] = [
        "抓手", "引领", "统领", "重点", "核心", "契机", "导向", "目标", "主线", "基础", "根本", "中心", "牵引", "支撑",
        "载体", "动力",
    ];
    clause.contains('为') && MEANS.iter().any(|means| clause.ends_with(means))
}

/// The longest label that says who does something, in bytes.
pub(super) const OFFICE: usize = 8 * 3;

/// Whether so many bytes of a text are a label that says who does something: 总指挥：….
pub(super) fn begins_with_office(rest: &str, length: usize) -> bool {
    if !matches!(rest.as_bytes().get(length..), Some([b':', ..] | [0xEF, 0xBC, 0x9A, ..])) {
        return false;
    }
    let label = rest.get(..length).unwrap_or("").trim_end_matches([' ', '\u{3000}']);
    label.ends_with(['长', '長', '挥', '揮', '任', '人', '员', '員', '位', '门', '門'])
        && label.starts_with(['组', '組', '总', '總', '指', '主', '副', '联', '聯', '负', '牵', '责', '成', '召'])
}

/// Whether a text begins here that says what somebody has to do: 组织应确定…, but 单位应急演练.
#[inline]
pub(super) fn begins_with_duty(rest: &str) -> bool {
    match rest.as_bytes() {
        // Most words are followed by another ideograph.
        [0xE4..=0xE9, _, _, 0xE4..=0xE9, _, _, next @ ..]
            if !matches!(next, [0xE5, 0xBA, 0x94, ..] | [0xE6, 0x87, 0x89, ..]) =>
        {
            false
        }
        _ => rest.char_indices().nth(2).and_then(|(at, _)| rest.get(at..)).is_some_and(is_duty),
    }
}

/// Whether the word that begins here says that something has to be done: 应在, but 应急.
pub(super) fn is_duty(rest: &str) -> bool {
    let mut chars = rest.chars();
    matches!(chars.next(), Some('应' | '應')) && chars.next().is_some_and(|next| !BEHIND_SHOULD.contains(next))
}

/// Whether a piece says what a party to a contract does: 甲方将…, but 甲方义务.
#[inline(always)]
pub(super) fn is_said_of_party(piece: &str) -> bool {
    const PARTIES: [u32; 4] = [of("甲"), of("乙"), of("丙"), of("双")];
    PARTIES.contains(&three(four(piece.as_bytes(), 0))) && is_doer(piece)
}

#[inline(never)]
fn is_doer(piece: &str) -> bool {
    let doer = ["甲方", "乙方", "丙方", "双方"].iter().find_map(|party| piece.strip_prefix(party));
    doer.is_some_and(|rest| {
        rest.starts_with(['将', '须', '需', '在', '按', '向', '同', '已', '不'])
            || is_duty(rest)
            || rest.starts_with("有权")
            || rest.starts_with("可以")
    })
}

/// Whether an amount or a span begins with a character, or who has it: 为3年, 为每月五日, 为人民币一万元, 为甲方.
pub(super) fn is_amount(c: char) -> bool {
    c.is_ascii_digit() || "一二两三四五六七八九十百每自人甲乙丙￥¥_＿".contains(c)
}

/// Whether the name of a part of a plan begins here and nothing is said of it: 总体要求和主要目标, but not 总体要求是….
pub(super) fn begins_with_part(rest: &str) -> bool {
    let parts: &[&str] = match rest.chars().next() {
        Some('总') => &["总体要求", "总体思路", "总体目标"],
        Some('主') => &["主要目标", "主要任务", "主要措施"],
        Some('重') => &["重点任务"],
        Some('指') => &["指导思想"],
        Some('基') => &["基本原则"],
        Some('预') => &["预期目标"],
        _ => return false,
    };
    let behind = parts.iter().find_map(|part| rest.strip_prefix(part));
    behind.is_some_and(|behind| !behind.starts_with(['是', '为', '：', ':', '，', '。', '如']))
}

/// Whether a word and 情况 begin here, of what stands before: 安全责任｜落实情况, but 主要情况如下.
pub(super) fn begins_with_state(rest: &str) -> bool {
    let behind = rest.get(6..).and_then(|rest| rest.strip_prefix("情况"));
    let common =
        || ["主要", "基本", "有关", "相关", "具体", "总体", "其他", "特殊"].iter().any(|word| rest.starts_with(word));
    behind.is_some_and(|behind| {
        !(behind.starts_with(['如', '是', '的', '，']) || behind.starts_with(['：', ':']) && common())
    })
}

/// Whether words end with one that always takes others behind it: 做好, 围绕, 切实.
pub(super) fn wants_more(head: &str) -> bool {
    let wanting: &[&str] = match head.chars().next_back() {
        Some('好') => &["做好", "抓好", "搞好"],
        Some('握') => &["掌握"],
        Some('力') => &["着力", "大力"],
        Some('予') => &["给予"],
        Some('以') => &["予以"],
        Some('保') => &["确保"],
        Some('大') => &["加大"],
        Some('快') => &["加快"],
        Some('实') => &["切实"],
        Some('面') => &["全面"],
        Some('入') => &["深入"],
        Some('续') => &["继续"],
        Some('极') => &["积极"],
        Some('真') => &["认真"],
        Some('步') => &["进一步"],
        Some('决') => &["坚决"],
        Some('断') => &["不断"],
        Some('绕') => &["围绕"],
        Some('照') => &["按照"],
        Some('及') => &["以及"],
        Some('中') => &["过程中"],
        Some('下') => &["情况下", "前提下"],
        Some('上') => &["基础上"],
        _ => return false,
    };
    wanting.iter().any(|word| head.ends_with(word))
}

/// Whether an article is referred to here: 第十条规定的….
pub(super) fn begins_with_reference(rest: &str) -> bool {
    let number = |c: char| c.is_ascii_digit() || is_numeral_char(c);
    rest.strip_prefix('第')
        .is_some_and(|rest| rest.trim_start_matches(number).starts_with(['条', '條', '款', '项', '項']))
}

/// The longest of two objects of one length, in characters.
const MOST_ALIKE: usize = 8;

/// How many characters a heading has of a verb and two objects of one length, 0 where none begins here: 坚持以乡为主、合力推进｜….
pub(super) fn two_alike(piece: &str) -> usize {
    let Some(rest) = piece.strip_prefix("坚持") else { return 0 };
    let mut words = rest.chars().take(MOST_ALIKE + 1);
    match words.position(|c| !is_ideograph(c)).filter(|&first| rest.chars().nth(first) == Some('、')) {
        Some(first @ 3..) => 2 + 2 * first + 1,
        _ => 0,
    }
}

/// Whether words name one side of a matter, which a report then tells of: 信息管理方面, but 在管理方面, 两方面.
pub(super) fn is_aspect(head: &str) -> bool {
    head.strip_suffix("方面").is_some_and(|of| {
        !of.starts_with(['在', '从', '從', '对', '就'])
            && !of.ends_with([
                '一', '二', '两', '三', '四', '五', '六', '几', '多', '各', '个', '某', '等', '这', '该', '有', '的',
                '方',
            ])
    })
}

/// Whether a word begins here that names an aspect of what stands before: 付款方式要求.
pub(super) fn begins_with_aspect(rest: &str) -> bool {
    [
        "方式", "办法", "要求", "情况", "安排", "标准", "条件", "说明", "分析", "规定", "流程", "程序", "措施", "问题",
        "方面", "保障", "依据", "范围", "机制", "制度",
    ]
    .iter()
    .any(|aspect| rest.starts_with(aspect))
}

#[cfg(test)]
mod tests {
    use super::{begins_with_fields, ends_with_number, ends_with_this, has_fields, is_supplement, is_this, says};

    #[test]
    fn fields_that_follow_one_another() {
        let fields = |text: &str| begins_with_fields(text, text.find('：').unwrap());
        assert!(fields("名 称：某局地 址：人民路") && fields("时间：三日8:30至9:30。地点：县城"));
        // Alone, not in the list, or a colon of a time behind it.
        assert!(!fields("时间：三日。") && !fields("事由：检修地点：县城") && !fields("时间：8:30至9:30。"));
        assert!(!begins_with_fields("时间", 6) && !begins_with_fields("", 1));
        assert!(has_fields("采购人信息") && !has_fields("报名"));
    }

    #[test]
    fn what_says_something() {
        for words in
            ["操作前应检查", "目标是评价", "人员必须持证", "车辆不得停放", "学会可以设置", "本館得提供", "讀者透過網站"]
        {
            assert!(says(words), "{words}");
        }
        for words in
            ["应急响应机制", "供应商资格", "适应性训练", "是否合格", "相应措施", "感应设备", "取得的成效", "得分标准"]
        {
            assert!(!says(words), "{words}");
        }
    }

    #[test]
    fn what_a_heading_ends_with() {
        assert!(ends_with_this("施行本办法") && !ends_with_this("核算成本") && !ends_with_this("施行办法"));
        assert!(is_this("本合同") && !is_this("本合同双方") && !is_this("合同"));
        assert!(ends_with_number("按照第三条（一）") && ends_with_number("(12)") && !ends_with_number("职责（试行）"));
        assert!(is_supplement("附则".as_bytes()) && !is_supplement("附则说明".as_bytes()));
    }
}
