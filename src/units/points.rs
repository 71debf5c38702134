use super::quantity::quantity;

quantity! {
    /// Points of 100: weights given to criteria, and scores.
    Points
}
