//! Small architectures that tests are run on.

use crate::{
    architecture::{
        Architecture, Component, ComponentId, CpuAllowance, DatabaseTier, Delivery, Fleet, Machine, Network,
        ObjectCache, PageCache, Parts, Place, Service, WebTier, Webroot, Zone, ZoneCount,
    },
    catalog::{Catalog, CreditMode},
    questionnaire::preset,
    simulation::Events,
    units::{Count, Gib, Minutes, Ratio, Vcpus},
    workload::Workload,
};

pub(crate) fn workload(id: &str) -> Workload {
    Workload::new(&preset(id).map(|preset| (preset.answers)()).unwrap_or_default())
}

/// An EC2 instance type as a machine.
pub(crate) fn ec2(name: &str, mode: CreditMode) -> Machine {
    let catalog = Catalog::bundled();
    let kind = catalog.instance(name).unwrap();
    let cpu = kind.burst.map_or(CpuAllowance::Fixed, |burst| CpuAllowance::Credits {
        baseline: burst.baseline,
        earned_per_hour: burst.credits_per_hour,
        cap: burst.max_credits,
        launch: burst.launch_credits,
        mode,
    });
    Machine { name: name.to_owned(), vcpus: kind.vcpus, memory: kind.memory, cpu }
}

/// A machine of so many vCPUs that are all its own.
pub(crate) fn fixed(vcpus: f64) -> Machine {
    Machine {
        name: "fixed".to_owned(),
        vcpus: Vcpus::new(vcpus),
        memory: Gib::new(4.0 * vcpus),
        cpu: CpuAllowance::Fixed,
    }
}

/// One server with everything on it.
pub(crate) fn single(machine: Machine) -> Architecture {
    Parts {
        network: Network::Vpc,
        zones: ZoneCount::One,
        components: Vec::new(),
        links: Vec::new(),
        web: WebTier {
            workers: Count::new(machine.vcpus.value() * 5.0),
            machine,
            fleet: Fleet::Fixed(Count::new(1.0)),
            delivery: Delivery::InPlace,
            webroot: Webroot::Local,
            page_cache: PageCache::Origin,
            object_cache: ObjectCache::Off,
        },
        database: DatabaseTier::SameServer,
        sizing: Vec::new(),
    }
    .into()
}

/// An Auto Scaling group over two zones before a database of its own.
pub(crate) fn group(machine: Machine, min: f64, max: f64, delivery: Delivery, webroot: Webroot) -> Architecture {
    let mut architecture = single(machine);
    architecture.zones = ZoneCount::Two;
    architecture.web.delivery = delivery;
    architecture.web.webroot = webroot;
    architecture.web.fleet =
        Fleet::Scaling { min: Count::new(min), max: Count::new(max), target: Ratio::percent(50.0) };
    architecture.database =
        DatabaseTier::Managed { machine: fixed(8.0), failover: crate::architecture::Failover::AuroraReplica };
    architecture.components.push(Component {
        id: ComponentId("load-balancer"),
        service: Service::LoadBalancer,
        place: Place::AcrossZones,
        size: String::new(),
        role: String::new(),
    });
    architecture
}

/// A week in which everything happens.
pub(crate) fn eventful() -> Events {
    use crate::simulation::Event::{Deployment, InstanceFailure, PluginInstall, Spike, ZoneLoss};
    let day = |day: f64, hour: f64| Minutes::new(day * 1_440.0 + hour * 60.0);
    vec![
        Spike {
            start: day(1.0, 19.0),
            height: Count::new(12.0),
            rise: Minutes::new(10.0),
            length: Minutes::new(120.0),
        },
        InstanceFailure { start: day(2.0, 11.0) },
        ZoneLoss { start: day(3.0, 14.0), length: Minutes::new(180.0), zone: Zone::A },
        Deployment { start: day(4.0, 10.0) },
        PluginInstall { start: day(4.0, 15.0) },
    ]
}
