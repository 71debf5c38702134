//! Lines taken into account, one after the other.

use std::collections::BTreeMap;

use super::{
    agent::Agents,
    clients::{Clients, Files},
    edge::{Origin, address, origin},
    hash::{finish, mix},
    line::{Edge, Line, Method},
    minutes::Minutes,
    recent::Recent,
    request::{Kind, Request, understand},
};
use crate::questionnaire::TrafficKind;

/// Answers of fewer bytes than this to a request that failed come from the web server; WordPress sends a page of its own.
const SERVERS_OWN_ERROR: u64 = 1_000;

/// Everything counted so far.
pub(super) struct Measure {
    agents: Agents,
    pub(super) clients: Clients,
    /// Clients told apart by address alone.
    pub(super) addresses: Clients,
    recent: Recent,
    pub(super) minutes: Minutes,
    pub(super) lines: u64,
    pub(super) bytes: u64,
    pub(super) first: u32,
    pub(super) last: u32,
    latest: u32,
    pub(super) out_of_order: u64,
    pub(super) furthest_back: u32,
    /// Lines by how far their clock was ahead of UTC, in minutes.
    pub(super) offsets: BTreeMap<i16, u64>,
    /// Lines by method.
    pub(super) methods: [u64; 5],
    /// Lines by status.
    pub(super) statuses: BTreeMap<u16, u64>,
    pub(super) assets: u64,
    /// Lines that no cache may answer: all, and those of no bot.
    pub(super) personal: [u64; 2],
    /// Lines of no bot that ask for no file.
    pub(super) people_dynamic: u64,
    pub(super) bots: Part,
    pub(super) empty_agents: u64,
    pub(super) attacks: Part,
    /// POST to xmlrpc.php and to wp-login.php.
    pub(super) xmlrpc: u64,
    pub(super) logins: u64,
    /// Lines of people that are files, and all of people's lines but attacks.
    pub(super) people_assets: u64,
    pub(super) people_lines: u64,
    pub(super) people_bytes: u64,
    /// Page requests, bots included; page views; of those with status 200 how many and their bytes.
    pub(super) page_requests: u64,
    pub(super) pages: u64,
    pub(super) bodies: Part,
    /// What people asked for that is a page: how much of it no cache may answer.
    pub(super) viewed: u64,
    pub(super) viewed_personal: u64,
    pub(super) background: u64,
    /// Lines by who is in front.
    pub(super) cloudflare: u64,
    pub(super) private: u64,
    pub(super) cloudfront: u64,
    pub(super) hits: u64,
    pub(super) misses: u64,
    /// Lines and page views by hour of the week, Monday first, by the log's own clock.
    pub(super) week: Vec<[u64; 2]>,
    /// Lines by minute of the hour: logs made up for teaching have them all in one.
    pub(super) minute_of_hour: [u64; 60],
    /// How long page views took, by steps of a quarter octave from a millisecond.
    pub(super) times: [u64; 80],
    pub(super) without_agent: u64,
}

/// Lines and their bytes.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Part {
    pub(super) lines: u64,
    pub(super) bytes: u64,
}

impl Part {
    fn add(&mut self, bytes: u64) {
        self.lines += 1;
        self.bytes = self.bytes.saturating_add(bytes);
    }
}

impl Measure {
    pub(super) fn new() -> Self {
        Self {
            agents: Agents::new(),
            clients: Clients::new(),
            addresses: Clients::new(),
            recent: Recent::new(),
            minutes: Minutes::new(),
            lines: 0,
            bytes: 0,
            first: u32::MAX,
            last: 0,
            latest: 0,
            out_of_order: 0,
            furthest_back: 0,
            offsets: BTreeMap::new(),
            methods: [0; 5],
            statuses: BTreeMap::new(),
            assets: 0,
            personal: [0; 2],
            people_dynamic: 0,
            bots: Part::default(),
            empty_agents: 0,
            attacks: Part::default(),
            xmlrpc: 0,
            logins: 0,
            people_assets: 0,
            people_lines: 0,
            people_bytes: 0,
            page_requests: 0,
            pages: 0,
            bodies: Part::default(),
            viewed: 0,
            viewed_personal: 0,
            background: 0,
            cloudflare: 0,
            private: 0,
            cloudfront: 0,
            hits: 0,
            misses: 0,
            week: vec![[0; 2]; 168],
            minute_of_hour: [0; 60],
            times: [0; 80],
            without_agent: 0,
        }
    }

    /// The next file: where it begins is not out of order.
    pub(super) const fn next_file(&mut self) {
        self.latest = 0;
    }

    /// Takes a line into account.
    pub(super) fn take(&mut self, line: &Line<'_>) {
        let request = understand(&line.target, line.query.as_deref());
        let who = mix(0, &line.address);
        let (bot, client) = match line.agent.as_deref() {
            Some(agent) => {
                let state = mix(0, agent);
                (self.agents.is_bot(finish(state), agent), finish(mix(who, agent)))
            }
            None => {
                self.without_agent += 1;
                (false, finish(who))
            }
        };
        let attack = request.is_attack(line.method, line.status);
        let asset = request.kind == Kind::Asset;
        let answered = matches!(line.status, 200 | 304);
        let page_request = request.kind == Kind::Page && line.method == Method::Get && answered;
        let page = page_request && !bot;
        let class = runs_php(line, request).then_some(if request.kind == Kind::Xmlrpc {
            TrafficKind::Xmlrpc
        } else if attack {
            TrafficKind::Attacks
        } else if bot {
            TrafficKind::Bots
        } else if page {
            TrafficKind::Pages
        } else {
            TrafficKind::People
        } as usize);

        self.timed(line, page);
        self.counted(line, request, bot, asset);
        self.in_front(line);
        if attack {
            self.attacks.add(line.bytes);
        }
        self.page_requests += u64::from(page_request);
        if !bot && !attack {
            self.people(line, request, page);
        }

        let minute = line.time.minute();
        let heavy = self.recent.count(client, minute, class);
        self.minutes.add(minute, u32::from(!asset), class, &heavy);
        self.addresses.of(finish(who));
        if let Some(client) = self.clients.of(client) {
            client.lines += 1;
            if asset && matches!(line.status, 200 | 206 | 304) {
                client.files = Files::Fetched;
            }
            if page {
                client.page(line.time.utc);
            }
        }
    }

    fn timed(&mut self, line: &Line<'_>, page: bool) {
        let utc = line.time.utc;
        if utc < self.latest {
            self.out_of_order += 1;
            self.furthest_back = self.furthest_back.max(self.latest - utc);
        }
        self.latest = self.latest.max(utc);
        self.first = self.first.min(utc);
        self.last = self.last.max(utc);
        *self.offsets.entry(line.time.offset).or_default() += 1;
        self.minute_of_hour[line.time.minute() as usize % 60] += 1;
        let hour = &mut self.week[line.time.local_minute_of_week() as usize / 60];
        hour[0] += 1;
        hour[1] += u64::from(page);
        if let Some(seconds) = line.seconds.filter(|_| page) {
            let step = libm::log2((seconds * 1_000.0).max(1.0)) * 4.0;
            self.times[(step as usize).min(self.times.len() - 1)] += 1;
        }
    }

    fn counted(&mut self, line: &Line<'_>, request: Request, bot: bool, asset: bool) {
        self.lines += 1;
        self.bytes = self.bytes.saturating_add(line.bytes);
        self.methods[line.method as usize] += 1;
        *self.statuses.entry(line.status).or_default() += 1;
        self.assets += u64::from(asset);
        let personal = request.must_not_be_cached(line.method);
        self.personal[0] += u64::from(personal);
        if bot {
            self.bots.add(line.bytes);
        } else {
            self.personal[1] += u64::from(personal);
            self.people_dynamic += u64::from(!asset);
        }
        if line.agent.as_deref().is_some_and(|agent| matches!(agent, b"" | b"-")) {
            self.empty_agents += 1;
        }
        if line.method == Method::Post {
            self.xmlrpc += u64::from(request.kind == Kind::Xmlrpc);
            self.logins += u64::from(request.kind == Kind::Login);
        }
    }

    fn in_front(&mut self, line: &Line<'_>) {
        match address(&line.address).map(origin) {
            Some(Origin::Cloudflare) => self.cloudflare += 1,
            Some(Origin::Private) => self.private += 1,
            Some(Origin::Public) | None => {}
        }
        // What CloudFront calls itself towards the origin unless told to pass the reader's agent on.
        self.cloudfront += u64::from(line.agent.as_deref() == Some(b"Amazon CloudFront"));
        match line.edge {
            Edge::Hit => self.hits += 1,
            Edge::Miss => self.misses += 1,
            Edge::Unsaid => {}
        }
    }

    /// A line of somebody who is neither a bot by name nor an attacker.
    fn people(&mut self, line: &Line<'_>, request: Request, page: bool) {
        self.people_lines += 1;
        self.people_bytes = self.people_bytes.saturating_add(line.bytes);
        self.people_assets += u64::from(request.kind == Kind::Asset);
        if page {
            self.pages += 1;
            if line.status == 200 {
                self.bodies.add(line.bytes);
            }
        }
        match request.kind {
            Kind::Background => self.background += 1,
            // A page, one of the administration, or a form sent: what a cache would have to answer.
            Kind::Page | Kind::Admin | Kind::Login | Kind::Comment => {
                if line.status < 400
                    && matches!(line.method, Method::Get | Method::Post)
                    && (page || request.must_not_be_cached(line.method))
                {
                    self.viewed += 1;
                    self.viewed_personal += u64::from(request.must_not_be_cached(line.method));
                }
            }
            Kind::Nothing | Kind::Asset | Kind::Cron | Kind::Xmlrpc | Kind::Feed | Kind::Other => {}
        }
    }
}

/// Whether a request made PHP run, as far as its line tells: no file, nothing the web server refused by itself. A file that
/// is not there is answered by WordPress with a page of its own, which is larger than the server's.
fn runs_php(line: &Line<'_>, request: Request) -> bool {
    let refused = matches!(line.status, 400..=417) && line.bytes > 0 && line.bytes < SERVERS_OWN_ERROR;
    match request.kind {
        Kind::Nothing => false,
        Kind::Asset => line.status == 404 && line.bytes >= SERVERS_OWN_ERROR,
        Kind::Page
        | Kind::Admin
        | Kind::Background
        | Kind::Cron
        | Kind::Login
        | Kind::Xmlrpc
        | Kind::Comment
        | Kind::Feed
        | Kind::Other => !refused && !matches!(line.status, 0 | 408 | 444),
    }
}
