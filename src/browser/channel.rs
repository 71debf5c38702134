//! Windows of one page talking to each other on this device, without a server.

use gloo::events::EventListener;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{BroadcastChannel, MessageEvent};

/// A channel that all windows with its name hear; closed when dropped.
pub struct Channel {
    channel: BroadcastChannel,
    _listener: EventListener,
}

impl Channel {
    /// Opens it and calls back with every text another window says. None where the browser has no such channels.
    pub fn open(name: &str, received: impl Fn(String) + 'static) -> Option<Self> {
        let channel = BroadcastChannel::new(name).ok()?;
        let listener = EventListener::new(&channel, "message", move |event| {
            if let Some(text) = event.dyn_ref::<MessageEvent>().and_then(|message| message.data().as_string()) {
                received(text);
            }
        });
        Some(Self { channel, _listener: listener })
    }

    /// Says something to the other windows.
    pub fn say(&self, text: &str) {
        drop(self.channel.post_message(&JsValue::from_str(text)));
    }
}

impl Drop for Channel {
    fn drop(&mut self) {
        self.channel.close();
    }
}

/// A name that no other channel is likely to have.
pub fn fresh_name() -> String {
    let number = js_sys::Math::random() * 4_294_967_296.0;
    format!("{:08x}", number as u32)
}
