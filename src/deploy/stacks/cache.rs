//! The object cache: ElastiCache with Valkey, encrypted, with a token. The site goes on without it.

use serde_json::json;

use crate::{
    architecture::Service,
    deploy::{
        site::Site,
        template::{Parameter, Resource, Template, attribute, reference, sub},
        versions,
    },
};

pub(super) fn add(stack: &mut Template, site: &Site<'_>) {
    let mut nodes = site.assessment.architecture.components.iter().filter_map(|component| {
        if let Service::CacheNode(node) = &component.service { Some(node.clone()) } else { None }
    });
    let Some(node) = nodes.next() else { return };
    let several = nodes.next().is_some();
    let count = 1 + u32::from(several) + nodes.count() as u32;
    stack.take(Parameter::text("CacheNode", "Type of the cache nodes").or(node));
    stack.take(Parameter::new("CacheGroup", "AWS::EC2::SecurityGroup::Id", "Security group of the object cache"));
    stack.add(Resource::new(
        "CacheSubnets",
        "AWS::ElastiCache::SubnetGroup",
        json!({"Description": "Subnets without a way out", "SubnetIds": reference("DataSubnets")}),
    ));
    stack.add(Resource::new(
        "CacheSettings",
        "AWS::ElastiCache::ParameterGroup",
        json!({
            "CacheParameterGroupFamily": versions::VALKEY_FAMILY,
            "Description": "A cache forgets what is asked for least",
            "Properties": {"maxmemory-policy": "allkeys-lru"},
        }),
    ));
    let properties = json!({
        "ReplicationGroupDescription": sub("Object cache of ${Site}"),
        "Engine": "valkey",
        "EngineVersion": versions::VALKEY,
        "CacheNodeType": reference("CacheNode"),
        "NumCacheClusters": count,
        "AutomaticFailoverEnabled": several,
        "MultiAZEnabled": several,
        "AutoMinorVersionUpgrade": true,
        "CacheParameterGroupName": reference("CacheSettings"),
        "CacheSubnetGroupName": reference("CacheSubnets"),
        "SecurityGroupIds": [reference("CacheGroup")],
        "AtRestEncryptionEnabled": true,
        "KmsKeyId": attribute("Key", "Arn"),
        "TransitEncryptionEnabled": true,
        "TransitEncryptionMode": "required",
        "AuthToken": sub("{{resolve:secretsmanager:${CacheSecret}:SecretString:token}}"),
    });
    stack.add(Resource::new("Cache", "AWS::ElastiCache::ReplicationGroup", properties));
    stack.give("CacheEndpoint", "Where the cache answers", attribute("Cache", "PrimaryEndPoint.Address"));
    stack.give("CacheId", "Name of the cache", reference("Cache"));
}
