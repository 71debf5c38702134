use serde::{Deserialize, Serialize};

/// Why a line was not counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, strum::VariantArray)]
#[serde(rename_all = "kebab-case")]
pub enum Broken {
    /// Not of the file's format.
    Shape,
    /// No time that can be read, or one before 1995 or after 2100.
    Time,
    /// No status.
    Status,
    /// Not JSON, in a log of JSON lines. nginx writes such lines without `escape=json`.
    Json,
    /// Longer than a line may be.
    TooLong,
    /// A connection of a load balancer that carried no HTTP request.
    NoRequest,
}

impl Broken {
    /// Why, in words.
    pub const fn words(self) -> &'static str {
        match self {
            Self::Shape => "not of this format",
            Self::Time => "no time that can be read",
            Self::Status => "no status",
            Self::Json => "no valid JSON; nginx needs escape=json",
            Self::TooLong => "longer than 64 KiB",
            Self::NoRequest => "a connection without a request",
        }
    }
}
