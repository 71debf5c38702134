//! What people read: README, checklist, costs, runbooks, each with this site's figures.

mod checklist;
mod costs;
mod page;
mod readme;
mod runbooks;

use super::{file::KitFile, site::Site, template::Template};

/// All documents of a kit.
pub(super) fn all(site: &Site<'_>, stacks: &[Template]) -> Vec<KitFile> {
    let mut files = vec![
        KitFile::new("README.md", readme::text(site, stacks)),
        KitFile::new("CHECKLIST.md", checklist::text(site)),
        KitFile::new("COSTS.md", costs::text(site, stacks)),
    ];
    files.extend(runbooks::all(site));
    files
}
