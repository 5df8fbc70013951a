//! The title of a text that has lines: one, or two or three that belong together.

use super::run_in::{is_issue, run_in};
use super::{
    ISSUER, KINDS, LONGEST, LONGEST_OPEN, SHORTEST_FULL, SHORTEST_OPEN, closer, ends_closed, is_longer, is_phrase,
    is_sentence, is_weak, parted, site,
};
use crate::gap::is_blank;
use crate::scan::ideograph::is_ideograph;

/// How many lines a title may have, but for a note in brackets.
const MOST_LINES: usize = 3;
/// The same where 关于 stands in it: who speaks, and of what.
const MOST_ANNOUNCED: usize = 5;
/// What the paragraph below a title with a comma is longer than, in characters: a line of a text broken at one width is not.
const PARAGRAPH: usize = 60;

/// What a subtitle begins with.
const DASHES: [char; 4] = ['—', '─', '―', '-'];

/// How many characters a line that names nothing but the kind of a document may have before it.
const KIND: usize = 8;

/// What the first line of the cover of a project ends with, above its part and the kind of the document.
const PROJECTS: [&str; 2] = ["工程", "项目"];

/// What documents are one of, on a line between the issuer and the title of one.
const SERIES: [&str; 10] = [
    "程序文件",
    "作业文件",
    "体系文件",
    "管理文件",
    "企业标准",
    "管理标准",
    "技术标准",
    "工作标准",
    "管理体系文件",
    "质量管理体系文件",
];

/// Words that close a line which is no full title below another.
const NO_NAMES: [&str; 6] = ["录", "錄", "纪要", "紀要", "摘要", "提要"];

/// The title where the head has lines; `line`: length of the first.
pub(super) fn title(head: &str, line: usize) -> Option<usize> {
    let (first, _) = head.split_at_checked(line)?;
    // The name of a file, or of a page of it.
    if let Some(end) = site::file(first) {
        return Some(end);
    }
    if !is_phrase(first) {
        return run_in(first, false).or_else(|| is_motto(head, line).then_some(line));
    }
    let mut end = line;
    let mut announced = first.contains("关于");
    for lines in 1.. {
        let so_far = head.get(..end)?;
        let (next, next_end) = behind(head, end).unwrap_or(("", head.len()));
        if site::is_line(next) {
            return Some(end);
        }
        // 《某国某法⏎实施条例》
        let is_open = so_far.matches('《').count() > so_far.matches('》').count();
        // …第十四个五年规划⏎和二〇三五年远景目标纲要
        let is_joined = next.starts_with(['和', '与', '及', '暨']) && ends_closed(next) && is_phrase(next);
        if ends_closed(so_far) && !is_open && !is_joined && !next.starts_with('的') {
            // 发展规划⏎（2016—2020年）
            if is_issue(next) {
                // 某局公告⏎2024年第3号⏎关于优化服务的公告
                let named = behind(head, next_end).filter(|(line, _)| line.starts_with("关于") && ends_closed(line));
                return Some(named.map_or(next_end, |(_, end)| end));
            }
            return Some(if closer::note(next) == Some(next.len()) { next_end } else { end });
        }
        announced |= is_open || is_joined || next.starts_with("关于");
        // 造就身心健康的教师⏎——青河一中工作思路; but ——在大会上的讲话 says where it was said.
        if lines == 1 && next.starts_with(DASHES) && is_phrase(next) && ends_closed(next) && !next.contains('在') {
            return Some(next_end);
        }
        // 青河公司⏎认养管理项目⏎招标公告, 凝心聚力⏎奋力谱写新篇章⏎——在大会上的报告
        if lines == 1
            && is_phrase(next)
            && let Some((third, third_end)) = behind(head, next_end)
            && (ISSUER.is_match(first) && is_kind(third) && !ends_closed(next)
                || third.starts_with(DASHES) && is_longer(next, SHORTEST_OPEN))
        {
            return Some(if third.starts_with(DASHES) { next_end } else { third_end });
        }
        // 东水厂二期工程⏎设备采购及安装项目⏎招标文件, 某公司⏎程序文件⏎供方管理控制程序
        if lines == 1
            && is_phrase(next)
            && let Some((third, third_end)) = behind(head, next_end)
            && (PROJECTS.iter().any(|word| first.ends_with(word)) && is_kind(third) && !ends_closed(next)
                || ISSUER.is_match(first) && SERIES.contains(&next) && ends_closed(third) && is_phrase(third))
        {
            return Some(third_end);
        }
        if lines == 1 && is_headline(head, first, next, next_end) {
            return Some(next_end);
        }
        // 某局⏎关于开展检查的通知, 某县人民法院⏎刑事判决书; the headline of a page above the title of its document
        let closes =
            lines == 1 && (is_kind(next) || ends_closed(next) && (ISSUER.is_match(first) || names_document(next)));
        let most = if announced { MOST_ANNOUNCED } else { MOST_LINES };
        if lines == most || !(announced || closes) || !is_phrase(next) {
            break;
        }
        end = next_end;
    }
    Some(line)
}

/// The line of `head` that begins behind `end`, and where it ends.
pub(super) fn behind(head: &str, end: usize) -> Option<(&str, usize)> {
    let behind = head.get(end..)?.trim_start_matches(is_blank);
    let line = behind.lines().next()?.trim_end_matches(is_blank);
    Some((line, head.len() - behind.len() + line.len()))
}

/// Whether a line names nothing but the kind of a document, below the line that says whose it is.
fn is_kind(line: &str) -> bool {
    let line = parted::joined(line);
    let kind = |kind| line.strip_suffix(kind).is_some_and(|name| !is_longer(name, KIND) && !name.contains(is_blank));
    KINDS.split('|').any(kind)
}

/// Whether a line is the full title of a document. A subtitle is none, nor is the meeting that minutes are of.
pub(super) fn names_document(line: &str) -> bool {
    is_longer(line, SHORTEST_FULL)
        && !line.starts_with(['—', '-', '─', '（', '('])
        && !NO_NAMES.iter().any(|word| line.ends_with(word))
        && !is_weak(line)
}

/// Whether two lines are a headline: two clauses without a sign above a blank line and a paragraph.
fn is_headline(head: &str, first: &str, next: &str, end: usize) -> bool {
    let clause =
        |line: &str| is_longer(line, SHORTEST_FULL) && !is_longer(line, LONGEST_OPEN) && line.chars().all(is_clause);
    let rest = head.get(end..).unwrap_or("");
    let paragraph = rest.trim_start_matches(is_blank);
    let blank = rest.get(..rest.len() - paragraph.len()).is_some_and(|gap| gap.matches('\n').count() > 1);
    blank
        && clause(first)
        && clause(next)
        && !ISSUER.is_match(next)
        // …主席令第四十五号
        && !next.ends_with('号')
        && is_longer(paragraph.lines().next().unwrap_or(""), PARAGRAPH)
}

/// What clauses of a headline are made of.
fn is_clause(c: char) -> bool {
    is_ideograph(c) || is_blank(c) || c.is_ascii_digit() || matches!(c, '“' | '”' | '、')
}

/// Whether the first line is a title of two short clauses above a paragraph: 守护一江清水，建设美丽青河⏎河湖是生态….
fn is_motto(head: &str, line: usize) -> bool {
    let (first, rest) = head.split_at_checked(line).unwrap_or_default();
    let paragraph = rest.trim_start_matches(is_blank).lines().next().unwrap_or("");
    first.matches(['，', ',']).count() == 1
        && is_phrase(&first.replace(['，', ','], " "))
        && !is_longer(first, if first.contains("——") { LONGEST } else { LONGEST_OPEN })
        && !is_sentence(first)
        && is_longer(paragraph, PARAGRAPH)
}
