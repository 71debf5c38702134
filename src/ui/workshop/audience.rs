use yew::prelude::*;

use super::{HELLO, channel_of, wall::wall};
use crate::{
    browser::{channel::Channel, document},
    kit::Kit,
    questionnaire::Answers,
    session::Action,
    ui::{
        Act,
        advice::Advised,
        home::Home,
        hooks::{use_after, use_value},
        markup::tag,
        results::verdict_bar,
    },
    workshop::{PAGES, Slide},
};

/// Follows the presenter's window, where this is an audience's: takes over its answers and appearance, and gives the page
/// that is on the wall. Everything else is worked out from the answers here.
#[hook]
pub(crate) fn use_slides(home: &Home, act: &Act) -> Option<usize> {
    let page = use_value(|| None::<usize>);
    use_after(home.clone(), {
        let (page, act) = (page.clone(), act.clone());
        move |home| match home {
            Home::Own | Home::Within(_) => None,
            Home::Audience(room) => {
                document::set_mark("data-mode", Some("audience"));
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
                channel
            }
        }
    });

    *page.get()
}

/// What the audience sees.
pub(crate) fn audience(page: Option<usize>, kit: &Kit, answers: &Answers, advised: &Advised) -> Html {
    let name = kit.name.clone().unwrap_or_else(|| "Groundplan".to_owned());
    let Some((number, page)) = page.and_then(|number| Some((number, PAGES.get(number)?))) else {
        return tag("main")
            .class("workshop audience waiting")
            .add(tag("h1").add(name))
            .add(tag("p").set("role", "status").add("Waiting for the presenter's window"))
            .html();
    };
    tag("main")
        .class("workshop audience")
        .add(tag("section").class("stage").add(tag("h1").add(page.title)).add(wall(page.shows, answers, advised)))
        .add(tag("aside").class("live").set("aria-label", "The verdict so far").add(verdict_bar(advised)))
        .add(tag("p").class("place").add(format!("{name}, {} of {}", number + 1, PAGES.len())))
        .html()
}
