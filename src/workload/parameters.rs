//! The parameters of the sizing model, each with its range and evidence.
//!
//! Ranges are triangular: lowest, most likely, highest. "Measured" means WordPress 6.5 to 6.8 on PHP 8.4 with OPcache on
//! two shared x86 vCPUs of the m5/t3 class, CPU time by process accounting; those figures run 10 to 35 % high.

use super::assumption::Parameter;
use super::stored::{ORDERS, accounts, items};
use crate::{
    catalog::Confidence::{High, Low, Medium},
    questionnaire::{Answers, DemandParameter as Id, Peaks, Said, SiteKind, Theme},
    units::{Count, Gigabytes, Ratio, Requests},
};

/// A parameter for a client, and what the client said in its place.
pub(super) fn of(id: Id, answers: &Answers) -> (Parameter, Option<f64>) {
    let site = answers.site;
    let peaks = answers.peaks.or(Peaks::Steady);
    let visits = answers.visits.or(usual_visits(site));
    let ours = |parameter| (parameter, None);
    match id {
        Id::Visits => (unsure_visits(visits), answers.visits.known().map(Requests::value)),
        Id::PagesPerVisit => (pages_per_visit(site), answers.pages_per_visit.known().map(Count::value)),
        Id::Uncacheable => (uncacheable(site), answers.uncacheable.known().map(Ratio::value)),
        Id::Peak => (peak_factor(peaks), answers.peak_factor.known().map(Count::value)),
        Id::Event => ours(event(peaks)),
        Id::AjaxCalls => ours(ajax_calls(site)),
        Id::PageWeight => ours(page_weight(site)),
        Id::Plugins => (PLUGINS, answers.plugins.known().map(Count::value)),
        Id::Items => (items(site, visits), answers.items.known().map(Count::value)),
        Id::Orders => ours(ORDERS),
        Id::Accounts => ours(accounts(site)),
        Id::Media => (MEDIA, answers.media.known().map(Gigabytes::value)),
        Id::Edits => ours(edits(site)),
        Id::CpuCore => ours(page_cpu(answers.theme)),
        Id::CpuBuilder => ours(page_builder(answers.theme)),
        Id::HitStatic => ours(if visits < Requests::new(10_000.0) { HIT_STATIC_SMALL } else { HIT_STATIC }),
        Id::Bots => ours(BOTS),
        Id::DayFactor => ours(DAY_FACTOR),
        Id::HourFactor => ours(HOUR_FACTOR),
        Id::BurstFactor => ours(BURST_FACTOR),
        Id::HitOrigin => ours(HIT_ORIGIN),
        Id::HitEdge => ours(HIT_EDGE),
        Id::HitBots => ours(HIT_BOTS),
        Id::CpuPlugin => ours(CPU_PLUGIN),
        Id::CpuWoo => ours(CPU_WOO),
        Id::DbCore => ours(DB_CORE),
        Id::DbWoo => ours(DB_WOO),
        Id::DbPlugin => ours(DB_PLUGIN),
        Id::DbSize => ours(DB_SIZE),
        Id::ObjectCache => ours(OBJECT_CACHE),
        Id::AjaxCost => ours(AJAX_COST),
        Id::Wait => ours(WAIT),
        Id::Speed => ours(SPEED),
        Id::CpuTarget => ours(CPU_TARGET),
        Id::WorkerMemory => ours(WORKER_MEMORY),
        Id::FirstParty => ours(FIRST_PARTY),
        Id::Repeat => ours(REPEAT),
    }
}

/// Visits a month that sites of a kind usually have, when nobody knows.
pub fn usual_visits(site: SiteKind) -> Requests {
    Requests::new(match site {
        SiteKind::Brochure => 5_000.0,
        SiteKind::Blog => 50_000.0,
        SiteKind::Shop => 50_000.0,
        SiteKind::Membership => 100_000.0,
        SiteKind::News => 1_000_000.0,
    })
}

/// Visits a month around what such sites usually have.
fn unsure_visits(usual: Requests) -> Parameter {
    let visits = usual.value();
    Parameter::more_load(
        Id::Visits,
        "Visits a month",
        "visits",
        [visits / 3.0, visits, visits * 3.0],
        Low,
        "not said; a third to three times what such sites usually have",
    )
}

/// Pages in one visit.
const fn pages_per_visit(site: SiteKind) -> Parameter {
    let range = match site {
        SiteKind::Brochure => [1.6, 2.2, 3.0],
        SiteKind::Blog => [1.3, 1.7, 2.3],
        SiteKind::News => [1.5, 2.0, 2.8],
        SiteKind::Shop => [3.5, 5.0, 7.0],
        SiteKind::Membership => [4.0, 7.0, 10.0],
    };
    Parameter::more_load(
        Id::PagesPerVisit,
        "Pages per visit",
        "pages",
        range,
        Medium,
        "published session lengths: media 1.5 to 2.5, B2B 2.2 to 3.1, e-commerce 3 to 5, logged-in software 8 to 10 (sublimanalytics, altcraft, Focus Digital; 2026)",
    )
}

/// Share of page views no page cache may serve.
const fn uncacheable(site: SiteKind) -> Parameter {
    let range = match site {
        SiteKind::Brochure | SiteKind::Blog | SiteKind::News => [0.01, 0.025, 0.06],
        SiteKind::Shop => [0.20, 0.35, 0.55],
        SiteKind::Membership => [0.5, 0.7, 0.9],
    };
    Parameter::more_load(
        Id::Uncacheable,
        "Page views that must not be cached",
        "",
        range,
        Low,
        "editors, comments and search on content sites; carts, accounts and sessions in shops; members by definition; estimate with large leverage",
    )
}

/// Background requests (wc-ajax, heartbeat, REST) for each page view.
const fn ajax_calls(site: SiteKind) -> Parameter {
    let range = match site {
        SiteKind::Brochure | SiteKind::Blog | SiteKind::News => [0.0, 0.05, 0.2],
        SiteKind::Shop => [0.1, 0.4, 1.0],
        SiteKind::Membership => [0.1, 0.4, 1.2],
    };
    Parameter::more_load(
        Id::AjaxCalls,
        "Background requests per page view",
        "requests",
        range,
        Low,
        "cart fragments, heartbeat and REST calls; estimate",
    )
}

/// How much an ordinary month's busiest ten minutes exceed its mean, and whether a steeper spike comes on top.
const fn peak_factor(peaks: Peaks) -> Parameter {
    let range = match peaks {
        Peaks::Steady => [2.5, 4.2, 7.0],
        Peaks::OfficeHours => [4.0, 6.0, 10.0],
        Peaks::Campaigns => [5.0, 8.0, 16.0],
        Peaks::Viral => [10.0, 24.0, 60.0],
    };
    Parameter::more_load(
        Id::Peak,
        "Peak compared with the mean",
        "times",
        range,
        Medium,
        "diurnal peak 1.6 to 1.7 times the mean for a worldwide audience (robustperception.io), 2 to 3 in one time zone; a million-visitor day with half of it in 30 minutes is 24 times (Scale Dynamix)",
    )
}

/// The least an announced or unannounced event brings, whatever the site's size.
const fn event(peaks: Peaks) -> Parameter {
    let range = match peaks {
        Peaks::Steady | Peaks::OfficeHours => [0.0, 0.0, 0.0],
        Peaks::Campaigns => [1.0, 5.0, 20.0],
        Peaks::Viral => [1.0, 3.0, 10.0],
    };
    Parameter::more_load(
        Id::Event,
        "Page views a second an event brings",
        "a second",
        range,
        Medium,
        "Hacker News front pages: 1 to 10 page views a second over 20 to 30 minutes (dataswamp, nmichaels, royalsloth, ma.ttias.be); newsletters 1 to 20",
    )
}

/// Posts, pages and products that are published or changed.
const fn edits(site: SiteKind) -> Parameter {
    let range = match site {
        SiteKind::Brochure => [1.0, 8.0, 30.0],
        SiteKind::Blog => [8.0, 30.0, 120.0],
        SiteKind::News => [200.0, 600.0, 2_000.0],
        SiteKind::Shop => [20.0, 120.0, 600.0],
        SiteKind::Membership => [10.0, 60.0, 300.0],
    };
    Parameter::more_load(
        Id::Edits,
        "Content published or changed a month",
        "changes",
        range,
        Low,
        "a few pages a month, a post a day, twenty articles a day; in shops products and prices; estimate",
    )
}

/// Weight of the page a visit starts with. Articles are entered by inner pages, companies and shops by the home page;
/// the members' area of a site is lighter still.
const fn page_weight(site: SiteKind) -> Parameter {
    let range = match site {
        SiteKind::Brochure | SiteKind::News | SiteKind::Shop => [1_200.0, 2_400.0, 5_000.0],
        SiteKind::Blog => [1_000.0, 1_900.0, 4_100.0],
        SiteKind::Membership => [700.0, 1_400.0, 3_000.0],
    };
    Parameter::more_load(
        Id::PageWeight,
        "Weight of the first page of a visit",
        "KB",
        range,
        High,
        "HTTP Archive Web Almanac 2025: WordPress home pages 2,894 KB in the median, inner pages of all sites 1,866 KB; lighter for members by estimate",
    )
}

const BOTS: Parameter = Parameter::more_load(
    Id::Bots,
    "Share of bots in page requests",
    "",
    [0.15, 0.30, 0.53],
    Medium,
    "Imperva 2025: 51 to 53 % of requests; Cloudflare Radar, December 2025: 53 % of HTML requests; less after basic filtering",
);
const DAY_FACTOR: Parameter = Parameter::more_load(
    Id::DayFactor,
    "Busiest day compared with the mean day",
    "times",
    [1.15, 1.4, 2.0],
    Medium,
    "weekly swings of published traffic graphs",
);
const HOUR_FACTOR: Parameter = Parameter::more_load(
    Id::HourFactor,
    "Busiest hour compared with the day's mean",
    "times",
    [1.6, 2.0, 3.0],
    Medium,
    "1.6 to 1.7 worldwide, 2 to 3 in one time zone (robustperception.io)",
);
const BURST_FACTOR: Parameter = Parameter::more_load(
    Id::BurstFactor,
    "Busiest minutes compared with their hour",
    "times",
    [1.2, 1.5, 2.5],
    Medium,
    "within-hour bursts of 1.3 to 2.5",
);
const HIT_ORIGIN: Parameter = Parameter::less_load(
    Id::HitOrigin,
    "Page cache hit ratio on the server",
    "",
    [0.60, 0.82, 0.93],
    Low,
    "reported 60 to 95 %; purges and query strings decide",
);
const HIT_EDGE: Parameter = Parameter::less_load(
    Id::HitEdge,
    "Page cache hit ratio at the edge",
    "",
    [0.75, 0.90, 0.97],
    Low,
    "one WordPress site on Cloudflare: 85 % of all requests including pages and bots; a tuned one 97 %",
);
const HIT_BOTS: Parameter = Parameter::less_load(
    Id::HitBots,
    "Page cache hit ratio for bots",
    "",
    [0.30, 0.55, 0.80],
    Low,
    "crawlers ask for old pages nobody else reads; estimate",
);
const HIT_STATIC: Parameter = Parameter::less_load(
    Id::HitStatic,
    "CDN cache hit ratio for files",
    "",
    [0.80, 0.94, 0.985],
    Medium,
    "RocketCDN: above 95 % is good, below 90 % inefficient; CloudFront before S3 0.90 to 0.98 on busy sites",
);
const HIT_STATIC_SMALL: Parameter = Parameter::less_load(
    Id::HitStatic,
    "CDN cache hit ratio for files",
    "",
    [0.50, 0.65, 0.85],
    Medium,
    "two low-traffic sites after three weeks: 60 %; edges evict what is seldom asked for",
);
const CPU_CLASSIC: Parameter = Parameter::more_load(
    Id::CpuCore,
    "PHP time of a page, WordPress and theme",
    "ms",
    [24.0, 30.0, 45.0],
    High,
    "measured: Twenty Twenty-One single post 26 to 30 ms, home 39 to 53 ms; WordPress core team TTFB 46 ms (WordPress/performance#1572)",
);
const CPU_BLOCK: Parameter = Parameter::more_load(
    Id::CpuCore,
    "PHP time of a page, WordPress and theme",
    "ms",
    [75.0, 95.0, 125.0],
    High,
    "measured: Twenty Twenty-Five 91 to 125 ms; Kinsta December 2025: 148 requests a second at 15 workers, 101 ms each",
);
const CPU_BUILDER: Parameter = Parameter::more_load(
    Id::CpuBuilder,
    "PHP time a page builder adds",
    "ms",
    [50.0, 120.0, 250.0],
    Medium,
    "measured: Elementor page of ten sections 298 to 431 ms against 158 to 240 ms for other pages of the same site",
);
const CPU_PLUGIN: Parameter = Parameter::more_load(
    Id::CpuPlugin,
    "PHP time each plugin adds",
    "ms",
    [3.0, 5.0, 10.0],
    Medium,
    "measured: residual of sites with ten plugins; security and related-post plugins can cost 100 ms and more",
);
const CPU_WOO: Parameter = Parameter::more_load(
    Id::CpuWoo,
    "PHP time WooCommerce adds",
    "ms",
    [50.0, 65.0, 90.0],
    Medium,
    "measured: WooCommerce 11 with Storefront 90 to 137 ms a page in all",
);
const DB_CORE: Parameter = Parameter::more_load(
    Id::DbCore,
    "Database time of a page",
    "ms",
    [4.0, 6.0, 12.0],
    Medium,
    "measured: 4.4 to 13 ms, 12 to 32 queries",
);
const DB_WOO: Parameter = Parameter::more_load(
    Id::DbWoo,
    "Database time WooCommerce adds",
    "ms",
    [7.0, 10.0, 25.0],
    Medium,
    "measured: 13 to 21 ms, 45 to 75 queries a page in all",
);
const DB_PLUGIN: Parameter = Parameter::more_load(
    Id::DbPlugin,
    "Database time each plugin adds",
    "ms",
    [0.3, 0.7, 2.0],
    Medium,
    "measured: residual of sites with ten plugins",
);
const DB_SIZE: Parameter = Parameter::more_load(
    Id::DbSize,
    "Database time for a larger data set",
    "times",
    [1.0, 1.3, 3.0],
    Low,
    "estimate; more than 50,000 products or unindexed meta queries: 3 to 10",
);
const OBJECT_CACHE: Parameter = Parameter::more_load(
    Id::ObjectCache,
    "Database time left with an object cache",
    "",
    [0.12, 0.22, 0.40],
    High,
    "measured: 71 queries become 7, database time falls by 70 to 95 %, PHP time hardly changes",
);
const AJAX_COST: Parameter = Parameter::more_load(
    Id::AjaxCost,
    "Cost of a background request compared with a page",
    "",
    [0.3, 0.5, 0.8],
    Medium,
    "measured: bare WordPress start 16 to 20 ms, about 53 ms with WooCommerce",
);
const WAIT: Parameter = Parameter::more_load(
    Id::Wait,
    "Time a request takes compared with its CPU time",
    "times",
    [1.3, 1.6, 2.5],
    Medium,
    "database round trips and calls to other sites",
);
const SPEED: Parameter = Parameter::less_load(
    Id::Speed,
    "Speed of a vCPU compared with the one measured",
    "times",
    [0.85, 1.0, 1.25],
    Low,
    "t3 and m5 class is 1; newer x86 1.2 to 1.4 and Graviton 1.3 to 1.8 by reputation, not measured",
);
const CPU_TARGET: Parameter = Parameter::less_load(
    Id::CpuTarget,
    "CPU utilisation aimed at during the peak",
    "",
    [0.5, 0.6, 0.7],
    Medium,
    "waiting grows steeply above; the knee of an M/M/c queue with few servers",
);
const WORKER_MEMORY: Parameter = Parameter::more_load(
    Id::WorkerMemory,
    "Memory of a PHP worker",
    "MB",
    [40.0, 64.0, 110.0],
    Medium,
    "measured: 4 to 25 MB private, 47 to 121 MB as ps shows it; vendors plan 40 to 110",
);
const FIRST_PARTY: Parameter = Parameter::more_load(
    Id::FirstParty,
    "Share of bytes served by the site itself",
    "",
    [0.55, 0.75, 0.90],
    Low,
    "fonts, video and trackers come from elsewhere; estimate",
);
const REPEAT: Parameter = Parameter::more_load(
    Id::Repeat,
    "Weight of later pages compared with the first",
    "",
    [0.25, 0.40, 0.60],
    Low,
    "the browser's cache keeps the rest; estimate",
);

const CPU_ANY_THEME: Parameter = Parameter::more_load(
    Id::CpuCore,
    "PHP time of a page, WordPress and theme",
    "ms",
    [24.0, 60.0, 125.0],
    Low,
    "not said how pages are built: from the lightest classic theme to the heaviest block theme measured",
);
const CPU_ANY_BUILDER: Parameter = Parameter::more_load(
    Id::CpuBuilder,
    "PHP time a page builder adds",
    "ms",
    [0.0, 20.0, 160.0],
    Low,
    "not said how pages are built: from no page builder to an average one",
);
const PLUGINS: Parameter = Parameter::more_load(
    Id::Plugins,
    "Active plugins",
    "plugins",
    [10.0, 20.0, 45.0],
    Low,
    "not said; what WordPress sites usually have, estimate",
);
const MEDIA: Parameter = Parameter::more_load(
    Id::Media,
    "Media library today",
    "GB",
    [3.0, 15.0, 60.0],
    Low,
    "not said; what sites with some years of uploads usually have, estimate",
);

/// PHP time of a page by WordPress and the theme alone.
const fn page_cpu(theme: Said<Theme>) -> Parameter {
    match theme {
        Said::Known(Theme::Classic | Theme::Builder) => CPU_CLASSIC,
        Said::Known(Theme::Block) => CPU_BLOCK,
        Said::NotSure => CPU_ANY_THEME,
    }
}

/// PHP time a page builder adds to that.
const fn page_builder(theme: Said<Theme>) -> Parameter {
    match theme {
        Said::Known(_) => CPU_BUILDER,
        Said::NotSure => CPU_ANY_BUILDER,
    }
}
