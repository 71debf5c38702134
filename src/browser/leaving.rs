//! When the page is left: closed, loaded again, gone from, or put out of sight, after which some devices end it unasked.

use gloo::events::{EventListener, EventListenerOptions};
use web_sys::Event;

/// How the page is left.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Leaving {
    /// It is out of sight, and may go on later or never.
    Hidden,
    /// It is being unloaded.
    Unloading,
    /// It has come back from the browser's memory after it had been left.
    Back,
}

/// What fields hear before anything is written down. The listeners of `pagehide` are called in the order in which they came,
/// those of the capture phase too, and fields come after the page.
const BEFORE: &str = "groundplan-leaving";

/// Calls back when the page is left, for as long as the listeners are kept: in time to write down what is held.
pub fn on_leaving(left: impl Fn(Leaving) + Clone + 'static) -> Option<[EventListener; 3]> {
    let window = web_sys::window()?;
    let document = window.document()?;
    let announced = {
        let (left, document) = (left.clone(), document.clone());
        move |leaving| {
            if let Ok(before) = Event::new(BEFORE) {
                drop(document.dispatch_event(&before));
            }
            left(leaving);
        }
    };
    let (hidden, watched) = (announced.clone(), document.clone());
    Some([
        EventListener::new(&document, "visibilitychange", move |_| {
            if watched.hidden() {
                hidden(Leaving::Hidden);
            }
        }),
        EventListener::new(&window, "pagehide", move |_| announced(Leaving::Unloading)),
        EventListener::new(&window, "pageshow", move |_| left(Leaving::Back)),
    ])
}

/// Calls back before anything of [`on_leaving`]: in time for a field to give what was typed into it.
pub fn before_leaving(left: impl Fn() + 'static) -> Option<EventListener> {
    let document = web_sys::window()?.document()?;
    Some(EventListener::new(&document, BEFORE, move |_| left()))
}

/// Has the browser ask before it leaves the page, for as long as the listener is kept.
pub fn ask_before() -> Option<EventListener> {
    let window = web_sys::window()?;
    let options = EventListenerOptions::enable_prevent_default();
    Some(EventListener::new_with_options(&window, "beforeunload", options, |event| event.prevent_default()))
}
