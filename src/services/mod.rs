//! What each service costs for what is metered, one service a file, named and billed as its provider does.

mod alb;
#[cfg(test)]
mod allowances;
mod aurora;
mod backup;
pub mod cloudfront;
mod cloudwatch;
mod data_transfer;
mod delivery;
mod ebs;
mod ec2;
mod efs;
mod elasticache;
#[cfg(test)]
mod examples;
mod fargate;
mod lightsail;
pub mod managed_host;
mod bill_inputs;
mod nat;
mod other_cdn;
pub mod other_servers;
mod public_ipv4;
mod rds;
mod route53;
mod s3;

pub use bill_inputs::BillInputs;

use crate::{
    billing::{Bill, CostLine},
    units::Count,
};

/// How a service writes its lines of a bill; none where the architecture does not use it.
type Lines = fn(&BillInputs<'_>) -> Vec<CostLine>;

/// Every service, in the order a request meets them: the order of the bill.
const SERVICES: &[Lines] = &[
    route53::lines,
    cloudfront::lines,
    other_cdn::lines,
    other_servers::lines,
    managed_host::lines,
    lightsail::lines,
    alb::lines,
    ec2::lines,
    fargate::lines,
    ebs::lines,
    efs::lines,
    s3::lines,
    elasticache::lines,
    aurora::lines,
    rds::lines,
    nat::lines,
    public_ipv4::lines,
    data_transfer::lines,
    backup::lines,
    delivery::lines,
    cloudwatch::lines,
];

/// The infrastructure's bill for a month.
pub fn bill(inputs: &BillInputs<'_>) -> Bill {
    Bill { lines: SERVICES.iter().flat_map(|lines| lines(inputs)).filter(worth_a_line).collect() }
}

/// Lines of which nothing is used are left out, priced or not, so that no service has to ask; what is free by name stays.
fn worth_a_line(line: &CostLine) -> bool {
    line.quantity > Count::ZERO
}
