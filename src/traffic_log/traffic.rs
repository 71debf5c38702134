//! What was measured: figures, and nothing that names anybody.

use serde::{Deserialize, Serialize};
use strum::VariantArray as _;

use super::{
    broken::Broken,
    clients::Files,
    clock::date,
    format::Format,
    measure::{Measure, Part},
    minutes::MinuteLoad,
    peak::Peaks,
};
use crate::questionnaire::TrafficKind;

/// One file that was read.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct FileRead {
    /// Its name as given.
    pub name: String,
    /// What it was read as.
    pub format: Option<Format>,
    /// Lines counted.
    pub lines: u64,
    /// Lines that could not be read.
    pub broken: u64,
    /// Why nothing of it was read.
    pub refused: Option<String>,
    /// The file, by its number, that begins with the same bytes; then this one is not counted again.
    pub same_as: Option<usize>,
    /// Whether its compressed data is damaged or ends early.
    pub damaged: bool,
}

impl FileRead {
    pub(super) fn new(name: &str) -> Self {
        Self { name: name.to_owned(), format: None, lines: 0, broken: 0, refused: None, same_as: None, damaged: false }
    }
}

/// Lines of a kind, and their bytes.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Share {
    /// Lines.
    pub lines: u64,
    /// Their bytes.
    pub bytes: u64,
}

impl From<Part> for Share {
    fn from(part: Part) -> Self {
        Self { lines: part.lines, bytes: part.bytes }
    }
}

/// What people looked at, by two rules. The second is the better one where files for pages are in the log at all.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct People {
    /// Page views by clients that do not call themselves bots.
    pub pages_by_agent: f64,
    /// Their visits: half an hour without a page view ends one.
    pub visits_by_agent: f64,
    /// Page views by those of them that fetched a file for a page as well, as browsers do.
    pub pages: f64,
    /// Their visits.
    pub visits: f64,
    /// Page views of those beyond the hundredth of one client in one day: scrapers with a browser's name.
    pub beyond_reading: f64,
    /// The largest share of the page views by agent that one client has.
    pub largest_client: f64,
}

/// What a log says.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Traffic {
    /// The files, in the order read.
    pub files: Vec<FileRead>,
    /// Lines read.
    pub lines: u64,
    /// Lines not read, and why.
    pub broken: Vec<(Broken, u64)>,
    /// The first second, since 1970 in UTC.
    pub first: u32,
    /// The last second.
    pub last: u32,
    /// Lines by minutes their clock was ahead of UTC.
    pub offsets: Vec<(i16, u64)>,
    /// Lines earlier than one before them in the same file.
    pub out_of_order: u64,
    /// By how many seconds at most.
    pub furthest_back: u32,
    /// Bytes sent, as the log counts them: some with headers, some without.
    pub bytes: u64,
    /// Different addresses, and what part of it the count may be off by.
    pub addresses: (f64, f64),
    /// Clients: an address with a user agent; and by what part the count may be off.
    pub clients: (f64, f64),
    /// GET, HEAD, POST, other methods, and what was no request.
    pub methods: [u64; 5],
    /// Lines by status.
    pub statuses: Vec<(u16, u64)>,
    /// Files for pages: styles, scripts, images, fonts, media, documents.
    pub assets: u64,
    /// Everything else.
    pub dynamic: u64,
    /// Lines that no cache may answer for others: not GET or HEAD; cart, checkout, account, administration; a query of its own.
    pub personal: u64,
    /// Lines that ask for no file, of clients that do not call themselves bots.
    pub people_dynamic: u64,
    /// Those of them that no cache may answer.
    pub people_personal: u64,
    /// Clients that call themselves bots, or nothing.
    pub bots: Share,
    /// Lines without a user agent.
    pub empty_agents: u64,
    /// Attacks: log-ins tried, accounts asked for, scripts looked for that are not there.
    pub attacks: Share,
    /// POST to xmlrpc.php.
    pub xmlrpc: u64,
    /// POST to wp-login.php.
    pub logins: u64,
    /// Requests for pages that were answered, bots included.
    pub page_requests: u64,
    /// What people looked at.
    pub people: People,
    /// Requests of people, attacks apart, and their bytes.
    pub people_requests: Share,
    /// Those of them for files.
    pub people_assets: u64,
    /// Mean bytes of a page with status 200.
    pub page_bytes: f64,
    /// Pages, forms and administration that people asked for, and how much of it no cache may answer.
    pub viewed: (u64, u64),
    /// Background requests of people: admin-ajax, wc-ajax, the REST API.
    pub background: u64,
    /// Requests that made PHP run, by [`TrafficKind`].
    pub php: [u64; TrafficKind::ALL.len()],
    /// Peaks and means.
    pub peaks: Peaks,
    /// Lines and page views by hour of the week, Monday first, by the log's own clock.
    pub week: Vec<[u64; 2]>,
    /// Lines and page views by people by day, UTC: day, lines, page views.
    pub days: Vec<(u32, u64, u64)>,
    /// What made PHP run in each hour of the last fourteen days, or of all where there are fewer: people, bots, attacks with
    /// single heavy clients.
    pub hours: Vec<[u32; 3]>,
    /// Median and 95th percentile of how long page views took, in seconds, where the log has times; within a fifth.
    pub slow: Option<(f64, f64)>,
    /// Lines whose address is Cloudflare's edge, a private network, and whose agent is CloudFront.
    pub in_front: [u64; 3],
    /// Requests answered and passed on by a cache whose log this is.
    pub edge: (u64, u64),
    /// Lines of the fullest minute of the hour, over the whole log.
    pub one_minute_of_the_hour: u64,
    /// Lines without room for a user agent.
    pub without_agent: u64,
    /// Lines of days beyond the four hundredth.
    pub days_left_out: u64,
}

impl Traffic {
    pub(super) fn of(measure: &Measure, files: Vec<FileRead>, broken: &[u64]) -> Self {
        let (first, last) = if measure.lines == 0 { (0, 0) } else { (measure.first, measure.last) };
        let mut php = [0; TrafficKind::ALL.len()];
        let mut days = Vec::new();
        for (day, minutes) in measure.minutes.days() {
            let sum = |of: fn(&MinuteLoad) -> u32| minutes.iter().map(|load| u64::from(of(load))).sum();
            days.push((day, sum(|load| load.lines), sum(|load| load.runs[TrafficKind::Pages as usize])));
            for minute in minutes {
                for (sum, runs) in php.iter_mut().zip(minute.runs) {
                    *sum += u64::from(runs);
                }
            }
        }
        Self {
            files,
            lines: measure.lines,
            broken: Broken::VARIANTS.iter().map(|why| (*why, broken[*why as usize])).filter(|(_, n)| *n > 0).collect(),
            first,
            last,
            offsets: measure.offsets.iter().map(|(offset, lines)| (*offset, *lines)).collect(),
            out_of_order: measure.out_of_order,
            furthest_back: measure.furthest_back,
            bytes: measure.bytes,
            addresses: measure.addresses.count(),
            clients: measure.clients.count(),
            methods: measure.methods,
            statuses: measure.statuses.iter().map(|(status, lines)| (*status, *lines)).collect(),
            assets: measure.assets,
            dynamic: measure.lines - measure.assets,
            personal: measure.personal[0],
            people_dynamic: measure.people_dynamic,
            people_personal: measure.personal[1],
            bots: measure.bots.into(),
            empty_agents: measure.empty_agents,
            attacks: measure.attacks.into(),
            xmlrpc: measure.xmlrpc,
            logins: measure.logins,
            page_requests: measure.page_requests,
            people: people(measure),
            people_requests: Share { lines: measure.people_lines, bytes: measure.people_bytes },
            people_assets: measure.people_assets,
            page_bytes: measure.bodies.bytes as f64 / measure.bodies.lines.max(1) as f64,
            viewed: (measure.viewed, measure.viewed_personal),
            background: measure.background,
            php,
            peaks: Peaks::of(&measure.minutes, first / 60, last / 60),
            week: measure.week.clone(),
            days,
            hours: hours(measure, first / 60, last / 60),
            slow: slow(&measure.times),
            in_front: [measure.cloudflare, measure.private, measure.cloudfront],
            edge: (measure.hits, measure.misses),
            one_minute_of_the_hour: measure.minute_of_hour.iter().copied().max().unwrap_or(0),
            without_agent: measure.without_agent,
            days_left_out: measure.minutes.left_out,
        }
    }

    /// Minutes from the first line to the last.
    pub fn span_minutes(&self) -> f64 {
        f64::from(self.last - self.first) / 60.0
    }

    /// Lines with a status in a range.
    pub fn with_status(&self, range: std::ops::RangeInclusive<u16>) -> u64 {
        self.statuses.iter().filter(|(status, _)| range.contains(status)).map(|(_, lines)| lines).sum()
    }

    /// The span in words: `2013-09-18 to 2013-09-19`.
    pub fn span(&self) -> String {
        let (first, last) = (date(self.first / 86_400), date(self.last / 86_400));
        if first == last { first } else { format!("{first} to {last}") }
    }
}

fn people(measure: &Measure) -> People {
    let scale = measure.clients.each_stands_for();
    let mut sums = [0_u64; 5];
    let mut largest = 0;
    for client in measure.clients.iter() {
        sums[0] += u64::from(client.pages);
        sums[1] += u64::from(client.visits);
        largest = largest.max(client.pages);
        if client.files == Files::Fetched {
            sums[2] += u64::from(client.pages);
            sums[3] += u64::from(client.visits);
            sums[4] += u64::from(client.over);
        }
    }
    let [pages_by_agent, visits_by_agent, pages, visits, beyond_reading] = sums.map(|sum| sum as f64 * scale);
    People {
        pages_by_agent,
        visits_by_agent,
        pages,
        visits,
        beyond_reading,
        largest_client: f64::from(largest) / pages_by_agent.max(1.0),
    }
}

/// The last fourteen days, hour by hour.
fn hours(measure: &Measure, first: u32, last: u32) -> Vec<[u32; 3]> {
    let end = last / 60 * 60 + 59;
    let begin = (first / 60 * 60).max(end.saturating_sub(14 * 1_440 - 1));
    let mut hours = vec![[0; 3]; ((end - begin) / 60 + 1) as usize];
    for (minute, load) in measure.minutes.all(begin, end) {
        let sum = |kinds: &[TrafficKind]| kinds.iter().map(|kind| load.runs[*kind as usize]).sum::<u32>();
        if let Some(hour) = hours.get_mut(((minute - begin) / 60) as usize) {
            hour[0] += sum(&[TrafficKind::Pages, TrafficKind::People]);
            hour[1] += sum(&[TrafficKind::Bots]);
            hour[2] += sum(&[TrafficKind::Xmlrpc, TrafficKind::Attacks, TrafficKind::Heavy]);
        }
    }
    hours
}

/// Median and 95th percentile from steps of a quarter octave.
fn slow(times: &[u64]) -> Option<(f64, f64)> {
    let total: u64 = times.iter().sum();
    let at = |share: f64| {
        let wanted = (total as f64 * share).ceil() as u64;
        let mut sum = 0;
        let step = times.iter().position(|count| {
            sum += count;
            sum >= wanted
        })?;
        // The middle of the step.
        Some(libm::exp2((step as f64 + 0.5) / 4.0) / 1_000.0)
    };
    (total > 0).then_some(())?;
    Some((at(0.5)?, at(0.95)?))
}
