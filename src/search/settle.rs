//! Makes sure that what would let an option in does so: some changes of an answer change what is built, and with it what
//! else is missed.

use super::run::resized;
use crate::{
    assessment::Client,
    decision::{
        Lever, Remedy, RuledOut, Standing, in_order,
        must_have::{fewer_visits, ruled_out},
    },
    questionnaire::{QuestionId, Touches},
    workload::Workload,
};

/// How often remedies are tried and tightened before none is offered.
const TRIES: usize = 6;

/// Tries the remedies of every option together, and tightens those that do not yet let it in. What no tightening lifts
/// is said to have no remedy of its own.
pub fn settle(standings: &mut Vec<Standing>, client: &Client<'_>) {
    let answers = client.answers;
    for standing in standings.iter_mut().filter(|standing| rebuilds(standing)) {
        let mut found = standing.ruled_out.clone();
        for tried in 0..=TRIES {
            let remedied = found.iter().fold(answers.clone(), |answers, ruled| ruled.remedy.apply(&answers));
            // No remedy but fewer visits and a smaller library changes what is asked of the site.
            let changed = remedied.visits != answers.visits || remedied.media != answers.media;
            let fewer = changed.then(|| Workload::new(&remedied));
            let workload = fewer.as_ref().unwrap_or(client.workload);
            // The same structure with the sizes it would then have: another may do as well, this one has to.
            let again = Client::new(&remedied, workload, client.catalog);
            let Some(again) = resized(&standing.assessment, &again) else { break };
            let left = ruled_out(&again, &remedied);
            if left.is_empty() {
                break;
            }
            for mut ruled in left {
                // A peak too steep for a group to follow gives way slowly, so steps grow.
                if ruled.remedy.lever.is(QuestionId::Visits)
                    && tried > 1
                    && let Some(visits) = remedied.visits.known()
                {
                    ruled.remedy = fewer_visits(visits / tried as f64);
                }
                if tried == TRIES {
                    ruled.remedy = Remedy::none(ruled.remedy.lever);
                }
                tighten(&mut found, ruled);
            }
        }
        standing.ruled_out = found;
    }
    *standings = in_order(std::mem::take(standings));
}

/// Whether a remedy changes what is built; the others only change what is asked of it.
fn rebuilds(standing: &Standing) -> bool {
    let several = standing.assessment.architecture.survives_a_server();
    standing.ruled_out.iter().any(|ruled| match ruled.remedy.lever {
        Lever::Pin(_) => true,
        Lever::Question(question) => match question.question().touches {
            Touches::Demand => true,
            // One server is the same however it is restored, but not wherever it stands.
            Touches::Architecture => several || question == QuestionId::Region,
            Touches::Judgement | Touches::Money | Touches::Comparison => false,
        },
    })
}

/// Puts what is still missed in the place of the remedy that did not go far enough, or adds it.
fn tighten(found: &mut Vec<RuledOut>, left: RuledOut) {
    match found.iter_mut().find(|known| known.remedy.lever == left.remedy.lever) {
        Some(known) if !known.remedy.exists() => {}
        Some(known) if known.remedy == left.remedy => known.remedy = Remedy::none(left.remedy.lever),
        Some(known) => {
            known.fold *= left.fold;
            known.remedy = left.remedy;
        }
        None => found.push(RuledOut { because: format!("with that changed, {}", left.because), ..left }),
    }
}
