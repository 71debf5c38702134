//! What takes longer than a frame: in a worker where the browser allows one, between frames elsewhere.

use std::{
    cell::{Cell, RefCell},
    collections::BTreeMap,
    rc::Rc,
};

use gloo::file::File;
use yew::{platform::spawn_local, prelude::*};

use super::{advice::Advised, shared::Shared};
use crate::{
    background::{Ask, LogsRead, Order, Progress, Reply, Request, Task, Told},
    browser::{
        clock,
        logs::{self, Cancel, Piece},
        worker::Worker,
    },
    odds::{Confidence, Odds},
};

/// So long the page works between two frames, in milliseconds; a frame has 16.
const SLICE: f64 = 6.0;
/// And so long it then leaves to the browser.
const PAUSE: u32 = 10;
/// Seldom enough that telling takes no part of the frames, in milliseconds.
const TELL_EVERY: f64 = 700.0;

/// How a reading of logs goes.
pub(super) enum Reading {
    /// So far it has come.
    Progress(Progress),
    /// It is done.
    Read(Box<LogsRead>),
    /// This file could not be read.
    Unread(String),
}

/// What somebody waits for.
#[derive(Clone)]
struct Wish {
    what: What,
    cancel: Cancel,
}

#[derive(Clone)]
enum What {
    Told(Ask, Advised, Callback<Told>),
    Logs(Vec<File>, Callback<Reading>),
}

/// The worker, if there is one.
#[derive(Default)]
enum State {
    #[default]
    NotTried,
    /// It is on its way.
    Starting,
    /// It does not listen yet: what is sent is lost.
    Started(Worker),
    Ready(Worker),
    /// The browser allows none.
    Refused,
}

/// Who does it, and for whom.
#[derive(Default)]
struct Helper {
    state: RefCell<State>,
    wishes: RefCell<BTreeMap<u32, Wish>>,
    next: Cell<u32>,
}

thread_local! {
    static HELPER: Rc<Helper> = Rc::default();
}

/// Something that is being done. Dropped, it is done no more.
pub(super) struct Running {
    number: u32,
    cancel: Cancel,
}

impl Drop for Running {
    fn drop(&mut self) {
        self.cancel.cancel();
        HELPER.with(|helper| {
            helper.wishes.borrow_mut().remove(&self.number);
            if let State::Ready(worker) = &*helper.state.borrow() {
                worker.send(&Request::Cancel(self.number), &[]);
            }
        });
    }
}

/// Asks about some advice; what comes of it is heard piece by piece.
fn ask(ask: Ask, advised: &Advised, heard: Callback<Told>) -> Running {
    HELPER.with(|helper| helper.begin(What::Told(ask, advised.clone(), heard)))
}

/// Reads logs.
pub(super) fn read_logs(files: Vec<File>, heard: Callback<Reading>) -> Running {
    HELPER.with(|helper| helper.begin(What::Logs(files, heard)))
}

impl Helper {
    fn begin(self: &Rc<Self>, what: What) -> Running {
        let number = self.next.get();
        self.next.set(number + 1);
        let wish = Wish { what, cancel: Cancel::default() };
        self.wishes.borrow_mut().insert(number, wish.clone());
        if matches!(*self.state.borrow(), State::NotTried) {
            self.state.replace(State::Starting);
            let [helper, hears, fails] = [self, self, self].map(Rc::clone);
            spawn_local(async move {
                match Worker::start(move |reply| hears.hear(reply), move || fails.give_up()).await {
                    Some(worker) => drop(helper.state.replace(State::Started(worker))),
                    None => helper.give_up(),
                }
            });
        }
        match &*self.state.borrow() {
            State::Ready(worker) => send(worker, number, &wish),
            State::Refused => between_frames(wish.clone()),
            // It is sent when the worker listens.
            State::NotTried | State::Starting | State::Started(_) => {}
        }
        Running { number, cancel: wish.cancel }
    }

    fn hear(&self, reply: Reply) {
        let wish = |number: u32| self.wishes.borrow().get(&number).map(|wish| wish.what.clone());
        let reading = |number: u32, reading: Reading| {
            if let Some(What::Logs(_, heard)) = wish(number) {
                heard.emit(reading);
            }
        };
        match reply {
            Reply::Ready => {
                let state = self.state.replace(State::Refused);
                if let State::Started(worker) | State::Ready(worker) = state {
                    self.wishes.borrow().iter().for_each(|(number, wish)| send(&worker, *number, wish));
                    self.state.replace(State::Ready(worker));
                }
            }
            Reply::Told(number, told) => {
                if let Some(What::Told(_, _, heard)) = wish(number) {
                    heard.emit(*told);
                }
            }
            Reply::Progress(number, progress) => reading(number, Reading::Progress(progress)),
            Reply::Read(number, read) => reading(number, Reading::Read(read)),
            Reply::Unread(number, name) => reading(number, Reading::Unread(name)),
        }
    }

    /// There is no worker, or there is none any more: what is waited for is done here, from the beginning.
    fn give_up(&self) {
        self.state.replace(State::Refused);
        self.wishes.borrow().values().cloned().for_each(between_frames);
    }
}

fn send(worker: &Worker, number: u32, wish: &Wish) {
    match &wish.what {
        What::Told(ask, advised, _) => worker.send(&Request::Begin(number, Order::new(*ask, advised)), &[]),
        What::Logs(files, _) => worker.send(&Request::Read(number), files),
    }
}

fn between_frames(Wish { what, cancel }: Wish) {
    match what {
        What::Told(ask, advised, heard) => spawn_local(async move {
            let mut task = Task::new(ask, &advised);
            let mut told = 0.0;
            loop {
                clock::pause(PAUSE).await;
                if cancel.is_cancelled() {
                    return;
                }
                let begun = now();
                let mut more = true;
                while more && now() - begun < SLICE {
                    more = task.step();
                }
                if !more || now() - told >= TELL_EVERY {
                    told = now();
                    heard.emit(task.told());
                }
                if !more {
                    return;
                }
            }
        }),
        What::Logs(files, heard) => spawn_local(async move {
            let progress = heard.clone();
            let progress = move |so_far| progress.emit(Reading::Progress(so_far));
            match logs::measure(files, Piece::Small, cancel, progress).await {
                Ok(read) => heard.emit(Reading::Read(Box::new(read))),
                Err(Some(name)) => heard.emit(Reading::Unread(name)),
                Err(None) => {}
            }
        }),
    }
}

fn now() -> f64 {
    clock::stopwatch().map_or(0.0, |now| now.value())
}

/// What has come so far of asking about some advice; none until something has, and when it is of other advice.
#[hook]
pub(super) fn use_told(about: Ask, advised: &Advised) -> Option<Shared<Told>> {
    let told = use_state(|| None::<(Advised, Shared<Told>)>);
    use_effect_with((about, advised.clone()), {
        let told = told.setter();
        move |(about, advised)| {
            let of = advised.clone();
            let heard = Callback::from(move |news| told.set(Some((of.clone(), Shared::new(news)))));
            let running = ask(*about, advised, heard);
            move || drop(running)
        }
    });
    told.as_ref().filter(|(of, _)| of == advised).map(|(_, told)| told.clone())
}

/// How sure the advice is, as far as that is known: the odds, and how much of them is done.
#[derive(Clone, PartialEq)]
pub(crate) struct Sure(Option<Shared<Told>>);

impl Sure {
    /// The odds so far, and how much of them is done, 0 to 1.
    pub(crate) fn known(&self) -> Option<(&Confidence, f64)> {
        match self.0.as_deref()? {
            Told::Odds(confidence, done) => Some((confidence, *done)),
            Told::TurningPoints(..) | Told::Outlook(..) | Told::Regions(..) => None,
        }
    }

    /// How sure the advice is once all worlds have been lived through.
    pub(crate) fn whole(&self) -> Option<&Confidence> {
        self.known().filter(|(_, done)| *done >= 1.0).map(|(confidence, _)| confidence)
    }

    /// The odds once all worlds have been lived through: the bands of fewer would move under the reader's eyes.
    pub(crate) fn bands(&self) -> Option<&Odds> {
        self.whole().map(|confidence| &confidence.odds)
    }
}

#[derive(Properties, PartialEq)]
pub(super) struct SurenessProps {
    pub advised: Advised,
    pub children: Html,
}

/// Works out how sure the advice is, and hands it to everything inside.
#[component]
pub(super) fn Sureness(SurenessProps { advised, children }: &SurenessProps) -> Html {
    let told = use_told(Ask::Odds, advised);
    html! { <ContextProvider<Sure> context={Sure(told)}>{children.clone()}</ContextProvider<Sure>> }
}

/// How sure the advice is; nothing is known without a browser.
#[hook]
pub(crate) fn use_sureness() -> Sure {
    use_context::<Sure>().unwrap_or(Sure(None))
}
