//! CPU credits or burst capacity run out during the week.

use super::finding::{Finding, Severity, Situation};
use crate::{simulation::report::moment, units::Minutes};

pub(super) fn check(situation: &Situation<'_>) -> Option<Finding> {
    let first = situation.first()?;
    let outcome = &first.assessment.week.outcome;
    let at = outcome.dry_at?;
    Some(Finding {
        rule: "credits-run-dry",
        severity: Severity::Warning,
        title: format!("CPU credits run out on {}", moment(at.value())),
        detail: format!(
            "{} is then slowed to its baseline, for {} of the week",
            first.assessment.architecture.web.machine.name,
            Minutes::new(outcome.throttled.value())
        ),
        remedy: "Take a larger size, or a type without CPU credits".to_owned(),
        source: "Amazon EC2 User Guide, burstable performance instances; Consultant: AWS EC2 T2 Instances Demystified",
        views: Vec::new(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        advice::fixture::{Given, option},
        billing::Bill,
        questionnaire::Answers,
        simulation::{Outcome, fixtures},
    };

    fn told(outcome: Outcome) -> Option<Finding> {
        let server = option("ec2", fixtures::single(fixtures::fixed(2.0)), Bill::default(), outcome);
        Given::new(Answers::default(), server).told(check)
    }

    #[test]
    fn it_is_told_when_credits_run_out() {
        let dry = Outcome { dry_at: Some(Minutes::new(1_500.0)), throttled: Minutes::new(90.0), ..Outcome::default() };
        let told = told(dry).unwrap();
        assert_eq!((told.severity, told.title.as_str()), (Severity::Warning, "CPU credits run out on Tuesday 01:00"));
    }

    #[test]
    fn credits_that_last_are_not_told() {
        assert_eq!(told(Outcome::default()), None);
    }
}
