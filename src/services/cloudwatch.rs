//! Amazon CloudWatch: log ingestion, and the one-minute metrics that target tracking needs of every web server.

use super::bill_inputs::BillInputs;
use crate::{
    architecture::{Network, Service},
    billing::{CostLine, Item},
    units::{Count, Gigabytes, Hours},
};

/// Log data that is free every month (Amazon CloudWatch pricing page).
pub(super) const FREE_LOGS: Gigabytes = Gigabytes::new(5.0);
/// Detailed monitoring metrics that are free every month (Amazon CloudWatch pricing page).
pub(super) const FREE_METRICS: Count = Count::new(10.0);
/// Metrics an instance with detailed monitoring is charged for (Amazon CloudWatch pricing page, example of EC2
/// detailed monitoring).
const METRICS_A_SERVER: f64 = 7.0;

pub(super) fn lines(inputs: &BillInputs<'_>) -> Vec<CostLine> {
    if inputs.architecture.network != Network::Vpc {
        return Vec::new();
    }
    let paid = Count::new((inputs.usage.logs - FREE_LOGS).value());
    let line = inputs.line(Item::Logs, None, "Log ingestion", paid);
    let mut lines = vec![line.noted("after the free 5 GB")];
    let servers = inputs.usage.web_hours / Hours::MONTH;
    let paid = Count::new(servers * METRICS_A_SERVER) - FREE_METRICS;
    if inputs.architecture.replaces_itself() && inputs.architecture.has(|of| matches!(of, Service::WebServers(_))) {
        let id = inputs.first(|service| matches!(service, Service::WebServers(_)));
        let line = inputs.line(Item::Ec2Metrics, id, "Detailed monitoring of instances", paid);
        lines.push(line.noted("seven metrics of each web server at one-minute intervals, after ten free ones"));
    }
    lines
}
