//! Circles between files: files that use one another, directly or by way of others, can only be understood together.

use std::collections::{BTreeMap, BTreeSet};

use crate::source::{Source, target};

/// The circles that there still are. This list only becomes shorter: a circle that is gone is to be taken out here as well.
pub(crate) const KNOWN: &[&[&str]] = &[
    &["src/cli/advise.rs", "src/cli/diagram.rs", "src/cli/mod.rs", "src/cli/odds.rs", "src/cli/simulate.rs"],
    &[
        "src/diagram/arrange.rs",
        "src/diagram/landscape/cells.rs",
        "src/diagram/landscape/mod.rs",
        "src/diagram/nesting.rs",
        "src/diagram/portrait/mod.rs",
    ],
    &["src/diagram/legend.rs", "src/diagram/svg.rs"],
    &["src/diagram/look.rs", "src/diagram/picture.rs"],
    &["src/diagram/route/field.rs", "src/diagram/route/mod.rs", "src/diagram/route/search.rs"],
];

/// The groups of files that use one another, each sorted, the groups in order.
pub(crate) fn between(sources: &[Source]) -> Vec<Vec<String>> {
    let by_module: BTreeMap<Vec<String>, &Source> = sources
        .iter()
        .filter(|source| !source.module.is_empty())
        .map(|source| (source.module.clone(), source))
        .collect();
    let uses: BTreeMap<&str, BTreeSet<&str>> =
        sources.iter().map(|source| (source.file.as_str(), used_by(source, &by_module))).collect();
    let reach: BTreeMap<&str, BTreeSet<&str>> = uses.keys().map(|file| (*file, reachable(file, &uses))).collect();
    let mut groups = BTreeSet::new();
    for file in uses.keys() {
        let group: Vec<String> = reach[file]
            .iter()
            .filter(|other| *other == file || reach[*other].contains(file))
            .map(|other| (*other).to_owned())
            .collect();
        if group.len() > 1 {
            groups.insert(group);
        }
    }
    groups.into_iter().collect()
}

/// What is new, and what may be taken out of the list.
pub(crate) fn compare(found: &[Vec<String>], known: &[&[&str]]) -> Result<(), String> {
    let is_known =
        |group: &Vec<String>| known.iter().any(|listed| group.iter().all(|file| listed.contains(&file.as_str())));
    let is_found =
        |listed: &&&[&str]| found.iter().any(|group| group.iter().any(|file| listed.contains(&file.as_str())));
    let new: Vec<String> = found.iter().filter(|group| !is_known(group)).map(|group| format!("  {group:?}")).collect();
    let gone: Vec<String> =
        known.iter().filter(|listed| !is_found(listed)).map(|listed| format!("  {listed:?}")).collect();
    if new.is_empty() && gone.is_empty() {
        return Ok(());
    }
    Err(format!(
        "files that use one another in a circle, and are not listed so:\n{}\nlisted, and no longer so:\n{}",
        new.join("\n"),
        gone.join("\n")
    ))
}

fn used_by<'a>(source: &Source, by_module: &BTreeMap<Vec<String>, &'a Source>) -> BTreeSet<&'a str> {
    // A name that is only passed on is not used here.
    let passed_on = source.imports.iter().filter(|import| import.is_passed_on && source.names.contains(&import.name));
    let own = |path: &Vec<String>| source.module.iter().chain(path).cloned().collect::<Vec<String>>();
    source
        .paths
        .iter()
        .chain(passed_on.map(|import| &import.path))
        .filter_map(|path| {
            // A path that begins with a child of the module is said from there.
            let from_here = own(path);
            let is_child = path.len() > 1 && by_module.contains_key(&from_here[..source.module.len() + 1]);
            target(by_module, if is_child { &from_here } else { path }, 0)
        })
        .map(|other| other.file.as_str())
        .filter(|other| *other != source.file)
        .collect()
}

fn reachable<'a>(from: &'a str, uses: &BTreeMap<&'a str, BTreeSet<&'a str>>) -> BTreeSet<&'a str> {
    let mut reached = BTreeSet::new();
    let mut waiting: Vec<&str> = uses[from].iter().copied().collect();
    while let Some(file) = waiting.pop() {
        if reached.insert(file) {
            waiting.extend(uses.get(file).into_iter().flatten());
        }
    }
    reached
}

#[test]
fn a_circle_is_found_and_told() {
    let group = |files: &[&str]| files.iter().map(|file| (*file).to_owned()).collect::<Vec<_>>();
    let found = [group(&["a.rs", "b.rs"])];
    assert_eq!(compare(&found, &[&["a.rs", "b.rs"]]), Ok(()));
    assert_eq!(compare(&found, &[&["a.rs", "b.rs", "c.rs"]]), Ok(()), "smaller");
    assert!(compare(&found, &[]).unwrap_err().contains("a.rs"), "new");
    assert!(compare(&found, &[&["a.rs", "c.rs"]]).unwrap_err().contains("b.rs"), "larger");
    assert!(compare(&[], &[&["a.rs", "b.rs"]]).unwrap_err().contains("a.rs"), "gone");
}
