//! The fields that pages and papers of record put above a text: a name, and a sign or a blank behind it.
//!
//! ```text
//! 索 引 号：…    [发文机关]…    发布日期 2024-01-02
//! [field   ]     [field   ]     [field  ]
//! ```

use super::{ends_closed, is_longer};
use crate::scan::ideograph::is_ideograph;

/// The names that begin with a character. Blanks may stand between the others.
#[rustfmt::skip] // a table: a row each
const fn names(first: char) -> &'static [&'static str] {
    match first {
        '索' => &["索引号", "索引"],
        '类' => &["类别"],
        '信' => &["信息索引", "信息分类", "信息名称", "信息来源", "信息类别"],
        '主' => &["主题分类", "主题词", "主题"],
        '体' => &["体裁分类"],
        '组' => &["组配分类"],
        '分' => &["分类", "分类号"],
        '服' => &["服务对象"],
        '发' => &["发文机关", "发文机构", "发文单位", "发布机构", "发布单位", "发布机关", "发文日期", "发文时间", "发布日期", "发布时间", "发文字号", "发文文号", "发布于"],
        '制' => &["制发机关"],
        '公' => &["公發布日", "公开责任部门", "公开日期", "公开方式", "公开形式", "公开类别", "公开范围", "公文种类", "公告编号"],
        '证' => &["证券代码", "证券简称"],
        '股' => &["股票代码", "股票简称"],
        '债' => &["债券代码", "债券简称"],
        '成' => &["成文日期", "成文时间"],
        '生' => &["生成日期", "生效日期"],
        '印' => &["印发日期", "印发时间"],
        '施' => &["施行日期"],
        '失' => &["失效日期"],
        '更' => &["更新时间", "更新日期"],
        '标' => &["标题"],
        '文' => &["文件名称", "文号", "文件编号", "文章来源", "文书编号", "文档编号", "文档页数", "文档大小"],
        '名' => &["名称"],
        '合' => &["合同编号"],
        '项' => &["项目编号", "项目名称"],
        '统' => &["统一编号"],
        '登' => &["登记号"],
        '编' => &["编号", "编辑", "编制部门", "编制单位", "编制日期", "编制人", "编制"],
        '审' => &["审核"],
        '有' => &["有效性"],
        '效' => &["效力状态"],
        '会' => &["会议时间", "会议地点"],
        '时' => &["时效性"],
        '稿' => &["稿件来源"],
        '来' => &["来源"],
        '作' => &["作者", "作者姓名"],
        '责' => &["责任编辑"],
        '浏' => &["浏览次数", "浏览量", "浏览"],
        '点' => &["点击次数", "点击数", "点击量", "点击"],
        '阅' => &["阅读次数", "阅读量", "阅读"],
        '访' => &["访问量"],
        '字' => &["字体大小", "字体", "字号"],
        '视' => &["视力保护色"],
        '密' => &["密级"],
        '保' => &["保密期限", "保存年限"],
        '紧' => &["紧急程度"],
        '签' => &["签发人"],
        '关' => &["关键词", "关键字"],
        '所' => &["所属分类"],
        '版' => &["版本号", "版本"],
        '学' => &["学校代码", "学院", "学号"],
        '檔' => &["檔號"],
        '原' => &["原文地址", "原文链接", "原文出处"],
        '协' => &["协议编号", "协议版本"],
        '法' => &["法規體系", "法規類別"],
        '修' => &["修正日期"],
        '發' => &["發布日期", "發文日期", "發文字號"],
        '招' => &["招标编号"],
        '建' => &["建设单位", "建设地点"],
        '采' => &["采购编号", "采购项目编号"],
        '规' => &["规格型号"],
        '型' => &["型号"],
        '格' => &["格式"],
        '大' => &["大小"],
        '页' => &["页数", "页码"],
        '上' => &["上传人", "上传时间", "上传日期"],
        _ => &[],
    }
}

/// What 名称 may be of beside a document: 项目名称, 单位名称, 产品名称.
const OTHER_NAMES: [char; 14] = ['目', '位', '司', '品', '构', '业', '同', '程', '段', '物', '料', '人', '方', '关'];

/// How many places are looked at for the field that names the title.
const MOST_TITLES: usize = 16;

/// The blanks that may stand in a name.
const BLANKS: [char; 3] = [' ', '\u{3000}', '\u{a0}'];

/// The bytes of the field that `text` begins with, with the sign and the blanks behind its name.
pub(super) fn length(text: &str) -> Option<usize> {
    let inner = text.strip_prefix(['【', '[']);
    let named = inner.unwrap_or(text);
    let rest = names(named.chars().next()?).iter().find_map(|name| {
        let behind = past(named, name)?;
        let colon = |behind: &'_ str| behind.trim_start().strip_prefix([':', '：']).map(str::len);
        let closed = || {
            let behind = inner.and_then(|_| behind.strip_prefix(['】', ']']))?;
            Some(colon(behind).unwrap_or(behind.len()))
        };
        // A name of three characters and more needs no colon; one of two is a word that titles have.
        let parted = || {
            let long = inner.is_none() && name.chars().nth(2).is_some();
            behind.strip_prefix([' ', '\t', '\u{3000}', '\u{a0}']).filter(|_| long).map(str::len)
        };
        colon(behind).or_else(closed).or_else(parted)
    })?;
    let value = text.get(text.len() - rest..)?.trim_start();
    Some(text.len() - value.len())
}

/// Whether `text` begins with a field.
pub(crate) fn begins(text: &str) -> bool {
    length(text).is_some()
}

/// What follows the name of the field that names the title, and whether it can name nothing else: 名称 may be that of a
/// company.
pub(super) fn value_of_title(text: &str) -> Option<(&str, bool)> {
    let bytes = text.as_bytes();
    // By their last bytes: the first ones begin a third of all ideographs.
    let mut places = memchr::memchr2_iter(0x87, 0x8D, bytes)
        .filter_map(|last| match bytes.get(last.checked_sub(2)?..=last)? {
            [0xE6, 0xA0, 0x87] => Some((last - 2, '标')),
            [0xE5, 0x90, 0x8D] => Some((last - 2, '名')),
            _ => None,
        })
        .take(MOST_TITLES);
    places.find_map(|(at, first)| {
        let field = text.get(at..)?;
        let behind = past(field, if first == '标' { "标题" } else { "名称" })?;
        let compound = || text.get(..at).is_some_and(|before| before.ends_with(OTHER_NAMES));
        if !behind.trim_start().starts_with([':', '：', '】']) || first == '名' && compound() {
            return None;
        }
        Some((field.get(length(field)?..)?, first == '标'))
    })
}

/// What the name of a field ends with that pages and papers make up as they need it: 采购项目编号, 报告类别.
const OF_NAMES: [&str; 9] = ["编号", "代号", "日期", "时间", "类别", "级别", "密级", "版本", "签发人"];

/// The longest such name, in characters, and its longest value.
const LONGEST_NAME: usize = 8;
const LONGEST_VALUE: usize = 30;

/// Whether a line is nothing but a field, by what its name ends with.
pub(super) fn is_whole(line: &str) -> bool {
    let Some((name, value)) = line.split_once([':', '：']) else { return false };
    let is_name = !is_longer(name, LONGEST_NAME) && name.chars().all(is_ideograph);
    let is_value = !is_longer(value, LONGEST_VALUE) && !value.contains(['。', '，', '《']) && !ends_closed(value);
    is_name && is_value && OF_NAMES.iter().any(|end| name.ends_with(end))
}

/// Where the first field of `text` begins.
pub(super) fn find(text: &str) -> Option<usize> {
    let begins = |c: char| matches!(c, '【' | '[') || !names(c).is_empty();
    let mut places = text.char_indices().filter(|&(_, c)| begins(c)).map(|(at, _)| at);
    places.find(|&at| text.get(at..).and_then(length).is_some())
}

/// Where the first field of `text` begins whose name is no end of another word: 来源 or three characters and more.
pub(super) fn find_long(text: &str) -> Option<usize> {
    let at = find(text)?;
    let name = text.get(at..)?;
    let words = name.split([':', '：']).next()?.trim_end();
    (words.chars().nth(2).is_some() || words == "来源").then_some(at)
}

/// What follows a name at the beginning of `text`.
pub(super) fn past<'t>(text: &'t str, name: &str) -> Option<&'t str> {
    let mut characters = name.chars();
    let mut rest = text.strip_prefix(characters.next()?)?;
    for character in characters {
        rest = rest.trim_start_matches(BLANKS).strip_prefix(character)?;
    }
    Some(rest)
}

#[cfg(test)]
mod tests {
    use super::{find, length, names};

    #[test]
    fn every_name_is_found() {
        let every: Vec<_> =
            ('\u{4e00}'..='\u{9fff}').flat_map(|first| names(first).iter().map(move |name| (first, name))).collect();
        assert!(every.len() > 90);
        for (first, name) in every {
            assert!(name.starts_with(first), "{name}");
            let field = format!("{name}：");
            assert_eq!(length(&format!("{field}x")), Some(field.len()), "{name}");
        }
    }

    #[test]
    fn what_closes_a_name() {
        for (field, value) in [
            ("索 引　号 ： ", "x"),
            ("【发文机关】", "x"),
            ("[来源]：", "x"),
            ("【来源：", "x】"),
            ("发布日期 ", "2024"),
        ] {
            assert_eq!(length(&format!("{field}{value}")), Some(field.len()), "{field}");
            assert_eq!(find(&format!("甲乙{field}{value}")), Some("甲乙".len()), "{field}");
        }
        for none in ["来源 于生活", "【发文机关 x", "发文机关x", "文", ""] {
            assert_eq!(length(none), None, "{none}");
        }
    }
}
