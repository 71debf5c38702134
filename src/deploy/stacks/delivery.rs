//! How a change reaches the servers: a pipeline that builds a release, or an image that servers start from, and staging.

use serde_json::{Value, json};

use super::{
    boot, group, image, parameters,
    parameters::site_name,
    roles::{self, role, statement},
};
use crate::{
    architecture::{Instances, Service},
    deploy::site::Files,
    deploy::{
        site::{Site, processor},
        template::{Parameter, Resource, Template, attribute, reference, sub},
        versions,
    },
};

pub(super) fn stack(site: &Site<'_>) -> Option<Template> {
    let mut stack = Template {
        name: "delivery",
        order: 60,
        description: "How changes reach a WordPress site".to_owned(),
        parameters: vec![
            site_name(),
            Parameter::text("Releases", "Bucket of releases and of the servers' configuration"),
        ],
        ..Template::default()
    };
    match site.files() {
        Files::Git | Files::Container => {
            stack.take(Parameter::text("KeyArn", "The key"));
            pipeline(&mut stack, site);
        }
        Files::Image => {
            stack.take(Parameter::text("KeyArn", "The key"));
            image::add(&mut stack, site);
        }
        Files::OnServer | Files::OnEach | Files::Efs | Files::FileServer | Files::Gluster => {}
    }
    if site.is_staged() {
        staging(&mut stack, site);
    }
    if stack.resources.is_empty() { None } else { Some(stack) }
}

fn pipeline(stack: &mut Template, site: &Site<'_>) {
    stack.take(
        Parameter::text("Repository", "Owner and name of the repository").like("^[A-Za-z0-9_.-]+/[A-Za-z0-9_.-]+$"),
    );
    stack.take(Parameter::text("Branch", "Branch that goes live").or("main"));
    stack.take(
        Parameter::text("GitHubProvider", "ARN of the account's OIDC provider of GitHub; none without GitHub Actions")
            .or("none"),
    );
    stack.conditions.push(("WithGitHub", json!({"Fn::Not": [{"Fn::Equals": [reference("GitHubProvider"), "none"]}]})));
    stack.add(Resource::new(
        "Connection",
        "AWS::CodeConnections::Connection",
        json!({"ConnectionName": sub("${Site}"), "ProviderType": "GitHub"}),
    ));
    if site.in_containers() {
        stack.take(Parameter::text("ImagesUri", "Repository of container images"));
    }
    build_role(stack, site);
    stack.add(Resource::new(
        "BuildLogs",
        "AWS::Logs::LogGroup",
        json!({"LogGroupName": sub("/${Site}/build"), "RetentionInDays": 90, "KmsKeyId": reference("KeyArn")}),
    ));
    stack.add(Resource::new(
        "Build",
        "AWS::CodeBuild::Project",
        json!({
            "Name": sub("${Site}"),
            "ServiceRole": attribute("BuildRole", "Arn"),
            "EncryptionKey": reference("KeyArn"),
            "Artifacts": {"Type": "CODEPIPELINE"},
            "Source": {"Type": "CODEPIPELINE", "BuildSpec": "pipeline/buildspec.yml"},
            "Environment": machine(site),
            "LogsConfig": {"CloudWatchLogs": {"Status": "ENABLED", "GroupName": reference("BuildLogs")}},
            "TimeoutInMinutes": 20,
        }),
    ));
    pipeline_role(stack);
    stack.add(Resource::new("Pipeline", "AWS::CodePipeline::Pipeline", stages()));
    github(stack, site);
}

/// Images are built on the processor they run on, and Docker asks for a privileged machine.
fn machine(site: &Site<'_>) -> Value {
    let mut told = vec![json!({"Name": "SITE", "Value": reference("Site")})];
    let (kind, image) = if site.in_containers() {
        told.push(json!({"Name": "IMAGES", "Value": reference("ImagesUri")}));
        ("ARM_CONTAINER", versions::BUILD_IMAGE_ARM)
    } else {
        told.push(json!({"Name": "RELEASES", "Value": reference("Releases")}));
        ("LINUX_CONTAINER", versions::BUILD_IMAGE)
    };
    json!({
        "Type": kind,
        "ComputeType": "BUILD_GENERAL1_SMALL",
        "Image": image,
        "PrivilegedMode": site.in_containers(),
        "EnvironmentVariables": told,
    })
}

fn release_rights(site: &Site<'_>) -> Vec<Value> {
    let mut rights = vec![
        statement(
            "Artifacts",
            &["s3:GetObject", "s3:PutObject"],
            json!([sub("arn:${AWS::Partition}:s3:::${Releases}/*")]),
        ),
        statement("ArtifactKey", &["kms:Decrypt", "kms:GenerateDataKey"], json!([reference("KeyArn")])),
    ];
    if site.in_containers() {
        rights.extend([
            // This action takes no resource.
            statement("SignIn", &["ecr:GetAuthorizationToken"], json!("*")),
            statement(
                "Images",
                &[
                    "ecr:BatchCheckLayerAvailability",
                    "ecr:BatchGetImage",
                    "ecr:CompleteLayerUpload",
                    "ecr:GetDownloadUrlForLayer",
                    "ecr:InitiateLayerUpload",
                    "ecr:PutImage",
                    "ecr:UploadLayerPart",
                ],
                json!([sub("arn:${AWS::Partition}:ecr:${AWS::Region}:${AWS::AccountId}:repository/${Site}")]),
            ),
            statement(
                "RollOut",
                &["ecs:DescribeServices", "ecs:UpdateService"],
                json!([sub("arn:${AWS::Partition}:ecs:${AWS::Region}:${AWS::AccountId}:service/${Site}/${Site}")]),
            ),
        ]);
        return rights;
    }
    rights.extend([
        statement(
            "RollOut",
            &["ssm:SendCommand"],
            json!([sub("arn:${AWS::Partition}:ssm:${AWS::Region}::document/AWS-RunShellScript")]),
        ),
        json!({
            "Sid": "OnWebServersOnly",
            "Effect": "Allow",
            "Action": ["ssm:SendCommand"],
            "Resource": [sub("arn:${AWS::Partition}:ec2:${AWS::Region}:${AWS::AccountId}:instance/*")],
            "Condition": {"StringEquals": {"aws:ResourceTag/Site": reference("Site"), "aws:ResourceTag/Role": "web"}},
        }),
    ]);
    rights
}

fn build_role(stack: &mut Template, site: &Site<'_>) {
    let mut allowed = release_rights(site);
    allowed.push(statement(
        "ItsLogs",
        &["logs:CreateLogStream", "logs:PutLogEvents"],
        json!([sub("arn:${AWS::Partition}:logs:${AWS::Region}:${AWS::AccountId}:log-group:/${Site}/build:*")]),
    ));
    stack.add(role("BuildRole", "codebuild.amazonaws.com", "release", allowed));
}

fn pipeline_role(stack: &mut Template) {
    let allowed = vec![
        statement(
            "Artifacts",
            &["s3:GetObject", "s3:PutObject"],
            json!([sub("arn:${AWS::Partition}:s3:::${Releases}/*")]),
        ),
        statement("ArtifactKey", &["kms:Decrypt", "kms:GenerateDataKey"], json!([reference("KeyArn")])),
        statement(
            "Source",
            &["codestar-connections:UseConnection", "codeconnections:UseConnection"],
            json!([reference("Connection")]),
        ),
        statement("Build", &["codebuild:StartBuild", "codebuild:BatchGetBuilds"], json!([attribute("Build", "Arn")])),
    ];
    stack.add(role("PipelineRole", "codepipeline.amazonaws.com", "release", allowed));
}

fn stages() -> Value {
    let source = json!({
        "Name": "Source",
        "ActionTypeId": {"Category": "Source", "Owner": "AWS", "Provider": "CodeStarSourceConnection", "Version": "1"},
        "Configuration": {
            "ConnectionArn": reference("Connection"), "FullRepositoryId": reference("Repository"), "BranchName": reference("Branch"),
        },
        "OutputArtifacts": [{"Name": "source"}],
    });
    let build = json!({
        "Name": "Release",
        "ActionTypeId": {"Category": "Build", "Owner": "AWS", "Provider": "CodeBuild", "Version": "1"},
        "Configuration": {"ProjectName": reference("Build")},
        "InputArtifacts": [{"Name": "source"}],
    });
    json!({
        "Name": sub("${Site}"),
        "PipelineType": "V2",
        "RoleArn": attribute("PipelineRole", "Arn"),
        "ArtifactStore": {
            "Type": "S3", "Location": reference("Releases"), "EncryptionKey": {"Id": reference("KeyArn"), "Type": "KMS"},
        },
        "Stages": [{"Name": "Source", "Actions": [source]}, {"Name": "Release", "Actions": [build]}],
    })
}

/// The same release from GitHub Actions: a role that one environment of one repository may take, and no key anywhere.
fn github(stack: &mut Template, site: &Site<'_>) {
    let trusted = json!({"Version": "2012-10-17", "Statement": [{
        "Effect": "Allow",
        "Principal": {"Federated": reference("GitHubProvider")},
        "Action": "sts:AssumeRoleWithWebIdentity",
        "Condition": {"StringEquals": {
            "token.actions.githubusercontent.com:aud": "sts.amazonaws.com",
            "token.actions.githubusercontent.com:sub": sub("repo:${Repository}:environment:production"),
        }},
    }]});
    stack.add(
        Resource::new(
            "GitHubRole",
            "AWS::IAM::Role",
            json!({
                "AssumeRolePolicyDocument": trusted,
                "Policies": [{"PolicyName": "release", "PolicyDocument": {"Version": "2012-10-17", "Statement": release_rights(site)}}],
            }),
        )
        .only_if("WithGitHub"),
    );
}

/// A server like those that are live, with its own database on it, which sees nothing of the live one.
fn staging(stack: &mut Template, site: &Site<'_>) {
    let found = site.assessment.architecture.components.iter().find_map(|component| {
        if let Service::Staging(instances) = &component.service { Some(instances) } else { None }
    });
    let Some(Instances { instance_type, volume, .. }) = found else { return };
    stack.take(parameters::image(site, processor(instance_type), "StagingImage"));
    stack.take(Parameter::text("StagingType", "Instance type of the staging server").or(instance_type.clone()));
    stack.take(Parameter::new("WebSubnets", "List<AWS::EC2::Subnet::Id>", "Subnets of the web servers"));
    stack.take(Parameter::new("VpcId", "AWS::EC2::VPC::Id", "The network"));
    stack.take(parameters::domain());
    stack.add(Resource::new(
        "StagingGroup",
        "AWS::EC2::SecurityGroup",
        json!({
            "GroupDescription": "The staging server: nobody comes in but by Session Manager",
            "VpcId": reference("VpcId"),
            "SecurityGroupEgress": [{"IpProtocol": "-1", "CidrIp": "0.0.0.0/0", "Description": "Answers, updates and other sites"}],
        }),
    ));
    stack.add(Resource::new(
        "StagingRole",
        "AWS::IAM::Role",
        json!({
            "AssumeRolePolicyDocument": roles::taken_by_instances(),
            "ManagedPolicyArns": [sub("arn:${AWS::Partition}:iam::aws:policy/AmazonSSMManagedInstanceCore")],
            "Policies": [{"PolicyName": "staging", "PolicyDocument": {"Version": "2012-10-17", "Statement": [
                statement("Releases", &["s3:GetObject", "s3:PutObject"], json!([sub("arn:${AWS::Partition}:s3:::${Releases}/*")])),
            ]}}],
        }),
    ));
    stack.add(Resource::new(
        "StagingProfile",
        "AWS::IAM::InstanceProfile",
        json!({"Roles": [reference("StagingRole")]}),
    ));
    let server = Resource::new(
        "Staging",
        "AWS::EC2::Instance",
        json!({
            "ImageId": reference("StagingImage"),
            "InstanceType": reference("StagingType"),
            "IamInstanceProfile": reference("StagingProfile"),
            "EbsOptimized": true,
            "Monitoring": true,
            "MetadataOptions": {"HttpTokens": "required", "HttpPutResponseHopLimit": 1},
            "PropagateTagsToVolumeOnCreation": true,
            "NetworkInterfaces": [{
                "DeviceIndex": "0",
                "SubnetId": {"Fn::Select": [0, reference("WebSubnets")]},
                "GroupSet": [attribute("StagingGroup", "GroupId")],
                "AssociatePublicIpAddress": !site.has_nat(),
            }],
            "BlockDeviceMappings": [{
                "DeviceName": "/dev/xvda",
                "Ebs": {"Encrypted": true, "VolumeType": "gp3", "VolumeSize": volume.value().ceil() as u32},
            }],
            "Tags": [
                {"Key": "Name", "Value": sub("${Site}-staging")},
                {"Key": "Site", "Value": reference("Site")},
                {"Key": "Role", "Value": "staging"},
            ],
            "UserData": boot::staging(),
        }),
    );
    stack.add(group::public_if(server, site));
    stack.give("StagingId", "The staging server", reference("Staging"));
}
