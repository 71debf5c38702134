//! What there is to say, as a value.

use super::{checklist::Point, finding::Finding, headline::Headline};
use crate::{
    assessment::{
        Client,
        outgrown::{Outgrown, outgrown},
    },
    catalog::Catalog,
    decision::{Standing, Verdict},
    options::{Argument, Brief, OptionId},
    questionnaire::Answers,
    search::{self, RunnerUp, Searched, Today},
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
    /// What the search of each form looked at, in the order of the forms.
    pub searched: Vec<Searched>,
    /// What AWS's whitepaper draws, for this client: beside the others, not among them.
    pub reference: Option<Standing>,
    /// What the client runs now, in the same week.
    pub today: Option<Today>,
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
        outgrown(&standing.assessment, &Client::new(&self.answers, &self.workload, &self.catalog))
    }

    /// What the search of a form looked at.
    pub fn searched(&self, id: OptionId) -> Option<&Searched> {
        self.searched.iter().find(|searched| searched.option == id)
    }

    /// For each choice an option leaves open, the next best value and what it would cost or lose. Computed when it is asked
    /// for.
    pub fn runner_ups(&self, id: OptionId) -> Vec<RunnerUp> {
        let client = Client::new(&self.answers, &self.workload, &self.catalog);
        self.option(id.0).map_or_else(Vec::new, |standing| search::runner_ups(&standing.assessment, &client))
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
        let built = &standing.assessment.architecture;
        hosting.arguments.iter().filter(move |argument| (argument.applies)(&brief) && (argument.holds)(built))
    }
}
