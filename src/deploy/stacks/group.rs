//! The web servers as an Auto Scaling group. A server that does not become ready never gets a request.

use serde_json::{Value, json};

use super::boot::user_data;
use crate::{
    architecture::Fleet,
    catalog::CreditMode,
    choices::Credits,
    deploy::{
        site::Site,
        template::{Parameter, Resource, Template, attribute, reference, sub},
    },
};

/// How long a server may take until it says that it is ready.
const READY_WITHIN: u32 = 900;

pub(super) fn add(stack: &mut Template, site: &Site<'_>) {
    let (least, most) = site.fleet();
    stack.take(Parameter::new("WebSubnets", "List<AWS::EC2::Subnet::Id>", "Subnets of the web servers"));
    stack.take(Parameter::new("WebServersLeast", "Number", "Web servers always on").or(least.to_string()));
    stack.take(Parameter::new("WebServersMost", "Number", "Web servers at the most").or(most.to_string()));
    let template = Resource::new(
        "WebTemplate",
        "AWS::EC2::LaunchTemplate",
        json!({"LaunchTemplateName": sub("${Site}-web"), "LaunchTemplateData": launch(site)}),
    );
    stack.add(public_if(template, site));
    let alone = site.is_alone();
    // While a new server starts, all but one go on; the last one stays where there are only two.
    let in_service = match (alone, most > least) {
        (true, _) => 0,
        (false, true) => least,
        (false, false) => least.saturating_sub(1).max(1),
    };
    let update = json!({"AutoScalingRollingUpdate": {
        "MinInstancesInService": in_service,
        "MaxBatchSize": 1,
        "PauseTime": "PT2M",
        "SuspendProcesses": ["HealthCheck", "ReplaceUnhealthy", "AZRebalance", "AlarmNotification", "ScheduledActions"],
    }});
    let mut properties = json!({
        "AutoScalingGroupName": sub("${Site}-web"),
        "LaunchTemplate": {"LaunchTemplateId": reference("WebTemplate"), "Version": attribute("WebTemplate", "LatestVersionNumber")},
        "MinSize": reference("WebServersLeast"),
        "MaxSize": reference("WebServersMost"),
        "VPCZoneIdentifier": reference("WebSubnets"),
        "HealthCheckType": if alone { "EC2" } else { "ELB" },
        "HealthCheckGracePeriod": 300,
        "DefaultInstanceWarmup": 120,
        // The new server is there before the old one goes; a group of one takes the address over in between.
        "InstanceMaintenancePolicy": {"MinHealthyPercentage": 100, "MaxHealthyPercentage": if alone { 200 } else { 150 }},
        "MetricsCollection": [{"Granularity": "1Minute"}],
        "LifecycleHookSpecificationList": [{
            "LifecycleHookName": "ready",
            "LifecycleTransition": "autoscaling:EC2_INSTANCE_LAUNCHING",
            "HeartbeatTimeout": READY_WITHIN,
            "DefaultResult": "ABANDON",
        }],
        "Tags": [
            {"Key": "Name", "Value": sub("${Site}-web"), "PropagateAtLaunch": true},
            {"Key": "Site", "Value": reference("Site"), "PropagateAtLaunch": true},
            {"Key": "Role", "Value": "web", "PropagateAtLaunch": true},
        ],
    });
    if !alone {
        properties["TargetGroupARNs"] = json!([reference("Targets")]);
    }
    let group = Resource::new("Web", "AWS::AutoScaling::AutoScalingGroup", properties).beside("UpdatePolicy", update);
    stack.give("WebGroupName", "Name of the group of web servers", reference("Web"));
    if alone {
        stack.add(group);
        return;
    }
    stack.add(group.after("Https"));
    let target = match site.assessment.architecture.web.fleet {
        Fleet::Fixed(_) => 50.0,
        Fleet::Scaling { target, .. } => target.as_percent(),
    };
    stack.add(Resource::new(
        "WebScaling",
        "AWS::AutoScaling::ScalingPolicy",
        json!({
            "AutoScalingGroupName": reference("Web"),
            "PolicyType": "TargetTrackingScaling",
            "TargetTrackingConfiguration": {
                "PredefinedMetricSpecification": {"PredefinedMetricType": "ASGAverageCPUUtilization"},
                "TargetValue": target.round() as u32,
            },
        }),
    ));
}

/// Where there is no NAT gateway, servers have addresses of their own, which a policy check asks about.
pub(super) fn public_if(resource: Resource, site: &Site<'_>) -> Resource {
    let reason = "without a NAT gateway its own address is the way out; its security group lets nobody in by it";
    if site.has_nat() { resource } else { resource.skip("CKV_AWS_88", reason) }
}

fn launch(site: &Site<'_>) -> Value {
    let mut data = server(site);
    data["NetworkInterfaces"] = json!([{
        "DeviceIndex": 0,
        "Groups": [reference("WebGroup")],
        // Without a NAT gateway an address of its own is the way out; its security group lets nobody in by it.
        "AssociatePublicIpAddress": !site.has_nat(),
        "DeleteOnTermination": true,
    }]);
    data["TagSpecifications"] =
        json!([{"ResourceType": "volume", "Tags": [{"Key": "Site", "Value": reference("Site")}]}]);
    data["IamInstanceProfile"] = json!({"Arn": attribute("WebProfile", "Arn")});
    data
}

/// What a launch template and a single instance have in common.
pub(super) fn server(site: &Site<'_>) -> Value {
    let mut data = json!({
        "ImageId": reference("WebImage"),
        "InstanceType": reference("WebType"),
        "EbsOptimized": true,
        "MetadataOptions": {"HttpTokens": "required", "HttpPutResponseHopLimit": 1, "HttpEndpoint": "enabled"},
        "Monitoring": {"Enabled": true},
        "BlockDeviceMappings": [{
            "DeviceName": "/dev/xvda",
            "Ebs": {"Encrypted": true, "VolumeType": "gp3", "VolumeSize": site.volume(), "DeleteOnTermination": true},
        }],
        "UserData": user_data(site),
    });
    if let crate::architecture::CpuAllowance::Credits { mode, .. } = site.assessment.architecture.web.machine.cpu {
        let credits = match (mode, site.design().credits) {
            (CreditMode::Standard, _) | (_, Credits::Standard) => "standard",
            (CreditMode::Unlimited, Credits::Unlimited) => "unlimited",
        };
        data["CreditSpecification"] = json!({"CpuCredits": credits});
    }
    data
}
