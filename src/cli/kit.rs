//! `groundplan kit`: the files that build one option, as a folder or a ZIP file.

use std::{
    fs,
    path::{Path, PathBuf},
};

use clap::Args;
use groundplan::{
    advice::advise,
    catalog::Catalog,
    deploy::{self, Mode},
};

use super::input::{known_options, pinned, read_answers};

/// What is built, and where it is put.
#[derive(Args)]
pub(super) struct Kit {
    /// The answers; "-" reads standard input.
    answers: String,
    /// The hosting option; the one that fits best where nothing is said.
    #[arg(long, visible_alias = "form", help = format!("The hosting option: {}; the one that fits best where nothing is said", known_options()))]
    option: Option<String>,
    /// A choice that is made already, like nat=none; may be given several times.
    #[arg(long = "pin", value_name = "CHOICE=VALUE")]
    pins: Vec<String>,
    /// Every option, each in a folder of its own.
    #[arg(long, conflicts_with_all = ["option", "zip"])]
    all: bool,
    /// The folder to write the kit's folder into.
    #[arg(long, value_name = "DIR", required_unless_present = "zip", conflicts_with = "zip")]
    out: Option<PathBuf>,
    /// The ZIP file to write.
    #[arg(long, value_name = "FILE")]
    zip: Option<PathBuf>,
}

/// Runs the command.
pub(super) fn run(command: &Kit) -> Result<String, String> {
    let answers = pinned(read_answers(&command.answers)?, &command.pins)?;
    let advice = advise(&answers, &Catalog::bundled());
    if let (true, Some(folder)) = (command.all, &command.out) {
        let mut told = String::new();
        for standing in &advice.standings {
            told.push_str(&written(&deploy::kit(&standing.assessment, &advice), folder)?);
        }
        return Ok(told);
    }
    let standing = match command.option.as_deref() {
        Some(id) => {
            advice.option(id).ok_or_else(|| format!("there is no option {id}; there are {}", known_options()))?
        }
        None => advice.standings.first().ok_or("no option was built")?,
    };
    let kit = deploy::kit(&standing.assessment, &advice);
    match (&command.out, &command.zip) {
        (Some(folder), _) => written(&kit, folder),
        (None, Some(zip)) => {
            write(zip, &deploy::zip(&kit), Mode::Plain)?;
            Ok(told(&kit, zip))
        }
        (None, None) => Err("say where to: --out DIR or --zip FILE".to_owned()),
    }
}

/// Writes a kit's folder into a folder.
fn written(kit: &deploy::Kit, into: &Path) -> Result<String, String> {
    let folder = into.join(&kit.name);
    for file in &kit.files {
        write(&folder.join(&file.path), file.text.as_bytes(), file.mode)?;
    }
    Ok(told(kit, &folder))
}

fn told(kit: &deploy::Kit, place: &Path) -> String {
    format!("{}: {} files, {} bytes\n", place.display(), kit.files.len(), kit.size())
}

fn write(path: &Path, bytes: &[u8], mode: Mode) -> Result<(), String> {
    let told = |error: std::io::Error| format!("{}: {error}", path.display());
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder).map_err(told)?;
    }
    fs::write(path, bytes).map_err(told)?;
    match mode {
        Mode::Plain => Ok(()),
        Mode::Executable => executable(path).map_err(told),
    }
}

#[cfg(unix)]
fn executable(path: &Path) -> std::io::Result<()> {
    use std::os::unix::fs::PermissionsExt as _;
    fs::set_permissions(path, fs::Permissions::from_mode(0o755))
}

#[cfg(not(unix))]
fn executable(_: &Path) -> std::io::Result<()> {
    Ok(())
}
