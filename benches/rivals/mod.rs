//! What a user would write instead: each takes a text and gives how much it found.
//!
//! ```text
//! regex       markers by one expression, no tree
//! nom         the same markers, each tried at every character
//! pulldown    Markdown to a tree of headings, lists and text
//! ```

use std::sync::LazyLock;

use nom::branch::alt;
use nom::bytes::complete::{tag, take_while_m_n};
use nom::character::complete::one_of;
use nom::combinator::recognize;
use nom::{IResult, Parser};
use pulldown_cmark::{CowStr, Event, Tag};
use regex::Regex;

static MARKERS: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(
        "第[一二三四五六七八九十百零〇0-9]{1,6}[编章节条]|[一二三四五六七八九十百]{1,4}、|\
         [（(][一二三四五六七八九十0-9]{1,3}[)）]|[0-9]{1,3}[.．、)）]|[①-⑳]",
    )
    .expect("the expression is one")
});

/// The markers one regular expression finds.
pub(crate) fn regex(text: &str) -> usize {
    MARKERS.find_iter(text).count()
}

/// The markers of the same expression as a nom parser, tried at every character.
pub(crate) fn nom(text: &str) -> usize {
    let mut rest = text;
    let mut found = 0;
    while let Some(first) = rest.chars().next() {
        match marker(rest) {
            Ok((behind, _)) => {
                found += 1;
                rest = behind;
            }
            Err(_) => rest = &rest[first.len_utf8()..],
        }
    }
    found
}

fn marker(text: &str) -> IResult<&str, &str> {
    let ten = |sign: char| "一二三四五六七八九十".contains(sign);
    let digit = |sign: char| sign.is_ascii_digit();
    alt((
        recognize((
            tag("第"),
            take_while_m_n(1, 6, move |sign| ten(sign) || digit(sign) || "百零〇".contains(sign)),
            one_of("编章节条"),
        )),
        recognize((take_while_m_n(1, 4, move |sign| ten(sign) || sign == '百'), tag("、"))),
        recognize((one_of("（("), take_while_m_n(1, 3, move |sign| ten(sign) || digit(sign)), one_of(")）"))),
        recognize((take_while_m_n(1, 3, digit), one_of(".．、)）"))),
        recognize(one_of("①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳")),
    ))
    .parse(text)
}

/// A node of a Markdown document: headings hold what follows up to the next of their level.
pub(crate) struct Node<'s> {
    /// 1 to 6 for headings, 7 for all else.
    level: usize,
    text: Vec<CowStr<'s>>,
    children: Vec<Node<'s>>,
}

impl Node<'_> {
    const fn new(level: usize) -> Self {
        Self { level, text: Vec::new(), children: Vec::new() }
    }
}

/// Level of what is no heading.
const BLOCK: usize = 7;

/// The tree of a Markdown document.
pub(crate) fn pulldown(text: &str) -> Node<'_> {
    let mut open = vec![Node::new(0)];
    for event in pulldown_cmark::Parser::new(text) {
        match event {
            Event::Start(Tag::Heading { level, .. }) => {
                while open.last().is_some_and(|last| last.level >= level as usize) {
                    close(&mut open);
                }
                open.push(Node::new(level as usize));
            }
            Event::Start(Tag::List(_) | Tag::Item | Tag::Paragraph | Tag::BlockQuote(_) | Tag::CodeBlock(_)) => {
                open.push(Node::new(BLOCK));
            }
            Event::End(end) => {
                use pulldown_cmark::TagEnd::{BlockQuote, CodeBlock, Item, List, Paragraph};
                if matches!(end, List(_) | Item | Paragraph | BlockQuote(_) | CodeBlock) {
                    close(&mut open);
                }
            }
            Event::Text(piece) | Event::Code(piece) => {
                if let Some(last) = open.last_mut() {
                    last.text.push(piece);
                }
            }
            _ => {}
        }
    }
    while open.len() > 1 {
        close(&mut open);
    }
    open.pop().unwrap_or(Node::new(0))
}

fn close<'s>(open: &mut Vec<Node<'s>>) {
    if let Some(done) = open.pop()
        && let Some(parent) = open.last_mut()
    {
        parent.children.push(done);
    }
}
