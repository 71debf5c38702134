use yew::prelude::*;

use crate::{charts::Table, ui::parts::scroller::scroller};

/// A table of texts, which scrolls by itself where it is too large.
pub(super) fn data_table(label: impl Into<AttrValue>, class: &'static str, table: &Table) -> Html {
    let content = html! {
            <table>
                <thead>
                    <tr>
                        for name in &table.columns {
                            <th scope="col">{name}</th>
                        }
                    </tr>
                </thead>
                <tbody>
                    for row in &table.rows {
                        <tr>
                            for cell in row {
                                <td>{cell}</td>
                            }
                        </tr>
                    }
                </tbody>
            </table>
    };
    scroller(label, class, content)
}
