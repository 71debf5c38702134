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
mod invalidations;
mod larger_for_a_day;
mod lightsail_image;
mod login_endpoints;
mod nat_share;
mod no_points;
mod not_priced;
mod outdated_advice;
mod outgrown;
mod peak_size;
mod plugin_updates;
mod private_pricing;
mod response_time;
mod result;
mod rules;
mod s3_lookups;
mod server_settings;
mod sessions;
mod siblings;
mod slow_scaling;
mod time_outs;
mod today;
mod unsure_answers;
mod webroot_dispute;

pub use among::{Conclusion, advise_among, priced};
pub use assumed::{Assumed, assumed};
pub use checklist::{Holds, Point, SOURCE as CHECKLIST_SOURCE, checklist};
pub use finding::{Finding, Severity, View};
pub use headline::Headline;
pub use result::Advice;
pub use siblings::siblings;

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
    use crate::choices::ChoiceId;
    use crate::questionnaire::{LocalWrites, Said, SiteKind, preset};
    use crate::units::{Requests, Usd};

    fn answers(id: &str) -> Answers {
        (preset(id).unwrap().answers)()
    }

    fn has(advice: &Advice, rule: &str) -> bool {
        advice.findings.iter().any(|finding| finding.rule == rule)
    }

    #[test]
    fn what_has_no_price_is_told_until_there_is_a_price_of_ones_own() {
        // Files delivered by another network, whichever form is recommended: it is not known what that costs.
        let mut blog = answers("blog");
        blog.pins.pin(ChoiceId::Delivery, "other".to_owned());
        let advice = advise(&blog, &Catalog::bundled());
        assert!(
            has(&advice, "not-priced") && advice.headline.verdict.contains(" from $"),
            "{}",
            advice.headline.verdict
        );
        blog.overrides.insert("cdn.other.month".to_owned(), 0.0);
        let advice = advise(&blog, &Catalog::bundled());
        assert!(!has(&advice, "not-priced") && advice.headline.verdict.contains("with 1 figure of your own"));
    }

    /// What plugins write to one server's disk the others never see, so a shared webroot is what is left.
    #[test]
    fn plugins_that_write_to_disk_decide_for_the_shared_webroot() {
        let writes = Answers { local_writes: Said::Known(LocalWrites::Yes), ..answers("membership") };
        let advice = advise(&writes, &Catalog::bundled());
        assert_eq!(advice.recommended().map(|standing| standing.assessment.hosting.id), Some(crate::options::EFS));
    }

    #[test]
    fn the_headline_says_what_decides_when_one_is_left_and_when_none_is() {
        let said = |answers: &Answers| advise(answers, &Catalog::bundled()).headline;
        let points = advise(&answers("blog"), &Catalog::bundled()).checklist.len();
        let met = format!("What decides is whether AWS is wanted: none of {points} criteria for it is met");
        let members =
            Answers { site: SiteKind::Membership, visits: Said::Known(Requests::new(20_000.0)), ..Answers::default() };
        assert!(said(&members).reason.ends_with(&met), "{}", said(&members).reason);
        let decides = "The first leads in deployment safety and operations effort, the second in editor freedom";
        assert!(said(&answers("shop")).reason.ends_with(decides), "{}", said(&answers("shop")).reason);
        let all = OPTIONS.len();
        let alone = Answers { budget: Some(Usd::new(12.2)), ..answers("brochure") };
        assert_eq!(said(&alone).reason, format!("It is the only one of {all} options that meets every requirement"));
        let none = Answers { budget: Some(Usd::new(5.0)), ..answers("news") };
        assert!(said(&none).verdict.starts_with(&format!("None of the {all} options meets your requirements")));
        assert!(said(&none).reason.starts_with("It would qualify if "), "{}", said(&none).reason);
    }

    /// What is better in nothing is no rival, however near its points are.
    #[test]
    fn no_option_is_close_to_one_that_is_as_good_in_everything() {
        for preset in crate::questionnaire::PRESETS {
            let advice = advise(&(preset.answers)(), &Catalog::bundled());
            let (first, second) = (&advice.standings[0].score, &advice.standings[1].score);
            let mut pairs = first.contributions.iter().zip(&second.contributions);
            if pairs.all(|(first, second)| second.points <= first.points) {
                assert!(!advice.headline.reason.contains("Close: "), "{}", advice.headline.reason);
            }
        }
    }

    /// Names count as a word.
    #[test]
    fn sentences_of_the_verdict_are_short() {
        for preset in crate::questionnaire::PRESETS {
            let headline = advise(&(preset.answers)(), &Catalog::bundled()).headline;
            let said = format!("{}. {}", headline.verdict, headline.reason);
            let said = OPTIONS.iter().fold(said, |said, hosting| said.replace(hosting.name, "Name"));
            for sentence in said.split(". ").filter(|sentence| !sentence.starts_with("At risk")) {
                let words = sentence.split_whitespace().count();
                assert!(words <= 16, "{words} words: {sentence}");
            }
        }
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
