//! AWS's whitepaper puts the webroot on EFS; the consultant calls that one of the worst choices.

use super::finding::{Case, Finding, Severity, View};
use crate::{
    billing::BilledService,
    decision::Standing,
    options::OptionId,
    questionnaire::{PluginChanges, WorkInTotal},
    units::{Usd, text},
    workload,
};

pub(super) fn check(case: &Case<'_>) -> Option<Finding> {
    let efs = case.option(OptionId("efs"))?;
    let git = case.option(OptionId("git"))?;
    let cost = |standing: &Standing| standing.assessment.monthly(workload::Case::Typical, WorkInTotal::Apart);
    let outcome = |standing: &Standing| standing.assessment.week.outcome.clone();
    let (on_efs, on_disk) = (outcome(efs), outcome(git));
    let editors = case.answers.plugin_changes == PluginChanges::EditorsInAdmin;
    let gap = (efs.score.total - git.score.total).value();
    let decides = if editors && gap > 0.0 {
        "that editors install plugins on the live site: with EFS they may go on, with version control they may not"
    } else if gap > 0.0 {
        "the points you gave: they weigh what EFS keeps above what it costs in speed and safety of changes"
    } else {
        "speed, cost and safe deployments: you gave those more points than installing plugins on the live site"
    };
    Some(Finding {
        rule: "webroot-dispute",
        severity: Severity::Consider,
        title: "The founding documents disagree about a webroot on EFS".to_owned(),
        detail: format!(
            "For you {} scores {} points and {} {}. What decides is {decides}",
            efs.assessment.hosting.name,
            text::grouped(efs.score.total.value()),
            git.assessment.hosting.name,
            text::grouped(git.score.total.value()),
        ),
        remedy: "Change who installs plugins, or the points for editor freedom, and see the order change".to_owned(),
        source: "AWS whitepaper, Shared Storage; Consultant: Highly Available WordPress on AWS",
        views: vec![
            View {
                who: "AWS's whitepaper",
                says: "share the whole installation on EFS: web servers hold nothing, and a plugin installed once is everywhere".to_owned(),
                here: format!(
                    "{} a month, {} of it for EFS and {} for Aurora, which the reference architecture brings along; first \
                     request on a new server {}; installing a plugin takes {}",
                    cost(efs),
                    part(efs, BilledService::Efs),
                    part(efs, BilledService::Aurora),
                    seconds(on_efs.cold_response.value()),
                    on_efs.plugin_install
                ),
            },
            View {
                who: "The consultant",
                says: "keep the webroot out of network file systems: version it, install it on every server's own disk, media in S3".to_owned(),
                here: format!(
                    "{} a month, {} of it for RDS; first request on a new server {}; plugins come by deployment",
                    cost(git),
                    part(git, BilledService::Rds),
                    seconds(on_disk.cold_response.value())
                ),
            },
        ],
    })
}

/// What a service comes to in a month, as far as it is priced.
fn part(standing: &Standing, service: BilledService) -> Usd {
    standing.assessment.bill(workload::Case::Typical).of(service)
}

fn seconds(milliseconds: f64) -> String {
    format!("{} s", text::trimmed(milliseconds / 1000.0, 1))
}
