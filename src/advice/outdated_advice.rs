//! Where the founding documents no longer hold for what is recommended here; following them to the letter would hurt.

use super::finding::{Finding, Severity, Situation, View};
use crate::{
    architecture::{Architecture, CpuAllowance, Delivery, Network, Service},
    catalog::{self, Correction, Document},
    units::{ordered, text::counted},
};

/// Whether a correction concerns an architecture.
type Concerns = fn(&Architecture) -> bool;

/// Every correction that is more than a note, and the architectures it concerns.
const CONCERNS: &[(&str, Concerns)] = &[
    ("bucket-policy", keeps_objects),
    ("bucket-acl", keeps_objects),
    ("public-bucket", keeps_objects),
    ("origin-access", keeps_objects),
    ("long-lived-keys", keeps_objects),
    ("health-check-login", |it| it.has(|service| matches!(service, Service::LoadBalancer))),
    ("plain-http", has_cloudfront),
    ("cookie-list", has_cloudfront),
    ("wp-content-s3", |it| has_cloudfront(it) && keeps_objects(it)),
    ("aws-plugin", |it| it.network != Network::OffAws),
    ("lightsail-snapshots", |it| it.network == Network::Lightsail),
    ("c4", |it| it.network == Network::Vpc),
    ("t2", |it| it.network == Network::Vpc && matches!(it.web.machine.cpu, CpuAllowance::Credits { .. })),
    ("data-pipeline", shares_files),
    ("efs-price", shares_files),
    ("efs-floor", shares_files),
    ("dummy-data", shares_files),
    ("realpath-cache", shares_files),
    ("opcache-page", follows_template),
    ("no-scaling-policy", follows_template),
    ("launch-configuration", Architecture::replaces_itself),
    ("php-choice", follows_template),
    ("aurora-version", |it| it.has(|service| matches!(service, Service::Aurora(_)))),
    ("aurora-failover", |it| it.has(|service| matches!(service, Service::Aurora(_)))),
    ("bastion", |it| it.has(|service| matches!(service, Service::Bastion(_)))),
    ("php", |it| it.has(|service| matches!(service, Service::CacheNode(_)))),
];

pub(super) fn check(situation: &Situation<'_>) -> Option<Finding> {
    let first = situation.first()?;
    let architecture = &first.assessment.architecture;
    let concerns =
        |correction: &&Correction| CONCERNS.iter().any(|(id, concerns)| *id == correction.id && concerns(architecture));
    let found = situation.catalog.corrections().iter().filter(concerns);
    let found = ordered(found, |a, b| b.severity.cmp(&a.severity));
    let gravest = found.first()?.severity;
    let counted_as = |severity| found.iter().filter(|correction| correction.severity == severity).count();
    let dangers = counted_as(catalog::CorrectionSeverity::Danger);
    let all = counted(found.len() as f64, "instruction");
    let dangerous = match dangers {
        0 => String::new(),
        1 => "; one would open or take down the site".to_owned(),
        some => format!("; {some} would open or take down the site"),
    };
    Some(Finding {
        rule: "outdated-advice",
        severity: match gravest {
            catalog::CorrectionSeverity::Danger => Severity::Warning,
            catalog::CorrectionSeverity::Broken => Severity::Consider,
            catalog::CorrectionSeverity::Outdated | catalog::CorrectionSeverity::Note => Severity::Note,
        },
        title: format!("{all} of the founding documents no longer hold for {}", first.assessment.hosting.name),
        detail: format!("The documents are of 2018 and the template of the years after{dangerous}"),
        remedy: "Do what holds today, the gravest first".to_owned(),
        source: "what each was checked against is named beside it",
        views: found.into_iter().map(view).collect(),
    })
}

fn view(correction: &Correction) -> View {
    View {
        who: match correction.document {
            Document::Consultant => "The consultant",
            Document::Whitepaper => "AWS's whitepaper",
            Document::Template => "AWS's template",
        },
        says: correction.says.trim_end_matches('.').to_owned(),
        here: format!("{} ({})", correction.today.trim_end_matches('.'), correction.source),
    }
}

fn keeps_objects(architecture: &Architecture) -> bool {
    architecture.has(|service| matches!(service, Service::ObjectStore))
}

fn has_cloudfront(architecture: &Architecture) -> bool {
    architecture.has(|service| matches!(service, Service::Cdn(_)))
}

fn shares_files(architecture: &Architecture) -> bool {
    architecture.has(|service| matches!(service, Service::SharedFiles(_)))
}

/// Whoever mounts the webroot into an Auto Scaling group starts from AWS's template.
fn follows_template(architecture: &Architecture) -> bool {
    architecture.replaces_itself() && architecture.web.delivery == Delivery::Mounted
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        advice::fixture::{Given, group, single},
        architecture::{Component, ComponentId, Place},
        catalog::Catalog,
        questionnaire::Answers,
    };

    #[test]
    fn every_correction_that_matters_concerns_some_architecture() {
        for correction in Catalog::bundled().corrections() {
            let known = CONCERNS.iter().any(|(id, _)| *id == correction.id);
            let matters = correction.severity > catalog::CorrectionSeverity::Note;
            assert_eq!(known, matters, "{}", correction.id);
        }
    }

    #[test]
    fn what_no_longer_holds_is_told_where_it_concerns_what_is_recommended() {
        let mut balanced = group();
        balanced.assessment.architecture.components.push(Component {
            id: ComponentId("alb"),
            service: Service::LoadBalancer,
            place: Place::Edge,
            size: String::new(),
            role: String::new(),
        });
        let told = Given::new(Answers::default(), balanced).told(check).unwrap();
        assert_eq!(told.severity, Severity::Warning);
        assert!(told.views.iter().any(|view| view.says.contains("/wp-login.php")));
    }

    #[test]
    fn nothing_is_told_about_a_server_off_aws() {
        let mut elsewhere = single();
        elsewhere.assessment.architecture.network = Network::OffAws;
        assert_eq!(Given::new(Answers::default(), elsewhere).told(check), None);
    }
}
