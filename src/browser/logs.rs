//! Access logs read on the reader's device, piece by piece: the page stays usable, and memory does not grow with the file.

use std::{cell::Cell, rc::Rc};

use gloo::file::{Blob, File};
use js_sys::Uint8Array;
use wasm_bindgen::JsCast;
use web_sys::{DragEvent, Event, FileList, HtmlInputElement};

use super::clock;
use crate::{
    site_probe::is_probe,
    traffic_log::{LogReader, first_second},
};

/// So much is read before the browser attends to the reader again: at 20 MB a second, on a slow phone, 25 ms.
const PIECE: u64 = 512 * 1_024;
/// So much of a file is looked at to put several into order.
const HEAD: u64 = 64 * 1_024;

/// How far the reading has come.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Progress {
    /// Bytes read, of all files.
    pub read: f64,
    /// Bytes there are.
    pub total: f64,
    /// Seconds it has taken.
    pub seconds: f64,
}

/// Says that nobody waits for the reading any more.
#[derive(Clone, Debug, Default)]
pub struct Cancel(Rc<Cell<bool>>);

impl Cancel {
    /// Stops the reading after the piece it is at.
    pub fn cancel(&self) {
        self.0.set(true);
    }
}

/// The files chosen in the field the event is about.
pub fn chosen(event: &Event) -> Vec<File> {
    let Some(field) = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok()) else {
        return Vec::new();
    };
    let files = listed(field.files());
    // The same file can be chosen again only when the field has forgotten it.
    field.set_value("");
    files
}

/// The files dropped.
pub fn dropped(event: &DragEvent) -> Vec<File> {
    listed(event.data_transfer().and_then(|data| data.files()))
}

fn listed(files: Option<FileList>) -> Vec<File> {
    let Some(files) = files else { return Vec::new() };
    (0..files.length()).filter_map(|at| files.get(at)).map(File::from).collect()
}

/// What was read.
pub struct Read {
    /// The logs.
    pub logs: Box<LogReader>,
    /// What sites said of themselves.
    pub probes: Vec<String>,
}

/// Reads files, the earliest first, and tells how far it has come.
///
/// # Errors
/// The name of a file that could not be read; nothing where the reading was cancelled.
pub async fn measure(files: Vec<File>, cancel: Cancel, progress: impl Fn(Progress)) -> Result<Read, Option<String>> {
    let unread = |file: &File| Some(file.name());
    let mut order = Vec::new();
    let mut probes = Vec::new();
    for file in files {
        let head = bytes(&file.slice(0, HEAD)).await.ok_or_else(|| unread(&file))?;
        if is_probe(&head) {
            probes.push(String::from_utf8_lossy(&head).into_owned());
        } else {
            order.push((first_second(&head), file));
        }
    }
    order.sort_by_key(|(first, _)| *first);
    let total: u64 = order.iter().map(|(_, file)| file.size()).sum();
    let begun = clock::stopwatch();
    let (mut read, mut told) = (0, 0.0);
    let mut reader = Box::new(LogReader::new(None));
    for (_, file) in &order {
        reader.begin(&file.name());
        let mut at = 0;
        while at < file.size() {
            let end = (at + PIECE).min(file.size());
            let piece = bytes(&file.slice(at, end)).await.ok_or_else(|| unread(file))?;
            if cancel.0.get() {
                return Err(None);
            }
            reader.feed(&piece);
            read += end - at;
            at = end;
            let seconds = match (begun, clock::stopwatch()) {
                (Some(begun), Some(now)) => (now - begun).value() / 1_000.0,
                (Some(_) | None, _) => 0.0,
            };
            // Ten times a second is as often as anybody looks.
            if seconds - told >= 0.1 || read == total {
                told = seconds;
                progress(Progress { read: read as f64, total: total as f64, seconds });
                clock::next_task().await;
            }
        }
    }
    reader.finish();
    Ok(Read { logs: reader, probes })
}

async fn bytes(blob: &Blob) -> Option<Vec<u8>> {
    let blob: &web_sys::Blob = blob.as_ref();
    let buffer = blob.array_buffer().await.ok()?;
    Some(Uint8Array::new(&buffer).to_vec())
}
