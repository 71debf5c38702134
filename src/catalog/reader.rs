//! Reads the embedded files in the page.
//!
//! A general JSON reader explains every mistake and weighs 100 KB for it. The files embedded here are read by one in
//! every native test, so the page can do with a reader that only says whether it understood: a test holds both to the
//! same result. It knows no escapes, for the files have none.

use crate::units::decimal;

/// Reads one file.
pub(super) fn from_str<T: Plain>(text: &'static str) -> Option<T> {
    let mut rest = text;
    let node = node(&mut rest)?;
    if rest.trim_start().is_empty() { T::plain(&node) } else { None }
}

/// What a file is made of.
pub(super) enum Node {
    Nothing,
    Number(f64),
    Text(&'static str),
    List(Vec<Node>),
    Object(Vec<(&'static str, Node)>),
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
                number => decimal(number).map(Node::Number),
            }
        }
    }
}

fn pair(rest: &mut &'static str) -> Option<(&'static str, Node)> {
    *rest = rest.trim_start();
    let key = text(rest)?;
    *rest = rest.trim_start().strip_prefix(':')?;
    Some((key, node(rest)?))
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

impl Node {
    /// The value of a field: by its name in an object, by its place in a list. What is missing reads as nothing.
    pub(super) fn field<T: Plain>(&self, name: &str, at: usize) -> Option<T> {
        T::plain(self.found(name, at)?)
    }

    fn found(&self, name: &str, at: usize) -> Option<&Self> {
        match self {
            Self::Object(pairs) => {
                Some(pairs.iter().find(|(key, _)| *key == name).map_or(&Self::Nothing, |(_, value)| value))
            }
            Self::List(parts) => Some(parts.get(at).unwrap_or(&Self::Nothing)),
            Self::Nothing | Self::Number(_) | Self::Text(_) => None,
        }
    }

    /// The parts of a list.
    pub(super) fn parts(&self) -> Option<&[Self]> {
        if let Self::List(parts) = self { Some(parts) } else { None }
    }
}

/// What can be made of a node.
pub(super) trait Plain: Sized {
    /// The value, or none where the node is something else.
    fn plain(node: &Node) -> Option<Self>;
}

impl Plain for f64 {
    fn plain(node: &Node) -> Option<Self> {
        if let Node::Number(number) = node { Some(*number) } else { None }
    }
}

impl Plain for usize {
    fn plain(node: &Node) -> Option<Self> {
        let number = f64::plain(node)?;
        (number >= 0.0 && libm::trunc(number) == number).then_some(number as Self)
    }
}

impl Plain for &'static str {
    fn plain(node: &Node) -> Option<Self> {
        if let Node::Text(text) = node { Some(text) } else { None }
    }
}

impl<T: Plain> Plain for Option<T> {
    fn plain(node: &Node) -> Option<Self> {
        if matches!(node, Node::Nothing) { Some(None) } else { T::plain(node).map(Some) }
    }
}

impl<T: Plain> Plain for Vec<T> {
    fn plain(node: &Node) -> Option<Self> {
        let mut all = Self::new();
        for part in node.parts()? {
            all.push(T::plain(part)?);
        }
        Some(all)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_are_read_and_broken_texts_are_not() {
        let read = from_str::<Vec<Option<f64>>>;
        assert_eq!(read("[ 1, -0.5,\nnull ]"), Some(vec![Some(1.0), Some(-0.5), None]));
        assert_eq!(read("[]"), Some(Vec::new()));
        for broken in ["", "[", "[1,]", "[1]x", "[\"1\"]", "[1 2]", "{}", "[true]"] {
            assert_eq!(read(broken), None, "{broken}");
        }
        assert_eq!(from_str::<Vec<&str>>("[\"a\", \"b c\"]"), Some(vec!["a", "b c"]));
        assert_eq!(from_str::<&str>("\"a\\n\""), None);
    }
}
