use super::{
    Argument, Brief, Changes, Hosting, OptionId, Skill, Work, on_sale, parts,
    parts::{component, in_zone, link},
    scaling,
    sizing::Engine,
    sources::{CONSULTANT_HA, OPS_LOW},
};
use crate::{
    architecture::{Architecture, ComponentId, Delivery, Path, Place, Service, Tier, Webroot, Zone},
    questionnaire::PluginChanges,
    units::{Count, Gib, Ratio},
};

/// The webroot on a replicated volume of one's own.
pub(super) static HOSTING: Hosting = Hosting {
    id: OptionId("gluster"),
    name: "Auto Scaling with GlusterFS",
    summary: "An Auto Scaling group over two zones that mounts its webroot from a GlusterFS volume replicated over three servers",
    build,
    operations: Work::new(12.0, 20.0, 30.0, OPS_LOW),
    setup: Work::new(60.0, 100.0, 160.0, OPS_LOW),
    changes: Changes::InAdmin,
    freedom: Ratio::new(1.0),
    deployment_safety: Ratio::new(0.3),
    deployment: "a change reaches all servers at once, and so does a bad plugin; a snapshot is the way back",
    skill: Skill::DistributedStorage,
    takes_away: &["quiet nights: split brain and self-healing are learnt under pressure"],
    needs: &["somebody who has run a distributed file system before", "three storage servers patched one at a time"],
    next: "Move code to version control; the storage servers can go then",
    arguments: &[
        Argument::pro("no single file server, and no file service to pay", CONSULTANT_HA),
        Argument::pro("plugins and themes are installed in wp-admin as always", CONSULTANT_HA)
            .only_if(|brief| brief.answers.plugin_changes == PluginChanges::EditorsInAdmin),
        Argument::con(
            "rolling one's own high availability may cost more than EFS once its hours are counted",
            CONSULTANT_HA,
        ),
        Argument::con(
            "every lookup of a small file asks every replica; its own maintainer's answer to making PHP fast on it is \"you don't\"",
            "joejulian.name, a GlusterFS maintainer",
        ),
        Argument::con(
            "Red Hat Gluster Storage reached its end of life on 31 December 2024",
            "Red Hat life cycle, by way of mirrors",
        ),
    ],
};

fn build(brief: &Brief<'_>) -> Architecture {
    let difference =
        scaling::Difference { webroot: Webroot::Gluster, delivery: Delivery::Mounted, engine: Engine::Rds };
    let mut architecture = scaling::build(brief, &difference);
    let server = on_sale::machine(brief, "t4g.medium");
    let volume = Gib::new((20.0 + 2.0 * brief.demand.webroot.value()).ceil());
    // A replicated volume needs three bricks in three zones, so that a quorum is left when one zone is lost.
    for (name, zone) in parts::BRICK.iter().zip(Zone::ALL) {
        architecture.components.push(component(
            ComponentId(name),
            Service::GlusterBrick(parts::instances(&server, Count::new(1.0), volume)),
            Place::In(zone, Tier::Data),
            "1 × t4g.medium",
            "Holds one copy of WordPress, its plugins and themes",
        ));
    }
    for zone in architecture.zones.zones() {
        let brick = in_zone(parts::BRICK, *zone);
        architecture.links.push(link(in_zone(parts::WEB, *zone), brick, Path::Data, "GlusterFS 24007"));
    }
    let [a, b, c] = Zone::ALL.map(|zone| in_zone(parts::BRICK, zone));
    architecture.links.push(link(a, b, Path::Replication, "replica"));
    architecture.links.push(link(a, c, Path::Replication, "replica"));
    architecture.components.push(component(
        parts::BACKUP,
        Service::Backup,
        Place::Region,
        "daily snapshots",
        "Brings the files back",
    ));
    architecture.links.push(link(a, parts::BACKUP, Path::Replication, "snapshots"));
    architecture.into()
}
