use super::{
    Argument, Brief, Changes, Hosting, OptionId, Skill, Work, on_sale, parts,
    parts::{component, in_zone, link},
    scaling,
    sizing::Engine,
    sources::{CONSULTANT_HA, OPS_LOW, REPORTS, WHITEPAPER},
};
use crate::{
    architecture::{Architecture, Delivery, EfsThroughput, Path, Place, Service, Tier, Webroot, Zone},
    billing::Item,
    questionnaire::{LocalWrites, PluginChanges, Said},
    units::{Count, Gib, Ratio, text},
};

/// Its key.
pub(super) const ID: OptionId = OptionId("efs");

/// AWS's reference architecture.
pub(super) static HOSTING: Hosting = Hosting {
    id: ID,
    name: "Auto Scaling with EFS webroot",
    summary: "AWS's reference architecture: an Auto Scaling group over two zones that shares its webroot on Amazon EFS, with Aurora, ElastiCache, CloudFront and S3",
    build,
    operations: Work::new(4.0, 7.0, 10.0, OPS_LOW),
    setup: Work::new(24.0, 40.0, 60.0, OPS_LOW),
    changes: Changes::InAdmin,
    freedom: Ratio::new(1.0),
    deployment_safety: Ratio::new(0.35),
    deployment: "a change reaches all servers at once, and so does a bad plugin; a backup is the way back",
    skill: Skill::Cloud,
    takes_away: &["the speed of a local disk for thousands of small PHP files"],
    needs: &["somebody who knows AWS networking, Auto Scaling and EFS", "OPcache tuned for a network file system"],
    next: "Move code to version control and keep EFS for uploads at most",
    arguments: &[
        Argument::pro("WordPress is used as always: plugins and themes installed once are on every server", WHITEPAPER),
        Argument::pro("web servers hold nothing and can be replaced at any time", WHITEPAPER),
        Argument::pro("the files are kept in several Availability Zones and grow by themselves", CONSULTANT_HA),
        Argument::pro("editors install plugins on the live site, and may go on doing so", "your answer")
            .only_if(|brief| brief.answers.plugin_changes == PluginChanges::EditorsInAdmin),
        Argument::pro("what plugins write to disk is seen by every server", "your answer")
            .only_if(|brief| brief.answers.local_writes == Said::Known(LocalWrites::Yes)),
        Argument::con("one of the worst places for a webroot: high latency on many small files", CONSULTANT_HA),
        Argument::con(
            "first byte after 7 to 15 seconds where one server took under one; plugin installs of 152 seconds against 10 to 12",
            REPORTS,
        ),
        Argument::con("the consultant set up a number of them and found them not worth the trouble", CONSULTANT_HA),
        Argument::con("in bursting mode its throughput credits end with the first busy day that lasts", CONSULTANT_HA)
            .only_if(|brief| !elastic(brief)),
        Argument::con("dearer than a disk in every server", CONSULTANT_HA),
    ],
};

fn build(brief: &Brief<'_>) -> Architecture {
    let elastic = elastic(brief);
    let throughput = if elastic { EfsThroughput::Elastic } else { EfsThroughput::Bursting };
    let difference =
        scaling::Difference { webroot: Webroot::Efs(throughput), delivery: Delivery::Mounted, engine: Engine::Aurora };
    let mut architecture = scaling::build(brief, &difference);
    for zone in architecture.zones.zones() {
        let mount = in_zone(parts::MOUNT, *zone);
        architecture.components.push(component(
            mount,
            Service::MountTarget,
            Place::In(*zone, Tier::Data),
            "",
            "The way to the shared files from this zone",
        ));
        architecture.links.push(link(in_zone(parts::WEB, *zone), mount, Path::Data, "NFS 2049"));
        architecture.links.push(link(mount, parts::FILES, Path::Data, "NFS 2049"));
    }
    let size = format!(
        "{} GiB, {} throughput",
        text::trimmed(brief.demand.webroot.value(), 2),
        if elastic { "elastic" } else { "bursting" }
    );
    architecture.components.push(component(
        parts::FILES,
        Service::SharedFiles(throughput),
        Place::Region,
        size,
        "Holds WordPress, its plugins and themes for all servers",
    ));
    architecture.components.push(component(
        parts::BACKUP,
        Service::Backup,
        Place::Region,
        "daily",
        "Brings files back that were deleted or spoiled",
    ));
    architecture.links.push(link(parts::FILES, parts::BACKUP, Path::Replication, "daily backup"));
    let bastion = on_sale::machine(brief, "t4g.nano");
    architecture.components.push(component(
        parts::BASTION,
        Service::Bastion(parts::instances(&bastion, Count::new(1.0), Gib::new(8.0))),
        Place::In(Zone::A, Tier::Public),
        "1 × t4g.nano",
        "The administrators' way in; Session Manager does without it",
    ));
    architecture.links.push(link(parts::BASTION, in_zone(parts::WEB, Zone::A), Path::Admin, "SSH 22"));
    architecture.into()
}

/// Elastic throughput is what AWS recommends today; where it has no price, bursting is what the template sets up.
fn elastic(brief: &Brief<'_>) -> bool {
    brief.catalog.price(&Item::EfsReads.sku(), brief.answers.region).is_ok()
}
