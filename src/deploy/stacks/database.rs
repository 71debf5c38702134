//! The database: RDS for MySQL or Aurora MySQL. RDS keeps the master password; WordPress has a user of its own.

use serde_json::{Value, json};

use super::roles;

use crate::{
    architecture::{ManagedDatabase, Service},
    choices::Database,
    deploy::{
        site::Site,
        template::{Keep, Parameter, Resource, Template, attribute, reference, sub},
        versions,
    },
};

pub(super) fn add(stack: &mut Template, site: &Site<'_>) {
    let Some(database) = writer(site) else { return };
    stack.take(Parameter::text("DatabaseClass", "Class of the database").or(database.class.clone()));
    stack.take(Parameter::new("DatabaseGroup", "AWS::EC2::SecurityGroup::Id", "Security group of the database"));
    stack.add(Resource::new(
        "DatabaseSubnets",
        "AWS::RDS::DBSubnetGroup",
        json!({"DBSubnetGroupDescription": "Subnets without a way out", "SubnetIds": reference("DataSubnets")}),
    ));
    monitoring(stack);
    match site.design().database {
        Database::Aurora | Database::AuroraServerless => aurora(stack, site),
        Database::RdsSingle => rds(stack, site, database, false),
        Database::RdsMultiAz => rds(stack, site, database, true),
        Database::Server | Database::Lightsail | Database::LightsailHa => {}
    }
}

fn writer<'a>(site: &Site<'a>) -> Option<&'a ManagedDatabase> {
    site.assessment.architecture.components.iter().find_map(|component| match &component.service {
        Service::Rds(database) | Service::Aurora(database) => Some(database),
        Service::Readers
        | Service::Dns
        | Service::Cdn(_)
        | Service::OtherCdn(_)
        | Service::ObjectStore
        | Service::InternetGateway
        | Service::LoadBalancer
        | Service::LightsailBalancer
        | Service::ManagedHost(_)
        | Service::Tasks(_)
        | Service::NatGateway
        | Service::NatInstance(_)
        | Service::WebServers(_)
        | Service::NfsServer(_)
        | Service::GlusterBrick(_)
        | Service::Bastion(_)
        | Service::Staging(_)
        | Service::Lightsail(_)
        | Service::LightsailDatabase(..)
        | Service::Server(_)
        | Service::SharedFiles(_)
        | Service::MountTarget
        | Service::CacheNode(_)
        | Service::Repository
        | Service::Pipeline
        | Service::Build
        | Service::MachineImage
        | Service::Backup => None,
    })
}

/// What the servers may hold open together, TLS for all, and the slow queries told.
fn settings(site: &Site<'_>) -> Value {
    json!({
        "max_connections": site.connections().to_string(),
        "require_secure_transport": "1",
        "slow_query_log": "1",
        "long_query_time": "1",
        "log_output": "FILE",
    })
}

/// Enhanced monitoring writes by a role of its own.
fn monitoring(stack: &mut Template) {
    stack.add(Resource::new(
        "MonitoringRole",
        "AWS::IAM::Role",
        json!({
            "AssumeRolePolicyDocument": roles::taken_by("monitoring.rds.amazonaws.com"),
            "ManagedPolicyArns": [sub("arn:${AWS::Partition}:iam::aws:policy/service-role/AmazonRDSEnhancedMonitoringRole")],
        }),
    ));
}

fn rds(stack: &mut Template, site: &Site<'_>, database: &ManagedDatabase, standby: bool) {
    let storage = database.storage.value().ceil().max(20.0);
    stack.add(Resource::new(
        "DatabaseSettings",
        "AWS::RDS::DBParameterGroup",
        json!({"Description": "Sized by the week", "Family": versions::MYSQL_FAMILY, "Parameters": settings(site)}),
    ));
    let properties = json!({
        "DBInstanceClass": reference("DatabaseClass"),
        "Engine": "mysql",
        "EngineVersion": versions::MYSQL,
        "EngineLifecycleSupport": "open-source-rds-extended-support-disabled",
        "AutoMinorVersionUpgrade": true,
        "MultiAZ": standby,
        "AllocatedStorage": storage.to_string(),
        "MaxAllocatedStorage": (storage * 4.0) as u32,
        "StorageType": "gp3",
        "StorageEncrypted": true,
        "KmsKeyId": attribute("Key", "Arn"),
        "MasterUsername": "master",
        "ManageMasterUserPassword": true,
        "MasterUserSecret": {"KmsKeyId": attribute("Key", "Arn")},
        "EnableIAMDatabaseAuthentication": true,
        "DBParameterGroupName": reference("DatabaseSettings"),
        "DBSubnetGroupName": reference("DatabaseSubnets"),
        "VPCSecurityGroups": [reference("DatabaseGroup")],
        "PubliclyAccessible": false,
        "BackupRetentionPeriod": 14,
        "PreferredBackupWindow": "02:00-02:30",
        "PreferredMaintenanceWindow": "sun:03:00-sun:04:00",
        "DeleteAutomatedBackups": false,
        "CopyTagsToSnapshot": true,
        "DeletionProtection": true,
        "EnableCloudwatchLogsExports": ["error", "slowquery"],
        "MonitoringInterval": 60,
        "MonitoringRoleArn": attribute("MonitoringRole", "Arn"),
    });
    // The major version alone: RDS takes its newest minor one, and a pinned one would fight with automatic upgrades.
    let mut resource = Resource::new("Database", "AWS::RDS::DBInstance", properties).keep(Keep::Snapshot);
    let mut metadata = json!({"cfn-lint": {"config": {"ignore_checks": ["E3691"]}}});
    if !standby {
        metadata["checkov"] =
            json!({"skip": [{"id": "CKV_AWS_157", "comment": "one zone was chosen; it is restored by hand"}]});
    }
    resource = resource.beside("Metadata", metadata);
    stack.add(resource);
    stack.give("DatabaseEndpoint", "Where the database answers", attribute("Database", "Endpoint.Address"));
    stack.give(
        "DatabaseMasterSecret",
        "Where RDS keeps the master password",
        attribute("Database", "MasterUserSecret.SecretArn"),
    );
    stack.give("DatabaseId", "Name of the database instance", reference("Database"));
}

fn aurora(stack: &mut Template, site: &Site<'_>) {
    stack.add(Resource::new(
        "DatabaseSettings",
        "AWS::RDS::DBClusterParameterGroup",
        json!({"Description": "Sized by the week", "Family": versions::AURORA_FAMILY, "Parameters": settings(site)}),
    ));
    stack.add(
        Resource::new(
            "Cluster",
            "AWS::RDS::DBCluster",
            json!({
                "Engine": "aurora-mysql",
                "EngineVersion": versions::AURORA,
                "EngineLifecycleSupport": "open-source-rds-extended-support-disabled",
                "StorageEncrypted": true,
                "KmsKeyId": attribute("Key", "Arn"),
                "MasterUsername": "master",
                "ManageMasterUserPassword": true,
                "MasterUserSecret": {"KmsKeyId": attribute("Key", "Arn")},
                "EnableIAMDatabaseAuthentication": true,
                "DBClusterParameterGroupName": reference("DatabaseSettings"),
                "DBSubnetGroupName": reference("DatabaseSubnets"),
                "VpcSecurityGroupIds": [reference("DatabaseGroup")],
                "BackupRetentionPeriod": 14,
                "PreferredBackupWindow": "02:00-02:30",
                "PreferredMaintenanceWindow": "sun:03:00-sun:04:00",
                "CopyTagsToSnapshot": true,
                "DeletionProtection": true,
                "DeleteAutomatedBackups": false,
                "EnableCloudwatchLogsExports": ["error", "slowquery", "audit"],
            }),
        )
        .keep(Keep::Snapshot),
    );
    for (id, tier) in [("DatabaseWriter", 0), ("DatabaseReader", 1)] {
        stack.add(Resource::new(
            id,
            "AWS::RDS::DBInstance",
            json!({
                "DBClusterIdentifier": reference("Cluster"),
                "DBInstanceClass": reference("DatabaseClass"),
                "Engine": "aurora-mysql",
                "PromotionTier": tier,
                "AutoMinorVersionUpgrade": true,
                "PubliclyAccessible": false,
                "MonitoringInterval": 60,
                "MonitoringRoleArn": attribute("MonitoringRole", "Arn"),
            }),
        ));
    }
    stack.give("DatabaseEndpoint", "Where the writer answers", attribute("Cluster", "Endpoint.Address"));
    stack.give(
        "DatabaseMasterSecret",
        "Where RDS keeps the master password",
        attribute("Cluster", "MasterUserSecret.SecretArn"),
    );
    stack.give("DatabaseId", "Name of the cluster", reference("Cluster"));
}
