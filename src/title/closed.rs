//! Titles that a word closes and a text follows without a sign: 家长学校课程大纲｜课程共十二讲，….
//!
//! ```text
//! 关于开展检查的通知｜各镇：…        a closing word, and behind it what a text begins with
//! 绿地管理办法｜办法所称绿地是…      … or what comes again from the title
//! 工作方案的通知                     the title goes on, and so does 我县制定方案
//! 免责声明：⏎一、…                    a colon behind a name
//! ```

use std::sync::LazyLock;

use regex::Regex;

use super::opens::begins;
use super::run_in::{first_stop, issue_length};
use super::{ECHO, LONGEST, SHORTEST_OPEN, beside, closer, field, is_longer, is_weak};
use crate::gap::is_blank;
use crate::pattern::pattern;
use crate::scan::ideograph::is_ideograph;
use crate::seek;

/// What a name is longer than, in characters, that stands alone before a colon and is the title.
const SHORTEST_LABEL: usize = 2;

/// Before 法 these make another word of it that closes no title: 政法, 做法.
const NO_LAW: [char; 18] =
    ['书', '政', '司', '执', '普', '守', '合', '违', '依', '方', '看', '想', '做', '说', '用', '语', '打', '犯'];

/// Behind 法 these make another word of it: 法治, 法律, 法规.
const OF_LAW: [char; 14] = ['治', '律', '规', '院', '庭', '官', '制', '定', '人', '典', '务', '学', '宣', '援'];

/// Before 令 these make a verb of it, so that it is no decree: 请求判令：.
const ORDERED: [char; 4] = ['判', '责', '責', '勒'];

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

/// What may stand between 的 and the word that closes a title which 关于 opened.
const OF_WHAT: [&str; 8] = ["若干", "实施", "指导", "补充", "暂行", "几点", "紧急", "相关"];

/// The end of a title that a closing word ends and a text follows. `named`: whether a name of a document may end anywhere,
/// so that whatever follows is the text.
pub(super) fn closed(head: &str, named: bool) -> Option<usize> {
    closed_before(head, first_stop(head), named)
}

/// The same of a text whose first clause ends at `stop`.
pub(super) fn closed_before(head: &str, stop: usize, named: bool) -> Option<usize> {
    for found in closer::up_to(head, stop) {
        let before = head.get(..found.start).unwrap_or("");
        let is_quoted = before.matches('《').count() > before.matches('》').count();
        let rest = head.get(found.end..).unwrap_or("");
        let noted = found.is_noted();
        let goes_on = if noted { rest.starts_with(['的', '、', '，', '。', '和', '》']) } else { goes_on(rest) };
        let other = match found.word {
            "法" => before.ends_with(NO_LAW) || rest.starts_with(OF_LAW),
            "令" => before.ends_with(ORDERED),
            "编" => is_compiled(head.get(found.start..).unwrap_or("")),
            _ => false,
        };
        let blank = rest.trim_start_matches(is_blank);
        let fields = || field::length(blank).is_some();
        // 委托书｜委托人：
        let whole =
            before.is_empty() && is_longer(found.word, 2) && head.get(stop..).is_some_and(|at| at.starts_with('：'));
        let short = before.chars().nth(1).is_none() && !whole;
        // 关于做好工作的通知：为了…, 免责声明：1、
        let stopped = named && is_stopped(before, found.word, rest);
        // 竞赛规则｜竞赛组成
        let again = || !noted && !before.is_empty() && blank.starts_with(before);
        if is_quoted || other || !stopped && (short || goes_on && !fields() && !again()) {
            continue;
        }
        // 关于开展检查的｜通知, 在会议上的｜讲话
        let announced = before.ends_with('的') && seek::word(before, "关于").is_some() || before.ends_with("上的");
        let named = || named && !is_weak(found.word) && is_named(before, found.word, blank);
        let ended = || echoes(before, blank, ECHO) || named() || begins(blank);
        if stopped
            || announced
            || noted
            || fields()
            || of_court(found.word, blank)
            || !of_what(head, found.end, stop) && !goes_on_soon(rest) && ended()
        {
            let end = found.end + issue_length(rest);
            return (!is_longer(head.get(..end)?, LONGEST)).then_some(end);
        }
    }
    None
}

/// Whether a name that a word closes is followed by a colon, and is no sentence that the colon ends; a name that 关于 begins
/// may have a full stop behind it as well.
fn is_stopped(before: &str, closer: &str, rest: &str) -> bool {
    let about = before.starts_with("关于") && before.ends_with('的');
    let Some(text) = rest.strip_prefix(['：', ':']) else { return about && rest.starts_with('。') };
    let ends = text.trim_start_matches([' ', '\t', '\u{3000}']).chars().next().is_none_or(|c| matches!(c, '\n' | '\r'));
    let long = is_longer(before, 1) || before.is_empty() && is_longer(closer, SHORTEST_LABEL);
    let part = is_weak(closer) || closer == "措施";
    about || ends && long && !part && !beside::has_predicate(before) && before.chars().all(is_ideograph)
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

/// Whether 的 and a closing word follow within few ideographs, so that the title ends there: 反馈意见｜整改情况的报告.
fn goes_on_soon(rest: &str) -> bool {
    let end = rest.char_indices().take(LONGEST_OF).find(|&(_, c)| !is_ideograph(c)).map(|(at, _)| at);
    let near = rest.get(..end.unwrap_or(rest.len().min(LONGEST_OF * '一'.len_utf8()))).unwrap_or("");
    // Few titles are followed by any.
    near.contains('的') && closes_what(near)
}

/// How far behind a closing word that stands, in characters.
const LONGEST_OF: usize = 12;

/// Whether 的 and a closing word stand in `text`, with no more than one of some words between them.
pub(super) fn closes_what(text: &str) -> bool {
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
pub(super) fn goes_on(rest: &str) -> bool {
    let word = closer::first(rest).filter(|&word| word != "编" || !is_compiled(rest));
    word.is_some() || beside::goes_on(rest) || seek::word(rest, "实现").is_some() && IS_DESIGNED.is_match(rest)
}

/// Whether a text begins with so many characters of its title: `家长学校课程大纲｜课程共十二讲`.
pub(super) fn echoes(title: &str, text: &str, length: usize) -> bool {
    // Most characters are common ideographs, of three bytes each.
    let common = |character: &[u8; 3]| matches!(character, [0xE5..=0xE9, ..] | [0xE4, 0xB8..=0xBF, _]);
    let (characters, _) = text.as_bytes().as_chunks();
    if let Some(said) = text.get(..3 * length)
        && characters.iter().take(length).all(common)
    {
        return seek::word(title, said).is_some();
    }
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
