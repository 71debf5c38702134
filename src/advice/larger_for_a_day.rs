//! A server that is sized for announced events all year could be larger for their days only.

use super::finding::{Finding, Severity, Situation};
use crate::{
    architecture::Network,
    assessment::{Assessment, Client},
    questionnaire::{Answers, Peaks, Said},
    search::resized,
    units::Usd,
    workload::{Case, Workload},
};

/// What it has to save in a month to be worth the work (estimate).
const WORTH_IT: Usd = Usd::new(5.0);

pub(super) fn check(situation: &Situation<'_>) -> Option<Finding> {
    let first = situation.first()?;
    let answers = situation.answers;
    let architecture = &first.assessment.architecture;
    if answers.peaks.known() != Some(Peaks::Campaigns) || architecture.replaces_itself() {
        return None;
    }
    let quiet = Answers { peaks: Said::Known(Peaks::Steady), peak_factor: Said::NotSure, ..answers.clone() };
    let workload = Workload::new(&quiet);
    let smaller = resized(&first.assessment, &Client::new(&quiet, &workload, situation.catalog))?;
    let month = |assessment: &Assessment| assessment.monthly(Case::Typical, answers.work);
    let saves = month(&first.assessment) - month(&smaller);
    if saves < WORTH_IT || smaller.architecture.replaces_itself() {
        return None;
    }
    let (now, then) = (&architecture.web.machine.name, &smaller.architecture.web.machine.name);
    let how = match architecture.network {
        Network::Lightsail => {
            "Take a snapshot, start the larger plan from it the day before and move the static address; the way back is the \
             same, with a fresh snapshot"
        }
        Network::Vpc => {
            "Stop it, change the instance type and start it again the night before, and back afterwards: minutes each"
        }
        Network::OffAws if architecture.is_managed() => return None,
        Network::OffAws => {
            "Resize CPU and memory but not the disk the night before, so that the way back stays open: minutes each"
        }
    };
    Some(Finding {
        rule: "larger-for-a-day",
        severity: Severity::Consider,
        title: format!("Be larger on the days of your campaigns only: about {} less a month", answers.amount(saves)),
        detail: format!(
            "{now} is sized for the worst campaign and stands there all year; one of the size of {then} carries every ordinary \
             week, and you know the days beforehand"
        ),
        remedy: format!("{how}; test it once before it counts"),
        source: "simulated week without events; Amazon EC2 User Guide, change the instance type; Amazon Lightsail User Guide, \
                 create a larger instance from a snapshot",
        views: Vec::new(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        advice::fixture::{self, Given, group, option, priced},
        billing::{Bill, Item},
        decision::Standing,
        simulation::{Outcome, fixtures},
    };

    /// A Lightsail server that costs so much a month with all that stands around it.
    fn server(usd: f64) -> Standing {
        let bill = Bill { lines: vec![priced(Item::LightsailSnapshots, usd)] };
        option("lightsail", fixtures::single(fixtures::fixed(16.0)), bill, Outcome::default())
    }

    fn told(peaks: Peaks, standing: Standing) -> Option<Finding> {
        let answers = Answers { peaks: Said::Known(peaks), ..fixture::preset("brochure") };
        Given::new(answers, standing).told(check)
    }

    #[test]
    fn what_is_paid_all_year_for_a_few_days_is_told() {
        let told = told(Peaks::Campaigns, server(400.0)).unwrap();
        assert!(told.title.starts_with("Be larger on the days of your campaigns only: about $38"), "{}", told.title);
        assert!(told.remedy.contains("Stop it, change the instance type"), "{}", told.remedy);
    }

    #[test]
    fn it_is_not_where_nothing_is_announced_nothing_is_saved_or_servers_come_by_themselves() {
        assert_eq!(told(Peaks::Steady, server(400.0)), None);
        assert_eq!(told(Peaks::Viral, server(400.0)), None);
        assert_eq!(told(Peaks::Campaigns, server(15.0)), None);
        assert_eq!(told(Peaks::Campaigns, group()), None);
    }
}
