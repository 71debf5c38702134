//! What the region serves, where a content delivery network stands in front and where none does.

use crate::{
    architecture::{Architecture, PageCache, Service},
    units::{Gib, Gigabytes},
    workload::{Demand, Front, HTML, Sent, UPLOADED, Uploads},
};

/// Requests an edge location sends over one connection before it closes it (estimate, low confidence).
const REQUESTS_PER_EDGE_CONNECTION: f64 = 4.0;

/// What the region serves, for each page view or bot request.
pub(crate) struct Origin {
    /// New connections at the load balancer.
    pub(crate) connections: f64,
    /// Gigabytes through the load balancer.
    pub(crate) gigabytes_a_page: f64,
    /// Gigabytes of uploaded files read from where they are kept.
    pub(crate) uploads_a_page: f64,
    pub(crate) has_cdn: bool,
    pub(crate) has_bucket: bool,
    /// Share of the files' bytes that the region serves.
    pub(crate) missed: f64,
    /// What servers and bucket send in a month.
    pub(crate) sent: Sent,
}

impl Origin {
    pub(crate) fn new(architecture: &Architecture, demand: &Demand) -> Self {
        let has_cdn = architecture.has(|service| matches!(service, Service::Cdn(_) | Service::OtherCdn(_)));
        let has_bucket = architecture.has(|service| matches!(service, Service::ObjectStore));
        let pages = (demand.page_views + demand.bot_requests).value().max(1.0);
        let missed = if has_cdn { demand.static_hits.rest().value() } else { 1.0 };
        let from_bucket = if has_bucket { UPLOADED } else { 0.0 };
        let file_bytes = demand.files_a_page().value();
        let files = (demand.requests.value() / pages - 1.0).max(0.0);
        let at_edge = has_cdn && architecture.web.page_cache == PageCache::Edge;
        let share = demand.uncached(PageCache::Edge);
        let people = demand.page_views.value() / pages;
        let page_misses =
            if at_edge { people * share.pages.value() + (1.0 - people) * share.bots.value() } else { 1.0 };
        let requests = page_misses + files * missed * (1.0 - from_bucket);
        let connections = if has_cdn { requests / REQUESTS_PER_EDGE_CONNECTION } else { 1.0 };
        Self {
            connections,
            gigabytes_a_page: page_misses * HTML.value() + file_bytes * missed * (1.0 - from_bucket),
            uploads_a_page: if has_bucket { 0.0 } else { file_bytes * missed },
            has_cdn,
            has_bucket,
            missed,
            sent: demand.sent(
                if has_cdn { Front::Network } else { Front::None },
                architecture.web.page_cache,
                if has_bucket { Uploads::Bucket } else { Uploads::Servers },
            ),
        }
    }
}

/// What EFS holds: the webroot, and the uploads where no bucket takes them.
pub(crate) fn stored(architecture: &Architecture, demand: &Demand) -> Gigabytes {
    let webroot = Gigabytes::new(demand.webroot.value() * GIB);
    let has_bucket = architecture.has(|service| matches!(service, Service::ObjectStore));
    if has_bucket { webroot } else { webroot + demand.media }
}

/// Gigabytes in a gibibyte.
pub(crate) const GIB: f64 = 1.073_741_824;

/// What EFS holds, as its throughput is computed.
pub(crate) fn stored_gib(architecture: &Architecture, demand: &Demand) -> Gib {
    Gib::new(stored(architecture, demand).value() / GIB)
}
