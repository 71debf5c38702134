//! The verdict in one sentence, with its number and its reason.

use super::{
    checklist::{Holds, Point},
    siblings::siblings,
};
use crate::{
    architecture::Network,
    decision::{CLOSE, Standing, Verdict, response_time::is_slower_than_asked},
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
    let close = close(first, standings);
    let sibling = close.first().and_then(|other| Some((siblings(first, other)?, *other)));
    let verdict = format!(
        "{}: {}{}",
        recommended(first),
        match &sibling {
            Some((common, other)) => {
                format!("{common}, {}/month{}", prices(first, other, answers), excluded(&[first, other]))
            }
            None => format!("{}, {}", first.assessment.hosting.name, monthly(first, answers)),
        },
        own_figures(answers)
    );
    let slow = if is_slower_than_asked(&first.assessment, answers) { ", slower than asked" } else { "" };
    let verdict = verdict + slow;
    let second = standings.get(1).filter(|second| second.tier() == first.tier());
    let reason = [
        risks(first),
        without_risk(first, standings, answers),
        Some(second.map_or_else(
            || format!("it is the only one of {} options that {}", standings.len(), meets(first)),
            |second| match close.as_slice() {
                [] => ahead(first, second),
                [nearest, more @ ..] => decides(first, nearest, more.len(), answers, checklist),
            },
        )),
        passed_over(first, standings, answers),
    ];
    let reason: Vec<_> = reason.into_iter().flatten().map(|clause| text::capital(&clause)).collect();
    Headline { verdict, reason: reason.join(". ") }
}

/// Whether it is recommended without more ado: what is at risk is said first.
fn recommended(first: &Standing) -> String {
    match first.at_risk.len() {
        0 => "Recommended".to_owned(),
        1 => "Recommended, one requirement at risk".to_owned(),
        more => format!("Recommended, {} requirements at risk", number(more)),
    }
}

/// What either of two siblings costs.
fn prices(one: &Standing, other: &Standing, answers: &Answers) -> String {
    let prices = [one, other].map(|standing| price(standing, answers));
    if prices[0] == prices[1] { prices[0].clone() } else { prices.join(" or ") }
}

/// What is left out of the prices, as it is not known.
fn excluded(told: &[&Standing]) -> String {
    let priced = told.iter().map(|standing| standing.assessment.bill(Case::Typical));
    let missing = priced.flat_map(|bill| bill.not_priced().map(|line| line.service().to_ascii_lowercase()));
    let mut missing: Vec<String> = missing.collect();
    missing.sort();
    missing.dedup();
    match missing.as_slice() {
        [] => String::new(),
        missing => format!(", excl. {} (no price known)", missing.join(", ")),
    }
}

/// The options within so few points of the first that points alone decide nothing: as far from the requirements, and better
/// in something.
fn close<'a>(first: &Standing, standings: &'a [Standing]) -> Vec<&'a Standing> {
    let others = standings.iter().skip(1).filter(|other| other.tier() == first.tier());
    let near = others.filter(|other| first.score.total - other.score.total < CLOSE);
    near.filter(|other| !strongest(other, first).is_empty()).collect()
}

/// The first option well ahead of the second, and by what.
fn ahead(first: &Standing, second: &Standing) -> String {
    let scores = format!(
        "score {} vs {} for {}",
        text::grouped(first.score.total.value()),
        text::grouped(second.score.total.value()),
        second.assessment.hosting.name
    );
    if strongest(second, first).is_empty() {
        return format!("{scores}, which is better on no criterion");
    }
    format!("{scores}. The first leads most in {}", strongest(first, second))
}

/// What decides between the first option and one that comes close to it.
fn decides(first: &Standing, nearest: &Standing, more: usize, answers: &Answers, checklist: &[Point]) -> String {
    let more = if more == 0 { String::new() } else { format!(", and {} more", number(more)) };
    if siblings(first, nearest).is_some() {
        let [one, other] = [first, nearest].map(|standing| {
            format!("{} (score {})", standing.assessment.hosting.name, text::grouped(standing.score.total.value()))
        });
        let leads = match (strongest(first, nearest), strongest(nearest, first)) {
            (ahead, behind) if ahead.is_empty() => format!("The second leads in {behind}"),
            (ahead, behind) => format!("The first leads in {ahead}, the second in {behind}"),
        };
        return format!("how the site reaches them decides between {one} and {other}{more}. {leads}");
    }
    format!(
        "close: {} scores {} vs {}, at {}{more}. {}",
        nearest.assessment.hosting.name,
        text::grouped(nearest.score.total.value()),
        text::grouped(first.score.total.value()),
        price(nearest, answers),
        text::capital(&what_decides(first, nearest, checklist))
    )
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

/// Where the first option may miss something: the cheapest that meets everything, and so what certainty costs.
fn without_risk(first: &Standing, standings: &[Standing], answers: &Answers) -> Option<String> {
    let cost = |standing: &Standing| standing.assessment.monthly(Case::Typical, answers.work).value();
    let certain = standings.iter().filter(|standing| standing.ruled_out.is_empty() && standing.at_risk.is_empty());
    let cheapest = certain.min_by(|a, b| cost(a).total_cmp(&cost(b))).filter(|_| !first.at_risk.is_empty())?;
    Some(format!("{}, {}, meets every requirement", cheapest.assessment.hosting.name, price(cheapest, answers)))
}

/// The option with more points that stands behind because it misses a must-have too often.
fn passed_over(first: &Standing, standings: &[Standing], answers: &Answers) -> Option<String> {
    let better = standings
        .iter()
        .filter(|other| other.ruled_out.is_empty() && other.tier() > first.tier())
        .find(|other| other.score.total - first.score.total >= CLOSE)?;
    let risk = better.at_risk.iter().max_by(|a, b| a.chance.value().total_cmp(&b.chance.value()))?;
    Some(format!(
        "{} scores {}, {}, but {}",
        better.assessment.hosting.name,
        text::grouped(better.score.total.value()),
        price(better, answers),
        risk.chance.told()
    ))
}

/// What decides where the points do not: what either is better at, or the question of AWS at all where one of the two stands
/// elsewhere.
fn what_decides(first: &Standing, second: &Standing, checklist: &[Point]) -> String {
    let on_aws = |standing: &Standing| standing.assessment.architecture.network != Network::OffAws;
    if on_aws(first) == on_aws(second) {
        return match (strongest(first, second).as_str(), strongest(second, first).as_str()) {
            ("", behind) => format!("the second leads in {behind}"),
            (ahead, "") => format!("the first leads in {ahead}"),
            (ahead, behind) => format!("the first leads in {ahead}, the second in {behind}"),
        };
    }
    let met = checklist.iter().filter(|point| point.holds == Holds::Yes).count();
    let of = checklist.len();
    let met = match met {
        0 => format!("none of {of} criteria for it is met"),
        1 => format!("one of {of} criteria for it is met"),
        met => format!("{met} of {of} criteria for it are met"),
    };
    format!("what decides is whether AWS is wanted: {met}")
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
