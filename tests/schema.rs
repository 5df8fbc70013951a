//! The committed JSON Schemas are current, and everything that is written obeys them.
//!
//! The validator below knows the few keywords our schemas use and refuses any other: that keeps some
//! sixty crates out of the test build. `examples/python/check_outputs.py` asks Python's `jsonschema` too.

#![cfg(feature = "schema")]
#![allow(clippy::unwrap_used)] // a test that cannot unwrap has failed

mod support;

use std::io::Write;
use std::process::{Command, Stdio};
use std::{env, fs};

use gangmu::{ChunkOptions, OffsetUnit, parse, schema};
use serde_json::{Value, json};
use support::{Fixture, fixtures};

/// With `UPDATE_SCHEMA=1` writes the schemas instead.
#[test]
fn committed_schemas_are_current() {
    let folder = support::path("schema");
    for (name, schema) in schema::all() {
        let current = serde_json::to_string_pretty(&schema).unwrap() + "\n";
        if env::var_os("UPDATE_SCHEMA").is_some() {
            fs::write(folder.join(name), &current).unwrap();
        }
        let committed = fs::read_to_string(folder.join(name)).unwrap_or_default();
        assert!(
            committed == current,
            "schema/{name} is old: UPDATE_SCHEMA=1 cargo test --features schema --test schema"
        );
    }
}

fn schema(name: &str) -> Value {
    let (_, schema) = schema::all().into_iter().find(|(file, _)| *file == name).unwrap();
    schema.to_value()
}

#[test]
fn every_fixture_obeys_its_schema() {
    let (document, row, chunk) = (schema("document.v1.json"), schema("row.v1.json"), schema("chunk.v1.json"));
    for Fixture { name, text, .. } in fixtures() {
        let parsed = parse(&text);
        for unit in [OffsetUnit::Byte, OffsetUnit::Char, OffsetUnit::Utf16] {
            valid(&document, &serde_json::to_value(parsed.with_offsets(unit)).unwrap(), &name);
        }
        for one in parsed.rows() {
            valid(&row, &serde_json::to_value(one).unwrap(), &name);
        }
        for one in parsed.chunks(&ChunkOptions::new(100).path_in_text(true)) {
            valid(&chunk, &serde_json::to_value(one).unwrap(), &name);
        }
    }
}

#[test]
fn every_line_of_the_filter_obeys_its_schema() {
    let mut input: Vec<u8> = Vec::new();
    for Fixture { name, text, .. } in fixtures() {
        input.extend(serde_json::to_vec(&json!({"id": name, "layout": "flat", "text": text})).unwrap());
        input.push(b'\n');
    }
    input.extend(b"no json\n{\"id\": 1}\n{\"text\": 1}\n\xFF\n\n");
    for arguments in [&[][..], &["--keep-text"], &["--outline"]] {
        let mut filter = Command::new(example("jsonl"))
            .args(arguments)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let mut stdin = filter.stdin.take().unwrap();
        let feed = input.clone();
        let feeder = std::thread::spawn(move || stdin.write_all(&feed));
        let output = filter.wait_with_output().unwrap();
        feeder.join().unwrap().unwrap();
        let lines: Vec<_> = str::from_utf8(&output.stdout).unwrap().lines().collect();
        assert_eq!(lines.len(), fixtures().len() + 5);
        let line = schema("jsonl.v1.json");
        for text in lines {
            valid(&line, &serde_json::from_str(text).unwrap(), text);
        }
    }
}

/// The example's program, which `cargo test` builds beside the tests.
fn example(name: &str) -> std::path::PathBuf {
    let mut path = env::current_exe().unwrap();
    path.pop();
    path.pop();
    path.join("examples").join(format!("{name}{}", env::consts::EXE_SUFFIX))
}

/// A key that is not in the schema fails here, though readers shall skip it: nothing is written
/// without being described.
#[test]
fn the_validator_sees_what_is_wrong() {
    let document = schema("document.v1.json");
    let good = serde_json::to_value(parse("一、目标。二、任务。")).unwrap();
    assert_eq!(errors(&document, &document, &good), None);
    let wrong: [(&str, Value); 7] = [
        ("/schema_version", json!(2)),
        ("/title", json!(3)),
        ("/sections/0/confidence", json!(101)),
        ("/sections/0/marker/form", json!("dash")),
        ("/sections/0/marker/number", json!([])),
        ("/sections/0/span", json!({"start": -1, "end": 2})),
        ("/sections/0/span", json!({"start": 1, "end": 2, "more": 3})),
    ];
    for (place, value) in wrong {
        let mut bad = good.clone();
        *bad.pointer_mut(place).unwrap() = value;
        assert!(errors(&document, &document, &bad).is_some(), "{place}");
    }
    let mut bad = good;
    bad.as_object_mut().unwrap().remove("closing");
    assert!(errors(&document, &document, &bad).is_some());
}

fn valid(schema: &Value, value: &Value, name: &str) {
    if let Some(error) = errors(schema, schema, value) {
        panic!("{name}: {error}");
    }
}

/// The first thing wrong with a value, if any.
fn errors(root: &Value, schema: &Value, value: &Value) -> Option<String> {
    let wrong = |keyword: &str| Some(format!("{keyword}: {value:.200}"));
    let Value::Object(keywords) = schema else { return None };
    // The lines of the filter hand on whatever fields there were.
    let open = root["title"] == "Line";
    for (keyword, rule) in keywords {
        let holds = match keyword.as_str() {
            "$schema" | "title" | "description" | "format" | "$defs" | "required" => true,
            "$ref" => {
                let pointer = rule.as_str().unwrap().strip_prefix('#').unwrap();
                if let Some(error) = errors(root, root.pointer(pointer).unwrap(), value) {
                    return Some(error);
                }
                true
            }
            "type" => match rule {
                Value::Array(types) => types.iter().any(|name| is_a(name, value)),
                name => is_a(name, value),
            },
            "enum" => rule.as_array().unwrap().contains(value),
            "const" => rule == value,
            "minimum" => value.as_f64().is_none_or(|number| number >= rule.as_f64().unwrap()),
            "maximum" => value.as_f64().is_none_or(|number| number <= rule.as_f64().unwrap()),
            "minItems" => value.as_array().is_none_or(|items| items.len() as u64 >= rule.as_u64().unwrap()),
            "maxItems" => value.as_array().is_none_or(|items| items.len() as u64 <= rule.as_u64().unwrap()),
            "items" => {
                match value.as_array().and_then(|items| items.iter().find_map(|item| errors(root, rule, item))) {
                    Some(error) => return Some(error),
                    None => true,
                }
            }
            "anyOf" => rule.as_array().unwrap().iter().any(|one| errors(root, one, value).is_none()),
            "properties" => {
                let Some(object) = value.as_object() else { continue };
                for key in keywords.get("required").and_then(Value::as_array).into_iter().flatten() {
                    if !object.contains_key(key.as_str().unwrap()) {
                        return wrong(&format!("{key} is not there"));
                    }
                }
                for (key, inner) in object {
                    match rule.get(key) {
                        Some(rule) => {
                            if let Some(error) = errors(root, rule, inner) {
                                return Some(format!("{key}: {error}"));
                            }
                        }
                        None if open => {}
                        None => return wrong(&format!("{key} is not in the schema")),
                    }
                }
                true
            }
            other => panic!("the validator does not know {other}"),
        };
        if !holds {
            return wrong(keyword);
        }
    }
    None
}

fn is_a(name: &Value, value: &Value) -> bool {
    match name.as_str().unwrap() {
        "object" => value.is_object(),
        "array" => value.is_array(),
        "string" => value.is_string(),
        "integer" => value.is_i64() || value.is_u64(),
        "boolean" => value.is_boolean(),
        "null" => value.is_null(),
        other => panic!("the validator does not know the type {other}"),
    }
}
