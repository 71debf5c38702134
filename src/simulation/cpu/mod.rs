//! A server's CPU: credits, burst capacity, and the queue of requests before its PHP workers.

pub mod credit_trace;
pub mod credits;
pub(super) mod server_cpu;
pub(super) mod web_queue;
#[cfg(test)]
mod credit_examples;
#[cfg(test)]
mod lightsail_examples;
