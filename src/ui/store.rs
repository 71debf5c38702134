use std::rc::Rc;

use yew::prelude::*;

use super::shared::Shared;
use crate::{
    session::{Action, Session},
    workshop::{PresenterAction, Workshop},
};

/// Gives a value as it is now, also before the page has been drawn with it: Yew draws when it has the time.
pub(super) type Latest<T> = Callback<(), Shared<T>>;

/// The value of a store as it is now.
#[hook]
pub(super) fn use_latest<T>(store: &UseReducerHandle<Store<T>>) -> Latest<T>
where
    T: PartialEq + 'static,
    Store<T>: Reducible,
{
    let store = store.clone();
    // A handle keeps every value it was ever asked for, a clone of it only this one.
    use_callback((), move |(), ()| store.clone().value())
}

/// A value of the domain as the state of a component. The domain knows nothing of Yew; here its actions become Yew's.
pub(super) struct Store<T>(Shared<T>);

impl<T: PartialEq> Store<T> {
    /// Starts with a value.
    pub(super) fn new(value: T) -> Self {
        Self(Shared::new(value))
    }

    /// The value as it is now.
    pub(super) fn value(&self) -> Shared<T> {
        self.0.clone()
    }

    /// The next value in place of this one; itself where nothing has changed, for then Yew draws nothing.
    fn next(self: Rc<Self>, value: T) -> Rc<Self> {
        if value == *self.0 { self } else { Rc::new(Self::new(value)) }
    }
}

impl Reducible for Store<Session> {
    type Action = Action;

    fn reduce(self: Rc<Self>, action: Action) -> Rc<Self> {
        let next = self.0.after(action);
        self.next(next)
    }
}

impl Reducible for Store<Workshop> {
    type Action = PresenterAction;

    fn reduce(self: Rc<Self>, action: PresenterAction) -> Rc<Self> {
        let next = self.0.after(action);
        self.next(next)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{questionnaire::QuestionId, session::Field};

    #[test]
    fn an_action_that_changes_nothing_keeps_the_allocation() {
        let store = Rc::new(Store::new(Session::default()));
        let same = Rc::clone(&store).reduce(Action::Undo);
        assert!(Rc::ptr_eq(&store, &same));
        let typed = Rc::clone(&store).reduce(Action::Choose(Field::Question(QuestionId::Visits), "2m".to_owned()));
        assert!(!Rc::ptr_eq(&store, &typed));
        assert!(typed.value() != store.value());
    }
}
