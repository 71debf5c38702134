use std::{cell::RefCell, rc::Rc};

use yew::{html::ImplicitClone, prelude::*};

use crate::{
    browser::storage::{self, Storage},
    persistence::{Keeper, Place},
};

/// A place on the device, as a part of the page sees it and writes to it. Clones are of one and the same.
#[derive(Clone)]
pub(super) struct Keeping {
    keeper: Rc<RefCell<Keeper>>,
    /// What is drawn from.
    seen: UseStateHandle<Keeper>,
}

impl ImplicitClone for Keeping {}

impl PartialEq for Keeping {
    fn eq(&self, other: &Self) -> bool {
        self.seen == other.seen
    }
}

impl Keeping {
    /// What was kept when this was drawn.
    pub(super) fn seen(&self) -> &Keeper {
        &self.seen
    }

    /// Does something with the place, and draws anew what depends on it.
    pub(super) fn with<T>(&self, does: impl FnOnce(&mut Keeper, &Storage) -> T) -> T {
        let mut keeper = self.keeper.borrow_mut();
        let done = does(&mut keeper, &Storage);
        self.seen.set(keeper.clone());
        done
    }
}

/// A place on the device, watched for what other tabs write there.
#[hook]
pub(super) fn use_keeping(place: Place) -> Keeping {
    let keeper = use_mut_ref(|| Keeper::new(place));
    let seen = use_state_eq(|| Keeper::new(place));
    let keeping = Keeping { keeper, seen };
    use_effect_with((), {
        let keeping = keeping.clone();
        move |()| {
            let listeners = [place.name(), place.earlier()].map(|name| {
                let keeping = keeping.clone();
                storage::on_change(name, move || keeping.with(Keeper::look_again))
            });
            move || drop(listeners)
        }
    });
    keeping
}
