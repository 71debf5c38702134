//! Curves with as many points as a screen can show.

use super::Span;

/// Stretches a span is cut into; each keeps its lowest and highest value, so that no peak is lost.
const STRETCHES: usize = 480;

/// The values of a span, one a minute, thinned out.
pub(super) fn thinned(values: &[f64], span: Span) -> Vec<(f64, f64)> {
    let (from, to) = bounds(values, span);
    let Some(part) = values.get(from..to) else { return Vec::new() };
    let width = part.len().div_ceil(STRETCHES).max(1);
    let mut points = Vec::with_capacity(2 * STRETCHES);
    for (index, stretch) in part.chunks(width).enumerate() {
        let (mut low, mut high) = (0, 0);
        for (i, value) in stretch.iter().enumerate() {
            if *value < stretch[low] {
                low = i;
            }
            if *value > stretch[high] {
                high = i;
            }
        }
        let at = |i: usize| ((from + index * width + i) as f64, stretch[i]);
        points.push(at(low.min(high)));
        if low != high && width > 1 {
            points.push(at(low.max(high)));
        }
    }
    if let Some(last) = part.last()
        && points.last().is_some_and(|(at, _)| *at < (to - 1) as f64)
    {
        points.push(((to - 1) as f64, *last));
    }
    points
}

/// The values of a span as steps: only where they change.
pub(super) fn steps(values: &[f64], span: Span) -> Vec<(f64, f64)> {
    let (from, to) = bounds(values, span);
    let mut points: Vec<(f64, f64)> = Vec::new();
    for (i, value) in values.iter().enumerate().take(to).skip(from) {
        match points.last() {
            Some((_, before)) if before == value => {}
            Some((_, before)) => {
                let before = *before;
                points.push((i as f64, before));
                points.push((i as f64, *value));
            }
            None => points.push((i as f64, *value)),
        }
    }
    if let Some((_, last)) = points.last().copied() {
        points.push((to as f64, last));
    }
    points
}

/// The highest value of a span and its minute.
pub(super) fn highest(values: &[f64], span: Span) -> (usize, f64) {
    extreme(values, span, |value, best| value > best)
}

/// The lowest value of a span and its minute.
pub(super) fn lowest(values: &[f64], span: Span) -> (usize, f64) {
    extreme(values, span, |value, best| value < best)
}

/// The stretches of minutes of a span for which `holds` says yes.
pub(super) fn stretches(minutes: usize, span: Span, holds: impl Fn(usize) -> bool) -> Vec<(f64, f64)> {
    let mut found: Vec<(f64, f64)> = Vec::new();
    let (from, to) = (span.from.value() as usize, (span.to.value() as usize).min(minutes));
    for minute in from..to {
        if holds(minute) {
            match found.last_mut() {
                Some((_, end)) if *end == minute as f64 => *end += 1.0,
                Some(_) | None => found.push((minute as f64, minute as f64 + 1.0)),
            }
        }
    }
    found
}

fn extreme(values: &[f64], span: Span, better: impl Fn(f64, f64) -> bool) -> (usize, f64) {
    let (from, to) = bounds(values, span);
    let mut best: Option<(usize, f64)> = None;
    for (i, value) in values.iter().enumerate().take(to).skip(from) {
        if best.is_none_or(|(_, known)| better(*value, known)) {
            best = Some((i, *value));
        }
    }
    best.unwrap_or((0, 0.0))
}

fn bounds(values: &[f64], span: Span) -> (usize, usize) {
    let to = (span.to.value() as usize).min(values.len());
    ((span.from.value() as usize).min(to), to)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn thinning_keeps_every_peak_and_both_ends() {
        let mut values = vec![1.0; 10_080];
        (values[5_003], values[7_777]) = (9.0, -4.0);
        let points = thinned(&values, Span::WEEK);
        assert!(points.len() <= 2 * STRETCHES + 2);
        assert!(points.contains(&(5_003.0, 9.0)) && points.contains(&(7_777.0, -4.0)));
        assert_eq!((points[0].0, points.last().map(|point| point.0)), (0.0, Some(10_079.0)));
        assert!(points.windows(2).all(|two| two[0].0 < two[1].0));
    }

    #[test]
    fn steps_are_kept_where_they_are() {
        let values = [2.0, 2.0, 3.0, 3.0, 2.0];
        let points = steps(&values, Span::WEEK);
        assert_eq!(points, [(0.0, 2.0), (2.0, 2.0), (2.0, 3.0), (4.0, 3.0), (4.0, 2.0), (5.0, 2.0)]);
        assert_eq!(stretches(5, Span::WEEK, |i| values[i] > 2.0), [(2.0, 4.0)]);
        assert_eq!(highest(&values, Span::WEEK), (2, 3.0));
        assert_eq!(lowest(&values, Span::day(3)), (0, 0.0));
    }
}
