//! What the files hold, taken out piece by piece.
//!
//! A piece that is not what it should be is noted with its place, and something harmless taken instead, so that what
//! reads an entry is a plain list of its pieces. A file with a note is refused as a whole: nothing harmless gets out.

use std::borrow::Cow;
use std::cell::RefCell;

use super::word::Word;
use crate::json::{self, Value};
use crate::units::text;

/// Why a catalog file cannot be read: which entry of which file, and what would be right.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unreadable(String);

/// A file that is being read, with the first thing found wrong in it.
pub(super) struct File {
    name: &'static str,
    value: Value<'static>,
    wrong: RefCell<Option<Unreadable>>,
}

/// One value in a file.
#[derive(Clone, Copy)]
pub(super) struct Entry<'a> {
    file: &'a File,
    value: &'a Value<'static>,
    /// The entry it belongs to: an object by its `id`, `family` or `of`, a list by the text it begins with.
    name: &'static str,
}

/// The cells of a list whose order tells what is what.
pub(super) struct Row<'a> {
    list: Entry<'a>,
    cells: std::slice::Iter<'a, Value<'static>>,
}

/// Reads one file.
pub(super) fn read<T>(name: &'static str, text: &'static str, read: impl FnOnce(Entry) -> T) -> Result<T, Unreadable> {
    let file = File::open(name, text)?;
    let whole = read(Entry { file: &file, value: &file.value, name: "" });
    file.close()?;
    Ok(whole)
}

// Never inlined, here and below: each is asked often, and the page carries every copy.
impl File {
    #[inline(never)]
    fn open(name: &'static str, text: &'static str) -> Result<Self, Unreadable> {
        let value = json::read(text).map_err(|fault| Unreadable(format!("{name}: {fault}")))?;
        Ok(Self { name, value, wrong: RefCell::default() })
    }

    #[inline(never)]
    fn close(self) -> Result<(), Unreadable> {
        self.wrong.into_inner().map_or(Ok(()), Err)
    }
}

impl<'a> Entry<'a> {
    /// A member of an object; nothing when it is left out.
    #[inline(never)]
    pub(super) fn get(self, name: &str) -> Self {
        let value = self.value.members().and_then(|members| members.get(name)).unwrap_or(&Value::Null);
        Self { value, ..self }
    }

    /// The text of a member.
    #[inline(never)]
    pub(super) fn text_of(self, name: &str) -> &'static str {
        self.get(name).text()
    }

    /// The number of a member.
    #[inline(never)]
    pub(super) fn number_of(self, name: &str) -> f64 {
        self.get(name).number()
    }

    /// Which of a closed set a member names.
    pub(super) fn word_of<T: Word>(self, name: &str) -> T {
        self.get(name).word()
    }

    #[inline(never)]
    pub(super) fn text(self) -> &'static str {
        self.value.borrowed().unwrap_or_else(|| {
            self.wrong("text without escapes");
            ""
        })
    }

    #[inline(never)]
    pub(super) fn number(self) -> f64 {
        self.value.number().unwrap_or_else(|| {
            self.wrong("a number");
            0.0
        })
    }

    /// Which of a closed set it names.
    pub(super) fn word<T: Word>(self) -> T {
        self.among(T::WORDS).and_then(|at| T::ALL.get(at).copied()).unwrap_or(T::FIRST)
    }

    #[inline(never)]
    fn among(self, words: &[&str]) -> Option<usize> {
        let at = words.iter().position(|word| self.is(word));
        if at.is_none() {
            self.wrong("one of the words known here");
        }
        at
    }

    /// The values of a list, or the named values of an object.
    pub(super) fn entries(self) -> Vec<Self> {
        if let Some(values) = self.value.list() {
            values.iter().map(|value| Self { value, name: name_in(value).unwrap_or(self.name), ..self }).collect()
        } else if let Some(members) = self.value.members() {
            members.iter().map(|(name, value)| Self { value, name: written(name), ..self }).collect()
        } else {
            self.wrong("a list or an object");
            Vec::new()
        }
    }

    /// The cells of a list of just so many.
    #[inline(never)]
    pub(super) fn row(self, length: usize) -> Row<'a> {
        let cells = self.value.list().unwrap_or_default();
        if cells.len() != length {
            self.wrong("another number of cells");
        }
        Row { list: self, cells: cells.iter() }
    }

    /// The name of the entry.
    pub(super) const fn name(self) -> &'static str {
        self.name
    }

    /// Whether nothing was written.
    pub(super) const fn is_null(self) -> bool {
        matches!(self.value, Value::Null)
    }

    /// Whether it is this text.
    #[inline(never)]
    pub(super) fn is(self, text: &str) -> bool {
        self.value.borrowed() == Some(text)
    }

    /// Whether it is a list.
    pub(super) const fn is_list(self) -> bool {
        matches!(self.value, Value::List(_))
    }

    /// Notes that something else should stand here.
    #[inline(never)]
    pub(super) fn wrong(self, wanted: &str) {
        let found = text::cut(&self.value.to_string(), 60);
        let message = || Unreadable(format!("{}, \"{}\": expected {wanted}, found {found}", self.file.name, self.name));
        self.file.wrong.borrow_mut().get_or_insert_with(message);
    }
}

impl<'a> Row<'a> {
    /// The next cell; nothing behind the last.
    #[inline(never)]
    pub(super) fn next(&mut self) -> Entry<'a> {
        Entry { value: self.cells.next().unwrap_or(&Value::Null), ..self.list }
    }

    /// The text of the next cell.
    #[inline(never)]
    pub(super) fn text(&mut self) -> &'static str {
        self.next().text()
    }

    /// The number of the next cell.
    #[inline(never)]
    pub(super) fn number(&mut self) -> f64 {
        self.next().number()
    }

    /// Which of a closed set the next cell names.
    pub(super) fn word<T: Word>(&mut self) -> T {
        self.next().word()
    }
}

fn name_in(value: &Value<'static>) -> Option<&'static str> {
    let first = value.list().and_then(|cells| cells.first());
    let named = || ["id", "family", "of"].iter().find_map(|name| value.members()?.get(name));
    first.or_else(named).and_then(Value::borrowed)
}

type Name = Cow<'static, str>;

/// A name as it stands in the file. None has escapes.
fn written(name: &Name) -> &'static str {
    if let Name::Borrowed(name) = name { name } else { "" }
}

impl std::fmt::Display for Unreadable {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for Unreadable {}
