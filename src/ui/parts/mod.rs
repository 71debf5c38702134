//! Small parts that several panels use.

pub(super) mod bar;
pub(super) mod decimal_field;
pub(super) mod jump;
pub(super) mod problem;
pub(super) mod steady;
pub(super) mod text_field;
pub(super) mod verdict_tag;
pub(super) mod why;
