//! Three real logs, anonymised, against figures that another program measured: see README.md beside them.

#![cfg(not(target_arch = "wasm32"))]
#![expect(clippy::unwrap_used, reason = "a log that cannot be read fails the test, as it should")]

mod edges;

use std::io::Read as _;

use groundplan::{
    questionnaire::{Answers, TrafficKind},
    traffic_log::{Format, LogReader, Traffic, plain},
};
use proptest::prelude::*;

struct Truth {
    name: &'static str,
    format: Format,
    lines: u64,
    span: (u32, u32),
    bytes: u64,
    addresses: f64,
    /// GET, HEAD, POST, other methods, none.
    methods: [u64; 5],
    not_modified: u64,
    client_errors: u64,
    server_errors: u64,
    assets: u64,
    xmlrpc: u64,
    logins: u64,
    empty_agents: u64,
    out_of_order: (u64, u32),
    /// The busiest minute, and that without clients above 60 in it.
    minute: (f64, f64),
    minute_at: u32,
    mean: f64,
    page_requests: u64,
    /// Page views and visits by user agent, and by those who fetched files as well.
    pages: (f64, f64),
    visits: (f64, f64),
    /// Per cent of lines, of all else than files, of that by no bot.
    personal: (f64, f64, f64),
    bots: f64,
    page_kb: f64,
    /// The busiest ten minutes and hour as the clock divides them: any ten in a row are as many or more.
    ten_minutes: f64,
    hour: f64,
    /// Lines by hour of the day, by the log's own clock.
    hours: [u64; 24],
}

const LOGS: [Truth; 3] = [
    Truth {
        name: "wordpress-day-nginx",
        format: Format::Combined,
        lines: 14_619,
        span: (1_379_486_958, 1_379_571_996),
        bytes: 218_705_063,
        addresses: 1_050.0,
        methods: [10_380, 2_941, 449, 0, 849],
        not_modified: 949,
        client_errors: 1_075,
        server_errors: 9,
        assets: 7_623,
        xmlrpc: 9,
        logins: 0,
        empty_agents: 877,
        out_of_order: (5, 1),
        minute: (170.0, 170.0),
        minute_at: 1_379_494_140,
        mean: 10.3,
        page_requests: 1_836,
        pages: (1_123.0, 893.0),
        visits: (448.0, 316.0),
        personal: (12.3, 25.6, 40.4),
        bots: 38.14,
        page_kb: 17.4,
        ten_minutes: 637.0,
        hour: 2_167.0,
        hours: [
            326, 355, 604, 636, 608, 585, 281, 1_075, 2_167, 1_424, 621, 607, 652, 570, 547, 820, 500, 390, 268, 392,
            220, 216, 356, 399,
        ],
    },
    Truth {
        name: "wordpress-attacked-apache",
        format: Format::Combined,
        lines: 5_996,
        span: (1_666_829_139, 1_667_174_242),
        bytes: 42_662_840,
        addresses: 728.0,
        methods: [2_177, 2, 3_697, 4, 116],
        not_modified: 82,
        client_errors: 868,
        server_errors: 0,
        assets: 800,
        xmlrpc: 2_244,
        logins: 491,
        empty_agents: 178,
        out_of_order: (13, 7),
        minute: (108.0, 62.0),
        minute_at: 1_666_891_560,
        mean: 1.04,
        page_requests: 199,
        pages: (127.0, 8.0),
        visits: (113.0, 4.0),
        personal: (74.0, 85.4, 89.0),
        bots: 8.52,
        page_kb: 25.6,
        ten_minutes: 754.0,
        hour: 1_052.0,
        hours: [
            226, 130, 70, 72, 69, 72, 107, 69, 253, 211, 139, 1_104, 121, 138, 440, 169, 179, 855, 168, 117, 932, 110,
            96, 149,
        ],
    },
    Truth {
        name: "wordpress-vhosts-apache",
        format: Format::VirtualHost,
        lines: 5_118,
        span: (1_393_977_582, 1_394_917_144),
        bytes: 25_391_661,
        addresses: 139.0,
        methods: [4_951, 20, 147, 0, 0],
        not_modified: 372,
        client_errors: 3_422,
        server_errors: 12,
        assets: 1_149,
        xmlrpc: 0,
        logins: 6,
        empty_agents: 10,
        out_of_order: (21, 10),
        minute: (550.0, 48.0),
        minute_at: 1_394_390_700,
        mean: 0.33,
        page_requests: 128,
        pages: (78.0, 51.0),
        visits: (39.0, 14.0),
        personal: (11.0, 14.2, 12.1),
        bots: 6.84,
        page_kb: 10.1,
        ten_minutes: 958.0,
        hour: 1_140.0,
        hours: [
            11, 17, 13, 18, 16, 16, 26, 18, 633, 759, 557, 17, 1_161, 177, 39, 269, 34, 54, 205, 972, 22, 24, 41, 19,
        ],
    },
];

fn file(name: &str) -> Vec<u8> {
    std::fs::read(format!("{}/tests/logs/{name}.log.gz", env!("CARGO_MANIFEST_DIR"))).unwrap()
}

fn text(name: &str) -> Vec<u8> {
    let mut text = Vec::new();
    flate2::read::GzDecoder::new(&file(name)[..]).read_to_end(&mut text).unwrap();
    text
}

fn read(bytes: &[u8], piece: usize) -> Traffic {
    let mut reader = LogReader::new(None);
    reader.begin("access.log");
    for piece in bytes.chunks(piece) {
        reader.feed(piece);
    }
    reader.finish();
    reader.traffic()
}

#[test]
fn what_can_be_counted_is_counted_exactly() {
    for truth in &LOGS {
        let found = read(&file(truth.name), 10_000);
        let name = truth.name;
        assert_eq!(found.files[0].format, Some(truth.format), "{name}");
        assert_eq!((found.lines, found.broken.len()), (truth.lines, 0), "{name}");
        assert_eq!((found.first, found.last), truth.span, "{name}");
        assert_eq!(found.bytes, truth.bytes, "{name}");
        assert_eq!(found.addresses, (truth.addresses, 0.0), "{name}");
        assert_eq!(found.methods, truth.methods, "{name}");
        let errors = (found.with_status(304..=304), found.with_status(400..=499), found.with_status(500..=599));
        assert_eq!(errors, (truth.not_modified, truth.client_errors, truth.server_errors), "{name}");
        assert_eq!((found.assets, found.dynamic), (truth.assets, truth.lines - truth.assets), "{name}");
        assert_eq!((found.xmlrpc, found.logins), (truth.xmlrpc, truth.logins), "{name}");
        assert_eq!(found.empty_agents, truth.empty_agents, "{name}");
        assert_eq!((found.out_of_order, found.furthest_back), truth.out_of_order, "{name}");
        let peaks = &found.peaks;
        assert_eq!((peaks.minute.count, peaks.minute_without_heavy.count), truth.minute, "{name}");
        assert_eq!(peaks.minute.at * 60, truth.minute_at, "{name}");
        assert!((peaks.minute.mean / truth.mean - 1.0).abs() < 0.02, "{name} {}", peaks.minute.mean);
        assert!(peaks.ten_minutes.count >= truth.ten_minutes && peaks.hour.count >= truth.hour, "{name} {peaks:?}");
        let hours: Vec<u64> = (0..24).map(|hour| (0..7).map(|day| found.week[day * 24 + hour][0]).sum()).collect();
        assert_eq!(hours, truth.hours, "{name}");
        assert_eq!(found.page_requests, truth.page_requests, "{name}");
    }
}

#[test]
fn what_depends_on_a_rule_is_near_what_others_find() {
    for truth in &LOGS {
        let found = read(&file(truth.name), 10_000);
        let near = |what: &str, ours: f64, theirs: f64| {
            let off = (ours - theirs).abs();
            // Ten page views of one small bot's are a tenth of the smallest log.
            assert!(off <= (0.05 * theirs).max(10.0), "{} {what}: {ours} beside {theirs}", truth.name);
        };
        near("pages by agent", found.people.pages_by_agent, truth.pages.0);
        near("pages", found.people.pages, truth.pages.1);
        near("visits by agent", found.people.visits_by_agent, truth.visits.0);
        near("visits", found.people.visits, truth.visits.1);
        let kb = found.page_bytes / 1_000.0;
        assert!((kb / truth.page_kb - 1.0).abs() < 0.06, "{} {kb}", truth.name);
        let per_cent = |part: u64, of: u64| part as f64 / of as f64 * 100.0;
        for (what, part, of, theirs) in [
            ("personal lines", found.personal, found.lines, truth.personal.0),
            ("personal of all but files", found.personal, found.dynamic, truth.personal.1),
            ("personal of people's", found.people_personal, found.people_dynamic, truth.personal.2),
        ] {
            let ours = per_cent(part, of);
            assert!((ours - theirs).abs() <= 2.5, "{} {what}: {ours:.2} % beside {theirs} %", truth.name);
        }
        // Those that name a mailbox are found here besides: 2.7 % of the lines of the third log.
        let bots = per_cent(found.bots.lines, found.lines) - truth.bots;
        assert!((-0.5..3.0).contains(&bots), "{} {bots}", truth.name);
    }
}

/// 65 % of the attacked site's lines are log-ins tried at xmlrpc.php and wp-login.php, accounts asked for and probes; 8.5 % call
/// themselves bots.
#[test]
fn attacks_are_found_that_no_user_agent_tells() {
    let found = read(&file("wordpress-attacked-apache"), 10_000);
    let share = found.attacks.lines as f64 / found.lines as f64;
    assert!((0.5..0.7).contains(&share), "{share}");
}

#[test]
fn a_file_says_the_same_however_it_comes() {
    let name = "wordpress-attacked-apache";
    let packed = read(&file(name), 1 << 20);
    for piece in [13, 1_000] {
        assert_eq!(read(&file(name), piece), packed, "{piece}");
    }
    assert_eq!(read(&text(name), 333), packed);
    let windows = String::from_utf8(text(name)).unwrap().replace('\n', "\r\n");
    assert_eq!(read(format!("\u{feff}{windows}").as_bytes(), 4_096), packed);
}

#[test]
fn files_are_counted_once_and_may_be_of_different_formats() {
    let mut reader = LogReader::new(None);
    let attacked = file("wordpress-attacked-apache");
    for (name, bytes) in [
        ("access.log.1", &attacked[..]),
        ("copy.gz", &attacked[..]),
        ("other", &file("wordpress-vhosts-apache")[..]),
        ("photo.jpg", b"\xff\xd8\xff\xe0 no log at all"),
        ("nothing", b""),
    ] {
        reader.begin(name);
        reader.feed(bytes);
    }
    reader.finish();
    let traffic = reader.traffic();
    assert_eq!(traffic.lines, 5_996 + 5_118);
    assert_eq!((traffic.files[1].same_as, traffic.files[1].lines), (Some(0), 0));
    assert!(traffic.files[3].refused.is_some() && traffic.files[4].refused.is_some());
}

#[test]
fn a_damaged_archive_gives_what_could_be_read_and_says_so() {
    let whole = file("wordpress-attacked-apache");
    let cut = read(&whole[..whole.len() / 2], 10_000);
    assert!(cut.files[0].damaged && cut.lines > 1_000 && cut.lines < 5_996, "{}", cut.lines);
    assert!(!read(&whole, 10_000).files[0].damaged);
}

/// A log of two halves, each packed by itself and put together, as `cat a.gz b.gz` does.
#[test]
fn archives_put_together_are_read_to_the_end() {
    let both = [file("wordpress-attacked-apache"), file("wordpress-vhosts-apache")].concat();
    assert_eq!(read(&both, 10_000).lines + read(&both, 10_000).files[0].broken, 5_996 + 5_118);
}

/// No address, page, user or referring site of the log may be in what is told of it.
#[test]
fn nothing_is_told_of_anybody() {
    for truth in &LOGS {
        let traffic = read(&file(truth.name), 10_000);
        let told = format!("{}\n{traffic:?}\n{}", serde_json::to_string(&traffic).unwrap(), plain(&traffic));
        for secret in
            ["198.18.", "198.19.", "2001:db8", "example.org", "example.net", ".php?", "/p1", "user1", "Mozilla"]
        {
            assert!(!told.contains(secret), "{}: {secret}", truth.name);
        }
    }
}

fn line(minute: u32, agent: &str, address: u32, request: &str) -> String {
    let (hour, minute) = (minute / 60 % 24, minute % 60);
    format!(
        "198.18.{}.{} - - [02/Mar/2026:{hour:02}:{minute:02}:00 +0100] \"{request}\" 200 5000 \"-\" \"{agent}\"\n",
        address / 256,
        address % 256
    )
}

const BROWSER: &str = "Mozilla/5.0 (X11; Linux x86_64; rv:127.0) Gecko/20100101 Firefox/127.0";

#[test]
fn twenty_minutes_late_is_the_same_visit_and_the_same_minute() {
    let ordered: Vec<String> = (0..60).map(|minute| line(600 + minute, BROWSER, 1, "GET /p HTTP/1.1")).collect();
    let mut late = ordered.clone();
    let moved = late.remove(10);
    late.insert(30, moved);
    let (a, b) = (read(ordered.concat().as_bytes(), 999), read(late.concat().as_bytes(), 999));
    assert_eq!((a.people.visits_by_agent, b.people.visits_by_agent), (1.0, 1.0));
    assert_eq!(a.peaks, b.peaks);
    assert_eq!((b.out_of_order, b.furthest_back), (1, 1_200));
}

/// Twenty days, the last fourteen of them busier, from a Wednesday on: those fourteen are lived through, a Monday first. Of ten days
/// it is the busiest seven, of three those there are.
#[test]
fn a_fortnight_is_lived_through_where_the_log_has_one() {
    let log = |days: std::ops::RangeInclusive<u32>| -> String {
        let hour = |day: u32, hour: u32| {
            let views = if day < 10 { 1 } else { 2 + u32::from(day == 21) * 8 };
            format!(
                "198.18.0.1 - - [{day:02}/Mar/2026:{hour:02}:00:00 +0100] \"GET /p HTTP/1.1\" 200 5000 \"-\" \"{BROWSER}\"\n"
            )
            .repeat(views as usize)
        };
        days.flat_map(|day| (0..24).map(move |at| (day, at))).map(|(day, at)| hour(day, at)).collect()
    };
    let replay = |text: &str| {
        let mut reader = LogReader::new(None);
        reader.begin("access.log");
        reader.feed(text.as_bytes());
        reader.finish();
        reader.replay().unwrap()
    };
    // 4 March 2026 was a Wednesday; the fortnight runs from the 10th to the 23rd, and its first Monday is the 16th.
    let fortnight = replay(&log(4..=24));
    assert_eq!(fortnight.weeks(), 2);
    assert!(
        fortnight.source().ends_with("2026-03-10 to 2026-03-23, the busiest fourteen of its days"),
        "{}",
        fortnight.source()
    );
    assert_eq!(fortnight.busiest_day(), 5, "Saturday, the 21st");
    let minutes = fortnight.minutes_of(&TrafficKind::ALL);
    assert_eq!(minutes.iter().sum::<f64>(), 24.0 * (13.0 * 2.0 + 10.0));
    assert_eq!((minutes[0], minutes[5 * 1_440], minutes[13 * 1_440 + 60]), (2.0, 10.0, 2.0));
    let ten = replay(&log(4..=14));
    assert_eq!((ten.weeks(), ten.source().ends_with("the busiest seven of its days")), (1, true));
    let three = replay(&log(4..=6));
    assert_eq!((three.weeks(), three.source().ends_with("repeated to fill a week")), (1, true));
    assert_eq!(three.minutes_of(&TrafficKind::ALL).iter().sum::<f64>(), 7.0 * 24.0);
}

/// On 30 March 2025 clocks went from 2 to 3: the hour between is missing, and no visit is torn apart.
#[test]
fn summer_time_begins_without_a_gap() {
    let before = "198.18.0.1 - - [30/Mar/2025:01:55:00 +0100] \"GET /p HTTP/1.1\" 200 5000 \"-\" \"x/1\"\n";
    let after = "198.18.0.1 - - [30/Mar/2025:03:05:00 +0200] \"GET /p HTTP/1.1\" 200 5000 \"-\" \"x/1\"\n";
    let found = read(format!("{before}{after}").as_bytes(), 50);
    assert_eq!(found.last - found.first, 600);
    assert_eq!(found.people.visits_by_agent, 1.0);
    assert_eq!(found.offsets, [(60, 1), (120, 1)]);
    let sunday = |hour: usize| found.week[6 * 24 + hour][0];
    assert_eq!((sunday(1), sunday(2), sunday(3)), (1, 0, 1));
}

#[test]
fn health_checks_and_scrapers_are_load_and_no_visits() {
    let mut text = String::new();
    for minute in 0..1_440 {
        for _ in 0..6 {
            text += &line(minute, "ELB-HealthChecker/2.0", 700, "GET / HTTP/1.1");
        }
    }
    for page in 0..300 {
        text += &line(700 + page / 100, BROWSER, 2, &format!("GET /p{page} HTTP/1.1"));
    }
    text += &line(800, BROWSER, 3, "GET / HTTP/1.1");
    text += &line(800, BROWSER, 3, "GET /style.css HTTP/1.1");
    let found = read(text.as_bytes(), 4_096);
    // Of 301 page views by agent 300 are a scraper's.
    assert_eq!((found.people.pages_by_agent, found.people.pages, found.people.visits), (301.0, 1.0, 1.0));
    assert!(found.people.largest_client > 0.99);
    assert_eq!(found.peaks.minute.count, 106.0);
    assert_eq!(found.peaks.minute_without_heavy.count, 8.0);
    assert_eq!(found.peaks.people_ten_minutes.count, 1.0);
    assert_eq!(found.php.iter().sum::<u64>(), 8_640 + 301);
}

#[test]
fn broken_lines_are_counted_by_what_is_wrong_and_stop_nothing() {
    let mut text = line(0, BROWSER, 1, "GET / HTTP/1.1");
    text += "rubbish\n";
    text += "198.18.0.1 - - [02/Xyz/2026:00:00:00 +0100] \"GET / HTTP/1.1\" 200 5 \"-\" \"-\"\n";
    text += "198.18.0.1 - - [02/Mar/2026:00:00:00 +0100] \"GET / HTTP/1.1\" two 5 \"-\" \"-\"\n";
    text += &"x".repeat(70_000);
    text += "\n\n";
    text += &line(1, BROWSER, 1, "GET / HTTP/1.1");
    let found = read(text.as_bytes(), 1_000);
    assert_eq!((found.lines, found.files[0].broken), (2, 4));
    assert_eq!(found.broken.iter().map(|(_, lines)| *lines).collect::<Vec<_>>(), [1, 1, 1, 1]);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    /// A log is what strangers make the server write: whatever is in it, in whatever format it is read, nothing breaks.
    #[test]
    fn any_bytes_are_read_without_a_fault(bytes in prop::collection::vec(any::<u8>(), 0..600), piece in 1_usize..300) {
        for format in Format::ALL {
            let mut reader = LogReader::new(Some(*format));
            reader.begin("any");
            bytes.chunks(piece).for_each(|piece| reader.feed(piece));
            reader.finish();
            let traffic = reader.traffic();
            prop_assert!(traffic.answers(&Answers::nothing_said()).measured.iter().all(|(_, range)| range[0] <= range[2]));
        }
    }

    /// Lines of every format with some of their bytes changed: near enough to be read far.
    #[test]
    fn lines_with_faults_are_read_or_counted_as_broken(
        which in 0_usize..LINES.len(),
        faults in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 0..6),
        cut in any::<prop::sample::Index>(),
    ) {
        let (format, header, line) = LINES[which];
        let mut bytes = line.as_bytes().to_vec();
        for (at, byte) in faults.into_iter().filter(|(_, byte)| *byte != b'\n') {
            let at = at.index(bytes.len());
            bytes[at] = byte;
        }
        bytes.truncate(cut.index(bytes.len()) + 1);
        let mut reader = LogReader::new(Some(format));
        reader.begin("faulty");
        reader.feed(header.as_bytes());
        reader.feed(&bytes);
        reader.feed(format!("\n{line}\n").as_bytes());
        reader.finish();
        let traffic = reader.traffic();
        prop_assert!(traffic.lines + traffic.files[0].broken <= 2 && traffic.lines >= 1, "{traffic:?}");
    }
}

/// A line of each format, and what has to stand before it.
const LINES: [(Format, &str, &str); 8] = [
    (Format::Common, "", r#"198.18.0.1 - - [28/Mar/2024:16:43:31 +0000] "GET / HTTP/1.1" 200 5147"#),
    (
        Format::Combined,
        "",
        r#"198.18.0.1 - - [28/Mar/2024:16:43:31 +0000] "GET /?s=a HTTP/1.1" 200 5147 "-" "Mozilla/5.0 (X11)" "198.18.0.2" 0.012 -"#,
    ),
    (
        Format::VirtualHost,
        "",
        r#"example.org:443 2001:db8::1 - - [28/Mar/2024:16:43:31 +0100] "POST /wp-login.php HTTP/1.1" 200 5147 "-" "x""#,
    ),
    (
        Format::Json,
        "",
        r#"{"time":"2024-03-28T16:43:31+00:00","remote_addr":"198.18.0.1","request":"GET / HTTP/1.1","status":200,"body_bytes_sent":5,"http_user_agent":"x"}"#,
    ),
    (
        Format::ApplicationLoadBalancer,
        "",
        r#"https 2024-03-28T16:43:31.186641Z app/a/5 198.18.0.1:2817 10.0.0.1:80 0.086 0.048 0.037 200 200 0 57 "GET https://example.org:443/ HTTP/1.1" "curl/7.46.0" ECDHE TLSv1.2"#,
    ),
    (
        Format::ClassicLoadBalancer,
        "",
        r#"2024-03-28T16:43:31.945958Z a 198.18.0.1:2817 10.0.0.1:80 0.000086 0.001048 0.001337 200 200 0 57 "GET https://example.org:443/ HTTP/1.1" "curl/7.38.0" DHE TLSv1.2"#,
    ),
    (
        Format::CloudFront,
        "#Fields: date time x-edge-location sc-bytes c-ip cs-method cs-uri-stem sc-status cs(User-Agent)\n",
        "2024-03-28\t16:43:31\tLAX1\t392\t198.18.0.1\tGET\t/index.html\t200\tMozilla/5.0%20(X11)",
    ),
    (
        Format::Iis,
        "#Fields: date time c-ip cs-method cs-uri-stem sc-status cs(User-Agent) time-taken\n",
        "2024-03-28 16:43:31 198.18.0.1 GET / 200 Mozilla/5.0+(X11) 15",
    ),
];
