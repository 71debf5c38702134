use super::ComponentId;

/// What travels along a link; each is drawn differently, and not by colour alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Path {
    /// A reader's request on its way to a page.
    Request,
    /// Data read or written to serve it.
    Data,
    /// A copy kept elsewhere: database replication, backup, brick to brick.
    Replication,
    /// An administrator's way in, or a server's way out to the internet.
    Admin,
    /// Code or an image on its way to the servers.
    Deploy,
}

/// A connection between two components.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link {
    /// Where it starts.
    pub from: ComponentId,
    /// Where it ends.
    pub to: ComponentId,
    /// What travels along it.
    pub path: Path,
    /// What it is, in two or three words: `HTTPS 443`, `NFS 2049`.
    pub label: &'static str,
}
