//! Points and rectangles in whole pixels: integers, so that the same picture is the same bytes everywhere.

/// A point, in pixels from the top left corner.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Point {
    /// To the right.
    pub x: i32,
    /// Down.
    pub y: i32,
}

/// A rectangle, in pixels.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Rect {
    /// Its left edge.
    pub x: i32,
    /// Its top edge.
    pub y: i32,
    /// Its width.
    pub width: i32,
    /// Its height.
    pub height: i32,
}

impl Rect {
    /// The rectangle between two corners.
    pub const fn between(left: i32, top: i32, right: i32, bottom: i32) -> Self {
        Self { x: left, y: top, width: right - left, height: bottom - top }
    }

    /// Its right edge.
    pub const fn right(&self) -> i32 {
        self.x + self.width
    }

    /// Its bottom edge.
    pub const fn bottom(&self) -> i32 {
        self.y + self.height
    }

    /// Its centre.
    pub const fn centre(&self) -> Point {
        Point { x: self.x + self.width / 2, y: self.y + self.height / 2 }
    }

    /// The rectangle grown by `by` pixels on every side; shrunk when negative.
    pub const fn grown(&self, by: i32) -> Self {
        Self { x: self.x - by, y: self.y - by, width: self.width + 2 * by, height: self.height + 2 * by }
    }

    /// The smallest rectangle around both.
    pub fn around(&self, other: &Self) -> Self {
        Self::between(
            self.x.min(other.x),
            self.y.min(other.y),
            self.right().max(other.right()),
            self.bottom().max(other.bottom()),
        )
    }

    /// Whether the two share an area; touching is not overlapping.
    pub const fn overlaps(&self, other: &Self) -> bool {
        self.x < other.right() && other.x < self.right() && self.y < other.bottom() && other.y < self.bottom()
    }

    /// Whether `other` lies wholly inside.
    pub const fn contains(&self, other: &Self) -> bool {
        self.x <= other.x && self.y <= other.y && self.right() >= other.right() && self.bottom() >= other.bottom()
    }

    /// Whether the straight line between two points on one row or column passes through the inside.
    pub fn crossed_by(&self, from: Point, to: Point) -> bool {
        let line = Self::between(from.x.min(to.x), from.y.min(to.y), from.x.max(to.x), from.y.max(to.y));
        line.x < self.right()
            && self.x < line.right().max(line.x + 1)
            && line.y < self.bottom()
            && self.y < line.bottom().max(line.y + 1)
            && (line.width > 0 || (line.x > self.x && line.x < self.right()))
            && (line.height > 0 || (line.y > self.y && line.y < self.bottom()))
    }
}

/// The smallest rectangle around all, if there are any.
pub(super) fn around<'a>(rects: impl IntoIterator<Item = &'a Rect>) -> Option<Rect> {
    rects.into_iter().copied().reduce(|a, b| a.around(&b))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_along_the_edge_does_not_cross() {
        let rect = Rect { x: 10, y: 10, width: 20, height: 20 };
        let at = |x, y| Point { x, y };
        assert!(rect.crossed_by(at(0, 20), at(40, 20)));
        assert!(rect.crossed_by(at(20, 40), at(20, 0)));
        assert!(!rect.crossed_by(at(0, 10), at(40, 10)));
        assert!(!rect.crossed_by(at(30, 0), at(30, 40)));
        assert!(!rect.crossed_by(at(0, 20), at(10, 20)));
        assert!(rect.crossed_by(at(0, 20), at(11, 20)));
    }

    #[test]
    fn touching_is_not_overlapping() {
        let one = Rect { x: 0, y: 0, width: 10, height: 10 };
        assert!(!one.overlaps(&Rect { x: 10, ..one }));
        assert!(one.overlaps(&Rect { x: 9, ..one }));
        assert_eq!(around([&one, &Rect { x: 20, ..one }]), Some(Rect { width: 30, ..one }));
    }
}
