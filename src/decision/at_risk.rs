//! Must-haves between met and missed: kept as far as can be told, within what the figures are uncertain by.

use super::{
    miss::{AtRisk, Chance, once},
    response_time,
};
use crate::{
    assessment::{Assessment, SELDOM},
    availability::expected::Cause,
    choices::ChoiceId,
    questionnaire::{Answers, ClosedSet},
    units::Minutes,
};

/// All must-haves an option meets, but may miss.
pub(super) fn at_risk(assessment: &Assessment, answers: &Answers, over_limit: Option<f64>) -> Vec<AtRisk> {
    [
        exported(assessment, answers),
        response_time::at_risk(assessment, answers),
        outage(assessment, answers, over_limit),
        back_in(assessment, answers),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// Nobody is asked whether a site has forms, comments or a search of its own; most do, and none of them works in exported
/// pages. Whoever pins the export has looked.
fn exported(assessment: &Assessment, answers: &Answers) -> Option<AtRisk> {
    if !assessment.architecture.is_exported() || answers.pins.get(ChoiceId::Pages).is_some() {
        return None;
    }
    Some(AtRisk {
        because:
            "forms, comments and site search stop working unless each gets a service of its own, and whether there are \
                  any was not asked; pin the export where there are none"
                .to_owned(),
        source: "makers and users of export tools; most sites have a form, estimate",
        chance: Chance::Always(MOST_HAVE_A_FORM),
    })
}

/// How likely it is that exporting pages breaks something the site has; none where nothing is exported, or where the client has
/// looked.
pub fn breaks_in_export(assessment: &Assessment, answers: &Answers) -> Option<f64> {
    exported(assessment, answers).map(|risk| risk.chance.value())
}

/// Sites with a form, comments or a search: most (estimate).
const MOST_HAVE_A_FORM: f64 = 0.8;

/// The average of comparable sites keeps the limit; a badly run one, or more than one year in ten, does not.
fn outage(assessment: &Assessment, answers: &Answers, over_limit: Option<f64>) -> Option<AtRisk> {
    let (limit, chance) = (answers.max_outage?, over_limit?);
    let expected = &assessment.expected;
    if expected.typical > limit || (expected.high <= limit && chance <= SELDOM) {
        return None;
    }
    Some(AtRisk {
        because: format!(
            "{} down a year is expected and {} where it is run badly; {limit} is the limit, and {} exceeds it",
            expected.typical,
            expected.high,
            once(chance)
        ),
        source: "expected downtime: how often a year times how long, over all causes",
        chance: Chance::AYear(chance),
    })
}

/// Who restores it may come soon enough, but not as a rule.
fn back_in(assessment: &Assessment, answers: &Answers) -> Option<AtRisk> {
    let (limit, time) = (answers.back_in.limit(), assessment.recovery.time());
    let [quickest, slowest] = assessment.recovery.between();
    if time <= limit || quickest > limit {
        return None;
    }
    // A lost disk or zone is what the clock is started by.
    let rate = assessment.expected.rate(Cause::VolumeLoss) + assessment.expected.rate(Cause::Zone);
    let chance = 1.0 - libm::exp(-rate);
    Some(AtRisk {
        because: format!(
            "it takes {time} from the failure until it is back, {quickest} to {slowest} by when somebody comes, and {} is \
             the limit; a server or zone is lost in {}",
            answers.back_in.label(),
            once(chance)
        ),
        source: "recovery time with the people you have",
        chance: Chance::AYear(chance),
    })
}

/// Whether what keeps a must-have better goes first.
pub(super) fn often_missed(at_risk: &[AtRisk]) -> bool {
    at_risk.iter().any(|risk| risk.chance.is_often())
}

/// A limit that is kept by a wide margin is told as well.
pub fn chance_told(limit: Minutes, chance: f64) -> String {
    format!("{} exceeds {limit}", once(chance))
}
