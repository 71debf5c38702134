//! The dependencies' licences, sources and known faults, judged by deny.toml.

use crate::check::cargo;
use crate::{Result, command, project, setup};
use std::collections::BTreeSet;
use std::process::Command;

/// The whole of deny.toml by cargo-deny; where that cannot be had the licences alone, which need no other program.
pub fn check() -> Result {
    let program = match setup::for_checks() {
        Ok(program) => program,
        Err(fault) => {
            println!("   cargo-deny cannot be had ({fault}): licences only, no sources and no advisories");
            return without_cargo_deny();
        }
    };
    let deny = |words: &[&str]| {
        let mut deny = Command::new(&program);
        deny.args(["--workspace", "--all-features"]).args(words).current_dir(project::root());
        command::run(&mut deny)
    };
    if deny(&["fetch", "db"]).is_ok() {
        return deny(&["check", "--disable-fetch", "--hide-inclusion-graph"]);
    }
    println!(
        "   the database of advisories cannot be fetched: licences, bans and sources are checked, advisories are not"
    );
    deny(&["check", "--hide-inclusion-graph", "licenses", "bans", "sources"])
}

fn without_cargo_deny() -> Result {
    let listed = cargo()
        .args(["tree", "--workspace", "--edges", "normal,build,dev", "--target", "all", "--all-features"])
        .args(["--prefix", "none", "--format", "{l}\t{p}"])
        .output()?;
    if !listed.status.success() {
        return Err(String::from_utf8_lossy(&listed.stderr).into());
    }
    let deny = std::fs::read_to_string(project::root().join("deny.toml"))?;
    let allowed = allowed(&deny);
    let tree = String::from_utf8_lossy(&listed.stdout).into_owned();
    let crates: BTreeSet<(&str, &str)> = tree.lines().filter_map(|line| line.split_once('\t')).collect();
    let refused: Vec<String> = crates
        .iter()
        .filter(|(licence, _)| !is_allowed(licence, &allowed))
        .map(|(licence, name)| format!("{} is licensed under \"{licence}\"", name.trim_end_matches(" (*)")))
        .collect();
    if !refused.is_empty() {
        return Err(format!("deny.toml does not allow this:\n   {}", refused.join("\n   ")).into());
    }
    println!("   {} entries of the tree are licensed under {}", crates.len(), allowed.join(", "));
    Ok(())
}

/// The licences that deny.toml lists, one a line.
fn allowed(deny: &str) -> Vec<&str> {
    let list = deny.split_once("[licenses]").and_then(|(_, rest)| rest.split_once(']')).map_or("", |(list, _)| list);
    list.lines().filter_map(|line| line.trim().strip_prefix('"')?.strip_suffix("\",")).collect()
}

/// Whether an SPDX expression can be met: every part joined by AND has an alternative that is allowed. AND binds closer
/// than OR, and no crate of ours nests deeper than one pair of brackets.
fn is_allowed(expression: &str, allowed: &[&str]) -> bool {
    let one = |text: &str| allowed.contains(&text.trim_matches([' ', '(', ')']));
    let alternatives = |text: &str| text.replace('/', " OR ").split(" OR ").any(one);
    if expression.contains('(') {
        expression.split(" AND ").all(alternatives)
    } else {
        expression.split(" OR ").any(|alternative| alternative.split(" AND ").all(alternatives))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_list_is_read_from_deny_toml() {
        let deny = "[graph]\ntargets = [\"a\"]\n[licenses]\nallow = [\n    \"MIT\",\n    \"Zlib\",\n]\n[bans]\n";
        assert_eq!(allowed(deny), ["MIT", "Zlib"]);
    }

    #[test]
    fn an_expression_needs_one_alternative_of_every_part() {
        let allowed = ["MIT", "Unicode-3.0"];
        for met in
            ["MIT", "MIT OR Apache-2.0", "GPL-3.0/MIT", "(MIT OR Apache-2.0) AND Unicode-3.0", "Zlib AND ISC OR MIT"]
        {
            assert!(is_allowed(met, &allowed), "{met}");
        }
        for not in ["", "GPL-3.0", "MIT AND GPL-3.0", "(MIT OR Apache-2.0) AND Zlib", "Apache-2.0 WITH LLVM-exception"]
        {
            assert!(!is_allowed(not, &allowed), "{not}");
        }
    }
}
