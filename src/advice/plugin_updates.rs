//! A deployment that forbids file changes also forbids automatic security updates.

use super::finding::{Case, Finding, Severity};
use crate::{architecture::Delivery, options::Changes};

pub(super) fn check(case: &Case<'_>) -> Option<Finding> {
    let first = case.first()?;
    let (title, remedy) = match first.assessment.architecture.web.delivery {
        Delivery::InstalledFromGit => (
            "Security updates of plugins become your pipeline's job",
            "Have Renovate or Dependabot raise plugin updates, and deploy security fixes without waiting",
        ),
        Delivery::Baked | Delivery::Mounted | Delivery::InPlace => (
            "Security updates of plugins become a release of yours",
            "Leave automatic updates on at the staging server, and bake and roll out an image the same day",
        ),
    };
    (first.assessment.hosting.changes == Changes::ThroughDeployment).then(|| Finding {
        rule: "plugin-updates",
        severity: Severity::Warning,
        title: title.to_owned(),
        detail: "DISALLOW_FILE_MODS keeps wp-admin from changing files, and with it automatic updates. Half of the \
                 heavily attacked plugin flaws of 2025 were exploited within five hours of becoming known"
            .to_owned(),
        remedy: remedy.to_owned(),
        source: "Patchstack 2026 report; WordPress documentation of DISALLOW_FILE_MODS",
        views: Vec::new(),
    })
}
