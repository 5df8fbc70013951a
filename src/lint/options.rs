//! By which rules a text is judged: [`Profile`], chosen by the text or by [`LintOptions`].

use crate::{Code, Form, Message, Numeral, Parsed, Style, Unit};

/// How a text is to be checked.
///
/// ```
/// use gangmu::{LintOptions, Profile};
/// let parsed = gangmu::parse("一、目标。1、快。2、好。二、任务。");
/// let said = parsed.lint_with(&LintOptions::new().profile(Profile::Taiwan));
/// assert!(said.is_empty());
///
/// use gangmu::Code;
/// let parsed = gangmu::parse("一、目标。1快。2.好。3.省。三、任务。");
/// let said = parsed.lint_with(&LintOptions::new().only(&[Code::Gap]));
/// assert!(said.iter().all(|it| it.code == Code::Gap) && !said.is_empty());
/// let said = parsed.lint_with(&LintOptions::new().ignore(&[Code::Gap]));
/// assert!(said.iter().all(|it| it.code != Code::Gap) && !said.is_empty());
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct LintOptions {
    pub(super) profile: Option<Profile>,
    /// The codes that are not reported, a bit each.
    ignored: u64,
}

impl LintOptions {
    /// The profile is chosen by the text, and all codes are reported.
    #[must_use]
    pub const fn new() -> Self {
        Self { profile: None, ignored: 0 }
    }

    /// The rules to judge by. Chosen by the text unless said otherwise.
    #[must_use]
    pub const fn profile(mut self, profile: Profile) -> Self {
        self.profile = Some(profile);
        self
    }

    /// Does not report these codes, nor mend what they are about.
    #[must_use]
    pub fn ignore(mut self, codes: &[Code]) -> Self {
        self.ignored |= bits(codes);
        self
    }

    /// Reports and mends these codes alone.
    #[must_use]
    pub fn only(mut self, codes: &[Code]) -> Self {
        self.ignored |= !bits(codes);
        self
    }

    /// Whether a code is reported.
    pub(super) fn reports(&self, code: Code) -> bool {
        self.ignored & bits(&[code]) == 0
    }
}

/// A bit for each of these codes; there are fewer than 64.
fn bits(codes: &[Code]) -> u64 {
    codes.iter().fold(0, |bits, code| bits | 1 << (*code as u32))
}

/// The rules of numbering a text is judged by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub enum Profile {
    /// GB/T 9704-2012 and GB/T 15834-2011 B.3: 一、（一）1.（1）①
    Gb9704,
    /// 立法法: 编章节条（款）项目, 条 running on through the whole text.
    Statute,
    /// GB/T 1.1: 1, 1.1, 1.1.1, a), 1)
    Standard,
    /// 文書處理手冊: 壹、一、（一）1、（1）
    Taiwan,
    /// Only what is wrong by any rule.
    None,
}

impl Profile {
    /// All profiles.
    pub const ALL: [Self; 5] = [Self::Gb9704, Self::Statute, Self::Standard, Self::Taiwan, Self::None];

    /// The name, in lower case: `gb9704`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Gb9704 => "gb9704",
            Self::Statute => "statute",
            Self::Standard => "standard",
            Self::Taiwan => "taiwan",
            Self::None => "none",
        }
    }

    /// The profile of this name.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|profile| profile.name() == name)
    }

    /// How deep a style lies by the profile's ladder; `None` for what is not on it.
    pub(super) const fn rung(self, style: Style) -> Option<u8> {
        use Numeral::{Arabic, Chinese, Formal, Stem};
        Some(match (self, style.form, style.numeral) {
            (Self::Gb9704, Form::Dun, Chinese) => 1,
            (Self::Gb9704, Form::Brackets, Chinese) => 2,
            (Self::Gb9704, Form::Dot, Arabic) => 3,
            (Self::Gb9704, Form::Brackets, Arabic) => 4,
            (Self::Gb9704, Form::Enclosed, Arabic) => 5,
            (Self::Statute, Form::Unit(Unit::Book), _) => 1,
            (Self::Statute, Form::Unit(Unit::SubBook), _) => 2,
            (Self::Statute, Form::Unit(Unit::Chapter), _) => 3,
            (Self::Statute, Form::Unit(Unit::Jie), _) => 4,
            (Self::Statute, Form::Unit(Unit::Article), _) => 5,
            (Self::Statute, Form::Brackets, Chinese) => 6,
            (Self::Statute, Form::Dot, Arabic) => 7,
            (Self::Standard, Form::Decimal, _) => style.parts,
            (Self::Taiwan, Form::Dun, Formal) => 1,
            (Self::Taiwan, Form::Dun, Chinese) => 2,
            (Self::Taiwan, Form::Brackets, Chinese) => 3,
            (Self::Taiwan, Form::Dot, Arabic) => 4,
            (Self::Taiwan, Form::Brackets, Arabic) => 5,
            (Self::Taiwan, Form::Dun, Stem) => 6,
            (Self::Taiwan, Form::Brackets, Stem) => 7,
            _ => return None,
        })
    }
}

/// Characters of the traditional script that are frequent in official texts and have another form in
/// the simplified one.
const TRADITIONAL: &str =
    "與為學國會應於關業務規條項辦實計機構準發設證區產營員統審經體環請據處標類對個時間後長來開進動現過還這種縣總";

/// Of this many characters of the text the script is told.
const SAMPLE: usize = 4_000;

/// The share of such characters, one in this many, from which a text is taken as traditional.
const SHARE: usize = 50;

/// The profile a text asks for, and why.
pub(super) fn choose(parsed: &Parsed<'_>) -> (Profile, Message) {
    let said = |profile, zh: &str, en: &str| (profile, Message { zh: zh.to_owned(), en: en.to_owned() });
    let (mut all, mut articles, mut decimals, mut formal) = (0_usize, 0_usize, 0_usize, 0_usize);
    let (mut official, mut seen) = (0_usize, false);
    for (_, section) in parsed.document().preorder() {
        let style = section.marker.style;
        all += 1;
        articles += usize::from(style.form == Form::Unit(Unit::Article));
        decimals += usize::from(style.form == Form::Decimal && style.parts > 1);
        formal += usize::from(style.form == Form::Dun && style.numeral == Numeral::Formal);
        official += usize::from(Profile::Gb9704.rung(style).is_some());
        seen |= style.form == Form::Dun && style.numeral == Numeral::Chinese;
    }
    let (mut signs, mut traditional) = (0_usize, 0_usize);
    for sign in parsed.text().chars().filter(|sign| sign.is_alphabetic()).take(SAMPLE) {
        signs += 1;
        traditional += usize::from(TRADITIONAL.contains(sign));
    }
    if articles >= 3 && articles * 4 >= all {
        said(Profile::Statute, "以第几条分条", "it is divided into 第N条")
    } else if traditional * SHARE > signs && all > 0 {
        said(Profile::Taiwan, "正文为繁体字", "it is written in the traditional script")
    } else if formal >= 2 && seen {
        said(Profile::Taiwan, "一、之上有壹、", "it has 壹、 above 一、")
    } else if decimals >= 3 && decimals * 2 >= all {
        said(Profile::Standard, "以1.1分级", "it is divided by numbers such as 1.1")
    } else if official * 2 > all {
        said(Profile::Gb9704, "多用一、（一）1.（1）", "most of its numbers are of 一、（一）1.（1）")
    } else {
        said(Profile::None, "没有一种规范的序号占多数", "no standard's numbers prevail")
    }
}

#[cfg(test)]
mod tests {
    use super::Profile;
    use crate::parse;

    #[test]
    fn the_text_chooses_and_says_why() {
        for (text, profile, reason) in [
            ("一、目标。1.快。2.好。二、任务。", Profile::Gb9704, "一、"),
            (
                "第一条 为了规范，制定本办法。\n第二条 本办法适用于本市。\n第三条 自印发之日起施行。",
                Profile::Statute,
                "第几条",
            ),
            (
                "壹、總述\n一、為辦理學務。\n二、請各縣照辦。\n貳、辦法\n一、依規定辦理。\n二、應於期限內完成。",
                Profile::Taiwan,
                "繁",
            ),
            ("今天天气很好。", Profile::None, ""),
        ] {
            let (chosen, message) = parse(text).profile();
            assert_eq!(chosen, profile, "{text}");
            assert!(message.zh.contains(reason), "{}", message.zh);
        }
    }

    #[test]
    fn names_lead_back() {
        for profile in Profile::ALL {
            assert_eq!(Profile::from_name(profile.name()), Some(profile));
        }
        assert_eq!(Profile::from_name("gb"), None);
    }
}
