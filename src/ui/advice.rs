use std::{cell::RefCell, rc::Rc};

use yew::prelude::*;

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
#[derive(Clone)]
pub(super) struct Advised(Rc<Timed>);

/// Advice, and how it was come by.
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

impl PartialEq for Advised {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl std::ops::Deref for Advised {
    type Target = Advice;

    fn deref(&self) -> &Advice {
        &self.0.advice
    }
}

impl Advised {
    /// Works it out among some options, or among all of them when none is named.
    fn new(answers: &Answers, options: &[OptionId], run: Run) -> Self {
        let shown: Vec<_> =
            OPTIONS.into_iter().filter(|hosting| options.is_empty() || options.contains(&hosting.id)).collect();
        let start = clock::stopwatch();
        let advice = advise_among(&shown, answers, &Catalog::bundled(), &Events::new());
        let took = clock::stopwatch().zip(start).map(|(end, start)| end - start);
        Self(Rc::new(Timed { advice, took, run }))
    }

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
#[hook]
pub(super) fn use_advice(session: &Rc<Session>, kit: &Kit) -> (Advised, Option<Advised>) {
    let asked = (session.answers().clone(), session.compared().cloned(), kit.options.clone());
    let pair = use_memo(asked, |(answers, compared, options)| {
        let before = compared.as_ref().map(|compared| advised(compared, options));
        (advised(answers, options), before)
    });
    (pair.0.clone(), pair.1.clone())
}

thread_local! {
    static KEPT: RefCell<Vec<(Answers, Vec<OptionId>, Advised)>> = const { RefCell::new(Vec::new()) };
}

/// The advice on some answers. What has been worked out is not worked out again: a step back, or a comparison with the
/// step before, costs nothing.
pub(super) fn advised(answers: &Answers, options: &[OptionId]) -> Advised {
    KEPT.with_borrow_mut(|kept| {
        let known = kept.iter().position(|(known, among, _)| known == answers && among == options);
        let advised = match known {
            Some(at) => kept.remove(at).2,
            None => Advised::new(answers, options, if kept.is_empty() { Run::First } else { Run::Later }),
        };
        kept.push((answers.clone(), options.to_vec(), advised.clone()));
        if kept.len() > KEPT_AT_MOST {
            kept.remove(0);
        }
        advised
    })
}
