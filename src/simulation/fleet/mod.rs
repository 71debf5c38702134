//! The servers: how many are in service, what they can serve, and what events do to them.

pub(super) mod auto_scaling;
pub(super) mod disturbance;
pub(super) mod server_pool;
