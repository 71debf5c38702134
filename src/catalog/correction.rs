use super::{Confidence, Source, word::words};

/// Where a founding document no longer holds, and what holds today.
#[derive(Clone, Debug, PartialEq)]
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
    pub severity: Severity,
    /// Where that was read.
    pub source: Source,
    /// How far it can be trusted.
    pub confidence: Confidence,
}

words! {
    /// The documents this advice grew from.
    Document {
        /// The consultant's articles on WordPress on AWS.
        Consultant = "consultant",
        /// Best Practices for WordPress on AWS, February 2018.
        Whitepaper = "whitepaper",
        /// The CloudFormation templates of the AWS reference architecture for WordPress.
        Template = "template",
    }
}

words! {
    /// What following a founding document to the letter would do today.
    Severity {
        /// Nothing: it is a matter of opinion, or of precision.
        Note = "note",
        /// A worse result than is possible today.
        Outdated = "outdated",
        /// It does not work.
        Broken = "broken",
        /// It opens the site to attack, or takes it down.
        Danger = "danger",
    }
}
