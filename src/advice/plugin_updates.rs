//! A deployment that forbids file changes also forbids automatic security updates.

use super::finding::{Finding, Severity, Situation};
use crate::{architecture::Delivery, options::Changes};

pub(super) fn check(situation: &Situation<'_>) -> Option<Finding> {
    let first = situation.first()?;
    let (title, remedy) = match first.assessment.architecture.web.delivery {
        Delivery::InstalledFromGit | Delivery::Pulled => (
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        advice::fixture::{Given, group, single},
        questionnaire::Answers,
    };

    #[test]
    fn updates_are_told_where_the_live_site_refuses_them() {
        let told = Given::new(Answers::default(), group()).told(check).unwrap();
        assert_eq!(told.severity, Severity::Warning);
        assert!(told.title.ends_with("your pipeline's job"), "{}", told.title);
    }

    #[test]
    fn they_are_not_where_editors_install_plugins() {
        assert_eq!(Given::new(Answers::default(), single()).told(check), None);
    }
}
