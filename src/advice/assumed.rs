//! What the figures of one option take for granted: the assumptions that touch it, and what its own parts assume.

use super::result::Advice;
use crate::{
    architecture::{
        Architecture, CpuAllowance, DatabaseTier, Delivery, Failover, ObjectCache, PageCache, Service, Webroot,
    },
    availability::By,
    decision::Standing,
    questionnaire::{DemandParameter as Demand, ParameterId, SiteKind, Theme, WeekParameter as Week},
    units::{Count, Hours, text},
    workload::{Assumption, Case, PeakFrom, Whose},
};

/// One thing that is taken for granted.
#[derive(Clone, Debug, PartialEq)]
pub struct Assumed {
    /// The key of the assumption, where the reader may put a figure of their own in its place.
    pub id: Option<ParameterId>,
    /// What is assumed, as a sentence without a full stop.
    pub text: String,
    /// Where that is from.
    pub source: String,
}

/// All that the figures of an option take for granted, its own assumptions first.
pub fn assumed(standing: &Standing, advice: &Advice) -> Vec<Assumed> {
    let mut all = own(standing, advice);
    let architecture = &standing.assessment.architecture;
    all.extend(
        advice
            .assumptions()
            .iter()
            .filter(|known| touches(known, architecture, advice))
            .map(|known| listed(known, advice)),
    );
    all
}

/// An assumption of the list, as a sentence.
fn listed(assumption: &Assumption, advice: &Advice) -> Assumed {
    let [low, typical, high] = assumption.used.map(|value| text::significant(value, 3));
    let parameter = &assumption.parameter;
    let range = if low == high { String::new() } else { format!(", {low} in the low case and {high} in the high one") };
    Assumed {
        id: Some(parameter.id),
        text: format!("{}: {typical} {}", parameter.name, parameter.unit).trim_end().to_owned() + &range,
        source: match assumption.whose {
            Whose::Ours => format!("{} ({} confidence)", parameter.evidence, parameter.confidence.label()),
            Whose::Said | Whose::Yours => assumption.evidence().to_owned(),
            Whose::Measured => format!("measured in {}", advice.answers.measured.source()),
        },
    }
}

/// What holds for this option alone.
fn own(standing: &Standing, advice: &Advice) -> Vec<Assumed> {
    let assessment = &standing.assessment;
    let say = |text: String, source: &str| Assumed { id: None, text, source: source.to_owned() };
    let region = advice.answers.region.name();
    let bought = match assessment.design.purchase.term() {
        None => "on demand".to_owned(),
        Some(term) => format!("on demand or committed for {}", term.words()),
    };
    let mut all = vec![say(
        format!(
            "prices are list prices {bought} in {region}, before tax and discounts, and a month has {} hours",
            Hours::MONTH.value()
        ),
        &format!("catalog of {}", advice.catalog.version()),
    )];
    let demand = advice.workload.typical();
    let held = [
        (demand.content.items, "posts, pages and products"),
        (demand.content.orders, "orders"),
        (demand.content.accounts, "accounts"),
    ];
    let held = held.iter().filter(|(count, _)| *count > Count::ZERO);
    let held: Vec<_> = held.map(|(count, what)| format!("{} {what}", text::significant(count.value(), 2))).collect();
    all.push(say(
        format!(
            "the database takes {} GiB with its indexes: {}",
            text::significant(demand.database.value(), 2),
            held.join(", ")
        ),
        "20 KB an item, 15 an order, 5 an account, twice with indexes, and 0.15 GiB for WordPress itself (estimate, low confidence)",
    ));
    let hosting = assessment.hosting;
    for (work, what) in
        [(&assessment.operations, "of operations a month"), (&hosting.setup, "of setting it up, once and in no total")]
    {
        let [low, typical, high] = [work.low, work.typical, work.high].map(Hours::value);
        all.push(say(format!("{typical} hours {what}, {low} to {high}"), work.evidence));
    }
    all.extend(assessment.component_slas.parts.iter().map(|part| {
        let text = format!("component SLA of {}: {}; {}", part.name, part.availability, part.how);
        say(text, &part.source)
    }));
    all.extend(assessment.expected.causes.iter().map(|share| {
        let text = format!("expected downtime by {}: {}", share.cause.label(), share);
        say(text, share.cause.source())
    }));
    if assessment.recovery.server.by() == By::People || assessment.recovery.zone.by() == By::People {
        all.push(say(assessment.recovery.server.way.to_string(), "estimate, low confidence, from who operates it"));
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
    let has_cdn = architecture.has(|service| matches!(service, Service::Cdn(_) | Service::OtherCdn(_)));
    let failover = match architecture.database {
        DatabaseTier::SameServer => None,
        DatabaseTier::Managed { failover, .. } => Some(failover),
    };
    match assumption.parameter.id {
        ParameterId::Demand(id) => match id {
            Demand::HitEdge => web.page_cache == PageCache::Edge,
            Demand::HitOrigin => web.page_cache == PageCache::Origin,
            Demand::HitStatic => has_cdn,
            Demand::Edits => architecture.has(|service| matches!(service, Service::Cdn(_))),
            Demand::ObjectCache => web.object_cache != ObjectCache::Off,
            Demand::CpuWoo | Demand::DbWoo => advice.answers.site == SiteKind::Shop,
            Demand::CpuBuilder => advice.answers.theme.or(Theme::Builder) == Theme::Builder,
            Demand::Event => advice.workload.typical().peak_from == PeakFrom::Event,
            Demand::Orders => advice.answers.site == SiteKind::Shop,
            Demand::Accounts => assumption.at(Case::High) > 0.0,
            Demand::Visits
            | Demand::PagesPerVisit
            | Demand::Uncacheable
            | Demand::Peak
            | Demand::AjaxCalls
            | Demand::PageWeight
            | Demand::Plugins
            | Demand::Items
            | Demand::Media
            | Demand::CpuCore
            | Demand::Bots
            | Demand::DayFactor
            | Demand::HourFactor
            | Demand::BurstFactor
            | Demand::HitBots
            | Demand::CpuPlugin
            | Demand::DbCore
            | Demand::DbPlugin
            | Demand::DbSize
            | Demand::AjaxCost
            | Demand::Wait
            | Demand::Speed
            | Demand::CpuTarget
            | Demand::WorkerMemory
            | Demand::FirstParty
            | Demand::Repeat => true,
        },
        ParameterId::Week(id) => match id {
            Week::CreditRamp => !matches!(web.machine.cpu, CpuAllowance::Fixed),
            Week::AlarmHigh | Week::AlarmLow | Week::LowShare | Week::WarmUp => architecture.replaces_itself(),
            Week::Detection => architecture.replaces_itself() || architecture.is_balanced(),
            Week::Recovery => !architecture.replaces_itself(),
            Week::BootBaked => web.delivery == Delivery::Baked,
            Week::BootMounted => web.delivery == Delivery::Mounted,
            Week::BootGit => web.delivery == Delivery::InstalledFromGit,
            Week::FailoverAurora => failover == Some(Failover::AuroraReplica),
            Week::FailoverRds => failover == Some(Failover::MultiAzStandby),
            Week::Restart => failover == Some(Failover::None),
            Week::ByHand => !architecture.replaces_itself() || architecture.hangs_on_a_file_server(),
            Week::FileOpEfs | Week::WriteEfs => matches!(web.webroot, Webroot::Efs(_)),
            Week::FileOpNfs | Week::WriteNfs => web.webroot == Webroot::Nfs,
            Week::FileOpGluster | Week::WriteGluster => web.webroot == Webroot::Gluster,
            Week::WriteLocal => web.webroot == Webroot::Local,
            Week::AttributeCache => web.webroot != Webroot::Local,
            Week::Spread | Week::Patience | Week::Compile | Week::PluginFiles | Week::Deployments => true,
            Week::CopyRate | Week::SwitchOver => advice.today.is_some(),
        },
    }
}
