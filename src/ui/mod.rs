//! The page. It shows what a session holds and what the domain makes of it, and hands every action of the reader to one
//! callback, an `Act`; nothing is computed here, and nothing is kept twice.

mod act;
mod address;
mod advice;
mod announcer;
mod app;
mod appearance;
mod autosave;
mod background;
mod call_to_action;
mod embedding;
mod export;
mod home;
mod keeping;
mod masthead;
#[cfg(target_arch = "wasm32")]
mod mount;
mod page;
mod parts;
mod print;
mod printing;
mod progressive;
mod questions;
mod results;
mod scenarios;
mod shared;
#[cfg(all(test, feature = "ssr", not(target_arch = "wasm32")))]
mod testing;
mod shortcuts;
mod store;
mod toolbar;
mod workshop;

pub use advice::AdviceCache;
pub use app::{App, AppProps};
pub use home::Home;
#[cfg(target_arch = "wasm32")]
pub use mount::mount;
pub use progressive::Rendering;
