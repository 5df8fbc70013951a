//! What document sites put around a text and into it: how often it was read, whose it is, what a visitor may do with it.
//!
//! ```text
//! 绿地认养方案_第1页⏎已阅读5页,还剩9页未读 继续免费阅读⏎下载本文档⏎文档简介⏎绿地认养方案⏎…      lines of nothing else
//! 绿地认养方案.docx⏎- 文档编号:318⏎- 格式:DOCX⏎                          the name of a file, and what it is like
//! 精选优质文档-倾情为你奉上绿地认养方案                                    glued to the title
//! 以下是小编整理的认养方案,供大家参考。绿地认养方案…                       a sentence of the site, above the title
//! ```
//!
//! Each piece is told from its beginning, by a table, and ends by itself: what stands behind may be the title.

use super::{ends_closed, field, head};
use crate::gap::is_blank;
use crate::scan::ideograph::is_ideograph;
use crate::seek;

/// How a piece of furniture ends.
enum Ends {
    /// With its words, and a colon behind them.
    Here,
    /// The same, but nothing else stands on its line, or a bar or a field behind it: titles begin so as well.
    Line,
    /// With the first of these that stands in its sentence, else with the sentence.
    With(&'static [&'static str]),
    /// With the name of the site.
    Site,
    /// With the number of a page: `研究报告-1-`.
    Page,
}

use Ends::{Here, Line, Page, Site, With};

/// With its stop.
const SENTENCE: Ends = With(&[]);

/// The pieces that begin with a character. Blanks may stand in them.
#[rustfmt::skip] // a table: a row each
const fn pieces(first: char) -> &'static [(&'static str, Ends)] {
    match first {
        '收' => &[("收藏", Line)],
        '打' => &[("打印", Line)],
        '已' => &[("已阅读", With(&["未读"]))],
        '继' => &[("继续免费阅读", Here), ("继续阅读", Line)],
        '免' => &[("免费阅读", Line), ("免费下载", Line)],
        '付' => &[("付费下载", Here)],
        '立' => &[("立即下载", Here)],
        '点' => &[("点击查看更多", Here), ("点击此处下载", Here), ("点击下载", Line)],
        '下' => &[("下载本文档", Here), ("下载后可任意编辑", Here), ("下载资源", Here), ("下载声明", Here), ("下载相关举报", Here), ("下载文档", Line), ("下面是小编", SENTENCE), ("下面是为大家", SENTENCE)],
        '合' => &[("合集下载", Here)],
        '版' => &[("版权说明", With(&["认领", "举报"])), ("版权反馈", Line)],
        '文' => &[("文档简介", Here), ("文档介绍", Here), ("文档名称", Here), ("文档描述", Here), ("文本预览", Here)],
        '资' => &[("资源描述", Here), ("资源简介", Here)],
        '显' => &[("显示全部", Here)],
        '返' => &[("返回顶部", Here), ("返回下载相关举报", Here)],
        '设' => &[("设为首页", Here)],
        '加' => &[("加入收藏", Here)],
        '以' => &[("以下是小编", SENTENCE), ("以下是为大家", SENTENCE), ("以下是会员", SENTENCE), ("以下是网友", SENTENCE)],
        '欢' => &[("欢迎来到", Site), ("欢迎光临", Site), ("欢迎访问", Site)],
        '歡' => &[("歡迎來到", Site), ("歡迎光臨", Site)],
        'H' => &[("HI,欢迎来到", Site), ("HI，欢迎来到", Site)],
        '精' => &[("精选优质文档", Here), ("精品文档就在这里", Here), ("精品文档精心整理", Here), ("精品文档可编辑的精品文档", Here)],
        '倾' => &[("倾情为你奉上", Here)],
        '各' => &[("各类专业好文档", With(&["应有尽有", "值得你下载"]))],
        '可' => &[("可编辑的精品文档", Here)],
        '首' => &[("首页正文", Here), ("首页", Line)],
        '您' => &[("您的当前位置", Here)],
        '头' => &[("头版", Line)],
        '正' => &[("正文复制", Here)],
        '手' => &[("手机阅读", Here)],
        '相' => &[("相关推荐", Here)],
        '无' => &[("无障碍浏览长者模式", Here)],
        '网' => &[("网站支持IPv6", Here)],
        '移' => &[("移动端logo", Here)],
        '内' => &[("内部资料注意保存", Here)],
        '选' => &[("选择特殊符号", Here), ("选择搜索类型", Here)],
        '请' => &[("请输入搜索", Here)],
        '我' => &[("我要投稿", Here)],
        '标' => &[("标题|", Here)],
        '[' => &[("[标签:标题]", Here)],
        'M' => &[("MENU", Here)],
        'E' => &[("EN", Line)],
        'P' => &[("PAGE", Here)],
        '研' => &[("研究报告", Page)],
        _ => &[],
    }
}

/// How many pieces may follow each other on a line.
const MOST_PIECES: usize = 24;
/// The longest sentence of a site and the longest name of one, in characters.
const LONGEST_SENTENCE: usize = 160;
const LONGEST_SITE: usize = 12;
const LONGEST_PORTAL: usize = 24;

/// What furniture begins with behind the words of a title that no other sign ends. A day ends none: it may be its own.
pub(super) const fn may_follow(first: char) -> bool {
    matches!(first, '_' | '.' | '-' | '•' | '第' | '合' | '已' | '文' | '下' | '版' | '付')
}

/// The length of the piece of furniture that `text` begins with.
pub(super) fn piece(text: &str) -> Option<usize> {
    piece_of(text, false)
}

/// The same; `line`: `text` is a line, or the rest of one.
fn piece_of(text: &str, line: bool) -> Option<usize> {
    let first = text.chars().next()?;
    let rest = match first {
        '_' => page(text.strip_prefix('_')?.strip_prefix('第')?)?,
        '第' => page(text.strip_prefix(first)?)?,
        '.' => extension(text)?,
        '《' => shared(text)?,
        '0'..='9' => day_and_time(text).or_else(|| size(text)).or_else(|| fraction(text))?,
        '时' => day_and_time(behind_colon(field::past(text, "时间")?)?)?,
        '|' | '｜' => text.trim_start_matches(|c| matches!(c, '|' | '｜') || is_blank(c)),
        '-' | '•' => {
            let rest = text.trim_start_matches(|c| matches!(c, '-' | '•') || is_blank(c));
            // - 格式:doc
            if field::length(rest).is_some() {
                return Some(text.len() - rest.len());
            }
            let pages = || page(rest).filter(|_| rest.starts_with(|c: char| c.is_ascii_digit()));
            let length = piece_of(rest, line).and_then(|length| rest.get(length..));
            length.or_else(pages)?
        }
        _ => pieces(first).iter().find_map(|(words, ends)| ended(field::past(text, words)?, ends, line))?,
    };
    Some(text.len() - rest.len())
}

/// What stands behind a piece whose words `rest` follows.
fn ended<'t>(rest: &'t str, ends: &Ends, line: bool) -> Option<&'t str> {
    let behind = match ends {
        Here => rest,
        Line => return (line || is_beside(rest)).then_some(rest),
        With(lasts) => rest.get(sentence(rest, lasts)?..)?,
        Site => site(rest, line)?,
        Page => {
            let number = rest.trim_start_matches(is_blank);
            number.get(head::page(number)?..)?
        }
    };
    Some(behind_colon(behind).unwrap_or(behind))
}

/// Whether a piece of furniture has a bar or a field behind it: 打印 | 收藏 浏览次数:12.
fn is_beside(rest: &str) -> bool {
    let next = rest.trim_start_matches(is_blank);
    next.starts_with(['|', '｜']) || next.len() < rest.len() && field::length(next).is_some()
}

fn behind_colon(text: &str) -> Option<&str> {
    text.trim_start_matches([' ', '\u{3000}']).strip_prefix([':', '：'])
}

/// Where the sentence of a site ends that goes on with `rest`: with one of some words, else with its stop, or with a short
/// text.
fn sentence(rest: &str, lasts: &[&str]) -> Option<usize> {
    let most = rest.char_indices().nth(LONGEST_SENTENCE).map(|(at, _)| at);
    let reach = rest.get(..most.unwrap_or(rest.len()))?;
    let stop = reach.char_indices().find(|&(_, c)| matches!(c, '。' | '！' | '!' | '\n' | '\r'));
    let clauses = reach.get(..stop.map_or(reach.len(), |(at, _)| at))?;
    let last = lasts.iter().find_map(|word| Some(clauses.find(word)? + word.len()));
    let whole = most.is_none().then_some(reach.len());
    last.or_else(|| stop.map(|(at, c)| at + c.len_utf8())).or(whole)
}

/// What stands behind the name of a site; behind all of a line that tells none: 欢迎来到青河！ 2024年4月17日.
fn site(rest: &str, line: bool) -> Option<&str> {
    let end = rest.char_indices().take(LONGEST_SITE).find(|&(_, c)| !is_ideograph(c)).map(|(at, _)| at);
    let name = rest.get(..end.unwrap_or(rest.len().min(LONGEST_SITE * '一'.len_utf8())))?;
    let words = SITES.iter().filter_map(|word| Some((name.find(word)?, word.len())));
    // The first of them: a title may hold another. 网站 is longer than 网.
    let end = words.min_by_key(|&(at, length)| (at, usize::MAX - length)).map(|(at, length)| at + length);
    if line {
        return (!ends_closed(rest)).then_some("");
    }
    rest.get(end?..).filter(|rest| !rest.starts_with([',', '，']))
}

/// What stands behind the number of a page and of all pages: `12页`, ` 1 页 / 共 5 页`, `PAGE\MERGEFORMAT1页共NUMPAGES页`.
fn page(text: &str) -> Option<&str> {
    let number = |text: &'_ str| {
        let fill =
            |c: char| c.is_ascii_digit() || c.is_ascii_uppercase() || is_blank(c) || matches!(c, '第' | '\\' | '*');
        text.len() - text.trim_start_matches(fill).len()
    };
    let behind = text.get(number(text)..).filter(|behind| behind.len() < text.len())?.strip_prefix('页')?;
    let of = behind.trim_start_matches(|c| c == '/' || is_blank(c)).strip_prefix('共');
    let of = of.filter(|of| number(of) > 0 || of.is_empty()).and_then(|of| of.get(number(of)..));
    Some(of.map_or(behind, |of| of.strip_prefix('页').unwrap_or(of)))
}

/// What the names of files end with.
const EXTENSIONS: [&str; 10] = ["docx", "doc", "pdf", "pptx", "ppt", "xlsx", "xls", "txt", "wps", "rtf"];

/// What stands behind the extension of a file, if a sentence does not go on there: `查找所有.doc文件` names no file.
fn extension(text: &str) -> Option<&str> {
    let name = text.strip_prefix('.')?;
    let rest = name.trim_start_matches(|c: char| c.is_ascii_alphanumeric());
    let extension = name.get(..name.len() - rest.len())?;
    let solid = rest.trim_start_matches([' ', '\t']);
    let goes_on = rest.starts_with(['。', '，', ',', '、', '；', '”', '"', '’', '：', ':', '）', ')'])
        || solid.len() < rest.len() && !solid.starts_with(['\n', '\r']) && piece(solid).is_none();
    (!goes_on && EXTENSIONS.iter().any(|known| extension.eq_ignore_ascii_case(known))).then_some(rest)
}

/// What stands behind the sentence that says who gave a site a document: 《绿地方案.doc》由会员分享,…请在本网上搜索。
fn shared(text: &str) -> Option<&str> {
    let name = text.get(..text.char_indices().nth(LONGEST_SENTENCE / 2).map_or(text.len(), |(at, _)| at))?;
    let rest = text.get(name.find("》由会员")? + "》由会员".len()..)?;
    rest.get(sentence(rest, &[])?..)
}

/// What stands behind digits: no fewer than the first number, no more than the other.
fn digits(text: &str, fewest: usize, most: usize) -> Option<&str> {
    let found = text.bytes().take(most).take_while(u8::is_ascii_digit).count();
    text.get(found..).filter(|_| found >= fewest)
}

/// What stands behind a day: 2024-01-02, 2024年1月2日.
fn day(text: &str) -> Option<&str> {
    const SIGNS: [char; 5] = ['-', '.', '/', '年', '月'];
    let month = digits(digits(text, 4, 4)?.strip_prefix(SIGNS)?, 1, 2)?;
    let rest = digits(month.strip_prefix(SIGNS)?, 1, 2)?;
    Some(rest.strip_prefix('日').unwrap_or(rest))
}

/// The words before the day that a line of fields begins with: `迈上新台阶｜2024-01-02 `.
pub(super) fn before_day(line: &str) -> &str {
    const DAY: usize = "2024-01-02".len();
    let name = line.trim_end_matches([' ', '\t', '\u{3000}']);
    let at = name.len().saturating_sub(DAY);
    let is_day = name.get(at..).is_some_and(|end| end.contains('-') && day(end).is_some_and(str::is_empty));
    if is_day { name.get(..at).unwrap_or(line) } else { line }
}

/// What stands behind a day and a time of it: 2024-01-02 09:30:05.
fn day_and_time(text: &str) -> Option<&str> {
    let minutes = |text: &'_ str| digits(text.strip_prefix([':', '：'])?, 2, 2).map(str::len);
    let hour = digits(day(text.trim_start_matches(is_blank))?.trim_start_matches(is_blank), 1, 2)?;
    let behind = hour.get(hour.len() - minutes(hour)?..)?;
    behind.get(behind.len() - minutes(behind).unwrap_or(behind.len())..)
}

/// What stands behind the size of a file: 24.77 KB.
pub(super) fn size(text: &str) -> Option<&str> {
    let number = text.trim_start_matches(|c: char| c.is_ascii_digit() || c == '.');
    let unit = number.trim_start_matches(' ');
    let rest = ["KB", "kb", "Kb", "MB", "mb", "Mb"].iter().find_map(|name| unit.strip_prefix(name))?;
    (number.len() < text.len() && !rest.starts_with(|c: char| c.is_ascii_alphabetic())).then_some(rest)
}

/// What stands behind the page of so many that is shown, in front of other furniture: 1 / 4文档名称：.
fn fraction(text: &str) -> Option<&str> {
    let all = digits(text, 1, 3)?.trim_start_matches(' ').strip_prefix('/')?.trim_start_matches(' ');
    let rest = digits(all, 1, 3)?;
    (rest.starts_with(|c| !pieces(c).is_empty()) && piece(rest).is_some()).then_some(rest)
}

/// Whether a line is made of nothing but furniture, with a field of it or without: `绿地文库  发布于:2016-11-03  分类: 绿地`.
pub(super) fn is_line(line: &str) -> bool {
    let mut rest = line;
    for _ in 0..MOST_PIECES {
        rest = rest.trim_start_matches(|c| is_blank(c) || matches!(c, '|' | '｜' | '·' | ',' | '，' | '>' | '-' | '•'));
        if rest.is_empty() || is_field(rest) || is_count(rest) {
            return !line.is_empty();
        }
        let Some(behind) = piece_of(rest, true).and_then(|length| rest.get(length..)) else { break };
        rest = behind;
    }
    false
}

/// What the name of a site ends with.
const SITES: [&str; 7] = ["范文网", "范文", "文库", "之家", "网站", "网", "網"];

/// Whether a line begins with a field, behind a day or the name of a site.
fn is_field(line: &str) -> bool {
    let field = |rest: &str| field::length(rest.trim_start_matches(is_blank)).is_some();
    field(line) || day(line).is_some_and(field) || owner(line).is_some()
}

/// The length of the name of a site in front of a field: `绿地文库  发布于:`.
pub(super) fn owner(text: &str) -> Option<usize> {
    // Few lines hold a blank so early, or the first byte of a wide one.
    let bytes = text.as_bytes();
    memchr::memchr3(b' ', b'\t', 0xE3, bytes.get(..LONGEST_SITE * '一'.len_utf8() + 1).unwrap_or(bytes))?;
    let (end, blank) = text.char_indices().take(LONGEST_SITE + 1).find(|&(_, c)| !is_ideograph(c))?;
    let name = text.get(..end).filter(|_| is_blank(blank))?;
    let rest = text.get(end..)?.trim_start_matches(is_blank);
    (SITES.iter().any(|site| name.ends_with(site)) && field::length(rest).is_some()).then_some(text.len() - rest.len())
}

/// The length of the name of a portal in front of a title that whose site it is begins as well:
/// `青河县政府门户网站｜青河县绿地管护方案`.
pub(super) fn portal(text: &str) -> Option<usize> {
    const PORTAL: &str = "门户网站";
    let reach = text.char_indices().nth(LONGEST_PORTAL).map_or(text.len(), |(at, _)| at);
    let end = seek::word(text.get(..reach)?, PORTAL)? + PORTAL.len();
    let whose = text.char_indices().nth(2).and_then(|(at, _)| text.get(..at))?;
    (text.get(..end)?.chars().all(is_ideograph) && text.get(end..)?.starts_with(whose)).then_some(end)
}

/// Whether a line counts the pages of a document: • 27页.
fn is_count(line: &str) -> bool {
    digits(line, 1, 4) == Some("页")
}

/// What the name of a file says of itself.
const OF_FILE: [&str; 3] = ["Word文档格式", "Word文件下载", "Word文档下载"];

/// Where the name of a document ends that a page of it, or the name of its file, is named by: `绿地认养方案_第1页`.
pub(super) fn file(name: &str) -> Option<usize> {
    let places = memchr::memchr2_iter(b'_', b'.', name.as_bytes());
    places.into_iter().find(|&at| name.get(at..).is_some_and(|rest| piece(rest).is_some()))
}

/// The length of the furniture before a title.
pub(super) fn before(title: &str) -> usize {
    let mut rest = title;
    for _ in 0..MOST_PIECES {
        rest = rest.trim_start_matches(is_blank);
        let Some(behind) = piece(rest).and_then(|length| rest.get(length..)) else { break };
        rest = behind;
    }
    title.len() - rest.len()
}

/// What stands between the title of a page and the name of its site.
const PARTS: [&str; 7] = ["_", "|", "｜", " - ", " – ", " — ", "-"];
/// The longest name of a site or a column, in characters.
const SITE: usize = 20;
/// What names of sites end with.
const OF_SITES: &str = "网 网站 門戶 门户 網 網站 政府 局 厅 廳 委 委员会 委員會 办公室 辦公室 大学 大學 学院 學院 学校 學校 中学 中學 小学 小學 医院 \
    醫院 公司 集团 集團 文库 频道 中心 协会 協會 学会 學會 百科";

/// The title of a page without the columns and the site behind it: `绿地认养方案_通知公告_青河县林业局`, `绿地认养方案 - 青河县人民政府`.
fn without_site(title: &str) -> &str {
    // Most titles have none of these, nor a sign that begins with the byte of one.
    if !title.bytes().any(|byte| matches!(byte, b'_' | b'|' | b'-' | 0xE2 | 0xEF)) {
        return title;
    }
    let site = |name: &str| {
        let name = name.trim_matches(is_blank);
        name.chars().nth(SITE).is_none() && OF_SITES.split(' ').any(|end| name.ends_with(end))
    };
    let cut = |part: &&str| {
        let (name, behind) = title.split_once(*part)?;
        let (name, last) = (name.trim_end_matches(is_blank), behind.rsplit(*part).next()?);
        (!name.is_empty() && site(last) && (ends_closed(name) || *part != "-")).then_some(name)
    };
    PARTS.iter().find_map(cut).unwrap_or(title)
}

/// A title without what sites leave behind it: `绿地认养方案.docx`, the bars of a table, the name of the site.
pub(super) fn without(title: &str) -> &str {
    let title = without_site(title);
    let title = file(title).and_then(|end| title.get(..end)).unwrap_or(title);
    let title = OF_FILE.iter().find_map(|of| title.strip_suffix(of)).unwrap_or(title);
    title.trim_end_matches(|c| c == '|' || is_blank(c))
}

/// Where the sentence ends that says of the document below it who has collected it or where it stands: `以下是小编整理的…!`,
/// `文件详情如下：`. Asked of texts without a title.
pub(super) fn announced(head: &str) -> Option<usize> {
    let named = |at: usize| {
        let (before, rest) = head.split_at_checked(at)?;
        let told = ["详情", "原文", "全文"].iter().any(|word| before.ends_with(word));
        let behind = behind_colon(rest.strip_prefix("如下")?).filter(|_| told)?;
        Some(head.len() - behind.len())
    };
    let collected = |at: usize| Some(at + sentence(head.get(at..)?, &[])?);
    seek::words(head, "如下").take(MOST_PIECES).find_map(named).or_else(|| collected(seek::word(head, "小编")?))
}
