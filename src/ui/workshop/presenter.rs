use std::{cell::RefCell, rc::Rc};

use yew::prelude::*;

use super::{
    CROWDED, HELLO, channel_of,
    desk::{Desk, Opened, Risk},
    files::FileButtons,
    notes::notes,
    offer::{Choice, Offered, also_kept, offer},
    pictures::{Pictures, deltas, edited},
    stage::stage,
};
use crate::{
    browser::{
        address,
        channel::{self, Channel},
        clock, document,
        keyboard::{self, Key},
        leaving,
    },
    kit::Arrival,
    persistence::{Crowded, Fault, Keeper},
    questionnaire::Answers,
    session::{Action, Session},
    ui::{act::Act, advice::Advised, results::verdict_bar, scenarios::Compared, shared::Shared, store::Latest},
    workshop::{Moment, PAGES, PresenterAction, Workshop},
};

#[derive(Properties, PartialEq)]
pub(crate) struct PresenterProps {
    pub desk: Desk,
    pub session: Shared<Session>,
    pub latest: Latest<Session>,
    pub advised: Advised,
    pub compared: Compared,
    /// The advice before the last change.
    pub before: Option<Advised>,
    pub act: Act,
    pub onleave: Callback<MouseEvent>,
}

/// How far the presenter has come.
#[derive(Clone, Copy, PartialEq)]
enum Phase {
    /// What is kept has not been looked at yet.
    Entering,
    /// Something is kept, and it is the presenter's to say what becomes of it.
    Choosing,
    /// A workshop is held.
    Holding,
}

/// The presenter's window.
#[component]
pub(crate) fn Presenter(props: &PresenterProps) -> Html {
    let PresenterProps { desk, session, latest, advised, compared, before, act, onleave } = props;
    let Desk { workshop, dispatch, keeping, saved, .. } = desk;
    let phase = use_state_eq(|| Phase::Entering);
    let said = use_state_eq(|| "");
    let text = use_memo((workshop.clone(), session.clone()), |(workshop, session)| text_of(workshop, session));
    let others: Vec<String> = keeping.seen().others(&text).map(str::to_owned).collect();
    let others = use_memo(others, |others| others.iter().map(|text| Offered::of(text)).collect::<Vec<_>>());
    let logged = use_mut_ref(|| session.answers().clone());
    let resume = {
        let logged = Rc::clone(&logged);
        use_callback((act.clone(), dispatch.clone()), move |opened: Opened, (act, dispatch)| {
            // What a file brings was decided before: it is not logged again.
            logged.replace(opened.answers.clone());
            act.emit(Action::Open(Box::new(opened.answers), opened.scenarios));
            dispatch.emit(PresenterAction::Resume(Box::new(opened.workshop)));
        })
    };
    use_log(session, logged, dispatch);
    use_workshop_mode();
    let open_audience = use_audience(workshop, session);
    use_keys(dispatch, &open_audience);
    use_effect_with((workshop.page(), *phase), |_| document::focus_from_top("workshop-title"));
    use_phase(&phase, desk, others.is_empty());
    use_keep(&text, *phase, desk, latest);
    let choose = {
        let (desk, text, resume) = (desk.clone(), Rc::clone(&text), resume.clone());
        let (phase, said) = (phase.clone(), said.setter());
        Callback::from(move |choice| {
            let is_discarded = matches!(choice, Choice::Discard(_));
            let done = carry_out(&desk, &text, choice, &resume);
            said.set(if done.is_ok() { "" } else { CROWDED });
            if done.is_ok() && !is_discarded {
                phase.set(Phase::Holding);
            }
        })
    };
    if *phase != Phase::Holding && !(workshop.is_empty() && others.is_empty()) {
        let held = (!workshop.is_empty()).then(|| Offered::of(&text));
        let offered: Vec<Offered> = held.into_iter().chain(others.iter().cloned()).collect();
        return offer(&offered, &said, &choose);
    }
    let onload = {
        let (keeping, text, resume) = (keeping.clone(), Rc::clone(&text), resume);
        Callback::from(move |opened: Opened| {
            let file = opened.workshop.to_file(&opened.answers, &opened.scenarios);
            keeping.with(|keeper, device| keeper.take(device, held(&text), &file))?;
            resume.emit(opened);
            Ok(())
        })
    };
    let onsave = {
        let (saved, risk) = (saved.setter(), desk.risk.setter());
        Callback::from(move |file| {
            saved.set(Some(file));
            risk.set(Risk::None);
        })
    };
    let number = workshop.page().min(PAGES.len() - 1);
    let page = &PAGES[number];
    let pictures =
        Pictures { advised, compared, broken: workshop.broken(), trial: workshop.trial(), dispatch: Some(dispatch) };
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
                <FileButtons {workshop} {session} {onsave} {onload} />
                <button type="button" onclick={onleave}>{"Leave the workshop"}</button>
                {warning(keeping.seen(), &text, &said)}
            </header>
            <main class={classes!("workshop", page.shows.is_picture().then_some("across"))}>
                <section class="stage" aria-labelledby="workshop-title">
                    <h1 id="workshop-title" tabindex="-1">{page.title}</h1>
                    {stage(page.shows, session, &pictures, act)}
                </section>
                <aside class="live" aria-label="The verdict so far">
                    {edited(session, compared)}
                    {verdict_bar(advised)}
                    {deltas(advised, before.as_ref())}
                </aside>
                {notes(workshop, dispatch, also_kept(&others, &choose))}
            </main>
        </>
    }
}

/// Looks at what is kept when the presenter comes in. Where that is nothing, a workshop begins.
#[hook]
fn use_phase(phase: &UseStateHandle<Phase>, desk: &Desk, is_alone: bool) {
    use_effect_with((**phase, is_alone), {
        let (phase, desk) = (phase.setter(), desk.clone());
        move |(now, is_alone)| match now {
            Phase::Entering => {
                desk.keeping.with(|keeper, device| {
                    // The workshop held was opened before.
                    if desk.workshop.is_empty() { keeper.open(device, "") } else { keeper.look_again(device) }
                });
                phase.set(Phase::Choosing);
            }
            Phase::Choosing if *is_alone && desk.workshop.is_empty() => phase.set(Phase::Holding),
            Phase::Choosing | Phase::Holding => {}
        }
    });
}

/// Keeps the workshop on the device: with each change, and when the page is left.
#[hook]
fn use_keep(text: &Rc<String>, phase: Phase, desk: &Desk, latest: &Latest<Session>) {
    use_effect_with((Rc::clone(text), phase), {
        let desk = desk.clone();
        move |(text, phase)| {
            if *phase == Phase::Holding {
                keep(&desk, text);
            }
        }
    });
    use_effect_with((phase, latest.clone()), {
        let desk = desk.clone();
        move |(phase, latest)| {
            let (phase, latest) = (*phase, latest.clone());
            let flush = move |_| keep(&desk, &text_of(&desk.latest.emit(()), &latest.emit(())));
            let listeners = (phase == Phase::Holding).then(|| leaving::on_leaving(flush)).flatten();
            move || drop(listeners)
        }
    });
}

/// A workshop as its file; nothing where there is nothing in it.
fn text_of(workshop: &Workshop, session: &Session) -> String {
    if workshop.is_empty() { String::new() } else { workshop.to_file(session.answers(), session.scenarios()) }
}

/// Keeps the workshop on the device, and knows whether something else has it.
fn keep(desk: &Desk, text: &str) {
    let Desk { keeping, saved, risk, .. } = desk;
    let fault = keeping.with(|keeper, device| {
        if !text.is_empty() || keeper.owns_something() {
            keeper.keep(device, text);
        }
        keeper.fault()
    });
    let is_safe = fault.is_none() || text.is_empty() || saved.as_deref() == Some(text);
    risk.set(if is_safe { Risk::None } else { Risk::Unsaved });
}

/// Does what was chosen.
fn carry_out(desk: &Desk, text: &str, choice: Choice, resume: &Callback<Opened>) -> Result<(), Crowded> {
    let Desk { keeping, dispatch, .. } = desk;
    match choice {
        // The one that is held: nothing has to change.
        Choice::Resume(other, _) if other == text => {}
        Choice::Resume(other, opened) => {
            keeping.with(|keeper, device| keeper.take(device, held(text), &other))?;
            resume.emit(*opened);
        }
        Choice::New => {
            if let Some(text) = held(text) {
                keeping.with(|keeper, device| keeper.put_aside(device, text))?;
            }
            dispatch.emit(PresenterAction::Resume(Box::default()));
        }
        Choice::Discard(other) => {
            keeping.with(|keeper, device| keeper.discard(device, &other, text));
            if other == text {
                dispatch.emit(PresenterAction::Resume(Box::default()));
            }
        }
    }
    Ok(())
}

/// A workshop as there is something in it.
fn held(text: &str) -> Option<&str> {
    (!text.is_empty()).then_some(text)
}

/// What the presenter has to know before leaving.
fn warning(keeper: &Keeper, text: &str, said: &str) -> Html {
    let warning = match (held(text).and(keeper.fault()), keeper.elsewhere(text)) {
        (Some(Fault::Denied), _) => {
            "This browser keeps nothing for this page: save the workshop to a file before you close the window."
        }
        (Some(Fault::Full), _) => {
            "There is no room left on this device for this workshop: save it to a file before you close the window, or \
             discard earlier ones below your notes."
        }
        (None, Some(_)) => {
            "Another tab is keeping a workshop on this device. Both are kept; a change here puts the other one below your \
             notes."
        }
        (None, None) => said,
    };
    html! { <p class="said warning" role="status">{warning}</p> }
}

/// Logs every change of an answer, seen from those logged last. Going to another scenario decides nothing.
#[hook]
fn use_log(session: &Session, logged: Rc<RefCell<Answers>>, dispatch: &Callback<PresenterAction>) {
    let place = (session.scenarios().place(), session.scenarios().count());
    let edited = use_mut_ref(|| place);
    use_effect_with((session.answers().clone(), place, dispatch.clone()), move |(answers, place, dispatch)| {
        let before = logged.replace(answers.clone());
        let is_same = edited.replace(*place) == *place;
        if is_same && before != *answers {
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
    let slide = workshop.slide(session.answers(), session.scenarios(), session.appearance());
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
