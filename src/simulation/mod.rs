//! What would happen: one week of the client's traffic on an architecture, minute by minute, and what it meters.

pub(crate) mod delays;
mod rule_ranges;
mod rules;
mod cpu;
mod files;
mod fleet;
mod meter;
mod run;
mod examples;
pub mod report;
#[cfg(test)]
pub(crate) mod fixtures;

pub use cpu::{credit_trace, credits as cpu_credits};
pub use examples::{
    cat_site::{CatHour, CatSite, cat_site},
    two_servers,
};
pub use files::{
    efs_throughput,
    file_meter::asked_at_peak,
    plugin_install::{Installer, plugin_install},
    storage_latency,
};
pub use meter::{
    lived::{Lived, Seen},
    outcome::{Outcome, Week},
    series::{Meter, Series},
};
pub use rule_ranges::RULE_RANGES;
pub use rules::{Rules, Start};
pub use run::{
    event::{Event, Events},
    traffic::expected_spike,
    week::{live, simulate},
};

/// Minutes of an hour: the week is simulated hour by hour, so that what changes seldom is looked at seldom.
const HOUR: usize = 60;
