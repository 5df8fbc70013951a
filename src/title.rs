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
mod closer;
mod field;
mod head;
mod lines;
mod named;
mod parted;

pub(crate) use parted::at_end as parted_at_end;

use std::sync::LazyLock;

use regex::Regex;

use crate::Span;
use crate::gap::{ends_with_written_break, is_blank};
use crate::pattern::pattern;
use crate::scan::counters::{self, Counter};
use crate::scan::ideograph::is_ideograph;
use crate::seek;

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

/// How many characters of a title its text says again at its beginning, and how many where no word closes the title.
const ECHO: usize = 2;
const AGAIN: usize = 5;

/// What the full title of a document below the headline of its page is longer than, in characters.
const SHORTEST_FULL: usize = 7;

/// Words that close a title where a text is known to follow: `程序设计大赛｜本赛事由…`. Elsewhere they stand in sentences.
const WEAK: [&str; 28] = [
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

/// Before 法 these make another word of it that closes no title: 政法, 做法.
const NO_LAW: [char; 18] =
    ['书', '政', '司', '执', '普', '守', '合', '违', '依', '方', '看', '想', '做', '说', '用', '语', '打', '犯'];

/// Behind 编 these make another word of it.
const COMPILED: [char; 9] = ['制', '写', '号', '辑', '委', '排', '入', '者', '码'];

/// The papers of a court, and how long the name of one may be, in characters.
const JUDGMENTS: [&str; 3] = ["判决书", "裁定书", "调解书"];
const LONGEST_COURT: usize = 20;

/// What the name of a body ends with, and how long it may be, in characters.
const BODIES: [&str; 11] =
    ["大学", "学院", "学校", "医院", "公司", "集团", "委员会", "人民政府", "研究院", "法院", "检察院"];
const LONGEST_BODY: usize = 16;

/// Behind a closing word its name goes on far behind it: 方案｜的设计与实现.
static IS_DESIGNED: LazyLock<Regex> = LazyLock::new(|| pattern("^[^。，：；]*(?:设计|研究)[与及]实现"));

/// Behind a title without a break: what a text begins with, such as whom it speaks to (各区县：, 全体员工：) or the party
/// that is named first (出租方：).
static BEGINS: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        "^(?:\\d|[A-Za-z]{2}|根据|按照|经[^过]|今年|去年|全[市县区省国校镇院]|同志|主任|尊敬|当前|随着\
         |最后更新|更新|生效|一年来|年初|欢迎|鉴于|目录|目 录|摘要|版本|来源|发布|发文|文号|编号|日期|时间|時間|地点|地點|地址|主持|出席|甲方|附件|上诉人|原告|被告|公诉机关|申请人|委托人|原审|再审\
         |全体|您的位置|您所在|当前位置|首页|[^，。：；]{1,24}[（(][甲乙]方[）)]|(?:中[华華])?民[国國]\\s*\\d|致[:：]|执教|(?:报名|活动|会议|培训|比赛|竞赛|考试|讲座)(?:时间|地点|对象|方式|主题)[:：]|专业[:：]|姓名[:：]|作者[:：]|指导|[^，。：；]{1,20}[们員员生位門门校县市区镇長长户主司厅局室方][：:]\
         |[^，。：；]{0,8}?[〔［\\[]\\d{4}|基本|总体|总则|前言|引言|概述|随著|第[一1])",
    )
});

/// What a text begins with beside [`BEGINS`], one character each.
const BEGINNING: [char; 27] = [
    'X', 'x', '×', 'ｘ', '“', '《', '（', '(', '—', '-', '•', '□', '◎', '【', '为', '為', '现', '本', '我', '各', '近',
    '自', '在', '以', '因', '依', '請',
];

/// Whether a text begins here.
fn begins(text: &str) -> bool {
    text.starts_with(BEGINNING) || BEGINS.is_match(text)
}

/// What a title ends before, where no line break ends it; [`cut`] says what it begins with.
static CUT: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        "^(?:目\\s*[录錄]|摘\\s*要|——|--|(?:1|第[一1]章)[ .、]?[一-龥]{1,20}\\t\\d|[A-Z][a-z]+(?:[\\s,—–-]+[A-Za-z]+){2}|[（(]\\s*[A-Z]*\\d{6}|[（(]\\d{4}[）)][^，。]{1,12}号|[（(][^（）()]*?(?:通过|通過|公布|发布|批准|施行|生效|修订[^版稿本]|[令第]\\S{0,8}号))",
    )
});

/// What a line ends with that names the kind of a document.
const KINDS: &str = "判决书|裁定书|调解书|决定书|通知书|协议书|通知|公告|通告|通报|章程|办法|规定|条例|细则|规则|守则|公约|制度|合同\
    |协议|预案|方案|纪要|请示|批复|报告|计划|意见|须知|记录|招标文件|采购文件|磋商文件|谈判文件|询价文件|比选文件\
    |条款|报告书|报告表|责任书|任务书|建议书|总结|要点|规范|标准|导则|白皮书|指南|简章|手册|公示|规程|大纲|承诺书|倡议书|施工组织设计|说明书|规划|裁决书|起诉书|律师函\
    |守則|規則|辦法|規定|要點|章程|協議|契約|說明";

/// A sentence begins so, and no title.
static SENTENCE: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        "^(?:为了?[^民农]|根据|依据|依照|按照|经|现[将就]|今年|去年|近[年日来期]|各位|同志|当前|随着|一年来|以上|上述|本[人公文])",
    )
});

/// What [`SENTENCE`] begins with.
const SENTENCE_FIRST: [char; 17] =
    ['为', '根', '依', '按', '经', '现', '今', '去', '近', '各', '同', '当', '随', '一', '以', '上', '本'];

/// Whether a text begins with a sentence.
fn is_sentence(text: &str) -> bool {
    text.starts_with(SENTENCE_FIRST) && SENTENCE.is_match(text)
}

/// What may stand between 的 and the word that closes a title which 关于 opened.
const OF_WHAT: [&str; 8] = ["若干", "实施", "指导", "补充", "暂行", "几点", "紧急", "相关"];

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
         |[（(][^（）()。]{1,6}[:：])",
    )
});

/// Whether [`OPENS`] begins with a character.
const fn may_open(c: char) -> bool {
    matches!(c, '0'..='9' | '０'..='９' | '（' | '(' | '为' | '年' | '今' | '去' | '近' | '一' | '本' | '各' | '同' | '老' | '尊')
        || matches!(c, '发' | '浏' | '点' | '阅' | '信' | '申' | '日' | '招' | '项' | '合' | '采' | '文' | '登')
        || matches!(c, '会' | '新' | '中' | '人' | '央' | '光' | '经')
}

/// Before these words a time belongs to the phrase, and so does whom they name.
const TAKES: [char; 12] = ['于', '在', '至', '到', '从', '自', '的', '、', '和', '及', '与', '对'];

/// Before 为 these make one verb with it: 作为, 成为, 转化为.
const MAKES: [char; 14] = ['作', '成', '化', '称', '认', '视', '变', '改', '列', '定', '分', '转', '因', '以'];

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

/// Finds the title of `text`, whose first marker stands at `first` (its end where there is none).
pub(crate) fn find(text: &str, first: u32) -> Option<Span> {
    let first = first as usize;
    let start = text.len() - text.trim_start_matches(is_blank).len();
    // The number that a site put there is none of the title.
    let start = counters::first(text).filter(|counter| counter.at == start).map_or(start, Counter::end);
    let before = window(text, start, HEAD.min(first.saturating_sub(start)));
    let skipped = head::name_of_law(before)
        .unwrap_or_else(|| if first_break(before).is_some() { head::of_lines(before) } else { head::run_in(before) });
    let found = title_at(text, start + skipped, first);
    let start = start + skipped;
    let found = named::of_decree(text, start, first)
        .or_else(|| named::of_field(text, start - skipped, first))
        .or_else(|| named::of_label(text, start - skipped, first))
        .or_else(|| again::find(text, start, first, found))
        .or(found);
    named::below(text, start, first, found).or(found).filter(|&(from, to)| text.get(from..to).is_some_and(is_name)).map(
        |(from, to)| Span::new(from as u32, (from + without_breaks(text.get(from..to).unwrap_or("")).len()) as u32),
    )
}

/// A title without the line breaks that a program wrote out behind it: 实施方案\n一、….
fn without_breaks(title: &str) -> &str {
    let mut title = title;
    while ends_with_written_break(title.as_bytes()) {
        title = title.get(..title.len() - 2).unwrap_or("").trim_end_matches(is_blank);
    }
    title
}

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
    // The head of a table: 时间 地区 场合, tabs between.
    let table = piece.matches('\t').count() > 1;
    !framed && !table && !is_note(piece) && piece.chars().any(char::is_alphabetic)
}

/// Whether words without a stop, right before the first marker of a text, are its title.
pub(crate) fn is_whole(head: &str) -> bool {
    // Behind 目录 stand the contents.
    is_phrase(head)
        && ends_closed(head)
        && !is_weak(head)
        && !head.trim_end_matches(is_blank).ends_with(['录', '錄'])
        && !is_sentence(head)
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
fn window(text: &str, start: usize, length: usize) -> &str {
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

/// The title where no line break ends it; `marked`: a marker follows on `head`.
fn run_in(head: &str, marked: bool) -> Option<usize> {
    if is_sentence(head) {
        return None;
    }
    let stop = first_stop(head);
    let is_name = |run: &str| ends_closed(run) && !run.ends_with(['法', '录', '錄']);
    if let Some((begin, end)) = parted::find(head.get(..stop)?, is_name) {
        // 张某盗窃案刑事判决书某县人民法院刑 事 判 决 书
        return closed(head.get(..begin)?, true).or(Some(end));
    }
    if let Some(end) = quoted(head) {
        return Some(end);
    }
    // A colon in front of the first marker belongs to a text: `合同甲方：…`; but one in a number does not, ISO 27001:2013.
    let numbered =
        |(at, _)| head.get(at + 1..).is_some_and(|rest: &str| rest.starts_with(|c: char| c.is_ascii_digit()));
    let marked = || marked && seek::word(head, "：").is_none() && head.match_indices(':').all(numbered);
    // 广东省——文化工作取得新成效 is one title.
    let cut = cut(head).filter(|&at| at >= '一'.len_utf8() * SHORTEST_OPEN);
    if let Some(end) = cut.and_then(|at| issue(head, at)) {
        return Some(end);
    }
    // A bracket in front of the first marker is its own: `规章制度【第一章`.
    let before = head.get(..cut.unwrap_or(head.len()))?.trim_end_matches(['【', '［', '[']);
    if (cut.is_some() || marked()) && is_phrase(before) && (ends_closed(before) || !is_longer(before, LONGEST_OPEN)) {
        // A title that a word closes may have a line of its own behind it: `細則94年2月15日會議通過`.
        return closed(before, false).or_else(|| opened(before)).or(Some(before.len()));
    }
    closed_before(head, stop, true).or_else(|| opened(head)).or_else(|| said_again(head)).or_else(|| indented(head))
}

/// Where [`CUT`] first matches before the first stop: behind that, what stands before is no title.
fn cut(head: &str) -> Option<usize> {
    let stop = head.get(slogan(head)..).and_then(|rest| seek::wide(rest, &['。', '；', '，']));
    let title = stop.and_then(|stop| head.get(..slogan(head) + stop)).unwrap_or(head);
    // Before a table of contents with tabs.
    let tab = memchr::memchr(b'\t', title.as_bytes()).is_some();
    let begins =
        |c: char| matches!(c, '目' | '摘' | '—' | '-' | '（' | '(' | 'A'..='Z') || tab && matches!(c, '1' | '第');
    let mut places = title.char_indices().filter(|&(_, c)| begins(c)).map(|(at, _)| at);
    places.find(|&at| head.get(at..).is_some_and(|rest| CUT.is_match(rest)) && !is_span_of_years(head, at))
}

/// Whether a dash stands between figures: 2018--2019学年, 2021——2025年.
fn is_span_of_years(head: &str, at: usize) -> bool {
    let digit = |c: char| c.is_ascii_digit();
    head.split_at_checked(at).is_some_and(|(before, dash)| {
        let behind = dash.trim_start_matches(['—', '-']);
        behind.len() < dash.len() && behind.starts_with(digit) && before.ends_with(digit)
    })
}

/// The end of the note that stands at `at` behind the name of a document and says nothing but which of its kind it is:
/// `关于抽检情况的通告（2024年第12号）`, `绿地管理办法（2024年修订）`.
fn issue(head: &str, at: usize) -> Option<usize> {
    let (title, note) = head.split_at_checked(at)?;
    let (inner, text) = note.strip_prefix(['（', '('])?.split_once(['）', ')'])?;
    let year = inner.strip_suffix("年修订").or_else(|| inner.strip_suffix("年修正"));
    let is_edition =
        is_issue(inner) || year.is_some_and(|year| year.len() == 4 && year.bytes().all(|b| b.is_ascii_digit()));
    (is_edition && is_phrase(title) && ends_closed(title)).then_some(head.len() - text.len())
}

/// The length of what `text` begins with that says which of its kind a document is, or 0.
fn issue_length(text: &str) -> usize {
    let end = text.find(|c| !counts(c)).unwrap_or(text.len());
    text.get(..end).filter(|piece| is_issue(piece)).map_or(0, str::len)
}

/// What a piece is made of that says which of its kind a document is.
fn counts(c: char) -> bool {
    matches!(c, '年' | '第' | '总' | '号' | '期') || c.is_ascii_digit() || is_blank(c)
}

/// Whether a piece says nothing but which of its kind a document is: `2024年第3号`, `第8期`.
fn is_issue(piece: &str) -> bool {
    let number = piece.trim_start_matches(['（', '(']).trim_end_matches(['）', ')']);
    number.contains('第') && number.ends_with(['号', '期']) && number.chars().all(counts)
}

/// Where the first clause of a text ends. Words in quotes at its beginning are one: `“爱护绿地，共建家园”倡议书`.
fn first_stop(head: &str) -> usize {
    let from = slogan(head).max(labelled(head));
    let stop = head.get(from..).and_then(|rest| seek::sign(rest, &['。', '，', '；', '：', '！'], *b",;;"));
    stop.map_or(head.len(), |stop| from + stop)
}

/// The length of the label before 关于 that says who speaks, or 0: `工信部：关于防范风险的建议`.
fn labelled(head: &str) -> usize {
    let label = head.char_indices().take(LONGEST_LABEL + 1).find(|&(_, c)| c == '：');
    let behind = label.map(|(at, _)| at + '：'.len_utf8());
    behind.filter(|&at| head.get(at..).is_some_and(|rest| rest.starts_with("关于"))).unwrap_or(0)
}

/// The length of the words in quotes that a title begins with, or 0.
fn slogan(title: &str) -> usize {
    let inner = title.strip_prefix('“').and_then(|inner| inner.split_once('”'));
    let (said, behind) = inner.unwrap_or_default();
    if said.is_empty() || is_longer(said, LONGEST_OPEN) { 0 } else { title.len() - behind.len() }
}

/// The end of a title that stands in marks of a book and that a text follows: `《绿地认养公约》为了管好绿地，`.
fn quoted(head: &str) -> Option<usize> {
    let (title, text) = head.strip_prefix("解读").unwrap_or(head).strip_prefix('《')?.split_once('》')?;
    let behind = text.trim_start_matches(is_blank);
    let begins =
        behind.is_empty() || behind.starts_with(['《', '近']) || begins(behind) && !behind.starts_with(['（', '(']);
    (begins && ends_closed(title) && is_phrase(title)).then_some(head.len() - text.len())
}

/// The end of a title that no word closes and whose words the text behind it begins with: `以劳模的力量带动青年志愿者｜青年志愿者
/// 活动开展以来，`.
fn said_again(head: &str) -> Option<usize> {
    let stop = seek::sign(head, &['。', '，', '；', '：', '！'], *b",;:").unwrap_or(head.len());
    let sentence = head.get(..stop)?;
    // The entries of a table of contents repeat words as well.
    if sentence.starts_with("第一") {
        return None;
    }
    let places = sentence.char_indices().map(|(at, _)| at).take(LONGEST_OPEN).skip(SHORTEST_OPEN + 1);
    let (title, _) = places
        .filter_map(|at| sentence.split_at_checked(at))
        .find(|(title, text)| echoes(title, text, AGAIN) && !title.ends_with(TAKES) && !begins_earlier(title, text))?;
    (is_phrase(title) && !beside::has_predicate(title)).then_some(title.len())
}

/// Whether the words that a text says again from its title begin before it: 入党积极分子推荐…的入｜党积极分子.
fn begins_earlier(title: &str, text: &str) -> bool {
    let said = text.char_indices().nth(AGAIN).map_or(text, |(end, _)| text.get(..end).unwrap_or(""));
    let before = title.split_once(said).and_then(|(before, _)| before.chars().next_back());
    before.is_some_and(|before| title.ends_with(before))
}

/// The end of a title that no word closes, before the indent of the first paragraph, where another one has it too:
/// `反担保书　　某银行：　　本人愿意….`
fn indented(head: &str) -> Option<usize> {
    const INDENT: &str = "\u{3000}\u{3000}";
    let (title, text) = head.split_once(INDENT)?;
    let again = || ["。", "：", "；"].iter().any(|stop| text.split(INDENT).any(|paragraph| paragraph.ends_with(stop)));
    let named = title.chars().all(|c| is_ideograph(c) || matches!(c, '“' | '”' | ' '));
    let long = is_longer(title, 2) && !is_longer(title, LONGEST_OPEN);
    (long && named && text.contains(INDENT) && text.starts_with(|c| !is_blank(c)) && again()).then_some(title.len())
}

/// The end of a title that no closing word ends, before what opens a text.
fn opened(head: &str) -> Option<usize> {
    let clause = seek::wide(head, &['。', '，', '；', '！']).unwrap_or(head.len());
    let fields = field::find_long(head.get(..clause)?);
    // Behind the first stop no title ends.
    let stop = slogan(head) + seek::wide(head.get(slogan(head)..)?, &['。', '；', '，']).unwrap_or(head.len());
    let mut places = head.char_indices().take_while(|&(at, _)| at < stop).filter(|&(_, c)| may_open(c));
    // 把发展作｜为推动工作的主线
    let makes = |at, c| c == '为' && head.get(..at).is_some_and(|head| head.ends_with(MAKES));
    let opens = places.find(|&(at, c)| !makes(at, c) && head.get(at..).is_some_and(|rest| OPENS.is_match(rest)));
    let end = opens.map(|(at, _)| at).into_iter().chain(fields).min()?;
    let before = head.get(..end)?.trim_end_matches(is_blank);
    let is_title = is_longer(before, SHORTEST_OPEN)
        && !is_longer(before, LONGEST_OPEN)
        && is_phrase(before)
        && !before.ends_with(TAKES)
        && !without_label(before).contains(['：', ':', ',']);
    is_title.then_some(before.len())
}

/// A title without the label before its colon: `一图读懂：`, `以案促改：`.
fn without_label(title: &str) -> &str {
    let label = title.split_once(['：', ':']).filter(|(label, rest)| {
        let label = label.trim_start_matches(is_blank);
        label.chars().all(is_ideograph) && !is_longer(label, LONGEST_LABEL) && is_longer(rest, LONGEST_LABEL)
    });
    label.map_or(title, |(_, rest)| rest)
}

/// The end of a title that a closing word ends and a text follows. `named`: whether a name of a document may end anywhere,
/// so that whatever follows is the text.
fn closed(head: &str, named: bool) -> Option<usize> {
    closed_before(head, first_stop(head), named)
}

/// The same of a text whose first clause ends at `stop`.
fn closed_before(head: &str, stop: usize, named: bool) -> Option<usize> {
    for found in closer::up_to(head, stop) {
        let before = head.get(..found.start).unwrap_or("");
        let is_quoted = before.matches('《').count() > before.matches('》').count();
        let rest = head.get(found.end..).unwrap_or("");
        let noted = found.is_noted();
        let goes_on = if noted { rest.starts_with(['的', '、', '，', '。', '和', '》']) } else { goes_on(rest) };
        let other = match found.word {
            "法" => before.ends_with(NO_LAW),
            "编" => is_compiled(head.get(found.start..).unwrap_or("")),
            _ => false,
        };
        let blank = rest.trim_start_matches(is_blank);
        let fields = || field::length(blank).is_some();
        // 委托书｜委托人：
        let whole =
            before.is_empty() && is_longer(found.word, 2) && head.get(stop..).is_some_and(|at| at.starts_with('：'));
        let short = before.chars().nth(1).is_none() && !whole;
        // 竞赛规则｜竞赛组成
        let again = || !noted && !before.is_empty() && blank.starts_with(before);
        if is_quoted || other || short || goes_on && !fields() && !again() {
            continue;
        }
        // 关于开展检查的｜通知, 在会议上的｜讲话
        let announced = before.ends_with('的') && seek::word(before, "关于").is_some() || before.ends_with("上的");
        let named = named && !is_weak(found.word);
        let ended = || echoes(before, blank, ECHO) || named && is_named(before, found.word, blank) || begins(blank);
        if announced || noted || fields() || of_court(found.word, blank) || !of_what(head, found.end, stop) && ended() {
            let end = found.end + issue_length(rest);
            return (!is_longer(head.get(..end)?, LONGEST)).then_some(end);
        }
    }
    None
}

/// Whether a judgment is followed by the court that gave it: `张某盗窃案刑事判决书｜某县人民法院刑事判决书`.
fn of_court(closer: &str, rest: &str) -> bool {
    let name = || rest.find("法院").and_then(|end| rest.get(..end));
    JUDGMENTS.contains(&closer)
        && name().is_some_and(|name| !is_longer(name, LONGEST_COURT) && name.chars().all(is_ideograph))
}

/// Whether 关于 stands in the title so far and a word that closes such a title, 的 before it, only behind: `关于完善｜政策｜
/// 支持园区发展的若干意见`.
fn of_what(head: &str, end: usize, stop: usize) -> bool {
    let (so_far, rest) = (head.get(..end).unwrap_or(""), head.get(end..stop.max(end)).unwrap_or(""));
    seek::word(so_far, "关于").is_some() && !is_longer(head.get(..stop).unwrap_or(""), LONGEST) && closes_what(rest)
}

/// Whether 的 and a closing word stand in `text`, with no more than one of some words between them.
fn closes_what(text: &str) -> bool {
    text.match_indices('的').any(|(at, of)| {
        let behind = text.get(at + of.len()..).unwrap_or("");
        let word = OF_WHAT.iter().find_map(|word| behind.strip_prefix(word)).unwrap_or(behind);
        closer::first(word).or_else(|| closer::first(behind)).is_some()
    })
}

/// Whether 编 begins another word: 编制, 编码.
fn is_compiled(text: &str) -> bool {
    text.strip_prefix('编').is_some_and(|behind| behind.starts_with(COMPILED))
}

/// Whether the title goes on behind a closing word, or the word is part of a sentence.
fn goes_on(rest: &str) -> bool {
    let word = closer::first(rest).filter(|&word| word != "编" || !is_compiled(rest));
    word.is_some() || beside::goes_on(rest) || seek::word(rest, "实现").is_some() && IS_DESIGNED.is_match(rest)
}

/// Whether a text begins with so many characters of its title: `家长学校课程大纲｜课程共十二讲`.
fn echoes(title: &str, text: &str, length: usize) -> bool {
    let said = text.char_indices().nth(length).map_or(text, |(end, _)| text.get(..end).unwrap_or(""));
    is_longer(said, length - 1) && said.chars().all(is_ideograph) && seek::word(title, said).is_some()
}

/// Whether a title names a document by its subject, so that whatever follows is the text: no pronoun begins it, and no
/// word in it says that somebody does something. One of few characters only in front of whose paper it is: `招生简章某大学….`
fn is_named(before: &str, closer: &str, rest: &str) -> bool {
    (is_longer(before, SHORTEST_OPEN) || begins_with_body(rest))
        && closer.chars().nth(1).is_some()
        && !beside::has_predicate(before)
        && !beside::says_of_subject(rest)
}

/// Whether a text begins with the name of a school, an authority, a company.
fn begins_with_body(text: &str) -> bool {
    let end = text.char_indices().take(LONGEST_BODY).find(|&(_, c)| !is_ideograph(c)).map(|(at, _)| at);
    let name = text.get(..end.unwrap_or(text.len().min(LONGEST_BODY * '一'.len_utf8()))).unwrap_or("");
    BODIES
        .iter()
        .filter_map(|body| name.find(body))
        .any(|at| at >= 2 * '一'.len_utf8() && name.get(..at).is_some_and(|name| !beside::has_predicate(name)))
}

/// Whether a piece can be a title by itself: no sentence, not too long.
fn is_phrase(piece: &str) -> bool {
    let piece = piece.trim_end_matches(is_blank);
    !piece.is_empty()
        && !is_longer(piece, LONGEST)
        && seek::wide(piece.get(slogan(piece)..).unwrap_or(""), &['。', '；', '，']).is_none()
        && !piece.ends_with(['：', ':', '、', ',', ';'])
        && !is_no_title(piece)
}

/// Whether a piece without blanks at its end is of what is no title. The expressions are run for few.
fn is_no_title(piece: &str) -> bool {
    let steps = || memchr::memchr(b'>', piece.as_bytes()).is_some() || seek::wide(piece, &['＞']).is_some();
    (piece.ends_with('号') || piece.starts_with('发') || steps()) && NO_TITLE.is_match(piece)
        || piece.starts_with(OPENING_FIRST) && OPENING.is_match(piece)
}

fn ends_closed(piece: &str) -> bool {
    let piece = &*parted::joined(piece.trim_end_matches(is_blank));
    closer::ends(piece)
}

/// Whether a piece ends with a word that closes titles only where a text follows.
fn is_weak(piece: &str) -> bool {
    let piece = piece.trim_end_matches(is_blank);
    WEAK.iter().any(|word| piece.ends_with(word))
}

fn is_longer(piece: &str, limit: usize) -> bool {
    piece.chars().nth(limit).is_some()
}

#[cfg(test)]
mod tests {
    use super::find;

    /// The title of a text whose first marker is `marker`.
    fn title<'t>(text: &'t str, marker: &str) -> Option<&'t str> {
        let first = text.find(marker).unwrap_or(text.len());
        find(text, u32::try_from(first).unwrap()).map(|span| &text[span.range()])
    }

    #[test]
    fn a_line_that_is_no_sentence() {
        assert_eq!(title("\u{feff}城市书房介绍\n各位读者：\n一、", "一、"), Some("城市书房介绍"));
        assert_eq!(title("某局\n关于开展检查的通知\n各镇：\n一、", "一、"), Some("某局\n关于开展检查的通知"));
        assert_eq!(title("各位读者：\n一、", "一、"), None);
        assert_eq!(title("七.一建党节活动申报\n申报人：张强\n一、", "一、"), Some("七.一建党节活动申报"));
        assert_eq!(title("序言\n本章程由理事会制定。\n一、", "一、"), None);
    }

    #[test]
    fn a_title_of_several_lines() {
        for (title_of, text) in [
            ("青河县人民法院\n刑事判决书", "（2020）青0101刑初3号\n公诉机关"),
            ("青河县林业协会\n章程", "一、"),
            ("污水处理厂扩建工程\n环境影响报告书", "一、"),
            ("文化遗址标志树立项目\n合同草案条款", "甲方：青河县文化局"),
            ("城区绿地建设规划\n（2021—2025年）", "绿地是城市的肺。"),
            ("县政府办关于印发绿地管护和\n林木认养两个办法\n的通知", "各镇：\n现予印发。"),
        ] {
            assert_eq!(title(&format!("{title_of}\n{text}\n一、目标"), "一、目"), Some(title_of));
        }
        for (title_of, text) in [
            ("青河县中级人民法院\n民 事 裁 定 书", "（2020）青01民终3号\n上诉人"),
            ("劳\u{3000}动\u{3000}合\u{3000}同", "甲方：\n乙方："),
            ("青河县全民健身和绿地建设\n第十四个五年规划纲要", "目 录"),
            ("青河物业有限公司\n门禁系统改造项目\n招标公告", "采购人：青河物业"),
            ("青河县第一小学厨房设备项目\n竞争性磋商文件", "采购人：青河县第一小学"),
            ("凝心聚力 真抓实干\n奋力谱写青河绿色新篇章", "——在全县大会上的报告\n张强"),
            ("青河县税务局公告\n2024年第3号\n关于调整办税时间的公告", "为方便办税，公告如下："),
            ("绿化工作简报\n第8期", "青河县林业局"),
            ("青河县2025年绿地认养补助资金\n申报指南", "根据认养办法，制定本指南。"),
            ("关于在青河县调整实施《某国公园\n管理条例》有关规定的决定", "青政〔2020〕1号"),
            ("青河县绿化事业第十四个五年规划\n和二〇三五年远景目标纲要", "目 录"),
            ("青河县民事审判庭\n关于审理租赁纠纷案件若干问题的解答", "为统一尺度，"),
            ("青河镇创业路排水工程\n施工组织设计", "编制单位：青河市政公司"),
            ("培养身心健康的教师\n——青河一中工作思路（征求意见稿）", "发扬传统，办出特色。"),
        ] {
            assert_eq!(title(&format!("{title_of}\n{text}\n一、目标"), "一、目"), Some(title_of));
        }
        let paragraph = "河湖是生态的命脉。".repeat(8);
        assert_eq!(
            title(&format!("守护一江清水，建设美丽青河\n{paragraph}\n一、"), "一、"),
            Some("守护一江清水，建设美丽青河")
        );
        let headline = format!("林业办公室党支部召开支委会\n研究部署节前安全工作\n\n{paragraph}\n一、");
        assert_eq!(title(&headline, "一、"), Some("林业办公室党支部召开支委会\n研究部署节前安全工作"));
        let issued = format!("绿化工作迈上新台阶新水平\n青河县林业局办公室\n\n{paragraph}\n一、");
        assert_eq!(title(&issued, "一、"), Some("绿化工作迈上新台阶新水平"));
        // The headline of a page above the title of its document.
        let text = "奖学金申请（9月30日截止）\n青河大学李强先生奖学金申请要点\n9月1日核定\n一、";
        assert_eq!(title(text, "一、"), Some("奖学金申请（9月30日截止）\n青河大学李强先生奖学金申请要点"));
        assert_eq!(title("梦想照耀百年\n——在全县大会上的致辞\n一、", "一、"), Some("梦想照耀百年"));
        assert_eq!(title("守护一江清水，建设美丽青河\n是全县的职责。\n一、", "一、"), None);
        assert_eq!(title("绿地认养\n目录\n一、目标", "一、"), Some("绿地认养"));
        assert_eq!(title("绿地管护办法\n（2021年3月5日通过）\n一、目标", "一、"), Some("绿地管护办法"));
    }

    #[test]
    fn what_stands_before_a_title() {
        for (head, title_of, text) in [
            ("穗府〔2021〕7号\n", "关于检查的通知", "\n各镇：\n"),
            ("网站首页 | 县情概况 | 督查通报 ", "青河县人民政府关于绿地认养的通报", " 青政督〔2017〕6号 "),
            ("您当前的位置：政协首页 → 调研报告\n", "关于绿地认养情况的调研报告", "\n青河县政协\n"),
            ("首页 > 互动交流 > 政策问答", "青河县绿地认养热点问题解答", "发布日期：2023-09-20 "),
            ("首页 新闻中心 通知公告 正文 ", "青河一中招聘临聘教师公告", "日期：2022-07-19 "),
            ("檔　　號：保存年限：", "青河縣政府教育處　函", "地址：302青河縣光明路"),
            ("Q/QHJ-G-012-2021", "青河物业有限公司信息保密制度", "编制：行政部　审核：张强"),
            ("Q/QHJ-G-012-2021\n", "信息保密制度", "\n编制：行政部\n"),
            ("首页 >> 政务公开 >> 公文发布时间：2010-02-24 09:12 ", "绿地管理办法", "为了管好绿地，"),
            ("索引号：0001/2018-22 有效性：有效", "关于检查的通知", "各镇："),
            ("字号：[ 大 中 小 ]　分享到：", "关于检查的通知", "各镇："),
            ("发布时间：2022年04月28日 点击数： 次", "青河一中应急演练", "根据要求，"),
            ("青河县人民政府文件\n青政发〔2021〕3号 签发人：张强\n", "关于检查的通知", "\n各镇：\n"),
            ("首页 > 政务公开 > 文件\n发布时间：2021-03-04 浏览次数：\n", "城市书房介绍", "\n各位读者：\n"),
            (
                "索 引 号：0001/2018-22\n标\u{3000}题：绿地认养\n",
                "青河县关于推进\n绿地认养的意见",
                "\n青政〔2018〕2号\n",
            ),
            ("中华人民共和国国家标准\nGB/T 38381—2019\n", "知识服务 知识元描述", "\n前言\n"),
            (
                "中华人民共和国国家标准GB/T 12345—2021",
                "河岸绿化通用要求",
                "General requirements for riverside greening",
            ),
            ("ICS 03.080.99\nCCS A 20\nDB37\n青河省地方标准\nDB37/T 1234—2020\n", "绿地管护规范", "\nSpecification\n"),
            ("ICS 03.080.99CCS A 20DB37青河省地方标准DB37/T 1234—2020", "绿地管护规范", "Specification for green"),
            (
                "索 引 号 000014672/2024-00012\n主题分类 城乡建设\n发文字号 青政办发〔2024〕5号\n",
                "关于管护绿地的意见",
                "\n各镇：\n",
            ),
            (
                "索 引 号 000014672/2024-00012主题分类 城乡建设发布日期 2024年1月25日",
                "关于管护绿地的意见",
                "各镇：现提出意见。",
            ),
            ("【发布日期】2024-01-05\n【字体：大 中 小】\n", "关于管护绿地的决定", "\n（2024年1月5日会议通过）\n"),
            ("附件1：", "绿地管护工作要点", "2024年是关键之年。"),
            ("合同编号：QH-2024-01", "绿地认养协议书", "甲方：县园林局"),
            ("合同编号:", "绿地认养协议", "认养方[以下简称乙方]:"),
            ("青河大学\n硕士学位论文\n", "绿地监测系统的设计", "\n摘要\n"),
            ("合同编号：\n", "青河物业有限公司\n商铺（场地）租赁合同", "\n甲方：\n"),
            ("索引号：0001发文机关：县政府办发文字号：青政办〔2018〕22号", "关于绿地认养的通知", "各镇：现予印发。"),
            ("青政办发〔2018〕22号", "关于绿地认养的通知", "各镇：现予印发。"),
            ("首页 > 政务公开 > 文件 ", "青河县防火办法", "为了防火，制定本办法。"),
            ("青河省人民政府办公厅\nX政发〔2024〕1号\n", "关于做好春节值班工作的通知", "\n各县：\n"),
            ("首頁 \n 所有條文 \n 法規名稱： \n 廢 \n ", "青河河川管理規則", " \n 廢止日期：民國 89 年 \n"),
            ("您的位置：首页>>办事>>绿地认养办法", "绿地认养办法", "为了管好绿地，制定本办法。"),
            ("当前位置\n首页 > 规章 > 制度\n", "图书室管理制度(精选3篇)", "\n推荐人：\n"),
        ] {
            assert_eq!(title(&format!("{head}{title_of}{text}一、目标"), "一、目"), Some(title_of));
        }
        for (head, title_of, text) in [
            (
                "000012\n机密★1年\n特急\n青河县人民政府文件\n青政发〔2023〕14号 签发人：张强\n",
                "关于防火的通知",
                "\n各镇：\n",
            ),
            ("000012机密★1年特急青河县人民政府文件青政发〔2023〕14号", "关于防火的通知", "各镇：现予印发。"),
            ("文件编号：QH-003\n版本：A/0\n生效日期：2024-01-01\n", "员工考勤管理制度", "\n为规范考勤，制定本制度。\n"),
            ("文件编号：QH-003版本：A/0生效日期：2024-01-01", "员工考勤管理制度", "为规范考勤，制定本制度。"),
            ("合同编号：________", "房 屋 租 赁 合 同", "出租方（甲方）：承租方（乙方）："),
            ("青河大学硕士学位论文", "小区绿地的布设研究", "作者姓名：张强指导教师：李强2021年6月摘要"),
            ("学校代码：10999\n分类号：X832\n", "小区绿地的布设研究", "\n——以青河为例\n摘要：本文研究绿地。\n"),
            (
                "登录  注册\n首页 政务公开 政务服务 互动交流\n搜索您想了解的内容\n分享到：\n",
                "城市书房介绍",
                "\n各位读者：\n",
            ),
            (
                "您好，欢迎来到青河！ 2024年4月17日 星期一\n首页\n组织架构\n信用动态\n政策法规\n首页>信用动态\n",
                "我市召开绿化推进会",
                "\n发布时间：2024-05-24\n",
            ),
            ("您当前的位置：首页>通知公告", "关于开展职工体检的通知", "各科室：请准时参加。"),
            ("附件2", "青河县优秀志愿者推荐表", "姓名：性别："),
            ("【典型案例】\n", "小积分激发青河大活力", "\n青河推行积分制。\n"),
            ("Q/QH\n青河食品有限公司企业标准\nQ/QH 0001S—2024\n", "速冻汤圆", "\n2024-03-01发布\n"),
            ("【典型案例】 发布时间：2024-01-02\n", "小积分激发青河大活力", "\n青河推行积分制。\n"),
            ("（摘录）\n", "绿地管理办法", "\n为管好绿地，制定本办法。\n"),
            (
                "标\u{3000}题：关于认养绿地的通知发文字号：青办〔2024〕2号主 题 词：",
                "关于认养绿地的通知",
                "青办〔2024〕2号各镇：",
            ),
            (
                "名 称：《绿地条例实施办法》解读\n文 号：无\n",
                "《绿地条例实施办法》解读",
                "\n时间：2024-06-07\n近日，县政府印发办法。\n",
            ),
        ] {
            assert_eq!(title(&format!("{head}{title_of}{text}一、目标"), "一、目"), Some(title_of));
        }
        assert_eq!(title("（摘录）一、目标", "一、"), None);
        assert_eq!(title("【职位描述】\n一、目标", "一、"), None);
        // Fields and no title; a list of annexes.
        assert_eq!(title("附件：1.报名表 2.承诺书", "2."), None);
        assert_eq!(title("来源：本站\n为了防火，开展检查。\n一、", "一、"), None);
        assert_eq!(title("青政办发〔2018〕22号各镇：现予印发。一、", "一、"), None);
    }

    #[test]
    fn all_before_the_first_marker() {
        assert_eq!(title("旧城改造一、", "一、"), Some("旧城改造"));
        assert_eq!(title("ISO 27001:2013 信息安全要求1. 范围", "1. "), Some("ISO 27001:2013 信息安全要求"));
        assert_eq!(title("怎么申领社保卡？一、", "一、"), Some("怎么申领社保卡？"));
        assert_eq!(title("公园管理规定目录第一章总则", "第一章"), Some("公园管理规定"));
        assert_eq!(title("公园管理规定（2026年修订版）第一章总则", "第一章"), Some("公园管理规定（2026年修订版）"));
        assert_eq!(title("青河书友会【第一章总则】", "第一章"), Some("青河书友会"));
        assert_eq!(title("某省防火条例（2013年7月26日某会议通过）第一条", "第一条"), Some("某省防火条例"));
        assert_eq!(title("某会规则94年2月15日会议通过一、", "一、"), Some("某会规则"));
    }

    #[test]
    fn a_closing_word_before_a_text() {
        assert_eq!(title("全市教育工作要点Xxxx是全面建设的一年,是开放的一年。一、", "一、"), Some("全市教育工作要点"));
        assert_eq!(title("关于规范广告的意见广告是市容，现提出意见。一、", "一、"), Some("关于规范广告的意见"));
        assert_eq!(title("全区民政要点全区民政工作要快，要好。一、", "一、"), Some("全区民政要点"));
        assert_eq!(
            title("某市绿化行动计划（2024—2026年）为绿化，定计划。一、", "一、"),
            Some("某市绿化行动计划（2024—2026年）")
        );
        assert_eq!(
            title("关于适用《某国担保法》若干问题的解释为审案，作解释。一、", "一、"),
            Some("关于适用《某国担保法》若干问题的解释")
        );
    }

    #[test]
    fn a_title_and_a_text_behind_it_in_one_line() {
        for (title_of, text) in [
            ("2020年工作总结和2021年工作打算", "2020年，我局完成各项任务。"),
            ("河东小区物业服务合同", "甲方：河东小区业主委员会乙方：青河物业公司"),
            ("养老服务补贴申领指南", "老年人可以按下列步骤申领补贴。"),
            ("青河县全民健身实施计划", "全民健身是健康青河的重要内容。"),
            ("第三届业主委员会第五次会议纪要", "时间：2021年5月6日地点：社区活动室"),
            ("致全县家长的一封信", "尊敬的家长：暑假将至。"),
            ("张强与青河公司建设施工合同纠纷一审民事判决书", "青河县人民法院原告：张强"),
            ("青河县第三届中小学生征文大赛", "本赛事由县教育局主办。"),
            ("道路养护施工招标公告", "（招标编号：QH2024-01）"),
            ("花木采购合同", "编号：2023001买方：县园林站"),
            ("某市某区人民法院民事判决书", "（2020）某01民初123号原告：张某。"),
            ("省政府关于优化营商环境的实施意见", "省办发〔2020〕24号各市人民政府：现提出意见。"),
            ("县政府关于完善人才政策支持园区发展的若干意见", "各镇、各部门：现提出意见。"),
            ("在全县教育电视电话会议上的讲话", "县委副书记、县长 张强同志们：今天开会。"),
            ("软件使用许可协议", "重要须知：请您仔细阅读。"),
            ("个人住房贷款借款合同", "合同编号：2023001借款人：张强"),
            ("同心战疫倡议书", "老师们、同学们：当前形势严峻。"),
            ("合作协议书", "青河教育(甲方)：服务中心(乙方)："),
            ("书友会章程", "您的位置：首页>概况>章程"),
            ("县卫生健康局关于对县政协第12号提案的答复", "王委员：提案收悉。"),
            ("家长学校课程大纲", "课程共十二讲，面向家长。"),
            ("图书馆闭馆公告", "因馆舍维修，本馆闭馆。"),
            ("某局公告2023年第15号关于优化服务有关事项的公告", "为便民，现公告如下。"),
            ("青河县人民法院民事判决书", "上诉人甲公司因合同纠纷，提起上诉。"),
            ("青河书友会規約", "• 110年3月5日增訂第三條"),
            ("青河書友會用書補助要點", "中華民國110年3月5日會議通過"),
            ("青河書友會活動補助要點", "民國96年10月11日會議通過"),
            ("楼栋公约", "最后更新：2024-05-06本公约由住户商定。"),
            ("地下室租用监管协议书", "甲方（出租）：乙方（承租）："),
            ("民事裁定书（二审改判用）", "法院诉讼文书样式申请人：张某。"),
            ("基于遥感的防汛预案编制系统设计与实现", "作者：张强专业：水利指导教师：李强"),
            ("在全县教育工作会议上的讲话", "（2021年2月6日）张强同志们：今天开会。"),
            ("劳 动 合 同", "甲方：青河公司乙方：张强"),
            ("投 标 承 诺 书", "致：青河招标公司我方承诺守信。"),
            ("青河县人民法院民 事 判 决 书", "（2020）青0101民初3号原告：张强。"),
            ("张强与李强买卖合同纠纷一审民事判决书", "青河县人民法院民 事 判 决 书（2020）青0101民初3号原告：张强。"),
            ("张强盗窃一案一审刑事判决书", "青河县人民法院刑事判决书（2020）青0101刑初3号公诉机关"),
            ("关于食品抽检情况的通告（2024年第12号）", "2024年，抽检食品900批次。"),
            ("市长办公会议纪要", "〔2024〕3号3月4日，市长主持会议。"),
            ("招聘编制外工作人员公告", "因工作需要，招聘工作人员。"),
            ("车辆管理规定", "编制部门：行政部审核：张强"),
            ("产品使用说明书", "型号：QH-200感谢您购买本产品。"),
            ("房屋租赁合同样本", "甲方：张强乙方：李强"),
            ("《社区志愿服务公约》", "为倡导志愿精神，制定本公约。"),
            ("《社区支付服务协议》", "《社区支付服务协议》（以下简称“本协议”）是住户与社区的约定。"),
            ("解读《青河县绿地规划（2023—2030年）》", "近日，县政府印发规划。"),
            ("青河大学绿地管理办法（2024年修订）", "为了管好绿地，制定本办法。"),
            ("“爱护绿地，共建家园”倡议书", "全体业主：绿地是大家的。"),
            ("委托书", "委托人：张强受委托人：李强"),
            ("小学科学四年级《水的蒸发》教学设计", "执教：青河小学 张强"),
        ] {
            assert_eq!(title(&format!("{title_of}{text}一、目标"), "一、"), Some(title_of));
        }
    }

    #[test]
    fn a_document_named_in_a_sentence_is_no_title() {
        for text in [
            "我县制定实施方案推进厕所改造，三年内完成。",
            "新修订的管理办法明确了三项要求，各镇要执行。",
            "养老机构的收费标准由双方协商，政府指导。",
            "本次活动方案经过讨论确定，请遵照执行。",
            "申请人提交书面报告说明理由，由社区审核。",
            "业主大会通过了管理公约，现予公布。",
            "全县教育系统召开会议传达通知精神，部署工作。",
            "以实干弘扬政法政法队伍教育整顿开展以来，全院努力。",
        ] {
            assert_eq!(title(&format!("{text}一、目标"), "一、"), None);
        }
    }

    #[test]
    fn a_short_title_before_the_name_of_a_body() {
        assert_eq!(title("招生简章青河大学是省属高校，现面向全国招生。一、专业", "一、"), Some("招生简章"));
        assert_eq!(title("招生简章每年修订，由学校公布。一、专业", "一、"), None);
        assert_eq!(title("我校简章青河大学官网可查。一、专业", "一、"), None);
        // The last step of a path has no sign behind it.
        let glued =
            "当前位置：首页>信息年报青河县民政局绿地认养年度报告日期：2023-01-18 根据条例，编制本报告。一、总体";
        assert_eq!(title(glued, "一、"), Some("信息年报青河县民政局绿地认养年度报告"));
    }

    #[test]
    fn a_time_that_opens_a_text() {
        assert_eq!(title("全镇经济开局良好年初以来，全镇努力。一、", "一、"), Some("全镇经济开局良好"));
        assert_eq!(title("我镇今年以来，努力工作。一、", "一、"), None);
    }

    #[test]
    fn what_opens_a_text_ends_a_title_that_no_word_closes() {
        for (title_of, text) in [
            ("乘风破浪 奋力开创青河新局面", "各位代表：现在，我向大会报告。"),
            ("五部门启动绿地认养申报", "各市、县林业局，各有关单位：现就申报作出安排。"),
            ("青河省——绿化工作取得新成效", "2022年6月11日，省林业厅召开会议。"),
            ("青河市2028年道路养护工程（一标段）施工", "招标编号：QH-2028-01目 录"),
            ("以劳模的力量带动青年志愿者队伍", "青年志愿者队伍成立以来，做了许多事。"),
            ("楼栋认证条款", "App 提供认证，住户自愿使用。"),
            ("青河县召开“爱绿护绿”交流会议", "5月22日，青河县召开会议。"),
            ("青河民宿跑出加速度", "本报讯（记者 张强）今年以来，青河发展民宿。"),
            ("学院认真学习安全工作会议精神", "2月26日下午，学院收看会议。"),
            ("关于山区快递“最后一公里”的调查与思考", "□ 青河县课题组快递进村，一头连着农民。"),
            ("工信部：关于防范智能体风险的建议", "胡某2026-03-13导语：做好防范。"),
            ("青河县政府常务会议研究部署园区提质", "会议指出，园区是产业的主要承载地。"),
            ("青河公路隧道全线贯通", "新华社青河5月2日电（记者 张强）隧道全长三千米。"),
            ("一图读懂：青河停车新办法", "来源：市城管局 一图看清新办法。"),
            ("以案促改：县纪委推动警示教育走深走实", "近年来，县纪委坚持以案促改。"),
        ] {
            assert_eq!(title(&format!("{title_of}{text}一、目标"), "一、目"), Some(title_of));
        }
        assert_eq!(title("全年建成优质园xx所、市优质园xx所，达标。一、目标", "一、"), None);
        assert_eq!(title("第一章 绿地管护现状 第一节 绿地管护成效，第二节 问题。一、目标", "一、"), None);
        assert_eq!(title("绿化工作开始于2022年6月11日，进展顺利。一、目标", "一、"), None);
    }

    #[test]
    fn the_last_of_a_title_that_comes_again() {
        let last =
            |text: &str| find(text, u32::try_from(text.find("一、").unwrap()).unwrap()).map(|title| title.range());
        for head in [
            "绿地认养办法\n时间：2021-03-04 来源：本站\n\n",
            "绿地认养办法\n\n合集下载\n下载前请看清内容，平台不提供服务。\n\n",
            "返回顶部\n绿地认养办法\n\u{2022} 索引号：\n0001/2021-3\n\u{2022} 内容概述：\n",
            "绿地认养办法时间：2021-03-04 来源：本站",
            "绿地认养办法",
            "绿地认养办法本站不保证文档完整。文档介绍绿地认养办法",
        ] {
            for text in ["\n为了管好绿地，制定本办法。\n一、目标", "为了管好绿地，制定本办法。一、目标"]
            {
                let whole = format!("{head}绿地认养办法{text}");
                assert_eq!(last(&whole), Some(head.len()..head.len() + "绿地认养办法".len()), "{whole}");
            }
        }
        // Named by its own text, by a path, by an editor.
        for text in [
            "绿地认养办法\n现将《绿地认养办法》印发给你们。\n一、目标",
            "绿地认养办法\n您的位置：首页>概况>绿地认养办法\n一、目标",
            "绿地认养办法\n怎么写呢？下面是小编整理的绿地认养办法，供参考。\n一、目标",
            "绿地认养办法绿地认养办法是本县的制度。一、目标",
        ] {
            assert_eq!(last(text), Some(0.."绿地认养办法".len()), "{text}");
        }
        // Broken into other lines.
        let text = "关于推进绿地认养的通知\n来源：本站\n关于推进\n绿地认养的\n通知\n各镇：\n一、目标";
        assert_eq!(last(text).map(|title| &text[title]), Some("关于推进\n绿地认养的\n通知"));
    }

    #[test]
    fn what_a_decree_makes_known() {
        let decree = "青河省人民政府令\n第5号\n《青河省绿地管理办法》已经省政府常务会议通过，现予公布，自2024年1月1日起施行。\n\
                      省长 张强\n2023年5月6日\n";
        for text in [
            format!("{decree}青河省绿地管理办法\n第一章 总则"),
            format!("{decree}青河省绿地\n管理办法\n目 录\n第一章 总则"),
            format!("{decree}青河省绿地管理办法\n（2023年5月1日通过）\n第一章 总则"),
            format!("{decree}青河省绿地管理办法第一章 总则").replace('\n', ""),
        ] {
            assert_eq!(
                title(&text, "第一章").map(|title| title.replace('\n', "")).as_deref(),
                Some("青河省绿地管理办法")
            );
        }
        // A notice has a title of its own; a decree that no text follows.
        let notice =
            "关于印发《绿地管理办法》的通知\n各镇：\n现将《绿地管理办法》印发给你们。\n绿地管理办法\n第一章 总则";
        assert_eq!(title(notice, "第一章"), Some("关于印发《绿地管理办法》的通知"));
        assert_eq!(title(&format!("{decree}一、目标"), "一、"), Some("青河省人民政府令\n第5号"));
    }

    #[test]
    fn the_whole_name_below_a_column_of_a_site() {
        for (head, title_of) in [
            ("规章制度\n", "青河大学学生社团管理章程"),
            ("公告\n", "关于开展绿地普查的公告"),
            ("开标倒计时\n18\t19\t56\n投标截止时间：2024-04-23\n", "青河镇小学宿舍改造项目\n施工招标公告"),
            ("宿舍预约\n个人中心\n请确认您的信息，然后提交。\n", "青河大学宿舍管理规定"),
            ("尊敬的用户：\n", "青河钱包用户服务协议"),
            ("规章制度\n来源：办公室\n", "青河学院实验室安全管理办法\n（试行）"),
            ("会议纪要\n〔2025〕14号\n县政府办 2025年4月22日\n", "研究码头改造的会议纪要"),
        ] {
            assert_eq!(title(&format!("{head}{title_of}\n一、目标"), "一、"), Some(title_of));
        }
        for (title_of, text) in [
            ("管理章程", "本会依法设立。\n青河书友会各项管理章程"),
            ("会议议程", "听取各镇的工作报告\n听取各局的工作报告"),
            ("城市书房介绍", "各位读者：\n下面介绍书房："),
        ] {
            assert_eq!(title(&format!("{title_of}\n{text}\n一、目标"), "一、"), Some(title_of));
        }
    }

    #[test]
    fn what_covers_and_letterheads_have_above_it() {
        for (head, title_of, text) in [
            ("县委组织部\n县农业农村局\n", "县财政局\n关于绿地认养的通知", "各镇：\n"),
            ("", "青河律师事务所\n关于青河股份有限公司\n2024年度股东大会的\n法律意见书", "致：青河股份有限公司\n"),
            ("ICS 65.020\nB 31\nDB37××\n青河省地方标准\nDB37××/T 017—2019\n", "菜豆种植规程", "2019-11-01发布\n"),
            ("代替Q/QHM 0002S—2015\n", "油菜籽", "2018-05-20发布\n"),
            ("第28卷 第4期　青河师专学报　Vol.28 No.4\n2006年8月　Journal of Qinghe\n", "青河地名校札", "张强\n"),
            ("信息公开 / 征地信息\n", "青河区人民政府\n征地补偿公告", "青征〔2023〕6号\n"),
            ("采购项目编号：QH2023-044\n", "政府采购\n竞争性磋商文件", "项目名称：厨余清运\n"),
            (
                "报告类别：丙\n签发人：张强\n青河省教育厅\n青教函〔2021〕8号\n",
                "对省政协第12号提案的答复函",
                "张委员：\n",
            ),
            ("标准操作规程\n题目：", "取样标准操作规程", "编码 QH-018\n"),
            ("青河学院毕业论文（设计）\n题　　目：", "快递末端共同配送研究——以某县为例", "学　　院：物流\n"),
        ] {
            let lines = format!("{head}{title_of}\n{text}一、目标");
            assert_eq!(title(&lines, "一、"), Some(title_of), "{lines}");
        }
        for (head, title_of, text) in [
            ("首页 > 政务公开 > 文字解读", "【解读】《关于绿地的通知》解读", "来源：县政府"),
            ("内网首页 / 通知通报 / ", "关于闭馆情况的通报", "各县区："),
            ("信息公开 / 征地信息 ", "青河区人民政府征地补偿公告", "青征〔2023〕6号"),
            ("当前位置：首页>>科普>>正文", "冬天防滑二十问（上）", "来源：骨科 张强"),
            ("采购项目编号：QH2023-044", "政府采购竞争性磋商文件", "项目名称：厨余清运"),
            ("标准操作规程题目：", "取样标准操作规程", "编码 QH-018"),
            ("版本号：03　页码：第1页 题目：", "无菌柜标准操作规程", "起草人：张强"),
            ("", "青河中心医院绿地建设可行性研究报告", " 目 录 "),
            ("", "儿童冬季便秘诊治研究进展", " 张强1 综述，"),
            ("", "老年人防滑专家共识（2022年版）", " 青河联盟 "),
            ("", "青河中级人民法院劳动争议审判白皮书（2020—2022年）", "前言就业是民生。"),
        ] {
            let flat = format!("{head}{title_of}{text}一、目标");
            let found = title(&flat, "一、").unwrap_or_default();
            assert_eq!(found.trim_start_matches("【解读】"), title_of.trim_start_matches("【解读】"), "{flat}");
        }
    }

    #[test]
    fn the_first_of_a_collection_of_samples() {
        for head in [
            "精选认养方案范文汇编六篇\n以下是小编整理的方案6篇，欢迎参考。\n",
            "精选认养方案范文六篇小编整理了方案，欢迎参考!",
        ] {
            for name in ["认养方案 篇1", "认养方案范文第1篇", "认养方案篇一"] {
                assert_eq!(title(&format!("{head}{name}\n为了管好绿地，制定方案。\n一、目标"), "一、目"), Some(name));
            }
        }
        assert_eq!(title("认养方案六篇\n第1至3篇讲认养。\n一、目标", "一、"), Some("认养方案六篇"));
    }

    #[test]
    fn a_sentence_is_no_title() {
        assert_eq!(title("根据研究，现就有关事项明确如下。1.范围", "1."), None);
        assert_eq!(title("我县的规划工作已经完成，现说明如下。1.范围", "1."), None);
        assert_eq!(title("今天天气很好。", "1."), None);
        assert_eq!(title("今天天气很好", "1."), None);
        assert_eq!(title("一、目标", "一、"), None);
        assert_eq!(title("", "一、"), None);
    }

    #[test]
    fn what_a_title_is_told_from() {
        for (text, title_of) in [
            ("竞赛规则竞赛组成本竞赛由信息学院承办。一、报名", Some("竞赛规则")),
            ("活动说明报名时间：五月一日。一、报名", Some("活动说明")),
            ("时间\t地点\t主题\t材料\n五月\t县城\t动员\t无\n一、报名", None),
            ("校园歌手大赛为丰富校园文化生活，展示学生风采，举办本次活动。一、报名", Some("校园歌手大赛")),
            ("项目概况\n某项目的潜在供应商应在网上获取文件。\n一、报名", None),
            ("牢牢把高质量发展作为推动一切工作的主线，取得新的成绩。一、报名", None),
            ("“魅力中国•青河”文化旅游节实施方案一、报名", Some("“魅力中国•青河”文化旅游节实施方案")),
            ("Q1业绩说明会公告\n各位股东：\n一、报名", Some("Q1业绩说明会公告")),
        ] {
            assert_eq!(title(text, "一、"), title_of, "{text}");
        }
        let headline = "专注质量、精益建设，匠心铸就精品——青河城市建设集团公司召开二〇一七年还迁房建设工程启动大会";
        let text = format!("{headline}\n{}\n一、报名", "还迁房建设工程关系到全县三千户居民的住房。".repeat(4));
        assert_eq!(title(&text, "一、"), Some(headline));
    }

    #[test]
    fn an_indent_begins_the_text() {
        for (text, title_of) in [
            ("反担保书　　某银行：　　本人愿意担保。　　1.担保期限", Some("反担保书")),
            // Once it may stand anywhere.
            ("反担保书　　某银行：本人愿意担保。1.担保期限", None),
            ("反担保书　　　　　某银行：　　本人愿意担保。　　1.担保期限", None),
        ] {
            assert_eq!(title(text, "1."), title_of, "{text}");
        }
    }

    #[test]
    fn words_said_again_are_no_parts_of_longer_ones() {
        let text = "入党积极分子推荐和考察制度建设一支素质较高的入党积极分子队伍，十分重要。一、推荐";
        assert_ne!(title(text, "一、"), Some("入党积极分子推荐和考察制度建设一支素质较高的入"));
    }

    #[test]
    fn a_question_is_no_title() {
        assert_eq!(title("问：补贴的标准是什么\n答：（一）指导思想。", "（一）"), None);
        assert_eq!(title("Q: 补贴的标准是什么\nA: （一）指导思想。", "（一）"), None);
    }

    #[test]
    fn a_span_of_years_stands_inside_a_title() {
        for dash in ["--", "—", "——"] {
            let name = format!("软件学院2018{dash}2019学年奖学金评定工作方案");
            assert_eq!(title(&format!("{name}按照学校通知要求，制定本方案。一、"), "一、"), Some(&*name), "{dash}");
        }
        let text = "联系群众工作机制为改进作风，作出如下规定：一、";
        assert_eq!(title(text, "一、"), Some("联系群众工作机制"));
    }

    #[test]
    fn signs_and_figures_alone_are_no_title() {
        assert_eq!(title("— 活动背景 —\n为落实精神，开展活动。\n一、", "一、"), None);
        for signs in ["★", "●", "——", "01 "] {
            assert_eq!(title(&format!("{signs}1.须有资格。"), "1."), None, "{signs}");
            assert_eq!(title(&format!("{signs}\n1.须有资格。"), "1."), None, "{signs}");
        }
    }
}
