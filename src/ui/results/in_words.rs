use yew::prelude::*;

use crate::diagram::{Connection, Entry, Outline};

/// The diagram for who cannot see it: its parts as nested lists in reading order, and what connects them.
pub(super) fn in_words(outline: &Outline) -> Html {
    html! {
        <details class="more in-words">
            <summary>{ "The diagram in words" }</summary>
            <ul class="outline">{ for outline.entries.iter().map(entry) }</ul>
            <div class="canvas" role="region" aria-label="Connections" tabindex="0">
                <table>
                    <caption>{ "Connections" }</caption>
                    <thead>
                        <tr><th scope="col">{ "From" }</th><th scope="col">{ "To" }</th><th scope="col">{ "What" }</th><th scope="col">{ "How" }</th></tr>
                    </thead>
                    <tbody>{ for outline.connections.iter().map(connection) }</tbody>
                </table>
            </div>
        </details>
    }
}

fn entry(of: &Entry) -> Html {
    match of {
        Entry::Group { name, entries, .. } => html! {
            <li>{ name }<ul>{ for entries.iter().map(entry) }</ul></li>
        },
        Entry::Part { number, name, size, role, .. } => html! {
            <li>
                { format!("{number}. ") }
                <strong>{ name }</strong>
                if !size.is_empty() { { format!(", {size}") } }
                { format!(": {role}.") }
            </li>
        },
    }
}

fn connection(of: &Connection) -> Html {
    html! {
        <tr>
            <td>{ &of.from }</td>
            <td>{ &of.to }</td>
            <td>{ of.what.meaning() }</td>
            <td>{ of.protocol }</td>
        </tr>
    }
}
