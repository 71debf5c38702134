//! Small parts that several panels use.

pub(super) mod jump;
pub(super) mod why;
