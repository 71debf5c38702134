use yew::prelude::*;

use super::act::Act;
use crate::{
    browser::{document, storage::Storage},
    kit::{Accent, Kit},
    persistence::{self, Device},
    questionnaire::ClosedSet,
    session::{Action, Appearance},
};

/// Shows the appearance chosen and remembers it.
#[hook]
pub(super) fn use_appearance(appearance: Appearance) {
    use_effect_with(appearance, |appearance| {
        document::set_appearance((*appearance != Appearance::Device).then(|| appearance.token()));
        // Where nothing is kept, the device's own appearance comes back next time.
        let _ = Storage.write(persistence::APPEARANCE, Some(appearance.token()));
    });
}

/// Shows the page in the kit's colour, and in its appearance where it has one.
#[hook]
pub(super) fn use_kit_appearance(kit: &Kit, act: &Act) {
    use_accent(kit.accent);
    let is_first = use_mut_ref(|| true);
    use_effect_with(kit.appearance, {
        let act = act.clone();
        move |appearance| {
            // The session starts with the first.
            if let (false, Some(appearance)) = (is_first.replace(false), appearance) {
                act.emit(Action::Show(*appearance));
            }
        }
    });
}

#[hook]
fn use_accent(accent: Option<Accent>) {
    use_effect_with(accent, |accent| {
        let properties = accent.map(|accent| accent.properties());
        for (name, value) in properties.iter().flatten() {
            document::set_property(name, Some(value));
        }
        move || {
            for (name, _) in properties.iter().flatten() {
                document::set_property(name, None);
            }
        }
    });
}
