use std::rc::Rc;

use yew::prelude::*;

use super::chart_figure::ChartFigure;
use crate::{
    background::{Ask, Told},
    charts::{Chart, OutlookChart},
    odds::{MONTHS, OptionOutlook, Outlook},
    ui::{
        advice::Advised,
        background::use_told,
        parts::{panel::panel, scroller::scroller},
    },
    units::{Usd, text},
};

#[derive(Properties, PartialEq)]
pub(super) struct OutlookPanelProps {
    pub advised: Advised,
}

/// The next three years of all options: what they cost, when they need a larger size, and when another comes first.
#[component]
pub(super) fn OutlookPanel(OutlookPanelProps { advised }: &OutlookPanelProps) -> Html {
    let told = use_told(Ask::Outlook, advised);
    let content = match told.as_deref() {
        Some(Told::Outlook(outlook, done)) if !outlook.options.is_empty() => {
            let chart = Rc::new(Chart::Outlook(OutlookChart::new(outlook, advised)));
            html! {
                <>
                    <p>{moves(outlook, advised, *done)}</p>
                    <ChartFigure {chart} file="groundplan-36-months" />
                    {table(outlook, advised)}
                    <p class="quiet">
                        {"Visits grow "}{text::trimmed(outlook.growth * 100.0, 1)}{" % a year, evenly; uploads month by month; prices stay. "}
                        {"A larger size is taken in the month the old one carries its busiest minutes no more. "}
                        {"Committed: servers and databases reserved for as long as your answer says, or for a year."}
                    </p>
                </>
            }
        }
        Some(Told::Odds(..) | Told::TurningPoints(..) | Told::Outlook(..) | Told::Regions(..)) | None => {
            html! { <p class="quiet">{"Living through the next 36 months …"}</p> }
        }
    };
    panel("outlook-title", "The next 36 months", content)
}

fn moves(outlook: &Outlook, advised: &Advised, done: f64) -> String {
    let name = |id: &str| advised.option(id).map_or("", |standing| standing.assessment.hosting.name);
    if done < 1.0 {
        return "Looking for the month in which another option comes first …".to_owned();
    }
    if outlook.growth <= 0.0 {
        return "Traffic does not grow, so nothing moves.".to_owned();
    }
    let mut said: Vec<String> = outlook
        .moves
        .iter()
        .map(|one| match one.to {
            Some(to) => format!(
                "From month {} on {} comes first; setting it up takes about {} hours.",
                one.month,
                name(to.0),
                text::trimmed(one.hours, 0)
            ),
            None => format!("From month {} on nothing meets every must-have.", one.month),
        })
        .collect();
    if said.is_empty() {
        said.push("What is recommended today is recommended in three years as well.".to_owned());
    }
    said.join(" ")
}

fn table(outlook: &Outlook, advised: &Advised) -> Html {
    let content = html! {
        <table class="odds-table">
            <thead>
                <tr>
                    <th scope="col">{"Option"}</th>
                    <th scope="col">{"Today, a month"}</th>
                    <th scope="col">{"In 36 months"}</th>
                    <th scope="col">{"All 36 months"}</th>
                    <th scope="col">{"Committed"}</th>
                    <th scope="col">{"On the way"}</th>
                </tr>
            </thead>
            <tbody>
                for option in &outlook.options {
                    {row(option, advised)}
                }
            </tbody>
        </table>
    };
    scroller("The next 36 months of all options", "scroller", content)
}

fn row(option: &OptionOutlook, advised: &Advised) -> Html {
    let Some(standing) = advised.option(option.id.0) else { return Html::default() };
    let money = |usd: f64| advised.answers.amount(Usd::new(usd));
    let (today, last) = (option.months.first(), option.months.last());
    html! {
        <tr key={option.id.0}>
            <th scope="row">{standing.assessment.hosting.name}</th>
            <td>{today.map(|month| money(month.usd))}</td>
            <td>{last.map(|month| money(month.usd))}</td>
            <td><strong>{money(option.total())}</strong></td>
            <td>{option.total_committed().map_or_else(|| "nothing to commit to".to_owned(), money)}</td>
            <td>{on_the_way(option, money)}</td>
        </tr>
    }
}

/// What happens to an option within three years, in the order of the months.
fn on_the_way(option: &OptionOutlook, money: impl Fn(f64) -> String) -> Html {
    let mut told: Vec<(u32, String)> = option
        .upsizings
        .iter()
        .map(|one| (one.month, format!("Month {}: {}, {} a month more", one.month, one.size, money(one.more))))
        .collect();
    if let Some(month) = option.outgrown {
        told.push((month, format!("Month {month}: it carries no more, whatever its size")));
    }
    if let Some((month, question)) = option.breaks() {
        let asked = question.question().label.trim_end_matches('?');
        told.push((month, format!("Month {month}: it misses “{asked}”")));
    }
    told.sort_by_key(|(month, _)| *month);
    if told.is_empty() {
        return html! { {format!("Its size lasts {MONTHS} months")} };
    }
    told.into_iter().map(|(_, text)| html! { <small>{text}</small> }).collect()
}
