//! Answers about how the client works.

use super::choice::choices;

choices! {
    /// Who installs and updates plugins and themes, and where: the answer that decides most about the webroot.
    PluginChanges {
        /// Editors click "install" in wp-admin on the production site.
        EditorsInAdmin = "editors", "Editors, in wp-admin on the live site";
        /// Developers ship them through a repository and a deployment.
        Developers = "developers", "Developers, through deployment";
        /// Hardly ever; when it happens, somebody plans it.
        Rarely = "rarely", "Rarely, and planned";
    }
}

choices! {
    /// Whether Git and CI/CD are at home here.
    GitSkill {
        /// Daily practice.
        AtHome = "yes", "Yes, daily practice";
        /// Willing, but new to it.
        Learning = "learning", "Willing to learn";
        /// No, and no plan.
        No = "no", "No";
    }
}

choices! {
    /// Who operates the servers.
    Operator {
        /// Nobody in particular.
        Nobody = "nobody", "Nobody in particular";
        /// The agency or freelancer who built the site.
        Agency = "agency", "Our agency or a freelancer";
        /// Own system administrators or DevOps people.
        InHouse = "in-house", "Our own administrators";
        /// A consultant under contract.
        Consultant = "consultant", "A consultant under contract";
    }
}

choices! {
    /// Whether plugins write files beside the media library.
    LocalWrites {
        /// No plugin writes to the local file system.
        No = "no", "No";
        /// Some do: caches, generated CSS, exports, licences.
        Yes = "yes", "Yes, some do";
    }
}

choices! {
    /// Whether plugins use native PHP sessions.
    PhpSessions {
        /// WordPress core uses cookies only.
        No = "no", "No";
        /// Some plugin starts PHP sessions, stored on the server's disk by default.
        Yes = "yes", "Yes";
    }
}

choices! {
    /// The client's relation to AWS.
    AwsTies {
        /// Not a customer, no wish to be one.
        None = "no", "No";
        /// Not yet, but wants its services.
        Wants = "wants", "Not yet, but we want its services";
        /// Other systems run there already.
        Already = "yes", "Yes, other systems run there";
    }
}
