//! Charts of a simulated week and of a decision. A chart is a figure first, made of plain values: lines, marks, a sentence that says what it
//! shows and a table with its numbers. Drawing comes after, onto any of plotters' backends.

mod subject;
mod curve;
mod demand;
mod credit_balance;
mod response;
mod file_throughput;
mod servers;
mod cat_site;
mod figure;
mod look;
mod axes;
mod placing;
mod layout;
mod draw;
mod measured;
mod plot;
mod stacks;
mod decision;
mod cost_survey;
mod cost_curve;
mod glyph;
mod design_map;
mod design_map_plot;
mod outlook_chart;
mod region_chart;
mod chart;
mod plot_svg;
#[cfg(not(target_arch = "wasm32"))]
mod svg;

pub use cat_site::cat_site;
pub use chart::Chart;
pub use cost_curve::CostCurve;
pub use cost_survey::CostSurvey;
pub use credit_balance::credit_balance;
pub use decision::{cost_by_service, downtime_by_cause, score_by_criterion};
pub use demand::demand;
pub use design_map::{DesignMap, Place};
pub use draw::draw;
pub use figure::{Band, Dash, Figure, Line, Mark, Panel, ReferenceLine, Scale, Span, Table, Ticks};
pub use file_throughput::file_throughput;
pub use glyph::form_glyph;
pub use look::{FONTS, Look, Theme};
pub use measured::Measured;
pub use outlook_chart::OutlookChart;
pub use plot::{Anchor, Area, Plot, Reading, Shape};
pub use plot_svg::plot_svg;
pub use region_chart::RegionChart;
pub use response::response;
pub use servers::servers;
pub use subject::Subject;
#[cfg(not(target_arch = "wasm32"))]
pub use svg::svg;

/// All charts there is something to show of, for one option or two on one axis.
pub fn all(subjects: &[Subject<'_>], span: Span) -> Vec<Figure> {
    let mut figures: Vec<Figure> = [
        Some(demand(subjects, span)),
        Some(response(subjects, span)),
        credit_balance(subjects, span),
        Some(servers(subjects, span)),
        file_throughput(subjects, span),
    ]
    .into_iter()
    .flatten()
    .collect();
    let lines = figures.iter().flat_map(|figure| &figure.panels).flat_map(|panel| &panel.lines);
    let longest = lines.max_by(|a, b| placing::width(&a.label, 1.0).total_cmp(&placing::width(&b.label, 1.0)));
    let longest = longest.map(|line| line.label.clone()).unwrap_or_default();
    for figure in &mut figures {
        figure.longest_name.clone_from(&longest);
    }
    figures
}

#[cfg(test)]
mod tests {
    use expect_test::expect;

    use super::*;
    use crate::{
        assessment::Client,
        catalog::Catalog,
        options::OPTIONS,
        questionnaire::{PRESETS, Preset},
        search::architectures,
        simulation::{Rules, Series, Week, fixtures::eventful, simulate},
        workload::Workload,
    };

    /// Every preset's week, with every kind of event, on two neighbouring options each.
    fn every(presets: &[Preset], check: impl Fn(&Figure)) {
        let catalog = Catalog::bundled();
        let rules = Rules::default();
        for preset in presets {
            let answers = (preset.answers)();
            let workload = Workload::new(&answers);
            let client = Client::new(&answers, &workload, &catalog);
            let weeks: Vec<(&str, Week, Vec<Series>)> = architectures(&OPTIONS, &client)
                .into_iter()
                .map(|(hosting, architecture)| {
                    let (demand, shape, events) = (workload.typical(), &workload.shape, eventful());
                    let week = simulate(&architecture, demand, shape, &events, &rules);
                    (hosting.name, week, Week::series(&architecture, demand, shape, &events, &rules))
                })
                .collect();
            let subjects: Vec<Subject<'_>> =
                weeks.iter().map(|(name, week, series)| Subject { name, outcome: &week.outcome, series }).collect();
            for two in subjects.windows(2) {
                for span in [Span::WEEK, Span::day(1)] {
                    all(two, span).iter().chain(&all(&two[..1], span)).for_each(&check);
                }
            }
        }
        check(&cat_site(&crate::simulation::cat_site()));
    }

    #[test]
    fn every_chart_says_what_it_shows_and_has_its_numbers_in_a_table() {
        every(PRESETS, |figure| {
            assert!(figure.finding.ends_with('.') && !figure.finding.contains("NaN"), "{}", figure.finding);
            assert!(!figure.table.rows.is_empty());
            assert!(figure.table.rows.iter().all(|row| row.len() == figure.table.columns.len()));
            for panel in &figure.panels {
                assert!(!panel.lines.is_empty() && panel.lines.len() <= 5, "{}", figure.title);
                for line in &panel.lines {
                    assert!(!line.label.is_empty() && line.points.len() > 1 && line.points.len() < 2_000);
                    assert!(line.points.iter().all(|(at, value)| at.is_finite() && value.is_finite()));
                }
                // Told apart without colour.
                for (i, line) in panel.lines.iter().enumerate() {
                    let twin = panel.lines[..i].iter().find(|other| other.dash == line.dash && other.tone == line.tone);
                    assert!(twin.is_none(), "{}: {} and {twin:?}", figure.title, line.label);
                }
            }
        });
    }

    #[test]
    fn no_text_leaves_the_picture_from_320_pixels_on() {
        every(&PRESETS[3..5], |figure| {
            for (width, theme) in [(320, Theme::Light), (390, Theme::Dark), (1_000, Theme::Light)] {
                let text = svg(figure, &Look::new(width, 260, 1.0, theme));
                let document = roxmltree::Document::parse(&text).unwrap();
                let size = f64::from(width);
                for node in document.descendants().filter(|node| node.has_tag_name("text")) {
                    let written = node.text().unwrap_or_default();
                    let number = |name| node.attribute(name).and_then(|value| value.parse::<f64>().ok()).unwrap();
                    let (x, long) = (number("x"), number("textLength"));
                    let (from, to) = match node.attribute("text-anchor") {
                        Some("end") => (x - long, x),
                        Some("middle") => (x - long / 2.0, x + long / 2.0),
                        _ => (x, x + long),
                    };
                    assert!(from >= 0.0 && to <= size, "{} at {width}: {written:?} {from} {to}", figure.title);
                }
            }
        });
    }

    #[test]
    fn the_cat_site_in_words() {
        let figure = cat_site(&crate::simulation::cat_site());
        let rows: Vec<String> = figure.table.rows.iter().map(|row| row.join(" | ")).collect();
        expect![[r#"
            A t2.micro that starts with 138 credits and is busy for three of six hours runs dry 43.3 minutes into the sixth; the article says about 40, as it leaves out the tenth of a credit earned every minute. Lowered gradually, it slows down from minute 35.8 and is at its baseline of 10 % at minute 50.8.
            Hour | CPU use wanted | Credits left
            1 | 0 % | 144
            2 | 10 % | 144
            3 | 100 % | 90
            4 | 5 % | 93
            5 | 100 % | 39
            6 | 100 % | 0
        "#]].assert_eq(&format!(
            "{}\n{}\n{}\n",
            figure.finding,
            figure.table.columns.join(" | "),
            rows.join("\n")
        ));
    }
}
