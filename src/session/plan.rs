//! The plan of a design: each choice with its value, what else could be chosen, the next best value with what it would cost
//! or lose, and what the client has pinned.

use crate::{
    advice::Advice,
    assessment::Client,
    catalog::{Catalog, Offering},
    choices::ChoiceId,
    decision::{Standing, judge},
    options::{self, Hosting},
    questionnaire::Answers,
    search::{Considered, RunnerUp, Search},
    simulation::{Events, report::moment},
    units::{Usd, text},
};

/// One choice of a design.
#[derive(Clone, Debug, PartialEq)]
pub struct Planned {
    /// The choice.
    pub choice: ChoiceId,
    /// What was taken, in words.
    pub value: String,
    /// What it is pinned to, if it is.
    pub pinned: Option<Pinned>,
    /// What can be pinned here, as tokens with their words; none where the form leaves nothing open.
    pub offered: Vec<(String, String)>,
    /// The next best value; none where the choice is pinned or another value changes nothing else.
    pub next: Option<RunnerUp>,
}

/// A pin as it stands in a plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pinned {
    /// The token.
    pub token: String,
    /// Whether the form can be built so.
    pub is_followed: bool,
}

/// Every choice the form of an option has, in the order of the choices.
pub fn plan(advice: &Advice, standing: &Standing) -> Vec<Planned> {
    let assessment = &standing.assessment;
    let runner_ups = advice.runner_ups(assessment.hosting.id);
    let planned = |choice: ChoiceId| {
        let value = value(standing, choice)?;
        let pinned = advice.answers.pins.get(choice).map(|token| Pinned {
            token: token.to_owned(),
            is_followed: assessment.refused.iter().all(|(refused, _)| *refused != choice),
        });
        let next = runner_ups.iter().find(|next| next.choice == choice);
        Some(Planned { choice, value, pinned, offered: offered(standing, choice), next: next.cloned() })
    };
    ChoiceId::ALL.iter().filter_map(|choice| planned(*choice)).collect()
}

/// What was taken for a choice, in words; none where the form does not have it.
fn value(standing: &Standing, choice: ChoiceId) -> Option<String> {
    let (hosting, sizes) = (standing.assessment.hosting, &standing.assessment.sizes);
    match choice {
        ChoiceId::Machine => Some(sizes.server.name.clone()),
        ChoiceId::Servers => {
            let (least, most) = (sizes.fleet.min().value(), sizes.fleet.max().value());
            Some(if most > least { format!("{least}, up to {most}") } else { least.to_string() })
        }
        ChoiceId::Class => sizes.database.as_ref().map(|database| database.machine.name.clone()),
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
        | ChoiceId::Admin => {
            let has = !hosting.space.tokens(choice).is_empty();
            let (_, label) = standing.assessment.design.value(choice)?;
            has.then(|| label.to_owned())
        }
    }
}

fn offered(standing: &Standing, choice: ChoiceId) -> Vec<(String, String)> {
    let sizes = &standing.assessment.sizes;
    let hosting = standing.assessment.hosting;
    let offered = match choice {
        ChoiceId::Machine => like(&Catalog::bundled(), &sizes.sku),
        ChoiceId::Class => {
            sizes.database.as_ref().map(|database| like(&Catalog::bundled(), &database.name)).unwrap_or_default()
        }
        ChoiceId::Servers if sizes.fleet.max() > sizes.fleet.min() => {
            (1..=12_u8).map(|servers| (servers.to_string(), servers.to_string())).collect()
        }
        ChoiceId::Servers => Vec::new(),
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
        | ChoiceId::Admin => hosting
            .space
            .tokens(choice)
            .into_iter()
            .map(|token| (token.to_owned(), pinned_value(choice, token)))
            .collect(),
    };
    if offered.len() > 1 { offered } else { Vec::new() }
}

/// What the catalog holds of the kind of a machine or a database class, as tokens with their words.
fn like(catalog: &Catalog, sku: &str) -> Vec<(String, String)> {
    let same = |name: &str| (name.to_owned(), name.to_owned());
    let proposed: Vec<_> =
        catalog.instances().iter().filter(|of| of.offering == Offering::Proposed).map(|of| same(of.name)).collect();
    let classes: Vec<_> = catalog
        .database_classes()
        .iter()
        .filter(|of| of.offering == Offering::Proposed)
        .map(|of| same(of.name))
        .collect();
    let bundles: Vec<_> = catalog
        .bundles()
        .iter()
        .filter(|of| of.baseline.is_some())
        .map(|of| (of.sku.to_owned(), format!("Lightsail {} GB", of.memory.value())))
        .collect();
    let plans: Vec<_> = catalog.database_bundles().iter().map(|of| (of.sku.to_owned(), of.name.to_owned())).collect();
    let servers: Vec<_> =
        catalog.servers().iter().map(|of| (of.sku.to_owned(), format!("{} {}", of.provider.name(), of.name))).collect();
    let hosts: Vec<_> = catalog
        .managed_plans()
        .iter()
        .filter(|of| of.can_be_judged())
        .map(|of| (of.sku.to_owned(), format!("{} {}", of.host, of.name)))
        .collect();
    let tasks: Vec<_> = catalog.task_sizes().iter().map(|of| (of.sku.to_owned(), of.name.to_owned())).collect();
    [proposed, classes, bundles, plans, servers, hosts, tasks]
        .into_iter()
        .find(|kind| kind.iter().any(|(known, _)| known == sku))
        .unwrap_or_default()
}

/// The value of a pin in words.
pub fn pinned_value(choice: ChoiceId, token: &str) -> String {
    let known = choice.values().into_iter().find(|(known, _)| *known == token);
    let named = || like(&Catalog::bundled(), token).into_iter().find(|(known, _)| known == token);
    known.map(|(_, label)| label.to_owned()).or_else(|| Some(named()?.1)).unwrap_or_else(|| token.to_owned())
}

/// What a runner-up would cost or lose, as short clauses: what a month costs more, points, downtime, what it would miss.
pub fn consequences(next: &RunnerUp, answers: &Answers) -> Vec<String> {
    let costs = next.costs.value();
    let cost = match costs {
        more if more >= 0.5 => format!("+{}/month", answers.amount(next.costs)),
        less if less <= -0.5 => format!("−{}/month", answers.amount(Usd::new(-costs))),
        _ => "same price".to_owned(),
    };
    let signed = |value: f64, told: String, unit: &str| {
        let sign = if value > 0.0 { "+" } else { "−" };
        format!("{sign}{told}{unit}")
    };
    let (points, down) = (next.points.value(), next.down.value());
    let points = (points.abs() >= 0.05).then(|| signed(points, text::trimmed(points.abs(), 1), " points"));
    let down = (down.abs() >= 1.0).then(|| signed(down, text::brief_duration(down.abs()), " downtime/year"));
    [Some(cost), points, down, next.misses.clone()].into_iter().flatten().collect()
}

/// The answers with every open choice of a design pinned. Sizes stay open: they follow from the traffic.
pub fn adopted(answers: &Answers, design: &Considered) -> Answers {
    let mut adopted = answers.clone();
    let Some(hosting) = options::hosting(design.option.0) else { return adopted };
    for choice in ChoiceId::ALL.iter().filter(|choice| hosting.space.is_open(**choice)) {
        if let Some(value) = design.value(*choice) {
            adopted.pins.pin(*choice, value.to_owned());
        }
    }
    adopted
}

/// A must-have that pins make impossible.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hindrance {
    /// When and why.
    pub because: String,
    /// The pins of which each alone, left open, would let it be met; where it takes several, all.
    pub pins: Vec<ChoiceId>,
}

/// What the pins of a client make impossible for an option, each with the pins to blame.
pub fn hindrances(advice: &Advice, standing: &Standing) -> Vec<Hindrance> {
    let pins: Vec<ChoiceId> = advice.answers.pins.iter().map(|(choice, _)| choice).collect();
    let hosting = standing.assessment.hosting;
    let missed = &standing.ruled_out;
    let dry = standing.assessment.week.outcome.dry_at;
    if pins.is_empty() || (missed.is_empty() && dry.is_none()) {
        return Vec::new();
    }
    let without = |released: &[ChoiceId]| {
        let mut answers = advice.answers.clone();
        released.iter().for_each(|choice| answers.pins.release(*choice));
        judged(hosting, &answers, advice)
    };
    let alone: Vec<(ChoiceId, Standing)> = pins.iter().filter_map(|pin| Some((*pin, without(&[*pin])?))).collect();
    let all = without(&pins);
    let blame = |is_lifted: &dyn Fn(&Standing) -> bool| {
        let each: Vec<ChoiceId> =
            alone.iter().filter(|(_, standing)| is_lifted(standing)).map(|(pin, _)| *pin).collect();
        match (each.is_empty(), all.as_ref().is_some_and(is_lifted)) {
            (false, _) => each,
            (true, true) => pins.clone(),
            (true, false) => Vec::new(),
        }
    };
    let mut found: Vec<Hindrance> = missed
        .iter()
        .map(|ruled| Hindrance {
            because: ruled.because.clone(),
            pins: blame(&|other| other.ruled_out.iter().all(|left| left.remedy.lever != ruled.remedy.lever)),
        })
        .collect();
    if let Some(at) = dry
        && found.iter().all(|hindrance| !hindrance.because.contains("credits run dry"))
    {
        found.push(Hindrance {
            because: format!("CPU credits run dry on {}", moment(at.value())),
            pins: blame(&|other| other.assessment.week.outcome.dry_at.is_none()),
        });
    }
    found.retain(|hindrance| !hindrance.pins.is_empty());
    found
}

/// A form's best design for other answers, held against them.
fn judged(hosting: &'static Hosting, answers: &Answers, advice: &Advice) -> Option<Standing> {
    let client = Client::new(answers, &advice.workload, &advice.catalog);
    let found = Search::new(hosting, &client).finish(&Events::new())?;
    Some(judge(found.assessment, answers))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        advice::advise,
        questionnaire::{PRESETS, preset},
        session::Field,
    };

    fn advised(id: &str, pins: &[(ChoiceId, &str)]) -> Advice {
        let mut answers = (preset(id).unwrap().answers)();
        for (choice, value) in pins {
            answers.pins.pin(*choice, choice.value(value).unwrap());
        }
        advise(&answers, &Catalog::bundled())
    }

    #[test]
    fn every_value_offered_can_be_pinned_and_has_words_of_its_own() {
        for preset in PRESETS {
            let advice = advised(preset.id, &[]);
            for standing in &advice.standings {
                let plan = plan(&advice, standing);
                // A managed host leaves least open.
                assert!(plan.len() >= 3, "{}", standing.assessment.hosting.name);
                for planned in plan {
                    for (token, label) in &planned.offered {
                        let pinned = Field::Pin(planned.choice).answer(&advice.answers, token).unwrap();
                        assert_eq!(pinned.pins.get(planned.choice), Some(token.as_str()));
                        assert_eq!(pinned_value(planned.choice, token), *label);
                    }
                    if let Some(next) = planned.next {
                        assert!(planned.offered.iter().any(|(token, _)| *token == next.token), "{next:?}");
                    }
                }
            }
        }
    }

    #[test]
    fn what_is_pinned_is_taken_and_has_no_runner_up() {
        let advice = advised("shop", &[(ChoiceId::Nat, "one")]);
        let plan = plan(&advice, advice.option("git").unwrap());
        let nat = plan.iter().find(|planned| planned.choice == ChoiceId::Nat).unwrap();
        assert_eq!(nat.pinned, Some(Pinned { token: "one".to_owned(), is_followed: true }));
        assert_eq!((nat.value.as_str(), &nat.next), (pinned_value(ChoiceId::Nat, "one").as_str(), &None));
    }

    #[test]
    fn a_pin_that_makes_a_must_have_impossible_says_so_and_which_pin_it_is() {
        let pins = [(ChoiceId::Machine, "t4g.nano"), (ChoiceId::Credits, "standard"), (ChoiceId::Staging, "beside")];
        let advice = advised("viral", &pins);
        let found = hindrances(&advice, advice.option("ec2").unwrap());
        let told = format!("{found:?}");
        let machine = found.iter().find(|hindrance| hindrance.pins == [ChoiceId::Machine]).expect(&told);
        assert!(machine.because.contains("does not carry the expected peak"), "{}", machine.because);
        assert!(machine.because.contains("CPU credits run dry on "), "{}", machine.because);
        assert!(found.iter().all(|hindrance| !hindrance.pins.contains(&ChoiceId::Staging)), "{found:?}");
        // What is missed with and without a pin is no pin's fault.
        let open = advised("shop", &[(ChoiceId::Staging, "beside")]);
        for standing in &open.standings {
            assert!(
                hindrances(&open, standing).iter().all(|hindrance| !hindrance.pins.is_empty()),
                "{}",
                standing.assessment.hosting.name
            );
        }
    }

    #[test]
    fn a_design_that_is_adopted_is_the_one_that_is_built() {
        let advice = advised("shop", &[]);
        let client = Client::new(&advice.answers, &advice.workload, &advice.catalog);
        for hosting in crate::options::OPTIONS {
            let all = Search::new(hosting, &client).all();
            for design in [all.first(), all.last()].into_iter().flatten() {
                let advice = advise(&adopted(&advice.answers, design), &Catalog::bundled());
                let built = &advice.option(hosting.id.0).unwrap().assessment;
                assert_eq!((built.design, built.refused.len()), (design.design, 0), "{}", hosting.name);
            }
        }
    }

    #[test]
    fn consequences_are_short_and_signed() {
        let advice = advised("shop", &[]);
        let plan = plan(&advice, advice.option("git").unwrap());
        let next =
            plan.iter().find(|planned| planned.choice == ChoiceId::Nat).and_then(|planned| planned.next.as_ref());
        let told = consequences(next.unwrap(), &advice.answers);
        assert!(told[0].starts_with("+$") && told[0].ends_with("/month"), "{told:?}");
    }
}
