use super::{
    found::Considered,
    rank::{Rank, best, late},
};
use crate::{
    assessment::{Assessment, Built, Client, assess},
    choices::{ChoiceId, Design},
    decision::{Standing, judge},
    options::{Hosting, Sizer, Sizes, assemble},
    simulation::{Events, Lived, Outcome, Seen, live},
    units::{Ratio, ordered},
};

/// How often a design is built with the next dearer machines when its week does not meet the targets.
const STEPS: usize = 4;

/// Weeks that have been simulated, by what a week sees of an architecture.
#[derive(Default)]
pub(super) struct Weeks {
    pub(super) lived: Vec<(Seen, Lived)>,
}

impl Weeks {
    fn of(&mut self, built: &Built, client: &Client<'_>) -> Lived {
        let seen = Seen::of(&built.architecture);
        if let Some((_, lived)) = self.lived.iter().find(|(known, _)| *known == seen) {
            return lived.clone();
        }
        let (demand, shape) = (client.workload.typical(), &client.workload.shape);
        let lived = live(&built.architecture, demand, shape, &Events::new(), &client.rules);
        self.lived.push((seen, lived.clone()));
        lived
    }
}

/// Whether a week meets what sizes are chosen for: the peak is carried, and credits last.
fn meets_targets(outcome: &Outcome) -> bool {
    outcome.headroom >= Ratio::ONE && outcome.dry_at.is_none()
}

/// A design with the sizes of a step, if there are any.
fn build(
    hosting: &'static Hosting,
    design: Design,
    client: &Client<'_>,
    sizer: &Sizer<'_>,
    step: usize,
) -> Option<Built> {
    let sizes = sizer.sizes(&design, step)?;
    let architecture = assemble(hosting, &design, &sizes, &client.brief());
    Some(Built { design, sizes, architecture })
}

/// A design with the cheapest sizes whose week meets the targets, judged; where none does, those that come nearest.
pub(super) fn evaluate(
    hosting: &'static Hosting,
    design: Design,
    client: &Client<'_>,
    sizer: &Sizer<'_>,
    weeks: &mut Weeks,
) -> Option<Standing> {
    let mut nearest: Option<(Built, Lived)> = None;
    for step in 0..STEPS {
        let Some(built) = build(hosting, design, client, sizer, step) else { break };
        let lived = weeks.of(&built, client);
        let meets = meets_targets(&lived.outcome);
        if meets || nearest.as_ref().is_none_or(|(_, known)| lived.outcome.headroom > known.outcome.headroom) {
            nearest = Some((built, lived));
        }
        if meets {
            break;
        }
    }
    let (built, lived) = nearest?;
    Some(judge(assess(hosting, built, &lived, client), client.answers))
}

/// The same structure with the sizes it would have for another client, after an ordinary week.
pub fn resized(known: &Assessment, client: &Client<'_>) -> Option<Assessment> {
    let sizer = Sizer::new(known.hosting, client.brief());
    let standing = evaluate(known.hosting, known.design, client, &sizer, &mut Weeks::default())?;
    let mut assessment = standing.assessment;
    assessment.refused = known.hosting.designs(&client.brief()).refused;
    assessment.refused.extend(sizer.refused());
    Some(assessment)
}

/// A design that stands for election, and how good it can be at most.
pub(super) struct Candidate {
    pub(super) design: Design,
    pub(super) bound: Rank,
    /// Which of the weeks it lives through with its first sizes.
    week: usize,
}

/// What stands before a search: how good each design of a form can be at most, which may be found out step by step.
pub(super) struct Bounds<'a> {
    hosting: &'static Hosting,
    client: &'a Client<'a>,
    sizer: Sizer<'a>,
    refused: Vec<(ChoiceId, String)>,
    left: std::iter::Enumerate<std::vec::IntoIter<Design>>,
    candidates: Vec<Candidate>,
    seen: Vec<Seen>,
}

impl<'a> Bounds<'a> {
    /// Over all designs the form allows for this client.
    pub(super) fn new(hosting: &'static Hosting, client: &'a Client<'a>) -> Self {
        let designs = hosting.designs(&client.brief());
        Self::over(hosting, client, designs.all, designs.refused)
    }

    fn over(
        hosting: &'static Hosting,
        client: &'a Client<'a>,
        designs: Vec<Design>,
        mut refused: Vec<(ChoiceId, String)>,
    ) -> Self {
        let sizer = Sizer::new(hosting, client.brief());
        refused.extend(sizer.refused());
        Self {
            hosting,
            client,
            sizer,
            refused,
            left: designs.into_iter().enumerate(),
            candidates: Vec::new(),
            seen: Vec::new(),
        }
    }

    /// Goes on by one design; none where there are none left.
    pub(super) fn step(&mut self) -> Option<()> {
        let (place, design) = self.left.next()?;
        if let Some(built) = build(self.hosting, design, self.client, &self.sizer, 0) {
            let client = self.client;
            let (demand, shape) = (client.workload.typical(), &client.workload.shape);
            let best = Lived::at_best(&built.architecture, demand, shape, &client.rules);
            let standing = judge(assess(self.hosting, built, &best, client), client.answers);
            let seen = Seen::of(&standing.assessment.architecture);
            let week = self.seen.iter().position(|known| *known == seen).unwrap_or(self.seen.len());
            if week == self.seen.len() {
                self.seen.push(seen);
            }
            self.candidates.push(Candidate { design, bound: Rank::at_best(&standing, place), week });
        }
        Some(())
    }

    /// The search among all of them.
    pub(super) fn all(mut self) -> Search<'a> {
        while self.step().is_some() {}
        Search {
            hosting: self.hosting,
            client: self.client,
            sizer: self.sizer,
            refused: self.refused,
            too_slow: vec![None; self.seen.len()],
            seen: self.seen,
            candidates: ordered(self.candidates, |a, b| a.bound.by_points(&b.bound)),
            next: 0,
            examined: Vec::new(),
            leading: None,
            weeks: Weeks::default(),
        }
    }
}

/// The best of the designs examined so far.
struct Leading {
    /// The one with the most points.
    most: Rank,
    /// The cheapest of its equals.
    cheapest: Rank,
}

/// The search for the best design of one form, which may be run step by step.
pub struct Search<'a> {
    hosting: &'static Hosting,
    pub(super) client: &'a Client<'a>,
    sizer: Sizer<'a>,
    pub(super) refused: Vec<(ChoiceId, String)>,
    /// The most promising first.
    pub(super) candidates: Vec<Candidate>,
    /// What a week sees of the designs, and by how much pages come too late in those that were looked at, as a logarithm.
    seen: Vec<Seen>,
    too_slow: Vec<Option<f64>>,
    next: usize,
    pub(super) examined: Vec<Rank>,
    leading: Option<Leading>,
    pub(super) weeks: Weeks,
}

impl<'a> Search<'a> {
    /// Over all designs the form allows for this client.
    pub fn new(hosting: &'static Hosting, client: &'a Client<'a>) -> Self {
        Bounds::new(hosting, client).all()
    }

    /// Over these designs only.
    #[cfg(test)]
    pub(super) fn over(
        hosting: &'static Hosting,
        client: &'a Client<'a>,
        designs: Vec<Design>,
        refused: Vec<(ChoiceId, String)>,
    ) -> Self {
        Bounds::over(hosting, client, designs, refused).all()
    }

    /// Looks at the next design that may still be the best, if there is one: it may have more points than any so far, or as
    /// good as many for less.
    pub fn step(&mut self) -> Option<()> {
        while let Some(candidate) = self.candidates.get(self.next) {
            let (design, bound, week) = (candidate.design, candidate.bound, candidate.week);
            if let Some(Leading { most, cheapest }) = &self.leading
                && most.by_points(&bound).is_le()
            {
                if !bound.equals(most) {
                    return None;
                }
                // It cannot have more points, but may be the cheapest of equals.
                if cheapest.by_price(&bound).is_le() {
                    self.next += 1;
                    continue;
                }
            }
            self.next += 1;
            if self.is_too_slow(&bound, week) {
                continue;
            }
            if let Some(standing) = self.judged(design) {
                self.note_response(&standing, week);
                self.note(Rank::of(&standing, bound.place()));
            }
            return Some(());
        }
        None
    }

    /// Whether a design cannot be the best for what is known of its week: pages come too late in it, whatever else is chosen.
    fn is_too_slow(&self, bound: &Rank, week: usize) -> bool {
        let (Some(Leading { most, cheapest }), Some(Some(late))) = (&self.leading, self.too_slow.get(week)) else {
            return false;
        };
        let bound = bound.later(*late);
        most.by_points(&bound).is_le() && (!bound.equals(most) || cheapest.by_price(&bound).is_le())
    }

    /// Notes by how much pages come too late in the week of a design that took its first sizes.
    fn note_response(&mut self, standing: &Standing, week: usize) {
        let took_the_first =
            self.seen.get(week).is_some_and(|seen| *seen == Seen::of(&standing.assessment.architecture));
        let took_the_first = took_the_first && meets_targets(&standing.assessment.week.outcome);
        if let (Some(late), true, Some(known)) = (late(standing), took_the_first, self.too_slow.get_mut(week)) {
            *known = Some(late);
        }
    }

    /// Notes the rank of a design whose week is known.
    fn note(&mut self, rank: Rank) {
        self.examined.push(rank);
        let leads = |leading: &Leading| rank.by_points(&leading.most).is_lt();
        match &mut self.leading {
            Some(leading) if !leads(leading) => {
                if rank.equals(&leading.most) && rank.by_price(&leading.cheapest).is_lt() {
                    leading.cheapest = rank;
                }
            }
            Some(_) | None => {
                let cheapest = best(&self.examined).copied().unwrap_or(rank);
                self.leading = Some(Leading { most: rank, cheapest });
            }
        }
    }

    /// A design of this form as its week shows it.
    pub(super) fn judged(&mut self, design: Design) -> Option<Standing> {
        evaluate(self.hosting, design, self.client, &self.sizer, &mut self.weeks)
    }

    /// A design of this form with these sizes as its week shows it.
    pub(super) fn judged_with(&mut self, design: Design, sizes: Sizes) -> Option<Standing> {
        let architecture = assemble(self.hosting, &design, &sizes, &self.client.brief());
        let built = Built { design, sizes, architecture };
        let lived = self.weeks.of(&built, self.client);
        Some(judge(assess(self.hosting, built, &lived, self.client), self.client.answers))
    }

    /// The designs that stand for election, the most promising first.
    pub(super) fn candidates(&self) -> impl Iterator<Item = Design> + '_ {
        self.candidates.iter().map(|candidate| candidate.design)
    }

    /// The form and the client.
    pub(super) const fn subject(&self) -> (&'static Hosting, &'a Client<'a>) {
        (self.hosting, self.client)
    }

    /// The sizes of a design one step dearer than these.
    pub(super) const fn sizer(&self) -> &Sizer<'a> {
        &self.sizer
    }

    /// Every design as its week shows it, in the order of promise: what the map and the list of designs are drawn from.
    pub fn all(mut self) -> Vec<Considered> {
        let designs: Vec<Design> = self.candidates().collect();
        let answers = self.client.answers;
        let judged = designs.into_iter().filter_map(|design| self.judged(design));
        judged.map(|standing| Considered::of(&standing, answers)).collect()
    }
}
