use yew::prelude::*;

use crate::{
    browser::event,
    questionnaire::Choice,
    session::{Action, Asked, Happening, Setting, WhatIf, WhatIfs},
    ui::{
        Act,
        hooks::State,
        markup::{tag, tick_box},
        parts::{
            decimal_field::decimal_field,
            problem::{problem, problem_id},
        },
    },
};

/// The text in the field that is being typed into: nothing else may take its place before it is done.
pub(super) type Draft = Option<(Happening, Setting, String)>;

/// What the week is to bring: several things at once, and below the figures of those that are asked for.
pub(super) fn week_asks(what_ifs: &WhatIfs, draft: &State<Draft>, act: &Act) -> Html {
    tag("fieldset")
        .class("week-ifs")
        .add(tag("legend").add("What if"))
        .add(tag("div").class("week-boxes").all(what_ifs.iter().map(|what_if| tick(what_if, act))))
        .all(what_ifs.asked().map(|what_if| {
            tag("div")
                .class("week-settings")
                .key(what_if.happening.token())
                .set("role", "group")
                .set("aria-label", what_if.happening.label())
                .add(tag("strong").set("aria-hidden", "true").add(what_if.happening.label()))
                .all(what_if.happening.settings().iter().map(|setting| field(what_if, *setting, draft, act)))
                .html()
        }))
        .add(tag("p").class("quiet").add(
            "It changes the week shown here, not the recommendation. A spike takes the place of the one your answers let expect.",
        ))
        .html()
}

fn tick(what_if: &WhatIf, act: &Act) -> Html {
    let happening = what_if.happening;
    let ticked = act.reform(move |changed: Event| {
        Action::Ask(happening, if event::ticked(&changed) { Asked::Yes } else { Asked::No })
    });
    tick_box(what_if.asked == Asked::Yes, ticked).class("switch").add(tag("span").add(happening.label())).html()
}

/// A list to choose from, or a number; what is wrong with the number stands below it until it is righted.
fn field(what_if: &WhatIf, setting: Setting, draft: &State<Draft>, act: &Act) -> Html {
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
    let wrong = what_if.problem(setting);
    let told = wrong.as_ref().map(|problem| format!("{problem}. Until then {used} is used."));
    let shown = match &*draft.get() {
        Some((typed_in, of, text)) if (*typed_in, *of) == (happening, setting) => text.clone(),
        _ => what_if.shown(setting),
    };
    let (typing, done) = (draft.clone(), draft.clone());
    tag("div")
        .key(setting.token())
        .add(label)
        .add(
            decimal_field(id.clone().into(), shown, problem_id(&id), wrong.is_some())
                .set("size", "5")
                .oninput(move |typed: InputEvent| typing.set(Some((happening, setting, event::value(&typed)))))
                .onchange(adjust)
                .onblur(move |_| done.set(None)),
        )
        .add(problem(&id, told.unwrap_or_default()))
        .html()
}
