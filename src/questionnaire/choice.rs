//! Choices: closed sets of answers, each with the token that stands for it in links and files.

/// One way to answer a question of a closed set.
pub trait Choice: Copy + PartialEq + 'static {
    /// Every way to answer, in the order shown.
    const ALL: &'static [Self];

    /// How the answer is written in links and files.
    fn token(self) -> &'static str;

    /// How the answer is shown to a person.
    fn label(self) -> &'static str;

    /// The answer a token stands for.
    fn from_token(token: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|choice| choice.token() == token)
    }
}

/// Declares an answer set: variant, token in links and files, and label for people.
macro_rules! choices {
    ($(#[$doc:meta])* $name:ident { $($(#[$vdoc:meta])* $variant:ident = $token:literal, $label:literal;)+ }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
        pub enum $name {
            $($(#[$vdoc])* $variant,)+
        }

        impl crate::questionnaire::Choice for $name {
            const ALL: &'static [Self] = &[$(Self::$variant),+];

            fn token(self) -> &'static str {
                match self { $(Self::$variant => $token),+ }
            }

            fn label(self) -> &'static str {
                match self { $(Self::$variant => $label),+ }
            }
        }
    };
}

pub(crate) use choices;
