use yew::prelude::*;

use crate::{
    browser::{
        clipboard::{self, Copied},
        files,
    },
    site_probe::SCRIPT,
};

/// The script that asks a site about itself.
pub(super) fn probe() -> Html {
    html! {
        <details class="more">
            <summary>{"Let the site itself say more"}</summary>
            <p>
                {"This script reads plugins, tables, uploads and settings, and measures what five public pages cost PHP and the \
                  database. It changes nothing. Run it on the server in WordPress's folder, and drop what it prints here:"}
            </p>
            <pre class="log-command">{"php groundplan-probe.php > probe.json"}</pre>
            <SaveProbe />
            <pre class="log-script" tabindex="0" aria-label="The script">{SCRIPT}</pre>
        </details>
    }
}

/// Hands the script over.
#[component]
fn SaveProbe() -> Html {
    let said = use_state_eq(|| "");
    let save = {
        let said = said.setter();
        move |_: MouseEvent| {
            let saved = files::save("groundplan-probe.php", "text/plain", SCRIPT);
            said.set(if saved { "" } else { "The browser would not save it: copy the text below." });
        }
    };
    let copy = {
        let said = said.setter();
        move |_: MouseEvent| {
            let said = said.clone();
            clipboard::copy(SCRIPT, move |copied| {
                said.set(match copied {
                    Copied::Yes => "Copied.",
                    Copied::Refused => "The browser would not copy it: mark the text below.",
                });
            });
        }
    };
    html! {
        <p class="log-save">
            <button type="button" onclick={copy}>{"Copy the script"}</button>
            <button type="button" onclick={save}>{"Save it"}</button>
            <span role="status">{*said}</span>
        </p>
    }
}
