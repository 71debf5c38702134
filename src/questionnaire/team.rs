//! Answers about how the client works.

use strum::{EnumString, IntoStaticStr, VariantArray};

use super::ClosedSet;

/// Who installs and updates plugins and themes, and where: the answer that decides most about the webroot.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, EnumString, IntoStaticStr, VariantArray)]
#[strum(serialize_all = "kebab-case")]
pub enum PluginChanges {
    /// Editors click "install" in wp-admin on the production site.
    #[strum(serialize = "editors")]
    EditorsInAdmin,
    /// Developers ship them through a repository and a deployment.
    Developers,
    /// Hardly ever; when it happens, somebody plans it.
    Rarely,
}

impl ClosedSet for PluginChanges {
    fn label(self) -> &'static str {
        match self {
            Self::EditorsInAdmin => "Editors, in wp-admin on the live site",
            Self::Developers => "Developers, through deployment",
            Self::Rarely => "Rarely, and planned",
        }
    }
}

/// Whether the team uses Git and CI/CD.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, EnumString, IntoStaticStr, VariantArray)]
#[strum(serialize_all = "kebab-case")]
pub enum GitSkill {
    /// Daily practice.
    #[strum(serialize = "yes")]
    Daily,
    /// Willing, but new to it.
    Learning,
    /// No, and no plan.
    No,
}

impl ClosedSet for GitSkill {
    fn label(self) -> &'static str {
        match self {
            Self::Daily => "Yes, daily practice",
            Self::Learning => "Willing to learn",
            Self::No => "No",
        }
    }
}

/// Who operates the servers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, EnumString, IntoStaticStr, VariantArray)]
#[strum(serialize_all = "kebab-case")]
pub enum Operator {
    /// Nobody in particular.
    Nobody,
    /// The agency or freelancer who built the site.
    Agency,
    /// Own system administrators or DevOps people.
    InHouse,
    /// A consultant under contract.
    Consultant,
}

impl ClosedSet for Operator {
    fn label(self) -> &'static str {
        match self {
            Self::Nobody => "Nobody in particular",
            Self::Agency => "Our agency or a freelancer",
            Self::InHouse => "Our own administrators",
            Self::Consultant => "A consultant under contract",
        }
    }
}

/// Whether plugins write files beside the media library.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, EnumString, IntoStaticStr, VariantArray)]
#[strum(serialize_all = "kebab-case")]
pub enum LocalWrites {
    /// No plugin writes to the local file system.
    No,
    /// Some do: caches, generated CSS, exports, licences.
    Yes,
}

impl ClosedSet for LocalWrites {
    fn label(self) -> &'static str {
        match self {
            Self::No => "No",
            Self::Yes => "Yes, some do",
        }
    }
}

/// Whether plugins use native PHP sessions.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, EnumString, IntoStaticStr, VariantArray)]
#[strum(serialize_all = "kebab-case")]
pub enum PhpSessions {
    /// WordPress core uses cookies only.
    No,
    /// Some plugin starts PHP sessions, stored on the server's disk by default.
    Yes,
}

impl ClosedSet for PhpSessions {
    fn label(self) -> &'static str {
        match self {
            Self::No => "No",
            Self::Yes => "Yes",
        }
    }
}

/// The client's relation to AWS.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, EnumString, IntoStaticStr, VariantArray)]
#[strum(serialize_all = "kebab-case")]
pub enum AwsTies {
    /// Not a customer, no wish to be one.
    #[strum(serialize = "no")]
    None,
    /// Not yet, but wants its services.
    Wants,
    /// Other systems run there already.
    #[strum(serialize = "yes")]
    Already,
}

impl ClosedSet for AwsTies {
    fn label(self) -> &'static str {
        match self {
            Self::None => "No",
            Self::Wants => "Not yet, but we want its services",
            Self::Already => "Yes, other systems run there",
        }
    }
}
