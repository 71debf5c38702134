//! How the embedded files are read in the page: every record by its fields or their order, every word by its meaning.
//!
//! The names are those serde writes and reads; a test holds this reader and serde's to the same catalog.

use super::{
    AllowanceBundle, AsOf, Bundle, BundleCpu, BundleKind, Burst, Confidence, Correction, CpuShare, CreditMode,
    DatabaseBundle, DatabasePlan, Document, EdgePlan, Fact, FactUnit, PriceUnit, Processor, Promise, PromiseKind,
    Provider, Region, ServerLocation, ServerPlan, Severity, Source, Stock,
    data::{Family, InstanceRow, Machines, Plans, SizeRow},
    price_table::{Cell, Place, PriceFile, Reading, Table},
    reader::{Node, Plain},
};
use crate::units::{Credits, Gib, Gigabytes, Ratio, Requests, Usd, Vcpus};

macro_rules! records {
    ($($name:ident { $($field:ident),+ })+) => {
        $(impl Plain for $name {
            fn plain(node: &Node) -> Option<Self> {
                let mut at = 0..;
                Some(Self { $($field: node.field(stringify!($field), at.next()?)?),+ })
            }
        })+
    };
}

macro_rules! words {
    ($($name:ident { $($variant:ident = $word:literal),+ })+) => {
        $(impl Plain for $name {
            fn plain(node: &Node) -> Option<Self> {
                match <&str>::plain(node)? {
                    $($word => Some(Self::$variant),)+
                    _ => None,
                }
            }
        })+
    };
}

macro_rules! units {
    ($($name:ident)+) => {
        $(impl Plain for $name {
            fn plain(node: &Node) -> Option<Self> {
                f64::plain(node).map(Self::new)
            }
        })+
    };
}

records! {
    PriceFile { version, readings, tables }
    Reading { source, as_of, confidence }
    Table { unit, regions, readings, rows }
    Machines { instances, databases, caches }
    Burst { baseline, credits_per_hour, max_credits, launch_credits, default_mode }
    Plans { bundles, database_bundles, distribution_bundles, bucket_bundles, servers, edge_plans }
    Bundle { sku, name, kind, vcpus, memory, disk, whole_transfer, cpu, baseline }
    DatabaseBundle { sku, name, plan, vcpus, memory, disk, transfer }
    AllowanceBundle { sku, name, storage, transfer }
    ServerPlan { provider, name, sku, location, vcpus, cpu, memory, disk, transfer, stock }
    EdgePlan { sku, name, requests, transfer, s3_storage, dns_queries }
    Promise { id, service, scope, kind, availability, note, source, as_of, confidence }
    Fact { id, low, typical, high, unit, statement, source, as_of, confidence }
    Correction { id, document, says, today, severity, source, confidence }
}

words! {
    Confidence { Low = "low", Medium = "medium", High = "high" }
    Processor { X86 = "x86", Arm = "arm" }
    CreditMode { Standard = "standard", Unlimited = "unlimited" }
    BundleKind { General = "general", MemoryOptimized = "memory-optimized", ComputeOptimized = "compute-optimized" }
    BundleCpu { Burstable = "burstable", BurstsFreely = "bursts-freely", NotPublished = "not-published" }
    DatabasePlan { Standard = "standard", HighAvailability = "high-availability" }
    Provider { DigitalOcean = "digitalocean", Vultr = "vultr", Linode = "linode", Hetzner = "hetzner" }
    ServerLocation { Worldwide = "worldwide", NorthAmerica = "north-america", Europe = "europe" }
    CpuShare { Shared = "shared", Dedicated = "dedicated" }
    Stock { Orderable = "orderable", SoldOut = "sold-out" }
    PromiseKind { Agreement = "agreement", Design = "design", Derived = "derived" }
    Document { Consultant = "consultant", Whitepaper = "whitepaper", Template = "template" }
    Severity { Note = "note", Outdated = "outdated", Broken = "broken", Danger = "danger" }
    FactUnit {
        Ms = "ms", S = "s", Min = "min", H = "h", Days = "days", Percent = "percent",
        PercentPerHour = "percent-per-hour", Count = "count", Factor = "factor", PerSecond = "per-second",
        PerMinute = "per-minute", Kib = "kib", Tib = "tib", Gb = "gb", GbPerHour = "gb-per-hour",
        GbPerMibps = "gb-per-mibps", KibPerSecondPerGib = "kib-per-second-per-gib", MibPerSecond = "mib-per-second",
        MbPerSecond = "mb-per-second", Usd = "usd"
    }
    PriceUnit {
        Hour = "hour", Minute = "minute", Month = "month", Gb = "gb", GbMonth = "gb-month", IopsMonth = "iops-month",
        MibpsMonth = "mibps-month", LcuHour = "lcu-hour", AcuHour = "acu-hour", VcpuHour = "vcpu-hour",
        ThousandRequests = "1k-requests", TenThousandRequests = "10k-requests", MillionRequests = "1m-requests",
        MillionQueries = "1m-queries", AlarmMonth = "alarm-month", MetricMonth = "metric-month", Path = "path",
        Deployment = "deployment"
    }
}

units! { Vcpus Gib Gigabytes Ratio Credits Requests }

impl Plain for Source {
    fn plain(node: &Node) -> Option<Self> {
        <&str>::plain(node).map(Self::new)
    }
}

impl Plain for AsOf {
    fn plain(node: &Node) -> Option<Self> {
        <&str>::plain(node).map(Self::new)
    }
}

impl Plain for Place {
    fn plain(node: &Node) -> Option<Self> {
        match <&str>::plain(node)? {
            "global" => Some(Self::Everywhere),
            code => Region::from_code(code).map(Self::In),
        }
    }
}

impl Plain for Cell {
    fn plain(node: &Node) -> Option<Self> {
        match node {
            Node::Number(usd) => Some(Self { usd: Usd::new(*usd), reading: None }),
            Node::Text("free") => Some(Self { usd: Usd::ZERO, reading: None }),
            Node::List(parts) => match parts.as_slice() {
                [price, reading] => Some(Self { reading: Some(usize::plain(reading)?), ..Self::plain(price)? }),
                _ => None,
            },
            Node::Text(_) | Node::Nothing | Node::Object(_) => None,
        }
    }
}

/// Rows are an object: the items' names and their prices.
impl<T: Plain> Plain for Vec<(&'static str, T)> {
    fn plain(node: &Node) -> Option<Self> {
        let Node::Object(pairs) = node else { return None };
        let mut all = Self::new();
        for (key, value) in pairs {
            all.push((*key, T::plain(value)?));
        }
        Some(all)
    }
}

impl<T: Plain> Plain for Family<T> {
    fn plain(node: &Node) -> Option<Self> {
        Some(Self {
            family: node.field("family", 0)?,
            processor: node.field("processor", 1)?,
            source: node.field("source", 2)?,
            as_of: node.field("as_of", 3)?,
            confidence: node.field("confidence", 4)?,
            types: node.field("types", 5)?,
        })
    }
}

impl Plain for InstanceRow {
    fn plain(node: &Node) -> Option<Self> {
        let [name, vcpus, memory, rest @ ..] = node.parts()? else { return None };
        let burst = rest.first().map_or(Some(None), Plain::plain)?;
        Some(Self(Plain::plain(name)?, Plain::plain(vcpus)?, Plain::plain(memory)?, burst))
    }
}

impl Plain for SizeRow {
    fn plain(node: &Node) -> Option<Self> {
        let [name, vcpus, memory] = node.parts()? else { return None };
        Some(Self(Plain::plain(name)?, Plain::plain(vcpus)?, Plain::plain(memory)?))
    }
}
