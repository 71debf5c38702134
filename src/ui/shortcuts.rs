use yew::prelude::*;

use super::act::Act;
use crate::{
    browser::document::{self, Shortcut},
    session::Action,
};

/// Undo and redo by keyboard.
#[hook]
pub(super) fn use_shortcuts(act: &Act) {
    use_effect_with(act.clone(), |act| {
        let act = act.clone();
        let listener = document::on_shortcut(move |shortcut| {
            act.emit(match shortcut {
                Shortcut::Undo => Action::Undo,
                Shortcut::Redo => Action::Redo,
            });
        });
        move || drop(listener)
    });
}
