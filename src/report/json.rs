//! Advice as JSON, for scripts. Numbers are plain numbers in the unit named beside them; amounts are in `currency`, the
//! reader's where a rate was given, as in the sentences beside them.

use serde_json::{Value, json};

use super::{facts, odds::odds_value};
use crate::{
    advice::{Advice, Finding, Holds, assumed},
    availability::expected::{Setting, Share, Timing},
    billing::{CostKind, CostLine},
    catalog::Region,
    choices::ChoiceId,
    codec::{self, float},
    decision::{Chance, Contribution, Standing},
    odds::{Confidence, Turning},
    options::Side,
    questionnaire::{Answers, ClosedSet, Criterion, ParameterId, WorkInTotal},
    search::{Searched, Today},
    units::{Usd, text},
    workload::{Assumption, Case},
};

/// All of it, pretty-printed.
pub fn json(advice: &Advice) -> String {
    codec::pretty(&value(advice))
}

/// The same with the odds in it: how sure it is, bands, and what would change it.
pub fn json_with_odds(advice: &Advice, confidence: &Confidence, turning: &Turning) -> String {
    let mut value = value(advice);
    value["odds"] = odds_value(confidence, turning, advice);
    codec::pretty(&value)
}

fn value(advice: &Advice) -> Value {
    let recommended = advice.recommended().map(|standing| standing.assessment.hosting.id.0);
    json!({
        "version": 1,
        "catalog": advice.catalog.version(),
        "currency": advice.answers.shown_in().code(),
        "units_a_dollar": advice.answers.exchange.value(),
        "own_figures": advice.answers.overrides.iter().map(|(id, value)| json!({ "id": id, "value": float(value) })).collect::<Vec<_>>(),
        "recommended": recommended,
        "verdict": advice.headline.verdict,
        "reason": advice.headline.reason,
        "options": advice.standings.iter().map(|standing| option(standing, advice)).collect::<Vec<_>>(),
        "pins": pins(advice),
        "reference": advice.reference.as_ref().map(|standing| option(standing, advice)),
        "today": advice.today.as_ref().map(|today| self::today(today, advice)),
        "findings": advice.findings.iter().map(finding).collect::<Vec<_>>(),
        "checklist": advice.checklist.iter().map(|point| json!({
            "says": point.says,
            "holds": point.holds == Holds::Yes,
            "because": point.because,
        })).collect::<Vec<_>>(),
        "assumptions": advice.assumptions().iter().map(assumption).collect::<Vec<_>>(),
    })
}

fn today(today: &Today, advice: &Advice) -> Value {
    let money = |usd: Usd| cents(usd.value() * advice.answers.exchange.value());
    let to = |standing: &Standing| {
        let moved = today.to(standing, &advice.answers);
        json!({
            "to": standing.assessment.hosting.id.0,
            "saves_a_month": money(moved.saves),
            "hours": moved.hours.value(),
            "cost_of_hours": money(moved.costs),
            "pays_after_months": moved.pays_after.map(|months| round(months, 1)),
        })
    };
    json!({
        "paid_a_month": money(today.paid),
        "paid_is_list_price": !today.is_said,
        "freeze_minutes": round(today.freeze.value(), 0),
        "moves": advice.standings.iter().map(to).collect::<Vec<_>>(),
        "option": option(&today.standing, advice),
    })
}

fn option(standing: &Standing, advice: &Advice) -> Value {
    let assessment = &standing.assessment;
    let answers = &advice.answers;
    let money = |usd: Usd| cents(usd.value() * answers.exchange.value());
    let cost = |case| money(assessment.monthly(case, answers.work));
    let bill = assessment.bill(Case::Typical);
    let time = assessment.over_time(answers);
    json!({
        "id": assessment.hosting.id.0,
        "name": assessment.hosting.name,
        "verdict": standing.verdict.token(),
        "design": design(standing),
        "sizes": assessment.sizes.told(),
        "search": advice.searched(assessment.hosting.id).map(|searched| search(searched, advice)),
        "reasons": reasons(standing, advice),
        "at_risk": standing.at_risk.iter().map(|risk| {
            let of = match risk.chance {
                Chance::AYear(_) => "chance_a_year",
                Chance::Always(_) => "chance",
            };
            json!({ "text": risk.because, "source": risk.source, of: round(risk.chance.value(), 4) })
        }).collect::<Vec<_>>(),
        "response_seconds": {
            "p95": round(assessment.response.value(), 3),
            "of_which_the_site": round(assessment.own_response.value(), 3),
        },
        "score": round(standing.score.total.value(), 1),
        "criteria": standing.score.contributions.iter().map(|part| json!({
            "id": part.criterion.token(),
            "raw": round(part.performance.raw * rate_of(part, answers), 4),
            "unit": part.performance.unit.replace("USD", answers.shown_in().code()),
            "shown": part.performance.shown,
            "value": round(part.performance.value, 4),
            "weight": round(part.weight.value(), 2),
            "points": round(part.points.value(), 2),
        })).collect::<Vec<_>>(),
        "monthly_cost": {
            "currency": answers.shown_in().code(),
            "includes_work": answers.work == WorkInTotal::Counted,
            "low": cost(Case::Low),
            "typical": cost(Case::Typical),
            "high": cost(Case::High),
            "not_priced": bill.not_priced().count(),
            "tax": facts::tax(standing, advice).map(|(_, amount)| money(amount)),
        },
        "over_time": {
            "year": money(time.year),
            "setup_once": money(time.setup),
            "three_years": money(time.three_years),
        },
        "commitment": bill.committable().map(|month| json!({
            "months": month.term.months().value(),
            "on_demand": money(month.on_demand),
            "committed": money(month.committed),
            "pays_after_months": round(month.pays_after().value(), 1),
        })),
        "bill": bill.lines.iter().map(|one| line(one, answers)).collect::<Vec<_>>(),
        "availability": {
            "percent": round(assessment.expected.availability().as_percent(), 4),
            "downtime_minutes_a_year": round(assessment.expected.typical.value(), 1),
            "low_minutes_a_year": round(assessment.expected.low.value(), 1),
            "high_minutes_a_year": round(assessment.expected.high.value(), 1),
            "planned_minutes_a_year": round(assessment.expected.planned.value(), 1),
            "chance_of_a_year_over_the_limit": standing.over_limit.map(|chance| round(chance, 4)),
            "causes": assessment.expected.causes.iter().map(|share| cause(share, &assessment.expected.setting)).collect::<Vec<_>>(),
            "component_slas": {
                "percent": round(assessment.component_slas.availability.as_percent(), 4),
                "downtime_minutes_a_year": round(assessment.component_slas.downtime.value(), 1),
            },
            "single_points_of_failure": assessment.single_points.iter().map(|point| json!({
                "component": point.component.0,
                "name": point.name,
                "why": point.why,
            })).collect::<Vec<_>>(),
        },
        "recovery": {
            "rto_minutes": round(assessment.recovery.time().value(), 1),
            "rto_minutes_between": assessment.recovery.between().map(|minutes| round(minutes.value(), 1)),
            "rpo_minutes": round(assessment.recovery.point().value(), 1),
            "server_lost": assessment.recovery.server.way.to_string(),
            "zone_lost": assessment.recovery.zone.way.to_string(),
            "data_spoiled": assessment.recovery.spoiled.way.to_string(),
        },
        "week": {
            "headroom": round(assessment.week.outcome.headroom.value(), 3),
            "slow_minutes": round(assessment.week.outcome.slow_minutes.value(), 1),
            "failed_requests": round(assessment.week.outcome.failed.value(), 1),
        },
        "sizing": assessment.architecture.sizing,
        "assumptions": assumed(standing, advice).iter().map(|one| json!({
            "id": one.id.map(ParameterId::token),
            "text": one.text,
            "source": one.source,
        })).collect::<Vec<_>>(),
    })
}

/// What a plain number is multiplied by: the rate of exchange where it is an amount.
fn rate_of(part: &Contribution, answers: &Answers) -> f64 {
    if part.criterion == Criterion::Cost { answers.exchange.value() } else { 1.0 }
}

fn pins(advice: &Advice) -> Value {
    Value::Object(advice.answers.pins.iter().map(|(choice, value)| (choice.to_string(), value.into())).collect())
}

/// What was decided, choice by choice: only what the form has.
fn design(standing: &Standing) -> Value {
    let assessment = &standing.assessment;
    let space = &assessment.hosting.space;
    let has = |choice: &&ChoiceId| !space.tokens(**choice).is_empty();
    let mut decided: serde_json::Map<String, Value> = (ChoiceId::ALL.iter().filter(has))
        .filter_map(|choice| Some((choice.to_string(), assessment.design.value(*choice)?.0.into())))
        .collect();
    let sizes = &assessment.sizes;
    decided.insert(ChoiceId::Machine.to_string(), sizes.sku.as_str().into());
    decided.insert(ChoiceId::Servers.to_string(), round(sizes.fleet.min().value(), 0));
    if let Some(database) = &sizes.database {
        decided.insert(ChoiceId::Class.to_string(), database.name.as_str().into());
    }
    Value::Object(decided)
}

/// How many designs there were, and the next best value of each open choice.
fn search(searched: &Searched, advice: &Advice) -> Value {
    let (counts, answers) = (searched.counts, &advice.answers);
    json!({
        "considered": counts.considered,
        "examined": counts.examined,
        "weeks": counts.weeks,
        "struck_out_by_must_haves": counts.by_must_haves,
        "struck_out_by_points": counts.by_points,
        "runner_ups": advice.runner_ups(searched.option).iter().map(|other| json!({
            "choice": other.choice.token(),
            "value": other.token,
            "text": other.told(answers),
            "monthly": cents(other.costs.value() * answers.exchange.value()),
            "points": round(other.points.value(), 2),
            "downtime_minutes_a_year": round(other.down.value(), 1),
            "misses": other.misses,
        })).collect::<Vec<_>>(),
    })
}

/// Why an option stands where it does: what rules it out, or else what speaks for and against it here.
fn reasons(standing: &Standing, advice: &Advice) -> Vec<Value> {
    if !standing.ruled_out.is_empty() {
        return standing
            .ruled_out
            .iter()
            .map(|ruled| {
                json!({
                    "text": ruled.because,
                    "source": ruled.source,
                    "smallest_change": ruled.remedy.exists().then(|| json!({
                        "question": ruled.remedy.lever.key(),
                        "answer": ruled.remedy.token,
                        "text": ruled.remedy.text,
                    })),
                })
            })
            .collect();
    }
    advice
        .arguments(standing)
        .map(|argument| {
            json!({
                "text": argument.text,
                "source": argument.source,
                "side": match argument.side { Side::For => "for", Side::Against => "against" },
            })
        })
        .collect()
}

fn cause(share: &Share, setting: &Setting) -> Value {
    json!({
        "name": share.cause.label(),
        "planned": share.cause.timing() == Timing::Planned,
        "times_a_year": round(share.rate, 4),
        "minutes_each": round(share.each().value(), 2),
        "minutes_a_year": round(share.downtime.value(), 2),
        "shortened_by": share.cause.shortened_by(setting),
        "source": share.cause.source(),
    })
}

fn line(line: &CostLine, answers: &Answers) -> Value {
    let exchange = answers.exchange.value();
    let mut value = json!({
        "service": line.service(),
        "name": line.name,
        "section": match line.kind { CostKind::Infrastructure => "infrastructure", CostKind::Work => "work" },
        "quantity": round(line.quantity.value(), 4),
        "unit": line.unit(),
        "note": line.note,
    });
    let more = match &line.price {
        Ok(price) => json!({
            "unit_price": float(price.usd.value() * exchange),
            "monthly": cents(line.monthly().map_or(0.0, |usd| usd.value() * exchange)),
            "source": price.source.as_str(),
            "region": price.region.map(Region::code),
            "page": price.page,
            "copy": price.copy,
            "as_of": price.as_of.as_str(),
            "confidence": price.confidence.label(),
            "sku": line.item.sku(),
        }),
        Err(missing) => json!({ "not_priced": missing.to_string(), "sku": line.item.sku() }),
    };
    if let (Some(all), Value::Object(more)) = (value.as_object_mut(), more) {
        all.extend(more);
    }
    value
}

fn finding(finding: &Finding) -> Value {
    json!({
        "rule": finding.rule,
        "severity": finding.severity.word(),
        "title": finding.title,
        "detail": finding.detail,
        "remedy": finding.remedy,
        "source": finding.source,
        "views": finding.views.iter().map(|view| json!({ "who": view.who, "says": view.says, "here": view.here })).collect::<Vec<_>>(),
    })
}

fn assumption(assumption: &Assumption) -> Value {
    let [low, typical, high] = assumption.used;
    json!({
        "id": assumption.parameter.id.token(),
        "name": assumption.parameter.name,
        "unit": assumption.parameter.unit,
        "low": round(low, 5),
        "typical": round(typical, 5),
        "high": round(high, 5),
        "evidence": assumption.evidence(),
        "confidence": assumption.parameter.confidence.label(),
        "whose": assumption.whose.label(),
    })
}

fn cents(value: f64) -> Value {
    round(value, 2)
}

/// As many decimals as are worth showing; text first, so that every platform rounds alike.
fn round(value: f64, decimals: usize) -> Value {
    float(text::trimmed(value, decimals).parse().unwrap_or(value))
}
