//! Any text has a tree that keeps every promise.

#![no_main]

libfuzzer_sys::fuzz_target!(|text: &str| {
    let parsed = gangmu::parse(text);
    assert_eq!(parsed.document().check(text), Ok(()));
    for diagnostic in parsed.lint() {
        assert!(diagnostic.span.of(text).is_some());
    }
});
