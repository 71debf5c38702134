use yew::prelude::*;

/// Low, typical and high on one axis, each 0 to 1, and a limit as a line across; the number beside it says the typical one.
pub(crate) fn cost_range([low, typical, high]: [f64; 3], limit: Option<f64>) -> Html {
    let x = |share: f64| format!("{:.1}", 4.0 + share.clamp(0.0, 1.0) * 92.0);
    let limit = limit.filter(|limit| (0.0..=1.0).contains(limit));
    html! {
        <svg class="cost-range" viewBox="0 0 100 16" aria-hidden="true">
            <path class="between" d={format!("M{} 8H{}", x(low), x(high))} />
            <path class="ends" d={format!("M{} 4V12M{} 4V12", x(low), x(high))} />
            if let Some(limit) = limit {
                <path class="limit" d={format!("M{} 0V16", x(limit))} />
            }
            <circle cx={x(typical)} cy="8" r="3.5" />
        </svg>
    }
}
