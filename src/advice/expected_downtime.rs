//! What takes the first option down most, and a must-have it may miss.

use super::finding::{Finding, Severity, Situation};
use crate::units::text;

pub(super) fn check(situation: &Situation<'_>) -> Option<Finding> {
    let first = situation.first()?;
    let expected = &first.assessment.expected;
    let largest = expected.largest();
    let share: f64 = largest.iter().map(|share| share.downtime.value()).sum::<f64>() / expected.typical.value();
    let told = |words: Vec<String>| words.join("; ");
    let at_risk = !first.at_risk.is_empty();
    Some(Finding {
        rule: "expected-downtime",
        severity: if at_risk { Severity::Warning } else { Severity::Note },
        title: if at_risk {
            format!("A must-have is at risk; {} a year down is expected", expected.typical)
        } else {
            format!("{} a year down is expected, {}", expected.typical, expected.range())
        },
        detail: format!(
            "{}{:.0} % of it comes from {}",
            first.at_risk.iter().map(|risk| format!("{}. ", text::capital(&risk.because))).collect::<String>(),
            share * 100.0,
            told(largest.iter().map(|share| format!("{}, {} a year", share.cause.label(), share.downtime)).collect())
        ),
        remedy: text::capital(&told(
            largest
                .iter()
                .map(|share| {
                    format!("against {}: {}", share.cause.label(), share.cause.shortened_by(&expected.setting))
                })
                .collect(),
        )),
        source: "How often a year times how long, over all causes; rates and times stand with the causes",
        views: Vec::new(),
    })
}

#[cfg(test)]
mod tests {
    use super::{
        super::fixture::{Given, single},
        *,
    };
    use crate::{
        decision::{AtRisk, Chance},
        questionnaire::Answers,
    };

    #[test]
    fn what_takes_it_down_most_is_told_with_what_would_shorten_it() {
        let told = Given::new(Answers::default(), single()).told(check).unwrap();
        assert_eq!(told.severity, Severity::Note);
        assert!(told.title.contains("a year down is expected"), "{}", told.title);
        assert!(told.detail.contains("a change that breaks the site, 1 hour 30 minutes a year"), "{}", told.detail);
        assert!(told.remedy.contains("against a change that breaks the site: staging"), "{}", told.remedy);
    }

    #[test]
    fn a_must_have_at_risk_is_a_warning() {
        let mut one = single();
        one.at_risk.push(AtRisk {
            because: "it may take too long".to_owned(),
            source: "test",
            chance: Chance::AYear(0.2),
        });
        let told = Given::new(Answers::default(), one).told(check).unwrap();
        assert_eq!(told.severity, Severity::Warning);
        assert!(told.detail.starts_with("It may take too long. "), "{}", told.detail);
    }
}
