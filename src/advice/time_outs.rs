//! What takes longer than somebody in between waits.

use super::finding::{Finding, Severity, Situation};
use crate::{
    architecture::{Architecture, Service, Webroot},
    decision::response_time::said,
    options::Changes,
    simulation::Outcome,
    units::Seconds,
};

/// CloudFront waits so long for the origin unless asked for more (Amazon CloudFront Developer Guide, response timeout).
const CLOUDFRONT: Seconds = Seconds::new(30.0);
/// An Application Load Balancer closes a connection on which nothing came for so long (Elastic Load Balancing User Guide, idle
/// timeout, default).
const LOAD_BALANCER: Seconds = Seconds::new(60.0);
/// It calls a server unhealthy that does not answer its check within this (health check timeout for instances, default).
const HEALTH_CHECK: Seconds = Seconds::new(5.0);
/// Installs take half as long again on some days: files are read by others, and plugins differ (estimate).
const MARGIN: f64 = 1.5;

pub(super) fn check(situation: &Situation<'_>) -> Option<Finding> {
    let first = situation.first()?;
    let architecture = &first.assessment.architecture;
    let outcome = &first.assessment.week.outcome;
    let install = install(architecture, outcome, first.assessment.hosting.changes);
    let start = start(architecture, outcome);
    let (title, severity) = match (&install, &start) {
        (None, None) => return None,
        (Some((title, severity, ..)), _) => (title.clone(), *severity),
        (None, Some((title, ..))) => (title.clone(), Severity::Consider),
    };
    let details = [install.as_ref().map(|(_, _, detail, _)| detail), start.as_ref().map(|(_, detail, _)| detail)];
    let remedies = [install.as_ref().map(|(_, _, _, remedy)| *remedy), start.as_ref().map(|(_, _, remedy)| *remedy)];
    Some(Finding {
        rule: "time-outs",
        severity,
        title,
        detail: details.into_iter().flatten().cloned().collect::<Vec<_>>().join(". "),
        remedy: remedies.into_iter().flatten().collect::<Vec<_>>().join(". "),
        source: "Amazon CloudFront Developer Guide, response timeout; Elastic Load Balancing User Guide, idle timeout and health checks; simulated week",
        views: Vec::new(),
    })
}

/// A plugin that is installed on a shared webroot by way of wp-admin.
fn install(
    architecture: &Architecture,
    outcome: &Outcome,
    changes: Changes,
) -> Option<(String, Severity, String, &'static str)> {
    let takes = Seconds::new(outcome.plugin_install.value() * 60.0);
    let has_cdn = architecture.has(|service| matches!(service, Service::Cdn(_)));
    let shared = architecture.web.webroot != Webroot::Local;
    if !shared || !has_cdn || changes != Changes::InAdmin || takes * MARGIN <= CLOUDFRONT {
        return None;
    }
    let severity = if takes > CLOUDFRONT { Severity::Warning } else { Severity::Consider };
    Some((
        format!("Installing a plugin takes about {}, and CloudFront gives up after {}", said(takes), said(CLOUDFRONT)),
        severity,
        format!(
            "Thousands of small files are written one after the other; wp-admin then shows an error of the gateway while the \
             installation goes on or stops half-way. The load balancer gives up after {}",
            said(LOAD_BALANCER)
        ),
        "Raise CloudFront's response timeout to 60 s, reach wp-admin past CloudFront, or install with WP-CLI on a server",
    ))
}

/// A server whose first page takes longer than the health check waits.
fn start(architecture: &Architecture, outcome: &Outcome) -> Option<(String, String, &'static str)> {
    let first: Seconds = outcome.cold_response.into();
    let balanced = architecture.has(|service| matches!(service, Service::LoadBalancer));
    (balanced && first > HEALTH_CHECK).then(|| {
        (
            format!(
                "The first page of a new server takes {}, and the health check gives up after {}",
                said(first),
                said(HEALTH_CHECK)
            ),
            format!(
                "The first page of a new server takes {}, as PHP reads and compiles every file: a health check of a WordPress page, \
                 which waits {}, calls it unhealthy, and the group replaces it again and again",
                said(first),
                said(HEALTH_CHECK)
            ),
            "Check a small PHP file that loads no WordPress, with a grace period, and fetch a page before the server joins",
        )
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        advice::fixture::{Given, group, option},
        architecture::{Component, ComponentId, Delivery, EdgeBilling, EfsThroughput, Place},
        billing::Bill,
        questionnaire::Answers,
        simulation::fixtures,
        units::{Milliseconds, Minutes},
    };

    fn told(install: f64, cold: f64) -> Option<Finding> {
        let efs = Webroot::Efs(EfsThroughput::Elastic);
        let mut architecture = fixtures::group(fixtures::fixed(2.0), 2.0, 4.0, Delivery::Mounted, efs);
        for service in [Service::Cdn(EdgeBilling::PayAsYouGo), Service::LoadBalancer] {
            let (size, role) = (String::new(), String::new());
            architecture.components.push(Component {
                id: ComponentId(service.name()),
                service,
                place: Place::Edge,
                size,
                role,
            });
        }
        let outcome = Outcome {
            plugin_install: Minutes::new(install / 60.0),
            cold_response: Milliseconds::new(cold * 1_000.0),
            ..Outcome::default()
        };
        Given::new(Answers::default(), option("efs", architecture, Bill::default(), outcome)).told(check)
    }

    #[test]
    fn an_install_near_or_beyond_cloudfronts_patience_is_told() {
        let near = told(24.0, 1.0).unwrap();
        assert_eq!(near.severity, Severity::Consider);
        assert_eq!(near.title, "Installing a plugin takes about 24 s, and CloudFront gives up after 30 s");
        assert_eq!(told(32.0, 1.0).unwrap().severity, Severity::Warning);
        assert_eq!(told(12.0, 1.0), None);
    }

    #[test]
    fn a_first_page_slower_than_the_health_check_is_told() {
        let slow = told(12.0, 9.0).unwrap();
        assert!(slow.title.starts_with("The first page of a new server takes 9 s"), "{}", slow.title);
        let both = told(32.0, 9.0).unwrap();
        assert!(both.detail.contains("health check") && both.title.contains("plugin"), "{}", both.detail);
    }

    #[test]
    fn servers_with_disks_of_their_own_install_in_time() {
        assert_eq!(Given::new(Answers::default(), group()).told(check), None);
    }
}
