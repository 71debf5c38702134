//! Advice as Markdown: a document to send.

use std::fmt::Write as _;

use super::facts::{self, Row};
use crate::{
    advice::{Advice, CHECKLIST_SOURCE, Holds},
    billing::Section,
    decision::{Standing, Verdict},
    questionnaire::QUESTIONS,
    units::text,
    workload::Case,
};

/// The whole advice as a document.
pub fn markdown(advice: &Advice) -> String {
    let mut out = String::new();
    let _ = write_all(&mut out, advice);
    out
}

fn write_all(out: &mut String, advice: &Advice) -> std::fmt::Result {
    writeln!(out, "# WordPress on AWS: {}\n", advice.headline.verdict)?;
    writeln!(out, "{}.\n", text::capital(&advice.headline.reason))?;
    options(out, advice)?;
    if let Some(first) = advice.standings.first() {
        bill(out, first)?;
        writeln!(out, "## Sizes\n")?;
        for reason in &first.assessment.architecture.sizing {
            writeln!(out, "- {}", text::capital(reason))?;
        }
        writeln!(out)?;
    }
    ruled_out(out, advice)?;
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
    let met = advice.checklist.iter().filter(|point| point.holds == Holds::Yes).count();
    writeln!(out, "\n## Is AWS right at all? {met} of 7 points say so\n")?;
    for point in &advice.checklist {
        let mark = if point.holds == Holds::Yes { "x" } else { " " };
        writeln!(out, "- [{mark}] {}: {}", point.says, point.because)?;
    }
    writeln!(out, "\nSource: {CHECKLIST_SOURCE}.\n\n## Answers\n")?;
    for question in QUESTIONS {
        writeln!(out, "- {}: {}", question.label, question.spoken(&advice.answers))?;
    }
    writeln!(
        out,
        "\n## Assumptions\n\n| assumption | low | typical | high | unit | confidence | evidence |\n|---|---:|---:|---:|---|---|---|"
    )?;
    for assumption in &advice.assumptions() {
        let [low, typical, high] = assumption.used.map(|value| text::significant(value, 3));
        let parameter = &assumption.parameter;
        writeln!(
            out,
            "| {} | {low} | {typical} | {high} | {} | {} | {} |",
            parameter.name,
            parameter.unit,
            parameter.confidence.label(),
            parameter.evidence
        )?;
    }
    writeln!(out, "\n{}", facts::disclaimer(advice))
}

fn options(out: &mut String, advice: &Advice) -> std::fmt::Result {
    writeln!(
        out,
        "## Options\n\n| option | verdict | points | a month (low to high) | down a year | back in | hours a month |\n|---|---|---:|---:|---:|---:|---:|"
    )?;
    for standing in &advice.standings {
        let Row { name, verdict, points, typical, low, high, down, back, hours } = facts::row(standing, advice);
        writeln!(out, "| {name} | {verdict} | {points} | {typical} ({low} to {high}) | {down} | {back} | {hours} |")?;
    }
    writeln!(out)
}

fn bill(out: &mut String, first: &Standing) -> std::fmt::Result {
    writeln!(
        out,
        "## Bill: {}, typical month\n\n| service | item | quantity | unit price | a month | source |\n|---|---|---:|---:|---:|---|",
        first.assessment.hosting.name
    )?;
    let bill = first.assessment.bill(Case::Typical);
    for line in &bill.lines {
        let quantity = format!("{} {}", text::significant(line.quantity.value(), 4), line.unit);
        match &line.price {
            Ok(price) => {
                let monthly = line.monthly().unwrap_or_default();
                writeln!(
                    out,
                    "| {} | {} | {quantity} | {} | {monthly} | {}, {} ({}) |",
                    line.service, line.name, price.usd, price.source, price.as_of, price.confidence
                )?;
            }
            Err(missing) => writeln!(
                out,
                "| {} | {} | {quantity} | not priced | not priced | {} |",
                line.service, line.name, missing.why
            )?,
        }
    }
    writeln!(out, "| | **Infrastructure** | | | **{}** | |", bill.total(Section::Infrastructure))?;
    writeln!(out, "| | **People** | | | **{}** | |\n", bill.total(Section::Work))
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
                "  - {}; it would be in {}. Source: {}.",
                text::capital(&ruled.because),
                ruled.remedy.text,
                ruled.source
            )?;
        }
    }
    writeln!(out)
}
