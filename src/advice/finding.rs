use crate::{
    catalog::Catalog, decision::Standing, options::OptionId, questionnaire::Answers, search::Today, workload::Workload,
};

/// How much a finding matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// It would hurt.
    Warning,
    /// It deserves a decision.
    Consider,
    /// Good to know.
    Note,
}

impl Severity {
    /// The word for it.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Warning => "warning",
            Self::Consider => "consider",
            Self::Note => "note",
        }
    }
}

/// One view on a matter the founding documents disagree about.
#[derive(Clone, Debug, PartialEq)]
pub struct View {
    /// Whose view it is.
    pub who: &'static str,
    /// What they say, in our words.
    pub says: String,
    /// What that is for this client, in figures.
    pub here: String,
}

/// Something the client should know, and what to do about it.
#[derive(Clone, Debug, PartialEq)]
pub struct Finding {
    /// The rule that found it.
    pub rule: &'static str,
    /// How much it matters.
    pub severity: Severity,
    /// What was found, as a sentence without a full stop.
    pub title: String,
    /// What is behind it.
    pub detail: String,
    /// What to do about it.
    pub remedy: String,
    /// Where it is from.
    pub source: &'static str,
    /// The views on it, where they differ.
    pub views: Vec<View>,
}

/// What a rule looks at.
pub(super) struct Situation<'a> {
    /// What the client said.
    pub(super) answers: &'a Answers,
    /// What that asks for.
    pub(super) workload: &'a Workload,
    /// All options in order.
    pub(super) standings: &'a [Standing],
    /// What the client runs now.
    pub(super) today: Option<&'a Today>,
    /// What things cost, and where the founding documents no longer hold.
    pub(super) catalog: &'a Catalog,
}

impl Situation<'_> {
    /// The option everything is about: the recommended one, or else the nearest.
    pub(super) fn first(&self) -> Option<&Standing> {
        self.standings.first()
    }

    /// The standing of an option.
    pub(super) fn option(&self, id: OptionId) -> Option<&Standing> {
        self.standings.iter().find(|standing| standing.assessment.hosting.id == id)
    }
}
