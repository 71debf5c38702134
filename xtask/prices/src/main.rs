//! `cargo xtask prices`: see `HELP`.

use std::{
    path::{Path, PathBuf},
    process::ExitCode,
};

use prices::{Allow, Result, compare, fetch};

const HELP: &str = "\
cargo xtask prices FOLDER|--fetch [--check] [--large] [--catalog FOLDER]

Reads official price files from a folder, or fetches the pricing pages' files from AWS, and rewrites assets/catalog/prices:
each price with its source and date, everything else as it was. Prints what changed. Nothing is written where a unit, a
currency or a tier is not understood, a price is 0, or a price moves by more than 50 %.

  --check    only prints
  --large    takes changes beyond 50 %, once a person has looked at them";

fn main() -> ExitCode {
    match run(std::env::args().skip(1)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(fault) => {
            eprintln!("error: {fault}");
            ExitCode::FAILURE
        }
    }
}

fn run(arguments: impl Iterator<Item = String>) -> Result {
    let (mut folder, mut catalog) = (None, None);
    let (mut check, mut allow, mut fetched) = (false, Allow::Nothing, false);
    let mut arguments = arguments;
    while let Some(argument) = arguments.next() {
        match argument.as_str() {
            "--check" => check = true,
            "--large" => allow = Allow::LargeChanges,
            "--fetch" => fetched = true,
            "--catalog" => catalog = arguments.next().map(PathBuf::from),
            "--help" | "-h" => {
                println!("{HELP}");
                return Ok(());
            }
            other if other.starts_with('-') => return Err(format!("{other} is not known\n\n{HELP}").into()),
            other => folder = Some(PathBuf::from(other)),
        }
    }
    let folder = match (folder, fetched) {
        (Some(folder), false) => folder,
        (None, true) => {
            let folder = std::env::temp_dir().join("groundplan-prices");
            fetch::all(&folder)?;
            folder
        }
        (None, false) | (Some(_), true) => return Err(format!("name a folder, or --fetch\n\n{HELP}").into()),
    };
    let catalog = catalog.unwrap_or_else(|| Path::new(env!("CARGO_MANIFEST_DIR")).join("../../assets/catalog/prices"));
    let mut refresh = compare(&folder, &catalog, allow)?;
    print!("{refresh}");
    if check {
        return if refresh.refused().is_empty() { Ok(()) } else { Err("some prices were refused".into()) };
    }
    refresh.write()
}
