//! How sure the advice is, in words and for a spreadsheet.

use serde_json::{Value, json};

use crate::{
    advice::Advice,
    codec,
    decision::Standing,
    odds::{
        Band, Cell, Confidence, Kept, OptionOdds, Regions, Sureness, Turning, WeightChange, least_points_moved, percent,
    },
    questionnaire::{ClosedSet, Criterion, QuestionId},
    units::{Minutes, Usd, text},
};

/// For a terminal.
pub fn odds(confidence: &Confidence, turning: &Turning, advice: &Advice) -> String {
    let odds = &confidence.odds;
    let mut out = format!(
        "{} worlds, {} designs: what is uncertain drawn anew in each, 30 of 100 points anywhere\n\n",
        text::grouped(odds.worlds as f64),
        odds.options.len()
    );
    let name = |option: &OptionOdds| advice.option(option.id.0).map_or("", |standing| standing.assessment.hosting.name);
    let said = confidence.said(advice);
    let word = said.sureness.map_or_else(String::new, |sureness| format!("{}: ", text::capital(sureness.label())));
    let at_risk = said.at_risk.map(|at_risk| format!("At risk: {at_risk}"));
    let first = advice.recommended().map(|standing| standing.assessment.hosting.name.to_owned());
    for line in [first, at_risk, Some(format!("{word}{}", said.sure)), said.hangs_on].into_iter().flatten() {
        out.push_str(&format!("{line}\n"));
    }
    if odds.none_admitted > 0.0 {
        out.push_str(&format!("In {} of worlds nothing meets every must-have\n", percent(odds.none_admitted)));
    }
    out.push_str(&format!(
        "\n{:<46} {:>9} {:>9} {:>22} {:>24} {:>12}\n",
        "", "best", "must-haves", "a month, 10-90 %", "down a year, 10-90 %", "credits dry"
    ));
    for option in &odds.options {
        out.push_str(&format!(
            "{:<46} {:>9} {:>10} {:>22} {:>24} {:>12}\n",
            name(option),
            percent(option.acceptability.first()),
            percent(option.acceptability.admitted()),
            between(option.cost, |usd| Usd::new(usd).to_string()),
            between(option.downtime, |minutes| Minutes::new(minutes).to_string()),
            percent(option.dry)
        ));
        for (question, missed) in &option.missed {
            if Kept::of(*missed) != Kept::Met {
                out.push_str(&format!(
                    "  {}: {}, missed in {} of worlds\n",
                    question.question().label,
                    Kept::of(*missed).label(),
                    percent(*missed)
                ));
            }
        }
    }
    out.push_str("\nWhat would change the answer\n");
    for point in &turning.found {
        let overtakes = point.overtakes.and_then(|id| advice.option(id.0)).map_or_else(
            || "nothing meets every must-have".to_owned(),
            |standing| format!("{} overtakes", standing.assessment.hosting.name),
        );
        out.push_str(&format!(
            "- {}: {} (now {}): {overtakes}; {}\n",
            point.question.question().label,
            point.shown,
            point.now,
            point.because
        ));
    }
    if turning.found.is_empty() {
        out.push_str("- No answer changed up to a hundred times turns it\n");
    }
    out.push_str(&weights(advice));
    out.push_str("\nWhat the doubt about the first hangs on\n");
    for carried in confidence.carried.iter().take(5) {
        let open = carried.question.map_or("", |_| "; an answer would settle it");
        let [lower, upper] = carried.halves.map(percent);
        out.push_str(&format!(
            "- {}: {} of the variance; best in {lower} of worlds with the lower half, {upper} with the upper{open}\n",
            carried.name,
            percent(carried.share)
        ));
    }
    out
}

/// The rival that the fewest moved points bring level with the first, and which those are.
fn nearest_weights(advice: &Advice) -> Option<(&Standing, WeightChange<8>)> {
    let (first, others) = advice.standings.split_first()?;
    let values = |standing: &Standing| -> [f64; 8] {
        std::array::from_fn(|k| standing.score.contributions.get(k).map_or(0.0, |one| one.performance.value))
    };
    let client: [f64; 8] = std::array::from_fn(|k| advice.answers.weights.share(Criterion::ALL[k]));
    let rivals = others.iter().filter(|other| other.tier() == first.tier());
    let changes =
        rivals.filter_map(|rival| Some((rival, least_points_moved(&values(first), &values(rival), &client)?)));
    changes.min_by(|a, b| a.1.moved.total_cmp(&b.1.moved))
}

/// The fewest points that have to move for another to draw level.
fn weights(advice: &Advice) -> String {
    nearest_weights(advice).map_or_else(String::new, |(rival, change)| {
        let from = change.from.iter().map(|(giver, _)| Criterion::ALL[*giver].label().to_ascii_lowercase());
        format!(
            "- Priorities: {} of 100 points from {} to {}: {} draws level\n",
            text::significant(change.moved * 100.0, 2),
            from.collect::<Vec<_>>().join(" and "),
            Criterion::ALL[change.to].label().to_ascii_lowercase(),
            rival.assessment.hosting.name
        )
    })
}

fn between(band: Option<Band>, shown: impl Fn(f64) -> String) -> String {
    band.map_or_else(String::new, |band| format!("{} - {}", shown(band.p10), shown(band.p90)))
}

/// One line a design, for a spreadsheet: shares from 0 to 1, US dollars a month, minutes a year.
pub fn odds_csv(odds: &crate::odds::Odds, advice: &Advice) -> String {
    let mut out =
        "option,best,must_haves_met,usd_p10,usd_p50,usd_p90,downtime_p10,downtime_p50,downtime_p90,credits_dry,recommended\n"
            .to_owned();
    for option in &odds.options {
        let recommended = advice.recommended().is_some_and(|standing| standing.assessment.hosting.id == option.id);
        let band = |band: Option<Band>| {
            band.map_or_else(|| ",,".to_owned(), |band| format!("{:.2},{:.2},{:.2}", band.p10, band.p50, band.p90))
        };
        out.push_str(&format!(
            "{},{:.4},{:.4},{},{},{:.4},{}\n",
            option.id.0,
            option.acceptability.first(),
            option.acceptability.admitted(),
            band(option.cost),
            band(option.downtime),
            option.dry,
            if recommended { "yes" } else { "no" }
        ));
    }
    out
}

/// Who wins where, for a spreadsheet: the answers of one question across, those of the other downwards.
pub fn regions_csv(regions: &Regions) -> String {
    let cell = |cell: &Cell| match cell {
        Cell::Open => "",
        Cell::None => "none",
        Cell::Best(id) => id.0,
    };
    let Regions { across, upwards, cells } = regions;
    let answers = across.values.iter().map(|(answer, _)| format!(",{answer}")).collect::<String>();
    let mut out = format!("{} \\ {}{answers}\n", upwards.question, across.question);
    for ((answer, _), row) in upwards.values.iter().zip(cells) {
        out.push_str(&format!("{answer}{}\n", row.iter().map(|one| format!(",{}", cell(one))).collect::<String>()));
    }
    out
}

/// Odds, bands and turning points for scripts: shares from 0 to 1, US dollars a month, minutes a year.
pub fn odds_json(confidence: &Confidence, turning: &Turning, advice: &Advice) -> String {
    let mut value = odds_value(confidence, turning, advice);
    value["version"] = json!(1);
    value["recommended"] = json!(advice.recommended().map(|standing| standing.assessment.hosting.id.0));
    codec::pretty(&value)
}

/// The same as a part of a larger document.
pub(super) fn odds_value(confidence: &Confidence, turning: &Turning, advice: &Advice) -> Value {
    let band = |band: Option<Band>| band.map(|band| json!({ "p10": band.p10, "p50": band.p50, "p90": band.p90 }));
    let weights = |central: Option<[f64; 8]>| {
        let central = central?;
        let named = Criterion::ALL.iter().zip(central).map(|(one, weight)| (one.token().to_owned(), json!(weight)));
        Some(named.collect::<serde_json::Map<_, _>>())
    };
    let options = confidence.odds.options.iter().map(|option| {
        let missed =
            option.missed.iter().map(|(question, share)| json!({ "question": question.token(), "share": share }));
        json!({
            "id": option.id.0,
            "best": option.acceptability.first(),
            "ranks": option.acceptability.ranks,
            "must_haves_met": option.acceptability.admitted(),
            "missed": missed.collect::<Vec<_>>(),
            "central_weights": weights(option.acceptability.central_weights),
            "confidence_factor": option.acceptability.confidence,
            "usd_a_month": band(option.cost),
            "downtime_minutes_a_year": band(option.downtime),
            "credits_dry": option.dry,
            "outgrown": option.outgrown,
        })
    });
    let said = confidence.said(advice);
    json!({
        "worlds": confidence.odds.worlds,
        "sureness": said.sureness.map(Sureness::label),
        "nothing_fits": confidence.odds.none_admitted,
        "next_question": said.question.map(QuestionId::token),
        "options": options.collect::<Vec<_>>(),
        "doubt": confidence.carried.iter().map(|one| json!({
            "name": one.name,
            "question": one.question.map(QuestionId::token),
            "first_order": one.share,
            "best_in_halves": one.halves,
        })).collect::<Vec<_>>(),
        "turning_points": turning.found.iter().map(|point| json!({
            "question": point.question.token(),
            "answer": point.answer,
            "overtakes": point.overtakes.map(|id| id.0),
            "because": point.because,
        })).collect::<Vec<_>>(),
        "fewest_points": nearest_weights(advice).map(|(rival, change)| json!({
            "points": change.moved * 100.0,
            "from": change.from.iter().map(|(giver, _)| Criterion::ALL[*giver].token()).collect::<Vec<_>>(),
            "to": Criterion::ALL[change.to].token(),
            "draws_level": rival.assessment.hosting.id.0,
        })),
    })
}
