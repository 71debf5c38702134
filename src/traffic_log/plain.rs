//! What was measured, for a terminal: one figure a line, with what it means.

use std::fmt::Write as _;

use super::{clock::date, peak::Peak, traffic::Traffic};
use crate::{questionnaire::TrafficKind, units::text};

/// In words.
pub fn plain(traffic: &Traffic) -> String {
    let mut out = String::new();
    // Writing to a text does not fail.
    let _ = write_all(&mut out, traffic);
    out
}

fn write_all(out: &mut String, traffic: &Traffic) -> std::fmt::Result {
    for file in &traffic.files {
        let format = file.format.map_or("", |format| format.label());
        write!(out, "{}: ", file.name)?;
        match (&file.refused, file.same_as.and_then(|number| traffic.files.get(number))) {
            (Some(why), _) => writeln!(out, "not read: {why}")?,
            (None, Some(same)) => writeln!(out, "begins like {}: not counted again", same.name)?,
            (None, None) => writeln!(
                out,
                "{format}, {} lines, {} broken{}",
                count(file.lines as f64),
                count(file.broken as f64),
                if file.damaged { ", its compressed data is damaged or ends early" } else { "" }
            )?,
        }
    }
    if traffic.lines == 0 {
        return writeln!(out, "\nNothing could be measured.");
    }
    writeln!(out, "\n{}", traffic.span())?;
    for Figure { what, figure, meaning } in figures(traffic) {
        writeln!(out, "  {what:<38} {figure:>26}  {meaning}")?;
    }
    for (why, lines) in &traffic.broken {
        writeln!(out, "  {:<38} {:>26}  lines: {}", "broken", count(*lines as f64), why.words())?;
    }
    for warning in traffic.warnings() {
        writeln!(out, "\n{warning}")?;
    }
    Ok(())
}

/// A figure as it is told.
pub struct Figure {
    /// Of what.
    pub what: &'static str,
    /// How much.
    pub figure: String,
    /// What it means.
    pub meaning: String,
}

/// All figures.
pub fn figures(traffic: &Traffic) -> Vec<Figure> {
    let share = |part: u64, of: u64| format!("{} %", text::trimmed(part as f64 / (of.max(1)) as f64 * 100.0, 1));
    let people = &traffic.people;
    let peak = |peak: &Peak| format!("{}, {} × the mean", count(peak.count), text::trimmed(peak.times(), 1));
    let when = |peak: &Peak| {
        let minute = peak.at % 1_440;
        format!("from {} {:02}:{:02} UTC", date(peak.at / 1_440), minute / 60, minute % 60)
    };
    let mut rows = vec![
        (
            "visits",
            count(people.visits),
            "of clients that fetched files for pages; 30 minutes without a page view end one".to_owned(),
        ),
        ("visits by user agent", count(people.visits_by_agent), "of all that do not call themselves bots".to_owned()),
        (
            "page views",
            count(people.pages),
            "answered with 200 or 304, no bots, by clients that fetched files".to_owned(),
        ),
        (
            "page views by user agent",
            count(people.pages_by_agent),
            "of all that do not call themselves bots".to_owned(),
        ),
        (
            "page views beyond reading",
            count(people.beyond_reading),
            "beyond the hundredth of one client in one day".to_owned(),
        ),
        (
            "largest client's page views",
            format!("{} %", text::trimmed(people.largest_client * 100.0, 1)),
            "of those by user agent".to_owned(),
        ),
        (
            "lines",
            count(traffic.lines as f64),
            format!("of {} addresses{}", count(traffic.addresses.0), give_or_take(traffic.addresses.1)),
        ),
        ("bytes", format!("{} MB", count(traffic.bytes as f64 / 1e6)), "as the log counts them".to_owned()),
        (
            "a page",
            format!("{} KB", text::trimmed(traffic.page_bytes / 1e3, 1)),
            "mean of those answered with 200".to_owned(),
        ),
        ("bots that say so", share(traffic.bots.lines, traffic.lines), "of lines".to_owned()),
        (
            "attacks",
            share(traffic.attacks.lines, traffic.lines),
            format!(
                "of lines; {} POST to xmlrpc.php, {} to wp-login.php",
                count(traffic.xmlrpc as f64),
                count(traffic.logins as f64)
            ),
        ),
        (
            "must not be cached",
            share(traffic.viewed.1, traffic.viewed.0),
            "of the pages, forms and administration people asked for; who is logged in is not in a log".to_owned(),
        ),
        (
            "errors",
            format!(
                "{} + {}",
                count(traffic.with_status(400..=499) as f64),
                count(traffic.with_status(500..=599) as f64)
            ),
            "lines with 4xx and 5xx".to_owned(),
        ),
        ("busiest minute", peak(&traffic.peaks.minute), when(&traffic.peaks.minute)),
        (
            "  without single heavy clients",
            peak(&traffic.peaks.minute_without_heavy),
            format!("above 60 in that minute; {}", when(&traffic.peaks.minute_without_heavy)),
        ),
        ("busiest ten minutes", peak(&traffic.peaks.ten_minutes), when(&traffic.peaks.ten_minutes)),
        ("busiest ten minutes, PHP", peak(&traffic.peaks.php_ten_minutes), when(&traffic.peaks.php_ten_minutes)),
        ("  by people alone", peak(&traffic.peaks.people_ten_minutes), when(&traffic.peaks.people_ten_minutes)),
        ("busiest hour", peak(&traffic.peaks.hour), when(&traffic.peaks.hour)),
    ];
    for load in TrafficKind::ALL {
        rows.push(("ran PHP", count(traffic.php[load as usize] as f64), load.label().to_owned()));
    }
    if let Some((median, slowest)) = traffic.slow {
        let ms = |seconds: f64| text::grouped((seconds * 1e3).round());
        rows.push((
            "a page took",
            format!("{} ms, {} ms", ms(median), ms(slowest)),
            "in the median, and the slowest in twenty; within a fifth".to_owned(),
        ));
    }
    if traffic.edge.0 + traffic.edge.1 > 0 {
        rows.push((
            "answered by the CDN",
            share(traffic.edge.0, traffic.edge.0 + traffic.edge.1),
            "of what it says a result for".to_owned(),
        ));
    }
    rows.into_iter().map(|(what, figure, meaning)| Figure { what, figure, meaning }).collect()
}

fn count(value: f64) -> String {
    text::grouped(value.round())
}

fn give_or_take(error: f64) -> String {
    if error > 0.0 { format!(", give or take {} %", text::trimmed(error * 100.0, 1)) } else { String::new() }
}
