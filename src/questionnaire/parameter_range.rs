//! From where to where a figure in place of an assumption may lie: one range for each, wherever the figure comes from. Where
//! an answer says the same, the question has the same range (tested with the questions).
//!
//! A range is what can be meant, not what is likely: [`crate::workload::Parameter`] has that, within this. Nothing that is
//! divided by, or that a site cannot do without, begins at zero.

use super::{DemandParameter, ParameterId, WeekParameter};

/// A share of one.
const SHARE: [f64; 2] = [0.0, 1.0];
/// CPU time of a page, in milliseconds: ten seconds is what nobody waits for.
const PAGE_TIME: [f64; 2] = [0.0, 10_000.0];
/// CPU time of one plugin, in milliseconds.
const PLUGIN_TIME: [f64; 2] = [0.0, 1_000.0];
/// How long an alarm looks at what it watches, in minutes: a datapoint at least, a day at most.
const ALARM: [f64; 2] = [1.0, 1_440.0];
/// Until something is back, in minutes: three seconds at least, a week at most.
const DELAY: [f64; 2] = [0.05, 10_080.0];
/// One operation on a file system, in milliseconds: a microsecond at least, a second at most.
const FILE_OPERATION: [f64; 2] = [0.001, 1_000.0];

impl ParameterId {
    /// The least and the largest value a figure of one's own may have, in the parameter's unit.
    pub const fn range(self) -> [f64; 2] {
        match self {
            Self::Demand(id) => id.range(),
            Self::Week(id) => id.range(),
        }
    }
}

impl DemandParameter {
    /// The least and the largest value a figure of one's own may have, in the parameter's unit.
    pub const fn range(self) -> [f64; 2] {
        match self {
            Self::Visits => [100.0, 100_000_000.0],
            Self::PagesPerVisit => [1.0, 50.0],
            Self::Peak => [1.0, 100.0],
            Self::Plugins => [0.0, 300.0],
            Self::Edits => [0.0, 100_000.0],
            Self::Media => [0.0, 100_000.0],
            Self::Items => [0.0, 10_000_000.0],
            // Accounts outlive visits.
            Self::Accounts => [0.0, 100.0],
            Self::Orders
            | Self::Uncacheable
            | Self::HitStatic
            | Self::HitOrigin
            | Self::HitEdge
            | Self::HitBots
            | Self::Repeat => SHARE,
            // With nobody but bots there is nothing to size for.
            Self::Bots => [0.0, 0.99],
            Self::Event => [0.0, 10_000.0],
            Self::AjaxCalls => [0.0, 100.0],
            Self::AjaxCost => [0.01, 10.0],
            Self::PageWeight => [1.0, 100_000.0],
            Self::FirstParty | Self::ObjectCache => [0.01, 1.0],
            Self::CpuCore => [1.0, 10_000.0],
            Self::CpuBuilder | Self::CpuWoo | Self::DbWoo => PAGE_TIME,
            Self::CpuPlugin | Self::DbPlugin => PLUGIN_TIME,
            Self::DbCore => [0.01, 10_000.0],
            Self::DbSize => [0.1, 100.0],
            // All of a month on one day, of a day in one hour, of an hour in one minute.
            Self::DayFactor => [1.0, 31.0],
            Self::HourFactor => [1.0, 24.0],
            Self::BurstFactor => [1.0, 60.0],
            // A request takes at least its own CPU time.
            Self::Wait => [1.0, 100.0],
            Self::Speed => [0.1, 10.0],
            // At 1 a queue never ends.
            Self::CpuTarget => [0.05, 0.95],
            Self::WorkerMemory => [1.0, 4_096.0],
        }
    }
}

impl WeekParameter {
    /// The least and the largest value a figure of one's own may have, in the parameter's unit.
    pub const fn range(self) -> [f64; 2] {
        match self {
            // Zero is a hard cliff.
            Self::CreditRamp => [0.0, 1_440.0],
            Self::AlarmHigh | Self::AlarmLow => ALARM,
            Self::LowShare => [0.05, 1.0],
            Self::WarmUp => [0.0, 1_440.0],
            Self::BootBaked
            | Self::BootMounted
            | Self::BootGit
            | Self::Recovery
            | Self::Detection
            | Self::FailoverAurora
            | Self::FailoverRds
            | Self::Restart
            | Self::ByHand => DELAY,
            // Zero: all pages cost the same.
            Self::Spread => [0.0, 10.0],
            Self::Patience => [1.0, 3_600.0],
            Self::FileOpEfs
            | Self::FileOpNfs
            | Self::FileOpGluster
            | Self::WriteLocal
            | Self::WriteEfs
            | Self::WriteNfs
            | Self::WriteGluster => FILE_OPERATION,
            // Zero: mounted with noac.
            Self::AttributeCache => [0.0, 86_400.0],
            Self::Compile => [1.0, 100.0],
            Self::PluginFiles => [1.0, 1_000_000.0],
            Self::Deployments => [0.0, 10_000.0],
            Self::CopyRate => [0.01, 100.0],
            Self::SwitchOver => [1.0, 1_440.0],
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::questionnaire::{Input, QUESTIONS, Unsure, UntilKnown};

    #[test]
    fn a_question_and_the_parameter_it_answers_have_one_range() {
        let mut compared = false;
        for question in &QUESTIONS {
            let (Unsure::Offered(until), Input::Number { min, max, .. }) = (question.unsure, question.input) else {
                continue;
            };
            let (of, unit) = match until {
                UntilKnown::Range { of, .. } => (of, 1.0),
                UntilKnown::Percent { of } => (of, 100.0),
                UntilKnown::Peak => (DemandParameter::Peak, 1.0),
                UntilKnown::Growth | UntilKnown::MediaGrowth | UntilKnown::Says(_) => continue,
            };
            assert_eq!([min / unit, max / unit], of.range(), "{}", question.id);
            compared = true;
        }
        assert!(compared);
    }

    #[test]
    fn every_range_goes_from_less_to_more() {
        for id in ParameterId::all() {
            let [least, most] = id.range();
            assert!(least >= 0.0 && least < most && most.is_finite(), "{}", id.token());
        }
    }
}
