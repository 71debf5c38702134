//! Charts as SVG files.

use std::{convert::Infallible, fmt::Write as _};

use plotters::prelude::IntoDrawingArea;
use plotters_backend::{
    BackendColor, BackendCoord, BackendStyle, BackendTextStyle, DrawingBackend, DrawingErrorKind, FontStyle,
    FontTransform,
    text_anchor::{HPos, VPos},
};

use super::{Figure, Look, draw, measured};
use crate::typeface::{self, Weight};

/// The backend's pixels in a CSS pixel. plotters counts whole ones; a quarter of a pixel is as fine as anybody sees.
const FINE: u32 = 4;

/// A figure as an SVG file, with its finding as the text alternative.
pub fn svg(figure: &Figure, look: &Look) -> String {
    let Look { width, height, .. } = *look;
    let mut drawn = String::new();
    let area = Svg::new(&mut drawn, (width * FINE, height * FINE)).into_drawing_area();
    // Writing into a string does not fail, so neither does drawing.
    let _ = draw(figure, &area, &Look { density: f64::from(FINE), ..*look });
    drop(area);
    let (title, finding) = (escaped(figure.title), escaped(&figure.finding));
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" viewBox=\"0 0 {width} {height}\" \
         role=\"img\" stroke-linejoin=\"round\">\n<title>{title}</title>\n<desc>{finding}</desc>\n{drawn}</svg>\n"
    )
}

/// Writes what plotters draws as elements of SVG, in CSS pixels. Each text has the width it was measured with, so that a
/// viewer without the typeface sets another one narrower or wider and nothing is cut off.
pub(super) struct Svg<'a> {
    out: &'a mut String,
    size: (u32, u32),
}

type Done = Result<(), DrawingErrorKind<Infallible>>;

impl<'a> Svg<'a> {
    /// Writes to `out`, as if on so many of the backend's pixels.
    pub(super) const fn new(out: &'a mut String, size: (u32, u32)) -> Self {
        Self { out, size }
    }

    /// An element of one line; nothing where it is not seen.
    fn element(&mut self, color: BackendColor, paint: Paint, element: &str) -> Done {
        let (alpha, (red, green, blue)) = (color.alpha, color.rgb);
        if alpha > 0.0 {
            let paint = match paint {
                Paint::Fill => format!("fill=\"#{red:02x}{green:02x}{blue:02x}\""),
                Paint::Stroke(width) => {
                    let width = css(width as i32);
                    format!("fill=\"none\" stroke=\"#{red:02x}{green:02x}{blue:02x}\" stroke-width=\"{width}\"")
                }
            };
            let opacity = if alpha < 1.0 { format!(" opacity=\"{alpha}\"") } else { String::new() };
            let (name, rest) = element.split_once(' ').unwrap_or((element, ""));
            self.out.push_str(&format!("<{name} {paint}{opacity} {rest}\n"));
        }
        Ok(())
    }
}

/// How a shape is painted.
#[derive(Clone, Copy)]
enum Paint {
    Fill,
    /// By a line of so many of the backend's pixels.
    Stroke(u32),
}

impl Paint {
    fn of<S: BackendStyle>(style: &S, fill: bool) -> Self {
        if fill { Self::Fill } else { Self::Stroke(style.stroke_width()) }
    }
}

impl DrawingBackend for Svg<'_> {
    type ErrorType = Infallible;

    fn get_size(&self) -> (u32, u32) {
        self.size
    }

    fn ensure_prepared(&mut self) -> Done {
        Ok(())
    }

    fn present(&mut self) -> Done {
        Ok(())
    }

    fn draw_pixel(&mut self, (x, y): BackendCoord, color: BackendColor) -> Done {
        let one = css(1);
        let (x, y) = (css(x), css(y));
        self.element(color, Paint::Fill, &format!("rect x=\"{x}\" y=\"{y}\" width=\"{one}\" height=\"{one}\"/>"))
    }

    fn draw_line<S: BackendStyle>(&mut self, from: BackendCoord, to: BackendCoord, style: &S) -> Done {
        self.draw_path([from, to], style)
    }

    fn draw_rect<S: BackendStyle>(
        &mut self,
        (left, top): BackendCoord,
        (right, bottom): BackendCoord,
        style: &S,
        fill: bool,
    ) -> Done {
        let (x, y, width, height) = (css(left), css(top), css(right - left), css(bottom - top));
        let element = format!("rect x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\"/>");
        self.element(style.color(), Paint::of(style, fill), &element)
    }

    fn draw_path<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(&mut self, path: I, style: &S) -> Done {
        self.element(style.color(), Paint::of(style, false), &format!("polyline points=\"{}\"/>", points(path)))
    }

    fn draw_circle<S: BackendStyle>(&mut self, (x, y): BackendCoord, radius: u32, style: &S, fill: bool) -> Done {
        let (x, y, radius) = (css(x), css(y), css(radius as i32));
        let element = format!("circle cx=\"{x}\" cy=\"{y}\" r=\"{radius}\"/>");
        self.element(style.color(), Paint::of(style, fill), &element)
    }

    fn fill_polygon<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(&mut self, vert: I, style: &S) -> Done {
        self.element(style.color(), Paint::Fill, &format!("polygon points=\"{}\"/>", points(vert)))
    }

    fn estimate_text_size<S: BackendTextStyle>(
        &self,
        text: &str,
        style: &S,
    ) -> Result<(u32, u32), DrawingErrorKind<Infallible>> {
        Ok(measured::size(text, style))
    }

    fn draw_text<S: BackendTextStyle>(&mut self, text: &str, style: &S, (x, y): BackendCoord) -> Done {
        if text.is_empty() {
            return Ok(());
        }
        let size = style.size() / f64::from(FINE);
        let weight = match style.style() {
            FontStyle::Bold => Weight::Bold,
            FontStyle::Normal | FontStyle::Oblique | FontStyle::Italic => Weight::Regular,
        };
        let anchor = match style.anchor().h_pos {
            HPos::Left => "start",
            HPos::Center => "middle",
            HPos::Right => "end",
        };
        // Where a browser's canvas sets the baseline for "top", "middle" and "bottom" with the bundled typeface.
        let below = match style.anchor().v_pos {
            VPos::Top => 0.81,
            VPos::Center => 0.36,
            VPos::Bottom => -0.19,
        };
        let (x, top) = (css(x), css(y));
        let turned = match style.transform() {
            FontTransform::None => String::new(),
            FontTransform::Rotate90 => format!(" transform=\"rotate(90 {x} {top})\""),
            FontTransform::Rotate180 => format!(" transform=\"rotate(180 {x} {top})\""),
            FontTransform::Rotate270 => format!(" transform=\"rotate(270 {x} {top})\""),
        };
        let element = format!(
            "text x=\"{x}\" y=\"{:.2}\" font-family=\"{}\" font-size=\"{size}\" font-weight=\"{}\" text-anchor=\"{anchor}\" \
             textLength=\"{:.2}\" lengthAdjust=\"spacingAndGlyphs\"{turned}>{}</text>",
            top + below * size,
            escaped(style.family().as_str()),
            weight.css(),
            typeface::width(text, size, weight),
            escaped(text)
        );
        self.element(style.color(), Paint::Fill, &element)
    }
}

/// A length in CSS pixels.
fn css(length: i32) -> f64 {
    f64::from(length) / f64::from(FINE)
}

fn points(path: impl IntoIterator<Item = BackendCoord>) -> String {
    path.into_iter().fold(String::new(), |mut points, (x, y)| {
        let gap = if points.is_empty() { "" } else { " " };
        let _ = write!(points, "{gap}{},{}", css(x), css(y));
        points
    })
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}
