//! A chart of options as an SVG file that stands for itself.

use std::fmt::Write as _;

use super::{
    chart::Chart,
    plot::{Area, Shape, TEXT},
};
use crate::typeface;

/// The colours of the page's light theme: series, ink, quiet, line, accent, warning.
const SERIES: [&str; 8] = ["#0b5fa5", "#b95000", "#0a7a58", "#9a3f8f", "#7a6600", "#3a8fb0", "#8c5a3c", "#5b6b7b"];
const OTHERS: &str = "text{fill:#17202a}.quiet{fill:#52606d}.strong,.name{font-weight:600}.grid{stroke:#dde3e9}\
                      .line{fill:none;stroke:#74808d;stroke-width:1.5}.best{stroke:#0b5fa5;stroke-width:3}\
                      .out{stroke-dasharray:3 4;stroke-width:1}.now{stroke:#17202a}.turn{stroke:#854600;stroke-dasharray:5 4}\
                      .nogo{fill:#fcecea;fill-opacity:.6}.limit{fill:none;stroke:#b0241c;stroke-dasharray:4 3}.limit-name{fill:#b0241c}\
                      .front{fill:none;stroke:#17202a;stroke-width:1.5}.hollow{fill:#ffffff}.halo{fill:#ffffff}\
                      .ring,.reference{fill:none;stroke:#17202a;stroke-width:2}.step{fill:#0b5fa5}\
                      .hatch{fill:none;stroke:#ffffff;stroke-opacity:.7}.nothing{fill:#e9edf1}\
                      .you{fill:#17202a;stroke:#ffffff;stroke-width:2}";
const MARGIN: f64 = 16.0;
const HEAD: f64 = 52.0;

/// The chart as a file, so many CSS pixels wide, with its title and finding above it. `face` is the address of the
/// typeface, where it is known.
pub fn plot_svg(chart: &Chart, width: f64, face: Option<&str>) -> String {
    let plot = chart.plot(width - 2.0 * MARGIN);
    let height = plot.height + HEAD + MARGIN;
    let (title, finding) = (escaped(chart.title()), escaped(&chart.finding()));
    let series: String = SERIES
        .iter()
        .enumerate()
        .map(|(at, colour)| format!(".series-{0}{{fill:{colour}}}path.series-{0}{{stroke:{colour}}}", at + 1))
        .collect();
    let rule = face.map(typeface::rule).unwrap_or_default();
    let mut out = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height:.0}\" viewBox=\"0 0 {width} \
         {height:.0}\" role=\"img\" font-family=\"'{family}',Arial,sans-serif\" font-size=\"{TEXT}\">\n\
         <title>{title}</title>\n<desc>{finding}</desc>\n<style>{rule}{series}{OTHERS}</style>\n\
         <rect width=\"100%\" height=\"100%\" fill=\"#ffffff\"/>\n<g transform=\"translate({MARGIN} {MARGIN})\">\n\
         <text class=\"strong\" y=\"8\" font-size=\"15\">{title}</text>\n<text class=\"quiet\" y=\"26\">{finding}</text>\n\
         </g>\n<g transform=\"translate({MARGIN} {HEAD})\">\n",
        family = typeface::FAMILY,
    );
    for shape in &plot.shapes {
        let _ = writeln!(out, "{}", element(shape));
    }
    out + "</g>\n</svg>\n"
}

fn element(shape: &Shape) -> String {
    match shape {
        Shape::Rect { class, area: Area { x, y, width, height } } => format!(
            "<rect class=\"{class}\" x=\"{x:.1}\" y=\"{y:.1}\" width=\"{width:.1}\" height=\"{height:.1}\" \
             stroke=\"#ffffff\"/>"
        ),
        Shape::Path { class, d } => format!("<path class=\"{class}\" d=\"{d}\"/>"),
        Shape::Dot { class, x, y } => format!("<circle class=\"{class}\" cx=\"{x:.1}\" cy=\"{y:.1}\" r=\"4\"/>"),
        Shape::Text { class, x, y, anchor, text } => format!(
            "<text class=\"{class}\" x=\"{x:.1}\" y=\"{y:.1}\" text-anchor=\"{}\">{}</text>",
            anchor.name(),
            escaped(text)
        ),
    }
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use super::*;
    use crate::{
        advice::advise,
        catalog::Catalog,
        charts::{cost_by_service, downtime_by_cause, score_by_criterion},
        questionnaire::PRESETS,
    };

    #[test]
    fn every_chart_is_a_file_that_stands_for_itself() {
        for preset in PRESETS {
            let advice = advise(&(preset.answers)(), &Catalog::bundled());
            for chart in [score_by_criterion(&advice), cost_by_service(&advice), downtime_by_cause(&advice)] {
                let file = plot_svg(&chart, 960.0, None);
                let parsed = roxmltree::Document::parse(&file).unwrap();
                let texts = parsed.descendants().filter(|node| node.has_tag_name("text")).count();
                assert!(texts > advice.standings.len() && !file.contains("NaN"), "{}", chart.title());
                assert_eq!(chart.table().rows.len(), advice.standings.len());
            }
        }
    }

    /// The file has the colours that the page shows in its light theme.
    #[test]
    fn the_series_have_the_colours_of_the_page() {
        let palette = include_str!("../../assets/css/palette.css");
        for (at, colour) in SERIES.iter().enumerate() {
            assert!(palette.contains(&format!("--series-{}: light-dark({colour},", at + 1)), "{colour}");
        }
    }
}
