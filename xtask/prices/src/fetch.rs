//! Brings the files of the pricing pages from AWS, where the network allows it.

use std::{
    path::Path,
    process::{Command, Stdio},
};

use super::{Result, places::REGIONS};

const BASE: &str = "https://b0.p.awsstatic.com/pricing/2.0/meteredUnitMaps";

/// Files with all Regions in one.
const SERVICES: [&str; 6] = [
    "elb/USD/current/elb.json",
    "efs/USD/current/efs.json",
    "ec2/USD/current/ebs.json",
    "ec2/USD/current/natgateway.json",
    "vpc/USD/current/vpc.json",
    "datatransfer/USD/current/datatransfer.json",
];

/// Fetches all files into a folder.
pub fn all(folder: &Path) -> Result {
    std::fs::create_dir_all(folder)?;
    for service in SERVICES {
        let name = service.rsplit('/').next().unwrap_or(service);
        one(&format!("{BASE}/{service}"), &folder.join(name))?;
    }
    for (code, name) in REGIONS {
        let place = name.replace(' ', "%20");
        let url = format!("{BASE}/ec2/USD/current/ec2-ondemand-without-sec-sel/{place}/Linux/index.json");
        one(&url, &folder.join(format!("ec2-{code}.json")))?;
    }
    Ok(())
}

/// The body is compressed even where no header says so.
fn one(url: &str, to: &Path) -> Result {
    println!("{url}");
    let mut curl = Command::new("curl");
    curl.args(["--fail", "--silent", "--show-error", "--location", "--proto", "=https"]);
    curl.args(["--connect-timeout", "10", "--max-time", "120", "--output"]).arg(to).arg(url);
    let fault = |fault| format!("curl does not start: {fault}");
    if !curl.status().map_err(fault)?.success() {
        return Err(format!("{url} could not be fetched").into());
    }
    if std::fs::read(to)?.starts_with(&[0x1f, 0x8b]) {
        let mut plain = Command::new("gzip");
        plain.args(["--decompress", "--stdout"]).stdin(std::fs::File::open(to)?);
        let output =
            plain.stderr(Stdio::inherit()).output().map_err(|fault| format!("gzip does not start: {fault}"))?;
        std::fs::write(to, output.stdout)?;
    }
    Ok(())
}
