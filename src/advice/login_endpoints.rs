//! POSTs to xmlrpc.php and wp-login.php: no cache takes them, and each runs PHP.

use super::finding::{Finding, Severity, Situation};
use crate::{
    architecture::{Architecture, CpuAllowance, EdgeBilling, Service},
    catalog::Region,
    decision::Standing,
    simulation::{Event, Outcome, Rules, simulate},
    units::{Minutes, Ratio, RequestsPerSecond, Usd, text},
};

/// Floods that are tried, in POSTs a second. A crawler's loop on a shop's cart has been 43 a second for a day (Kinsta,
/// 2025, over ten billion requests).
const RATES: [f64; 3] = [12.0, 30.0, 60.0];

pub(super) fn check(situation: &Situation<'_>) -> Option<Finding> {
    let first = situation.first()?;
    let architecture = &first.assessment.architecture;
    let hurt = RATES.into_iter().find_map(|rate| Some((rate, harm(situation, first, rate)?)));
    let (severity, effect) = match &hurt {
        Some((rate, harm)) if *rate <= RATES[0] => (Severity::Warning, format!(": {rate} POSTs a second {harm}")),
        Some((rate, harm)) => (Severity::Consider, format!(": {rate} POSTs a second {harm}")),
        None => (Severity::Note, String::new()),
    };
    let detail = match hurt {
        Some(_) => {
            "No page cache takes a POST, so each costs what an uncached page does, day and night, and scanners find \
                    every WordPress; the simulated week shows other floods under \"What if\""
        }
        None => {
            "No page cache takes a POST. Sixty a second do not bring this one down, but they cost what uncached pages \
                 do, and each is another guess at a password"
        }
    };
    Some(Finding {
        rule: "login-endpoints",
        severity,
        title: format!("Close xmlrpc.php and limit wp-login.php{effect}"),
        detail: detail.to_owned(),
        remedy: format!(
            "Refuse xmlrpc.php, unless Jetpack or the mobile app needs it, and then for all others; a few POSTs a minute and \
             address for wp-login.php, {}; two factors for whoever can edit",
            where_it_is_limited(situation, architecture)
        ),
        source: "WordPress Advanced Administration Handbook, brute force attacks; AWS WAF Developer Guide, rate-based rules; \
                 simulated week",
        views: Vec::new(),
    })
}

/// What such a flood does in the first week, on top of everything else; none where the site takes it.
fn harm(situation: &Situation<'_>, first: &Standing, rate: f64) -> Option<String> {
    let answers = situation.answers;
    let usual = &first.assessment.week.outcome;
    let rate = RequestsPerSecond::new(rate);
    let flood = Event::BotFlood { start: Minutes::ZERO, length: Minutes::WEEK, by_day: rate, by_night: rate };
    let architecture = &first.assessment.architecture;
    let rules = Rules::new(&answers.overrides, answers.operator);
    let (demand, shape) = (situation.workload.typical(), &situation.workload.shape);
    let Outcome { dry_at, headroom, .. } = simulate(architecture, demand, shape, &vec![flood], &rules).outcome;
    if usual.dry_at.is_none()
        && let Some(at) = dry_at
    {
        let what = match architecture.web.machine.cpu {
            CpuAllowance::BurstCapacity { .. } => "its burst capacity",
            CpuAllowance::Credits { .. } | CpuAllowance::Fixed | CpuAllowance::Elastic { .. } => "its CPU credits",
        };
        return Some(format!("use up {what} in {}", at));
    }
    (headroom < Ratio::ONE && usual.headroom >= Ratio::ONE).then(|| {
        format!("leave capacity for {} % of the requests in the busiest minute", text::grouped(headroom.as_percent()))
    })
}

/// What stands before PHP and can count.
fn where_it_is_limited(situation: &Situation<'_>, architecture: &Architecture) -> String {
    if architecture.has(|service| matches!(service, Service::Cdn(EdgeBilling::FlatRate(_)))) {
        "by a rate-based rule of the firewall that the CloudFront plan includes".to_owned()
    } else if architecture.has(|service| matches!(service, Service::Cdn(EdgeBilling::PayAsYouGo))) {
        firewall(situation)
    } else if architecture.has(|service| matches!(service, Service::OtherCdn(_))) {
        "by a rate limiting rule of the content delivery network".to_owned()
    } else {
        "by the web server itself (limit_req of nginx)".to_owned()
    }
}

/// AWS WAF in front of CloudFront, with what it costs: a list of two rules, and each request.
fn firewall(situation: &Situation<'_>) -> String {
    let price = |sku: &str| situation.catalog.price(sku, Region::NorthVirginia).ok().map(|price| price.usd);
    let requests = situation.workload.typical().requests.value() / 1e6;
    let cost = (|| {
        Some(price("waf.web-acl.month")? + price("waf.rule.month")? * 2.0 + price("waf.requests.million")? * requests)
    })();
    let cost = cost.map(|usd: Usd| format!(", {} a month here", situation.answers.amount(usd)));
    format!("by a rate-based rule of AWS WAF on CloudFront{}", cost.unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        advice::fixture::{self, Given, option, placed},
        architecture::{Delivery, Machine, OtherNetwork, PageCache, Webroot},
        billing::Bill,
        simulation::fixtures,
        units::{Gib, Vcpus},
    };

    /// What is told of an architecture, whose ordinary week is the brochure site's.
    fn told(mut architecture: Architecture, services: &[Service]) -> Finding {
        architecture.web.page_cache = PageCache::Edge;
        let workload = fixtures::workload("brochure");
        let usual =
            simulate(&architecture, workload.typical(), &workload.shape, &Vec::new(), &Rules::default()).outcome;
        let standing = option("ec2", placed(architecture, services), Bill::default(), usual);
        Given::new(fixture::preset("brochure"), standing).told(check).unwrap()
    }

    fn lightsail() -> Architecture {
        fixtures::single(Machine {
            name: "Lightsail 2 GB".to_owned(),
            vcpus: Vcpus::new(2.0),
            memory: Gib::new(2.0),
            cpu: CpuAllowance::BurstCapacity { baseline: Ratio::percent(20.0), cap: Minutes::new(288.0) },
        })
    }

    #[test]
    fn a_small_server_is_warned_with_how_long_it_lasts() {
        let told = told(lightsail(), &[Service::OtherCdn(OtherNetwork::CloudflareFree)]);
        assert_eq!(told.severity, Severity::Warning);
        let title = "Close xmlrpc.php and limit wp-login.php: 12 POSTs a second use up its burst capacity in ";
        assert!(told.title.starts_with(title), "{}", told.title);
        assert!(told.remedy.contains("of the content delivery network"), "{}", told.remedy);
    }

    #[test]
    fn a_fleet_that_takes_sixty_a_second_is_told_as_a_note() {
        let fleet = fixtures::group(fixtures::fixed(16.0), 4.0, 8.0, Delivery::Baked, Webroot::Local);
        let told = told(fleet, &[Service::Cdn(EdgeBilling::PayAsYouGo)]);
        assert_eq!((told.severity, told.title.as_str()), (Severity::Note, "Close xmlrpc.php and limit wp-login.php"));
        assert!(told.remedy.contains("AWS WAF on CloudFront, $7."), "{}", told.remedy);
    }

    #[test]
    fn where_nothing_stands_before_it_the_web_server_counts() {
        assert!(told(lightsail(), &[]).remedy.contains("limit_req"));
        let plan = Service::Cdn(EdgeBilling::FlatRate("cloudfront.flat-rate.free".to_owned()));
        assert!(told(lightsail(), &[plan]).remedy.contains("that the CloudFront plan includes"));
    }
}
