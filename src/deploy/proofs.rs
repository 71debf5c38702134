//! What is known to hold of kits, and what is not.

/// What was proved of every kit without AWS, and what of none (`cargo xtask test kit`).
pub const PROVED: [&str; 3] = [
    "The templates of every form and example client pass AWS's published schemas (cfn-lint) and security policies (checkov), and \
     stacks are created, changed and deleted in a local emulator",
    "A real WordPress boots from the kit's own server folder on Debian 12: it caches, publishes, lets two servers share one database, \
     refuses what has to be refused, and its pages are exported to files",
    "Scripts pass shellcheck; nginx, PHP, systemd, cloud-init and Composer read their files; the CloudFront function decides twelve cases",
];
/// What no test of ours has seen.
pub const NOT_PROVED: [&str; 3] = [
    "Creation on AWS itself, or at another provider; parts of Lightsail not even in the emulator, and no container was built",
    "Amazon Linux, Ubuntu and Debian 13 as the server's system; plugins from their registries; the object cache's plugin",
    "Certificates, mail, and the steps in a console",
];
