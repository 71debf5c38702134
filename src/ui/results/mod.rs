//! What comes of the answers: the verdict, the ranking of all options, and everything that stands behind them, a section at
//! a time.

mod assumptions;
mod bill;
mod bill_line;
mod changes;
mod chart_figure;
mod checklist;
mod chosen;
mod data_table;
mod deliver;
mod design_map;
mod diagram;
mod downtime;
mod excluded;
mod failure_chooser;
mod findings;
mod in_words;
mod missed;
mod odds;
mod odds_line;
mod odds_map;
mod odds_method;
mod odds_outlook;
mod odds_table;
mod odds_turning;
mod option_charts;
mod option_panel;
mod picture;
mod plan;
mod points;
mod proposal;
mod proposal_costs;
mod ranking;
mod reasons;
mod save_picture;
mod scenarios;
mod score_bar;
mod section;
mod section_tabs;
mod siblings;
mod stage_picture;
mod summary;
mod today;
mod verdict;
mod week;
mod week_chart;
mod week_events;
mod week_examples;
mod worked_out;

use yew::prelude::*;

use assumptions::AssumptionsPanel;
use bill::BillPanel;
use checklist::ChecklistPanel;
use deliver::DeliverPanel;
use diagram::DiagramPanel;
use downtime::DowntimePanel;
use excluded::ExcludedPanel;
use findings::FindingsPanel;
use odds::OddsSection;
use option_charts::{CostCurveChart, OptionChart, Subject};
use option_panel::OptionPanel;
use plan::PlanPanel;
use points::PointsPanel;
pub(super) use proposal::{Addressed, Proposal};
use scenarios::ScenariosPanel;
pub(super) use scenarios::{Detail, scenario_additions, scenario_bar, scenario_table};
pub(super) use score_bar::score_bar;
use section::ResultSection;
use section_tabs::{PANEL, SectionTabs};
use siblings::SiblingsPanel;
pub(super) use stage_picture::stage_picture;
use summary::summary;
use today::TodayPanel;
use verdict::verdict;
pub(super) use verdict::verdict_bar;
use week::WeekPanel;

use super::{
    act::Act,
    advice::{Advised, State},
    home::Home,
    scenarios::Compared,
    shared::Shared,
};
use crate::{browser::document, report::facts, session::Session};

#[derive(Properties, PartialEq)]
pub(super) struct ResultsProps {
    pub session: Shared<Session>,
    pub advised: Advised,
    pub compared: Compared,
    /// Whether the advice is on the present answers already.
    pub state: State,
    /// The advice it is compared with.
    pub before: Option<Advised>,
    pub home: Home,
    pub act: Act,
    /// A consultant's call to action: below all of it, and inside another page right after the verdict.
    pub children: Html,
}

/// Identifier of the answer inside another page: the verdict, and what can be done with it.
pub(super) const ANSWER: &str = "answer";

/// The recommendation and all that stands behind it, a section at a time.
#[component]
pub(super) fn Results(
    ResultsProps { session, advised, compared, state, before, home, act, children }: &ResultsProps,
) -> Html {
    let section = use_state_eq(|| ResultSection::Summary);
    let onselect = use_callback(section.setter(), |to: ResultSection, section| {
        section.set(to);
        document::scroll_up_to(PANEL);
    });
    let before = before.as_ref();
    let is_within = matches!(home, Home::Within(_));
    let add_scenario =
        if session.scenarios().is_single() { scenarios::add("Add a scenario", session, act) } else { Html::default() };
    html! {
        <section class="results" id="result" aria-label="Recommendation" aria-busy={(*state == State::Searching).to_string()} tabindex="-1">
            {scenario_bar(session, compared, act, Some(onselect.reform(|_| ResultSection::Compare)))}
            if is_within {
                <div id={ANSWER} class="answer">
                    {verdict(session, advised, before, Html::default(), act)}
                    {children.clone()}
                </div>
            } else {
                {verdict(session, advised, before, add_scenario, act)}
            }
            <SectionTabs {advised} looked_at={session.looked_at()} section={*section} onselect={onselect.clone()} {act} />
            <div class="section-panel" id={PANEL} role="tabpanel" aria-labelledby={section.tab()}>
                {content(*section, session, advised, compared, before, act, &onselect)}
            </div>
            if !is_within {
                {children.clone()}
            }
            <footer class="small-print"><p>{facts::disclaimer(advised)}</p></footer>
        </section>
    }
}

fn content(
    section: ResultSection,
    session: &Shared<Session>,
    advised: &Advised,
    compared: &Compared,
    before: Option<&Advised>,
    act: &Act,
    onselect: &Callback<ResultSection>,
) -> Html {
    let looked_at = session.looked_at();
    match section {
        ResultSection::Summary => summary(session, advised, before, act, onselect),
        ResultSection::Architecture => html! {
            <>
                <DiagramPanel {advised} {looked_at} />
                <PlanPanel {advised} {looked_at} {act} />
            </>
        },
        ResultSection::Costs => html! {
            <>
                <OptionChart {advised} subject={Subject::Cost} />
                <CostCurveChart {advised} />
                <BillPanel {session} {advised} {act} />
            </>
        },
        ResultSection::LoadTest => html! {
            <WeekPanel
                {advised}
                {looked_at}
                what_ifs={session.what_ifs().clone()}
                appearance={session.appearance()}
                {act}
            />
        },
        ResultSection::Sureness => html! { <OddsSection {advised} {act} /> },
        ResultSection::Risks => html! {
            <>
                <FindingsPanel {advised} />
                <OptionChart {advised} subject={Subject::Downtime} />
                <DowntimePanel {advised} {looked_at} />
                <ChecklistPanel {advised} />
            </>
        },
        ResultSection::Assumptions => html! { <AssumptionsPanel {session} {advised} {act} /> },
        ResultSection::Deliver => html! { <DeliverPanel {advised} {looked_at} /> },
        ResultSection::Compare => html! {
            <>
                <ScenariosPanel {session} compared={compared.clone()} {act} />
                <TodayPanel {advised} />
                <OptionChart {advised} subject={Subject::Score} />
                <SiblingsPanel {advised} />
                <OptionPanel {advised} {looked_at} />
                <PointsPanel {advised} {looked_at} />
                <ExcludedPanel {advised} {act} />
            </>
        },
    }
}

#[cfg(all(test, feature = "ssr", not(target_arch = "wasm32")))]
mod tests {
    use expect_test::expect;

    use super::*;
    use crate::ui::{advice::AdviceCache, scenarios::Advisable, testing::drawn_html};

    /// `tests/page.rs` reads the page as it opens, with the first section; here are the headings of all.
    #[test]
    fn each_section_has_its_panels() {
        let session = Shared::new(Session::default());
        let advised = AdviceCache::default().advise(session.answers(), &[]);
        let compared = [Advisable { name: "Scenario A".into(), advised: Some(advised.clone()) }].into();
        let mut listed = String::new();
        for section in ResultSection::ALL {
            let html =
                drawn_html(content(section, &session, &advised, &compared, None, &Act::noop(), &Callback::noop()));
            let ids = html.split("<h2 id=\"").skip(1).filter_map(|rest| rest.split('"').next());
            let ids: String = ids.map(|id| format!(" {id}")).collect();
            listed += &format!("{}:{ids}\n", section.label());
        }
        expect![[r#"
            Summary:
            Architecture: diagram-title plan-title
            Costs: bill-title
            Load test: week-title
            How sure: odds-title turning-title outlook-title map-title method-title
            Risks: findings-title downtime-title checklist-title
            Assumptions: assumptions-title
            Compare: scenarios-title option-title points-title excluded-title
            Deliver: deliver-title
        "#]]
        .assert_eq(&listed);
    }
}
