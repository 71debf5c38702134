//! Charts as SVG files.

use plotters::prelude::IntoDrawingArea;
use plotters_svg::SVGBackend;

use super::{Figure, Look, draw};

/// Steps a CSS pixel is divided into, as the backend draws in whole numbers.
const FINE: f64 = 4.0;
/// The backend writes font sizes smaller than it is told by this factor (plotters-svg 0.3.7).
const SHRUNK: f64 = 1.24;

/// A figure as an SVG file, with its finding as the text alternative.
pub fn svg(figure: &Figure, look: &Look) -> String {
    let fine = Look { density: FINE, glyph: SHRUNK, ..*look };
    let size = ((f64::from(look.width) * FINE) as u32, (f64::from(look.height) * FINE) as u32);
    let mut out = String::new();
    {
        let area = SVGBackend::with_string(&mut out, size).into_drawing_area();
        let drawn = draw(figure, &area, &fine).and_then(|()| area.present());
        if drawn.is_err() {
            return String::new();
        }
    }
    let sized = format!("width=\"{}\" height=\"{}\" role=\"img\"", look.width, look.height);
    let out = out.replacen(&format!("width=\"{}\" height=\"{}\"", size.0, size.1), &sized, 1);
    match out.split_once('>') {
        Some((open, rest)) => {
            format!(
                "{open}>\n<title>{}</title>\n<desc>{}</desc>{rest}",
                escaped(figure.title),
                escaped(&figure.finding)
            )
        }
        None => out,
    }
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}
