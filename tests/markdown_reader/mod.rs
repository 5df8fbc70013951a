//! Markdown as pulldown-cmark reads it, against the tree.

use gangmu::{Parsed, Section};
use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

/// Without any blank or control character: these are the renderer's to choose.
fn bare(text: &str) -> String {
    let blank = |character: char| {
        character.is_whitespace()
            || character.is_control()
            || matches!(character, '\u{200B}'..='\u{200F}' | '\u{2060}' | '\u{FEFF}')
    };
    text.chars().filter(|&character| !blank(character)).collect()
}

/// The marker with the sign before it.
fn signed_marker<'p>(parsed: &Parsed<'p>, section: &Section) -> &'p str {
    parsed.text().get(section.span.start as usize..section.marker.span.end as usize).unwrap_or_default()
}

/// The same headings on the same levels, the same text, and no markup that the tree did not ask for.
pub(crate) fn check(parsed: &Parsed<'_>, name: &str) {
    let markdown = parsed.markdown();
    let (mut headings, mut all, mut level, mut items) = (Vec::new(), String::new(), None, 0_usize);
    for event in Parser::new_ext(&markdown, Options::all() - Options::ENABLE_SMART_PUNCTUATION) {
        match event {
            Event::Start(Tag::Heading { level: found, .. }) => {
                level = Some(found as usize);
                headings.push((found as usize, String::new()));
            }
            Event::End(TagEnd::Heading(_)) => level = None,
            Event::Start(Tag::Item) => items += 1,
            Event::Start(Tag::Paragraph | Tag::List(None)) | Event::End(_) => {}
            Event::Text(text) => {
                if let (Some(_), Some((_, heading))) = (level, headings.last_mut()) {
                    heading.push_str(&text);
                }
                all.push_str(&text);
            }
            other => panic!("{name}: {other:?} in\n{markdown}"),
        }
    }
    let document = parsed.document();
    let top = usize::from(document.title.is_some());
    let mut expected: Vec<_> = document.title.iter().map(|title| (1, bare(parsed.text_of(*title)))).collect();
    let mut deep = 0;
    for place in document.walk() {
        let section = place.section;
        if place.depth() + top > 6 {
            deep += 1;
        } else if section.heading.is_some() || !section.children.is_empty() {
            let heading = section.heading.map_or("", |heading| parsed.text_of(heading));
            expected.push((place.depth() + top, bare(&format!("{}{heading}", signed_marker(parsed, section)))));
        }
    }
    let found: Vec<_> = headings.into_iter().map(|(level, text)| (level, bare(&text))).collect();
    assert_eq!(found, expected, "{name}:\n{markdown}");
    assert_eq!(items, deep, "{name}:\n{markdown}");
    let mut parts = parsed.text_of(document.head).to_owned();
    parts.push_str(document.title.map_or("", |title| parsed.text_of(title)));
    parts.push_str(parsed.text_of(document.preface));
    let mut open: Vec<(usize, gangmu::Span)> = Vec::new();
    for place in document.walk() {
        while let Some((_, tail)) = open.pop_if(|(depth, _)| *depth >= place.depth()) {
            parts.push_str(parsed.text_of(tail));
        }
        let section = place.section;
        parts.push_str(signed_marker(parsed, section));
        for span in [section.heading, Some(section.body)].into_iter().flatten() {
            parts.push_str(parsed.text_of(span));
        }
        open.push((place.depth(), section.tail));
    }
    for (_, tail) in open.into_iter().rev() {
        parts.push_str(parsed.text_of(tail));
    }
    parts.push_str(parsed.text_of(document.closing));
    assert_eq!(bare(&all), bare(&parts), "{name}:\n{markdown}");
}
