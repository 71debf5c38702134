//! What to tell the client: the verdict, the findings, the checklist. One rule a file.

mod accelerators;
mod assumed;
mod checklist;
mod credits_run_dry;
mod exchange_rate;
mod finding;
mod headline;
mod inquiry;
mod not_priced;
mod outdated_advice;
mod plugin_updates;
mod sessions;
mod slow_scaling;
mod unsure_answers;
mod webroot_dispute;

pub use assumed::{Assumed, assumed};
pub use checklist::{Holds, Point, SOURCE as CHECKLIST_SOURCE, checklist};
pub use finding::{Case, Finding, Severity, View};
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

/// A rule looks at a case and may have something to say.
type Rule = fn(&Case<'_>) -> Option<Finding>;

/// All rules, in the order their findings are told within one severity.
const RULES: &[Rule] = &[
    exchange_rate::check,
    not_priced::check,
    credits_run_dry::check,
    plugin_updates::check,
    sessions::check,
    outdated_advice::check,
    webroot_dispute::check,
    accelerators::check,
    slow_scaling::check,
    unsure_answers::check,
];

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

    /// Everything that was assumed: what the answers ask for, and how a week is played.
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
    use crate::questionnaire::{Currency, LocalWrites, NOT_SURE, PhpSessions, QUESTIONS, Said, preset, question};
    use crate::units::{Ratio, Usd};

    fn answers(id: &str) -> Answers {
        preset(id).map(|preset| (preset.answers)()).unwrap_or_default()
    }

    fn finding(answers: &Answers, rule: &str) -> Option<Finding> {
        let advice = advise(answers, &Catalog::bundled());
        advice.findings.into_iter().find(|finding| finding.rule == rule)
    }

    fn severity(answers: &Answers, rule: &str) -> Option<Severity> {
        finding(answers, rule).map(|finding| finding.severity)
    }

    #[test]
    fn plugin_updates_are_told_where_the_live_site_refuses_them() {
        assert_eq!(severity(&answers("news"), "plugin-updates"), Some(Severity::Warning));
        assert_eq!(severity(&answers("blog"), "plugin-updates"), None);
    }

    #[test]
    fn a_currency_without_its_rate_is_told() {
        let euro = Answers { currency: Currency::Eur, ..answers("shop") };
        assert_eq!(severity(&euro, "exchange-rate"), Some(Severity::Warning));
        assert_eq!(severity(&Answers { exchange: Ratio::new(0.92), ..euro }, "exchange-rate"), None);
        assert_eq!(severity(&answers("shop"), "exchange-rate"), None);
    }

    #[test]
    fn sessions_matter_behind_a_load_balancer_only() {
        let said = |sessions| Answers { php_sessions: sessions, ..answers("shop") };
        assert_eq!(severity(&said(Said::Known(PhpSessions::Yes)), "sessions"), Some(Severity::Warning));
        assert_eq!(severity(&said(Said::NotSure), "sessions"), Some(Severity::Consider));
        assert_eq!(severity(&said(Said::Known(PhpSessions::No)), "sessions"), None);
        assert_eq!(severity(&answers("blog"), "sessions"), None);
    }

    #[test]
    fn a_spike_without_warning_is_told_where_servers_have_to_start() {
        assert!(severity(&answers("news"), "slow-scaling").is_some());
        assert!(severity(&answers("shop"), "slow-scaling").is_none());
    }

    #[test]
    fn what_has_no_price_is_told_and_a_price_of_ones_own_ends_it() {
        let mut blog = answers("blog");
        let told = finding(&blog, "not-priced").unwrap();
        assert!(told.detail.contains("Content delivery network"), "{}", told.detail);
        assert!(advise(&blog, &Catalog::bundled()).headline.verdict.ends_with(" a month or more"));
        blog.overrides.insert("cdn.other.month".to_owned(), 0.0);
        assert_eq!(severity(&blog, "not-priced"), None);
        assert!(advise(&blog, &Catalog::bundled()).headline.verdict.ends_with(" a month"));
    }

    #[test]
    fn open_answers_are_named_until_there_are_none() {
        let blog = answers("blog");
        assert!(finding(&blog, "unsure-answers").unwrap().detail.contains("Do plugins use PHP sessions?"));
        let told = [("pages", "2"), ("peak", "4"), ("uncacheable", "3"), ("local_writes", "no"), ("sessions", "no")];
        let known =
            told.iter().fold(blog, |answers, (id, token)| question(id).unwrap().answer(&answers, token).unwrap());
        assert!(QUESTIONS.iter().all(|question| question.read(&known) != NOT_SURE));
        assert_eq!(severity(&known, "unsure-answers"), None);
    }

    #[test]
    fn outdated_advice_is_told_where_it_concerns_what_is_recommended() {
        let told = finding(&answers("shop"), "outdated-advice").unwrap();
        assert_eq!(told.severity, Severity::Warning);
        assert!(told.views.iter().any(|view| view.says.contains("/wp-login.php")));
        assert_eq!(severity(&answers("blog"), "outdated-advice"), None);
    }

    /// What plugins write to one server's disk the others never see, so a shared webroot is what is left.
    #[test]
    fn plugins_that_write_to_disk_decide_for_the_shared_webroot() {
        let writes = Answers { local_writes: Said::Known(LocalWrites::Yes), ..answers("membership") };
        let advice = advise(&writes, &Catalog::bundled());
        assert_eq!(advice.recommended().map(|standing| standing.assessment.hosting.id.0), Some("efs"));
    }

    /// Both founding documents are heard wherever a webroot is chosen, and editors decide for the one that lets them go on.
    #[test]
    fn the_dispute_about_efs_shows_both_views_and_what_decides() {
        let told = finding(&answers("blog"), "webroot-dispute").unwrap();
        assert_eq!(told.views.iter().map(|view| view.who).collect::<Vec<_>>(), ["AWS's whitepaper", "The consultant"]);
        assert!(told.detail.contains("editors install plugins on the live site"), "{}", told.detail);
        assert!(finding(&answers("news"), "webroot-dispute").unwrap().detail.contains("safe deployments"));
    }

    #[test]
    fn the_headline_says_when_it_is_too_close_when_one_is_left_and_when_none_is() {
        let said = |answers: &Answers| advise(answers, &Catalog::bundled()).headline;
        assert!(said(&answers("blog")).reason.ends_with("0 of the consultant's 7 points speak for AWS"));
        let ahead = "the first is ahead in deployment safety and operations effort, the second in";
        assert!(said(&answers("shop")).reason.ends_with(&format!("too close to call; {ahead} editor freedom")));
        assert!(said(&answers("news")).reason.ends_with(&format!("too close to call; {ahead} nothing")));
        let alone = Answers { budget: Some(Usd::new(13.0)), ..answers("brochure") };
        assert_eq!(said(&alone).reason, "it is the only one of 8 options that meets every must-have");
        let none = Answers { budget: Some(Usd::new(5.0)), ..answers("news") };
        assert!(said(&none).verdict.starts_with("None of the 8 options meets your must-haves"));
        assert!(said(&none).reason.starts_with("it would be in if "), "{}", said(&none).reason);
    }
}
