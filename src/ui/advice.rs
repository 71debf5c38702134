use std::{cell::RefCell, rc::Rc};

use yew::{html::ImplicitClone, prelude::*};

use super::shared::Shared;
use crate::{
    advice::{Advice, advise_among},
    browser::clock,
    catalog::Catalog,
    decision::Standing,
    kit::Kit,
    options::{OPTIONS, OptionId},
    questionnaire::Answers,
    session::Session,
    simulation::Events,
    units::{Milliseconds, Seconds, text},
    workload::Case,
};

/// How many pieces of advice are kept: the present, the one compared with, and two to step back to.
const KEPT_AT_MOST: usize = 4;

/// Advice that can be handed down the tree without looking into it: it is the same when it is the same piece.
#[derive(Clone, PartialEq)]
pub(crate) struct Advised(Shared<Timed>);

/// Advice, and how it was computed.
struct Timed {
    advice: Advice,
    /// How long it took on this device; nothing where nothing can tell.
    took: Option<Milliseconds>,
    run: Run,
}

/// Whether a program is warm: browsers compile it better while it runs.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Run {
    First,
    Later,
}

impl ImplicitClone for Advised {}

impl std::ops::Deref for Advised {
    type Target = Advice;

    fn deref(&self) -> &Advice {
        &self.0.advice
    }
}

impl Advised {
    /// How long that took on this device; nothing where nothing can tell.
    pub(super) fn speed(&self) -> Option<String> {
        let Timed { advice, took, run } = &*self.0;
        let first = match run {
            Run::First => ", the first time and so the slowest",
            Run::Later => "",
        };
        let options = text::counted(advice.standings.len() as f64, "option");
        // Each in three cases, a week a case; what is tried to lift must-haves comes on top and is not counted.
        let weeks = (advice.standings.len() * Case::ALL.len()) as f64;
        // Browsers round their clocks, some to a millisecond.
        let took = (*took)?.max(Milliseconds::new(0.1));
        let rate = text::significant(weeks / Seconds::from(took).value(), 2);
        let milliseconds = text::trimmed(took.value(), 1);
        Some(format!(
            "{options} in three cases sized, simulated, billed and scored in {milliseconds} ms on this device{first}: {weeks} weeks, {rate} a second"
        ))
    }

    /// The option to look at: the one asked for, or else the first.
    pub(super) fn looked_at(&self, asked: Option<OptionId>) -> Option<&Standing> {
        asked.and_then(|id| self.option(id.0)).or(self.standings.first())
    }
}

/// The advice on the present answers, and on those they are compared with.
#[derive(Clone, PartialEq)]
pub(super) struct AdvicePair {
    pub advised: Advised,
    pub before: Option<Advised>,
}

/// Advises anew when the answers or the options asked about have changed.
#[hook]
pub(super) fn use_advice(session: &Session, kit: &Kit, cache: &AdviceCache) -> AdvicePair {
    let asked = (session.answers().clone(), session.compared().cloned(), kit.options.clone());
    let pair = use_memo(asked, |(answers, compared, options)| {
        let before = compared.as_ref().map(|compared| cache.advise(compared, options));
        AdvicePair { advised: cache.advise(answers, options), before }
    });
    (*pair).clone()
}

/// The last pieces of advice: a step back, or a comparison with the step before, costs nothing.
#[derive(Clone, Default)]
pub struct AdviceCache(Rc<RefCell<Vec<Entry>>>);

struct Entry {
    answers: Answers,
    options: Vec<OptionId>,
    advised: Advised,
}

impl PartialEq for AdviceCache {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl AdviceCache {
    /// The advice on some answers, among some options, or among all of them when none is named.
    pub(super) fn advise(&self, answers: &Answers, options: &[OptionId]) -> Advised {
        let mut entries = self.0.borrow_mut();
        let known = entries.iter().position(|entry| entry.answers == *answers && entry.options == options);
        let entry = match known {
            Some(at) => entries.remove(at),
            None => {
                let run = if entries.is_empty() { Run::First } else { Run::Later };
                Entry { answers: answers.clone(), options: options.to_vec(), advised: timed(answers, options, run) }
            }
        };
        let advised = entry.advised.clone();
        entries.push(entry);
        if entries.len() > KEPT_AT_MOST {
            entries.remove(0);
        }
        advised
    }
}

fn timed(answers: &Answers, options: &[OptionId], run: Run) -> Advised {
    let start = clock::stopwatch();
    let offered: Vec<_> =
        OPTIONS.into_iter().filter(|hosting| options.is_empty() || options.contains(&hosting.id)).collect();
    let advice = advise_among(&offered, answers, &Catalog::bundled(), &Events::new());
    let took = clock::stopwatch().zip(start).map(|(now, start)| now - start);
    Advised(Shared::new(Timed { advice, took, run }))
}
