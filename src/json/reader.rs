use std::borrow::Cow;

use super::{Map, Value};
use crate::units::decimal;

/// Where and how a text fails to be JSON.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// What would be right there.
    pub wanted: &'static str,
    /// The line, counted from 1.
    pub line: usize,
    /// The character in the line, counted from 1.
    pub column: usize,
}

/// Reads a text as one JSON value.
///
/// # Errors
/// The first place where it is not JSON. Lists and objects may be nested 100 deep.
pub fn read(text: &str) -> Result<Value<'_>, Fault> {
    let mut reader = Reader { text, rest: text };
    let value = reader.value(DEEPEST).and_then(|value| {
        reader.skip();
        if reader.rest.is_empty() { Ok(value) } else { Err("the end") }
    });
    value.map_err(|wanted| reader.fault(wanted))
}

/// As deep as lists and objects may be nested; deeper ones would use up the stack.
const DEEPEST: usize = 100;

/// What would be right where something is not.
type Wanted = &'static str;

struct Reader<'a> {
    text: &'a str,
    /// What is still to be read.
    rest: &'a str,
}

impl<'a> Reader<'a> {
    fn value(&mut self, depth: usize) -> Result<Value<'a>, Wanted> {
        self.skip();
        match self.rest.bytes().next() {
            Some(b'"') => self.string().map(Value::Text),
            Some(b'[') => self.list(depth.checked_sub(1).ok_or("less nesting")?),
            Some(b'{') => self.object(depth.checked_sub(1).ok_or("less nesting")?),
            Some(b'-' | b'0'..=b'9') => self.number(),
            Some(_) | None => self.word(),
        }
    }

    fn list(&mut self, depth: usize) -> Result<Value<'a>, Wanted> {
        let mut values = Vec::new();
        self.take('[');
        if !self.take(']') {
            loop {
                values.push(self.value(depth)?);
                if self.take(']') {
                    break;
                }
                self.expect(',', "a comma or ]")?;
            }
        }
        Ok(Value::List(values))
    }

    fn object(&mut self, depth: usize) -> Result<Value<'a>, Wanted> {
        let mut members = Map::default();
        self.take('{');
        if !self.take('}') {
            loop {
                self.skip();
                if !self.rest.starts_with('"') {
                    return Err("a name in quotes");
                }
                let name = self.string()?;
                self.expect(':', "a colon")?;
                members.insert(name, self.value(depth)?);
                if self.take('}') {
                    break;
                }
                self.expect(',', "a comma or }")?;
            }
        }
        Ok(Value::Object(members))
    }

    fn word(&mut self) -> Result<Value<'a>, Wanted> {
        for (word, value) in [("null", Value::Null), ("true", Value::Bool(true)), ("false", Value::Bool(false))] {
            if let Some(rest) = self.rest.strip_prefix(word) {
                self.rest = rest;
                return Ok(value);
            }
        }
        Err("a value")
    }

    fn number(&mut self) -> Result<Value<'a>, Wanted> {
        let part_of = |c: char| matches!(c, '0'..='9' | '-' | '+' | '.' | 'e' | 'E');
        let end = self.rest.find(|c| !part_of(c)).unwrap_or(self.rest.len());
        let (digits, rest) = self.rest.split_at(end);
        let plain = digits.strip_prefix('-').unwrap_or(digits);
        let whole = plain.split(['.', 'e', 'E']).next().unwrap_or_default();
        // JSON is stricter than people: no 007, no .5, no 5.
        let strict = whole == "0" || (!whole.is_empty() && !whole.starts_with('0'));
        let pointed = plain.split_once('.').is_none_or(|(_, behind)| behind.starts_with(|c: char| c.is_ascii_digit()));
        let value = decimal(digits).filter(|_| strict && pointed).ok_or("a number a float can hold")?;
        self.rest = rest;
        Ok(Value::Number(value))
    }

    /// Text in quotes; the opening one is known to be there.
    fn string(&mut self) -> Result<Cow<'a, str>, Wanted> {
        self.take('"');
        let mut text = Cow::Borrowed("");
        loop {
            let end = self.rest.find(|c| matches!(c, '"' | '\\' | '\0'..='\u{1f}')).ok_or("a closing quote")?;
            let (plain, rest) = self.rest.split_at(end);
            if text.is_empty() {
                text = Cow::Borrowed(plain);
            } else {
                text.to_mut().push_str(plain);
            }
            self.rest = rest;
            if let Some(rest) = self.rest.strip_prefix('"') {
                self.rest = rest;
                return Ok(text);
            }
            self.rest = self.rest.strip_prefix('\\').ok_or("a closing quote")?;
            text.to_mut().push(self.escaped()?);
        }
    }

    /// What stands for one character behind a backslash.
    fn escaped(&mut self) -> Result<char, Wanted> {
        const WANTED: Wanted = "an escape of JSON";
        let mut letters = self.rest.chars();
        let letter = letters.next().ok_or(WANTED)?;
        self.rest = letters.as_str();
        Ok(match letter {
            '"' | '\\' | '/' => letter,
            'b' => '\u{8}',
            'f' => '\u{c}',
            'n' => '\n',
            'r' => '\r',
            't' => '\t',
            'u' => {
                let first = self.hex().ok_or(WANTED)?;
                let unit = if (0xd800..0xdc00).contains(&first) {
                    // A character beyond the first 65,536 is written as two halves.
                    self.rest = self.rest.strip_prefix("\\u").ok_or(WANTED)?;
                    let second = self.hex().filter(|second| (0xdc00..0xe000).contains(second)).ok_or(WANTED)?;
                    0x10000 + ((first - 0xd800) << 10) + (second - 0xdc00)
                } else {
                    first
                };
                char::from_u32(unit).ok_or(WANTED)?
            }
            _ => return Err(WANTED),
        })
    }

    fn hex(&mut self) -> Option<u32> {
        let (digits, rest) = self.rest.split_at_checked(4)?;
        self.rest = rest;
        digits.chars().try_fold(0, |sum, digit| Some(sum * 16 + digit.to_digit(16)?))
    }

    fn skip(&mut self) {
        self.rest = self.rest.trim_start_matches([' ', '\n', '\r', '\t']);
    }

    /// Takes a mark, with the space before it, if it is next.
    fn take(&mut self, mark: char) -> bool {
        self.skip();
        let taken = self.rest.strip_prefix(mark);
        self.rest = taken.unwrap_or(self.rest);
        taken.is_some()
    }

    fn expect(&mut self, mark: char, wanted: Wanted) -> Result<(), Wanted> {
        if self.take(mark) { Ok(()) } else { Err(wanted) }
    }

    fn fault(&self, wanted: Wanted) -> Fault {
        let before = self.text.strip_suffix(self.rest).unwrap_or_default();
        let line = before.rsplit('\n').next().unwrap_or_default();
        Fault { wanted, line: before.matches('\n').count() + 1, column: line.chars().count() + 1 }
    }
}

impl std::fmt::Display for Fault {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "expected {} at line {} column {}", self.wanted, self.line, self.column)
    }
}

impl std::error::Error for Fault {}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// The same value in the words of serde_json, which knows JSON better than anyone.
    fn as_serde(value: &Value<'_>) -> serde_json::Value {
        match value {
            Value::Null => serde_json::Value::Null,
            Value::Bool(yes) => (*yes).into(),
            Value::Number(number) => (*number).into(),
            Value::Text(text) => text.as_ref().into(),
            Value::List(values) => values.iter().map(as_serde).collect(),
            Value::Object(members) => members.iter().map(|(name, value)| (name.as_ref(), as_serde(value))).collect(),
        }
    }

    /// Whole numbers as floats, as we read them all.
    fn floats(value: serde_json::Value) -> serde_json::Value {
        match value {
            serde_json::Value::Number(number) => number.as_f64().into(),
            serde_json::Value::Array(values) => values.into_iter().map(floats).collect(),
            serde_json::Value::Object(members) => {
                members.into_iter().map(|(name, value)| (name, floats(value))).collect()
            }
            serde_json::Value::Null | serde_json::Value::Bool(_) | serde_json::Value::String(_) => value,
        }
    }

    fn agrees(text: &str) -> bool {
        serde_json::from_str(text).ok().map(floats) == read(text).ok().as_ref().map(as_serde)
    }

    #[test]
    fn what_serde_reads_is_read_and_what_it_refuses_is_refused() {
        for text in [
            "null",
            " [ 1 , -2.5e3,true,false , \"\" ] ",
            "{}",
            "[]",
            r#"{"b":1,"a":{"c":[]},"b":2}"#,
            r#""plain""#,
            r#""a\"\\\/\b\f\n\r\tz\u00e9\ud83d\ude00é""#,
            "\"\\n\"",
            "0",
            "-0.5E-2",
            "01",
            "1.",
            ".5",
            "+1",
            "-",
            "1e",
            "1e999",
            "1-1",
            "NaN",
            "nul",
            "[1,]",
            "[1 2]",
            "{\"a\"}",
            "{a:1}",
            "{\"a\":1,}",
            "[",
            "{",
            "\"",
            "\"\\",
            "\"\n\"",
            r#""\x""#,
            r#""\u12""#,
            r#""\u+123""#,
            r#""\ud83d""#,
            r#""\ud83dx""#,
            r#""\ud83d\u0041""#,
            r#""\udc00""#,
            "",
            "  ",
            "1 1",
            "\u{feff}1",
        ] {
            assert!(agrees(text), "{text}: {:?}", read(text));
        }
    }

    #[test]
    fn a_fault_names_its_place() {
        assert_eq!(read("{\n \"ä\": 1;\n}").unwrap_err().to_string(), "expected a comma or } at line 2 column 8");
        assert_eq!(read(&"[".repeat(100_000)).unwrap_err().wanted, "less nesting");
    }

    #[test]
    fn text_is_borrowed_until_an_escape_is_met() {
        assert_eq!(read(r#""plain""#).unwrap().borrowed(), Some("plain"));
        assert_eq!(read(r#""not\u0020plain""#).unwrap(), Value::Text(Cow::Borrowed("not plain")));
        assert_eq!(read(r#""not\u0020plain""#).unwrap().borrowed(), None);
    }

    proptest! {
        #[test]
        fn any_text_is_read_as_serde_reads_it(text in r#"[\[\]{},:"\\ 0-9a-fnrtu.eE+-]{0,24}"#) {
            prop_assert!(agrees(&text), "{text}: {:?}", read(&text));
        }
    }
}
