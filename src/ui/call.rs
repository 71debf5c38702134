use yew::prelude::*;

use super::{advice::Advised, home::Home};
use crate::{
    browser::{address, event},
    kit::{Kit, Passed, Target, ToHost, summary},
    ui::{
        hooks::{State, use_after, use_value},
        markup::{button, tag, tick_box, together},
    },
};

/// What the reader has agreed to pass on, if anything.
#[derive(Clone)]
pub(super) struct Consent {
    agreed: State<bool>,
    passed: State<Option<Passed>>,
}

/// Keeps what is passed on in step with the answers, once the reader has agreed.
#[hook]
pub(super) fn use_consent(advised: &Advised, link: &str) -> Consent {
    let agreed = use_value(|| false);
    let passed = use_value(|| None::<Passed>);
    use_after((*agreed.get(), advised.clone(), link.to_owned()), {
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
        Callback::from(move |_: MouseEvent| home.tell(&ToHost::Cta { passed: passed.get().as_ref() }))
    };
    let agree = {
        let agreed = agreed.clone();
        Callback::from(move |ticked: Event| agreed.set(event::ticked(&ticked)))
    };
    tag("section")
        .class("call")
        .set("id", "call")
        .set("aria-labelledby", "call-title")
        .add(tag("h2").set("id", "call-title").add(call.label.clone()))
        .add(tick_box(*agreed.get(), agree).class("agree").add(tag("span").add(format!("Pass my result on to {whom}"))))
        .add(tag("p").class("hint").add(match &*passed.get() {
            None => together("Nothing of what you entered is passed on, unless you tick this"),
            Some(Passed { summary, link }) => together((
                "This is passed on, and nothing else: ",
                tag("q").add(summary.clone()),
                " and the link to your answers, ",
                tag("span").class("address").add(link.clone()),
            )),
        }))
        .add(match &call.target {
            Some(target) => tag("p")
                .add(
                    tag("a")
                        .class("act")
                        .attr("href", target.address(passed.get().as_ref()))
                        .set("target", "_blank")
                        .set("rel", "noopener noreferrer")
                        .onclick(tell)
                        .add(call.label.clone()),
                )
                .add(tag("small").add(format!("Opens {}", target.place())))
                .html(),
            None => tag("p").add(button().class("act").onclick(tell).add(call.label.clone())).html(),
        })
        .html()
}

/// What the page around learns without asking, said where its advisor is shown.
pub(super) fn what_is_told(home: &Home) -> Html {
    match home {
        Home::Own | Home::Audience(_) => Html::default(),
        Home::Within(_) => tag("p")
            .class("small-print")
            .add(
                "The site around this page is told which option is recommended and that answers \
                 change. It is not told your answers.",
            )
            .html(),
    }
}
