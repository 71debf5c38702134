use std::rc::Rc;

use yew::prelude::*;

use super::Act;
use crate::{
    browser::{
        address::{self, Entry},
        clock::{self, Later},
    },
    session::{Action, Session, decode},
};

/// How long a slider or a text field may go on changing before the address follows.
const PATIENCE: u32 = 300;

/// Keeps the address and the sitting together: a step makes a new entry of the history, going on with the same step
/// rewrites it, and coming back to an entry is an action.
#[hook]
pub(super) fn use_address(session: &Rc<Session>, act: &Act) {
    let waiting = use_mut_ref(|| None::<(String, Later)>);
    let written = use_mut_ref(|| session.steps());
    use_effect_with((session.link(), session.steps(), session.is_settled()), {
        let answers = session.answers().clone();
        move |(link, steps, settled)| {
            if let Some((earlier, _)) = waiting.borrow_mut().take().filter(|_| *written.borrow() != *steps) {
                address::write(&earlier, Entry::Same);
            }
            let present = address::fragment();
            let is_there = present == *link || decode(&present).answers == answers;
            if is_there {
                *written.borrow_mut() = *steps;
            } else if *written.borrow() != *steps {
                *written.borrow_mut() = *steps;
                address::write(link, Entry::New);
            } else if *settled {
                address::write(link, Entry::Same);
            } else {
                let text = link.clone();
                let later = clock::later(PATIENCE, move || address::write(&text, Entry::Same));
                *waiting.borrow_mut() = Some((link.clone(), later));
            }
        }
    });
    use_effect_with(act.clone(), |act| {
        let listener = address::on_arrival({
            let act = act.clone();
            move |fragment| act.emit(Action::Arrive(fragment))
        });
        move || drop(listener)
    });
}
