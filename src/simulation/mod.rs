//! What would happen: one week of the client's traffic on an architecture, minute by minute, and what it meters.

pub(crate) mod delays;
mod rule_ranges;
mod rules;
mod event;
mod outcome;
mod series;
pub mod cpu_credits;
pub mod efs_throughput;
pub mod storage_latency;
mod plugin_install;
pub mod credit_trace;
mod cat_site;
pub mod two_servers;
mod web_queue;
mod traffic;
mod disturbance;
mod auto_scaling;
mod plant;
mod tally;
mod cpu;
mod origin;
mod file_meter;
mod metering;
mod month;
mod recorder;
mod play;
mod week;
mod checksum;
pub mod report;
#[cfg(test)]
mod credit_examples;
#[cfg(test)]
mod efs_examples;
#[cfg(test)]
pub(crate) mod fixtures;
#[cfg(test)]
mod lightsail_examples;

pub use cat_site::{CatHour, CatSite, cat_site};
pub use checksum::{checksum, eventful};
pub use event::{Event, Events};
pub use outcome::Outcome;
pub use plugin_install::{Installer, plugin_install};
pub use rule_ranges::RULE_RANGES;
pub use rules::{Rules, Start};
pub use series::{Meter, Series};
pub use traffic::expected_spike;
pub use week::{Week, simulate};

/// Minutes of an hour: the week is played hour by hour, so that what changes seldom is looked at seldom.
const HOUR: usize = 60;
