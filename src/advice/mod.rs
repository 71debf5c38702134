//! What to tell the client: the verdict, the findings, the checklist. One rule a file.

mod accelerators;
mod assumed;
mod checklist;
mod credits_run_dry;
mod exchange_rate;
mod finding;
#[cfg(test)]
mod fixture;
mod headline;
mod inquiry;
mod not_priced;
mod outdated_advice;
mod plugin_updates;
mod rules;
mod sessions;
mod slow_scaling;
mod unsure_answers;
mod webroot_dispute;

pub use assumed::{Assumed, assumed};
pub use checklist::{Holds, Point, SOURCE as CHECKLIST_SOURCE, checklist};
pub use finding::{Finding, Severity, View};
pub use headline::Headline;
pub use inquiry::Inquiry;

use crate::{
    catalog::Catalog,
    decision::{Standing, Verdict},
    options::{Argument, Brief, OPTIONS},
    questionnaire::Answers,
    simulation::{Events, Rules},
    workload::{Assumption, Workload},
};

/// All there is to say to a client.
#[derive(Clone)]
pub struct Advice {
    /// What the client said.
    pub answers: Answers,
    /// What that asks for.
    pub workload: Workload,
    /// All options: the recommended first, then those that would do, then those ruled out.
    pub standings: Vec<Standing>,
    /// The verdict in words.
    pub headline: Headline,
    /// What else to know, the weightiest first.
    pub findings: Vec<Finding>,
    /// The seven points for and against AWS as such.
    pub checklist: Vec<Point>,
    /// The catalog with the reader's own prices in it.
    pub catalog: Catalog,
}

impl Advice {
    /// The option that is recommended; none when no option meets the must-haves.
    pub fn recommended(&self) -> Option<&Standing> {
        self.standings.first().filter(|standing| standing.verdict == Verdict::Recommended)
    }

    /// The option with this key.
    pub fn option(&self, id: &str) -> Option<&Standing> {
        self.standings.iter().find(|standing| standing.assessment.hosting.id.0 == id)
    }

    /// Everything that was assumed: what the answers ask for, and how a week is simulated.
    pub fn assumptions(&self) -> Vec<Assumption> {
        let mut all = self.workload.assumptions.to_vec();
        all.extend(Rules::assumptions(&self.answers.overrides, self.answers.operator));
        all
    }

    /// What speaks for and against an option for this client.
    pub fn arguments<'a>(&'a self, standing: &'a Standing) -> impl Iterator<Item = &'static Argument> + 'a {
        let brief = Brief { answers: &self.answers, demand: self.workload.typical(), catalog: &self.catalog };
        let hosting = standing.assessment.hosting;
        hosting.arguments.iter().filter(move |argument| (argument.applies)(&brief))
    }
}

/// From answers to advice: the whole pipeline.
pub fn advise(answers: &Answers, catalog: &Catalog) -> Advice {
    advise_with(answers, catalog, &Events::new())
}

/// The same, with what-if events in the simulated week.
pub fn advise_with(answers: &Answers, catalog: &Catalog, events: &Events) -> Advice {
    Inquiry::among(&OPTIONS, answers, catalog, events).advice()
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
        assert!(!has(&advice, "not-priced") && advice.headline.verdict.ends_with(" a month"));
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
}
