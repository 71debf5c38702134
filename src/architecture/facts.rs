//! What is true of an architecture whatever it is called: what recovery, single points of failure, downtime, the view of a
//! failure and every sentence about them derive from.

use super::{Architecture, Fleet, PageCache, Service, Webroot};
use crate::units::Count;

/// Who puts a web server in the place of one that is lost.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Replacement {
    /// An Auto Scaling group, by itself.
    ByGroup,
    /// Somebody.
    ByHand,
}

impl Architecture {
    /// Whether readers are served from object storage alone, and the only server is the one on which people write.
    pub fn is_exported(&self) -> bool {
        self.web.page_cache == PageCache::Exported
    }

    /// Whether a managed WordPress host runs the site.
    pub fn is_managed(&self) -> bool {
        self.has(|service| matches!(service, Service::ManagedHost(_)))
    }

    /// Who puts a web server in the place of one that is lost.
    pub fn replacement(&self) -> Replacement {
        match self.web.fleet {
            Fleet::Fixed(_) => Replacement::ByHand,
            Fleet::Scaling { .. } => Replacement::ByGroup,
        }
    }

    /// Whether a lost web server is replaced without anybody.
    pub fn replaces_itself(&self) -> bool {
        self.replacement() == Replacement::ByGroup
    }

    /// Whether a load balancer stands before the web servers.
    pub fn is_balanced(&self) -> bool {
        self.has(|service| matches!(service, Service::LoadBalancer | Service::LightsailBalancer))
    }

    /// Web servers beyond the one that is needed for the site to be there.
    pub fn spare_servers(&self) -> Count {
        self.web.fleet.min() - Count::new(1.0)
    }

    /// Whether other web servers go on when one is lost, and requests find them.
    pub fn survives_a_server(&self) -> bool {
        self.spare_servers() > Count::ZERO && self.is_balanced()
    }

    /// Whether web servers stand in more than one Availability Zone.
    pub fn spans_zones(&self) -> bool {
        self.spare_servers() > Count::ZERO && self.zones.zones().len() > 1
    }

    /// Whether all web servers read their files from one server of one's own.
    pub fn hangs_on_a_file_server(&self) -> bool {
        self.web.webroot == Webroot::Nfs
    }

    /// Whether what plugins write to the local disk is there for the next request, and after a server was replaced.
    pub fn keeps_local_writes(&self) -> bool {
        match self.web.webroot {
            Webroot::Efs(_) | Webroot::Nfs | Webroot::Gluster => true,
            Webroot::Local => self.spare_servers() == Count::ZERO && !self.replaces_itself(),
        }
    }
}
