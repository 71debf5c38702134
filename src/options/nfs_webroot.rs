use super::{
    Argument, Brief, Changes, Hosting, OptionId, Skill, Work, on_sale, parts,
    parts::{component, in_zone, link},
    scaling,
    sizing::Engine,
    sources::{CONSULTANT_HA, OPS_LOW, WHITEPAPER},
};
use crate::{
    architecture::{Architecture, ComponentId, Delivery, Path, Place, Service, Tier, Webroot, Zone},
    questionnaire::PluginChanges,
    units::{Count, Gib, Ratio},
};

const NFS: ComponentId = ComponentId("nfs-a");

/// The webroot on a file server of one's own.
pub(super) static HOSTING: Hosting = Hosting {
    id: OptionId("nfs"),
    name: "Auto Scaling with self-hosted NFS",
    summary: "An Auto Scaling group over two zones that mounts its webroot from one NFS server",
    build,
    operations: Work::new(6.0, 9.0, 12.0, OPS_LOW),
    setup: Work::new(30.0, 45.0, 70.0, OPS_LOW),
    changes: Changes::InAdmin,
    freedom: Ratio::new(1.0),
    deployment_safety: Ratio::new(0.3),
    deployment: "a change reaches all servers at once, and so does a bad plugin; a snapshot is the way back",
    skill: Skill::Cloud,
    takes_away: &["the high availability the second zone was bought for: everything hangs on one file server"],
    needs: &["somebody who runs, patches and watches a file server"],
    next: "Move code to version control; the file server can go then",
    arguments: &[
        Argument::pro("many report better performance and latency than with EFS", CONSULTANT_HA),
        Argument::pro("likely cheaper than EFS for the same throughput", CONSULTANT_HA),
        Argument::pro("plugins and themes are installed in wp-admin as always", CONSULTANT_HA)
            .only_if(|brief| brief.answers.plugin_changes == PluginChanges::EditorsInAdmin),
        Argument::con("a single point of failure that undoes the work done for high availability", CONSULTANT_HA),
        Argument::con("the time to manage and monitor it may cost more than EFS", CONSULTANT_HA),
        Argument::con("storage should not hang on a single server", WHITEPAPER),
    ],
};

fn build(brief: &Brief<'_>) -> Architecture {
    let difference = scaling::Difference { webroot: Webroot::Nfs, delivery: Delivery::Mounted, engine: Engine::Rds };
    let mut architecture = scaling::build(brief, &difference);
    let server = on_sale::machine(brief, "t4g.medium");
    let volume = Gib::new((20.0 + 2.0 * brief.demand.webroot.value()).ceil());
    architecture.components.push(component(
        NFS,
        Service::NfsServer(parts::instances(&server, Count::new(1.0), volume)),
        Place::In(Zone::A, Tier::Data),
        "1 × t4g.medium",
        "Holds WordPress, its plugins and themes for all servers",
    ));
    for zone in architecture.zones.zones() {
        architecture.links.push(link(in_zone(parts::WEB, *zone), NFS, Path::Data, "NFS 2049"));
    }
    architecture.components.push(component(
        parts::BACKUP,
        Service::Backup,
        Place::Region,
        "daily snapshots",
        "Brings the file server back",
    ));
    architecture.links.push(link(NFS, parts::BACKUP, Path::Replication, "snapshots"));
    architecture
        .sizing
        .push("t4g.medium for NFS: the webroot fits its memory, so most reads come from there".to_owned());
    architecture.into()
}
