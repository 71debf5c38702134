use super::{Band, Dash, Figure, Line, Mark, Panel, ReferenceLine, Scale, Span, Table, Ticks};
use crate::{
    simulation::CatSite,
    units::{Minutes, text},
};

/// The founding article's t2.micro, hour by hour until its credits end.
pub fn cat_site(site: &CatSite) -> Figure {
    let length = 60.0 * site.hours.len() as f64;
    let span = Span { from: Minutes::ZERO, to: Minutes::new(length), ticks: Ticks::Hours };
    let dry = length - 60.0 + site.dry_after.value();
    let balance: Vec<(f64, f64)> = site.balance.iter().enumerate().map(|(i, left)| (i as f64, left.value())).collect();
    let label = format!("Empty {} minutes into hour six", text::trimmed(site.dry_after.value(), 1));
    let hours = site.hours.iter().enumerate().map(|(i, hour)| {
        vec![text::grouped(i as f64 + 1.0), hour.utilisation.to_string(), text::trimmed(hour.left.value(), 1)]
    });
    Figure {
        title: "CPU credits of a website about cats",
        finding: format!(
            "A t2.micro that starts with {} credits and is busy for three of six hours runs dry {} minutes into the sixth; the article says about {}, as it leaves out the tenth of a credit earned every minute. Lowered gradually, it slows down from minute {} and is at its baseline of 10 % at minute {}.",
            text::grouped(site.start.value()),
            text::trimmed(site.dry_after.value(), 1),
            text::grouped(site.article.value()),
            text::trimmed(site.lowering_from.value(), 1),
            text::trimmed(site.lowered_after.value(), 1),
        ),
        span,
        panels: vec![Panel {
            unit: "CPU credits of a t2.micro",
            note: "hatched at the baseline of 10 %",
            scale: Scale::Linear,
            lines: vec![Line { label: "Credits".to_owned(), points: balance, tone: 0, dash: Dash::Solid }],
            reference_lines: vec![ReferenceLine { value: 144.0, label: "At most 144".to_owned() }],
            marks: vec![Mark { at: dry, label }],
            bands: vec![Band { from: dry, to: length }],
        }],
        longest_name: String::new(),
        table: Table {
            columns: ["Hour", "CPU use wanted", "Credits left"].map(str::to_owned).to_vec(),
            rows: hours.collect(),
        },
    }
}
