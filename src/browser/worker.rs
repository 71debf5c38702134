//! A worker with this same program, for what takes longer than a frame: the page's end and the worker's
//! (docs/decisions/015). Messages are lists: bytes, and the files that go with them.

use std::{cell::RefCell, rc::Rc};

use gloo::{events::EventListener, file::File};
use js_sys::{Array, Function, Promise, Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{DedicatedWorkerGlobalScope, MessageEvent};
use yew::platform::spawn_local;

use super::{
    clock,
    logs::{self, Cancel, Piece},
};
use crate::background::{self, Bench, Reply, Request};

/// So long the worker goes on before it looks for messages.
const SLICE: f64 = 20.0;
/// As often as anybody looks.
const TELL_EVERY: f64 = 150.0;

/// The page's end of a worker. Dropped, it ends the worker.
pub struct Worker {
    inner: web_sys::Worker,
    _listeners: [EventListener; 2],
}

impl Worker {
    /// Starts one; none where the browser allows none. What it does not allow later, or what fails, is a fault.
    pub async fn start(onreply: impl Fn(Reply) + 'static, onfault: impl Fn() + 'static) -> Option<Self> {
        let start = Reflect::get(&js_sys::global(), &JsValue::from_str("startWorker")).ok()?;
        let start: Function = start.dyn_into().ok()?;
        let started: Promise = start.call1(&JsValue::NULL, &wasm_bindgen::module()).ok()?.dyn_into().ok()?;
        let inner: web_sys::Worker = started.await.ok()?.dyn_into().ok()?;
        let heard = EventListener::new(&inner, "message", move |event| {
            if let Some(reply) = read(event).and_then(|(bytes, _)| background::read(&bytes)) {
                onreply(reply);
            }
        });
        let failed = EventListener::new(&inner, "error", move |_| onfault());
        Some(Self { inner, _listeners: [heard, failed] })
    }

    /// Sends a request, with files where it needs them.
    pub fn send(&self, request: &Request, files: &[File]) {
        // Fails only for what cannot be copied, and a text and files can.
        drop(self.inner.post_message(&message(&background::written(request), files)));
    }
}

impl Drop for Worker {
    fn drop(&mut self) {
        self.inner.terminate();
    }
}

fn message(bytes: &[u8], files: &[File]) -> JsValue {
    let parts = files.iter().map(|file| {
        let file: &web_sys::File = file.as_ref();
        JsValue::from(file)
    });
    std::iter::once(Uint8Array::from(bytes).into()).chain(parts).collect::<Array>().into()
}

fn read(event: &web_sys::Event) -> Option<(Vec<u8>, Vec<File>)> {
    let parts: Array = event.dyn_ref::<MessageEvent>()?.data().dyn_into().ok()?;
    let files = parts.iter().skip(1).filter_map(|part| part.dyn_into::<web_sys::File>().ok());
    Some((parts.get(0).dyn_into::<Uint8Array>().ok()?.to_vec(), files.map(File::from).collect()))
}

/// What the worker is at.
#[derive(Default)]
struct Desk {
    bench: Bench,
    /// The reading of logs, which goes before everything else.
    reading: Option<(u32, Cancel)>,
    state: State,
}

/// Whether somebody carries out orders already.
#[derive(Default, PartialEq)]
enum State {
    #[default]
    Idle,
    Working,
}

/// Where this program is a worker: listens to the page. Whether it is one.
pub fn serve() -> bool {
    let Ok(scope) = js_sys::global().dyn_into::<DedicatedWorkerGlobalScope>() else { return false };
    let desk = Rc::new(RefCell::new(Desk::default()));
    EventListener::new(&scope, "message", move |event| {
        let Some((bytes, files)) = read(event) else { return };
        match background::read(&bytes) {
            Some(Request::Begin(number, order)) => {
                desk.borrow_mut().bench.begin(number, order);
                work(&desk);
            }
            Some(Request::Read(number)) => read_logs(number, files, &desk),
            Some(Request::Cancel(number)) => {
                let mut desk = desk.borrow_mut();
                desk.bench.cancel(number);
                if let Some((_, cancel)) = desk.reading.take_if(|(known, _)| *known == number) {
                    cancel.cancel();
                }
            }
            // Not from the page.
            None => {}
        }
    })
    .forget();
    reply(&Reply::Ready);
    true
}

fn reply(reply: &Reply) {
    if let Ok(scope) = js_sys::global().dyn_into::<DedicatedWorkerGlobalScope>() {
        drop(scope.post_message(&message(&background::written(reply), &[])));
    }
}

/// Carries out orders until there are none, or logs are to be read.
fn work(desk: &Rc<RefCell<Desk>>) {
    if desk.borrow().state == State::Working {
        return;
    }
    desk.borrow_mut().state = State::Working;
    let desk = Rc::clone(desk);
    spawn_local(async move {
        let mut told = 0.0;
        while !desk.borrow().bench.is_idle() && desk.borrow().reading.is_none() {
            let begun = now();
            {
                let bench = &mut desk.borrow_mut().bench;
                while !bench.is_idle() && now() - begun < SLICE {
                    if let Some((number, what)) = bench.step() {
                        reply(&Reply::Told(number, Box::new(what)));
                    }
                }
                if now() - told >= TELL_EVERY {
                    told = now();
                    if let Some((number, what)) = bench.so_far() {
                        reply(&Reply::Told(number, Box::new(what)));
                    }
                    bench.turn();
                }
            }
            clock::next_task().await;
        }
        desk.borrow_mut().state = State::Idle;
    });
}

fn now() -> f64 {
    clock::stopwatch().map_or(0.0, |now| now.value())
}

fn read_logs(number: u32, files: Vec<File>, desk: &Rc<RefCell<Desk>>) {
    let cancel = Cancel::default();
    if let Some((_, earlier)) = desk.borrow_mut().reading.replace((number, cancel.clone())) {
        earlier.cancel();
    }
    let desk = Rc::clone(desk);
    spawn_local(async move {
        let progress = move |progress| reply(&Reply::Progress(number, progress));
        match logs::measure(files, Piece::Large, cancel, progress).await {
            Ok(read) => reply(&Reply::Read(number, Box::new(read))),
            Err(Some(name)) => reply(&Reply::Unread(number, name)),
            Err(None) => {}
        }
        desk.borrow_mut().reading.take_if(|(known, _)| *known == number);
        work(&desk);
    });
}
