use super::{
    found::{Counts, Found},
    rank::best,
    run::Search,
};
use crate::{assessment::Assessment, simulation::Events};

impl Search<'_> {
    /// The best design alone, in the typical case: what else was looked at is not told, and takes no time.
    pub fn best(mut self) -> Option<Assessment> {
        while self.step().is_some() {}
        let rank = *best(&self.examined)?;
        let design = self.candidates.iter().find(|candidate| candidate.bound.place() == rank.place())?.design;
        let mut assessment = self.judged(design)?.assessment;
        assessment.refused = self.refused;
        Some(assessment)
    }

    /// The best design, with what else was looked at; none where the form has no design at all.
    pub fn finish(mut self, events: &Events) -> Option<Found> {
        while self.step().is_some() {}
        let rank = *best(&self.examined)?;
        let design = self.candidates.iter().find(|candidate| candidate.bound.place() == rank.place())?.design;
        let standing = self.judged(design)?;
        let left = self.candidates.iter().filter(|other| other.bound.is_ruled_out() && !rank.is_ruled_out()).count();
        let struck = self.candidates.len() - self.examined.len();
        let by_must_haves = left.min(struck);
        let counts = Counts {
            considered: self.candidates.len(),
            examined: self.examined.len(),
            weeks: self.weeks.lived.len(),
            by_must_haves,
            by_points: struck - by_must_haves,
        };
        let mut assessment = standing.assessment.in_every_case(self.client, events);
        assessment.refused = self.refused;
        Some(Found { assessment, counts })
    }
}
