use std::rc::Rc;

use yew::prelude::*;

use super::{Act, home::Home};
use crate::{
    browser::{
        address::{self, Entry},
        clock::{self, Later},
    },
    session::{Action, Session, decode},
    ui::hooks::use_after,
};

/// How long a slider or a text field may go on changing before the address follows.
const PATIENCE: u32 = 300;

/// Keeps the address and the sitting together: a step makes a new entry of the history, going on with the same step
/// rewrites it, and coming back to an entry is an action.
///
/// Inside another page the address is left alone: an entry of the history there would be one of that page.
#[hook]
pub(super) fn use_address(session: &Rc<Session>, act: &Act, home: &Home) {
    let is_ours = *home == Home::Own;
    let waiting = use_mut_ref(|| None::<(String, Later)>);
    let written = use_mut_ref(|| session.steps());
    use_after((session.link(), session.steps(), session.is_settled()), {
        let session = Rc::clone(session);
        move |(link, steps, settled)| {
            if !is_ours {
                return;
            }
            if let Some((earlier, _)) = waiting.borrow_mut().take().filter(|_| *written.borrow() != *steps) {
                address::write(&earlier, Entry::Same);
            }
            let present = address::fragment();
            let is_there = present == *link || {
                let there = decode(&present);
                there.answers == *session.answers() && there.what_ifs.events() == session.what_ifs().events()
            };
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
    use_after(act.clone(), move |act| {
        let act = act.clone();
        let arrive = move |fragment| act.emit(Action::Arrive(fragment));

        if is_ours { address::on_arrival(arrive) } else { None }
    });
}
