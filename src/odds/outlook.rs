//! The next three years: traffic grows month by month, and each design is lived in until it no longer carries it.

use serde::{Deserialize, Serialize};

use super::deciding::{Deciding, winner};
use crate::{
    advice::Advice,
    assessment::{Assessment, Client, live},
    catalog::Catalog,
    decision::{Lever, must_have::ruled_out},
    options::{Hosting, OptionId},
    questionnaire::{Answers, QuestionId, Said},
    search::resized,
    units::{Gigabytes, Ratio, Requests},
    workload::{Case, Workload},
};

/// How far ahead is looked.
pub const MONTHS: u32 = 36;

/// One month of one option.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Month {
    /// What it costs, in US dollars, bought as the client buys.
    pub usd: f64,
    /// The same with what can be committed to bought so; none where nothing can, or where it is already.
    pub committed: Option<f64>,
    /// How many times its busiest minutes it carries.
    pub headroom: f64,
    /// The questions whose must-have it misses.
    pub misses: Vec<QuestionId>,
}

/// A larger size that is taken because the one before carries no more.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Upsizing {
    /// In which month, today being month 0.
    pub month: u32,
    /// The new size, in words.
    pub size: String,
    /// What a month costs more with it.
    pub more: f64,
}

/// Three years of one option.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct OptionOutlook {
    /// The option.
    pub id: OptionId,
    /// Month by month, today's traffic first.
    pub months: Vec<Month>,
    /// The sizes that are taken on the way.
    pub upsizings: Vec<Upsizing>,
    /// The first month it carries no more whatever its size.
    pub outgrown: Option<u32>,
}

impl OptionOutlook {
    /// What the next three years cost, in US dollars: from next month on.
    pub fn total(&self) -> f64 {
        self.months.iter().skip(1).map(|month| month.usd).sum()
    }

    /// The same with what can be committed to bought so; none where nothing can.
    pub fn total_committed(&self) -> Option<f64> {
        let some = self.months.iter().any(|month| month.committed.is_some());
        some.then(|| self.months.iter().skip(1).map(|month| month.committed.unwrap_or(month.usd)).sum())
    }

    /// The first month in which it misses a must-have that it keeps today, with the question.
    pub fn breaks(&self) -> Option<(u32, QuestionId)> {
        let today = &self.months.first()?.misses;
        let new = |month: &Month| month.misses.iter().find(|missed| !today.contains(missed)).copied();
        self.months.iter().enumerate().find_map(|(at, month)| Some((at as u32, new(month)?)))
    }
}

/// When another option comes first.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Move {
    /// The first month in which it does.
    pub month: u32,
    /// The option that then comes first; none where nothing meets the must-haves.
    pub to: Option<OptionId>,
    /// The hours of setting it up, where there is one.
    pub hours: f64,
}

/// The next three years of all options.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Outlook {
    /// Growth a year; 0.2 is a fifth more.
    pub growth: f64,
    /// The options, in the order of the advice.
    pub options: Vec<OptionOutlook>,
    /// When another option comes first, in their order.
    pub moves: Vec<Move>,
}

/// Three years on their way.
pub struct LookingAhead {
    answers: Answers,
    workload: Workload,
    catalog: Catalog,
    offered: Vec<&'static Hosting>,
    left: Vec<Assessment>,
    /// Who comes first, by month: known at both ends of what is still to be looked at.
    firsts: Vec<(u32, Option<OptionId>)>,
    deciding: Option<(u32, Deciding)>,
    outlook: Outlook,
    state: State,
}

/// Whether there is more to look at.
enum State {
    Looking,
    Done,
}

impl LookingAhead {
    /// Nothing looked at yet.
    pub fn new(advice: &Advice) -> Self {
        let growth = advice.workload.typical().growth.value();
        Self {
            answers: advice.answers.clone(),
            workload: advice.workload.clone(),
            catalog: advice.catalog.clone(),
            offered: advice.standings.iter().map(|standing| standing.assessment.hosting).collect(),
            left: advice.standings.iter().rev().map(|standing| standing.assessment.clone()).collect(),
            firsts: vec![(0, winner(&advice.standings))],
            deciding: None,
            outlook: Outlook { growth, ..Outlook::default() },
            state: State::Looking,
        }
    }

    /// What was found so far.
    pub const fn outlook(&self) -> &Outlook {
        &self.outlook
    }

    /// All of it.
    #[must_use]
    pub fn finished(mut self) -> Outlook {
        while self.step() {}
        self.outlook
    }

    /// How much of it is done, 0 to 1: first the options, then the months in which another comes first.
    pub fn done(&self) -> f64 {
        let options = self.outlook.options.len() as f64 / self.offered.len().max(1) as f64;
        match self.state {
            State::Done => 1.0,
            State::Looking => options * 0.5,
        }
    }

    /// Goes on by one option, or by one form of a month's decision; whether there is more.
    pub fn step(&mut self) -> bool {
        if let Some(assessment) = self.left.pop() {
            let option = self.lived(&assessment);
            self.outlook.options.push(option);
            return true;
        }
        let (month, mut deciding) = match self.deciding.take() {
            Some(known) => known,
            None => match self.next_month() {
                Some(month) => (month, Deciding::new(self.after(month), &self.offered)),
                None => {
                    self.outlook.moves = self.moves();
                    self.state = State::Done;
                    return false;
                }
            },
        };
        match deciding.step(&self.catalog) {
            None => self.deciding = Some((month, deciding)),
            Some(standings) => {
                let at = self.firsts.partition_point(|(known, _)| *known < month);
                self.firsts.insert(at, (month, winner(&standings)));
            }
        }
        true
    }

    /// The month to look at next: each half year, then the middle between two with another option in front.
    fn next_month(&self) -> Option<u32> {
        if self.outlook.growth <= 0.0 {
            return None;
        }
        let is_known = |month: &u32| self.firsts.iter().any(|(known, _)| known == month);
        let half_years = (1..=MONTHS / 6).map(|half| half * 6).find(|month| !is_known(month));
        half_years.or_else(|| {
            let pair = self.firsts.windows(2).find(|pair| pair[0].1 != pair[1].1 && pair[1].0 - pair[0].0 > 1)?;
            Some((pair[0].0 + pair[1].0) / 2)
        })
    }

    fn moves(&self) -> Vec<Move> {
        let pairs = self.firsts.windows(2).filter(|pair| pair[0].1 != pair[1].1);
        let hours = |to: Option<OptionId>| {
            let hosting = self.offered.iter().find(|hosting| Some(hosting.id) == to);
            hosting.map_or(0.0, |hosting| hosting.setup.typical.value())
        };
        pairs.map(|pair| Move { month: pair[1].0, to: pair[1].1, hours: hours(pair[1].1) }).collect()
    }

    /// The answers of so many months from now: as many visits more as growth brings, and what was uploaded until then.
    fn after(&self, months: u32) -> Answers {
        let years = f64::from(months) / 12.0;
        let today = self.workload.typical();
        let times = libm::pow(1.0 + today.growth.value(), years);
        let mut answers = self.answers.clone();
        if months > 0 {
            // The media of a demand are those of a year from now.
            let media = today.media.value() + today.media_growth.value() * 12.0 * (years - 1.0);
            answers.visits = Said::Known(Requests::new(today.visits.value() * times));
            answers.media = Said::Known(Gigabytes::new(media.max(0.0)));
            answers.media_growth = Said::Known(today.media_growth);
        }
        answers
    }

    fn lived(&self, assessment: &Assessment) -> OptionOutlook {
        let mut built = assessment.clone();
        let mut option =
            OptionOutlook { id: assessment.hosting.id, months: Vec::new(), upsizings: Vec::new(), outgrown: None };
        for month in 0..=MONTHS {
            let answers = self.after(month);
            let workload = Workload::new(&answers);
            let client = Client::new(&answers, &workload, &self.catalog);
            let mut lived = live(&built, &client, |_| 1.0);
            if month > 0 && !carries(&lived) && option.outgrown.is_none() {
                let before = lived.monthly(Case::Typical, answers.work).value();
                match resized(&built, &client).filter(carries) {
                    Some(larger) => {
                        lived = live(&larger, &client, |_| 1.0);
                        let now = lived.monthly(Case::Typical, answers.work).value();
                        let size = larger.sizes.told();
                        option.upsizings.push(Upsizing { month, size, more: now - before });
                        built = larger;
                    }
                    None => option.outgrown = Some(month),
                }
            }
            option.months.push(told(&lived, &answers));
        }
        option
    }
}

/// Whether a design carries its busiest minutes, and its disk what has to be kept.
fn carries(lived: &Assessment) -> bool {
    lived.week.outcome.headroom >= Ratio::ONE && lived.shortage.is_none()
}

fn told(lived: &Assessment, answers: &Answers) -> Month {
    let usd = lived.monthly(Case::Typical, answers.work).value();
    let committed = lived.bill(Case::Typical).committable().map(|one| usd - (one.on_demand - one.committed).value());
    let missed = ruled_out(lived, answers);
    let question = |lever: Lever| match lever {
        Lever::Question(question) => Some(question),
        Lever::Pin(_) => None,
    };
    let mut misses: Vec<QuestionId> = missed.iter().filter_map(|ruled| question(ruled.remedy.lever)).collect();
    misses.dedup();
    Month { usd, committed, headroom: lived.week.outcome.headroom.value(), misses }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{advice::advise, questionnaire::preset};

    fn outlook(id: &str, growth: f64) -> (Advice, Outlook) {
        let answers = Answers { growth: Said::Known(Ratio::percent(growth)), ..(preset(id).unwrap().answers)() };
        let advice = advise(&answers, &Catalog::bundled());
        let outlook = LookingAhead::new(&advice).finished();
        (advice, outlook)
    }

    #[test]
    fn the_first_month_is_the_bill_of_today() {
        let (advice, outlook) = outlook("membership", 40.0);
        assert_eq!(outlook.options.len(), advice.standings.len());
        for (option, standing) in outlook.options.iter().zip(&advice.standings) {
            let today = standing.assessment.monthly(Case::Typical, advice.answers.work).value();
            assert!((option.months[0].usd - today).abs() < 1e-9, "{}: {} {today}", option.id.0, option.months[0].usd);
            assert_eq!(option.months.len(), 37);
        }
    }

    #[test]
    fn growth_costs_more_and_a_larger_size_is_taken_when_the_first_carries_no_more() {
        let (_, outlook) = outlook("membership", 100.0);
        let grown = |option: &OptionOutlook| option.months[36].usd >= option.months[0].usd - 1e-9;
        assert!(outlook.options.iter().all(grown));
        assert!(outlook.options.iter().any(|option| !option.upsizings.is_empty()));
        for option in &outlook.options {
            let until = option.outgrown.unwrap_or(37) as usize;
            assert!(option.months[1..until].iter().all(|month| month.headroom >= 1.0), "{}", option.id.0);
        }
    }

    #[test]
    fn without_growth_nothing_moves() {
        let (_, outlook) = outlook("brochure", 0.0);
        assert!(outlook.moves.is_empty());
        assert!(outlook.options.iter().all(|option| option.upsizings.is_empty()));
    }
}
