//! What a file is, by how it begins.

use super::{
    format::Format,
    formats::{common, elb, json, w3c},
};

/// The format of a log that begins like this, or why it is none that is read here.
pub(super) fn recognise(head: &[u8]) -> Result<Format, &'static str> {
    if let Some(refusal) = refused(head) {
        return Err(refusal);
    }
    if let Some(format) = w3c::recognise(head) {
        return Ok(format);
    }
    let lines = head.split(|byte| *byte == b'\n').map(<[u8]>::trim_ascii).filter(|line| !line.is_empty());
    let mut votes = [0_usize; Format::ALL.len()];
    for line in lines.take(64) {
        let found = if json::looks_like(line) {
            Some(Format::Json)
        } else {
            elb::recognise(line).or_else(|| common::recognise(line))
        };
        if let Some(format) = found {
            votes[format as usize] += 1;
        }
    }
    let most = Format::ALL.iter().copied().rev().max_by_key(|format| votes[*format as usize]);
    most.filter(|format| votes[*format as usize] > 0)
        .ok_or("no access log of a format known here: Apache, nginx, Caddy, IIS, CloudFront, load balancers, Logpush")
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_log_is_known_by_most_of_its_first_lines_and_other_files_are_refused() {
        let combined = "198.18.0.1 - - [28/Mar/2024:16:43:31 +0000] \"GET / HTTP/1.1\" 200 5 \"-\" \"x\"\n";
        assert_eq!(recognise(format!("rubbish\n{combined}{combined}").as_bytes()), Ok(Format::Combined));
        assert_eq!(recognise(b"{\"status\":200}\n"), Ok(Format::Json));
        for other in [&b"PAR1..."[..], b"PK\x03\x04", b"\xfd7zXZ", b"a,b,c\n1,2,3\n", b"\xff\xd8"] {
            assert!(recognise(other).is_err());
        }
    }
}
