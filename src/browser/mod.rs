//! All that is known of the browser: every call to it goes through here, and what may be denied is asked for with care.
//!
//! Nothing here is called while a page is rendered, only in answer to events and in effects, so that pages can be
//! rendered without a browser as well. Listeners, timers, files and object URLs are gloo's; where it has nothing
//! (broadcast channels, observers of size, printing) or fails where a browser denies (storage), `web_sys` is called.

pub mod address;
pub mod canvas;
pub mod channel;
pub mod clipboard;
pub mod clock;
pub mod console;
pub mod document;
pub mod event;
pub mod files;
pub mod frame;
pub mod keyboard;
pub mod leaving;
pub mod logs;
pub mod screen;
pub mod storage;
pub mod typeface;
pub mod worker;
