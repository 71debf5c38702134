//! What a week comes to: curves, totals, and what a month meters.

pub(super) mod metering;
pub(super) mod lived;
pub(super) mod month;
pub(super) mod origin;
pub(super) mod outcome;
pub(super) mod percentile;
pub(super) mod recorder;
pub(super) mod series;
pub(super) mod tally;
