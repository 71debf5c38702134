//! The borders around the network, the same whichever way a picture reads.

use super::{
    arrange::is_aws,
    geometry::{Rect, around},
    picture::GroupKind,
};
use crate::architecture::{Architecture, Component, Network, Place};

/// From a card to the border of its subnet.
pub(super) const SUBNET: i32 = 18;
/// From one border to the next around it.
pub(super) const NEST: i32 = 12;
/// The room of a group's title.
pub(super) const TITLE: i32 = 24;
/// From a border with a title to the cards below it.
pub(super) const HEAD: i32 = TITLE + SUBNET - NEST;

/// Whether a line has to pass between the network and the title of its region.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Passage {
    Shut,
    Open,
}

/// Cloud, region, network, lane and provider, outermost first, around the cards and the border of the network, with
/// room for a line between the network and the title of its region if `passage` says so.
pub(super) fn outer(
    architecture: &Architecture,
    nodes: &[Rect],
    network: Option<Rect>,
    passage: Passage,
) -> Vec<(GroupKind, Rect)> {
    let of = |wanted: &dyn Fn(&Component) -> bool| {
        around(
            (architecture.components.iter().zip(nodes))
                .filter(|(component, _)| wanted(component))
                .map(|(_, rect)| rect),
        )
    };
    let lane = of(&|component| component.place == Place::Deployment && is_aws(&component.service)).map(headed);
    let regional = of(&|component| component.place == Place::Region).map(headed);
    let border = of(&|component| component.place == Place::Border).map(headed);
    let above = match passage {
        Passage::Shut => TITLE,
        Passage::Open => TITLE + NEST,
    };
    let region = join([
        network.map(|network| raised(network.grown(NEST), above - NEST)),
        lane.map(|lane| lane.grown(NEST)),
        regional,
        border,
    ]);
    let edge = of(&|component| component.place == Place::Edge && is_aws(&component.service));
    let cloud = join([region.map(|region| region.grown(NEST)), edge.map(headed)]);
    let provider = of(&|component| component.place == Place::Elsewhere).map(headed);
    let kind = match architecture.network {
        Network::Vpc => GroupKind::Vpc,
        Network::Lightsail | Network::OffAws => GroupKind::Lightsail,
    };
    [
        (GroupKind::Cloud, cloud),
        (GroupKind::Region, region),
        (kind, network),
        (GroupKind::Deployment, lane),
        (GroupKind::Provider, provider),
    ]
    .into_iter()
    .filter_map(|(kind, rect)| rect.map(|rect| (kind, rect)))
    .collect()
}

/// The border around cards, with a title above them.
pub(super) fn headed(cards: Rect) -> Rect {
    raised(cards.grown(SUBNET), HEAD - SUBNET)
}

/// The rectangle with its top edge so much higher.
const fn raised(rect: Rect, by: i32) -> Rect {
    Rect { y: rect.y - by, height: rect.height + by, ..rect }
}

fn join<const N: usize>(rects: [Option<Rect>; N]) -> Option<Rect> {
    around(rects.iter().flatten())
}
