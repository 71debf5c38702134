//! How soon growing traffic asks for a larger size, and for another way to host.

use super::finding::{Finding, Severity, Situation};
use crate::{
    assessment::{
        Client,
        outgrown::{Lasts, outgrown},
    },
    units::text,
};

/// A size that is outgrown within this many months deserves a decision today.
const SOON: Lasts = Lasts::Months(12);

pub(super) fn check(situation: &Situation<'_>) -> Option<Finding> {
    let assessment = &situation.first()?.assessment;
    let hosting = assessment.hosting;
    let found = outgrown(assessment, &Client::new(situation.answers, situation.workload, situation.catalog))?;
    let growth = text::grouped(situation.workload.typical().growth.as_percent());
    let said = if situation.answers.growth.known().is_some() { "" } else { ", which nobody has said" };
    Some(Finding {
        rule: "outgrown",
        severity: if found.size <= SOON { Severity::Consider } else { Severity::Note },
        title: match (found.size, found.option) {
            (Lasts::TenYears, _) => format!("At {growth} % growth a year its size lasts more than ten years"),
            (size, option) if size == option => format!("At {growth} % growth a year it is outgrown in {size}"),
            (size, option) => {
                format!(
                    "At {growth} % growth a year its size is outgrown in {size}, and with larger ones it lasts {option}"
                )
            }
        },
        detail: format!(
            "The simulated week with the traffic of each month to come, until its worst minute is no longer carried; growth of \
             {growth} % a year{said}"
        ),
        remedy: hosting.next.to_owned(),
        source: "simulated weeks, typical case",
        views: Vec::new(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        advice::fixture::{Given, single},
        questionnaire::{Answers, Said},
        units::Ratio,
    };

    #[test]
    fn growth_is_told_in_months_and_no_growth_is_not() {
        let growing = |percent| Answers { growth: Said::Known(Ratio::percent(percent)), ..Answers::default() };
        let told = Given::new(growing(400.0), single()).told(check).unwrap();
        assert!(told.title.starts_with("At 400 % growth a year its size is outgrown in"), "{}", told.title);
        assert_eq!(Given::new(growing(0.0), single()).told(check), None);
    }
}
