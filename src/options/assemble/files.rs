//! How the webroot reaches the servers: what a form is.

use super::Draft;
use crate::{
    architecture::{ComponentId, EfsThroughput, Path, Place, Service, Tier, Zone},
    choices::{Media, Throughput},
    options::{Files, on_sale, parts, parts::in_zone},
    units::{Count, Gib, text},
};

/// The machine of a file server; the webroot fits its memory, so most reads come from there.
const FILE_SERVER: &str = "t4g.medium";
/// The machine images are baked on.
const STAGING: &str = "t4g.small";
const NFS: ComponentId = ComponentId("nfs-a");

impl Draft<'_> {
    pub(super) fn files(&mut self) {
        match self.hosting.files {
            Files::OnServer | Files::OnEach => {}
            Files::Efs => self.efs(),
            Files::FileServer => self.file_server(),
            Files::Gluster => self.gluster(),
            Files::Git => self.git(),
            Files::Image => self.image(),
            Files::Container => self.container(),
        }
    }

    fn efs(&mut self) {
        let throughput = self.throughput();
        let word = match throughput {
            EfsThroughput::Elastic => "elastic throughput".to_owned(),
            EfsThroughput::Bursting => "bursting throughput".to_owned(),
            EfsThroughput::Provisioned(rate) => format!("{} MiB/s provisioned", text::trimmed(rate.value(), 0)),
        };
        // A mount target in each zone a server may stand in, though only one may stand there now.
        let web = self.web();
        for (at, zone) in self.zones().iter().enumerate() {
            let mount = in_zone(parts::MOUNT, *zone);
            let role = "The way to the shared files from this zone";
            self.add(mount, Service::MountTarget, Place::In(*zone, Tier::Data), "", role);
            if let Some(web) = web.get(at) {
                self.connect(*web, mount, Path::Data, "NFS 2049");
            }
            self.connect(mount, parts::FILES, Path::Data, "NFS 2049");
        }
        let demand = self.brief.demand;
        let (uploads, role) = match self.design.media {
            Media::Shared => (demand.media.value(), "Holds WordPress, plugins, themes and media for all servers"),
            Media::Disk | Media::Bucket => (0.0, "Holds WordPress, its plugins and themes for all servers"),
        };
        let size = format!("{} GiB, {word}", text::trimmed(demand.webroot.value() + uploads, 2));
        self.add(parts::FILES, Service::SharedFiles(throughput), Place::Region, size, role);
    }

    /// The throughput of EFS, where the form has one.
    pub(super) fn throughput(&self) -> EfsThroughput {
        match self.design.throughput {
            Throughput::Elastic => EfsThroughput::Elastic,
            Throughput::Bursting => EfsThroughput::Bursting,
            Throughput::Provisioned => EfsThroughput::Provisioned(self.sizes.throughput.unwrap_or_default()),
        }
    }

    fn file_server(&mut self) {
        let servers = parts::instances(&on_sale::machine(self.brief, FILE_SERVER), Count::new(1.0), self.share());
        let role = "Holds WordPress, its plugins and themes for all servers";
        let place = Place::In(Zone::A, Tier::Data);
        self.add(NFS, Service::NfsServer(servers), place, format!("1 × {FILE_SERVER}"), role);
        for web in self.web() {
            self.connect(web, NFS, Path::Data, "NFS 2049");
        }
    }

    /// A replicated volume needs three bricks in three zones, so that a quorum is left when one zone is lost.
    fn gluster(&mut self) {
        let bricks = Zone::ALL.map(|zone| in_zone(parts::BRICK, zone));
        for (brick, zone) in bricks.into_iter().zip(Zone::ALL) {
            let machine = on_sale::machine(self.brief, FILE_SERVER);
            let servers = parts::instances(&machine, Count::new(1.0), self.share());
            let role = "Holds one copy of WordPress, its plugins and themes";
            let place = Place::In(zone, Tier::Data);
            self.add(brick, Service::GlusterBrick(servers), place, format!("1 × {FILE_SERVER}"), role);
        }
        for (web, brick) in self.web().into_iter().zip(bricks) {
            self.connect(web, brick, Path::Data, "GlusterFS 24007");
        }
        let [a, b, c] = bricks;
        self.connect(a, b, Path::Replication, "replica");
        self.connect(a, c, Path::Replication, "replica");
    }

    fn git(&mut self) {
        let lane = Place::Deployment;
        let role = "Holds composer.json, themes and settings";
        self.add(parts::REPOSITORY, Service::Repository, lane, "", role);
        self.add(parts::PIPELINE, Service::Pipeline, lane, "1 pipeline", "Tests a release and rolls it out");
        self.add(parts::BUILD, Service::Build, lane, "by the minute", "Resolves plugins and runs the tests");
        self.connect(parts::REPOSITORY, parts::PIPELINE, Path::Deploy, "push");
        self.connect(parts::PIPELINE, parts::BUILD, Path::Deploy, "build");
        for web in self.web() {
            self.connect(parts::BUILD, web, Path::Deploy, "release");
        }
    }

    fn image(&mut self) {
        let lane = Place::Deployment;
        let servers = parts::instances(&on_sale::machine(self.brief, STAGING), Count::new(1.0), self.share());
        let role = "Where plugins, themes and settings are changed and tried";
        self.add(parts::STAGING, Service::Staging(servers), lane, format!("1 × {STAGING}"), role);
        let role = "What every web server starts from";
        self.add(parts::IMAGE, Service::MachineImage, lane, "one for each release", role);
        self.connect(parts::STAGING, parts::IMAGE, Path::Deploy, "bake");
        for web in self.web() {
            self.connect(parts::IMAGE, web, Path::Deploy, "launch");
        }
    }

    /// Developers push, an image is built, and tasks are started from it one after another.
    fn container(&mut self) {
        let lane = Place::Deployment;
        let role = "Holds composer.json, themes, settings and the Dockerfile";
        self.add(parts::REPOSITORY, Service::Repository, lane, "", role);
        self.add(parts::PIPELINE, Service::Pipeline, lane, "1 pipeline", "Tests a release and rolls it out");
        self.add(parts::BUILD, Service::Build, lane, "by the minute", "Builds the container image that tasks pull");
        self.connect(parts::REPOSITORY, parts::PIPELINE, Path::Deploy, "push");
        self.connect(parts::PIPELINE, parts::BUILD, Path::Deploy, "build");
        for web in self.web() {
            self.connect(parts::BUILD, web, Path::Deploy, "image");
        }
    }

    /// The disk of a server that holds the webroot for others, or for trying changes.
    fn share(&self) -> Gib {
        Gib::new((20.0 + 2.0 * self.brief.demand.webroot.value()).ceil())
    }
}
