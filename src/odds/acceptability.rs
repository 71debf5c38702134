use serde::{Deserialize, Serialize};

/// What came out for all options in one world: the weights of that world, what each option is worth on each criterion,
/// and whether it misses no must-have.
#[derive(Clone, Debug, PartialEq)]
pub struct Drawn<const N: usize> {
    /// The weights of this world, adding up to 1.
    pub weights: [f64; N],
    /// What each option is worth on each criterion, 0 to 1; none where it misses a must-have.
    pub values: Vec<Option<[f64; N]>>,
}

impl<const N: usize> Drawn<N> {
    /// What an option comes to with some weights, 0 to 1; none where it misses a must-have.
    pub(super) fn utility(&self, option: usize, weights: &[f64; N]) -> Option<f64> {
        let values = self.values.get(option)?.as_ref()?;
        Some(values.iter().zip(weights).map(|(value, weight)| value * weight).sum())
    }

    /// The rank of an option with some weights, 0 for the best; equals share the better rank.
    fn rank(&self, option: usize, weights: &[f64; N]) -> Option<usize> {
        let own = self.utility(option, weights)?;
        let better = |other: &usize| self.utility(*other, weights).is_some_and(|theirs| theirs > own);
        Some((0..self.values.len()).filter(better).count())
    }

    /// Whether an option comes first, alone or beside others.
    pub(super) fn is_best(&self, option: usize) -> bool {
        self.rank(option, &self.weights) == Some(0)
    }

    /// The options that come first; more than one where they tie, none where all miss a must-have.
    fn best(&self) -> impl Iterator<Item = usize> + '_ {
        (0..self.values.len()).filter(|option| self.rank(*option, &self.weights) == Some(0))
    }
}

/// How often an option is best, and for whom (SMAA-2).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(bound(serialize = "[f64; N]: Serialize", deserialize = "[f64; N]: Deserialize<'de>"))]
pub struct Acceptability<const N: usize> {
    /// The share of worlds at each rank, the best first. They add up to the share in which it misses no must-have.
    pub ranks: Vec<f64>,
    /// The mean weights of the worlds in which it is best: whom it is for. None where it never is.
    pub central_weights: Option<[f64; N]>,
    /// The share of worlds it wins when its central weights are taken for granted; below one half the figures are too
    /// uncertain to tell.
    pub confidence: Option<f64>,
}

impl<const N: usize> Acceptability<N> {
    /// The share of worlds in which it is best, 0 to 1.
    pub fn first(&self) -> f64 {
        self.ranks.first().copied().unwrap_or_default()
    }

    /// The share of worlds in which it misses no must-have, 0 to 1.
    pub fn admitted(&self) -> f64 {
        self.ranks.iter().sum()
    }

    /// All options' acceptabilities over the worlds drawn.
    pub fn of_all(worlds: &[Drawn<N>]) -> Vec<Self> {
        let options = worlds.first().map_or(0, |world| world.values.len());
        (0..options).map(|option| Self::of(option, worlds)).collect()
    }

    fn of(option: usize, worlds: &[Drawn<N>]) -> Self {
        let each = 1.0 / worlds.len() as f64;
        let mut ranks = vec![0.0; worlds.first().map_or(0, |world| world.values.len())];
        let mut won = 0_u32;
        let mut sum = [0.0; N];
        for world in worlds {
            let Some(rank) = world.rank(option, &world.weights) else { continue };
            ranks[rank] += each;
            if rank == 0 {
                won += 1;
                for (sum, weight) in sum.iter_mut().zip(world.weights) {
                    *sum += weight;
                }
            }
        }
        let central_weights = (won > 0).then(|| sum.map(|sum| sum / f64::from(won)));
        let confidence = central_weights
            .map(|central| worlds.iter().filter(|world| world.rank(option, &central) == Some(0)).count() as f64 * each);
        Self { ranks, central_weights, confidence }
    }
}

/// The share of worlds in which one option comes before another; the one that misses no must-have comes before the one
/// that does.
pub fn pairwise<const N: usize>(worlds: &[Drawn<N>], option: usize, other: usize) -> f64 {
    let utility = |world: &Drawn<N>, option| world.utility(option, &world.weights).unwrap_or(-1.0);
    let wins = worlds.iter().filter(|world| utility(world, option) > utility(world, other)).count();
    wins as f64 / worlds.len().max(1) as f64
}

/// The share of worlds in which no option meets the must-haves.
pub fn none_admitted<const N: usize>(worlds: &[Drawn<N>]) -> f64 {
    worlds.iter().filter(|world| world.best().next().is_none()).count() as f64 / worlds.len().max(1) as f64
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::odds::{
        draw::{Draw, contaminated, uniform_weights},
        least_points_moved,
    };

    /// The same values in every world, weights from the whole simplex.
    fn fixed<const N: usize>(values: &[[f64; N]], worlds: u64) -> Vec<Drawn<N>> {
        let drawn = |world| Drawn {
            weights: uniform_weights(&mut Draw::of_world(5, world)),
            values: values.iter().copied().map(Some).collect(),
        };
        (0..worlds).map(drawn).collect()
    }

    fn close(got: &[f64], wanted: &[f64], tolerance: f64) {
        assert_eq!(got.len(), wanted.len());
        assert!(got.iter().zip(wanted).all(|(got, wanted)| (got - wanted).abs() < tolerance), "{got:?} {wanted:?}");
    }

    /// Closed form: the first wins where w₁ > 2/3.
    #[test]
    fn two_options_and_two_criteria_come_out_as_integrated_by_hand() {
        let all = Acceptability::of_all(&fixed(&[[1.0, 0.0], [0.7, 0.6]], 40_000));
        close(&[all[0].first(), all[1].first()], &[1.0 / 3.0, 2.0 / 3.0], 0.01);
        close(&all[0].central_weights.unwrap(), &[5.0 / 6.0, 1.0 / 6.0], 0.01);
        close(&all[1].central_weights.unwrap(), &[1.0 / 3.0, 2.0 / 3.0], 0.01);
    }

    #[test]
    fn specialists_share_the_first_rank_and_are_for_those_who_want_what_they_do_best() {
        let all = Acceptability::of_all(&fixed(&[[1.0, 0.0, 0.0], [0.0, 1.0, 0.0], [0.0, 0.0, 1.0]], 40_000));
        for (option, one) in all.iter().enumerate() {
            close(&one.ranks, &[1.0 / 3.0; 3], 0.01);
            let wanted: [f64; 3] = std::array::from_fn(|k| if k == option { 11.0 / 18.0 } else { 7.0 / 36.0 });
            close(&one.central_weights.unwrap(), &wanted, 0.01);
        }
    }

    /// The tests of R's smaa package, retyped: ten samples, the first wins nine; what never wins is for nobody.
    #[test]
    fn what_wins_nine_of_ten_samples_and_what_never_wins() {
        let world = |first: f64| Drawn { weights: [1.0], values: vec![Some([first]), Some([0.5]), Some([0.0])] };
        let worlds: Vec<_> = (0..10).map(|at| world(if at == 3 { 0.2 } else { 0.9 })).collect();
        let all = Acceptability::of_all(&worlds);
        assert!((pairwise(&worlds, 0, 1) - 0.9).abs() < 1e-12 && (pairwise(&worlds, 1, 0) - 0.1).abs() < 1e-12);
        assert_eq!(pairwise(&worlds, 0, 0), 0.0);
        assert_eq!((all[2].central_weights, all[2].confidence), (None, None));
    }

    #[test]
    fn an_option_that_misses_a_must_have_has_no_rank_in_that_world() {
        let world = |met: bool| Drawn { weights: [1.0], values: vec![met.then_some([0.9]), Some([0.5])] };
        let worlds = [world(true), world(false), world(false), world(false)];
        let all = Acceptability::of_all(&worlds);
        assert_eq!((all[0].first(), all[0].admitted()), (0.25, 0.25));
        assert_eq!((all[1].first(), all[1].admitted()), (0.75, 1.0));
        assert_eq!(none_admitted(&worlds), 0.0);
        assert_eq!(none_admitted(&[Drawn { weights: [1.0], values: vec![None, None] }]), 1.0);
    }

    /// Demonstrated with the values and weights of the worked example: shares of the first at each share given out anew.
    #[test]
    fn odds_fall_as_more_of_the_weights_may_stand_anywhere() {
        let values = [[0.9, 0.3, 0.5, 0.8], [0.4, 0.9, 0.7, 0.6], [0.6, 0.6, 0.6, 0.6]];
        let client = [0.5, 0.2, 0.2, 0.1];
        for (share, wanted) in [(0.1, 1.0), (0.2, 0.987), (0.3, 0.889), (0.5, 0.673), (1.0, 0.456)] {
            let worlds: Vec<_> = (0..40_000)
                .map(|world| Drawn {
                    weights: contaminated(&client, &uniform_weights(&mut Draw::of_world(2, world)), share),
                    values: values.iter().copied().map(Some).collect(),
                })
                .collect();
            let first = Acceptability::of_all(&worlds)[0].first();
            assert!((first - wanted).abs() < 0.02, "{share}: {first} against {wanted}");
        }
    }

    /// As long as no more points may stand anywhere than have to move for the nearest rival to draw level, the winner is first
    /// in every world (λ ≤ m* ⇒ odds 1).
    #[test]
    fn odds_are_one_where_fewer_points_may_move_than_turn_the_order() {
        for case in 0..200 {
            let draw = &mut Draw::of_world(21, case);
            let mut values: Vec<[f64; 6]> = (0..5).map(|_| std::array::from_fn(|_| draw.uniform())).collect();
            let client = uniform_weights::<6>(draw);
            let total =
                |values: &[f64; 6]| values.iter().zip(client).map(|(value, weight)| value * weight).sum::<f64>();
            values.sort_by(|a, b| total(b).total_cmp(&total(a)));
            let changes = values[1..].iter().filter_map(|rival| least_points_moved(&values[0], rival, &client));
            let nearest = changes.map(|change| change.moved).fold(1.0, f64::min);
            let worlds: Vec<_> = (0..200)
                .map(|world| Drawn {
                    weights: contaminated(
                        &client,
                        &uniform_weights(&mut Draw::of_world(22 + case, world)),
                        nearest * 0.999_999,
                    ),
                    values: values.iter().copied().map(Some).collect(),
                })
                .collect();
            assert!((Acceptability::of_all(&worlds)[0].first() - 1.0).abs() < 1e-9, "{case}: {nearest}");
        }
    }
}
