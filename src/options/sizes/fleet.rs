//! How many servers of which type: a pair, or an Auto Scaling group.

use super::{Load, PAIR, Sizer, Tier, largest};
use crate::{
    architecture::Fleet,
    choices::{ChoiceId, Design, MOST_SERVERS, Zones},
    options::{
        Ground,
        on_sale::{self, Offer},
    },
    questionnaire::{Peaks, SiteKind, ZoneLoss},
    services::managed_host,
    units::{Count, Usd, Vcpus, ordered, text},
};

/// CPU utilisation of the web servers left at the ordinary peak after a zone is lost (estimate).
const ZONE_LOST_TARGET: f64 = 0.9;
/// CPU utilisation of the web servers always on when a spike comes unannounced (estimate).
const SPIKE_TARGET: f64 = 0.95;
/// Web servers always on above which a larger type is taken instead (estimate).
const MOST_ALWAYS_ON: f64 = 12.0;

impl Sizer<'_> {
    /// What each of so many servers has to hold of all PHP workers: four at the least, two in a task, of which there are more.
    fn workers_each(&self, all: Count, servers: f64) -> Count {
        let least = if self.hosting.ground == Ground::Containers { 2.0 } else { 4.0 };
        Count::new((all.value() / servers).ceil().max(least))
    }

    /// The cheapest plan of a managed host that holds the site and has the PHP workers for its peak.
    pub(super) fn plan(&self, load: &Load, plans: &[Offer], step: usize) -> Option<(Tier, Vec<String>)> {
        // A worker of theirs is a thread on a core that is shared; the database runs beside it.
        let wanted = load.wanted.max(Vcpus::new(match self.brief.answers.site {
            // Kinsta itself advises against shops, members and courses on two threads.
            SiteKind::Shop | SiteKind::Membership => 4.0,
            SiteKind::Brochure | SiteKind::Blog | SiteKind::News => 2.0,
        }));
        let is_pinned = self.brief.answers.pins.get(ChoiceId::Machine).is_some() && plans.len() == 1;
        let fits = |offer: &&Offer| {
            is_pinned || (offer.machine.vcpus >= wanted && offer.disk.is_none_or(|disk| disk >= load.disk))
        };
        let offer = match plans.iter().filter(fits).nth(step) {
            Some(offer) => offer.clone(),
            None if step == 0 => most(plans),
            None => return None,
        };
        let workers = Count::new(offer.machine.vcpus.value());
        let reason = format!(
            "{}: {} visits a month as hosts count them, {} PHP workers wanted at the peak, {} GB stored",
            offer.machine.name,
            text::short(self.brief.demand.visits.value() * managed_host::COUNTED),
            text::trimmed(wanted.value(), 1),
            text::trimmed(load.disk.value(), 0),
        );
        Some((Tier { offer, fleet: Fleet::Fixed(Count::new(1.0)), workers }, vec![reason]))
    }

    /// Two equal plans that carry the worst peak together, and the ordinary one alone where a zone has to be survived.
    pub(super) fn pair(&self, load: &Load, servers: &[Offer], step: usize) -> Option<(Tier, Vec<String>)> {
        let is_pinned = self.brief.answers.pins.get(ChoiceId::Machine).is_some() && servers.len() == 1;
        let survives = self.brief.answers.zone_loss == ZoneLoss::MustSurvive;
        let alone = if survives { load.ordinary.value() / ZONE_LOST_TARGET } else { 0.0 };
        let workers = self.workers_each(load.workers, PAIR);
        let memory = load.memory + self.brief.demand.worker_memory * workers.value();
        let fits = |offer: &&Offer| {
            is_pinned
                || (offer.machine.vcpus >= (load.wanted / PAIR).max(Vcpus::new(alone))
                    && offer.machine.memory >= memory
                    && offer.disk.is_none_or(|disk| disk >= load.disk)
                    && on_sale::lasts(&offer.machine, load.mean / PAIR))
        };
        let found = servers.iter().filter(fits).nth(step);
        let offer = match found {
            Some(offer) => offer.clone(),
            None if step == 0 => largest(load, servers),
            None => return None,
        };
        let reason = format!(
            "2 × {}: {} busy vCPU on the average, {} at the ordinary peak{}, {} at the worst",
            offer.machine.name,
            text::trimmed(load.mean.value(), 2),
            text::trimmed(load.ordinary.value(), 1),
            if survives { ", which one of them carries alone at 90 %" } else { "" },
            text::trimmed(load.worst.value(), 1),
        );
        Some((Tier { offer, fleet: Fleet::Fixed(Count::new(PAIR)), workers }, vec![reason]))
    }

    /// The cheapest fleet of equal servers that carries the ordinary week, and how far it has to scale.
    pub(super) fn several(
        &self,
        design: &Design,
        load: &Load,
        servers: &[Offer],
        step: usize,
    ) -> Option<(Tier, Vec<String>)> {
        let brief = &self.brief;
        let target = brief.demand.target.value();
        let unannounced = brief.answers.peaks.or(Peaks::Steady) == Peaks::Viral;
        let survives = brief.answers.zone_loss == ZoneLoss::MustSurvive;
        let zones = zones(design);
        let pinned = brief.answers.pins.servers().map(Count::value);
        let is_pinned = brief.answers.pins.get(ChoiceId::Machine).is_some() && servers.len() == 1;
        let mut fleets: Vec<(Usd, &Offer, f64, f64)> = Vec::new();
        for offer in servers {
            let machine = &offer.machine;
            let servers = |busy: Vcpus, share: f64| (busy.value() / (share * machine.vcpus.value())).ceil();
            let mut least = servers(load.mean, target).max(2.0);
            if survives && zones > 1.0 {
                // Static stability: what is left after losing a zone carries the ordinary peak without waiting for launches.
                least = least.max((servers(load.ordinary, ZONE_LOST_TARGET) * zones / (zones - 1.0)).ceil());
            }
            if unannounced {
                least = least.max(servers(load.worst, SPIKE_TARGET));
            }
            let least = pinned.unwrap_or(zones * (least / zones).ceil());
            // One to spare above what the worst peak takes.
            let most = (servers(load.worst, target) + 1.0).max(least);
            let memory = load.memory + brief.demand.worker_memory * self.workers_each(load.workers, least).value();
            let meets = least <= MOST_ALWAYS_ON.max(pinned.unwrap_or(0.0))
                && most <= f64::from(MOST_SERVERS)
                && machine.memory >= memory
                && on_sale::lasts(machine, load.mean / least);
            if meets || is_pinned {
                fleets.push((offer.price * least, offer, least, most.min(f64::from(MOST_SERVERS))));
            }
        }
        let fleets = ordered(fleets, |a, b| a.0.value().total_cmp(&b.0.value()));
        let Some((_, offer, least, most)) = fleets.get(step).copied() else {
            return (step == 0).then(|| self.largest_fleet(zones, load, servers));
        };
        let mut reasons = vec![format!(
            "{} × {}: {:.1} vCPU busy on the average, {:.1} at the ordinary peak, {:.1} at the worst",
            if most > least { format!("{least} to {most}") } else { least.to_string() },
            offer.machine.name,
            load.mean.value(),
            load.ordinary.value(),
            load.worst.value()
        )];
        if survives && zones > 1.0 {
            reasons.push(format!(
                "those left when a zone is lost carry the ordinary peak of {:.1} busy vCPU at 90 %",
                load.ordinary.value()
            ));
        }
        if unannounced {
            reasons.push(format!(
                "spikes come unannounced and faster than servers start, so those always on carry {:.1} busy vCPU",
                load.worst.value()
            ));
        }
        Some((self.tier(offer.clone(), least, most, load.workers), reasons))
    }

    /// Where no type on sale makes a fleet within the limits: the largest, as many as the worst peak takes or as are allowed.
    fn largest_fleet(&self, zones: f64, load: &Load, servers: &[Offer]) -> (Tier, Vec<String>) {
        let offer = servers.last().cloned().unwrap_or_else(on_sale::nothing);
        let each = offer.machine.vcpus.value().max(1.0);
        let limit = f64::from(MOST_SERVERS);
        let wanted = (load.worst.value() / (SPIKE_TARGET * each)).ceil().clamp(2.0, limit);
        let least = zones * (wanted / zones).ceil().min((limit / zones).floor());
        let most = (least * 1.5).ceil().min(limit);
        let reason = format!(
            "{least} to {most} × {}, the largest here: the worst peak keeps {:.1} vCPU busy",
            offer.machine.name,
            load.worst.value()
        );
        (self.tier(offer, least, most, load.workers), vec![reason])
    }

    fn tier(&self, offer: Offer, least: f64, most: f64, workers: Count) -> Tier {
        let target = self.brief.demand.target;
        let fleet = Fleet::Scaling { min: Count::new(least), max: Count::new(most), target };
        Tier { offer, fleet, workers: self.workers_each(workers, least) }
    }
}

const fn zones(design: &Design) -> f64 {
    match design.zones {
        Zones::One => 1.0,
        Zones::Two => 2.0,
        Zones::Three => 3.0,
    }
}

/// The plan with the most storage and PHP workers, where none is enough.
fn most(plans: &[Offer]) -> Offer {
    let size = |offer: &Offer| offer.disk.map_or(0.0, |disk| disk.value()) + offer.machine.vcpus.value();
    let largest = plans.iter().max_by(|a, b| size(a).total_cmp(&size(b)));
    largest.cloned().unwrap_or_else(on_sale::nothing)
}
