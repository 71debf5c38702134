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

/// About how high the key below a picture is, in one row.
const KEY: i32 = 36;
/// The same in two rows, and below which width it takes them.
const KEY_IN_TWO: (i32, i32) = (58, 440);
/// The narrowest a picture may be: its key and its list have to fit.
const NARROWEST: i32 = 288;

/// The room around everything.
const fn margin(orientation: Orientation) -> i32 {
    match orientation {
        Orientation::Landscape => 6,
        Orientation::Portrait => 3,
    }
}

/// How much more room than need be is left, in steps of the grid.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Stretch {
    /// Between what stands above one another.
    pub(super) air: i32,
    /// Between columns.
    pub(super) breadth: i32,
}

/// The flattest a landscape may be: half as high as wide.
const FLATTEST: (i32, i32) = (2, 1);
/// The steepest: five wide to four high. A column of text is the smaller the wider the picture in it.
const STEEPEST: (i32, i32) = (5, 4);
/// How much stretching is tried at most.
const MOST: i32 = 32;

/// The arrangement of an architecture. A flat landscape gets more air between its rows, a steep one broader gaps.
pub(super) fn arrange(architecture: &Architecture, orientation: Orientation) -> Arrangement {
    let slots = Slots::new(architecture, orientation);
    match orientation {
        Orientation::Landscape => {
            let mut stretch = Stretch::default();
            let mut arrangement = Arrangement::default();
            for _ in 0..=MOST {
                arrangement = super::landscape::arrange(architecture, &slots, stretch);
                let Some(whole) = arrangement.whole() else { break };
                let key = if whole.width < KEY_IN_TWO.1 { KEY_IN_TWO.0 } else { KEY };
                let (width, height) = (whole.width, whole.height + key);
                if width * FLATTEST.1 > height * FLATTEST.0 {
                    stretch.air += 1;
                } else if width * STEEPEST.1 < height * STEEPEST.0 && stretch.air == 0 {
                    stretch.breadth += 1;
                } else {
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
    !matches!(
        service,
        Service::Readers | Service::OtherCdn(_) | Service::Server(_) | Service::ManagedHost(_) | Service::Repository
    )
}

impl Arrangement {
    /// The rectangle around everything.
    fn whole(&self) -> Option<Rect> {
        around(self.groups.iter().map(|(_, rect)| rect).chain(&self.nodes))
    }

    /// Moves everything so that the outermost border has a margin all round, and returns the size of the whole.
    ///
    /// Cards keep to the grid: the whole moves by multiples of it.
    pub(super) fn settle(&mut self, orientation: Orientation) -> (i32, i32) {
        let Some(whole) = self.whole() else { return (GRID, GRID) };
        let margin = margin(orientation);
        let spare = (NARROWEST - whole.width - 2 * margin).max(0) / (2 * GRID) * GRID;
        let (dx, dy) = (snapped(margin - whole.x) + spare, snapped(margin - whole.y));
        for rect in self.nodes.iter_mut().chain(self.groups.iter_mut().map(|(_, rect)| rect)) {
            rect.x += dx;
            rect.y += dy;
        }
        (whole.right() + dx + spare + margin, whole.bottom() + dy + margin)
    }
}
