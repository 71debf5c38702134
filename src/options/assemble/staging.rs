//! Where changes are tried, and the administrators' way in.

use super::Draft;
use crate::{
    architecture::{Path, Place, Service, Tier, Zone},
    choices::{Staging, WayIn},
    options::{on_sale, parts},
    units::{Count, Gib},
};

const STAGING: &str = "t4g.small";
const BASTION: &str = "t4g.nano";

impl Draft<'_> {
    pub(super) fn staging(&mut self) {
        match self.design.staging {
            Staging::None => {}
            Staging::Beside => {
                let volume = Gib::new((20.0 + 2.0 * self.brief.demand.webroot.value()).ceil());
                let servers = parts::instances(&on_sale::machine(self.brief, STAGING), Count::new(1.0), volume);
                let role = "Where changes are tried before they go live";
                self.add(parts::STAGING, Service::Staging(servers), Place::Deployment, format!("1 × {STAGING}"), role);
                for web in self.web() {
                    self.connect(parts::STAGING, web, Path::Deploy, "release");
                }
            }
        }
        match self.design.way_in {
            WayIn::SessionManager => {}
            WayIn::Bastion => {
                let machine = on_sale::machine(self.brief, BASTION);
                let servers = parts::instances(&machine, Count::new(1.0), Gib::new(8.0));
                let place = Place::In(Zone::A, Tier::Public);
                let role = "The administrators' way in; Session Manager does without it";
                self.add(parts::BASTION, Service::Bastion(servers), place, format!("1 × {BASTION}"), role);
                if let Some(web) = self.web().first() {
                    self.connect(parts::BASTION, *web, Path::Admin, "SSH 22");
                }
            }
        }
    }
}
