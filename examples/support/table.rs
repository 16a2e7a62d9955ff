//! Reads columns of numbers from a CSV file, and says where the file is wrong if it is.

use std::{
    error::Error,
    fmt, fs,
    path::{Path, PathBuf},
};

/// What is wrong with a file, and where. `Debug` prints the same text, because that is what `main` shows.
pub(crate) struct TableError {
    path: PathBuf,
    line: Option<u64>,
    problem: String,
}

impl fmt::Display for TableError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.path.display())?;
        if let Some(line) = self.line {
            write!(f, ", line {line}")?;
        }
        write!(f, ": {}", self.problem)
    }
}

impl fmt::Debug for TableError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl Error for TableError {}

/// The columns with the given names, in that order. The first line names the columns, lines that begin with `#` are
/// comments, and every value has to be a finite number.
pub(crate) fn read_columns<const N: usize>(path: &Path, names: [&str; N]) -> Result<[Vec<f64>; N], TableError> {
    let error = |line, problem| TableError { path: path.to_path_buf(), line, problem };
    let bytes = fs::read(path).map_err(|io| error(None, io.to_string()))?;
    let mut reader = csv::ReaderBuilder::new().comment(Some(b'#')).trim(csv::Trim::All).from_reader(&bytes[..]);

    let headers = reader.headers().map_err(|csv| csv_error(path, &bytes, &csv))?.clone();
    if headers.is_empty() {
        return Err(error(None, "the file is empty".to_string()));
    }
    let header_line = headers.position().map(|start| line_of(&bytes, start));
    let mut places = [0; N];
    for (place, name) in places.iter_mut().zip(names) {
        let mut found = headers.iter().enumerate().filter(|(_, header)| *header == name).map(|(i, _)| i);
        *place = match (found.next(), found.next()) {
            (Some(i), None) => i,
            (Some(_), Some(_)) => return Err(error(header_line, format!("there are two columns `{name}`"))),
            (None, _) => {
                let all: Vec<String> = headers.iter().map(|header| format!("`{header}`")).collect();
                let problem = format!("there is no column `{name}`, the columns are {}", all.join(", "));
                return Err(error(header_line, problem));
            }
        };
    }

    let mut columns = [(); N].map(|()| Vec::new());
    for record in reader.records() {
        let record = record.map_err(|csv| csv_error(path, &bytes, &csv))?;
        let line = record.position().map(|start| line_of(&bytes, start));
        for ((column, place), name) in columns.iter_mut().zip(places).zip(names) {
            let value = number(&record[place]).map_err(|problem| error(line, format!("column `{name}`: {problem}")))?;
            column.push(value);
        }
    }
    if columns.iter().any(Vec::is_empty) {
        return Err(error(header_line, "there is no row below the names of the columns".to_string()));
    }
    Ok(columns)
}

fn number(text: &str) -> Result<f64, String> {
    match text.parse::<f64>() {
        Ok(value) if value.is_finite() => Ok(value),
        Ok(_) => Err(format!("`{text}` is not a finite number")),
        Err(_) if text.is_empty() => Err("the value is missing".to_string()),
        Err(_) => Err(format!("`{text}` is not a number")),
    }
}

fn csv_error(path: &Path, bytes: &[u8], error: &csv::Error) -> TableError {
    let problem = match error.kind() {
        csv::ErrorKind::UnequalLengths { expected_len, len, .. } => {
            format!("the line has {len} values, the first line names {expected_len} columns")
        }
        csv::ErrorKind::Utf8 { .. } => "the text is not UTF-8".to_string(),
        // The crate's error kinds may grow; its own text serves for the rest.
        _ => error.to_string(),
    };
    TableError { path: path.to_path_buf(), line: error.position().map(|start| line_of(bytes, start)), problem }
}

/// The line of the record that the reader met from `start` on: it skips blank lines and comments, but counts from there.
fn line_of(bytes: &[u8], start: &csv::Position) -> u64 {
    let skipped = |line: &&[u8]| line.is_empty() || *line == b"\r" || line.starts_with(b"#");
    let rest = bytes.get(start.byte() as usize..).unwrap_or_default();
    start.line() + rest.split(|byte| *byte == b'\n').take_while(skipped).count() as u64
}
