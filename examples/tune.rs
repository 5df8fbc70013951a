//! Measures and moves the weights of the search on a corpus with gold outlines.
//!
//! ```sh
//! cargo run --release --features tuning --example tune -- ablate CORPUS/*.jsonl
//! cargo run --release --features tuning --example tune -- fit --rounds 3 CORPUS/*.jsonl
//! ```
//!
//! A corpus line is `{"id", "layout", "text", "outline": [{"start", "parent"}]}`, offsets in characters.
//! `ablate` sets each weight to 0 in turn and prints the change of edge F1 and how many texts of `fixtures/` are read otherwise:
//! a weight that changes neither is to be taken out. `fit` moves one weight at a
//! time as long as the mean edge F1 over files and layouts gets better by more than noise, and prints
//! the values that changed. `--without ID,ID` leaves documents out, `--only ID,ID` keeps only these, `--set NAME=VALUE,…` begins
//! with other values.

use std::collections::BTreeMap;
use std::path::Path;
use std::process::ExitCode;

use gangmu::tuning::{Scanned, Table};
use serde_json::Value;

/// A gain below this is noise: one edge in a few hundred.
const NOISE: f64 = 0.000_06;

struct Record {
    scanned: Scanned,
    gold: Vec<(u32, Option<u32>)>,
    group: String,
}

fn main() -> ExitCode {
    match run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("tune: {error}");
            ExitCode::from(2)
        }
    }
}

fn run() -> Result<(), Box<dyn std::error::Error>> {
    let (mut mode, mut files, mut rounds) = (String::new(), Vec::new(), 2);
    let (mut without, mut only, mut set): (Vec<String>, Vec<String>, Vec<String>) = Default::default();
    let mut arguments = std::env::args().skip(1);
    while let Some(argument) = arguments.next() {
        let mut list = || arguments.next().unwrap_or_default().split(',').map(str::to_owned).collect::<Vec<_>>();
        match argument.as_str() {
            "--rounds" => rounds = list().concat().parse()?,
            "--without" => without = list(),
            "--only" => only = list(),
            "--set" => set = list(),
            _ if mode.is_empty() => mode = argument,
            _ => files.push(argument),
        }
    }
    let mut records = Vec::new();
    for file in &files {
        read(file, &without, &only, &mut records)?;
    }
    let mut table = Table::default();
    for change in &set {
        let (name, value) = change.split_once('=').ok_or("--set takes NAME=VALUE,NAME=VALUE")?;
        let index = (0..Table::len()).find(|&index| Table::name(index) == name).ok_or("--set: no such weight")?;
        table.set(index, value.parse()?);
    }
    println!("{:.5} over {} records", print(&mut records, &table), records.len());
    match mode.as_str() {
        "score" => {}
        "ablate" => ablate(&mut records, &table)?,
        "fit" => fit(&mut records, &mut table, rounds),
        _ => return Err("the first argument is score, ablate or fit".into()),
    }
    Ok(())
}

fn read(
    file: &str,
    without: &[String],
    only: &[String],
    records: &mut Vec<Record>,
) -> Result<(), Box<dyn std::error::Error>> {
    let stem = Path::new(file).file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default();
    for line in std::fs::read_to_string(file)?.lines() {
        let record: Value = serde_json::from_str(line)?;
        let id = record["id"].as_str().unwrap_or_default().to_owned();
        if without.contains(&id) || !only.is_empty() && !only.contains(&id) || !record["doubt"].is_null() {
            continue;
        }
        let text = record["text"].as_str().unwrap_or_default();
        let bytes: Vec<u32> = text.char_indices().map(|(at, _)| at as u32).chain([text.len() as u32]).collect();
        let items = record["outline"].as_array().cloned().unwrap_or_default();
        let start = |item: &Value| item["start"].as_u64().and_then(|at| bytes.get(at as usize)).copied().unwrap_or(0);
        let parent = |item: &Value| item["parent"].as_u64().and_then(|at| items.get(at as usize)).map(start);
        let gold = items.iter().map(|item| (start(item), parent(item))).collect();
        // Small files count as one group: a group of thirty items would outvote thousands.
        let small = matches!(stem.as_str(), "traps" | "seed" | "fixtures");
        let layout = if small { "all" } else { record["layout"].as_str().unwrap_or_default() };
        let group = format!("{stem} {layout}");
        records.push(Record { scanned: Scanned::new(text), gold, group });
    }
    Ok(())
}

/// Edge F1 of each file and layout.
fn score(records: &mut [Record], table: &Table) -> BTreeMap<String, f64> {
    let mut counts: BTreeMap<String, (usize, usize, usize, usize)> = BTreeMap::new();
    for record in records {
        let found = record.scanned.outline(table);
        let edge = |&(start, parent): &(u32, Option<usize>)| (start, parent.map(|index| found[index].0));
        let gold: std::collections::BTreeSet<_> = record.gold.iter().copied().collect();
        let hits = found.iter().map(edge).filter(|edge| gold.contains(edge)).count();
        let count = counts.entry(record.group.clone()).or_default();
        count.0 += hits;
        count.1 += found.len();
        count.2 += record.gold.len();
        count.3 += usize::from(hits == found.len() && hits == gold.len());
    }
    counts
        .into_iter()
        .map(|(group, (hit, found, gold, _))| (group, 2.0 * hit as f64 / (found + gold).max(1) as f64))
        .collect()
}

fn mean(scores: &BTreeMap<String, f64>) -> f64 {
    scores.values().sum::<f64>() / scores.len().max(1) as f64
}

fn print(records: &mut [Record], table: &Table) -> f64 {
    let scores = score(records, table);
    for (group, score) in &scores {
        println!("{group:<24} {score:.5}");
    }
    mean(&scores)
}

fn ablate(records: &mut [Record], table: &Table) -> std::io::Result<()> {
    let mut fixtures = fixtures(&Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures"))?;
    let base = mean(&score(records, table));
    let read: Vec<_> = fixtures.iter_mut().map(|fixture| fixture.outline(table)).collect();
    println!("weight                 value   edge F1  of {} fixtures", fixtures.len());
    for index in 0..Table::len() {
        let mut without = table.clone();
        without.set(index, 0);
        let change = mean(&score(records, &without)) - base;
        let now = fixtures.iter_mut().map(|fixture| fixture.outline(&without));
        let otherwise = now.zip(&read).filter(|(now, read)| now != *read).count();
        println!("{:<22} {:>5} {:>+9.5} {:>4}", Table::name(index), table.get(index), change, otherwise);
    }
    Ok(())
}

/// The texts below a folder.
fn fixtures(folder: &Path) -> std::io::Result<Vec<Scanned>> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            found.append(&mut fixtures(&path)?);
        } else if path.extension().is_some_and(|extension| extension == "txt")
            && let Ok(text) = std::fs::read_to_string(&path)
        {
            found.push(Scanned::new(&text));
        }
    }
    Ok(found)
}

fn fit(records: &mut [Record], table: &mut Table, rounds: usize) {
    let before = table.clone();
    let mut best = mean(&score(records, table));
    for round in 0..rounds {
        let start = best;
        for index in 0..Table::len() {
            for step in [3, -3, 8, -8] {
                let value = table.get(index);
                table.set(index, value + step);
                let found = mean(&score(records, table));
                if found > best + NOISE {
                    best = found;
                    println!("{best:.5} {:<22} {value:>4} -> {}", Table::name(index), value + step);
                } else {
                    table.set(index, value);
                }
            }
        }
        println!("round {round}: {best:.5}");
        if best - start < 10.0 * NOISE {
            break;
        }
    }
    for index in 0..Table::len() {
        if before.get(index) != table.get(index) {
            println!("(F::{}, {},", Table::name(index), table.get(index));
        }
    }
    print(records, table);
}
