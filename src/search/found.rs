use crate::{
    assessment::Assessment,
    choices::{ChoiceId, Design},
    decision::{Standing, Verdict},
    options::{self, Hosting, OptionId},
    questionnaire::{Answers, WorkInTotal},
    units::{Minutes, Points, Usd, text},
    workload::Case,
};

/// How many designs stood for election, and what became of them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// All that the form allows for the client.
    pub considered: usize,
    /// Those of which a week was looked at.
    pub examined: usize,
    /// The weeks that were simulated: designs that differ in nothing a week sees share one.
    pub weeks: usize,
    /// Those struck out because they miss a must-have whatever their week.
    pub by_must_haves: usize,
    /// Those struck out because they cannot have more points, or as many for less.
    pub by_points: usize,
}

/// `108 designs considered, 9 examined in 4 simulated weeks; 36 struck out by must-haves, 63 by points and price`.
impl std::fmt::Display for Counts {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(
            f,
            "{} considered, {} examined in {}; {} struck out by must-haves, {} by points and price",
            text::counted(self.considered as f64, "design"),
            self.examined,
            text::counted(self.weeks as f64, "simulated week"),
            self.by_must_haves,
            self.by_points
        )
    }
}

/// What a search found.
#[derive(Clone)]
pub struct Found {
    /// The best design, in all three cases.
    pub assessment: Assessment,
    /// How many designs there were.
    pub counts: Counts,
}

/// The next best value of a choice, all else as near as the rules allow, and what it would cost or lose.
#[derive(Clone, Debug, PartialEq)]
pub struct RunnerUp {
    /// The choice.
    pub choice: ChoiceId,
    /// The value that was taken, in words.
    pub taken: String,
    /// The other value, as its token.
    pub token: String,
    /// The other value, in words.
    pub value: String,
    /// What a month of it costs more; less where negative.
    pub costs: Usd,
    /// Points it has more; fewer where negative.
    pub points: Points,
    /// Downtime a year it has more; less where negative.
    pub down: Minutes,
    /// The first must-have it misses that the best does not.
    pub misses: Option<String>,
}

impl RunnerUp {
    /// `one NAT gateway instead of public subnets behind security groups, without NAT: +$36 a month, 0.4 points fewer`.
    pub fn told(&self, answers: &Answers) -> String {
        let costs = self.costs.value();
        let mut told = format!("{} instead of {}: ", self.value, self.taken);
        told.push_str(&if costs >= 0.005 {
            format!("+{} a month", answers.amount(self.costs))
        } else if costs <= -0.005 {
            format!("−{} a month", answers.amount(Usd::new(-costs)))
        } else {
            "the same price".to_owned()
        });
        let points = self.points.value();
        if points.abs() >= 0.05 {
            let word = if points > 0.0 { "more" } else { "fewer" };
            told.push_str(&format!(", {} points {word}", text::trimmed(points.abs(), 1)));
        }
        if let Some(misses) = &self.misses {
            told.push_str(&format!("; {misses}"));
        }
        told
    }
}

/// A design that was considered, with what its week showed.
#[derive(Clone, Debug, PartialEq)]
pub struct Considered {
    /// The form.
    pub option: OptionId,
    /// The structure.
    pub design: Design,
    /// The sizes in words.
    pub sizes: String,
    /// What a month costs, people's hours apart.
    pub monthly: Usd,
    /// What a month costs as the client counts.
    pub total: Usd,
    /// A plus sign where something has no known price.
    pub more: &'static str,
    /// Expected downtime a year.
    pub down: Minutes,
    /// Its points.
    pub points: Points,
    /// Whether it meets the must-haves.
    pub verdict: Verdict,
    /// The first must-have it misses.
    pub misses: Option<String>,
}

impl Considered {
    /// A design with what its week showed.
    pub fn of(standing: &Standing, answers: &Answers) -> Self {
        let assessment = &standing.assessment;
        Self {
            option: assessment.hosting.id,
            design: assessment.design,
            sizes: assessment.sizes.told(),
            monthly: assessment.monthly(Case::Typical, WorkInTotal::Apart),
            total: assessment.monthly(Case::Typical, answers.work),
            more: assessment.bill(Case::Typical).more(),
            down: assessment.expected.typical,
            points: standing.score.total,
            verdict: standing.verdict,
            misses: standing.ruled_out.first().map(|ruled| ruled.because.clone()),
        }
    }

    /// The value of a closed choice, as its token.
    pub fn value(&self, choice: ChoiceId) -> Option<&'static str> {
        self.design.value(choice).map(|(token, _)| token)
    }

    /// What was decided, choice by choice, in words: only what the form has.
    pub fn told(&self) -> Vec<&'static str> {
        options::hosting(self.option.0).map_or_else(Vec::new, |hosting| decided(hosting, &self.design))
    }
}

/// What a form has decided, choice by choice, in words.
pub fn decided(hosting: &Hosting, design: &Design) -> Vec<&'static str> {
    let has = |choice: &&ChoiceId| !hosting.space.tokens(**choice).is_empty();
    ChoiceId::ALL.iter().filter(has).filter_map(|choice| design.value(*choice)).map(|(_, label)| label).collect()
}

/// Those of which no other is both cheaper and less down, the cheapest first; ruled out or not.
pub fn front(all: &[Considered]) -> Vec<&Considered> {
    let mut by_cost: Vec<&Considered> = all.iter().collect();
    by_cost.sort_by(|a, b| {
        a.monthly.value().total_cmp(&b.monthly.value()).then_with(|| a.down.value().total_cmp(&b.down.value()))
    });
    let mut least = Minutes::new(f64::INFINITY);
    by_cost.retain(|one| {
        let better = one.down < least;
        if better {
            least = one.down;
        }
        better
    });
    by_cost
}
