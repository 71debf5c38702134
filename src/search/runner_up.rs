use super::{found::RunnerUp, rank::Rank, run::Search};
use crate::{
    assessment::{Assessment, Client},
    choices::{ChoiceId, Design},
    decision::Standing,
    questionnaire::WorkInTotal,
    workload::Case,
};

/// For each choice the form leaves open, the next best value of what was found. It takes as many weeks as the search itself
/// and is asked for apart, of the form that somebody looks at.
pub fn runner_ups(found: &Assessment, client: &Client<'_>) -> Vec<RunnerUp> {
    let mut search = Search::new(found.hosting, client);
    search.judged(found.design).map_or_else(Vec::new, |best| all(&mut search, &best))
}

fn all(search: &mut Search<'_>, best: &Standing) -> Vec<RunnerUp> {
    let (hosting, client) = search.subject();
    let open = ChoiceId::ALL.iter().copied().filter(|choice| hosting.space.is_open(*choice));
    let (mut found, mut told) = (Vec::new(), vec![best.assessment.design]);
    for choice in open.filter(|choice| client.answers.pins.get(*choice).is_none()) {
        let other = match choice {
            ChoiceId::Machine => {
                found.extend(larger(search, best));
                None
            }
            ChoiceId::Servers | ChoiceId::Class => None,
            ChoiceId::Zones
            | ChoiceId::Nat
            | ChoiceId::Cache
            | ChoiceId::Database
            | ChoiceId::Pages
            | ChoiceId::Delivery
            | ChoiceId::Media
            | ChoiceId::Throughput
            | ChoiceId::Credits
            | ChoiceId::Purchase
            | ChoiceId::Staging
            | ChoiceId::Admin => next_best(search, best, choice),
        };
        // What changes two choices at once is told once.
        found.extend(other.filter(|(design, _)| !told.contains(design)).map(|(design, other)| {
            told.push(design);
            other
        }));
    }
    found
}

/// The best of the designs with another value of a choice that differ as little as the rules allow.
fn next_best(search: &mut Search<'_>, best: &Standing, choice: ChoiceId) -> Option<(Design, RunnerUp)> {
    let taken = best.assessment.design;
    let value = |design: &Design| design.value(choice);
    let others: Vec<Design> = search.candidates().filter(|design| value(design) != value(&taken)).collect();
    let nearest = others.iter().map(|design| apart(design, &taken)).min()?;
    let mut next: Option<(Rank, Standing)> = None;
    for (place, design) in others.into_iter().enumerate().filter(|(_, design)| apart(design, &taken) == nearest) {
        let Some(standing) = search.judged(design) else { continue };
        let rank = Rank::of(&standing, place);
        if next.as_ref().is_none_or(|(known, _)| rank.by_points(known).is_lt()) {
            next = Some((rank, standing));
        }
    }
    let (_, other) = next?;
    let ((_, was), (token, label)) = (value(&taken)?, value(&other.assessment.design)?);
    Some((other.assessment.design, compared(choice, was, token, label, best, &other)))
}

/// In how many choices two designs differ.
fn apart(a: &Design, b: &Design) -> usize {
    ChoiceId::ALL.iter().filter(|choice| a.value(**choice) != b.value(**choice)).count()
}

/// The same structure on the next dearer machines.
fn larger(search: &mut Search<'_>, best: &Standing) -> Option<RunnerUp> {
    let design = best.assessment.design;
    let taken = &best.assessment.sizes;
    let at = (0..).map_while(|step| search.sizer().sizes(&design, step)).position(|sizes| sizes.sku == taken.sku)?;
    let sizes = search.sizer().sizes(&design, at + 1)?;
    let other = search.judged_with(design, sizes)?;
    let (token, told) = (other.assessment.sizes.sku.clone(), other.assessment.sizes.told());
    Some(compared(ChoiceId::Machine, &taken.told(), &token, &told, best, &other))
}

fn compared(choice: ChoiceId, taken: &str, token: &str, value: &str, best: &Standing, other: &Standing) -> RunnerUp {
    let cost = |standing: &Standing| standing.assessment.monthly(Case::Typical, WorkInTotal::Apart);
    let points = |standing: &Standing| standing.score.among_designs(&standing.assessment);
    let misses = other
        .ruled_out
        .iter()
        .find(|ruled| best.ruled_out.iter().all(|known| known.remedy.lever != ruled.remedy.lever));
    RunnerUp {
        choice,
        taken: taken.to_owned(),
        token: token.to_owned(),
        value: value.to_owned(),
        costs: cost(other) - cost(best),
        points: points(other) - points(best),
        down: other.assessment.expected.typical - best.assessment.expected.typical,
        misses: misses.map(|ruled| ruled.because.clone()),
    }
}
