use yew::prelude::*;

use super::section::ResultSection;
use crate::{
    browser::{document, event},
    options::{OptionId, hosting},
    session::Action,
    ui::{act::Act, advice::Advised},
};

/// Identifier of the part of the page the tabs change.
pub(super) const PANEL: &str = "section";

#[derive(Properties, PartialEq)]
pub(super) struct SectionTabsProps {
    pub advised: Advised,
    pub looked_at: Option<OptionId>,
    pub section: ResultSection,
    pub onselect: Callback<ResultSection>,
    pub act: Act,
}

/// The tabs of the result, which stay in sight, and beside them whose architecture, bill, week and scores are shown. By
/// keyboard they are one stop, moved in with the arrow keys (WAI-ARIA Authoring Practices, tabs).
#[component]
pub(super) fn SectionTabs(props: &SectionTabsProps) -> Html {
    let SectionTabsProps { advised, looked_at, section, onselect, act } = props;
    let current = *section;
    let onkeydown = {
        let onselect = onselect.clone();
        move |key: KeyboardEvent| {
            let to = match key.key().as_str() {
                "ArrowRight" => current.neighbour(1),
                "ArrowLeft" => current.neighbour(-1),
                "Home" => ResultSection::Summary,
                "End" => ResultSection::Deliver,
                _ => return,
            };
            key.prevent_default();
            onselect.emit(to);
            document::move_focus(to.tab());
        }
    };
    html! {
        <div class="section-bar">
            <div role="tablist" aria-label="Sections" class="section-tabs" {onkeydown}>
                for section in ResultSection::ALL {
                    {tab(section, current, section.count(advised), onselect)}
                }
            </div>
            {option_chooser(advised, *looked_at, act)}
        </div>
    }
}

fn tab(
    section: ResultSection,
    current: ResultSection,
    count: Option<usize>,
    onselect: &Callback<ResultSection>,
) -> Html {
    let is_current = section == current;
    html! {
        <button
            type="button"
            role="tab"
            id={section.tab()}
            aria-selected={is_current.to_string()}
            aria-controls={PANEL}
            tabindex={if is_current { "0" } else { "-1" }}
            onclick={onselect.reform(move |_| section)}
        >
            {section.label()}
            if let Some(count) = count {
                <span class="count">{" "}{count}</span>
            }
        </button>
    }
}

/// The option that everything below is about: the first, until another is chosen here or in the ranking.
fn option_chooser(advised: &Advised, looked_at: Option<OptionId>, act: &Act) -> Html {
    let onchange = act.reform(|chosen: Event| {
        let option = hosting(&event::value(&chosen)).map(|hosting| hosting.id);
        Action::Look(option)
    });
    let shown = advised.looked_at(looked_at).map(|standing| standing.assessment.hosting.id);
    html! {
        <label class="chooser" for="option-shown">
            <span>{"Show"}</span>
            <select id="option-shown" {onchange}>
                for (at, standing) in advised.standings.iter().enumerate() {
                    <option
                        // The first is looked at as such: whatever comes first next is then looked at in its place.
                        value={if at == 0 { "" } else { standing.assessment.hosting.id.0 }}
                        selected={shown == Some(standing.assessment.hosting.id)}
                    >
                        {format!("{}. {}", at + 1, standing.assessment.hosting.name)}
                    </option>
                }
            </select>
        </label>
    }
}
