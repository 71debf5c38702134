//! One format a file: a line of it taken apart.

pub(super) mod common;
pub(super) mod elb;
pub(super) mod json;
pub(super) mod w3c;
