//! Round numbers over a range: where a slider stops, and what its buttons step to.

/// The preferred numbers R10, rounded to what people say (ISO 3:1973): ten steps to a decade.
const R10: [f64; 10] = [1.0, 1.25, 1.6, 2.0, 2.5, 3.2, 4.0, 5.0, 6.3, 8.0];

/// The round numbers from `min` to `max`, both among them: ten to a decade over wide ranges, every fifth part of
/// a hundred over narrow ones.
pub fn stops(min: f64, max: f64) -> Vec<f64> {
    if max - min <= 100.0 {
        let step = (max - min) / 20.0;
        return (0..=20).map(|i| min + step * f64::from(i)).collect();
    }
    let mut stops = vec![min];
    for power in 0..12 {
        let decade = libm::pow(10.0, f64::from(power));
        stops.extend(R10.map(|step| round(step * decade)).into_iter().filter(|stop| *stop > min && *stop < max));
    }
    stops.push(max);
    stops
}

/// The index of the stop nearest to a value, by its ratio where both are positive.
pub fn nearest_stop(stops: &[f64], value: f64) -> usize {
    let distance = |stop: f64| {
        if stop > 0.0 && value > 0.0 { libm::log10(stop / value).abs() } else { (stop - value).abs() }
    };
    (0..stops.len()).min_by(|a, b| distance(stops[*a]).total_cmp(&distance(stops[*b]))).unwrap_or(0)
}

/// The next stop above or below a value, if there is one.
pub fn step(stops: &[f64], value: f64, direction: std::cmp::Ordering) -> Option<f64> {
    match direction {
        std::cmp::Ordering::Greater => stops.iter().copied().find(|stop| *stop > value * 1.000_001),
        std::cmp::Ordering::Less => stops.iter().copied().rev().find(|stop| *stop < value * 0.999_999),
        std::cmp::Ordering::Equal => Some(value),
    }
}

fn round(value: f64) -> f64 {
    (value * 100.0).round() / 100.0
}

#[cfg(test)]
mod tests {
    use std::cmp::Ordering;

    use super::*;

    #[test]
    fn wide_ranges_stop_ten_times_a_decade_and_narrow_ones_at_twentieths() {
        let visits = stops(100.0, 100_000_000.0);
        assert_eq!(visits.len(), 61);
        assert_eq!(visits[..4], [100.0, 125.0, 160.0, 200.0]);
        assert_eq!(visits.last(), Some(&100_000_000.0));
        assert_eq!(stops(0.0, 100.0)[..3], [0.0, 5.0, 10.0]);
        assert_eq!(stops(0.0, 100_000.0)[..3], [0.0, 1.0, 1.25]);
        assert_eq!(stops(5.0, 1_000_000.0)[..3], [5.0, 6.3, 8.0]);
    }

    #[test]
    fn a_value_between_stops_steps_to_the_neighbours() {
        let visits = stops(100.0, 100_000_000.0);
        assert_eq!(visits[nearest_stop(&visits, 310_000.0)], 320_000.0);
        assert_eq!(step(&visits, 310_000.0, Ordering::Greater), Some(320_000.0));
        assert_eq!(step(&visits, 310_000.0, Ordering::Less), Some(250_000.0));
        assert_eq!(step(&visits, 100.0, Ordering::Less), None);
    }
}
