use yew::prelude::*;

use super::{advice::Advised, home::Home, parts::tick_box::tick_box, shared::Shared};
use crate::{
    browser::address,
    kit::{Call, Kit, Passed, Target, ToHost, summary},
};

#[derive(Properties, PartialEq)]
pub(super) struct CallToActionProps {
    pub kit: Shared<Kit>,
    pub home: Home,
    pub advised: Advised,
    /// The link of the answers shown.
    pub link: AttrValue,
}

/// What the reader can do after the answer, if the kit offers anything, and what is passed on then: nothing, unless they
/// agree.
#[component]
pub(super) fn CallToAction(CallToActionProps { kit, home, advised, link }: &CallToActionProps) -> Html {
    let agreed = use_state_eq(|| false);
    let passed = use_memo((*agreed, advised.clone(), link.clone()), |(agreed, advised, link)| {
        agreed.then(|| Passed { summary: summary(advised), link: address::with(link) })
    });
    let Some(call) = &kit.call else { return Html::default() };
    let whom = kit.name.as_deref().or(call.target.as_ref().map(Target::place)).unwrap_or("the site around this page");
    let tell = {
        let (home, passed) = (home.clone(), passed.clone());
        Callback::from(move |_: MouseEvent| home.tell(&ToHost::Cta { passed: Option::as_ref(&passed) }))
    };
    html! {
        <section class="call" id="call" aria-labelledby="call-title">
            <h2 id="call-title">{call.label.clone()}</h2>
            {tick_box("agree", format!("Pass my result on to {whom}"), *agreed, &agreed.setter().to_callback())}
            <p class="hint">
                if let Some(Passed { summary, link }) = &*passed {
                    {"This is passed on, and nothing else: "}
                    <q>{summary.clone()}</q>
                    {" and the link to your answers, "}
                    <span class="address">{link.clone()}</span>
                } else {
                    {"Nothing of what you entered is passed on, unless you tick this"}
                }
            </p>
            {act_on(call, Option::as_ref(&passed), tell)}
        </section>
    }
}

/// A link where the kit names a target, otherwise a button that tells the page around.
fn act_on(call: &Call, passed: Option<&Passed>, tell: Callback<MouseEvent>) -> Html {
    match &call.target {
        Some(target) => html! {
            <p>
                <a class="act" href={target.address(passed)} target="_blank" rel="noopener noreferrer" onclick={tell}>
                    {call.label.clone()}
                </a>
                <small>{format!("Opens {}", target.place())}</small>
            </p>
        },
        None => html! { <p><button type="button" class="act" onclick={tell}>{call.label.clone()}</button></p> },
    }
}

/// What the page around learns without asking, said where its advisor is shown.
pub(super) fn what_is_told(home: &Home) -> Html {
    match home {
        Home::Own | Home::Audience(_) => Html::default(),
        Home::Within(_) => html! {
            <p class="small-print">
                {"The site around this page is told which option is recommended and that answers change. It is not told \
                  your answers."}
            </p>
        },
    }
}
