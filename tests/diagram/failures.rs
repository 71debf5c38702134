//! What fails when, for everything that could be drawn: what is lost stops, and what is told agrees with the list of
//! single points of failure.

use groundplan::{
    architecture::{Place, Service, Zone, ZoneCount},
    availability::{Broken, Impact, failure, single_points},
    simulation::Rules,
};

use crate::{every, fixtures::reference};

#[test]
fn what_is_lost_stops_and_what_takes_over_does_not() {
    let rules = Rules::default();
    every(|name, case, _, _| {
        let architecture = &case.architecture;
        let parts = architecture.components.iter().map(|component| Broken::Part(component.id));
        for broken in parts.chain(Zone::ALL.map(Broken::Zone)) {
            let failure = failure(architecture, &rules, broken);
            for component in &architecture.components {
                let lost = match broken {
                    Broken::Part(id) => component.id == id,
                    Broken::Zone(zone) => matches!(component.place, Place::In(of, _) if of == zone),
                };
                assert!(!lost || failure.stops.contains(&component.id), "{name}: {broken:?}: {:?}", component.id);
            }
            assert!(
                failure.takes_over.iter().all(|successor| !failure.stops.contains(&successor.by)),
                "{name}: {broken:?}"
            );
            assert_eq!(
                matches!(failure.impact, Impact::Pause(_)),
                !failure.takes_over.is_empty(),
                "{name}: {broken:?}"
            );
            assert!(failure.told().ends_with('.'), "{name}: {broken:?}: {}", failure.told());
        }
    });
}

#[test]
fn single_points_of_failure_take_the_site_down_and_other_servers_do_not() {
    let rules = Rules::default();
    every(|name, case, _, _| {
        if !name.starts_with("option") {
            return;
        }
        let single = single_points(&case.architecture);
        for component in &case.architecture.components {
            let inside = matches!(component.place, Place::In(..) | Place::Elsewhere);
            if !inside || component.service == Service::Backup {
                continue;
            }
            let impact = failure(&case.architecture, &rules, Broken::Part(component.id)).impact;
            let alone = single.iter().any(|point| point.component == component.id);
            assert_eq!(matches!(impact, Impact::Down(_) | Impact::Restart(_)), alone, "{name}: {:?}", component.id);
        }
    });
}

#[test]
fn the_reference_architecture_survives_a_zone_in_the_time_of_the_failover() {
    let rules = Rules::default();
    let architecture = reference(ZoneCount::Two);
    let lost = failure(&architecture, &rules, Broken::Zone(Zone::A));
    // A load balancer takes 0.8 minutes to notice, Aurora 0.75 to fail over: `simulation::delays`.
    assert!(matches!(lost.impact, Impact::Pause(minutes) if (0.7..=0.9).contains(&minutes.value())), "{lost:?}");
    let heirs: Vec<&str> = lost.takes_over.iter().map(|successor| successor.by.0).collect();
    assert_eq!(heirs, ["web-b", "database-reader"]);
    let one = reference(ZoneCount::One);
    assert!(matches!(failure(&one, &rules, Broken::Zone(Zone::A)).impact, Impact::Down(_)));
}
