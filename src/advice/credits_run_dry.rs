//! CPU credits or burst capacity run out during the week.

use super::finding::{Finding, Severity, Situation};
use crate::{architecture::CpuAllowance, simulation::report::moment};

pub(super) fn check(situation: &Situation<'_>) -> Option<Finding> {
    let first = situation.first()?;
    let outcome = &first.assessment.week.outcome;
    let at = outcome.dry_at?;
    let machine = &first.assessment.architecture.web.machine;
    let (what, remedy) = match machine.cpu {
        CpuAllowance::BurstCapacity { .. } => ("CPU burst capacity runs out", "Take a larger plan"),
        CpuAllowance::Credits { .. } | CpuAllowance::Fixed | CpuAllowance::Elastic { .. } => {
            ("CPU credits run out", "Take a larger size, or a type without CPU credits")
        }
    };
    Some(Finding {
        rule: "credits-run-dry",
        severity: Severity::Warning,
        title: format!("{what} on {}", moment(at.value())),
        detail: format!("{} is then slowed to its baseline, for {} of the week", machine.name, outcome.throttled),
        remedy: remedy.to_owned(),
        source: "Amazon EC2 User Guide, burstable performance instances; Amazon Lightsail User Guide, CPU burst capacity; \
                 Consultant: AWS EC2 T2 Instances Demystified",
        views: Vec::new(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        advice::fixture::{Given, option},
        architecture::Machine,
        billing::Bill,
        questionnaire::Answers,
        simulation::{Outcome, fixtures},
        units::{Gib, Minutes, Ratio, Vcpus},
    };

    fn told(machine: Machine, outcome: Outcome) -> Option<Finding> {
        let server = option("ec2", fixtures::single(machine), Bill::default(), outcome);
        Given::new(Answers::default(), server).told(check)
    }

    fn dry() -> Outcome {
        Outcome { dry_at: Some(Minutes::new(1_500.0)), throttled: Minutes::new(90.0), ..Outcome::default() }
    }

    #[test]
    fn it_is_told_when_credits_run_out() {
        let told = told(fixtures::fixed(2.0), dry()).unwrap();
        assert_eq!((told.severity, told.title.as_str()), (Severity::Warning, "CPU credits run out on Tuesday 01:00"));
    }

    #[test]
    fn burst_capacity_of_lightsail_is_called_that() {
        let plan = Machine {
            name: "Lightsail 2 GB".to_owned(),
            vcpus: Vcpus::new(2.0),
            memory: Gib::new(2.0),
            cpu: CpuAllowance::BurstCapacity { baseline: Ratio::percent(20.0), cap: Minutes::new(288.0) },
        };
        let told = told(plan, dry()).unwrap();
        assert_eq!(told.title, "CPU burst capacity runs out on Tuesday 01:00");
        assert_eq!(told.remedy, "Take a larger plan");
    }

    #[test]
    fn credits_that_last_are_not_told() {
        assert_eq!(told(fixtures::fixed(2.0), Outcome::default()), None);
    }
}
