//! Outlines of real documents against gold ones, where such a corpus is at hand.
//!
//! ```sh
//! GANGMU_CORPUS=DIR cargo test --release --test corpus -- --nocapture
//! ```
//!
//! `DIR/*.jsonl`, a line a record: `{"id", "layout", "text", "outline": [{"start", "parent"}]}`, offsets
//! in characters, `parent` an index into the outline or null; a record with `doubt` has a disputed
//! outline and is left out. A marker is right when its start is, an edge when the start of the parent
//! is too. F1 is over all items of a file and layout.
//!
//! The corpus is no part of the crate, so without it the test passes and says so.

#![allow(clippy::unwrap_used)]

use std::collections::{BTreeMap, HashSet};

use serde_json::Value;

/// Least edge F1 of a file and layout; `*`: all layouts of the file together, where each holds few items.
const FLOORS: [(&str, &str, f64); 10] = [
    ("laws", "lines", 0.9995),
    ("laws", "flat", 0.9995),
    ("policy", "lines", 0.997),
    ("policy", "flat", 0.995),
    ("policy", "noisy", 0.995),
    ("genres", "lines", 0.995),
    ("genres", "flat", 0.995),
    ("genres", "noisy", 0.985),
    ("traps", "*", 0.999),
    ("seed", "*", 1.0),
];

/// A marker's start, and that of the marker around it, in bytes.
type Edge = (usize, Option<usize>);

#[derive(Default)]
struct Count {
    records: usize,
    exact: usize,
    found: usize,
    gold: usize,
    markers: usize,
    edges: usize,
}

impl Count {
    fn add(&mut self, gold: &[Edge], found: &[Edge]) {
        let edges: HashSet<_> = gold.iter().collect();
        let starts: HashSet<_> = gold.iter().map(|(start, _)| start).collect();
        let hits = found.iter().filter(|edge| edges.contains(edge)).count();
        self.records += 1;
        self.exact += usize::from(hits == gold.len() && hits == found.len());
        self.found += found.len();
        self.gold += gold.len();
        self.markers += found.iter().filter(|(start, _)| starts.contains(start)).count();
        self.edges += hits;
    }

    /// 1 where there is nothing to find and nothing was found.
    fn f1(&self, hits: usize) -> f64 {
        if self.found + self.gold == 0 { 1.0 } else { 2.0 * hits as f64 / (self.found + self.gold) as f64 }
    }
}

fn gold(record: &Value, text: &str) -> Vec<Edge> {
    let bytes: Vec<usize> = text.char_indices().map(|(at, _)| at).collect();
    let items = record["outline"].as_array().unwrap();
    let start = |item: &Value| bytes[usize::try_from(item["start"].as_u64().unwrap()).unwrap()];
    let parent = |item: &Value| item["parent"].as_u64().map(|index| start(&items[usize::try_from(index).unwrap()]));
    items.iter().map(|item| (start(item), parent(item))).collect()
}

fn found(text: &str) -> Vec<Edge> {
    let parsed = gangmu::parse(text);
    assert_eq!(parsed.document().check(text), Ok(()));
    let start = |section: &gangmu::Section| section.span.start as usize;
    parsed.document().walk().map(|place| (start(place.section), place.parent().map(start))).collect()
}

#[test]
fn outlines_of_real_documents() {
    let Some(folder) = std::env::var_os("GANGMU_CORPUS") else {
        println!("skipped: GANGMU_CORPUS names no folder");
        return;
    };
    let mut counts: BTreeMap<(String, String), Count> = BTreeMap::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_none_or(|extension| extension != "jsonl") {
            continue;
        }
        let file = path.file_stem().unwrap().to_string_lossy().into_owned();
        for line in std::fs::read_to_string(&path).unwrap().lines() {
            let record: Value = serde_json::from_str(line).unwrap();
            if !record["doubt"].is_null() {
                continue;
            }
            let text = record["text"].as_str().unwrap();
            let (gold, found) = (gold(&record, text), found(text));
            for layout in [record["layout"].as_str().unwrap(), "*"] {
                counts.entry((file.clone(), layout.to_owned())).or_default().add(&gold, &found);
            }
        }
    }
    assert!(!counts.is_empty(), "no *.jsonl in the folder that GANGMU_CORPUS names");
    println!(
        "{:<10} {:<6} {:>7} {:>6} {:>6} {:>9} {:>9}",
        "file", "layout", "records", "exact", "items", "markers", "edges"
    );
    let mut low = Vec::new();
    for ((file, layout), count) in &counts {
        let (markers, edges) = (count.f1(count.markers), count.f1(count.edges));
        let Count { records, exact, gold, .. } = count;
        println!("{file:<10} {layout:<6} {records:>7} {exact:>6} {gold:>6} {markers:>9.5} {edges:>9.5}");
        let floor = FLOORS.iter().find(|(of, at, _)| of == file && at == layout);
        if let Some((.., floor)) = floor.filter(|(.., floor)| edges < *floor) {
            low.push(format!("{file} {layout}: edges {edges:.5} < {floor}"));
        }
    }
    assert!(low.is_empty(), "{low:#?}");
}
