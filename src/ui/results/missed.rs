use crate::{
    decision::{Lever, Standing},
    questionnaire::QuestionId,
};

/// What a must-have that is missed is about, in one word of the ranking.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Missed {
    Budget,
    Downtime,
    Recovery,
    Hours,
    /// A choice that is pinned to what this cannot be.
    Pin,
    /// Anything that has no column of its own.
    Other(QuestionId),
}

impl Missed {
    /// The word for it.
    pub(super) fn word(self) -> &'static str {
        const OTHERS: [(QuestionId, &str); 10] = [
            (QuestionId::Site, "kind of site"),
            (QuestionId::Visits, "peak load"),
            (QuestionId::Git, "Git"),
            (QuestionId::Operator, "operator"),
            (QuestionId::LocalWrites, "local writes"),
            (QuestionId::Zone, "zone loss"),
            (QuestionId::Rpo, "data loss"),
            (QuestionId::Response, "response time"),
            (QuestionId::Region, "region"),
            (QuestionId::Media, "storage"),
        ];
        match self {
            Self::Budget => "budget",
            Self::Downtime => "downtime",
            Self::Recovery => "RTO",
            Self::Hours => "hours",
            Self::Pin => "pin",
            Self::Other(id) => {
                let known = OTHERS.into_iter().find(|(known, _)| *known == id);
                known.map_or("other", |(_, word)| word)
            }
        }
    }
}

/// What an option misses, each once, in the order it was found.
pub(super) fn missed(standing: &Standing) -> Vec<Missed> {
    let mut missed = Vec::new();
    for ruled in &standing.ruled_out {
        let what = match ruled.remedy.lever {
            Lever::Question(question) => of(question),
            Lever::Pin(_) => Missed::Pin,
        };
        if !missed.contains(&what) {
            missed.push(what);
        }
    }
    missed
}

fn of(question: QuestionId) -> Missed {
    const COLUMNS: [(QuestionId, Missed); 4] = [
        (QuestionId::Budget, Missed::Budget),
        (QuestionId::Outage, Missed::Downtime),
        (QuestionId::Rto, Missed::Recovery),
        (QuestionId::Hours, Missed::Hours),
    ];
    COLUMNS.into_iter().find(|(id, _)| *id == question).map_or(Missed::Other(question), |(_, missed)| missed)
}
