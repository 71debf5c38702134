use yew::prelude::*;

use crate::{
    report::{MOVE_HEADINGS, MoveRow, moves, today_status, today_told},
    ui::{
        advice::Advised,
        parts::{panel::panel, scroller::scroller},
    },
    units::text,
};

#[derive(Properties, PartialEq)]
pub(super) struct TodayPanelProps {
    pub advised: Advised,
}

/// What runs today, and what a move to each option saves, takes and when it has paid for itself.
#[component]
pub(super) fn TodayPanel(TodayPanelProps { advised }: &TodayPanelProps) -> Html {
    let (Some(today), Some(told)) = (&advised.today, today_told(advised)) else { return Html::default() };
    let content = html! {
        <>
            <p>{told}</p>
            <p>{text::sentence(&format!("In the simulated week it {}", today_status(today, &advised.answers)))}</p>
            {scroller("Moves from today", "scroller", html! {
                <table class="moves">
                    <thead>
                        <tr>
                            for heading in MOVE_HEADINGS {
                                <th scope="col">{text::capital(heading)}</th>
                            }
                        </tr>
                    </thead>
                    <tbody>
                        for MoveRow { name, saves, hours, costs, pays_after } in moves(advised) {
                            <tr key={name}>
                                <th scope="row">{name}</th>
                                <td class="number">{saves}</td>
                                <td class="number">{hours}</td>
                                <td class="number">{costs}</td>
                                <td>{pays_after}</td>
                            </tr>
                        }
                    </tbody>
                </table>
            })}
        </>
    };
    panel("today-title", "From what runs today", content)
}
