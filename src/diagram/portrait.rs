//! From top to bottom.

use super::{arrange::Arrangement, slots::Slots};
use crate::architecture::Architecture;

pub(super) fn arrange(architecture: &Architecture, slots: &Slots) -> Arrangement {
    super::landscape::arrange(architecture, slots)
}
