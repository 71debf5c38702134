//! The borders around the network, the same whichever way a picture reads.

use super::{
    arrange::is_aws,
    geometry::{Rect, around},
    picture::GroupKind,
};
use crate::architecture::{Architecture, Component, Network, Place};

/// From a card to the border of its subnet at either side.
pub(super) const SUBNET: i32 = 18;
/// From one border to the next around it at either side, where a line may have to pass between them.
pub(super) const NEST: i32 = 12;

/// How much room borders take around what they hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Insets {
    /// From the border of the network, and those around it, to what they hold at either side.
    pub(super) side: i32,
    /// The room of a group's title.
    pub(super) title: i32,
    /// From a border with a title to the cards below it, whose callouts reach up.
    pub(super) head: i32,
    /// From the lowest card to the border of its subnet.
    pub(super) foot: i32,
    /// From one border to the next below it.
    pub(super) nest: i32,
}

impl Insets {
    /// As a page has room for.
    pub(super) const ROOMY: Self = Self { side: NEST, title: 24, head: 30, foot: SUBNET, nest: NEST };
    /// Where there is no height to spare.
    pub(super) const TIGHT: Self = Self { side: NEST, title: 20, head: 28, foot: 16, nest: 8 };
    /// As a telephone has room for.
    pub(super) const SLIM: Self = Self { side: 5, title: 20, head: 28, foot: 14, nest: 6 };
}

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
    insets: Insets,
) -> Vec<(GroupKind, Rect)> {
    let of = |wanted: &dyn Fn(&Component) -> bool| {
        around(
            (architecture.components.iter().zip(nodes))
                .filter(|(component, _)| wanted(component))
                .map(|(_, rect)| rect),
        )
    };
    let headed = |cards: Rect| around_cards(cards, insets);
    let lane = of(&|component| component.place == Place::Deployment && is_aws(&component.service)).map(headed);
    let regional = of(&|component| component.place == Place::Region).map(headed);
    let border = of(&|component| component.place == Place::Border).map(headed);
    let above = match passage {
        Passage::Shut => insets.title,
        Passage::Open => insets.title + NEST,
    };
    let region = join([
        network.map(|network| nested(network, above, insets)),
        lane.map(|lane| nested(lane, insets.nest, insets)),
        regional,
        border,
    ]);
    let edge = of(&|component| component.place == Place::Edge && is_aws(&component.service));
    let cloud = join([region.map(|region| nested(region, insets.nest, insets)), edge.map(headed)]);
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
pub(super) const fn around_cards(cards: Rect, insets: Insets) -> Rect {
    Rect::between(cards.x - SUBNET, cards.y - insets.head, cards.right() + SUBNET, cards.bottom() + SUBNET)
}

/// The border around a border, so far above it.
pub(super) const fn nested(inner: Rect, above: i32, insets: Insets) -> Rect {
    Rect::between(inner.x - insets.side, inner.y - above, inner.right() + insets.side, inner.bottom() + insets.nest)
}

fn join<const N: usize>(rects: [Option<Rect>; N]) -> Option<Rect> {
    around(rects.iter().flatten())
}
