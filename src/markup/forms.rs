//! Signs in another form than nearly all texts have, made what they stand for.
//!
//! ```text
//! 二﹑會費﹕每年十元﹔      →    二、會費：每年十元；      small forms, as old Word texts of Hong Kong and Taiwan have them
//! ――在会议上的讲话        →    ——在会议上的讲话        the dash of newspapers
//! 〔一〕开展清洁活动        →    （一）开展清洁活动      round brackets that document sites have turned into these
//! ```
//!
//! All have three bytes, in both forms. 国发〔2023〕12号 stays, and so does the mark of a note behind a word: 见下文〔1〕。

use super::Edit;
use crate::scan::ideograph::is_ideograph;
use crate::scan::marker::is_blank;
use crate::scan::numeral;

/// The forms and what they stand for.
const FORMS: [(char, char); 11] = [
    ('﹐', '，'),
    ('﹑', '、'),
    ('﹒', '．'),
    ('﹔', '；'),
    ('﹕', '：'),
    ('︰', '：'),
    ('﹖', '？'),
    ('﹗', '！'),
    ('﹙', '（'),
    ('﹚', '）'),
    ('―', '—'),
];
/// The bytes that they begin with: those of the small ones alike.
const LEADS: [&[u8]; 3] = [&[0xEF, 0xB9], "︰".as_bytes(), "―".as_bytes()];

/// Brackets that round ones were turned into.
const SHELLS: [(&str, char); 2] = [("〔", '〕'), ("﹝", '﹞')];
/// The largest number in such a bracket: larger ones are years.
const MOST: u32 = 99;

/// A sign in its usual form.
pub(crate) fn usual_form(sign: char) -> char {
    FORMS.iter().find(|(form, _)| *form == sign).map_or(sign, |&(_, usual)| usual)
}

/// Makes all signs of a text that have another form what they stand for.
pub(super) fn plain(text: &str, edits: &mut Vec<Edit>) {
    let bytes = text.as_bytes();
    for at in LEADS.iter().flat_map(|lead| memchr::memmem::find_iter(bytes, lead)) {
        let Some(sign) = text.get(at..).and_then(|rest| rest.chars().next()) else { continue };
        let with = usual_form(sign);
        if with != sign {
            edits.push(Edit { at, len: sign.len_utf8(), with });
        }
    }
    for (open, close) in SHELLS {
        for at in memchr::memmem::find_iter(bytes, open) {
            if let Some(end) = shell(text.get(at + open.len()..).unwrap_or(""), close) {
                edits.push(Edit { at, len: open.len(), with: '（' });
                edits.push(Edit { at: at + open.len() + end, len: close.len_utf8(), with: '）' });
            }
        }
    }
}

/// Whether a text begins with the number of an item in brackets that round ones were turned into.
pub(crate) fn begins_item(text: &str) -> bool {
    SHELLS.iter().any(|&(open, close)| text.strip_prefix(open).is_some_and(|inner| shell(inner, close).is_some()))
}

/// The length of the number that a text begins with, if a bracket closes behind it and words follow: no year of a paper, and no
/// note.
fn shell(inner: &str, close: char) -> Option<usize> {
    // Nearly all hold the year of a paper: 〔2023〕.
    if !numeral::may_begin(inner.chars().next()?) {
        return None;
    }
    let (rest, value) = numeral::chinese(inner).or_else(|_| numeral::arabic(inner)).ok()?;
    let behind = rest.strip_prefix(close)?;
    let words = behind.trim_start_matches(is_blank);
    let words =
        words.starts_with(|c: char| is_ideograph(c) && c != '号' && c != '號' || matches!(c, '“' | '《' | '「'));
    (value <= MOST && words).then_some(inner.len() - rest.len())
}

#[cfg(test)]
mod tests {
    use super::super::without;
    use super::{FORMS, SHELLS};
    use crate::scan::{Scan, scan};

    #[test]
    fn the_scan_sees_each_of_them() {
        let mut found = Scan::default();
        let mut has_forms = |text: &str| {
            scan(text, &mut found);
            found.has_forms
        };
        for (form, _) in FORMS {
            assert!(has_forms(&format!("会费{form}每年")), "{form}");
        }
        for (open, close) in SHELLS {
            assert!(
                has_forms(&format!("{open}一{close}清理")) && !has_forms(&format!("{open}2023{close}1号")),
                "{open}"
            );
        }
        assert!(!has_forms("一、会费：（一）每年；"));
    }

    #[test]
    fn signs_of_other_forms_become_what_they_stand_for() {
        for (text, plain) in [
            ("一﹑會費﹕每年﹔不收﹐如何﹖好﹗見﹙甲﹚", "一、會費：每年；不收，如何？好！見（甲）"),
            ("1﹒會費︰每年――", "1．會費：每年——"),
            ("〔一〕清理沟渠。〔十二〕 《办法》﹝3﹞河道", "（一）清理沟渠。（十二） 《办法》（3）河道"),
        ] {
            assert_eq!(without(text), plain);
            assert!(crate::parse(text).document().check(text).is_ok(), "{text}");
        }
    }

    #[test]
    fn years_notes_and_other_brackets_stay() {
        for text in [
            "国发〔2023〕12号",
            "省发〔98〕5号",
            "省发〔九八〕号",
            "见下文〔1〕。",
            "见下文〔一〕，",
            "见下文〔1〕",
            "〔唐〕李白",
            "〔一）清理",
            "〔一",
            "〔",
            "〔100〕清理",
            "甲﹣乙﹪",
        ] {
            assert_eq!(without(text), text);
        }
    }
}
