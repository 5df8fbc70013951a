//! Every text of `fixtures/` against the outline that was written by hand before the code ran.
//!
//! ```text
//! NAME.txt ─ parse ─▶ check, JSON there and back
//!                  ─▶ graded against NAME.outline ─▶ tests/known_failures.txt
//!                  ─▶ drawn                       ─▶ tests/snapshots/FOLDER__NAME.snap
//! ```
//!
//! The list of known failures only shrinks: a failure that is not on it fails the test, and so does a
//! listed one that has been mended. `GANGMU_BLESS=1 cargo test --test fixtures` writes the list anew,
//! `INSTA_UPDATE=always` the snapshots. A snapshot says what is, an outline what should be.

#![allow(clippy::unwrap_used)]

mod support;

use std::collections::BTreeMap;
use std::fmt::Write;
use std::panic::{AssertUnwindSafe, catch_unwind};

use gangmu::{Document, Parsed, parse};
use support::{Item, Outline, UNSAID, drawn, fixtures, path};

#[test]
fn trees_keep_their_promises() {
    for fixture in fixtures() {
        let parsed = parse(&fixture.text);
        assert_eq!(parsed.document().check(&fixture.text), Ok(()), "{}", fixture.name);
        let json = serde_json::to_string(&parsed).unwrap();
        assert_eq!(&serde_json::from_str::<Document>(&json).unwrap(), parsed.document(), "{}", fixture.name);
    }
}

/// What is graded apart from the rest, in the order of the list.
const ASPECTS: [(&str, Grade); 4] =
    [("outline", grade_outline), ("headings", grade_headings), ("title", grade_title), ("ending", grade_ending)];

/// `Err`: the first difference.
type Grade = fn(&Outline, &Outline) -> Result<(), String>;

fn grade_outline(expected: &Outline, found: &Outline) -> Result<(), String> {
    let line = |item: &Item| format!("{}{}", "›".repeat(item.depth), item.marker);
    same(expected.items.iter().map(line), found.items.iter().map(line))
}

/// Right only where the markers are: a heading ends where the next marker starts.
fn grade_headings(expected: &Outline, found: &Outline) -> Result<(), String> {
    let line = |item: &Item| format!("{} {}", item.marker, item.heading);
    let found = found.items.iter().enumerate().map(|(index, item)| match expected.items.get(index) {
        Some(said) if said.heading == UNSAID => format!("{} {UNSAID}", item.marker),
        _ => line(item),
    });
    same(expected.items.iter().map(line), found)
}

fn grade_title(expected: &Outline, found: &Outline) -> Result<(), String> {
    if expected.title == UNSAID {
        return Ok(());
    }
    same([expected.title.clone()].into_iter(), [found.title.clone()].into_iter())
}

/// Tails and closing. The outline names first characters only.
fn grade_ending(expected: &Outline, found: &Outline) -> Result<(), String> {
    if expected.closing == UNSAID {
        return Ok(());
    }
    let ends = |outline: &Outline| {
        let tails = outline.items.iter().filter(|item| !item.tail.is_empty());
        let tails = tails.map(|item| (format!("{} ~", item.marker), item.tail.clone()));
        tails.chain([("closing".to_owned(), outline.closing.clone())]).collect::<Vec<_>>()
    };
    let (expected, found) = (ends(expected), ends(found));
    // Cut to the characters that the outline names, so that the two can be compared as they are.
    let cut = found.iter().enumerate().map(|(index, (owner, end))| {
        let named = expected.get(index).map_or("", |(_, named)| named);
        let shown = if !named.is_empty() && end.starts_with(named) { named.to_owned() } else { first(end, 12) };
        format!("{owner} {shown}")
    });
    same(expected.iter().map(|(owner, end)| format!("{owner} {end}")), cut)
}

fn same(expected: impl Iterator<Item = String>, found: impl Iterator<Item = String>) -> Result<(), String> {
    let (mut expected, mut found) = (expected, found);
    loop {
        match (expected.next(), found.next()) {
            (None, None) => return Ok(()),
            (expected, found) if expected == found => {}
            (expected, found) => {
                let shown = |line: Option<String>| line.map_or("nothing".to_owned(), |line| first(line.trim(), 24));
                return Err(format!("expected {}, found {}", shown(expected), shown(found)));
            }
        }
    }
}

/// The first characters of a text, with `…` where it goes on.
fn first(text: &str, most: usize) -> String {
    match text.char_indices().nth(most) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text.to_owned(),
    }
}

const LIST: &str = "tests/known_failures.txt";
const LIST_HEAD: &str = "\
# What is not yet right: fixture, aspect (outline, headings, title, ending), reason.
# The list only shrinks. After mending: GANGMU_BLESS=1 cargo test --test fixtures, then read the diff.
# A reason written by hand stays as long as its line does.
";

#[test]
fn outlines_are_those_of_the_reader() {
    let fixtures = fixtures();
    let mut failures = BTreeMap::new();
    let mut right = [0; ASPECTS.len()];
    for fixture in &fixtures {
        let found = Outline::of(&parse(&fixture.text));
        for (count, (aspect, grade)) in right.iter_mut().zip(ASPECTS) {
            match grade(&fixture.expected, &found) {
                Ok(()) => *count += 1,
                Err(reason) => _ = failures.insert(format!("{} {aspect}", fixture.name), reason),
            }
        }
    }
    for (count, (aspect, _)) in right.iter().zip(ASPECTS) {
        println!("{aspect}: {count} of {} fixtures right", fixtures.len());
    }
    let list = std::fs::read_to_string(path(LIST)).unwrap_or_default();
    let known: BTreeMap<String, String> = list
        .lines()
        .filter(|line| !line.starts_with('#'))
        .filter_map(|line| {
            let (fixture, rest) = line.split_once(' ')?;
            let (aspect, reason) = rest.split_once(' ').unwrap_or((rest, ""));
            Some((format!("{fixture} {aspect}"), reason.to_owned()))
        })
        .collect();
    if std::env::var_os("GANGMU_BLESS").is_some() {
        let mut list = LIST_HEAD.to_owned();
        for (failure, reason) in &failures {
            let by_hand = known.get(failure).filter(|reason| !reason.starts_with("expected "));
            writeln!(list, "{failure} {}", by_hand.unwrap_or(reason)).unwrap();
        }
        std::fs::write(path(LIST), list).unwrap();
        return;
    }
    let mut wrong = String::new();
    for (failure, reason) in failures.iter().filter(|(failure, _)| !known.contains_key(*failure)) {
        writeln!(wrong, "new failure: {failure}: {reason}").unwrap();
    }
    for mended in known.keys().filter(|failure| !failures.contains_key(*failure)) {
        writeln!(wrong, "mended, take it off the list: {mended}").unwrap();
    }
    assert!(wrong.is_empty(), "{LIST}:\n{wrong}");
}

#[test]
fn drawings_are_those_kept() {
    let mut changed = Vec::new();
    for fixture in fixtures() {
        let drawing = draw(&parse(&fixture.text));
        let name = fixture.name.replace('/', "__");
        let mut settings = insta::Settings::clone_current();
        settings.set_snapshot_path("snapshots");
        settings.set_prepend_module_to_snapshot(false);
        settings.set_omit_expression(true);
        // One that differs must not hide the others.
        let kept = catch_unwind(AssertUnwindSafe(|| settings.bind(|| insta::assert_snapshot!(name, drawing))));
        if kept.is_err() {
            changed.push(fixture.name);
        }
    }
    assert!(changed.is_empty(), "snapshots differ: {changed:#?}");
}

/// The outline as indented text, then what is said about the text. No offsets: an edit in front of a
/// section must not change its drawing.
fn draw(parsed: &Parsed<'_>) -> String {
    let document = parsed.document();
    let mut out = String::new();
    let part = |span| first(drawn(parsed.text_of(span)).trim(), 16);
    if !document.head.is_empty() {
        writeln!(out, "head: {}", part(document.head)).unwrap();
    }
    writeln!(out, "title: {}", document.title.map_or("-".to_owned(), |title| drawn(parsed.text_of(title)))).unwrap();
    if !document.preface.is_empty() {
        writeln!(out, "preface: {}", part(document.preface)).unwrap();
    }
    // Tails come behind the children, so they wait for the first place further out.
    let mut tails: Vec<(usize, String)> = Vec::new();
    let mut say_tails = |out: &mut String, depth: usize, tail: String| {
        while let Some((at, tail)) = tails.pop_if(|(at, _)| *at >= depth) {
            if !tail.is_empty() {
                writeln!(out, "{}~ {tail}", "  ".repeat(at + 1)).unwrap();
            }
        }
        tails.push((depth, tail));
    };
    for place in document.walk() {
        let (depth, section) = (place.depth() - 1, place.section);
        say_tails(&mut out, depth, part(section.tail));
        write!(out, "{}{} ¦", "  ".repeat(depth), drawn(parsed.text_of(section.marker.span))).unwrap();
        if let Some(heading) = section.heading {
            write!(out, " {}", drawn(parsed.text_of(heading))).unwrap();
        }
        if !section.body.is_empty() {
            write!(out, " ¦ {}", part(section.body)).unwrap();
        }
        out.push('\n');
    }
    say_tails(&mut out, 0, String::new());
    if !document.closing.is_empty() {
        writeln!(out, "closing: {}", part(document.closing)).unwrap();
    }
    for diagnostic in parsed.lint() {
        writeln!(out, "{}: {}", diagnostic.code, diagnostic.message.zh).unwrap();
    }
    out
}
