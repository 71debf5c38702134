use std::borrow::Cow;

use serde_json::Value;
use serde_path_to_error::{Path, Segment};

use super::nearest;
use crate::units::text;

/// Something given that could not be taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// Where: a question's key, or a path like `overrides.s_u` or `log[3].from`.
    pub field: String,
    /// What was given and what would be right, as a sentence without a full stop.
    pub message: String,
}

/// The longest path and the longest value that a message repeats, in characters.
const LONGEST_PATH: usize = 80;
const LONGEST_VALUE: usize = 40;

impl Problem {
    /// A problem with one field. Of a long path only the beginning is kept.
    pub fn new(field: &str, message: impl Into<String>) -> Self {
        Self { field: text::cut(field, LONGEST_PATH), message: message.into() }
    }

    /// The same problem seen from outside of the object or list it was found in.
    #[must_use]
    pub fn within(self, outer: &str) -> Self {
        let dot = if self.field.is_empty() || self.field.starts_with('[') { "" } else { "." };
        Self::new(&format!("{outer}{dot}{}", self.field), self.message)
    }

    /// What serde complains of, in our words. `whole` is what was being read; `name` stands for it where the fault is in no
    /// single field.
    pub(super) fn of_serde(name: &str, whole: &Value, path: &Path, complaint: &str) -> Self {
        let field = match path.iter().next() {
            Some(_) => path.to_string(),
            None => name.to_owned(),
        };
        if let Some(missing) = complaint.strip_prefix("missing field `") {
            let inner = missing.split('`').next().unwrap_or_default();
            let field = if path.iter().next().is_some() { format!("{field}.{inner}") } else { inner.to_owned() };
            return Self::new(&field, "is missing");
        }
        if complaint.starts_with("unknown field `") {
            let inner = match path.iter().next_back() {
                Some(Segment::Map { key }) => key.as_str(),
                Some(Segment::Seq { .. } | Segment::Enum { .. } | Segment::Unknown) | None => &field,
            };
            let outer = field.strip_suffix(inner).unwrap_or_default().trim_end_matches('.');
            let problem = unknown(inner, expected(complaint));
            return if outer.is_empty() { problem } else { problem.within(outer) };
        }
        let given = || at(whole, path).map_or_else(|| "something else".to_owned(), shown);
        let message = if complaint.starts_with("unknown variant `") {
            format!("must be one of {}; {} is not among them", expected(complaint).join(", "), given())
        } else if let Some((_, wanted)) = invalid(complaint) {
            format!("must be {}; {} was given", plain(wanted), given())
        } else {
            complaint.to_owned()
        };
        Self::new(&field, message)
    }
}

impl std::fmt::Display for Problem {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}: {}", self.field, self.message)
    }
}

impl std::error::Error for Problem {}

/// The problem with a field nobody knows: the known one it is near to, or all that are known.
pub fn unknown<'a>(field: &str, known: impl IntoIterator<Item = &'a str>) -> Problem {
    let known: Vec<&str> = known.into_iter().collect();
    let message = match nearest(field, known.iter().copied()) {
        Some(near) => format!("is not a known field; \"{near}\" is the nearest"),
        None => format!("is not a known field; known are {}", known.join(", ")),
    };
    Problem::new(field, message)
}

/// A given value, short enough for a message.
pub fn shown(value: &Value) -> String {
    match value {
        Value::Array(_) => "a list".to_owned(),
        Value::Object(_) => "an object".to_owned(),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {
            text::cut(&value.to_string(), LONGEST_VALUE)
        }
    }
}

/// What lies at a path.
fn at<'v>(whole: &'v Value, path: &Path) -> Option<&'v Value> {
    path.iter().try_fold(whole, |value, segment| match segment {
        Segment::Seq { index } => value.get(index),
        Segment::Map { key } => value.get(key),
        Segment::Enum { variant } => value.get(variant),
        Segment::Unknown => None,
    })
}

/// The names at the end of "unknown field `x`, expected one of `a`, `b`".
fn expected(complaint: &str) -> Vec<&str> {
    let names = complaint.rsplit_once("`, expected ").map_or("", |(_, names)| names);
    names.split('`').skip(1).step_by(2).collect()
}

/// The two halves of "invalid type: string \"x\", expected f64". What was given may hold anything, so the last one counts.
fn invalid(complaint: &str) -> Option<(&str, &str)> {
    complaint.strip_prefix("invalid ")?.rsplit_once(", expected ")
}

/// What serde calls a type, for those who do not write Rust.
fn plain(wanted: &str) -> Cow<'_, str> {
    match wanted {
        "a string" | "string" | "str" => "a text".into(),
        "a boolean" | "bool" => "true or false".into(),
        "f64" | "f32" => "a number".into(),
        "u8" | "u16" | "u32" | "u64" | "usize" => "a whole number of zero or more".into(),
        "i8" | "i16" | "i32" | "i64" | "isize" => "a whole number".into(),
        "a sequence" => "a list".into(),
        "a map" => "an object".into(),
        other if other.starts_with("struct ") => "an object".into(),
        // What serde_json expects of an enum.
        "string or map" => "a word in quotes".into(),
        other => other.into(),
    }
}
