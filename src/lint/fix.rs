//! The fixes put into the text.

use crate::{Diagnostic, LintOptions};

/// How often [`mended`] looks again. Reason: two fixes at one marker need two rounds, as `1、` in a
/// list of `（1）` does; more than three were never needed.
const MOST_ROUNDS: usize = 5;

/// The text with the fixes of these diagnostics put in. Of fixes that overlap the first is taken. A
/// fix that is not of this text is left out.
///
/// ```
/// let text = "一、目标。1快办。2.好办。3.省办。二、任务。";
/// assert_eq!(gangmu::apply_fixes(text, &gangmu::parse(text).lint()), "一、目标。1.快办。2.好办。3.省办。二、任务。");
/// ```
#[must_use]
pub fn apply_fixes(text: &str, diagnostics: &[Diagnostic]) -> String {
    let mut fixes: Vec<_> = diagnostics.iter().filter_map(|it| it.fix.as_ref()).collect();
    fixes.sort_by_key(|fix| fix.span);
    let mut fixed = String::with_capacity(text.len() + 4 * fixes.len());
    let mut from = 0;
    let mut last = None;
    for fix in fixes {
        let range = fix.span.range();
        let (Some(before), Some(_)) = (text.get(from..range.start), text.get(range.clone())) else { continue };
        // Two insertions at one place overlap as well.
        if last == Some(fix.span) {
            continue;
        }
        fixed.push_str(before);
        fixed.push_str(&fix.replacement);
        from = range.end;
        last = Some(fix.span);
    }
    fixed.push_str(text.get(from..).unwrap_or_default());
    fixed
}

/// Lints and fixes until no fix is left.
pub(crate) fn mended(text: &str, options: &LintOptions) -> String {
    let mut text = text.to_owned();
    for _ in 0..MOST_ROUNDS {
        let fixed = apply_fixes(&text, &crate::parse(&text).lint_with(options));
        if fixed == text {
            break;
        }
        text = fixed;
    }
    text
}

#[cfg(test)]
mod tests {
    use super::apply_fixes;
    use crate::diagnostic::Finding;
    use crate::{Code, Span};

    #[test]
    fn overlapping_and_foreign_fixes_are_left_out() {
        let with = |start, end, text: &str| {
            let fix = Some((Span::new(start, end), text.to_owned()));
            Finding { span: Span::new(start, end), fix, ..Finding::default() }.coded(Code::Gap)
        };
        let fixes = [with(9, 12, "丁"), with(3, 6, "甲"), with(3, 9, "乙"), with(1, 2, "丙"), with(99, 102, "戊")];
        assert_eq!(apply_fixes("一二三四五", &fixes), "一甲三丁五");
        assert_eq!(apply_fixes("一", &[with(3, 3, "。"), with(3, 3, "。")]), "一。");
    }
}
