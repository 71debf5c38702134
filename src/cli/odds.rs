use groundplan::{
    advice::{Advice, advise},
    catalog::Catalog,
    odds::{Confidence, Mapping, Sampling, Turning, TurningPoints, mappable},
    questionnaire::QuestionId,
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
    /// Prints which design wins where two answers change, like visits,uncacheable: a table for a spreadsheet.
    #[arg(long, value_name = "ACROSS,DOWNWARDS", conflicts_with_all = ["csv", "json"])]
    map: Option<String>,
}

pub(super) fn run(command: &Odds) -> Result<String, String> {
    let answers = read_answers(&command.answers)?;
    let advice = advise(&answers, &Catalog::bundled());
    if let Some(questions) = &command.map {
        let of = mapped(questions, &advice)?;
        return Ok(report::regions_csv(&Mapping::new(&advice, of).finished()));
    }
    if command.csv {
        return Ok(report::odds_csv(&confidence(&advice, command.worlds).odds, &advice));
    }
    let (confidence, turning) = worked_out(&advice, command.worlds);
    let report = if command.json { report::odds_json } else { report::odds };
    Ok(report(&confidence, &turning, &advice))
}

/// How sure some advice is over so many worlds.
pub(super) fn confidence(advice: &Advice, worlds: u32) -> Confidence {
    let mut sampling = Sampling::new(advice);
    sampling.run(worlds as usize);
    sampling.confidence()
}

/// The same, and what would change it.
pub(super) fn worked_out(advice: &Advice, worlds: u32) -> (Confidence, Turning) {
    (confidence(advice, worlds), TurningPoints::new(advice).finished())
}

/// The two questions of a map.
fn mapped(questions: &str, advice: &Advice) -> Result<[QuestionId; 2], String> {
    let known: Vec<QuestionId> = mappable(&advice.answers).map(|asked| asked.id).collect();
    let question = |token: &str| QuestionId::from_token(token.trim()).filter(|id| known.contains(id));
    let two = questions.split_once(',').and_then(|(across, down)| Some([question(across)?, question(down)?]));
    two.filter(|[across, down]| across != down).ok_or_else(|| {
        let known: Vec<&str> = known.iter().map(|id| id.token()).collect();
        format!("--map {questions}: takes two different questions of {}", known.join(", "))
    })
}
