use yew::prelude::*;

use super::shared::Shared;
use crate::{
    questionnaire::{ClosedSet, Criterion, Section, asked},
    session::{Session, pinned_value},
    units::text,
};

#[derive(Properties, PartialEq)]
pub(super) struct PrintedAnswersProps {
    pub session: Shared<Session>,
}

/// The answers as a list, on paper only: a form cannot be filled in there.
#[component]
pub(super) fn PrintedAnswers(PrintedAnswersProps { session }: &PrintedAnswersProps) -> Html {
    let answers = session.answers();
    let points = |criterion| format!("{} points", text::trimmed(answers.weights.of(criterion).value(), 1));
    html! {
        <section class="on-paper">
            <h2>{"Your answers"}</h2>
            for section in Section::ALL {
                <h3>{section.title()}</h3>
                <dl>
                    for question in asked(answers).filter(|question| question.section == section) {
                        <div><dt>{question.label}</dt><dd>{question.spoken(answers)}</dd></div>
                    }
                </dl>
            }
            if !answers.pins.is_empty() {
                <h3>{"Pinned choices"}</h3>
                <dl>
                    for (choice, token) in answers.pins.iter() {
                        <div><dt>{text::capital(choice.label())}</dt><dd>{pinned_value(choice, token)}</dd></div>
                    }
                </dl>
            }
            <h3>{"Priorities"}</h3>
            <dl>
                for criterion in Criterion::ALL {
                    <div><dt>{criterion.label()}</dt><dd>{points(*criterion)}</dd></div>
                }
            </dl>
        </section>
    }
}
