//! The machines that a site may run on today.

use std::sync::LazyLock;

use crate::catalog::Catalog;

/// The token for a site that runs nowhere yet.
pub(super) const NOTHING: &str = "none";

/// The largest EC2 type offered, in vCPUs: WordPress on one server is rarely on a larger one (estimate).
const LARGEST: f64 = 16.0;

/// The families of EC2 that WordPress is found on, old ones among them.
const FAMILIES: [&str; 18] = [
    "t2", "t3", "t3a", "t4g", "m5", "m5a", "m6a", "m6g", "m6i", "m7g", "m7i", "m8g", "c5", "c6g", "c6i", "c7g", "c7i",
    "c8g",
];

/// Every machine that can be named, by the name that pins have for it, with what it is.
static MACHINES: LazyLock<Vec<(&'static str, String)>> = LazyLock::new(|| {
    let catalog = Catalog::bundled();
    let plans = catalog.bundles().iter().map(|plan| (plan.sku, format!("Lightsail {} GB", plan.memory.value())));
    let instances =
        catalog.instances().iter().filter(|of| FAMILIES.contains(&of.family) && of.vcpus.value() <= LARGEST);
    let instances =
        instances.map(|of| (of.name, format!("{} ({} vCPU, {} GiB)", of.name, of.vcpus.value(), of.memory.value())));
    let servers = catalog.servers().iter().map(|plan| {
        let (vcpus, memory) = (plan.vcpus.value(), plan.memory.value());
        (plan.sku, format!("{} {} ({vcpus} vCPU, {memory} GiB)", plan.provider.name(), plan.name))
    });
    plans.chain(instances).chain(servers).collect()
});

/// Tokens and labels, with "nothing yet" before them.
pub(super) fn machines() -> Vec<(&'static str, &'static str)> {
    let named = MACHINES.iter().map(|(token, label)| (*token, label.as_str()));
    std::iter::once((NOTHING, "Nothing yet, or something else")).chain(named).collect()
}

/// The machine of this name.
pub(super) fn machine(name: &str) -> Option<&'static str> {
    MACHINES.iter().map(|(token, _)| *token).find(|token| *token == name)
}

/// What a list of machines is grouped by.
pub fn seller(machine: &str) -> Option<&'static str> {
    if machine == NOTHING {
        None
    } else if machine.starts_with("lightsail.") {
        Some("Amazon Lightsail")
    } else if Catalog::bundled().instance(machine).is_some() {
        Some("Amazon EC2")
    } else {
        Some("Other providers")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_people_run_for_years_can_be_named() {
        for name in ["t2.micro", "t3.micro", "t3.small", "m5.large", "lightsail.linux.nano", "lightsail.linux.micro"] {
            assert_eq!(machine(name), Some(name));
        }
        assert_eq!(machine("t9.huge"), None);
        assert!(machines().len() < 200, "{} are too many to choose from", machines().len());
    }

    #[test]
    fn each_stands_under_who_sells_it() {
        let of = |seller_of: &str| machines().iter().filter(|(token, _)| seller(token) == Some(seller_of)).count();
        let sum = of("Amazon Lightsail") + of("Amazon EC2") + of("Other providers");
        assert_eq!(sum + 1, machines().len());
        assert!(of("Amazon Lightsail") >= 5 && of("Amazon EC2") >= 30 && of("Other providers") >= 10);
    }
}
