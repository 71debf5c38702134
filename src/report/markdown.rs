//! Advice as Markdown: a document to send.

use std::fmt::Write as _;

use super::facts::{self, Row};
use crate::{
    advice::{Advice, CHECKLIST_SOURCE, Holds},
    billing::{CostKind, CostLine},
    decision::{Standing, Verdict, once, response_time::said},
    odds::{Confidence, Odds},
    options::Side,
    questionnaire::asked,
    units::text,
    workload::{Case, Whose},
};

/// The whole advice as a document; with how sure it is, and ranges from the odds, where those are known.
pub fn markdown(advice: &Advice, confidence: Option<&Confidence>) -> String {
    let mut out = String::new();
    let _ = write_all(&mut out, advice, confidence);
    out
}

fn write_all(out: &mut String, advice: &Advice, confidence: Option<&Confidence>) -> std::fmt::Result {
    writeln!(out, "# WordPress on AWS: {}\n", advice.headline.verdict)?;
    writeln!(out, "{}\n", text::sentence(&advice.headline.reason))?;
    if let Some(confidence) = confidence {
        let said = confidence.said(advice);
        for sentence in [said.at_risk, Some(said.sure), said.hangs_on].into_iter().flatten() {
            writeln!(out, "{sentence}\n")?;
        }
    }
    options(out, advice, confidence.map(|confidence| &confidence.odds))?;
    moves(out, advice)?;
    if let Some(first) = advice.standings.first() {
        portrait(out, first, advice)?;
        bill(out, first, advice)?;
    }
    quickness(out, advice)?;
    downtime(out, advice)?;
    at_risk(out, advice)?;
    ruled_out(out, advice)?;
    findings(out, advice)?;
    checklist(out, advice)?;
    writeln!(out, "## Answers\n")?;
    for question in asked(&advice.answers) {
        writeln!(out, "- {}: {}", question.label, question.spoken(&advice.answers))?;
    }
    assumptions(out, advice)?;
    writeln!(out, "\n{}", facts::disclaimer(advice))
}

fn options(out: &mut String, advice: &Advice, odds: Option<&Odds>) -> std::fmt::Result {
    let range = if odds.is_some() { "8 of 10 possible futures" } else { "low to high" };
    writeln!(
        out,
        "## Options\n\n| option | verdict | points | a month ({range}) | expected down a year | back in | hours a month |\n|---|---|---:|---:|---:|---:|---:|"
    )?;
    for standing in &advice.standings {
        let Row { name, verdict, points, typical, low, high, down, back, hours } = facts::row(standing, advice);
        let range = match odds {
            Some(_) => facts::month_range(standing, &advice.answers, odds),
            None => format!("{low} to {high}"),
        };
        writeln!(out, "| {name} | {verdict} | {points} | {typical} ({range}) | {down} | {back} | {hours} |")?;
    }
    writeln!(out)
}

/// What runs today, and what a move to each option comes to.
fn moves(out: &mut String, advice: &Advice) -> std::fmt::Result {
    let Some(told) = super::today_told(advice) else { return Ok(()) };
    writeln!(
        out,
        "## From what runs today\n\n{told}\n\n| {} |\n|---|---:|---:|---:|---|",
        super::MOVE_HEADINGS.join(" | ")
    )?;
    for super::MoveRow { name, saves, hours, costs, pays_after } in super::moves(advice) {
        writeln!(out, "| {name} | {saves} | {hours} | {costs} | {pays_after} |")?;
    }
    writeln!(out)
}

/// What an option is, what speaks for and against it here, and what comes with it.
fn portrait(out: &mut String, standing: &Standing, advice: &Advice) -> std::fmt::Result {
    let hosting = standing.assessment.hosting;
    writeln!(out, "## {}\n\n{}.\n", hosting.name, hosting.summary)?;
    for argument in advice.arguments(standing) {
        let side = match argument.side {
            Side::For => "For",
            Side::Against => "Against",
        };
        writeln!(out, "- {side}: {}. Source: {}.", argument.text, argument.source)?;
    }
    writeln!(out, "- Changes: {}.", hosting.deployment)?;
    for taken in hosting.takes_away {
        writeln!(out, "- Takes away: {taken}.")?;
    }
    for needed in hosting.needs {
        writeln!(out, "- Needs: {needed}.")?;
    }
    for point in &standing.assessment.single_points {
        writeln!(out, "- Single point of failure: {}; {}.", point.name, point.why)?;
    }
    for reason in &standing.assessment.architecture.sizing {
        writeln!(out, "- Size: {reason}.")?;
    }
    if let Some(found) = advice.outgrown(standing) {
        writeln!(out, "- At the growth expected {found}.")?;
    }
    writeln!(out, "- When it is outgrown: {}.\n", hosting.next)
}

fn bill(out: &mut String, first: &Standing, advice: &Advice) -> std::fmt::Result {
    writeln!(
        out,
        "## Bill: {}, typical month\n\n| service | item | quantity | unit price | a month | source |\n|---|---|---:|---:|---:|---|",
        first.assessment.hosting.name
    )?;
    let bill = first.assessment.bill(Case::Typical);
    let answers = &advice.answers;
    for line in &bill.lines {
        let CostLine { name, note, .. } = line;
        let service = line.service();
        let note = if note.is_empty() { String::new() } else { format!("; {note}") };
        let amount = line.amount();
        match &line.price {
            Ok(price) => {
                let monthly = answers.amount(line.monthly().unwrap_or_default());
                let (unit, cited) = (facts::unit_price(price.usd, answers), price.cited());
                writeln!(out, "| {service} | {name} | {amount} | {unit} | {monthly} | {cited}{note} |")?;
            }
            Err(missing) => {
                writeln!(out, "| {service} | {name} | {amount} | not priced | not priced | {}{note} |", missing.why)?;
            }
        }
    }
    let total = |kind| answers.amount(bill.total(kind));
    writeln!(out, "| | **Infrastructure** | | | **{}{}** | |", total(CostKind::Infrastructure), bill.more())?;
    writeln!(out, "| | **People** | | | **{}** | |", total(CostKind::Work))?;
    if let Some((rate, amount)) = facts::tax(first, advice) {
        writeln!(out, "| | {rate}, on the total | | | {} | |", answers.amount(amount))?;
    }
    writeln!(out, "\n{}.", text::capital(&facts::over_time(first, answers)))?;
    if let Some(commitment) = facts::commitment(first, answers) {
        writeln!(out, "\n{commitment}.")?;
    }
    writeln!(out)
}

/// How quickly each option answers, and for how long growing traffic leaves it.
fn quickness(out: &mut String, advice: &Advice) -> std::fmt::Result {
    writeln!(
        out,
        "## How quick, and for how long\n\nWithin the response time 95 % of a week's page views that reach PHP are answered at the server; an idle server with its files on its own disk takes the site's own share. Sizes and options last until the worst minute of a week is no longer carried.\n\n| option | response time | the site's own | its size lasts | with larger sizes |\n|---|---:|---:|---|---|"
    )?;
    for standing in &advice.standings {
        let assessment = &standing.assessment;
        let (size, option) = advice.outgrown(standing).map_or_else(
            || ("no growth".to_owned(), "no growth".to_owned()),
            |found| (found.size.to_string(), found.option.to_string()),
        );
        writeln!(
            out,
            "| {} | {} | {} | {size} | {option} |",
            assessment.hosting.name,
            said(assessment.response),
            said(assessment.own_response),
        )?;
    }
    writeln!(out)
}

/// How long each option is expected to be down, and what takes the first one down.
fn downtime(out: &mut String, advice: &Advice) -> std::fmt::Result {
    writeln!(
        out,
        "## Expected downtime\n\nHow often a year times how long, added up over all causes: low for a well-run site, high for a badly run one. Component SLAs are thresholds for refunds, not forecasts.\n\n| option | a year | low to high | planned | over the limit | component SLAs | largest causes |\n|---|---:|---:|---:|---|---:|---|"
    )?;
    for standing in &advice.standings {
        let expected = &standing.assessment.expected;
        writeln!(
            out,
            "| {} | {} | {} to {} | {} | {} | {} | {} |",
            standing.assessment.hosting.name,
            expected.typical,
            expected.low,
            expected.high,
            expected.planned,
            standing.over_limit.map_or_else(|| "no limit".to_owned(), once),
            facts::component_slas(standing),
            facts::largest_causes(standing),
        )?;
    }
    let Some(first) = advice.standings.first() else { return writeln!(out) };
    writeln!(
        out,
        "\n### What takes it down: {}\n\n| cause | how often × how long | shortened by | source |\n|---|---|---|---|",
        first.assessment.hosting.name
    )?;
    for share in &first.assessment.expected.causes {
        let cause = share.cause;
        writeln!(
            out,
            "| {} | {share} | {} | {} |",
            text::capital(cause.label()),
            cause.shortened_by(&first.assessment.expected.setting),
            cause.source()
        )?;
    }
    writeln!(out)
}

fn at_risk(out: &mut String, advice: &Advice) -> std::fmt::Result {
    let mut risky = advice.standings.iter().filter(|standing| standing.is_at_risk()).peekable();
    if risky.peek().is_none() {
        return Ok(());
    }
    writeln!(out, "## At risk\n")?;
    for standing in risky {
        writeln!(out, "- **{}**", standing.assessment.hosting.name)?;
        for risk in &standing.at_risk {
            writeln!(out, "  - {}. Source: {}.", text::capital(&risk.because), risk.source)?;
        }
    }
    writeln!(out)
}

fn ruled_out(out: &mut String, advice: &Advice) -> std::fmt::Result {
    let mut out_options = advice.standings.iter().filter(|standing| standing.verdict == Verdict::RuledOut).peekable();
    if out_options.peek().is_none() {
        return Ok(());
    }
    writeln!(out, "## Ruled out\n")?;
    for standing in out_options {
        writeln!(out, "- **{}**", standing.assessment.hosting.name)?;
        for ruled in &standing.ruled_out {
            writeln!(
                out,
                "  - {}; lifted {}. Source: {}.",
                text::capital(&ruled.because),
                ruled.remedy.text,
                ruled.source
            )?;
        }
    }
    writeln!(out)
}

fn findings(out: &mut String, advice: &Advice) -> std::fmt::Result {
    writeln!(out, "## What to know\n")?;
    for finding in &advice.findings {
        writeln!(
            out,
            "- **{}** ({}). {}. {}. Source: {}.",
            finding.title,
            finding.severity.word(),
            finding.detail,
            finding.remedy,
            finding.source
        )?;
        for view in &finding.views {
            writeln!(out, "  - {}: {}. Here: {}.", view.who, view.says, view.here)?;
        }
    }
    writeln!(out)
}

fn checklist(out: &mut String, advice: &Advice) -> std::fmt::Result {
    let met = advice.checklist.iter().filter(|point| point.holds == Holds::Yes).count();
    writeln!(out, "## Is AWS right at all? {met} of 7 points say so\n")?;
    for point in &advice.checklist {
        let mark = if point.holds == Holds::Yes { "x" } else { " " };
        writeln!(out, "- [{mark}] {}: {}", point.says, point.because)?;
    }
    writeln!(out, "\nSource: {CHECKLIST_SOURCE}.\n")
}

fn assumptions(out: &mut String, advice: &Advice) -> std::fmt::Result {
    writeln!(
        out,
        "\n## Assumptions\n\n| assumption | low | typical | high | unit | confidence | evidence |\n|---|---:|---:|---:|---|---|---|"
    )?;
    for assumption in advice.assumptions() {
        let [low, typical, high] = assumption.used.map(|value| text::significant(value, 3));
        let parameter = &assumption.parameter;
        writeln!(
            out,
            "| {} | {low} | {typical} | {high} | {} | {} | {} |",
            parameter.name,
            parameter.unit,
            match assumption.whose {
                Whose::Ours => parameter.confidence.label(),
                Whose::Measured => "measured",
                Whose::Said | Whose::Yours => "yours",
            },
            assumption.evidence()
        )?;
    }
    Ok(())
}
