//! What there is to say, as a value.

use super::{checklist::Point, finding::Finding, headline::Headline};
use crate::{
    assessment::{Outgrown, outgrown},
    catalog::Catalog,
    decision::{Standing, Verdict},
    options::{Argument, Brief},
    questionnaire::Answers,
    simulation::Rules,
    workload::{Assumption, Workload},
};

/// All there is to say to a client.
#[derive(Clone)]
pub struct Advice {
    /// What the client said.
    pub answers: Answers,
    /// What that asks for.
    pub workload: Workload,
    /// All options: the recommended first, then those that meet every must-have, then those ruled out.
    pub standings: Vec<Standing>,
    /// The verdict in words.
    pub headline: Headline,
    /// What else to know, the weightiest first.
    pub findings: Vec<Finding>,
    /// The seven points for and against AWS as such.
    pub checklist: Vec<Point>,
    /// The catalog with the reader's own prices in it.
    pub catalog: Catalog,
}

impl Advice {
    /// The option that is recommended; none when no option meets the must-haves.
    pub fn recommended(&self) -> Option<&Standing> {
        self.standings.first().filter(|standing| standing.verdict == Verdict::Recommended)
    }

    /// The option with this key.
    pub fn option(&self, id: &str) -> Option<&Standing> {
        self.standings.iter().find(|standing| standing.assessment.hosting.id.0 == id)
    }

    /// How long growing traffic leaves an option; none where it does not grow. Computed when it is asked for.
    pub fn outgrown(&self, standing: &Standing) -> Option<Outgrown> {
        let assessment = &standing.assessment;
        outgrown(assessment.hosting, &assessment.architecture, &self.answers, &self.workload, &self.catalog)
    }

    /// Everything that was assumed: what the answers ask for, and how a week is simulated.
    pub fn assumptions(&self) -> Vec<Assumption> {
        let mut all = self.workload.assumptions.to_vec();
        all.extend(Rules::assumptions(&self.answers.overrides, self.answers.operator));
        all
    }

    /// What speaks for and against an option for this client.
    pub fn arguments<'a>(&'a self, standing: &'a Standing) -> impl Iterator<Item = &'static Argument> + 'a {
        let brief = Brief { answers: &self.answers, demand: self.workload.typical(), catalog: &self.catalog };
        let hosting = standing.assessment.hosting;
        hosting.arguments.iter().filter(move |argument| (argument.applies)(&brief))
    }
}
