use std::{cell::RefCell, rc::Rc};

use yew::prelude::*;

use super::{Act, advice::Advised};
use crate::{
    browser::{
        console, document,
        frame::{self, Height},
    },
    kit::{Accent, FromHost, Kit, Origin, ToHost},
    questionnaire::{Answers, Problem, QUESTIONS},
    session::{Action, Session},
    ui::hooks::{AtLast, State, at_last, use_after},
};

/// Where the page is shown.
#[derive(Clone, Debug, PartialEq, Default)]
pub enum Home {
    /// In a window of its own.
    #[default]
    Own,
    /// Inside a page of this origin.
    Within(Origin),
    /// In a window for a workshop's audience, following the presenter's window of this room.
    Audience(String),
}

impl Home {
    /// Tells the page around, if there is one.
    pub(super) fn tell(&self, message: &ToHost<'_>) {
        if let Self::Within(host) = self {
            frame::say(&message.written(), host.target());
        }
    }
}

/// Talks with the page around: hears what it sets, tells it height, changes and results. docs/embed.md is the contract.
#[hook]
pub(super) fn use_host(home: &Home, kit: &State<Rc<Kit>>, session: &Rc<Session>, advised: &Advised, act: &Act) {
    let height = use_mut_ref(|| None::<Height>);
    use_after(home.clone(), {
        let (kit, act, height) = (kit.clone(), act.clone(), Rc::clone(&height));
        move |home| listen(home, kit, act, height)
    });
    let before = use_mut_ref(|| session.answers().clone());
    use_after((home.clone(), session.answers().clone()), move |(home, answers)| {
        let before = before.replace(answers.clone());
        if before != *answers {
            home.tell(&ToHost::Change { question: only_change(&before, answers) });
        }
    });
    use_after((home.clone(), advised.clone()), move |(home, advised)| {
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

/// Dresses the page in an accent.
#[hook]
pub(super) fn use_accent(accent: Option<Accent>) {
    use_after(accent, |accent| {
        let properties = accent.map(|accent| accent.properties());
        for (name, value) in properties.iter().flatten() {
            document::set_property(name, Some(value));
        }
        at_last(move || {
            for (name, _) in properties.iter().flatten() {
                document::set_property(name, None);
            }
        })
    });
}

/// Dresses the page as the kit has it: its colour, and its theme where it has one.
#[hook]
pub(super) fn use_kit(kit: &Rc<Kit>, act: &Act) {
    use_accent(kit.accent);
    let first = use_mut_ref(|| true);
    use_after(kit.appearance, {
        let act = act.clone();
        move |appearance| {
            // The first is in the sitting from the start.
            if let (false, Some(appearance)) = (std::mem::take(&mut *first.borrow_mut()), appearance) {
                act.emit(Action::Show(*appearance));
            }
        }
    });
}

/// Tells whoever set a kit what in it was not understood; readers have no use for it.
pub(super) fn warn(problems: &[Problem]) {
    for problem in problems {
        console::warn(&format!("groundplan kit, {problem}"));
    }
}

fn listen(home: &Home, kit: State<Rc<Kit>>, act: Act, height: Rc<RefCell<Option<Height>>>) -> AtLast {
    let kept = match home {
        Home::Own | Home::Audience(_) => None,
        Home::Within(host) => {
            document::set_mark("data-home", Some("embed"));
            let origin = host.clone();
            let heard = frame::on_message(move |text, from| {
                if !origin.is(&from) {
                    return;
                }
                match FromHost::read(&text) {
                    Some(FromHost::Configure(set, problems)) => {
                        warn(&problems);
                        kit.set(Rc::new(*set));
                    }
                    Some(FromHost::Open(link, problems)) => {
                        warn(&problems);
                        act.emit(Action::Arrive(link));
                    }
                    None => {}
                }
            });
            home.tell(&ToHost::READY);
            let teller = home.clone();
            *height.borrow_mut() = frame::on_height(move |height| teller.tell(&ToHost::Resize { height }));
            Some((heard, height))
        }
    };
    at_last(move || {
        if let Some((heard, height)) = kept {
            drop((heard, height.take()));
        }
    })
}

/// The question that was changed, if it was one alone.
fn only_change(before: &Answers, after: &Answers) -> Option<&'static str> {
    let mut changed = QUESTIONS.iter().filter(|question| question.read(before) != question.read(after));
    let first = changed.next().filter(|_| before.weights == after.weights && before.overrides == after.overrides)?;
    changed.next().is_none().then_some(first.id.token())
}
