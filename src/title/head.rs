//! What stands before a title and is none (版头): the fields and paths of a web page, the number of the document.
//!
//! ```text
//! 首页 > 政务公开 > 文件⏎                    a path
//! 索 引 号：0001/2018-22⏎发文机关：县政府办⏎    fields: a name and a value
//! 青河县人民政府文件⏎青政发〔2021〕3号⏎         whose paper it is, and its number
//! 关于绿地认养的通知⏎各镇：…                 the title
//!
//! 发文机关：县政府办发文字号：青政办发〔2018〕22号关于绿地认养的通知各镇：…
//! [field          ][field, ended by its value     ][title          ]
//! ```
//!
//! Each piece is recognised from its beginning and ends by itself; where the last one does not, nothing is a head.

use std::sync::LazyLock;

use regex::Regex;

use super::closed::closes_what;
use super::path::{self, LONGEST_STEP, columns, strokes};
use super::{ISSUER, ends_closed, field, is_longer, named, site};
use crate::gap::is_blank;
use crate::pattern::pattern;
use crate::scan::ideograph::is_ideograph;
use crate::seek;

/// How many lines or pieces may stand before a title.
const MOST_PIECES: usize = 24;

/// A value that ends by itself: a day and a time, a document's number, a count, a choice of sizes.
static VALUE: LazyLock<Regex> =
    LazyLock::new(|| pattern(&format!("^(?:{DATE}|{NUMBER}|{SIZES}|{CODE}|_+|\\d*\\s?次|\\d+|(?:现行)?有效|失效)")));

const DATE: &str =
    "\\d{4}\\s*[-年./]\\s*\\d{1,2}\\s*[-月./]\\s*\\d{1,2}日?(?:\\s*\\d{1,2}[:：]\\d{2}(?:[:：]\\d{2})?)?";
const NUMBER: &str = "[一-龥XxＸ×]{1,8}[〔［\\[（(]\\d{4}[〕］\\]）)]\\s*第?\\s*\\d+\\s*号";
const CODE: &str = "临?\\d{4}-\\d+|[A-Za-z]?\\d+(?:\\.\\d+)+|[A-Za-z\\d]+(?:[-/][A-Za-z\\d]+)+";
const SIZES: &str =
    "(?:默认\\s*大\\s*超大(?:\\s*打印)?|[【\\[(（]?\\s*大\\s*[|｜]?\\s*中\\s*[|｜]?\\s*小\\s*[】\\])）]?)";

/// A series of standards, and the number of one: `GB/T 1.1—2020`.
const SERIES: &str = "(?:中华人民共和国[一-龥]{2,8}标准|[一-龥]{0,8}(?:地方|团体|行业|企业)标准)";
const STANDARD: &str = "[A-Z]{1,6}[\\d×]{0,4}(?:/[A-Z]{1,6})*\\s*[\\d.×]+[A-Z]?\\s*[-—–]\\s*\\d{4}";
/// How standards are filed, and who gives out a series of them: `ICS 03.080`, `CCS A 20`, `DB37`.
const FILED: &str = "(?:ICS\\s*\\d+(?:\\.\\d+)*|(?:CCS\\s*)?[A-Z]\\s*\\d{2}|DB\\s*\\d{2,4}×*|GB(?:/[TZ])?|Q/[A-Z]+)";

/// Whether [`OF_STANDARD`] could match: where no letter begins the text, the series stands there.
fn may_be_of_standard(text: &str) -> bool {
    let series = || text.get(..text.len().min(LONGEST_SERIES)).unwrap_or(text);
    text.starts_with(|c: char| c.is_ascii_uppercase()) || seek::word(series(), "标准").is_some()
}

/// The longest series of standards, in bytes: of ideographs, so that a piece that ends inside another character is none.
const LONGEST_SERIES: usize = "中华人民共和国标准".len() + 8 * '一'.len_utf8();

/// The number of a paper of a company: `Q/XHJ-G-012-2021`.
const INTERNAL: &str = "[A-Z]{1,4}/[A-Z\\d][A-Z\\d.—–-]{3,}";

/// One alone at the beginning.
static OF_COMPANY: LazyLock<Regex> = LazyLock::new(|| pattern(&format!("^{INTERNAL}")));

/// All these, in front of the title of a standard.
static OF_STANDARD: LazyLock<Regex> = LazyLock::new(|| pattern(&format!("^(?:{FILED}\\s*)*{SERIES}\\s*{STANDARD}")));

/// The head of an annex whose title follows.
static ANNEX: LazyLock<Regex> =
    LazyLock::new(|| pattern("^附\\s*件\\s*[一二三四五六七八九十\\d]{0,3}\\s*(?:[:：]\\s*)?"));

/// A document's number, alone at the beginning.
static NUMBERED: LazyLock<Regex> = LazyLock::new(|| pattern(&format!("^{NUMBER}")));

/// The name of a body and the number of its document, without a sign between.
static WITH_NUMBER: LazyLock<Regex> =
    LazyLock::new(|| pattern("^[一-龥]{2,30}[〔［\\[（(]\\d{4}[〕］\\]）)]\\s*第?\\s*\\d+\\s*号"));

/// A line that is no title: the number, a day, words of a page's frame, a path, nothing but signs and digits.
static LINE: LazyLock<Regex> = LazyLock::new(|| {
    pattern(&format!(
        "^(?:{NUMBER}|[（(]?{DATE}[）)]?|{SIZES}|[^。，]*[>＞»][^。，]*|[^a-zA-Z一-龥]*|{SERIES}|(?:代替\\s*)?{STANDARD}|{FILED}|{INTERNAL}|附\\s*件?\\s*[一二三四五六七八九十\\d]*\\s*[:：]?|[一-龥]{{2,20}}(?:门户网站|门户|官网|政府网|信息网)|(?:最后|最近|最後)(?:修改|更新|编辑|編輯)[^，。]*|[Vv]\\s?\\d+(?:\\.\\d+)*|(?:DOI|doi)\\s*[:：][^，。]*\
         |(?:(?:首页|主页|帮助|论坛|其它|其他|正文|政务公开|信息公开|通知公告|公示公告|政策文件|法规文件|打印(?:本页)?|关闭(?:窗口|本页)?|收藏|分享|返回|登录|注册|(?:信息)?无障碍(?:浏览)?|(?:繁体|繁體|简体|长者|手机|移动)版?|返回(?:顶部|首页|上一页|列表)|网站(?:首页|地图)|设为首页|加入收藏|合集下载|下载文档|我要纠错|政府信息公开|信息公开目录|当前位置|您的位置|您现在的位置|您所在的位置|详细信息|详细内容|信息详情|正文内容)[:：]?[\\s|｜·]*)+)$"
    ))
});

/// Whose paper it is, above its number: `青河县人民政府文件`.
static PAPER: LazyLock<Regex> = LazyLock::new(|| pattern("^[一-龥XxＸ×○\\s]{4,30}文\\s*件$"));

/// What paper it is, below the name of a school.
static THESIS: LazyLock<Regex> =
    LazyLock::new(|| pattern("^(?:(?:[硕碩博学學]士|本科)?(?:学位|學位|毕业|畢業)(?:论文|論文|设计|設計))\\s*$"));

/// The longest step of a path, in characters.
pub(super) const LONGEST_NAME: usize = 40;

/// The brackets in the number of a document, and how many characters stand before at most; see [`NUMBER`].
const BRACKETS: [char; 5] = ['〔', '［', '[', '（', '('];
const LONGEST_OFFICE: usize = 8;

/// The number of a document that `text` begins with. The name of a document may stand before the number as well, if it does
/// not come again behind it: `市长办公会议纪要〔2024〕3号`.
fn numbered(text: &str) -> Option<&str> {
    // Few texts have a bracket so near their beginning.
    text.chars().take(LONGEST_OFFICE + 1).any(|c| BRACKETS.contains(&c)).then_some(())?;
    let number = NUMBERED.find(text)?.as_str();
    let office = number.split(BRACKETS).next()?;
    let sentence = || text.split('。').next().and_then(|sentence| sentence.get(number.len()..)).unwrap_or("");
    let is_name = named::kind_of(office).is_some_and(|kind| !sentence().contains(kind));
    (!is_name).then_some(number)
}

/// Whether the number that ends at `end` is followed by a title on a line of its own.
fn is_announced(text: &str, end: usize) -> bool {
    let line = text.get(end..).and_then(|rest| rest.trim_start_matches(is_blank).lines().next()).unwrap_or("");
    line.starts_with("关于") || line.starts_with('对') && ends_closed(line)
}

/// The field of a collection of laws whose value is the title, with the mark of a law that is no longer in force.
static NAME_OF_LAW: LazyLock<Regex> = LazyLock::new(|| pattern("(?:法規名稱|法规名称)\\s*[:：]\\s*(?:[廢废]\\s)?\\s*"));

/// The bytes before the value of the field that names a law.
pub(super) fn name_of_law(text: &str) -> Option<usize> {
    // Few texts have it, and they say so.
    seek::word(text, "名")?;
    NAME_OF_LAW.find(text).map(|found| found.end())
}

/// Whether a line is no title by itself: a field, a note, words of a page's frame.
pub(super) fn is_line(line: &str) -> bool {
    LINE.is_match(line)
        || field::length(line).is_some()
        || field::is_whole(line)
        || super::is_note(line)
        || is_of_journal(line)
        || strokes(line) == Some(line.len())
        || is_urgent(line)
        || is_menu(line)
        || WHERE.iter().any(|words| line.starts_with(words))
        || is_label(line)
        || is_row(line)
        || site::is_line(line)
        || line.ends_with("企业标准")
}

/// Whether a line is the row of a table that a page has above its text: 文号 | 成文日期: | 2025年04月15日 |.
fn is_row(line: &str) -> bool {
    line.trim_matches(|c| c == '|' || is_blank(c)).matches('|').count() > 1
}

/// Whether a line says which issue of a journal an article is from: `第28卷 第4期　青河师专学报　Vol.28 No.4`, `2006年8月　Journal of …`.
fn is_of_journal(line: &str) -> bool {
    let volume = || line.starts_with('第') && line.contains('卷') && line.contains('期') && line.contains(is_blank);
    let month = || {
        let behind = line.split_once('月').map_or("", |(_, behind)| behind).trim_start_matches(is_blank);
        line.starts_with(|c: char| c.is_ascii_digit())
            && line.contains('年')
            && behind.starts_with(|c: char| c.is_ascii_alphabetic())
    };
    line.contains("Vol.") || volume() || month()
}

/// Whether a line is a label in brackets and no name of a document, or one and a field: `【典型案例】 发布时间：2024-01-02`.
fn is_label(line: &str) -> bool {
    let behind = label(line).and_then(|length| line.get(length..)).map(|behind| behind.trim_start_matches(is_blank));
    behind.is_some_and(|behind| behind.is_empty() || field::length(behind).is_some())
}

/// The length of the label in brackets that `text` begins with.
fn label(text: &str) -> Option<usize> {
    let (inner, behind) = text.strip_prefix('【')?.split_once('】')?;
    let is_name = ends_closed(inner) && is_longer(inner, super::SHORTEST_FULL);
    (!is_name && !is_longer(inner, LONGEST_NAME) && !inner.contains('第')).then_some(text.len() - behind.len())
}

/// What a line begins with that says where the reader is.
pub(super) const WHERE: [&str; 7] =
    ["当前位置", "您的位置", "您现在的位置", "您当前的位置", "您当前位置", "你当前位置", "您所在的位置"];

/// How secret or urgent a paper is: `机密★1年`, `特急`.
fn is_urgent(line: &str) -> bool {
    URGENCY.iter().any(|word| line.starts_with(word)) && line.chars().nth(LONGEST_URGENCY).is_none()
}

const URGENCY: [&str; 8] = ["绝密", "机密", "秘密", "特急", "加急", "平急", "特提", "内部资料"];
const LONGEST_URGENCY: usize = 10;

/// Whether a line holds the names of columns of a site, or what its visitors may do: `首页 政务公开 政务服务 互动交流`, `搜索你想了解的`.
fn is_menu(line: &str) -> bool {
    if OFFERS.iter().any(|word| line.starts_with(word)) {
        return line.chars().nth(LONGEST_OFFER).is_none();
    }
    let names = || line.split(is_blank).filter(|name| !name.is_empty());
    let short = |name: &str| name.chars().nth(1).is_some() && name.chars().nth(LONGEST_COLUMN).is_none();
    names().nth(FEWEST_COLUMNS - 1).is_some()
        && names().all(short)
        && names().any(|name| COLUMNS.iter().any(|word| name.contains(word)))
}

/// What a page offers, at the beginning of a line.
const OFFERS: [&str; 4] = ["搜索", "搜一搜", "分享到", "分享至"];
const LONGEST_OFFER: usize = 20;
/// Words of the names of columns, and how many and how long such names are.
pub(super) const COLUMNS: [&str; 12] =
    ["首页", "首頁", "公开", "服务", "互动", "新闻", "登录", "注册", "概况", "导航", "动态", "联系"];
pub(super) const FEWEST_COLUMNS: usize = 4;
pub(super) const LONGEST_COLUMN: usize = 9;

/// The bytes before what may be a title.
pub(super) fn length(text: &str) -> usize {
    if super::first_break(text).is_some() { of_lines(text) } else { run_in(text) }
}

/// The bytes before the first line of `text` that may be a title.
fn of_lines(text: &str) -> usize {
    let mut rest = text.get(columns(text)..).unwrap_or(text);
    for _ in 0..MOST_PIECES {
        let begun = rest.trim_start_matches(is_blank);
        let (line, behind) = begun.split_at(begun.find(['\n', '\r']).unwrap_or(begun.len()));
        let line = line.trim_end_matches(is_blank);
        let next = || behind.trim_start_matches(is_blank);
        let first = next().lines().next().unwrap_or("");
        let is_head = is_line(line)
            || NUMBERED.find(line).is_some_and(|found| field::find(line.get(found.end()..).unwrap_or("")).is_some())
            || PAPER.is_match(line) && NUMBERED.is_match(next())
            || THESIS.is_match(line)
            || is_announced_again(line, first)
            || is_column(line, first)
            || is_trail(line, first)
            // 某省人民政府办公厅⏎某政发〔2024〕1号⏎关于…
            || ISSUER.is_match(line)
                && (is_one_of_several(next())
                    || THESIS.is_match(first)
                    || NUMBERED.find(next()).is_some_and(|found| is_announced(next(), found.end())));
        if behind.is_empty() || !is_head {
            break;
        }
        rest = behind;
    }
    let rest = rest.trim_start_matches(is_blank);
    // 研究报告⏎-1-⏎绿地认养方案
    let line = rest.lines().next().unwrap_or("");
    // 青政发〔2021〕7号青河县人民政府关于…的通知
    let number = || {
        let len = numbered(line)?.len();
        line.get(len..).filter(|title| title.trim_start_matches(is_blank).starts_with(is_ideograph)).map(|_| len)
    };
    text.len() - rest.len() + glued(line).or_else(number).unwrap_or_else(|| site::before(rest))
}

/// Whether a line that says of what kind the paper is stands above a title that says it again.
fn is_announced_again(line: &str, title: &str) -> bool {
    title.starts_with("关于") && kind_above(line).is_some_and(|kind| title.trim_end_matches(is_blank).ends_with(kind))
}

/// Whether a line is the name of a column of a site or of a folder, above the whole name of a document: `党建文件⏎…建设规范`,
/// `防火⏎青河县防火工作要点`; but `建设工程⏎造价咨询合同` is one name.
fn is_column(line: &str, title: &str) -> bool {
    const ENDS: [&str; 4] = ["专栏", "专题", "文件", "资料"];
    let title = title.trim_end_matches(is_blank);
    // 预案查看详情⏎消防预案
    if details(line) == Some(line.len()) && ends_closed(title) && super::is_phrase(title) {
        return true;
    }
    let words =
        || line.chars().all(is_ideograph) && (ENDS.iter().any(|end| line.ends_with(end)) || title.contains(line));
    let foreign = || line.chars().all(|c| c.is_ascii_alphabetic()) && is_longer(line, 3);
    !is_longer(line, LONGEST_COLUMN)
        && (words() || foreign())
        && is_longer(title, super::SHORTEST_FULL)
        && ends_closed(title)
        && super::is_phrase(title)
        && !ends_closed(line)
        && !ISSUER.is_match(line)
}

/// The length of what leads to a page, in front of its title: `信件详情｜关于清查公房的通知`.
fn details(text: &str) -> Option<usize> {
    let reach = text.char_indices().nth(LONGEST_COLUMN).map_or(text.len(), |(at, _)| at);
    let end = seek::word(text.get(..reach)?, "详情")? + "详情".len();
    text.get(..end)?.chars().all(is_ideograph).then_some(end)
}

/// The length of what leads to a page, or of its number, glued to a title: `信件详情｜关于清查公房的通知`, `1｜关于清查公房的通知`, `3｜在大会上的讲话`.
fn glued(sentence: &str) -> Option<usize> {
    let title = sentence.trim_start_matches(|c: char| c.is_ascii_digit());
    let digits = sentence.len() - title.len();
    if digits == 0 {
        let end = details(sentence)?;
        let (page, title) = sentence.split_at_checked(end)?;
        // 预案详情｜消防预案
        let what = page.strip_suffix("详情").and_then(named::kind_of);
        let again = page.ends_with("查看详情") || what.is_some_and(|kind| title.ends_with(kind));
        let closed = || again && ends_closed(title) && super::is_phrase(title);
        return (title.starts_with("关于") || closed()).then_some(end);
    }
    let begins = || title.starts_with("关于") || title.starts_with('在') && seek::word(sentence, "上的").is_some();
    (digits <= LONGEST_PAGE && begins()).then_some(digits)
}

/// Whether a line is the path to a page without signs, or with strokes: its last step is the title below. `首页 精品文章 绿地认养办法`.
fn is_trail(line: &str, title: &str) -> bool {
    let title = title.trim_end_matches(is_blank);
    let path = line.strip_suffix(title).filter(|path| path.ends_with(is_blank));
    path.is_some_and(|path| path.contains("首页") || path.contains("首頁"))
}

/// Whether a line that says whose the paper is is followed by others, above what it is about: 某县农业局⏎某县财政局⏎关于…
fn is_one_of_several(text: &str) -> bool {
    let lines = text.lines().map(|line| line.trim_matches(is_blank)).filter(|line| !line.is_empty());
    let mut lines = lines.take(MOST_ISSUERS + 1);
    lines.next().is_some_and(|line| ISSUER.is_match(line))
        && lines.find(|line| !ISSUER.is_match(line)).is_some_and(|line| line.starts_with("关于"))
}

/// How many bodies give out a paper together, but one.
const MOST_ISSUERS: usize = 8;

/// The bytes before what may be a title in a text without lines.
fn run_in(text: &str) -> usize {
    let mut rest = text;
    for _ in 0..MOST_PIECES {
        let begun = rest.trim_start_matches(is_blank);
        let Some(length) = piece(begun) else { break };
        rest = begun.get(length..).unwrap_or("");
    }
    text.len() - rest.trim_start_matches(is_blank).len()
}

/// The length of the head of an official paper, `000012机密★特急青河县人民政府文件青政发〔2023〕14号`.
fn letterhead(text: &str, sentence: &str) -> Option<usize> {
    let end = seek::word(sentence, "文件")? + "文件".len();
    let office = |c: char| names(c) || is_blank(c) || c.is_ascii_digit() || matches!(c, '★' | '☆');
    let paper =
        text.get(..end).filter(|paper| paper.chars().nth(LONGEST_NAME).is_none() && paper.chars().all(office))?;
    let behind = text.get(paper.len()..)?;
    let number = behind.trim_start_matches(is_blank);
    Some(text.len() - number.len() + NUMBERED.find(number)?.end())
}

/// Whether the head of an annex ends at `end` without a sign: `附件2报名表`.
fn is_annex(text: &str, end: usize) -> bool {
    let counted =
        text.get(..end).is_some_and(|annex| annex.trim_end_matches(is_blank).ends_with(|c: char| c.is_ascii_digit()));
    counted && text.get(end..).is_some_and(|rest| rest.starts_with(is_ideograph))
}

/// The length of a line drawn by one sign: `======`.
fn rule(text: &str) -> Option<usize> {
    let sign = text.bytes().next().filter(|sign| matches!(sign, b'=' | b'-' | b'*' | b'_' | b'#' | b'~'))?;
    let length = text.bytes().take_while(|&byte| byte == sign).count();
    (length > SHORTEST_RULE).then_some(length)
}

/// What is longer is a line that is drawn; in a title two signs are a dash.
const SHORTEST_RULE: usize = 2;

/// The length of the number of a page: `-1-`, `— 12 —`.
pub(super) fn page(text: &str) -> Option<usize> {
    let dash = text.chars().next().filter(|c| matches!(c, '-' | '—' | '–' | '－'))?;
    let number = text.strip_prefix(dash)?.trim_start_matches(' ');
    let behind = number.trim_start_matches(|c: char| c.is_ascii_digit());
    let digits = number.len() - behind.len();
    let rest = behind.trim_start_matches(' ').strip_prefix(dash)?;
    (1..=LONGEST_PAGE).contains(&digits).then_some(text.len() - rest.len())
}

/// The most digits of a page.
const LONGEST_PAGE: usize = 3;

/// The length of the line above a title that says of what kind the paper is, and whose, where the title says the kind again:
/// `青河县公安局通知｜关于加强巡逻的通知`, the column of a site before the headline `通知｜关于检查的通知`.
fn announced(sentence: &str) -> Option<usize> {
    let at = seek::word(sentence, "关于").filter(|&at| at > 0)?;
    let (line, title) = sentence.split_at_checked(at)?;
    let line = line.trim_end_matches(is_blank);
    let kind = kind_above(line)?;
    // A column may be of several kinds: 公告关于…的通告.
    if line == kind && closes_what(title) {
        return Some(at);
    }
    let again = title.match_indices(kind).any(|(at, _)| title.get(..at).is_some_and(|title| title.ends_with('的')));
    again.then_some(at)
}

/// The kind of paper that a line says is below it: `青河县公安局通知`.
fn kind_above(line: &str) -> Option<&'static str> {
    let kind = named::kind_of(line)?;
    let is_name = !is_longer(line, LONGEST_STEP * 2) && line.chars().all(names);
    is_name.then_some(kind)
}

/// What the name of an authority is made of, also of one that is not told: `XX县公安局`.
fn names(c: char) -> bool {
    is_ideograph(c) && c != '的' || matches!(c, 'X' | 'x' | '×' | '○')
}

/// The length of the cover of a thesis: `青河大学硕士学位论文`.
fn cover(sentence: &str) -> Option<usize> {
    let (at, kind) = THESES.iter().find_map(|kind| Some((seek::word(sentence, kind)?, kind)))?;
    let school = sentence.get(..at)?.trim_end_matches(['硕', '碩', '博', '学', '學', '士', '本', '科']);
    let is_school = school.ends_with(['大', '院', '校']) && school.chars().nth(LONGEST_COLUMN * 2).is_none();
    is_school.then_some(at + kind.len())
}

/// Fields of contracts that are left blank for a number.
const OF_CONTRACT: [&str; 4] = ["合同编号：", "合同编号:", "协议编号：", "协议编号:"];

/// Words in front of what a page shows, and fields that are left empty: icons stand there, or nothing.
const EMPTY: [&str; 6] = ["详细信息", "信息详情", "分享到：", "分享到:", "保存年限：", "保存年限:"];

/// The names of columns above a text, in a text without lines: `首页 新闻中心 通知公告 正文 `.
static MENU: LazyLock<Regex> = LazyLock::new(|| {
    pattern("^(?:网站)?首页(?:[\\s|>＞]+[一-龥]{2,8}){1,8}[\\s|>＞]+(?:正文[\\s:：]+|[一-龥]{0,20}关于)")
});

/// What the cover of a thesis says of it.
const THESES: [&str; 4] = ["学位论文", "學位論文", "毕业论文", "毕业设计"];

/// The length of the piece of a head that `text` begins with.
fn piece(text: &str) -> Option<usize> {
    let sentence = text.get(..seek::sign(text, &['。', '，'], *b"\n\n\n").unwrap_or(text.len()))?;
    if let Some(end) = path::length(text, sentence) {
        return Some(end);
    }
    let of_site = || site::piece(text).or_else(|| site::owner(text)).or_else(|| site::portal(sentence));
    if let Some(end) = rule(text).or_else(|| page(text)).or_else(of_site).or_else(|| announced(sentence)) {
        return Some(end);
    }
    let goes_on = |rest: &str| rest.starts_with(|c: char| c.is_ascii_digit());
    if let Some(rest) = EMPTY.iter().find_map(|field| text.strip_prefix(field)).filter(|rest| !goes_on(rest)) {
        return Some(text.len() - rest.len());
    }
    // 合同编号：房屋租赁合同甲方：…: left blank.
    let left_blank = |rest: &&str| rest.starts_with(is_ideograph) && seek::word(rest, "字第").is_none();
    if let Some(rest) = OF_CONTRACT.iter().find_map(|field| sentence.strip_prefix(field)).filter(left_blank) {
        return Some(sentence.len() - rest.len());
    }
    if (text.starts_with("首页") || text.starts_with("网站首页"))
        && let Some(menu) = MENU.find(text).map(|menu| menu.as_str())
    {
        // Who speaks of it may stand before 关于.
        let title = menu.strip_suffix("关于").map(|menu| menu.trim_end_matches(is_ideograph).len());
        return Some(title.unwrap_or(menu.len()));
    }
    if sentence.contains('/')
        && let Some(end) = strokes(sentence)
    {
        return Some(end);
    }
    if let Some(end) = glued(sentence) {
        return Some(end);
    }
    if let Some(end) = letterhead(text, sentence).or_else(|| cover(sentence)).or_else(|| label(sentence)) {
        return Some(end);
    }
    let number = || numbered(text).map(|number| number.len());
    // Behind the head of an annex a number and a dot begin the list of annexes.
    let lists = |end| {
        let rest: &str = text.get(end..).unwrap_or("");
        let behind = rest.trim_start_matches(|c: char| c.is_ascii_digit());
        behind.len() < rest.len() && behind.starts_with(['.', '．', '、'])
    };
    let annex = || {
        text.starts_with('附')
            .then(|| ANNEX.find(text))?
            .filter(|found| found.as_str().contains([':', '：']) && !lists(found.end()) || is_annex(text, found.end()))
    };
    let company =
        || text.starts_with(|c: char| c.is_ascii_uppercase()).then(|| OF_COMPANY.find(text))?.map(|found| found.end());
    let standard =
        || may_be_of_standard(text).then(|| OF_STANDARD.find(text))?.map(|found| found.end()).or_else(company);
    if let Some(end) = number().or_else(standard).or_else(|| annex().map(|found| found.end())) {
        return Some(end);
    }
    let name = field::length(text)?;
    let value = text.get(name..)?;
    if let Some(size) = site::size(value) {
        return Some(text.len() - size.len());
    }
    // A number that goes on is another value: `索引号：000123/2021-00022`.
    let goes_on = |end| value.get(end..).is_some_and(|rest: &str| rest.starts_with(['/', '-', '.']));
    if let Some(found) = VALUE.find(value).filter(|found| !goes_on(found.end())) {
        return Some(name + found.end());
    }
    // 发布机构：青河县人民政府青政发〔2024〕3号｜关于…
    if let Some(found) =
        WITH_NUMBER.find(value).filter(|_| value.chars().take(LONGEST_NAME).any(|c| BRACKETS.contains(&c)))
    {
        return Some(name + found.end());
    }
    // Up to the next name, or to a blank; a sentence is no value.
    if let Some(next) = field::find(value)
        && !value.get(..next)?.contains(['。', '，'])
    {
        return Some(name + next);
    }
    let end = value.find(is_blank)?;
    (!value.get(..end)?.contains(['。', '，'])).then_some(name + end)
}
