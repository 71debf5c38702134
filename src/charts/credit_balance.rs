use super::{Band, Dash, Figure, Line, Mark, Panel, Scale, Span, Subject, Table, curve, demand::days};
use crate::{
    simulation::{Meter, report::moment},
    units::text,
};

/// What a rationed CPU holds, in the terms of who rations it.
struct Stock {
    meter: Meter,
    /// The stock, with the verb for its end and for what is left of it.
    name: &'static str,
    ends: &'static str,
    is: &'static str,
    /// What comes behind a number of it.
    unit: &'static str,
    title: &'static str,
    /// Over its axis, and at the head of its column.
    axis: &'static str,
    column: &'static str,
}

const CREDITS: Stock = Stock {
    meter: Meter::Credits,
    name: "credits",
    ends: "run out",
    is: "are",
    unit: "",
    title: "CPU credits of a web server",
    axis: "CPU credits",
    column: "Least credits",
};
const BURST_CAPACITY: Stock = Stock {
    meter: Meter::BurstCapacity,
    name: "burst capacity",
    ends: "runs out",
    is: "is",
    unit: " minutes at 100 %",
    title: "Burst capacity of the server",
    axis: "Minutes at 100 %",
    column: "Least minutes at 100 %",
};

/// An option whose CPU is rationed.
struct Rationed<'a> {
    subject: &'a Subject<'a>,
    stock: &'static Stock,
}

impl<'a> Rationed<'a> {
    fn of(subject: &'a Subject<'a>) -> Option<Self> {
        let stock = [&CREDITS, &BURST_CAPACITY].into_iter().find(|stock| subject.has(stock.meter))?;
        Some(Self { subject, stock })
    }

    fn balance(&self) -> &'a [f64] {
        self.subject.curve(self.stock.meter)
    }
}

/// CPU credits of a web server on EC2, or the burst capacity of one on Lightsail, with the moment they end; none where no
/// option's CPU is rationed.
pub fn credit_balance(subjects: &[Subject<'_>], span: Span) -> Option<Figure> {
    let rationed: Vec<Rationed<'_>> = subjects.iter().filter_map(Rationed::of).collect();
    let first = rationed.first()?;
    let alone = rationed.len() == 1;
    let mixed = rationed.iter().any(|other| other.stock.meter != first.stock.meter);
    let shown = if mixed { &CREDITS } else { first.stock };
    let mut lines = Vec::new();
    for (tone, option) in rationed.iter().enumerate() {
        let (subject, stock) = (option.subject, option.stock);
        let named = |what: &str| if alone { text::capital(what) } else { format!("{}, {what}", subject.name) };
        let line = |meter, what: &str, dash| Line {
            label: named(what),
            points: curve::thinned(subject.curve(meter), span),
            tone,
            dash,
        };
        lines.push(line(stock.meter, stock.name, Dash::main(tone)));
        if subject.curve(Meter::Surplus).iter().any(|surplus| *surplus > 0.0) {
            lines.push(line(Meter::Surplus, "surplus owed", Dash::second(tone)));
        }
    }
    let marks = rationed.iter().filter_map(|option| {
        let at = option.subject.outcome.dry_at?.value();
        let stock = option.stock;
        let what = if alone { text::capital(stock.name) } else { format!("{}: {}", option.subject.name, stock.name) };
        (at >= span.from.value() && at < span.to.value())
            .then(|| Mark { at, label: format!("{what} {} {}", stock.ends, moment(at)) })
    });
    let bands = dry(first, span);
    Some(Figure {
        title: shown.title,
        finding: rationed.iter().map(|option| finding(option, span)).collect::<Vec<_>>().join(". ") + ".",
        span,
        panels: vec![Panel {
            unit: shown.axis,
            note: match (mixed, bands.is_empty()) {
                (true, true) => "Lightsail: minutes at 100 %",
                (true, false) => "Lightsail: minutes at 100 %; hatched at zero",
                (false, true) => "",
                (false, false) => "hatched at zero",
            },
            scale: Scale::Linear,
            marks: marks.collect(),
            bands,
            lines,
            reference_lines: Vec::new(),
        }],
        longest_name: String::new(),
        table: table(&rationed, shown, span),
    })
}

/// Stretches without a credit, in a machine that then slows down.
fn dry(option: &Rationed<'_>, span: Span) -> Vec<Band> {
    if option.subject.outcome.dry_at.is_none() {
        return Vec::new();
    }
    let credits = option.balance();
    curve::stretches(credits.len(), span, |minute| credits[minute] <= 1e-6)
        .into_iter()
        .map(|(from, to)| Band { from, to })
        .collect()
}

fn finding(option: &Rationed<'_>, span: Span) -> String {
    let Rationed { subject, stock } = option;
    let Stock { name: what, ends, is, unit, .. } = stock;
    let (at, least) = curve::lowest(option.balance(), span);
    let (_, owed) = curve::highest(subject.curve(Meter::Surplus), span);
    let name = subject.name;
    match subject.outcome.dry_at {
        Some(dry) if dry.value() < 1.0 => format!(
            "{name}: the week spends more {what} than it earns, so none {is} left from the week before, and the server is slowed down for {} of the week",
            subject.outcome.throttled
        ),
        Some(dry) => format!(
            "{name}: {what} {ends} on {}, and the server is slowed down for {} of the week",
            moment(dry.value()),
            subject.outcome.throttled
        ),
        None if owed > 0.0 => {
            format!(
                "{name}: up to {} surplus credits are owed; what exceeds a day's earnings is charged",
                text::grouped(owed)
            )
        }
        None => format!(
            "{name}: {what} never {ends}; the least, {}{unit} on {}, {is} to spare",
            text::grouped(least),
            moment(at as f64)
        ),
    }
}

fn table(options: &[Rationed<'_>], shown: &Stock, span: Span) -> Table {
    let columns = ["Day", "Option", shown.column, "At the end of the day", "Most surplus owed"];
    let mut rows = Vec::new();
    for day in days(span) {
        for option in options {
            let credits = option.balance();
            let last = (day.to.value() as usize).min(credits.len()).saturating_sub(1);
            rows.push(vec![
                moment(day.from.value()).split(' ').next().unwrap_or_default().to_owned(),
                option.subject.name.to_owned(),
                text::trimmed(curve::lowest(credits, day).1, 1),
                text::trimmed(credits.get(last).copied().unwrap_or(0.0), 1),
                text::trimmed(curve::highest(option.subject.curve(Meter::Surplus), day).1, 1),
            ]);
        }
    }
    Table { columns: columns.map(str::to_owned).to_vec(), rows }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::simulation::{Outcome, Series};

    fn series(meter: Meter) -> [Series; 1] {
        [Series { meter, values: (0..10_080).map(|minute| 144.0 - f64::from(minute % 100)).collect() }]
    }

    #[test]
    fn minutes_at_100_per_cent_are_lightsail_s_alone() {
        let (ec2, lightsail) = (series(Meter::Credits), series(Meter::BurstCapacity));
        let outcome = Outcome::default();
        let of = |name, series| Subject { name, outcome: &outcome, series };
        let words = |subjects: &[Subject<'_>]| {
            let figure = credit_balance(subjects, Span::WEEK).unwrap();
            let panel = &figure.panels[0];
            let said = format!("{} {} {}", figure.finding, panel.unit, panel.note);
            assert!(panel.lines.iter().all(|line| !line.points.is_empty()));
            (said.contains("minutes at 100 %") || said.contains("Minutes at 100 %"), said.contains("redits"))
        };
        assert_eq!(words(&[of("One server", &ec2)]), (false, true));
        assert_eq!(words(&[of("Several", &ec2), of("One server", &ec2)]), (false, true));
        assert_eq!(words(&[of("Lightsail", &lightsail)]), (true, false));
        assert_eq!(words(&[of("Lightsail", &lightsail), of("One server", &ec2)]), (true, true));
    }
}
