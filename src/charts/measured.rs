//! A backend that knows how wide text is.

use plotters_backend::{
    BackendColor, BackendCoord, BackendStyle, BackendTextStyle, DrawingBackend, DrawingErrorKind, FontStyle,
};

use crate::typeface::{self, Weight};

/// Hands everything on to another backend, except measuring text, which is answered from the bundled typeface.
///
/// `CanvasBackend` measures with an element that has inline styles (plotters-canvas 0.3.1 leaves it to plotters). The
/// page's Content-Security-Policy refuses them, so each measurement would be a violation and come out in the wrong font.
/// `configure_series_labels` and `MultiLineText` of plotters ask the font itself and not the backend: never use them.
///
/// Every method has to be handed on: those that are not would be drawn pixel by pixel, by plotters itself.
pub struct Measured<B>(pub B);

type Done<B> = Result<(), DrawingErrorKind<<B as DrawingBackend>::ErrorType>>;

/// Width and height of a text, in the backend's pixels, rounded up.
pub(super) fn size<S: BackendTextStyle>(text: &str, style: &S) -> (u32, u32) {
    let weight = match style.style() {
        FontStyle::Bold => Weight::Bold,
        FontStyle::Normal | FontStyle::Oblique | FontStyle::Italic => Weight::Regular,
    };
    (typeface::width(text, style.size(), weight).ceil() as u32, style.size().ceil() as u32)
}

impl<B: DrawingBackend> DrawingBackend for Measured<B> {
    type ErrorType = B::ErrorType;

    fn estimate_text_size<S: BackendTextStyle>(
        &self,
        text: &str,
        style: &S,
    ) -> Result<(u32, u32), DrawingErrorKind<B::ErrorType>> {
        Ok(size(text, style))
    }

    fn draw_line<S: BackendStyle>(&mut self, from: BackendCoord, to: BackendCoord, style: &S) -> Done<B> {
        // `CanvasBackend` moves level and upright lines by half a pixel, which makes lines of an odd width sharp and
        // those of an even width, as on screens of high density, blurred. It leaves paths where they are.
        if style.stroke_width().is_multiple_of(2) {
            self.0.draw_path([from, to], style)
        } else {
            self.0.draw_line(from, to, style)
        }
    }

    fn get_size(&self) -> (u32, u32) {
        self.0.get_size()
    }

    fn ensure_prepared(&mut self) -> Done<B> {
        self.0.ensure_prepared()
    }

    fn present(&mut self) -> Done<B> {
        self.0.present()
    }

    fn draw_pixel(&mut self, point: BackendCoord, color: BackendColor) -> Done<B> {
        self.0.draw_pixel(point, color)
    }

    fn draw_rect<S: BackendStyle>(
        &mut self,
        upper_left: BackendCoord,
        bottom_right: BackendCoord,
        style: &S,
        fill: bool,
    ) -> Done<B> {
        self.0.draw_rect(upper_left, bottom_right, style, fill)
    }

    fn draw_path<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(&mut self, path: I, style: &S) -> Done<B> {
        self.0.draw_path(path, style)
    }

    fn draw_circle<S: BackendStyle>(&mut self, center: BackendCoord, radius: u32, style: &S, fill: bool) -> Done<B> {
        self.0.draw_circle(center, radius, style, fill)
    }

    fn fill_polygon<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(&mut self, vert: I, style: &S) -> Done<B> {
        self.0.fill_polygon(vert, style)
    }

    fn draw_text<S: BackendTextStyle>(&mut self, text: &str, style: &S, pos: BackendCoord) -> Done<B> {
        self.0.draw_text(text, style, pos)
    }

    fn blit_bitmap(&mut self, pos: BackendCoord, size: (u32, u32), src: &[u8]) -> Done<B> {
        self.0.blit_bitmap(pos, size, src)
    }
}

#[cfg(test)]
mod tests {
    use plotters::{
        drawing::IntoDrawingArea,
        element::{Circle, PathElement, Polygon, Rectangle, Text},
        style::{BLACK, IntoFont, TextStyle},
    };

    use super::*;
    use crate::charts::svg::Svg;

    #[test]
    fn text_is_measured_and_nothing_is_drawn_pixel_by_pixel() {
        let mut out = String::new();
        let area = Measured(Svg::new(&mut out, (400, 400))).into_drawing_area();
        let style = TextStyle::from((typeface::FAMILY, 12.0).into_font());
        let wide = typeface::width("95th percentile", 12.0, Weight::Regular).ceil() as u32;
        assert_eq!(area.estimate_text_size("95th percentile", &style).unwrap(), (wide, 12));

        let corners = [(0, 0), (40, 40)];
        area.draw(&PathElement::new(corners, BLACK)).unwrap();
        area.draw(&Rectangle::new(corners, BLACK)).unwrap();
        area.draw(&Circle::new((20, 20), 8, BLACK)).unwrap();
        area.draw(&Polygon::new([(0, 0), (40, 40), (0, 40)], BLACK)).unwrap();
        area.draw(&Text::new("Median", (0, 0), style)).unwrap();
        drop(area);
        let drawn: Vec<_> = out.lines().filter_map(|line| line.split([' ', '>']).next()).collect();
        assert_eq!(drawn, ["<polyline", "<rect", "<circle", "<polygon", "<text"]);
    }
}
