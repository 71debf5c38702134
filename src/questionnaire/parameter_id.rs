//! Names of assumptions, as overrides, links and files write them. What is likely stands where it is
//! used, in `workload::parameters` and `simulation::rule_ranges`; what may be put in its place, in `parameter_range`.

use strum::{EnumString, IntoStaticStr, VariantArray};

/// Names an assumption.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ParameterId {
    /// One of the sizing model's.
    Demand(DemandParameter),
    /// One of the simulated week's.
    Week(WeekParameter),
}

impl ParameterId {
    /// Its key in links and files.
    pub fn token(self) -> &'static str {
        match self {
            Self::Demand(id) => id.into(),
            Self::Week(id) => id.into(),
        }
    }

    /// The assumption a key stands for.
    pub fn from_token(token: &str) -> Option<Self> {
        token.parse().map(Self::Demand).or_else(|_| token.parse().map(Self::Week)).ok()
    }

    /// All of them, the sizing model's first.
    pub fn all() -> impl Iterator<Item = Self> {
        let week = WeekParameter::VARIANTS.iter().copied().map(Self::Week);
        DemandParameter::VARIANTS.iter().copied().map(Self::Demand).chain(week)
    }
}

/// A parameter of the sizing model, in the order listed in reports.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, EnumString, IntoStaticStr, VariantArray)]
#[strum(serialize_all = "snake_case")]
#[expect(missing_docs, reason = "each is named and explained by its range in workload::parameters")]
pub enum DemandParameter {
    Visits,
    #[strum(serialize = "ppv")]
    PagesPerVisit,
    #[strum(serialize = "s_u")]
    Uncacheable,
    Peak,
    Event,
    #[strum(serialize = "ajax")]
    AjaxCalls,
    #[strum(serialize = "k")]
    PageWeight,
    Plugins,
    Items,
    Orders,
    Accounts,
    Media,
    Edits,
    #[strum(serialize = "c_core")]
    CpuCore,
    #[strum(serialize = "c_builder")]
    CpuBuilder,
    #[strum(serialize = "h_static")]
    HitStatic,
    Bots,
    #[strum(serialize = "f_day")]
    DayFactor,
    #[strum(serialize = "f_hour")]
    HourFactor,
    #[strum(serialize = "f_burst")]
    BurstFactor,
    #[strum(serialize = "h_origin")]
    HitOrigin,
    #[strum(serialize = "h_edge")]
    HitEdge,
    #[strum(serialize = "h_bot")]
    HitBots,
    #[strum(serialize = "c_plug")]
    CpuPlugin,
    #[strum(serialize = "c_woo")]
    CpuWoo,
    #[strum(serialize = "d_core")]
    DbCore,
    #[strum(serialize = "d_woo")]
    DbWoo,
    #[strum(serialize = "d_plug")]
    DbPlugin,
    #[strum(serialize = "d_size")]
    DbSize,
    #[strum(serialize = "oc")]
    ObjectCache,
    AjaxCost,
    Wait,
    Speed,
    #[strum(serialize = "rho")]
    CpuTarget,
    #[strum(serialize = "mb")]
    WorkerMemory,
    #[strum(serialize = "fp")]
    FirstParty,
    #[strum(serialize = "rep")]
    Repeat,
}

/// A rule of the simulated week, in the order listed in reports.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, EnumString, IntoStaticStr, VariantArray)]
#[strum(serialize_all = "snake_case")]
#[expect(missing_docs, reason = "each is named and explained by its range in simulation::rule_ranges")]
pub enum WeekParameter {
    CreditRamp,
    AlarmHigh,
    AlarmLow,
    LowShare,
    WarmUp,
    BootBaked,
    BootMounted,
    BootGit,
    Recovery,
    Detection,
    FailoverAurora,
    FailoverRds,
    Restart,
    ByHand,
    Spread,
    Patience,
    FileOpEfs,
    FileOpNfs,
    FileOpGluster,
    WriteLocal,
    WriteEfs,
    WriteNfs,
    WriteGluster,
    AttributeCache,
    Compile,
    PluginFiles,
    Deployments,
    CopyRate,
    SwitchOver,
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Overrides tell an assumption from a price by the dot in the price's name.
    #[test]
    fn every_assumption_is_found_again_by_its_key_and_none_has_a_dot() {
        for id in ParameterId::all() {
            assert_eq!(ParameterId::from_token(id.token()), Some(id));
            assert!(!id.token().contains('.'), "{}", id.token());
        }
        assert_eq!(ParameterId::from_token("moon"), None);
    }
}
