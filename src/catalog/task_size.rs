use super::Catalog;
use crate::units::{Gib, Vcpus};

/// A size of Fargate tasks.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct TaskSize {
    /// What it is called in links, files and on the command line.
    pub sku: &'static str,
    /// What a reader calls it.
    pub name: &'static str,
    /// Virtual CPUs.
    pub vcpus: Vcpus,
    /// Memory.
    pub memory: Gib,
}

const fn size(sku: &'static str, name: &'static str, vcpus: f64, memory: f64) -> TaskSize {
    TaskSize { sku, name, vcpus: Vcpus::new(vcpus), memory: Gib::new(memory) }
}

/// Sizes that suit WordPress (Amazon ECS Developer Guide, task CPU and memory,
/// <https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fargate-tasks-services.html>). Those of less than a vCPU are
/// left out: a page takes as many times longer there as a core is shared.
static SIZES: [TaskSize; 8] = [
    size("fargate.1vcpu-2gb", "Fargate 1 vCPU, 2 GB", 1.0, 2.0),
    size("fargate.1vcpu-4gb", "Fargate 1 vCPU, 4 GB", 1.0, 4.0),
    size("fargate.2vcpu-4gb", "Fargate 2 vCPU, 4 GB", 2.0, 4.0),
    size("fargate.2vcpu-8gb", "Fargate 2 vCPU, 8 GB", 2.0, 8.0),
    size("fargate.4vcpu-8gb", "Fargate 4 vCPU, 8 GB", 4.0, 8.0),
    size("fargate.4vcpu-16gb", "Fargate 4 vCPU, 16 GB", 4.0, 16.0),
    size("fargate.8vcpu-16gb", "Fargate 8 vCPU, 16 GB", 8.0, 16.0),
    size("fargate.16vcpu-32gb", "Fargate 16 vCPU, 32 GB", 16.0, 32.0),
];

impl Catalog {
    /// Sizes of Fargate tasks, smallest first.
    pub fn task_sizes(&self) -> &'static [TaskSize] {
        &SIZES
    }
}
