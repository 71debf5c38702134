//! The verdict in one sentence, with its number and its reason.

use super::checklist::{Holds, Point};
use crate::{
    architecture::Network,
    decision::{Standing, TIE, Verdict, once},
    questionnaire::{Answers, ClosedSet, QuestionId},
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
        return nearest(first, standings, answers);
    }
    let hosting = first.assessment.hosting;
    let cost = answers.amount(first.assessment.monthly(Case::Typical, answers.work));
    // In a sentence a plus sign would be overlooked.
    let or_more = if first.assessment.bill(Case::Typical).more().is_empty() { "" } else { " or more" };
    let verdict = format!("{} fits best, at about {cost} a month{or_more}{}", hosting.name, own_figures(answers));
    let second = standings.get(1).filter(|second| second.tier() == first.tier());
    let reason = match second {
        None => format!("it is the only one of {} options that {}", standings.len(), meets(first)),
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
    let reason = [Some(reason), passed_over(first, standings, answers), risks(first)].into_iter().flatten();
    Headline { verdict, reason: reason.collect::<Vec<_>>().join("; ") }
}

/// How many figures of the reader's own the verdict stands on: who reads only this line must not take them for ours.
fn own_figures(answers: &Answers) -> String {
    match answers.overrides.len() {
        0 => String::new(),
        own => format!(", with {} of your own", text::counted(own as f64, "figure")),
    }
}

/// What the only option left does.
fn meets(only: &Standing) -> &'static str {
    if only.at_risk.is_empty() { "meets every must-have" } else { "misses no must-have outright" }
}

/// What speaks against the option that comes first, where a must-have is at risk.
fn risks(first: &Standing) -> Option<String> {
    let risks: Vec<_> = first.at_risk.iter().map(|risk| risk.because.as_str()).collect();
    (!risks.is_empty()).then(|| format!("at risk: {}", risks.join("; ")))
}

/// The option with more points that stands behind because it misses a must-have too often.
fn passed_over(first: &Standing, standings: &[Standing], answers: &Answers) -> Option<String> {
    let better = standings
        .iter()
        .filter(|other| other.ruled_out.is_empty() && other.tier() > first.tier())
        .find(|other| other.score.total - first.score.total >= TIE)?;
    let risk = better.at_risk.iter().max_by(|a, b| a.chance.total_cmp(&b.chance))?;
    Some(format!(
        "{} at {} has more points, {}, but misses a must-have in {}",
        better.assessment.hosting.name,
        answers.amount(better.assessment.monthly(Case::Typical, answers.work)),
        text::grouped(better.score.total.value()),
        once(risk.chance)
    ))
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

/// What comes nearest, and what money alone would buy where that is another.
fn nearest(first: &Standing, standings: &[Standing], answers: &Answers) -> Headline {
    let of = standings.len();
    let misses = &first.ruled_out;
    let reason = if misses.iter().all(|ruled| ruled.remedy.exists()) {
        let mut changes: Vec<_> = misses.iter().map(|ruled| ruled.remedy.text.as_str()).collect();
        changes.dedup();
        format!("it would be in {}", changes.join(", and "))
    } else {
        misses.iter().map(|ruled| ruled.because.as_str()).collect::<Vec<_>>().join("; ")
    };
    let bought = standings.iter().find(|standing| {
        let mut questions = standing.ruled_out.iter().map(|ruled| ruled.remedy.question);
        questions.all(|question| question == QuestionId::Budget)
    });
    let bought = bought.filter(|other| other.assessment.hosting.id != first.assessment.hosting.id).map(|other| {
        let cost = answers.amount(other.assessment.monthly(Case::Typical, answers.work));
        format!("; {} would meet every other must-have, at {cost} a month", other.assessment.hosting.name)
    });
    let reason = reason + &bought.unwrap_or_default();
    Headline {
        verdict: format!(
            "None of the {of} options meets your must-haves; the nearest is {}{}",
            first.assessment.hosting.name,
            own_figures(answers)
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
