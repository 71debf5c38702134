//! The web servers as containers on Fargate: a service behind the load balancer, a task for each container, and one that is
//! run by hand for what is set up once.

use serde_json::{Value, json};

use super::roles::{role, secrets_and_logs, statement};
use crate::{
    architecture::{Fleet, Service, Tasks},
    deploy::{
        site::Site,
        template::{Parameter, Resource, Template, attribute, reference, sub},
    },
};

pub(super) fn add(stack: &mut Template, site: &Site<'_>) {
    let found = site
        .assessment
        .architecture
        .components
        .iter()
        .find_map(|component| if let Service::Tasks(tasks) = component.service { Some(tasks) } else { None });
    let Some(tasks) = found else { return };
    let (least, most) = site.fleet();
    stack.take(Parameter::new("WebSubnets", "List<AWS::EC2::Subnet::Id>", "Subnets of the containers"));
    stack.take(Parameter::new("WebServersLeast", "Number", "Containers always on").or(least.to_string()));
    stack.take(Parameter::new("WebServersMost", "Number", "Containers at the most").or(most.to_string()));
    let cluster = Resource::new("Cluster", "AWS::ECS::Cluster", json!({"ClusterName": reference("Site")}));
    stack.add(
        cluster.skip(
            "CKV_AWS_65",
            "the alarms look at the service's own metrics; Container Insights is paid by the metric",
        ),
    );
    let mut allowed = secrets_and_logs(site);
    allowed.push(statement(
        "ItsImage",
        &["ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer", "ecr:BatchCheckLayerAvailability"],
        json!([sub("arn:${AWS::Partition}:ecr:${AWS::Region}:${AWS::AccountId}:repository/${Site}")]),
    ));
    // This action takes no resource.
    allowed.push(statement("SignIn", &["ecr:GetAuthorizationToken"], json!("*")));
    stack.add(role("StartRole", "ecs-tasks.amazonaws.com", "start", allowed.clone()));
    stack.add(task(site, tasks, "Task", "${Site}-web", "StartRole"));
    if site.has_database() {
        stack.take(Parameter::text("DatabaseMasterSecret", "Where RDS keeps the master password"));
        let master = json!([reference("DatabaseMasterSecret")]);
        allowed.push(statement("TheMaster", &["secretsmanager:GetSecretValue"], master));
        stack.add(role("SetupRole", "ecs-tasks.amazonaws.com", "setup", allowed));
        stack.add(task(site, tasks, "SetupTask", "${Site}-setup", "SetupRole"));
    }
    service(stack, site);
}

fn task(site: &Site<'_>, tasks: Tasks, id: &str, family: &str, start: &str) -> Resource {
    let mut told = vec![
        ("SITE", reference("Site")),
        ("DOMAIN", reference("DomainName")),
        ("REGION", reference("AWS::Region")),
        ("DISTRIBUTION", reference("DistributionId")),
    ];
    let mut secrets = vec![("DATABASE_JSON", reference("DatabaseSecret")), ("SALTS_JSON", reference("SaltsSecret"))];
    if site.has_database() {
        told.push(("DATABASE_HOST", reference("DatabaseEndpoint")));
    }
    if site.has_cache() {
        told.push(("CACHE_HOST", reference("CacheEndpoint")));
        secrets.push(("CACHE_JSON", reference("CacheSecret")));
    }
    if site.has_bucket() {
        told.push(("MEDIA_BUCKET", reference("MediaBucket")));
    }
    if start == "SetupRole" {
        secrets.push(("MASTER_JSON", reference("DatabaseMasterSecret")));
    }
    let named = |pairs: Vec<(&str, Value)>, key: &str| -> Vec<Value> {
        pairs.into_iter().map(|(name, value)| json!({"Name": name, key: value})).collect()
    };
    Resource::new(
        id,
        "AWS::ECS::TaskDefinition",
        json!({
            "Family": sub(family),
            "RequiresCompatibilities": ["FARGATE"],
            "NetworkMode": "awsvpc",
            "Cpu": ((tasks.vcpus.value() * 1_024.0).round() as u32).to_string(),
            "Memory": ((tasks.memory.value() * 1_024.0).round() as u32).to_string(),
            "RuntimePlatform": {"CpuArchitecture": "ARM64", "OperatingSystemFamily": "LINUX"},
            "ExecutionRoleArn": attribute(start, "Arn"),
            "TaskRoleArn": attribute("WebRole", "Arn"),
            "ContainerDefinitions": [{
                "Name": "web",
                "Image": sub("${ImagesUri}:current"),
                "PortMappings": [{"ContainerPort": 80}],
                "Environment": named(told, "Value"),
                "Secrets": named(secrets, "ValueFrom"),
                "StopTimeout": 30,
                "LogConfiguration": {"LogDriver": "awslogs", "Options": {
                    "awslogs-group": reference("WebLogs"), "awslogs-region": reference("AWS::Region"), "awslogs-stream-prefix": "web",
                }},
            }],
        }),
    )
}

fn service(stack: &mut Template, site: &Site<'_>) {
    let service = Resource::new(
        "Web",
        "AWS::ECS::Service",
        json!({
            "ServiceName": reference("Site"),
            "Cluster": reference("Cluster"),
            "TaskDefinition": reference("Task"),
            "LaunchType": "FARGATE",
            "AvailabilityZoneRebalancing": "ENABLED",
            "DeploymentConfiguration": {
                "MinimumHealthyPercent": 100,
                "MaximumPercent": 200,
                "DeploymentCircuitBreaker": {"Enable": true, "Rollback": true},
            },
            "HealthCheckGracePeriodSeconds": 120,
            "LoadBalancers": [{"ContainerName": "web", "ContainerPort": 80, "TargetGroupArn": reference("Targets")}],
            "NetworkConfiguration": {"AwsvpcConfiguration": {
                // Without a NAT gateway an address of its own is the way out; its security group lets nobody in by it.
                "AssignPublicIp": if site.has_nat() { "DISABLED" } else { "ENABLED" },
                "SecurityGroups": [reference("WebGroup")],
                "Subnets": reference("WebSubnets"),
            }},
            "PropagateTags": "SERVICE",
        }),
    );
    stack.add(service.after("Https"));
    stack.add(Resource::new(
        "WebRange",
        "AWS::ApplicationAutoScaling::ScalableTarget",
        json!({
            "ServiceNamespace": "ecs",
            "ScalableDimension": "ecs:service:DesiredCount",
            "ResourceId": sub("service/${Cluster}/${Web.Name}"),
            "MinCapacity": reference("WebServersLeast"),
            "MaxCapacity": reference("WebServersMost"),
        }),
    ));
    let target = match site.assessment.architecture.web.fleet {
        Fleet::Fixed(_) => 50.0,
        Fleet::Scaling { target, .. } => target.as_percent(),
    };
    stack.add(Resource::new(
        "WebScaling",
        "AWS::ApplicationAutoScaling::ScalingPolicy",
        json!({
            "PolicyName": sub("${Site}-cpu"),
            "PolicyType": "TargetTrackingScaling",
            "ScalingTargetId": reference("WebRange"),
            "TargetTrackingScalingPolicyConfiguration": {
                "PredefinedMetricSpecification": {"PredefinedMetricType": "ECSServiceAverageCPUUtilization"},
                "TargetValue": target.round() as u32,
            },
        }),
    ));
    stack.give("ClusterName", "The cluster", reference("Cluster"));
    stack.give("ServiceName", "The service", attribute("Web", "Name"));
}
