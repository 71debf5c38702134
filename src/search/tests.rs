use proptest::{prelude::*, sample::subsequence};

use super::*;
use crate::{
    assessment::Client,
    catalog::{Catalog, Region},
    choices::Design,
    options::{OPTIONS, Sizer},
    questionnaire::{Answers, DataLoss, Operator, PRESETS, WouldCommit, ZoneLoss},
    simulation::Events,
    units::{Minutes, Seconds, Usd},
    workload::Workload,
};

/// A client of any kind: a preset with other limits.
fn clients() -> impl Strategy<Value = Answers> {
    let limits = (
        prop_oneof![Just(None), (5.0..1_500.0f64).prop_map(|usd| Some(Usd::new(usd)))],
        prop_oneof![Just(None), (30.0..5_000.0f64).prop_map(|minutes| Some(Minutes::new(minutes)))],
        prop_oneof![Just(ZoneLoss::May), Just(ZoneLoss::MustSurvive)],
        prop_oneof![Just(DataLoss::Day), Just(DataLoss::Hour), Just(DataLoss::None)],
        prop_oneof![Just(Operator::Nobody), Just(Operator::Agency), Just(Operator::InHouse)],
        prop_oneof![Just(WouldCommit::No), Just(WouldCommit::OneYear), Just(WouldCommit::ThreeYears)],
        prop_oneof![Just(None), (0.2..4.0f64).prop_map(|seconds| Some(Seconds::new(seconds)))],
    );
    (0..PRESETS.len(), limits, 0..Region::ALL.len()).prop_map(|(preset, limits, region)| {
        let (budget, max_outage, zone_loss, data_loss, operator, purchase, max_response) = limits;
        let region = Region::ALL[region];
        let known = (PRESETS[preset].answers)();
        Answers { budget, max_outage, zone_loss, data_loss, operator, purchase, max_response, region, ..known }
    })
}

/// The best of all designs, each looked at.
fn by_force(hosting: &'static Hosting, client: &Client<'_>, designs: &[Design]) -> Option<Design> {
    let sizer = Sizer::new(hosting, client.brief());
    let ranks = designs.iter().enumerate().filter_map(|(place, design)| {
        let standing = run::evaluate(hosting, *design, client, &sizer, &mut run::Weeks::default())?;
        Some(Rank::of(&standing, place))
    });
    let ranks: Vec<Rank> = ranks.collect();
    rank::best(&ranks).and_then(|best| designs.get(best.place()).copied())
}

/// On this part of a form's space the search finds what looking at every design finds.
fn finds_the_best(
    answers: &Answers,
    form: usize,
    pick: prop::sample::Index,
    places: &[usize],
) -> Result<(), TestCaseError> {
    let (catalog, workload) = (Catalog::bundled(), Workload::new(answers));
    let client = Client::new(answers, &workload, &catalog);
    let hosting = OPTIONS[form];
    let all = hosting.designs(&client.brief()).all;
    prop_assume!(!all.is_empty());
    let start = pick.index(all.len());
    let mut designs: Vec<Design> = places.iter().map(|at| all[(start + at * 7) % all.len()]).collect();
    designs.sort_unstable();
    designs.dedup();
    let wanted = by_force(hosting, &client, &designs);
    let found = Search::over(hosting, &client, designs, Vec::new()).finish(&Events::new());
    prop_assert_eq!(found.map(|found| found.assessment.design), wanted);
    Ok(())
}

fn places() -> impl Strategy<Value = Vec<usize>> {
    subsequence((0..24usize).collect::<Vec<_>>(), 1..8)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 600, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_search_finds_the_best_of_all_designs(
        answers in clients(), form in 0..OPTIONS.len(), pick in any::<prop::sample::Index>(), places in places(),
    ) {
        finds_the_best(&answers, form, pick, &places)?;
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 5_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    #[ignore = "takes minutes; the same on fewer spaces runs always"]
    fn the_search_finds_the_best_of_all_designs_on_thousands_of_spaces(
        answers in clients(), form in 0..OPTIONS.len(), pick in any::<prop::sample::Index>(), places in places(),
    ) {
        finds_the_best(&answers, form, pick, &places)?;
    }
}

/// A week is the same for all architectures it sees the same of.
#[test]
fn architectures_that_look_alike_to_a_week_live_the_same_week() {
    let catalog = Catalog::bundled();
    for preset in PRESETS {
        let answers = (preset.answers)();
        let workload = Workload::new(&answers);
        let client = Client::new(&answers, &workload, &catalog);
        for hosting in OPTIONS {
            let sizer = Sizer::new(hosting, client.brief());
            let mut known: Vec<(crate::simulation::Seen, crate::simulation::Lived)> = Vec::new();
            for design in hosting.designs(&client.brief()).all {
                let sizes = sizer.sizes(&design, 0).unwrap();
                let architecture = crate::options::assemble(hosting, &design, &sizes, &client.brief());
                let seen = crate::simulation::Seen::of(&architecture);
                let (demand, shape) = (workload.typical(), &workload.shape);
                let lived = crate::simulation::live(&architecture, demand, shape, &Events::new(), &client.rules);
                match known.iter().find(|(other, _)| *other == seen) {
                    Some((_, week)) => assert_eq!(*week, lived, "{}: {design:?}", hosting.name),
                    None => known.push((seen, lived)),
                }
            }
        }
    }
}

#[test]
fn the_front_leaves_out_what_another_design_does_for_less() {
    let (catalog, answers) = (Catalog::bundled(), Answers::default());
    let workload = Workload::new(&answers);
    let client = Client::new(&answers, &workload, &catalog);
    let all: Vec<Considered> = OPTIONS.iter().flat_map(|hosting| Search::new(hosting, &client).all()).collect();
    let front = front(&all);
    assert!(!front.is_empty() && front.len() < all.len());
    for one in &all {
        let beaten = front.iter().any(|other| other.monthly <= one.monthly && other.down <= one.down);
        assert!(beaten, "{one:?}");
    }
    assert!(front.windows(2).all(|pair| pair[0].monthly <= pair[1].monthly && pair[0].down > pair[1].down));
}
