//! How what runs today does in the client's week, and what a move would bring.

use super::finding::{Finding, Severity, Situation};
use crate::{
    architecture::CpuAllowance,
    decision::Verdict,
    search::Today,
    simulation::report::moment,
    units::{Ratio, Usd, text},
};

pub(super) fn check(situation: &Situation<'_>) -> Option<Finding> {
    let today = situation.today?;
    let assessment = &today.standing.assessment;
    let outcome = &assessment.week.outcome;
    let machine = today.machine();
    let dry = outcome.dry_at.map(|at| {
        let what = match assessment.architecture.web.machine.cpu {
            CpuAllowance::BurstCapacity { .. } => "CPU burst capacity runs out",
            CpuAllowance::Credits { .. } | CpuAllowance::Fixed | CpuAllowance::Elastic { .. } => "CPU credits run out",
        };
        format!("{what} on {}", moment(at.value()))
    });
    let short = (outcome.headroom < Ratio::ONE)
        .then(|| format!("at the peak it carries {} of what comes", share(outcome.headroom)));
    let memory = today.short_memory().map(|has| {
        let (has, wanted) = (text::trimmed(has.value(), 1), text::trimmed(today.memory.value(), 1));
        format!("it has {has} GiB of memory, and PHP at the peak, database and caches want {wanted}: it swaps, or the database is killed")
    });
    let budget = today.over(situation.answers).map(|budget| {
        let amount = |usd: Usd| situation.answers.amount(usd);
        format!("it costs {} a month, and the budget is {}", amount(today.paid), amount(budget))
    });
    let missed = today.standing.ruled_out.iter().map(|missed| missed.because.clone());
    let risks = today.standing.at_risk.iter().map(|risk| format!("at risk: {}", risk.because));
    let faults: Vec<String> =
        dry.into_iter().chain(short).chain(memory).chain(budget).chain(missed).chain(risks).collect();
    let carries = today.carries() && today.standing.ruled_out.is_empty() && today.over(situation.answers).is_none();
    let title = match (carries, faults.first()) {
        (true, _) => format!("{machine} of today carries this traffic"),
        (false, Some(first)) => format!("{machine} of today: {first}"),
        (false, None) => return None,
    };
    let rest: Vec<&str> = faults.iter().skip(usize::from(!carries)).map(String::as_str).collect();
    let detail = if rest.is_empty() {
        "It lived through the same simulated week, judged by the same requirements".to_owned()
    } else {
        text::capital(&rest.join("; "))
    };
    Some(Finding {
        rule: "today",
        severity: if carries { Severity::Note } else { Severity::Warning },
        title,
        detail,
        remedy: best_move(today, situation, carries),
        source: "simulated week, with everything on that server set up as proposed here; your bill, or its list price",
        views: Vec::new(),
    })
}

fn share(headroom: Ratio) -> String {
    format!("{} %", text::trimmed(headroom.as_percent(), 0))
}

/// What to do: move to the recommended option, or stay.
fn best_move(today: &Today, situation: &Situation<'_>, carries: bool) -> String {
    let Some(first) = situation.first().filter(|first| first.verdict == Verdict::Recommended) else {
        return "No option meets every requirement: lift one of them before you move".to_owned();
    };
    let (name, moved) = (first.assessment.hosting.name, today.to(first, situation.answers));
    let amount = |usd: Usd| situation.answers.amount(usd);
    let hours = text::quantity(moved.hours.value(), "hours");
    let month = if moved.saves >= Usd::ZERO {
        format!("saves {} a month", amount(moved.saves))
    } else {
        format!("costs {} a month more", amount(Usd::ZERO - moved.saves))
    };
    let paid = moved.pays_after.map_or_else(String::new, |months| {
        if months <= 120.0 {
            format!(", paid for after {}", text::counted(libm::ceil(months), "month"))
        } else {
            String::new()
        }
    });
    if carries && moved.pays_after.is_none_or(|months| months > 36.0) {
        format!("Nothing has to be moved: {name} {month}, and setting it up takes {hours}")
    } else {
        format!("{name} {month}; the move takes {hours}{paid}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        advice::advise,
        catalog::Catalog,
        questionnaire::{Answers, Said, preset, question},
    };

    fn told(preset_key: &str, machine: &str, paid: f64) -> Option<Finding> {
        let answers: Answers = (preset(preset_key).unwrap().answers)();
        let mut answers = question("today").unwrap().answer(&answers, machine).unwrap();
        answers.today_bill = Said::Known(Usd::new(paid));
        advise(&answers, &Catalog::bundled()).findings.into_iter().find(|finding| finding.rule == "today")
    }

    #[test]
    fn a_machine_that_runs_dry_is_told_with_the_moment() {
        let told = told("shop", "t2.micro", 20.0).unwrap();
        assert_eq!(told.severity, Severity::Warning);
        assert!(told.title.starts_with("t2.micro of today: CPU credits run out on "), "{}", told.title);
        assert!(told.remedy.contains("a month more; the move takes"), "{}", told.remedy);
    }

    #[test]
    fn one_that_does_is_left_alone_where_a_move_does_not_pay() {
        let told = told("brochure", "t3.medium", 14.0).unwrap();
        assert_eq!(told.severity, Severity::Note);
        assert!(told.remedy.starts_with("Nothing has to be moved"), "{}", told.remedy);
    }

    #[test]
    fn a_dear_one_pays_for_its_move() {
        let told = told("brochure", "m5.xlarge", 250.0).unwrap();
        assert!(told.remedy.contains("saves $") && told.remedy.contains("paid for after"), "{}", told.remedy);
    }

    #[test]
    fn a_machine_without_the_memory_is_told_so() {
        let told = told("brochure", "t2.micro", 8.0).unwrap();
        assert!(told.title.starts_with("t2.micro of today: it has 1 GiB of memory"), "{}", told.title);
    }

    #[test]
    fn nothing_is_said_where_nothing_runs() {
        assert!(told("brochure", "none", 0.0).is_none());
    }
}
