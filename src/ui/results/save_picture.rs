use yew::prelude::*;

use crate::{
    browser::files,
    diagram::{Legend, Overlay, Picture, Theme, drawio, full_size, svg},
    options::OptionId,
    ui::markup::{button, tag},
};

/// Buttons that save the picture as it is shown, with its legend.
pub(super) fn save_picture(picture: &Picture, overlay: &Overlay, option: OptionId) -> Html {
    let overlay = Overlay { legend: Legend::Shown, ..overlay.clone() };
    let name = |ending: &str| format!("groundplan-{}.{ending}", option.0);
    let with = |save: fn(&str, &Picture, &Overlay), name: String| {
        let (picture, overlay) = (picture.clone(), overlay.clone());
        Callback::from(move |_: MouseEvent| save(&name, &picture, &overlay))
    };
    tag("div")
        .class("save")
        .set("role", "group")
        .set("aria-label", "Save the diagram")
        .add(button().onclick(with(as_svg, name("svg"))).add("SVG"))
        .add(button().onclick(with(as_png, name("png"))).add("PNG"))
        .add(button().onclick(with(as_drawio, name("drawio"))).add("draw.io"))
        .html()
}

fn as_svg(name: &str, picture: &Picture, overlay: &Overlay) {
    files::save(name, "image/svg+xml", &svg(picture, overlay, Theme::Auto));
}

fn as_png(name: &str, picture: &Picture, overlay: &Overlay) {
    let (width, height) = full_size(picture, overlay);
    files::save_png(name, &svg(picture, overlay, Theme::Light), width.unsigned_abs(), height.unsigned_abs());
}

fn as_drawio(name: &str, picture: &Picture, _: &Overlay) {
    files::save(name, "application/vnd.jgraph.mxfile", &drawio(picture));
}
