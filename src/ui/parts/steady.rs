use std::rc::Rc;

use yew::prelude::*;

use crate::{
    session::Session,
    ui::{Act, Unfolded, advice::Advised, markup::component},
};

/// What a part of the page is drawn from.
#[derive(Clone)]
pub(crate) struct Shown {
    pub session: Rc<Session>,
    pub advised: Advised,
    pub unfolded: Unfolded,
    pub act: Act,
}

/// A part of the page that is drawn anew only where what it shows has changed: not for every go in which the page unfolds,
/// nor for what the rest of it is about.
pub(crate) fn steady(shown: &Shown, draw: fn(&Shown) -> Html) -> Html {
    component::<Steady>(SteadyProps { shown: shown.clone(), draw })
}

#[derive(Properties)]
struct SteadyProps {
    shown: Shown,
    draw: fn(&Shown) -> Html,
}

impl PartialEq for SteadyProps {
    /// How a part is drawn never changes in its place.
    fn eq(&self, other: &Self) -> bool {
        let (one, other) = (&self.shown, &other.shown);
        Rc::ptr_eq(&one.session, &other.session)
            && one.advised == other.advised
            && one.unfolded == other.unfolded
            && one.act == other.act
    }
}

#[component]
fn Steady(props: &SteadyProps) -> Html {
    (props.draw)(&props.shown)
}
