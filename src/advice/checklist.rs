//! The consultant's seven points: when AWS is right for WordPress at all.

use crate::{
    architecture::PageCache,
    questionnaire::{Answers, AwsTies, ClosedSet, GitSkill, Peaks, PluginChanges, Said, ZoneLoss},
    units::{Count, Ratio, Requests, text},
    workload::Workload,
};

/// One of the seven points, and whether it holds for this client.
#[derive(Clone, Debug, PartialEq)]
pub struct Point {
    /// What would speak for AWS.
    pub says: &'static str,
    /// Whether it does.
    pub holds: Holds,
    /// Why, in a few words.
    pub because: String,
}

/// Whether a point holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Holds {
    /// It speaks for AWS.
    Yes,
    /// It does not.
    No,
}

/// The checklist of the article "You Shouldn't Host WordPress on AWS (Except when you should)".
pub const SOURCE: &str = "Consultant: You Shouldn't Host WordPress on AWS (Except when you should), 2018";

/// The seven points for this client.
pub fn checklist(answers: &Answers, workload: &Workload) -> Vec<Point> {
    let point =
        |says, holds: bool, because: String| Point { says, holds: if holds { Holds::Yes } else { Holds::No }, because };
    let daily = Requests::new(workload.typical().page_views.value() / 30.4);
    let peak =
        workload.typical().peak(PageCache::Off) / (workload.typical().mean_views() + workload.typical().mean_bots());
    let growth = answers.growth.or(Ratio::percent(20.0));
    let spiky = matches!(answers.peaks, Said::Known(Peaks::Campaigns | Peaks::Viral))
        || answers.peak_factor.or(Count::ZERO) >= Count::new(8.0);
    let willing = answers.plugin_changes != PluginChanges::EditorsInAdmin && answers.git != GitSkill::No;
    let available = answers.zone_loss == ZoneLoss::MustSurvive;
    vec![
        point(
            "A large amount of traffic: hundreds of thousands of page views a day and more",
            daily >= Requests::new(200_000.0),
            format!("about {} page views a day", text::short(daily.value().round())),
        ),
        point(
            "Very spiky traffic",
            spiky,
            format!("the busiest minutes see {} times the mean", text::trimmed(peak, 1)),
        ),
        point(
            "A large, lasting increase expected soon",
            growth >= Ratio::ONE,
            format!("{} % growth a year", text::grouped(growth.as_percent())),
        ),
        point(
            "Willing to manage the site without installing plugins in wp-admin, or to pay for the ways around it",
            willing,
            match answers.plugin_changes {
                PluginChanges::EditorsInAdmin => "editors install plugins on the live site".to_owned(),
                PluginChanges::Developers => "developers deploy changes".to_owned(),
                PluginChanges::Rarely => "changes are rare and planned".to_owned(),
            },
        ),
        point(
            "Good use of AWS's scaling",
            spiky && willing,
            if spiky && willing {
                "load changes enough to pay for scaling"
            } else {
                "load is even, or the site cannot be scaled out freely"
            }
            .to_owned(),
        ),
        point(
            "High availability required or wished for",
            available,
            if available { "it has to survive a lost Availability Zone" } else { "a restore by hand is acceptable" }
                .to_owned(),
        ),
        point(
            "Significant use of other AWS services",
            answers.aws != AwsTies::None,
            ClosedSet::label(answers.aws).to_ascii_lowercase(),
        ),
    ]
}
