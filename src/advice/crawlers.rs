//! Crawlers in filters, searches and carts: pages without end that no cache holds.

use super::finding::{Finding, Severity, Situation};
use crate::{
    questionnaire::SiteKind,
    units::{RequestsPerSecond, Vcpus, text},
};

/// The share of PHP's requests from which bots are worth a rule of their own (estimate).
const LARGE: f64 = 0.25;
/// Busy vCPUs below which they are not (estimate).
const FELT: Vcpus = Vcpus::new(0.02);

pub(super) fn check(situation: &Situation<'_>) -> Option<Finding> {
    let architecture = &situation.first()?.assessment.architecture;
    let demand = situation.workload.typical();
    let cache = architecture.web.page_cache;
    let bots = demand.mean_bots();
    let uncached = RequestsPerSecond::new(bots.value() * demand.uncached(cache).bots.value());
    let share = uncached.value() / demand.mean(cache).value().max(1e-9);
    let sells = situation.answers.site == SiteKind::Shop;
    let large = share >= LARGE && demand.busy_web(uncached) >= FELT;
    if !large && !sells {
        return None;
    }
    let (places, rules) = if sells {
        ("filters, searches and the cart", "/*?s=, /*?filter_, /*?orderby=, /*add-to-cart= and /cart/")
    } else {
        ("searches and archives", "/*?s= and /*/feed/")
    };
    let story = if sells { "; one crawler's loop on add-to-cart links has been 43 a second for a day" } else { "" };
    Some(Finding {
        rule: "crawlers",
        severity: if large { Severity::Consider } else { Severity::Note },
        title: format!(
            "Keep crawlers out of {places}: bots make {} % of what reaches PHP",
            text::grouped(share * 100.0)
        ),
        detail: format!(
            "Bots ask for {} pages a second, by day as at night, and {} of them a second run PHP, {} vCPU of it{story}",
            text::significant(bots.value(), 2),
            text::significant(uncached.value(), 2),
            text::significant(demand.busy_web(uncached).value(), 2),
        ),
        remedy: format!(
            "Disallow {rules} in robots.txt, and for those that do not read it limit requests an address at the edge; links \
             that only sort or filter carry rel=\"nofollow\""
        ),
        source: "Imperva Bad Bot Report 2025; Kinsta on AI crawlers, 2025; Google Search Central, faceted navigation",
        views: Vec::new(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::advice::fixture::{self, Given};

    #[test]
    fn a_shop_is_told_of_filters_and_the_cart() {
        let told = Given::new(fixture::preset("shop"), fixture::single()).told(check).unwrap();
        assert!(
            told.title.starts_with("Keep crawlers out of filters, searches and the cart: bots make "),
            "{}",
            told.title
        );
        assert!(told.detail.contains("43 a second"), "{}", told.detail);
    }

    #[test]
    fn a_large_site_is_told_where_bots_are_much_of_the_work_and_a_small_one_is_not() {
        let told = |site: &str| Given::new(fixture::preset(site), fixture::single()).told(check);
        assert_eq!(told("news").map(|finding| finding.severity), Some(Severity::Consider));
        assert_eq!(told("brochure"), None);
        assert_eq!(told("membership"), None, "members are most of the work");
    }
}
