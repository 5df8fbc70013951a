//! Trees made by hand, for the unit tests of what stands around the tree, and the texts of the fixtures.

use crate::gap::is_stop;
use crate::{Document, Form, Marker, Number, Numeral, Section, Span, Style};

/// A text with every part: title, preface, two levels, a lost delimiter, a blank gap, a closing.
pub(crate) const PLAN: &str =
    "全市工作要点\n各县𠀀局：一、抓统筹1建机制。每月调度。2.强队伍\r\n二、抓落实：责任到位。特此通知。";

/// `一、`
pub(crate) const DUN: Style = Style::new(Form::Dun, Numeral::Chinese, 1);
/// `1.`
pub(crate) const DOT: Style = Style::new(Form::Dot, Numeral::Arabic, 1);

/// The tree of [`PLAN`].
pub(crate) fn plan() -> Document {
    let mut first = section(PLAN, "一、", DUN, &[1], "抓统筹", "");
    let mut lost = section(PLAN, "1", DOT, &[1], "建机制", "每月调度。");
    lost.marker.recovered = true;
    adopt(&mut first, vec![lost, section(PLAN, "2.", DOT, &[2], "强队伍", "")]);
    let second = section(PLAN, "二、", DUN, &[2], "抓落实", "责任到位。");
    document(PLAN, "全市工作要点", "各县𠀀局：", vec![first, second], "特此通知。")
}

/// Where `piece` stands first.
pub(crate) fn place(text: &str, piece: &str) -> Span {
    let start = text.find(piece).unwrap();
    Span::new(u32::try_from(start).unwrap(), u32::try_from(start + piece.len()).unwrap())
}

/// A section without children. An empty heading is none, an empty body stands behind the heading and
/// its stop.
pub(crate) fn section(text: &str, marker: &str, style: Style, number: &[u32], heading: &str, body: &str) -> Section {
    let marker = place(text, marker);
    let heading = (!heading.is_empty()).then(|| place(text, heading));
    let mut end = heading.unwrap_or(marker).end;
    if let Some(stop) = text[end as usize..].chars().next().filter(|&stop| heading.is_some() && is_stop(stop)) {
        end += u32::try_from(stop.len_utf8()).unwrap();
    }
    let body = if body.is_empty() { Span::empty(end) } else { place(text, body) };
    Section {
        span: Span::new(marker.start, body.end),
        marker: Marker { span: marker, style, number: Number::new(number).unwrap(), recovered: false },
        heading,
        body,
        children: Vec::new(),
        tail: Span::empty(body.end),
        inline: false,
        confidence: 100,
    }
}

/// Puts children into a section, and its end behind them.
pub(crate) fn adopt(parent: &mut Section, children: Vec<Section>) {
    let end = children.last().unwrap().span.end;
    parent.children = children;
    parent.tail = Span::empty(end);
    parent.span.end = end;
}

/// A document of these parts. An empty title is none, an empty preface stands behind the title, an
/// empty closing at the end.
pub(crate) fn document(text: &str, title: &str, preface: &str, sections: Vec<Section>, closing: &str) -> Document {
    let end = u32::try_from(text.len()).unwrap();
    let title = (!title.is_empty()).then(|| place(text, title));
    let preface = if preface.is_empty() { Span::empty(title.unwrap_or_default().end) } else { place(text, preface) };
    let closing = if closing.is_empty() { Span::empty(end) } else { place(text, closing) };
    Document { span: Span::new(0, end), head: Span::empty(0), title, preface, sections, closing }
}

/// All fixtures.
pub(crate) fn fixtures() -> Vec<String> {
    let root = concat!(env!("CARGO_MANIFEST_DIR"), "/fixtures");
    let mut files: Vec<_> = std::fs::read_dir(root)
        .unwrap()
        .flat_map(|folder| std::fs::read_dir(folder.unwrap().path()).unwrap())
        .map(|file| file.unwrap().path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "txt"))
        .collect();
    files.sort();
    files.iter().map(|file| std::fs::read_to_string(file).unwrap()).collect()
}
