//! The image web servers start from: built from the system's newest, the kit's server folder, and the webroot that staging
//! has released; then named where the web stack looks for it.

use serde_json::json;

use super::roles::{self, statement};
use crate::deploy::{
    site::Site,
    template::{Parameter, Resource, Template, attribute, reference, sub},
};

/// What is done to the image: everything `install.sh` does that needs no secret, and the webroot of the last release.
const STEPS: &str = "name: WordPress
schemaVersion: 1.0
phases:
  - name: build
    steps:
      - name: Webroot
        action: ExecuteBash
        inputs:
          commands:
            - set -eu
            - mkdir -p /var/www/site/current /opt/wordpress
            - aws s3 cp s3://${Releases}/server.tar.gz - | tar -xz -C /opt/wordpress
            - release=$(aws s3 cp s3://${Releases}/current - | tr -d '[:space:]')
            - aws s3 cp s3://${Releases}/$release.tar.gz - | tar -xz -C /var/www/site/current
            - /opt/wordpress/server/install.sh packages
  - name: validate
    steps:
      - name: Complete
        action: ExecuteBash
        inputs:
          commands:
            - test -f /var/www/site/current/wp-load.php
            - nginx -v
";

pub(super) fn add(stack: &mut Template, site: &Site<'_>) {
    let base = format!(
        "arn:${{AWS::Partition}}:imagebuilder:${{AWS::Region}}:aws:image/amazon-linux-2023-{}/x.x.x",
        if site.processor() == "arm64" { "arm64" } else { "x86" }
    );
    stack.take(
        Parameter::text("ImageVersion", "Version of the image's recipe; raise it with each change of the steps")
            .or("1.0.0"),
    );
    let mut builder =
        statement("Releases", &["s3:GetObject"], json!([sub("arn:${AWS::Partition}:s3:::${Releases}/*")]));
    builder["Sid"] = json!("ReadReleases");
    stack.add(Resource::new(
        "ImageRole",
        "AWS::IAM::Role",
        json!({
            "AssumeRolePolicyDocument": roles::taken_by_instances(),
            "ManagedPolicyArns": [
                sub("arn:${AWS::Partition}:iam::aws:policy/AmazonSSMManagedInstanceCore"),
                sub("arn:${AWS::Partition}:iam::aws:policy/EC2InstanceProfileForImageBuilder"),
            ],
            "Policies": [{"PolicyName": "image", "PolicyDocument": {"Version": "2012-10-17", "Statement": [
                builder,
                statement("TheirKey", &["kms:Decrypt"], json!([reference("KeyArn")])),
            ]}}],
        }),
    ));
    stack.add(Resource::new("ImageProfile", "AWS::IAM::InstanceProfile", json!({"Roles": [reference("ImageRole")]})));
    stack.add(Resource::new(
        "ImageSteps",
        "AWS::ImageBuilder::Component",
        json!({
            "Name": sub("${Site}-steps"), "Platform": "Linux", "Version": reference("ImageVersion"),
            "KmsKeyId": reference("KeyArn"), "Data": sub(STEPS),
        }),
    ));
    stack.add(Resource::new(
        "ImageRecipe",
        "AWS::ImageBuilder::ImageRecipe",
        json!({
            "Name": sub("${Site}"),
            "Version": reference("ImageVersion"),
            "ParentImage": sub(base),
            "Components": [{"ComponentArn": attribute("ImageSteps", "Arn")}],
            "BlockDeviceMappings": [{
                "DeviceName": "/dev/xvda",
                "Ebs": {"Encrypted": true, "VolumeType": "gp3", "VolumeSize": site.volume(), "DeleteOnTermination": true},
            }],
        }),
    ));
    stack.add(Resource::new(
        "ImageMachine",
        "AWS::ImageBuilder::InfrastructureConfiguration",
        json!({
            "Name": sub("${Site}"),
            "InstanceProfileName": reference("ImageProfile"),
            "InstanceTypes": [site.instance_type()],
            "TerminateInstanceOnFailure": true,
            "InstanceMetadataOptions": {"HttpTokens": "required", "HttpPutResponseHopLimit": 1},
        }),
    ));
    stack.add(Resource::new(
        "ImagePipeline",
        "AWS::ImageBuilder::ImagePipeline",
        json!({
            "Name": sub("${Site}"),
            "ImageRecipeArn": attribute("ImageRecipe", "Arn"),
            "InfrastructureConfigurationArn": attribute("ImageMachine", "Arn"),
            "Status": "ENABLED",
        }),
    ));
    stack.give("ImagePipelineArn", "Start it to bake the last release", attribute("ImagePipeline", "Arn"));
}
