//! `cargo xtask lighthouse`: how the release page does on a phone, by Lighthouse.

use crate::report::Report;
use crate::setup::{self, Tools};
use crate::{Result, build, command, project};

/// Not part of the tests: its figures depend on the machine and on what else runs there.
pub fn lighthouse(arguments: &[String]) -> Result {
    let mut report = Report::default();
    let mut tools = Tools::default();
    let mut browser = None;
    let equipped = report.step("tools", || {
        tools = setup::for_building()?;
        browser = Some(setup::for_lighthouse()?);
        Ok(())
    });
    if let (true, Some(browser)) =
        (equipped && report.step("release page", || build::release_if_changed(&tools)), browser)
    {
        report.step("Lighthouse", || {
            command::run(browser.node().arg(project::lighthouse().join("run.mjs")).args(arguments))
        });
    }
    report.close()
}
