/// The name of the appearance chosen, which is simply overwritten.
pub const APPEARANCE: &str = "appearance";

/// What is kept with care. The names stay as they are: devices have texts under them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// The answers, as the fragment of a link, which names its version.
    Answers,
    /// The workshop, as its file, which names its version.
    Workshop,
}

impl Place {
    /// The name of the text written last.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Answers => "session",
            Self::Workshop => "workshop",
        }
    }

    /// The name of the texts put aside: a JSON list of them, oldest first.
    pub const fn earlier(self) -> &'static str {
        match self {
            Self::Answers => "earlier sessions",
            Self::Workshop => "earlier workshops",
        }
    }
}
