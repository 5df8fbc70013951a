//! Where heading and body are parted by nothing: text without line breaks.
//!
//! ```text
//! 一、供养标准｜特困人员标准按…执行。      a noun that ends headings, and a text behind it
//! 二、招生对象｜2026年秋季入园的新生…      the same, and a word that begins texts: sure
//! 三、逾期未认证｜逾期未认证人员，将…       the words of the heading come again: sure
//! ```
//!
//! The sign is gone for good, so this is a guess by the words that end headings and begin texts. A guess that is
//! not sure counts only where most of a list have one: see `decide`.

/// Where a heading ends, from the start of the piece.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Seam {
    pub(super) at: u32,
    /// Whether it needs no list to confirm it.
    pub(super) sure: bool,
}

/// How far a seam is looked for, in characters.
const REACH: usize = 24;
/// The shortest sentence that can hold a heading and a text, in characters.
const SHORTEST: usize = 8;
/// The length of the headings whose last word alone is believed, in characters: 供养标准, 办理条件.
const NOUN: usize = 4;

/// Behind these no heading ends.
const JOINS: &str = "，,、的和与及以对向在将由从于被把给使等是为按据到至";
/// A piece that begins so is a sentence.
const SENTENCE: [&str; 12] = ["如", "在", "为", "根据", "按照", "由", "对于", "当", "因", "本", "各", "凡"];

/// Finds the seam in a piece that begins with its heading.
pub(super) fn seam(piece: &str) -> Option<Seam> {
    piece.chars().nth(SHORTEST)?;
    if SENTENCE.iter().any(|word| piece.starts_with(word)) {
        return None;
    }
    let opening = two(piece);
    let mut nesting = 0_i32;
    let mut before = ' ';
    let mut weak = None;
    for (index, (at, c)) in piece.char_indices().enumerate().take(REACH) {
        if matches!(c, '。' | '；' | '？' | '！' | '：' | ':' | '，' | ',' | '\n') {
            break;
        }
        let rest = piece.get(at..).unwrap_or("");
        let head = piece.get(..at).unwrap_or("");
        let joined = JOINS.contains(before) && !head.ends_with("目的");
        if index >= 2 && nesting == 0 && !joined {
            let noun = ends_heading(head);
            let said = two(rest);
            let again = said.is_some() && (opening == said || last_two(head) == said);
            if again || noun && begins_text(rest) {
                return Some(Seam { at: at as u32, sure: true });
            }
            if weak.is_none()
                && (index >= NOUN && begins_sentence(rest) && !is_verb(head)
                    || index == NOUN && noun && is_text(rest) && !is_verb(head))
            {
                weak = Some(Seam { at: at as u32, sure: false });
            }
        }
        match c {
            '（' | '(' | '“' | '《' | '【' => nesting += 1,
            '）' | ')' | '”' | '》' | '】' => nesting -= 1,
            _ => {}
        }
        before = c;
    }
    weak
}

/// The first two characters, where both are ideographs.
fn two(piece: &str) -> Option<(char, char)> {
    let mut chars = piece.chars().filter(|c| !matches!(c, ' '));
    let pair = (chars.next()?, chars.next()?);
    let ideograph = |c| matches!(c, '\u{3400}'..='\u{9fff}');
    (ideograph(pair.0) && ideograph(pair.1)).then_some(pair)
}

/// The last two characters, where both are ideographs.
fn last_two(piece: &str) -> Option<(char, char)> {
    let (at, _) = piece.char_indices().rev().nth(1)?;
    two(piece.get(at..)?)
}

/// Whether words begin here that begin a sentence, whatever stands before.
fn begins_sentence(rest: &str) -> bool {
    const WORDS: [&str; 12] =
        ["根据", "按照", "为了", "为进一步", "为做好", "由于", "随着", "适用于", "主要是", "采用", "面对", "http"];
    rest.starts_with('•') || WORDS.iter().any(|word| rest.starts_with(word))
}

/// Whether a heading ends with a noun that ends headings.
fn ends_heading(head: &str) -> bool {
    const NOUNS: &str = "情况对象范围程序标准形式评估服务保障事宜回顾安排公告公示录取注册分析条件补助志愿学位流程简介福利考核\
        发展环境办公管理安全职责机构目的依据原则要求目标任务措施做法问题打算背景意义现状原理方法内容应用需求功能接口约束\
        机制权限定义清单过程规则规定规范方式时间地点单位奖品成效进展成就进步体系制度事项材料办理说明资料思路重点组织领导\
        信息披露转移更新描述结构获取递交概况形势";
    let mut back = head.char_indices().rev();
    back.next();
    let Some((at, _)) = back.next() else { return false };
    let last = head.get(at..).unwrap_or("");
    // Nouns stand side by side, two characters each.
    last.len() == 6 && NOUNS.as_bytes().chunks(6).any(|noun| noun == last.as_bytes())
}

/// Whether words begin here that begin a text and seldom stand inside a heading.
fn begins_text(rest: &str) -> bool {
    const YEARS: [&str; 3] = ["年", "年度", "－"];
    let words: &[&str] = match rest.chars().next() {
        Some('根') => &["根据"],
        Some('按') => &["按照", "按月领取"],
        Some('为') => {
            &["为了", "为进一步", "为方便", "为广大", "为做好", "为加强", "为贯彻", "为深入", "为保障", "为规范"]
        }
        Some('本') => &[
            "本通知",
            "本办法",
            "本市",
            "本区",
            "本公司",
            "本政策",
            "本项目",
            "本文",
            "本需求",
            "本次",
            "本研究",
            "本规定",
        ],
        Some('今') => &["今年是", "今年以来", "今年，"],
        Some('由') => &["由于"],
        Some('随') => &["随着"],
        Some('我') => &["我们", "我区", "我市", "我县", "我省", "我局"],
        Some('在') => &["在您"],
        Some('各') => &["各单位", "各部门", "各级", "各园", "各区", "各地", "各校", "各镇", "各乡镇"],
        Some('公') => &["公司"],
        Some('员') => &["员工"],
        Some('新') => &["新员工"],
        Some('区') => &["区教育局", "区民政", "区政府"],
        Some('市') => &["市教育局", "市民政", "市政府"],
        Some('采') => &["采用"],
        Some('通') => &["通过"],
        Some('适') => &["适用于"],
        Some('主') => &["主要是"],
        Some('作') => &["作为"],
        Some('面') => &["面对"],
        Some('近') => &["近年来"],
        Some('当') => &["当前，"],
        Some('目') => &["目前，"],
        Some('总') => &["总体看"],
        Some('欢') => &["欢迎"],
        Some('请') => &["请广大", "请各"],
        Some('力') => &["力争"],
        Some('加') => &["加快建设"],
        Some('坚') => &["坚持"],
        Some('经') => &["经公示", "经研究"],
        Some('“') => &["“十"],
        Some('h') => &["http"],
        Some('•' | '●') => return true,
        Some('0'..='9' | 'x' | 'X') => {
            let digits = rest.trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, 'x' | 'X' | 'ｘ'));
            let long = rest.len() - digits.len() >= 4;
            return digits.starts_with('月') || long && YEARS.iter().any(|year| digits.starts_with(year));
        }
        _ => return false,
    };
    words.iter().any(|word| rest.starts_with(word))
}

/// What begins the rest of a sentence whose subject a noun was, or goes on with the noun.
const PREDICATES: &str = "的和与及或等是中上下化性工定将由应须可需不已为有要均按以从在对于者";

/// Whether what follows a noun can be a text: a word that does not go on with the heading.
fn is_text(rest: &str) -> bool {
    let mut end = rest.char_indices().skip(2);
    let next = end.next().map_or(rest, |(at, _)| rest.get(..at).unwrap_or(""));
    !ends_heading(next) && rest.starts_with(|c: char| matches!(c, '\u{3400}'..='\u{9fff}') && !PREDICATES.contains(c))
}

/// Whether a heading begins with what is to be done: its object may look like a text.
fn is_verb(head: &str) -> bool {
    const VERBS: [&str; 40] = [
        "加强", "提升", "强化", "健全", "完善", "落实", "推进", "规范", "优化", "加快", "推动", "深化", "严格", "做好",
        "抓好", "开展", "实施", "建立", "坚持", "提高", "促进", "扩大", "加大", "全面", "全力", "着力", "大力", "切实",
        "继续", "进一", "深入", "积极", "扎实", "创新", "改进", "明确", "统筹", "打造", "构建", "保持",
    ];
    VERBS.iter().any(|verb| head.starts_with(verb))
}
