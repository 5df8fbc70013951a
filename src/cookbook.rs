//! Recipes: what people do with an outline, each in a few lines that compile and run.
//!
//! # Parse
//!
//! ```
//! let parsed = gangmu::parse("一、抓统筹。1.建机制。每月调度。2.强队伍。二、抓落实。");
//! assert_eq!(parsed.document().len(), 4);
//! ```
//!
//! # Walk
//!
//! ```
//! let parsed = gangmu::parse("一、抓统筹。1.建机制。2.强队伍。二、抓落实。");
//! let contents: Vec<String> = parsed
//!     .document()
//!     .walk()
//!     .map(|place| format!("{}{}", "  ".repeat(place.depth() - 1), parsed.text_of(place.section.marker.span)))
//!     .collect();
//! assert_eq!(contents, ["一、", "  1.", "  2.", "二、"]);
//! ```
//!
//! # Look up
//!
//! An article by its number, and the section under a place in the text:
//!
//! ```
//! use gangmu::{Form, Number, Unit};
//! let text = "第一章 总则\n第一条 为了规范，制定本法。\n第二条 本法适用于此。\n";
//! let parsed = gangmu::parse(text);
//! let second = Number::new(&[2]).unwrap();
//! let article = parsed
//!     .document()
//!     .walk()
//!     .find(|place| place.section.marker.style.form == Form::Unit(Unit::Article) && place.section.marker.number == second)
//!     .unwrap();
//! assert_eq!(parsed.text_of(article.section.body).trim_end(), "本法适用于此。");
//! let place = parsed.document().section_at(text.find("适用").unwrap()).unwrap();
//! assert_eq!(place.section, article.section);
//! ```
//!
//! # Chunk
//!
//! For retrieval: at most 40 characters each, the path of headings in front.
//!
//! ```
//! use gangmu::ChunkOptions;
//! let text = "一、抓统筹。1.建机制。每月调度，按季通报，逐项落实。2.强队伍。每年轮训。二、抓落实。";
//! let parsed = gangmu::parse(text);
//! let chunks = parsed.chunks(&ChunkOptions::new(40).path_in_text(true).source("plan.txt"));
//! assert!(chunks.iter().all(|chunk| chunk.text.chars().count() <= 40));
//! let own: String = chunks.iter().map(|chunk| parsed.text_of(chunk.span())).collect();
//! assert_eq!(own, text);
//! println!("{}", serde_json::to_string(&chunks[0]).unwrap());
//! ```
//!
//! # Lint and fix
//!
//! ```
//! let text = "一、抓统筹1完善机制。每月调度。2.强队伍。每年轮训。二、抓落实。按季通报。";
//! let mut mended = text.to_owned();
//! // From the back, so that the places before stay where they are.
//! for fix in gangmu::parse(text).lint().iter().rev().filter_map(|diagnostic| diagnostic.fix.as_ref()) {
//!     mended.replace_range(fix.span.range(), &fix.replacement);
//! }
//! assert!(mended.contains("1.完善机制"));
//! ```
//!
//! # Batch
//!
//! One parser keeps its buffers; a thread needs one of its own.
//!
//! ```
//! use gangmu::{Options, Parser};
//! let mut parser = Parser::new(Options::new());
//! let mut sections = 0;
//! for text in ["一、目标。二、任务。", "第一条 甲。第二条 乙。"] {
//!     sections += parser.parse(text).document().len();
//! }
//! assert_eq!(sections, 4);
//! ```
//!
//! # Table
//!
//! ```
//! let parsed = gangmu::parse("一、抓统筹。二、抓落实。");
//! let mut csv = Vec::new();
//! gangmu::Csv::new().bom(true).rows(&parsed, &mut csv).unwrap();
//! assert!(String::from_utf8(csv).unwrap().starts_with("\u{FEFF}id,parent,"));
//! ```
