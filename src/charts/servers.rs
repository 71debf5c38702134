use super::{Dash, Figure, Line, Panel, Scale, Span, Subject, Table, curve, demand::days};
use crate::{
    simulation::{Meter, report::moment},
    units::text,
};

/// Web servers in service.
pub fn servers(subjects: &[Subject<'_>], span: Span) -> Figure {
    let line = |(tone, subject): (usize, &Subject<'_>)| Line {
        label: if subjects.len() == 1 { "Servers".to_owned() } else { subject.name.to_owned() },
        points: curve::steps(subject.curve(Meter::Servers), span),
        tone,
        dash: Dash::main(tone),
    };
    Figure {
        title: "Web servers in service",
        finding: subjects.iter().map(|subject| finding(subject, span)).collect::<Vec<_>>().join(". ") + ".",
        span,
        panels: vec![Panel {
            unit: "Web servers in service",
            note: "",
            scale: Scale::Whole,
            lines: subjects.iter().enumerate().map(line).collect(),
            reference_lines: Vec::new(),
            marks: Vec::new(),
            bands: Vec::new(),
        }],
        longest_name: String::new(),
        table: table(subjects, span),
    }
}

fn finding(subject: &Subject<'_>, span: Span) -> String {
    let servers = subject.curve(Meter::Servers);
    let ((_, least), (at, most)) = (curve::lowest(servers, span), curve::highest(servers, span));
    if least == most {
        return format!("{}: {} all the time", subject.name, text::counted(most, "server"));
    }
    format!(
        "{}: between {} and {}, the most from {} on; {} on the average",
        subject.name,
        text::counted(least, "server"),
        most,
        moment(at as f64),
        text::trimmed(subject.outcome.mean_servers.value(), 2)
    )
}

fn table(subjects: &[Subject<'_>], span: Span) -> Table {
    let mut rows = Vec::new();
    for day in days(span) {
        for subject in subjects {
            let servers = subject.curve(Meter::Servers);
            rows.push(vec![
                moment(day.from.value()).split(' ').next().unwrap_or_default().to_owned(),
                subject.name.to_owned(),
                text::grouped(curve::lowest(servers, day).1),
                text::grouped(curve::highest(servers, day).1),
            ]);
        }
    }
    Table { columns: ["Day", "Option", "Fewest", "Most"].map(str::to_owned).to_vec(), rows }
}
