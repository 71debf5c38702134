//! What a log cannot tell, and what about this one asks for care.

use super::{answers::LEAST_VISITS, traffic::Traffic};
use crate::units::text;

/// So much of a log, and it is of one kind.
const NEARLY_ALL: f64 = 0.9;

impl Traffic {
    /// What to keep in mind with these figures, in sentences.
    pub fn warnings(&self) -> Vec<String> {
        let mut found = Vec::new();
        let lines = self.lines.max(1) as f64;
        let share = |part: u64| part as f64 / lines;
        let [cloudflare, private, cloudfront] = self.in_front;
        if share(cloudflare) >= NEARLY_ALL || share(cloudfront) >= NEARLY_ALL {
            let whose = if cloudflare > cloudfront { "Cloudflare" } else { "CloudFront" };
            found.push(format!(
                "These are {whose}'s addresses, not readers': what it answered itself is missing, and visits cannot be counted."
            ));
        }
        if share(private) >= NEARLY_ALL {
            found.push(
                "The addresses are of a load balancer or proxy: visits cannot be told apart. Log X-Forwarded-For as well."
                    .to_owned(),
            );
        }
        if self.span_minutes() < 1_440.0 {
            found.push("Less than a day: the busiest hour of the week may be missing.".to_owned());
        } else if self.span_minutes() < 7.0 * 1_440.0 {
            found.push("Less than a week: days of the week cannot be compared.".to_owned());
        } else {
            found.push("A log tells nothing of seasons it does not cover.".to_owned());
        }
        if share(self.one_minute_of_the_hour) >= NEARLY_ALL && self.lines > 100 {
            found.push(
                "Nearly all lines carry the same minute of the hour: the times are not real, and no peak can be read."
                    .to_owned(),
            );
        }
        if self.without_agent > 0 && share(self.without_agent) >= NEARLY_ALL {
            found.push("The log has no user agents: bots are among the visits. Log the combined format.".to_owned());
        }
        if !self.shows_files() {
            found.push(
                "Hardly any files for pages are in the log; a CDN or another server answers them. Who fetched none cannot be \
                 told from a scanner, so visits are counted by user agent alone."
                    .to_owned(),
            );
        }
        if self.people.largest_client > 0.3 && self.people.pages_by_agent > 50.0 {
            found.push(format!(
                "One client made {} % of the page views: a scraper with a browser's name, perhaps.",
                text::trimmed(self.people.largest_client * 100.0, 0)
            ));
        }
        let monthly = self.visits_a_month();
        if monthly < LEAST_VISITS {
            found.push(format!(
                "By its readers this is {} visits a month; {LEAST_VISITS} is the least that can be answered, and is counted with.",
                text::significant(monthly, 2)
            ));
        }
        if self.days_left_out > 0 {
            found.push(format!(
                "Minutes are kept of 400 days; {} lines of other days are in the totals and not in the peaks.",
                text::grouped(self.days_left_out as f64)
            ));
        }
        found
    }

    /// Whether files for pages are in the log, so that clients without any are no browsers.
    pub fn shows_files(&self) -> bool {
        self.people_assets as f64 >= 0.1 * self.people_requests.lines as f64
    }
}
