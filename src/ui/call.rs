use yew::prelude::*;

use super::{advice::Advised, home::Home};
use crate::{
    browser::{address, event},
    kit::{Kit, Passed, Target, ToHost, summary},
};

/// What the reader has agreed to pass on, if anything.
#[derive(Clone)]
pub(super) struct Consent {
    agreed: UseStateHandle<bool>,
    passed: UseStateHandle<Option<Passed>>,
}

/// Keeps what is passed on in step with the answers, once the reader has agreed.
#[hook]
pub(super) fn use_consent(advised: &Advised, link: &str) -> Consent {
    let agreed = use_state_eq(|| false);
    let passed = use_state_eq(|| None::<Passed>);
    use_effect_with((*agreed, advised.clone(), link.to_owned()), {
        let passed = passed.clone();
        move |(agreed, advised, link)| {
            passed.set(agreed.then(|| Passed { summary: summary(advised), link: address::with(link) }));
        }
    });
    Consent { agreed, passed }
}

/// What the reader can do after the answer, and what goes along: nothing, until they say so.
pub(super) fn call_to_action(kit: &Kit, home: &Home, consent: &Consent) -> Html {
    let Consent { agreed, passed } = consent;
    let Some(call) = &kit.call else { return Html::default() };
    let whom = kit.name.as_deref().or(call.target.as_ref().map(Target::place)).unwrap_or("the site around this page");
    let tell = {
        let (home, passed) = (home.clone(), passed.clone());
        Callback::from(move |_: MouseEvent| home.tell(&ToHost::Cta { passed: passed.as_ref() }))
    };
    let agree = {
        let agreed = agreed.clone();
        Callback::from(move |ticked: Event| agreed.set(event::ticked(&ticked)))
    };
    html! {
        <section class="call" id="call" aria-labelledby="call-title">
            <h2 id="call-title">{ call.label.clone() }</h2>
            <label class="agree">
                <input type="checkbox" checked={**agreed} onchange={agree} />
                <span>{ format!("Pass my result on to {whom}") }</span>
            </label>
            <p class="hint">
                { match &**passed {
                    None => html! { "Nothing of what you entered is passed on, unless you tick this" },
                    Some(Passed { summary, link }) => html! {
                        <>
                            { "This is passed on, and nothing else: " }
                            <q>{ summary.clone() }</q>
                            { " and the link to your answers, " }
                            <span class="address">{ link.clone() }</span>
                        </>
                    },
                } }
            </p>
            { match &call.target {
                Some(target) => html! {
                    <p>
                        <a
                            class="act"
                            href={target.address(passed.as_ref())}
                            target="_blank"
                            rel="noopener noreferrer"
                            onclick={tell}
                        >
                            { call.label.clone() }
                        </a>
                        <small>{ format!("Opens {}", target.place()) }</small>
                    </p>
                },
                None => html! { <p><button type="button" class="act" onclick={tell}>{ call.label.clone() }</button></p> },
            } }
        </section>
    }
}

/// What the page around learns without asking, said where its advisor is shown.
pub(super) fn what_is_told(home: &Home) -> Html {
    match home {
        Home::Own | Home::Audience(_) => Html::default(),
        Home::Within(_) => html! {
            <p class="small-print">
                { "The site around this page is told which option is recommended and that answers change. It is not told your answers." }
            </p>
        },
    }
}
