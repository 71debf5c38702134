use serde::Deserialize;

use super::{AsOf, Confidence, Source};
use crate::units::Ratio;

/// What a provider commits to, or designs for, in availability.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Promise {
    /// How the promise is asked for: `aurora.multi-az`.
    pub id: &'static str,
    /// The service.
    pub service: &'static str,
    /// What it holds for.
    pub scope: &'static str,
    /// How binding it is.
    pub kind: PromiseKind,
    /// The share of a month it is available.
    pub availability: Ratio,
    /// What to know about it.
    pub note: &'static str,
    /// Where it was read.
    pub source: Source,
    /// When it was last changed or read.
    pub as_of: AsOf,
    /// How far it can be trusted.
    pub confidence: Confidence,
}

/// How binding a promise is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum PromiseKind {
    /// A service level agreement: below it, credits are due. A threshold for refunds, not a forecast.
    Agreement,
    /// What the service is designed for, without commitment.
    Design,
    /// Computed from the promises of its parts.
    Derived,
}
