//! The designs on offer, lived through world after world.

use serde::{Deserialize, Serialize};

use super::{
    acceptability::{Acceptability, Drawn, none_admitted},
    band::Band,
    carried::Carried,
    sensitivity::first_order,
    world::{Uncertain, World},
};
use crate::{
    advice::Advice,
    assessment::{Assessment, Client, live},
    catalog::Catalog,
    decision::{Lever, breaks_in_export, must_have::ruled_out, score},
    options::OptionId,
    questionnaire::{QuestionId, WorkInTotal},
    units::{Ratio, ordered},
    workload::{Case, Workload},
};

/// How much of the client's priorities may stand on any criterion: 30 of 100 points.
pub const SHARE: Ratio = Ratio::new(0.3);

/// The seed of all worlds, so that the same answers give the same odds.
const SEED: u64 = 2_026;

/// How one design came out in one world.
#[derive(Clone, Debug, PartialEq)]
struct Lived {
    /// Dollars a month, infrastructure alone.
    cost: f64,
    /// Minutes a year.
    downtime: f64,
    /// Whether CPU credits ran out in its week.
    dry: bool,
    /// Whether its busiest minutes asked for more than its size carries.
    outgrown: bool,
    /// Questions whose must-have it misses.
    missed: Vec<QuestionId>,
}

/// One design that is on offer.
#[derive(Clone)]
struct Candidate(Assessment);

/// The question a must-have is about; a pin is none.
const fn question(lever: Lever) -> Option<QuestionId> {
    match lever {
        Lever::Question(question) => Some(question),
        Lever::Pin(_) => None,
    }
}

/// Worlds drawn so far, and what came of them. It takes as many worlds at once as there is time for.
#[derive(Clone)]
pub struct Sampling {
    catalog: Catalog,
    uncertain: Uncertain,
    candidates: Vec<Candidate>,
    work: WorkInTotal,
    drawn: Vec<Drawn<8>>,
    inputs: Vec<Vec<f64>>,
    lived: Vec<Vec<Lived>>,
}

impl Sampling {
    /// Nothing drawn yet, for the designs that were found for the typical case.
    pub fn new(advice: &Advice) -> Self {
        let candidate = |standing: &crate::decision::Standing| Candidate(standing.assessment.clone());
        Self {
            catalog: advice.catalog.clone(),
            uncertain: Uncertain::new(&advice.answers, SHARE),
            candidates: advice.standings.iter().map(candidate).collect(),
            work: advice.answers.work,
            drawn: Vec::new(),
            inputs: Vec::new(),
            lived: Vec::new(),
        }
    }

    /// How many worlds have been lived through.
    pub fn worlds(&self) -> usize {
        self.drawn.len()
    }

    /// Lives through the next worlds.
    pub fn run(&mut self, worlds: usize) {
        for _ in 0..worlds {
            self.next_world();
        }
    }

    fn next_world(&mut self) {
        let world = World::new(&self.uncertain, SEED, self.worlds() as u64);
        let workload = Workload::new(&world.answers);
        let client = Client::new(&world.answers, &workload, &self.catalog);
        let lived = self.candidates.iter().map(|Candidate(found)| {
            let mut lived = live(found, &client, |confidence| world.price_factor(confidence));
            lived.expected = lived.expected.in_hands(world.hands());
            // The chance of a bad year is drawn by the worlds themselves; what is missed in this one is all that counts.
            let missed = ruled_out(&lived, &world.answers);
            let contributions = score(&lived, &world.answers).contributions;
            let values = std::array::from_fn(|k| contributions.get(k).map_or(0.0, |one| one.performance.value));
            let breaks = breaks_in_export(&lived, &world.answers).is_some_and(|chance| world.breaks_in_export(chance));
            let values = (missed.is_empty() && !breaks).then_some(values);
            let missed = missed.iter().filter_map(|ruled| question(ruled.remedy.lever));
            // What an export breaks is a matter of what the site is, as where it is ruled out for good.
            let missed = missed.chain(breaks.then_some(QuestionId::Site));
            let lived = Lived {
                cost: lived.monthly(Case::Typical, self.work).value(),
                downtime: lived.expected.typical.value(),
                dry: lived.week.outcome.dry_at.is_some(),
                outgrown: lived.week.outcome.headroom < Ratio::ONE,
                missed: missed.collect(),
            };
            (lived, values)
        });
        let (lived, values) = lived.unzip();
        self.lived.push(lived);
        self.drawn.push(Drawn { weights: world.weights, values });
        self.inputs.push(world.drawn);
    }

    /// What is uncertain, with the share of the doubt about the first option that each carries alone, the largest first:
    /// Sobol's first-order index of whether it is best, must-haves and priorities included.
    pub fn carried(&self) -> Vec<Carried> {
        let wins: Vec<f64> = self.drawn.iter().map(|world| f64::from(u8::from(world.is_best(0)))).collect();
        let mean = |half: &mut dyn Iterator<Item = (&f64, &f64)>| {
            let (count, sum) = half.fold((0.0, 0.0), |(count, sum), (_, win)| (count + 1.0, sum + win));
            if count > 0.0 { sum / count } else { 0.0 }
        };
        let carried = self.uncertain.carriers().into_iter().map(|(input, carrier)| {
            let inputs: Vec<f64> = self.inputs.iter().filter_map(|world| world.get(input).copied()).collect();
            let halves = || inputs.iter().zip(&wins);
            let middle = carrier.parted_at(&self.uncertain.answers);
            Carried {
                name: carrier.name().to_owned(),
                question: carrier.question(&self.uncertain.answers),
                share: first_order(&inputs, &wins),
                halves: [
                    mean(&mut halves().filter(|(input, _)| **input < middle)),
                    mean(&mut halves().filter(|(input, _)| **input >= middle)),
                ],
            }
        });
        ordered(carried, |a, b| b.share.total_cmp(&a.share))
    }

    /// What the worlds lived through so far say of the advice as a whole.
    pub fn confidence(&self) -> Confidence {
        let mut carried = self.carried();
        carried.retain(|one| one.share >= LEAST);
        Confidence { odds: self.odds(), carried }
    }

    /// What the worlds lived through so far say.
    pub fn odds(&self) -> Odds {
        let acceptability = Acceptability::of_all(&self.drawn);
        let options = self.candidates.iter().zip(acceptability).enumerate();
        let worlds = self.worlds().max(1) as f64;
        let options = options.map(|(at, (candidate, acceptability))| {
            let lived = || self.lived.iter().filter_map(move |world| world.get(at));
            let share = |met: &dyn Fn(&Lived) -> bool| lived().filter(|one| met(one)).count() as f64 / worlds;
            let mut missed: Vec<(QuestionId, f64)> = Vec::new();
            for question in lived().flat_map(|one| &one.missed) {
                if missed.iter().all(|(known, _)| known != question) {
                    missed.push((*question, share(&|one| one.missed.contains(question))));
                }
            }
            missed.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
            OptionOdds {
                id: candidate.0.hosting.id,
                acceptability,
                cost: Band::of(lived().map(|one| one.cost)),
                downtime: Band::of(lived().map(|one| one.downtime)),
                dry: share(&|one| one.dry),
                outgrown: share(&|one| one.outgrown),
                missed,
            }
        });
        Odds { worlds: self.worlds(), none_admitted: none_admitted(&self.drawn), options: options.collect() }
    }
}

/// What carries less of the doubt is not told.
const LEAST: f64 = 0.02;

/// How sure the advice is, and what that hangs on.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Confidence {
    /// The odds of every option.
    pub odds: Odds,
    /// What carries the doubt about the first option, the largest share first.
    pub carried: Vec<Carried>,
}

/// How sure the advice is.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Odds {
    /// How many worlds were lived through.
    pub worlds: usize,
    /// The share of worlds in which no design meets every must-have.
    pub none_admitted: f64,
    /// The options, in the order of the advice.
    pub options: Vec<OptionOdds>,
}

/// How one option's design does over the worlds.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct OptionOdds {
    /// The option.
    pub id: OptionId,
    /// How often it is best, for whom, and how often it meets every must-have.
    pub acceptability: Acceptability<8>,
    /// Dollars a month.
    pub cost: Option<Band>,
    /// Expected minutes down a year.
    pub downtime: Option<Band>,
    /// The share of worlds in which CPU credits run out in an ordinary week.
    pub dry: f64,
    /// The share of worlds in which its busiest minutes ask for more than its size carries.
    pub outgrown: f64,
    /// The questions whose must-have it misses, with the share of worlds, the most frequent first.
    pub missed: Vec<(QuestionId, f64)>,
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        advice::{advise, advise_among},
        options::{OPTIONS, hosting},
        questionnaire::preset,
        simulation::Events,
    };

    fn sampling(id: &str) -> Sampling {
        Sampling::new(&advise(&(preset(id).unwrap().answers)(), &Catalog::bundled()))
    }

    #[test]
    fn it_matters_not_how_many_worlds_are_lived_at_once() {
        let mut at_once = sampling("brochure");
        at_once.run(12);
        let mut one_by_one = sampling("brochure");
        for _ in 0..12 {
            one_by_one.run(1);
        }
        assert_eq!(at_once.odds(), one_by_one.odds());
    }

    /// Each world is drawn by its number: which came before it changes nothing.
    #[test]
    fn it_matters_not_in_which_order_worlds_are_lived() {
        let sampling = sampling("blog");
        let world = |number| World::new(&sampling.uncertain, SEED, number);
        let forwards: Vec<World> = (0..40).map(world).collect();
        let mut backwards: Vec<World> = (0..40).rev().map(world).collect();
        backwards.reverse();
        for (one, other) in forwards.iter().zip(&backwards) {
            assert_eq!((&one.drawn, one.weights, &one.answers), (&other.drawn, other.weights, &other.answers));
        }
    }

    /// The share of worlds whose cost lies in a range.
    fn covered(sampling: &Sampling, at: usize, low: f64, high: f64) -> f64 {
        let inside = sampling.lived.iter().filter(|world| (low..=high).contains(&world[at].cost)).count();
        inside as f64 / sampling.lived.len() as f64
    }

    /// A band of 1,000 worlds holds eight in ten of 20,000 others, for cost as for downtime.
    #[test]
    fn bands_of_a_thousand_worlds_hold_in_twenty_thousand() {
        let (answers, catalog) = ((preset("shop").unwrap().answers)(), Catalog::bundled());
        let offered = ["lightsail", "git"].map(|id| hosting(id).unwrap());
        let mut sampling = Sampling::new(&advise_among(&offered, &answers, &catalog, &Events::new()));
        sampling.run(1_000);
        let few = sampling.odds();
        sampling.run(19_000);
        let many = sampling.odds();
        for (at, (few, many)) in few.options.iter().zip(&many.options).enumerate() {
            for (few, many) in [(few.cost, many.cost), (few.downtime, many.downtime)] {
                let (few, many) = (few.unwrap(), many.unwrap());
                for (few, many) in [(few.p10, many.p10), (few.p50, many.p50), (few.p90, many.p90)] {
                    assert!((few / many - 1.0).abs() < 0.05, "{at}: {few} against {many}");
                }
            }
            let band = few.cost.unwrap();
            // Plans at one price have most worlds at one point.
            assert!(covered(&sampling, at, band.p10, band.p90) > 0.77, "{at}");
        }
    }

    /// What docs/decisions/018 stands on. Run by name, with --ignored and --nocapture.
    #[test]
    #[ignore = "a measurement of several minutes"]
    fn how_many_of_twenty_thousand_worlds_lie_in_cases_and_in_bands() {
        for preset in crate::questionnaire::PRESETS {
            let advice = advise(&(preset.answers)(), &Catalog::bundled());
            let some: Vec<_> = advice.standings.iter().take(4).map(|standing| standing.assessment.hosting).collect();
            let mut whole = Sampling::new(&advice);
            whole.run(1_000);
            let confidence = whole.confidence();
            println!("== {}: {:?}", preset.id, confidence.said(&advice));
            for carried in confidence.carried.iter().take(3) {
                println!("   {} {:.2} {:?}", carried.name, carried.share, carried.halves);
            }
            let advice = advise_among(&some, &(preset.answers)(), &Catalog::bundled(), &Events::new());
            let mut sampling = Sampling::new(&advice);
            sampling.run(1_000);
            let bands = sampling.odds();
            sampling.run(19_000);
            for (at, standing) in advice.standings.iter().enumerate() {
                let month = |case| standing.assessment.monthly(case, advice.answers.work).value();
                let (low, typical, high) = (month(Case::Low), month(Case::Typical), month(Case::High));
                let band = bands.options[at].cost.unwrap();
                println!(
                    "{:>17} cases {low:.2} {typical:.2} {high:.2} hold {:.3}; band {:.2} {:.2} {:.2} holds {:.3}",
                    standing.assessment.hosting.id.0,
                    covered(&sampling, at, low, high),
                    band.p10,
                    band.p50,
                    band.p90,
                    covered(&sampling, at, band.p10, band.p90)
                );
            }
        }
    }

    /// What an option costs and misses in a world has nothing to do with which others are shown.
    #[test]
    fn an_option_lives_the_same_whichever_others_are_shown() {
        let (answers, catalog) = ((preset("shop").unwrap().answers)(), Catalog::bundled());
        let lived = |offered: &[&'static crate::options::Hosting]| {
            let advice = advise_among(offered, &answers, &catalog, &Events::new());
            let mut sampling = Sampling::new(&advice);
            sampling.run(20);
            sampling.odds()
        };
        let [git, efs] = ["git", "efs"].map(|id| hosting(id).unwrap());
        let (few, all) = (lived(&[git, efs]), lived(&OPTIONS));
        for one in &few.options {
            let same = all.of(one.id.0).unwrap();
            assert_eq!((one.cost, one.downtime, &one.missed), (same.cost, same.downtime, &same.missed));
            assert!((one.acceptability.admitted() - same.acceptability.admitted()).abs() < 1e-9);
            assert!(one.acceptability.first() >= same.acceptability.first() - 1e-9, "fewer rivals, no worse odds");
        }
    }

    #[test]
    fn odds_of_all_options_and_of_none_add_up() {
        let mut sampling = sampling("shop");
        sampling.run(60);
        let odds = sampling.odds();
        assert_eq!(odds.worlds, 60);
        let first: f64 = odds.options.iter().map(|option| option.acceptability.first()).sum();
        assert!((first + odds.none_admitted - 1.0).abs() < 1e-9, "{first} {}", odds.none_admitted);
        for option in &odds.options {
            let band = option.cost.unwrap();
            assert!(0.0 < band.p10 && band.p10 <= band.p50 && band.p50 <= band.p90, "{}: {band:?}", option.id.0);
        }
    }
}
