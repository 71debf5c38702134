use std::{
    cell::Cell,
    fmt::{Formatter, Result as Written},
};

use serde::de::{DeserializeSeed, Deserializer, Error, MapAccess, SeqAccess, Visitor};
use serde_json::{Map, Value};
use serde_path_to_error::Track;

use super::Problem;

/// A kind of text that is read as a JSON object.
#[derive(Clone, Copy, Debug)]
pub struct Format {
    /// What stands in messages for the whole: `answers`, `kit`, `file`.
    pub name: &'static str,
    /// What the text must be, for messages: `a JSON object, like {"visits": "300k"}`.
    pub like: &'static str,
    /// The most that is read, in bytes.
    pub longest: usize,
}

/// As deep as lists and objects may lie in each other. What we read is at most four deep; serde_json's own limit is 128.
const DEEPEST: usize = 32;
/// The most members and items a text may have in all: the log of a workshop has 7,000 when it is full. Fewer than a text of the
/// allowed length could hold, because each costs far more than its few bytes.
const MOST_VALUES: usize = 20_000;

impl Format {
    /// Reads a text as one object.
    ///
    /// # Errors
    /// The first fault, when the text is longer than this format allows, is not JSON or not an object, is nested too deeply,
    /// has too many fields, names one twice anywhere, or goes on behind the object.
    pub fn object(&self, text: &str) -> Result<Map<String, Value>, Problem> {
        let problem = |message: String| Problem::new(self.name, message);
        if text.len() > self.longest {
            let (most, given) = (size(self.longest), size(text.len()));
            return Err(problem(format!("must be at most {most}; {given} were given")));
        }
        let mut reader = serde_json::Deserializer::from_str(text);
        let mut track = Track::new();
        let left = Cell::new(MOST_VALUES);
        let read = Strict::root(&left).deserialize(serde_path_to_error::Deserializer::new(&mut reader, &mut track));
        match read.and_then(|value| reader.end().map(|()| value)) {
            Ok(Value::Object(members)) => Ok(members),
            Ok(Value::Array(_)) => Err(problem(format!("must be {}, not a list", self.like))),
            Ok(other) => Err(problem(format!("must be {}, not {}", self.like, super::shown(&other)))),
            Err(error) if error.is_data() => Err(Problem::new(&track.path().to_string(), error.to_string())),
            Err(error) => Err(problem(format!("must be {}: {error}", self.like))),
        }
    }
}

/// So many bytes for people, never told as less than there are.
fn size(bytes: usize) -> String {
    if bytes < 1_000_000 {
        format!("{} KB", bytes.div_ceil(1_000))
    } else {
        format!("{} MB", bytes.div_ceil(100_000) as f64 / 10.0)
    }
}

/// Reads a [`Value`] as serde_json does, but refuses a member named twice, of which serde_json would keep the last, and what
/// is nested too deeply.
#[derive(Clone, Copy)]
struct Strict<'a> {
    depth: usize,
    /// Whether the member to be read here was there before.
    again: bool,
    /// How many more members and items there may be.
    left: &'a Cell<usize>,
}

impl<'a> Strict<'a> {
    const fn root(left: &'a Cell<usize>) -> Self {
        Self { depth: 0, again: false, left }
    }

    fn deeper<E: Error>(self) -> Result<Self, E> {
        if self.depth < DEEPEST {
            Ok(Self { depth: self.depth + 1, again: false, ..self })
        } else {
            Err(E::custom(format!("must not be nested more than {DEEPEST} deep")))
        }
    }

    /// Counts one member or item more.
    fn count<E: Error>(self) -> Result<(), E> {
        let left = self.left.get().checked_sub(1);
        self.left.set(left.unwrap_or_default());
        left.map(drop).ok_or_else(|| E::custom(format!("must have at most {MOST_VALUES} fields and items in all")))
    }
}

impl<'de> DeserializeSeed<'de> for Strict<'_> {
    type Value = Value;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Value, D::Error> {
        // Complained of here and not by the object, so that the path ends with the member's name.
        if self.again { Err(D::Error::custom("is there twice")) } else { deserializer.deserialize_any(self) }
    }
}

impl<'de> Visitor<'de> for Strict<'_> {
    type Value = Value;

    fn expecting(&self, f: &mut Formatter<'_>) -> Written {
        f.write_str("a JSON value")
    }

    fn visit_unit<E>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }

    fn visit_bool<E>(self, yes: bool) -> Result<Value, E> {
        Ok(Value::Bool(yes))
    }

    fn visit_i64<E>(self, number: i64) -> Result<Value, E> {
        Ok(number.into())
    }

    fn visit_u64<E>(self, number: u64) -> Result<Value, E> {
        Ok(number.into())
    }

    fn visit_f64<E>(self, number: f64) -> Result<Value, E> {
        Ok(number.into())
    }

    fn visit_str<E>(self, text: &str) -> Result<Value, E> {
        Ok(text.into())
    }

    fn visit_string<E>(self, text: String) -> Result<Value, E> {
        Ok(text.into())
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Value, A::Error> {
        let inner = self.deeper()?;
        let mut list = Vec::new();
        while let Some(item) = items.next_element_seed(inner)? {
            self.count()?;
            list.push(item);
        }
        Ok(Value::Array(list))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut members: A) -> Result<Value, A::Error> {
        let inner = self.deeper()?;
        let mut object = Map::new();
        while let Some(name) = members.next_key::<String>()? {
            self.count()?;
            let again = object.contains_key(&name);
            let value = members.next_value_seed(Self { again, ..inner })?;
            object.insert(name, value);
        }
        Ok(Value::Object(object))
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const FORMAT: Format = Format { name: "thing", like: "a JSON object, like {\"a\": 1}", longest: 100_000 };

    fn refused(text: &str) -> String {
        FORMAT.object(text).err().map(|problem| problem.to_string()).unwrap_or_default()
    }

    #[test]
    fn what_is_hostile_is_refused_with_its_place() {
        let deep = |depth: usize| format!("{{\"a\": {}{}}}", "[".repeat(depth), "]".repeat(depth));
        assert_eq!(refused(&deep(DEEPEST - 1)), "");
        let not = "thing: must be a JSON object, like {\"a\": 1}";
        let cases = [
            ("", format!("{not}: EOF while parsing a value at line 1 column 0")),
            ("[1]", format!("{not}, not a list")),
            ("\"text\"", format!("{not}, not \"text\"")),
            ("null", format!("{not}, not null")),
            (r#"{"a": 1, "b": 2, "a": 3}"#, "a: is there twice at line 1 column 22".to_owned()),
            (r#"{"o": {"s_u": 1, "s\u005fu": 2}}"#, "o.s_u: is there twice at line 1 column 29".to_owned()),
            (r#"{"l": [{}, {"x": 1, "x": 1}]}"#, "l[1].x: is there twice at line 1 column 25".to_owned()),
            ("{\"a\": 1} {}", format!("{not}: trailing characters at line 1 column 10")),
            ("{\"a\": 1,}", format!("{not}: trailing comma at line 1 column 9")),
            ("{\"a\": 1e999}", format!("{not}: number out of range at line 1 column 11")),
            (r#"{"a": "\ud800"}"#, format!("{not}: unexpected end of hex escape at line 1 column 14")),
            (r#"{"a": "\udc00"}"#, format!("{not}: lone leading surrogate in hex escape at line 1 column 13")),
            (
                "{\"a\": \"\u{1}\"}",
                format!("{not}: control character (\\u0000-\\u001F) found while parsing a string at line 1 column 8"),
            ),
            ("{\"a\": NaN}", format!("{not}: expected value at line 1 column 7")),
            ("\u{feff}{}", format!("{not}: expected value at line 1 column 1")),
            (&" ".repeat(10_000_000), "thing: must be at most 100 KB; 10 MB were given".to_owned()),
            (&" ".repeat(100_001), "thing: must be at most 100 KB; 101 KB were given".to_owned()),
        ];
        let (texts, complaints): (Vec<_>, Vec<_>) = cases.into_iter().unzip();
        assert_eq!(texts.into_iter().map(refused).collect::<Vec<_>>(), complaints);
        for depth in [DEEPEST, 127, 128, 40_000] {
            let complaint = refused(&deep(depth));
            assert!(complaint.contains("must not be nested more than 32 deep"), "{depth}: {complaint}");
            assert!(complaint.len() < 200, "{depth}: {complaint}");
        }
    }

    /// Names that fall are as cheap as names that rise: members are kept in a tree. `cargo xtask bench` says how fast.
    #[test]
    fn as_many_members_as_there_may_be_are_read_and_no_more() {
        let falling = |count: usize| {
            let members: Vec<String> = (0..count).rev().map(|i| format!("\"{i:05}\":1")).collect();
            format!("{{{}}}", members.join(","))
        };
        let format = Format { longest: 1_000_000, ..FORMAT };
        assert_eq!(format.object(&falling(MOST_VALUES)).map(|members| members.len()), Ok(MOST_VALUES));
        let told = |text: &str| format.object(text).err().map(|problem| problem.to_string()).unwrap_or_default();
        for text in [falling(MOST_VALUES + 1), format!("{{\"a\": [{}0]}}", "0,".repeat(MOST_VALUES))] {
            assert!(told(&text).contains("must have at most 20000 fields and items in all"), "{}", told(&text));
        }
    }

    #[test]
    fn names_of_the_languages_own_are_names_like_any_other() {
        let members = FORMAT.object(r#"{"__proto__": {"polluted": true}, "constructor": 1}"#).unwrap();
        assert_eq!(members.keys().collect::<Vec<_>>(), ["__proto__", "constructor"]);
    }

    /// Text that looks like JSON.
    fn nearly() -> impl Strategy<Value = String> {
        prop_oneof![r#"[\[\]{},:"\\ 0-9a-fnrtu.eE+-]{0,40}"#, r#"\{"[ab]": ?[\[\]{}0-9"ab:,]{0,12}\}"#]
    }

    proptest! {
        #[test]
        fn any_bytes_are_read_without_a_fault(bytes in prop::collection::vec(any::<u8>(), 0..300)) {
            drop(FORMAT.object(&String::from_utf8_lossy(&bytes)));
        }

        #[test]
        fn what_is_taken_is_what_serde_json_reads(text in nearly()) {
            if let Ok(members) = FORMAT.object(&text) {
                prop_assert_eq!(serde_json::from_str(&text).ok(), Some(Value::Object(members)));
            }
        }
    }
}
