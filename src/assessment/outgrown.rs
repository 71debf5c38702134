//! How long growing traffic leaves an option: the size that is bought today, and the option with larger sizes.

use super::{Assessment, Client, storage};
use crate::{
    architecture::Architecture,
    options::{Brief, Sizer, assemble},
    simulation::{Events, simulate},
    units::{Ratio, text},
    workload::Demand,
};

/// How far ahead is looked: beyond ten years nobody knows the site.
const MOST_MONTHS: u32 = 120;

/// How long something lasts at the growth that is expected.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Lasts {
    /// So many whole months.
    Months(u32),
    /// Longer than anybody plans.
    TenYears,
}

impl std::fmt::Display for Lasts {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Months(0) => f.write_str("less than a month"),
            Self::Months(months @ 1..=23) => f.write_str(&text::counted(f64::from(*months), "month")),
            Self::Months(months) => write!(f, "{} years", text::trimmed((f64::from(*months) / 6.0).round() / 2.0, 1)),
            Self::TenYears => f.write_str("more than ten years"),
        }
    }
}

/// When an option is outgrown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Outgrown {
    /// The size that is bought today.
    pub size: Lasts,
    /// The option with the largest size that makes sense in it.
    pub option: Lasts,
}

impl std::fmt::Display for Outgrown {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "its size lasts {}", self.size)?;
        if self.option > self.size {
            write!(f, ", and with larger ones it lasts {}", self.option)?;
        }
        Ok(())
    }
}

/// Months until an option no longer carries its worst minute, on the simulated week of the typical case; none where traffic
/// does not grow.
pub fn outgrown(assessment: &Assessment, client: &Client<'_>) -> Option<Outgrown> {
    let today = client.workload.typical();
    if today.growth <= Ratio::ZERO {
        return None;
    }
    let carries = |architecture: &Architecture, brief: &Brief<'_>| {
        let (shape, rules) = (&client.workload.shape, &client.rules);
        let week = simulate(architecture, brief.demand, shape, &Events::new(), rules);
        week.outcome.headroom >= Ratio::ONE && storage::shortage(architecture, brief).is_none()
    };
    let size = last(|months| {
        let demand = after(today, months);
        carries(&assessment.architecture, &Brief { demand: &demand, ..client.brief() })
    });
    let option = last(|months| {
        let demand = after(today, months);
        let brief = Brief { demand: &demand, ..client.brief() };
        let sizes = Sizer::new(assessment.hosting, brief).sizes(&assessment.design, 0);
        sizes.is_some_and(|sizes| carries(&assemble(assessment.hosting, &assessment.design, &sizes, &brief), &brief))
    });
    Some(Outgrown { size, option: option.max(size) })
}

/// The demand after so many months.
fn after(today: &Demand, months: u32) -> Demand {
    let years = f64::from(months) / 12.0;
    today.grown(Ratio::new(libm::pow(1.0 + today.growth.value(), years)), years)
}

/// The last month in which it is carried, by bisection.
fn last(carried: impl Fn(u32) -> bool) -> Lasts {
    if carried(MOST_MONTHS) {
        return Lasts::TenYears;
    }
    let (mut yes, mut no) = (0, MOST_MONTHS);
    while no - yes > 1 {
        let middle = (yes + no) / 2;
        if carried(middle) { yes = middle } else { no = middle }
    }
    Lasts::Months(yes)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        catalog::Catalog,
        options::hosting,
        questionnaire::{Answers, Said, preset},
        search::Search,
        workload::Workload,
    };

    fn told(id: &str, option: &str, growth: f64) -> Option<Outgrown> {
        let answers = Answers { growth: Said::Known(Ratio::percent(growth)), ..(preset(id).unwrap().answers)() };
        let (workload, catalog) = (Workload::new(&answers), Catalog::bundled());
        let client = Client::new(&answers, &workload, &catalog);
        let found = Search::new(hosting(option).unwrap(), &client).finish(&Events::new()).unwrap();
        outgrown(&found.assessment, &client)
    }

    #[test]
    fn the_last_month_is_found() {
        for month in [0, 1, 59, 119] {
            assert_eq!(last(|months| months <= month), Lasts::Months(month));
        }
        assert_eq!(last(|_| true), Lasts::TenYears);
    }

    #[test]
    fn quicker_growth_leaves_an_option_sooner_and_none_never() {
        let [slow, quick] = [20.0, 100.0].map(|growth| told("membership", "golden-image", growth).unwrap());
        assert!(quick.size <= slow.size && quick.option <= slow.option, "{quick:?} {slow:?}");
        assert!(quick.size < Lasts::TenYears && quick.size <= quick.option, "{quick:?}");
        assert_eq!(told("membership", "golden-image", 0.0), None);
        assert_eq!(told("brochure", "lightsail", 5.0).unwrap().size, Lasts::TenYears);
    }

    #[test]
    fn spans_are_said_as_people_say_them() {
        let said = [Lasts::Months(0), Lasts::Months(1), Lasts::Months(18), Lasts::Months(44), Lasts::TenYears];
        assert_eq!(
            said.map(|lasts| lasts.to_string()),
            ["less than a month", "1 month", "18 months", "3.5 years", "more than ten years"]
        );
    }
}
