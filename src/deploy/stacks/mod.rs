//! The CloudFormation stacks, cut by what must survive and by Region. An output of one is a parameter of the next.

pub(super) mod alarms;
mod backup;
mod balancer;
mod boot;
pub(super) mod budget;
mod cache;
mod containers;
mod data;
mod database;
mod delivery;
mod distribution;
pub(super) mod edge;
mod edge_logs;
mod edge_pages;
mod file_servers;
pub(super) mod firewall;
mod group;
mod image;
mod instance;
mod key;
mod lightsail;
mod nat_instance;
mod network;
mod operations;
mod pages;
mod parameters;
mod roles;
mod secrets;
mod security_groups;
mod shared_files;
mod storage;
mod web;

use super::{additions, site::Site, template::Template};
use crate::deploy::site::Ground;

/// All stacks of a design, in the order they are created.
pub(super) fn all(site: &Site<'_>) -> Vec<Template> {
    let mut stacks = match site.ground() {
        Ground::Elsewhere | Ground::Managed => return Vec::new(),
        Ground::Lightsail | Ground::LightsailPair => vec![lightsail::stack(site)],
        Ground::Export => vec![lightsail::stack(site), pages::stack()],
        Ground::Instance | Ground::GroupOfOne | Ground::Group | Ground::Containers => {
            vec![network::stack(site), data::stack(site), web::stack(site)]
        }
    };
    stacks.extend(edge::stack(site));
    if site.in_vpc() {
        stacks.push(operations::stack(site));
        stacks.extend(delivery::stack(site));
    }
    // What the kit adds is expected as well.
    let limit = f64::from(budget::limit(site)) + additions::monthly(&additions::of(site, &stacks)).value().ceil();
    for parameter in stacks.iter_mut().flat_map(|stack| &mut stack.parameters) {
        if parameter.name == budget::PARAMETER {
            parameter.default = Some(limit.to_string());
        }
    }
    stacks
}
