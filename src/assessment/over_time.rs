use super::Assessment;
use crate::{billing::CostKind, questionnaire::Answers, units::Usd, workload::Case};

/// What an option costs over time, in typical months, before tax and as far as it is priced.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct OverTime {
    /// Twelve months, with people's hours or without as in the total of a month.
    pub year: Usd,
    /// Setting it up, once: people's hours.
    pub setup: Usd,
    /// Three years with setting it up and with people's hours.
    pub three_years: Usd,
}

impl Assessment {
    /// What it costs over time.
    pub fn over_time(&self, answers: &Answers) -> OverTime {
        let bill = self.bill(Case::Typical);
        let all = bill.total(CostKind::Infrastructure) + bill.total(CostKind::Work);
        let setup = answers.hourly_rate * self.hosting.setup.typical.value();
        OverTime { year: self.monthly(Case::Typical, answers.work) * 12.0, setup, three_years: all * 36.0 + setup }
    }
}
