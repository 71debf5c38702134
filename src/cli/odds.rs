use groundplan::{
    advice::advise,
    catalog::Catalog,
    odds::{Sampling, TurningPoints},
    report,
};

use super::read_answers;

/// How sure the advice is.
#[derive(clap::Args)]
pub(super) struct Odds {
    /// The answers; "-" reads standard input.
    answers: String,
    /// How many worlds are lived through.
    #[arg(long, default_value_t = 1_000, value_parser = clap::value_parser!(u32).range(1..=1_000_000))]
    worlds: u32,
    /// Prints one line a design, to be read by a spreadsheet.
    #[arg(long, conflicts_with = "json")]
    csv: bool,
    /// Prints all of it for scripts.
    #[arg(long)]
    json: bool,
}

pub(super) fn run(command: &Odds) -> Result<String, String> {
    let answers = read_answers(&command.answers)?;
    let advice = advise(&answers, &Catalog::bundled());
    let mut sampling = Sampling::new(&advice);
    sampling.run(command.worlds as usize);
    if command.csv {
        return Ok(report::odds_csv(&sampling.odds(), &advice));
    }
    let (confidence, turning) = (sampling.confidence(), TurningPoints::new(&advice).finished());
    let report = if command.json { report::odds_json } else { report::odds };
    Ok(report(&confidence, &turning, &advice))
}
