//! Files on the reader's device: saved where they choose, and read when they choose them.

use gloo::{
    events::EventListener,
    file::{
        Blob, File, ObjectUrl,
        callbacks::{FileReader, read_as_text},
    },
    timers::callback::Timeout,
};
use wasm_bindgen::JsCast;
use web_sys::{
    CanvasRenderingContext2d, Event, HtmlAnchorElement, HtmlCanvasElement, HtmlImageElement, HtmlInputElement,
};

/// Until the browser has taken over what is downloaded, in milliseconds (estimate, generous).
const UNTIL_TAKEN: u32 = 1_000;

/// Offers a text as a file to be saved. False where the browser will not.
pub fn save(name: &str, kind: &str, text: &str) -> bool {
    let url = url_of(kind, text);
    let is_offered = download(name, &url).is_some();
    Timeout::new(UNTIL_TAKEN, move || drop(url)).forget();
    is_offered
}

/// Offers bytes as a file to be saved. False where the browser will not.
pub fn save_bytes(name: &str, kind: &str, bytes: &[u8]) -> bool {
    let url = ObjectUrl::from(Blob::new_with_options(bytes, Some(kind)));
    let is_offered = download(name, &url).is_some();
    Timeout::new(UNTIL_TAKEN, move || drop(url)).forget();
    is_offered
}

/// A file that is being read; dropped before it is done, the reading stops.
pub struct Reading {
    _reader: FileReader,
}

/// Calls back with the text of the file chosen in the field the event is about; with none when it cannot be read or has
/// more than so many bytes.
pub fn read_chosen(event: &Event, largest: usize, done: impl FnOnce(Option<String>) + 'static) -> Option<Reading> {
    let field: HtmlInputElement = event.target()?.dyn_into().ok()?;
    let file = File::from(field.files()?.get(0)?);
    // The same file can be chosen again only when the field has forgotten it.
    field.set_value("");
    if file.size() > largest as u64 {
        done(None);
        return None;
    }
    Some(Reading { _reader: read_as_text(&file, |text| done(text.ok())) })
}

/// Offers a picture as a PNG file to be saved, drawn by the browser from a self-contained SVG text so many pixels wide
/// and high, at twice that size.
pub fn save_png(name: &str, svg: &str, width: u32, height: u32) {
    let Ok(image) = HtmlImageElement::new() else { return };
    let url = url_of("image/svg+xml", svg);
    image.set_src(&url);
    let (name, drawn) = (name.to_owned(), image.clone());
    EventListener::once(&image, "load", move |_| {
        drop(url);
        if let Some(png) = png(&drawn, width, height) {
            download(&name, &png);
        }
    })
    .forget();
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

fn url_of(kind: &str, text: &str) -> ObjectUrl {
    ObjectUrl::from(Blob::new_with_options(text, Some(kind)))
}

fn download(name: &str, url: &str) -> Option<()> {
    let document = web_sys::window()?.document()?;
    let link: HtmlAnchorElement = document.create_element("a").ok()?.dyn_into().ok()?;
    link.set_href(url);
    link.set_download(name);
    link.click();
    Some(())
}
