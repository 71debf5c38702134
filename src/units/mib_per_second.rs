use super::quantity::quantity;

quantity! {
    /// Binary megabytes a second: file system throughput.
    MibPerSecond
}
