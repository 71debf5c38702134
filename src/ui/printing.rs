use yew::prelude::*;

use crate::browser::screen;

/// Whether the page is on its way onto paper. It is drawn anew before the browser takes its picture of it.
#[hook]
pub(super) fn use_printing() -> bool {
    let printing = use_state_eq(|| false);
    use_effect_with((), {
        let printing = printing.setter();
        move |()| {
            let listeners = screen::on_print(move |now| printing.set(now));
            move || drop(listeners)
        }
    });
    *printing
}
