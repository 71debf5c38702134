//! The verdict in one sentence, with its number and its reason.

use super::{
    checklist::{Holds, Point},
    siblings::siblings,
};
use crate::{
    architecture::Network,
    decision::{Standing, TIE, Verdict, response_time::is_slower_than_asked},
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
    let tied: Vec<&Standing> = standings.iter().filter(|other| ties(first, other)).collect();
    let entries = entries(&tied, answers);
    let excluded = excluded(&tied);
    let verdict = match entries.as_slice() {
        [] => String::new(),
        [only] => format!("Recommended: {only}/month{excluded}"),
        [first, second, more @ ..] => {
            let more = match more.len() {
                0 => String::new(),
                more => format!(", and {} more", number(more)),
            };
            let ties = text::capital(number(entries.len()));
            format!("{ties} options tie: {first}, {second}/month{excluded}{more}")
        }
    };
    let verdict = verdict + &own_figures(answers);
    let slow = if is_slower_than_asked(&first.assessment, answers) { ", slower than asked" } else { "" };
    let verdict = verdict + slow;
    let second = standings.get(1).filter(|second| second.tier() == first.tier());
    let reason = [
        Some(second.map_or_else(
            || format!("it is the only one of {} options that {}", standings.len(), meets(first)),
            |second| compared(first, second, entries.len(), checklist),
        )),
        passed_over(first, standings, answers),
        risks(first),
    ];
    let reason: Vec<_> = reason.into_iter().flatten().map(|clause| text::capital(&clause)).collect();
    Headline { verdict, reason: reason.join(". ") }
}

/// Whether another option cannot be told from the first: as far as the requirements go, within the points that count for
/// nothing, and better in something.
fn ties(first: &Standing, other: &Standing) -> bool {
    other.tier() == first.tier()
        && first.score.total - other.score.total < TIE
        && (std::ptr::eq(first, other) || !strongest(other, first).is_empty())
}

/// What ties, each with its price. Siblings are one answer with two prices.
fn entries(tied: &[&Standing], answers: &Answers) -> Vec<String> {
    let mut entries = Vec::new();
    let mut left = tied.to_vec();
    while !left.is_empty() {
        let one = left.remove(0);
        let sibling = left.iter().position(|other| siblings(one, other).is_some()).map(|at| left.remove(at));
        entries.push(match sibling.and_then(|other| Some((siblings(one, other)?, other))) {
            Some((common, other)) => {
                let prices = [one, other].map(|standing| price(standing, answers));
                if prices[0] == prices[1] {
                    format!("{common}, {}", prices[0])
                } else {
                    format!("{common}, {}", prices.join(" or "))
                }
            }
            None if tied.len() == 1 => format!("{}, {}", one.assessment.hosting.name, price(one, answers)),
            None => format!("{} {}", one.assessment.hosting.name, price(one, answers)),
        });
    }
    entries
}

/// What is left out of the prices, as it is not known.
fn excluded(tied: &[&Standing]) -> String {
    let priced = tied.iter().take(2).map(|standing| standing.assessment.bill(Case::Typical));
    let missing = priced.flat_map(|bill| bill.not_priced().map(|line| line.service().to_ascii_lowercase()));
    let mut missing: Vec<String> = missing.collect();
    missing.sort();
    missing.dedup();
    match missing.as_slice() {
        [] => String::new(),
        missing => format!(", excl. {} (no price known)", missing.join(", ")),
    }
}

/// The first option beside the second, in scores and in what tells them apart.
fn compared(first: &Standing, second: &Standing, tied: usize, checklist: &[Point]) -> String {
    let scores = format!(
        "score {} vs {} for {}",
        text::grouped(first.score.total.value()),
        text::grouped(second.score.total.value()),
        second.assessment.hosting.name
    );
    let (ahead, behind) = (strongest(first, second), strongest(second, first));
    if !behind.is_empty() && first.score.total - second.score.total < TIE && siblings(first, second).is_some() {
        let [one, other] = [first, second].map(|standing| {
            format!("{} (score {})", standing.assessment.hosting.name, text::grouped(standing.score.total.value()))
        });
        let decides = format!("how the site reaches them decides between {one} and {other}");
        return decides + &leads(&ahead, &behind);
    }
    match (tied, ahead.as_str(), behind.as_str()) {
        (..=1, _, "") => format!("{scores}, which is better on no criterion"),
        (..=1, ahead, _) => format!("{scores}. The first leads most in {ahead}"),
        _ => format!("{scores}: effectively a tie{}", tie_breaker(first, second, checklist)),
    }
}

/// A month's price, or what it is at least.
fn price(standing: &Standing, answers: &Answers) -> String {
    let cost = answers.amount(standing.assessment.monthly(Case::Typical, answers.work));
    // In a sentence a plus sign would be overlooked.
    if standing.assessment.bill(Case::Typical).more().is_empty() { cost } else { format!("from {cost}") }
}

/// The same, with what is left out of it.
fn monthly(standing: &Standing, answers: &Answers) -> String {
    format!("{}/month{}", price(standing, answers), excluded(&[standing]))
}

/// A small number in a word.
fn number(count: usize) -> &'static str {
    const WORDS: [&str; 7] = ["no", "one", "two", "three", "four", "five", "six"];
    WORDS.get(count).copied().unwrap_or("several")
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
    if only.at_risk.is_empty() { "meets every requirement" } else { "misses no requirement outright" }
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
    let risk = better.at_risk.iter().max_by(|a, b| a.chance.value().total_cmp(&b.chance.value()))?;
    Some(format!(
        "{} scores {}, {}, but {}",
        better.assessment.hosting.name,
        text::grouped(better.score.total.value()),
        price(better, answers),
        risk.chance.told()
    ))
}

/// What may help where the points do not: what either is better at, or the question of AWS at all where one of the two
/// stands elsewhere.
fn tie_breaker(first: &Standing, second: &Standing, checklist: &[Point]) -> String {
    let on_aws = |standing: &Standing| standing.assessment.architecture.network != Network::OffAws;
    if on_aws(first) == on_aws(second) {
        return leads(&strongest(first, second), &strongest(second, first));
    }
    let met = checklist.iter().filter(|point| point.holds == Holds::Yes).count();
    let of = checklist.len();
    match met {
        0 => format!(". None of the {of} criteria for using AWS is met"),
        1 => format!(". One of the {of} criteria for using AWS is met"),
        met => format!(". {met} of the {of} criteria for using AWS are met"),
    }
}

/// What either of two is better at.
fn leads(ahead: &str, behind: &str) -> String {
    match (ahead, behind) {
        ("", "") => ". Choose the one you prefer".to_owned(),
        (ahead, "") => format!(". The first leads in {ahead}"),
        ("", behind) => format!(". The second leads in {behind}"),
        (ahead, behind) => format!(". The first leads in {ahead}. The second leads in {behind}"),
    }
}

/// What comes nearest, and what money alone would buy where that is another.
fn nearest(first: &Standing, standings: &[Standing], answers: &Answers) -> Headline {
    let of = standings.len();
    let misses = &first.ruled_out;
    let reason = if misses.iter().all(|ruled| ruled.remedy.exists()) {
        let mut changes: Vec<_> = misses.iter().map(|ruled| ruled.remedy.text.as_str()).collect();
        changes.dedup();
        format!("it would qualify {}", changes.join(", and "))
    } else {
        misses.iter().map(|ruled| ruled.because.as_str()).collect::<Vec<_>>().join("; ")
    };
    let bought = standings.iter().find(|standing| {
        let mut questions = standing.ruled_out.iter().map(|ruled| ruled.remedy.lever);
        questions.all(|lever| lever.is(QuestionId::Budget))
    });
    let bought = bought.filter(|other| other.assessment.hosting.id != first.assessment.hosting.id).map(|other| {
        let cost = monthly(other, answers);
        format!(". {} meets every other requirement, at {cost}", other.assessment.hosting.name)
    });
    let reason = text::capital(&reason) + &bought.unwrap_or_default();
    Headline {
        verdict: format!(
            "None of the {of} options meets your requirements; the nearest is {}{}",
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
