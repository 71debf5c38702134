//! Where files are read from and written to: EFS, network latency, the installation of a plugin.

pub mod efs_throughput;
pub(super) mod file_meter;
pub(super) mod plugin_install;
pub mod storage_latency;
#[cfg(test)]
mod efs_examples;
