//! Charts of options as shapes of one geometry: the page draws them element by element, so that they follow its colours,
//! print sharply and can be read by keyboard; a file holds the same shapes.

use crate::typeface::{self, Weight};

/// Size of text in a chart, in CSS pixels.
pub(super) const TEXT: f64 = 12.0;
/// Height of a line of text.
pub(super) const LINE: f64 = 18.0;

/// A chart laid out.
#[derive(Clone, Debug, PartialEq)]
pub struct Plot {
    /// In CSS pixels.
    pub width: f64,
    /// In CSS pixels.
    pub height: f64,
    /// What is drawn, from back to front.
    pub shapes: Vec<Shape>,
    /// What can be looked at, one after the other.
    pub readings: Vec<Reading>,
}

/// Something drawn, in CSS pixels; classes say how it looks.
#[derive(Clone, Debug, PartialEq)]
pub enum Shape {
    /// A rectangle.
    Rect {
        /// How it looks.
        class: &'static str,
        /// Where it is.
        area: Area,
    },
    /// A line, as SVG writes it.
    Path {
        /// How it looks.
        class: &'static str,
        /// Its course.
        d: String,
    },
    /// A dot.
    Dot {
        /// How it looks.
        class: &'static str,
        /// Its centre.
        x: f64,
        /// Its centre.
        y: f64,
    },
    /// A line of text, whose middle is at this height.
    Text {
        /// How it looks.
        class: &'static str,
        /// Where it begins, ends, or has its middle.
        x: f64,
        /// Its baseline.
        y: f64,
        /// Which of the three.
        anchor: Anchor,
        /// What it says.
        text: String,
    },
}

/// What of a text stands at its place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Anchor {
    /// Its beginning.
    Start,
    /// Its middle.
    Middle,
    /// Its end.
    End,
}

impl Anchor {
    /// As SVG names it.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Start => "start",
            Self::Middle => "middle",
            Self::End => "end",
        }
    }
}

/// A rectangle in CSS pixels.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Area {
    /// Left edge.
    pub x: f64,
    /// Upper edge.
    pub y: f64,
    /// Width.
    pub width: f64,
    /// Height.
    pub height: f64,
}

/// Something that can be looked at.
#[derive(Clone, Debug, PartialEq)]
pub struct Reading {
    /// Where it is pointed at.
    pub area: Area,
    /// What there is to read.
    pub says: String,
}

/// The class of a part's colour, by its place; there are eight.
pub(super) const fn series(place: usize) -> &'static str {
    match place {
        0 => "series-1",
        1 => "series-2",
        2 => "series-3",
        3 => "series-4",
        4 => "series-5",
        5 => "series-6",
        6 => "series-7",
        _ => "series-8",
    }
}

/// A line of text; `y` is its middle.
pub(super) fn text(class: &'static str, x: f64, y: f64, anchor: Anchor, text: impl Into<String>) -> Shape {
    Shape::Text { class, x, y: y + TEXT * 0.36, anchor, text: text.into() }
}

/// How wide a line of text is.
pub(super) fn width(text: &str, weight: Weight) -> f64 {
    typeface::width(text, TEXT, weight)
}
