//! The smallest changes of the weights that bring a rival level with the winner, in closed form.

/// How the weights would have to change.
#[derive(Clone, Debug, PartialEq)]
pub struct WeightChange<const N: usize> {
    /// The share of all points that moves, 0 to 1.
    pub moved: f64,
    /// The criterion that gains.
    pub to: usize,
    /// Those that give, with how much, the one that gives first in front.
    pub from: Vec<(usize, f64)>,
    /// The weights after it.
    pub weights: [f64; N],
}

/// What the winner leads by on each criterion, and in total.
fn lead<const N: usize>(winner: &[f64; N], rival: &[f64; N], weights: &[f64; N]) -> ([f64; N], f64) {
    let lead: [f64; N] = std::array::from_fn(|k| winner[k] - rival[k]);
    (lead, lead.iter().zip(weights).map(|(lead, weight)| lead * weight).sum())
}

/// The least share of the points that has to move for the rival to draw level: all of it to the criterion on which the
/// winner is furthest behind, from those on which it leads most. None where no weights do it.
///
/// Moving m from criterion i to criterion q closes the gap by m (dᵢ − d_q), so the largest dᵢ give first: a continuous
/// knapsack, for which taking the best first is optimal (G. B. Dantzig, Operations Research 5(2), 1957).
pub fn least_points_moved<const N: usize>(
    winner: &[f64; N],
    rival: &[f64; N],
    weights: &[f64; N],
) -> Option<WeightChange<N>> {
    let (lead, gap) = lead(winner, rival, weights);
    let to = (0..N).min_by(|a, b| lead[*a].total_cmp(&lead[*b]))?;
    let mut givers: Vec<usize> = (0..N).filter(|k| lead[*k] > lead[to] && weights[*k] > 0.0).collect();
    givers.sort_by(|a, b| lead[*b].total_cmp(&lead[*a]));
    let mut left = gap.max(0.0);
    let mut changed = *weights;
    let mut from = Vec::new();
    for giver in givers {
        if left <= 0.0 {
            break;
        }
        let closes = lead[giver] - lead[to];
        let moved = weights[giver].min(left / closes);
        left -= moved * closes;
        changed[giver] -= moved;
        changed[to] += moved;
        from.push((giver, moved));
    }
    // What is left of the gap when everything stands on one criterion is what the winner leads by even there.
    let level = left <= 1e-12 || (left <= 1e-9 && lead[to] <= 0.0);
    level.then(|| WeightChange { moved: from.iter().map(|(_, moved)| moved).sum(), to, from, weights: changed })
}

/// The weight of one criterion, 0 to 1, at which the rival draws level when the others keep their proportions. None where
/// no weight does it.
pub fn one_weight<const N: usize>(
    winner: &[f64; N],
    rival: &[f64; N],
    weights: &[f64; N],
    criterion: usize,
) -> Option<f64> {
    let (lead, gap) = lead(winner, rival, weights);
    let (own, weight) = (lead[criterion], weights[criterion]);
    if weight >= 1.0 {
        return None;
    }
    // What the others come to where this one counts for nothing.
    let rest = (gap - weight * own) / (1.0 - weight);
    let level = rest / (rest - own);
    (level.is_finite() && (0.0..=1.0).contains(&level)).then_some(level)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::odds::draw::{Draw, uniform_weights};

    const WINNER: [f64; 4] = [0.9, 0.3, 0.5, 0.8];
    const RIVAL: [f64; 4] = [0.4, 0.9, 0.7, 0.6];
    const WEIGHTS: [f64; 4] = [0.5, 0.2, 0.2, 0.1];

    fn total<const N: usize>(values: &[f64; N], weights: &[f64; N]) -> f64 {
        values.iter().zip(weights).map(|(value, weight)| value * weight).sum()
    }

    #[test]
    fn the_worked_example_moves_ten_points_from_the_first_to_the_second() {
        let change = least_points_moved(&WINNER, &RIVAL, &WEIGHTS).unwrap();
        assert!((change.moved - 0.1).abs() < 1e-12);
        assert_eq!((change.to, change.from.len(), change.from[0].0), (1, 1, 0));
        let wanted = [0.4, 0.3, 0.2, 0.1];
        assert!(change.weights.iter().zip(wanted).all(|(got, wanted)| (got - wanted).abs() < 1e-12));
    }

    #[test]
    fn the_worked_example_of_one_weight_alone() {
        let wanted = [Some(0.358_974), Some(0.323_944), Some(0.483_871), None];
        for (criterion, wanted) in wanted.into_iter().enumerate() {
            let got = one_weight(&WINNER, &RIVAL, &WEIGHTS, criterion);
            match (got, wanted) {
                (Some(got), Some(wanted)) => assert!((got - wanted).abs() < 1e-6, "{criterion}: {got}"),
                (got, wanted) => assert_eq!(got, wanted, "{criterion}"),
            }
        }
    }

    /// What moves points between criteria so that the winner's lead is gone: a linear program in the points each gives and
    /// gets. Its optimum lies at a corner, and a corner has at most one criterion that gives some of its points and not
    /// all: every set of givers, every criterion that gives in part and every one that gains is tried.
    fn by_trying_every_corner<const N: usize>(winner: &[f64; N], rival: &[f64; N], weights: &[f64; N]) -> Option<f64> {
        let (lead, gap) = lead(winner, rival, weights);
        let mut least: Option<f64> = None;
        for to in 0..N {
            for givers in 0..1_u32 << N {
                let gives = |k: usize| givers & (1 << k) != 0 && k != to;
                let all = |skip: usize| (0..N).filter(move |k| gives(*k) && *k != skip);
                for part in 0..=N {
                    let moved: f64 = all(part).map(|k| weights[k]).sum();
                    let closed: f64 = all(part).map(|k| weights[k] * (lead[k] - lead[to])).sum();
                    let left = gap - closed;
                    let total = if part < N && part != to && left > 0.0 {
                        let more = left / (lead[part] - lead[to]);
                        if !(0.0..=weights[part] + 1e-12).contains(&more) || lead[part] <= lead[to] {
                            continue;
                        }
                        moved + more
                    } else if left <= 1e-12 {
                        moved
                    } else {
                        continue;
                    };
                    least = Some(least.map_or(total, |least| least.min(total)));
                }
            }
        }
        least
    }

    #[test]
    fn three_thousand_random_changes_agree_with_a_linear_program() {
        for case in 0..3_000 {
            let draw = &mut Draw::of_world(11, case);
            let mut first: [f64; 5] = std::array::from_fn(|_| draw.uniform());
            let mut second: [f64; 5] = std::array::from_fn(|_| draw.uniform());
            let weights = uniform_weights::<5>(draw);
            if total(&first, &weights) < total(&second, &weights) {
                std::mem::swap(&mut first, &mut second);
            }
            let wanted = by_trying_every_corner(&first, &second, &weights);
            let got = least_points_moved(&first, &second, &weights);
            match (&got, wanted) {
                (Some(change), Some(wanted)) => {
                    assert!((change.moved - wanted).abs() < 1e-9, "{case}: {} against {wanted}", change.moved);
                    let (lead, sum) = (total(&first, &change.weights), change.weights.iter().sum::<f64>());
                    assert!((lead - total(&second, &change.weights)).abs() < 1e-9 && (sum - 1.0).abs() < 1e-9);
                }
                (got, wanted) => assert!(got.is_none() && wanted.is_none(), "{case}: {got:?} against {wanted:?}"),
            }
        }
    }

    /// Fewer points given out anew than have to move leave the winner first in every world.
    #[test]
    fn no_weights_nearer_than_the_change_turn_the_order() {
        for case in 0..300 {
            let draw = &mut Draw::of_world(12, case);
            let mut first: [f64; 8] = std::array::from_fn(|_| draw.uniform());
            let mut second: [f64; 8] = std::array::from_fn(|_| draw.uniform());
            let client = uniform_weights::<8>(draw);
            if total(&first, &client) < total(&second, &client) {
                std::mem::swap(&mut first, &mut second);
            }
            let Some(change) = least_points_moved(&first, &second, &client) else { continue };
            for _ in 0..50 {
                let drawn = crate::odds::contaminated(&client, &uniform_weights(draw), change.moved);
                assert!(total(&first, &drawn) >= total(&second, &drawn) - 1e-12, "{case}");
            }
        }
    }
}
