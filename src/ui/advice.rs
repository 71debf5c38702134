use std::cell::RefCell;

use yew::{html::ImplicitClone, prelude::*};

use super::shared::Shared;
use crate::{
    advice::{Advice, Inquiry},
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

impl ImplicitClone for Advised {}

impl std::ops::Deref for Advised {
    type Target = Advice;

    fn deref(&self) -> &Advice {
        &self.0.advice
    }
}

impl Advised {
    fn new(advice: Advice, took: Option<Milliseconds>, run: Run) -> Self {
        Self(Shared::new(Timed { advice, took, run }))
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
#[derive(Clone, PartialEq)]
pub(super) struct AdvicePair {
    pub advised: Advised,
    pub before: Option<Advised>,
}

/// Advises anew when the answers or the options asked about have changed.
#[hook]
pub(super) fn use_advice(session: &Session, kit: &Kit) -> AdvicePair {
    let asked = (session.answers().clone(), session.compared().cloned(), kit.options.clone());
    let pair = use_memo(asked, |(answers, compared, options)| {
        let before = compared.as_ref().map(|compared| advised(compared, options));
        AdvicePair { advised: advised(answers, options), before }
    });
    (*pair).clone()
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
            None => {
                let start = clock::stopwatch();
                let advice = inquiry(answers, options).advice();
                let took = since(start);
                Advised::new(advice, took, if kept.is_empty() { Run::First } else { Run::Later })
            }
        };
        kept.push((answers.clone(), options.to_vec(), advised.clone()));
        if kept.len() > KEPT_AT_MOST {
            kept.remove(0);
        }
        advised
    })
}

/// Works the first advice out with a task for each option, so that a slow phone hears a finger in between; then goes on.
#[cfg(target_arch = "wasm32")]
pub(super) fn advised_in_goes(answers: &Answers, options: &[OptionId], then: impl FnOnce() + 'static) {
    let start = clock::stopwatch();
    let inquiry = inquiry(answers, options);
    go_on(inquiry, (options.to_vec(), since(start)), then);
}

#[cfg(target_arch = "wasm32")]
fn go_on(
    mut inquiry: Inquiry,
    (options, before): (Vec<OptionId>, Option<Milliseconds>),
    then: impl FnOnce() + 'static,
) {
    let start = clock::stopwatch();
    let so_far = |start| Some(before? + since(start)?);
    if inquiry.proceed() {
        let took = so_far(start);
        return clock::soon(move || go_on(inquiry, (options, took), then));
    }
    let advice = inquiry.advice();
    let answers = advice.answers.clone();
    let advised = Advised::new(advice, so_far(start), Run::First);
    KEPT.with_borrow_mut(|kept| kept.push((answers, options, advised)));
    clock::soon(then);
}

/// Asks among some options, or among all of them when none is named.
fn inquiry(answers: &Answers, options: &[OptionId]) -> Inquiry {
    let shown: Vec<_> =
        OPTIONS.into_iter().filter(|hosting| options.is_empty() || options.contains(&hosting.id)).collect();
    Inquiry::among(&shown, answers, &Catalog::bundled(), &Events::new())
}

fn since(start: Option<Milliseconds>) -> Option<Milliseconds> {
    clock::stopwatch().zip(start).map(|(now, start)| now - start)
}
