//! What comes after the advice, in its order, with the hours of each.

use crate::{assessment::Assessment, options::Ground, units::Hours};

/// One step towards the live site.
#[derive(Clone, Debug, PartialEq)]
pub struct NextStep {
    /// What is done.
    pub what: &'static str,
    /// Where the kit says how.
    pub how: &'static str,
    /// Hours of work, as a share of what setting up takes.
    pub hours: Hours,
}

/// The steps, and which part of the setting up each is. The parts are an estimate of ours; the hours are those of the form.
pub fn next_steps(assessment: &Assessment) -> Vec<NextStep> {
    let step = |what, how, share: f64| {
        let hours = Hours::new(assessment.hosting.setup.typical.value() * share);
        NextStep { what, how, hours }
    };
    match assessment.hosting.ground {
        Ground::Managed => vec![
            step("Ask the host, and sign", "CHECKLIST.md, before", 0.2),
            step("Move a copy, and look at it", "runbooks/migrate-in.md", 0.4),
            step("Freeze, copy again, switch the names", "runbooks/migrate-in.md", 0.2),
            step("Prove it, a restore among it", "CHECKLIST.md, after", 0.2),
        ],
        Ground::Elsewhere
        | Ground::Lightsail
        | Ground::Export
        | Ground::LightsailPair
        | Ground::Instance
        | Ground::GroupOfOne
        | Ground::Group
        | Ground::Containers => vec![
            step("Read the kit; accounts, names and versions", "README.md; CHECKLIST.md, before", 0.1),
            step("Build it apart, with a copy of the site", "README.md, how to build it", 0.35),
            step("Fit plugins and deployment to it", "runbooks/deploy-plugins-and-themes.md", 0.25),
            step("Restore once, lose a server once", "runbooks/restore-everything.md", 0.1),
            step("Freeze, copy again, switch the names", "runbooks/migrate-in.md", 0.1),
            step("Prove it, and hand it over", "CHECKLIST.md, after", 0.1),
        ],
    }
}
