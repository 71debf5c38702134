/// How many classes an input is cut into at most.
const CLASSES: usize = 20;
/// So many worlds are left in each: of fewer, chance makes more of the means than the input does.
const IN_EACH: f64 = 50.0;

/// The share of an outcome's variance that is carried by one input alone: Sobol's first-order index, estimated from worlds
/// that are drawn anyway by the variance of the means of classes of the input (E. Plischke, E. Borgonovo and C. L. Smith,
/// European Journal of Operational Research 226(3), 2013), less what chance alone puts between them.
///
/// `inputs` are the uniform draws of the input, 0 to 1, `outcomes` what came of them. 0 to 1; 0 where nothing varies.
pub fn first_order(inputs: &[f64], outcomes: &[f64]) -> f64 {
    let count = inputs.len().min(outcomes.len()) as f64;
    // An even number, so that what depends on a coin is told.
    let classes = ((count / IN_EACH / 2.0) as usize * 2).min(CLASSES);
    if classes < 2 {
        return 0.0;
    }
    let mean = outcomes.iter().sum::<f64>() / count;
    let variance = outcomes.iter().map(|outcome| (outcome - mean) * (outcome - mean)).sum::<f64>() / count;
    if variance <= 1e-12 * mean * mean + f64::MIN_POSITIVE {
        return 0.0;
    }
    let mut sums = [(0.0, 0.0); CLASSES];
    for (input, outcome) in inputs.iter().zip(outcomes) {
        let class = ((input * classes as f64) as usize).min(classes - 1);
        sums[class].0 += 1.0;
        sums[class].1 += outcome;
    }
    let between = sums
        .iter()
        .filter(|(members, _)| *members > 0.0)
        .map(|(members, sum)| members * (sum / members - mean) * (sum / members - mean))
        .sum::<f64>()
        / count;
    // Of an input that does nothing, chance explains (classes − 1) ÷ (worlds − 1).
    let chance = (classes as f64 - 1.0) / (count - 1.0);
    ((between / variance - chance) / (1.0 - chance)).clamp(0.0, 1.0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::odds::draw::Draw;

    /// Ishigami's function with a = 7 and b = 0.1: the first-order indices are 0.3139, 0.4424 and 0 in closed form
    /// (T. Ishigami and T. Homma, ISUMA 1990).
    #[test]
    fn ishigamis_function_has_the_indices_of_its_closed_form() {
        let worlds: Vec<[f64; 3]> = (0..20_000)
            .map(|world| {
                let draw = &mut Draw::of_world(3, world);
                std::array::from_fn(|_| draw.uniform())
            })
            .collect();
        let outcomes: Vec<f64> = worlds
            .iter()
            .map(|world| {
                let [x, y, z] = world.map(|share| std::f64::consts::PI * (2.0 * share - 1.0));
                libm::sin(x) + 7.0 * libm::sin(y) * libm::sin(y) + 0.1 * z * z * z * z * libm::sin(x)
            })
            .collect();
        for (input, wanted) in [0.313_9, 0.442_4, 0.0].into_iter().enumerate() {
            let inputs: Vec<f64> = worlds.iter().map(|world| world[input]).collect();
            let got = first_order(&inputs, &outcomes);
            assert!((got - wanted).abs() < 0.02, "{input}: {got} against {wanted}");
        }
    }

    #[test]
    fn what_does_not_vary_is_explained_by_nothing() {
        let inputs: Vec<f64> = (0..100).map(|at| f64::from(at) / 100.0).collect();
        assert_eq!(first_order(&inputs, &[5.0; 100]), 0.0);
        assert_eq!(first_order(&inputs[..10], &inputs[..10]), 0.0);
        assert!(first_order(&inputs, &inputs) > 0.7, "two classes of a hundred worlds");
    }
}
