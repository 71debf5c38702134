//! What a log answers of the questions, and what it leaves open.

use super::traffic::Traffic;
use crate::{
    questionnaire::{Answers, DemandParameter, Measured, Said, number},
    units::{Count, Ratio, Requests, decimal},
};

/// Minutes of a month of 30.4375 days, as traffic is counted.
const MONTH: f64 = 43_830.0;
/// The least that can be answered to the question for visits a month.
pub(super) const LEAST_VISITS: f64 = 100.0;
/// Fewer page views than this tell nothing of a share.
const ENOUGH: f64 = 100.0;
/// What a model of bytes counts for later pages of a visit, and for the site's own part of a page: the most likely values of
/// the assumptions `rep` and `fp`.
const LATER_PAGES: f64 = 0.4;
const OWN_PART: f64 = 0.75;

/// A figure a log gives in place of an answer.
#[derive(Clone, Debug, PartialEq)]
pub struct Finding {
    /// What it is a figure of.
    pub id: DemandParameter,
    /// Its lowest, most likely and highest value, or why the log does not tell.
    pub range: Result<[f64; 3], String>,
    /// What was counted.
    pub definition: &'static str,
}

impl Traffic {
    /// What the log answers, question by question.
    pub fn findings(&self) -> Vec<Finding> {
        let span = self.span_minutes().max(1.0);
        let people = &self.people;
        let (pages, visits) = self.counted();
        let month = MONTH / span;
        // A day may be 1.4 times the mean day (the assumption `f_day`), a week is nearer to its month.
        let doubt = match span / 1_440.0 {
            days if days < 3.0 => 1.4,
            days if days < 14.0 => 1.15,
            _ => 1.05,
        };
        let anonymous = self.hides_readers().map(str::to_owned);
        let few =
            || (pages < ENOUGH).then(|| format!("only {pages:.0} page views are in the log; {ENOUGH} say something"));
        let told =
            |hindrance: Option<String>, figure: &dyn Fn() -> [f64; 3]| hindrance.map_or_else(|| Ok(figure()), Err);
        let short = (span < 1_440.0).then(|| "the log is shorter than a day".to_owned());
        let share = |part: u64, of: u64| part as f64 / (of.max(1)) as f64;
        let around = |value: f64, factor: f64, most: f64| [value / factor, value, (value * factor).min(most)];
        vec![
            Finding {
                id: DemandParameter::Visits,
                range: told(anonymous.clone(), &|| {
                    let low = visits.min(people.visits) * month / doubt;
                    let high = people.visits_by_agent.max(visits) * month * doubt;
                    [low, visits * month, high].map(|value| value.clamp(LEAST_VISITS, 1e8))
                }),
                definition: "page views without a gap of 30 minutes are one visit; scaled to a month",
            },
            Finding {
                id: DemandParameter::PagesPerVisit,
                range: told(anonymous.clone().or_else(few), &|| {
                    let all = people.pages_by_agent / people.visits_by_agent.max(1.0);
                    let ours = pages / visits.max(1.0);
                    [all.min(ours), ours, all.max(ours)].map(|value| value.clamp(1.0, 50.0))
                }),
                definition: "page views by visits",
            },
            Finding {
                id: DemandParameter::Peak,
                range: told(short.or_else(few), &|| {
                    let times = self.peaks.people_ten_minutes.times().clamp(1.0, 100.0);
                    // The busiest ten minutes of a month are not in every week.
                    [times, times, (times * doubt).min(100.0)]
                }),
                definition: "the busiest ten minutes of people's requests that ran PHP, without single heavy clients, by the mean",
            },
            Finding {
                id: DemandParameter::Uncacheable,
                range: told(few(), &|| around(share(self.viewed.1, self.viewed.0), 1.15, 1.0)),
                definition: "POST, cart, checkout, account, administration and queries of their own among what people opened; \
                             who is logged in elsewhere is not in a log",
            },
            Finding {
                id: DemandParameter::AjaxCalls,
                range: told(few(), &|| {
                    around((self.background as f64 / people.pages_by_agent.max(1.0)).min(10.0), 1.15, 10.0)
                }),
                definition: "admin-ajax, wc-ajax and REST requests of people by page views",
            },
            Finding {
                id: DemandParameter::Bots,
                range: told(few(), &|| {
                    let bots = self.page_requests as f64 - people.pages_by_agent;
                    around((bots / self.page_requests.max(1) as f64).clamp(0.0, 0.95), 1.15, 0.95)
                }),
                definition: "clients that call themselves bots, of requests for pages",
            },
            Finding {
                id: DemandParameter::PageWeight,
                range: told(anonymous.or_else(few).or_else(|| self.lacks_bytes()), &|| {
                    let later = 1.0 + (pages / visits.max(1.0) - 1.0).max(0.0) * LATER_PAGES;
                    let kilobytes = self.people_requests.bytes as f64 / visits.max(1.0) / later / OWN_PART / 1_000.0;
                    around(kilobytes.clamp(1.0, 100_000.0), 1.15, 100_000.0)
                }),
                definition: "what people downloaded by visits, so that the bill counts the log's gigabytes",
            },
        ]
    }

    /// The answers with what was measured in place of what was said.
    pub fn answers(&self, answers: &Answers) -> Answers {
        let name = match &self.files[..] {
            [one] => one.name.clone(),
            files => format!("{} logs", files.iter().filter(|file| file.lines > 0).count()),
        };
        let mut measured = Measured::new(&format!("{name}, {}", self.span()));
        let mut next = answers.clone();
        for finding in self.findings() {
            let Ok(range) = finding.range else { continue };
            // What a reader may put in its place is what a log may say.
            let [least, most] = finding.id.range();
            let [low, typical, high] = range.map(|figure| rounded(figure).clamp(least, most));
            // Answers are kept to six decimals.
            let said = number::tidy(typical);
            measured.insert(finding.id, [low.min(typical), typical, high.max(typical)]);
            // A figure of the reader's own would stand in the way.
            next.overrides.remove(finding.id.into());
            if finding.id == DemandParameter::Visits {
                next.visits = Said::Known(Requests::new(said));
            } else if finding.id == DemandParameter::PagesPerVisit {
                next.pages_per_visit = Said::Known(Count::new(said));
            } else if finding.id == DemandParameter::Peak {
                next.peak_factor = Said::Known(Count::new(said));
            } else if finding.id == DemandParameter::Uncacheable {
                next.uncacheable = Said::Known(Ratio::new(said));
            }
        }
        if let Some(growth) = self.growth() {
            next.growth = Said::Known(Ratio::percent(growth));
        }
        Answers { measured: measured.beside(&answers.measured), ..next }
    }

    /// Visits a month by the better rule.
    pub(super) fn visits_a_month(&self) -> f64 {
        self.counted().1 * MONTH / self.span_minutes().max(1.0)
    }

    /// Page views and visits by the better rule: clients that fetched files, where files are in the log, without what one
    /// client opened beyond a hundred pages a day.
    fn counted(&self) -> (f64, f64) {
        let people = &self.people;
        if self.shows_files() {
            ((people.pages - people.beyond_reading).max(0.0), people.visits)
        } else {
            (people.pages_by_agent, people.visits_by_agent)
        }
    }

    /// Why readers cannot be told apart.
    fn hides_readers(&self) -> Option<&'static str> {
        let most = 0.9 * self.lines as f64;
        let [cloudflare, private, cloudfront] = self.in_front.map(|lines| lines as f64 >= most);
        if cloudflare || cloudfront {
            return Some("the addresses are a CDN's, and what it answered itself is missing");
        }
        if private {
            return Some("the addresses are a load balancer's");
        }
        (self.without_agent as f64 >= most).then_some("the log has no user agents, so bots are among its visits")
    }

    fn lacks_bytes(&self) -> Option<String> {
        (self.bytes == 0).then(|| "the log has no sizes".to_owned())
    }

    /// Growth a year in per cent: page views of the last four weeks against the first four, where there are twelve.
    pub fn growth(&self) -> Option<f64> {
        let (first, last) = (self.days.first()?.0, self.days.last()?.0);
        let between = f64::from(last - first + 1) - 28.0;
        if between < 56.0 {
            return None;
        }
        let sum = |from: u32, to: u32| -> u64 {
            self.days.iter().filter(|(day, ..)| (from..=to).contains(day)).map(|(_, _, pages)| pages).sum()
        };
        let (before, after) = (sum(first, first + 27) as f64, sum(last - 27, last) as f64);
        if before < ENOUGH {
            return None;
        }
        let yearly = libm::pow(after / before, 365.25 / between) - 1.0;
        Some(rounded((yearly * 100.0).clamp(-90.0, 1_000.0)))
    }
}

/// To three digits, as a person would write it; every way of writing it brings it back to the bit.
fn rounded(value: f64) -> f64 {
    decimal(&format!("{value:.2e}")).unwrap_or(value)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_are_written_with_three_digits() {
        assert_eq!([12_345.0, 0.031_87, 7.0, 0.0].map(rounded), [12_300.0, 0.031_9, 7.0, 0.0]);
    }
}
