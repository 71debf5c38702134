//! The list of rules.

use super::{
    accelerators, backups_apart, crawlers, credits_run_dry, direct_origin, exchange_rate, expected_downtime,
    extended_support,
    finding::{Finding, Situation},
    invalidations, larger_for_a_day, lightsail_image, login_endpoints, nat_share, no_points, not_priced,
    outdated_advice, outgrown, peak_size, plugin_updates, private_pricing, response_time, s3_lookups, server_settings,
    sessions, slow_scaling, time_outs, today, unsure_answers, webroot_dispute,
};

/// A rule looks at a situation and may have something to say.
pub(super) type Rule = fn(&Situation<'_>) -> Option<Finding>;

/// All rules, in the order their findings are told within one severity: the gravest first, and what concerns the answers
/// before what concerns the site.
pub(super) const RULES: &[Rule] = &[
    exchange_rate::check,
    no_points::check,
    not_priced::check,
    not_priced::check_others,
    today::check,
    response_time::check,
    time_outs::check,
    credits_run_dry::check,
    login_endpoints::check,
    backups_apart::check,
    plugin_updates::check,
    sessions::check,
    outdated_advice::check,
    server_settings::check,
    direct_origin::check,
    crawlers::check,
    nat_share::check,
    private_pricing::check,
    invalidations::check,
    extended_support::check,
    larger_for_a_day::check,
    webroot_dispute::check,
    accelerators::check,
    expected_downtime::check,
    s3_lookups::check,
    lightsail_image::check,
    slow_scaling::check,
    peak_size::check,
    outgrown::check,
    unsure_answers::check,
];
