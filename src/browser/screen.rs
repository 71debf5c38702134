//! The screen: whether it is a narrow one, and when that changes.

use gloo::events::EventListener;
use wasm_bindgen::{JsCast, JsValue, prelude::Closure};
use web_sys::{Element, ResizeObserver};

use super::clock;

/// Below this pictures stand upright: across, their words would be too small to read. Paper is always across. A
/// window of one pixel is none: browsers make it such for a moment while a whole page is captured.
const NARROW: &str = "screen and (min-width: 2px) and (max-width: 1023px)";

/// Whether the screen is narrow now.
pub fn is_narrow() -> bool {
    query().is_some_and(|query| query.matches())
}

/// Calls back when the screen has become narrow, or wide again, for as long as the listener is kept.
pub fn on_narrow(changed: impl Fn(bool) + 'static) -> Option<EventListener> {
    let query = query()?;
    Some(EventListener::new(&query, "change", move |_| changed(is_narrow())))
}

/// Watches the size of an element; dropped, it stops.
pub struct Resizing {
    observer: ResizeObserver,
    _changed: Closure<dyn FnMut(JsValue)>,
}

impl Drop for Resizing {
    fn drop(&mut self) {
        self.observer.disconnect();
    }
}

/// Calls back soon, and then whenever the size of an element has changed, such as when something in it is unfolded.
pub fn on_resize(element: &Element, changed: impl Fn() + 'static) -> Option<Resizing> {
    let changed = Closure::new(move |_: JsValue| changed());
    let observer = ResizeObserver::new(changed.as_ref().unchecked_ref()).ok()?;
    observer.observe(element);
    Some(Resizing { observer, _changed: changed })
}

/// Calls back with the width of the window whenever its size has changed, for as long as the listener is kept.
pub fn on_window_resize(changed: impl Fn(u32) + 'static) -> Option<EventListener> {
    let window = web_sys::window()?;
    Some(EventListener::new(&window.clone(), "resize", move |_| {
        let width = window.inner_width().ok().and_then(|width| width.as_f64());
        changed(width.unwrap_or_default() as u32);
    }))
}

/// Whether the whole page is in sight without scrolling.
pub fn all_is_in_sight() -> bool {
    let root = web_sys::window().and_then(|window| window.document()).and_then(|document| document.document_element());
    root.is_none_or(|root| root.scroll_height() <= root.client_height() && root.scroll_width() <= root.client_width())
}

/// Calls back before the page goes onto paper and after it has, for as long as the listeners are kept.
pub fn on_paper(changed: impl Fn(Paper) + Clone + 'static) -> Option<[EventListener; 2]> {
    let window = web_sys::window()?;
    let after = changed.clone();
    Some([
        EventListener::new(&window, "beforeprint", move |_| changed(Paper::Ahead)),
        EventListener::new(&window, "afterprint", move |_| after(Paper::Done)),
    ])
}

/// Prints the page, after what it draws for paper has been drawn: a browser that is told to print takes its picture at once.
pub fn print() {
    let Some(window) = web_sys::window() else { return };
    if let Ok(ahead) = web_sys::Event::new("beforeprint") {
        drop(window.dispatch_event(&ahead));
    }
    clock::later(AFTER_DRAWING, move || drop(window.print())).forget();
}

/// How long what is drawn for paper may take, in milliseconds (estimate).
const AFTER_DRAWING: u32 = 100;

/// Calls back with whether the page is printed, when that changes, for as long as the listeners are kept: once the browser
/// says that it is going to print, and where it merely shows what paper would look like.
pub fn on_print(changed: impl Fn(bool) + Clone + 'static) -> Option<([EventListener; 2], EventListener)> {
    let query = web_sys::window()?.match_media("print").ok()??;
    let media = {
        let (query, changed) = (query.clone(), changed.clone());
        EventListener::new(&query.clone(), "change", move |_| changed(query.matches()))
    };
    Some((on_paper(move |paper| changed(paper == Paper::Ahead))?, media))
}

/// Whether the page is about to go onto paper.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Paper {
    /// It is.
    Ahead,
    /// It has.
    Done,
}

fn query() -> Option<web_sys::MediaQueryList> {
    web_sys::window()?.match_media(NARROW).ok()?
}
