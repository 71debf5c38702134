use std::fmt::{Display, Formatter, Result, Write};

use super::Value;

impl Display for Value<'_> {
    /// As JSON: in one line, or indented with `{:#}`. A number that is none is written as null, having no other name.
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        let indent = if f.alternate() { Some(0) } else { None };
        write(self, f, indent)
    }
}

fn write(value: &Value, f: &mut dyn Write, indent: Option<usize>) -> Result {
    match value {
        Value::Null => f.write_str("null"),
        Value::Bool(true) => f.write_str("true"),
        Value::Bool(false) => f.write_str("false"),
        Value::Number(number) if number.is_finite() => write!(f, "{number}"),
        Value::Number(_) => f.write_str("null"),
        Value::Text(text) => quoted(text, f),
        Value::List(values) => {
            let parts = values.iter().map(|value| (None, value));
            all("[]", &mut parts.into_iter(), f, indent)
        }
        Value::Object(members) => {
            let parts = members.iter().map(|(name, value)| (Some(name.as_ref()), value));
            all("{}", &mut parts.into_iter(), f, indent)
        }
    }
}

/// The parts of a list or an object between its brackets, each on a line of its own when it is indented.
fn all<'v>(
    brackets: &str,
    parts: &mut dyn Iterator<Item = (Option<&'v str>, &'v Value<'v>)>,
    f: &mut dyn Write,
    indent: Option<usize>,
) -> Result {
    let (open, close) = brackets.split_at(1);
    let within = indent.map(|depth| depth + 1);
    let mut empty = true;
    f.write_str(open)?;
    for (name, value) in parts {
        if !empty {
            f.write_str(",")?;
        }
        empty = false;
        line(f, within)?;
        if let Some(name) = name {
            quoted(name, f)?;
            f.write_str(if indent.is_some() { ": " } else { ":" })?;
        }
        write(value, f, within)?;
    }
    if !empty {
        line(f, indent)?;
    }
    f.write_str(close)
}

fn line(f: &mut dyn Write, indent: Option<usize>) -> Result {
    let Some(depth) = indent else { return Ok(()) };
    f.write_str("\n")?;
    (0..depth).try_for_each(|_| f.write_str("  "))
}

fn quoted(text: &str, f: &mut dyn Write) -> Result {
    f.write_str("\"")?;
    for c in text.chars() {
        match c {
            '"' => f.write_str("\\\"")?,
            '\\' => f.write_str("\\\\")?,
            '\n' => f.write_str("\\n")?,
            '\0'..='\u{1f}' => write!(f, "\\u{:04x}", u32::from(c))?,
            _ => f.write_char(c)?,
        }
    }
    f.write_str("\"")
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use crate::json::{Value, object, read};

    #[test]
    fn values_are_written_in_one_line_or_indented() {
        let value = object([
            ("text", "a \"b\"\\\n\u{1}é".into()),
            ("list", Value::List(vec![1.5.into(), 3.0.into(), Value::Null, Value::Bool(true)])),
            ("none", Value::List(Vec::new())),
        ]);
        assert_eq!(value.to_string(), r#"{"list":[1.5,3,null,true],"none":[],"text":"a \"b\"\\\n\u0001é"}"#);
        assert_eq!(
            format!("{value:#}"),
            "{\n  \"list\": [\n    1.5,\n    3,\n    null,\n    true\n  ],\n  \"none\": [],\n  \"text\": \"a \\\"b\\\"\\\\\\n\\u0001é\"\n}"
        );
    }

    fn any_value() -> impl Strategy<Value = Value<'static>> {
        let leaf = prop_oneof![
            Just(Value::Null),
            any::<bool>().prop_map(Value::Bool),
            (-1_000_000_000_000_i64..1_000_000_000_000).prop_map(|millis| Value::Number(millis as f64 / 1e3)),
            ".{0,12}".prop_map(Value::from),
        ];
        leaf.prop_recursive(4, 24, 4, |inner| {
            prop_oneof![
                prop::collection::vec(inner.clone(), 0..4).prop_map(Value::List),
                (".{0,4}", inner.clone(), inner).prop_map(|(name, one, other)| {
                    let mut members = crate::json::Map::default();
                    members.insert(name.into(), one);
                    members.insert("b".into(), other);
                    Value::Object(members)
                }),
            ]
        })
    }

    proptest! {
        #[test]
        fn what_is_written_reads_back_here_and_elsewhere(value in any_value()) {
            for text in [value.to_string(), format!("{value:#}")] {
                let again = read(&text);
                prop_assert_eq!(again.as_ref(), Ok(&value), "{}", text);
                prop_assert!(serde_json::from_str::<serde_json::Value>(&text).is_ok(), "{}", text);
            }
        }
    }
}
