//! What the busiest minutes are sized for, and by which answer.

use super::{
    assumption::{Assumption, Case, Whose},
    demand::PeakFrom,
};
use crate::{
    questionnaire::{Answers, DemandParameter as Id, Peaks, Said},
    units::{Ratio, RequestsPerSecond},
};

/// Share of a month's page views that an announced event brings at the most: a newsletter goes to those who know the site
/// (estimate). What comes from elsewhere, unannounced, knows no such limit.
const ANNOUNCED: f64 = 0.2;
/// Seconds an event would last if it were at its height all the time: two hours, of which it takes 20 minutes to rise.
const EVENT_SECONDS: f64 = 6_600.0;
/// Seconds of a month of 30.4375 days.
const MONTH: f64 = 2_629_800.0;

/// The busiest minutes.
pub(super) struct Peak {
    /// The ordinary ones, compared with the month's mean.
    pub(super) ordinary: Ratio,
    /// What the worst expected event adds.
    pub(super) spike: RequestsPerSecond,
    /// Which answer or assumption that is from.
    pub(super) from: PeakFrom,
}

/// The peak of a site with so many page views a month. What the client says of it holds; where nobody said, an event brings
/// at least what such events bring to sites of any size.
pub(super) fn of(answers: &Answers, assumptions: &[Assumption], case: Case, views: f64) -> Peak {
    let at = |id: Id| assumptions[id as usize].at(case);
    let is_ours = |id: Id| assumptions[id as usize].whose == Whose::Ours;
    let mean = views / MONTH;
    let daily = at(Id::DayFactor) * at(Id::HourFactor) * at(Id::BurstFactor);
    let factor = at(Id::Peak);
    let peaks = answers.peaks.or(Peaks::Steady);
    let stated = if is_ours(Id::Peak) { PeakFrom::UsualFactor } else { PeakFrom::StatedFactor };
    let (ordinary, spike, from) = match peaks {
        Peaks::Steady if matches!(answers.peak_factor, Said::NotSure) && is_ours(Id::Peak) => {
            (daily, 0.0, PeakFrom::DailyCurve)
        }
        Peaks::Steady | Peaks::OfficeHours => (factor, 0.0, stated),
        Peaks::Campaigns | Peaks::Viral => {
            let ordinary = daily.min(factor);
            let above = (factor - ordinary) * mean;
            let most = if peaks == Peaks::Campaigns { ANNOUNCED * views / EVENT_SECONDS } else { f64::INFINITY };
            let event = if is_ours(Id::Event) { at(Id::Event).min(most) } else { at(Id::Event) };
            // A stated peak wins, unless the reader gave the event a figure as well.
            let counts = is_ours(Id::Peak) || !is_ours(Id::Event);
            if counts && event > above { (ordinary, event, PeakFrom::Event) } else { (ordinary, above, stated) }
        }
    };
    Peak { ordinary: Ratio::new(ordinary), spike: RequestsPerSecond::new(spike), from }
}
