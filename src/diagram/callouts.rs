//! The numbers on the picture, in the order in which it is read.

use super::{
    geometry::{Point, Rect},
    look,
    picture::{Callout, Orientation},
};
use crate::{
    architecture::{Architecture, Component, Place},
    units::ordered,
};

/// The number of every component, and the callouts they belong to. Equal parts in several zones share a number.
pub(super) fn number(
    architecture: &Architecture,
    rects: &[Rect],
    orientation: Orientation,
) -> (Vec<usize>, Vec<Callout>) {
    let place = |at: usize| {
        let (component, rect) = (&architecture.components[at], &rects[at]);
        // The deployment lane is a story of its own: it is read last.
        let lane = component.place == Place::Deployment;
        let (first, second) = match orientation {
            Orientation::Landscape => (rect.x, rect.y),
            Orientation::Portrait => (rect.y, rect.x),
        };
        (lane, first, second)
    };
    let order = ordered(0..architecture.components.len().min(rects.len()), |a, b| place(*a).cmp(&place(*b)));
    let mut numbers = vec![0; rects.len()];
    let mut callouts: Vec<Callout> = Vec::new();
    for at in order {
        let (component, rect) = (&architecture.components[at], &rects[at]);
        let corner = Point { x: rect.x, y: rect.y };
        let same = callouts.iter_mut().find(|callout| is_same(architecture, callout, component));
        numbers[at] = match same {
            Some(callout) => {
                callout.components.push(component.id);
                callout.at.push(corner);
                callout.number
            }
            None => {
                let number = callouts.len() + 1;
                callouts.push(Callout {
                    number,
                    components: vec![component.id],
                    name: look::full_name(component),
                    size: component.size.clone(),
                    role: component.role.clone(),
                    at: vec![corner],
                });
                number
            }
        };
    }
    (numbers, callouts)
}

fn is_same(architecture: &Architecture, callout: &Callout, component: &Component) -> bool {
    callout
        .components
        .first()
        .and_then(|id| architecture.component(*id))
        .is_some_and(|first| first.service == component.service && first.role == component.role)
}
