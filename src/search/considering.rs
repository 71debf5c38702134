use super::{
    found::Considered,
    run::{Weeks, evaluate},
};
use crate::{
    assessment::Client,
    choices::Design,
    options::{Hosting, Sizer},
};

/// Every design of a form as its week shows it, one after another: between two of them a page can be drawn.
pub struct Considering<'a> {
    hosting: &'static Hosting,
    client: &'a Client<'a>,
    sizer: Sizer<'a>,
    weeks: Weeks,
    left: std::vec::IntoIter<Design>,
}

impl<'a> Considering<'a> {
    /// All designs that a form allows for a client.
    pub fn new(hosting: &'static Hosting, client: &'a Client<'a>) -> Self {
        let left = hosting.designs(&client.brief()).all.into_iter();
        Self { hosting, client, sizer: Sizer::new(hosting, client.brief()), weeks: Weeks::default(), left }
    }
}

impl Iterator for Considering<'_> {
    type Item = Considered;

    fn next(&mut self) -> Option<Considered> {
        let design = self.left.next()?;
        let standing = evaluate(self.hosting, design, self.client, &self.sizer, &mut self.weeks);
        standing.map(|standing| Considered::of(&standing, self.client.answers)).or_else(|| self.next())
    }
}
