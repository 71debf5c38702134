use std::rc::Rc;

use yew::prelude::*;

use super::desk::Opened;
use crate::{
    browser::files::{self, Reading},
    persistence::Crowded,
    session::Session,
    ui::shared::Shared,
    workshop::Workshop,
};

#[derive(Properties, PartialEq)]
pub(super) struct FileButtonsProps {
    pub workshop: Shared<Workshop>,
    pub session: Shared<Session>,
    /// Gets the text that was saved.
    pub onsave: Callback<Rc<str>>,
    /// Gets the workshop of a file.
    pub onload: Callback<Opened, Result<(), Crowded>>,
}

/// Saves the workshop to a file and loads one, and says what there is to say of it.
#[component]
pub(super) fn FileButtons(FileButtonsProps { workshop, session, onsave, onload }: &FileButtonsProps) -> Html {
    let said = use_state_eq(Vec::<String>::new);
    let reading = use_mut_ref(|| None::<Reading>);
    let save = {
        let (workshop, session, onsave, said) = (workshop.clone(), session.clone(), onsave.clone(), said.setter());
        Callback::from(move |_: MouseEvent| {
            let text = workshop.to_file(session.answers(), session.scenarios());
            if files::save(&file_name(workshop.title()), "application/json", &text) {
                onsave.emit(text.into());
                said.set(Vec::new());
            } else {
                said.set(vec!["The browser would not save the file.".to_owned()]);
            }
        })
    };
    let save_log = {
        let (workshop, said) = (workshop.clone(), said.setter());
        move |_: MouseEvent| {
            let name = file_name(workshop.title()).replace(".groundplan.json", "-log.md");
            if !files::save(&name, "text/markdown", &workshop.log_markdown()) {
                said.set(vec!["The browser would not save the file.".to_owned()]);
            }
        }
    };
    let load = {
        let (onload, said, is_replaced) = (onload.clone(), said.setter(), !workshop.is_empty());
        Callback::from(move |event: Event| {
            let (onload, said) = (onload.clone(), said.clone());
            let file = files::read_chosen(&event, Workshop::LARGEST_FILE, move |text| {
                said.set(match text.as_deref().map(Opened::read) {
                    Some(Ok(opened)) => loaded(opened, &onload, is_replaced),
                    Some(Err(problem)) => vec![format!("The {problem}.")],
                    None => vec!["The file could not be read, or has more than 4 MB.".to_owned()],
                });
            });
            reading.replace(file);
        })
    };
    html! {
        <>
            <button type="button" onclick={save}>{"Save to a file"}</button>
            <button type="button" onclick={save_log}>{"Save the log"}</button>
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

/// Hands a file's workshop on, and gives what there is to say.
fn loaded(opened: Opened, onload: &Callback<Opened, Result<(), Crowded>>, is_replaced: bool) -> Vec<String> {
    let problems: Vec<String> = opened.problems.iter().map(|problem| format!("{problem}.")).collect();
    match onload.emit(opened) {
        Ok(()) if is_replaced => {
            let kept = "The workshop before is kept: go on with it, or discard it, below your notes.".to_owned();
            [vec![kept], problems].concat()
        }
        Ok(()) => problems,
        Err(Crowded) => vec![super::CROWDED.to_owned()],
    }
}

/// A name that every file system takes: ASCII letters and digits stay, and letters of other scripts.
fn file_name(title: &str) -> String {
    let plain: String =
        title.chars().map(|c| if c.is_ascii_alphanumeric() || !c.is_ascii() { c } else { '-' }).collect();
    let plain = plain.trim_matches('-');
    format!("{}.groundplan.json", if plain.is_empty() { "workshop" } else { plain })
}
