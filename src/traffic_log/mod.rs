//! The client's own access log, measured: bytes in, traffic out.
//!
//! A log is read as it comes, piece by piece, in memory that does not grow with its length: [`LogReader`] takes the pieces,
//! recognises the format, and gives [`Traffic`], which holds figures only. Addresses, paths, user names and referrers are
//! looked at while a line is read and never kept; clients are told apart by a hash of address and user agent.
//!
//! What a figure means stands at the figure. Where a definition is a choice (what a bot is, what a page is), it is one
//! that other log analysers share in part: the tests compare with the figures of real logs.

mod agent;
mod answers;
mod broken;
mod clients;
mod clock;
mod edge;
mod format;
mod formats;
mod hash;
mod line;
mod measure;
mod minutes;
mod peak;
mod plain;
mod reader;
mod recent;
mod recognise;
mod replay;
mod request;
mod splitter;
mod traffic;
mod warnings;

pub use answers::Finding;
pub use broken::Broken;
pub use clock::first_second;
pub use format::Format;
pub use minutes::MinuteLoad;
pub use peak::{Peak, Peaks};
pub use plain::{Figure, figures, plain};
pub use reader::LogReader;
pub use traffic::{FileRead, People, Share, Traffic};
