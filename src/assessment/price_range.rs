//! The month's bill in the low, typical and high case, each with an architecture sized for it.

use crate::{
    architecture::Architecture,
    billing::{Bill, CostKind},
    catalog::Catalog,
    options::{Brief, Hosting},
    questionnaire::Answers,
    services::{self, BillInputs},
    simulation::{Events, Rules, Week, simulate},
    workload::{Case, Workload},
};

/// What the bills of an option are made from.
pub(super) struct Setting<'a> {
    pub(super) hosting: &'static Hosting,
    pub(super) answers: &'a Answers,
    pub(super) workload: &'a Workload,
    pub(super) catalog: &'a Catalog,
    pub(super) events: &'a Events,
    pub(super) rules: &'a Rules,
}

/// The typical architecture and its week, and the bills of all three cases.
pub(super) struct Months {
    pub(super) architecture: Architecture,
    pub(super) week: Week,
    pub(super) bills: [Bill; 3],
}

/// A case on an architecture.
struct Month {
    architecture: Architecture,
    week: Week,
    bill: Bill,
}

impl Setting<'_> {
    /// All three months. Where what carries a heavier case is cheaper than what was sized for a lighter one, it is what the
    /// lighter one is built with: so a range always holds its typical value.
    pub(super) fn months(&self) -> Months {
        let [low, typical, high] = Case::ALL.map(|case| self.month(case, self.build(case)));
        let typical = self.cheaper(Case::Typical, typical, &high);
        let low = self.cheaper(Case::Low, low, &typical);
        Months { architecture: typical.architecture, week: typical.week, bills: [low.bill, typical.bill, high.bill] }
    }

    fn build(&self, case: Case) -> Architecture {
        (self.hosting.build)(&Brief { answers: self.answers, demand: self.workload.case(case), catalog: self.catalog })
    }

    fn month(&self, case: Case, architecture: Architecture) -> Month {
        // What-if events belong to the week that is looked at, not to the range of an ordinary month's bill.
        let asked = if case == Case::Typical { self.events.clone() } else { Events::new() };
        let week = simulate(&architecture, self.workload.case(case), &self.workload.shape, &asked, self.rules);
        let inputs = BillInputs {
            architecture: &architecture,
            usage: &week.usage,
            catalog: self.catalog,
            region: self.answers.region,
            readers: self.answers.readers,
        };
        let mut bill = services::bill(&inputs);
        bill.lines.push(super::work::line(self.hosting, self.answers, case));
        Month { architecture, week, bill }
    }

    fn cheaper(&self, case: Case, light: Month, heavy: &Month) -> Month {
        let total = |month: &Month| month.bill.total(CostKind::Infrastructure);
        if total(&light) <= total(heavy) {
            return light;
        }
        let other = self.month(case, heavy.architecture.clone());
        if total(&other) < total(&light) { other } else { light }
    }
}
