//! Headings that run into their texts where each line is an item (一行一条).
//!
//! ```text
//! 二、主要任务⏎
//! （一）配齐图书｜各学校根据学生年龄选购图书，…⏎      somebody began a line before each number of a text of one line
//! （二）开放时间｜学校每天课后开放书屋…⏎
//!
//! 1.2 系统功能以附件一《需求说明》为准。⏎            each item is a sentence: clauses, answers, articles
//! ```
//!
//! With lines of other texts in between, a heading has a line of its own or a stop, and no seam is looked for. Where there are none
//! only the seams tell: of the development documents with lines eleven of a hundred are so, and none has more than one seam; of those without
//! lines, with a line begun before each number, most have more. Read with lines headings of these were .87 of what they are in one line, now .97.

use super::Parts;
use crate::resolve::Mark;
use crate::scan::marker::is_blank;
use crate::split::{Share, Tally};

/// Of so many lines one may begin without a number.
const ITEMIZED: usize = 10;
/// The fewest seams, and of how many pieces that may have one.
const SEAMS: u32 = 2;
const SEAM_FOR: u32 = 25;
/// Where so many pieces have none before one has it, no further one is looked for: to look at all takes three instructions a byte.
const IN_VAIN: u32 = 8;

/// Whether nearly all lines of a text are items.
pub(super) fn are_items(parts: &Parts<'_>, marks: &[Mark]) -> bool {
    let begins_line = |mark: &&Mark| {
        let head = parts.text.get(..mark.start as usize).unwrap_or("");
        head.ends_with('\n') || head.trim_end_matches(is_blank).ends_with('\n')
    };
    let is_break = |stop: &&u32| parts.text.as_bytes().get(**stop as usize) == Some(&b'\n');
    let items = marks.iter().filter(begins_line).count();
    // The first line is the title.
    let lines = parts.stops.iter().filter(is_break).count().saturating_sub(1);
    items * ITEMIZED >= lines * (ITEMIZED - 1)
}

/// Whether headings run into their texts here and there, as the lists of all styles say.
pub(super) fn have_seams(styles: &[Tally]) -> bool {
    let all = |count: fn(Share) -> u32| styles.iter().map(|style| count(style.share())).sum::<u32>();
    let seams = all(|share| share.seams);
    seams >= SEAMS && seams * SEAM_FOR >= all(|share| share.of)
}

/// A look for the first seam.
#[derive(Default)]
pub(super) struct Search {
    in_vain: u32,
    found: bool,
}

impl Search {
    /// Counts a piece that was looked at.
    pub(super) fn count(&mut self, seam: bool) {
        self.found |= seam;
        self.in_vain += 1;
    }

    /// Whether it is not worth to look further.
    pub(super) const fn is_in_vain(&self) -> bool {
        !self.found && self.in_vain >= IN_VAIN
    }
}

#[cfg(test)]
mod tests {
    use crate::parse;

    const SEAMED: &str = include_str!("../../fixtures/hazard/line_begun_before_each_number.txt");

    const SEAMS: [&str; 2] = [
        "（一）经费保障区财政每年安排专项资金，学校不得挪作他用。\n",
        "（二）组织领导各乡镇要成立工作专班，定期研究解决存在的问题。\n",
    ];

    /// How many of these headings a text has.
    fn headed(text: &str) -> usize {
        let parsed = parse(text);
        let headings = parsed.document().walk().filter_map(|place| place.section.heading);
        headings.filter(|&span| ["配齐图书", "经费保障", "组织领导"].contains(&parsed.text_of(span))).count()
    }

    #[test]
    fn seams_are_looked_for_where_each_line_is_an_item() {
        assert_eq!(headed(SEAMED), 3);
        assert_eq!(headed(&SEAMED.replace('\n', "\n\u{3000}\u{3000}")), 3);
        // One line among ten is no item.
        let paragraph = "书屋由学校管理，教师和家长共同参与，定期向社会公布情况。\n";
        let text = |paragraphs: usize| SEAMED.replacen("三、", &format!("{}三、", paragraph.repeat(paragraphs)), 1);
        assert_eq!((headed(&text(1)), headed(&text(2))), (3, 0));
    }

    #[test]
    fn what_stands_alone_on_a_line_is_a_heading_as_it_is() {
        let alone = ["值守安排各镇落实专人", "值守经费区财政安排资金", "值守人员的选聘条件和开放的基本要求, 见第12页"];
        let text = format!("{SEAMED}四、队伍建设\n（一）{}\n（二）{}\n（三）{}\n", alone[0], alone[1], alone[2]);
        let parsed = parse(&text);
        let headings = parsed.document().sections[3].children.iter().filter_map(|section| section.heading);
        assert!(headings.map(|span| parsed.text_of(span)).eq(alone));
    }

    #[test]
    fn one_seam_is_a_sentence() {
        let clauses = |count: usize| {
            let clause = "各镇按季度清理河道里的漂浮物，发现排污口当日上报。\n";
            (1..=count).map(|number| format!("{number}.{clause}")).collect::<String>()
        };
        let before = |seams: usize, count| {
            format!("河道管护办法\n一、管护\n{}二、清理\n{}", SEAMS[..seams].concat(), clauses(count))
        };
        assert_eq!((headed(&before(2, 9)), headed(&before(1, 9)), headed(&before(2, 60))), (2, 0, 0));
        // The first stands behind too many that have none.
        let behind = |count| format!("河道管护办法\n一、清理\n{}二、管护\n{}", clauses(count), SEAMS.concat());
        assert_eq!((headed(&behind(4)), headed(&behind(9))), (2, 0));
    }
}
