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
mod parts;
mod scaling;
mod single;
mod sizing;
mod sources;

pub use brief::Brief;
pub use hosting::{Argument, Changes, Hosting, OptionId, Side, Skill, Work};
pub use sizing::MOST_SERVERS;

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
        architecture::Architecture,
        catalog::{Catalog, Region},
        questionnaire::{Answers, PRESETS},
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
                let alone = architecture.links_of(name).next().is_none();
                assert!(!alone || name == parts::IMAGE, "{}: nothing connects {name:?}", hosting.name);
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
}
