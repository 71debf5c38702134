//! How what is sold by the month lies in `assets/catalog/plans.json`: a list by kind, a row per plan.

use super::entry::Entry;
use super::{AllowanceBundle, Bundle, DatabaseBundle, EdgePlan, ServerPlan};
use crate::units::{Gib, Gigabytes, Ratio, Requests, Vcpus};

/// What is sold by the month.
#[derive(Debug, Default)]
pub(super) struct Plans {
    pub bundles: Vec<Bundle>,
    pub database_bundles: Vec<DatabaseBundle>,
    pub distribution_bundles: Vec<AllowanceBundle>,
    pub bucket_bundles: Vec<AllowanceBundle>,
    pub servers: Vec<ServerPlan>,
    pub edge_plans: Vec<EdgePlan>,
}

impl Plans {
    pub(super) fn read(file: Entry) -> Self {
        let rows = |name| file.get(name).entries().into_iter();
        Self {
            bundles: rows("bundles").map(bundle).collect(),
            database_bundles: rows("database_bundles").map(database_bundle).collect(),
            distribution_bundles: rows("distribution_bundles").map(allowance_bundle).collect(),
            bucket_bundles: rows("bucket_bundles").map(allowance_bundle).collect(),
            servers: rows("servers").map(server).collect(),
            edge_plans: rows("edge_plans").map(edge_plan).collect(),
        }
    }
}

fn bundle(entry: Entry) -> Bundle {
    let mut row = entry.row(9);
    Bundle {
        sku: row.text(),
        name: row.text(),
        kind: row.word(),
        vcpus: Vcpus::new(row.number()),
        memory: Gib::new(row.number()),
        disk: Gigabytes::new(row.number()),
        whole_transfer: Gigabytes::new(row.number()),
        cpu: row.word(),
        baseline: Some(row.next()).filter(|cell| !cell.is_null()).map(|cell| Ratio::new(cell.number())),
    }
}

fn database_bundle(entry: Entry) -> DatabaseBundle {
    let mut row = entry.row(7);
    DatabaseBundle {
        sku: row.text(),
        name: row.text(),
        plan: row.word(),
        vcpus: Vcpus::new(row.number()),
        memory: Gib::new(row.number()),
        disk: Gigabytes::new(row.number()),
        transfer: Gigabytes::new(row.number()),
    }
}

fn allowance_bundle(entry: Entry) -> AllowanceBundle {
    let mut row = entry.row(4);
    AllowanceBundle {
        sku: row.text(),
        name: row.text(),
        storage: Gigabytes::new(row.number()),
        transfer: Gigabytes::new(row.number()),
    }
}

fn server(entry: Entry) -> ServerPlan {
    let mut row = entry.row(10);
    ServerPlan {
        provider: row.word(),
        name: row.text(),
        sku: row.text(),
        location: row.word(),
        vcpus: Vcpus::new(row.number()),
        cpu: row.word(),
        memory: Gib::new(row.number()),
        disk: Gigabytes::new(row.number()),
        transfer: Gigabytes::new(row.number()),
        stock: row.word(),
    }
}

fn edge_plan(entry: Entry) -> EdgePlan {
    let mut row = entry.row(6);
    EdgePlan {
        sku: row.text(),
        name: row.text(),
        requests: Requests::new(row.number()),
        transfer: Gigabytes::new(row.number()),
        s3_storage: Gigabytes::new(row.number()),
        dns_queries: Requests::new(row.number()),
    }
}
