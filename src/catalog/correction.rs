use serde::Deserialize;

use super::{Confidence, Source};

/// Where a founding document no longer holds, and what holds today.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Correction {
    /// How the correction is asked for: `health-check-login`.
    pub id: &'static str,
    /// Which document.
    pub document: Document,
    /// What it says.
    pub says: &'static str,
    /// What is true today.
    pub today: &'static str,
    /// What following it would do.
    pub severity: CorrectionSeverity,
    /// Where that was read.
    pub source: Source,
    /// How far it can be trusted.
    pub confidence: Confidence,
}

/// The documents this advice grew from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Document {
    /// The consultant's articles on WordPress on AWS.
    Consultant,
    /// Best Practices for WordPress on AWS, February 2018.
    Whitepaper,
    /// The CloudFormation templates of the AWS reference architecture for WordPress.
    Template,
}

/// What following a founding document to the letter would do today.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum CorrectionSeverity {
    /// Nothing: it is a matter of opinion, or of precision.
    Note,
    /// A worse result than is possible today.
    Outdated,
    /// It does not work.
    Broken,
    /// It opens the site to attack, or takes it down.
    Danger,
}
