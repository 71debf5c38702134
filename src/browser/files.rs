//! Files on the reader's device: saved where they choose, and read when they choose them.

use gloo::events::EventListener;
use js_sys::Array;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{
    Blob, BlobPropertyBag, CanvasRenderingContext2d, Event, FileReader, HtmlAnchorElement, HtmlCanvasElement,
    HtmlImageElement, HtmlInputElement, Url,
};

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

/// Offers a picture as a PNG file to be saved, drawn by the browser from a self-contained SVG text so many pixels wide
/// and high, at twice that size.
pub fn save_png(name: &str, svg: &str, width: u32, height: u32) {
    let (Ok(image), Some(address)) = (HtmlImageElement::new(), address_of("image/svg+xml", svg)) else { return };
    let (name, source, drawn) = (name.to_owned(), address.clone(), image.clone());
    EventListener::once(&image, "load", move |_| {
        let _ = Url::revoke_object_url(&source);
        if let Some(png) = png(&drawn, width, height) {
            download(&name, &png);
        }
    })
    .forget();
    image.set_src(&address);
}

fn png(image: &HtmlImageElement, width: u32, height: u32) -> Option<String> {
    let document = web_sys::window()?.document()?;
    let canvas: HtmlCanvasElement = document.create_element("canvas").ok()?.dyn_into().ok()?;
    let (width, height) = (2 * width, 2 * height);
    canvas.set_width(width);
    canvas.set_height(height);
    let context: CanvasRenderingContext2d = canvas.get_context("2d").ok()??.dyn_into().ok()?;
    let (width, height) = (f64::from(width), f64::from(height));
    context.draw_image_with_html_image_element_and_dw_and_dh(image, 0.0, 0.0, width, height).ok()?;
    canvas.to_data_url_with_type("image/png").ok()
}

fn offer(name: &str, kind: &str, text: &str) -> Option<()> {
    let address = address_of(kind, text)?;
    download(name, &address)?;
    // The download has the data by then; a second is plenty.
    gloo::timers::callback::Timeout::new(1_000, move || drop(Url::revoke_object_url(&address))).forget();
    Some(())
}

fn address_of(kind: &str, text: &str) -> Option<String> {
    let about = BlobPropertyBag::new();
    about.set_type(kind);
    let blob = Blob::new_with_str_sequence_and_options(&Array::of1(&JsValue::from_str(text)), &about).ok()?;
    Url::create_object_url_with_blob(&blob).ok()
}

fn download(name: &str, address: &str) -> Option<()> {
    let document = web_sys::window()?.document()?;
    let link: HtmlAnchorElement = document.create_element("a").ok()?.dyn_into().ok()?;
    link.set_href(address);
    link.set_download(name);
    link.click();
    Some(())
}
