use yew::prelude::*;

use super::{HELLO, channel_of, slide::slide};
use crate::{
    browser::{address, channel::Channel, document},
    kit::Kit,
    session::{Action, Session},
    ui::{act::Act, advice::Advised, results::verdict_bar, shared::Shared},
    workshop::{PAGES, Slide},
};

#[derive(Properties, PartialEq)]
pub(crate) struct AudienceProps {
    /// Which presenter's window is followed.
    pub room: AttrValue,
    pub kit: Shared<Kit>,
    pub session: Shared<Session>,
    pub advised: Advised,
    pub act: Act,
}

/// What the audience sees.
#[component]
pub(crate) fn Audience(AudienceProps { room, kit, session, advised, act }: &AudienceProps) -> Html {
    let number = use_slides(room, act);
    let link = session.link();
    let leave = move |_| address::restart(&link);
    let name = kit.name.as_deref().unwrap_or("Groundplan");
    let Some((number, page)) = number.and_then(|number| Some((number, PAGES.get(number)?))) else {
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
    html! {
        <main class="workshop audience">
            <section class="stage">
                <h1>{page.title}</h1>
                {slide(page.shows, session.answers(), advised)}
            </section>
            <aside class="live" aria-label="The verdict so far">{verdict_bar(advised)}</aside>
            <p class="place">{format!("{name}, {} of {}", number + 1, PAGES.len())}</p>
        </main>
    }
}

/// Follows the presenter's window: takes over its answers and appearance, and gives the number of the page shown, once
/// there is one. Everything else is worked out from the answers here.
#[hook]
fn use_slides(room: &AttrValue, act: &Act) -> Option<usize> {
    let page = use_state_eq(|| None::<usize>);
    use_effect_with((room.clone(), act.clone()), {
        let page = page.setter();
        move |(room, act)| {
            document::set_root_attribute("data-mode", Some("audience"));
            let act = act.clone();
            let channel = Channel::open(&channel_of(room), move |text| {
                if let Some(Slide { page: shown, answers, appearance }) = Slide::read(&text) {
                    act.emit(Action::Take(Box::new(answers)));
                    act.emit(Action::Show(appearance));
                    page.set(Some(shown));
                }
            });
            if let Some(channel) = &channel {
                channel.say(HELLO);
            }
            move || drop(channel)
        }
    });
    *page
}
