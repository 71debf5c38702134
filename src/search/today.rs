use super::run::{Weeks, evaluate};
use crate::{
    assessment::Client,
    catalog::{Catalog, CreditMode},
    choices::{ChoiceId, Credits, DeliveryNetwork, Design, Pages, Pins},
    decision::Standing,
    options::{self, Ground, Sizer},
    questionnaire::{Answers, Said, WorkInTotal},
    simulation::{Events, Rules},
    units::{Gib, Hours, Minutes, Ratio, Usd},
    workload::{Case, Workload},
};

/// What the client runs now: no candidate, but what the others are set beside.
#[derive(Clone)]
pub struct Today {
    /// The machine set up as it would be proposed, in the same week, judged by the same must-haves.
    pub standing: Standing,
    /// What it costs a month, hosting alone: as the client says, or else its list price.
    pub paid: Usd,
    /// Whether the client said so.
    pub is_said: bool,
    /// Memory that PHP at the peak, the database and the caches want of it.
    pub memory: Gib,
    /// Minutes in which nobody may change the site while it moves.
    pub freeze: Minutes,
}

/// What a move from today to an option comes to.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Move {
    /// What it saves a month, hosting alone; less than nothing where it costs more.
    pub saves: Usd,
    /// Hours of setting it up and of moving.
    pub hours: Hours,
    /// What they cost.
    pub costs: Usd,
    /// Months until the saving has paid for them; none where nothing is saved.
    pub pays_after: Option<f64>,
}

/// What a machine stands on: who sells it says it.
fn ground(machine: &str, catalog: &Catalog) -> Ground {
    if catalog.bundles().iter().any(|bundle| bundle.sku == machine) {
        Ground::Lightsail
    } else if catalog.instance(machine).is_some() {
        Ground::Instance
    } else {
        Ground::Elsewhere
    }
}

/// One server with everything on it; pages are cached where the client says.
fn design(machine: &str, pages: Pages, catalog: &Catalog) -> Design {
    let elsewhere = ground(machine, catalog) == Ground::Elsewhere;
    let network = match (pages, elsewhere) {
        (Pages::None | Pages::Server, _) => DeliveryNetwork::None,
        (Pages::Edge, true) => DeliveryNetwork::Other,
        (Pages::Edge, false) | (Pages::Export, _) => DeliveryNetwork::CloudFront,
    };
    // What it is started with is seldom changed.
    let burst = catalog.instance(machine).and_then(|of| of.burst);
    let credits = match burst.map(|burst| burst.default_mode) {
        Some(CreditMode::Standard) => Credits::Standard,
        Some(CreditMode::Unlimited) | None => Credits::Unlimited,
    };
    Design { pages, network, credits, ..Design::default() }
}

/// What runs today, after the client's week; none where nothing does, or the machine does not hold the site.
pub fn today(client: &Client<'_>) -> Option<Today> {
    let machine = client.answers.today?;
    let hosting = options::on(ground(machine, client.catalog))?;
    let mut pins = Pins::default();
    pins.pin(ChoiceId::Machine, machine.to_owned());
    // The budget is held against what is paid, not against a list price.
    let answers = Answers { pins, budget: None, ..client.answers.clone() };
    let client = Client::new(&answers, client.workload, client.catalog);
    let sizer = Sizer::new(hosting, client.brief());
    if !sizer.refused().is_empty() {
        return None;
    }
    let design = design(machine, answers.today_pages, client.catalog);
    let mut standing = evaluate(hosting, design, &client, &sizer, &mut Weeks::default())?;
    standing.assessment = standing.assessment.in_every_case(&client, &Events::new());
    let list = standing.assessment.monthly(Case::Typical, WorkInTotal::Apart);
    let (paid, is_said) = match answers.today_bill {
        Said::Known(paid) => (paid, true),
        Said::NotSure => (list, false),
    };
    let freeze = freeze(client.workload, &client.rules);
    Some(Today { standing, paid, is_said, memory: sizer.memory_wanted(&design), freeze })
}

/// How long a site stands still: the database is copied while nobody writes, uploads were copied before.
fn freeze(workload: &Workload, rules: &Rules) -> Minutes {
    rules.switch_over + Minutes::new(workload.typical().content.size() / rules.copied_a_minute)
}

impl Today {
    /// The name of its machine.
    pub fn machine(&self) -> &str {
        &self.standing.assessment.architecture.web.machine.name
    }

    /// The memory it has, where that is less than is wanted.
    pub fn short_memory(&self) -> Option<Gib> {
        let has = self.standing.assessment.architecture.web.machine.memory;
        (has < self.memory).then_some(has)
    }

    /// The budget, where more than that is paid.
    pub fn over(&self, answers: &Answers) -> Option<Usd> {
        answers.budget.filter(|budget| self.paid > *budget)
    }

    /// Whether it carries the client's week: its peak, with credits and memory that last.
    pub fn carries(&self) -> bool {
        let outcome = &self.standing.assessment.week.outcome;
        outcome.headroom >= Ratio::ONE && outcome.dry_at.is_none() && self.short_memory().is_none()
    }

    /// What a move to an option comes to.
    pub fn to(&self, option: &Standing, answers: &Answers) -> Move {
        let assessment = &option.assessment;
        let saves = self.paid - assessment.monthly(Case::Typical, WorkInTotal::Apart);
        let hours = assessment.hosting.setup.typical;
        let costs = answers.hourly_rate * hours.value();
        let pays_after = (saves > Usd::ZERO).then(|| costs.value() / saves.value());
        Move { saves, hours, costs, pays_after }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        advice::advise,
        questionnaire::{Answers, preset, question},
        units::Requests,
    };

    fn running(machine: &str, answers: &Answers) -> Answers {
        question("today").unwrap().answer(answers, machine).unwrap()
    }

    fn shop() -> Answers {
        (preset("shop").unwrap().answers)()
    }

    #[test]
    fn nothing_today_is_set_beside_nothing() {
        assert!(advise(&shop(), &Catalog::bundled()).today.is_none());
    }

    /// AWS starts T2 in standard mode, and one vCPU at 10 % of its time does not carry a shop: it is slowed, and told when.
    #[test]
    fn a_small_machine_of_old_runs_dry_in_the_clients_week() {
        let advice = advise(&running("t2.micro", &shop()), &Catalog::bundled());
        let today = advice.today.unwrap();
        assert_eq!(today.machine(), "t2.micro");
        assert!(today.standing.assessment.week.outcome.dry_at.is_some());
        assert!(!today.standing.ruled_out.is_empty(), "it cannot meet the must-haves");
        assert!(!today.is_said && today.paid > Usd::ZERO, "its list price stands in");
    }

    #[test]
    fn a_move_is_paid_for_by_what_it_saves() {
        let mut answers = running("m5.xlarge", &(preset("brochure").unwrap().answers)());
        answers.today_bill = Said::Known(Usd::new(250.0));
        let advice = advise(&answers, &Catalog::bundled());
        let (today, first) = (advice.today.as_ref().unwrap(), &advice.standings[0]);
        let moved = today.to(first, &answers);
        let month = first.assessment.monthly(Case::Typical, WorkInTotal::Apart);
        assert!((moved.saves + month - Usd::new(250.0)).value().abs() < 1e-9);
        let months = moved.pays_after.unwrap();
        assert!((months * moved.saves.value() - moved.hours.value() * 75.0).abs() < 1e-6);
        answers.today_bill = Said::Known(Usd::ZERO);
        let free = advise(&answers, &Catalog::bundled()).today.unwrap().to(first, &answers);
        assert!(free.saves < Usd::ZERO && free.pays_after.is_none());
    }

    /// What is said of today changes what the answer is set beside, and nothing of the answer.
    #[test]
    fn the_answer_stays_whatever_runs_today() {
        let before = advise(&shop(), &Catalog::bundled());
        let after = advise(&running("lightsail.linux.small", &shop()), &Catalog::bundled());
        let told = |advice: &crate::advice::Advice| {
            advice
                .standings
                .iter()
                .map(|standing| (standing.assessment.hosting.id, standing.score.total))
                .collect::<Vec<_>>()
        };
        assert_eq!(told(&before), told(&after));
        assert_eq!(before.headline.verdict, after.headline.verdict);
    }

    #[test]
    fn a_larger_shop_stands_still_for_longer() {
        let minutes = |visits: f64| {
            let answers = Answers { visits: Said::Known(Requests::new(visits)), ..running("t3.small", &shop()) };
            freeze(&Workload::new(&answers), &Rules::default())
        };
        assert!(minutes(1e3) >= Rules::default().switch_over && minutes(1e6) > minutes(1e3));
    }

    /// How fast a database is copied is an assumption like any other: whoever knows better says so.
    #[test]
    fn a_figure_of_ones_own_for_the_copy_changes_the_freeze() {
        let mut answers = running("t3.small", &shop());
        let before = advise(&answers, &Catalog::bundled()).today.unwrap().freeze;
        answers.overrides.insert("switch_over".to_owned(), 60.0);
        answers.overrides.insert("copy_rate".to_owned(), 0.01);
        let after = advise(&answers, &Catalog::bundled()).today.unwrap().freeze;
        assert!(after > before + Minutes::new(45.0), "{after:?} after {before:?}");
    }
}
