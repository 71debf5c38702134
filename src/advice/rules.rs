//! The list of rules.

use super::{
    accelerators, credits_run_dry, exchange_rate, expected_downtime,
    finding::{Finding, Situation},
    no_points, not_priced, outdated_advice, plugin_updates, sessions, slow_scaling, unsure_answers, webroot_dispute,
};

/// A rule looks at a situation and may have something to say.
pub(super) type Rule = fn(&Situation<'_>) -> Option<Finding>;

/// All rules, in the order their findings are told within one severity.
pub(super) const RULES: &[Rule] = &[
    exchange_rate::check,
    no_points::check,
    not_priced::check,
    credits_run_dry::check,
    expected_downtime::check,
    plugin_updates::check,
    sessions::check,
    outdated_advice::check,
    webroot_dispute::check,
    accelerators::check,
    slow_scaling::check,
    unsure_answers::check,
];
