use std::collections::VecDeque;

use serde::{Deserialize, Serialize};

use super::order::{Ask, Order};
use crate::{
    advice::Advice,
    odds::{Confidence, LookingAhead, Mapping, Outlook, Regions, Sampling, Turning, TurningPoints},
};

/// How many worlds the odds are taken from.
const WORLDS: usize = 1_000;

/// What has come of an order so far.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Told {
    /// How sure the advice is.
    Odds(Confidence, f64),
    /// What would change it.
    TurningPoints(Turning, f64),
    /// The next three years.
    Outlook(Outlook, f64),
    /// Where each option wins.
    Regions(Regions, f64),
}

impl Told {
    /// How much of it is done, 0 to 1.
    pub const fn done(&self) -> f64 {
        match self {
            Self::Odds(_, done) | Self::TurningPoints(_, done) | Self::Outlook(_, done) | Self::Regions(_, done) => {
                *done
            }
        }
    }
}

/// An order that is being carried out, in steps of a few milliseconds.
pub enum Task {
    /// Worlds are lived through.
    Odds(Box<Sampling>),
    /// Answers are changed.
    TurningPoints(Box<TurningPoints>),
    /// Months are lived through.
    Outlook(Box<LookingAhead>),
    /// Places of a map are decided on.
    Regions(Box<Mapping>),
}

impl Task {
    /// Nothing done yet.
    pub fn new(ask: Ask, advice: &Advice) -> Self {
        match ask {
            Ask::Odds => Self::Odds(Box::new(Sampling::new(advice))),
            Ask::TurningPoints => Self::TurningPoints(Box::new(TurningPoints::new(advice))),
            Ask::Outlook => Self::Outlook(Box::new(LookingAhead::new(advice))),
            Ask::Regions(of) => Self::Regions(Box::new(Mapping::new(advice, of))),
        }
    }

    /// Goes on by one step; whether there is more to do.
    pub fn step(&mut self) -> bool {
        match self {
            Self::Odds(sampling) => {
                sampling.run(1);
                sampling.worlds() < WORLDS
            }
            Self::TurningPoints(points) => points.step(),
            Self::Outlook(ahead) => ahead.step(),
            Self::Regions(mapping) => mapping.step(),
        }
    }

    /// What has come of it so far.
    pub fn told(&self) -> Told {
        match self {
            Self::Odds(sampling) => {
                let confidence = sampling.confidence();
                let done = confidence.odds.worlds as f64 / WORLDS as f64;
                Told::Odds(confidence, done)
            }
            Self::TurningPoints(points) => Told::TurningPoints(points.turning().clone(), points.done()),
            Self::Outlook(ahead) => Told::Outlook(ahead.outlook().clone(), ahead.done()),
            Self::Regions(mapping) => Told::Regions(mapping.regions().clone(), mapping.done()),
        }
    }
}

/// An order, begun or not. The advice it is about takes a tenth of a second: who orders and thinks better of it pays nothing.
enum Stage {
    Ordered(Order),
    Begun(Task),
}

/// The orders of a worker, which take turns. Those about the same answers share the advice on them.
#[derive(Default)]
pub struct Bench {
    known: Option<(Order, Advice)>,
    orders: VecDeque<(u32, Stage)>,
}

impl Bench {
    /// Takes an order.
    pub fn begin(&mut self, number: u32, order: Order) {
        self.orders.push_back((number, Stage::Ordered(order)));
    }

    /// Drops an order.
    pub fn cancel(&mut self, number: u32) {
        self.orders.retain(|(known, _)| *known != number);
    }

    /// Whether there is nothing to do.
    pub fn is_idle(&self) -> bool {
        self.orders.is_empty()
    }

    /// Goes on with the order whose turn it is by one step; what has come of it if that was the last one.
    pub fn step(&mut self) -> Option<(u32, Told)> {
        let (number, stage) = self.orders.pop_front()?;
        let mut task = match stage {
            Stage::Begun(task) => task,
            Stage::Ordered(order) => self.begun(&order)?,
        };
        if task.step() {
            self.orders.push_front((number, Stage::Begun(task)));
            return None;
        }
        Some((number, task.told()))
    }

    /// What has come so far of the order whose turn it is.
    pub fn so_far(&self) -> Option<(u32, Told)> {
        match self.orders.front()? {
            (number, Stage::Begun(task)) => Some((*number, task.told())),
            (_, Stage::Ordered(_)) => None,
        }
    }

    /// Lets the next order have its turn.
    pub fn turn(&mut self) {
        self.orders.rotate_left(self.orders.len().min(1));
    }

    fn begun(&mut self, order: &Order) -> Option<Task> {
        if self.known.as_ref().is_none_or(|(known, _)| !known.is_about_the_same(order)) {
            self.known = order.advice().map(|advice| (order.clone(), advice));
        }
        self.known.as_ref().map(|(_, advice)| Task::new(order.ask, advice))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        advice::advise,
        background::{Reply, Request, read, written},
        catalog::Catalog,
        questionnaire::preset,
    };

    fn advice(id: &str) -> Advice {
        advise(&(preset(id).unwrap().answers)(), &Catalog::bundled())
    }

    /// What goes to a worker and comes back is what would have been said here.
    #[test]
    fn an_order_that_is_handed_over_comes_to_the_same() {
        let advice = advice("brochure");
        let order = Order::new(Ask::Odds, &advice);
        let request = Request::Begin(3, order);
        let sent: Request = read(&written(&request)).unwrap();
        assert_eq!(sent, request);
        let Request::Begin(number, order) = sent else { panic!("another request") };
        let mut bench = Bench::default();
        bench.begin(number, order);
        let mut here = Task::new(Ask::Odds, &advice);
        for _ in 0..60 {
            assert_eq!(bench.step(), None);
            here.step();
        }
        let reply = bench.so_far().map(|(number, told)| Reply::Told(number, Box::new(told))).unwrap();
        let back: Reply = read(&written(&reply)).unwrap();
        assert_eq!(back, Reply::Told(3, Box::new(here.told())));
        bench.cancel(3);
        assert!(bench.is_idle() && bench.so_far().is_none());
    }

    /// Every kind of order can be told at any moment, and says when it is done.
    #[test]
    fn every_order_ends_and_says_so() {
        let advice = advice("blog");
        for ask in [Ask::Outlook, Ask::Regions(Mapping::USUAL), Ask::TurningPoints] {
            let mut task = Task::new(ask, &advice);
            let mut told = task.told();
            assert_eq!(told.done(), 0.0, "{ask:?}");
            for _ in 0..40 {
                let more = task.step();
                let now = task.told();
                assert!(now.done() >= told.done() && (more || now.done() == 1.0), "{ask:?}");
                let back: Told = read(&written(&now)).unwrap();
                assert_eq!(back, now);
                told = now;
            }
        }
    }
}
