//! What a group is called, and where its name stands.

use super::{
    arrange::Arrangement,
    geometry::{Point, Rect},
    glyph::Glyph,
    picture::{Anchor, Group, GroupKind, Line, Orientation},
    text::{self, FONT_SIZE},
};
use crate::{
    architecture::{Architecture, Fleet, Service, Tier},
    typeface::Weight,
};

/// How large the icon before a name is drawn.
pub const ICON_SIZE: i32 = 16;

/// From the left border of a group to its icon or name: a line that runs along the parts inside passes between.
const INSET: i32 = 12;
/// The same where there is no room for a line.
const NARROW_INSET: i32 = 7;

impl GroupKind {
    /// The name on the picture.
    pub fn title(self) -> String {
        match self {
            Self::Cloud => "AWS Cloud".to_owned(),
            Self::Region => "Region".to_owned(),
            Self::Vpc => "VPC".to_owned(),
            Self::Lightsail => "Lightsail network".to_owned(),
            Self::Zone(zone) => format!("Availability Zone {}", zone.letter()),
            Self::Subnet(_, Tier::Public | Tier::Open) => "Public subnet".to_owned(),
            Self::Subnet(_, Tier::App | Tier::Data) => "Private subnet".to_owned(),
            Self::AutoScaling => "Auto Scaling group".to_owned(),
            Self::Deployment => "Deployment".to_owned(),
            Self::Provider => "Other provider".to_owned(),
        }
    }

    /// The icon before it; an Availability Zone has none, as in AWS's own diagrams.
    pub const fn icon(self) -> Option<Glyph> {
        match self {
            Self::Cloud => Some(Glyph::Cloud),
            Self::Region => Some(Glyph::Flag),
            Self::Vpc | Self::Lightsail => Some(Glyph::Cloud),
            Self::Zone(_) => None,
            Self::Subnet(_, Tier::Public | Tier::Open) => Some(Glyph::Unlocked),
            Self::Subnet(_, Tier::App | Tier::Data) => Some(Glyph::Locked),
            Self::AutoScaling => Some(Glyph::Spread),
            Self::Deployment => Some(Glyph::Chevrons),
            Self::Provider => Some(Glyph::Building),
        }
    }

    const fn is_subnet(self) -> bool {
        matches!(self, Self::Subnet(..))
    }

    /// What distinguishes it in a style sheet.
    pub const fn class(self) -> &'static str {
        match self {
            Self::Cloud => "cloud",
            Self::Region => "region",
            Self::Vpc => "vpc",
            Self::Lightsail => "lightsail",
            Self::Zone(_) => "zone",
            Self::Subnet(_, Tier::Public | Tier::Open) => "public",
            Self::Subnet(_, Tier::App | Tier::Data) => "private",
            Self::AutoScaling => "scaling",
            Self::Deployment => "lane",
            Self::Provider => "provider",
        }
    }
}

/// All groups with their titles placed.
pub(super) fn all(architecture: &Architecture, arrangement: &Arrangement, orientation: Orientation) -> Vec<Group> {
    let narrow = match orientation {
        Orientation::Landscape => i32::MAX,
        Orientation::Portrait => arrangement.nodes.iter().map(|rect| rect.width).max().unwrap_or(i32::MAX),
    };
    let band = arrangement.groups.iter().find(|(kind, _)| *kind == GroupKind::AutoScaling).map(|(_, rect)| *rect);
    arrangement
        .groups
        .iter()
        .map(|(kind, rect)| {
            // Where the border of the Auto Scaling group crosses a subnet from top to bottom, the name stands inside it.
            let crossed = band.filter(|band| {
                orientation == Orientation::Landscape
                    && rect.x < band.x
                    && band.right() < rect.right()
                    && kind.is_subnet()
            });
            let left = crossed.map_or(rect.x, |band| band.x);
            let group = titled(title(architecture, *kind, narrow), *kind, *rect, left);
            // A zone whose first subnet is that of the web servers has its name beside the group that crosses it.
            let group = match band {
                Some(band) if matches!(kind, GroupKind::Zone(_)) && band.overlaps(&group.title_rect) => {
                    titled(group.title.text, *kind, *rect, band.right())
                }
                Some(_) | None => group,
            };
            // Where the gateway stands in the corner of its network, the name stands beside it.
            match arrangement.nodes.iter().find(|node| node.overlaps(&group.title_rect)) {
                Some(node) => titled(group.title.text, *kind, *rect, node.right()),
                None => group,
            }
        })
        .collect()
}

/// The group with its title placed: top left after its icon. AWS centres the names of Availability Zones and
/// Auto Scaling groups; there lines pass to the servers.
fn titled(text: String, kind: GroupKind, rect: Rect, left: i32) -> Group {
    let width = text::width(&text, Weight::Regular);
    let icon_width = if kind.icon().is_some() { ICON_SIZE + 4 } else { 0 };
    let whole = icon_width + width;
    let middle = rect.y + 11;
    // The Auto Scaling group is hardly broader than its name.
    let x = left + if kind == GroupKind::AutoScaling || left != rect.x { NARROW_INSET } else { INSET };
    Group {
        kind,
        rect,
        title: Line {
            text,
            at: Point { x: x + icon_width, y: middle + FONT_SIZE * 3 / 8 },
            anchor: Anchor::Start,
            width,
        },
        title_rect: Rect { x: x - 2, y: middle - 9, width: whole + 4, height: 17 },
        icon: kind.icon().map(|glyph| (glyph, Point { x, y: middle - ICON_SIZE / 2 })),
    }
}

/// The name on the picture. Where zones stand below one another an Auto Scaling group says how far it may grow; where
/// they stand side by side its name must not reach into the next, nor that of a subnet across the lines to its parts.
fn title(architecture: &Architecture, kind: GroupKind, narrow: i32) -> String {
    match (kind, architecture.web.fleet) {
        (GroupKind::AutoScaling, Fleet::Scaling { min, max, .. }) if narrow == i32::MAX => {
            let size = if min == max { min.value().to_string() } else { format!("{}–{}", min.value(), max.value()) };
            let tasks = architecture.has(|service| matches!(service, Service::Tasks(_)));
            format!("{}, {size}", if tasks { "ECS service".to_owned() } else { kind.title() })
        }
        (GroupKind::AutoScaling, _) if architecture.has(|service| matches!(service, Service::Tasks(_))) => {
            "ECS service".to_owned()
        }
        (GroupKind::Subnet(_, Tier::Public | Tier::Open), _) if narrow < i32::MAX => "Public".to_owned(),
        (GroupKind::Subnet(_, Tier::App | Tier::Data), _) if narrow < i32::MAX => "Private".to_owned(),
        (GroupKind::AutoScaling, _) if text::width(&kind.title(), Weight::Regular) + ICON_SIZE > narrow => {
            "Auto Scaling".to_owned()
        }
        _ => kind.title(),
    }
}
