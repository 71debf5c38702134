//! What runs today beside what could, in the same words for page and files.

use crate::{
    advice::Advice,
    questionnaire::Answers,
    search::{Move, Today},
    units::{Usd, text},
};

/// A move to one option, in cells of a table.
pub struct MoveRow {
    /// The option.
    pub name: &'static str,
    /// What it saves a month, `−$12.00` where it costs more.
    pub saves: String,
    /// Hours of work.
    pub hours: String,
    /// What they cost.
    pub costs: String,
    /// When the saving has paid for them.
    pub pays_after: String,
}

/// The names of the cells.
pub const MOVE_HEADINGS: [&str; 5] =
    ["move to", "saves a month", "hours of work", "cost of the work", "paid for after"];

/// What runs today, in sentences.
pub fn today_told(advice: &Advice) -> Option<String> {
    let today = advice.today.as_ref()?;
    let paid = advice.answers.amount(today.paid);
    let source = if today.is_said { "as you say" } else { "its list price, as no bill is known" };
    Some(format!(
        "{} with everything on it, {paid} a month ({source}). While the site moves nobody can change it for about {} \
         (estimate: the database is copied, uploads were copied before). Hosting alone, before tax.",
        today.machine(),
        text::duration(libm::ceil(today.freeze.value()))
    ))
}

/// A move to each option, in the order of the ranking.
pub fn moves(advice: &Advice) -> Vec<MoveRow> {
    let Some(today) = &advice.today else { return Vec::new() };
    advice
        .standings
        .iter()
        .map(|standing| row(standing.assessment.hosting.name, &today.to(standing, &advice.answers), advice))
        .collect()
}

fn row(name: &'static str, moved: &Move, advice: &Advice) -> MoveRow {
    let amount = |usd: Usd| advice.answers.amount(usd);
    MoveRow {
        name,
        saves: if moved.saves < Usd::ZERO {
            format!("−{}", amount(Usd::ZERO - moved.saves))
        } else {
            amount(moved.saves)
        },
        hours: text::trimmed(moved.hours.value(), 1),
        costs: amount(moved.costs),
        pays_after: moved
            .pays_after
            .map_or_else(|| "never: it costs more".to_owned(), |months| text::counted(libm::ceil(months), "month")),
    }
}

/// How today's machine does: `misses 2 requirements`.
pub fn today_status(today: &Today, answers: &Answers) -> String {
    let missed = today.standing.ruled_out.len() + usize::from(today.over(answers).is_some());
    match (missed, today.standing.at_risk.len()) {
        (0, _) if !today.carries() => "does not carry the peak, or not for long".to_owned(),
        (0, 0) => "meets all requirements".to_owned(),
        (0, risks) => format!("{} at risk", text::counted(risks as f64, "requirement")),
        (missed, _) => format!("misses {}", text::counted(missed as f64, "requirement")),
    }
}
