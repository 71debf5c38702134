//! Small parts that several panels use: components where they keep something or hold children, functions otherwise.

pub(super) mod bar;
pub(super) mod cite;
pub(super) mod cost_range;
pub(super) mod field_group;
pub(super) mod form_sign;
pub(super) mod jump;
pub(super) mod name_field;
pub(super) mod number_field;
pub(super) mod panel;
pub(super) mod problem;
pub(super) mod scroller;
pub(super) mod text_field;
pub(super) mod tick_box;
pub(super) mod verdict_tag;
pub(super) mod why;
