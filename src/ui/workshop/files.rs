use yew::prelude::*;

use crate::{
    browser::{files, storage},
    questionnaire::{Answers, Problem},
    ui::{
        hooks::{State, use_after, use_value},
        markup::{button, tag, together},
    },
    workshop::Workshop,
};

/// Under what name a workshop is kept on the device.
const WORKSHOP: &str = "workshop";

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
pub(super) fn use_kept() -> State<Option<Kept>> {
    let kept = use_value(|| None::<Kept>);
    let setter = kept.clone();
    use_after((), move |()| {
        let found = storage::read(WORKSHOP).and_then(|text| Kept::read(&text).ok());
        setter.set(found.filter(|found| !found.workshop.log().entries().is_empty()));
    });
    kept
}

/// Keeps a workshop on the device, so that a crash loses nothing.
pub(super) fn keep(workshop: &Workshop, answers: &Answers) {
    if *workshop != Workshop::default() {
        // Where the browser keeps nothing the page has said so before; the file can still be saved.
        let _ = storage::write(WORKSHOP, &workshop.to_file(answers));
    }
}

/// Asks what is to become of a workshop that was kept.
pub(super) fn offer(found: &Kept, kept: &State<Option<Kept>>, resume: &Callback<Kept>) -> Html {
    let go_on = {
        let (found, kept, resume) = (found.clone(), kept.clone(), resume.clone());
        Callback::from(move |_: MouseEvent| {
            resume.emit(found.clone());
            kept.set(None);
        })
    };
    let afresh = {
        let kept = kept.clone();
        Callback::from(move |_: MouseEvent| {
            storage::forget(WORKSHOP);
            kept.set(None);
        })
    };
    let title = if found.workshop.title().is_empty() { "without a name" } else { found.workshop.title() };
    let count = found.workshop.log().entries().len();
    tag("main")
        .class("workshop offer")
        .add(
            tag("section")
                .class("notice")
                .set("aria-labelledby", "workshop-title")
                .add(
                    tag("h1")
                        .set("id", "workshop-title")
                        .set("tabindex", "-1")
                        .add("A workshop is kept on this device"),
                )
                .add(tag("p").add(format!("It is {title}, with {count} decisions noted.")))
                .add(button().onclick(go_on).add("Go on with it"))
                .add(button().onclick(afresh).add("Start a new one")),
        )
        .html()
}

/// Saves the workshop to a file and loads one; `said` is what there is to say of it.
pub(super) fn file_buttons(
    workshop: &Workshop,
    answers: &Answers,
    resume: &Callback<Kept>,
    said: &State<Vec<String>>,
) -> Html {
    let save = {
        let (workshop, answers, said) = (workshop.clone(), answers.clone(), said.clone());
        Callback::from(move |_: MouseEvent| {
            let saved = files::save(&file_name(workshop.title()), "application/json", &workshop.to_file(&answers));
            said.set(if saved { Vec::new() } else { vec!["The browser would not save the file.".to_owned()] });
        })
    };
    let load = {
        let (resume, said) = (resume.clone(), said.clone());
        Callback::from(move |event: Event| {
            let (resume, said) = (resume.clone(), said.clone());
            files::on_chosen(&event, move |text| match text.as_deref().map(Kept::read) {
                Some(Ok(kept)) => {
                    said.set(kept.problems.iter().map(|problem| format!("{problem}.")).collect());
                    resume.emit(kept);
                }
                Some(Err(problem)) => said.set(vec![format!("The {problem}.")]),
                None => said.set(vec!["The file could not be read, or has more than 4 MB.".to_owned()]),
            });
        })
    };
    together((
        button().onclick(save).add("Save to a file"),
        tag("label")
            .class("file")
            .add(tag("span").add("Load a file"))
            .add(tag("input").set("type", "file").set("accept", ".json,application/json").onchange(load)),
        tag("div").class("said").set("role", "status").all(said.get().iter().map(|text| tag("p").add(text).html())),
    ))
}

/// A name that every file system takes. Letters beyond ASCII stay: naming those there are would take tables.
fn file_name(title: &str) -> String {
    let plain: String =
        title.chars().map(|c| if c.is_ascii_alphanumeric() || !c.is_ascii() { c } else { '-' }).collect();
    let plain = plain.trim_matches('-');
    format!("{}.groundplan.json", if plain.is_empty() { "workshop" } else { plain })
}
