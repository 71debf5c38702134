use yew::prelude::*;

use super::results::Addressed;
use crate::browser::{clock, document, screen};

/// Whether the page is on its way onto paper. The proposal is drawn before the browser takes its picture, and gives the
/// file its name.
#[hook]
pub(super) fn use_printing(addressed: &Addressed) -> bool {
    let printing = use_state_eq(|| false);
    use_effect_with((), {
        let printing = printing.setter();
        move |()| {
            let listeners = screen::on_print(move |now| printing.set(now));
            move || drop(listeners)
        }
    });
    use_effect_with((*printing, addressed.client.clone()), |(printing, client)| {
        let parts = ["Hosting proposal".to_owned(), client.clone(), clock::date(0)];
        let named: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).collect();
        let before = printing.then(|| document::set_title(&named.join(" – "))).flatten();
        move || {
            if let Some(before) = before {
                document::set_title(&before);
            }
        }
    });
    *printing
}
