//! `cargo xtask test kit`: deploy kits of all forms and presets, by the tools that read them in production, in an emulator of
//! AWS, and with a real WordPress. What cannot be had on a machine is named in the last lines, never passed over in silence.

use crate::report::Report;
use crate::{Result, command, project, setup};
use std::path::{Path, PathBuf};
use std::process::Command;

const PRESETS: [&str; 6] = ["brochure", "blog", "news", "shop", "membership", "viral"];
/// What the presets do not choose by themselves.
const VARIANTS: [(&str, &[&str]); 3] = [
    ("shop-apart", &["delivery=cloudfront", "staging=beside", "nat=each", "cache=each", "database=rds-multi-az"]),
    ("shop-plan", &["delivery=flat-rate", "database=aurora"]),
    ("shop-nat", &["delivery=cloudfront", "nat=instance"]),
];
/// Kits that are created in the emulator.
const EMULATED: [&str; 11] = [
    "shop/git",
    "shop-plan/git",
    "shop-apart/git",
    "shop-apart/efs",
    "shop-apart/golden-image",
    "shop-apart/nfs",
    "shop-apart/ec2",
    "shop-apart/ec2-self-healing",
    "shop-apart/fargate",
    "shop-apart/static",
    "shop-nat/git",
];
/// What Debian has to have for the real WordPress.
const PACKAGES: &str = "nginx-light php-fpm php-cli php-mysql php-gd php-xml php-mbstring php-curl php-zip php-intl mariadb-server \
                        composer cloud-init systemd openssl unzip";

/// Runs all of it, and gives what was not run.
pub fn steps(report: &mut Report) -> Vec<String> {
    let mut left_out = Vec::new();
    let mut tools = PathBuf::new();
    let there = report.step("tools for kits", || {
        packages()?;
        tools = setup::for_kits()?;
        Ok(())
    });
    let mut kits = PathBuf::new();
    if !there
        || !report.step("kits of all forms", || {
            kits = write_all()?;
            Ok(())
        })
    {
        report.skip("kits by their tools", "kits of all forms");
        return left_out;
    }
    report.counted("kits by their tools", |count| {
        let mut lint = python("lint.py", None);
        command::run_reading(lint.arg(&kits).arg(&tools), |line| {
            count.read(line);
            note(&mut left_out, line);
        })
    });
    report.counted("stacks in an emulator", |count| {
        let mut all = true;
        for kit in EMULATED {
            let mut emulate = python("emulate.py", Some(&tools.join("kit-emulator")));
            all &= command::run_reading(emulate.arg(kits.join(format!("{kit}-kit"))).arg(&tools), |line| {
                count.read(line);
                note(&mut left_out, line);
            })?;
        }
        Ok(all)
    });
    report.counted("WordPress from a kit", |count| {
        let mut boot = python("boot.py", None);
        boot.env("GROUNDPLAN_PROGRAM", project::target()?.join("debug").join("groundplan"));
        let [site, pages] = ["git-kit", "static-kit"].map(|kit| kits.join("shop-apart").join(kit));
        command::run_reading(boot.arg(site).arg(pages).arg(&tools), |line| {
            count.read(line);
            note(&mut left_out, line);
        })
    });
    left_out.sort();
    left_out.dedup();
    left_out
}

fn note(left_out: &mut Vec<String>, line: &str) {
    if line.starts_with("not run") {
        left_out.push(line.to_owned());
    }
}

fn python(script: &str, environment: Option<&Path>) -> Command {
    let own = environment.map(|folder| folder.join("bin").join("python")).filter(|python| python.is_file());
    let mut python = Command::new(own.unwrap_or_else(|| PathBuf::from("python3")));
    python.arg(project::root().join("tests").join("kit").join(script));
    python
}

/// Debian's packages, only where somebody has asked for it: they start services.
fn packages() -> Result {
    if std::env::var_os("GROUNDPLAN_PACKAGES").is_none_or(|wanted| wanted != "install") {
        return Ok(());
    }
    command::run(Command::new("apt-get").args(["-q", "update"]))?;
    let mut install = Command::new("apt-get");
    install.env("DEBIAN_FRONTEND", "noninteractive").args(["-qy", "install", "--no-install-recommends"]);
    command::run(install.args(PACKAGES.split_whitespace()))
}

/// Every form for every preset, and for what presets do not choose.
fn write_all() -> Result<PathBuf> {
    let target = project::target()?;
    command::run(Command::new("cargo").args(["build", "--quiet", "--bin", "groundplan"]).current_dir(project::root()))?;
    let groundplan = target.join("debug").join("groundplan");
    let kits = target.join("kits");
    let _ = std::fs::remove_dir_all(&kits);
    std::fs::create_dir_all(&kits)?;
    let none: &[&str] = &[];
    let all = PRESETS.iter().map(|preset| (*preset, *preset, none));
    for (name, preset, pins) in all.chain(VARIANTS.iter().map(|(name, pins)| (*name, "shop", *pins))) {
        let answers = kits.join(format!("{preset}.json"));
        let said = Command::new(&groundplan).args(["presets", preset]).output()?;
        std::fs::write(&answers, said.stdout)?;
        let mut kit = Command::new(&groundplan);
        kit.arg("kit").arg(&answers).arg("--all").arg("--out").arg(kits.join(name));
        for pin in pins {
            kit.arg("--pin").arg(pin);
        }
        command::run(&mut kit)?;
    }
    let mut zip = Command::new(&groundplan);
    command::run(
        zip.arg("kit")
            .arg(kits.join("shop.json"))
            .arg("--option")
            .arg("git")
            .arg("--zip")
            .arg(kits.join("shop-git.zip")),
    )?;
    Ok(kits)
}
