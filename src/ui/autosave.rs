use yew::{html::ImplicitClone, prelude::*};

use super::{
    act::Act,
    home::Home,
    keeping::{Keeping, use_keeping},
    store::Latest,
};
use crate::{
    browser::leaving,
    persistence::{Fault, Place},
    questionnaire::QuestionId,
    session::{Action, Session, decode},
};

/// The answers kept on the device, and what there is to say of them.
#[derive(Clone, PartialEq)]
pub(super) struct Autosave {
    keeping: Keeping,
    /// The fault that the reader has put the note of away.
    known: UseStateHandle<Option<Fault>>,
}

impl ImplicitClone for Autosave {}

/// Keeps the answers on the device, so that closing the window loses nothing: with each change, and when the page is left.
/// Inside another page nothing is kept.
#[hook]
pub(super) fn use_autosave(session: &Session, latest: &Latest<Session>, home: &Home) -> Autosave {
    let keeping = use_keeping(Place::Answers);
    let known = use_state_eq(|| None::<Fault>);
    let is_ours = *home == Home::Own;
    let arrived = use_mut_ref(|| None::<usize>);
    let place = keeping.clone();
    let keep = use_callback((), move |(link, arrivals): (String, usize), ()| {
        let is_arrival = arrived.replace(Some(arrivals)) != Some(arrivals);
        place.with(|keeper, device| if is_arrival { keeper.open(device, &link) } else { keeper.keep(device, &link) });
    });
    use_effect_with((session.link(), session.arrivals(), keep.clone()), move |(link, arrivals, keep)| {
        if is_ours {
            keep.emit((link.clone(), *arrivals));
        }
    });
    use_effect_with((latest.clone(), keep, is_ours), |(latest, keep, is_ours)| {
        let (latest, keep) = (latest.clone(), keep.clone());
        let flush = move |_| {
            let session = latest.emit(());
            keep.emit((session.link(), session.arrivals()));
        };
        let listeners = is_ours.then(|| leaving::on_leaving(flush)).flatten();
        move || drop(listeners)
    });
    Autosave { keeping, known }
}

/// What there is to say of the answers kept on the device.
pub(super) fn autosave_notice(autosave: &Autosave, link: &AttrValue, act: &Act) -> Html {
    let Autosave { keeping, known } = autosave;
    let keeper = keeping.seen();
    let notice = match (keeper.fault(), keeper.elsewhere(link)) {
        (Some(fault), _) if **known != Some(fault) => not_kept(fault, known),
        (_, Some(theirs)) => elsewhere(theirs, keeping, link, act),
        (_, None) => earlier(keeping, link, act),
    };
    html! { <div class="notices" role="status">{notice}</div> }
}

fn not_kept(fault: Fault, known: &UseStateHandle<Option<Fault>>) -> Html {
    let known = known.setter();
    let said = match fault {
        Fault::Denied => {
            "This browser keeps nothing for this page. Your answers are in its address: copy the link to come back to them."
        }
        Fault::Full => {
            "There is no room left on this device for these answers. They are in the page's address: copy the link to come \
             back to them, or forget earlier ones."
        }
    };
    html! {
        <section class="notice" aria-label="Not kept">
            <p>{said}</p>
            <button type="button" onclick={move |_| known.set(Some(fault))}>{"Put this note away"}</button>
        </section>
    }
}

/// The latest of the answers put aside; the others follow once it has been decided about.
fn earlier(keeping: &Keeping, link: &AttrValue, act: &Act) -> Html {
    let mut others = keeping.seen().others(link);
    let Some(other) = others.next() else { return Html::default() };
    let more = match others.count() {
        0 => String::new(),
        1 => " One more set of answers is kept as well.".to_owned(),
        more => format!(" {more} more sets of answers are kept as well."),
    };
    html! {
        <section class="notice" aria-label="Kept answers">
            <p>
                {format!("Earlier answers are kept on this device: {}. What you see now are others.{more}", in_short(other))}
            </p>
            <button type="button" onclick={take(other, keeping, link, act)}>{"Go on with them"}</button>
            <button type="button" onclick={forget(other, keeping, link)}>{"Forget them"}</button>
        </section>
    }
}

fn elsewhere(theirs: &str, keeping: &Keeping, link: &AttrValue, act: &Act) -> Html {
    html! {
        <section class="notice" aria-label="Changed in another tab">
            <p>
                {format!("Another tab has changed the answers. The last change counts: this device now keeps those of the other tab, {}.", in_short(theirs))}
            </p>
            <button type="button" onclick={take(theirs, keeping, link, act)}>{"Show them here"}</button>
            <button type="button" onclick={keep_mine(theirs, keeping, link)}>{"Keep these instead"}</button>
        </section>
    }
}

fn take(other: &str, keeping: &Keeping, link: &AttrValue, act: &Act) -> Callback<MouseEvent> {
    let (other, keeping, link) = (other.to_owned(), keeping.clone(), link.clone());
    act.reform(move |_| {
        keeping.with(|keeper, device| {
            // Answers nobody has changed here are not worth keeping.
            let mine = keeper.is_own(&link).then_some(link.as_str());
            // Where too many are kept the others stay where they are, too.
            let _ = keeper.take(device, mine, &other);
        });
        Action::Arrive(other.clone())
    })
}

fn forget(other: &str, keeping: &Keeping, link: &AttrValue) -> Callback<MouseEvent> {
    let (other, keeping, link) = (other.to_owned(), keeping.clone(), link.clone());
    Callback::from(move |_| keeping.with(|keeper, device| keeper.discard(device, &other, &link)))
}

fn keep_mine(theirs: &str, keeping: &Keeping, link: &AttrValue) -> Callback<MouseEvent> {
    let (theirs, keeping, link) = (theirs.to_owned(), keeping.clone(), link.clone());
    Callback::from(move |_| {
        keeping.with(|keeper, device| {
            keeper.discard(device, &theirs, &link);
            keeper.keep(device, &link);
        });
    })
}

/// Answers in a few words, so that they can be told from others.
fn in_short(link: &str) -> String {
    let answers = decode(link).answers;
    let told = [QuestionId::Site, QuestionId::Visits].map(|id| id.question().spoken(&answers));
    told.join(", ")
}
