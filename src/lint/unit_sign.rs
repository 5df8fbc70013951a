//! A sign behind 第五条 where the others have none, or another.
//!
//! ```text
//! 第四条 …⏎第五条、 …⏎第六条 …       第五条、 fix: 第五条
//! ```

use super::Report;
use super::view::{Item, View};
use crate::diagnostic::Finding;
use crate::scan::marker::is_blank;
use crate::{Code, Form, Span};

/// A list shorter than this has no custom.
const SHORTEST: usize = 3;

pub(super) fn check(view: &View<'_>, report: &mut Report<'_>) {
    for series in &view.series {
        let members: Vec<&Item<'_>> = view.members(series).collect();
        let is_unit = members.first().is_some_and(|first| matches!(first.style().form, Form::Unit(_)));
        if !is_unit || members.len() < SHORTEST {
            continue;
        }
        let bare = members.iter().filter(|item| sign(view, item).is_none()).count();
        // Two of three, as few as they are; where most have a sign, it is not for this check to choose one.
        if bare * 3 < members.len() * 2 || bare == members.len() {
            continue;
        }
        let custom = members.iter().find(|item| sign(view, item).is_none());
        let blank = custom.and_then(|item| behind(view, item).chars().next()).filter(|&sign| is_blank(sign));
        for item in members {
            let Some(signed) = sign(view, item) else { continue };
            let found = view.parsed.text_of(signed);
            let expected = found.trim_end_matches(|sign: char| !sign.is_alphanumeric()).to_owned();
            let text = view.parsed.text().get(signed.end as usize..).unwrap_or_default();
            let parted = blank.filter(|_| !text.starts_with(is_blank)).map(String::from).unwrap_or_default();
            let fix = Some((signed, format!("{expected}{parted}")));
            let (expected, found) = (Some(expected), Some(found.to_owned()));
            report(
                Code::MixedDelimiter,
                Finding { span: signed, related: None, expected, found, fix, ..Finding::default() },
            );
        }
    }
}

fn behind<'p>(view: &View<'p>, item: &Item<'_>) -> &'p str {
    view.parsed.text().get(item.section.marker.span.end as usize..).unwrap_or_default()
}

/// The marker with the sign that it ends with, or that stands right behind it.
fn sign(view: &View<'_>, item: &Item<'_>) -> Option<Span> {
    let span = item.section.marker.span;
    if view.marker(item).ends_with(|sign: char| !sign.is_alphanumeric()) {
        return Some(span);
    }
    let next =
        behind(view, item).chars().next().filter(|sign| matches!(sign, '、' | '：' | ':' | '．' | '.' | '，'))?;
    Some(Span::new(span.start, span.end + u32::try_from(next.len_utf8()).ok()?))
}

#[cfg(test)]
mod tests {
    use crate::{Code, apply_fixes, parse};

    fn mended(text: &str) -> String {
        let signs: Vec<_> = parse(text).lint().into_iter().filter(|it| it.code == Code::MixedDelimiter).collect();
        apply_fixes(text, &signs)
    }

    #[test]
    fn one_sign_among_bare_ones() {
        let right = "采砂办法\n第一条 管理采砂。\n第二条 禁止滥采。\n第三条 发放许可。\n第四条 公布后施行。\n";
        assert_eq!(mended(right), right);
        for sign in ["、", "：", "、 ", "： "] {
            assert_eq!(mended(&right.replace("第三条 ", &format!("第三条{sign}"))), right, "{sign}");
        }
        let signed = right.replace("条 ", "条：");
        assert_eq!(mended(&signed), signed);
        let half = right.replace("第三条 ", "第三条：").replace("第四条 ", "第四条：");
        assert_eq!(mended(&half), half);
    }
}
