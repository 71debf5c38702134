//! The proposal: what goes onto paper. A cover, the decision, the architecture, costs, risks and next steps; behind them, as
//! an appendix, what all of it stands on.

use yew::prelude::*;

use super::{
    bill::bill_lines,
    diagram::PrintedArchitecture,
    downtime::downtime,
    findings::finding,
    option_charts::{OptionChart, Subject},
    points::points_table,
    proposal_costs::proposal_costs,
    ranking::Ranking,
    reasons::reasons,
    scenarios::{Detail, scenario_table},
};
use crate::kit::Kit;
use crate::{
    advice::{Finding, Severity},
    browser::clock,
    decision::{Standing, Verdict},
    report::facts,
    session::{Session, figures},
    ui::{
        act::Act,
        advice::Advised,
        background::{Sure, use_sureness},
        print::PrintedAnswers,
        scenarios::Compared,
        shared::Shared,
    },
    units::text,
    workload::{Assumption, Whose},
    workshop::Workshop,
};

/// How long a proposal's prices are good for, in days (convention).
const VALID_FOR: u32 = 30;

/// Who it is for, and who made it.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Addressed {
    pub client: String,
    pub author: String,
}

#[derive(Properties, PartialEq)]
pub(in crate::ui) struct ProposalProps {
    pub kit: Shared<Kit>,
    pub addressed: Addressed,
    pub session: Shared<Session>,
    pub advised: Advised,
    pub compared: Compared,
    /// The workshop it comes of, if there was one.
    pub workshop: Shared<Workshop>,
    pub act: Act,
}

/// All of it, for the option looked at.
#[component]
pub(in crate::ui) fn Proposal(props: &ProposalProps) -> Html {
    let ProposalProps { session, advised, compared, act, .. } = props;
    let sure = use_sureness();
    let looked_at = session.looked_at();
    let Some(standing) = advised.looked_at(looked_at) else { return Html::default() };
    html! {
        <article class="proposal">
            {cover(props, standing, &sure)}
            <section class="sheet">
                <h2>{"Decision"}</h2>
                <p class="lead">{text::sentence(&advised.headline.verdict)}</p>
                <p>{text::sentence(&advised.headline.reason)}</p>
                <Ranking {advised} {looked_at} {act} />
                if standing.verdict == Verdict::RuledOut {
                    {reasons(standing, &advised.answers, act)}
                }
                <OptionChart {advised} subject={Subject::Downtime} />
            </section>
            if compared.len() > 1 {
                <section class="sheet">
                    <h2>{"Scenarios"}</h2>
                    {scenario_table(compared, Detail::All)}
                </section>
            }
            <PrintedArchitecture {advised} {looked_at} />
            <section class="sheet">
                <h2>{"Costs"}</h2>
                {proposal_costs(standing, &advised.answers)}
                if sure.bands().is_some() {
                    <p class="quiet">{"The range of the monthly cost on the first page holds eight in ten of 1,000 possible futures."}</p>
                }
                <OptionChart {advised} subject={Subject::Cost} />
            </section>
            {risks(advised)}
            {next_steps(standing, advised)}
            <section class="sheet appendix">
                <h2>{"Appendix"}</h2>
                <h3>{"Bill: "}{standing.assessment.hosting.name}</h3>
                {bill_lines(session, advised, standing, act)}
                <h3>{"Expected downtime: "}{standing.assessment.hosting.name}</h3>
                {downtime(standing, advised)}
                <h3>{"Score breakdown"}</h3>
                {points_table(advised)}
                {excluded(advised, act)}
                <PrintedAnswers {session} />
                {decisions(&props.workshop)}
                <h3>{"Technical assumptions"}</h3>
                {assumptions(&advised.workload.assumptions)}
                <p class="small-print">{facts::disclaimer(advised)}</p>
            </section>
        </article>
    }
}

fn cover(props: &ProposalProps, standing: &Standing, sure: &Sure) -> Html {
    let ProposalProps { kit, addressed, advised, .. } = props;
    let author = match (addressed.author.as_str(), &kit.name) {
        ("", Some(name)) => name.clone(),
        ("", None) => String::new(),
        (author, _) => author.to_owned(),
    };
    let (today, until) = (clock::date(0), clock::date(VALID_FOR));
    let entries = [
        ("Prepared for", &addressed.client),
        ("Prepared by", &author),
        ("Date", &today),
        ("Prices valid until", &until),
    ];
    html! {
        <header class="sheet cover">
            if let Some(logo) = &kit.logo {
                <img class="logo" src={logo.address().to_owned()} alt="" />
            }
            <p class="kind">{"Hosting proposal"}</p>
            <h1>{standing.assessment.hosting.name}</h1>
            <p class="lead">{text::sentence(standing.assessment.hosting.summary)}</p>
            <dl class="figures">
                for figure in figures(advised, standing, sure.bands()) {
                    <div>
                        <dt>{figure.name}</dt>
                        <dd><strong>{figure.value}</strong><span>{figure.more}</span></dd>
                    </div>
                }
            </dl>
            <dl class="addressed">
                for (what, said) in entries.into_iter().filter(|(_, said)| !said.is_empty()) {
                    <div><dt>{what}</dt><dd>{said.clone()}</dd></div>
                }
            </dl>
        </header>
    }
}

fn risks(advised: &Advised) -> Html {
    let grave: Vec<&Finding> = advised.findings.iter().filter(|finding| finding.severity != Severity::Note).collect();
    if grave.is_empty() {
        return Html::default();
    }
    html! {
        <section class="sheet follows">
            <h2>{"Risks"}</h2>
            <ul class="findings">
                for found in grave {
                    {finding(found)}
                }
            </ul>
        </section>
    }
}

/// What is to be done: what is missed, what is to be decided, and setting it up.
fn next_steps(standing: &Standing, advised: &Advised) -> Html {
    let hosting = standing.assessment.hosting;
    let missed = standing
        .ruled_out
        .iter()
        .map(|ruled| format!("Agree on a change: the option qualifies {}.", ruled.remedy.text));
    let decided = advised.findings.iter().filter(|finding| finding.severity != Severity::Note);
    let decided = decided.map(|finding| text::sentence(&finding.remedy));
    let setup = format!(
        "Set it up: {} to {} hours, {} expected.",
        text::trimmed(hosting.setup.low.value(), 1),
        text::trimmed(hosting.setup.high.value(), 1),
        text::trimmed(hosting.setup.typical.value(), 1)
    );
    html! {
        <section class="sheet follows">
            <h2>{"Next steps"}</h2>
            <ol class="steps">
                for step in missed.chain(decided).chain([setup]) {
                    <li>{step}</li>
                }
            </ol>
            <p>{text::sentence(&format!("changes reach the site by this: {}", hosting.deployment))}</p>
        </section>
    }
}

/// What was decided in a workshop, by whom and why.
fn decisions(workshop: &Workshop) -> Html {
    let entries = workshop.log().entries();
    html! {
        if !entries.is_empty() {
            <h3>{"Decisions of the workshop"}</h3>
            <table class="decisions">
                <thead>
                    <tr>
                        for title in ["What", "Decided", "Before", "Who", "Why"] {
                            <th scope="col">{title}</th>
                        }
                    </tr>
                </thead>
                <tbody>
                    for entry in entries {
                        <tr>
                            <th scope="row">{entry.field.label()}</th>
                            <td>{entry.after()}</td>
                            <td>{entry.before()}</td>
                            <td>{&entry.who}</td>
                            <td>{&entry.why}</td>
                        </tr>
                    }
                </tbody>
            </table>
        }
    }
}

fn excluded(advised: &Advised, act: &Act) -> Html {
    let out = advised.standings.iter().filter(|standing| standing.verdict == Verdict::RuledOut);
    let out: Vec<_> = out.collect();
    html! {
        if !out.is_empty() {
            <h3>{"Excluded options"}</h3>
            <ol class="excluded">
                for standing in out {
                    <li>
                        <h4>{standing.assessment.hosting.name}</h4>
                        {reasons(standing, &advised.answers, act)}
                    </li>
                }
            </ol>
        }
    }
}

fn assumptions(assumptions: &[Assumption]) -> Html {
    html! {
        <table class="assumptions">
            <thead>
                <tr>
                    for title in ["Assumption", "Low", "Expected", "High", "Evidence"] {
                        <th scope="col">{title}</th>
                    }
                </tr>
            </thead>
            <tbody>
                for assumption in assumptions {
                    <tr class={if assumption.whose == Whose::Yours { "yours" } else { "" }}>
                        <th scope="row">
                            {assumption.parameter.name}
                            <small>{assumption.parameter.unit}{" "}{assumption.whose.label()}</small>
                        </th>
                        for value in assumption.used {
                            <td class="number">{text::significant(value, 3)}</td>
                        }
                        <td class="source">{text::capital(assumption.parameter.evidence)}</td>
                    </tr>
                }
            </tbody>
        </table>
    }
}
