//! What a part of the page keeps between renderings. Yew's own hooks unfold into a kilobyte of program wherever they are
//! used; these do the common work in one place.

use std::{
    any::Any,
    cell::{Ref, RefCell},
    rc::Rc,
};

use yew::{
    functional::{Hook, HookContext, UseForceUpdateHandle},
    prelude::*,
};

/// A value kept between renderings. Setting it to something else renders anew.
pub(crate) struct State<T> {
    value: Rc<RefCell<T>>,
    again: UseForceUpdateHandle,
}

impl<T> Clone for State<T> {
    fn clone(&self) -> Self {
        Self { value: Rc::clone(&self.value), again: self.again.clone() }
    }
}

impl<T: PartialEq> State<T> {
    /// The value as it is now.
    pub(crate) fn get(&self) -> Ref<'_, T> {
        self.value.borrow()
    }

    /// Makes another value of it.
    pub(crate) fn change(&self, make: impl FnOnce(&T) -> T) {
        let value = make(&self.get());
        self.set(value);
    }

    /// Sets the value.
    pub(crate) fn set(&self, value: T) {
        if *self.value.borrow() != value {
            self.value.replace(value);
            self.again.force_update();
        }
    }
}

/// Keeps a value.
pub(crate) fn use_value<T: 'static>(first: impl FnOnce() -> T) -> impl Hook<Output = State<T>> {
    UseValue(first)
}

struct UseValue<F>(F);

impl<T: 'static, F: FnOnce() -> T> Hook for UseValue<F> {
    type Output = State<T>;

    fn run(self, context: &mut HookContext) -> State<T> {
        State { value: use_mut_ref(self.0).run(context), again: use_force_update().run(context) }
    }
}

/// Makes something once.
pub(crate) fn use_once<T: Clone + 'static>(make: impl FnOnce() -> T) -> impl Hook<Output = T> {
    UseOnce(make)
}

struct UseOnce<F>(F);

impl<T: Clone + 'static, F: FnOnce() -> T> Hook for UseOnce<F> {
    type Output = T;

    fn run(self, context: &mut HookContext) -> T {
        use_mut_ref(self.0).run(context).borrow().clone()
    }
}

/// Does something after a rendering, if `on` is not what it was at the last. What the deed gives back is dropped before
/// it is done again, and when the part leaves the page.
pub(crate) fn use_after<D: PartialEq + 'static, G: 'static>(
    on: D,
    deed: impl FnOnce(&D) -> G + 'static,
) -> impl Hook<Output = ()> {
    let on = Rc::new(on);
    UseAfter { on: Rc::clone(&on) as Rc<dyn Any>, is_same: is_same::<D>, due: Box::new(move || Box::new(deed(&on))) }
}

fn is_same<D: PartialEq + 'static>(one: &dyn Any, other: &dyn Any) -> bool {
    one.downcast_ref::<D>() == other.downcast_ref::<D>()
}

struct UseAfter {
    on: Rc<dyn Any>,
    is_same: fn(&dyn Any, &dyn Any) -> bool,
    due: Deed,
}

impl Hook for UseAfter {
    type Output = ();

    fn run(self, context: &mut HookContext) {
        let after = use_once(Rc::<After>::default).run(context);
        let is_same = after.last.borrow().as_deref().is_some_and(|last| (self.is_same)(last, &*self.on));
        if !is_same {
            after.last.replace(Some(self.on));
            after.due.replace(Some(self.due));
        }
        use_effect(move || after.run()).run(context);
    }
}

/// Something to be done when this is dropped.
pub(crate) struct AtLast(Option<Box<dyn FnOnce()>>);

/// Does something at last.
pub(crate) fn at_last(deed: impl FnOnce() + 'static) -> AtLast {
    AtLast(Some(Box::new(deed)))
}

impl Drop for AtLast {
    fn drop(&mut self) {
        if let Some(deed) = self.0.take() {
            deed();
        }
    }
}

/// What is to be done after a rendering, and gives back what it wants to hold.
type Deed = Box<dyn FnOnce() -> Box<dyn Any>>;

/// A deed, on what it was done last, and what it holds.
#[derive(Default)]
struct After {
    last: RefCell<Option<Rc<dyn Any>>>,
    due: RefCell<Option<Deed>>,
    held: RefCell<Option<Box<dyn Any>>>,
}

impl After {
    fn run(&self) {
        let due = self.due.borrow_mut().take();
        if let Some(due) = due {
            drop(self.held.take());
            let held = due();
            self.held.replace(Some(held));
        }
    }
}
