//! Files on the reader's device: saved where they choose, and read when they choose them.

use gloo::events::EventListener;
use js_sys::Array;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Blob, BlobPropertyBag, Event, FileReader, HtmlAnchorElement, HtmlInputElement, Url};

/// The most that is read of a file, in bytes. What is larger is none of ours.
const LARGEST: f64 = 4_000_000.0;

/// Offers a text as a file to be saved. False where the browser will not.
pub fn save(name: &str, kind: &str, text: &str) -> bool {
    offer(name, kind, text).is_some()
}

/// Calls back with the text of the file chosen in the field the event is about; with none when it cannot be read.
pub fn on_chosen(event: &Event, read: impl FnOnce(Option<String>) + 'static) {
    let field = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
    let Some(file) = field.as_ref().and_then(HtmlInputElement::files).and_then(|files| files.get(0)) else { return };
    // The same file can be chosen again only when the field has forgotten it.
    if let Some(field) = field {
        field.set_value("");
    }
    let Some(reader) = FileReader::new().ok().filter(|_| file.size() <= LARGEST) else { return read(None) };
    let source = reader.clone();
    EventListener::once(&reader, "loadend", move |_| read(source.result().ok().and_then(|text| text.as_string())))
        .forget();
    drop(reader.read_as_text(&file));
}

fn offer(name: &str, kind: &str, text: &str) -> Option<()> {
    let document = web_sys::window()?.document()?;
    let about = BlobPropertyBag::new();
    about.set_type(kind);
    let blob = Blob::new_with_str_sequence_and_options(&Array::of1(&JsValue::from_str(text)), &about).ok()?;
    let address = Url::create_object_url_with_blob(&blob).ok()?;
    let link: HtmlAnchorElement = document.create_element("a").ok()?.dyn_into().ok()?;
    link.set_href(&address);
    link.set_download(name);
    link.click();
    // The download has the data by then; a second is plenty.
    gloo::timers::callback::Timeout::new(1_000, move || drop(Url::revoke_object_url(&address))).forget();
    Some(())
}
