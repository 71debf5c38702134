//! What the answers mean: requests, CPU time, memory, bytes, in a low, a typical and a high case, and the assumptions
//! behind them.

mod assumption;
mod demand;
mod left_open;
mod model;
mod parameters;
mod shape;

pub use assumption::{Assumption, Case, Larger, Parameter, Whose};
pub use demand::{Demand, HTML, Uncached};
pub use left_open::{left_open, measured};
pub use model::Workload;
pub use parameters::usual_visits;
pub use shape::{Beside, Shape, WEEK_MINUTES};
