use crate::{catalog::Catalog, questionnaire::Answers, workload::Demand};

/// What an option is built for: the client, the demand of one case, and what can be bought.
#[derive(Clone, Copy)]
pub struct Brief<'a> {
    /// What the client said.
    pub answers: &'a Answers,
    /// What that asks for, in one case.
    pub demand: &'a Demand,
    /// What can be bought, where, for how much.
    pub catalog: &'a Catalog,
}
