use crate::catalog::Provider;

/// Who bills a line, named as the pricing pages name it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BilledService {
    /// Amazon Route 53.
    Route53,
    /// Amazon CloudFront.
    CloudFront,
    /// Servers of a provider off AWS.
    Server(Provider),
    /// Cloudflare.
    Cloudflare,
    /// A content delivery network off AWS that is not in the catalog.
    OtherCdn,
    /// A managed WordPress host, by its name.
    ManagedHost(&'static str),
    /// AWS Fargate.
    Fargate,
    /// Amazon Lightsail.
    Lightsail,
    /// Elastic Load Balancing.
    LoadBalancing,
    /// Amazon EC2.
    Ec2,
    /// Amazon EBS.
    Ebs,
    /// Amazon EFS.
    Efs,
    /// AWS Backup.
    Backup,
    /// Amazon S3.
    S3,
    /// Amazon ElastiCache.
    ElastiCache,
    /// Amazon Aurora.
    Aurora,
    /// Amazon RDS.
    Rds,
    /// Amazon VPC.
    Vpc,
    /// Data transfer of EC2 and VPC.
    DataTransfer,
    /// AWS CodePipeline.
    CodePipeline,
    /// AWS CodeBuild.
    CodeBuild,
    /// Amazon CloudWatch.
    CloudWatch,
    /// Nobody: people's own hours.
    People,
}

impl BilledService {
    /// As the pricing page names it.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Route53 => "Amazon Route 53",
            Self::CloudFront => "Amazon CloudFront",
            Self::Server(provider) => provider.name(),
            Self::Cloudflare => "Cloudflare",
            Self::OtherCdn => "Content delivery network",
            Self::ManagedHost(host) => host,
            Self::Fargate => "AWS Fargate",
            Self::Lightsail => "Amazon Lightsail",
            Self::LoadBalancing => "Elastic Load Balancing",
            Self::Ec2 => "Amazon EC2",
            Self::Ebs => "Amazon EBS",
            Self::Efs => "Amazon EFS",
            Self::Backup => "AWS Backup",
            Self::S3 => "Amazon S3",
            Self::ElastiCache => "Amazon ElastiCache",
            Self::Aurora => "Amazon Aurora",
            Self::Rds => "Amazon RDS",
            Self::Vpc => "Amazon VPC",
            Self::DataTransfer => "Data transfer",
            Self::CodePipeline => "AWS CodePipeline",
            Self::CodeBuild => "AWS CodeBuild",
            Self::CloudWatch => "Amazon CloudWatch",
            Self::People => "People",
        }
    }
}
