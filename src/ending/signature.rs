//! Whether a signature with its date stands at the end.
//!
//! ```text
//! 县农业局2024年6月28日                 an office and a date, run together
//! 县农业局⏎二〇二四年六月二十八日        … or on two lines
//! 县农业局（盖章）2024.6.28抄送：县委办   what may stand between and behind
//! 汇报人：王某　2024年6月                a person
//! ```

use std::sync::LazyLock;

use regex::Regex;

use super::formal::opens_formally;
use super::{Unit, WINDOW, ends_sentence};
use crate::gap::is_blank;
use crate::pattern::pattern;
use crate::scan::ideograph::is_ideograph;
use crate::seek;
use crate::title::begins_with_field;

/// A year, in figures of all kinds; О is the Cyrillic letter that stands for 〇 in old papers.
const YEAR: &str = "[0-9０-９xX×二〇○零ОO一三四五六七八九]{4}\\s*年";
/// A month and a day, and a month alone.
const DAY: &str = "\\s*[^，。]{1,3}月\\s*[^，。]{1,3}日";
const MONTH: &str = "\\s*[^，。]{1,3}月";
/// A date with signs for words.
const SHORT: &str = "\\d{4}\\s?[-./．]\\s?\\d{1,2}\\s?[-./．]\\s?\\d{1,2}";

/// A date with its year; without a day, or with signs for words, only at the end of a line.
static DATE: LazyLock<Regex> = LazyLock::new(|| pattern(&format!("{YEAR}(?:{DAY}|{MONTH}\\s*$)|{SHORT}\\s*$")));

/// A date that begins a text.
static DATED: LazyLock<Regex> = LazyLock::new(|| pattern(&format!("^[（(]?{YEAR}{DAY}[）)]?")));

/// A signature run together with its date: `县农业局2024年6月28日`.
static SIGNED: LazyLock<Regex> = LazyLock::new(|| {
    pattern(&format!(
        "^(?:[^，。；：0-9]{{1,28}}(?:局|委|办|室|司|府|部|院|校|学|心|会|馆|厅|处|站|所|队|组|社|厂|团|镇|乡|村|行|园)\
         |[^，。；：0-9]{{1,24}}(?:人|长|书记|主任|代表)\\s*[：:][^，。；：:0-9]{{2,8}})\
         \\s*(?:[（(](?:盖章|公章|签章|章)[）)])?\\s*(?:{YEAR}(?:{DAY}|{MONTH})|{SHORT})"
    ))
});

/// The number of a page, or how many copies were printed, to the end.
static COUNTED: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        "^(?:[-—–－]\\s*\\d+\\s*[-—–－]|第\\s*\\d+\\s*页\\s*(?:[，,/]?\\s*共\\s*\\d+\\s*页)?|印发?\\s*(?:[（(]?共印\\s*\\d+\\s*份[）)]?)?)\\s*$",
    )
});

/// The longest note in brackets behind a date, in characters.
const LONGEST_NOTE: usize = 60;

/// Whether all that follows is a signature with its date, and what may stand below one.
pub(super) fn is_signature(unit: Unit<'_>) -> bool {
    if !ends_sentence(unit.head) {
        return false;
    }
    if unit.line { is_signature_of_lines(unit) } else { is_signature_run_in(unit) }
}

/// The same where no line break stands before.
fn is_signature_run_in(unit: Unit<'_>) -> bool {
    // Every date has a year, and no stop stands before it.
    let clause = unit.rest.get(..seek::wide(unit.rest, &['，', '。', '；']).unwrap_or(unit.rest.len()));
    clause.is_some_and(may_be_dated) && (is_signed(unit.rest) || !may_ask_when(unit) && is_dated(unit.rest))
}

/// What a heading is no longer than that a date answers, in characters, and what it holds: 活动时间。2024年5月1日.
const LONGEST_ASKING: usize = 8;
const ASKING: [char; 4] = ['时', '時', '期', '日'];

/// Whether nothing stands before but what may be a heading that asks when.
fn may_ask_when(unit: Unit<'_>) -> bool {
    unit.before < 2 && (unit.head.chars().nth(LONGEST_ASKING).is_none() || unit.head.contains(ASKING))
}

/// Whether a date begins here, and nothing but what may follow a signature stands behind it.
fn is_dated(text: &str) -> bool {
    DATED.find(text).is_some_and(|date| text.get(date.end()..).is_some_and(may_follow))
}

/// The same of lines: the date is one of the first three.
fn is_signature_of_lines(unit: Unit<'_>) -> bool {
    if unit.before >= 2 && may_be_dated(unit.rest) && is_dated(unit.rest) {
        return true;
    }
    let mut rest = unit.rest;
    for index in 0..3 {
        rest = rest.trim_start_matches(is_blank);
        let (line, behind) = rest.split_at(rest.find(['\n', '\r']).unwrap_or(rest.len()));
        if may_be_dated(line) && DATE.find(line).is_some_and(|date| date.start() < 12 || is_signed(line)) {
            // A date far above the end dates something else.
            let ends = unit.rest.len() <= WINDOW / 3 || may_follow(behind);
            return ends && (index > 0 || is_signed(line));
        }
        if line.is_empty() || line.contains(['。', '，', '；']) || line.chars().nth(30).is_some() {
            return false;
        }
        rest = behind;
    }
    false
}

/// Whether a text holds what each date holds.
fn may_be_dated(text: &str) -> bool {
    seek::word(text, "年").is_some()
        || memchr::memchr3(b'.', b'-', b'/', text.as_bytes()).is_some()
        || seek::wide(text, &['．']).is_some()
}

/// Whether a signature with its date begins here, and nothing but what may follow one stands behind it.
fn is_signed(text: &str) -> bool {
    let Some(signed) = SIGNED.find(text) else { return false };
    // Who is to do it, and by when: 责任人：王某2024年6月底.
    let name = signed.as_str();
    let charged = ["责任人", "负责人"].iter().any(|charge| name.contains(charge));
    let behind = text.get(signed.end()..).unwrap_or("");
    let whole = name.ends_with(['日', '月']) || !behind.starts_with(|c: char| c.is_ascii_digit());
    !charged && whole && may_follow(behind)
}

/// Whether nothing follows, or what may stand below a signature: a note in brackets, who else gets the paper, how it was
/// printed, a field of the page.
fn may_follow(behind: &str) -> bool {
    let rest = behind.trim_start_matches(is_blank);
    rest.is_empty()
        || rest.starts_with(['（', '(']) && rest.chars().nth(LONGEST_NOTE).is_none()
        || opens_formally(rest)
        || begins_with_field(rest)
        || is_list_of_links(rest)
        || rest.starts_with(['-', '—', '–', '－', '第', '印']) && COUNTED.is_match(rest)
}

/// Whether all that follows is a line of a page that names what else may be read there: 相关自查报告：某某、某某.
fn is_list_of_links(rest: &str) -> bool {
    let named = rest.strip_prefix("相关").and_then(|rest| rest.split_once(['：', ':']));
    named.is_some_and(|(name, links)| {
        name.chars().nth(LONGEST_COLUMN).is_none()
            && name.chars().all(is_ideograph)
            && links.trim_end().lines().nth(1).is_none()
    })
}

/// The longest name of such a list, in characters.
const LONGEST_COLUMN: usize = 6;

#[cfg(test)]
mod tests {
    use super::{is_dated, is_signed};

    #[test]
    fn a_date_and_nothing_else() {
        for date in ["2024年3月1日", "（2024年3月1日）", "二〇一三年五月六日", "一九九八年七月八日", "二ОО九年四月三日"]
        {
            assert!(is_dated(date), "{date}");
        }
        assert!(!is_dated("2024年3月1日起") && !is_dated("第三四五六年七月八日"));
    }

    #[test]
    fn what_stands_in_and_behind_a_signature() {
        for signed in [
            "青河县林业局2024年3月",
            "青河县林业局2024.3.12",
            "青河县林业局 2024-03-12",
            "青河县林业局2024/3/12",
            "青河县林业局（盖章）二〇二五年三月",
            "青河县林业局2024年3月12日（此件公开发布）",
            "青河县林业局2024年3月12日抄送：县委办公室，各镇。",
            "青河县林业局2024年3月12日来源：青河县林业局",
            "青河县林业局2024年3月12日分享到：",
            "青河县林业局2024年3月12日- 5 -",
            "青河县林业局2024年3月12日第 5 页 共 5 页",
            "青河县林业局办公室2024年3月12日印发",
            "青河县林业局办公室2024年3月12日印发（共印50份）",
            "汇报人：王某2024年3月12日",
            "县林业局党组书记、局长：王某某 2024.3.12",
        ] {
            assert!(is_signed(signed), "{signed}");
        }
        for body in [
            "青河县林业局2024年3月启动认养",
            "青河县林业局2024年3月12日印发通知",
            "青河县林业局2024.3.125万元",
            "青河县林业局2024年3月12日第5页有误",
            "责任人：王某2024年3月12日",
            "具体负责人：王某2024年3月12日",
            "完成时限：本年内2024年3月12日",
            "某县局2024年3月12日会议要求：各镇上报",
        ] {
            assert!(!is_signed(body), "{body}");
        }
    }
}
