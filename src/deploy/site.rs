//! What a kit needs to know of the design it builds, read once.

use crate::{
    advice::Advice,
    architecture::{EdgeBilling, Fleet, Service, Zone},
    assessment::Assessment,
    catalog::Region,
    choices::{Database, Design, Media, Objects, Pages, Staging, WayOut},
    units::Count,
    workload::Demand,
};

pub(super) use crate::options::{Files, Ground};

/// The design a kit is made for, with the client's figures.
#[derive(Clone, Copy)]
pub(super) struct Site<'a> {
    pub(super) assessment: &'a Assessment,
    pub(super) advice: &'a Advice,
}

/// Who looks at the readers' TLS.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Tls {
    /// This server, with a certificate of its own.
    Here,
    /// The load balancer or CloudFront.
    Before,
}

impl<'a> Site<'a> {
    pub(super) const fn design(&self) -> &'a Design {
        &self.assessment.design
    }

    pub(super) const fn demand(&self) -> &'a Demand {
        self.advice.workload.typical()
    }

    pub(super) const fn region(&self) -> Region {
        self.advice.answers.region
    }

    /// Why there is no kit for this design; where there is none, nothing else here is asked.
    pub(super) fn lack(&self) -> Option<&'static str> {
        if self.design().database == Database::AuroraServerless {
            return Some(
                "There is no kit for Aurora Serverless v2 yet: no template here creates a cluster that scales by itself. Choose \
                 Aurora with instances, or RDS Multi-AZ, for the database.",
            );
        }
        (self.ground() == Ground::Export && self.edge().is_none()).then_some(
            "There is no kit for exported pages behind another provider's network: a closed bucket lets CloudFront in, and an \
             open one is no answer. Choose CloudFront for the delivery, or let the other network hold the pages itself.",
        )
    }

    pub(super) const fn ground(&self) -> Ground {
        self.assessment.hosting.ground
    }

    pub(super) const fn files(&self) -> Files {
        self.assessment.hosting.files
    }

    /// Whether there is anything that stacks build.
    pub(super) const fn has_stacks(&self) -> bool {
        !matches!(self.ground(), Ground::Elsewhere | Ground::Managed)
    }

    pub(super) const fn on_lightsail(&self) -> bool {
        matches!(self.ground(), Ground::Lightsail | Ground::LightsailPair | Ground::Export)
    }

    /// Whether it is built on EC2 or Fargate, in a network of its own.
    pub(super) const fn in_vpc(&self) -> bool {
        matches!(self.ground(), Ground::Instance | Ground::GroupOfOne | Ground::Group | Ground::Containers)
    }

    /// Whether several stand behind a load balancer of that network.
    pub(super) const fn is_group(&self) -> bool {
        matches!(self.ground(), Ground::Group | Ground::Containers)
    }

    /// Whether Auto Scaling starts its servers.
    pub(super) const fn replaces_servers(&self) -> bool {
        matches!(self.ground(), Ground::GroupOfOne | Ground::Group)
    }

    pub(super) fn is_alone(&self) -> bool {
        self.ground() == Ground::GroupOfOne
    }

    pub(super) fn in_containers(&self) -> bool {
        self.ground() == Ground::Containers
    }

    /// Whether a release comes from a repository.
    pub(super) const fn is_released(&self) -> bool {
        matches!(self.files(), Files::Git | Files::Container)
    }

    pub(super) fn has(&self, wanted: impl Fn(&Service) -> bool) -> bool {
        self.assessment.architecture.has(wanted)
    }

    /// CloudFront, and how it is paid; none where readers come straight to the servers.
    pub(super) fn edge(&self) -> Option<&'a EdgeBilling> {
        self.assessment
            .architecture
            .components
            .iter()
            .find_map(|component| if let Service::Cdn(billing) = &component.service { Some(billing) } else { None })
    }

    /// Whether another provider's network stands before it, which then answers its names, too.
    pub(super) fn has_other_network(&self) -> bool {
        self.has(|service| matches!(service, Service::OtherCdn(_)))
    }

    /// Whether the servers hand media on from the bucket, as no CloudFront does.
    pub(super) fn serves_bucket(&self) -> bool {
        self.has_bucket() && self.edge().is_none()
    }

    /// Whether CloudFront reaches into the network, to what keeps its name: a load balancer, or the one server.
    pub(super) fn is_reached_inside(&self) -> bool {
        self.edge().is_some() && (self.is_group() || self.ground() == Ground::Instance)
    }

    /// Whether pages themselves are kept at the edge.
    pub(super) fn pages_at_edge(&self) -> bool {
        self.edge().is_some() && self.design().pages == Pages::Edge
    }

    pub(super) fn has_bucket(&self) -> bool {
        self.design().media == Media::Bucket
    }

    /// Whether the database is RDS or Aurora in the site's own network.
    pub(super) fn has_database(&self) -> bool {
        match self.design().database {
            Database::RdsSingle | Database::RdsMultiAz | Database::Aurora | Database::AuroraServerless => true,
            Database::Server | Database::Lightsail | Database::LightsailHa => false,
        }
    }

    pub(super) fn has_cache(&self) -> bool {
        match self.design().objects {
            Objects::OneNode | Objects::EachZone => true,
            Objects::None | Objects::Server => false,
        }
    }

    /// Whether servers stand where they have no address of their own.
    pub(super) fn has_nat(&self) -> bool {
        self.is_group() && self.design().way_out != WayOut::Public
    }

    /// Whether a server of one's own is their way out.
    pub(super) fn has_nat_instance(&self) -> bool {
        self.is_group() && self.design().way_out == WayOut::Instance
    }

    pub(super) fn is_staged(&self) -> bool {
        self.design().staging == Staging::Beside || self.files() == Files::Image
    }

    /// The zones web servers stand in.
    pub(super) fn zones(&self) -> &'static [Zone] {
        self.assessment.architecture.zones.zones()
    }

    /// The zones with subnets for data: a database wants two, three bricks three.
    pub(super) fn data_zones(&self) -> &'static [Zone] {
        let wanted = match self.files() {
            Files::Gluster => 3,
            Files::OnServer
            | Files::OnEach
            | Files::Efs
            | Files::FileServer
            | Files::Git
            | Files::Image
            | Files::Container => 2,
        };
        &Zone::ALL[..wanted.max(self.zones().len())]
    }

    pub(super) fn workers(&self) -> u32 {
        whole(self.assessment.architecture.web.workers)
    }

    /// Web servers at the least and at the most.
    pub(super) fn fleet(&self) -> (u32, u32) {
        let fleet: Fleet = self.assessment.architecture.web.fleet;
        (whole(fleet.min()), whole(fleet.max()))
    }

    /// What every web server may ask of the database at once, with some for cron, the console and a rolling change.
    pub(super) fn connections(&self) -> u32 {
        let (_, most) = self.fleet();
        let asked = f64::from(most) * f64::from(self.workers()) + 30.0;
        ((asked / 10.0).ceil() * 10.0) as u32
    }

    pub(super) fn tls(&self) -> Tls {
        match (self.ground(), self.edge()) {
            (Ground::Group | Ground::Containers | Ground::LightsailPair | Ground::Managed, _)
            | (Ground::Instance, Some(_)) => Tls::Before,
            (Ground::Instance, None)
            | (Ground::Elsewhere | Ground::Lightsail | Ground::Export | Ground::GroupOfOne, _) => Tls::Here,
        }
    }

    /// `arm64` for Graviton, `x86_64` for the others.
    pub(super) fn processor(&self) -> &'static str {
        processor(&self.assessment.architecture.web.machine.name)
    }

    pub(super) fn instance_type(&self) -> &'a str {
        &self.assessment.architecture.web.machine.name
    }

    /// The gp3 volume of each web server, in GiB.
    pub(super) fn volume(&self) -> u32 {
        let found = self.assessment.architecture.components.iter().find_map(|component| {
            if let Service::WebServers(instances) = &component.service { Some(instances.volume.value()) } else { None }
        });
        found.unwrap_or(20.0).ceil() as u32
    }

    /// Whether files lie on servers of the client's own.
    pub(super) fn has_file_servers(&self) -> bool {
        matches!(self.files(), Files::FileServer | Files::Gluster)
    }
}

/// The processor of an instance type: Graviton families have a `g` after their generation.
pub(super) fn processor(instance_type: &str) -> &'static str {
    let family = instance_type.split('.').next().unwrap_or_default();
    let after =
        family.trim_start_matches(|c: char| !c.is_ascii_digit()).trim_start_matches(|c: char| c.is_ascii_digit());
    if after.contains('g') { "arm64" } else { "x86_64" }
}

/// A count as a whole number.
pub(super) fn whole(count: Count) -> u32 {
    count.value().max(0.0).ceil() as u32
}
