//! What the words beside a closing word say: whether it closes a title or stands in a sentence.
//!
//! ```text
//! 方案｜要求各地…            the title goes on, or the word is part of a sentence
//! 我县制定｜方案             a predicate: somebody does something
//! 办法｜明确了…              the words before are the subject of a sentence
//! ```
//!
//! Asked of nearly every text, so without regular expressions: a table that no other text has warmed takes several times
//! what its instructions say. Tests hold each against the expression that it was.

/// The words behind a closing word with which the title goes on, or a sentence.
const GOING_ON_WORDS: [&str; 27] = [
    "如下", "如上", "以下", "以上", "工作", "要求", "若干", "实施", "施行", "暂行", "编制", "草案", "任务", "适用",
    "有关", "相关", "建设", "管理", "执行", "审议", "审查", "行为", "程序", "委员", "纠纷", "一案", "单列",
];

/// Whether the title goes on behind a closing word, or the word is part of a sentence.
pub(super) fn goes_on(rest: &str) -> bool {
    let mut chars = rest.chars();
    let Some(first) = chars.next() else { return false };
    let next = chars.next();
    match first {
        '中' => next.is_some_and(|next| !matches!(next, '华' | '華')),
        '上' => next.is_some_and(|next| next != '诉'),
        '为' => matches!(next, Some('准' | '主' | '辅')),
        '的' | '之' | '和' | '与' | '及' | '暨' | '或' | '者' | '下' | '内' | '里' | '是' | '已' | '将' | '等'
        | '案' | '院' | '律' => true,
        '、' | '，' | '。' | '；' | '：' | '》' | '”' | '」' | '』' | '）' | ')' => true,
        _ if is_digit(first) => is_numbered(rest),
        _ => begins_with(rest, &GOING_ON_WORDS),
    }
}

/// Whether a text begins so: 2024年第3号.
fn is_numbered(text: &str) -> bool {
    let behind = |text: &'_ str| text.trim_start_matches(is_digit).len();
    let year = text.get(..text.len() - behind(text)).unwrap_or("");
    let number = text.get(year.len()..).and_then(|rest| rest.strip_prefix("年第")).unwrap_or("");
    let sign = number.get(number.len() - behind(number)..).unwrap_or("");
    year.chars().count() == 4 && sign.len() < number.len() && sign.starts_with('号')
}

/// A digit of either width.
pub(super) const fn is_digit(c: char) -> bool {
    matches!(c, '0'..='9' | '０'..='９')
}

fn begins_with(text: &str, words: &[&str]) -> bool {
    words.iter().any(|word| text.starts_with(word))
}

/// What the words begin, hold and end with that make a sentence of those before a closing word.
const SPEAKERS: [char; 14] = ['我', '本', '该', '这', '此', '各', '其', '按', '根', '为', '由', '从', '请', '一'];
const ACTS: [&str; 19] = [
    "制定", "印发", "出台", "提出", "召开", "通过", "发布", "公布", "完成", "形成", "按照", "根据", "认真", "严格",
    "进行", "有关", "下列", "以下", "上述",
];
const OPEN_ENDS: [char; 7] = ['为', '以', '来', '应', '不', '需', '予'];

/// Whether the words before a closing word say that somebody does something: 我县制定｜方案, 会议通过｜决议.
pub(super) fn has_predicate(before: &str) -> bool {
    let acts = |(at, c): (usize, char)| {
        let here = || before.get(at..).unwrap_or("");
        match c {
            '了' | '是' | '已' | '将' | '正' | '在' | '把' | '被' | '并' | '就' => true,
            '编' => here().strip_prefix("编制").is_some_and(|rest| !rest.starts_with(['外', '内'])),
            // What these begin with.
            '制' | '印' | '出' | '提' | '召' | '通' | '发' | '公' | '完' | '形' => begins_with(here(), &ACTS),
            '按' | '根' | '认' | '严' | '进' | '有' | '下' | '以' | '上' => begins_with(here(), &ACTS),
            _ => false,
        }
    };
    before.starts_with(SPEAKERS)
        || before.ends_with(OPEN_ENDS)
        || ends_with_verb(before)
        || before.char_indices().any(acts)
}

/// Whether words end with 要 or 可, and not with a word that these end: 重要, 许可.
fn ends_with_verb(text: &str) -> bool {
    let mut back = text.chars().rev();
    match (back.next(), back.next()) {
        (Some('要'), Some(before)) => !matches!(before, '重' | '摘' | '主'),
        (Some('可'), Some(before)) => !matches!(before, '许' | '认'),
        _ => false,
    }
}

/// What says something of the words before it.
const SAYING: [char; 25] = [
    '由', '经', '被', '把', '向', '对', '从', '在', '以', '可', '应', '须', '需', '要', '会', '能', '均', '都', '也',
    '又', '还', '未', '不', '有', '无',
];
const SAYING_WORDS: [&str; 15] = [
    "明确", "提出", "强调", "指出", "显示", "表明", "理由", "包括", "涉及", "覆盖", "达到", "符合", "得到", "取得",
    "实现",
];

/// Whether a text says something of the words before it, which are then the subject of a sentence and no title.
pub(super) fn says_of_subject(rest: &str) -> bool {
    rest.starts_with(SAYING) || begins_with(rest, &SAYING_WORDS)
}

#[cfg(test)]
mod tests {
    use super::{goes_on, has_predicate, says_of_subject};
    use crate::pattern::pattern;

    /// All texts of up to three pieces of each expression, and of others.
    fn texts(pieces: &[&str]) -> Vec<String> {
        let others = ["", "绿", "地", "外", "华", "诉", "重", "许", "2024", "３", "年第", "号", "\n", "x"];
        let pieces = || pieces.iter().chain(&others);
        let mut texts = Vec::new();
        for one in pieces() {
            for two in pieces() {
                texts.push(format!("{one}{two}"));
                texts.extend(others.iter().map(|three| format!("{one}{two}{three}")));
            }
        }
        texts
    }

    /// The words and characters that an expression names.
    fn pieces(source: &str) -> Vec<&str> {
        let words =
            source.split(|c: char| c.is_ascii() || "、，。；：》”」』）".contains(c)).filter(|word| !word.is_empty());
        let chars = source.char_indices().filter(|(_, c)| !c.is_ascii()).map(|(at, c)| &source[at..at + c.len_utf8()]);
        words.chain(chars).collect()
    }

    fn same(source: &str, told: impl Fn(&str) -> bool) {
        let expression = pattern(source);
        for text in texts(&pieces(source)) {
            assert_eq!(told(&text), expression.is_match(&text), "{text:?}");
        }
    }

    #[test]
    fn the_same_as_the_expressions() {
        same(
            "^(?:\\d{4}年第\\d+号|[的之和与及暨或、，。；：》”」』）)者下内里是已将等案]|中[^华華]|上[^诉]|如下|如上|以下|以上|工作|要求|若干|实施|施行|暂行|编制|草案|任务\
             |适用|有关|相关|建设|管理|执行|审议|审查|行为|程序|委员|院|律|纠纷|一案|单列|为[准主辅])",
            goes_on,
        );
        same(
            "^(?:我|本|该|这|此|各|其|按|根|为|由|从|请|一)|[了是已将正在把被并就]|制定|印发|出台|提出|召开|通过|发布|公布|编制(?:[^外内]|$)|完成|形成\
             |按照|根据|认真|严格|进行|有关|下列|以下|上述|(?:为|以|来|应|[^重摘主]要|[^许认]可|不|需|予)$",
            has_predicate,
        );
        same(
            "^(?:[由经被把向对从在以可应须需要会能均都也又还未不有无]|明确|提出|强调|指出|显示|表明|理由|包括|涉及|覆盖|达到|符合|得到|取得|实现)",
            says_of_subject,
        );
    }
}
