//! What to do before, or instead of, going multi-server.

use super::finding::{Case, Finding, Severity};
use crate::{architecture::PageCache, units::text};

pub(super) fn check(case: &Case<'_>) -> Option<Finding> {
    let demand = case.workload.typical();
    let bare = demand.busy_web(demand.peak(PageCache::Off)).value() / demand.target.value();
    let cached = demand.busy_web(demand.peak(PageCache::Edge)).value() / demand.target.value();
    let times = bare / cached.max(1e-9);
    Some(Finding {
        rule: "accelerators",
        severity: if times > 3.0 { Severity::Consider } else { Severity::Note },
        title: if times > 3.0 {
            format!("Caching comes first: it cuts the servers needed to a {}", fraction(times))
        } else {
            "Caching helps little here: most page views are personal".to_owned()
        },
        detail: format!(
            "The peak needs {} vCPU without a page cache and {} with one at the edge. An object cache takes {} % off the \
             database, OPcache saves three to eleven times the PHP time",
            text::significant(bare, 2),
            text::significant(cached, 2),
            text::grouped((1.0 - demand.object_cache.value()) * 100.0)
        ),
        remedy: "CDN, media in S3, page cache, object cache and OPcache are part of every option here".to_owned(),
        source: "AWS whitepaper, Improving Performance and Cost Efficiency; measured CPU times in the assumptions",
        views: Vec::new(),
    })
}

fn fraction(times: f64) -> String {
    match libm::round(times) {
        n if n <= 3.0 => "third".to_owned(),
        n if n <= 4.0 => "quarter".to_owned(),
        n if n <= 5.0 => "fifth".to_owned(),
        n => format!("{}th", text::grouped(n)),
    }
}
