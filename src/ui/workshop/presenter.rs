use std::{cell::RefCell, rc::Rc};

use yew::prelude::*;

use super::{
    HELLO, channel_of,
    files::{FileButtons, Kept, keep, offer, use_kept},
    notes::notes,
    stage::stage,
};
use crate::{
    browser::{
        address,
        channel::{self, Channel},
        clock, document,
        keyboard::{self, Key},
    },
    kit::Arrival,
    questionnaire::Answers,
    session::{Action, Session},
    ui::{act::Act, advice::Advised, results::verdict_bar, shared::Shared, store::Store},
    workshop::{Moment, PAGES, PresenterAction, Workshop},
};

#[derive(Properties, PartialEq)]
pub(crate) struct PresenterProps {
    pub session: Shared<Session>,
    pub advised: Advised,
    pub act: Act,
    pub onleave: Callback<MouseEvent>,
}

/// The presenter's window.
#[component]
pub(crate) fn Presenter(PresenterProps { session, advised, act, onleave }: &PresenterProps) -> Html {
    let store = use_reducer(|| Store::new(Workshop::default()));
    let dispatch = store.dispatcher().to_callback();
    let workshop = store.value();
    let kept = use_kept();
    let logged = use_mut_ref(|| session.answers().clone());
    let resume = {
        let logged = Rc::clone(&logged);
        use_callback((act.clone(), dispatch.clone()), move |kept: Kept, (act, dispatch)| {
            // What a file brings was decided before: it is not logged again.
            logged.replace(kept.answers.clone());
            act.emit(Action::Take(Box::new(kept.answers)));
            dispatch.emit(PresenterAction::Resume(Box::new(kept.workshop)));
        })
    };
    use_log(session, logged, &dispatch);
    use_workshop_mode();
    let open_audience = use_audience(&workshop, session);
    use_keys(&dispatch, &open_audience);
    let is_decided = kept.is_none();
    use_effect_with((workshop.page(), is_decided), |_| document::focus("workshop-title"));
    use_effect_with((workshop.clone(), session.answers().clone(), is_decided), |(workshop, answers, decided)| {
        if *decided {
            keep(workshop, answers);
        }
    });
    if let Some(found) = &*kept {
        let (kept, resume) = (kept.setter(), resume.clone());
        let ondecided = Callback::from(move |decided: Option<Kept>| {
            if let Some(decided) = decided {
                resume.emit(decided);
            }
            kept.set(None);
        });
        return offer(found, &ondecided);
    }
    let number = workshop.page().min(PAGES.len() - 1);
    let page = &PAGES[number];
    html! {
        <>
            <header class="workshop-bar">
                <p class="place">{format!("{} of {}", number + 1, PAGES.len())}</p>
                <button type="button" disabled={number == 0} onclick={dispatch.reform(|_| PresenterAction::Back)}>
                    {"Back"}
                </button>
                <button
                    type="button"
                    disabled={number + 1 == PAGES.len()}
                    onclick={dispatch.reform(|_| PresenterAction::Next)}
                >
                    {"Next"}
                </button>
                <button type="button" onclick={|_| document::toggle_full_screen()}>{"Full screen"}</button>
                <button type="button" onclick={open_audience.reform(|_: MouseEvent| ())}>{"Audience window"}</button>
                <FileButtons workshop={workshop.clone()} {session} onload={resume} />
                <button type="button" onclick={onleave}>{"Leave the workshop"}</button>
            </header>
            <main class="workshop">
                <section class="stage" aria-labelledby="workshop-title">
                    <h1 id="workshop-title" tabindex="-1">{page.title}</h1>
                    {stage(page.shows, session, advised, act)}
                </section>
                <aside class="live" aria-label="The verdict so far">{verdict_bar(advised)}</aside>
                {notes(&workshop, &dispatch)}
            </main>
        </>
    }
}

/// Logs every change of an answer, seen from those logged last.
#[hook]
fn use_log(session: &Session, logged: Rc<RefCell<Answers>>, dispatch: &Callback<PresenterAction>) {
    use_effect_with((session.answers().clone(), dispatch.clone()), move |(answers, dispatch)| {
        let before = logged.replace(answers.clone());
        if before != *answers {
            let at = Moment::parse(&clock::now()).unwrap_or_default();
            let (before, after) = (Box::new(before), Box::new(answers.clone()));
            dispatch.emit(PresenterAction::Log { before, after, at });
        }
    });
}

/// Tells the style sheets that this is a workshop, for as long as it is.
#[hook]
fn use_workshop_mode() {
    use_effect_with((), |()| {
        document::set_root_attribute("data-mode", Some("workshop"));
        || document::set_root_attribute("data-mode", None)
    });
}

/// The channel to the audience's windows, which know each other by a name.
struct Room {
    name: String,
    channel: Option<Channel>,
}

/// Tells the audience's windows what to show. Gives what opens such a window.
#[hook]
fn use_audience(workshop: &Workshop, session: &Session) -> Callback<()> {
    let shown = use_mut_ref(String::new);
    let room = use_mut_ref(|| None::<Room>);
    use_effect_with((), {
        let (shown, room) = (Rc::clone(&shown), Rc::clone(&room));
        move |()| {
            let name = channel::fresh_name();
            let answering = Rc::clone(&room);
            let channel = Channel::open(&channel_of(&name), move |text| {
                if text == HELLO {
                    say(&answering, &shown.borrow());
                }
            });
            room.replace(Some(Room { name, channel }));
            move || drop(room.take())
        }
    });
    let slide = workshop.slide(session.answers(), session.appearance());
    use_effect_with(slide.written(), {
        let room = Rc::clone(&room);
        move |written| {
            shown.replace(written.clone());
            say(&room, written);
        }
    });
    use_callback((), move |(), ()| {
        if let Some(Room { name, .. }) = room.borrow().as_ref() {
            address::open(&Arrival::audience_of(name), "groundplan-audience");
        }
    })
}

fn say(room: &RefCell<Option<Room>>, text: &str) {
    if let Some(Room { channel: Some(channel), .. }) = room.borrow().as_ref() {
        channel.say(text);
    }
}

#[hook]
fn use_keys(dispatch: &Callback<PresenterAction>, open_audience: &Callback<()>) {
    use_effect_with((dispatch.clone(), open_audience.clone()), |(dispatch, open_audience)| {
        let (dispatch, open_audience) = (dispatch.clone(), open_audience.clone());
        let listener = keyboard::on_key(move |key| match key {
            Key::Next => dispatch.emit(PresenterAction::Next),
            Key::Back => dispatch.emit(PresenterAction::Back),
            Key::First => dispatch.emit(PresenterAction::GoTo(0)),
            Key::Last => dispatch.emit(PresenterAction::GoTo(usize::MAX)),
            Key::Screen => document::toggle_full_screen(),
            Key::Audience => open_audience.emit(()),
            Key::Notes => document::focus("speaker"),
        });
        move || drop(listener)
    });
}
