//! How long an option is expected to be down in a year, for this client's people and this client's load.

use crate::{
    architecture::Architecture,
    availability::expected::{ExpectedDowntime, Releases, Setting, expected_downtime},
    options::{Changes, Hosting},
    questionnaire::{Answers, PluginChanges, WeekParameter},
    units::Minutes,
};

/// Expected downtime, and how likely a year over the client's limit is, if there is one.
#[derive(Clone)]
pub(super) struct Expected {
    pub(super) downtime: ExpectedDowntime,
    pub(super) over_limit: Option<f64>,
}

/// What decides how often an option is down, with the minutes an ordinary week loses to overload.
pub(super) fn setting(hosting: &Hosting, architecture: &Architecture, answers: &Answers, overload: Minutes) -> Setting {
    let by_hand: &str = WeekParameter::ByHand.into();
    Setting {
        overload,
        response: answers.overrides.get(by_hand).map(|minutes| Minutes::new(minutes.max(0.0))),
        ..Setting::of(architecture, releases(hosting.changes, answers.plugin_changes), answers.operator)
    }
}

/// What is to be expected in such a setting.
pub(super) fn expected(setting: &Setting, answers: &Answers) -> Expected {
    let downtime = expected_downtime(setting);
    let over_limit =
        answers.max_outage.filter(|limit| decides(&downtime, *limit)).map(|limit| downtime.chance_of_more(limit));
    Expected { downtime, over_limit }
}

/// Above this chance a year, a must-have is not kept in most decades: what keeps it better goes first. Convention.
pub const SELDOM: f64 = 0.1;

/// Whether anything hangs on how likely a year over a limit is, which takes long to compute: not where the average is over it,
/// nor where a badly run site keeps it and the mean over all hands is so small that such a year is seldom (Markov's inequality).
fn decides(downtime: &ExpectedDowntime, limit: Minutes) -> bool {
    downtime.typical <= limit && (downtime.high > limit || downtime.mean() > limit * SELDOM)
}

/// How changes go live: where wp-admin takes them, developers change the live site as editors do.
const fn releases(changes: Changes, practice: PluginChanges) -> Releases {
    match (changes, practice) {
        (Changes::ThroughDeployment, _) => Releases::ThroughDeployment,
        (Changes::InAdmin, PluginChanges::Rarely) => Releases::RarelyOnLiveSite,
        (Changes::InAdmin, PluginChanges::EditorsInAdmin | PluginChanges::Developers) => Releases::OnLiveSite,
    }
}
