//! Must-haves rule out, whatever else speaks for an option; each says because of what, and the smallest change of an
//! answer that would let the option back in.

use super::{
    miss::{RuledOut, round_up},
    remedy::{Lever, Remedy, remedy},
    response_time,
};
use crate::{
    assessment::{Assessment, Shortage},
    availability::{
        By,
        expected::{Cause, Setting, expected_downtime},
        recovery,
    },
    billing::BilledService,
    options::Skill,
    questionnaire::{
        Answers, BackIn, ClosedSet, DataLoss, GitSkill, LocalWrites, Operator, QuestionId, Said, SiteKind, ZoneLoss,
        number,
    },
    simulation::{Rules, report::moment},
    units::{Count, Minutes, Ratio, Requests, Usd, text},
    workload::{Case, usual_visits},
};

/// What a step on a scale without a number counts for: as much as a limit that is raised by half. Convention.
const STEP: f64 = 1.5;

/// Share of page views made for one reader alone above which a site cannot be exported, and pages above which an export takes
/// longer than anybody waits. Conventions.
const MOST_PERSONAL: Ratio = Ratio::percent(2.0);
const MOST_EXPORTED: f64 = 10_000.0;

/// So many steps up a scale of choices, at least one.
fn steps<T: ClosedSet + PartialEq>(from: T, to: T) -> f64 {
    let place = |wanted: T| T::ALL.iter().position(|choice| *choice == wanted).unwrap_or_default();
    libm::pow(STEP, place(to).saturating_sub(place(from)).max(1) as f64)
}

/// All must-haves an option does not meet, in the order of the questions.
pub fn ruled_out(assessment: &Assessment, answers: &Answers) -> Vec<RuledOut> {
    [
        pins(assessment),
        capacity(assessment, answers),
        storage(assessment),
        git(assessment, answers),
        operator(assessment, answers),
        hours(assessment, answers),
        exported(assessment, answers),
        local_writes(assessment, answers),
        budget(assessment, answers),
        response_time::missed(assessment, answers),
        outage(assessment, answers),
        zone(assessment, answers),
        data_loss(assessment, answers),
        back_in(assessment, answers),
        sold_here(assessment, answers),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// A form that cannot follow a pin is no answer to what was asked.
fn pins(assessment: &Assessment) -> Option<RuledOut> {
    let (choice, value) = assessment.refused.first()?;
    let shown =
        choice.values().into_iter().find(|(token, _)| token == value).map_or(value.as_str(), |(_, label)| label);
    Some(RuledOut {
        because: format!("{shown} is pinned, and it cannot be built so"),
        source: "your pin",
        remedy: Remedy::released(*choice),
        fold: STEP,
    })
}

fn capacity(assessment: &Assessment, answers: &Answers) -> Option<RuledOut> {
    let headroom = assessment.week.outcome.headroom.value();
    if headroom >= 1.0 {
        return None;
    }
    let visits = answers.visits.or(usual_visits(answers.site));
    Some(RuledOut {
        because: format!(
            "it does not carry the expected peak: at the worst minute there is capacity for {} % of the requests{}",
            text::grouped(headroom * 100.0),
            assessment
                .week
                .outcome
                .dry_at
                .map_or_else(String::new, |at| format!("; CPU credits run dry on {}", moment(at.value())))
        ),
        source: "simulated week",
        remedy: fewer_visits(visits * (headroom * 0.9)),
        fold: 1.0 / (headroom * 0.9).max(1e-6),
    })
}

fn storage(assessment: &Assessment) -> Option<RuledOut> {
    let Shortage { disk, needed, media } = assessment.shortage?;
    let fewer = (media.value() * 0.9).floor();
    Some(RuledOut {
        because: format!(
            "its largest disk holds {} GB, and {} GB have to be kept a year from now",
            text::grouped(disk.value()),
            text::grouped(needed.value())
        ),
        source: "catalog of plans",
        remedy: remedy(
            QuestionId::Media,
            number::token(fewer),
            format!("if the media library had {} GB", text::grouped(fewer)),
        ),
        fold: needed / disk,
    })
}

/// So many visits a month at the most, in a number people say.
pub(crate) fn fewer_visits(visits: Requests) -> Remedy {
    let fewer = round_down(visits.value());
    remedy(QuestionId::Visits, number::token(fewer), format!("if there were {} visits a month", text::grouped(fewer)))
}

fn git(assessment: &Assessment, answers: &Answers) -> Option<RuledOut> {
    if assessment.hosting.skill != Skill::CloudAndPipeline || answers.git != GitSkill::No {
        return None;
    }
    Some(RuledOut {
        because: "it depends on Git and CI/CD, and your team does not use them".to_owned(),
        source: "your answer",
        remedy: remedy(QuestionId::Git, GitSkill::Learning.token(), "if you were willing to learn them"),
        fold: STEP,
    })
}

fn operator(assessment: &Assessment, answers: &Answers) -> Option<RuledOut> {
    if assessment.hosting.skill == Skill::OneServer || answers.operator != Operator::Nobody {
        return None;
    }
    Some(RuledOut {
        because: if assessment.architecture.spare_servers() > Count::ZERO {
            "several servers need somebody who operates them, and nobody does"
        } else {
            "what it is put together from needs somebody who operates it, and nobody does"
        }
        .to_owned(),
        source: "your answer",
        remedy: operated_by_agency(),
        fold: STEP,
    })
}

fn hours(assessment: &Assessment, answers: &Answers) -> Option<RuledOut> {
    let Said::Known(there) = answers.operator_hours else { return None };
    let needed = assessment.operations.low;
    if needed <= there {
        return None;
    }
    Some(RuledOut {
        because: format!("it takes at least {} hours a month, and there are {}", needed.value(), there.value()),
        source: assessment.operations.evidence,
        remedy: remedy(
            QuestionId::Hours,
            number::token(needed.value()),
            format!("if there were {} hours a month for it", needed.value()),
        ),
        fold: needed.value() / there.value().max(1.0),
    })
}

/// Exported pages are the same for every reader, and an export fetches them one by one.
fn exported(assessment: &Assessment, answers: &Answers) -> Option<RuledOut> {
    if !assessment.architecture.is_exported() {
        return None;
    }
    let personal = answers.uncacheable.or(Ratio::ZERO);
    let pages = assessment.pages.value();
    let (because, question) = match answers.site {
        SiteKind::Shop => {
            ("a shop has carts and accounts, and exported pages have no PHP".to_owned(), QuestionId::Site)
        }
        SiteKind::Membership => {
            ("members log in, and exported pages are the same for everybody".to_owned(), QuestionId::Site)
        }
        SiteKind::Brochure | SiteKind::Blog | SiteKind::News if personal > MOST_PERSONAL => (
            format!("{} % of page views are made for one reader alone", text::grouped(personal.as_percent())),
            QuestionId::Uncacheable,
        ),
        SiteKind::Brochure | SiteKind::Blog | SiteKind::News if pages > MOST_EXPORTED => {
            (format!("an export of {} pages, one by one, takes hours", text::grouped(pages)), QuestionId::Site)
        }
        SiteKind::Brochure | SiteKind::Blog | SiteKind::News => return None,
    };
    let source = "makers and users of export tools: nothing answers by PHP; over an hour for 10,000 pages";
    Some(RuledOut { because, source, remedy: Remedy::none(Lever::Question(question)), fold: STEP })
}

fn local_writes(assessment: &Assessment, answers: &Answers) -> Option<RuledOut> {
    if assessment.architecture.keeps_local_writes() || answers.local_writes != Said::Known(LocalWrites::Yes) {
        return None;
    }
    Some(RuledOut {
        because: "plugins write to the local disk, and what one server writes the others never see".to_owned(),
        source: "AWS whitepaper, Stateless Web Tier",
        remedy: remedy(
            QuestionId::LocalWrites,
            LocalWrites::No.token(),
            "if those plugins were replaced or kept their data in the database",
        ),
        fold: STEP,
    })
}

fn budget(assessment: &Assessment, answers: &Answers) -> Option<RuledOut> {
    let cap = answers.budget?;
    let cost = assessment.monthly(Case::Typical, answers.work);
    if cost <= cap {
        return None;
    }
    let enough = round_up(cost.value());
    Some(RuledOut {
        because: format!(
            "it costs {}{} a month, and the budget is {}",
            answers.amount(cost),
            assessment.bill(Case::Typical).more(),
            answers.amount(cap)
        ),
        source: "bill, typical case",
        remedy: remedy(
            QuestionId::Budget,
            number::token(enough),
            format!("if the budget were {} a month", answers.amount(Usd::new(enough))),
        ),
        fold: cost.value() / cap.value().max(1.0),
    })
}

fn outage(assessment: &Assessment, answers: &Answers) -> Option<RuledOut> {
    let limit = answers.max_outage?;
    let down = assessment.expected.typical;
    // What is missed for want of capacity is told there, and goes with it.
    let lacks_capacity = assessment.week.outcome.headroom < Ratio::ONE;
    let overload = if lacks_capacity { assessment.expected.by(Cause::Overload) } else { Minutes::ZERO };
    if down - overload <= limit {
        return None;
    }
    let (remedy, fold) = shorter(assessment, limit);
    Some(RuledOut {
        because: format!("it is expected to be down {down} a year, and {limit} is the limit"),
        source: "expected downtime: how often a year times how long, over all causes",
        remedy,
        fold,
    })
}

fn zone(assessment: &Assessment, answers: &Answers) -> Option<RuledOut> {
    if answers.zone_loss == ZoneLoss::May || assessment.recovery.zone.by() == By::Itself {
        return None;
    }
    Some(RuledOut {
        because: format!(
            "it does not survive the loss of an Availability Zone by itself: {}",
            assessment.recovery.zone.way
        ),
        source: "architecture",
        remedy: remedy(QuestionId::Zone, ZoneLoss::May.token(), "if a restore by hand were acceptable"),
        fold: STEP,
    })
}

fn data_loss(assessment: &Assessment, answers: &Answers) -> Option<RuledOut> {
    let point = assessment.recovery.point();
    if point <= answers.data_loss.limit() {
        return None;
    }
    let enough = DataLoss::ALL.iter().find(|choice| choice.limit() >= point).unwrap_or(&DataLoss::Day);
    Some(RuledOut {
        because: format!(
            "up to {point} of data may be lost, and {} is the limit",
            answers.data_loss.label().to_ascii_lowercase()
        ),
        source: "recovery point of its backups",
        remedy: remedy(
            QuestionId::Rpo,
            enough.token(),
            format!("if losing {} of data were acceptable", enough.label().to_ascii_lowercase()),
        ),
        fold: steps(answers.data_loss, *enough),
    })
}

fn back_in(assessment: &Assessment, answers: &Answers) -> Option<RuledOut> {
    let (time, [quickest, _]) = (assessment.recovery.time(), assessment.recovery.between());
    // Where the quickest hand would keep the limit, it is at risk and not missed.
    if quickest.min(time) <= answers.back_in.limit() {
        return None;
    }
    let (remedy, fold) = sooner(assessment, answers);
    Some(RuledOut {
        because: format!(
            "it takes {time} from the failure until it is back{}, and {} is the limit",
            if quickest < time { format!(", {quickest} at the quickest") } else { String::new() },
            answers.back_in.label()
        ),
        source: "recovery time with the people you have",
        remedy,
        fold,
    })
}

/// An option whose server nobody sells in the region cannot be built there. What only helps, a build service say, can stand
/// in another one.
fn sold_here(assessment: &Assessment, answers: &Answers) -> Option<RuledOut> {
    let missing =
        assessment.bill(Case::Typical).not_sold().find(|line| line.item.service() == BilledService::Lightsail)?;
    let elsewhere = missing.price.as_ref().err()?.elsewhere;
    Some(RuledOut {
        because: format!("{} is not sold in {}", missing.service(), answers.region.place()),
        source: "AWS price list",
        remedy: elsewhere.map_or_else(
            || Remedy::none(Lever::Question(QuestionId::Region)),
            |region| remedy(QuestionId::Region, region.code(), format!("if it could run in {}", region.place())),
        ),
        fold: STEP,
    })
}

/// What would keep the downtime within the limit: an agency where nobody comes today, or else a longer limit.
fn shorter(assessment: &Assessment, limit: Minutes) -> (Remedy, f64) {
    let today = &assessment.expected;
    let by_agency = expected_downtime(&Setting { operator: Operator::Agency, ..today.setting });
    if today.setting.operator == Operator::Nobody && by_agency.typical <= limit {
        return (operated_by_agency(), STEP);
    }
    let enough = round_up(today.typical.value());
    let text = format!("if {} a year were acceptable", Minutes::new(enough));
    (remedy(QuestionId::Outage, number::token(enough), text), today.typical.value() / limit.value().max(1.0))
}

/// What would make a restore by hand soon enough: an agency where nobody comes today, or else more time.
fn sooner(assessment: &Assessment, answers: &Answers) -> (Remedy, f64) {
    let by_agency = recovery(&assessment.architecture, &Rules::new(&answers.overrides, Operator::Agency));
    let [quickest, _] = by_agency.between();
    if answers.operator == Operator::Nobody && quickest <= answers.back_in.limit() {
        return (operated_by_agency(), STEP);
    }
    let time = assessment.recovery.time();
    let enough = BackIn::ALL.iter().find(|choice| choice.limit() >= time).unwrap_or(&BackIn::ThreeDays);
    let text = format!("if being back in {} were soon enough", enough.label());
    (remedy(QuestionId::Rto, enough.token(), text), steps(answers.back_in, *enough))
}

fn operated_by_agency() -> Remedy {
    remedy(QuestionId::Operator, Operator::Agency.token(), "if your agency or a freelancer operated it")
}

/// Down to the last number with two significant digits, at least the least a question takes.
fn round_down(value: f64) -> f64 {
    let step = libm::pow(10.0, libm::log10(value.max(10.0)).floor() - 1.0);
    ((value / step).floor() * step).max(100.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn limits_are_rounded_to_numbers_people_say() {
        assert_eq!(round_up(437.2), 440.0);
        assert_eq!(round_up(1_000.1), 1_100.0);
        assert_eq!(round_down(123_456.0), 120_000.0);
    }
}
