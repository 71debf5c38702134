use std::rc::Rc;

use yew::prelude::*;

use super::{
    act::Act,
    advice::Advised,
    home::{Home, warn},
    results::ANSWER,
    shared::Shared,
};
use crate::{
    browser::{
        document,
        frame::{self, Height},
    },
    kit::{FromHost, Kit, ToHost},
    questionnaire::{Answers, QUESTIONS},
    session::{Action, Session},
};

/// Talks with the page around this one: receives what it sets, tells it height, changes and results. docs/embed.md is the
/// contract.
#[hook]
pub(super) fn use_embedding(
    home: &Home,
    onkit: &Callback<Kit>,
    session: &Shared<Session>,
    advised: &Advised,
    act: &Act,
) {
    let height = use_mut_ref(|| None::<Height>);
    use_effect_with((home.clone(), onkit.clone(), act.clone()), {
        let height = Rc::clone(&height);
        move |(home, onkit, act)| {
            let listener = match home {
                Home::Own | Home::Audience(_) => None,
                Home::Within(host) => {
                    document::set_root_attribute("data-home", Some("embed"));
                    let (origin, onkit, act) = (host.clone(), onkit.clone(), act.clone());
                    let listener = frame::on_message(move |text, from| {
                        if origin.is(&from) {
                            receive(&text, &onkit, &act);
                        }
                    });
                    home.tell(&ToHost::READY);
                    let home = home.clone();
                    height.replace(frame::on_height(move |height| home.tell(&ToHost::Resize { height })));
                    listener
                }
            };
            move || {
                drop(listener);
                height.take();
            }
        }
    });
    let before = use_mut_ref(|| session.answers().clone());
    use_effect_with((home.clone(), session.answers().clone()), move |(home, answers)| {
        let before = before.replace(answers.clone());
        if before != *answers {
            home.tell(&ToHost::Change { question: only_change(&before, answers) });
        }
    });
    use_effect_with((home.clone(), advised.clone()), move |(home, advised)| {
        if let Some(height) = height.borrow().as_ref() {
            height.measure();
        }
        let hosting = advised.recommended().map(|standing| standing.assessment.hosting);
        home.tell(&ToHost::Result {
            option: hosting.map(|hosting| hosting.id),
            name: hosting.map(|hosting| hosting.name),
        });
    });
}

fn receive(text: &str, onkit: &Callback<Kit>, act: &Act) {
    match FromHost::read(text) {
        Some(FromHost::Configure(kit, problems)) => {
            warn(&problems);
            onkit.emit(*kit);
        }
        Some(FromHost::Open(link, problems)) => {
            warn(&problems);
            act.emit(Action::Arrive(link));
        }
        Some(FromHost::View(top)) => stick(top),
        None => {}
    }
}

/// Keeps the answer in sight while the reader goes through the questions beside it: inside a frame as high as its content
/// nothing can stick by itself.
fn stick(top: f64) {
    let Some((column, head)) = document::element("result").zip(document::element(ANSWER)) else { return };
    let (column, head) = (column.get_bounding_client_rect(), head.get_bounding_client_rect());
    let room = (column.height() - head.height()).max(0.0);
    let offset = (top - column.top()).clamp(0.0, room);
    document::set_property("--stuck", Some(&format!("{offset:.0}px")));
}

/// The question that was changed, if it was one alone.
fn only_change(before: &Answers, after: &Answers) -> Option<&'static str> {
    let mut changed = QUESTIONS.iter().filter(|question| question.read(before) != question.read(after));
    let first = changed.next().filter(|_| before.weights == after.weights && before.overrides == after.overrides)?;
    changed.next().is_none().then_some(first.id.token())
}
