//! The picture in words: the same parts as a nested list in reading order, and the connections as a table. What a
//! screen reader reads beside the picture, and what the command line prints.

use std::fmt;

use super::{
    look,
    picture::{GroupKind, Node, Picture},
};
use crate::{
    architecture::{Architecture, Component, ComponentId, Path, Place},
    units::ordered,
};

/// A picture in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outline {
    /// What it shows, in a sentence.
    pub title: String,
    /// The parts, nested in their groups, in reading order.
    pub entries: Vec<Entry>,
    /// The connections, in the order of the architecture: all of them, also those the picture draws as one.
    pub connections: Vec<Connection>,
}

/// A line of the outline.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Entry {
    /// A group and what is in it.
    Group {
        /// Which group; the Auto Scaling group crosses others and is told in its parts instead.
        kind: GroupKind,
        /// Its name.
        name: String,
        /// What is in it.
        entries: Vec<Entry>,
    },
    /// A part.
    Part {
        /// Which one.
        id: ComponentId,
        /// The number of its callout.
        number: usize,
        /// Its full name, with what tells it from its like.
        name: String,
        /// Its size, if it has one.
        size: String,
        /// What it does.
        role: String,
    },
}

/// A line of the table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Connection {
    /// Where it starts.
    pub from: String,
    /// Where it ends.
    pub to: String,
    /// What travels along it.
    pub what: Path,
    /// How: `HTTPS 443`.
    pub protocol: &'static str,
}

/// The picture of an architecture in words.
pub fn outline(architecture: &Architecture, picture: &Picture) -> Outline {
    let name = |id: ComponentId| {
        architecture.component(id).map_or_else(|| id.0.to_owned(), |component| told(architecture, component))
    };
    Outline {
        title: picture.title.clone(),
        entries: entries(architecture, picture),
        connections: architecture
            .links
            .iter()
            .map(|link| Connection { from: name(link.from), to: name(link.to), what: link.path, protocol: link.label })
            .collect(),
    }
}

/// Every part in the groups it stands in, numbers counting up where the nesting lets them.
fn entries(architecture: &Architecture, picture: &Picture) -> Vec<Entry> {
    let place = |node: &Node| (node.callout, node.rect.y, node.rect.x);
    let nodes = ordered(&picture.nodes, |a, b| place(a).cmp(&place(b)));
    let parts: Vec<(Vec<GroupKind>, Entry)> = nodes
        .into_iter()
        .filter_map(|node| {
            let component = architecture.component(node.id)?;
            let part = Entry::Part {
                id: node.id,
                number: node.callout,
                name: told(architecture, component),
                size: component.size.clone(),
                role: component.role.clone(),
            };
            Some((picture.groups_of(node), part))
        })
        .collect();
    nested(&parts, 0)
}

/// The parts with their groups from a depth on; a group stands where its first part would.
fn nested(parts: &[(Vec<GroupKind>, Entry)], depth: usize) -> Vec<Entry> {
    let mut entries = Vec::new();
    let mut begun: Vec<GroupKind> = Vec::new();
    for (groups, part) in parts {
        match groups.get(depth) {
            None => entries.push(part.clone()),
            Some(kind) if begun.contains(kind) => {}
            Some(kind) => {
                begun.push(*kind);
                let inner: Vec<_> = parts.iter().filter(|(of, _)| of.get(depth) == Some(kind)).cloned().collect();
                let entries_inside = nested(&inner, depth + 1);
                entries.push(Entry::Group { kind: *kind, name: kind.title(), entries: entries_inside });
            }
        }
    }
    entries
}

/// A part, told apart from its like by what it does and where it stands.
pub fn told(architecture: &Architecture, component: &Component) -> String {
    let part = look::part_of(&component.service);
    let alike = |other: &&Component| {
        other.id != component.id && other.name() == component.name() && look::part_of(&other.service) == part
    };
    let zone = match component.place {
        Place::In(zone, _) if architecture.components.iter().any(|other| alike(&other)) => Some(zone),
        Place::In(..)
        | Place::Internet
        | Place::Edge
        | Place::Region
        | Place::Border
        | Place::AcrossZones
        | Place::Deployment
        | Place::Elsewhere => None,
    };
    let marks: Vec<String> =
        part.map(str::to_owned).into_iter().chain(zone.map(|zone| format!("zone {}", zone.letter()))).collect();
    let name = look::full_name(component);
    if marks.is_empty() { name.to_owned() } else { format!("{name} ({})", marks.join(", ")) }
}

impl fmt::Display for Outline {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "{}\n", self.title)?;
        write_entries(f, &self.entries, 0)?;
        writeln!(f, "\nConnections")?;
        for Connection { from, to, what, protocol } in &self.connections {
            writeln!(f, "  {from} -> {to}: {}, {protocol}", what.meaning().to_ascii_lowercase())?;
        }
        Ok(())
    }
}

fn write_entries(f: &mut fmt::Formatter<'_>, entries: &[Entry], depth: usize) -> fmt::Result {
    for entry in entries {
        match entry {
            Entry::Group { name, entries, .. } => {
                writeln!(f, "{:width$}{name}", "", width = 2 * depth)?;
                write_entries(f, entries, depth + 1)?;
            }
            Entry::Part { number, name, size, role, .. } => {
                let size = if size.is_empty() { String::new() } else { format!(", {size}") };
                writeln!(f, "{:width$}{number}. {name}{size}: {role}", "", width = 2 * depth)?;
            }
        }
    }
    Ok(())
}
