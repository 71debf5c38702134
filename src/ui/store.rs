use std::rc::Rc;

use yew::prelude::*;

use super::shared::Shared;
use crate::{
    session::{Action, Session},
    workshop::{PresenterAction, Workshop},
};

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
