//! Outlines with damage: each byte picks a marker, a heading, a body or what stands between. Reaches the search
//! far more often than random text does.

#![no_main]

use std::cell::RefCell;

use gangmu::{Options, Parser};

const PIECES: [&str; 64] = [
    "一、", "二、", "三、", "十一、", "（一）", "（二）", "（三", "二）", "1.", "2.", "3．", "4、", "1", "2", "10", "（1）",
    "(2)", "3）", "①", "②", "③", "⑴", "⒈", "㈠", "第一章", "第二章 ", "第一节", "第一条", "第二条　", "第十条之一", "第二，", "其一，",
    "一是", "二是", "一要", "二要", "1.1", "1.2 ", "1.1.1", "A.", "b）", "Ⅰ.", "甲、", "壹、", "［1］", "【2】", "第一步：", "目录",
    "总体目标", "抓好落实。", "为了规范，制定本法；", "2026年", "1.5万元", "《办法》第三条", "“引用”", "附件：", "，", "。", "：",
    "；", "\n", "\r\n", " ", "\u{3000}",
];

thread_local! {
    /// Kept from one input to the next: what a parser has read before must not show.
    static PARSER: RefCell<Parser> = RefCell::new(Parser::new(Options::new()));
}

libfuzzer_sys::fuzz_target!(|picks: &[u8]| {
    let text: String = picks.iter().map(|&pick| PIECES[usize::from(pick) % PIECES.len()]).collect();
    PARSER.with_borrow_mut(|parser| {
        let parsed = parser.parse(&text);
        assert_eq!(parsed.document().check(&text), Ok(()));
        if picks.len() % 8 == 0 {
            assert_eq!(parsed, gangmu::parse(&text));
        }
    });
});
