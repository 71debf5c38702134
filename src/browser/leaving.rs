//! When the page is left: closed, loaded again, gone from, or put out of sight, after which some devices end it unasked.

use gloo::events::{EventListener, EventListenerOptions};

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

/// Calls back when the page is left, for as long as the listeners are kept: in time to write down what is held.
pub fn on_leaving(left: impl Fn(Leaving) + Clone + 'static) -> Option<[EventListener; 3]> {
    listen(EventListenerOptions::default(), left)
}

/// Calls back before all those of [`on_leaving`]: in time for a field to give what was typed into it.
pub fn before_leaving(left: impl Fn() + Clone + 'static) -> Option<[EventListener; 3]> {
    listen(EventListenerOptions::run_in_capture_phase(), move |_| left())
}

fn listen(options: EventListenerOptions, left: impl Fn(Leaving) + Clone + 'static) -> Option<[EventListener; 3]> {
    let window = web_sys::window()?;
    let document = window.document()?;
    let (hidden, back, watched) = (left.clone(), left.clone(), document.clone());
    Some([
        EventListener::new_with_options(&document, "visibilitychange", options, move |_| {
            if watched.hidden() {
                hidden(Leaving::Hidden);
            }
        }),
        EventListener::new_with_options(&window, "pagehide", options, move |_| left(Leaving::Unloading)),
        EventListener::new_with_options(&window, "pageshow", options, move |_| back(Leaving::Back)),
    ])
}

/// Has the browser ask before it leaves the page, for as long as the listener is kept.
pub fn ask_before() -> Option<EventListener> {
    let window = web_sys::window()?;
    let options = EventListenerOptions::enable_prevent_default();
    Some(EventListener::new_with_options(&window, "beforeunload", options, |event| event.prevent_default()))
}
