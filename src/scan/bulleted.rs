//! Bullets that stand before the numbers of headings.
//!
//! ```text
//! ■一、活动目的⏎为了丰富课余生活…⏎■二、活动时间⏎…      the bullet tells that a heading stands there
//! 本方案附有：⏎• 一、读书节书目⏎• 二、诵读篇目            the items of a list tell what a text holds
//! ```
//!
//! Numbers behind bullets are doubted where they are of a style of headings. They are not where all of the style have bullets, and
//! text follows upon most of them.

use super::Candidate;
use super::context::Before;
use super::evidence::is_outer;
use super::kind::Kind;
use super::marker::{Delim, is_blank};

/// The fewest numbers of a style.
const FEWEST: usize = 2;
/// How far the next number is from a heading with text behind it, in bytes (30 characters).
const APART: usize = 90;

/// Lets numbers behind bullets stand as if they began their lines or sentences, where these tell of headings.
pub(crate) fn mark(text: &str, candidates: &mut [Candidate]) {
    let behind_bullet = |one: &&Candidate| one.before == Before::Bullet && is_outer(one.kind);
    let mut styles: u64 = 0;
    candidates.iter().filter(behind_bullet).for_each(|one| styles |= one.kind.bit());
    if styles == 0 {
        return;
    }
    for index in 0..u64::BITS {
        let style = styles & 1 << index;
        if style != 0 && tells_of_headings(text, candidates, style) {
            for one in candidates.iter_mut().filter(|one| one.before == Before::Bullet && one.kind.bit() == style) {
                one.before = before_bullet(text, one.start as usize);
            }
        }
    }
}

/// Whether bullets stand before all numbers of a style, and text behind most.
fn tells_of_headings(text: &str, candidates: &[Candidate], style: u64) -> bool {
    let all = || candidates.iter().filter(|one| one.kind.bit() == style && is_written(one));
    let begins = |one: &&Candidate| one.before.begins_line() || matches!(one.before, Before::Stop | Before::Semi);
    let places = || all().filter(|one| one.before == Before::Bullet).map(|one| one.start as usize);
    let next = places().skip(1).chain([text.len()]);
    let followed = places().zip(next).filter(|&(at, next)| {
        next - at > APART || text.get(at..next).is_some_and(|words| words.contains(['。', '；', '：']))
    });
    let count = places().count();
    count >= FEWEST && followed.count() * 2 > count && !all().any(|one| begins(&one))
}

/// Whether a number has its delimiter, if its style has one.
fn is_written(one: &Candidate) -> bool {
    one.delim != Delim::None || one.kind != Kind::Dun
}

/// What stands before the bullet of a number that begins at `at`.
fn before_bullet(text: &str, at: usize) -> Before {
    let mut head = text.get(..at).unwrap_or("").trim_end_matches(is_blank).chars();
    head.next_back();
    let line = head.as_str().trim_end_matches(is_blank);
    if line.is_empty() || line.ends_with(['\n', '\r']) { Before::Line } else { Before::Stop }
}

#[cfg(test)]
mod tests {
    use super::mark;
    use crate::scan::context::Before;
    use crate::scan::{Scan, scan};

    /// What is said to stand before the numbers of a text.
    fn before(text: &str) -> Vec<Before> {
        let mut found = Scan::default();
        scan(text, &mut found);
        mark(text, &mut found.candidates);
        found.candidates.iter().map(|one| one.before).collect()
    }

    #[test]
    fn bullets_before_headings_are_where_they_begin() {
        let lines = "■一、时间\n周末两天。\n  ■ 二、地点\n社区广场。\n";
        assert_eq!(before(lines), [Before::Line; 2]);
        assert_eq!(before("通知如下。◆一、时间：周末两天。◆二、地点：社区广场。"), [Before::Stop; 2]);
        // Those of another style are not asked.
        let others = "一、时间\n周末。\n● 第一章 总则\n说明。\n● 第二章 细则\n说明。\n";
        assert_eq!(before(others), [Before::Start, Before::Line, Before::Line]);
        let two = "■一、时间\n周末。\n■二、地点\n广场。\n附：\n• 1.1 书目\n• 1.2 篇目\n";
        let two = before(two);
        assert!(two.starts_with(&[Before::Line; 2]) && two.ends_with(&[Before::Bullet]), "{two:?}");
        // A number that may have lost its sign is none of the style.
        let bare = before("■一、时间\n周末。\n三规范秩序。\n■二、地点\n广场。\n");
        assert!(bare.len() > 2 && !bare.contains(&Before::Bullet), "{bare:?}");
        let long = "报名".repeat(20);
        assert_eq!(before(&format!("● 一、{long}\n● 二、{long}\n")), [Before::Line; 2]);
    }

    #[test]
    fn bullets_of_items_stay() {
        for text in [
            "● 一、时间\n周末。\n",
            "● 一、书目\n● 二、篇目\n",
            "● 一、时间\n周末两天。\n● 二、地点\n三、要求\n● 四、其他\n另行通知。\n",
            "● 一、时间\n周末。\n● 二、地点\n● 三、方式\n● 四、其他\n",
            "●一、时间：周末。●二、地点：广场。三、要求：准时。",
            "● 1、时间\n周末。\n● 2、地点\n广场。\n",
        ] {
            let found = before(text);
            assert!(found.contains(&Before::Bullet), "{text}: {found:?}");
        }
    }
}
