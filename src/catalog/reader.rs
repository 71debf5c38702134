//! Reads the embedded files in the page.
//!
//! A general JSON reader explains every mistake and weighs 100 KB for it. The files embedded here are read by one in
//! every native test, so the page can do with a reader that only says whether it understood: a test holds both to the
//! same result. It knows no escapes, for the files have none.

use serde::{
    de::{
        Deserialize, Deserializer, Error, IntoDeserializer, Visitor,
        value::{BorrowedStrDeserializer, MapDeserializer, SeqDeserializer},
    },
    forward_to_deserialize_any,
};

use crate::units::decimal;

/// Reads one file.
pub(super) fn from_str<T: Deserialize<'static>>(text: &'static str) -> Result<T, Fault> {
    let mut rest = text;
    let node = node(&mut rest).ok_or(Fault)?;
    if rest.trim_start().is_empty() { T::deserialize(node) } else { Err(Fault) }
}

/// It was not understood.
#[derive(Debug)]
pub(super) struct Fault;

impl std::fmt::Display for Fault {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("an embedded file was not understood")
    }
}

impl std::error::Error for Fault {}

impl Error for Fault {
    fn custom<T: std::fmt::Display>(_: T) -> Self {
        Self
    }
}

/// What a file is made of.
enum Node {
    Nothing,
    Truth(bool),
    Whole(u64),
    Number(f64),
    Text(&'static str),
    List(Vec<Node>),
    Object(Vec<(Node, Node)>),
}

fn node(rest: &mut &'static str) -> Option<Node> {
    *rest = rest.trim_start();
    match rest.bytes().next()? {
        b'"' => text(rest).map(Node::Text),
        b'[' => between(rest, ']', node).map(Node::List),
        b'{' => between(rest, '}', pair).map(Node::Object),
        _ => {
            let end = rest.find([',', ']', '}', ' ', '\n']).unwrap_or(rest.len());
            let (word, after) = rest.split_at(end);
            *rest = after;
            match word {
                "null" => Some(Node::Nothing),
                "true" => Some(Node::Truth(true)),
                "false" => Some(Node::Truth(false)),
                whole if whole.bytes().all(|byte| byte.is_ascii_digit()) => whole.parse().ok().map(Node::Whole),
                number => decimal(number).map(Node::Number),
            }
        }
    }
}

fn pair(rest: &mut &'static str) -> Option<(Node, Node)> {
    *rest = rest.trim_start();
    let key = text(rest)?;
    *rest = rest.trim_start().strip_prefix(':')?;
    Some((Node::Text(key), node(rest)?))
}

fn text(rest: &mut &'static str) -> Option<&'static str> {
    let (text, after) = rest.strip_prefix('"')?.split_once('"')?;
    *rest = after;
    (!text.contains('\\')).then_some(text)
}

/// What stands between brackets, with commas between.
fn between<T>(rest: &mut &'static str, end: char, part: fn(&mut &'static str) -> Option<T>) -> Option<Vec<T>> {
    *rest = rest.get(1..)?.trim_start();
    let mut parts = Vec::new();
    if let Some(after) = rest.strip_prefix(end) {
        *rest = after;
        return Some(parts);
    }
    loop {
        parts.push(part(rest)?);
        *rest = rest.trim_start();
        let closed = rest.starts_with(end);
        if !closed && !rest.starts_with(',') {
            return None;
        }
        *rest = rest.get(1..)?;
        if closed {
            return Some(parts);
        }
    }
}

impl Deserializer<'static> for Node {
    type Error = Fault;

    fn deserialize_any<V: Visitor<'static>>(self, visitor: V) -> Result<V::Value, Fault> {
        match self {
            Self::Nothing => visitor.visit_unit(),
            Self::Truth(truth) => visitor.visit_bool(truth),
            Self::Whole(whole) => visitor.visit_u64(whole),
            Self::Number(number) => visitor.visit_f64(number),
            Self::Text(text) => visitor.visit_borrowed_str(text),
            Self::List(parts) => visitor.visit_seq(&mut SeqDeserializer::new(parts.into_iter())),
            Self::Object(parts) => visitor.visit_map(&mut MapDeserializer::new(parts.into_iter())),
        }
    }

    fn deserialize_option<V: Visitor<'static>>(self, visitor: V) -> Result<V::Value, Fault> {
        if matches!(self, Self::Nothing) { visitor.visit_none() } else { visitor.visit_some(self) }
    }

    fn deserialize_newtype_struct<V: Visitor<'static>>(self, _: &'static str, visitor: V) -> Result<V::Value, Fault> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_enum<V: Visitor<'static>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Fault> {
        match self {
            Self::Text(text) => visitor.visit_enum(BorrowedStrDeserializer::new(text)),
            Self::Nothing | Self::Truth(_) | Self::Whole(_) | Self::Number(_) | Self::List(_) | Self::Object(_) => {
                Err(Fault)
            }
        }
    }

    forward_to_deserialize_any! {
        <W: Visitor<'static>>
        bool i8 i16 i32 i64 u8 u16 u32 u64 f32 f64 char str string bytes byte_buf unit unit_struct seq tuple
        tuple_struct map struct identifier ignored_any
    }
}

impl IntoDeserializer<'static, Fault> for Node {
    type Deserializer = Self;

    fn into_deserializer(self) -> Self {
        self
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &'static str) -> Option<Vec<(&'static str, Option<f64>)>> {
        let pairs: std::collections::BTreeMap<&str, Option<f64>> = from_str(text).ok()?;
        Some(pairs.into_iter().collect())
    }

    #[test]
    fn objects_are_read_and_broken_ones_are_not() {
        assert_eq!(
            read("{ \"a\": 1, \"b\": -0.5,\n\"c\": null }"),
            Some(vec![("a", Some(1.0)), ("b", Some(-0.5)), ("c", None)])
        );
        assert_eq!(read("{}"), Some(Vec::new()));
        for broken in ["", "{", "{\"a\"}", "{\"a\":1,}", "{\"a\":1}x", "{\"a\":\"1\"}", "[1]", "{\"a\\n\":1}"] {
            assert_eq!(read(broken), None, "{broken}");
        }
    }
}
