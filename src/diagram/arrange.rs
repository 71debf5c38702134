//! Where the parts stand, before anything is connected.

use super::{
    card::{GRID, snapped},
    geometry::{Rect, around},
    picture::{GroupKind, Orientation},
    slots::Slots,
};
use crate::architecture::{Architecture, Service};

/// Cards and group borders; the cards in the order of the architecture's components.
#[derive(Clone, Debug, Default)]
pub(super) struct Arrangement {
    pub(super) nodes: Vec<Rect>,
    pub(super) groups: Vec<(GroupKind, Rect)>,
}

/// About how high the key below a picture is.
const KEY: i32 = 36;
/// The room around everything.
const MARGIN: i32 = 6;

/// The flattest a landscape may be: half as high as wide.
const FLATTEST: i32 = 2;
/// How much air is tried at most to make it so.
const MOST_AIR: i32 = 8;

/// The arrangement of an architecture. A flat one gets more air between its rows.
pub(super) fn arrange(architecture: &Architecture, orientation: Orientation) -> Arrangement {
    let slots = Slots::new(architecture, orientation);
    match orientation {
        Orientation::Landscape => {
            let mut arrangement = Arrangement::default();
            for air in 0..=MOST_AIR {
                arrangement = super::landscape::arrange(architecture, &slots, air);
                if arrangement.whole().is_none_or(|whole| whole.width <= FLATTEST * (whole.height + KEY)) {
                    break;
                }
            }
            arrangement
        }
        Orientation::Portrait => super::portrait::arrange(architecture, &slots),
    }
}

/// Whether a service is one of AWS's.
pub(super) const fn is_aws(service: &Service) -> bool {
    !matches!(service, Service::Readers | Service::OtherCdn | Service::Server(_) | Service::Repository)
}

impl Arrangement {
    /// The rectangle around everything.
    fn whole(&self) -> Option<Rect> {
        around(self.groups.iter().map(|(_, rect)| rect).chain(&self.nodes))
    }

    /// Moves everything so that the outermost border has a margin all round, and returns the size of the whole.
    ///
    /// Cards keep to the grid: the whole moves by multiples of it.
    pub(super) fn settle(&mut self) -> (i32, i32) {
        let Some(whole) = self.whole() else { return (GRID, GRID) };
        let (dx, dy) = (snapped(MARGIN - whole.x), snapped(MARGIN - whole.y));
        for rect in self.nodes.iter_mut().chain(self.groups.iter_mut().map(|(_, rect)| rect)) {
            rect.x += dx;
            rect.y += dy;
        }
        (whole.right() + dx + MARGIN, whole.bottom() + dy + MARGIN)
    }
}
