use crate::ui::advice::Advised;

/// The parts of the result, one of which is shown at a time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum ResultSection {
    /// The ranking of all options, and the picture of the one looked at.
    Summary,
    /// The picture part by part, and what happens when something fails.
    Architecture,
    /// The bill.
    Costs,
    /// The simulated week.
    LoadTest,
    /// The odds of every option, and what would change the answer.
    Sureness,
    /// Findings, causes of downtime, and whether AWS is needed at all.
    Risks,
    /// What was taken for granted.
    Assumptions,
    /// What speaks for and against the options, and where their scores come from.
    Compare,
    /// The files that build it.
    Deliver,
}

impl ResultSection {
    /// All of them, in reading order.
    pub(super) const ALL: [Self; 9] = [
        Self::Summary,
        Self::Architecture,
        Self::Costs,
        Self::LoadTest,
        Self::Sureness,
        Self::Risks,
        Self::Assumptions,
        Self::Compare,
        Self::Deliver,
    ];

    /// The word on its tab.
    pub(super) const fn label(self) -> &'static str {
        match self {
            Self::Summary => "Summary",
            Self::Architecture => "Architecture",
            Self::Costs => "Costs",
            Self::LoadTest => "Load test",
            Self::Sureness => "How sure",
            Self::Risks => "Risks",
            Self::Assumptions => "Assumptions",
            Self::Compare => "Compare",
            Self::Deliver => "Deliver",
        }
    }

    /// Identifier of its tab.
    pub(super) const fn tab(self) -> &'static str {
        match self {
            Self::Summary => "tab-summary",
            Self::Architecture => "tab-architecture",
            Self::Costs => "tab-costs",
            Self::LoadTest => "tab-load-test",
            Self::Sureness => "tab-how-sure",
            Self::Risks => "tab-risks",
            Self::Assumptions => "tab-assumptions",
            Self::Compare => "tab-compare",
            Self::Deliver => "tab-deliver",
        }
    }

    /// How much there is in it, where that is worth knowing beforehand.
    pub(super) fn count(self, advised: &Advised) -> Option<usize> {
        match self {
            Self::Risks => Some(advised.findings.len()),
            Self::Assumptions => Some(advised.workload.assumptions.len()),
            Self::Compare => Some(advised.standings.len()),
            Self::Summary | Self::Architecture | Self::Costs | Self::LoadTest | Self::Sureness | Self::Deliver => None,
        }
    }

    /// The section so many tabs further, around the ends.
    pub(super) fn neighbour(self, tabs: isize) -> Self {
        let all = Self::ALL.len() as isize;
        let at = (self as isize + tabs).rem_euclid(all);
        Self::ALL[at as usize]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_tabs_go_round() {
        assert_eq!(ResultSection::Summary.neighbour(-1), ResultSection::Deliver);
        assert_eq!(ResultSection::Deliver.neighbour(1), ResultSection::Summary);
        for (at, section) in ResultSection::ALL.into_iter().enumerate() {
            assert_eq!(section as usize, at);
        }
    }
}
