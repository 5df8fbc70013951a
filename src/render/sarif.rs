//! Diagnostics as SARIF 2.1.0, the form that code hosts and editors read.
//!
//! ```text
//! SarifLog ─ runs[0] ─ tool.driver.rules      one for each code
//!                    ─ columnKind             utf16CodeUnits, said though it is the default
//!                    ─ results[] ─ locations, relatedLocations, fixes
//! ```
//!
//! Written by hand: the structs are those parts of the OASIS standard that we have something for.

use serde::Serialize;

use super::{Language, printable};
use crate::{Code, Diagnostic, LineIndex, Severity, Span};

/// A SARIF log with one run; write it with any `serde` format, in practice JSON.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct SarifLog {
    #[serde(rename = "$schema")]
    schema: &'static str,
    version: &'static str,
    runs: [Run; 1],
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
struct Run {
    tool: Tool,
    column_kind: &'static str,
    results: Vec<Outcome>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
struct Tool {
    driver: Driver,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
struct Driver {
    name: &'static str,
    version: &'static str,
    rules: Vec<Rule>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
struct Rule {
    id: &'static str,
    short_description: Text,
    default_configuration: Configuration,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
struct Configuration {
    level: &'static str,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
struct Text {
    text: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
struct Outcome {
    rule_id: &'static str,
    rule_index: usize,
    level: &'static str,
    message: Text,
    locations: [Location; 1],
    #[serde(skip_serializing_if = "Vec::is_empty")]
    related_locations: Vec<Location>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    fixes: Vec<Change>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
struct Location {
    physical_location: Physical,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
struct Physical {
    artifact_location: Artifact,
    region: Region,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
struct Artifact {
    uri: String,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
struct Region {
    start_line: usize,
    start_column: usize,
    end_line: usize,
    end_column: usize,
    byte_offset: usize,
    byte_length: usize,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
struct Change {
    artifact_changes: [ArtifactChange; 1],
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
struct ArtifactChange {
    artifact_location: Artifact,
    replacements: [Replacement; 1],
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
struct Replacement {
    deleted_region: Region,
    inserted_content: Text,
}

/// The log for these files: path, text, diagnostics of each.
#[must_use]
pub fn sarif<'a>(
    files: impl IntoIterator<Item = (&'a str, &'a str, &'a [Diagnostic])>,
    language: Language,
) -> SarifLog {
    let rule = |code: Code| Rule {
        id: code.name(),
        short_description: Text { text: code.name().replace('-', " ") },
        default_configuration: Configuration { level: level(code.severity()) },
    };
    let mut results = Vec::new();
    for (path, text, diagnostics) in files {
        let index = LineIndex::new(text);
        let artifact = Artifact { uri: uri(path) };
        results.extend(diagnostics.iter().map(|diagnostic| outcome(diagnostic, &artifact, &index, language)));
    }
    let driver =
        Driver { name: "gangmu", version: env!("CARGO_PKG_VERSION"), rules: Code::ALL.into_iter().map(rule).collect() };
    SarifLog {
        schema: "https://json.schemastore.org/sarif-2.1.0.json",
        version: "2.1.0",
        runs: [Run { tool: Tool { driver }, column_kind: "utf16CodeUnits", results }],
    }
}

fn outcome(diagnostic: &Diagnostic, artifact: &Artifact, index: &LineIndex<'_>, language: Language) -> Outcome {
    let location = |span: Span| Location {
        physical_location: Physical { artifact_location: artifact.clone(), region: region(span, index) },
    };
    let fix = diagnostic.fix.as_ref().map(|fix| Change {
        artifact_changes: [ArtifactChange {
            artifact_location: artifact.clone(),
            replacements: [Replacement {
                deleted_region: region(fix.span, index),
                inserted_content: Text { text: fix.replacement.clone() },
            }],
        }],
    });
    let message = match language {
        Language::Zh => &diagnostic.message.zh,
        Language::En => &diagnostic.message.en,
    };
    Outcome {
        rule_id: diagnostic.code.name(),
        rule_index: Code::ALL.iter().position(|code| *code == diagnostic.code).unwrap_or(0),
        level: level(diagnostic.severity),
        message: Text { text: printable(message) },
        locations: [location(diagnostic.span)],
        related_locations: diagnostic.related.map(location).into_iter().collect(),
        fixes: fix.into_iter().collect(),
    }
}

const fn level(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Information => "note",
    }
}

fn region(span: Span, index: &LineIndex<'_>) -> Region {
    let (start, end) = (index.position(span.range().start), index.position(span.range().end));
    Region {
        start_line: start.line,
        start_column: start.utf16_column,
        end_line: end.line,
        end_column: end.utf16_column,
        byte_offset: span.range().start,
        byte_length: span.len(),
    }
}

/// A path as a URI reference: what RFC 3986 does not allow in a path is percent-encoded.
fn uri(path: &str) -> String {
    let mut uri = String::with_capacity(path.len());
    for byte in path.bytes() {
        match byte {
            b'\\' => uri.push('/'),
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' | b'/' => uri.push(char::from(byte)),
            other => uri.push_str(&format!("%{other:02X}")),
        }
    }
    uri
}

#[cfg(test)]
mod tests {
    use super::{Language, sarif, uri};
    use crate::parse;

    #[test]
    fn the_log_has_place_and_fix() {
        let text = "要点\n一、目标。1快办。2.好办。3.省办。二、任务。";
        let said = parse(text).lint();
        let log = serde_json::to_value(sarif([("计划 a.txt", text, said.as_slice())], Language::En)).unwrap();
        let run = &log["runs"][0];
        assert_eq!((&log["version"], &run["columnKind"]), (&"2.1.0".into(), &"utf16CodeUnits".into()));
        let result = &run["results"][0];
        let place = &result["locations"][0]["physicalLocation"];
        assert_eq!(result["ruleId"], "lost-delimiter");
        let index = usize::try_from(result["ruleIndex"].as_u64().unwrap()).unwrap();
        assert_eq!(run["tool"]["driver"]["rules"][index]["id"], "lost-delimiter");
        assert_eq!(place["artifactLocation"]["uri"], "%E8%AE%A1%E5%88%92%20a.txt");
        assert_eq!((&place["region"]["startLine"], &place["region"]["startColumn"]), (&2.into(), &6.into()));
        let replacement = &result["fixes"][0]["artifactChanges"][0]["replacements"][0];
        assert_eq!(replacement["insertedContent"]["text"], ".");
        assert_eq!(uri("a\\b/c.txt"), "a/b/c.txt");
    }
}
