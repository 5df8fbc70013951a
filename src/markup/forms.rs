//! Signs in another form than nearly all texts have, made what they stand for.
//!
//! ```text
//! 二﹑會費﹕每年十元﹔      →    二、會費：每年十元；      small forms, as old Word texts of Hong Kong and Taiwan have them
//! 每年十元｡             →    每年十元。             of half width
//! ――在会议上的讲话        →    ——在会议上的讲话        the dash of newspapers
//! 〔一〕开展清洁活动        →    （一）开展清洁活动      round brackets that document sites have turned into these
//! 〈一〉活動目的 [一]目的   →    （一）活動目的 (一)目的  or that are set for them, as in Taiwan
//! 一丶工作目标              →    一、工作目标            the stroke that input methods offer for 、
//! ⼀、⽬标                  →    一、目标              radicals that stand for ideographs in text out of a PDF
//! —、工作目标 （－）宣传    →    一、工作目标 （一）宣传  a dash typed, or read from a scan, for 一
//! 建成书屋．每年更换．      →    建成书屋。每年更换。    the full stop of papers on science (GB/T 15834—1995), where there is no other
//! ```
//!
//! All have three bytes, in both forms. 国发〔2023〕12号 stays, and so does the mark of a note behind a word: 见下文〔1〕。

use super::Edit;
use crate::scan::ideograph::is_ideograph;
use crate::scan::marker::is_blank;
use crate::scan::numeral;

/// The forms and what they stand for.
const FORMS: [(char, char); 14] = [
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
    ('｡', '。'),
    ('､', '、'),
    ('丶', '、'),
];
/// The bytes that they begin with: those of the small ones alike.
const LEADS: [&[u8]; 6] =
    [&[0xEF, 0xB9], "︰".as_bytes(), "―".as_bytes(), "｡".as_bytes(), "､".as_bytes(), STROKE.as_bytes()];
/// The one of them that is an ideograph, which the scan does not see.
const STROKE: &str = "丶";

/// Radicals of Unicode (U+2F00.., U+2E80..) and the ideographs that they stand for, in their order.
const RADICALS: &str = "\
    ⺇几⺌小⺍小⺗心⺜日⺝月⺟母⺠民⺧牛⺩王⺫目⺬示⺮竹⺳网⺴网⺵网⺶羊⺷羊⺸羊⺼肉⻁虎⻄西⻅见⻆角⻇角⻉贝⻊足⻋车⻑長⻓长⻔门⻗雨⻘青⻙韦⻚页⻛风⻜飞⻝食\
    ⻞食⻡首⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻫斉⻬齐⻭歯⻮齿⻯竜⻰龙⻱龜⻲亀⻳龟⼀一⼁丨⼂丶⼃丿⼄乙⼅亅⼆二⼇亠⼈人⼉儿⼊入⼋八⼌冂⼍冖⼎冫⼏几⼐凵⼑刀⼒力\
    ⼓勹⼔匕⼕匚⼖匸⼗十⼘卜⼙卩⼚厂⼛厶⼜又⼝口⼞囗⼟土⼠士⼡夂⼢夊⼣夕⼤大⼥女⼦子⼧宀⼨寸⼩小⼪尢⼫尸⼬屮⼭山⼮巛⼯工⼰己⼱巾⼲干⼳幺⼴广⼵廴⼶廾⼷弋⼸弓\
    ⼹彐⼺彡⼻彳⼼心⼽戈⼾戶⼿手⽀支⽁攴⽂文⽃斗⽄斤⽅方⽆无⽇日⽈曰⽉月⽊木⽋欠⽌止⽍歹⽎殳⽏毋⽐比⽑毛⽒氏⽓气⽔水⽕火⽖爪⽗父⽘爻⽙爿⽚片⽛牙⽜牛⽝犬⽞玄\
    ⽟玉⽠瓜⽡瓦⽢甘⽣生⽤用⽥田⽦疋⽧疒⽨癶⽩白⽪皮⽫皿⽬目⽭矛⽮矢⽯石⽰示⽱禸⽲禾⽳穴⽴立⽵竹⽶米⽷糸⽸缶⽹网⽺羊⽻羽⽼老⽽而⽾耒⽿耳⾀聿⾁肉⾂臣⾃自⾄至\
    ⾅臼⾆舌⾇舛⾈舟⾉艮⾊色⾋艸⾌虍⾍虫⾎血⾏行⾐衣⾑襾⾒見⾓角⾔言⾕谷⾖豆⾗豕⾘豸⾙貝⾚赤⾛走⾜足⾝身⾞車⾟辛⾠辰⾡辵⾢邑⾣酉⾤釆⾥里⾦金⾧長⾨門⾩阜⾪隶\
    ⾫隹⾬雨⾭靑⾮非⾯面⾰革⾱韋⾲韭⾳音⾴頁⾵風⾶飛⾷食⾸首⾹香⾺馬⾻骨⾼高⾽髟⾾鬥⾿鬯⿀鬲⿁鬼⿂魚⿃鳥⿄鹵⿅鹿⿆麥⿇麻⿈黃⿉黍⿊黑⿋黹⿌黽⿍鼎⿎鼓⿏鼠⿐鼻\
    ⿑齊⿒齒⿓龍⿔龜⿕龠";
/// The bytes that they begin with.
const RADICAL: u8 = 0xE2;

/// Dashes that may stand for 一.
const DASHES: [&str; 3] = ["—", "－", "─"];

/// Brackets that round ones were turned into, or that are set for them.
const SHELLS: [(&str, char); 6] = [("〔", '〕'), ("﹝", '﹞'), ("〈", '〉'), ("〖", '〗'), ("<", '>'), (SQUARE, ']')];
/// The one of them that the scan does not see. A number in figures in it is read as it is.
const SQUARE: &str = "[";
/// A line break that the scan does not see; [`breaks`](super::breaks) makes it one that it sees.
const NEXT_LINE: &str = "\u{85}";
/// The full stop that is a dot, and the fewest at the beginning of a text.
const DOT: &str = "．";
const FEWEST: usize = 2;
/// The largest number in such a bracket: larger ones are years.
const MOST: u32 = 99;

/// A sign in its usual form.
pub(crate) fn usual_form(sign: char) -> char {
    FORMS.iter().find(|(form, _)| *form == sign).map_or(sign, |&(_, usual)| usual)
}

/// The ideograph that a radical at the beginning of these bytes stands for.
fn ideograph(bytes: &[u8]) -> Option<char> {
    let (pairs, _) = RADICALS.as_bytes().as_chunks::<6>();
    let radical = bytes.first_chunk::<3>().filter(|radical| matches!(radical, [RADICAL, 0xBA..=0xBF, _]))?;
    // Bytes are ordered as characters are.
    let found = pairs.binary_search_by(|pair| pair.first_chunk::<3>().cmp(&Some(radical))).ok()?;
    RADICALS.get(6 * found + 3..)?.chars().next()
}

/// A marker with 、 and 一, where another character was typed for one of them.
pub(crate) fn usual_marker(marker: &str) -> Option<String> {
    let dash = |c: char| DASHES.iter().any(|dash| dash.starts_with(c));
    let usual = |c: char| {
        if STROKE.starts_with(c) {
            '、'
        } else if dash(c) {
            '一'
        } else {
            c
        }
    };
    let plain: String = marker.chars().map(usual).collect();
    (plain != marker).then_some(plain)
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
    for at in memchr::memchr_iter(RADICAL, bytes) {
        if let Some(with) = ideograph(bytes.get(at..).unwrap_or(&[])) {
            edits.push(Edit { at, len: with.len_utf8(), with });
        }
    }
    if ends_with_dots(super::head(text, super::EARLY)) {
        edits.extend(dots(text).map(|at| Edit { at, len: DOT.len(), with: '。' }));
    }
    // A list goes on with 二 in brackets.
    let goes_on = ["（二）", "(二)"].iter().any(|two| memchr::memmem::find(bytes, two.as_bytes()).is_some());
    for dash in DASHES {
        for at in memchr::memmem::find_iter(bytes, dash) {
            let (head, rest) = (text.get(..at).unwrap_or(""), text.get(at + dash.len()..).unwrap_or(""));
            if is_one(head, rest, goes_on) {
                edits.push(Edit { at, len: dash.len(), with: '一' });
            }
        }
    }
    for (open, close) in SHELLS {
        for at in memchr::memmem::find_iter(bytes, open) {
            if let Some(end) = text.get(at..).and_then(|rest| item(rest, open, close)) {
                let round = if open.len() == 1 { ['(', ')'] } else { ['（', '）'] };
                edits.push(Edit { at, len: open.len(), with: round[0] });
                edits.push(Edit { at: at + end, len: close.len_utf8(), with: round[1] });
            }
        }
    }
}

/// Whether sentences end with dots at the beginning of a text, and none with another full stop.
fn ends_with_dots(head: &str) -> bool {
    dots(head).nth(FEWEST - 1).is_some() && !head.contains('。')
}

/// Dots behind words: neither of a number nor of a marker.
fn dots(text: &str) -> impl Iterator<Item = usize> {
    let stands_behind_word = |&at: &usize| {
        let before = text.get(..at).and_then(|head| head.chars().next_back());
        before.is_some_and(|c| matches!(c, '）' | '”' | '》') || is_ideograph(c) && !numeral::may_begin(c))
    };
    memchr::memmem::find_iter(text.as_bytes(), DOT).filter(stands_behind_word)
}

/// Whether a text shows at its beginning that it has 丶 for 、, [一] for （一）, dots for full stops or the line breaks of other systems;
/// the other forms the scan sees.
pub(super) fn shows_at_once(head: &str) -> bool {
    let item = |at: usize| head.get(at..).is_some_and(begins_item);
    memchr::memmem::find(head.as_bytes(), STROKE.as_bytes()).is_some()
        || memchr::memmem::find_iter(head.as_bytes(), SQUARE).any(item)
        || memchr::memmem::find(head.as_bytes(), NEXT_LINE.as_bytes()).is_some()
        || ends_with_dots(head)
}

/// Whether a dash between these stands for the number 1: 、or a bracket closes behind it. `goes_on`: 二 stands in brackets somewhere.
fn is_one(head: &str, rest: &str, goes_on: bool) -> bool {
    // The bonds of chemistry: R—、R′—、
    let is_word = |c: char| c.is_ascii_alphanumeric() || DASHES.iter().any(|dash| dash.starts_with(c));
    rest.starts_with('、') && !head.ends_with(is_word)
        || goes_on && rest.starts_with(['）', ')']) && head.ends_with(['（', '('])
}

/// Whether a dash begins this that may stand for 一.
pub(crate) fn begins_with_dash(text: &[u8]) -> bool {
    DASHES.iter().any(|dash| text.starts_with(dash.as_bytes()))
}

/// Whether a text begins with the number of an item in brackets that stand for round ones.
pub(crate) fn begins_item(text: &str) -> bool {
    SHELLS.iter().any(|&(open, close)| item(text, open, close).is_some())
}

/// Where the bracket closes that a text begins with, if it does so behind the number of an item.
fn item(text: &str, open: &str, close: char) -> Option<usize> {
    let inner =
        text.strip_prefix(open).filter(|inner| open != SQUARE || !inner.starts_with(|c: char| c.is_ascii_digit()))?;
    Some(open.len() + shell(inner, close)?)
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
    use super::{DASHES, FORMS, RADICALS, SHELLS, SQUARE, STROKE};
    use crate::scan::{Scan, scan};

    #[test]
    fn the_scan_sees_each_of_them() {
        let mut found = Scan::default();
        let mut has_forms = |text: &str| {
            scan(text, &mut found);
            found.has_forms
        };
        // Where one of half width stands the other does.
        for (form, _) in FORMS.iter().filter(|&&(form, _)| !STROKE.starts_with(form) && form != '､') {
            assert!(has_forms(&format!("会费{form}每年")), "{form}");
        }
        let radicals: Vec<char> = RADICALS.chars().step_by(2).collect();
        assert!(radicals.is_sorted() && radicals.iter().all(|radical| has_forms(&format!("会费{radical}每年"))));
        for dash in DASHES {
            assert!(has_forms(&format!("{dash}、目标")) && has_forms(&format!("（{dash}）目标")), "{dash}");
        }
        for (open, close) in SHELLS.into_iter().filter(|&(open, _)| open != SQUARE) {
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
            ("一､会费｡二､会址｡", "一、会费。二、会址。"),
            ("一丶目标二丶桥丶路", "一、目标二、桥、路"),
            ("⼀、⽬标⼆、⼈⺠……①", "一、目标二、人民……①"),
            (
                "—、目标。二、措施（－）建库。（二）修路。十─、验收",
                "一、目标。二、措施（一）建库。（二）修路。十一、验收",
            ),
            ("〈一〉目的〈二〉對象〖三〗時間<四>地點[五]人員", "（一）目的（二）對象（三）時間(四)地點(五)人員"),
            (
                "目标．建成书屋（三座）．投入3．5元．一．措施”．1．配书．",
                "目标。建成书屋（三座）。投入3．5元。一．措施”。1．配书。",
            ),
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
            "约翰．史密斯的书屋",
            "目标．建成书屋．每年更换。",
            "一．目标二．措施1．建库2．修路",
            "R—、CH3－、",
            "[1]甲[2012]乙、见[一]、〈出師表〉、<1>",
            "——、甲（—）乙－丙",
        ] {
            assert_eq!(without(text), text);
        }
    }
}
