//! What the total leaves out because nobody has a price for it.

use super::finding::{Case, Finding, Severity};
use crate::{units::text, workload};

pub(super) fn check(case: &Case<'_>) -> Option<Finding> {
    let first = case.first()?;
    let missing: Vec<_> = first
        .assessment
        .bill(workload::Case::Typical)
        .not_priced()
        .map(|line| format!("{}: {}", line.service(), line.name))
        .collect();
    if missing.is_empty() {
        return None;
    }
    Some(Finding {
        rule: "not-priced",
        severity: Severity::Warning,
        title: format!("The total leaves out {} without a known price", text::counted(missing.len() as f64, "item")),
        detail: missing.join("; "),
        remedy: "Look the price up and enter it beside the line".to_owned(),
        source: "catalog",
        views: Vec::new(),
    })
}
