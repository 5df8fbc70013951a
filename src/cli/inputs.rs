//! From arguments to texts: which files, in which order, in which encoding.

use std::fs;
use std::io::{self, BufRead, BufReader, Read};
use std::path::{Path, PathBuf};

use encoding_rs::{Encoding, GB18030};

use crate::Failure;
use crate::args::Files;

/// The files in the order of the arguments; those of a folder, and of the folders in it, by name.
pub(crate) fn list(files: &Files) -> Result<Vec<PathBuf>, Failure> {
    let mut given = files.inputs.clone();
    if let Some(list) = &files.files_from {
        let cannot =
            |error: io::Error| Failure::Said(format!("读不了 {}：{error}（cannot read the list）", list.display()));
        let source: Box<dyn Read> = if list == Path::new("-") {
            Box::new(io::stdin())
        } else {
            Box::new(fs::File::open(list).map_err(cannot)?)
        };
        for line in BufReader::new(source).lines() {
            let line = line.map_err(cannot)?;
            if !line.is_empty() {
                given.push(PathBuf::from(line));
            }
        }
    }
    let mut all = Vec::new();
    for path in given {
        if path.is_dir() {
            folder(path, &mut all)?;
        } else {
            all.push(path);
        }
    }
    Ok(all)
}

fn folder(root: PathBuf, all: &mut Vec<PathBuf>) -> Result<(), Failure> {
    let mut found = Vec::new();
    let mut folders = vec![root];
    while let Some(folder) = folders.pop() {
        let cannot = |error: io::Error| {
            Failure::Said(format!("读不了文件夹 {}：{error}（cannot read the folder）", folder.display()))
        };
        for entry in fs::read_dir(&folder).map_err(cannot)? {
            let entry = entry.map_err(cannot)?;
            // Links are not followed: one that leads upwards has no end.
            if entry.file_type().map_err(cannot)?.is_dir() {
                folders.push(entry.path());
            } else if entry.path().extension().is_some_and(|extension| extension.eq_ignore_ascii_case("txt")) {
                found.push(entry.path());
            }
        }
    }
    found.sort();
    all.append(&mut found);
    Ok(())
}

/// Reads one text.
pub(crate) fn read(path: &Path, encoding: Option<&'static Encoding>) -> Result<String, String> {
    let mut bytes = Vec::new();
    let result = if path == Path::new("-") {
        io::stdin().lock().read_to_end(&mut bytes).map(drop)
    } else {
        fs::read(path).map(|content| bytes = content)
    };
    result.map_err(|error| match error.kind() {
        io::ErrorKind::NotFound => "找不到文件（no such file）".to_owned(),
        _ => format!("读不了：{error}（cannot read）"),
    })?;
    decode(bytes, encoding)
}

/// The encoding that was asked for; `None` for `auto`.
pub(crate) fn encoding(name: &str) -> Result<Option<&'static Encoding>, Failure> {
    if name == "auto" {
        return Ok(None);
    }
    // GBK and GB2312 are read as GB18030, of which they are part.
    Encoding::for_label(name.as_bytes())
        .map(|encoding| Some(if encoding.name() == "GBK" { GB18030 } else { encoding }))
        .ok_or_else(|| Failure::Said(format!("没有这种编码：{name}（no such encoding）")))
}

/// `auto`: what a byte order mark says, else UTF-8, else GB18030; an error where there is none of them.
fn decode(bytes: Vec<u8>, encoding: Option<&'static Encoding>) -> Result<String, String> {
    let (encoding, bytes) = match (encoding, Encoding::for_bom(&bytes)) {
        (Some(encoding), _) => (encoding, bytes),
        (None, Some((encoding, _))) => (encoding, bytes),
        (None, None) => match String::from_utf8(bytes) {
            Ok(text) => return Ok(text),
            Err(error) => (GB18030, error.into_bytes()),
        },
    };
    let (text, errors) = encoding.decode_with_bom_removal(&bytes);
    if errors {
        return Err(format!("不是 {0} 编码，请用 --encoding 指明（not {0}; say --encoding）", encoding.name()));
    }
    Ok(text.into_owned())
}
