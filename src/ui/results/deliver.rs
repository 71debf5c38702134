//! The deploy kit of the option looked at: what it builds, its files to read, and all of them to take along.

use yew::prelude::*;

use crate::{
    browser::{
        clipboard::{self, Copied},
        files,
    },
    decision::Standing,
    deploy::{self, Kit, KitFile},
    options::OptionId,
    report::facts,
    ui::{advice::Advised, parts::panel::panel},
    units::{Usd, text},
};

/// The file that is shown first.
const FIRST: &str = "README.md";

#[derive(Properties, PartialEq)]
pub(super) struct DeliverPanelProps {
    pub advised: Advised,
    pub looked_at: Option<OptionId>,
}

/// What builds the option looked at.
#[component]
pub(super) fn DeliverPanel(DeliverPanelProps { advised, looked_at }: &DeliverPanelProps) -> Html {
    let chosen = use_state_eq(|| FIRST.to_owned());
    let kit = use_memo((advised.clone(), *looked_at), |(advised, looked_at)| {
        advised.looked_at(*looked_at).map(|standing| deploy::kit(&standing.assessment, advised))
    });
    let (Some(kit), Some(standing)) = ((*kit).as_ref(), advised.looked_at(*looked_at)) else { return Html::default() };
    let title = format!("Build it: {}", standing.assessment.hosting.name);
    let Some(shown) = kit.file(&chosen).or_else(|| kit.file(FIRST)) else { return Html::default() };
    if let Some(lack) = kit.lack {
        return panel("deliver-title", title, html! { <p>{lack}</p> });
    }
    let content = html! {
        <>
            <p class="lead">
                {"Templates, server configuration, scripts and runbooks for exactly this design, sized by its simulated week. "}
                <strong>{"It was never run against AWS itself: "}</strong>
                {"read it before you build from it."}
            </p>
            {take_along(kit)}
            {steps(standing)}
            if kit.adds > Usd::ZERO {
                <p>
                    {format!(
                        "Secrets and alarms add {} a month that the bill does not count yet; COSTS.md has each line.",
                        facts::unit_price(kit.adds, &advised.answers),
                    )}
                </p>
            }
            <div class="kit">
                {tree(kit, shown, &chosen)}
                <Preview file={shown.clone()} />
            </div>
            {proofs()}
        </>
    };
    panel("deliver-title", title, content)
}

/// What comes next, and how long it takes.
fn steps(standing: &Standing) -> Html {
    let hours = |hours: f64| text::counted(hours.round().max(1.0), "hour");
    html! {
        <section>
            <h3>{"Next steps"}</h3>
            <ol>
                for step in deploy::next_steps(&standing.assessment) {
                    <li>{format!("{}, about {}: {}", step.what, hours(step.hours.value()), step.how)}</li>
                }
            </ol>
        </section>
    }
}

fn take_along(kit: &Kit) -> Html {
    let zip = kit.clone();
    let onclick = move |_: MouseEvent| {
        files::save_bytes(&format!("{}.zip", zip.name), "application/zip", &deploy::zip(&zip));
    };
    let size = text::significant(kit.size() as f64 / 1_024.0, 2);
    html! {
        <p class="kit-take">
            <button type="button" class="act" {onclick}>{"Download the kit (ZIP)"}</button>
            <span>{format!("{}, {size} KB. The same answers give the same file.", text::counted(kit.files.len() as f64, "file"))}</span>
        </p>
    }
}

/// The files by folder, as a list of buttons.
fn tree(kit: &Kit, shown: &KitFile, chosen: &UseStateHandle<String>) -> Html {
    let mut folders: Vec<(&str, Vec<&KitFile>)> = Vec::new();
    for file in &kit.files {
        let folder = file.path.rsplit_once('/').map_or("", |(folder, _)| folder);
        match folders.iter_mut().find(|(known, _)| *known == folder) {
            Some((_, files)) => files.push(file),
            None => folders.push((folder, vec![file])),
        }
    }
    // What lies in no folder is what is read first.
    folders.sort_by_key(|(folder, _)| !folder.is_empty());
    html! {
        <nav class="kit-files" aria-label="Files of the kit">
            for (folder, files) in folders {
                <section key={folder.to_owned()}>
                    if !folder.is_empty() {
                        <h3>{folder}{"/"}</h3>
                    }
                    <ul>
                        for file in files {
                            {leaf(file, file.path == shown.path, chosen)}
                        }
                    </ul>
                </section>
            }
        </nav>
    }
}

fn leaf(file: &KitFile, is_shown: bool, chosen: &UseStateHandle<String>) -> Html {
    let name = file.path.rsplit('/').next().unwrap_or_default().to_owned();
    let onclick = {
        let (chosen, path) = (chosen.clone(), file.path.clone());
        move |_: MouseEvent| chosen.set(path.clone())
    };
    html! {
        <li key={file.path.clone()}>
            <button type="button" aria-current={is_shown.then_some("true")} {onclick}>{name}</button>
        </li>
    }
}

#[derive(Properties, PartialEq)]
struct PreviewProps {
    file: KitFile,
}

/// One file, to read, copy and save.
#[component]
fn Preview(PreviewProps { file }: &PreviewProps) -> Html {
    let told = use_state_eq(|| "");
    let path = file.path.clone();
    {
        let told = told.clone();
        use_effect_with(path.clone(), move |_| told.set(""));
    }
    let copy = {
        let (text, told) = (file.text.clone(), told.clone());
        move |_: MouseEvent| {
            let told = told.clone();
            clipboard::copy(&text, move |copied| {
                told.set(match copied {
                    Copied::Yes => "Copied",
                    Copied::Refused => "The browser refused to copy",
                });
            });
        }
    };
    let save = {
        let file = file.clone();
        move |_: MouseEvent| {
            let name = file.path.rsplit('/').next().unwrap_or_default();
            files::save(name, "text/plain", &file.text);
        }
    };
    html! {
        <section class="kit-file" aria-label={path.clone()}>
            <div class="kit-file-head">
                <code>{path}</code>
                <span role="status">{*told}</span>
                <button type="button" onclick={copy}>{"Copy"}</button>
                <button type="button" onclick={save}>{"Save"}</button>
            </div>
            <pre tabindex="0" aria-label="Contents">{&file.text}</pre>
        </section>
    }
}

fn proofs() -> Html {
    html! {
        <div class="kit-proofs">
            <section>
                <h3>{"What has been proved"}</h3>
                <ul>
                    for proof in deploy::PROVED {
                        <li>{text::sentence(proof)}</li>
                    }
                </ul>
            </section>
            <section>
                <h3>{"What has not"}</h3>
                <ul>
                    for lack in deploy::NOT_PROVED {
                        <li>{text::sentence(lack)}</li>
                    }
                </ul>
            </section>
        </div>
    }
}
