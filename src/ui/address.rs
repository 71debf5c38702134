use std::rc::Rc;

use gloo::timers::callback::Timeout;
use yew::prelude::*;

use super::{act::Act, home::Home, shared::Shared};
use crate::{
    browser::{
        address::{self, Entry},
        clock,
        leaving::{self, Leaving},
        storage,
    },
    session::{Action, Session, decode},
};

/// How long a slider or a text field may go on changing before the address follows, in milliseconds.
const DELAY: u32 = 300;

/// Keeps the address and the session together: a step makes a new entry of the history, a further change of the same step
/// rewrites it, and coming back to an entry is an action.
///
/// What is still to be written is written when the page is left or put out of sight; and as that is too late for a page that
/// is loaded again, it is handed to the next one as well.
///
/// Inside another page the address is left alone: an entry of the history there would be one of that page.
#[hook]
pub(super) fn use_address(session: &Shared<Session>, act: &Act, home: &Home) {
    let is_ours = *home == Home::Own;
    // What is still to be written, the step that was last written, and the address the page is being left at.
    let pending = use_mut_ref(|| None::<(String, Timeout)>);
    let written = use_mut_ref(|| session.steps());
    let left = use_mut_ref(|| None::<String>);
    use_effect_with((session.link(), session.steps(), session.is_settled()), {
        let session = session.clone();
        let (pending, left) = (Rc::clone(&pending), Rc::clone(&left));
        move |(link, steps, settled)| {
            if !is_ours {
                return;
            }
            if let Some(from) = left.borrow().as_ref() {
                storage::hand_over(from, link);
            }
            let is_new_step = *written.borrow() != *steps;
            if let Some((earlier, _)) = pending.take().filter(|_| is_new_step) {
                address::write(&earlier, Entry::Same);
            }
            if is_at(&address::fragment(), link, &session) {
                written.replace(*steps);
            } else if is_new_step {
                written.replace(*steps);
                address::write(link, Entry::New);
            } else if *settled {
                address::write(link, Entry::Same);
            } else {
                let text = link.clone();
                let timeout = clock::later(DELAY, move || address::write(&text, Entry::Same));
                pending.replace(Some((link.clone(), timeout)));
            }
        }
    });
    use_effect_with(is_ours, move |is_ours| {
        let flush = move |leaving| {
            let from = address::fragment();
            let late = pending.take().map(|(link, _)| link);
            if let Some(link) = &late {
                address::write(link, Entry::Same);
            }
            match leaving {
                Leaving::Hidden => {}
                Leaving::Unloading => {
                    storage::hand_over(&from, &late.unwrap_or_else(|| from.clone()));
                    left.replace(Some(from));
                }
                Leaving::Back => drop(left.take()),
            }
        };
        let listeners = is_ours.then(|| leaving::on_leaving(flush)).flatten();
        move || drop(listeners)
    });
    use_effect_with((act.clone(), is_ours), |(act, is_ours)| {
        let act = act.clone();
        let listener =
            is_ours.then(|| address::on_arrival(move |fragment| act.emit(Action::Arrive(fragment)))).flatten();
        move || drop(listener)
    });
}

/// Whether a fragment says what the session holds, in these words or others.
fn is_at(fragment: &str, link: &str, session: &Session) -> bool {
    fragment == link || {
        let there = decode(fragment);
        there.answers == *session.answers() && there.what_ifs.events() == session.what_ifs().events()
    }
}
