//! The page's typeface as a `data:` address, for files that carry it along.

use std::cell::OnceCell;

use gloo::events::EventListener;
use js_sys::futures::{JsFuture, spawn_local};
use wasm_bindgen::JsCast;
use web_sys::{Blob, CssFontFaceRule, CssStyleSheet, FileReader, Response};

thread_local! {
    static ADDRESS: OnceCell<String> = const { OnceCell::new() };
}

/// Begins to read the face that the style sheet names. Called while the page starts, as it asks for nothing later; the
/// browser has the file already and takes it from its cache.
pub fn load() {
    match source() {
        Some(source) if source.starts_with("data:") => keep(source),
        Some(source) => spawn_local(async move {
            let _ = fetch(&source).await;
        }),
        None => {}
    }
}

/// The face, once it has been read. A file without it is set in a font of whoever opens it.
pub fn address() -> Option<String> {
    ADDRESS.with(|kept| kept.get().cloned())
}

fn keep(address: String) {
    // A second one would be the same.
    let _ = ADDRESS.with(|kept| kept.set(address));
}

/// Reads the file. What fails leaves the address unknown.
async fn fetch(source: &str) -> Option<()> {
    let response = JsFuture::from(web_sys::window()?.fetch_with_str(source)).await.ok()?;
    let response: Response = response.dyn_into().ok().filter(Response::ok)?;
    let blob: Blob = JsFuture::from(response.blob().ok()?).await.ok()?.dyn_into().ok()?;
    let reader = FileReader::new().ok()?;
    let read = reader.clone();
    EventListener::once(&reader, "load", move |_| {
        if let Some(address) = read.result().ok().and_then(|result| result.as_string()) {
            keep(address);
        }
    })
    .forget();
    reader.read_as_data_url(&blob).ok()
}

/// Where the first `@font-face` rule of the page says that its face is: in a file beside the page, or, in the single
/// file, in the rule itself.
fn source() -> Option<String> {
    let sheets = web_sys::window()?.document()?.style_sheets();
    let sheets = (0..sheets.length()).filter_map(|at| sheets.get(at)?.dyn_into::<CssStyleSheet>().ok());
    let mut rules = sheets.filter_map(|sheet| sheet.css_rules().ok()).flat_map(|rules| {
        let all: Vec<_> = (0..rules.length()).filter_map(|at| rules.get(at)).collect();
        all
    });
    let face = rules.find_map(|rule| rule.dyn_into::<CssFontFaceRule>().ok())?;
    let source = face.style().get_property_value("src").ok()?;
    source.split('"').nth(1).map(str::to_owned)
}
