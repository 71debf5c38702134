use std::borrow::Cow;

/// Anything JSON can say.
#[derive(Clone, Debug, PartialEq)]
pub enum Value<'a> {
    /// Nothing.
    Null,
    /// Yes or no.
    Bool(bool),
    /// A number; always finite when it was read.
    Number(f64),
    /// Text, borrowed unless escapes had to be undone.
    Text(Cow<'a, str>),
    /// Values in their order.
    List(Vec<Value<'a>>),
    /// Values by name.
    Object(Map<'a>),
}

/// The members of an object, sorted by name. Of members with the same name the last is kept.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Map<'a> {
    sorted: Vec<(Cow<'a, str>, Value<'a>)>,
}

/// An object of these members.
pub fn object<'a, const N: usize>(members: [(&'a str, Value<'a>); N]) -> Value<'a> {
    let mut map = Map::default();
    for (name, value) in members {
        map.insert(Cow::Borrowed(name), value);
    }
    Value::Object(map)
}

impl<'a> Value<'a> {
    /// The number, if it is one.
    pub fn number(&self) -> Option<f64> {
        if let Self::Number(number) = self { Some(*number) } else { None }
    }

    /// The number, if it is a whole one that counts something.
    pub fn count(&self) -> Option<usize> {
        let number = self.number()?;
        // Up to here a float tells every whole number from its neighbours.
        ((0.0..=9e15).contains(&number) && number.trunc() == number).then_some(number as usize)
    }

    /// The text, if it is text.
    pub fn text(&self) -> Option<&str> {
        if let Self::Text(text) = self { Some(text) } else { None }
    }

    /// The text as it stands in what was read, if it is text without escapes.
    pub fn borrowed(&self) -> Option<&'a str> {
        if let Self::Text(Cow::Borrowed(text)) = self { Some(text) } else { None }
    }

    /// The values of a list, if it is one.
    pub fn list(&self) -> Option<&[Self]> {
        if let Self::List(values) = self { Some(values) } else { None }
    }

    /// The members of an object, if it is one.
    pub fn members(&self) -> Option<&Map<'a>> {
        if let Self::Object(members) = self { Some(members) } else { None }
    }
}

impl<'a> Map<'a> {
    /// The value of this name.
    pub fn get(&self, name: &str) -> Option<&Value<'a>> {
        self.place(name).ok().and_then(|at| self.sorted.get(at)).map(|(_, value)| value)
    }

    /// The text of this name, if it is text.
    pub fn text(&self, name: &str) -> Option<&str> {
        self.get(name)?.text()
    }

    /// Names and values, sorted by name.
    pub fn iter(&self) -> std::slice::Iter<'_, (Cow<'a, str>, Value<'a>)> {
        self.sorted.iter()
    }

    /// Puts a value under this name, in place of one that was there.
    pub fn insert(&mut self, name: Cow<'a, str>, value: Value<'a>) {
        match self.place(&name) {
            Ok(at) => self.sorted[at].1 = value,
            Err(at) => self.sorted.insert(at, (name, value)),
        }
    }

    fn place(&self, name: &str) -> Result<usize, usize> {
        self.sorted.binary_search_by(|(other, _)| other.as_ref().cmp(name))
    }
}

impl<'a> From<&'a str> for Value<'a> {
    fn from(text: &'a str) -> Self {
        Self::Text(Cow::Borrowed(text))
    }
}

impl From<String> for Value<'_> {
    fn from(text: String) -> Self {
        Self::Text(Cow::Owned(text))
    }
}

impl From<f64> for Value<'_> {
    fn from(number: f64) -> Self {
        Self::Number(number)
    }
}

impl From<u32> for Value<'_> {
    fn from(number: u32) -> Self {
        Self::Number(f64::from(number))
    }
}

impl<'a, T: Into<Self>> From<Option<T>> for Value<'a> {
    fn from(value: Option<T>) -> Self {
        value.map_or(Self::Null, Into::into)
    }
}
