use yew::prelude::*;

use super::desk::Opened;
use crate::{browser::files, questionnaire::Problem};

/// A workshop that is kept, and that the presenter can go on with or discard.
#[derive(Clone, PartialEq)]
pub(super) struct Offered {
    /// Its file.
    text: String,
    /// What is in it, or why this page cannot read it.
    read: Result<Opened, Problem>,
}

impl Offered {
    pub(super) fn of(text: &str) -> Self {
        Self { text: text.to_owned(), read: Opened::read(text) }
    }
}

/// What the presenter has decided.
#[derive(Clone, PartialEq)]
pub(super) enum Choice {
    /// To go on with a workshop; with its file.
    Resume(String, Box<Opened>),
    /// To discard one.
    Discard(String),
    /// To start a new one. Those that are kept stay.
    New,
}

/// Asks what is to become of the workshops that are kept.
pub(super) fn offer(offered: &[Offered], said: &str, choose: &Callback<Choice>) -> Html {
    let title = match offered.len() {
        1 => "A workshop is kept on this device".to_owned(),
        count => format!("{count} workshops are kept on this device"),
    };
    html! {
        <main class="workshop offer">
            <section class="notice" aria-labelledby="workshop-title">
                <h1 id="workshop-title" tabindex="-1">{title}</h1>
                {list(offered, choose)}
                <button type="button" onclick={choose.reform(|_: MouseEvent| Choice::New)}>{"Start a new one"}</button>
                <p role="status">{said}</p>
            </section>
        </main>
    }
}

/// Below the notes: the workshops that are kept besides the one that is held.
pub(super) fn also_kept(offered: &[Offered], choose: &Callback<Choice>) -> Html {
    if offered.is_empty() {
        return Html::default();
    }
    html! {
        <section class="also-kept" aria-label="Other workshops kept on this device">
            <h3>{"Also kept on this device"}</h3>
            {list(offered, choose)}
        </section>
    }
}

fn list(offered: &[Offered], choose: &Callback<Choice>) -> Html {
    html! {
        <ul class="kept">
            for (number, one) in offered.iter().enumerate() {
                {row(number, one, choose)}
            }
        </ul>
    }
}

fn row(number: usize, Offered { text, read }: &Offered, choose: &Callback<Choice>) -> Html {
    let id = format!("kept-{number}");
    let discard = {
        let text = text.clone();
        choose.reform(move |_: MouseEvent| Choice::Discard(text.clone()))
    };
    let (told, first) = match read {
        Ok(opened) => {
            let (text, opened_again) = (text.clone(), opened.clone());
            let resume =
                choose.reform(move |_: MouseEvent| Choice::Resume(text.clone(), Box::new(opened_again.clone())));
            let button = html! {
                <button type="button" aria-describedby={id.clone()} onclick={resume}>{"Go on with it"}</button>
            };
            (opened.in_short(), button)
        }
        Err(problem) => {
            let text = text.clone();
            let save = move |_| {
                // Where the browser will not save, the workshop stays where it is.
                let _ = files::save("workshop.groundplan.json", "application/json", &text);
            };
            let button = html! {
                <button type="button" aria-describedby={id.clone()} onclick={save}>{"Save it to a file"}</button>
            };
            (format!("One that this page cannot read. The {problem}."), button)
        }
    };
    html! {
        <li key={text.clone()}>
            <p id={id.clone()}>{told}</p>
            {first}
            <button type="button" aria-describedby={id} onclick={discard}>{"Discard it"}</button>
        </li>
    }
}
