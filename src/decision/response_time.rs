//! The response time as a must-have: 95 of 100 page views of a week that reach PHP, answered within a limit at the server.
//!
//! Times are met within 40 % where they were measured, so the same factor lies between a limit that is kept and one that is
//! missed: in between it is at risk. What a page takes on an idle server, with its files on its own disk, is the site's own:
//! where that alone is over the limit, no hosting is ruled out for it.

use super::{
    miss::{AtRisk, Chance, RuledOut, round_up},
    remedy::remedy,
};
use crate::{
    assessment::Assessment,
    questionnaire::{Answers, QuestionId, number},
    units::{Ratio, Seconds, text},
};

/// What times are uncertain by, up and down: measured pages are met within 40 % (simulation::files::storage_latency).
const UNCERTAIN: f64 = 1.4;
/// Standard deviation of the logarithm of such a figure, with that factor at its 10th and 90th percentile.
const DEVIATION: f64 = 0.262_55;
/// Longest response time a question takes, in seconds.
const LONGEST: f64 = 60.0;

const SOURCE: &str = "simulated week, all requests that reach PHP";

/// A limit that hosting misses beyond doubt.
pub(super) fn missed(assessment: &Assessment, answers: &Answers) -> Option<RuledOut> {
    let limit = answers.max_response?;
    let (time, own) = (assessment.response, assessment.own_response);
    // What is missed for want of capacity is told there, and goes with it.
    let lacks_capacity = assessment.week.outcome.headroom < Ratio::ONE;
    if lacks_capacity || time <= limit.max(own) * UNCERTAIN {
        return None;
    }
    let enough = round_up(time.value());
    let lifted = if enough < LONGEST {
        remedy(
            QuestionId::Response,
            number::token(enough),
            format!("if {} s were soon enough", text::trimmed(enough, 1)),
        )
    } else {
        remedy(QuestionId::Response, "none", "if no response time were asked for")
    };
    Some(RuledOut {
        because: format!(
            "95 % of the page views that reach PHP take up to {}, and {} is the limit",
            said(time),
            said(limit)
        ),
        source: SOURCE,
        remedy: lifted,
        fold: time / limit,
    })
}

/// A limit that may be missed, or that the site misses wherever it is hosted.
pub(super) fn at_risk(assessment: &Assessment, answers: &Answers) -> Option<AtRisk> {
    let limit = answers.max_response?;
    let (time, own) = (assessment.response, assessment.own_response);
    let lacks_capacity = assessment.week.outcome.headroom < Ratio::ONE;
    if lacks_capacity || time * UNCERTAIN <= limit || missed(assessment, answers).is_some() {
        return None;
    }
    let normal = libm::log(time / limit) / DEVIATION;
    let chance = 0.5 * libm::erfc(-normal * core::f64::consts::FRAC_1_SQRT_2);
    let whose = if own > limit {
        format!("; the site alone takes {} on an idle server, wherever it is hosted", said(own))
    } else {
        String::new()
    };
    Some(AtRisk {
        because: format!(
            "95 % of the page views that reach PHP take up to {}, give or take 40 %, and {} is the limit{whose}",
            said(time),
            said(limit)
        ),
        source: SOURCE,
        chance: Chance::Always(chance),
    })
}

/// Whether more than half of the doubt is on the wrong side of the limit.
pub fn is_slower_than_asked(assessment: &Assessment, answers: &Answers) -> bool {
    answers.max_response.is_some_and(|limit| assessment.response > limit)
}

/// Seconds as people say them.
pub fn said(time: Seconds) -> String {
    if time.value() >= LONGEST {
        "a minute and more".to_owned()
    } else {
        format!("{} s", text::significant(time.value(), 2))
    }
}
