use yew::prelude::*;

use super::option_row::option_row;
use crate::{
    decision::{RuledOut, Standing, Verdict},
    questionnaire::Answers,
    session::{Action, Session},
    ui::{
        Act,
        advice::Advised,
        markup::{button, panel, tag},
    },
    units::text,
};

/// The options that miss a must-have: because of what, and the smallest change that would let each back in.
pub(super) fn ruled_out_section(session: &Session, advised: &Advised, act: &Act) -> Html {
    let out: Vec<_> = advised.standings.iter().filter(|standing| standing.verdict == Verdict::RuledOut).collect();
    if out.is_empty() {
        return Html::default();
    }
    panel("out-title", "Ruled out, and why")
        .add(
            tag("ol").class("option-list").all(
                out.into_iter().map(|standing| {
                    option_row(standing, reasons(standing, &advised.answers, act), session, advised, act)
                }),
            ),
        )
        .html()
}

fn reasons(standing: &Standing, answers: &Answers, act: &Act) -> Html {
    tag("ul")
        .class("reasons")
        .all(standing.ruled_out.iter().map(|ruled| reason(ruled, answers, act)))
        .add((standing.ruled_out.len() > 1).then(|| {
            tag("li").class("all").add(change(
                &standing.remedied(answers),
                "Make all these changes",
                standing.assessment.hosting.name,
                act,
            ))
        }))
        .html()
}

fn reason(ruled: &RuledOut, answers: &Answers, act: &Act) -> Html {
    let changed = ruled.remedy.apply(answers);
    tag("li")
        .add(tag("p").add(text::sentence(&ruled.because)).add(tag("cite").add(ruled.source)))
        .add(tag("p").class("remedy").add(format!("No longer {}.", ruled.remedy.text)))
        .add((changed != *answers).then(|| change(&changed, "Make this change", &ruled.remedy.text, act)))
        .html()
}

fn change(answers: &Answers, label: &'static str, what: &str, act: &Act) -> Html {
    let answers = answers.clone();
    button()
        .onclick(act.reform(move |_| Action::Take(Box::new(answers.clone()))))
        .add(label)
        .add(tag("span").class("unseen").add(format!(": {what}")))
        .html()
}
