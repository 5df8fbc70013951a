//! The path to a page, above its title or in front of it, and the columns of its site.
//!
//! ```text
//! 首页 > 政务公开 > 文件⏎关于绿地认养的通知        steps, parted by >
//! 内网首页 / 通知通报 / 关于闭馆的通报            … or by strokes
//! 信用动态⏎政策法规⏎…首页>信用动态⏎             columns, one a line, and the path below
//! ```

use std::sync::LazyLock;

use regex::Regex;

use super::head::{COLUMNS, FEWEST_COLUMNS, LONGEST_COLUMN, LONGEST_NAME, WHERE};
use super::{field, is_longer};
use crate::gap::is_blank;
use crate::pattern::pattern;
use crate::scan::ideograph::is_ideograph;

/// A path to a page, in a text without lines: its last step ends at a blank.
static PATH: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        "^[^。，：:>＞»]{0,12}[:：]?[^。，：:>＞»]{1,12}(?:\\s*[>＞»]\\s*[^。，\\s>＞»]{1,16}){1,6}\\s+(?:正文\\s*)?",
    )
});

/// What stands between the steps of a path.
const STEPS: [char; 3] = ['>', '＞', '»'];

/// Whether one of [`STEPS`] stands in a text: by the first bytes of the three.
pub(super) fn has_steps(text: &str) -> bool {
    memchr::memchr3_iter(b'>', 0xEF, 0xC2, text.as_bytes())
        .any(|at| matches!(text.as_bytes().get(at..), Some([b'>', ..] | [0xEF, 0xBC, 0x9E, ..] | [0xC2, 0xBB, ..])))
}

/// The bytes of a path to a page whose steps are parted by strokes: `内网首页 / 通知通报 / 关于闭馆的通报`. Its last step ends at a blank,
/// or is the title.
pub(super) fn strokes(text: &str) -> Option<usize> {
    // Few lines have any.
    memchr::memchr(b'/', text.as_bytes())?;
    let mut rest = text;
    let mut known = false;
    for steps in 0..MOST_STROKES {
        let name = rest.get(..rest.find(|c| !is_ideograph(c)).unwrap_or(rest.len()))?;
        let short = name.chars().nth(1).is_some() && name.chars().nth(LONGEST_COLUMN).is_none();
        known |= COLUMNS.iter().any(|word| name.contains(word));
        let behind = rest.get(name.len()..)?.trim_start_matches(is_blank);
        match behind.strip_prefix('/').filter(|_| short) {
            Some(next) => rest = next.trim_start_matches(is_blank),
            None if steps == 0 || !known => return None,
            // 征地信息 某区人民政府…
            None if short && behind.len() < rest.len() - name.len() => return Some(text.len() - behind.len()),
            None if short && behind.is_empty() => return Some(text.len()),
            None => return Some(text.len() - rest.len()),
        }
    }
    None
}

/// The most steps of such a path.
const MOST_STROKES: usize = 6;

/// The bytes of the names of columns of a site, one a line, above the path to a page: `信用动态⏎政策法规⏎…首页>信用动态⏎`.
pub(super) fn columns(text: &str) -> usize {
    // Few texts have a path below them.
    if !has_steps(text) {
        return 0;
    }
    let mut above = 0;
    let mut end = 0;
    for line in text.split_inclusive(['\n', '\r']).take(MOST_COLUMNS) {
        end += line.len();
        let name = line.trim_matches(is_blank);
        if name.contains(STEPS) && PLACES.iter().chain(&WHERE).any(|place| name.starts_with(place)) {
            return if above >= FEWEST_COLUMNS { end } else { 0 };
        }
        // The greeting of a site stands first.
        if name.chars().nth(LONGEST_COLUMN).is_some() && above > 0 || name.contains('。') {
            return 0;
        }
        above += usize::from(!name.is_empty());
    }
    0
}

/// What the path to a page begins with beside [`WHERE`], and how many lines of columns may stand above it.
const PLACES: [&str; 2] = ["首页", "首頁"];
const MOST_COLUMNS: usize = 60;

/// The length of the path to a page whose last step ends where the title of a notice begins: `首页>公告｜关于闭馆的公告`.
fn path_before(text: &str, path: &str) -> Option<usize> {
    let steps = path.rfind(STEPS)?;
    let step = path.get(steps..)?;
    let end = step.find("关于").into_iter().chain(step.find(['【', '《'])).min()?;
    let end = end - issuer(step.get(..end)?, text.get(steps + end..)?);
    let last = step.get(..end)?;
    (!is_longer(last, LONGEST_STEP) && !last.trim_start_matches(STEPS).trim_start_matches(is_blank).is_empty())
        .then_some(steps + end)
}

/// The bytes of who speaks at the end of a step, where the title with it comes again in `text`: 文件青河县林业局｜关于….
fn issuer(step: &str, text: &str) -> usize {
    // No column and its issuer are longer.
    let places = step.char_indices().map(|(at, _)| at).filter(|&at| at > 0).take(LONGEST_ISSUER);
    let again = |whose: &str| is_longer(whose, 2) && text.contains(&format!("{whose}关于"));
    places.filter_map(|at| step.get(at..)).find(|whose| again(whose)).map_or(0, str::len)
}

/// The longest step with who speaks behind it, in characters.
const LONGEST_ISSUER: usize = 40;

/// The longest step before the title of a notice, in characters.
pub(super) const LONGEST_STEP: usize = 12;

/// The length of the path to a page that `text` begins with, if its last step is the name of the page, which comes again
/// as the beginning of its text: `首页>办事>流程流程一、…`.
fn path_again(text: &str, path: &str) -> Option<usize> {
    let step = path.rfind(STEPS)?;
    let long = |step: &str| step.chars().nth(LONGEST_NAME).is_some();
    let rest = text.get(step..)?.trim_start_matches(|c: char| is_blank(c) || matches!(c, '>' | '＞' | '»'));
    let names = rest.char_indices().map(|(at, _)| at).skip(2).take(LONGEST_NAME);
    // The first two characters that come again at once end a name.
    let name = names.filter(|&end| {
        let (name, again) = rest.split_at_checked(end).unwrap_or_default();
        again.starts_with(name)
    });
    let name = name.max()?;
    (!path.get(..step)?.split(STEPS).any(long)).then_some(text.len() - rest.len() + name)
}

/// The length of the path to a page whose last step ends where a field begins: `首页>>政务公开>>公报｜发布时间：…`.
fn path_to_field(path: &str) -> Option<usize> {
    let begin = last_step(path)?;
    let step = path.get(begin..)?;
    let end = field::find(step)?;
    step.get(..end).is_some_and(|step| !is_longer(step, LONGEST_STEP)).then_some(begin + end)
}

/// Where the last step of the path to a page begins.
fn last_step(path: &str) -> Option<usize> {
    let step = path.get(path.rfind(STEPS)?..)?;
    Some(path.len() - step.trim_start_matches(|c| STEPS.contains(&c) || is_blank(c)).len())
}

/// Where the last step of a path begins, if the title of the page follows it without a sign and a word closes that: the step
/// is then a part of the title.
fn path_glued(path: &str) -> Option<usize> {
    let begin = last_step(path)?;
    super::closed(path.get(begin..)?, true).map(|_| begin)
}

/// Names of the columns of sites that a path ends with, in front of the title of a page: `首页>政策问答｜医保热点问题解答`.
const LAST_STEPS: [&str; 30] = [
    "通知公告",
    "公示公告",
    "公告公示",
    "公告通知",
    "通知通告",
    "政策文件",
    "政策法规",
    "政策解读",
    "政策问答",
    "法规文件",
    "规范性文件",
    "政府文件",
    "部门文件",
    "文件下载",
    "工作动态",
    "政务动态",
    "新闻动态",
    "新闻中心",
    "要闻动态",
    "规划计划",
    "计划总结",
    "工作计划",
    "工作总结",
    "信息公开",
    "政务公开",
    "人事信息",
    "规章制度",
    "规则与协议",
    "帮助中心",
    "正文",
];

/// The length of the path to a page whose last step is a column, where the title follows without a sign.
fn path_to_column(path: &str) -> Option<usize> {
    let step = path.get(last_step(path)?..)?;
    let title = LAST_STEPS.iter().find_map(|column| step.strip_prefix(column))?;
    is_longer(title.trim_start_matches(is_blank), super::SHORTEST_FULL).then_some(path.len() - title.len())
}

/// The length of the path to a page that `text` begins with; `sentence`: up to its first stop.
pub(super) fn length(text: &str, sentence: &str) -> Option<usize> {
    // Few texts begin with a path.
    if !has_steps(sentence) {
        return None;
    }
    path_before(text, sentence)
        .or_else(|| path_to_column(sentence))
        .or_else(|| path_to_field(sentence))
        .or_else(|| path_again(text, sentence))
        .or_else(|| PATH.find(text).map(|path| path.end()))
        .or_else(|| path_glued(sentence))
}
