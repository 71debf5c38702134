use serde::Serialize;

// Serialising fails for maps whose keys are no texts and for types that refuse themselves. Nothing written here is either, so
// that an empty text, which is no JSON, never comes out; the tests of each format read back what was written.

/// A value as JSON in one line.
pub fn compact<T: Serialize>(value: &T) -> String {
    serde_json::to_string(value).unwrap_or_default()
}

/// A value as JSON, indented by two blanks.
pub fn pretty<T: Serialize>(value: &T) -> String {
    serde_json::to_string_pretty(value).unwrap_or_default()
}
