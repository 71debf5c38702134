//! What to tell the client: the verdict, the findings, the checklist. One rule a file.

mod accelerators;
mod among;
mod assumed;
mod backups_apart;
mod checklist;
mod crawlers;
mod credits_run_dry;
mod direct_origin;
mod exchange_rate;
mod expected_downtime;
mod extended_support;
mod finding;
#[cfg(test)]
mod fixture;
mod headline;
mod larger_for_a_day;
mod lightsail_image;
mod login_endpoints;
mod nat_share;
mod no_points;
mod not_priced;
mod outdated_advice;
mod plugin_updates;
mod private_pricing;
mod result;
mod rules;
mod server_settings;
mod sessions;
mod slow_scaling;
mod unsure_answers;
mod webroot_dispute;

pub use among::advise_among;
pub use assumed::{Assumed, assumed};
pub use checklist::{Holds, Point, SOURCE as CHECKLIST_SOURCE, checklist};
pub use finding::{Finding, Severity, View};
pub use headline::Headline;
pub use result::Advice;

use crate::{catalog::Catalog, options::OPTIONS, questionnaire::Answers, simulation::Events};

/// From answers to advice: the whole pipeline.
pub fn advise(answers: &Answers, catalog: &Catalog) -> Advice {
    advise_with(answers, catalog, &Events::new())
}

/// The same, with what-if events in the simulated week.
pub fn advise_with(answers: &Answers, catalog: &Catalog, events: &Events) -> Advice {
    advise_among(&OPTIONS, answers, catalog, events)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::questionnaire::{LocalWrites, Said, preset};
    use crate::units::Usd;

    fn answers(id: &str) -> Answers {
        (preset(id).unwrap().answers)()
    }

    fn has(advice: &Advice, rule: &str) -> bool {
        advice.findings.iter().any(|finding| finding.rule == rule)
    }

    #[test]
    fn what_has_no_price_is_told_until_there_is_a_price_of_ones_own() {
        let mut blog = answers("blog");
        let advice = advise(&blog, &Catalog::bundled());
        assert!(has(&advice, "not-priced") && advice.headline.verdict.ends_with(" a month or more"));
        blog.overrides.insert("cdn.other.month".to_owned(), 0.0);
        let advice = advise(&blog, &Catalog::bundled());
        assert!(
            !has(&advice, "not-priced") && advice.headline.verdict.ends_with(" a month, with 1 figure of your own")
        );
    }

    /// What plugins write to one server's disk the others never see, so a shared webroot is what is left.
    #[test]
    fn plugins_that_write_to_disk_decide_for_the_shared_webroot() {
        let writes = Answers { local_writes: Said::Known(LocalWrites::Yes), ..answers("membership") };
        let advice = advise(&writes, &Catalog::bundled());
        assert_eq!(advice.recommended().map(|standing| standing.assessment.hosting.id), Some(crate::options::EFS));
    }

    #[test]
    fn the_headline_says_when_it_is_too_close_when_one_is_left_and_when_none_is() {
        let said = |answers: &Answers| advise(answers, &Catalog::bundled()).headline;
        let points = advise(&answers("blog"), &Catalog::bundled()).checklist.len();
        let met = format!("0 of the consultant's {points} points speak for AWS");
        assert!(said(&answers("blog")).reason.ends_with(&met));
        let ahead = "the first is ahead in deployment safety and operations effort, the second in";
        assert!(said(&answers("shop")).reason.ends_with(&format!("too close to call; {ahead} editor freedom")));
        assert!(said(&answers("news")).reason.ends_with(&format!("too close to call; {ahead} nothing")));
        let all = OPTIONS.len();
        let alone = Answers { budget: Some(Usd::new(13.0)), ..answers("brochure") };
        assert_eq!(said(&alone).reason, format!("it is the only one of {all} options that meets every must-have"));
        let none = Answers { budget: Some(Usd::new(5.0)), ..answers("news") };
        assert!(said(&none).verdict.starts_with(&format!("None of the {all} options meets your must-haves")));
        assert!(said(&none).reason.starts_with("it would be in if "), "{}", said(&none).reason);
    }

    #[test]
    fn an_option_that_is_not_offered_is_neither_recommended_nor_named() {
        let answers = answers("shop");
        let catalog = Catalog::bundled();
        let best = advise(&answers, &catalog).recommended().unwrap().assessment.hosting.id;
        let offered: Vec<_> = OPTIONS.into_iter().filter(|hosting| hosting.id != best).collect();
        let advice = advise_among(&offered, &answers, &catalog, &Events::new());
        assert_eq!(advice.standings.len(), offered.len());
        assert!(advice.option(best.0).is_none());
    }
}
