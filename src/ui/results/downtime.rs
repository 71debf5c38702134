use yew::prelude::*;

use crate::{
    availability::expected::{ExpectedDowntime, Setting, Share},
    decision::Standing,
    options::OptionId,
    report::facts,
    ui::{
        advice::Advised,
        parts::{cite::cite, panel::panel, scroller::scroller},
    },
    units::text,
};

/// What the parts of the bar are drawn as: the three largest causes, and all others.
const CLASSES: [&str; 4] = ["first", "second", "third", "others"];

#[derive(Properties, PartialEq)]
pub(super) struct DowntimePanelProps {
    pub advised: Advised,
    pub looked_at: Option<OptionId>,
}

/// How long the option looked at is expected to be down in a year, by what, and what its component SLAs come to.
#[component]
pub(super) fn DowntimePanel(DowntimePanelProps { advised, looked_at }: &DowntimePanelProps) -> Html {
    let Some(standing) = advised.looked_at(*looked_at) else { return Html::default() };
    let content = downtime(standing, advised);
    panel("downtime-title", format!("Expected downtime: {}", standing.assessment.hosting.name), content)
}

/// The same without its heading.
pub(super) fn downtime(standing: &Standing, advised: &Advised) -> Html {
    let expected = &standing.assessment.expected;
    html! {
        <div class="downtime">
            <p>
                <strong>{expected.typical.to_string()}{" a year"}</strong>{", "}{expected.range()}{"."}
                if let Some(over) = facts::over_limit(standing, &advised.answers) {
                    {" "}{text::sentence(&over)}
                }
            </p>
            {stacked_bar(expected)}
            {legend(expected)}
            <p>
                {"Component SLAs: "}{facts::component_slas(standing)}{". "}
                {"They are thresholds for refunds, not forecasts."}
            </p>
            <details class="more">
                <summary>{"All causes: how often, how long, and what would shorten them"}</summary>
                {causes(expected, standing.assessment.hosting.name)}
            </details>
        </div>
    }
}

/// The shares of the three largest causes and of all others; the list below says the same.
fn stacked_bar(expected: &ExpectedDowntime) -> Html {
    let mut from = 0.0;
    let parts = minutes(expected).map(|minutes| {
        let width = minutes / expected.typical.value() * 100.0;
        let x = from;
        from += width;
        (x, width)
    });
    html! {
        <svg class="stacked-bar" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
            for ((x, width), class) in parts.into_iter().zip(CLASSES) {
                <rect {class} x={format!("{x:.2}")} width={format!("{width:.2}")} height="8" />
            }
        </svg>
    }
}

/// Minutes a year of the three largest causes and of all others.
fn minutes(expected: &ExpectedDowntime) -> [f64; 4] {
    let of = |place: usize| expected.largest().get(place).map_or(0.0, |share| share.downtime.value());
    let named = [of(0), of(1), of(2)];
    let [first, second, third] = named;
    [first, second, third, (expected.typical.value() - named.iter().sum::<f64>()).max(0.0)]
}

fn legend(expected: &ExpectedDowntime) -> Html {
    let [.., others] = minutes(expected);
    html! {
        <ol class="stacked-legend">
            for (share, class) in expected.largest().iter().zip(CLASSES) {
                <li {class}>
                    {text::capital(share.cause.label())}{": "}{share.to_string()}
                    <small>{"Shortened by "}{share.cause.shortened_by(&expected.setting)}{"."}</small>
                </li>
            }
            <li class="others">{"All others: "}{text::duration(others)}{" a year"}</li>
        </ol>
    }
}

fn causes(expected: &ExpectedDowntime, name: &str) -> Html {
    let content = html! {
            <table class="causes">
                <thead>
                    <tr>
                        for title in ["Cause", "Times a year", "Each", "A year", "Shortened by", "Source"] {
                            <th scope="col">{title}</th>
                        }
                    </tr>
                </thead>
                <tbody>
                    for share in &expected.causes {
                        {cause(share, &expected.setting)}
                    }
                </tbody>
            </table>
    };
    scroller(format!("Causes of downtime: {name}"), "scroller", content)
}

fn cause(share: &Share, setting: &Setting) -> Html {
    html! {
        <tr>
            <th scope="row">{text::capital(share.cause.label())}</th>
            <td>{text::significant(share.rate, 2)}</td>
            <td>{share.each().to_string()}</td>
            <td>{share.downtime.to_string()}</td>
            <td>{share.cause.shortened_by(setting)}</td>
            <td>{cite(share.cause.source())}</td>
        </tr>
    }
}
