//! Questions an architecture answers about its components.

use super::{Architecture, Component, ComponentId, Service};

impl Architecture {
    /// The component of that name.
    pub fn component(&self, id: ComponentId) -> Option<&Component> {
        self.components.iter().find(|component| component.id == id)
    }

    /// All components for which `wanted` says yes.
    pub fn all(&self, wanted: impl Fn(&Service) -> bool) -> impl Iterator<Item = &Component> {
        self.components.iter().filter(move |component| wanted(&component.service))
    }

    /// Whether there is a component for which `wanted` says yes.
    pub fn has(&self, wanted: impl Fn(&Service) -> bool) -> bool {
        self.components.iter().any(|component| wanted(&component.service))
    }
}
