use super::quantity::quantity;

quantity! {
    /// Decimal gigabytes (10^9 bytes): what AWS meters for storage and transfer.
    Gigabytes
}
