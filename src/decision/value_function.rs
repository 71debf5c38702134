//! Value functions: what an outcome is worth between 0 and 1, on anchors that come from the field and never from the
//! options at hand, so that adding or removing an option changes no score but its own.

use crate::{
    assessment::Assessment,
    questionnaire::{Answers, Criterion, PluginChanges, WorkInTotal},
    simulation::Outcome,
    units::{Minutes, Ratio, Requests, Usd, text},
    workload::Case,
};

/// How an option does on one criterion: as it was found, and what it is worth.
#[derive(Clone, Debug, PartialEq)]
pub struct Performance {
    /// The plain number.
    pub raw: f64,
    /// Its unit.
    pub unit: &'static str,
    /// The number as a person reads it.
    pub shown: String,
    /// What it is worth, 0 to 1.
    pub value: f64,
}

/// What an assessment comes to on a criterion. Each criterion is fed by exactly one output of the model.
pub(super) fn performance(criterion: Criterion, assessment: &Assessment, answers: &Answers) -> Performance {
    let (raw, unit, shown, value) = match criterion {
        Criterion::Cost => {
            // People's hours count under effort, once.
            let cost = assessment.monthly(Case::Typical, WorkInTotal::Apart);
            (
                cost.value(),
                "USD a month",
                format!("{}{} a month", answers.amount(cost), assessment.bill(Case::Typical).more()),
                logarithmic(cost.value(), DEAREST, CHEAPEST),
            )
        }
        Criterion::Headroom => {
            let week = &assessment.week.outcome;
            let headroom = week.headroom.value();
            let slow = Ratio::new(week.slow_minutes / Minutes::WEEK);
            let mut shown = if headroom >= 100.0 {
                "100 times the peak and more".to_owned()
            } else {
                format!("{} times the peak", text::significant(headroom, 2))
            };
            if slow.value() > 0.001 {
                shown.push_str(&format!(", slow for {} % of the week", text::significant(slow.as_percent(), 2)));
            }
            (headroom, "times the peak", shown, logarithmic(headroom, 1.0, 5.0) * kept(week))
        }
        Criterion::Availability => {
            let up = assessment.expected.availability();
            let nines = -libm::log10(up.rest().value().max(1e-9));
            (up.as_percent(), "%", up.to_string(), linear(nines, 1.5, 4.0))
        }
        Criterion::Recovery => {
            let time = assessment.recovery.time();
            let point = assessment.recovery.point();
            let lost = if point > Minutes::ZERO { format!("up to {point} of data") } else { "no data".to_owned() };
            let shown = format!("back in {time}, {lost} lost");
            let back = logarithmic(time.value(), 4_320.0, 1.0);
            let lost = logarithmic(assessment.recovery.point().value().max(1.0), 1_440.0, 1.0);
            (time.value(), "minutes", shown, (back + lost) / 2.0)
        }
        Criterion::EditorFreedom => {
            let freedom = assessment.hosting.freedom;
            let shown = match freedom.value() {
                v if v >= 1.0 => "plugins install in wp-admin",
                v if v > 0.0 => "plugins install on staging",
                _ => "plugins come by deployment",
            };
            (freedom.as_percent(), "%", shown.to_owned(), missed(freedom, answers.plugin_changes))
        }
        Criterion::Effort => {
            let hours = assessment.operations.typical.value();
            (hours, "hours a month", format!("{hours} hours a month"), logarithmic(hours, 30.0, 0.5))
        }
        Criterion::Runway => {
            let times = assessment.runway.value();
            let shown = if times >= 100.0 {
                "100 times and more".to_owned()
            } else {
                format!("{times:.1} times today's traffic")
            };
            (times, "times today's traffic", shown, logarithmic(times, 1.0, 100.0))
        }
        Criterion::DeploymentSafety => {
            let safety = assessment.safety;
            (safety.as_percent(), "%", assessment.hosting.deployment.to_owned(), safety.value())
        }
    };
    Performance { raw, unit, shown, value }
}

/// Dollars a month that are worth nothing, and all.
const DEAREST: f64 = 2_000.0;
const CHEAPEST: f64 = 5.0;

/// The month's costs that are worth no points, and all of them.
pub const COST_SWING: [Usd; 2] = [Usd::new(DEAREST), Usd::new(CHEAPEST)];

/// How far a month's cost lies beyond the one that is worth nothing, on the same scale; zero up to there.
pub(super) fn beyond_the_dearest(cost: f64) -> f64 {
    (libm::log10(cost.max(DEAREST)) - libm::log10(DEAREST)) / (libm::log10(DEAREST) - libm::log10(CHEAPEST))
}

/// What a week that carries its peak is worth, less for requests that wait or fail.
pub(super) fn carried(week: &Outcome) -> f64 {
    week.headroom.value().min(1.0) * kept(week)
}

/// A minute in which one request in twenty takes over two seconds counts half; of failed requests, one in ten is as bad as no
/// headroom at all.
fn kept(week: &Outcome) -> f64 {
    let slow = week.slow_minutes / Minutes::WEEK;
    let failed = if week.arrived > Requests::ZERO { week.failed / week.arrived } else { 0.0 };
    (1.0 - slow / 2.0) * (1.0 - 10.0 * failed).max(0.0)
}

/// Freedom is worth what would be missed: all of it where editors install plugins today, half where that is rare, and
/// nothing where developers deploy already, so that every option keeps its points.
fn missed(freedom: Ratio, practice: PluginChanges) -> f64 {
    let weight = match practice {
        PluginChanges::EditorsInAdmin => 1.0,
        PluginChanges::Rarely => 0.5,
        PluginChanges::Developers => 0.0,
    };
    1.0 - weight * freedom.rest().value()
}

/// Straight between the outcome worth nothing and the one worth all.
fn linear(x: f64, worst: f64, best: f64) -> f64 {
    if x.is_nan() { 0.0 } else { ((x - worst) / (best - worst)).clamp(0.0, 1.0) }
}

/// Straight on a logarithmic scale: each doubling is worth the same.
fn logarithmic(x: f64, worst: f64, best: f64) -> f64 {
    linear(libm::log10(x.max(1e-9)), libm::log10(worst), libm::log10(best))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn anchors_are_worth_nothing_and_all_and_beyond_them_nothing_changes() {
        assert_eq!(logarithmic(2_000.0, 2_000.0, 5.0), 0.0);
        assert_eq!(logarithmic(5.0, 2_000.0, 5.0), 1.0);
        assert_eq!(logarithmic(1.0, 2_000.0, 5.0), 1.0);
        assert!((logarithmic(100.0, 2_000.0, 5.0) - 0.5).abs() < 1e-12);
        assert_eq!(linear(f64::NAN, 0.0, 1.0), 0.0);
        assert_eq!(logarithmic(0.0, 5.0, 2_000.0), 0.0);
    }

    /// Three options and a fourth that is worse than the third on cost and no better on anything: with anchors taken from
    /// the options at hand, the fourth turns the order of the others around; with fixed anchors it changes nothing. The
    /// totals of both methods were computed with pymcdm 1.4.0.
    #[test]
    fn a_dominated_option_changes_no_score_where_anchors_are_fixed() {
        let options = [[12.0, 2.0, 1.0], [160.0, 3.3, 6.0], [420.0, 3.9, 12.0], [1_500.0, 3.9, 12.0]];
        let weights = [0.5, 0.3, 0.2];
        let total = |values: [f64; 3]| values.iter().zip(weights).map(|(value, weight)| value * weight).sum::<f64>();
        let fixed = |[cost, nines, burst]: [f64; 3]| {
            total([logarithmic(cost, 2_000.0, 5.0), linear(nines, 1.5, 4.0), logarithmic(burst, 0.5, 16.0)])
        };
        let at_hand = |options: &[[f64; 3]]| -> Vec<f64> {
            let ends = |k: usize| {
                options.iter().fold((f64::MAX, f64::MIN), |(low, high), it| (low.min(it[k]), high.max(it[k])))
            };
            let value = |it: &[f64; 3], k: usize| (it[k] - ends(k).0) / (ends(k).1 - ends(k).0);
            options.iter().map(|it| total([1.0 - value(it, 0), value(it, 1), value(it, 2)])).collect()
        };
        let close =
            |got: &[f64], wanted: &[f64]| got.iter().zip(wanted).all(|(got, wanted)| (got - wanted).abs() < 5e-4);
        assert!(close(&options.map(fixed), &[0.526_9, 0.570_2, 0.601_6, 0.495_4]), "{:?}", options.map(fixed));
        assert!(close(&at_hand(&options[..3]), &[0.500, 0.615, 0.500]), "{:?}", at_hand(&options[..3]));
        assert!(close(&at_hand(&options), &[0.500, 0.746, 0.863, 0.500]), "{:?}", at_hand(&options));
    }
}
