//! The tree written as JSON reads back as the same tree; and JSON that anyone wrote is a tree or an error.

#![no_main]

libfuzzer_sys::fuzz_target!(|text: &str| {
    let parsed = gangmu::parse(text);
    let json = serde_json::to_string(&parsed).expect("a tree can be written");
    let back: gangmu::Document = serde_json::from_str(&json).expect("what was written can be read");
    assert_eq!(&back, parsed.document());
    if let Ok(document) = serde_json::from_str::<gangmu::Document>(text) {
        let _ = document.check(text);
        let _ = document.walk();
    }
});
