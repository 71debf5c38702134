//! The files the pricing pages are drawn from: `b0.p.awsstatic.com/pricing/2.0/meteredUnitMaps/…`, one a service for all
//! Regions, undocumented. A price stands there under a label that a person can read and again under a code; labels are taken.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::{Quote, Read, Result, dollars::Dollars, places};

/// One file.
#[derive(Deserialize)]
struct Feed {
    manifest: Manifest,
    regions: BTreeMap<String, BTreeMap<String, Row>>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Manifest {
    #[serde(default)]
    service_id: String,
    hawk_file_publication_date: String,
    currency_code: String,
}

#[derive(Deserialize)]
struct Row {
    price: String,
    #[serde(rename = "Instance Type")]
    instance_type: Option<String>,
    #[serde(rename = "Operating System")]
    operating_system: Option<String>,
}

/// What a label is called in the catalog, and how its unit is converted: times, divided by.
type Label = (&'static str, &'static str, (i128, i128));

const SAME: (i128, i128) = (1, 1);

/// Labels say the unit, so a label is taken as a whole or not at all.
const LABELS: &[(&[&str], &[Label])] = &[
    (
        &["elb"],
        &[
            ("Application Load Balancer Hours", "alb.hour", SAME),
            ("Application Load Balancer LCU Hours", "alb.lcu-hour", SAME),
        ],
    ),
    (
        &["efs"],
        &[
            ("General Purpose Storage GB Mo", "efs.storage.standard", SAME),
            ("One Zone General Purpose Storage GB Mo", "efs.storage.one-zone", SAME),
            ("Infrequent Access Storage GB Mo", "efs.storage.ia", SAME),
            ("Infrequent Access ET Storage GB Mo", "efs.storage.ia-et", SAME),
            ("One Zone Infrequent Access Storage GB Mo", "efs.storage.one-zone-ia", SAME),
            ("Archive Storage GB Mo", "efs.storage.archive", SAME),
            ("Infrequent Access Requests Read per GB", "efs.ia.access-gb", SAME),
            ("Archive Storage Read Read GB", "efs.archive.access-gb", SAME),
            ("EFS Storage Requests Read per GB", "efs.throughput.elastic-read", SAME),
            ("EFS Storage Requests Write per GB", "efs.throughput.elastic-write", SAME),
            ("Throughput Provisioned", "efs.throughput.provisioned", SAME),
        ],
    ),
    (
        &["ec2", "ebs", "natgateway"],
        &[
            ("Storage General Purpose gp2 GB Mo", "ebs.gp2.gb-month", SAME),
            ("Storage General Purpose gp3 GB Mo", "ebs.gp3.gb-month", SAME),
            ("Provisioned EBS IOPS gp3 Volumes per IOPS Mo", "ebs.gp3.iops-month", SAME),
            ("Provisioned Throughput gp3 per GiBps mo", "ebs.gp3.mibps-month", (1, 1_024)),
            ("Storage Snapshot Amazon S3 GB Mo", "ebs.snapshot.gb-month", SAME),
            ("Hourly charge for NAT Gateways", "nat.hour", SAME),
            ("Charge for per GB data processed by NatGateways", "nat.gb", SAME),
        ],
    ),
    (&["vpc"], &[("Hourly charge for In use Public IPv4 Addresses per Hrs", "public-ipv4.hour", SAME)]),
    (
        &["datatransfer"],
        &[
            ("DataTransfer External Outbound Next 10 TB", "ec2.dto.first-10tb", SAME),
            ("DataTransfer External Outbound Next 40 TB", "ec2.dto.next-40tb", SAME),
            ("DataTransfer External Outbound Next 100 TB", "ec2.dto.next-100tb", SAME),
            ("DataTransfer External Outbound Greater than 150 TB", "ec2.dto.over-150tb", SAME),
        ],
    ),
];

/// What the file says of items of the catalog.
pub(crate) fn read(text: &str) -> Result<Read> {
    let feed: Feed = serde_json::from_str(text)?;
    let Manifest { service_id, hawk_file_publication_date, currency_code } = feed.manifest;
    if currency_code != "USD" {
        return Ok(Read { refused: vec![format!("its currency is {currency_code}, not USD")], ..Read::default() });
    }
    let Some((_, labels)) = LABELS.iter().find(|(services, _)| services.contains(&service_id.as_str())) else {
        return Ok(Read { refused: vec![format!("the service \"{service_id}\" is not known")], ..Read::default() });
    };
    let date = hawk_file_publication_date.get(..10).ok_or("its manifest has no publication date")?;
    let mut read = Read::default();
    for (name, rows) in &feed.regions {
        let Some(region) = places::by_name(name) else { continue };
        for (label, row) in rows {
            let Some((item, factor)) = item(labels, label, row) else { continue };
            let Some(usd) = Dollars::parse(&row.price) else {
                read.refused.push(format!("{item} in {region}: \"{}\" is no price", row.price));
                continue;
            };
            let copy = format!("pricing-page file {service_id}");
            read.quotes.push(Quote { item, region, usd: usd.scaled(factor), date: date.to_owned(), copy });
        }
    }
    Ok(read)
}

/// What a row is called in the catalog: an instance type by its own name, all else by its label.
fn item(labels: &[Label], label: &str, row: &Row) -> Option<(String, (i128, i128))> {
    match (&row.instance_type, &row.operating_system) {
        (Some(kind), Some(system)) if system == "Linux" => Some((format!("ec2.{kind}"), SAME)),
        (Some(_), _) => None,
        (None, _) => {
            labels.iter().find(|(known, ..)| *known == label).map(|(_, item, factor)| ((*item).to_owned(), *factor))
        }
    }
}
