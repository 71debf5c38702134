//! The web tier: what the servers may, what they start from, and the group or the one instance they are.

use serde_json::json;

use super::{
    balancer, containers, group, instance,
    parameters::{domain, image, site_name},
    roles,
};
use crate::{
    deploy::site::{Files, Ground},
    deploy::{
        site::Site,
        template::{Keep, Parameter, Resource, Template, reference, sub},
    },
};

pub(super) fn stack(site: &Site<'_>) -> Template {
    let mut stack = Template {
        name: "web",
        order: 30,
        description: "The web servers of a WordPress site, and what they stand behind".to_owned(),
        parameters: vec![
            site_name(),
            domain(),
            Parameter::new("WebGroup", "AWS::EC2::SecurityGroup::Id", "Security group of the web servers"),
            Parameter::text("KeyArn", "The key"),
            Parameter::text("DatabaseSecret", "Where the password of the database user is"),
            Parameter::text("SaltsSecret", "Where the salts are"),
            Parameter::text("DistributionId", "CloudFront distribution to tell of new posts; none until there is one")
                .or("none"),
        ],
        ..Template::default()
    };
    if !site.in_containers() {
        stack.take(image(site, site.processor(), "WebImage"));
        stack.take(Parameter::text("WebType", "Instance type of the web servers").or(site.instance_type()));
        stack.take(Parameter::text("Releases", "Bucket of releases and of the servers' configuration"));
    }
    if site.has_database() {
        stack.take(Parameter::text("DatabaseEndpoint", "Where the database answers"));
    }
    if site.has_cache() {
        stack.take(Parameter::text("CacheEndpoint", "Where the cache answers"));
        stack.take(Parameter::text("CacheSecret", "Where the token of the cache is"));
    }
    if site.has_bucket() {
        stack.take(Parameter::text("MediaBucket", "Bucket of the media library"));
    }
    match site.files() {
        Files::Efs => stack.take(Parameter::text("FileSystem", "The shared files")),
        Files::FileServer => stack.take(Parameter::text("FileServer", "The file server web servers mount")),
        Files::Gluster => {
            stack.take(Parameter::text("FileServer", "The file server web servers mount"));
            stack.take(Parameter::text("FileServersToo", "What is mounted when that one is gone"));
        }
        Files::Container => stack.take(Parameter::text("ImagesUri", "Repository of container images")),
        Files::OnServer | Files::OnEach | Files::Git | Files::Image => {}
    }
    stack.add(
        Resource::new(
            "WebLogs",
            "AWS::Logs::LogGroup",
            json!({"LogGroupName": sub("/${Site}/web"), "RetentionInDays": 90, "KmsKeyId": reference("KeyArn")}),
        )
        .keep(Keep::Itself),
    );
    roles::add(&mut stack, site);
    match site.ground() {
        Ground::Group => {
            balancer::add(&mut stack, site);
            group::add(&mut stack, site);
        }
        Ground::Containers => {
            balancer::add(&mut stack, site);
            containers::add(&mut stack, site);
        }
        Ground::GroupOfOne => {
            instance::address(&mut stack, site, json!({"Domain": "vpc"}));
            group::add(&mut stack, site);
        }
        Ground::Instance => instance::add(&mut stack, site),
        Ground::Elsewhere | Ground::Managed | Ground::Lightsail | Ground::LightsailPair | Ground::Export => {}
    }
    stack
}
