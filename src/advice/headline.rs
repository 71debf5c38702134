//! The verdict in one sentence, with its number and its reason.

use super::checklist::{Holds, Point};
use crate::{
    architecture::Network,
    decision::{Standing, TIE, Verdict},
    questionnaire::{Answers, ClosedSet},
    units::{ordered, text},
    workload::Case,
};

/// The verdict in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Headline {
    /// What to do, in a sentence.
    pub verdict: String,
    /// Why, in a sentence.
    pub reason: String,
}

/// Says what came out, or that nothing fits and what comes nearest.
pub(super) fn headline(standings: &[Standing], answers: &Answers, checklist: &[Point]) -> Headline {
    let Some(first) = standings.first() else {
        return Headline { verdict: "No option was looked at".to_owned(), reason: String::new() };
    };
    if first.verdict == Verdict::RuledOut {
        return nearest(first, standings.len());
    }
    let hosting = first.assessment.hosting;
    let cost = answers.amount(first.assessment.monthly(Case::Typical, answers.work));
    // In a sentence a plus sign would be overlooked.
    let or_more = if first.assessment.bill(Case::Typical).more().is_empty() { "" } else { " or more" };
    let verdict = format!("{} fits best, at about {cost} a month{or_more}", hosting.name);
    let second = standings.get(1).filter(|second| second.verdict == Verdict::Eligible);
    let reason = match second {
        None => format!("it is the only one of {} options that meets every must-have", standings.len()),
        Some(second) if first.score.total - second.score.total < TIE => format!(
            "{} points, and {} comes to {}: too close to call{}",
            text::grouped(first.score.total.value()),
            second.assessment.hosting.name,
            text::grouped(second.score.total.value()),
            tie_breaker(first, second, checklist)
        ),
        Some(second) => format!(
            "{} points against {} for {}; what tells them apart most is {}",
            text::grouped(first.score.total.value()),
            text::grouped(second.score.total.value()),
            second.assessment.hosting.name,
            strongest(first, second)
        ),
    };
    Headline { verdict, reason }
}

/// What may help where the points do not: what either is better at, or the question of AWS at all where one of the two
/// stands elsewhere.
fn tie_breaker(first: &Standing, second: &Standing, checklist: &[Point]) -> String {
    let on_aws = |standing: &Standing| standing.assessment.architecture.network != Network::OffAws;
    if on_aws(first) == on_aws(second) {
        return match (strongest(first, second).as_str(), strongest(second, first).as_str()) {
            ("", _) => ", so choose the one you prefer".to_owned(),
            (ahead, "") => format!("; the first is ahead in {ahead}, the second in nothing"),
            (ahead, behind) => format!("; the first is ahead in {ahead}, the second in {behind}"),
        };
    }
    let met = checklist.iter().filter(|point| point.holds == Holds::Yes).count();
    format!(", and {met} of the consultant's {} points speak for AWS", checklist.len())
}

fn nearest(first: &Standing, of: usize) -> Headline {
    let misses = &first.ruled_out;
    let reason = if misses.iter().all(|ruled| ruled.remedy.exists()) {
        let changes: Vec<_> = misses.iter().map(|ruled| ruled.remedy.text.as_str()).collect();
        format!("it would be in {}", changes.join(", and "))
    } else {
        misses.iter().map(|ruled| ruled.because.as_str()).collect::<Vec<_>>().join("; ")
    };
    Headline {
        verdict: format!(
            "None of the {of} options meets your must-haves; the nearest is {}",
            first.assessment.hosting.name
        ),
        reason,
    }
}

/// The criteria on which the first option is furthest ahead of another, largest first.
fn strongest(first: &Standing, second: &Standing) -> String {
    let leads = first
        .score
        .contributions
        .iter()
        .zip(&second.score.contributions)
        .map(|(a, b)| ((a.points - b.points).value(), a.criterion.label().to_ascii_lowercase()))
        .filter(|(lead, _)| *lead > 0.0);
    let mut leads = ordered(leads, |a, b| b.0.total_cmp(&a.0));
    leads.truncate(2);
    leads.into_iter().map(|(_, name)| name).collect::<Vec<_>>().join(" and ")
}
