use std::rc::Rc;

use yew::{html::ImplicitClone, prelude::*};

use crate::{
    browser::leaving,
    persistence::Place,
    questionnaire::{Answers, Problem},
    session::{Decoded, Scenarios},
    ui::{
        keeping::{Keeping, use_keeping},
        shared::Shared,
        store::{Latest, Store, use_latest},
    },
    workshop::{PresenterAction, Workshop},
};

/// The workshop of this window. It outlives the presenter's view, so that leaving it loses nothing, whatever the device keeps.
#[derive(Clone, PartialEq)]
pub(crate) struct Desk {
    pub(super) workshop: Shared<Workshop>,
    pub(super) latest: Latest<Workshop>,
    pub(super) dispatch: Callback<PresenterAction>,
    pub(super) keeping: Keeping,
    /// The file it was last saved to.
    pub(super) saved: UseStateHandle<Option<Rc<str>>>,
    pub(super) risk: UseStateHandle<Risk>,
}

impl ImplicitClone for Desk {}

impl Desk {
    /// The workshop as it is.
    pub(crate) fn workshop(&self) -> Shared<Workshop> {
        self.workshop.clone()
    }
}

/// Whether closing the window would lose something.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Risk {
    None,
    /// The device does not keep the workshop, and no file holds it.
    Unsaved,
}

/// The workshop of this window. While nothing but the window holds it, the browser asks before it closes.
#[hook]
pub(crate) fn use_desk() -> Desk {
    let store = use_reducer(|| Store::new(Workshop::default()));
    let latest = use_latest(&store);
    let keeping = use_keeping(Place::Workshop);
    let saved = use_state_eq(|| None::<Rc<str>>);
    let risk = use_state_eq(|| Risk::None);
    use_effect_with(*risk, |risk| {
        let asking = (*risk == Risk::Unsaved).then(leaving::ask_before).flatten();
        move || drop(asking)
    });
    Desk { workshop: store.value(), latest, dispatch: store.dispatcher().to_callback(), keeping, saved, risk }
}

/// A workshop with its answers, and what of it was not understood.
#[derive(Clone, PartialEq)]
pub(super) struct Opened {
    pub workshop: Workshop,
    pub answers: Answers,
    pub scenarios: Scenarios,
    pub problems: Vec<Problem>,
}

impl Opened {
    pub(super) fn read(text: &str) -> Result<Self, Problem> {
        Workshop::from_file(text).map(|(workshop, Decoded { answers, scenarios, notes, .. })| Self {
            workshop,
            answers,
            scenarios,
            problems: notes,
        })
    }

    /// Its title and how much is in it.
    pub(super) fn in_short(&self) -> String {
        let title = if self.workshop.title().is_empty() { "without a name" } else { self.workshop.title() };
        match self.workshop.log().entries().len() {
            0 => format!("{title}, with no decision noted"),
            1 => format!("{title}, with 1 decision noted"),
            count => format!("{title}, with {count} decisions noted"),
        }
    }
}
