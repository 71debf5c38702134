use yew::prelude::*;

use crate::{
    diagram::{Connection, Entry, Outline},
    ui::parts::scroller::scroller,
};

/// The diagram for who cannot see it: its parts as nested lists in reading order, and what connects them.
pub(super) fn in_words(outline: &Outline) -> Html {
    html! {
        <details class="more in-words">
            <summary>{"Text version"}</summary>
            <ul class="outline">
                for part in &outline.entries {
                    {entry(part)}
                }
            </ul>
            {scroller("Connections", "canvas", html! {
                <table>
                    <caption>{"Connections"}</caption>
                    <thead>
                        <tr>
                            <th scope="col">{"From"}</th>
                            <th scope="col">{"To"}</th>
                            <th scope="col">{"What"}</th>
                            <th scope="col">{"How"}</th>
                        </tr>
                    </thead>
                    <tbody>
                        for link in &outline.connections {
                            {connection(link)}
                        }
                    </tbody>
                </table>
            })}
        </details>
    }
}

fn entry(of: &Entry) -> Html {
    match of {
        Entry::Group { name, entries, .. } => html! {
            <li>
                {name}
                <ul>
                    for part in entries {
                        {entry(part)}
                    }
                </ul>
            </li>
        },
        Entry::Part { number, name, size, role, .. } => html! {
            <li>
                {number}{". "}<strong>{name}</strong>
                if !size.is_empty() {
                    {", "}{size}
                }
                {": "}{role}{"."}
            </li>
        },
    }
}

fn connection(of: &Connection) -> Html {
    html! {
        <tr>
            <td>{&of.from}</td>
            <td>{&of.to}</td>
            <td>{of.what.meaning()}</td>
            <td>{of.protocol}</td>
        </tr>
    }
}
