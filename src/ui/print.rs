use yew::prelude::*;

use crate::{
    questionnaire::{Answers, Choice, Criterion, QUESTIONS, Section},
    units::text,
};

/// The answers as a list, on paper only: a form cannot be filled in there.
pub(super) fn answers_in_print(answers: &Answers) -> Html {
    html! {
        <section class="on-paper">
            <h2>{ "What was answered" }</h2>
            { for Section::ALL.into_iter().map(|section| html! {
                <>
                    <h3>{ section.title() }</h3>
                    <dl>
                        { for QUESTIONS.iter().filter(|question| question.section == section).map(|question| html! {
                            <div><dt>{ question.label }</dt><dd>{ question.spoken(answers) }</dd></div>
                        }) }
                    </dl>
                </>
            }) }
            <h3>{ "What matters most" }</h3>
            <dl>
                { for Criterion::ALL.iter().map(|criterion| html! {
                    <div>
                        <dt>{ criterion.label() }</dt>
                        <dd>{ format!("{} points", text::trimmed(answers.weights.of(*criterion).value(), 1)) }</dd>
                    </div>
                }) }
            </dl>
        </section>
    }
}
