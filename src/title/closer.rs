//! Words that close a title: 全市教育工作｜要点, 绿地认养｜办法.

use crate::scan::numeral;

/// The words that close a title and begin with a character, the longest first.
#[rustfmt::skip] // a table: a row each
const fn words(first: char) -> &'static [&'static str] {
    match first {
        '要' => &["要点", "要點"],
        '合' => &["合同书", "合約", "合约", "合同"],
        '契' => &["契約"],
        '同' => &["同意书", "同意書"],
        '協' => &["協議書", "協議"],
        '決' => &["決議", "決定"],
        '總' => &["總結"],
        '說' => &["說明書", "說明"],
        '標' => &["標準"],
        '預' => &["預案"],
        '簡' => &["簡章"],
        '準' => &["準則"],
        '聲' => &["聲明"],
        '條' => &["條款", "條例"],
        '计' => &["计划书", "计划"],
        '計' => &["計畫", "計劃"],
        '方' => &["方案", "方法"],
        '意' => &["意见书", "意向书", "意见", "意見書", "意見"],
        '报' => &["报告书", "报告表", "报名表", "报告"],
        '報' => &["報告"],
        '规' => &["规划", "规定", "规则", "规程", "规范", "规约"],
        '規' => &["規劃", "規定", "規則", "規範", "規約"],
        '纲' => &["纲要"],
        '通' => &["通知书", "通知单", "通知單", "通知", "通告", "通报", "通報", "通则"],
        '公' => &["公证书", "公开信", "公告", "公报", "公约", "公示"],
        '办' => &["办法"],
        '辦' => &["辦法"],
        '条' => &["条例", "条款"],
        '细' => &["细则"],
        '細' => &["細則"],
        '准' => &["准则"],
        '守' => &["守则", "守則"],
        '总' => &["总结"],
        '小' => &["小结"],
        '决' => &["决定书", "决定", "决议"],
        '解' => &["解释", "解釋", "解读", "解答"],
        '批' => &["批复"],
        '章' => &["章程"],
        '制' => &["制度"],
        '协' => &["协议书", "协议", "协定"],
        '须' => &["须知"],
        '須' => &["須知"],
        '手' => &["手册", "手冊"],
        '大' => &["大纲", "大赛"],
        '目' => &["目录"],
        '清' => &["清单"],
        '预' => &["预案"],
        '政' => &["政策"],
        '流' => &["流程"],
        '函' => &["函"],
        '令' => &["令"],
        '致' => &["致辞"],
        '汇' => &["汇报"],
        '匯' => &["匯報"],
        '介' => &["介绍"],
        '说' => &["说明书", "说明"],
        '判' => &["判决书"],
        '裁' => &["裁定书", "裁决书"],
        '招' => &["招标文件", "招标书", "招聘"],
        '标' => &["标准"],
        '安' => &["安排"],
        '措' => &["措施"],
        '会' => &["会章程", "会章"],
        '會' => &["會章程", "會章"],
        '建' => &["建议书", "建议"],
        '打' => &["打算"],
        '思' => &["思路", "思考"],
        '设' => &["设计与实现", "设计及实现", "设想"],
        '答' => &["答辩状", "答复"],
        '提' => &["提案", "提纲", "提示", "提醒"],
        '材' => &["材料"],
        '分' => &["分析", "分工"],
        '纪' => &["纪要"],
        '紀' => &["紀要", "紀錄"],
        '记' => &["记录"],
        '記' => &["記錄"],
        '导' => &["导则"],
        '倡' => &["倡议书", "倡议"],
        '声' => &["声明"],
        '启' => &["启事"],
        '征' => &["征稿启示", "征文启示", "征文"],
        '策' => &["策划书", "策划案", "策划"],
        '担' => &["担保书"],
        '指' => &["指导书", "指南", "指引"],
        '运' => &["运动会"],
        '文' => &["文化节"],
        '艺' => &["艺术节"],
        '论' => &["论坛"],
        '晚' => &["晚会"],
        '讲' => &["讲话", "讲义", "讲稿", "讲座"],
        '简' => &["简章", "简报"],
        '问' => &["问答"],
        '常' => &["常见问题"],
        '责' => &["责任书", "责任状"],
        '任' => &["任务书"],
        '告' => &["告知书"],
        '承' => &["承诺书"],
        '申' => &["申请书", "申报书", "申请表", "申请单", "申請單", "申报表"],
        '一' => &["一封信", "一览表", "一览"],
        '请' => &["请示"],
        '综' => &["综述"],
        '发' => &["发言"],
        '主' => &["主持词"],
        '演' => &["演讲稿", "演练"],
        '心' => &["心得体会"],
        '体' => &["体会"],
        '名' => &["名单"],
        '议' => &["议程"],
        '教' => &["教学大纲", "教学设计", "教案"],
        '研' => &["研究与实现", "研究进展", "研究", "研讨会"],
        '示' => &["示范文本"],
        '竞' => &["竞赛"],
        '比' => &["比赛"],
        '保' => &["保证书", "保险"],
        '培' => &["培训班"],
        '范' => &["范本", "范文", "范例"],
        '模' => &["模板"],
        '样' => &["样本", "样稿"],
        '编' => &["编"],
        '法' => &["法"],
        '机' => &["机制"],
        '职' => &["职责"],
        '程' => &["程序"],
        '活' => &["活动"],
        '采' => &["采购文件"],
        '磋' => &["磋商文件"],
        '谈' => &["谈判文件"],
        '询' => &["询价文件"],
        '推' => &["推荐表"],
        '登' => &["登记表"],
        '审' => &["审批表"],
        '统' => &["统计表"],
        '评' => &["评分表"],
        '调' => &["调查表"],
        '备' => &["备案表", "备忘录"],
        '律' => &["律师函"],
        '委' => &["委托书"],
        '授' => &["授权书"],
        '起' => &["起诉状", "起诉书"],
        '施' => &["施工组织设计"],
        '上' => &["上诉状"],
        '技' => &["技术规格书", "技术规范书", "技术要求", "技术条件", "技术交底"],
        '试' => &["试题", "试卷"],
        '岗' => &["岗位职责"],
        '白' => &["白皮书"],
        '蓝' => &["蓝皮书"],
        '感' => &["感谢信"],
        '专' => &["专家共识"],
        '慰' => &["慰问信"],
        _ => &[],
    }
}

/// With these a closing word is another one: 情况汇报｜材料, 会议发言｜提纲, 学习计划｜表.
const ON_PAPER: [&str; 4] = ["材料", "提纲", "稿", "表"];
/// Behind 稿 and 表 these begin another word: 稿件, 表示, 表彰.
const OTHER: [char; 9] = ['件', '示', '明', '达', '彰', '扬', '决', '态', '述'];

/// The longest note in brackets that belongs to a title, in characters.
const LONGEST_NOTE: usize = 16;
/// What such a note does not hold: it says when a document was passed, is its number, or a sentence.
const NO_NOTE: [char; 16] =
    ['（', '）', '(', ')', '，', '。', '：', ':', '通', '布', '准', '日', '月', '〔', '［', '['];

/// A word that closes a title, with the note in brackets that belongs to it: 规定（试行）.
pub(super) struct Closer<'t> {
    pub(super) start: usize,
    pub(super) word: &'t str,
    pub(super) end: usize,
}

impl Closer<'_> {
    /// Whether a note belongs to it.
    pub(super) const fn is_noted(&self) -> bool {
        self.end > self.start + self.word.len()
    }
}

/// The ideographs of the common block, a bit for each that such a word begins with: most characters begin none.
static BEGINS: [u64; COMMON / 64] = begins();
const FIRST_COMMON: u32 = 0x4E00;
const COMMON: usize = 0x5200;

/// Built by the compiler, where an index out of bounds is an error.
const fn begins() -> [u64; COMMON / 64] {
    let mut begins = [0; COMMON / 64];
    let mut index = 0;
    while index < COMMON {
        if let Some(first) = char::from_u32(FIRST_COMMON + index as u32)
            && !words(first).is_empty()
        {
            begins[index / 64] |= 1 << (index % 64);
        }
        index += 1;
    }
    begins
}

/// Whether a closing word begins with a character.
fn may_begin(first: char) -> bool {
    let index = u32::from(first).wrapping_sub(FIRST_COMMON);
    BEGINS.get(index as usize / 64).is_some_and(|bits| bits >> (index % 64) & 1 != 0)
}

/// The closing word that `text` begins with.
pub(super) fn first(text: &str) -> Option<&str> {
    let word = words(text.chars().next()?).iter().find(|word| text.starts_with(**word))?;
    let rest = text.get(word.len()..)?;
    let paper = ON_PAPER.iter().find(|paper| rest.strip_prefix(**paper).is_some_and(|rest| !rest.starts_with(OTHER)));
    text.get(..word.len() + paper.map_or(0, |paper| paper.len()))
}

/// The closing words of `text`, none inside another.
pub(super) fn all(text: &str) -> impl Iterator<Item = Closer<'_>> + '_ {
    up_to(text, text.len())
}

/// Those that begin no later than `end`.
pub(super) fn up_to(text: &str, end: usize) -> impl Iterator<Item = Closer<'_>> + '_ {
    let mut from = 0;
    let places = text.char_indices().take_while(move |&(at, _)| at <= end);
    places.filter(|&(_, c)| may_begin(c)).filter_map(move |(start, _)| {
        let word = first(text.get(start..).filter(|_| start >= from)?)?;
        let behind = start + word.len();
        // 章程 （2024年文字版）
        let gap = usize::from(text.get(behind..)?.starts_with(" （") || text.get(behind..)?.starts_with(" ("));
        from = note(text.get(behind + gap..)?).map_or(behind, |note| behind + gap + note);
        from += samples(text.get(from..)?);
        if from > behind {
            // 章程（草案）（征求意见稿）
            from += note(text.get(from..)?).unwrap_or(0);
        }
        Some(Closer { start, word, end: from })
    })
}

/// The length of the note in brackets that `text` begins with, if it may belong to a title.
pub(super) fn note(text: &str) -> Option<usize> {
    let inner = text.strip_prefix(['（', '('])?;
    let (end, last) = inner.char_indices().take(LONGEST_NOTE + 1).find(|(_, c)| NO_NOTE.contains(c))?;
    (end > 0 && matches!(last, '）' | ')')).then_some(text.len() - inner.len() + end + last.len_utf8())
}

/// The length of what says how many samples of the document a page has, if `text` begins so: 总结范文｜5篇.
fn samples(text: &str) -> usize {
    let behind = text.trim_start_matches(|c: char| c.is_ascii_digit() || numeral::is_numeral_char(c));
    let digits = text.len() - behind.len();
    if (1..=LONGEST_COUNT).contains(&digits) && behind.starts_with('篇') { digits + '篇'.len_utf8() } else { 0 }
}

/// The longest such number, in bytes.
const LONGEST_COUNT: usize = 6;

/// Whether `text` ends with a closing word, or with its note.
pub(super) fn ends(text: &str) -> bool {
    all(text).last().is_some_and(|closer| closer.end == text.len())
}

#[cfg(test)]
mod tests {
    use super::{all, ends, first, may_begin, note, words};

    #[test]
    fn where_a_word_may_begin() {
        for c in '\0'..=char::MAX {
            assert_eq!(may_begin(c), !words(c).is_empty(), "{c}");
        }
    }

    #[test]
    fn the_longest_word_closes() {
        assert_eq!(first("报告书"), Some("报告书"));
        assert_eq!(first("报告人"), Some("报告"));
        assert_eq!(first("发言提纲一、"), Some("发言提纲"));
        assert_eq!(first("讲话稿各位"), Some("讲话稿"));
        assert_eq!(first("通知稿件"), Some("通知"));
        assert_eq!(first("计划表2024"), Some("计划表"));
        assert_eq!(first("决定表彰"), Some("决定"));
        assert_eq!(first("人"), None);
        assert_eq!(first(""), None);
        let found: Vec<_> = all("绿地管理办法（试行）说明书").map(|closer| (closer.word, closer.is_noted())).collect();
        assert_eq!(found, [("办法", true), ("说明书", false)]);
        for (text, end) in [
            ("绿地总结5篇一、", "绿地总结5篇"),
            ("绿地总结（试行）十二篇", "绿地总结（试行）十二篇"),
            ("绿地总结篇", "绿地总结"),
            ("绿地总结2024年", "绿地总结"),
        ] {
            assert_eq!(all(text).next().map(|closer| closer.end), Some(end.len()), "{text}");
        }
    }

    #[test]
    fn a_note_that_belongs_to_a_title() {
        for (text, length) in [
            ("（试行）第一条", Some("（试行）".len())),
            ("(2021-2025)", Some("(2021-2025)".len())),
            ("（）", None),
            ("（3月5日通过）", None),
            ("（试行", None),
            ("（一个有很多很多很多很多很多很多字的注）", None),
            ("试行", None),
        ] {
            assert_eq!(note(text), length, "{text}");
        }
        assert!(ends("绿地协会章程(草案)（征求意见稿）"));
        assert!(ends("绿地管理办法（试行）") && ends("绿地管理办法") && !ends("绿地管理办法（试行）x"));
    }
}
