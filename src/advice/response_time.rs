//! Pages that take longer than asked: whether hosting or the site is the cause, and what would mend it.

use super::finding::{Finding, Severity, Situation};
use crate::{
    architecture::Webroot,
    decision::{
        Standing,
        response_time::{is_slower_than_asked, said},
    },
    questionnaire::{DemandParameter as Id, SiteKind, Theme},
    simulation::{
        Rules,
        storage_latency::{PhpFiles, Revalidation, StorageLatency},
    },
    units::{Seconds, ordered, text},
    workload::{Case, Workload},
};

/// Kept by less than this factor, a limit is at risk.
const NEAR: f64 = 1.4;

pub(super) fn check(situation: &Situation<'_>) -> Option<Finding> {
    let first = situation.first()?;
    let limit = situation.answers.max_response?;
    let (time, own) = (first.assessment.response, first.assessment.own_response);
    if time * NEAR <= limit {
        return None;
    }
    let slower = is_slower_than_asked(&first.assessment, situation.answers);
    let cause = if own * NEAR > limit {
        Cause::Site
    } else if first.assessment.architecture.web.webroot == Webroot::Local {
        Cause::Crowding
    } else {
        Cause::Files
    };
    let (detail, remedy) = match cause {
        Cause::Site => site(situation, own),
        Cause::Files => files(situation, first),
        Cause::Crowding => crowding(situation, first),
    };
    Some(Finding {
        rule: "response-time",
        severity: if slower { Severity::Warning } else { Severity::Consider },
        title: format!(
            "Page views that reach PHP take up to {}, and {} was asked for: {}",
            said(time),
            said(limit),
            match cause {
                Cause::Site => "the site itself is the cause, and no hosting mends it",
                Cause::Files => "the shared file system is the cause",
                Cause::Crowding => "requests wait for one another",
            }
        ),
        detail,
        remedy,
        source: "simulated week; measured PHP times and files in the assumptions",
        views: Vec::new(),
    })
}

/// What makes pages slow most.
#[derive(Clone, Copy)]
enum Cause {
    Site,
    Files,
    Crowding,
}

/// The parts of a page's PHP time, the largest first, with what doing without it is called.
fn parts(situation: &Situation<'_>) -> Vec<(f64, &'static str, String)> {
    let at = |id: Id| typical(situation.workload, id);
    let plugins = at(Id::Plugins);
    let builder = situation.answers.theme.or(Theme::Builder) == Theme::Builder;
    let shop = situation.answers.site == SiteKind::Shop;
    let mut parts = vec![
        (
            plugins * at(Id::CpuPlugin) / 2.0,
            "half of the plugins",
            format!("{} plugins take {} ms", text::grouped(plugins), text::grouped(plugins * at(Id::CpuPlugin))),
        ),
        (
            at(Id::CpuCore) * 0.7,
            "a lighter theme",
            format!("WordPress and the theme {} ms", text::grouped(at(Id::CpuCore))),
        ),
    ];
    if builder {
        let time = at(Id::CpuBuilder);
        parts.push((time, "the page builder", format!("the page builder {} ms", text::grouped(time))));
    }
    if shop {
        let time = at(Id::CpuWoo);
        parts.push((0.0, "WooCommerce", format!("WooCommerce {} ms", text::grouped(time))));
    }
    ordered(parts, |a, b| b.0.total_cmp(&a.0))
}

fn typical(workload: &Workload, id: Id) -> f64 {
    workload.assumption(id).at(Case::Typical)
}

/// The site's own time, and what would shorten it: times grow with the CPU time of a page.
fn site(situation: &Situation<'_>, own: Seconds) -> (String, String) {
    let demand = situation.workload.typical();
    let (speed, wait) = (typical(situation.workload, Id::Speed), demand.wait.value());
    let whole = demand.page_cpu.value() * wait + demand.page_database.value() * demand.object_cache.value();
    let parts = parts(situation);
    let told: Vec<_> = parts.iter().map(|(_, _, told)| told.as_str()).collect();
    let without: Vec<_> = parts
        .iter()
        .filter(|(saved, ..)| *saved > 0.0)
        .take(2)
        .map(|(saved, what, _)| {
            let left = own * (1.0 - saved / speed * wait / whole).max(0.0);
            match *what {
                "a lighter theme" => format!("with a lighter theme {}", said(left)),
                other => format!("without {other} {}", said(left)),
            }
        })
        .collect();
    (
        format!(
            "On an idle server 95 % of them take up to {}. Of the {} ms of PHP time of a page, {}; calls to other sites and the \
             database come on top",
            said(own),
            text::grouped(demand.page_cpu.value()),
            told.join(", ")
        ),
        format!(
            "{}. Profile the slowest plugins first (Query Monitor, Code Profiler): a few of them are usually most of it",
            text::capital(&without.join(", "))
        ),
    )
}

/// What a shared webroot adds, and what it takes to be rid of it.
fn files(situation: &Situation<'_>, first: &Standing) -> (String, String) {
    let demand = situation.workload.typical();
    let rules = Rules::new(&situation.answers.overrides, situation.answers.operator);
    let webroot = first.assessment.architecture.web.webroot;
    let usual = StorageLatency::new(webroot, demand, &rules, PhpFiles::default());
    let unchecked = PhpFiles { revalidation: Revalidation::Off, ..PhpFiles::default() };
    let unchecked = StorageLatency::new(webroot, demand, &rules, unchecked);
    (
        format!(
            "Every {} s a server looks its {} PHP files up again, one after the other, and the page that meets it waits {} more; \
             on a quiet site that is every page",
            text::grouped(rules.attribute_cache.value()),
            text::grouped(demand.files_per_page.value()),
            said(usual.expiry())
        ),
        format!(
            "With opcache.validate_timestamps=0 it waits {}, and each change of a file then takes a reload of PHP. On the servers' \
             own disks, installed from Git or baked into the image, it does not wait at all",
            said(unchecked.expiry())
        ),
    )
}

/// What crowding comes from.
fn crowding(situation: &Situation<'_>, first: &Standing) -> (String, String) {
    let demand = situation.workload.typical();
    let share = demand.uncached(first.assessment.architecture.web.page_cache).pages;
    let must = typical(situation.workload, Id::Uncacheable) * 100.0;
    (
        format!(
            "{} % of people's page views reach PHP, {} % must not be cached; in the busiest hour 95 % of them take up to {}",
            text::grouped(share.as_percent()),
            text::grouped(must),
            said(first.assessment.week.outcome.slow_response.into())
        ),
        "Take a larger size, or let fewer page views past the cache: carts and logins alone, not every cookie, and no query \
         strings of campaigns"
            .to_owned(),
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        advice::fixture::{Given, option},
        architecture::{Delivery, EfsThroughput},
        billing::Bill,
        questionnaire::{Answers, Said},
        simulation::{Outcome, fixtures},
        units::{Count, Milliseconds},
    };

    fn slow(webroot: Webroot, week: f64, idle: f64) -> Standing {
        let group = fixtures::group(fixtures::fixed(2.0), 2.0, 4.0, Delivery::Mounted, webroot);
        let outcome =
            Outcome { response: Milliseconds::new(week), idle_response: Milliseconds::new(idle), ..Outcome::default() };
        option("efs", group, Bill::default(), outcome)
    }

    fn told(answers: Answers, standing: Standing) -> Option<Finding> {
        Given::new(answers, standing).told(check)
    }

    #[test]
    fn plugins_are_named_where_they_are_the_cause() {
        let answers = Answers { plugins: Said::Known(Count::new(120.0)), ..Answers::default() };
        let told = told(answers, slow(Webroot::Local, 3_200.0, 3_100.0)).unwrap();
        assert_eq!(told.severity, Severity::Warning);
        assert!(told.title.ends_with("the site itself is the cause, and no hosting mends it"), "{}", told.title);
        assert!(told.detail.contains("120 plugins take"), "{}", told.detail);
        assert!(told.remedy.starts_with("Without half of the plugins"), "{}", told.remedy);
    }

    #[test]
    fn a_shared_webroot_is_named_where_it_is_the_cause() {
        let told = told(Answers::default(), slow(Webroot::Efs(EfsThroughput::Elastic), 2_600.0, 500.0)).unwrap();
        assert!(told.title.ends_with("the shared file system is the cause"), "{}", told.title);
        assert!(told.remedy.contains("validate_timestamps=0"), "{}", told.remedy);
    }

    #[test]
    fn a_server_that_is_too_small_is_named_and_a_quick_one_is_not() {
        let crowded = told(Answers::default(), slow(Webroot::Local, 1_800.0, 500.0)).unwrap();
        assert_eq!(crowded.severity, Severity::Consider);
        assert!(crowded.title.ends_with("requests wait for one another"), "{}", crowded.title);
        assert_eq!(told(Answers::default(), slow(Webroot::Local, 900.0, 500.0)), None);
        let unasked = Answers { max_response: None, ..Answers::default() };
        assert_eq!(told(unasked, slow(Webroot::Local, 9_000.0, 500.0)), None);
    }
}
