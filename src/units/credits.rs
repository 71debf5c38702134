use super::quantity::quantity;

quantity! {
    /// CPU credits: one is one vCPU at 100 % for one minute (Amazon EC2 User Guide, CPU credits and baseline utilization).
    Credits
}
