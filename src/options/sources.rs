//! Where arguments are from, named once.

/// The consultant's article on when to host WordPress on AWS at all.
pub(crate) const CONSULTANT_WHEN: &str =
    "Consultant: You Shouldn't Host WordPress on AWS (Except when you should), 2018";
/// The consultant's article on highly available WordPress.
pub(super) const CONSULTANT_HA: &str = "Consultant: Highly Available WordPress on AWS, 2018";
/// The consultant's article on burstable instances.
pub(crate) const CONSULTANT_T2: &str = "Consultant: AWS EC2 T2 Instances Demystified, 2018";
/// AWS's whitepaper.
pub(super) const WHITEPAPER: &str = "AWS whitepaper: Best Practices for WordPress on AWS, 2018";
/// What AWS writes of Lightsail's burst capacity and snapshots.
pub(super) const LIGHTSAIL: &str = "Amazon Lightsail user guide, burst capacity and automatic snapshots";
/// What AWS writes of Lightsail's load balancers and high-availability databases.
pub(super) const LIGHTSAIL_BALANCER: &str =
    "Amazon Lightsail user guide, load balancers and high-availability databases, read 2026";
/// Lightsail's quotas.
pub(super) const LIGHTSAIL_QUOTAS: &str = "AWS General Reference, Amazon Lightsail endpoints and quotas, read 2026";
/// What AWS writes of health checks of Auto Scaling groups.
pub(super) const AUTO_SCALING: &str = "Amazon EC2 Auto Scaling User Guide, health checks and replacement";
/// What makers and users of export tools write.
pub(super) const EXPORT_TOOLS: &str =
    "Simply Static, Staatic and WP2Static: documentation and issues 882, 335, 200 and 312, 2019 to 2025";
/// What S3 and CloudFront commit to.
pub(super) const S3_SLA: &str = "Amazon S3 and CloudFront service level agreements, 99.9 % each";
/// What managed hosts publish, and what their prices hold.
pub(super) const HOSTS: &str = "Kinsta, WP Engine and Pressable: plans, help pages and terms, 2025 to 2026";
/// What AWS writes of ECS and Fargate.
pub(super) const ECS: &str = "Amazon ECS Developer Guide and AWS Fargate pricing, read 2026";
/// How long a Fargate task takes to start.
pub(super) const TASK_START: &str = "elasticscale.com, 57 seconds for a PHP image of 413 MB, 2024";
/// What AWS writes of the throughput modes of EFS: <https://docs.aws.amazon.com/efs/latest/ug/performance.html>.
pub(super) const EFS_MODES: &str = "Amazon EFS User Guide, throughput modes, read 2026";
/// What AWS writes of Aurora Serverless v2 and asks for it:
/// <https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/aurora-serverless-v2.how-it-works.html>.
pub(super) const AURORA_SERVERLESS: &str =
    "Amazon Aurora User Guide, how Aurora Serverless v2 works; AWS price list, 2026";
/// How long servers take to boot.
pub(super) const BOOT: &str = "AWS whitepaper, Scaling the Web Tier; boot times measured by daemonology.net, 2021";
/// The sizing model.
pub(super) const MODEL: &str = "computed from your answers";
/// Hours of people.
pub(super) const OPS: &str = "estimate from published hours: single server 2 to 6 a month (crondaily 2026), business sites 6 to 12 (camelcityproductions)";
/// Hours of people where nothing is published.
pub(super) const OPS_LOW: &str = "estimate, low confidence: no published hours were found for this architecture";
/// What users of the reference architecture reported.
pub(super) const REPORTS: &str = "aws-samples/aws-refarch-wordpress issues 24, 48 and 68";
