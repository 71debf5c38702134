//! What the figures of one option take for granted: the assumptions that touch it, and what its own parts assume.

use super::Advice;
use crate::{
    architecture::{
        Architecture, CpuAllowance, DatabaseTier, Delivery, Failover, ObjectCache, PageCache, Service, Webroot,
    },
    availability::By,
    decision::Standing,
    questionnaire::{SiteKind, Theme},
    units::{Hours, text},
    workload::{Assumption, Case, Whose},
};

/// One thing that is taken for granted.
#[derive(Clone, Debug, PartialEq)]
pub struct Assumed {
    /// The key of the assumption, where the reader may put a figure of their own in its place.
    pub id: Option<&'static str>,
    /// What is assumed, as a sentence without a full stop.
    pub text: String,
    /// Where that is from.
    pub source: String,
}

/// All that the figures of an option take for granted, its own assumptions first.
pub fn assumed(standing: &Standing, advice: &Advice) -> Vec<Assumed> {
    let mut all = own(standing, advice);
    let architecture = &standing.assessment.architecture;
    all.extend(advice.assumptions().iter().filter(|known| touches(known, architecture, advice)).map(listed));
    all
}

/// An assumption of the list, as a sentence.
fn listed(assumption: &Assumption) -> Assumed {
    let [low, typical, high] = assumption.used.map(|value| text::significant(value, 3));
    let parameter = &assumption.parameter;
    let range = if low == high { String::new() } else { format!(", {low} in the low case and {high} in the high one") };
    Assumed {
        id: Some(parameter.id),
        text: format!("{}: {typical} {}", parameter.name, parameter.unit).trim_end().to_owned() + &range,
        source: match assumption.whose {
            Whose::Ours => format!("{} ({} confidence)", parameter.evidence, parameter.confidence.label()),
            Whose::Said | Whose::Yours => assumption.evidence().to_owned(),
        },
    }
}

/// What holds for this option alone.
fn own(standing: &Standing, advice: &Advice) -> Vec<Assumed> {
    let assessment = &standing.assessment;
    let say = |text: String, source: &str| Assumed { id: None, text, source: source.to_owned() };
    let region = advice.answers.region.name();
    let mut all = vec![say(
        format!(
            "prices are list prices on demand in {region}, before tax and discounts, and a month has {} hours",
            Hours::MONTH.value()
        ),
        &format!("catalog of {}", advice.catalog.version()),
    )];
    let hosting = assessment.hosting;
    for (work, what) in
        [(hosting.operations, "of operations a month"), (hosting.setup, "of setting it up, once and in no total")]
    {
        let [low, typical, high] = [work.low, work.typical, work.high].map(Hours::value);
        all.push(say(format!("{typical} hours {what}, {low} to {high}"), work.evidence));
    }
    all.extend(
        assessment.availability.parts.iter().map(|part| {
            say(format!("{} is up {} of the time: {}", part.name, part.availability, part.how), &part.source)
        }),
    );
    if assessment.recovery.server.by == By::People || assessment.recovery.zone.by == By::People {
        all.push(say(assessment.recovery.server.how.clone(), "estimate, low confidence, from who operates it"));
    }
    all.extend(assessment.bill(Case::Typical).not_priced().map(|line| {
        let what = format!("{}: {} is left out of the total", line.service(), line.name);
        say(what, &line.price.as_ref().err().map_or_else(String::new, |missing| missing.why.to_string()))
    }));
    all
}

/// Whether an assumption touches a figure of this architecture.
fn touches(assumption: &Assumption, architecture: &Architecture, advice: &Advice) -> bool {
    let web = &architecture.web;
    let has_cdn = architecture.has(|service| matches!(service, Service::Cdn(_) | Service::OtherCdn));
    let failover = match architecture.database {
        DatabaseTier::SameServer => None,
        DatabaseTier::Managed { failover, .. } => Some(failover),
    };
    match assumption.parameter.id {
        "h_edge" => web.page_cache == PageCache::Edge,
        "h_origin" => web.page_cache == PageCache::Origin,
        "h_static" => has_cdn,
        "oc" => web.object_cache != ObjectCache::Off,
        "c_woo" | "d_woo" => advice.answers.site == SiteKind::Shop,
        "c_builder" => advice.answers.theme.or(Theme::Builder) == Theme::Builder,
        "event" => assumption.at(Case::High) > 0.0,
        "credit_ramp" => !matches!(web.machine.cpu, CpuAllowance::Fixed),
        "alarm_high" | "alarm_low" | "low_share" | "warm_up" | "detection" => architecture.scales(),
        "recovery" => !architecture.scales(),
        "boot_baked" => web.delivery == Delivery::Baked,
        "boot_mounted" => web.delivery == Delivery::Mounted,
        "boot_git" => web.delivery == Delivery::InstalledFromGit,
        "failover_aurora" => failover == Some(Failover::AuroraReplica),
        "failover_rds" => failover == Some(Failover::MultiAzStandby),
        "restart" => failover == Some(Failover::None),
        "by_hand" => !architecture.scales() || web.webroot == Webroot::Nfs,
        "file_op_efs" | "write_efs" => matches!(web.webroot, Webroot::Efs(_)),
        "file_op_nfs" | "write_nfs" => web.webroot == Webroot::Nfs,
        "file_op_gluster" | "write_gluster" => web.webroot == Webroot::Gluster,
        "write_local" => web.webroot == Webroot::Local,
        "attribute_cache" => web.webroot != Webroot::Local,
        _ => true,
    }
}
