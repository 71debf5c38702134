use yew::platform::spawn_local;

use super::{
    advice::AdviceCache,
    app::{App, AppProps},
    home::{Home, warn},
    progressive::Rendering,
};
use crate::{
    browser::{
        address, clock, document, frame,
        storage::{self, Storage},
    },
    catalog::Catalog,
    kit::{Arrival, Kit},
    persistence::{self, Device},
    questionnaire::ClosedSet,
    session::{Appearance, Session},
};

/// Puts the page into the element made for it. In a worker, where there is no document, it does nothing.
pub fn mount() {
    let Some(root) = document::element("app") else { return };
    let fragment = address::fragment();
    let arrival = Arrival::of(&storage::handed_over(&fragment).unwrap_or(fragment));
    // A kit in a link is listened to only inside another page, or links could put words into the mouth of this one.
    let (kit, problems, home) = match arrival.embedding.filter(|_| frame::is_framed()) {
        Some(embedding) => (embedding.kit, arrival.problems, Home::Within(embedding.host)),
        None => {
            let (kit, problems) = document::text("kit").map(|text| Kit::from_json(&text)).unwrap_or_default();
            (kit, problems, arrival.room.map_or(Home::Own, Home::Audience))
        }
    };
    warn(&problems);
    let appearance =
        Storage.read(persistence::APPEARANCE).and_then(|token| Appearance::from_token(&token)).unwrap_or_default();
    document::set_appearance((appearance != Appearance::Device).then(|| appearance.token()));
    let props = AppProps {
        fragment: arrival.link.into(),
        appearance,
        kit,
        home,
        rendering: Rendering::Progressive,
        advice: AdviceCache::default(),
    };
    // Reading the catalog, advising and drawing are tasks of their own, so that a slow phone is never busy for long
    // (docs/decisions/011).
    spawn_local(async move {
        clock::next_task().await;
        drop(Catalog::bundled());
        clock::next_task().await;
        let session = Session::open_with(props.kit.answers.clone(), &props.fragment);
        props.advice.prepare(session.answers(), &props.kit.options).await;
        clock::next_task().await;
        yew::Renderer::<App>::with_root_and_props(root, props).render();
    });
}
