//! The page. It shows what a sitting holds and what the domain makes of it, and hands every deed of the reader to one
//! [`Act`]; nothing is reckoned here, and nothing is kept twice.

mod address;
mod advice;
mod announcer;
mod app;
mod parts;
mod print;
mod questions;
mod results;
mod toolbar;

pub use app::{App, AppProps};

use crate::session::Action;

/// Puts the page into the element made for it. In a worker, where there is no document, it does nothing.
#[cfg(target_arch = "wasm32")]
pub fn mount() {
    use crate::{
        browser::{address, document, storage},
        questionnaire::Choice,
        session::Appearance,
    };
    let Some(root) = document::element("app") else { return };
    let appearance = storage::read("appearance").and_then(|token| Appearance::from_token(&token)).unwrap_or_default();
    let props = AppProps { fragment: address::fragment().into(), appearance };
    yew::Renderer::<App>::with_root_and_props(root, props).render();
}

/// Takes what the reader does.
pub(crate) type Act = yew::Callback<Action>;
