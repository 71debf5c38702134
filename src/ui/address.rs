use std::rc::Rc;

use gloo::timers::callback::Timeout;
use yew::prelude::*;

use super::{act::Act, home::Home, shared::Shared, store::Latest};
use crate::{
    browser::{
        address::{self, Entry},
        clock,
        leaving::{self, Leaving},
        storage,
    },
    session::{Action, Session},
};

/// How long a slider or a text field may go on changing before the address follows, in milliseconds.
const DELAY: u32 = 300;

/// Keeps the address and the session together: a step makes a new entry of the history, a further change of the same step
/// rewrites it, and coming back to an entry is an action.
///
/// When the page is left or put out of sight the address follows at once, drawn or not; and as that is too late for a page
/// that is loaded again, it is handed to the next one as well.
///
/// Inside another page the address is left alone: an entry of the history there would be one of that page.
#[hook]
pub(super) fn use_address(session: &Shared<Session>, latest: &Latest<Session>, act: &Act, home: &Home) {
    let is_ours = *home == Home::Own;
    let written = use_mut_ref(|| Written { link: session.link(), steps: session.steps(), ..Written::default() });
    use_effect_with((session.link(), session.steps(), session.is_settled()), {
        let (session, written) = (session.clone(), Rc::clone(&written));
        move |_| {
            if is_ours {
                follow(&session, session.is_settled(), &mut written.borrow_mut());
            }
        }
    });
    use_effect_with((latest.clone(), is_ours), move |(latest, is_ours)| {
        let latest = latest.clone();
        let flush = move |leaving| {
            let (mut written, session) = (written.borrow_mut(), latest.emit(()));
            let (from, before) = (address::fragment(), written.before.clone());
            let is_behind = written.pending.is_some() || written.link != session.link();
            if is_behind {
                follow(&session, true, &mut written);
            }
            match leaving {
                Leaving::Back => storage::take_back(),
                // A page that is being unloaded may write no address any more, and the browser may not have heard yet of the
                // one written last.
                Leaving::Unloading => {
                    let fragment = if is_behind { session.link() } else { from.clone() };
                    storage::hand_over([&before, &from], &fragment);
                }
                Leaving::Hidden => {}
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

/// What the address was last given.
#[derive(Default)]
struct Written {
    link: String,
    steps: usize,
    /// The address before.
    before: String,
    /// What is still to be written of a step that goes on.
    pending: Option<(String, Timeout)>,
}

/// Has the address say what the session holds: at once, or, while a change is still being made, soon.
fn follow(session: &Session, is_settled: bool, written: &mut Written) {
    let (link, steps) = (session.link(), session.steps());
    let is_new_step = written.steps != steps;
    if let Some((earlier, _)) = written.pending.take().filter(|_| is_new_step) {
        address::write(&earlier, Entry::Same);
    }
    written.steps = steps;
    written.link.clone_from(&link);
    let before = address::fragment();
    if is_at(&before, &link, session) {
        return;
    }
    written.before = before;
    if is_new_step {
        address::write(&link, Entry::New);
    } else if is_settled {
        address::write(&link, Entry::Same);
    } else {
        let text = link.clone();
        let timeout = clock::later(DELAY, move || address::write(&text, Entry::Same));
        written.pending = Some((link, timeout));
    }
}

/// Whether a fragment says what the session holds, in these words or others.
fn is_at(fragment: &str, link: &str, session: &Session) -> bool {
    fragment == link || session.is_said_by(fragment)
}
