use std::path::{Path, PathBuf};

use groundplan::{advice::advise, catalog::Catalog, questionnaire::TrafficKind, report, site_probe::SiteProbe};

use super::{Format, Kind, measure, odds, pinned, read_answers};

/// What takes the place of answers.
pub(super) struct Measured<'a> {
    /// Access logs.
    pub(super) logs: &'a [PathBuf],
    /// What the script on the server printed.
    pub(super) probe: Option<&'a Path>,
    /// Traffic in the logs that is kept away.
    pub(super) without: &'a [Kind],
}

/// Advice for the answers in a file, with its odds over so many worlds, with pins laid over them, and for what was measured in their place, written as asked.
pub(super) fn run(
    path: &str,
    format: Format,
    worlds: u32,
    measured: &Measured<'_>,
    pins: &[String],
) -> Result<String, String> {
    let Measured { logs, probe, without } = *measured;
    let mut answers = pinned(read_answers(path)?, pins)?;
    if let Some(probe) = probe {
        let named = |problem: String| format!("{}: {problem}", probe.display());
        let text = std::fs::read_to_string(probe).map_err(|error| named(error.to_string()))?;
        answers = SiteProbe::read(&text).map_err(|problem| named(problem.to_string()))?.answers(&answers);
    }
    if !logs.is_empty() {
        let reader = measure::read(logs, None)?;
        answers = reader.traffic().answers(&answers);
        answers.replay =
            reader.replay().map(|replay| without.iter().fold(replay, |week, kind| week.toggled(named(*kind))));
    }
    let advice = advise(&answers, &Catalog::bundled());
    match (format, worlds) {
        (Format::Text, 0) => Ok(report::plain(&advice)),
        (Format::Json, 0) => Ok(report::json(&advice)),
        (Format::Markdown, 0) => Ok(report::markdown(&advice, None)),
        (Format::Markdown, worlds) => Ok(report::markdown(&advice, Some(&odds::confidence(&advice, worlds)))),
        (Format::Json, worlds) => {
            let (confidence, turning) = odds::worked_out(&advice, worlds);
            Ok(report::json_with_odds(&advice, &confidence, &turning))
        }
        (Format::Text, _) => {
            Err("--worlds goes with --format json or markdown; `groundplan odds` is its own report for a terminal"
                .to_owned())
        }
    }
}

const fn named(kind: Kind) -> TrafficKind {
    match kind {
        Kind::Bots => TrafficKind::Bots,
        Kind::Xmlrpc => TrafficKind::Xmlrpc,
        Kind::Attacks => TrafficKind::Attacks,
        Kind::Heavy => TrafficKind::Heavy,
    }
}
