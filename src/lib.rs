//! Groundplan: an architecture advisor for WordPress on AWS.
//!
//! The rooms below are listed in reading order, and a room uses only rooms above it: answers become a workload, a
//! workload becomes one architecture per hosting option, each architecture lives through a week, the week is metered,
//! the meter is billed, and the facts of all options meet in a decision. See ARCHITECTURE.md.

pub mod units;
pub mod typeface;
pub mod codec;
pub mod catalog;
pub mod choices;
pub mod questionnaire;
pub mod traffic_log;
pub mod site_probe;
pub mod architecture;
pub mod workload;
pub mod billing;
pub mod simulation;
pub mod services;
pub mod availability;
pub mod options;
pub mod assessment;
pub mod decision;
pub mod search;
pub mod advice;
pub mod odds;
pub mod diagram;
pub mod charts;
pub mod report;
pub mod deploy;
pub mod session;
pub mod background;
pub mod kit;
pub mod workshop;
pub mod persistence;

// Below here the browser is known.
#[cfg(any(target_arch = "wasm32", feature = "ssr"))]
pub mod browser;
#[cfg(any(target_arch = "wasm32", feature = "ssr"))]
pub mod ui;
