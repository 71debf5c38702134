use super::quantity::quantity;

quantity! {
    /// Binary gigabytes (2^30 bytes): memory and what a file system holds.
    Gib
}
