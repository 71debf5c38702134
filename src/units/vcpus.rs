use super::quantity::quantity;

quantity! {
    /// Virtual CPUs, or the equivalent share of them kept busy.
    Vcpus
}
