//! The title (标题) at the head of a text.
//!
//! ```text
//! 全市教育工作要点⏎各县局：…            a first line that is no sentence
//! 某局关于开展检查⏎的通知⏎各镇：…       two lines or three, where the last ends what 关于 opened
//! 某县法院⏎刑事判决书⏎…                 or says of what kind the document is
//! 清江市公园管理规定（2020年…通过）第一条…  no line break: all before 目录, ——, a note of adoption or the first marker,
//!                                      if no stop stands in it
//! 全市教育工作要点2020年是…，…          a stop follows: up to a word that closes titles, if the words behind it begin a text
//! 家长学校课程大纲课程共十二讲，…          … or come again from the title, or the title is a name without a predicate
//! 奋力开创新局面各位代表：…              no such word: up to what opens a text
//! 绿地认养办法⏎来源：本站⏎绿地认养办法⏎…    it comes again behind the frame of a page: the last ([`again`])
//! 某县政府令⏎《绿地管理办法》…现予公布。⏎绿地管理办法⏎第一章…   what a decree, a field or a column of a site points to ([`named`])
//! 劳 动 合 同甲方：…                    characters parted by blanks: where their run ends ([`parted`])
//! 根据研究，现就有关事项明确如下。1.…    a sentence: no title
//! ```
//!
//! Only the head is looked at ([`WINDOW`] bytes), once a text. What stands before the title is told from it in [`head`]. The
//! words that close a title are a table ([`closer`]): as parts of expressions they took half of all that the first text of a
//! process costs, to be compiled.

mod again;
mod beside;
mod closed;
mod closer;
mod field;
mod gloss;
mod head;
mod lines;
mod named;
mod opens;
mod parted;
mod path;
mod plain;
mod run_in;
mod site;

pub(crate) use field::begins as begins_with_field;
pub(crate) use parted::at_end as parted_at_end;

use std::sync::LazyLock;

use regex::Regex;

use closed::{closed, goes_on};
use run_in::{run_in, slogan};

use crate::Span;
use crate::gap::{ends_with_written_break, is_blank};
use crate::pattern::pattern;
use crate::scan::counters::{self, Counter};
use crate::scan::ideograph::is_ideograph;
use crate::seek;
use crate::split::Width;

/// How much of a title and of what stands behind it is looked at, in bytes: two lines of a long title and more.
pub(crate) const WINDOW: usize = 600;
/// How much may stand before a title, in bytes.
const HEAD: usize = 1_200;
/// The longest title, in characters.
const LONGEST: usize = 70;
/// The longest title that no closing word ends, in characters.
const LONGEST_OPEN: usize = 40;

/// What a title that no closing word ends is longer than, in characters, where a text follows without a sign.
const SHORTEST_OPEN: usize = 5;

/// The longest label of a title, in characters; what it labels is longer.
const LONGEST_LABEL: usize = 6;

/// How many characters of a title its text says again at its beginning.
const ECHO: usize = 2;

/// What the full title of a document below the headline of its page is longer than, in characters.
const SHORTEST_FULL: usize = 7;

/// Words that close a title where a text is known to follow: `程序设计大赛｜本赛事由…`. Elsewhere they stand in sentences.
const WEAK: [&str; 32] = [
    "分析",
    "分工",
    "材料",
    "提纲",
    "征文",
    "策划",
    "运动会",
    "文化节",
    "艺术节",
    "论坛",
    "晚会",
    "讲座",
    "机制",
    "职责",
    "程序",
    "方法",
    "活动",
    "演练",
    "研究",
    "大赛",
    "竞赛",
    "比赛",
    "保险",
    "招聘",
    "研讨会",
    "培训班",
    "范本",
    "范文",
    "模板",
    "样本",
    "样稿",
    "范例",
];

/// What [`WEAK`] ends with.
const WEAK_LAST: [char; 25] = [
    '析', '工', '料', '纲', '文', '划', '会', '节', '坛', '座', '制', '责', '序', '法', '动', '练', '究', '赛', '险',
    '聘', '班', '本', '板', '稿', '例',
];

/// What a text begins with behind a title without a break, one character each; see [`begins`].
const BEGINNING: [char; 28] = [
    'X', 'x', '×', 'ｘ', '“', '《', '（', '(', '[', '—', '-', '•', '□', '◎', '【', '为', '為', '现', '本', '我', '各',
    '近', '自', '在', '以', '因', '依', '請',
];

/// What a title ends before, where no line break ends it; `cut` in `run_in` says what it begins with.
static CUT: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        "^(?:目\\s*(?:[录錄]|次\\s*[前引1第I…])|摘\\s*要|——|--|(?:1|第[一1]章)[ .、]?[一-龥]{1,20}\\t\\d|[A-Z][a-z]+(?:[\\s,—–-]+[A-Za-z]+){2}|[（(]\\s*[A-Z]*\\d{6}|[（(]\\d{4}[）)][^，。]{1,12}号|[（(][^（）()]*?(?:通过|通過|公布|发布|批准|施行|生效|修订[^版稿本]|[令第]\\S{0,8}号))",
    )
});

/// What a line ends with that names the kind of a document.
const KINDS: &str = "判决书|裁定书|调解书|决定书|通知书|协议书|通知|公告|通告|通报|章程|会章|會章|办法|规定|条例|细则|规则|守则|公约|制度|合同\
    |协议|预案|方案|纪要|请示|批复|报告|计划|意见|须知|记录|招标文件|采购文件|磋商文件|谈判文件|询价文件|比选文件\
    |条款|报告书|报告表|责任书|任务书|建议书|总结|要点|规范|标准|导则|白皮书|指南|简章|手册|公示|规程|大纲|承诺书|倡议书|施工组织设计|说明书|规划|裁决书|起诉书|律师函\
    |守則|規則|辦法|規定|要點|章程|協議|契約|說明";

/// A sentence begins so, and no title.
static SENTENCE: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        "^(?:为了?[^民农]|根据|依据|依照|按照|经|现[将就]|今年|去年|近[年日来期]|各位|同志|当前|随着|一年来|以上|上述|本[人公文]\
         |(?:本[县市区镇乡街村社校院局厅单公]|各)[^。，；：]{2,40}经[^。，；：]{2,24}(?:批准|同意|通过|审定|备案)后?，)",
    )
});

/// What [`SENTENCE`] begins with.
const SENTENCE_FIRST: [char; 17] =
    ['为', '根', '依', '按', '经', '现', '今', '去', '近', '各', '同', '当', '随', '一', '以', '上', '本'];

/// Whether a text begins with a sentence.
fn is_sentence(text: &str) -> bool {
    text.starts_with(SENTENCE_FIRST) && SENTENCE.is_match(text)
}

/// What opens a text, behind a phrase that no word closes: a time (`经济运行开局良好年初以来，`), whom it speaks to
/// (`奋力开创新局面各位代表：`, `启动申报工作各市、县商务局：`), what a meeting said, the head of a piece of news
/// (`隧道贯通新华社青河5月2日电`), the frame of a page.
static OPENS: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        "^(?:(?:年初以来|今年以来|去年以来|近年来|一年来)[，,]\
         |为(?:了|深入|进一步|贯彻|落实|切实|全面|更好|加强|加快|推动|推进|确保|做好|提高|规范|营造|丰富|积极|充分|认真|不断|促进|增强|迎接|庆祝|纪念|弘扬|响应|展示|活跃|办好)[^。；：]*[，,]|\\d{1,2}月\\d{1,2}日(?:[，,]|[上下]午|晚)|本[报网]讯|(?:19|20)\\d{2}年(?:\\d{1,2}月(?:\\d{1,2}日)?)?[，,]\
         |(?:各位[一-龥、]{1,12}|同志们|老师们|同学们|尊敬的[一-龥、]{1,12})\\s*[:：,，!！]|各[省市县区州镇乡][、（(一-龥][^。；：:]*[：:]\
         |(?:发布时间|发布日期|浏览次数|点击次数|阅读次数|信息来源|申报人|日期|(?:招标|项目|合同|采购|文件|登记)编号)\\s*[:：]\
         |会议(?:指出|强调|认为|要求)[，,：:]|(?:新华社|新华网|中新社|中新网|人民网|央视网|光明网|中国新闻网|人民日报|光明日报|经济日报|中国青年报)[一-龥]{0,8}\\d{1,2}月\\d{1,2}日[电讯]\
         |(?:根据|按照|遵照)[^。；：]{2,40}(?:要求|精神|规定|安排|部署|通知|意见|计划)[^。；：]*[，,]|[（(][^（）()。]{1,6}[:：]|[•●■◆]\\s*[^•●■◆])",
    )
});

/// Whose paper it is, on a line above its name: a company, an authority, a school.
static ISSUER: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        "(?:公司|集团|银行|厅|局|委员会|政府|办公室|法院|检察院|研究院|医院|学院|大学|学校|中学|小学|幼儿园|协会|学会|工会|中心|支部|党委|事务所|组织部|宣传部|统战部|法團|學校|公會|協會)$",
    )
});

/// A part of a text that opens it, alone on its line: no title.
static OPENING: LazyLock<Regex> =
    LazyLock::new(|| pattern("^(?:序言|前言|引言|导言|摘\\s*要|目\\s*[录錄次]|总\\s*则|项目概况)$"));

/// What [`OPENING`] begins with.
const OPENING_FIRST: [char; 8] = ['序', '前', '引', '导', '摘', '目', '总', '项'];

/// No title: a document number, a path of web pages, a line of an official's name.
static NO_TITLE: LazyLock<Regex> =
    LazyLock::new(|| pattern("[〔［\\[]\\d{4}[〕］\\]]\\s*第?\\d+\\s*号\\s*$|[>＞]|^发布时间"));

/// Finds the title of `text`, whose first marker stands at `first` (its end where there is none); `width`: of its lines.
pub(crate) fn find(text: &str, first: u32, width: &Width<'_>) -> Option<Span> {
    match gloss::plain(text, first).or_else(|| plain::unbroken(text, first, width)) {
        Some(plain) => find_plain(&plain.text, plain.first).map(|found| plain.title(found, text)),
        None => find_plain(text, first),
    }
}

/// The same of a text whose words nothing parts.
fn find_plain(text: &str, first: u32) -> Option<Span> {
    let first = first as usize;
    let start = text.len() - text.trim_start_matches(is_blank).len();
    // The number that a site put there is none of the title.
    let numbered = text.get(start..).is_some_and(|head| head.starts_with("1、"));
    let counter = if numbered { counters::first(text).filter(|counter| counter.at == start) } else { None };
    let start = counter.map_or(start, Counter::end);
    let before = window(text, start, HEAD.min(first.saturating_sub(start)));
    let skipped = head::name_of_law(before).unwrap_or_else(|| head::length(before));
    let skipped = skipped + pictures(text.get(start + skipped..first).unwrap_or(""));
    let found = title_at(text, start + skipped, first).or_else(|| announced(text, start + skipped, first));
    let start = start + skipped;
    let found = named::of_decree(text, start, first, found)
        .or_else(|| named::of_cell(text, start - skipped, first))
        .or_else(|| named::of_field(text, start - skipped, first))
        .or_else(|| named::of_label(text, start - skipped, first))
        .or_else(|| again::find(text, start, first, found))
        .or_else(|| again::behind_frame(text, start, first, found))
        .or(found);
    named::below(text, start, first, found).or(found).filter(|&(from, to)| text.get(from..to).is_some_and(is_name)).map(
        |(from, to)| {
            // A title may stand on the line of a piece: 文档介绍：绿地认养方案.
            let from = from + site::before(text.get(from..to).unwrap_or(""));
            let title = without_adoption(without_breaks(text.get(from..to).unwrap_or("")));
            let title = site::without(without_day(title));
            let title = if from + title.len() == first { without_part(title) } else { title };
            Span::new(from as u32, (from + title.len()) as u32)
        },
    )
}

/// The title behind the sentence of a site that announces it.
fn announced(text: &str, start: usize, first: usize) -> Option<(usize, usize)> {
    let head = window(text, start, HEAD.min(first.saturating_sub(start)));
    let end = site::announced(head)?;
    let rest = head.get(end..)?;
    title_at(text, start + end + head::length(rest), first)
}

/// The bytes of the pictures that a title begins with, as pages and chats have them: 📅 会议通知.
fn pictures(head: &str) -> usize {
    let picture = |c: char| matches!(c, '\u{1F000}'..='\u{1FAFF}' | '\u{2600}'..='\u{27BF}' | '\u{FE0F}' | '\u{200D}');
    let behind = head.trim_start_matches(picture);
    if behind.len() == head.len() { 0 } else { head.len() - behind.trim_start_matches(is_blank).len() }
}

/// A title without the line breaks that a program wrote out behind it: 实施方案\n一、….
fn without_breaks(title: &str) -> &str {
    let mut title = title;
    while ends_with_written_break(title.as_bytes()) {
        title = title.get(..title.len() - 2).unwrap_or("").trim_end_matches(is_blank);
    }
    title
}

/// A title without the note behind it that says when the document was adopted, where no line break parts them: 青河县绿地条例（2009年
/// 12月26日 …通过）, 評量細則94年2月15日校務會議通過.
fn without_adoption(title: &str) -> &str {
    let ends = |note: &str| opens::ADOPTED.iter().any(|word| note.ends_with(word));
    let note = if let Some(inner) = title.strip_suffix(['）', ')']) {
        // Not the number of an issue: （2024年第12号）, nor a version: （2024年修订）.
        let adopted = |note: &str| opens::is_note_of_adoption(note) && (ends(inner) || note.contains(['过', '過']));
        title
            .match_indices(['（', '('])
            .find(|&(at, open)| title.get(at + open.len()..).is_some_and(adopted))
            .map(|(at, _)| at)
    } else if ends(title) {
        title.find(|c: char| c.is_ascii_digit())
    } else {
        None
    };
    let name = note.and_then(|at| title.get(..at)).map(|name| name.trim_end_matches(is_blank));
    name.filter(|name| ends_closed(name)).unwrap_or(title)
}

/// A title without the day that stands behind it: 班子会议记录 2021/12/02.
fn without_day(title: &str) -> &str {
    if !title.ends_with(|c: char| c.is_ascii_digit()) {
        return title;
    }
    let Some((name, day)) = title.rsplit_once(is_blank) else { return title };
    let mut parts = day.split(['/', '-', '.']);
    let mut number = |lengths: std::ops::RangeInclusive<usize>| {
        parts.next().is_some_and(|part| lengths.contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit()))
    };
    let is_day = number(4..=4) && number(1..=2) && number(1..=2) && parts.next().is_none();
    let name = name.trim_end_matches(is_blank);
    if is_day && ends_closed(name) { name } else { title }
}

/// A title without the heading of the first part of the text, which no line break parts from it: 绿地公约总 则｜第一条.
fn without_part(title: &str) -> &str {
    const PARTS: [&str; 6] = ["总则", "總則", "目录", "目錄", "前言", "主文"];
    // Few titles end so.
    if !title.ends_with(['则', '則', '录', '錄', '言', '文']) {
        return title;
    }
    let mut parts = PARTS.iter().filter_map(|word| {
        let name = word.chars().rev().try_fold(title, |rest, c| rest.trim_end_matches(is_blank).strip_suffix(c))?;
        // A title may end so: 青河大学书友站总则. Parted by blanks it is a heading.
        let is_heading = name.len() + word.len() < title.len() || ends_closed(name);
        Some(name.trim_end_matches(is_blank)).filter(|name| is_heading && is_longer(name, SHORTEST_NAMED))
    });
    parts.next().filter(|name| !name.ends_with('的')).unwrap_or(title)
}

/// What a title before the heading of a part is longer than, in characters.
const SHORTEST_NAMED: usize = 3;

/// Whether a piece is nothing but a note in brackets, which is no title without the line above it.
fn is_note(piece: &str) -> bool {
    let inner = piece.strip_prefix(['（', '(']).and_then(|inner| inner.strip_suffix(['）', ')']));
    inner.is_some_and(|inner| !inner.contains(['（', '(', '）', ')']))
}

/// Whether a piece names something: no note, no signs alone (`★`, `——`, `01` before the first marker), and no heading between
/// dashes (— 活动背景 —), or a question of many.
fn is_name(piece: &str) -> bool {
    const DASHES: [char; 3] = ['—', '-', '－'];
    const ASKS: [&str; 6] = ["问：", "问:", "Q：", "Q:", "Q1：", "Q1:"];
    if ASKS.iter().any(|asks| piece.starts_with(asks)) {
        return false;
    }
    let framed = piece.starts_with(DASHES) && piece.ends_with(DASHES);
    // The head of a table: 时间 地区 场合, tabs between and not before its lines.
    let table = || piece.lines().map(|line| line.trim_start_matches('\t').matches('\t').count()).sum::<usize>() > 1;
    let table = memchr::memchr(b'\t', piece.as_bytes()).is_some() && table();
    // The number of a page before the text: II.
    let page = piece.len() <= LONGEST_PAGE && piece.bytes().all(|byte| b"IVXivx".contains(&byte));
    !framed && !table && !page && !is_note(piece) && piece.chars().any(char::is_alphabetic)
}

/// The longest Roman number of a page.
const LONGEST_PAGE: usize = 5;

/// Whether words without a stop, right before the first marker of a text, are its title.
pub(crate) fn is_whole(head: &str) -> bool {
    // Behind 目录 stand the contents.
    is_phrase(head)
        && ends_closed(head)
        && !is_weak(head)
        && !head.trim_end_matches(is_blank).ends_with(['录', '錄'])
        && !is_sentence(head)
}

/// Whether a text begins with `rest`, or its first marker, behind a title.
pub(crate) fn is_followed(title: &str, rest: &str) -> bool {
    let text = rest.trim_start_matches(is_blank);
    text.is_empty() || text.starts_with(['一', '第']) || opens::begins(text) || closed::echoes(title, text, ECHO)
}

/// Where the first line ends, if it does before `head` ends. By bytes: a head of one line is looked through twice.
fn first_break(head: &str) -> Option<usize> {
    let bytes = head.as_bytes();
    memchr::memchr3_iter(b'\n', b'\r', 0xE2, bytes).find(|&at| {
        // U+2028 and U+2029 are E2 80 A8 and A9.
        matches!(bytes.get(at..), Some([b'\n' | b'\r', ..] | [0xE2, 0x80, 0xA8 | 0xA9, ..]))
    })
}

/// Up to `length` bytes of `text` from `start` on, whole characters.
pub(crate) fn window(text: &str, start: usize, length: usize) -> &str {
    let mut end = text.len().min(start + length);
    while !text.is_char_boundary(end) {
        end -= 1; // stops at `start`, a boundary
    }
    text.get(start..end).unwrap_or("")
}

/// The title that begins at `start`.
fn title_at(text: &str, start: usize, first: usize) -> Option<(usize, usize)> {
    let head = window(text, start, WINDOW.min(first.saturating_sub(start)));
    let length = match first_break(head) {
        Some(line) => lines::title(head, line),
        None => run_in(head, start + head.len() == first && first < text.len()),
    }?;
    let title = head.get(..length)?.trim_end_matches(is_blank);
    (!title.is_empty()).then_some((start, start + title.len()))
}

/// Whether a piece can be a title by itself: no sentence, not too long.
fn is_phrase(piece: &str) -> bool {
    let piece = piece.trim_end_matches(is_blank);
    !piece.is_empty()
        && !is_longer(piece, LONGEST)
        && seek::wide(piece.get(slogan(piece)..).unwrap_or(""), &['。', '；', '，']).is_none()
        && !has_clauses(piece.get(slogan(piece)..).unwrap_or(""))
        && !piece.ends_with(['：', ':', '、', ',', ';', '《', '“', '「'])
        && !is_no_title(piece)
}

/// Whether commas or semicolons of half width part clauses: one between ideographs, which `2025年,` and `A,B` are not; a name
/// that a word closes may hold one.
fn has_clauses(piece: &str) -> bool {
    let mut clauses = memchr::memchr2_iter(b',', b';', piece.as_bytes()).filter(|&at| {
        let (before, rest) = piece.split_at_checked(at).unwrap_or_default();
        let parts = rest.get(1..).is_some_and(|rest| rest.starts_with(is_ideograph));
        parts && before.ends_with(is_ideograph) && !before.ends_with('年')
    });
    clauses.next().is_some() && (clauses.next().is_some() || !ends_closed(piece))
}

/// Whether a piece without blanks at its end is of what is no title. The expressions are run for few.
fn is_no_title(piece: &str) -> bool {
    let steps = || memchr::memchr(b'>', piece.as_bytes()).is_some() || seek::wide(piece, &['＞']).is_some();
    (piece.ends_with('号') || piece.starts_with('发') || steps()) && NO_TITLE.is_match(piece)
        || piece.starts_with(OPENING_FIRST) && OPENING.is_match(piece)
        // 2024年3月1日在县人代会上: where a speech was given.
        || piece.ends_with('上') && piece.starts_with(|c: char| c.is_ascii_digit()) && piece.contains("日在")
        // The entry of a list of links.
        || piece.strip_prefix('-').is_some_and(|link| OPENING.is_match(link.trim_start()))
}

fn ends_closed(piece: &str) -> bool {
    let piece = &*parted::joined(piece.trim_end_matches(is_blank));
    closer::ends(piece)
}

/// Whether a piece ends with a word that closes titles only where a text follows.
fn is_weak(piece: &str) -> bool {
    let piece = piece.trim_end_matches(is_blank);
    // Few pieces end so.
    piece.ends_with(WEAK_LAST) && WEAK.iter().any(|word| piece.ends_with(word))
}

fn is_longer(piece: &str, limit: usize) -> bool {
    piece.chars().nth(limit).is_some()
}

#[cfg(test)]
mod tests;
