use yew::prelude::*;

use super::{advice::Advised, background::use_sureness, results::Addressed, shared::Shared};
use crate::{
    browser::{event, files, screen, typeface},
    decision::Standing,
    diagram::{Legend, Orientation, Theme, draw, drawio, full_size, svg},
    report,
    session::Session,
};

#[derive(Properties, PartialEq)]
pub(super) struct ExportMenuProps {
    pub session: Shared<Session>,
    pub advised: Advised,
    /// Whom the proposal is for, and who makes it.
    pub addressed: Addressed,
    pub onaddress: Callback<Addressed>,
}

/// Everything that can be taken along, as it is on the screen: of the option looked at, in the currency chosen.
#[component]
pub(super) fn ExportMenu(ExportMenuProps { session, advised, addressed, onaddress }: &ExportMenuProps) -> Html {
    let sure = use_sureness();
    let Some(standing) = advised.looked_at(session.looked_at()) else { return Html::default() };
    let id = standing.assessment.hosting.id;
    let markdown = {
        let (advised, sure) = (advised.clone(), sure.clone());
        move |_: MouseEvent| {
            files::save("groundplan.md", "text/markdown", &report::markdown(&advised, sure.whole()));
        }
    };
    let save = |what: fn(&Advised, &Standing)| {
        let advised = advised.clone();
        move |_: MouseEvent| {
            if let Some(standing) = advised.option(id.0) {
                what(&advised, standing);
            }
        }
    };
    html! {
        <details class="menu">
            <summary>{"Export"}</summary>
            <div class="menu-body">
                <fieldset class="addressed-to">
                    <legend>{"Proposal"}</legend>
                    {field("proposal-client", "Client", &addressed.client, addressed, onaddress, |to, text| Addressed { client: text, ..to })}
                    {field("proposal-author", "Prepared by", &addressed.author, addressed, onaddress, |to, text| Addressed { author: text, ..to })}
                    <button type="button" class="act" onclick={|_| screen::print()}>{"Print or save as PDF"}</button>
                </fieldset>
                <div class="menu-files" role="group" aria-label="Files">
                    <button type="button" onclick={markdown}>{"Report (Markdown)"}</button>
                    <button type="button" onclick={save(bill)}>{"Bill (CSV)"}</button>
                    <button type="button" onclick={save(json)}>{"Answers and result (JSON)"}</button>
                    <button type="button" onclick={save(picture_svg)}>{"Diagram (SVG)"}</button>
                    <button type="button" onclick={save(picture_png)}>{"Diagram (PNG)"}</button>
                    <button type="button" onclick={save(picture_drawio)}>{"Diagram (draw.io)"}</button>
                </div>
            </div>
        </details>
    }
}

fn field(
    id: &'static str,
    label: &'static str,
    value: &str,
    addressed: &Addressed,
    onaddress: &Callback<Addressed>,
    change: fn(Addressed, String) -> Addressed,
) -> Html {
    let addressed = addressed.clone();
    let oninput = onaddress.reform(move |typed: InputEvent| change(addressed.clone(), event::value(&typed)));
    html! {
        <label for={id}>
            {label}
            <input {id} type="text" autocomplete="off" value={value.to_owned()} {oninput} />
        </label>
    }
}

fn bill(advised: &Advised, standing: &Standing) {
    let table = report::bill_table(standing, &advised.answers);
    files::save(&named(standing, "bill", "csv"), "text/csv", &report::csv(&table));
}

fn json(advised: &Advised, _: &Standing) {
    files::save("groundplan.json", "application/json", &report::json(advised));
}

fn picture_svg(advised: &Advised, standing: &Standing) {
    let (picture, overlay) = pictured(advised, standing);
    let svg = svg(&picture, &overlay, Theme::Auto, typeface::address().as_deref());
    files::save(&named(standing, "diagram", "svg"), "image/svg+xml", &svg);
}

fn picture_png(advised: &Advised, standing: &Standing) {
    let (picture, overlay) = pictured(advised, standing);
    let (width, height) = full_size(&picture, &overlay);
    let svg = svg(&picture, &overlay, Theme::Light, typeface::address().as_deref());
    files::save_png(&named(standing, "diagram", "png"), &svg, width.unsigned_abs(), height.unsigned_abs());
}

fn picture_drawio(advised: &Advised, standing: &Standing) {
    let (picture, _) = pictured(advised, standing);
    files::save(&named(standing, "diagram", "drawio"), "application/vnd.jgraph.mxfile", &drawio(&picture));
}

fn pictured(advised: &Advised, standing: &Standing) -> (crate::diagram::Picture, crate::diagram::Overlay) {
    let picture = draw(&standing.assessment.architecture, Orientation::Landscape);
    (picture, report::overlay(standing, &advised.answers, Legend::Shown))
}

fn named(standing: &Standing, what: &str, ending: &str) -> String {
    format!("groundplan-{}-{what}.{ending}", standing.assessment.hosting.id.0)
}
