//! Advice as plain text for a terminal.

use std::fmt::Write as _;

use super::facts::{self, Row};
use crate::{
    advice::{Advice, Holds},
    billing::CostKind,
    decision::{Standing, Verdict},
    search::decided,
    units::text,
    workload::Case,
};

/// The advice in short: the verdict, the options, the bill, what is ruled out and what to know.
pub fn plain(advice: &Advice) -> String {
    let mut out = String::new();
    let _ = write_all(&mut out, advice);
    out
}

fn write_all(out: &mut String, advice: &Advice) -> std::fmt::Result {
    writeln!(out, "{}.\n{}\n", advice.headline.verdict, text::sentence(&advice.headline.reason))?;
    writeln!(
        out,
        "{:<46} {:<12} {:>6} {:>10} {:>22} {:>26}",
        "option", "verdict", "points", "a month", "low to high", "expected down a year"
    )?;
    for standing in &advice.standings {
        let Row { name, verdict, points, typical, low, high, down, .. } = facts::row(standing, advice);
        writeln!(
            out,
            "{name:<46} {verdict:<12} {points:>6} {typical:>10} {:>22} {down:>26}",
            format!("{low} to {high}")
        )?;
    }
    if let Some(reference) = &advice.reference {
        let Row { points, typical, low, high, down, .. } = facts::row(reference, advice);
        writeln!(
            out,
            "{:<46} {:<12} {points:>6} {typical:>10} {:>22} {down:>26}",
            "(AWS's whitepaper, figure 2)",
            "reference",
            format!("{low} to {high}")
        )?;
    }
    if let Some(today) = &advice.today {
        let Row { points, down, .. } = facts::row(&today.standing, advice);
        let (paid, source) =
            (advice.answers.amount(today.paid), if today.is_said { "as you say" } else { "list price" });
        let name = format!("(today: {})", today.machine());
        writeln!(out, "{name:<46} {:<12} {points:>6} {paid:>10} {source:>22} {down:>26}", "today")?;
    }
    designs(out, advice)?;
    moves(out, advice)?;
    if let Some(first) = advice.standings.first() {
        let bill = first.assessment.bill(Case::Typical);
        writeln!(out, "\n{}, typical month", first.assessment.hosting.name)?;
        for line in &bill.lines {
            let monthly = line.monthly().map_or_else(|| "not priced".to_owned(), |usd| advice.answers.amount(usd));
            writeln!(out, "  {:<24} {:<54} {:>22} {monthly:>11}", line.service(), line.name, line.amount())?;
        }
        let total = |kind| advice.answers.amount(bill.total(kind));
        let (infrastructure, people) = (total(CostKind::Infrastructure), total(CostKind::Work));
        writeln!(out, "  {:<102} {:>11}", "Infrastructure", format!("{infrastructure}{}", bill.more()))?;
        writeln!(out, "  {:<102} {:>11}", "People", people)?;
        if let Some((rate, amount)) = facts::tax(first, advice) {
            writeln!(out, "  {:<102} {:>11}", format!("{rate}, on the total"), advice.answers.amount(amount))?;
        }
    }
    if let Some(first) = advice.standings.first() {
        downtime(out, first, advice)?;
    }
    for standing in advice.standings.iter().filter(|standing| standing.is_at_risk()) {
        writeln!(out, "\n{} is at risk:", standing.assessment.hosting.name)?;
        for risk in &standing.at_risk {
            writeln!(out, "  {}", risk.because)?;
        }
    }
    for standing in advice.standings.iter().filter(|standing| standing.verdict == Verdict::RuledOut) {
        writeln!(out, "\n{} is ruled out:", standing.assessment.hosting.name)?;
        for ruled in &standing.ruled_out {
            writeln!(out, "  {}\n    lifted {}", ruled.because, ruled.remedy.text)?;
        }
    }
    writeln!(out)?;
    for finding in &advice.findings {
        writeln!(out, "{}: {}.\n  {}.", finding.severity.word(), finding.title, finding.detail)?;
        for view in &finding.views {
            writeln!(out, "  {}: {}. Here: {}.", view.who, view.says, view.here)?;
        }
        writeln!(out, "  {}.\n  Source: {}.", finding.remedy, finding.source)?;
    }
    let met = advice.checklist.iter().filter(|point| point.holds == Holds::Yes).count();
    writeln!(out, "\nIs AWS right at all? {met} of the consultant's {} points say so.", advice.checklist.len())?;
    writeln!(out, "\n{}", facts::disclaimer(advice))
}

/// What a move from what runs today to each option comes to.
fn moves(out: &mut String, advice: &Advice) -> std::fmt::Result {
    let Some(told) = super::today_told(advice) else { return Ok(()) };
    let [to, saves, hours, costs, pays] = super::MOVE_HEADINGS;
    writeln!(out, "\nToday: {told}\n  {to:<46} {saves:>14} {hours:>14} {costs:>17}  {pays}")?;
    for super::MoveRow { name, saves, hours, costs, pays_after } in super::moves(advice) {
        writeln!(out, "  {name:<46} {saves:>14} {hours:>14} {costs:>17}  {pays_after}")?;
    }
    Ok(())
}

/// What was decided for each option, of how many designs, and what the next best of each choice would cost or lose.
fn designs(out: &mut String, advice: &Advice) -> std::fmt::Result {
    let pins: Vec<String> = advice.answers.pins.iter().map(|(choice, value)| format!("{choice}={value}")).collect();
    if !pins.is_empty() {
        writeln!(out, "\npinned: {}", pins.join(", "))?;
    }
    writeln!(out)?;
    for standing in &advice.standings {
        let assessment = &standing.assessment;
        let decided = decided(assessment.hosting, &assessment.design).join(", ");
        writeln!(out, "{}: {}; {decided}", assessment.hosting.name, assessment.sizes.told())?;
        if let Some(searched) = advice.searched(assessment.hosting.id) {
            writeln!(out, "  {}", searched.counts)?;
        }
    }
    let first = advice.standings.first().map(|first| advice.runner_ups(first.assessment.hosting.id));
    let others = first.unwrap_or_default();
    if !others.is_empty() {
        writeln!(out, "\nWhat else could have been decided")?;
    }
    for other in &others {
        writeln!(out, "  {}", other.told(&advice.answers))?;
    }
    Ok(())
}

/// How long the first option is expected to be down, and what takes it down.
fn downtime(out: &mut String, first: &Standing, advice: &Advice) -> std::fmt::Result {
    let expected = &first.assessment.expected;
    writeln!(out, "\n{}, expected downtime: {} a year", first.assessment.hosting.name, expected.typical)?;
    writeln!(out, "  {}", expected.range())?;
    if let Some(over) = facts::over_limit(first, &advice.answers) {
        writeln!(out, "  {over}")?;
    }
    for share in expected.largest() {
        writeln!(out, "  {:<40} {share}", share.cause.label())?;
        writeln!(out, "    shortened by {}", share.cause.shortened_by(&expected.setting))?;
    }
    writeln!(out, "  {:<40} {}; a threshold for refunds", "component SLAs", facts::component_slas(first))
}
