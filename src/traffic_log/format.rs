use serde::Serialize;
use strum::VariantArray as _;

use super::formats::{common, elb, json, w3c};

/// A format of access logs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, strum::VariantArray)]
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

    /// The format of a log that begins like this, or why it is none that is read here.
    pub(super) fn recognise(head: &[u8]) -> Result<Self, &'static str> {
        if let Some(refusal) = refused(head) {
            return Err(refusal);
        }
        if let Some(format) = w3c::recognise(head) {
            return Ok(format);
        }
        let lines = head.split(|byte| *byte == b'\n').map(<[u8]>::trim_ascii).filter(|line| !line.is_empty());
        let mut votes = [0_usize; Self::ALL.len()];
        for line in lines.take(64) {
            let found = if json::looks_like(line) {
                Some(Self::Json)
            } else {
                elb::recognise(line).or_else(|| common::recognise(line))
            };
            if let Some(format) = found {
                votes[format as usize] += 1;
            }
        }
        let most = Self::ALL.iter().copied().rev().max_by_key(|format| votes[*format as usize]);
        most.filter(|format| votes[*format as usize] > 0).ok_or(
            "no access log of a format known here: Apache, nginx, Caddy, IIS, CloudFront, load balancers, Logpush",
        )
    }
}

/// Files that people try and that are something else.
fn refused(head: &[u8]) -> Option<&'static str> {
    if head.starts_with(b"PAR1") {
        return Some("a Parquet file: choose JSON or W3C where the log is delivered, or convert it to lines");
    }
    if head.starts_with(b"PK\x03\x04") {
        return Some("a ZIP archive: take the log out of it first; .gz is read as it is");
    }
    if head.starts_with(b"BZh") || head.starts_with(b"\xfd7zXZ") || head.starts_with(b"\x28\xb5\x2f\xfd") {
        return Some("compressed otherwise than by gzip: uncompress it first");
    }
    None
}
