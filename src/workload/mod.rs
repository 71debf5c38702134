//! What the answers mean: requests, CPU time, memory, bytes, in a low, a typical and a high case, and the assumptions
//! behind them.

mod assumption;
mod content;
mod demand;
mod doubt;
mod left_open;
mod model;
mod parameters;
mod peak;
mod sent;
mod shape;
mod stored;

pub use assumption::{Assumption, Case, Larger, Parameter, Whose};
pub use content::Content;
pub use demand::{Demand, HTML, PeakFrom, Uncached};
pub use left_open::{left_open, measured};
pub use model::Workload;
pub use parameters::usual_visits;
pub use sent::{Front, Sent, UPLOADED, Uploads};
pub use shape::{Beside, Shape, WEEK_MINUTES};
