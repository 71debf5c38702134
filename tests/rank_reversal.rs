//! Why options are compared on fixed anchors: the scores of popular methods before and after a fourth option is added that is dearer
//! than the third and better in nothing. The figures were computed once by pymcdm 1.4.0 as well (WSM, TOPSIS with minmax).

#![cfg(not(target_arch = "wasm32"))]

/// Dollars a month, nines of availability, times the peak that is carried.
const OPTIONS: [[f64; 3]; 4] = [[12.0, 2.0, 1.0], [160.0, 3.3, 6.0], [420.0, 3.9, 12.0], [1_500.0, 3.9, 12.0]];
const WEIGHTS: [f64; 3] = [0.5, 0.3, 0.2];

/// Each criterion from 0 for the worst of these options to 1 for the best.
fn by_range(options: &[[f64; 3]]) -> Vec<[f64; 3]> {
    let column = |k: usize| options.iter().map(move |option| option[k]);
    let ends = |k| (column(k).fold(f64::INFINITY, f64::min), column(k).fold(f64::NEG_INFINITY, f64::max));
    let value = |option: &[f64; 3], k: usize| {
        let (least, most) = ends(k);
        let share = (option[k] - least) / (most - least);
        if k == 0 { 1.0 - share } else { share }
    };
    options.iter().map(|option| std::array::from_fn(|k| value(option, k))).collect()
}

fn weighted(values: &[[f64; 3]]) -> Vec<f64> {
    values.iter().map(|value| value.iter().zip(WEIGHTS).map(|(value, weight)| value * weight).sum()).collect()
}

/// Closeness to the ideal option and to the worst (C.-L. Hwang and K. Yoon, Multiple Attribute Decision Making, 1981).
fn topsis(values: &[[f64; 3]]) -> Vec<f64> {
    let scaled: Vec<[f64; 3]> = values.iter().map(|value| std::array::from_fn(|k| value[k] * WEIGHTS[k])).collect();
    let end = |pick: fn(f64, f64) -> f64, from: f64| -> [f64; 3] {
        std::array::from_fn(|k| scaled.iter().map(|value| value[k]).fold(from, pick))
    };
    let (ideal, worst) = (end(f64::max, f64::NEG_INFINITY), end(f64::min, f64::INFINITY));
    let far =
        |value: &[f64; 3], from: &[f64; 3]| value.iter().zip(from).map(|(a, b)| (a - b) * (a - b)).sum::<f64>().sqrt();
    scaled.iter().map(|value| far(value, &worst) / (far(value, &worst) + far(value, &ideal))).collect()
}

/// Values on anchors from the domain: 5 to 2,000 dollars by powers of ten, 1.5 to 4 nines, half to sixteen times the peak by powers of two.
fn anchored(options: &[[f64; 3]]) -> Vec<f64> {
    let values: Vec<[f64; 3]> = options
        .iter()
        .map(|[usd, nines, times]| {
            [
                1.0 - libm::log(usd / 5.0) / libm::log(2_000.0 / 5.0),
                (nines - 1.5) / (4.0 - 1.5),
                libm::log(times / 0.5) / libm::log(16.0 / 0.5),
            ]
        })
        .collect();
    weighted(&values)
}

fn shown(scores: &[f64]) -> Vec<String> {
    scores.iter().map(|score| format!("{score:.3}")).collect()
}

#[test]
fn a_worse_option_changes_the_winner_of_popular_methods_and_not_of_ours() {
    let (three, four) = (&OPTIONS[..3], &OPTIONS[..]);
    assert_eq!(shown(&weighted(&by_range(three))), ["0.500", "0.615", "0.500"]);
    assert_eq!(shown(&weighted(&by_range(four))), ["0.500", "0.746", "0.863", "0.500"]);
    assert_eq!(shown(&topsis(&by_range(three))), ["0.581", "0.627", "0.419"]);
    assert_eq!(shown(&topsis(&by_range(four))), ["0.581", "0.767", "0.789", "0.419"]);
    let (before, after) = (anchored(three), anchored(four));
    assert_eq!(before, after[..3]);
    assert_eq!(shown(&after), ["0.527", "0.570", "0.602", "0.495"]);
}
