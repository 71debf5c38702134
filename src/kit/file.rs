use std::str::FromStr;

use serde::Deserialize;

use super::{
    Colour, Logo, Target,
    given::{Given, Words},
    line::Line,
};
use crate::{
    questionnaire::{PRESETS, Preset, Token, preset},
    session::Appearance,
    units::text,
};

/// A kit as a file has it, or the attributes after `data-`.
#[derive(Debug, Default, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema), schemars(title = "Groundplan kit"))]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct KitFile {
    /// Whose page this is.
    #[cfg_attr(not(target_arch = "wasm32"), schemars(schema_with = "super::schema::line"))]
    pub(super) name: Given<Line>,
    /// Their sign: a picture as data.
    #[cfg_attr(not(target_arch = "wasm32"), schemars(schema_with = "super::schema::logo"))]
    pub(super) logo: Given<Logo>,
    /// Their colour; it is made legible on light and on dark grounds.
    #[cfg_attr(not(target_arch = "wasm32"), schemars(schema_with = "super::schema::colour"))]
    pub(super) accent: Given<Colour>,
    /// Light, dark, or as the reader's device is set.
    #[cfg_attr(not(target_arch = "wasm32"), schemars(with = "Token<Appearance>"))]
    pub(super) theme: Given<Token<Appearance>>,
    /// What stands on the button after the answer.
    #[cfg_attr(not(target_arch = "wasm32"), schemars(schema_with = "super::schema::line"))]
    pub(super) cta_label: Given<Line>,
    /// Where the button leads: an https: or mailto: address, with or without the blanks {summary} and {link}.
    #[cfg_attr(not(target_arch = "wasm32"), schemars(schema_with = "super::schema::address"))]
    pub(super) cta_url: Given<Target>,
    /// The options to show and to recommend from: two or more, or all where nothing is said.
    #[cfg_attr(not(target_arch = "wasm32"), schemars(schema_with = "super::schema::options"))]
    pub(super) options: Words,
    /// The example site to start from.
    #[cfg_attr(not(target_arch = "wasm32"), schemars(schema_with = "super::schema::preset"))]
    pub(super) preset: Given<KnownPreset>,
    /// The AWS region to start from.
    #[cfg_attr(not(target_arch = "wasm32"), schemars(schema_with = "super::schema::region"))]
    pub(super) region: Given<String>,
    /// The currency amounts are shown in; it needs `exchange` beside it.
    #[cfg_attr(not(target_arch = "wasm32"), schemars(schema_with = "super::schema::currency"))]
    pub(super) currency: Given<String>,
    /// What one US dollar is in that currency.
    #[cfg_attr(not(target_arch = "wasm32"), schemars(schema_with = "super::schema::figure"))]
    pub(super) exchange: Given<String>,
    /// What an hour of work costs, in that currency.
    #[cfg_attr(not(target_arch = "wasm32"), schemars(schema_with = "super::schema::figure"))]
    pub(super) rate: Given<String>,
    /// Value added tax put on top, in per cent.
    #[cfg_attr(not(target_arch = "wasm32"), schemars(schema_with = "super::schema::figure"))]
    pub(super) vat: Given<String>,
}

/// A preset by its key.
#[derive(Clone, Copy)]
pub(super) struct KnownPreset(pub(super) &'static Preset);

impl FromStr for KnownPreset {
    type Err = String;

    fn from_str(given: &str) -> Result<Self, String> {
        preset(given).map(Self).ok_or_else(|| {
            let known: Vec<_> = PRESETS.iter().map(|preset| preset.id).collect();
            format!("must be one of {}; \"{}\" is not among them", known.join(", "), text::cut(given, 40))
        })
    }
}

impl std::fmt::Debug for KnownPreset {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.0.id)
    }
}
