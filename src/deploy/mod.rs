//! The deploy kit: from a design and its architecture to the files that build it. Pure: the same answers give the same bytes.
//!
//! Templates are values (`template`), built one kind of resource a file (`stacks`) and printed in one order (`yaml`). What a
//! server is made of is the same for every site (`server`, from `assets/deploy/server`), but for the files of sizes (`sizes`)
//! and the names in `site.env`. Scripts and runbooks read names from there, so none of them is a text with holes.

mod additions;
mod archive;
mod documents;
mod file;
mod launch;
mod next_steps;
mod proofs;
mod scripts;
mod server;
mod site;
mod sizes;
mod stacks;
mod template;
#[cfg(test)]
mod tests;
mod versions;
mod yaml;

pub use archive::zip;
pub use file::{Kit, KitFile, Mode};
pub use next_steps::{NextStep, next_steps};
pub use proofs::{NOT_PROVED, PROVED};

use crate::{advice::Advice, assessment::Assessment, units::Usd};
use site::{Ground, Site};

/// The kit that builds a design for a client.
pub fn kit(assessment: &Assessment, advice: &Advice) -> Kit {
    let site = Site { assessment, advice };
    let name = format!("{}-kit", assessment.hosting.id.0);
    if let Some(lack) = site.lack() {
        let text = format!("# {}\n\n{lack}\n", assessment.hosting.name);
        return Kit { name, files: vec![KitFile::new("README.md", text)], lack: Some(lack), adds: Usd::ZERO };
    }
    let stacks = stacks::all(&site);
    let mut files: Vec<KitFile> =
        stacks.iter().map(|stack| KitFile::new(format!("cloudformation/{}", stack.file()), stack.text())).collect();
    if site.ground() == Ground::Elsewhere {
        files.push(KitFile::new("cloud-init.yaml", launch::cloud_config(&site)));
    }
    // A managed host has its own server, scripts and versions.
    if site.ground() != Ground::Managed {
        files.extend(server::files(&site));
        files.extend(scripts::files(&site, &stacks));
        files.push(KitFile::new("versions.json", versions::file(&site)));
    }
    files.extend(documents::all(&site, &stacks));
    files.sort_by(|a, b| a.path.cmp(&b.path));
    Kit { name, files, lack: None, adds: additions::monthly(&additions::of(&site, &stacks)) }
}
