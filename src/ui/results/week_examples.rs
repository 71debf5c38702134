use yew::prelude::*;

use crate::{
    architecture::{EfsThroughput, Webroot},
    options::{CONSULTANT_T2, CONSULTANT_WHEN},
    simulation::{
        CatSite, cat_site,
        two_servers::{Sees, Server, Writing, two_servers},
    },
    ui::markup::{row, tag, together},
    units::text,
};

/// How many requests of the thought experiment are told.
const REQUESTS: usize = 4;

/// The two examples of the founding articles: what averages hide, and what a second server brings.
pub(super) fn week_examples(cat_chart: Html) -> Html {
    tag("details")
        .class("more week-examples")
        .add(tag("summary").add("Why this matters: two examples"))
        .add(credits(&cat_site(), cat_chart))
        .add(servers())
        .html()
}

fn credits(site: &CatSite, chart: Html) -> Html {
    let left = site.hours.iter().map(|hour| hour.left.value());
    let balances: Vec<String> = std::iter::once(site.start.value())
        .chain(left)
        .map(|left| if left > 0.0 { text::grouped(left) } else { "dry".to_owned() })
        .collect();
    let told = |minutes: crate::units::Minutes| text::trimmed(minutes.value(), 1);
    together((
        tag("h3").add("Credits that last five hours and not six"),
        tag("p").add(
            "A t2.micro earns six CPU credits an hour, holds 144 at the most, and spends one for each minute at 100 %. \
             A website about cats on it, hour by hour:",
        ),
        tag("p").class("week-balances").add(balances.join(" → ")),
        chart,
        tag("p").add(format!(
            "Why {} minutes and not about {}: 39 credits are left, and a minute at 100 % spends one but earns a tenth of one, \
             so they last 39 ÷ 0.9 minutes. The article does not count what is earned meanwhile. Nor does AWS stop at zero as at \
             a cliff: it lowers the CPU as credits end. Over a quarter of an hour, which is our assumption, that is from minute {} \
             to minute {}.",
            told(site.dry_after),
            text::grouped(site.article.value()),
            told(site.lowering_from),
            told(site.lowered_after),
        )),
        source(CONSULTANT_T2),
    ))
}

fn servers() -> Html {
    let each = two_servers(Webroot::Local, Writing::Allowed, REQUESTS);
    let shared = two_servers(Webroot::Efs(EfsThroughput::Elastic), Writing::Allowed, REQUESTS);
    let fixed = two_servers(Webroot::Local, Writing::Forbidden, REQUESTS);
    let requests = each.iter().zip(&shared).zip(&fixed).enumerate();
    let heads =
        ["Request", "Server", "Each with files of its own", "A webroot both share", "Files from an image or Git"];
    together((
        tag("h3").add("A theme installed on one of two servers"),
        tag("p").add(
            "A thought experiment: two web servers behind a load balancer, with one database. The administrator installs a \
             theme, and the load balancer happens to send that to server A. The theme\u{2019}s files are written there; that it is \
             active is written into the database of both. Four readers come, turn by turn:",
        ),
        tag("div").class("scroller").set("role", "region").set("aria-label", "Two servers").set("tabindex", "0").add(
            tag("table")
                .add(tag("thead").add(tag("tr").all(heads.map(|head| tag("th").set("scope", "col").add(head)))))
                .add(tag("tbody").all(requests.map(|(i, ((each, shared), fixed))| {
                    tag("tr")
                        .add(tag("th").set("scope", "row").add(text::grouped(i as f64 + 1.0)))
                        .add(tag("td").add(match each.server {
                            Server::A => "A",
                            Server::B => "B",
                        }))
                        .add(row([each, shared, fixed].map(|visit| seen(visit.sees))))
                }))),
        ),
        tag("p").add(
            "Every other request meets the wrong server. It is no simulation and needs none: where servers have files of their \
             own, whatever wp-admin writes is on one of them. A shared webroot pays for agreement with the time of each file \
             operation; files from an image or Git refuse the theme, which then comes with the next deployment, to all servers.",
        ),
        source(CONSULTANT_WHEN),
    ))
}

fn seen(sees: Sees) -> Html {
    let (class, words) = match sees {
        Sees::NewTheme => ("", "New theme"),
        Sees::OldTheme => ("", "Old theme"),
        Sees::Broken => ("bad", "Broken page"),
    };
    tag("td").class(class).add(words).html()
}

fn source(source: &'static str) -> Html {
    tag("p").class("quiet").add(format!("Source: {source}.")).html()
}
