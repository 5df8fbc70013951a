//! What headings of reports say of something: how it went, and what new was reached.
//!
//! ```text
//! （二）教师素质稳步提升｜招聘教师四十人…        a subject, an adverb, and a word without an object
//! （三）学校建设取得新进展｜东片三所村小…        a subject, and what it reached
//! ```
//!
//! Such words belong to the heading, and nothing goes on behind them: no heading ends before them or inside.

use super::{ACT, ADVERB, CLOSER, First, HAS_NO_OBJECT, NOUN, VERB, WENT_OR_GREW, beginning, is_manner, lists_of};

/// Behind a subject and one of [`ADVERBS`] these say how something went: 兜底保障更加有力. They have no object.
pub(super) const WENT: &str = "\
有力显著突破扩容增效向好增长明显凸显彰显回升回暖壮大见效过硬鲜明繁荣稳定平稳升级坚实牢固活跃有序高效提速顺利\
丰收滞后不足到位良好喜人深远完备均衡一新前列有升有进收窄下降回落缓解薄弱不力频发匮乏短缺";

/// These as well, and they may have an object: 儿童福利稳步提升.
pub(super) const GREW: &str =
    "提升改善增强完善优化推进深化加强健全夯实巩固拓展提高扩大改进恢复释放深入扎实严格突出加快加大好转转变跃升攀升";

/// What stands before [`WENT`] and [`GREW`].
pub(super) const ADVERBS: &str = "\
更加稳步持续不断明显显著日益稳中有效有序加速大幅逐步有力再上成效日趋蓬勃协同同步整体总体保持实现取得创新提质提速\
扎实全面纵深不够一步进展喜获有待亟待依然仍然较为相对严重十分非常井然焕然影响形势势头表现运行落实执行降幅平稳";

/// Verbs of [`GREW`] that mostly have an object, an adverb before them or not: 扎实推进乡村绿化.
const PUSHES: &str = "推进深化加强健全完善夯实巩固拓展";

/// Whether a heading that ends with one of [`WENT`] or [`GREW`] has a subject and an adverb before it.
#[inline(never)]
pub(super) fn says_how_it_went(head: &str) -> bool {
    let before = head.as_bytes().split_last_chunk::<6>().map(|(before, _)| before);
    before.is_some_and(|before| {
        let subject = before.split_last_chunk::<6>().map_or(&[][..], |(subject, _)| subject);
        lists_of(before.last_chunk()) & ADVERB != 0
            && lists_of(subject.last_chunk()) & ADVERB == 0
            && subject.first_chunk().is_some_and(|first| lists_of(Some(first)) & (VERB | ADVERB) == 0)
    })
}

/// Whether what begins here says of the words before how something went: 更加有力.
pub(in crate::split) fn begins_with_course(text: &str) -> bool {
    // 进一步加强
    let further = text.strip_prefix('进').filter(|rest| rest.starts_with("一步"));
    let text = further.unwrap_or(text);
    let Some((adverb, rest)) = text.as_bytes().split_first_chunk::<6>() else { return false };
    let word = || lists_of(rest.first_chunk());
    // 项目建设｜扎实推进近年来…
    let behind = || text.get(12..).unwrap_or("");
    // 农村改革｜持续深化。, 作用｜更加突出认真落实…, 队伍素质｜稳步提升招聘…, but 服务水平｜持续提升工作… and 水利建设｜扎实推进乡村….
    let ends = || {
        let behind = behind();
        let lists = lists_of(behind.as_bytes().first_chunk());
        let pushes = further.is_none()
            && rest.first_chunk().is_some_and(|verb| PUSHES.as_bytes().as_chunks::<6>().0.contains(verb));
        behind.starts_with(['。', '，', '；'])
            || behind.starts_with("认真")
            || beginning(behind, ' ') == First::Opener
            || if pushes {
                lists & (VERB | NOUN | CLOSER) == VERB
            } else {
                lists & (NOUN | CLOSER) == 0 || lists & (VERB | ACT) != 0
            }
    };
    let is_adverb = lists_of(Some(adverb)) & ADVERB != 0;
    is_adverb && (word() & HAS_NO_OBJECT != 0 || word() & WENT_OR_GREW != 0 && ends())
        // 服务模式｜积极探索。
        || behind().starts_with('。') && (is_adverb || is_manner(adverb))
}

/// Whether an adverb stands before a place that belongs to the word behind it: 步伐明显｜加快, but not 保障更加有力｜提升….
pub(in crate::split) fn is_inside_course(head: &str, rest: &str) -> bool {
    // 新成效｜加快建设…: a noun.
    lists_of(head.as_bytes().last_chunk()) & (ADVERB | NOUN | CLOSER) == ADVERB
        && lists_of(rest.as_bytes().first_chunk()) & WENT_OR_GREW != 0
        && !says_how_it_went(head)
}

/// Whether a word of four begins here, or stands on both sides, that says how what stands before goes forward: 推动监管提质增效.
#[rustfmt::skip] // a table: what stands before, and what begins here
pub(in crate::split) fn is_inside_progress(head: &str, rest: &str) -> bool {
    let progress: &[(&str, &str)] = match rest.chars().next() {
        Some('提') => &[("", "提质增效"), ("", "提质扩面"), ("", "提档升级"), ("", "提速增效"), ("增量", "提质")],
        Some('增') => &[("", "增量提质"), ("提质", "增效"), ("提速", "增效")],
        Some('扩') => &[("提质", "扩面")],
        Some('升') => &[("提档", "升级")],
        Some('走') => &[("", "走深走实"), ("走深", "走实")],
        Some('落') => &[
            ("", "落地见效"), ("", "落地生根"), ("", "落地落实"), ("", "落实落地"), ("", "落实落细"), ("", "落实见效"),
            ("落地", "落实"), ("落实", "落地"), ("落实", "落细"),
        ],
        Some('见') => &[("", "见行见效"), ("见行", "见效"), ("落地", "见效")],
        Some('生') => &[("落地", "生根")],
        Some('做') => &[("", "做大做强"), ("", "做强做优"), ("做大", "做强"), ("做强", "做优")],
        _ => return false,
    };
    progress.iter().any(|(before, word)| rest.starts_with(word) && head.ends_with(before))
}

/// Whether words end with one of those words of four, the last half of which says how something went: 落实见效.
pub(in crate::split) fn ends_with_progress(head: &str) -> bool {
    ["提质增效", "提速增效", "提档升级", "转型升级", "落地见效", "落实见效", "见行见效"]
        .iter()
        .any(|word| head.ends_with(word))
}

/// What is said of something that went on: 取得新进展, 迈上新台阶.
const REACHES: [&str; 20] = [
    "取得", "实现", "迈上", "迈出", "再上", "跃上", "登上", "呈现", "展现", "彰显", "开创", "开启", "谱写", "带来",
    "焕发", "达到", "获得", "形成", "打开", "有了",
];

/// Whether words end with what somebody reached that is new: 城市建设取得新进展. Its noun is the last word.
pub(in crate::split) fn ends_with_new(head: &str) -> bool {
    let Some((before, _)) = head.as_bytes().split_last_chunk::<6>() else { return false };
    let Some(before) = before.strip_suffix("新".as_bytes()) else { return false };
    before.len() > 6 && REACHES.iter().any(|verb| before.ends_with(verb.as_bytes()))
}

/// Whether it begins here: 城市建设｜取得新进展.
pub(in crate::split) fn begins_with_new(rest: &str) -> bool {
    rest.get(6..9) == Some("新") && REACHES.iter().any(|verb| rest.starts_with(verb))
}
