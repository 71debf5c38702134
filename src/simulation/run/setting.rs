use crate::{
    architecture::Architecture,
    simulation::{Rules, run::event::Events},
    workload::{Demand, Shape},
};

/// Everything a week is simulated from.
#[derive(Clone, Copy)]
pub(crate) struct Setting<'a> {
    pub(crate) architecture: &'a Architecture,
    pub(crate) demand: &'a Demand,
    pub(crate) shape: &'a Shape,
    pub(crate) events: &'a Events,
    pub(crate) rules: &'a Rules,
}
