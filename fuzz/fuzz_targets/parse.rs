//! Any text has a tree that keeps every promise, the same each time, and diagnostics that lie in the text.

#![no_main]

use std::cell::RefCell;

use gangmu::{Options, Parser};

thread_local! {
    /// Kept from one input to the next: what a parser has read before must not show.
    static PARSER: RefCell<Parser> = RefCell::new(Parser::new(Options::new()));
}

libfuzzer_sys::fuzz_target!(|text: &str| {
    PARSER.with_borrow_mut(|parser| {
        let parsed = parser.parse(text);
        assert_eq!(parsed.document().check(text), Ok(()));
        for diagnostic in parsed.lint() {
            assert!(diagnostic.span.of(text).is_some());
        }
        if text.len() % 8 == 0 {
            assert_eq!(parsed, gangmu::parse(text));
        }
    });
});
