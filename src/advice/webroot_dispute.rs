//! AWS's whitepaper puts the webroot on EFS; the consultant calls that one of the worst choices.

use super::finding::{Finding, Severity, Situation, View};
use crate::{
    billing::BilledService,
    decision::Standing,
    options::{EFS, GIT},
    questionnaire::{PluginChanges, WorkInTotal},
    units::{Usd, text},
    workload::Case,
};

pub(super) fn check(situation: &Situation<'_>) -> Option<Finding> {
    // One server shares its webroot with nobody.
    if !situation.first()?.assessment.architecture.survives_a_server() {
        return None;
    }
    let efs = situation.option(EFS)?;
    let git = situation.option(GIT)?;
    let amount = |usd: Usd| situation.answers.amount(usd);
    let cost = |standing: &Standing| amount(standing.assessment.monthly(Case::Typical, WorkInTotal::Apart));
    let part = |standing: &Standing, service| amount(standing.assessment.bill(Case::Typical).of(service));
    let outcome = |standing: &Standing| standing.assessment.week.outcome.clone();
    let (on_efs, on_disk) = (outcome(efs), outcome(git));
    let editors = situation.answers.plugin_changes == PluginChanges::EditorsInAdmin;
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

fn seconds(milliseconds: f64) -> String {
    format!("{} s", text::trimmed(milliseconds / 1000.0, 1))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        advice::fixture::{Given, group, option, single},
        architecture::{Delivery, EfsThroughput, Webroot},
        billing::Bill,
        questionnaire::Answers,
        simulation::{Outcome, fixtures},
        units::Points,
    };

    fn on_efs(points: f64) -> Standing {
        let webroot = Webroot::Efs(EfsThroughput::Elastic);
        let architecture = fixtures::group(fixtures::fixed(2.0), 2.0, 8.0, Delivery::Mounted, webroot);
        let mut standing = option("efs", architecture, Bill::default(), Outcome::default());
        standing.score.total = Points::new(points);
        standing
    }

    fn in_git(points: f64) -> Standing {
        let mut standing = group();
        standing.score.total = Points::new(points);
        standing
    }

    /// Both founding documents are heard, and editors decide for the one that lets them go on.
    #[test]
    fn both_views_are_shown_and_what_decides() {
        let mut given = Given::new(Answers::default(), on_efs(60.0));
        given.standings.push(in_git(50.0));
        let told = given.told(check).unwrap();
        assert_eq!(told.views.iter().map(|view| view.who).collect::<Vec<_>>(), ["AWS's whitepaper", "The consultant"]);
        assert!(told.detail.contains("editors install plugins on the live site"), "{}", told.detail);
        let mut given = Given::new(Answers::default(), in_git(60.0));
        given.standings.push(on_efs(50.0));
        assert!(given.told(check).unwrap().detail.contains("safe deployments"));
    }

    #[test]
    fn there_is_no_dispute_where_only_one_of_the_two_is_shown() {
        assert_eq!(Given::new(Answers::default(), on_efs(60.0)).told(check), None);
    }

    #[test]
    fn there_is_none_where_one_server_is_enough() {
        let mut given = Given::new(Answers::default(), single());
        given.standings.extend([on_efs(60.0), in_git(50.0)]);
        assert_eq!(given.told(check), None);
    }
}
