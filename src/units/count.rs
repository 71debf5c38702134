use super::quantity::quantity;

quantity! {
    /// A number of things of one kind: plugins, instances, days.
    Count
}
