use crate::questionnaire::QuestionId;

/// One page of a workshop: what is talked about at a time.
pub struct Page {
    /// What stands above it.
    pub title: &'static str,
    /// What is on it.
    pub shows: Shows,
}

/// What is on a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shows {
    /// Example sites to start from.
    Presets,
    /// A few questions.
    Questions(&'static [QuestionId]),
    /// The 100 points.
    Points,
    /// All options side by side.
    Ranking,
    /// The picture of the first option, and what happens when a part of it fails.
    Failures,
    /// What the options cost, service by service.
    Costs,
    /// What more traffic, a spike or a lost zone would do.
    Trials,
    /// The scenarios side by side.
    Scenarios,
    /// The recommendation.
    Result,
}

impl Shows {
    /// Whether it is looked at across the whole width, rather than answered.
    pub const fn is_picture(self) -> bool {
        match self {
            Self::Ranking | Self::Failures | Self::Costs | Self::Trials | Self::Scenarios => true,
            Self::Presets | Self::Questions(_) | Self::Points | Self::Result => false,
        }
    }
}

/// The pages in the order talked through: few enough questions on each to be read from the last row.
pub static PAGES: &[Page] = &[
    Page { title: "A site like yours", shows: Shows::Presets },
    Page { title: "The site", shows: Shows::Questions(&[QuestionId::Site, QuestionId::Visits, QuestionId::Peaks]) },
    Page {
        title: "What a cache cannot serve",
        shows: Shows::Questions(&[QuestionId::Uncacheable, QuestionId::Media, QuestionId::Growth]),
    },
    Page {
        title: "How you work",
        shows: Shows::Questions(&[QuestionId::Changes, QuestionId::Git, QuestionId::Operator]),
    },
    Page {
        title: "What it may cost, where, and how quick it is",
        shows: Shows::Questions(&[QuestionId::Budget, QuestionId::Response, QuestionId::Region]),
    },
    Page {
        title: "How long it may be down",
        shows: Shows::Questions(&[QuestionId::Outage, QuestionId::Zone, QuestionId::Rto]),
    },
    Page { title: "What may be lost", shows: Shows::Questions(&[QuestionId::Rpo]) },
    Page { title: "What matters most", shows: Shows::Points },
    Page { title: "How the options compare", shows: Shows::Ranking },
    Page { title: "When something fails", shows: Shows::Failures },
    Page { title: "What it costs", shows: Shows::Costs },
    Page { title: "What if", shows: Shows::Trials },
    Page { title: "Scenarios side by side", shows: Shows::Scenarios },
    Page { title: "The recommendation", shows: Shows::Result },
];

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::questionnaire::{Depth, QUESTIONS};

    #[test]
    fn everything_asked_first_is_on_one_page_and_no_page_is_crowded() {
        let mut asked = BTreeSet::new();
        for page in PAGES {
            let Shows::Questions(ids) = page.shows else { continue };
            assert!((1..=3).contains(&ids.len()), "{}", page.title);
            for id in ids {
                assert!(asked.insert(*id), "{id} is asked twice");
            }
        }
        for question in QUESTIONS.iter().filter(|question| question.depth == Depth::First) {
            assert!(asked.contains(&question.id), "{} is never asked", question.id);
        }
    }
}
