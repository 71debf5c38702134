use yew::prelude::*;

use super::{data_table::data_table, week_chart::WeekChart};
use crate::{
    architecture::{EfsThroughput, Webroot},
    charts::{self, Table},
    options::{CONSULTANT_T2, CONSULTANT_WHEN},
    session::Appearance,
    simulation::{
        CatSite, cat_site,
        two_servers::{Sees, Server, Writing, two_servers},
    },
    units::text,
};

/// How many requests of the thought experiment are told.
const REQUESTS: usize = 4;

#[derive(Properties, PartialEq)]
pub(super) struct WeekExamplesProps {
    pub appearance: Appearance,
}

/// The two examples of the founding articles: what averages hide, and what a second server brings.
#[component]
pub(super) fn WeekExamples(WeekExamplesProps { appearance }: &WeekExamplesProps) -> Html {
    let site = use_memo((), |()| cat_site());
    let figure = use_memo((), |()| charts::cat_site(&site));
    html! {
        <details class="more week-examples">
            <summary>{"Why this matters: two examples"}</summary>
            {credits(&site, html! { <WeekChart {figure} appearance={*appearance} /> })}
            {servers()}
        </details>
    }
}

fn credits(site: &CatSite, chart: Html) -> Html {
    let left = site.hours.iter().map(|hour| hour.left.value());
    let balances: Vec<String> = std::iter::once(site.start.value())
        .chain(left)
        .map(|left| if left > 0.0 { text::grouped(left) } else { "dry".to_owned() })
        .collect();
    let why = format!(
        "Why {} minutes and not about {}: 39 credits are left, and a minute at 100 % spends one but earns a tenth of one, \
         which the article does not count; so they last 39 ÷ 0.9 minutes. Nor does AWS stop at zero as at a cliff: that it \
         lowers the CPU over a quarter of an hour is our assumption.",
        text::trimmed(site.dry_after.value(), 1),
        text::grouped(site.article.value()),
    );
    html! {
        <>
            <h3>{"Credits that last five hours and not six"}</h3>
            <p>
                {"A t2.micro earns six CPU credits an hour, holds 144 at the most, and spends one for each minute at 100 %. A \
                  website about cats on it, hour by hour:"}
            </p>
            <p class="week-balances">{balances.join(" → ")}</p>
            {chart}
            <p>{why}</p>
            {source(CONSULTANT_T2)}
        </>
    }
}

fn servers() -> Html {
    html! {
        <>
            <h3>{"A theme installed on one of two servers"}</h3>
            <p>
                {"A thought experiment: two web servers behind a load balancer, with one database. The administrator \
                  installs a theme, and the load balancer happens to send that to server A. The theme\u{2019}s files are \
                  written there; that it is active is written into the database of both. Four readers come, turn by turn:"}
            </p>
            {data_table("Two servers", "scroller", &turns())}
            <p>
                {"Every other request meets the wrong server. A shared webroot pays for agreement with the time of each file \
                  operation; files from an image or Git refuse the theme, which then comes with the next deployment, to all \
                  servers."}
            </p>
            {source(CONSULTANT_WHEN)}
        </>
    }
}

/// What each reader sees, by where the servers have their files from.
fn turns() -> Table {
    let ways = [
        (Webroot::Local, Writing::Allowed),
        (Webroot::Efs(EfsThroughput::Elastic), Writing::Allowed),
        (Webroot::Local, Writing::Forbidden),
    ]
    .map(|(webroot, writing)| two_servers(webroot, writing, REQUESTS));
    let turn = |i: usize| {
        let visits = ways.iter().filter_map(|visits| visits.get(i));
        let server = visits.clone().next().map_or("", |visit| match visit.server {
            Server::A => "server A",
            Server::B => "server B",
        });
        let seen = visits.map(|visit| match visit.sees {
            Sees::NewTheme => "New theme",
            Sees::OldTheme => "Old theme",
            Sees::Broken => "Broken page",
        });
        std::iter::once(format!("{}, {server}", i + 1)).chain(seen.map(str::to_owned)).collect()
    };
    Table {
        columns: ["Reader", "Each with files of its own", "A webroot both share", "Files from an image or Git"]
            .map(str::to_owned)
            .to_vec(),
        rows: (0..REQUESTS).map(turn).collect(),
    }
}

fn source(source: &'static str) -> Html {
    html! { <p class="quiet">{"Source: "}{source}{"."}</p> }
}
