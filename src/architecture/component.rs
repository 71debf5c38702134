use super::{Place, Service};

/// Names a component within its architecture: `alb`, `web-a`, `database-writer`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ComponentId(pub &'static str);

/// One box of the architecture.
#[derive(Clone, Debug, PartialEq)]
pub struct Component {
    /// Its name within the architecture; the same part keeps the same name from one answer to the next.
    pub id: ComponentId,
    /// What it is, with its size.
    pub service: Service,
    /// Where it stands.
    pub place: Place,
    /// The size in words: `2 × t4g.medium`, `20 GB, elastic throughput`.
    pub size: String,
    /// What it does for this client, in one sentence without a full stop.
    pub role: String,
}

impl Component {
    /// The full service name, as shown under the box: `Amazon EFS`, `Application Load Balancer`.
    pub const fn name(&self) -> &'static str {
        self.service.name()
    }
}
