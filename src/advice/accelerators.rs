//! What to do before, or instead of, going multi-server.

use super::finding::{Finding, Severity, Situation};
use crate::{architecture::PageCache, units::text};

pub(super) fn check(situation: &Situation<'_>) -> Option<Finding> {
    let demand = situation.workload.typical();
    let bare = demand.busy_web(demand.peak(PageCache::Off)).value() / demand.target.value();
    let cached = demand.busy_web(demand.peak(PageCache::Edge)).value() / demand.target.value();
    let times = bare / cached.max(1e-9);
    // One server, and caches it hardly needs: nothing to decide.
    if bare < 1.0 && !situation.first()?.assessment.architecture.replaces_itself() {
        return None;
    }
    let (severity, title) = match (bare, times) {
        (bare, _) if bare < 1.0 => {
            (Severity::Note, "One small server carries this even without caches; with them it is faster".to_owned())
        }
        (_, times) if times > 3.0 => {
            (Severity::Consider, format!("Caching comes first: it cuts the servers needed to {}", fraction(times)))
        }
        _ => (Severity::Note, "Caching helps less here than elsewhere: many page views are personal".to_owned()),
    };
    Some(Finding {
        rule: "accelerators",
        severity,
        title,
        detail: format!(
            "The peak needs {} vCPU without a page cache and {} with one at the edge. An object cache takes {} % off the \
             database, OPcache saves three to eleven times the PHP time",
            text::significant(bare, 2),
            text::significant(cached, 2),
            text::grouped((1.0 - demand.object_cache.value()) * 100.0)
        ),
        remedy: "OPcache is part of every option here; content delivery, media in S3, page cache and object cache are decided \
                 for each by what they bring".to_owned(),
        source: "AWS whitepaper, Improving Performance and Cost Efficiency; measured CPU times in the assumptions",
        views: Vec::new(),
    })
}

/// One part in so many, in words up to a tenth.
fn fraction(times: f64) -> String {
    let words = ["a third", "a quarter", "a fifth", "a sixth", "a seventh", "an eighth", "a ninth", "a tenth"];
    let word = words.get((times.round() as usize).saturating_sub(3)).copied();
    word.map_or_else(|| "less than a tenth".to_owned(), str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::advice::fixture::{self, Given};

    #[test]
    fn shares_are_said_in_words() {
        assert_eq!(fraction(3.2), "a third");
        assert_eq!(fraction(8.1), "an eighth");
        assert_eq!(fraction(40.0), "less than a tenth");
    }

    #[test]
    fn caching_comes_first_where_it_cuts_the_servers_and_never_where_one_small_server_is_enough() {
        let told = |preset: &str| Given::new(fixture::preset(preset), fixture::single()).told(check).unwrap();
        let fleet = Given::new(fixture::preset("brochure"), fixture::group()).told(check).unwrap();
        assert_eq!(fleet.severity, Severity::Note);
        assert!(fleet.title.starts_with("One small server"), "{}", fleet.title);
        assert_eq!(Given::new(fixture::preset("brochure"), fixture::single()).told(check), None);
        assert_eq!(told("news").severity, Severity::Consider);
        assert!(told("membership").title.starts_with("Caching helps less"), "{}", told("membership").title);
    }
}
