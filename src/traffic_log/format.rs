use serde::{Deserialize, Serialize};
use strum::VariantArray as _;

/// A format of access logs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, strum::VariantArray)]
#[serde(rename_all = "kebab-case")]
pub enum Format {
    /// Apache's `common` log format: no user agent.
    Common,
    /// Apache's `combined` and nginx's default, also with sizes, times and addresses appended.
    Combined,
    /// The same with the site's name in front (`vhost_combined`).
    VirtualHost,
    /// JSON lines: nginx, Caddy, Traefik, Cloudflare Logpush.
    Json,
    /// Application Load Balancer.
    ApplicationLoadBalancer,
    /// Classic Load Balancer.
    ClassicLoadBalancer,
    /// CloudFront standard log, legacy and v2 as W3C.
    CloudFront,
    /// IIS, W3C.
    Iis,
}

impl Format {
    /// Every format, in the order tried.
    pub const ALL: &'static [Self] = Self::VARIANTS;

    /// Its name on the command line and in JSON.
    pub const fn token(self) -> &'static str {
        match self {
            Self::Common => "common",
            Self::Combined => "combined",
            Self::VirtualHost => "virtual-host",
            Self::Json => "json",
            Self::ApplicationLoadBalancer => "application-load-balancer",
            Self::ClassicLoadBalancer => "classic-load-balancer",
            Self::CloudFront => "cloud-front",
            Self::Iis => "iis",
        }
    }

    /// Its name for people.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Common => "Apache common",
            Self::Combined => "Apache or nginx combined",
            Self::VirtualHost => "Apache combined with the host in front",
            Self::Json => "JSON lines",
            Self::ApplicationLoadBalancer => "Application Load Balancer",
            Self::ClassicLoadBalancer => "Classic Load Balancer",
            Self::CloudFront => "CloudFront standard log",
            Self::Iis => "IIS W3C",
        }
    }

    /// The format of that name.
    pub fn from_token(token: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|format| format.token() == token)
    }
}
