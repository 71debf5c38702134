//! The page. It shows what a session holds and what the domain makes of it, and hands every action of the reader to one
//! [`Act`]; nothing is computed here, and nothing is kept twice.

mod act;
mod address;
mod advice;
mod announcer;
mod app;
mod appearance;
mod autosave;
mod call_to_action;
mod embedding;
mod home;
mod masthead;
mod page;
mod parts;
mod print;
mod questions;
mod results;
mod shared;
#[cfg(all(test, feature = "ssr", not(target_arch = "wasm32")))]
mod testing;
mod shortcuts;
mod store;
mod toolbar;
mod unfolding;
mod workshop;

pub use app::{App, AppProps};
pub use home::Home;
pub use unfolding::Unfolded;

/// Puts the page into the element made for it. In a worker, where there is no document, it does nothing.
#[cfg(target_arch = "wasm32")]
pub fn mount() {
    use crate::{
        browser::{address, clock, document, frame, storage},
        catalog::Catalog,
        kit::{Arrival, Kit},
        questionnaire::ClosedSet,
        session::{Appearance, Session},
    };
    let Some(root) = document::element("app") else { return };
    let arrival = Arrival::of(&address::fragment());
    // A kit in a link is listened to only inside another page, or links could put words into the mouth of this one.
    let (kit, problems, home) = match arrival.embedding.filter(|_| frame::is_framed()) {
        Some(embedding) => (embedding.kit, arrival.problems, Home::Within(embedding.host)),
        None => {
            let (kit, problems) = document::text("kit").map(|text| Kit::from_json(&text)).unwrap_or_default();
            (kit, problems, arrival.room.map_or(Home::Own, Home::Audience))
        }
    };
    home::warn(&problems);
    let appearance = storage::read("appearance").and_then(|token| Appearance::from_token(&token)).unwrap_or_default();
    document::set_appearance((appearance != Appearance::Device).then(|| appearance.token()));
    let props = AppProps { fragment: arrival.link.into(), appearance, kit, home, unfolded: Unfolded::Answer };
    // The catalog is read, the first advice worked out and the page begun in tasks of their own, so that a slow phone
    // hears a finger in between.
    drop(Catalog::bundled());
    clock::soon(move || {
        let session = Session::open_with(props.kit.answers.clone(), &props.fragment);
        let options = props.kit.options.clone();
        advice::advised_in_goes(session.answers(), &options, move || {
            yew::Renderer::<App>::with_root_and_props(root, props).render();
        });
    });
}
