//! A line that holds what was many lines once.
//!
//! ```text
//! 养羊方案⏎                                          the page kept the line of its title
//! 已阅读5页⏎                                         and those of its own words,
//! 一、建圈。…。二、买羊。…。三、防疫。…。四、…⏎          and ran the document into one
//! ```
//!
//! A text most of which stands in such a line is read as one without line breaks: headings run into their text there, and
//! a marker inside a line is no worse than one that begins it. So is one whose line breaks say nothing, for it was cut
//! anywhere, as pages are that each became a line.

use super::Candidate;
use super::context::Before;
use super::evidence::is_soft;
use super::ideograph::is_ideograph;
use super::kind::Kind;
use crate::gap;

/// How many markers stand inside a crowded line: lists inside a paragraph are seldom of such styles.
const FEWEST: usize = 3;

/// How many bytes of `text` the longest crowded line has, 0 where there is none. Several lines that hold much are chapters
/// whose items were written so: read without line breaks they lost headings.
pub(crate) fn longest(text: &str, candidates: &[Candidate]) -> usize {
    let inside = candidates.split(|candidate| candidate.before.begins_line());
    inside.filter(|run| run.len() >= FEWEST).map(|run| of_lines(text, run)).max().unwrap_or(0)
}

/// The same of the lines that candidates stand in of which none begins one.
fn of_lines(text: &str, mut candidates: &[Candidate]) -> usize {
    let mut longest = 0;
    while let Some(first) = candidates.first() {
        let (before, behind) = text.as_bytes().split_at_checked(first.start as usize).unwrap_or_default();
        let end = before.len() + memchr::memchr2(b'\n', b'\r', behind).unwrap_or(behind.len());
        let (line, rest) =
            candidates.split_at(candidates.partition_point(|candidate| (candidate.start as usize) < end));
        candidates = rest;
        // The likeliest reading of each place.
        let places = line.chunk_by(|one, other| one.start == other.start).filter_map(|readings| readings.first());
        if places.filter(|candidate| is_hard(candidate)).nth(FEWEST - 1).is_some() {
            longest = longest.max(end - memchr::memrchr2(b'\n', b'\r', before).map_or(0, |at| at + 1));
        }
    }
    longest
}

/// Whether a candidate is of a style that begins lines, and stands where one may have begun.
fn is_hard(candidate: &Candidate) -> bool {
    match candidate.before {
        Before::Stop => !is_soft(candidate.kind),
        // 违反第三条, 增长1.4倍
        Before::Word => matches!(candidate.kind, Kind::Dun | Kind::Dot | Kind::BracketChinese),
        _ => false,
    }
}

/// The fewest bytes of a line that was cut anywhere: what is shorter may be a heading, or a line of some width.
const CUT: usize = 300;

/// So many lines without such a break are enough to say that there are none.
const FIRST: usize = 8;

/// Whether half of the line breaks of a text stand in the middle of a sentence, behind long lines.
pub(crate) fn is_cut_anywhere(text: &str) -> bool {
    let (mut breaks, mut cuts, mut start) = (0, 0, 0);
    for end in memchr::memchr_iter(b'\n', text.as_bytes()) {
        let line = text.get(start..end).unwrap_or("").trim_end_matches(gap::is_blank);
        start = end + 1;
        breaks += usize::from(!line.is_empty());
        cuts += usize::from(line.len() >= CUT && line.ends_with(|c| is_ideograph(c) || matches!(c, '，' | '、' | ',')));
        if breaks == FIRST && cuts == 0 {
            return false;
        }
    }
    cuts > 0 && cuts * 2 >= breaks
}

#[cfg(test)]
mod tests {
    use super::{is_cut_anywhere, longest};
    use crate::scan::{Scan, scan};

    fn crowded(text: &str) -> usize {
        let mut found = Scan::default();
        scan(text, &mut found);
        longest(text, &found.candidates)
    }

    #[test]
    fn what_ran_into_one_line_is_crowded() {
        let line = "一、建圈分两批。二、买羊要好。三、防疫按月。四、出栏按季。";
        assert_eq!(crowded(&format!("养羊方案\n{line}\n完")), line.len());
        assert_eq!(crowded(&format!("一、略\n养羊方案{line}")), "养羊方案".len() + line.len());
        assert_eq!(crowded(&line.replace('。', "。\n")), 0);
    }

    #[test]
    fn lists_and_references_inside_a_paragraph_crowd_no_line() {
        for text in [
            "一、分工\n组长负责：（1）调度；（2）值守。（3）上报。（4）总结。\n二、其他",
            "第一条\n违反第三条的，按第五条、第六条处理。增长1.4倍，比第七条多2.3倍。",
            "一、要求\n一是早。二是快。三是准。四是稳。\n二、其他",
        ] {
            assert_eq!(crowded(text), 0, "{text}");
        }
    }

    #[test]
    fn pages_that_became_lines_are_cut_anywhere() {
        let page = "全县各单位要高度重视此项工作，明确分管领导和责任人员。".repeat(5);
        let cut = format!("{page}按时\n报送{page}逾期的\n予以通报。{page}\n");
        assert!(is_cut_anywhere(&cut));
        // Paragraphs end with a stop, headings are short, and so are lines of some width.
        let paragraphs = format!("{page}\n{page}\n{page}按时\n报送\n");
        for text in [&paragraphs, "一、目标\n全县\n二、措施\n", &"全县各单位要按时\n报送".repeat(9), ""]
        {
            assert!(!is_cut_anywhere(text), "{text}");
        }
    }
}
