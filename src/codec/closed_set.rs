//! Closed sets of answers, each with the token that stands for it in links and files.

use std::str::FromStr;

use strum::VariantArray;

/// One of a closed set. Variants and tokens are strum's; a label is a `match`, so that none is forgotten.
pub trait ClosedSet: Copy + PartialEq + Into<&'static str> + FromStr + VariantArray {
    /// Every way to answer, in the order shown.
    const ALL: &'static [Self] = Self::VARIANTS;

    /// How the answer is shown to a person.
    fn label(self) -> &'static str;

    /// How the answer is written in links and files.
    fn token(self) -> &'static str {
        self.into()
    }

    /// The answer a token stands for.
    fn from_token(token: &str) -> Option<Self> {
        token.parse().ok()
    }
}
