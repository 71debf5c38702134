use std::fmt::Write as _;

use yew::prelude::*;

use crate::{traffic_log::Traffic, units::text};

/// Height of the chart in its own units.
const HEIGHT: f64 = 100.0;

/// What made PHP run, hour by hour, over the last fourteen days of the log: people, bots, attacks.
pub(super) fn hours_chart(traffic: &Traffic) -> Html {
    let hours = &traffic.hours;
    let most = hours.iter().map(|hour| hour.iter().sum::<u32>()).max().unwrap_or(0);
    if most == 0 {
        return Html::default();
    }
    let width = hours.len().max(24);
    let layer = |from: usize| {
        let mut path = String::new();
        for (at, hour) in hours.iter().enumerate() {
            let scale = HEIGHT / f64::from(most);
            let below = f64::from(hour[..from].iter().sum::<u32>()) * scale;
            let height = f64::from(hour[from]) * scale;
            if height > 0.0 {
                // Writing to a text does not fail.
                let _ = write!(path, "M{at} {:.2}h1v{:.2}h-1z", HEIGHT - below - height, height);
            }
        }
        path
    };
    let told = format!(
        "PHP requests by hour over {} days; the busiest hour has {}.",
        text::grouped((hours.len() as f64 / 24.0).ceil()),
        text::grouped(f64::from(most))
    );
    html! {
        <figure class="log-chart">
            <svg viewBox={format!("0 0 {width} {HEIGHT}")} preserveAspectRatio="none" role="img" aria-label={told.clone()}>
                <path class="log-people" d={layer(0)} />
                <path class="log-bots" d={layer(1)} />
                <path class="log-floods" d={layer(2)} />
            </svg>
            <figcaption class="hint">
                <span class="log-key log-people">{"People"}</span>
                <span class="log-key log-bots">{"Bots that say so"}</span>
                <span class="log-key log-floods">{"Attacks and single heavy clients"}</span>
                <span>{told}</span>
            </figcaption>
        </figure>
    }
}
