use yew::prelude::*;

use crate::{
    browser::event,
    questionnaire::Choice,
    session::{Action, Asked, Setting, WhatIf, WhatIfs},
    ui::{Act, markup::tag},
};

/// What the week is to bring: each thing with its figures once it is asked for, several at once.
pub(super) fn week_asks(what_ifs: &WhatIfs, act: &Act) -> Html {
    tag("fieldset")
        .class("week-ifs")
        .add(tag("legend").add("What if"))
        .all(what_ifs.iter().map(|what_if| ask(what_if, act)))
        .add(tag("p").class("quiet").add(
            "It changes the week shown here, not the recommendation. A spike takes the place of the one your answers let expect.",
        ))
        .html()
}

fn ask(what_if: &WhatIf, act: &Act) -> Html {
    let happening = what_if.happening;
    let is_asked = what_if.asked == Asked::Yes;
    let tick = act.reform(move |changed: Event| {
        Action::Ask(happening, if event::ticked(&changed) { Asked::Yes } else { Asked::No })
    });
    let settings = || {
        tag("div")
            .class("week-settings")
            .set("role", "group")
            .set("aria-label", happening.label())
            .all(happening.settings().iter().map(|setting| field(what_if, *setting, act)))
    };
    tag("div")
        .class("week-if")
        .add(
            tag("label")
                .class("switch")
                .add(tag("input").set("type", "checkbox").checked(is_asked).onchange(tick))
                .add(tag("span").add(happening.label())),
        )
        .add(is_asked.then(settings))
        .html()
}

/// A list to choose from, or a number; what is wrong with the number stands below it until it is righted.
fn field(what_if: &WhatIf, setting: Setting, act: &Act) -> Html {
    let happening = what_if.happening;
    let id = format!("if-{}-{}", happening.token(), setting.token());
    let adjust = act.reform(move |changed: Event| Action::Adjust(happening, setting, event::value(&changed)));
    let choices = setting.choices();
    let used = what_if.used(setting);
    let label = tag("label").attr("for", id.clone()).add(setting.label());
    if !choices.is_empty() {
        let choice = |(token, words): (String, String)| {
            tag("option").flag("selected", token == used).attr("value", token).add(words).html()
        };
        let list = tag("select").attr("id", id).onchange(adjust).all(choices.into_iter().map(choice));
        return tag("div").key(setting.token()).add(label).add(list).html();
    }
    let problem = what_if.problem(setting);
    let told = problem.as_ref().map(|problem| format!("{problem}. Until then {used} is used."));
    let problem_id = format!("{id}-problem");
    tag("div")
        .key(setting.token())
        .add(label)
        .add(
            tag("input")
                .attr("id", id)
                .set("type", "text")
                .set("inputmode", "decimal")
                .set("autocomplete", "off")
                .set("size", "5")
                .value(what_if.shown(setting))
                .attr("aria-describedby", problem_id.clone())
                .attr("aria-invalid", if problem.is_some() { "true" } else { "false" })
                .onchange(adjust),
        )
        .add(tag("p").class("problem").attr("id", problem_id).add(told.unwrap_or_default()))
        .html()
}
