//! The fields that pages and papers of record put above a text: a name, and a sign or a blank behind it.
//!
//! ```text
//! 索 引 号：…    [发文机关]…    发布日期 2024-01-02
//! [field   ]     [field   ]     [field  ]
//! ```

/// Their names. Blanks may stand between the characters.
const NAMES: &str = "索引号|信息索引|索引|主题分类|主题词|主题|体裁分类|组配分类|信息分类|分类|服务对象|发文机关|发文机构|发文单位|发布机构|发布单位|发布机关|制发机关\
    |公开责任部门|成文日期|成文时间|发文日期|发文时间|发布日期|公开日期|生成日期|印发日期|印发时间|生效日期|施行日期|失效日期|发布时间|更新时间|更新日期|标题|文件名称|信息名称|名称|发文字号\
    |发文文号|文号|文件编号|合同编号|项目编号|统一编号|登记号|编号|有效性|效力状态|时效性|公开方式|公开形式|公开类别|公开范围|信息来源|稿件来源|文章来源|来源|作者|责任编辑|编辑\
    |浏览次数|浏览量|浏览|点击次数|点击数|点击量|点击|阅读次数|阅读量|阅读|访问量|字体大小|字体|字号|视力保护色|密级|保密期限|紧急程度|签发人|关键词|关键字|所属分类|信息类别|公文种类\
    |版本号|版本|学校代码|分类号|保存年限|檔號|编制部门|编制单位|编制日期|编制人|作者姓名|原文地址|原文链接|原文出处|文书编号|协议编号|招标编号|采购编号|项目名称|规格型号|型号";

/// Whether a field may begin with this character. Asked of every character of a head, so it is no search in [`NAMES`].
const fn begins(character: char) -> bool {
    matches!(
        character,
        '【' | '['
            | '索'
            | '信'
            | '主'
            | '体'
            | '组'
            | '分'
            | '服'
            | '发'
            | '制'
            | '公'
            | '成'
            | '生'
            | '印'
            | '施'
            | '失'
            | '更'
            | '标'
            | '文'
            | '名'
            | '合'
            | '项'
            | '统'
            | '登'
            | '编'
            | '有'
            | '效'
            | '时'
            | '稿'
            | '来'
            | '作'
            | '责'
            | '浏'
            | '点'
            | '阅'
            | '访'
            | '字'
            | '视'
            | '密'
            | '保'
            | '紧'
            | '签'
            | '关'
            | '所'
            | '版'
            | '规'
            | '型'
            | '学'
            | '檔'
            | '原'
            | '协'
            | '招'
            | '采'
    )
}

/// What 名称 may be of beside a document: 项目名称, 单位名称, 产品名称.
const OTHER_NAMES: [char; 14] = ['目', '位', '司', '品', '构', '业', '同', '程', '段', '物', '料', '人', '方', '关'];

/// How many places are looked at for the field that names the title.
const MOST_TITLES: usize = 16;

/// The blanks that may stand in a name.
const BLANKS: [char; 3] = [' ', '\u{3000}', '\u{a0}'];

/// The bytes of the field that `text` begins with, with the sign and the blanks behind its name.
pub(super) fn length(text: &str) -> Option<usize> {
    text.chars().next().filter(|&first| begins(first))?;
    let inner = text.strip_prefix(['【', '[']);
    let rest = NAMES.split('|').find_map(|name| {
        let behind = past(inner.unwrap_or(text), name)?;
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

/// What follows the name of the field that names the title, and whether it can name nothing else: 名称 may be that of a
/// company.
pub(super) fn value_of_title(text: &str) -> Option<(&str, bool)> {
    let mut places = text.char_indices().filter(|(_, c)| matches!(c, '标' | '名')).take(MOST_TITLES);
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

/// Where the first field of `text` begins.
pub(super) fn find(text: &str) -> Option<usize> {
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
fn past<'t>(text: &'t str, name: &str) -> Option<&'t str> {
    let mut characters = name.chars();
    let mut rest = text.strip_prefix(characters.next()?)?;
    for character in characters {
        rest = rest.trim_start_matches(BLANKS).strip_prefix(character)?;
    }
    Some(rest)
}

#[cfg(test)]
mod tests {
    use super::{NAMES, begins, find, length};

    #[test]
    fn every_name_is_found() {
        for name in NAMES.split('|') {
            assert!(name.starts_with(begins), "{name}");
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
