//! `groundplan designs`: every design that was considered, with its price and its downtime.

use std::fmt::Write as _;

use clap::Args;
use groundplan::{
    assessment::Client,
    catalog::Catalog,
    choices::ChoiceId,
    options::{Hosting, OPTIONS, hosting},
    questionnaire::Answers,
    search::{Considered, Search, front},
    workload::Workload,
};

use super::input::{known_options, pinned, read_answers};

/// Which designs are listed.
#[derive(Args)]
pub(super) struct Designs {
    /// The answers; "-" reads standard input.
    answers: String,
    /// One form only.
    #[arg(long, visible_alias = "option", help = format!("One form only: {}", known_options()))]
    form: Option<String>,
    /// A choice that is made already, like nat=none; may be given several times.
    #[arg(long = "pin", value_name = "CHOICE=VALUE")]
    pins: Vec<String>,
    /// Print all of them as comma-separated values.
    #[arg(long)]
    csv: bool,
}

/// Runs the command.
pub(super) fn run(command: &Designs) -> Result<String, String> {
    let answers = pinned(read_answers(&command.answers)?, &command.pins)?;
    let forms: Vec<&'static Hosting> = match &command.form {
        None => OPTIONS.to_vec(),
        Some(id) => vec![hosting(id).ok_or_else(|| format!("there is no form {id}; there are {}", known_options()))?],
    };
    let (catalog, workload) = (Catalog::bundled(), Workload::new(&answers));
    let client = Client::new(&answers, &workload, &catalog);
    let all: Vec<Considered> = forms.iter().flat_map(|hosting| Search::new(hosting, &client).all()).collect();
    let front = front(&all);
    Ok(if command.csv { csv(&all, &front) } else { text(&all, &front, &answers) })
}

fn csv(all: &[Considered], front: &[&Considered]) -> String {
    let choices = || ChoiceId::ALL.iter().filter(|choice| Considered::value(&all[0], **choice).is_some());
    let mut out = "form,monthly_usd,complete,down_minutes_a_year,points,verdict,front,sizes".to_owned();
    if all.is_empty() {
        return out;
    }
    for choice in choices() {
        out.push_str(&format!(",{choice}"));
    }
    for one in all {
        let complete = if one.more.is_empty() { "yes" } else { "no" };
        let on_front = if front.contains(&one) { "yes" } else { "no" };
        let _ = write!(
            out,
            "\n{},{:.2},{complete},{:.1},{:.1},{},{on_front},\"{}\"",
            one.option.0,
            one.monthly.value(),
            one.down.value(),
            one.points.value(),
            one.verdict.token(),
            one.sizes
        );
        for choice in choices() {
            let _ = write!(out, ",{}", one.value(*choice).unwrap_or_default());
        }
    }
    out
}

fn text(all: &[Considered], front: &[&Considered], answers: &Answers) -> String {
    let mut out = format!(
        "{} designs considered; {} of which no other is both cheaper and less down:\n\n",
        all.len(),
        front.len()
    );
    let _ = writeln!(out, "{:<16} {:>10} {:>24} {:>6}  design", "form", "a month", "expected down a year", "points");
    for one in front {
        let monthly = format!("{}{}", answers.amount(one.monthly), one.more);
        let misses = one.misses.as_ref().map_or_else(String::new, |misses| format!("; ruled out: {misses}"));
        let _ = writeln!(
            out,
            "{:<16} {monthly:>10} {:>24} {:>6.0}  {}; {}{misses}",
            one.option.0,
            one.down.to_string(),
            one.points.value(),
            one.sizes,
            one.told().join(", ")
        );
    }
    out
}
