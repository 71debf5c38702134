use serde::{Deserialize, Serialize};
use strum::{Display, EnumString, IntoStaticStr, VariantArray};

/// Names a question; its token is the key in links and files and never changes. The variants stand in the order asked,
/// which is that of [`QUESTIONS`](super::QUESTIONS).
#[derive(
    Clone,
    Copy,
    Debug,
    Display,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Hash,
    EnumString,
    IntoStaticStr,
    VariantArray,
    Serialize,
    Deserialize,
)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
#[expect(missing_docs, reason = "each is explained by the label, hint and reason of its row")]
pub enum QuestionId {
    Site,
    Visits,
    Pages,
    Peaks,
    Peak,
    Growth,
    Uncacheable,
    Media,
    MediaGrowth,
    Readers,
    Theme,
    Plugins,
    Items,
    Today,
    TodayBill,
    TodayPages,
    Changes,
    Git,
    Operator,
    Hours,
    LocalWrites,
    Sessions,
    Aws,
    Budget,
    Response,
    Outage,
    Zone,
    Rpo,
    Rto,
    Region,
    Purchase,
    Rate,
    Work,
    Currency,
    Exchange,
    Vat,
}

impl QuestionId {
    /// Its key in links and files.
    pub fn token(self) -> &'static str {
        self.into()
    }

    /// The question a key stands for.
    pub fn from_token(token: &str) -> Option<Self> {
        token.parse().ok()
    }
}
