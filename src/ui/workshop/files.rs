use yew::prelude::*;

use crate::{
    browser::{
        files::{self, Reading},
        storage,
    },
    questionnaire::{Answers, Problem},
    session::Session,
    ui::shared::Shared,
    workshop::Workshop,
};

/// Under what name a workshop is kept on the device.
const NAME: &str = "workshop";

/// A workshop with its answers, and what of it was not understood.
#[derive(Clone, PartialEq)]
pub(super) struct Kept {
    pub workshop: Workshop,
    pub answers: Answers,
    pub problems: Vec<Problem>,
}

impl Kept {
    fn read(text: &str) -> Result<Self, Problem> {
        Workshop::from_file(text).map(|(workshop, answers, problems)| Self { workshop, answers, problems })
    }
}

/// The workshop that was kept on the device, until the presenter has said what is to become of it.
#[hook]
pub(super) fn use_kept() -> UseStateHandle<Option<Kept>> {
    let kept = use_state_eq(|| None::<Kept>);
    use_effect_with((), {
        let kept = kept.setter();
        move |()| {
            let found = storage::read(NAME).and_then(|text| Kept::read(&text).ok());
            kept.set(found.filter(|found| !found.workshop.log().entries().is_empty()));
        }
    });
    kept
}

/// Keeps a workshop on the device, so that a crash loses nothing.
pub(super) fn keep(workshop: &Workshop, answers: &Answers) {
    if *workshop != Workshop::default() {
        // Where the browser keeps nothing the page has said so before; the file can still be saved.
        let _ = storage::write(NAME, &workshop.to_file(answers));
    }
}

/// Asks what is to become of a workshop that was kept.
pub(super) fn offer(kept: &Kept, ondecided: &Callback<Option<Kept>>) -> Html {
    let resume = {
        let kept = kept.clone();
        ondecided.reform(move |_: MouseEvent| Some(kept.clone()))
    };
    let restart = ondecided.reform(|_: MouseEvent| {
        storage::forget(NAME);
        None
    });
    let title = if kept.workshop.title().is_empty() { "without a name" } else { kept.workshop.title() };
    let count = kept.workshop.log().entries().len();
    html! {
        <main class="workshop offer">
            <section class="notice" aria-labelledby="workshop-title">
                <h1 id="workshop-title" tabindex="-1">{"A workshop is kept on this device"}</h1>
                <p>{format!("It is {title}, with {count} decisions noted.")}</p>
                <button type="button" onclick={resume}>{"Go on with it"}</button>
                <button type="button" onclick={restart}>{"Start a new one"}</button>
            </section>
        </main>
    }
}

#[derive(Properties, PartialEq)]
pub(super) struct FileButtonsProps {
    pub workshop: Shared<Workshop>,
    pub session: Shared<Session>,
    /// Gets the workshop of a file.
    pub onload: Callback<Kept>,
}

/// Saves the workshop to a file and loads one, and says what there is to say of it.
#[component]
pub(super) fn FileButtons(FileButtonsProps { workshop, session, onload }: &FileButtonsProps) -> Html {
    let said = use_state_eq(Vec::<String>::new);
    let reading = use_mut_ref(|| None::<Reading>);
    let save = {
        let (workshop, session, said) = (workshop.clone(), session.clone(), said.setter());
        Callback::from(move |_: MouseEvent| {
            let file = workshop.to_file(session.answers());
            let is_saved = files::save(&file_name(workshop.title()), "application/json", &file);
            said.set(if is_saved { Vec::new() } else { vec!["The browser would not save the file.".to_owned()] });
        })
    };
    let load = {
        let (onload, said) = (onload.clone(), said.setter());
        Callback::from(move |event: Event| {
            let (onload, said) = (onload.clone(), said.clone());
            let file = files::read_chosen(&event, move |text| match text.as_deref().map(Kept::read) {
                Some(Ok(kept)) => {
                    said.set(kept.problems.iter().map(|problem| format!("{problem}.")).collect());
                    onload.emit(kept);
                }
                Some(Err(problem)) => said.set(vec![format!("The {problem}.")]),
                None => said.set(vec!["The file could not be read, or has more than 4 MB.".to_owned()]),
            });
            reading.replace(file);
        })
    };
    html! {
        <>
            <button type="button" onclick={save}>{"Save to a file"}</button>
            <label class="file">
                <span>{"Load a file"}</span>
                <input type="file" accept=".json,application/json" onchange={load} />
            </label>
            <div class="said" role="status">
                for text in said.iter() {
                    <p>{text}</p>
                }
            </div>
        </>
    }
}

/// A name that every file system takes: ASCII letters and digits stay, and letters of other scripts.
fn file_name(title: &str) -> String {
    let plain: String =
        title.chars().map(|c| if c.is_ascii_alphanumeric() || !c.is_ascii() { c } else { '-' }).collect();
    let plain = plain.trim_matches('-');
    format!("{}.groundplan.json", if plain.is_empty() { "workshop" } else { plain })
}
