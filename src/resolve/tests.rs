//! The search against itself: wider, exhaustive, and too narrow.

use super::{Beam, Search, resolve};
use crate::parsed::layout;
use crate::scan::evidence::{self, Layout};
use crate::scan::{Scan, WINDOW, contents, scan};
use crate::weights::DEFAULT;
use crate::{Options, resolve::Mark};

/// Wider than anything a text needs.
const WIDE: Beam = Beam { width: 400, margin: 400, memory: 400, patience: u8::MAX, merge: true, forced: None };
/// Nothing is pruned and nothing merged: every outline there is.
const EXHAUSTIVE: Beam =
    Beam { width: usize::MAX, margin: 1_000_000, memory: 0, patience: u8::MAX, merge: false, forced: None };
const NARROW: Beam = Beam { width: 1, ..Beam::DEFAULT };

fn scanned(text: &str) -> (Scan, Layout) {
    let mut found = Scan::default();
    scan(text, &mut found);
    contents::mark(text, &mut found);
    let layout = layout(text, found.breaks, &Options::new());
    evidence::weigh(&mut found.candidates, layout, &DEFAULT);
    (found, layout)
}

fn search(scan: &Scan, layout: Layout, beam: Beam) -> (i32, Vec<(u32, u8)>) {
    let (mut search, mut marks): (Search, Vec<Mark>) = Default::default();
    let score = resolve(scan, layout, &DEFAULT, beam, &mut search, &mut marks);
    (score, marks.iter().map(|mark| (mark.start, mark.depth)).collect())
}

/// All fixtures.
fn fixtures() -> Vec<String> {
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

#[test]
fn a_much_wider_beam_finds_the_same() {
    let texts = fixtures();
    assert!(texts.len() > 25);
    for text in texts {
        let (scan, layout) = scanned(&text);
        assert_eq!(search(&scan, layout, Beam::DEFAULT), search(&scan, layout, WIDE), "{text}");
    }
}

/// Short random lists of candidates: pieces of text put together by a fixed generator.
fn short_texts(count: usize) -> Vec<String> {
    const PIECES: [&str; 16] = [
        "一、",
        "二、",
        "三、",
        "（一）",
        "（二）",
        "1.",
        "2.",
        "3.",
        "1",
        "2",
        "目标。",
        "任务，",
        "第一条",
        "第二条",
        "说明：",
        "\n",
    ];
    let mut state = 0x2545_F491_4F6C_DD1D_u64;
    let mut next = move |below: usize| {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        usize::try_from(state % below as u64).unwrap()
    };
    (0..count)
        .map(|_| {
            (0..4 + next(5)).map(|_| PIECES[next(PIECES.len())].to_owned() + ["", "办理。", "抓好"][next(3)]).collect()
        })
        .collect()
}

#[test]
fn the_beam_finds_what_exhaustive_search_finds() {
    let mut narrow_missed = 0;
    for text in short_texts(3_000) {
        let (scan, layout) = scanned(&text);
        if scan.candidates.len() > 6 {
            continue;
        }
        let (best, _) = search(&scan, layout, EXHAUSTIVE);
        assert_eq!(search(&scan, layout, Beam::DEFAULT).0, best, "{text}");
        narrow_missed += usize::from(search(&scan, layout, NARROW).0 < best);
    }
    // The test is worth something: a beam that is too narrow fails it.
    assert!(narrow_missed > 20, "{narrow_missed}");
}

#[test]
fn a_text_read_in_windows_is_read_as_one() {
    let text = fixtures().join("\n").repeat(6);
    let (scan, layout) = scanned(&text);
    assert!(scan.candidates.len() > 2 * WINDOW);
    let (mut whole, mut marks): (Search, Vec<Mark>) = Default::default();
    resolve(&scan, layout, &DEFAULT, Beam::DEFAULT, &mut whole, &mut marks);
    crate::doubt::lower(&mut marks);
    let marks = marks.iter().map(|mark| (mark.start, usize::from(mark.depth) + 1, mark.confidence));
    let parsed = crate::parse(&text);
    let places = parsed.document().walk();
    let read = places.map(|place| (place.section.marker.span.start, place.depth(), place.section.confidence));
    assert!(marks.eq(read));
}

#[test]
fn the_same_text_gives_the_same_outline_with_used_buffers() {
    let (mut used, mut marks): (Search, Vec<Mark>) = Default::default();
    for text in fixtures() {
        let (scan, layout) = scanned(&text);
        let score = resolve(&scan, layout, &DEFAULT, Beam::DEFAULT, &mut used, &mut marks);
        assert_eq!(
            (score, marks.iter().map(|mark| (mark.start, mark.depth)).collect()),
            search(&scan, layout, Beam::DEFAULT)
        );
    }
}
