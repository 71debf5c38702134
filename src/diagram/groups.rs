//! What a group is called, and where its name stands.

use super::{
    arrange::Arrangement,
    geometry::{Point, Rect},
    glyph::Glyph,
    picture::{Group, GroupKind, Line},
    text::{self, FONT_SIZE, Weight},
};
use crate::architecture::Tier;

/// How large the icon before a name is drawn.
pub const ICON_SIZE: i32 = 16;

impl GroupKind {
    /// The name on the picture.
    pub fn title(self) -> String {
        match self {
            Self::Cloud => "AWS Cloud".to_owned(),
            Self::Region => "Region".to_owned(),
            Self::Vpc => "VPC".to_owned(),
            Self::Lightsail => "Lightsail network".to_owned(),
            Self::Zone(zone) => format!("Availability Zone {}", zone.letter()),
            Self::Subnet(_, Tier::Public) => "Public subnet".to_owned(),
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
            Self::Subnet(_, Tier::Public) => Some(Glyph::Unlocked),
            Self::Subnet(_, Tier::App | Tier::Data) => Some(Glyph::Locked),
            Self::AutoScaling => Some(Glyph::Spread),
            Self::Deployment => Some(Glyph::Chevrons),
            Self::Provider => Some(Glyph::Building),
        }
    }

    /// What distinguishes it in a style sheet.
    pub const fn class(self) -> &'static str {
        match self {
            Self::Cloud => "cloud",
            Self::Region => "region",
            Self::Vpc => "vpc",
            Self::Lightsail => "lightsail",
            Self::Zone(_) => "zone",
            Self::Subnet(_, Tier::Public) => "public",
            Self::Subnet(_, Tier::App | Tier::Data) => "private",
            Self::AutoScaling => "scaling",
            Self::Deployment => "lane",
            Self::Provider => "provider",
        }
    }
}

/// The group with its title placed: top left after its icon, in the middle where AWS has it so.
fn titled(kind: GroupKind, rect: Rect, centre: Option<Point>) -> Group {
    let text = kind.title();
    let width = text::width(&text, Weight::Regular);
    let icon_width = if kind.icon().is_some() { ICON_SIZE + 4 } else { 0 };
    let whole = icon_width + width;
    let (x, middle) = match (kind, centre) {
        (_, Some(centre)) => (centre.x - whole / 2, centre.y),
        (GroupKind::Zone(_), None) => (rect.centre().x - whole / 2, rect.y + 14),
        _ => (rect.x + 8, rect.y + 14),
    };
    Group {
        kind,
        rect,
        title: Line { text, at: Point { x: x + icon_width, y: middle + FONT_SIZE * 3 / 8 }, width },
        title_rect: Rect { x: x - 2, y: middle - 9, width: whole + 4, height: 18 },
        icon: kind.icon().map(|glyph| (glyph, Point { x, y: middle - ICON_SIZE / 2 })),
    }
}

/// All groups with their titles placed.
pub(super) fn all(arrangement: &Arrangement) -> Vec<Group> {
    let band_title = band_title(arrangement);
    arrangement
        .groups
        .iter()
        .map(|(kind, rect)| titled(*kind, *rect, band_title.filter(|_| *kind == GroupKind::AutoScaling)))
        .collect()
}

/// The name of an Auto Scaling group stands between two zones, where there are two; else at the top of its band.
fn band_title(arrangement: &Arrangement) -> Option<Point> {
    let find = |wanted: fn(GroupKind) -> bool| {
        arrangement.groups.iter().filter(move |(kind, _)| wanted(*kind)).map(|(_, rect)| *rect)
    };
    let band = find(|kind| kind == GroupKind::AutoScaling).next()?;
    let zones: Vec<Rect> = find(|kind| matches!(kind, GroupKind::Zone(_))).collect();
    match zones.as_slice() {
        [first, second, ..] if second.y >= first.bottom() => {
            Some(Point { x: band.centre().x, y: (first.bottom() + second.y) / 2 })
        }
        _ => None,
    }
}
