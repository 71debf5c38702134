use super::{
    Counts, Found,
    run::{Bounds, Search},
};
use crate::{
    assessment::{Assessment, Client},
    options::{Hosting, OptionId},
    simulation::Events,
};

/// The searches of several forms, one after another, in steps of at most a few milliseconds: between two of them a page can be
/// drawn.
pub struct Searches<'a> {
    client: &'a Client<'a>,
    events: &'a Events,
    left: std::slice::Iter<'a, &'static Hosting>,
    stage: Stage<'a>,
    found: Vec<Found>,
}

enum Stage<'a> {
    /// The next form has not been begun.
    Between,
    Bounding(Bounds<'a>),
    Searching(Search<'a>),
}

impl<'a> Searches<'a> {
    /// Of these forms, in their order.
    pub fn new(options: &'a [&'static Hosting], client: &'a Client<'a>, events: &'a Events) -> Self {
        Self { client, events, left: options.iter(), stage: Stage::Between, found: Vec::new() }
    }

    /// Goes on by one design; none where all forms have been searched.
    pub fn step(&mut self) -> Option<()> {
        self.stage = match std::mem::replace(&mut self.stage, Stage::Between) {
            Stage::Between => Stage::Bounding(Bounds::new(self.left.next()?, self.client)),
            Stage::Bounding(mut bounds) => match bounds.step() {
                Some(()) => Stage::Bounding(bounds),
                None => Stage::Searching(bounds.all()),
            },
            Stage::Searching(mut search) => match search.step() {
                Some(()) => Stage::Searching(search),
                None => {
                    self.found.extend(search.finish(self.events));
                    Stage::Between
                }
            },
        };
        Some(())
    }

    /// The best design of each form that has one.
    #[must_use]
    pub fn found(mut self) -> Vec<Found> {
        while self.step().is_some() {}
        self.found
    }
}

/// What is kept of a search beside the design it found.
#[derive(Clone, Debug, PartialEq)]
pub struct Searched {
    /// The form.
    pub option: OptionId,
    /// How many designs there were.
    pub counts: Counts,
}

impl Found {
    /// The design, and what is kept beside it.
    pub fn parted(self) -> (Assessment, Searched) {
        let option = self.assessment.hosting.id;
        (self.assessment, Searched { option, counts: self.counts })
    }
}
