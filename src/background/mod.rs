//! What takes longer than a frame, so that nobody waits for it: orders from the page, and what comes of them piece by piece.
//!
//! The same work is done in a worker, where a browser allows one, and between frames elsewhere; this room knows nothing of
//! either (docs/decisions/015).

mod message;
mod order;
mod task;

pub use message::{LogsRead, Progress, Reply, Request, read, written};
pub use order::{Ask, Order};
pub use task::{Bench, Task, Told};
