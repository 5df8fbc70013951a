//! How the end of a heading shows in the text.
//!
//! ```text
//! 一、抓统筹⏎每月调度。        line       the line ends
//! 一、抓统筹。每月调度。       stop       also 抓统筹？ and 抓统筹；
//! 一、抓统筹：每月调度。       colon
//! 一、抓统筹　每月调度。       blank
//! 一、抓统筹1.建机制           next       the next marker stands there, or the end of the section
//! 一、抓好统筹工作每月调度。   unmarked   nothing: what stands on both sides was weighed
//! ```
//!
//! Found from the text where it is asked for: the tree need not hold what the text says.

use crate::Section;
use crate::closed_up;
use crate::gap::{self, is_blank};

/// How the end of a heading shows in the text.
///
/// The confidence of a section says how sure its marker and place are; where a heading ends is another question. Of headings
/// without line breaks nearly all are right whose end shows, and about two of three that end with [`HeadingEnd::Unmarked`].
///
/// ```
/// use gangmu::HeadingEnd;
/// let parsed = gangmu::parse("一、抓统筹。每月调度。二、抓落实：责任到人。三、总结1.自查。2.互查。");
/// let ends: Vec<_> = parsed.document().sections.iter().map(|one| one.heading_end(parsed.text())).collect();
/// assert_eq!(ends, [Some(HeadingEnd::Stop), Some(HeadingEnd::Colon), Some(HeadingEnd::Next)]);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub enum HeadingEnd {
    /// The line ends.
    Line,
    /// A stop: 。；，？！, or that of another script.
    Stop,
    /// A colon.
    Colon,
    /// A blank, where the line goes on, or the sign of Markdown that ends what is bold.
    Blank,
    /// The next marker stands there, or the section ends.
    Next,
    /// Nothing shows it: it was weighed, and may be wrong.
    Unmarked,
}

impl Section {
    /// How the end of the heading shows in `text`, which is the text that was parsed; `None` where there is no heading,
    /// or `text` is another one.
    #[must_use]
    pub fn heading_end(&self, text: &str) -> Option<HeadingEnd> {
        let heading = self.heading?;
        let next = self.children.first().map_or(self.span.end, |child| child.span.start);
        let (words, behind) = (heading.of(text)?, text.get(heading.end as usize..)?);
        // Most headings end so.
        if heading.end < next && behind.starts_with('。') {
            return Some(HeadingEnd::Stop);
        }
        // Behind what is letter-spaced one blank says nothing.
        let apart = usize::from(behind.starts_with(' ') && closed_up::is_piece(words));
        let behind = behind.get(apart..).unwrap_or(behind);
        let next = next.saturating_sub(apart as u32); // 0 or 1
        // What is bold in Markdown, or set in brackets, with its marker or behind it ends with the heading, or behind its stop.
        let opens = |sign: &str| {
            let marker = self.marker.span;
            let gap = text.get(marker.end as usize..heading.start as usize).unwrap_or("");
            gap.contains(sign) || text.get(..marker.start as usize).is_some_and(|before| before.ends_with(sign))
        };
        let (bold, behind) = match behind.strip_prefix("**") {
            Some(rest) if opens("**") => (true, rest.strip_prefix('*').unwrap_or(rest)),
            _ => (false, behind),
        };
        // 一、项目概况 |
        let cell = behind.trim_start_matches([' ', '\t', '\u{3000}']).strip_prefix(gap::is_bar);
        let behind = cell.unwrap_or(behind);
        let first = behind.chars().next().map(crate::markup::usual_form);
        let line = || behind.chars().take_while(|&c| is_blank(c)).any(|c| matches!(c, '\n' | '\r'));
        Some(match first {
            Some(first) if is_blank(first) && line() => HeadingEnd::Line,
            Some(_) if words.ends_with(['？', '！', '?', '!']) => HeadingEnd::Stop,
            Some(_) if heading.end >= next => HeadingEnd::Next,
            None => HeadingEnd::Next,
            Some(_) if cell.is_some() => HeadingEnd::Stop,
            Some('：' | ':') => HeadingEnd::Colon,
            // 【第一章 总则】
            Some('】') if opens("【") => HeadingEnd::Stop,
            Some(first) if gap::is_stop(first) => HeadingEnd::Stop,
            Some(_) if gap::leftover(behind) > 0 => HeadingEnd::Line,
            Some(first) if bold || is_blank(first) => HeadingEnd::Blank,
            _ => HeadingEnd::Unmarked,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::HeadingEnd;
    use crate::{Document, OffsetUnit, parse};

    /// The end of the first heading.
    fn end(text: &str) -> Option<HeadingEnd> {
        parse(text).document().sections[0].heading_end(text)
    }

    #[test]
    fn what_stands_behind_a_heading_tells() {
        for (text, expected) in [
            ("一、抓统筹\n每月调度各项工作。\n二、抓落实\n责任到人。", HeadingEnd::Line),
            ("一、抓统筹<br>每月调度。<br>二、抓落实<br>责任到人。<br>三、抓考核<br>按季通报。<br>", HeadingEnd::Line),
            ("一、抓统筹。\n每月调度各项工作。二、抓落实。责任到人。", HeadingEnd::Stop),
            ("一、为什么要抓统筹？每月调度各项工作。二、怎么抓落实？责任到人。", HeadingEnd::Stop),
            ("一、抓统筹：每月调度各项工作。二、抓落实：责任到人。", HeadingEnd::Colon),
            ("一、抓统筹 |\n每月调度 | 是 |\n二、抓落实 |\n责任到人 | 是 |", HeadingEnd::Line),
            ("一、抓统筹\n| 每月 | 调度 |\n二、抓落实\n| 责任 | 到人 |", HeadingEnd::Line),
            ("一、抓统筹 | 每月调度 | 是 |\n二、抓落实 | 责任到人 | 是 |", HeadingEnd::Stop),
            ("一、抓统筹　　每月调度各项工作。二、抓落实　　责任到人。", HeadingEnd::Blank),
            ("一、抓统筹1.建机制。2.强队伍。二、抓落实1.定人。2.定岗。", HeadingEnd::Next),
            ("一、抓统筹", HeadingEnd::Next),
            ("一、抓统筹\n二、抓落实\n", HeadingEnd::Line),
            ("## **一、抓统筹**\n每月调度。\n## **二、抓落实**\n责任到人。", HeadingEnd::Line),
            ("**一、抓统筹。**每月调度。**二、抓落实。**责任到人。", HeadingEnd::Stop),
            ("***一、抓统筹***每月调度。***二、抓落实***责任到人。", HeadingEnd::Blank),
            ("【一、抓统筹】每月调度。【二、抓落实】责任到人。", HeadingEnd::Stop),
            (
                "一、强化督促检查**镇每季度开展一次自查，建立问题清单，限期整改。对整改不力的通报批评。\
                 二、营造良好氛围**镇充分利用各类媒体开展宣传，引导群众积极参与。及时总结好经验。",
                HeadingEnd::Unmarked,
            ),
            (
                "一、强化督促检查各单位要每季度开展一次自查，建立问题清单，限期整改。对整改不力的通报批评。\
                 二、营造良好氛围充分利用各类媒体开展宣传，引导群众积极参与。及时总结好经验。",
                HeadingEnd::Unmarked,
            ),
        ] {
            assert_eq!(end(text), Some(expected), "{text}");
        }
        assert_eq!(end("第一条　为了规范管理，制定本办法。第二条　本办法自发布之日起施行。"), None);
    }

    #[test]
    fn a_tree_read_again_tells_the_same_and_another_text_nothing() {
        let text = "一、抓统筹。每月调度。";
        let json = serde_json::to_value(parse(text).with_offsets(OffsetUnit::Byte)).unwrap();
        assert_eq!(json["sections"][0]["heading_end"], "stop");
        let document: Document = serde_json::from_value(json).unwrap();
        assert_eq!(document.sections[0].heading_end(text), Some(HeadingEnd::Stop));
        assert_eq!(document.sections[0].heading_end("一、"), None);
    }
}
