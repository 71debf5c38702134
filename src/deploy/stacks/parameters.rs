//! Parameters that several stacks take, and names that several stacks give.

use crate::{
    architecture::Zone,
    deploy::site::Files,
    deploy::{site::Site, template::Parameter},
};

pub(super) fn site_name() -> Parameter {
    Parameter::text("Site", "Short name of the site, the first part of every name")
        .or("site")
        .like("^[a-z][a-z0-9-]{1,20}$")
}

pub(super) const fn data_subnets() -> Parameter {
    Parameter::new("DataSubnets", "List<AWS::EC2::Subnet::Id>", "Subnets of database, cache and files")
}

/// The newest image of its system; an update of the stack takes it, and rolls.
pub(super) fn image(site: &Site<'_>, processor: &str, name: &'static str) -> Parameter {
    let newest = match (site.files(), processor) {
        (Files::Gluster, "arm64") => "/aws/service/debian/release/13/latest/arm64".to_owned(),
        (Files::Gluster, _) => "/aws/service/debian/release/13/latest/amd64".to_owned(),
        (
            Files::OnServer
            | Files::OnEach
            | Files::Efs
            | Files::FileServer
            | Files::Git
            | Files::Image
            | Files::Container,
            _,
        ) => format!("/aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-{processor}"),
    };
    Parameter::new(name, "AWS::SSM::Parameter::Value<AWS::EC2::Image::Id>", "Where the newest image is named")
        .or(newest)
}

pub(super) fn domain() -> Parameter {
    Parameter::text("DomainName", "Name of the site, as readers type it").like("^[a-z0-9-]+(\\.[a-z0-9-]+)+$")
}

/// `AppSubnetA`.
pub(super) fn name(prefix: &str, zone: Zone) -> String {
    format!("{prefix}{}", zone.letter())
}

/// The managed list of CloudFront's addresses, which differs by Region and is looked up by `bin/deploy.sh`.
pub(super) fn prefix_list() -> Parameter {
    Parameter::text("CloudFrontPrefixList", "The managed prefix list com.amazonaws.global.cloudfront.origin-facing")
        .like("^pl-[0-9a-f]+$")
}
