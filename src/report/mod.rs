//! Advice written down, one format a file.

mod csv;
mod derivation;
mod drawing;
pub mod facts;
mod json;
mod markdown;
mod odds;
mod plain;
mod source_pages;
mod today;

pub use csv::{bill_table, csv};
pub use derivation::{Cited, Derivation, derivations};
pub use drawing::{failing, overlay};
pub use json::{json, json_with_odds};
pub use markdown::markdown;
pub use odds::{odds, odds_csv, odds_json, regions_csv};
pub use plain::plain;
pub use source_pages::source_pages;
pub use today::{MOVE_HEADINGS, MoveRow, moves, today_status, today_told};
