use strum::VariantArray;
use yew::{platform::spawn_local, prelude::*};

use crate::browser::{clock, document};

/// When the parts of the page are drawn.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Rendering {
    /// All at once: without a browser, where nobody waits.
    #[default]
    AtOnce,
    /// One after another, each in a task of its own, so that a slow phone shows the answer first and is never busy for long
    /// (docs/decisions/011).
    Progressive,
}

/// The parts that are not needed for the first look at the page, in the order they are drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq, VariantArray)]
pub(super) enum Part {
    Picture,
    DetailQuestions,
}

/// How many of the parts are to be drawn by now.
#[derive(Clone, Copy, PartialEq)]
struct Due(usize);

#[derive(Properties, PartialEq)]
pub(super) struct ProgressiveProps {
    pub rendering: Rendering,
    pub children: Html,
}

/// Draws what is in it, part after part, and says on the root element when all is drawn.
#[component]
pub(super) fn Progressive(ProgressiveProps { rendering, children }: &ProgressiveProps) -> Html {
    let due = use_state_eq(|| match rendering {
        Rendering::AtOnce => Part::VARIANTS.len(),
        Rendering::Progressive => 0,
    });
    use_effect_with(*due, {
        let setter = due.setter();
        move |due| {
            let next = due + 1;
            if next <= Part::VARIANTS.len() {
                spawn_local(async move {
                    clock::next_task().await;
                    setter.set(next);
                });
            } else {
                document::set_root_attribute("data-state", Some("ready"));
            }
        }
    });
    html! { <ContextProvider<Due> context={Due(*due)}>{children.clone()}</ContextProvider<Due>> }
}

#[derive(Properties, PartialEq)]
pub(super) struct DeferredProps {
    pub part: Part,
    pub children: Html,
}

/// Holds a part back until it is due.
#[component]
pub(super) fn Deferred(DeferredProps { part, children }: &DeferredProps) -> Html {
    let is_due = use_context::<Due>().is_none_or(|Due(due)| (*part as usize) < due);
    if is_due { children.clone() } else { Html::default() }
}
