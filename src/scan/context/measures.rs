//! Words that count and words and units that measure, behind a number and before a figure.
//!
//! ```text
//! 3个 2026年 12所      counted: a whole number of them, so that 1.4家 is item 1 and four of them
//! 2.3亿元 22.3% 3.6kg  measured: 2.3 is one number
//! 达到4.5个 ×1 ≥2      a figure, whatever follows
//! ```
//!
//! Each list names a class of the language and what makes another word of its characters.

use super::Beside;
use crate::scan::bytes::three_before;
use crate::scan::few::Few;
use crate::scan::marker::is_blank;
use crate::scan::numeral;

/// Whether a word that counts or measures (量词、单位) begins here, as it does behind a number: 年 个 所 %.
///
/// Many of these characters also begin words of two characters that a heading may open with (组 组织,
/// 项 项目, 分 分类): those are not meant.
pub(crate) fn is_unit(rest: &str) -> bool {
    let mut rest = rest.chars();
    rest.next().and_then(unit).is_some_and(|next| next.allows_char(rest.next().unwrap_or(' ')))
}

/// What may stand behind the first character of a word that counts or measures, if it is one.
pub(in crate::scan) const fn unit(first: char) -> Option<Beside> {
    Some(Beside::But(match first {
        '秒' | '岁' | '吨' | '亿' | '辆' | '栋' | '亩' | '倍' | '%' | '％' | '℃' | '‰' | '°' | '幅' | '株' | '瓶'
        | '杯' | '桶' | '册' | '毫' | '厘' | '斤' | '尺' | '寸' | '瓦' | '歲' | '號' | '萬' | '億' | '條' | '點'
        | '篇' | '款' | '米' | '者' | '噸' | '輛' | '棟' | '畝' | '釐' | '冊' => "",
        '元' => "旦素件宵",
        '月' => "度报季底",
        '号' => "召码",
        '万' => "一无众",
        '千' => "方",
        '百' => "姓货强",
        '届' | '屆' => "时時",
        '座' => "谈位席",
        '间' | '間' => "接距隔",
        '季' => "度节",
        '页' | '頁' => "面码碼",
        '克' => "服",
        '所' => "有在以需谓属述列指称",
        '种' | '種' => "植子苗业养粮業養糧",
        '套' => "餐取",
        '室' => "内外",
        '字' => "体号库幕典",
        '公' => return Some(Beside::Only("里斤顷分頃")),
        '课' => return Some(Beside::Only("时")),
        '学' => return Some(Beside::Only("时分")),
        '小' => return Some(Beside::Only("时")),
        '平' | '立' => return Some(Beside::Only("方米")),
        '本' => return Some(Beside::Only("书册以")),
        '年' => "度级龄终检",
        '日' => "常程照",
        '时' | '時' => "间限效間",
        '分' => "类工析级步别管解层布期阶担清",
        '周' => "边期密全",
        '天' => "然",
        '个' | '個' => "体别性體",
        '名' => "称单录师词牌",
        '位' => "置于",
        '人' => "员才民力口大事社均居文工",
        '户' | '戶' => "籍外口主",
        '项' | '項' => "目",
        '条' => "件例款文",
        '章' => "程",
        '节' => "能约日假点水电庆俭目",
        '批' => "准发评复",
        '次' => "要",
        '类' | '類' => "别型別",
        '级' | '級' => "别別",
        '层' | '層' => "级次級",
        '里' => "程",
        '台' | '臺' => "账湾风帳灣風中北南東",
        '把' => "握关控好手持住脉准",
        '口' => "岸号头腔",
        '例' => "如外会行",
        '步' => "骤伐行",
        '度' => "假",
        '点' => "面位击燃评亮赞",
        '成' => "立果员本功效绩因长人为",
        '件' => "",
        '家' => "庭长电具园校乡禽中",
        '组' | '組' => "织建成长合織長",
        '片' => "区",
        '处' | '處' => "置理罚分级室方罰級",
        '份' => "额",
        '支' => "持部出撑付援",
        '期' => "限间望末中",
        '档' => "案位次",
        '场' | '場' => "所地景馆館",
        '只' => "有能要",
        '头' => "部雁",
        '张' | '張' => "贴貼",
        '行' => "政业为动使程车李贿",
        '列' => "入支席",
        '卷' => "宗烟",
        '班' => "级子组主",
        '队' | '隊' => "伍",
        '版' => "本权面",
        '楼' | '樓' => "宇市层上下道層",
        '升' => "级学旗降国",
        '来' | '來' => "源访自信宾文函京沪穗深华",
        '路' => "面径由线灯况政网",
        _ => return None,
    }))
}

/// Whether an amount goes on behind the digits of a decimal: `2.3亿元`, `22.3%`, `1.6倍`. A thing that is
/// counted (家 座 名) is no measure, for nothing but whole numbers of it can be meant.
pub(crate) fn is_measure(rest: &str) -> bool {
    let mut rest = rest.trim_start_matches(crate::scan::marker::is_blank).chars();
    let (Some(first), next) = (rest.next(), rest.next().unwrap_or(' ')) else { return false };
    if first.is_ascii_alphabetic() {
        return is_latin_measure(rest.as_str(), first, next);
    }
    // 4.2×15
    let reckoned = matches!(first, '×' | '÷' | '=' | '＝' | '≈') && next.is_ascii_digit();
    reckoned || measure(first).is_some_and(|beside| beside.allows_char(next))
}

/// What may stand behind the first character of such an amount, if it is one. The words of two characters that a heading
/// may begin with are no measure: 成果, 分类, 升级.
pub(in crate::scan) const fn measure(first: char) -> Option<Beside> {
    Some(Beside::But(match first {
        '%' | '％' | '‰' | '℃' | '°' | '亿' | '億' | '萬' | '倍' | '吨' | '亩' | '毫' | '厘' | '岁' | '－' => {
            ""
        }
        '公' => return Some(Beside::Only("里顷斤")),
        '平' | '立' => return Some(Beside::Only("方")),
        '个' | '個' => return Some(Beside::Only("百")),
        '以' => return Some(Beside::Only("上")),
        '小' => return Some(Beside::Only("时")),
        '万' => "一无众",
        '元' => "旦素件宵",
        '千' => "方",
        '米' => "面饭",
        '克' => "服",
        '升' => "级学旗降",
        '微' => "信型观机",
        '度' => "量假",
        '级' => "别",
        '分' => "类工析级步别管解层布期阶担清包部项销公支散配",
        '成' => "立果员本功效绩因长人为品套",
        _ => return None,
    }))
}

/// Units of Latin letters that stand behind figures: 3.6kg, 2.0mm.
const LATIN_UNITS: [&str; 25] = [
    "hm", "kg", "mg", "mm", "cm", "km", "nm", "ml", "mL", "kW", "KW", "kV", "mA", "Hz", "Pa", "MB", "GB", "TB", "KB",
    "MPa", "kPa", "kWh", "MHz", "GHz", "Mbps",
];

/// Whether a unit of Latin letters begins with `first` and `next`, behind which `rest` stands, and no word of them.
fn is_latin_measure(rest: &str, first: char, next: char) -> bool {
    if !next.is_ascii_alphabetic() {
        return matches!(first, 'm' | 'g' | 'd' | 'h' | 's' | 't' | 'L' | 'V' | 'W');
    }
    let more = rest.bytes().take_while(u8::is_ascii_alphabetic).count();
    let (more, behind) = (rest.get(..more), rest.get(more..).unwrap_or(""));
    let mut units = LATIN_UNITS.iter().filter_map(|unit| unit.strip_prefix(first)?.strip_prefix(next));
    units.any(|unit| more == Some(unit)) && !((first, next) == ('G', 'B') && is_standard(behind))
}

/// Whether what stands behind GB makes it a national standard (国家标准): GB 26860, GB/T 5750, GB5749, but 2.5GB 2 块.
fn is_standard(rest: &str) -> bool {
    let number = rest.trim_start_matches(crate::scan::marker::is_blank);
    number.bytes().take_while(u8::is_ascii_digit).count() > 2 || rest.starts_with("/T") || rest.starts_with("/Z")
}

/// Whether a character stands for a figure that is not to be told: 2x万元.
pub(crate) const fn is_mask(c: char) -> bool {
    matches!(c, 'x' | 'X' | 'ｘ' | 'Ｘ')
}

/// Whether a text begins with masked figures before others, a unit or a measure, which go on with the figures before: of 3x套,
/// 2x11年, 02x-123.
pub(crate) fn is_masked_figure(rest: &str) -> bool {
    let behind = rest.trim_start_matches(is_mask);
    behind.len() < rest.len()
        && (behind.starts_with(|c: char| c == '-' || numeral::digit(c).is_some())
            || is_unit(behind)
            || is_measure(behind))
}

/// Whether the last figures of a year are masked: 20xx年, 201X年.
pub(crate) fn is_masked_year(number: u32, rest: &str) -> bool {
    let masked = rest.trim_start_matches(is_blank).chars().take_while(|&c| is_mask(c)).count();
    matches!((number, masked), (19 | 20, 2) | (190..=209, 1))
}

/// Whether a text ends with a sign that a figure follows: 量杯×1、饭勺×1, ≥2. Figures are masked with ×× as well.
pub(crate) fn ends_with_relation(before: &str) -> bool {
    before.ends_with(['=', '＝', '≥', '≤', '±', '≈']) || before.ends_with('×') && !before.ends_with("××")
}

/// Whether a text ends with a word that a figure follows: 达到, 增至, 约, 超过, 低于, 回收期, 户均.
pub(crate) fn leads_to_figure(before: &str) -> bool {
    static LAST: Few<32> = Few::of("到至达約约过超近逾于期均");
    LAST.has(three_before(before.as_bytes(), before.len()))
}
