//! Elastic Load Balancing: the Application and the Classic Load Balancer.
//!
//! Sources: docs.aws.amazon.com/elasticloadbalancing, "Access logs for your Application Load Balancer" and "… Classic Load
//! Balancer". Fields are only ever added at the end.

use std::borrow::Cow;

use crate::traffic_log::{
    broken::Broken,
    clock::Stamp,
    format::Format,
    line::{Edge, Line, decimal, request, status, whole},
};

/// The format of a line, if it is one of these.
pub(in crate::traffic_log) fn recognise(line: &[u8]) -> Option<Format> {
    let mut words = line.split(|byte| *byte == b' ');
    let first = words.next()?;
    if Stamp::iso(first).is_some() && first.ends_with(b"Z") {
        return classic(line).is_ok().then_some(Format::ClassicLoadBalancer);
    }
    let is_type = matches!(first, b"http" | b"https" | b"h2" | b"grpcs" | b"ws" | b"wss");
    (is_type && application(line).is_ok()).then_some(Format::ApplicationLoadBalancer)
}

/// A line of an Application Load Balancer.
pub(in crate::traffic_log) fn application(text: &[u8]) -> Result<Line<'_>, Broken> {
    let space = memchr::memchr(b' ', text).ok_or(Broken::Shape)?;
    classic(&text[space + 1..])
}

/// A line of a Classic Load Balancer; that of an Application Load Balancer is the same behind its first word.
pub(in crate::traffic_log) fn classic(text: &[u8]) -> Result<Line<'_>, Broken> {
    let mut words = text.splitn(12, |byte| *byte == b' ');
    let mut next = || words.next().ok_or(Broken::Shape);
    let time = Stamp::iso(next()?).ok_or(Broken::Time)?;
    let _balancer = next()?;
    let client = next()?;
    let _target = next()?;
    let _received = next()?;
    // What the servers took; -1 where the request was not passed on.
    let seconds = decimal(next()?);
    let _sent = next()?;
    let answered = next()?;
    let _by_target = next()?;
    let _bytes_in = next()?;
    let bytes = whole(next()?).ok_or(Broken::Shape)?;
    let rest = next()?.strip_prefix(b"\"").ok_or(Broken::Shape)?;
    let end = memchr::memmem::find(rest, b"\" \"").ok_or(Broken::Shape)?;
    let asked = rest[..end].trim_ascii();
    let agent = &rest[end + 3..];
    let agent = &agent[..memchr::memchr(b'"', agent).unwrap_or(agent.len())];
    // TCP listeners write "- - - " and no status.
    if asked == b"- - -" && answered == b"-" {
        return Err(Broken::NoRequest);
    }
    let (method, target) = if asked.starts_with(b"- ") { request(b"-") } else { request(asked) };
    Ok(Line {
        address: Cow::Borrowed(without_port(client)),
        time,
        method,
        target: Cow::Borrowed(target),
        query: None,
        status: status(answered).ok_or(Broken::Status)?,
        bytes,
        agent: Some(Cow::Borrowed(agent)),
        seconds,
        edge: Edge::Unsaid,
    })
}

fn without_port(client: &[u8]) -> &[u8] {
    memchr::memrchr(b':', client).map_or(client, |colon| &client[..colon])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::traffic_log::line::Method;

    /// The examples of the documentation.
    const ALB: &[u8] = br#"https 2018-07-02T22:23:00.186641Z app/my-loadbalancer/50dc6c495c0c9188 192.168.131.39:2817 10.0.0.1:80 0.086 0.048 0.037 200 200 0 57 "GET https://www.example.com:443/ HTTP/1.1" "curl/7.46.0" ECDHE-RSA-AES128-GCM-SHA256 TLSv1.2 arn:aws:elasticloadbalancing:us-east-2:123456789012:targetgroup/my-targets/73e2d6bc24d8a067 "Root=1-58337281-1d84f3d73c47ec4e58577259" "www.example.com" "arn:x" 1 2018-07-02T22:22:48.364000Z "authenticate,forward" "-" "-" "10.0.0.1:80" "200" "-" "-""#;
    const ELB: &[u8] = br#"2015-05-13T23:39:43.945958Z my-loadbalancer 192.168.131.39:2817 10.0.0.1:80 0.000086 0.001048 0.001337 200 200 0 57 "GET https://www.example.com:443/ HTTP/1.1" "curl/7.38.0" DHE-RSA-AES128-SHA TLSv1.2"#;

    #[test]
    fn the_documented_lines_are_read() {
        assert_eq!(recognise(ALB), Some(Format::ApplicationLoadBalancer));
        assert_eq!(recognise(ELB), Some(Format::ClassicLoadBalancer));
        for (line, agent, seconds) in
            [(application(ALB), "curl/7.46.0", 0.048), (classic(ELB), "curl/7.38.0", 0.001_048)]
        {
            let line = line.unwrap();
            assert_eq!(
                (&*line.address, line.method, line.status, line.bytes),
                (&b"192.168.131.39"[..], Method::Get, 200, 57)
            );
            assert_eq!(&*line.target, b"https://www.example.com:443/");
            assert_eq!((line.agent.as_deref(), line.seconds), (Some(agent.as_bytes()), Some(seconds)));
        }
    }

    #[test]
    fn what_was_not_passed_on_took_no_time_and_tcp_is_no_request() {
        let refused = String::from_utf8_lossy(ALB).replace("10.0.0.1:80 0.086 0.048 0.037 200 200", "- -1 -1 -1 460 -");
        let line = application(refused.as_bytes()).unwrap();
        assert_eq!((line.seconds, line.status), (None, 460));
        let tcp = br#"2015-05-13T23:39:43.945958Z my-loadbalancer 192.168.131.39:2817 10.0.0.1:80 0.001069 0.000028 0.000041 - - 82 305 "- - - " "-" - -"#;
        assert_eq!(classic(tcp).err(), Some(Broken::NoRequest));
    }
}
