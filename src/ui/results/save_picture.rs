use yew::prelude::*;

use crate::{
    browser::{files, typeface},
    diagram::{Legend, Overlay, Picture, Theme, drawio, full_size, svg},
    options::OptionId,
};

/// Buttons that save the picture as it is shown, with its legend.
pub(super) fn save_picture(picture: &Picture, overlay: &Overlay, option: OptionId) -> Html {
    let overlay = Overlay { legend: Legend::Shown, ..overlay.clone() };
    let with = |save: fn(&str, &Picture, &Overlay), ending: &str| {
        let name = format!("groundplan-{}.{ending}", option.0);
        let (picture, overlay) = (picture.clone(), overlay.clone());
        move |_: MouseEvent| save(&name, &picture, &overlay)
    };
    html! {
        <div class="save" role="group" aria-label="Save the diagram">
            <button type="button" onclick={with(as_svg, "svg")}>{"SVG"}</button>
            <button type="button" onclick={with(as_png, "png")}>{"PNG"}</button>
            <button type="button" onclick={with(as_drawio, "drawio")}>{"draw.io"}</button>
        </div>
    }
}

fn as_svg(name: &str, picture: &Picture, overlay: &Overlay) {
    files::save(name, "image/svg+xml", &svg(picture, overlay, Theme::Auto, typeface::address().as_deref()));
}

fn as_png(name: &str, picture: &Picture, overlay: &Overlay) {
    let (width, height) = full_size(picture, overlay);
    let svg = svg(picture, overlay, Theme::Light, typeface::address().as_deref());
    files::save_png(name, &svg, width.unsigned_abs(), height.unsigned_abs());
}

fn as_drawio(name: &str, picture: &Picture, _: &Overlay) {
    files::save(name, "application/vnd.jgraph.mxfile", &drawio(picture));
}
