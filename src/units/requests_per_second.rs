use super::quantity::quantity;

quantity! {
    /// How many requests arrive or are served in a second.
    RequestsPerSecond
}
