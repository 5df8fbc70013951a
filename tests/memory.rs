//! How often a document allocates, and how much memory it takes at most beside its text.
//!
//! ```text
//! 15 KB, fresh and with a Parser that has read others      allocations a document
//! 1 MB: documents, one document                            peak of bytes / bytes of text
//! ```
//!
//! Counted by an allocator that takes every growth of a buffer for an allocation that lives beside the old one, as
//! it does where no page can be moved: the true peak of large buffers is lower.

#![allow(clippy::unwrap_used)]

#[path = "../benches/made/mod.rs"]
mod made;

use allocation_counter::{AllocationInfo, measure};
use gangmu::{Options, Parser};

/// The most allocations of one document of [`LENGTH`] bytes.
const FRESH: u64 = 60;
const REUSED: u64 = 30;
const LENGTH: std::ops::Range<usize> = 14_000..16_000;
/// The most bytes above the text, in hundredths of its length.
const PEAK: u64 = 150;

/// Documents of some 15 KB; many, for how much is to be kept depends on the text.
fn documents(between: &str) -> Vec<String> {
    let documents = made::documents(between, 2_000_000);
    documents.into_iter().filter(|text| LENGTH.contains(&text.len())).collect()
}

/// What is counted without what is made once a process.
fn counted(parser: &mut Parser, text: &str) -> AllocationInfo {
    measure(|| drop(parser.parse(text)))
}

fn median(mut numbers: Vec<u64>) -> u64 {
    numbers.sort_unstable();
    numbers[numbers.len() / 2]
}

#[test]
fn allocations_of_a_document() {
    for (layout, between) in [("flat", ""), ("lines", "\n")] {
        let documents = documents(between);
        assert!(documents.len() > 10);
        let mut parser = Parser::new(Options::new());
        for text in &documents {
            drop(parser.parse(text)); // also compiles the expressions
        }
        let fresh: Vec<u64> =
            documents.iter().map(|text| counted(&mut Parser::new(Options::new()), text).count_total).collect();
        let reused: Vec<u64> = documents.iter().map(|text| counted(&mut parser, text).count_total).collect();
        println!("{layout}: fresh {fresh:?}\n{layout}: reused {reused:?}");
        let (fresh, reused) = (median(fresh), median(reused));
        println!("{layout}: fresh {fresh}, reused {reused}");
        assert!(fresh <= FRESH, "{layout}: {fresh} allocations, fresh");
        assert!(reused <= REUSED, "{layout}: {reused} allocations, reused");
    }
}

#[test]
fn peak_of_a_large_document() {
    for (layout, between) in [("flat", ""), ("lines", "\n")] {
        for bytes in [1_000_000, 4_000_000] {
            let text = made::documents(between, bytes).join(between);
            drop(gangmu::parse(&text)); // what the expressions for the title keep is made once a process
            let peak = counted(&mut Parser::new(Options::new()), &text).bytes_max;
            let share = peak * 100 / text.len() as u64;
            println!("{layout}, {} bytes: {share} % of the text", text.len());
            assert!(share <= PEAK, "{layout}: {share} % of the text");
        }
    }
}
