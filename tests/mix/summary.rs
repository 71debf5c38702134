//! What the advice for all clients of the mix comes to.

use std::{collections::BTreeMap, fmt::Write};

use groundplan::{
    advice::Advice,
    billing::CostKind,
    decision::{CLOSE, Standing},
    options::OPTIONS,
    units::Minutes,
    workload::Case,
};

/// What there is to say of an outcome.
#[derive(Clone, Copy, PartialEq)]
enum Mark {
    Close,
    AtRisk,
    Slow,
    SlowUnsaid,
    Narrow,
    WithoutTypical,
}

/// What became of one client.
pub(crate) struct Outcome {
    kind: &'static str,
    winner: Option<&'static str>,
    price: f64,
    marks: Vec<Mark>,
    missed: Vec<String>,
}

fn price(standing: &Standing, case: Case) -> f64 {
    standing.assessment.bill(case).total(CostKind::Infrastructure).value()
}

impl Outcome {
    pub(crate) fn of(kind: &'static str, advice: &Advice) -> Self {
        let first = &advice.standings[0];
        let fits = advice.recommended().is_some();
        let second = advice.standings.get(1).filter(|second| second.tier() == first.tier());
        let [low, typical, high] = Case::ALL.map(|case| price(first, case));
        let without_typical = advice.standings.iter().any(|standing| {
            let [low, typical, high] = Case::ALL.map(|case| price(standing, case));
            typical < low - 1e-9 || typical > high + 1e-9
        });
        let slow = first.assessment.week.outcome.slow_minutes > Minutes::WEEK / 2.0;
        let marks = [
            (Mark::Close, second.is_some_and(|second| first.score.total - second.score.total < CLOSE)),
            (Mark::AtRisk, !first.at_risk.is_empty()),
            (Mark::Slow, slow),
            (Mark::SlowUnsaid, slow && !advice.headline.verdict.contains("slower than asked")),
            (Mark::Narrow, (high - low) / 2.0 < 0.03 * typical),
            (Mark::WithoutTypical, without_typical),
        ];
        Self {
            kind,
            winner: fits.then_some(first.assessment.hosting.id.0),
            price: typical,
            marks: marks.into_iter().filter(|(_, holds)| *holds).map(|(mark, _)| mark).collect(),
            missed: if fits {
                Vec::new()
            } else {
                first.ruled_out.iter().map(|ruled| ruled.remedy.lever.key()).collect()
            },
        }
    }
}

fn median(mut prices: Vec<f64>) -> f64 {
    prices.sort_by(f64::total_cmp);
    prices.get(prices.len() / 2).copied().unwrap_or_default()
}

/// The report: a table of all clients, one by kind and one by option.
pub(crate) fn report(outcomes: &[Outcome]) -> String {
    let mut out = format!("{} clients.\n\n", outcomes.len());
    let all = outcomes.len() as f64;
    let fits: Vec<&Outcome> = outcomes.iter().filter(|one| one.winner.is_some()).collect();
    let share = |of: &[&Outcome], mark: Mark| {
        of.iter().filter(|one| one.marks.contains(&mark)).count() as f64 / of.len().max(1) as f64
    };
    out.push_str("| figure | of | share |\n|---|---|---:|\n");
    for (what, of, share) in [
        ("nothing fits", "all", (all - fits.len() as f64) / all),
        ("another within 3 points", "recommended", share(&fits, Mark::Close)),
        ("a must-have is at risk", "recommended", share(&fits, Mark::AtRisk)),
        ("slow for more than half the week", "recommended", share(&fits, Mark::Slow)),
        ("the same, and the verdict does not say so", "recommended", share(&fits, Mark::SlowUnsaid)),
        ("price range below ± 3 %", "recommended", share(&fits, Mark::Narrow)),
        (
            "a price range without its typical value, any option",
            "all",
            share(&outcomes.iter().collect::<Vec<_>>(), Mark::WithoutTypical),
        ),
    ] {
        let _ = writeln!(out, "| {what} | {of} | {:.1} % |", share * 100.0);
    }
    let prices =
        |wanted: &dyn Fn(&Outcome) -> bool| fits.iter().filter(|one| wanted(one)).map(|one| one.price).collect();
    let _ = writeln!(out, "\nMedian price of what is recommended: ${:.2} a month.\n", median(prices(&|_| true)));
    out.push_str(
        "| option | recommended | share | median price | of these a range below ± 3 % |\n|---|---:|---:|---:|---:|\n",
    );
    for hosting in OPTIONS {
        let won = |one: &Outcome| one.winner == Some(hosting.id.0);
        let won_by: Vec<&Outcome> = fits.iter().copied().filter(|one| won(one)).collect();
        let (wins, narrow) = (won_by.len(), share(&won_by, Mark::Narrow) * 100.0);
        let of_all = wins as f64 / fits.len() as f64 * 100.0;
        let price = median(prices(&won));
        let _ = writeln!(out, "| {} | {wins} | {of_all:.1} % | ${price:.2} | {narrow:.0} % |", hosting.id.0);
    }
    out.push_str("\n| kind | clients | nothing fits | median price | most recommended |\n|---|---:|---:|---:|---|\n");
    for kind in super::kinds::KINDS.iter().map(|kind| kind.name) {
        let of: Vec<&Outcome> = outcomes.iter().filter(|one| one.kind == kind).collect();
        let none = of.iter().filter(|one| one.winner.is_none()).count() as f64 / of.len().max(1) as f64 * 100.0;
        let mut wins: Vec<(usize, &str)> = OPTIONS
            .iter()
            .map(|hosting| (of.iter().filter(|one| one.winner == Some(hosting.id.0)).count(), hosting.id.0))
            .filter(|(wins, _)| *wins > 0)
            .collect();
        wins.sort_by(|a, b| b.cmp(a));
        let wins: Vec<String> = wins.iter().take(3).map(|(wins, id)| format!("{id} {wins}")).collect();
        let price = median(prices(&|one| one.kind == kind));
        let _ = writeln!(out, "| {kind} | {} | {none:.1} % | ${price:.2} | {} |", of.len(), wins.join(", "));
    }
    let mut missed: BTreeMap<&String, usize> = BTreeMap::new();
    for question in outcomes.iter().flat_map(|one| &one.missed) {
        *missed.entry(question).or_default() += 1;
    }
    let mut missed: Vec<_> = missed.into_iter().collect();
    missed.sort_by(|a, b| b.1.cmp(&a.1).then(a.0.cmp(b.0)));
    let missed: Vec<String> = missed.iter().map(|(question, times)| format!("{question} {times}")).collect();
    let unsaid =
        outcomes.iter().enumerate().filter(|(_, one)| one.winner.is_some() && one.marks.contains(&Mark::SlowUnsaid));
    let unsaid: Vec<String> = unsaid.map(|(number, _)| number.to_string()).collect();
    let _ = writeln!(
        out,
        "\nSlow for more than half the week, and 95 % of the whole week's page views in time all the same: {}.",
        unsaid.join(", ")
    );
    let _ = writeln!(out, "\nWhere nothing fits, the nearest would take another answer to: {}.", missed.join(", "));
    out
}
