use std::{ops::Deref, rc::Rc};

use yew::html::ImplicitClone;

/// A value handed down the tree without being copied or looked into: two are equal when they are the same allocation.
///
/// `#[derive(PartialEq)]` over an `Rc` would compare what is inside, which for a session or for advice takes longer than
/// drawing from it.
pub(crate) struct Shared<T>(Rc<T>);

impl<T> Shared<T> {
    /// Shares a value.
    pub(crate) fn new(value: T) -> Self {
        Self(Rc::new(value))
    }
}

impl<T> Clone for Shared<T> {
    fn clone(&self) -> Self {
        Self(Rc::clone(&self.0))
    }
}

impl<T> ImplicitClone for Shared<T> {}

impl<T> PartialEq for Shared<T> {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl<T> Deref for Shared<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.0
    }
}
