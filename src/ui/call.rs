use std::rc::Rc;

use yew::prelude::*;

use super::{advice::Advised, home::Home};
use crate::{
    browser::{address, event},
    kit::{Kit, Passed, Target, ToHost, summary},
};

#[derive(Properties, PartialEq)]
pub(super) struct CallToActionProps {
    pub kit: Rc<Kit>,
    pub home: Home,
    pub advised: Advised,
    /// The fragment of the share link.
    pub link: String,
}

/// What the reader can do after the answer, and what goes along: nothing, until they say so.
#[component]
pub(super) fn CallToAction(props: &CallToActionProps) -> Html {
    let agreed = use_state(|| false);
    let passed = use_state(|| None::<Passed>);
    use_effect_with((*agreed, props.advised.clone(), props.link.clone()), {
        let passed = passed.clone();
        move |(agreed, advised, link)| {
            passed.set(agreed.then(|| Passed { summary: summary(advised), link: address::with(link) }));
        }
    });
    let Some(call) = &props.kit.call else { return Html::default() };
    let whom =
        props.kit.name.as_deref().or(call.target.as_ref().map(Target::place)).unwrap_or("the site around this page");
    let tell = {
        let (home, passed) = (props.home.clone(), passed.clone());
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
                <input type="checkbox" checked={*agreed} onchange={agree} />
                <span>{ format!("Pass my result on to {whom}") }</span>
            </label>
            <p class="hint">
                { match &*passed {
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
        Home::Own => Html::default(),
        Home::Within(_) => html! {
            <p class="small-print">
                { "The site around this page is told which option is recommended and that answers change. It is not told your answers." }
            </p>
        },
    }
}
