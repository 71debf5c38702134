use super::{Counts, Found, run::Search};
use crate::{
    assessment::{Assessment, Client},
    options::{Hosting, OptionId},
    simulation::Events,
};

/// The searches of several forms, one after another: between two of them a page can be drawn.
pub struct Searches<'a> {
    client: &'a Client<'a>,
    events: &'a Events,
    left: std::slice::Iter<'a, &'static Hosting>,
}

impl<'a> Searches<'a> {
    /// Of these forms, in their order.
    pub fn new(options: &'a [&'static Hosting], client: &'a Client<'a>, events: &'a Events) -> Self {
        Self { client, events, left: options.iter() }
    }
}

impl Iterator for Searches<'_> {
    type Item = Found;

    fn next(&mut self) -> Option<Found> {
        let hosting = self.left.next()?;
        Search::new(hosting, self.client).finish(self.events).or_else(|| self.next())
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
