use super::{Dash, Figure, Line, Panel, ReferenceLine, Scale, Span, Subject, Table, curve, demand::days};
use crate::{
    simulation::{Meter, report::moment},
    units::text,
};

/// Throughput asked of EFS, and its burst credits where it has any; none where no option uses it.
pub fn file_throughput(subjects: &[Subject<'_>], span: Span) -> Option<Figure> {
    let shared: Vec<&Subject<'_>> = subjects.iter().filter(|subject| subject.has(Meter::FileThroughput)).collect();
    if shared.is_empty() {
        return None;
    }
    let lines = |meter, what: &str| -> Vec<Line> {
        let line = |(tone, subject): (usize, &&Subject<'_>)| Line {
            label: if shared.len() == 1 { what.to_owned() } else { subject.name.to_owned() },
            points: curve::thinned(subject.curve(meter), span),
            tone,
            dash: Dash::main(tone),
        };
        shared.iter().enumerate().filter(|(_, subject)| subject.has(meter)).map(line).collect()
    };
    let panel = |unit, lines, reference_lines| Panel {
        unit,
        note: "",
        scale: Scale::Linear,
        lines,
        reference_lines,
        marks: Vec::new(),
        bands: Vec::new(),
    };
    let bursting = shared.iter().any(|subject| subject.has(Meter::FileCredits));
    // Without credits a small file system may still use 1 MiB/s.
    let floor = ReferenceLine { value: 1.0, label: "1 MiB/s, always there".to_owned() };
    let reference_lines = if bursting { vec![floor] } else { Vec::new() };
    let mut panels = vec![panel("MiB a second, metered", lines(Meter::FileThroughput, "Asked for"), reference_lines)];
    if bursting {
        panels.push(panel("Burst credits in GiB", lines(Meter::FileCredits, "Credits"), Vec::new()));
    }
    Some(Figure {
        title: "EFS throughput and burst credits",
        finding: shared.iter().map(|subject| finding(subject, span)).collect::<Vec<_>>().join(". ") + ".",
        span,
        panels,
        longest_name: String::new(),
        table: table(&shared, span),
    })
}

fn finding(subject: &Subject<'_>, span: Span) -> String {
    let (at, top) = curve::highest(subject.curve(Meter::FileThroughput), span);
    let asked = format!(
        "{}: at most {} MiB a second are asked of EFS, {}",
        subject.name,
        text::significant(top, 2),
        moment(at as f64)
    );
    let latency = "what makes it slow is the time of each file operation";
    match (subject.outcome.least_file_credits, subject.outcome.file_credits_last) {
        (Some(_), Some(days)) => {
            format!(
                "{asked}; the credits a new file system starts with last {} at this pace",
                text::counted(days.value().round(), "day")
            )
        }
        (Some(_), None) => format!("{asked}; burst credits never run out, {latency}"),
        (None, _) => format!("{asked}; {latency}"),
    }
}

fn table(subjects: &[&Subject<'_>], span: Span) -> Table {
    let columns = ["Day", "Option", "Most asked for, MiB/s", "Least burst credits, GiB"];
    let mut rows = Vec::new();
    for day in days(span) {
        for subject in subjects {
            let credits = subject.curve(Meter::FileCredits);
            let least =
                if credits.is_empty() { "none used".to_owned() } else { text::grouped(curve::lowest(credits, day).1) };
            rows.push(vec![
                moment(day.from.value()).split(' ').next().unwrap_or_default().to_owned(),
                subject.name.to_owned(),
                text::significant(curve::highest(subject.curve(Meter::FileThroughput), day).1, 2),
                least,
            ]);
        }
    }
    Table { columns: columns.map(str::to_owned).to_vec(), rows }
}

#[cfg(test)]
mod tests {
    use crate::{
        architecture::Webroot,
        assessment::Client,
        catalog::Catalog,
        options::OPTIONS,
        questionnaire::PRESETS,
        search::architectures,
        simulation::{Events, Meter, Rules, Week, efs_throughput::READ_WEIGHT},
        workload::Workload,
    };

    /// Amazon EFS User Guide, performance summary: a Regional file system serves 35,000 read operations a second in bursting
    /// mode and more in the others, and one client 500 MiB/s. An operation is metered as a third of 4 KiB, so 35,000 are 45.6
    /// MiB/s; no preset asks for a twentieth of that, which is why the week knows no such limit.
    #[test]
    fn no_preset_comes_near_the_limits_of_a_file_system() {
        let limit = 35_000.0 * 4.0 / 1_024.0 * READ_WEIGHT;
        let catalog = Catalog::bundled();
        for preset in PRESETS {
            let answers = (preset.answers)();
            let workload = Workload::new(&answers);
            let client = Client::new(&answers, &workload, &catalog);
            let shared = architectures(&OPTIONS, &client).into_iter().map(|(_, architecture)| architecture);
            for architecture in shared.filter(|built| matches!(built.web.webroot, Webroot::Efs(_))) {
                let (demand, shape) = (workload.typical(), &workload.shape);
                let series = Week::series(&architecture, demand, shape, &Events::new(), &Rules::default());
                let asked = series.iter().find(|curve| curve.meter == Meter::FileThroughput).unwrap();
                let most = asked.values.iter().copied().fold(0.0, f64::max);
                assert!(most > 0.0 && most < limit / 20.0, "{}: {most} MiB/s of {limit}", preset.id);
            }
        }
    }
}
