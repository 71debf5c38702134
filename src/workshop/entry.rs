use crate::{questionnaire::Answers, session::Field};

/// One line of the log: what was answered, who wanted it so, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// What was answered.
    pub field: Field,
    /// The answer before, as its token.
    pub from: String,
    /// The answer now, as its token.
    pub to: String,
    /// Who insisted on it; empty until the presenter has typed it.
    pub who: String,
    /// Why, in the presenter's words.
    pub why: String,
    /// When it was last changed.
    pub at: Moment,
}

impl Entry {
    /// The answer before, as a person reads it.
    pub fn before(&self) -> String {
        self.spoken(&self.from)
    }

    /// The answer now, as a person reads it.
    pub fn after(&self) -> String {
        self.spoken(&self.to)
    }

    fn spoken(&self, token: &str) -> String {
        if token.is_empty() {
            return "nothing".to_owned();
        }
        match &self.field {
            Field::Question(id) => {
                let answered = self.field.answer(&Answers::default(), token);
                answered.map_or_else(|_| token.to_owned(), |answers| id.question().spoken(&answers))
            }
            Field::Points(_) => format!("{token} points"),
            Field::Assumption(_) | Field::Price(_) | Field::Pin(_) => token.to_owned(),
        }
    }
}

/// A point in time as text, in the way of ISO 8601: `2026-11-22T09:41:00Z`. It comes from the device; here it is only
/// kept.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Moment(String);

impl Moment {
    /// A moment; what is no such text is none.
    pub fn parse(text: &str) -> Option<Self> {
        let plain = |byte: u8| byte.is_ascii_digit() || matches!(byte, b'-' | b':' | b'.' | b'T' | b'Z' | b'+');
        ((10..=32).contains(&text.len()) && text.bytes().all(plain)).then(|| Self(text.to_owned()))
    }

    /// As it was given.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Hours and minutes, to be shown beside an entry.
    pub fn clock(&self) -> &str {
        self.0.get(11..16).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn moments_are_texts_of_one_kind() {
        assert_eq!(Moment::parse("2026-11-22T09:41:00.000Z").unwrap().clock(), "09:41");
        assert_eq!(Moment::parse("2026-11-22").unwrap().clock(), "");
        for text in ["", "yesterday at nine", "<b>2026-11-22</b>", "2026-11-22T09:41:00.000000000000000000000Z"] {
            assert_eq!(Moment::parse(text), None, "{text}");
        }
    }
}
