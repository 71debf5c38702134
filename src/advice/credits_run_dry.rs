//! CPU credits or burst capacity run out during the week.

use super::finding::{Case, Finding, Severity};
use crate::{simulation::report::moment, units::Minutes};

pub(super) fn check(case: &Case<'_>) -> Option<Finding> {
    let first = case.first()?;
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
