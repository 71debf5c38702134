use std::path::PathBuf;

use groundplan::{advice::advise, catalog::Catalog, questionnaire::TrafficKind, report};

use super::{Format, Kind, measure, pinned, read_answers};

/// Advice for the answers in a file, with pins laid over them, and for what logs say in their place, written as asked.
pub(super) fn run(
    path: &str,
    format: Format,
    logs: &[PathBuf],
    without: &[Kind],
    pins: &[String],
) -> Result<String, String> {
    let mut answers = pinned(read_answers(path)?, pins)?;
    if !logs.is_empty() {
        let reader = measure::read(logs, None)?;
        answers = reader.traffic().answers(&answers);
        answers.replay =
            reader.replay().map(|replay| without.iter().fold(replay, |week, kind| week.toggled(named(*kind))));
    }
    let advice = advise(&answers, &Catalog::bundled());
    Ok(match format {
        Format::Text => report::plain(&advice),
        Format::Json => report::json(&advice),
        Format::Markdown => report::markdown(&advice),
    })
}

const fn named(kind: Kind) -> TrafficKind {
    match kind {
        Kind::Bots => TrafficKind::Bots,
        Kind::Xmlrpc => TrafficKind::Xmlrpc,
        Kind::Attacks => TrafficKind::Attacks,
        Kind::Heavy => TrafficKind::Heavy,
    }
}
