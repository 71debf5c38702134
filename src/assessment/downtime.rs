//! How long an option is expected to be down in a year, for this client's people and this client's load.

use crate::{
    architecture::Architecture,
    availability::expected::{ExpectedDowntime, Releases, Setting, expected_downtime},
    options::{Changes, Hosting},
    questionnaire::{Answers, PluginChanges, WeekParameter},
    units::Minutes,
};

/// Expected downtime, with the minutes an ordinary week loses to overload.
pub(super) fn expected(
    hosting: &Hosting,
    architecture: &Architecture,
    answers: &Answers,
    overload: Minutes,
) -> ExpectedDowntime {
    let by_hand: &str = WeekParameter::ByHand.into();
    expected_downtime(&Setting {
        overload,
        response: answers.overrides.get(by_hand).map(|minutes| Minutes::new(minutes.max(0.0))),
        ..Setting::of(architecture, releases(hosting.changes, answers.plugin_changes), answers.operator)
    })
}

/// How changes go live: where wp-admin takes them, developers change the live site as editors do.
const fn releases(changes: Changes, practice: PluginChanges) -> Releases {
    match (changes, practice) {
        (Changes::ThroughDeployment, _) => Releases::ThroughDeployment,
        (Changes::InAdmin, PluginChanges::Rarely) => Releases::RarelyOnLiveSite,
        (Changes::InAdmin, PluginChanges::EditorsInAdmin | PluginChanges::Developers) => Releases::OnLiveSite,
    }
}
