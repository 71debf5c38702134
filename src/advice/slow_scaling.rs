//! Spikes that arrive before new servers do.

use super::finding::{Finding, Severity, Situation};
use crate::{architecture::Delivery, questionnaire::Peaks};

pub(super) fn check(situation: &Situation<'_>) -> Option<Finding> {
    let first = situation.first()?;
    let architecture = &first.assessment.architecture;
    let sudden = situation.answers.peaks.known() == Some(Peaks::Viral);
    if !sudden || !architecture.replaces_itself() {
        return None;
    }
    let boot = match architecture.web.delivery {
        Delivery::Baked | Delivery::Pulled => "one to two and a half minutes",
        Delivery::InstalledFromGit => "three to ten minutes",
        Delivery::Mounted | Delivery::InPlace => "two to five minutes",
    };
    Some(Finding {
        rule: "slow-scaling",
        severity: Severity::Note,
        title: "Auto Scaling does not catch a viral spike; the page cache does".to_owned(),
        detail: format!(
            "An alarm needs three minutes, a server {boot}. Until then what is always on has to carry the spike, and is \
             sized for it here"
        ),
        remedy: "Keep pages cacheable at the edge, and test a spike before one comes".to_owned(),
        source: "Amazon EC2 Auto Scaling User Guide, target tracking; boot times measured by daemonology.net, 2021",
        views: Vec::new(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        advice::fixture::{Given, group, single},
        decision::Standing,
        questionnaire::{Answers, Said},
    };

    fn told(peaks: Peaks, standing: Standing) -> Option<Finding> {
        Given::new(Answers { peaks: Said::Known(peaks), ..Answers::default() }, standing).told(check)
    }

    #[test]
    fn a_spike_without_warning_is_told_where_servers_have_to_start() {
        let told = told(Peaks::Viral, group()).unwrap();
        assert!(told.detail.contains("three to ten minutes"), "{}", told.detail);
    }

    #[test]
    fn it_is_not_on_one_server_nor_where_peaks_are_announced() {
        assert_eq!(told(Peaks::Viral, single()), None);
        assert_eq!(told(Peaks::Campaigns, group()), None);
    }
}
