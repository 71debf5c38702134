use std::rc::Rc;

use yew::prelude::*;

use super::{HELLO, channel_of, wall::wall};
use crate::{
    browser::{channel::Channel, document},
    kit::Kit,
    questionnaire::Choice,
    session::Appearance,
    ui::{advice::Advised, home::use_accent, results::verdict_bar},
    workshop::{PAGES, Slide},
};

#[derive(Properties, PartialEq)]
pub(crate) struct AudienceProps {
    /// The room of the presenter's window.
    pub room: AttrValue,
    pub kit: Rc<Kit>,
}

/// The audience's window: follows the presenter's, and works everything out from the answers by itself.
#[component]
pub(crate) fn Audience(props: &AudienceProps) -> Html {
    let slide = use_state_eq(|| None::<Slide>);
    use_effect_with(props.room.clone(), {
        let slide = slide.setter();
        move |room| {
            document::set_mark("data-mode", Some("audience"));
            let channel = Channel::open(&channel_of(room), move |text| {
                if let Some(read) = Slide::read(&text) {
                    slide.set(Some(read));
                }
            });
            if let Some(channel) = &channel {
                channel.say(HELLO);
            }
            move || drop(channel)
        }
    });
    use_accent(props.kit.accent);
    use_effect_with(slide.as_ref().map(|slide| slide.appearance), |appearance| {
        let appearance = appearance.filter(|appearance| *appearance != Appearance::Device);
        document::set_appearance(appearance.map(Choice::token));
    });
    let advised = use_memo(
        (slide.as_ref().map(|slide| slide.answers.clone()), props.kit.options.clone()),
        |(answers, options)| answers.as_ref().map(|answers| Advised::new(answers, options)),
    );
    let name = props.kit.name.clone().unwrap_or_else(|| "Groundplan".to_owned());
    let (Some(slide), Some(advised)) = (&*slide, &*advised) else {
        return html! {
            <main class="workshop audience waiting">
                <h1>{ name }</h1>
                <p role="status">{ "Waiting for the presenter's window" }</p>
            </main>
        };
    };
    let page = &PAGES[slide.page.min(PAGES.len() - 1)];
    html! {
        <main class="workshop audience">
            <section class="stage">
                <h1>{ page.title }</h1>
                { wall(page.shows, slide, advised) }
            </section>
            <aside class="live" aria-label="The verdict so far">{ verdict_bar(advised) }</aside>
            <p class="place">{ format!("{name}, {} of {}", slide.page + 1, PAGES.len()) }</p>
        </main>
    }
}
