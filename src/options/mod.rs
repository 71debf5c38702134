//! The ways to host the site, one a file: each builds its architecture for a client and says what it asks and gives.

mod brief;
mod ec2_single;
mod efs_webroot;
mod git_webroot;
mod gluster_webroot;
mod golden_image;
mod hosting;
mod lightsail;
mod nfs_webroot;
mod off_aws;
mod on_sale;
mod parts;
mod scaling;
mod single;
mod sizing;
mod sources;

pub use brief::Brief;
pub use hosting::{Argument, Changes, Hosting, OptionId, Side, Skill, Work};
pub use sizing::MOST_SERVERS;
#[cfg(any(target_arch = "wasm32", feature = "ssr"))]
pub(crate) use sources::{CONSULTANT_T2, CONSULTANT_WHEN};

/// The key of the option that shares its webroot on EFS.
pub const EFS: OptionId = efs_webroot::ID;
/// The key of the option that installs its webroot from Git.
pub const GIT: OptionId = git_webroot::ID;

/// Every option, from the simplest to the most elaborate.
pub static OPTIONS: [&Hosting; 8] = [
    &off_aws::HOSTING,
    &lightsail::HOSTING,
    &ec2_single::HOSTING,
    &efs_webroot::HOSTING,
    &nfs_webroot::HOSTING,
    &gluster_webroot::HOSTING,
    &git_webroot::HOSTING,
    &golden_image::HOSTING,
];

/// The option with this key.
pub fn hosting(id: &str) -> Option<&'static Hosting> {
    OPTIONS.into_iter().find(|hosting| hosting.id.0 == id)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::{
        architecture::{Architecture, CpuAllowance, DatabaseTier},
        catalog::{Catalog, Region},
        questionnaire::{Answers, DataLoss, PRESETS, Said, preset},
        units::{Count, Ratio, Requests, Vcpus},
        workload::{Case, Workload},
    };

    fn every(check: impl Fn(&Hosting, &Answers, &Architecture)) {
        let catalog = Catalog::bundled();
        for preset in PRESETS {
            for region in Region::ALL {
                let answers = Answers { region, ..(preset.answers)() };
                let workload = Workload::new(&answers);
                for case in Case::ALL {
                    let brief = Brief { answers: &answers, demand: workload.case(case), catalog: &catalog };
                    for hosting in OPTIONS {
                        check(hosting, &answers, &(hosting.build)(&brief));
                    }
                }
            }
        }
    }

    #[test]
    fn every_part_has_a_name_of_its_own_and_every_link_two_ends() {
        every(|hosting, _, architecture| {
            let names: BTreeSet<_> = architecture.components.iter().map(|component| component.id).collect();
            assert_eq!(names.len(), architecture.components.len(), "{}", hosting.name);
            for link in &architecture.links {
                assert!(names.contains(&link.from) && names.contains(&link.to), "{}: {link:?}", hosting.name);
            }
            for name in names {
                let connected = architecture.links.iter().any(|link| link.from == name || link.to == name);
                assert!(connected || name == parts::IMAGE, "{}: nothing connects {name:?}", hosting.name);
            }
        });
    }

    #[test]
    fn something_is_on_sale_for_everyone_everywhere() {
        every(|hosting, answers, architecture| {
            assert_ne!(
                architecture.web.machine.name,
                "nothing on sale",
                "{} in {}",
                hosting.name,
                answers.region.name()
            );
        });
    }

    #[test]
    fn options_are_found_by_their_keys() {
        for option in OPTIONS {
            assert!(std::ptr::eq(hosting(option.id.0).unwrap(), option));
        }
        assert!(hosting("mainframe").is_none());
    }

    fn built(id: &str, answers: &Answers) -> Architecture {
        let (workload, catalog) = (Workload::new(answers), Catalog::bundled());
        let brief = Brief { answers, demand: workload.typical(), catalog: &catalog };
        (hosting(id).unwrap().build)(&brief)
    }

    /// digitbin.com, 2019: six million page views a month on one vCPU and 1 GB behind Cloudflare. A server sized here for
    /// as many has two vCPUs at the most and costs what the smallest do.
    #[test]
    fn six_million_cached_page_views_need_a_small_server() {
        let answers = Answers {
            visits: Said::Known(Requests::new(3_530_000.0)),
            uncacheable: Said::Known(Ratio::percent(1.0)),
            plugins: Said::Known(Count::new(15.0)),
            budget: None,
            ..Answers::default()
        };
        for id in ["lightsail", "ec2", "off-aws"] {
            let machine = built(id, &answers).web.machine.clone();
            assert!(machine.vcpus <= Vcpus::new(2.0), "{id}: {}", machine.name);
        }
    }

    /// AWS whitepaper on static stability: what is left after losing a zone carries the ordinary peak on its own.
    #[test]
    fn half_of_the_servers_carry_the_ordinary_peak_where_a_zone_may_be_lost() {
        let answers = (preset("membership").unwrap().answers)();
        let demand = Workload::new(&answers).typical().clone();
        let web = built("git", &answers).web.clone();
        let busy = demand.busy_web(demand.ordinary(web.page_cache));
        let left = web.machine.vcpus * (web.fleet.min().value() / 2.0);
        assert!(left >= busy, "{} vCPU left for {} busy", left.value(), busy.value());
    }

    /// A machine that bursts is only taken where its baseline carries the average, so that credits gather for the peaks.
    #[test]
    fn burstable_servers_are_taken_only_where_their_baseline_carries_the_average() {
        for preset in PRESETS {
            let answers = (preset.answers)();
            let demand = Workload::new(&answers).typical().clone();
            for id in ["ec2", "git", "efs"] {
                let web = built(id, &answers).web.clone();
                let each = demand.busy_web(demand.mean(web.page_cache)) / web.fleet.min().value();
                if let CpuAllowance::Credits { baseline, .. } = web.machine.cpu {
                    let lasting = web.machine.vcpus * baseline.value();
                    assert!(each <= lasting, "{}: {id}: {} of {}", preset.id, each.value(), lasting.value());
                }
                assert!(web.fleet.max() <= Count::new(MOST_SERVERS), "{}: {id}", preset.id);
            }
        }
    }

    /// Whoever may lose no more than minutes gets a database that is backed up continuously, on one server as well.
    #[test]
    fn a_strict_recovery_point_brings_a_managed_database() {
        for (limit, managed) in [(DataLoss::Day, false), (DataLoss::Hour, true), (DataLoss::None, true)] {
            let answers = Answers { data_loss: limit, ..Answers::default() };
            for id in ["lightsail", "ec2"] {
                let database = built(id, &answers).database.clone();
                assert_eq!(matches!(database, DatabaseTier::Managed { .. }), managed, "{id} at {limit:?}");
            }
        }
    }

    #[test]
    fn texts_about_options_are_fragments_with_a_source() {
        for option in OPTIONS {
            let fragments = option.takes_away.iter().chain(option.needs).chain([&option.deployment]);
            for text in fragments.copied().chain(option.arguments.iter().map(|argument| argument.text)) {
                assert!(!text.is_empty() && !text.ends_with('.'), "{text}");
            }
            assert!(option.arguments.iter().all(|argument| !argument.source.is_empty()), "{}", option.name);
            let side = |wanted| option.arguments.iter().any(|argument| argument.side == wanted);
            assert!(side(Side::For) && side(Side::Against), "{}", option.name);
        }
    }
}
