//! Logs that name their columns in a line of `#Fields:`: CloudFront and IIS.
//!
//! Sources: Amazon CloudFront Developer Guide, "Standard logging reference"; MicrosoftDocs/win32 desktop-src/Http/w3c-logging.md;
//! W3C Working Draft WD-logfile-960323.

use std::borrow::Cow;

use crate::traffic_log::{
    broken::Broken,
    clock::Stamp,
    format::Format,
    line::{Edge, Line, Method, decimal, status, whole},
};

/// A column that is looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Column {
    Date,
    Time,
    Seconds,
    Milliseconds,
    Bytes,
    Address,
    Method,
    Stem,
    Query,
    Status,
    Agent,
    Taken,
    Result,
    Other,
}

/// The columns of a file, as its latest header names them.
pub(in crate::traffic_log) struct Columns {
    columns: Vec<Column>,
    delimiter: u8,
    format: Format,
}

impl Columns {
    /// No columns yet.
    pub(in crate::traffic_log) const fn new(format: Format) -> Self {
        Self { columns: Vec::new(), delimiter: b'\t', format }
    }

    /// Takes a header; `false` where a line is none.
    pub(in crate::traffic_log) fn header(&mut self, line: &[u8]) -> bool {
        let names = line.strip_prefix(b"#Fields:").or_else(|| line.starts_with(b"date time ").then_some(line));
        let Some(names) = names else { return line.starts_with(b"#") };
        let words = || names.split(|byte| matches!(byte, b' ' | b'\t' | b',')).filter(|name| !name.is_empty());
        self.columns = words().map(column).collect();
        if self.format == Format::Iis {
            self.delimiter = b' ';
        }
        true
    }

    /// A line taken apart.
    pub(in crate::traffic_log) fn line<'a>(&mut self, text: &'a [u8]) -> Result<Line<'a>, Broken> {
        // Each line says for itself: one that was cut off does not decide for those after it.
        let has_a = |delimiter: u8| memchr::memchr(delimiter, text).is_some();
        let delimiter = if self.format != Format::CloudFront || has_a(self.delimiter) {
            self.delimiter
        } else if has_a(b' ') {
            b' '
        } else {
            b','
        };
        let mut parts = [&[][..]; Column::Other as usize];
        let mut count = 0;
        for (word, column) in text.split(|byte| *byte == delimiter).zip(&self.columns) {
            count += 1;
            if let Some(part) = parts.get_mut(*column as usize) {
                *part = word;
            }
        }
        if count < self.columns.len().min(7) || self.columns.is_empty() {
            return Err(Broken::Shape);
        }
        let part = |column: Column| parts[column as usize];
        let time = if !part(Column::Date).is_empty() {
            Stamp::columns(part(Column::Date), part(Column::Time))
        } else {
            decimal(part(Column::Milliseconds)).or_else(|| decimal(part(Column::Seconds))).and_then(Stamp::epoch)
        };
        let has = |column| self.columns.contains(&column);
        let taken = decimal(part(Column::Taken));
        let query = part(Column::Query);
        Ok(Line {
            address: Cow::Borrowed(part(Column::Address)),
            time: time.ok_or(Broken::Time)?,
            method: Method::of(part(Column::Method)),
            target: Cow::Borrowed(part(Column::Stem)),
            query: has(Column::Query).then_some(Cow::Borrowed(query)),
            status: status(part(Column::Status)).ok_or(Broken::Status)?,
            bytes: whole(part(Column::Bytes)).ok_or(Broken::Shape)?,
            agent: has(Column::Agent).then_some(Cow::Borrowed(part(Column::Agent))),
            // IIS counts milliseconds, CloudFront seconds.
            seconds: if self.format == Format::Iis { taken.map(|taken| taken / 1e3) } else { taken },
            edge: match part(Column::Result) {
                b"" | b"-" => Edge::Unsaid,
                b"Hit"
                | b"RefreshHit"
                | b"OriginShieldHit"
                | b"Redirect"
                | b"LimitExceeded"
                | b"FunctionGeneratedResponse" => Edge::Hit,
                _ => Edge::Miss,
            },
        })
    }
}

/// CloudFront or IIS, where a header within the first lines says so.
pub(in crate::traffic_log) fn recognise(head: &[u8]) -> Option<Format> {
    let header = head
        .split(|byte| *byte == b'\n')
        .take(8)
        .find(|line| line.starts_with(b"#Fields:") || line.starts_with(b"date time "))?;
    let has = |name: &[u8]| memchr::memmem::find(header, name).is_some();
    if has(b"x-edge-") || has(b"sc-content-type") {
        return Some(Format::CloudFront);
    }
    (has(b"cs-uri-stem") && has(b"sc-status")).then_some(Format::Iis)
}

fn column(name: &[u8]) -> Column {
    match name {
        b"date" => Column::Date,
        b"time" => Column::Time,
        b"timestamp" => Column::Seconds,
        b"timestamp(ms)" => Column::Milliseconds,
        b"sc-bytes" => Column::Bytes,
        b"c-ip" => Column::Address,
        b"cs-method" => Column::Method,
        b"cs-uri-stem" => Column::Stem,
        b"cs-uri-query" => Column::Query,
        b"sc-status" => Column::Status,
        b"cs(User-Agent)" => Column::Agent,
        b"time-taken" => Column::Taken,
        b"x-edge-result-type" => Column::Result,
        _ => Column::Other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The documentation's example, in the columns of its first version.
    const CLOUDFRONT: &str = "#Version: 1.0\n#Fields: date time x-edge-location sc-bytes c-ip cs-method cs(Host) cs-uri-stem sc-status cs(Referer) cs(User-Agent) cs-uri-query cs(Cookie) x-edge-result-type x-edge-request-id x-host-header cs-protocol cs-bytes time-taken\n2019-12-04\t21:02:31\tLAX1\t392\t192.0.2.100\tGET\td111111abcdef8.cloudfront.net\t/index.html\t200\t-\tMozilla/5.0%20(X11)\ts=a\t-\tHit\tSOX4==\td111111abcdef8.cloudfront.net\thttps\t23\t0.001";
    const IIS: &str = "#Software: Microsoft Internet Information Services 6.0\n#Fields: date time c-ip cs-username s-ip s-port cs-method cs-uri-stem cs-uri-query sc-status cs(User-Agent) time-taken\n2002-05-02 17:42:15 172.22.255.255 - 172.30.255.255 80 GET /images/picture.jpg - 200 Mozilla/4.0+(compatible;MSIE+5.5;+Windows+2000+Server) 15";

    #[test]
    fn columns_are_read_by_their_names() {
        for (text, format) in [(CLOUDFRONT, Format::CloudFront), (IIS, Format::Iis)] {
            assert_eq!(recognise(text.as_bytes()), Some(format));
            let mut columns = Columns::new(format);
            let mut lines = text.lines().map(str::as_bytes);
            assert!(columns.header(lines.next().unwrap()) && columns.header(lines.next().unwrap()));
            let last = lines.next().unwrap();
            assert!(!columns.header(last));
            let line = columns.line(last).unwrap();
            assert_eq!((line.method, line.status), (Method::Get, 200));
            let said = (line.bytes, line.edge, line.seconds);
            if format == Format::CloudFront {
                assert_eq!(said, (392, Edge::Hit, Some(0.001)));
                assert_eq!((&*line.target, line.query.as_deref()), (&b"/index.html"[..], Some(&b"s=a"[..])));
            } else {
                assert_eq!(said, (0, Edge::Unsaid, Some(0.015)));
            }
        }
    }

    #[test]
    fn the_latest_header_counts_and_a_line_before_any_is_broken() {
        let mut columns = Columns::new(Format::Iis);
        assert_eq!(columns.line(b"2002-05-02 17:42:15 GET / 200").err(), Some(Broken::Shape));
        assert!(columns.header(b"date time cs-method cs-uri-stem sc-status"));
        assert!(columns.line(b"2002-05-02 17:42:15 GET / 200").is_ok());
        assert!(columns.header(b"#Fields: time date sc-status cs-method cs-uri-stem"));
        assert_eq!(columns.line(b"17:42:15 2002-05-02 404 GET /").unwrap().status, 404);
        assert_eq!(columns.line(b"17:42:15 2002-05-02").err(), Some(Broken::Shape));
    }
}
