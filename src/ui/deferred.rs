use yew::prelude::*;

use crate::browser::{clock, document};

/// When the parts of the page are drawn.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Rendering {
    /// All at once: without a browser, where nobody waits.
    #[default]
    AtOnce,
    /// What is [`Deferred`] after the rest, each part in a task of its own, so that a slow phone shows the answer first and
    /// is never busy for long (docs/decisions/011).
    Progressive,
}

#[derive(Properties, PartialEq)]
pub(super) struct DeferredProps {
    pub children: Html,
}

/// A part of the page that is not needed for the first look at it.
#[component]
pub(super) fn Deferred(DeferredProps { children }: &DeferredProps) -> Html {
    let rendering = use_context::<Rendering>().unwrap_or_default();
    let is_due = use_state_eq(|| rendering == Rendering::AtOnce);
    use_effect_with((), {
        let is_due = is_due.setter();
        move |()| clock::soon(move || is_due.set(true))
    });
    if *is_due { children.clone() } else { Html::default() }
}

/// Says on the root element when all is drawn. Effects of children run before those of their parents, and tasks run in
/// the order they are asked for: in the outermost component this comes after everything deferred.
#[hook]
pub(super) fn use_ready_mark() {
    use_effect_with((), |()| clock::soon(|| document::set_root_attribute("data-state", Some("ready"))));
}
