//! Access logs read on the reader's device, piece by piece: the page stays usable, and memory does not grow with the file.

use std::{cell::Cell, rc::Rc};

use gloo::file::{Blob, File};
use js_sys::{Promise, Uint8Array};
use wasm_bindgen::JsCast;
use web_sys::{DragEvent, Event, FileList, HtmlInputElement};

use super::clock;
use crate::{
    background::{LogsRead, Progress},
    site_probe::is_probe,
    traffic_log::{LogReader, first_second},
};

/// How much of a file is read at a time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Piece {
    /// In a worker, where nobody waits.
    Large,
    /// Beside the page: at 20 MB a second, on a slow phone, 25 ms.
    Small,
}

impl Piece {
    const fn bytes(self) -> u64 {
        match self {
            Self::Large => 2_048 * 1_024,
            Self::Small => 256 * 1_024,
        }
    }
}

/// So much of a file is looked at to put several into order.
const HEAD: u64 = 64 * 1_024;

/// Says that nobody waits for something any more.
#[derive(Clone, Debug, Default)]
pub struct Cancel(Rc<Cell<bool>>);

impl Cancel {
    /// Stops it after the piece it is at.
    pub fn cancel(&self) {
        self.0.set(true);
    }

    /// Whether nobody waits any more.
    pub fn is_cancelled(&self) -> bool {
        self.0.get()
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

/// Reads files, the earliest first, and tells how far it has come.
///
/// # Errors
/// The name of a file that could not be read; nothing where the reading was cancelled.
pub async fn measure(
    files: Vec<File>,
    piece: Piece,
    cancel: Cancel,
    progress: impl Fn(Progress),
) -> Result<LogsRead, Option<String>> {
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
    let mut reader = LogReader::new(None);
    for (_, file) in &order {
        reader.begin(&file.name());
        let slice = |at: u64| file.slice(at, (at + piece.bytes()).min(file.size()));
        let mut next = Some(asked(&slice(0)));
        let mut at = 0;
        while let Some(asked_for) = next.take().filter(|_| at < file.size()) {
            let arrived = taken(asked_for).await.ok_or_else(|| unread(file))?;
            if cancel.is_cancelled() {
                return Err(None);
            }
            let end = (at + piece.bytes()).min(file.size());
            // The browser fetches the next piece while this one is read.
            next = Some(asked(&slice(end)));
            reader.feed(&arrived);
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
    Ok(LogsRead { traffic: reader.traffic(), replay: reader.replay(), probes })
}

async fn bytes(blob: &Blob) -> Option<Vec<u8>> {
    taken(asked(blob)).await
}

/// Asks the browser for the bytes of a piece.
fn asked(blob: &Blob) -> Promise {
    let blob: &web_sys::Blob = blob.as_ref();
    blob.array_buffer().unchecked_into()
}

/// The bytes, once they have come.
async fn taken(asked: Promise) -> Option<Vec<u8>> {
    let buffer = asked.await.ok()?;
    Some(Uint8Array::new(&buffer).to_vec())
}
