/// What a person said to a question they may not know the answer to.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Said<T> {
    /// A value they stand behind.
    Known(T),
    /// "I'm not sure": the usual range for such a site is used instead, and the result says so.
    NotSure,
}

impl<T: Copy> Said<T> {
    /// The value, or what to use when nobody is sure.
    pub fn or(self, otherwise: T) -> T {
        match self {
            Self::Known(value) => value,
            Self::NotSure => otherwise,
        }
    }

    /// The value, if there is one.
    pub const fn known(self) -> Option<T> {
        match self {
            Self::Known(value) => Some(value),
            Self::NotSure => None,
        }
    }

    /// The same in another form, where it is known.
    pub fn map<U>(self, convert: impl FnOnce(T) -> U) -> Said<U> {
        match self {
            Self::Known(value) => Said::Known(convert(value)),
            Self::NotSure => Said::NotSure,
        }
    }
}
