//! What holds for any answers at all, however odd: sums, monotony, independence, determinism, remedies that work.
//! `ranges.rs` looks for what is no number.

#![expect(clippy::panic, reason = "a token the questionnaire does not take fails the test, as it should")]

use std::collections::BTreeMap;

use groundplan::{
    advice::{Advice, advise},
    assessment::{Assessment, Client},
    availability::probability,
    billing::{Bill, CostKind},
    catalog::{Catalog, Provenance, Region},
    choices::Purchase,
    decision::{Standing, Verdict, decide, score},
    options::OPTIONS,
    questionnaire::{
        Answers, ClosedSet, Criterion, Currency, Input, NOT_SURE, PRESETS, QUESTIONS, Question, QuestionId, WorkInTotal,
    },
    report,
    search::{Search, architectures},
    services::{self, BillInputs},
    simulation::{Events, Rules, simulate},
    units::{Points, Ratio, Usd},
    workload::{Case, Demand, Workload},
};
use proptest::{prelude::*, sample::select};

/// Any answer to a question that the question itself takes: the ends of its range, all between, and what stands for
/// not knowing or no limit.
fn token(question: &'static Question) -> BoxedStrategy<String> {
    let mut words: Vec<String> = Vec::new();
    if question.may_be_open() {
        words.push(NOT_SURE.to_owned());
    }
    match question.input {
        Input::Choice(choices) => {
            words.extend(choices().into_iter().map(|(token, _)| token.to_owned()));
            select(words).boxed()
        }
        Input::Number { min, max, unlimited, .. } => {
            words.extend(unlimited.map(str::to_owned));
            words.extend([min.to_string(), max.to_string()]);
            // Even over the magnitudes, so that small sites are as likely as large ones.
            let span = libm::log(max - min + 1.0);
            let number = (0.0..1.0f64).prop_map(move |at| (min + libm::exp(span * at) - 1.0).min(max).to_string());
            prop_oneof![2 => select(words), 5 => number].boxed()
        }
    }
}

/// A rate is refused as long as amounts are in dollars.
fn is_refused(question: &Question, answers: &Answers) -> bool {
    question.id == QuestionId::Exchange && answers.currency == Currency::Usd
}

/// Any answers the questionnaire takes, with any points.
fn answers() -> impl Strategy<Value = Answers> {
    let tokens: Vec<BoxedStrategy<String>> = QUESTIONS.iter().map(token).collect();
    let points = proptest::collection::vec(prop_oneof![Just(0.0), 0.0..100.0f64], Criterion::ALL.len());
    (tokens, points).prop_map(|(tokens, points)| {
        let said = QUESTIONS.iter().zip(&tokens).fold(Answers::default(), |answers, (question, token)| {
            if is_refused(question, &answers) {
                return answers;
            }
            question.answer(&answers, token).unwrap_or_else(|problem| panic!("{problem}"))
        });
        let weights = Criterion::ALL
            .iter()
            .zip(points)
            .fold(said.weights, |weights, (criterion, points)| weights.with(*criterion, Points::new(points)));
        Answers { weights, ..said }
    })
}

fn advised(answers: &Answers) -> Advice {
    advise(answers, &Catalog::bundled())
}

fn config(cases: u32) -> ProptestConfig {
    ProptestConfig { cases, failure_persistence: None, ..ProptestConfig::default() }
}

proptest! {
    #![proptest_config(config(12))]

    #[test]
    fn a_total_is_the_sum_of_its_priced_lines_and_says_when_it_leaves_something_out(answers in answers()) {
        let advice = advised(&answers);
        for standing in &advice.standings {
            for case in Case::ALL {
                let bill = standing.assessment.bill(case);
                let sum: f64 = bill.lines.iter().filter_map(|line| Some(line.price.as_ref().ok()?.usd.value() * line.quantity.value())).sum();
                let total = standing.assessment.monthly(case, WorkInTotal::Counted).value();
                prop_assert!((total - sum).abs() <= 1e-9 * sum.max(1.0), "{total} against {sum}");
                prop_assert!(total.is_finite() && total >= 0.0);
                nothing_is_silently_free(bill);
            }
            let row = report::facts::row(standing, &advice);
            let left_out = standing.assessment.bill(Case::Typical).not_priced().next().is_some();
            prop_assert_eq!(row.typical.ends_with('+'), left_out, "{}", row.typical);
        }
    }

    #[test]
    fn a_range_holds_its_typical_value(answers in answers()) {
        for standing in &advised(&answers).standings {
            let [low, typical, high] = Case::ALL.map(|case| standing.assessment.monthly(case, answers.work).value());
            let slack = 1e-9 * high;
            prop_assert!(low <= typical + slack && typical <= high + slack, "{}: {typical} in {low} to {high}", standing.assessment.hosting.name);
        }
    }

    #[test]
    fn no_price_is_borrowed_from_another_region(answers in answers()) {
        let catalog = Catalog::bundled();
        let mut listed: BTreeMap<&str, Vec<(Option<Region>, Usd)>> = BTreeMap::new();
        for listing in catalog.listings() {
            listed.entry(listing.sku).or_default().push((listing.region, listing.price.usd));
        }
        for standing in &advised(&answers).standings {
            for line in &standing.assessment.bill(Case::High).lines {
                let Ok(price) = &line.price else { continue };
                if price.provenance == Provenance::Yours {
                    prop_assert_eq!(line.kind, CostKind::Work, "{}", line.name);
                    continue;
                }
                let here = |place: &Option<Region>| place.is_none_or(|region| region == answers.region);
                if let (Some(taken), Some(term)) = (line.commitment, standing.assessment.design.purchase.term()) {
                    let committed = catalog.committed(&line.item.sku(), term, answers.region).map(|(price, _)| price.usd);
                    prop_assert_eq!(committed.ok(), Some(price.usd), "{}", line.name);
                    prop_assert!(price.usd == taken.committed && taken.committed < taken.on_demand, "{:?}", taken);
                    continue;
                }
                let known = listed.get(line.item.sku().as_str()).is_some_and(|prices| prices.iter().any(|(place, usd)| here(place) && *usd == price.usd));
                prop_assert!(known, "{} at {} is not a price of {}", line.item.sku(), price.usd.exact(), answers.region.code());
            }
        }
    }

    #[test]
    fn the_same_answers_give_the_same_bytes(answers in answers()) {
        let (once, again) = (report::json(&advised(&answers)), report::json(&advised(&answers.clone())));
        // What is not finite is written as null.
        for figure in ["low", "typical", "high", "points", "value"] {
            prop_assert!(!once.contains(&format!("\"{figure}\": null")), "{figure}");
        }
        prop_assert_eq!(once, again);
    }

    #[test]
    fn a_score_depends_on_its_option_alone(answers in answers()) {
        let advice = advised(&answers);
        let mut turned: Vec<Assessment> = advice.standings.iter().map(|standing| standing.assessment.clone()).collect();
        turned.reverse();
        let turned = decide(turned, &answers);
        for standing in &advice.standings {
            let id = standing.assessment.hosting.id;
            let alone = decide(vec![standing.assessment.clone()], &answers);
            let total = standing.score.total.value();
            prop_assert!((-1e-9..=100.0 + 1e-9).contains(&total), "{total}");
            prop_assert_eq!(&alone[0].score, &standing.score);
            prop_assert_eq!(alone[0].ruled_out.is_empty(), standing.ruled_out.is_empty());
            prop_assert_eq!(&score(&standing.assessment, &answers), &standing.score);
            let found = turned.iter().find(|other| other.assessment.hosting.id == id);
            prop_assert_eq!(found.map(|other| &other.score), Some(&standing.score));
        }
        let recommended = |standings: &[Standing]| standings.iter().filter(|it| it.verdict == Verdict::Recommended).count();
        let anyone = advice.standings.iter().any(|standing| standing.ruled_out.is_empty());
        prop_assert_eq!(recommended(&advice.standings), usize::from(anyone));
    }

    #[test]
    fn all_remedies_of_an_option_together_let_it_in(answers in answers()) {
        for standing in &advised(&answers).standings {
            if !standing.ruled_out.iter().all(|ruled| ruled.remedy.exists()) {
                continue;
            }
            let remedied = standing.ruled_out.iter().fold(answers.clone(), |answers, ruled| ruled.remedy.apply(&answers));
            let id = standing.assessment.hosting.id.0;
            let again = advised(&remedied);
            let left: Vec<String> = again.option(id).into_iter().flat_map(|it| &it.ruled_out).map(|ruled| ruled.because.clone()).collect();
            let tried: Vec<_> = standing.ruled_out.iter().map(|ruled| format!("{} -> {}", ruled.because, ruled.remedy.text)).collect();
            prop_assert!(left.is_empty(), "{id} is still out: {left:?} after {tried:?}");
        }
    }

    #[test]
    fn more_traffic_never_costs_less_on_the_same_architecture(answers in answers(), times in 1.0..20.0f64) {
        let catalog = Catalog::bundled();
        let workload = Workload::new(&answers);
        let demand = workload.typical();
        let client = Client::new(&answers, &workload, &catalog);
        for (hosting, architecture) in architectures(&OPTIONS, &client) {
            let cost = |demand: &Demand| {
                let week = simulate(&architecture, demand, &workload.shape, &Events::new(), &Rules::default());
                let metered = BillInputs { architecture: &architecture, usage: &week.usage, catalog: &catalog, region: answers.region, readers: answers.readers, purchase: Purchase::OnDemand };
                services::bill(&metered).total(CostKind::Infrastructure).value()
            };
            let (before, after) = (cost(demand), cost(&scaled(demand, times)));
            prop_assert!(after >= before * (1.0 - 1e-9), "{}: {before} at once, {after} at {times} times", hosting.name);
        }
    }

    #[test]
    fn a_part_in_series_never_raises_availability(answers in answers(), extra in 0.0..=1.0f64) {
        for standing in &advised(&answers).standings {
            let availability = &standing.assessment.component_slas;
            for part in &availability.parts {
                prop_assert!(availability.availability <= part.availability, "{}", part.name);
            }
            let longer = probability::series(availability.parts.iter().map(|part| part.availability).chain([Ratio::new(extra)]));
            prop_assert!(longer <= availability.availability);
            let lost = availability.downtime.value();
            prop_assert!((0.0..=525_960.0).contains(&lost), "{lost}");
        }
    }
}

/// A line that costs nothing is called free by its publisher; one without a price is told apart.
fn nothing_is_silently_free(bill: &Bill) {
    for line in &bill.lines {
        match &line.price {
            Ok(price) => assert!(
                price.usd > Usd::ZERO || line.item.sku().contains("free") || line.kind == CostKind::Work,
                "{}",
                line.item.sku()
            ),
            Err(_) => assert_eq!(line.monthly(), None),
        }
    }
}

/// The same site with so many times the traffic.
fn scaled(demand: &Demand, times: f64) -> Demand {
    Demand {
        visits: demand.visits * times,
        page_views: demand.page_views * times,
        bot_requests: demand.bot_requests * times,
        spike: demand.spike * times,
        egress: demand.egress * times,
        requests: demand.requests * times,
        ..demand.clone()
    }
}

/// What a client is told to change exists for every preset, but where a form cannot do what the site is.
#[test]
fn every_preset_has_a_way_back_in_for_every_option() {
    for preset in PRESETS {
        for standing in &advised(&(preset.answers)()).standings {
            for ruled in &standing.ruled_out {
                let cannot = ["static", "managed"].contains(&standing.assessment.hosting.id.0);
                assert!(
                    ruled.remedy.exists() || cannot,
                    "{}: {}: {}",
                    preset.id,
                    standing.assessment.hosting.name,
                    ruled.because
                );
            }
        }
    }
}

#[test]
fn an_option_assessed_alone_is_the_option_assessed_with_the_others() {
    let answers = Answers::default();
    let (catalog, workload) = (Catalog::bundled(), Workload::new(&answers));
    let advice = advised(&answers);
    let client = Client::new(&answers, &workload, &catalog);
    for hosting in OPTIONS {
        let alone = Search::new(hosting, &client).finish(&Events::new()).unwrap().assessment;
        let among = advice.option(hosting.id.0).unwrap();
        assert_eq!(score(&alone, &answers), among.score, "{}", hosting.name);
    }
}
