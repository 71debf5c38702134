//! Small files of the official shapes are read into a copy of the catalog.

use std::{
    fs,
    path::{Path, PathBuf},
};

use prices::{Allow, Refresh, compare};

const HERE: &str = env!("CARGO_MANIFEST_DIR");

/// A folder of its own for a test, empty at first.
fn folder(name: &str) -> PathBuf {
    let folder = std::env::temp_dir().join(format!("groundplan-prices-test-{}-{name}", std::process::id()));
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    folder
}

/// A copy of the catalog's price files.
fn catalog(name: &str) -> PathBuf {
    let copy = folder(name);
    for entry in fs::read_dir(Path::new(HERE).join("../../assets/catalog/prices")).unwrap().flatten() {
        fs::copy(entry.path(), copy.join(entry.file_name())).unwrap();
    }
    copy
}

fn official() -> PathBuf {
    Path::new(HERE).join("tests/official")
}

/// The official files with one text put in the place of another.
fn altered(name: &str, file: &str, from: &str, to: &str) -> PathBuf {
    let copy = folder(name);
    let text = fs::read_to_string(official().join(file)).unwrap();
    assert!(text.contains(from), "{from}");
    fs::write(copy.join(file), text.replace(from, to)).unwrap();
    copy
}

fn lines(catalog: &Path, file: &str) -> Vec<String> {
    fs::read_to_string(catalog.join(file)).unwrap().lines().map(str::to_owned).collect()
}

/// What stands in the row of an item, cell by cell.
fn row(catalog: &Path, file: &str, item: &str) -> String {
    let start = format!("  [\"{item}\",");
    lines(catalog, file).into_iter().find(|line| line.starts_with(&start)).unwrap()
}

fn refreshed(files: &Path, catalog: &Path) -> Refresh {
    let mut refresh = compare(files, catalog, Allow::Nothing).unwrap();
    refresh.write().unwrap();
    refresh
}

#[test]
fn what_changed_is_told_as_a_person_reviews_it() {
    let catalog = catalog("told");
    let told = refreshed(&official(), &catalog).to_string();
    for line in [
        "alb.hour                                             eu-central-1            0.027        0.028    +3.7 %",
        "ebs.gp3.gb-month                                     mx-central-1          unknown        0.084       new",
        "ebs.gp3.mibps-month                                  mx-central-1          unknown        0.042       new",
        "efs.throughput.provisioned                           eu-central-1              7.2          6.5    -9.7 %",
        "s3.put.1k                                            eu-central-1           0.0054        0.006   +11.1 %",
        "ec2.json: 0 changed, 1 confirmed",
        "1 prices are of items the catalog does not carry",
    ] {
        assert!(told.lines().any(|told| told == line), "{line}\nin\n{told}");
    }
    // Products that look alike: another engine, Outposts, a trust store, tables.
    assert!(!told.contains("0.039") && !told.contains("0.9") && !told.contains("0.03 "), "{told}");
    assert!(row(&catalog, "rds.json", "rds.mysql.db.t4g.micro.multi-az").contains("[0.037,"));
    assert!(row(&catalog, "rds-reserved.json", "rds.mysql.db.t4g.micro.multi-az.ri-1y-no-upfront").contains("[0.027,"));
}

#[test]
fn everything_else_stays_as_it_is_to_the_byte() {
    let catalog = catalog("untouched");
    let before: Vec<_> = lines(&catalog, "load-balancing.json");
    refreshed(&altered("elb", "elb-frankfurt.json", "0.0080000000", "0.0085000000"), &catalog);
    let after = lines(&catalog, "load-balancing.json");
    let rows = |lines: &[String]| lines.iter().filter(|line| line.starts_with("  [\"alb.")).count();
    let differ: Vec<_> = after.iter().filter(|line| !before.contains(line) && line.starts_with("  [\"alb.")).collect();
    assert_eq!((rows(&before), rows(&after), differ.len()), (2, 2, 2), "{differ:#?}");
    assert!(after.iter().any(|line| {
        line.contains("[\"AWS price list\",\"2026-11-01\",\"high\",\"offer file AWSELB 20261101000000\"]")
    }));
    let cells = |lines: &[String]| -> Vec<String> {
        let row = lines.iter().find(|line| line.starts_with("  [\"alb.hour\"")).unwrap();
        row.trim_matches([' ', ',']).split(',').map(str::to_owned).collect()
    };
    let changed = cells(&before).iter().zip(cells(&after)).filter(|(before, after)| *before != after).count();
    assert_eq!(changed, 1, "{:?}", cells(&after));
    // Files no price of which was read.
    for file in ["ec2.json", "lightsail.json", "managed.json"] {
        let original = Path::new(HERE).join("../../assets/catalog/prices").join(file);
        assert_eq!(fs::read(catalog.join(file)).unwrap(), fs::read(original).unwrap(), "{file}");
    }
}

#[test]
fn a_second_time_nothing_changes() {
    let catalog = catalog("twice");
    refreshed(&official(), &catalog);
    let read = |file: &fs::DirEntry| fs::read(file.path()).unwrap();
    let files = || -> Vec<_> {
        let mut files: Vec<_> =
            fs::read_dir(&catalog).unwrap().flatten().map(|file| (file.path(), read(&file))).collect();
        files.sort();
        files
    };
    let once = files();
    let told = refreshed(&official(), &catalog).to_string();
    assert!(once == files(), "{told}");
    assert_eq!(told, "1 prices are of items the catalog does not carry\n");
}

#[test]
fn what_is_not_understood_is_refused_and_nothing_is_written() {
    for (name, file, from, to, said) in [
        (
            "unit",
            "elb-frankfurt.json",
            "\"LCU-Hrs\"",
            "\"LCU-Days\"",
            "alb.lcu-hour in eu-central-1: its unit is \"LCU-Days\", not \"LCU-Hrs\"",
        ),
        (
            "currency",
            "elb-frankfurt.json",
            "{\"USD\": \"0.0280000000\"}",
            "{\"CNY\": \"0.0280000000\"}",
            "alb.hour in eu-central-1: its currency is CNY, not USD",
        ),
        ("zero", "elb-frankfurt.json", "0.0280000000", "0.0000000000", "alb.hour in eu-central-1: a price of 0"),
        (
            "large",
            "elb-frankfurt.json",
            "0.0280000000",
            "0.2800000000",
            "alb.hour in eu-central-1: 0.027 → 0.28, 937 % apart",
        ),
        (
            "tier",
            "s3-frankfurt.json",
            "\"51200\"",
            "\"40960\"",
            "s3.standard.gb-month in eu-central-1: a tier from 40960 is not known",
        ),
        (
            "number",
            "efs.json",
            "6.5000000000",
            "free",
            "efs.throughput.provisioned in eu-central-1: \"free\" is no price",
        ),
        ("feed-currency", "efs.json", "\"USD\"", "\"EUR\"", "its currency is EUR, not USD"),
        ("service", "efs.json", "\"serviceId\": \"efs\"", "\"serviceId\": \"fsx\"", "the service \"fsx\" is not known"),
        ("offer", "elb-frankfurt.json", "\"AWSELB\"", "\"AmazonMQ\"", "the offer AmazonMQ is not known"),
        (
            "older",
            "elb-frankfurt.json",
            "2026-11-01T",
            "2025-11-01T",
            "alb.hour in eu-central-1: 0.028 of 2025-11-01, but the catalog has read 2026-09-03",
        ),
    ] {
        let catalog = catalog(&format!("refused-{name}"));
        let mut refresh =
            compare(&altered(&format!("official-{name}"), file, from, to), &catalog, Allow::Nothing).unwrap();
        assert!(refresh.refused().iter().any(|refused| refused.ends_with(said)), "{name}: {:?}", refresh.refused());
        assert!(refresh.write().is_err());
        for file in ["load-balancing.json", "s3.json", "efs.json"] {
            let original = Path::new(HERE).join("../../assets/catalog/prices").join(file);
            assert_eq!(fs::read(catalog.join(file)).unwrap(), fs::read(original).unwrap(), "{name}: {file}");
        }
    }
}

#[test]
fn a_large_change_is_taken_when_told() {
    let catalog = catalog("large-told");
    let files = altered("official-large-told", "elb-frankfurt.json", "0.0280000000", "0.2800000000");
    let mut refresh = compare(&files, &catalog, Allow::LargeChanges).unwrap();
    refresh.write().unwrap();
    assert!(row(&catalog, "load-balancing.json", "alb.hour").contains("0.28"));
}

#[test]
fn two_prices_of_one_day_are_refused_and_of_two_days_the_newer_is_taken() {
    let files = altered("two", "elb-frankfurt.json", "0.0280000000", "0.0290000000");
    let text = fs::read_to_string(official().join("elb-frankfurt.json")).unwrap();
    fs::write(files.join("again.json"), &text).unwrap();
    let catalog = catalog("two-catalog");
    let refresh = compare(&files, &catalog, Allow::Nothing).unwrap();
    assert_eq!(refresh.refused(), ["alb.hour in eu-central-1: 0.028 and 0.029 on the same day"]);
    fs::write(files.join("again.json"), text.replace("2026-11-01T", "2026-11-08T")).unwrap();
    refreshed(&files, &catalog);
    assert!(row(&catalog, "load-balancing.json", "alb.hour").contains("0.028"));
}

#[test]
fn a_folder_without_price_files_says_so() {
    let empty = folder("empty");
    let fault = compare(&empty, &catalog("empty-catalog"), Allow::Nothing).err().unwrap().to_string();
    assert!(fault.starts_with("there are no .json files in "), "{fault}");
    fs::write(empty.join("letter.json"), "{}").unwrap();
    let fault = compare(&empty, &catalog("letter-catalog"), Allow::Nothing).err().unwrap().to_string();
    assert_eq!(fault, "letter.json is neither an offer file nor a file of the pricing pages");
}
