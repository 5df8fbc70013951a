//! A marker that stands where a number is wanted, but so mistyped that it is no section.
//!
//! ```text
//! 二、落实。⏎三。督查。          三。   the wrong sign; fix: 三、
//! 二、落实。⏎第三、督查。⏎四、   第三、 the same, where the list goes on behind it
//! 第二条 …⏎第3条 …⏎第四条 …      第3条  numerals of two kinds; fix: 第三条
//! 第二条 …⏎第三 …                第三   has lost its 条; so 三条 its 第, 第条 its number
//! ```
//!
//! Only the number that is wanted is one of these: elsewhere `三。` may be the end of a sentence.

use super::elsewhere::is_blank_or_break;
use super::view::{Item, View};
use super::{Report, numeral};
use crate::diagnostic::Finding;
use crate::scan::marker::is_blank;
use crate::scan::numeral::{arabic, chinese};
use crate::{Code, Form, Number, Numeral, Span, Unit};

/// What was found instead of the marker that is wanted.
pub(super) struct Mistyped {
    code: Code,
    pub(super) span: Span,
    pub(super) number: Number,
    expected: String,
    fix: (Span, String),
}

impl Mistyped {
    pub(super) fn say(self, view: &View<'_>, report: &mut Report<'_>) {
        let Self { code, span, expected, fix, .. } = self;
        let found = Some(view.parsed.text_of(span).to_owned());
        report(
            code,
            Finding { span, related: None, expected: Some(expected), found, fix: Some(fix), ..Finding::default() },
        );
    }
}

/// Where a marker is looked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Where {
    /// Before a member whose number says that one is left out.
    Before,
    /// Behind the last member, where none need follow.
    Behind,
}

/// A place that a marker may begin at: the text from there on, its offset in the whole text, and whether a line begins there
/// and not only a sentence.
#[derive(Clone, Copy)]
struct Place<'t> {
    rest: &'t str,
    at: usize,
    line: bool,
}

/// Looks for the number that is wanted in this piece of the text. `like` is a member of the list. Behind the last member a number
/// with a wrong sign may be one too high as well: two slips at one place.
pub(super) fn find(view: &View<'_>, like: &Item<'_>, wanted: Number, piece: Span, side: Where) -> Option<Mistyped> {
    let style = like.style();
    let right = numeral::renumbered(view.marker(like), style, wanted).filter(|_| wanted.len() == 1)?;
    match style.form {
        Form::Dun | Form::Dot => signed(view, like, wanted.first(), piece, side),
        Form::Unit(unit) => {
            let behind = view.parsed.text().get(like.section.marker.span.end as usize..);
            let spaced = behind.is_none_or(|behind| behind.starts_with(is_blank_or_break));
            let like = Ordinal { unit, numeral: style.numeral, spaced, right: &right };
            places(view, piece).find_map(|place| like.read(place, wanted.first()))
        }
        _ => None,
    }
}

/// The beginnings of lines and sentences.
fn places<'t>(view: &'t View<'_>, piece: Span) -> impl Iterator<Item = Place<'t>> {
    let text = view.parsed.text_of(piece);
    let first = (piece.start == 0).then_some((0, true));
    let others = text
        .char_indices()
        .filter(|(_, sign)| matches!(sign, '\n' | '\r' | '。'))
        .map(|(at, sign)| (at + sign.len_utf8(), sign != '。'));
    first.into_iter().chain(others).filter_map(move |(at, line)| {
        let rest = text.get(at..)?;
        let indent = rest.len() - rest.trim_start_matches(is_blank).len();
        Some(Place { rest: rest.get(indent..)?, at: piece.start as usize + at + indent, line })
    })
}

/// A number with another sign than its list has. The first number with a sign decides: behind `一；` and `二；` a `三；` goes on
/// with these.
fn signed(view: &View<'_>, like: &Item<'_>, wanted: u32, piece: Span, side: Where) -> Option<Mistyped> {
    if view.marker(like).ends_with(char::is_alphanumeric) {
        return None; // its own sign is lost
    }
    let is_chinese = match like.style().numeral {
        Numeral::Chinese => true,
        Numeral::Arabic => false,
        _ => return None,
    };
    for Place { rest, at, line } in places(view, piece) {
        let own = rest.strip_prefix(['第', '（', '(']).filter(|_| is_chinese && side == Where::Before);
        let prefix = rest.len() - own.unwrap_or(rest).len();
        let Some((behind, value)) = ordinal(own.unwrap_or(rest), is_chinese) else { continue };
        let Some(found) = behind.chars().next() else { continue };
        let end = rest.len() - behind.len() + found.len_utf8();
        let Some(text) = rest.get(end..).map(|text| text.trim_start_matches(is_blank)) else { continue };
        // 2.5亿元, 3：00; a lone numeral ends a line.
        if text.starts_with(|c: char| c.is_ascii_digit() || matches!(c, '\n' | '\r')) || text.is_empty() {
            continue;
        }
        let known = view.items.binary_search_by_key(&at, |item| item.section.marker.span.start as usize).is_ok();
        if prefix == 0 && known {
            continue;
        }
        let wrong = match found {
            '。' | '，' | ',' | '：' | ':' | '；' | ';' => true,
            '.' | '．' => is_chinese,
            '、' => prefix > 0,
            _ => false,
        };
        if !wrong {
            continue;
        }
        let number = Number::new(&[value])?;
        let right = numeral::renumbered(view.marker(like), like.style(), number)?;
        let fits = value == wanted || side == Where::Behind && value == wanted + 1;
        if !fits || prefix > 0 && !line || rest.starts_with(&right) {
            return None;
        }
        let span = Span::new(offset(at)?, offset(at + end)?);
        let fix = (span, right.clone());
        return Some(Mistyped { code: Code::WrongDelimiter, span, number, expected: right, fix });
    }
    None
}

/// How a list writes 第三条 or 第三章.
struct Ordinal<'r> {
    unit: Unit,
    numeral: Numeral,
    /// A blank stands behind it.
    spaced: bool,
    /// With the number that is wanted.
    right: &'r str,
}

impl Ordinal<'_> {
    fn read(&self, place: Place<'_>, wanted: u32) -> Option<Mistyped> {
        let inner = self.right.strip_prefix('第')?;
        let (unit, _) = self.own(inner)?;
        let number = inner.get(..inner.len() - unit.len())?;
        let unit = unit.trim_end_matches(|sign: char| !sign.is_alphanumeric());
        let right = self.right.get(..'第'.len_utf8() + number.len() + unit.len())?;
        let Place { rest, at, line } = place;
        let spaced = |rest: &str| rest.starts_with(is_blank);
        let span = |from: usize, to: usize| Some(Span::new(offset(at + from)?, offset(at + to)?));
        let lost = |to: usize, word: &str, gap: usize| {
            let fix = (Span::empty(offset(at + gap)?), word.to_owned());
            let number = Number::new(&[wanted])?;
            Some(Mistyped { code: Code::LostDelimiter, span: span(0, to)?, number, expected: word.to_owned(), fix })
        };
        let is_article = self.unit == Unit::Article;
        let Some(behind) = rest.strip_prefix('第') else {
            // 三条 …
            let (behind, value) = self.own(rest).filter(|_| is_article && line)?;
            let text = behind.strip_prefix(unit).filter(|text| spaced(text) && value == wanted)?;
            return lost(rest.len() - text.len(), "第", 0);
        };
        if let Some(text) = behind.strip_prefix(unit).filter(|text| is_article && line && spaced(text)) {
            return lost(rest.len() - text.len(), number, '第'.len_utf8());
        }
        if let Some((text, _)) = self.own(behind).filter(|(_, value)| *value == wanted) {
            let end = rest.len() - text.len();
            return if is_article && line && spaced(text) { lost(end, unit, end) } else { None };
        }
        let (text, _) = self.other(behind).filter(|(_, value)| *value == wanted)?;
        let text = text.strip_prefix(unit).filter(|text| spaced(text) || line && !self.spaced)?;
        let span = span(0, rest.len() - text.len())?;
        let fix = (span, right.to_owned());
        let number = Number::new(&[wanted])?;
        Some(Mistyped { code: Code::MixedNumeral, span, number, expected: right.to_owned(), fix })
    }

    /// A number in the numerals of the list.
    fn own<'t>(&self, text: &'t str) -> Option<(&'t str, u32)> {
        ordinal(text, self.numeral != Numeral::Arabic)
    }

    /// A number in the other numerals.
    fn other<'t>(&self, text: &'t str) -> Option<(&'t str, u32)> {
        ordinal(text, self.numeral == Numeral::Arabic)
    }
}

fn ordinal(text: &str, is_chinese: bool) -> Option<(&str, u32)> {
    if is_chinese { chinese(text).ok() } else { arabic(text).ok() }
}

fn offset(at: usize) -> Option<u32> {
    u32::try_from(at).ok()
}

#[cfg(test)]
mod tests {
    use crate::{Code, parse};

    /// Found and mended, of all that is said about numbers and signs.
    fn said(text: &str) -> Vec<(Code, String, String)> {
        let diagnostics = parse(text).lint().into_iter().filter(|it| it.code != Code::SingleItem);
        let fixed = |it: crate::Diagnostic| it.fix.map(|fix| fix.replacement).unwrap_or_default();
        diagnostics.map(|it| (it.code, it.found.clone().unwrap(), fixed(it))).collect()
    }

    fn one(code: Code, found: &str, fix: &str) -> Vec<(Code, String, String)> {
        vec![(code, found.to_owned(), fix.to_owned())]
    }

    #[test]
    fn a_sign_that_is_wrong() {
        for (code, third, found, fix) in [
            (Code::WrongDelimiter, "三。省办。每月调度。", "三。", "三、"),
            (Code::WrongDelimiter, "三；省办。每月调度。", "三；", "三、"),
        ] {
            let text = format!("工作要点\n一、快办。每月调度。\n二、好办。每月调度。\n{third}\n");
            assert_eq!(said(&text), one(code, found, fix), "{text}");
            let text = format!("{text}四、细办。每月调度。\n");
            assert!(said(&text).contains(&one(code, found, fix)[0]), "{text}");
        }
        let text = "工作要点\n一、快办。每月调度。二、好办。每月调度。三。省办。每月调度。";
        assert_eq!(said(text), one(Code::WrongDelimiter, "三。", "三、"));
        let text = "工作要点\n一、快办。每月调度。二、好办。每月调度。四。省办。每月调度。";
        assert_eq!(said(text), one(Code::WrongDelimiter, "四。", "四、"));
        let text = "工作要点\n一、快办。每月调度。\n二、好办。每月调度。\n第三、省办。每月调度。\n四、细办。每月调度。";
        assert_eq!(said(text), one(Code::WrongDelimiter, "第三、", "三、"));
        let text = "工作要点\n一。快办。每月调度。\n二、好办。每月调度。\n三、省办。每月调度。";
        assert_eq!(said(text), one(Code::WrongDelimiter, "一。", "一、"));
    }

    #[test]
    fn what_is_no_marker_of_the_list() {
        for tail in [
            "三年内完成。",
            "三。",
            "五。省办。每月调度。",
            "一；摸底。二；整改。三；验收。",
            "3：省办。每月调度。",
            "第三，省办。每月调度。",
        ] {
            let text = format!("工作要点\n一、快办。每月调度。\n二、好办。每月调度。\n{tail}\n");
            assert!(said(&text).iter().all(|(code, ..)| *code != Code::WrongDelimiter), "{text}");
        }
        let text = "工作要点\n1.快办。每月调度。\n2.好办。每月调度。\n3：00开会。\n";
        assert!(said(text).iter().all(|(code, ..)| *code != Code::WrongDelimiter));
    }

    #[test]
    fn articles() {
        for (code, third, found, fix) in [
            (Code::LostDelimiter, "第三 本办法由市水利局解释。", "第三", "条"),
            (Code::LostDelimiter, "三条 本办法由市水利局解释。", "三条", "第"),
            (Code::LostDelimiter, "第条 本办法由市水利局解释。", "第条", "三"),
            (Code::MixedNumeral, "第3条 本办法由市水利局解释。", "第3条", "第三条"),
        ] {
            let text = format!("采砂办法\n第一条 为了管理采砂，制定本办法。\n第二条 采砂应当取得许可。\n{third}\n");
            assert_eq!(said(&text), one(code, found, fix), "{text}");
            let text = format!("{text}第四条 本办法自公布之日起施行。\n");
            assert_eq!(said(&text), one(code, found, fix), "{text}");
        }
        let text = "采砂办法\n第一条 为了管理采砂，制定本办法。\n第二条 采砂应当取得许可：\n三条河流除外。\n第3条规定的除外。\n";
        assert!(said(text).iter().all(|(code, ..)| *code == Code::DanglingReference));
    }
}
