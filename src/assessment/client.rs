use std::cell::RefCell;

use super::downtime::{self, Expected};
use crate::{
    availability::expected::Setting, catalog::Catalog, options::Brief, questionnaire::Answers, simulation::Rules,
    workload::Workload,
};

/// A client as the engine knows one: what was said, what that asks for, what can be bought, and how a week goes.
pub struct Client<'a> {
    /// What the client said.
    pub answers: &'a Answers,
    /// What that asks for.
    pub workload: &'a Workload,
    /// What can be bought, where, for how much.
    pub catalog: &'a Catalog,
    /// How a week is simulated.
    pub rules: Rules,
    /// Downtime already worked out: many designs are down for the same reasons, and a bad year takes long to compute.
    known: RefCell<Vec<(Setting, Expected)>>,
}

impl<'a> Client<'a> {
    /// The client of these answers.
    pub fn new(answers: &'a Answers, workload: &'a Workload, catalog: &'a Catalog) -> Self {
        let rules = Rules::new(&answers.overrides, answers.operator);
        Self { answers, workload, catalog, rules, known: RefCell::default() }
    }

    /// What an option is built for: the typical case.
    pub fn brief(&self) -> Brief<'a> {
        Brief { answers: self.answers, demand: self.workload.typical(), catalog: self.catalog }
    }

    /// What is to be expected in a setting.
    pub(super) fn expected(&self, setting: &Setting) -> Expected {
        let known =
            self.known.borrow().iter().find(|(known, _)| known == setting).map(|(_, expected)| expected.clone());
        known.unwrap_or_else(|| {
            let expected = downtime::expected(setting, self.answers);
            self.known.borrow_mut().push((*setting, expected.clone()));
            expected
        })
    }
}
