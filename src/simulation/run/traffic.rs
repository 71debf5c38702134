//! What arrives, minute by minute: ordinary traffic after the shape of the week, with spikes on top.

use crate::{
    simulation::{HOUR, run::event::Event},
    units::{Count, Minutes, RequestsPerSecond},
    workload::{Beside, Demand, Shape},
};

/// How long the event expected of a site that has one takes to rise and to pass: Hacker News arrives over 20 to 30
/// minutes; half of a million-visitor day came in 30 minutes and 80 % within two hours (Scale Dynamix).
const EXPECTED_RISE: f64 = 20.0;
const EXPECTED_LENGTH: f64 = 120.0;

/// Hours of the day in which a flood is at its strength by day (convention).
const DAYTIME: std::ops::Range<usize> = 6..22;

/// What one page view a second, people's or a spike's, or the bots bring.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(crate) struct Load {
    /// PHP requests a second.
    pub(crate) php: f64,
    /// Web vCPUs kept busy.
    pub(crate) busy: f64,
    /// Page views and bots' requests a second.
    pub(crate) pages: f64,
}

impl Load {
    pub(crate) const fn times(self, factor: f64) -> Self {
        Self { php: self.php * factor, busy: self.busy * factor, pages: self.pages * factor }
    }

    const fn plus(self, other: Self) -> Self {
        Self { php: self.php + other.php, busy: self.busy + other.busy, pages: self.pages + other.pages }
    }
}

/// What one request a second of each kind brings.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Loads {
    /// A page view of people.
    pub(crate) people: Load,
    /// A bot's request.
    pub(crate) bots: Load,
    /// A page view of a spike.
    pub(crate) spike: Load,
    /// A request of a flood.
    pub(crate) flood: Load,
}

/// All traffic of a week.
pub(crate) struct Traffic<'a> {
    shape: &'a [f64],
    /// The mean and the top of each hour of the shape.
    shape_hours: &'a [(f64, f64)],
    /// For a minute at the week's mean.
    people: Load,
    /// At every minute.
    bots: Load,
    /// For one page view a second of a spike.
    spike: Load,
    spikes: Vec<Bump>,
    /// For one request a second of a flood.
    flood: Load,
    floods: Vec<Flood>,
    /// A measured week, minute by minute, spikes and floods asked for apart.
    measured: Option<Measured>,
}

/// A week that was measured: all that its minutes bring, put together once.
struct Measured {
    php: Vec<f64>,
    busy: Vec<f64>,
    pages: Vec<f64>,
    hours: Vec<Outline>,
    mean: Load,
}

/// Bots that go on and on.
#[derive(Clone, Copy, Debug)]
struct Flood {
    start: f64,
    end: f64,
    /// Requests a second by day and by night.
    rates: [f64; 2],
}

impl Flood {
    fn at(&self, minute: usize) -> f64 {
        let middle = minute as f64 + 0.5;
        let [by_day, by_night] = self.rates;
        if middle <= self.start || middle >= self.end {
            0.0
        } else if DAYTIME.contains(&(minute % 1_440 / HOUR)) {
            by_day
        } else {
            by_night
        }
    }
}

#[derive(Clone, Copy, Debug)]
struct Bump {
    start: f64,
    rise: f64,
    end: f64,
    /// Page views a second.
    height: f64,
}

/// One hour of traffic in short.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(crate) struct Outline {
    /// The average of the hour.
    pub(crate) mean: Load,
    /// Its busiest minute.
    pub(crate) top: Load,
}

/// One hour of traffic.
pub(crate) struct Hour {
    pub(crate) php: [f64; HOUR],
    pub(crate) busy: [f64; HOUR],
}

impl<'a> Traffic<'a> {
    /// `loads` are what one page view or request a second brings.
    pub(crate) fn new(demand: &Demand, shape: &'a Shape, events: &[Event], loads: Loads) -> Self {
        let mean = demand.mean_views().value();
        let (people, bots) = (loads.people.times(mean), loads.bots.times(demand.mean_bots().value()));
        Self {
            shape: shape.minutes(),
            shape_hours: shape.hours(),
            people,
            bots,
            spike: loads.spike,
            measured: shape.beside().map(|beside| Measured::new(shape, beside, people, bots, loads.flood)),
            spikes: spikes(demand, shape, events).iter().filter_map(|event| bump(event, mean)).collect(),
            flood: loads.flood,
            floods: events.iter().filter_map(flooding).collect(),
        }
    }

    /// Mean web vCPUs kept busy over the week, spikes and floods that are asked for apart.
    pub(crate) fn mean_busy(&self) -> f64 {
        self.measured.as_ref().map_or(self.people.busy + self.bots.busy, |measured| measured.mean.busy)
    }

    /// Mean PHP requests a second over the week, spikes and floods that are asked for apart.
    pub(crate) fn mean_php(&self) -> f64 {
        self.measured.as_ref().map_or(self.people.php + self.bots.php, |measured| measured.mean.php)
    }

    /// Hours of the week.
    pub(crate) const fn hours(&self) -> usize {
        self.shape.len() / HOUR
    }

    /// The hour in which most PHP requests arrive.
    pub(crate) fn busiest_hour(&self) -> usize {
        let mut best = (0, 0.0);
        for hour in 0..self.hours() {
            let php = self.outline(hour).mean.php;
            if php > best.1 {
                best = (hour, php);
            }
        }
        best.0
    }

    /// An hour in short.
    #[inline]
    pub(crate) fn outline(&self, hour: usize) -> Outline {
        let Some((mean, top)) = self.shape_hours.get(hour) else { return Outline::default() };
        let mut outline = match self.measured.as_ref().and_then(|measured| measured.hours.get(hour)) {
            Some(outline) => *outline,
            None => {
                Outline { mean: self.people.times(*mean).plus(self.bots), top: self.people.times(*top).plus(self.bots) }
            }
        };
        if self.is_spiked(hour) {
            let extra = |i| self.extra(hour * HOUR + i);
            let (sum, most) = (0..HOUR).map(extra).fold((Load::default(), Load::default()), |(sum, most), x| {
                (sum.plus(x), if x.busy > most.busy { x } else { most })
            });
            outline.mean = outline.mean.plus(sum.times(1.0 / HOUR as f64));
            outline.top = outline.top.plus(most);
        }
        outline
    }

    /// The shape of an hour, and what of it turns into PHP requests: `value * people + bots`; none for an hour with a
    /// spike or a flood.
    #[inline]
    pub(crate) fn plain(&self, hour: usize) -> Option<(&[f64], f64, f64)> {
        if self.is_spiked(hour) {
            return None;
        }
        let minutes = hour * HOUR..(hour + 1) * HOUR;
        match &self.measured {
            Some(measured) => Some((measured.php.get(minutes)?, 1.0, 0.0)),
            None => Some((self.shape.get(minutes)?, self.people.php, self.bots.php)),
        }
    }

    /// Fills in an hour, minute by minute.
    pub(crate) fn hour(&self, hour: usize, out: &mut Hour) {
        let minutes = hour * HOUR..(hour + 1) * HOUR;
        let Some(shape) = self.shape.get(minutes.clone()) else { return };
        let measured = self.measured.as_ref();
        match measured.and_then(|week| week.php.get(minutes.clone()).zip(week.busy.get(minutes))) {
            Some((php, busy)) => {
                out.php.copy_from_slice(php);
                out.busy.copy_from_slice(busy);
            }
            None => {
                for (i, value) in shape.iter().enumerate() {
                    out.php[i] = value * self.people.php + self.bots.php;
                    out.busy[i] = value * self.people.busy + self.bots.busy;
                }
            }
        }
        if self.is_spiked(hour) {
            self.add_spikes(hour, out);
        }
    }

    /// Page views and bots' requests a second at a minute.
    pub(crate) fn pages(&self, minute: usize) -> f64 {
        let ordinary = match &self.measured {
            Some(measured) => measured.pages.get(minute).copied().unwrap_or(0.0),
            None => self.shape.get(minute).copied().unwrap_or(0.0) * self.people.pages + self.bots.pages,
        };
        ordinary + self.extra(minute).pages
    }

    fn is_spiked(&self, hour: usize) -> bool {
        let (from, to) = ((hour * HOUR) as f64, ((hour + 1) * HOUR) as f64);
        let in_hour = |start: f64, end: f64| start < to && end > from;
        self.spikes.iter().any(|bump| in_hour(bump.start, bump.end))
            || self.floods.iter().any(|flood| in_hour(flood.start, flood.end))
    }

    #[cold]
    fn add_spikes(&self, hour: usize, out: &mut Hour) {
        for i in 0..HOUR {
            let extra = self.extra(hour * HOUR + i);
            out.php[i] += extra.php;
            out.busy[i] += extra.busy;
        }
    }

    /// What spikes and floods add at a minute.
    fn extra(&self, minute: usize) -> Load {
        let middle = minute as f64 + 0.5;
        let views: f64 = self
            .spikes
            .iter()
            .filter(|bump| middle > bump.start && middle < bump.end)
            .map(|bump| bump.height * ((middle - bump.start) / bump.rise).min(1.0))
            .sum();
        let requests: f64 = self.floods.iter().map(|flood| flood.at(minute)).sum();
        self.spike.times(views).plus(self.flood.times(requests))
    }
}

impl Measured {
    /// The same formula as for a made-up week, with bots that come as they came, and with the floods.
    fn new(shape: &Shape, beside: &Beside, people: Load, bots: Load, flood: Load) -> Self {
        let of = |(people_at, (bots_at, flood_at)): (&f64, (&f64, &f64))| {
            people.times(*people_at).plus(bots.times(*bots_at)).plus(flood.times(*flood_at))
        };
        let minutes: Vec<Load> = shape.minutes().iter().zip(beside.bots.iter().zip(&beside.floods)).map(of).collect();
        let mean = |minutes: &[Load]| {
            minutes.iter().fold(Load::default(), |sum, load| sum.plus(*load)).times(1.0 / minutes.len().max(1) as f64)
        };
        let outline = |hour: &[Load]| Outline {
            mean: mean(hour),
            // The largest of each: they need not come in the same minute, and no minute has more.
            top: hour.iter().fold(Load::default(), |top, load| Load {
                php: top.php.max(load.php),
                busy: top.busy.max(load.busy),
                pages: top.pages.max(load.pages),
            }),
        };
        Self {
            php: minutes.iter().map(|load| load.php).collect(),
            busy: minutes.iter().map(|load| load.busy).collect(),
            pages: minutes.iter().map(|load| load.pages).collect(),
            hours: minutes.chunks_exact(HOUR).map(outline).collect(),
            mean: mean(&minutes),
        }
    }
}

/// The spikes of the week: those asked for, or else the one the site's owner expects.
pub(crate) fn spikes(demand: &Demand, shape: &Shape, events: &[Event]) -> Vec<Event> {
    let asked: Vec<Event> = events.iter().filter(|event| matches!(event, Event::Spike { .. })).copied().collect();
    if asked.is_empty() { expected_spike(demand, shape).into_iter().collect() } else { asked }
}

/// The worst event the answers let expect, at the busiest time of the week; none for sites without such events.
pub fn expected_spike(demand: &Demand, shape: &Shape) -> Option<Event> {
    let mean = demand.mean_views().value();
    if demand.spike.value() <= 0.0 || mean <= 0.0 {
        return None;
    }
    // It is at its height when the ordinary traffic is at its own.
    let start = (shape.busiest().value() - EXPECTED_RISE - 10.0).max(0.0);
    Some(Event::Spike {
        start: Minutes::new(start),
        height: Count::new(demand.spike.value() / mean),
        rise: Minutes::new(EXPECTED_RISE),
        length: Minutes::new(EXPECTED_LENGTH),
    })
}

fn bump(event: &Event, mean: f64) -> Option<Bump> {
    match *event {
        Event::Spike { start, height, rise, length } => Some(Bump {
            start: start.value(),
            rise: rise.value().max(1e-9),
            end: (start + length).value(),
            height: height.value().max(0.0) * mean,
        }),
        Event::BotFlood { .. }
        | Event::InstanceFailure { .. }
        | Event::ZoneLoss { .. }
        | Event::Deployment { .. }
        | Event::PluginInstall { .. } => None,
    }
}

fn flooding(event: &Event) -> Option<Flood> {
    let rate = |rate: RequestsPerSecond| rate.value().max(0.0);
    match *event {
        Event::BotFlood { start, length, by_day, by_night } => {
            Some(Flood { start: start.value(), end: (start + length).value(), rates: [rate(by_day), rate(by_night)] })
        }
        Event::Spike { .. }
        | Event::InstanceFailure { .. }
        | Event::ZoneLoss { .. }
        | Event::Deployment { .. }
        | Event::PluginInstall { .. } => None,
    }
}
