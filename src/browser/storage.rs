//! What the device remembers. Private windows and sandboxes may deny it, and it may be full; the page goes on without.

use gloo::events::EventListener;
use wasm_bindgen::JsCast;

use super::address;
use crate::persistence::{Device, Fault};

/// The browser's storage for this page.
#[derive(Clone, Copy, Debug)]
pub struct Storage;

impl Device for Storage {
    fn read(&self, name: &str) -> Option<String> {
        local()?.get_item(&key(name)).ok()?
    }

    fn write(&self, name: &str, text: Option<&str>) -> Result<(), Fault> {
        let storage = local().ok_or(Fault::Denied)?;
        match text {
            Some(text) => storage.set_item(&key(name), text).map_err(|_| Fault::Full),
            None => storage.remove_item(&key(name)).map_err(|_| Fault::Denied),
        }
    }
}

/// Calls back whenever another tab has written or forgotten something under the name.
pub fn on_change(name: &str, changed: impl Fn() + 'static) -> Option<EventListener> {
    let (window, key) = (web_sys::window()?, key(name));
    Some(EventListener::new(&window, "storage", move |event| {
        let Some(event) = event.dyn_ref::<web_sys::StorageEvent>() else { return };
        // Without a key everything has been cleared.
        if event.key().is_none_or(|changed| changed == key) {
            changed();
        }
    }))
}

/// What the tab hands to the page that comes next in it.
const HANDED: &str = "handed over";

/// Hands a fragment to the page that comes next in this tab, if it is this one loaded again from one of these fragments.
/// Writing the address is too late once a page is being loaded again.
pub fn hand_over(from: [&str; 2], fragment: &str) {
    if let Some(storage) = of_tab() {
        drop(storage.set_item(&key(HANDED), &format!("{}\n{}\n{fragment}", from[0], from[1])));
    }
}

/// Takes back what was handed over: no other page has come.
pub fn take_back() {
    if let Some(storage) = of_tab() {
        drop(storage.remove_item(&key(HANDED)));
    }
}

/// Takes what was handed over, for a page opened with this fragment; none where it was meant for another one.
pub fn handed_over(fragment: &str) -> Option<String> {
    let storage = of_tab()?;
    let handed = storage.get_item(&key(HANDED)).ok()??;
    take_back();
    let handed: Vec<&str> = handed.split('\n').collect();
    let [one, two, handed] = handed[..] else { return None };
    ([one, two].contains(&fragment) && address::is_opened_again()).then(|| handed.to_owned())
}

/// The folder of the page is part of the key: all pages of an origin share one storage, and two advisors in two folders of
/// it keep their answers apart.
fn key(name: &str) -> String {
    format!("groundplan {} {name}", address::folder())
}

fn local() -> Option<web_sys::Storage> {
    web_sys::window()?.local_storage().ok()?
}

fn of_tab() -> Option<web_sys::Storage> {
    web_sys::window()?.session_storage().ok()?
}
