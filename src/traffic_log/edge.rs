//! Whose addresses these are: of readers, of a load balancer, of a CDN.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

/// Who an address belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Origin {
    /// Anybody.
    Public,
    /// A private network or the server itself: a load balancer, a proxy, a health check.
    Private,
    /// Cloudflare's edge.
    Cloudflare,
}

/// Cloudflare's published ranges (cloudflare.com/ips-v4, read November 2026): the first address and the length of the prefix.
const CLOUDFLARE: [([u8; 4], u32); 15] = [
    ([173, 245, 48, 0], 20),
    ([103, 21, 244, 0], 22),
    ([103, 22, 200, 0], 22),
    ([103, 31, 4, 0], 22),
    ([141, 101, 64, 0], 18),
    ([108, 162, 192, 0], 18),
    ([190, 93, 240, 0], 20),
    ([188, 114, 96, 0], 20),
    ([197, 234, 240, 0], 22),
    ([198, 41, 128, 0], 17),
    ([162, 158, 0, 0], 15),
    ([104, 16, 0, 0], 13),
    ([104, 24, 0, 0], 14),
    ([172, 64, 0, 0], 13),
    ([131, 0, 72, 0], 22),
];

/// Cloudflare's IPv6 ranges are of these first 32 bits, the last of 29 (cloudflare.com/ips-v6).
const CLOUDFLARE_V6: [u32; 6] = [0x2400_cb00, 0x2606_4700, 0x2803_f800, 0x2405_b500, 0x2405_8100, 0x2c0f_f248];

/// An address, without a port; none where the text is a host's name or a dash.
pub(super) fn address(text: &[u8]) -> Option<IpAddr> {
    if let Some(v4) = dotted(text) {
        return Some(IpAddr::V4(v4));
    }
    let text = text.strip_prefix(b"[").and_then(|text| text.strip_suffix(b"]")).unwrap_or(text);
    memchr::memchr(b':', text)?;
    std::str::from_utf8(text).ok()?.parse::<Ipv6Addr>().ok().map(IpAddr::V6)
}

/// Four numbers with dots, straight from bytes: the standard library reads addresses from text only, which costs more than
/// the rest of a line.
fn dotted(text: &[u8]) -> Option<Ipv4Addr> {
    let mut octets = [0_u8; 4];
    let mut parts = text.split(|byte| *byte == b'.');
    for octet in &mut octets {
        let part = parts.next().filter(|part| (1..=3).contains(&part.len()))?;
        let value = part
            .iter()
            .try_fold(0_u16, |sum, byte| byte.is_ascii_digit().then(|| sum * 10 + u16::from(byte - b'0')))?;
        *octet = u8::try_from(value).ok()?;
    }
    parts.next().is_none().then(|| octets.into())
}

/// Who an address belongs to.
pub(super) fn origin(address: IpAddr) -> Origin {
    match address {
        IpAddr::V4(v4) if v4.is_private() || v4.is_loopback() || v4.is_link_local() => Origin::Private,
        IpAddr::V4(v4) => {
            let within = |(first, length): &([u8; 4], u32)| {
                (v4.to_bits() ^ Ipv4Addr::from(*first).to_bits()).leading_zeros() >= *length
            };
            if CLOUDFLARE.iter().any(within) { Origin::Cloudflare } else { Origin::Public }
        }
        IpAddr::V6(v6) if v6.is_loopback() || v6.is_unique_local() || v6.is_unicast_link_local() => Origin::Private,
        IpAddr::V6(v6) => {
            let first = (v6.to_bits() >> 96) as u32;
            let own = CLOUDFLARE_V6.contains(&first) || first & 0xffff_fff8 == 0x2a06_98c0;
            if own { Origin::Cloudflare } else { Origin::Public }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_known_by_their_ranges() {
        let of = |text: &str| address(text.as_bytes()).map(origin);
        for (text, whose) in [
            ("198.18.3.4", Some(Origin::Public)),
            ("10.0.11.6", Some(Origin::Private)),
            ("172.31.255.255", Some(Origin::Private)),
            ("172.64.0.1", Some(Origin::Cloudflare)),
            ("172.72.0.0", Some(Origin::Public)),
            ("162.159.255.255", Some(Origin::Cloudflare)),
            ("::1", Some(Origin::Private)),
            ("2001:db8::1", Some(Origin::Public)),
            ("2a06:98c1:1::1", Some(Origin::Cloudflare)),
            ("[2606:4700::1]", Some(Origin::Cloudflare)),
            ("-", None),
            ("host.example.org", None),
            ("1.2.3", None),
            ("1.2.3.256", None),
            ("1.2.3.4.5", None),
        ] {
            assert_eq!(of(text), whose, "{text}");
        }
    }
}
