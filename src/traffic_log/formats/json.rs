//! JSON lines: nginx with `escape=json`, Caddy, Traefik, Cloudflare Logpush. Names are the owner's; the usual ones are known.
//!
//! Sources: caddyserver.com/docs/logging; doc.traefik.io, access logs; developers.cloudflare.com, Logpush, HTTP requests;
//! matomo-log-analytics tests/logs.

use std::{borrow::Cow, fmt};

use serde::{
    Deserialize, Deserializer,
    de::{IgnoredAny, MapAccess, SeqAccess, Visitor},
};

use crate::traffic_log::{
    broken::Broken,
    clock::Stamp,
    line::{Edge, Line, Method, request},
};

/// Whether a line may be of this kind.
pub(in crate::traffic_log) fn looks_like(line: &[u8]) -> bool {
    line.starts_with(b"{") && line.ends_with(b"}")
}

/// A line taken apart.
pub(in crate::traffic_log) fn line(text: &[u8]) -> Result<Line<'_>, Broken> {
    let found: Found<'_> = serde_json::from_slice(text).map_err(|_| Broken::Json)?;
    let (method, target) = match (&found.request, &found.method, &found.target) {
        (_, Some(method), Some(target)) => (Method::of(method.as_bytes()), target.as_bytes().to_vec()),
        (Some(asked), _, _) => {
            let (method, target) = request(asked.as_bytes());
            (method, target.to_vec())
        }
        (None, _, _) => return Err(Broken::Shape),
    };
    let status = found.status.as_ref().and_then(Value::number).ok_or(Broken::Status)?;
    Ok(Line {
        address: bytes(found.address.unwrap_or(Cow::Borrowed("-"))),
        time: found.time.as_ref().and_then(Value::time).ok_or(Broken::Time)?,
        method,
        target: Cow::Owned(target),
        query: None,
        status: if (0.0..1_000.0).contains(&status) { status as u16 } else { 0 },
        bytes: found.bytes.as_ref().and_then(Value::number).map_or(0, |bytes| bytes as u64),
        agent: found.agent.map(bytes),
        seconds: found.seconds,
        edge: found.edge,
    })
}

fn bytes(text: Cow<'_, str>) -> Cow<'_, [u8]> {
    match text {
        Cow::Borrowed(text) => Cow::Borrowed(text.as_bytes()),
        Cow::Owned(text) => Cow::Owned(text.into_bytes()),
    }
}

/// What was found in a line.
struct Found<'a> {
    time: Option<Value<'a>>,
    address: Option<Cow<'a, str>>,
    request: Option<Cow<'a, str>>,
    method: Option<Cow<'a, str>>,
    target: Option<Cow<'a, str>>,
    status: Option<Value<'a>>,
    bytes: Option<Value<'a>>,
    agent: Option<Cow<'a, str>>,
    seconds: Option<f64>,
    edge: Edge,
}

/// A value of a line.
enum Value<'a> {
    Text(Cow<'a, str>),
    Number(f64),
    /// What Caddy nests: the request, and its headers.
    Nested(Box<Found<'a>>),
    Nothing,
}

impl<'a> Value<'a> {
    fn text(self) -> Option<Cow<'a, str>> {
        match self {
            Self::Text(text) => Some(text),
            Self::Number(_) | Self::Nested(_) | Self::Nothing => None,
        }
    }

    fn number(&self) -> Option<f64> {
        match self {
            Self::Text(text) => text.trim().parse().ok(),
            Self::Number(number) => Some(*number),
            Self::Nested(_) | Self::Nothing => None,
        }
        .filter(|number: &f64| *number >= 0.0)
    }

    fn time(&self) -> Option<Stamp> {
        match self {
            Self::Text(text) => Stamp::common(text.as_bytes())
                .or_else(|| Stamp::iso(text.as_bytes()))
                .or_else(|| Stamp::epoch(text.parse().ok()?)),
            Self::Number(number) => Stamp::epoch(*number),
            Self::Nested(_) | Self::Nothing => None,
        }
    }
}

impl<'a> Found<'a> {
    const fn new() -> Self {
        Self {
            time: None,
            address: None,
            request: None,
            method: None,
            target: None,
            status: None,
            bytes: None,
            agent: None,
            seconds: None,
            edge: Edge::Unsaid,
        }
    }

    fn take(&mut self, name: &str, value: Value<'a>) {
        match name {
            "time" | "time_local" | "time_iso8601" | "ts" | "timestamp" | "@timestamp" | "StartUTC" | "msec"
            | "EdgeStartTimestamp" => {
                self.time.get_or_insert(value);
            }
            "remote_addr" | "ip" | "client_ip" | "ClientHost" | "ClientIP" | "remoteAddr" | "clientip" => {
                self.address = value.text()
            }
            "remote_ip" if self.address.is_none() => self.address = value.text(),
            "request" => match value {
                Value::Nested(inner) => self.join(*inner),
                Value::Text(text) => self.request = Some(text),
                Value::Number(_) | Value::Nothing => {}
            },
            "headers" => {
                if let Value::Nested(inner) = value {
                    self.join(*inner);
                }
            }
            "method" | "request_method" | "RequestMethod" | "ClientRequestMethod" | "verb" => {
                self.method = value.text()
            }
            "uri" | "path" | "request_uri" | "RequestPath" | "ClientRequestURI" | "url" => self.target = value.text(),
            "status" | "response" | "DownstreamStatus" | "EdgeResponseStatus" | "sc-status" => {
                self.status = Some(value)
            }
            "body_bytes_sent"
            | "bytes_sent"
            | "bytes"
            | "size"
            | "length"
            | "EdgeResponseBytes"
            | "DownstreamContentSize" => {
                self.bytes = Some(value);
            }
            "http_user_agent"
            | "agent"
            | "user_agent"
            | "ClientRequestUserAgent"
            | "User-Agent"
            | "request_User-Agent"
            | "httpUserAgent" => self.agent = value.text(),
            "request_time" | "upstream_response_time" => self.seconds = value.number(),
            // Caddy writes seconds as a number, Traefik nanoseconds.
            "duration" | "Duration" => {
                self.seconds = value.number().map(|time| if time > 1e5 { time / 1e9 } else { time });
            }
            "OriginResponseDurationMs" => self.seconds = value.number().map(|time| time / 1e3),
            "CacheCacheStatus" | "upstream_cache_status" => {
                self.edge = match value.text().unwrap_or_default().to_ascii_lowercase().as_str() {
                    "hit" | "stale" | "revalidated" | "updating" => Edge::Hit,
                    "" | "-" => Edge::Unsaid,
                    _ => Edge::Miss,
                };
            }
            _ => {}
        }
    }

    /// Takes over what a part of the line said.
    fn join(&mut self, inner: Self) {
        self.address = self.address.take().or(inner.address);
        self.method = self.method.take().or(inner.method);
        self.target = self.target.take().or(inner.target);
        self.agent = self.agent.take().or(inner.agent);
    }
}

impl<'de> Deserialize<'de> for Found<'de> {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        struct Object;
        impl<'de> Visitor<'de> for Object {
            type Value = Found<'de>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a line of an access log")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Found<'de>, A::Error> {
                let mut found = Found::new();
                while let Some(name) = map.next_key::<Name<'de>>()? {
                    found.take(&name.0, map.next_value()?);
                }
                Ok(found)
            }
        }
        from.deserialize_map(Object)
    }
}

/// A name, borrowed where it has no escapes.
#[derive(Deserialize)]
struct Name<'a>(#[serde(borrow)] Cow<'a, str>);

impl<'de> Deserialize<'de> for Value<'de> {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        struct Any;
        impl<'de> Visitor<'de> for Any {
            type Value = Value<'de>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a value")
            }

            fn visit_borrowed_str<E>(self, text: &'de str) -> Result<Value<'de>, E> {
                Ok(Value::Text(Cow::Borrowed(text)))
            }

            fn visit_str<E>(self, text: &str) -> Result<Value<'de>, E> {
                Ok(Value::Text(Cow::Owned(text.to_owned())))
            }

            fn visit_f64<E>(self, number: f64) -> Result<Value<'de>, E> {
                Ok(Value::Number(number))
            }

            fn visit_u64<E>(self, number: u64) -> Result<Value<'de>, E> {
                Ok(Value::Number(number as f64))
            }

            fn visit_i64<E>(self, number: i64) -> Result<Value<'de>, E> {
                Ok(Value::Number(number as f64))
            }

            fn visit_bool<E>(self, _: bool) -> Result<Value<'de>, E> {
                Ok(Value::Nothing)
            }

            fn visit_unit<E>(self) -> Result<Value<'de>, E> {
                Ok(Value::Nothing)
            }

            /// Headers are lists; the first of each is taken.
            fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Value<'de>, A::Error> {
                let first = list.next_element()?.unwrap_or(Value::Nothing);
                while list.next_element::<IgnoredAny>()?.is_some() {}
                Ok(first)
            }

            fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Value<'de>, A::Error> {
                let found = Found::deserialize(serde::de::value::MapAccessDeserializer::new(map))?;
                Ok(Value::Nested(Box::new(found)))
            }
        }
        from.deserialize_any(Any)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_usual_names_are_known() {
        for text in [
            r#"{"time_iso8601":"2019-12-04T21:02:31+00:00","remote_addr":"198.18.0.1","request":"GET /p HTTP/1.1","status":200,"body_bytes_sent":392,"http_user_agent":"x","request_time":0.5}"#,
            r#"{"time":"04/Dec/2019:21:02:31 +0000","remote_addr":"198.18.0.1","request_method":"GET","request_uri":"/p","status":"200","bytes":"392","agent":"x","request_time":"0.5"}"#,
            r#"{"level":"info","ts":1575493351.25,"logger":"http.log.access","request":{"remote_ip":"198.18.0.1","client_ip":"198.18.0.1","method":"GET","host":"example.org","uri":"/p","headers":{"User-Agent":["x"],"Accept":["*/*"]},"tls":{"resumed":false}},"bytes_read":0,"duration":0.5,"size":392,"status":200,"resp_headers":{"Server":["Caddy"]}}"#,
            r#"{"ClientIP":"198.18.0.1","ClientRequestMethod":"GET","ClientRequestURI":"/p","ClientRequestUserAgent":"x","EdgeStartTimestamp":1575493351000000000,"EdgeResponseStatus":200,"EdgeResponseBytes":392,"OriginResponseDurationMs":500}"#,
            r#"{"ClientHost":"198.18.0.1","RequestMethod":"GET","RequestPath":"/p","DownstreamStatus":200,"DownstreamContentSize":392,"Duration":500000000,"StartUTC":"2019-12-04T21:02:31.1Z","request_User-Agent":"x"}"#,
        ] {
            assert!(looks_like(text.as_bytes()));
            let line = line(text.as_bytes()).unwrap();
            assert_eq!(
                (line.time, line.method, line.status, line.bytes),
                (Stamp { utc: 1_575_493_351, offset: 0 }, Method::Get, 200, 392),
                "{text}"
            );
            assert_eq!(
                (&*line.address, &*line.target, line.agent.as_deref()),
                (&b"198.18.0.1"[..], &b"/p"[..], Some(&b"x"[..])),
                "{text}"
            );
            assert_eq!(line.seconds, Some(0.5), "{text}");
        }
    }

    #[test]
    fn lines_that_are_no_json_or_say_too_little_are_broken() {
        for (text, why) in [
            (r#"{"request":"GET /\x22 HTTP/1.1"}"#, Broken::Json),
            (r#"{"status":200}"#, Broken::Shape),
            (r#"{"request":"GET / HTTP/1.1","time":1575493351}"#, Broken::Status),
            (r#"{"request":"GET / HTTP/1.1","status":200}"#, Broken::Time),
            (r#"{"request":{"request":{"request":1}},"status":200}"#, Broken::Shape),
        ] {
            assert_eq!(line(text.as_bytes()).err(), Some(why), "{text}");
        }
    }
}
