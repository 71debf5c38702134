use std::{cell::RefCell, rc::Rc};

use yew::prelude::*;

use super::{
    HELLO, channel_of,
    files::{Kept, file_buttons, keep, offer, use_kept},
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
    ui::{
        Act,
        advice::Advised,
        hooks::{at_last, use_after, use_once, use_value},
        markup::{button, tag, together},
        results::verdict_bar,
    },
    workshop::{Deed, Moment, PAGES, Workshop},
};

#[derive(Properties, PartialEq)]
pub(crate) struct RoomProps {
    pub session: Rc<Session>,
    pub advised: Advised,
    pub act: Act,
    pub leave: Callback<MouseEvent>,
}

/// Takes what the presenter does with the workshop.
pub(super) type Do = Callback<Deed>;

/// The presenter's window.
#[component]
pub(crate) fn Room(props: &RoomProps) -> Html {
    let RoomProps { session, advised, act, .. } = props;
    let held = use_value(Rc::<Workshop>::default);
    let workshop = Rc::clone(&held.get());
    let run: Do = use_once(|| {
        let held = held.clone();
        Callback::from(move |deed| held.change(|workshop| Rc::new(workshop.after(deed))))
    });
    let known = use_mut_ref(|| session.answers().clone());
    let resume = use_once(|| {
        let (known, act, run) = (known.clone(), act.clone(), run.clone());
        Callback::from(move |kept: Kept| {
            // What a file brings was decided before: it is not to be noted again.
            *known.borrow_mut() = kept.answers.clone();
            act.emit(Action::Take(Box::new(kept.answers)));
            run.emit(Deed::Resume(Box::new(kept.workshop)));
        })
    });
    let kept = use_kept();
    let said = use_value(Vec::<String>::new);
    use_log(session, &known, &run);
    use_mark();
    let open = use_audience(&workshop, session);
    use_keys(&run, &open);
    let is_decided = kept.get().is_none();
    use_after((workshop.page(), is_decided), |_| document::focus("workshop-title"));
    use_after((Rc::clone(&workshop), session.answers().clone(), is_decided), |(workshop, answers, decided)| {
        if *decided {
            keep(workshop, answers);
        }
    });
    if let Some(found) = &*kept.get() {
        return offer(found, &kept, &resume);
    }
    let page = &PAGES[workshop.page().min(PAGES.len() - 1)];
    let turn = |deed: Deed| run.reform(move |_: MouseEvent| deed.clone());
    together((
        tag("header")
            .class("workshop-bar")
            .add(tag("p").class("place").add(format!("{} of {}", workshop.page() + 1, PAGES.len())))
            .add(button().flag("disabled", workshop.page() == 0).onclick(turn(Deed::Back)).add("Back"))
            .add(button().flag("disabled", workshop.page() + 1 == PAGES.len()).onclick(turn(Deed::Next)).add("Next"))
            .add(button().onclick(Callback::from(|_| document::toggle_full_screen())).add("Full screen"))
            .add(button().onclick(open.reform(|_: MouseEvent| ())).add("Audience window"))
            .add(file_buttons(&workshop, session.answers(), &resume, &said))
            .add(button().onclick(props.leave.clone()).add("Leave the workshop")),
        tag("main")
            .class("workshop")
            .add(
                tag("section")
                    .class("stage")
                    .set("aria-labelledby", "workshop-title")
                    .add(tag("h1").set("id", "workshop-title").set("tabindex", "-1").add(page.title))
                    .add(stage(page.shows, session, advised, act)),
            )
            .add(tag("aside").class("live").set("aria-label", "The verdict so far").add(verdict_bar(advised)))
            .add(notes(&workshop, &run)),
    ))
}

/// Notes every change of an answer.
#[hook]
fn use_log(session: &Rc<Session>, known: &Rc<RefCell<Answers>>, run: &Do) {
    use_after(session.answers().clone(), {
        let (known, run) = (Rc::clone(known), run.clone());
        move |answers| {
            let before = known.replace(answers.clone());
            if before != *answers {
                let at = Moment::parse(&clock::now()).unwrap_or_default();
                run.emit(Deed::Decided { before: Box::new(before), after: Box::new(answers.clone()), at });
            }
        }
    });
}

/// Says to the style sheets that this is a workshop, for as long as it is.
#[hook]
fn use_mark() {
    use_after((), |()| {
        document::set_mark("data-mode", Some("workshop"));
        at_last(|| document::set_mark("data-mode", None))
    });
}

/// Tells the audience's windows what is on the wall. Gives what opens such a window.
#[hook]
fn use_audience(workshop: &Workshop, session: &Session) -> Callback<()> {
    let shown = use_mut_ref(String::new);
    let room = use_mut_ref(|| None::<(String, Option<Channel>)>);
    use_after((), {
        let (shown, room) = (shown.clone(), room.clone());
        move |()| {
            let name = channel::fresh_name();
            let answering = room.clone();
            let channel = Channel::open(&channel_of(&name), move |text| {
                let answering = answering.borrow();
                if let (HELLO, Some((_, Some(channel)))) = (text.as_str(), answering.as_ref()) {
                    channel.say(&shown.borrow());
                }
            });
            *room.borrow_mut() = Some((name, channel));
            let closing = room.clone();
            at_last(move || drop(closing.borrow_mut().take()))
        }
    });
    let slide = workshop.slide(session.answers(), session.appearance());
    use_after(slide.written(), {
        let room = room.clone();
        move |written| {
            shown.replace(written.clone());
            if let Some((_, Some(channel))) = room.borrow().as_ref() {
                channel.say(written);
            }
        }
    });
    Callback::from(move |()| {
        if let Some((name, _)) = room.borrow().as_ref() {
            address::open(&Arrival::audience_of(name), "groundplan-audience");
        }
    })
}

#[hook]
fn use_keys(run: &Do, open: &Callback<()>) {
    let open = open.clone();
    use_after(run.clone(), move |run| {
        let run = run.clone();

        keyboard::on_key(move |key| match key {
            Key::Next => run.emit(Deed::Next),
            Key::Back => run.emit(Deed::Back),
            Key::First => run.emit(Deed::Turn(0)),
            Key::Last => run.emit(Deed::Turn(usize::MAX)),
            Key::Screen => document::toggle_full_screen(),
            Key::Audience => open.emit(()),
            Key::Notes => document::focus("speaker"),
        })
    });
}
