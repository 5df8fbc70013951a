//! From arguments to texts: which files, in which order, in which encoding.

use std::fs;
use std::io::{self, BufRead, BufReader, Read};
use std::path::{Path, PathBuf};

use gangmu::encoding::{DecodeError, Encoding, decode};

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

/// A text, and what is to be said of how it was read.
pub(crate) struct Text {
    pub(crate) text: String,
    pub(crate) doubt: Option<String>,
}

/// Reads one text.
pub(crate) fn read(path: &Path, encoding: Encoding) -> Result<Text, String> {
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
    text_of(bytes, encoding)
}

/// The encoding of a name, for the arguments.
pub(crate) fn encoding(name: &str) -> Result<Encoding, String> {
    Encoding::from_name(name).ok_or_else(|| Encoding::ALL.map(Encoding::name).join(", "))
}

/// Bytes to text. A mark at the front stays where UTF-8 was asked for: offsets are then those of the file.
pub(crate) fn text_of(bytes: Vec<u8>, encoding: Encoding) -> Result<Text, String> {
    if encoding == Encoding::Utf8 {
        return String::from_utf8(bytes).map(|text| Text { text, doubt: None }).map_err(|error| {
            let offset = error.utf8_error().valid_up_to();
            format!("{}；可试 --encoding auto（try --encoding auto）", DecodeError::Invalid { encoding, offset })
        });
    }
    let decoded = decode(&bytes, encoding).map_err(|error| match encoding {
        Encoding::Auto => error.to_string(),
        _ => format!("{error}；可试 --encoding auto（try --encoding auto）"),
    })?;
    let name = decoded.encoding.name();
    let doubt = (!decoded.is_sure()).then(|| format!("按 {name} 读入，未必准确（read as {name}, not sure）"));
    Ok(Text { text: decoded.text.into_owned(), doubt })
}

/// All that there is to read, with a word on stderr where the encoding is not sure.
pub(crate) fn whole(mut source: impl Read, encoding: Encoding) -> Result<String, String> {
    let mut bytes = Vec::new();
    source.read_to_end(&mut bytes).map_err(|error| format!("读不了：{error}（cannot read）"))?;
    let Text { text, doubt } = text_of(bytes, encoding)?;
    if let Some(doubt) = doubt {
        eprintln!("gangmu: {doubt}");
    }
    Ok(text)
}
