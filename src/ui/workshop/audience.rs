use yew::prelude::*;

use super::{
    HELLO, channel_of,
    pictures::{Pictures, deltas, edited},
    slide::slide,
};
use crate::{
    browser::{address, channel::Channel, document, screen},
    kit::Kit,
    session::{Action, Session},
    ui::{act::Act, advice::Advised, results::verdict_bar, scenarios::Compared, shared::Shared},
    workshop::{PAGES, Slide, Trial},
};

#[derive(Properties, PartialEq)]
pub(crate) struct AudienceProps {
    /// Which presenter's window is followed.
    pub room: AttrValue,
    pub kit: Shared<Kit>,
    pub session: Shared<Session>,
    pub advised: Advised,
    pub compared: Compared,
    /// The advice before the last change.
    pub before: Option<Advised>,
    pub act: Act,
}

/// What the audience sees.
#[component]
pub(crate) fn Audience(AudienceProps { room, kit, session, advised, compared, before, act }: &AudienceProps) -> Html {
    let seen = use_slides(room, act);
    let link = session.link();
    let leave = move |_| address::restart(&link);
    let name = kit.name.as_deref().unwrap_or("Groundplan");
    let page = seen.as_ref().and_then(|seen| Some((seen, PAGES.get(seen.page)?)));
    use_fit((page.map(|(_, page)| page.title), advised.clone(), seen.clone()));
    let Some((seen, page)) = page else {
        return html! {
            <main class="workshop audience waiting">
                <h1>{name}</h1>
                <p role="status">{"Waiting for the presenter's window"}</p>
                <div class="late soon">
                    <p>{"No presenter's window has answered on this device."}</p>
                    <button type="button" onclick={leave}>{"Open the advisor"}</button>
                </div>
            </main>
        };
    };
    let pictures = Pictures { advised, compared, broken: &seen.broken, trial: seen.trial, dispatch: None };
    html! {
        <main class={classes!("workshop", "audience", page.shows.is_picture().then_some("across"))}>
            <section class="stage">
                <h1>{page.title}</h1>
                {slide(page.shows, session.answers(), &pictures)}
            </section>
            <aside class="live" aria-label="The verdict so far">
                {edited(session, compared)}
                {verdict_bar(advised)}
                // What comes first is where the presenter stands, and no change.
                {deltas(advised, before.as_ref().filter(|_| session.steps() > 1))}
            </aside>
            <p class="place">{format!("{name}, {} of {}", seen.page + 1, PAGES.len())}</p>
        </main>
    }
}

/// Follows the presenter's window: takes over its answers and appearance, and gives what is shown besides, once there is
/// something. Everything else is worked out from the answers here.
#[hook]
fn use_slides(room: &AttrValue, act: &Act) -> Option<Seen> {
    let page = use_state_eq(|| None::<Seen>);
    use_effect_with((room.clone(), act.clone()), {
        let page = page.setter();
        move |(room, act)| {
            document::set_root_attribute("data-mode", Some("audience"));
            let act = act.clone();
            let channel = Channel::open(&channel_of(room), move |text| {
                if let Some(Slide { page: shown, answers, scenarios, appearance, broken, trial }) = Slide::read(&text) {
                    act.emit(Action::Open(Box::new(answers), scenarios));
                    act.emit(Action::Show(appearance));
                    page.set(Some(Seen { page: shown, broken, trial }));
                }
            });
            if let Some(channel) = &channel {
                channel.say(HELLO);
            }
            move || drop(channel)
        }
    });
    (*page).clone()
}

/// What is shown besides the answers.
#[derive(Clone, PartialEq)]
struct Seen {
    page: usize,
    broken: String,
    trial: Trial,
}

/// The sizes tried, in per cent, until all of the page is on the wall.
const SIZES: [u32; 9] = [100, 92, 84, 76, 68, 60, 52, 46, 40];

/// Makes the page smaller until nothing of it is cut off: nobody can scroll a wall.
#[hook]
fn use_fit<T: PartialEq + 'static>(shown: T) {
    let width = use_state_eq(|| 0_u32);
    use_effect_with((shown, *width), |_| fit());
    use_effect_with((), {
        let width = width.setter();
        move |()| {
            let listener = screen::on_window_resize(move |now| {
                width.set(now);
                fit();
            });
            move || drop(listener)
        }
    });
}

fn fit() {
    for size in SIZES {
        document::set_property("--fit", Some(&format!("{}", f64::from(size) / 100.0)));
        if screen::all_is_in_sight() {
            return;
        }
    }
}
