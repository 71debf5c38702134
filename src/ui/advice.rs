use std::{cell::RefCell, rc::Rc};

use yew::{html::ImplicitClone, platform::spawn_local, prelude::*};

use super::{progressive::Rendering, shared::Shared};
use crate::{
    advice::{Advice, Conclusion, advise_among, priced},
    assessment::Client,
    browser::{clock, document},
    catalog::Catalog,
    decision::Standing,
    kit::Kit,
    options::{Hosting, OPTIONS, OptionId},
    questionnaire::Answers,
    search::Searches,
    session::Session,
    simulation::Events,
    units::{Milliseconds, Seconds, text},
    workload::{Case, Workload},
};

/// How many pieces of advice are kept: the present, the one compared with, and those to step back to.
const KEPT_AT_MOST: usize = 6;

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
    /// Whether the advice is on the present answers already, or still on those before.
    pub state: State,
}

/// How far the search for the present answers has come.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum State {
    Searching,
    Found,
}

/// What is to be advised on: the answers, and the options asked about.
#[derive(Clone, PartialEq)]
struct Asked {
    answers: Answers,
    options: Vec<OptionId>,
}

/// Advises anew when the answers or the options asked about have changed. With [`Rendering::Progressive`] that is done design
/// by design between frames, so that typing and sliding are never held up: what is shown until then is the advice before, and
/// the page says of itself that it is busy. One search runs at a time, to its end, or a slider that is moved would never
/// show anything.
#[hook]
pub(super) fn use_advice(session: &Session, kit: &Kit, cache: &AdviceCache, rendering: Rendering) -> AdvicePair {
    let last = use_mut_ref(|| None::<Advised>);
    let searching = use_mut_ref(Searching::default);
    let arrived = use_force_update();
    let asked = |answers: &Answers| Asked { answers: answers.clone(), options: kit.options.clone() };
    let now = asked(session.answers());
    let compared = session.compared().map(asked);
    let known = match (rendering, &*last.borrow()) {
        (Rendering::Progressive, Some(_)) => cache.known(&now),
        (Rendering::AtOnce, _) | (Rendering::Progressive, None) => Some(cache.advise(&now.answers, &now.options)),
    };
    let before = match rendering {
        Rendering::AtOnce => compared.as_ref().map(|compared| cache.advise(&compared.answers, &compared.options)),
        Rendering::Progressive => compared.as_ref().and_then(|compared| cache.known(compared)),
    };
    let state = if known.is_some() { State::Found } else { State::Searching };
    if let Some(known) = known {
        last.replace(Some(known));
    }
    use_effect_with((now.clone(), compared, state, before.is_some()), {
        let (cache, last) = (cache.clone(), Rc::clone(&last));
        move |(now, compared, state, _)| {
            document::set_root_attribute("data-busy", (*state == State::Searching).then_some("true"));
            let unknown = |asked: &Asked| cache.known(asked).is_none();
            let present = Some(now).filter(|asked| unknown(asked)).cloned();
            let compared = compared.as_ref().filter(|asked| unknown(asked)).cloned();
            let must_start = searching.borrow_mut().want(present, compared);
            if must_start {
                spawn_local(run(searching, cache, last, arrived));
            }
        }
    });
    let advised = last.borrow().clone().unwrap_or_else(|| cache.advise(&now.answers, &now.options));
    AdvicePair { advised, before, state }
}

/// The searches that run between frames.
#[derive(Default)]
struct Searching {
    present: Option<Asked>,
    compared: Option<Asked>,
    is_running: bool,
}

impl Searching {
    /// Takes what is wanted in place of what was. Gives whether a run has to be started for it.
    fn want(&mut self, present: Option<Asked>, compared: Option<Asked>) -> bool {
        (self.present, self.compared) = (present, compared);
        let must_start = !self.is_running && (self.present.is_some() || self.compared.is_some());
        self.is_running |= must_start;
        must_start
    }
}

/// Searches until nothing is wanted any more, and has the page drawn with each piece of advice.
async fn run(
    searching: Rc<RefCell<Searching>>,
    cache: AdviceCache,
    last: Rc<RefCell<Option<Advised>>>,
    arrived: UseForceUpdateHandle,
) {
    loop {
        // Two tasks, so that what was typed is painted first.
        clock::next_task().await;
        clock::next_task().await;
        let (present, compared) = {
            let mut searching = searching.borrow_mut();
            let present = searching.present.take();
            let compared = if present.is_some() { None } else { searching.compared.take() };
            searching.is_running = present.is_some() || compared.is_some();
            (present, compared)
        };
        let is_present = present.is_some();
        let Some(asked) = present.or(compared) else { break };
        let advised = search(&asked, Run::Later).await;
        cache.keep(asked, advised.clone());
        if is_present {
            last.replace(Some(advised));
        }
        arrived.force_update();
    }
}

/// Milliseconds after which work lets the browser attend to the reader.
pub(super) const SLICE: Milliseconds = Milliseconds::new(8.0);

/// Advises in slices.
async fn search(asked: &Asked, run: Run) -> Advised {
    let mut clock = Stopwatch::start();
    let advice = in_slices(&asked.answers, &offered(&asked.options), &mut clock).await;
    Advised(Shared::new(Timed { advice, took: clock.stop(), run }))
}

/// Advises in slices: after each design and each rule it is looked whether the slice is used up.
pub(super) async fn in_slices(answers: &Answers, offered: &[&'static Hosting], clock: &mut Stopwatch) -> Advice {
    let (workload, catalog) = (Workload::new(answers), priced(answers, &Catalog::bundled()));
    let client = Client::new(answers, &workload, &catalog);
    let events = Events::new();
    let mut searches = Searches::new(offered, &client, &events);
    while searches.step().is_some() {
        clock.pause(SLICE).await;
    }
    let mut conclusion = Conclusion::new(searches.found(), &client);
    clock.pause(SLICE).await;
    while conclusion.step().is_some() {
        clock.pause(SLICE).await;
    }
    let advice = conclusion.advice();
    // What is drawn from it is a task of its own.
    clock.pause(Milliseconds::new(0.0)).await;
    advice
}

/// How long something takes, without what the browser does in between.
pub(super) struct Stopwatch {
    since: Option<Milliseconds>,
    spent: Milliseconds,
}

impl Stopwatch {
    pub(super) fn start() -> Self {
        Self { since: clock::stopwatch(), spent: Milliseconds::new(0.0) }
    }

    fn slice(&self) -> Option<Milliseconds> {
        clock::stopwatch().zip(self.since).map(|(now, since)| now - since)
    }

    /// Goes on in another task where this one has taken so long.
    pub(super) async fn pause(&mut self, longest: Milliseconds) {
        let Some(slice) = self.slice().filter(|slice| *slice >= longest) else { return };
        self.spent += slice;
        clock::next_task().await;
        self.since = clock::stopwatch();
    }

    fn stop(&self) -> Option<Milliseconds> {
        self.slice().map(|slice| self.spent + slice)
    }
}

/// The last pieces of advice: a step back, or a comparison with the step before, costs nothing.
#[derive(Clone, Default)]
pub struct AdviceCache(Rc<RefCell<Vec<Entry>>>);

struct Entry {
    asked: Asked,
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
        let asked = Asked { answers: answers.clone(), options: options.to_vec() };
        self.known(&asked).unwrap_or_else(|| {
            let run = if self.0.borrow().is_empty() { Run::First } else { Run::Later };
            let advised = timed(answers, options, run);
            self.keep(asked, advised.clone());
            advised
        })
    }

    /// Works the first advice out, in slices, before the page is drawn.
    #[cfg(target_arch = "wasm32")]
    pub(super) async fn prepare(&self, answers: &Answers, options: &[OptionId]) {
        let asked = Asked { answers: answers.clone(), options: options.to_vec() };
        let advised = search(&asked, Run::First).await;
        self.keep(asked, advised);
    }

    /// The same in slices, for what is not waited for.
    pub(super) async fn advise_later(&self, answers: &Answers, options: &[OptionId]) -> Advised {
        let asked = Asked { answers: answers.clone(), options: options.to_vec() };
        if let Some(known) = self.known(&asked) {
            return known;
        }
        let advised = search(&asked, Run::Later).await;
        self.keep(asked, advised.clone());
        advised
    }

    /// The advice on what is asked, where it has been worked out.
    fn known(&self, asked: &Asked) -> Option<Advised> {
        let mut entries = self.0.borrow_mut();
        let at = entries.iter().position(|entry| entry.asked == *asked)?;
        let entry = entries.remove(at);
        let advised = entry.advised.clone();
        entries.push(entry);
        Some(advised)
    }

    fn keep(&self, asked: Asked, advised: Advised) {
        let mut entries = self.0.borrow_mut();
        entries.push(Entry { asked, advised });
        if entries.len() > KEPT_AT_MOST {
            entries.remove(0);
        }
    }
}

fn timed(answers: &Answers, options: &[OptionId], run: Run) -> Advised {
    let start = clock::stopwatch();
    let advice = advise_among(&offered(options), answers, &Catalog::bundled(), &Events::new());
    let took = clock::stopwatch().zip(start).map(|(now, start)| now - start);
    Advised(Shared::new(Timed { advice, took, run }))
}

/// The options asked about, or all of them when none is named.
fn offered(options: &[OptionId]) -> Vec<&'static Hosting> {
    OPTIONS.into_iter().filter(|hosting| options.is_empty() || options.contains(&hosting.id)).collect()
}
