use crate::units::{Count, Gib, Gigabytes, Hours, Minutes, Requests};

/// What would be metered in a month of 730 hours: the simulated week scaled up, and what simply stands there.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct Usage {
    /// Hours web servers ran, all of them together.
    pub web_hours: Hours,
    /// vCPU hours of surplus CPU credits the web servers had to pay for.
    pub web_surplus: Hours,
    /// vCPU hours of surplus CPU credits the database had to pay for.
    pub database_surplus: Hours,
    /// Load balancer capacity units, each hour's largest dimension, added up over the month.
    pub lcu_hours: Count,
    /// Downloaded by visitors from the content delivery network.
    pub edge_transfer: Gigabytes,
    /// Asked for by visitors at the content delivery network.
    pub edge_requests: Requests,
    /// Paths invalidated at the content delivery network.
    pub invalidated: Count,
    /// From the servers to the content delivery network.
    pub origin_transfer: Gigabytes,
    /// From the servers to visitors directly, where there is no content delivery network.
    pub internet_transfer: Gigabytes,
    /// From object storage to the content delivery network, or to visitors where there is none.
    pub object_transfer: Gigabytes,
    /// Held in object storage.
    pub objects: Gigabytes,
    /// GET requests to object storage.
    pub object_gets: Requests,
    /// PUT requests to object storage.
    pub object_puts: Requests,
    /// Held on EFS.
    pub efs_stored: Gigabytes,
    /// Metered reads of EFS, metadata included.
    pub efs_read: Gigabytes,
    /// Metered writes to EFS, metadata included.
    pub efs_written: Gigabytes,
    /// Through NAT gateways.
    pub nat: Gigabytes,
    /// Between Availability Zones, counted once for each direction that is paid.
    pub inter_zone: Gigabytes,
    /// I/O requests of an Aurora cluster.
    pub database_io: Requests,
    /// Hours of Aurora capacity units that one instance of a serverless cluster had.
    pub database_capacity: Count,
    /// Database storage.
    pub database_storage: Gib,
    /// Backups and snapshots held, beyond what is free.
    pub backup: Gigabytes,
    /// Visits by people.
    pub visits: Requests,
    /// DNS queries answered.
    pub dns_queries: Requests,
    /// Logs written.
    pub logs: Gigabytes,
    /// Build minutes.
    pub build: Minutes,
    /// Deployments.
    pub deployments: Count,
}
