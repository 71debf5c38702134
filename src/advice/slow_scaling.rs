//! Spikes that arrive before new servers do.

use super::finding::{Case, Finding, Severity};
use crate::{architecture::Delivery, questionnaire::Peaks};

pub(super) fn check(case: &Case<'_>) -> Option<Finding> {
    let first = case.first()?;
    let architecture = &first.assessment.architecture;
    let sudden = case.answers.peaks.known() == Some(Peaks::Viral);
    if !sudden || !architecture.scales() {
        return None;
    }
    let boot = match architecture.web.delivery {
        Delivery::Baked => "one to two and a half minutes",
        Delivery::InstalledFromGit => "three to ten minutes",
        Delivery::Mounted | Delivery::InPlace => "two to five minutes",
    };
    Some(Finding {
        rule: "slow-scaling",
        severity: Severity::Note,
        title: "Auto Scaling does not catch a viral spike; the page cache does".to_owned(),
        detail: format!(
            "An alarm needs three minutes, a server {boot}. Until then what is always on has to carry the spike, and is \
             sized for it here"
        ),
        remedy: "Keep pages cacheable at the edge, and test a spike before one comes".to_owned(),
        source: "Amazon EC2 Auto Scaling User Guide, target tracking; boot times measured by daemonology.net, 2021",
        views: Vec::new(),
    })
}
