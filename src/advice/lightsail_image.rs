//! Lightsail's WordPress image is renewed by moving to a new one.

use super::finding::{Finding, Severity, Situation};
use crate::architecture::Service;

pub(super) fn check(situation: &Situation<'_>) -> Option<Finding> {
    let architecture = &situation.first()?.assessment.architecture;
    architecture.has(|service| matches!(service, Service::Lightsail(_))).then(|| Finding {
        rule: "lightsail-image",
        severity: Severity::Note,
        title: "A newer PHP or database means a new Lightsail instance, not an update".to_owned(),
        detail: "The WordPress blueprint is Bitnami's stack: WordPress and plugins update in wp-admin, but PHP, MariaDB and the \
                 web server are not upgraded in place, and each PHP version is mended for four years only"
            .to_owned(),
        remedy: "Plan a move every two to three years: new instance from the current blueprint, import, test, attach the static \
                 address; or take a plain Linux blueprint, whose packages can be upgraded"
            .to_owned(),
        source: "Bitnami documentation, WordPress on AWS Lightsail, upgrade by migrating; php.net, supported versions",
        views: Vec::new(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        advice::fixture::{Given, option, placed, single},
        billing::Bill,
        questionnaire::Answers,
        simulation::{Outcome, fixtures},
    };

    #[test]
    fn it_is_told_of_lightsail_and_of_nothing_else() {
        let server = placed(fixtures::single(fixtures::fixed(2.0)), &[Service::Lightsail("small".to_owned())]);
        let standing = option("ec2", server, Bill::default(), Outcome::default());
        assert!(Given::new(Answers::default(), standing).told(check).is_some());
        assert_eq!(Given::new(Answers::default(), single()).told(check), None);
    }
}
