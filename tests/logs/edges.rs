//! What servers' logs hold besides readers' requests. Each case stands in the middle of an honest log, and changes nothing of it
//! but what it is: it is counted, shown, and never fatal. The cases are those met in fifteen public logs.

use groundplan::traffic_log::Traffic;

use super::{BROWSER, line, read};

/// Two readers, an hour each, a page and its style sheet a minute.
fn honest() -> Vec<String> {
    let minute = |at: u32| {
        ["GET /p HTTP/1.1", "GET /style.css HTTP/1.1"].map(|asked| line(600 + at, BROWSER, 1 + at / 60, asked))
    };
    (0..120).flat_map(minute).collect()
}

/// The honest log with something in its middle.
fn with(lines: &[Vec<u8>]) -> Traffic {
    let honest = honest();
    let (before, after) = honest.split_at(120);
    let mut text = before.concat().into_bytes();
    for line in lines {
        text.extend_from_slice(line);
        text.push(b'\n');
    }
    text.extend_from_slice(after.concat().as_bytes());
    read(&text, 777)
}

fn at_eleven(request: &str, status: &str, agent: &str) -> Vec<u8> {
    format!("198.18.9.9 - - [02/Mar/2026:11:00:00 +0100] \"{request}\" {status} \"-\" \"{agent}\"").into_bytes()
}

/// What a case adds: lines read, lines that cannot be, lines that are no request, and page views by agent.
struct Adds {
    lines: u64,
    broken: u64,
    no_request: u64,
    pages: f64,
}

const NOTHING: Adds = Adds { lines: 0, broken: 0, no_request: 0, pages: 0.0 };

#[test]
fn what_a_log_holds_besides_readers_is_counted_and_stops_nothing() {
    let garbage: Vec<Vec<u8>> =
        [r"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03", "SSH-2.0-Go", r"\x03\x00\x00/*\xe0", ""]
            .iter()
            .map(|asked| at_eleven(asked, "400 226", "-"))
            .collect();
    let health = vec![at_eleven("GET /healthz HTTP/1.1", "200 12", "ELB-HealthChecker/2.0"); 960];
    // What a server that escapes nothing writes of a path in Latin-1.
    let mut raw = at_eleven("GET /caf? HTTP/1.1", "200 900", BROWSER);
    let place = raw.iter().position(|byte| *byte == b'?').unwrap();
    raw[place] = 0xe9;
    let honest_alone = with(&[]);
    for (case, lines, adds) in [
        ("TLS and other protocols on the plain port", garbage, Adds { lines: 4, no_request: 4, ..NOTHING }),
        (
            "a connection that asks for nothing",
            vec![at_eleven("-", "408 0", "-")],
            Adds { lines: 1, no_request: 1, ..NOTHING },
        ),
        (
            "escaped quotes",
            vec![at_eleven(r#"GET /?q=\"a\" HTTP/1.1"#, "200 900", r#"say \"hi\" bot"#)],
            Adds { lines: 1, ..NOTHING },
        ),
        (
            "IPv6 among IPv4",
            vec![
                String::from_utf8(at_eleven("GET /p HTTP/1.1", "200 900", BROWSER))
                    .unwrap()
                    .replace("198.18.9.9", "2001:db8::7")
                    .into_bytes(),
            ],
            Adds { lines: 1, pages: 1.0, ..NOTHING },
        ),
        (
            "a line that ends as on Windows",
            vec![[&at_eleven("GET /p HTTP/1.1", "200 900", BROWSER)[..], b"\r"].concat()],
            Adds { lines: 1, pages: 1.0, ..NOTHING },
        ),
        ("bytes that are no UTF-8", vec![raw], Adds { lines: 1, pages: 1.0, ..NOTHING }),
        (
            "a line cut short",
            vec![at_eleven("GET /p HTTP/1.1", "200 900", BROWSER)[..40].to_vec()],
            Adds { broken: 1, ..NOTHING },
        ),
        ("health checks, four lines of five", health, Adds { lines: 960, ..NOTHING }),
    ] {
        let found = with(&lines);
        assert_eq!(found.lines - honest_alone.lines, adds.lines, "{case}: lines");
        assert_eq!(found.files[0].broken, adds.broken, "{case}: broken");
        assert_eq!(found.methods[4] - honest_alone.methods[4], adds.no_request, "{case}: no request");
        assert_eq!(found.people.pages_by_agent - honest_alone.people.pages_by_agent, adds.pages, "{case}: page views");
        assert_eq!(found.people.pages, honest_alone.people.pages, "{case}: those of readers");
        assert_eq!(found.people.visits, honest_alone.people.visits, "{case}: their visits");
        assert_eq!(found.files[0].refused, None, "{case}");
    }
}

/// Two servers of one site, one by UTC and one by the local clock, into one file: minutes are those of the world, hours of the day
/// those each line's own clock shows.
#[test]
fn two_time_zones_in_one_file_are_one_time() {
    let local = honest();
    let both: Vec<String> = local
        .iter()
        .enumerate()
        .map(|(at, line)| {
            if at % 4 < 2 {
                return line.clone();
            }
            // The same moment by another clock: 10:00 +0100 is 09:00 UTC.
            let hour = 10 + at / 120;
            line.replace(&format!(":{hour:02}:"), &format!(":{:02}:", hour - 1)).replace("+0100", "+0000")
        })
        .collect();
    let (one, two) = (read(local.concat().as_bytes(), 555), read(both.concat().as_bytes(), 555));
    assert_eq!(two.offsets, [(0, 120), (60, 120)]);
    assert_eq!((one.first, one.last, one.peaks), (two.first, two.last, two.peaks));
    assert_eq!((one.people, two.out_of_order), (two.people, 0));
    let monday = |found: &Traffic, hour: usize| found.week[hour][0];
    assert_eq!([9, 10, 11].map(|hour| monday(&one, hour)), [0, 120, 120]);
    assert_eq!([9, 10, 11].map(|hour| monday(&two, hour)), [60, 120, 60]);
}
