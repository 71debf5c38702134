//! Which answer the busiest minutes are sized by, where it is not the ordinary course of the day.

use super::finding::{Finding, Severity, Situation};
use crate::{units::text, workload::PeakFrom};

pub(super) fn check(situation: &Situation<'_>) -> Option<Finding> {
    let demand = situation.workload.typical();
    let times = text::significant(demand.peak_factor().value(), 2);
    let (title, detail, remedy) = match demand.peak_from {
        PeakFrom::DailyCurve => return None,
        PeakFrom::StatedFactor => (
            format!("The peak is sized as you said, {times} times the mean"),
            "An event that brings more, whatever the site's size, is not counted with".to_owned(),
            "Try a spike on the simulated week to see what a larger one does",
        ),
        PeakFrom::UsualFactor => (
            format!("The peak is taken as {times} times the mean, as such sites usually have it"),
            "Nobody has said how high it is".to_owned(),
            "Look up the busiest ten minutes of the last year in analytics, and say the peak",
        ),
        PeakFrom::Event => (
            format!("An event sizes the peak: {times} times the mean"),
            format!(
                "Nobody has said how high peaks are, so {} page views a second are counted with on top of an ordinary day, as \
                 such events bring them to sites of any size",
                text::significant(demand.spike.value(), 2)
            ),
            "Say the peak compared with the average, if it is known: it then holds",
        ),
    };
    Some(Finding {
        rule: "peak-size",
        severity: Severity::Note,
        title,
        detail,
        remedy: remedy.to_owned(),
        source: "your answers; assumptions on peaks and events",
        views: Vec::new(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        advice::fixture::{Given, preset, single},
        questionnaire::{Answers, Said},
    };

    #[test]
    fn it_is_said_which_answer_sizes_the_peak() {
        let told = |answers| Given::new(answers, single()).told(check).map(|finding| finding.title);
        assert_eq!(told(Answers::default()), None);
        assert_eq!(told(preset("shop")).as_deref(), Some("The peak is sized as you said, 8 times the mean"));
        let open = Answers { peak_factor: Said::NotSure, ..preset("shop") };
        assert!(told(open).is_some_and(|title| title.starts_with("An event sizes the peak")));
    }
}
