//! What the picture says in words: its title, its description, the key to its lines.

use super::{
    geometry::Point,
    picture::{Anchor, Edge, KeyEntry, Line},
    text::{self, FONT_SIZE},
};
use crate::{
    architecture::{Architecture, Network, Path, Service, ZoneCount},
    typeface::Weight,
};

/// The kinds of connection in the order of the key.
const PATHS: [Path; 5] = [Path::Request, Path::Data, Path::Replication, Path::Admin, Path::Deploy];
/// The length of a sample line.
const SAMPLE: i32 = 36;
/// From one entry of the key to the next.
const BETWEEN: i32 = 24;

impl Path {
    /// What travels along it, for the key.
    pub const fn meaning(self) -> &'static str {
        match self {
            Self::Request => "Readers' requests",
            Self::Data => "Data",
            Self::Replication => "Replication, backup",
            Self::Admin => "Administration, outbound",
            Self::Deploy => "Deployment",
        }
    }

    /// What distinguishes it in a style sheet.
    pub const fn class(self) -> &'static str {
        match self {
            Self::Request => "request",
            Self::Data => "data",
            Self::Replication => "replication",
            Self::Admin => "admin",
            Self::Deploy => "deploy",
        }
    }
}

/// What the picture shows, in a sentence.
pub(super) fn title(architecture: &Architecture) -> String {
    let parts: Vec<&str> = [
        ("CloudFront", architecture.has(|service| matches!(service, Service::Cdn(_)))),
        ("a load balancer", architecture.is_balanced()),
        ("Lightsail", architecture.network == Network::Lightsail),
        ("Amazon EFS", architecture.has(|service| matches!(service, Service::SharedFiles(_)))),
        ("Amazon Aurora", architecture.has(|service| matches!(service, Service::Aurora(_)))),
        ("Amazon RDS", architecture.has(|service| matches!(service, Service::Rds(_)))),
    ]
    .into_iter()
    .filter_map(|(name, present)| present.then_some(name))
    .collect();
    let place = match (architecture.network, architecture.zones) {
        (Network::OffAws, _) if architecture.is_managed() => "WordPress with a managed host",
        (Network::OffAws, _) => "WordPress on a server of another provider",
        (_, ZoneCount::One) => "WordPress on AWS in one Availability Zone",
        (_, ZoneCount::Two) => "WordPress on AWS across two Availability Zones",
        (_, ZoneCount::Three) => "WordPress on AWS across three Availability Zones",
    };
    if parts.is_empty() { place.to_owned() } else { format!("{place}: {}", parts.join(", ")) }
}

/// The same in a few sentences.
pub(super) fn description(architecture: &Architecture) -> String {
    let parts: Vec<String> =
        architecture.components.iter().map(|component| format!("{}: {}.", component.name(), component.role)).collect();
    parts.join(" ")
}

/// The key, in rows below everything else; it makes the picture so much higher, and a narrow one wider.
pub(super) fn key(edges: &[Edge], width: &mut i32, height: &mut i32) -> Vec<KeyEntry> {
    let mut x = BETWEEN / 2;
    let mut y = *height + 14;
    let mut entries = Vec::new();
    let longest = PATHS.into_iter().filter(|path| edges.iter().any(|edge| edge.path == *path));
    let longest = longest.map(|path| text::width(path.meaning(), Weight::Regular)).max().unwrap_or(0);
    *width = (*width).max(SAMPLE + 8 + longest + BETWEEN);
    for path in PATHS.into_iter().filter(|path| edges.iter().any(|edge| edge.path == *path)) {
        let text = path.meaning().to_owned();
        let text_width = text::width(&text, Weight::Regular);
        if x + SAMPLE + 8 + text_width > *width - BETWEEN / 2 && x > BETWEEN {
            x = BETWEEN / 2;
            y += 22;
        }
        let at = Point { x: x + SAMPLE + 8, y: y + FONT_SIZE * 3 / 8 };
        entries.push(KeyEntry {
            path,
            sample: [Point { x, y }, Point { x: x + SAMPLE, y }],
            text: Line { text, at, anchor: Anchor::Start, width: text_width },
        });
        x += SAMPLE + 8 + text_width + BETWEEN;
    }
    if !entries.is_empty() {
        *height = y + 16;
    }
    entries
}
