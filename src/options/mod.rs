//! The forms, which are ways to host the site, one a file: what each fixes, which choices it leaves open, and what it asks and
//! gives; how large the machines of a design are, and the one way from a design to an architecture.

mod assemble;
mod brief;
mod caches;
mod designs;
mod ec2_self_healing;
mod ec2_single;
mod efs_webroot;
mod fargate;
mod git_webroot;
mod gluster_webroot;
mod golden_image;
mod hosting;
mod lightsail;
mod lightsail_pair;
mod managed_host;
mod nfs_webroot;
mod off_aws;
mod on_sale;
mod parts;
mod serverless;
mod sizes;
mod sources;
mod space;
mod static_export;

pub use assemble::assemble;
pub use brief::Brief;
pub use designs::Designs;
pub use hosting::{Argument, Changes, Files, Ground, Hosting, OptionId, Side, Skill, Work};
pub use on_sale::managed_workers;
pub use sizes::{Managed, Sizer, Sizes};
#[cfg(any(target_arch = "wasm32", feature = "ssr"))]
pub(crate) use sources::{CONSULTANT_T2, CONSULTANT_WHEN};
pub use space::{Space, Values};

/// The key of the option that shares its webroot on EFS.
pub const EFS: OptionId = efs_webroot::ID;
/// The key of the option that installs its webroot from Git.
pub const GIT: OptionId = git_webroot::ID;

/// Every option, from the simplest to the most elaborate.
pub static OPTIONS: [&Hosting; 13] = [
    &off_aws::HOSTING,
    &managed_host::HOSTING,
    &static_export::HOSTING,
    &lightsail::HOSTING,
    &lightsail_pair::HOSTING,
    &ec2_single::HOSTING,
    &ec2_self_healing::HOSTING,
    &efs_webroot::HOSTING,
    &nfs_webroot::HOSTING,
    &gluster_webroot::HOSTING,
    &git_webroot::HOSTING,
    &golden_image::HOSTING,
    &fargate::HOSTING,
];

/// The first option that stands on this.
pub fn on(ground: Ground) -> Option<&'static Hosting> {
    OPTIONS.into_iter().find(|hosting| hosting.ground == ground)
}

/// The option with this key.
pub fn hosting(id: &str) -> Option<&'static Hosting> {
    OPTIONS.into_iter().find(|hosting| hosting.id.0 == id)
}
