use super::Colour;

/// The contrast text needs against what is behind it (WCAG 2.2, 1.4.3, level AA).
const LEGIBLE: f64 = 4.5;

/// What an accent may lie on, from assets/css/palette.css: ground, panel, raised, sunk.
const LIGHT: [Colour; 4] = [Colour::WHITE, Colour::new(0xf6, 0xf7, 0xf9), Colour::WHITE, Colour::new(0xe9, 0xed, 0xf1)];
const DARK: [Colour; 4] = [
    Colour::new(0x11, 0x15, 0x1a),
    Colour::new(0x17, 0x1c, 0x22),
    Colour::new(0x1d, 0x23, 0x2b),
    Colour::new(0x2a, 0x32, 0x3c),
];
/// What is written on an accent in the dark.
const NIGHT: Colour = Colour::new(0x0b, 0x16, 0x20);

/// A brand colour made legible: as near to the one given as the contrast allows, in light and in dark.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Accent {
    /// On light grounds.
    pub light: Shade,
    /// On dark grounds.
    pub dark: Shade,
}

/// An accent on grounds of one kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Shade {
    /// The accent: legible as text on every ground, and as a ground under `on`.
    pub accent: Colour,
    /// What is written on it.
    pub on: Colour,
    /// A breath of it, as a ground for things that are chosen.
    pub soft: Colour,
}

impl Accent {
    /// The brand colour, darkened for light grounds and lightened for dark ones as far as it takes.
    pub fn of(brand: Colour) -> Self {
        Self {
            light: shade(brand, Colour::BLACK, Colour::WHITE, &LIGHT),
            dark: shade(brand, Colour::WHITE, NIGHT, &DARK),
        }
    }

    /// The page's three colours of it, as values of CSS for `--accent`, `--on-accent` and `--accent-soft`.
    pub fn properties(&self) -> [(&'static str, String); 3] {
        let pair = |of: fn(&Shade) -> Colour| format!("light-dark({}, {})", of(&self.light), of(&self.dark));
        [
            ("--accent", pair(|shade| shade.accent)),
            ("--on-accent", pair(|shade| shade.on)),
            ("--accent-soft", pair(|shade| shade.soft)),
        ]
    }
}

fn shade(brand: Colour, towards: Colour, on: Colour, grounds: &[Colour; 4]) -> Shade {
    let made = |hundredths| {
        let accent = brand.towards(towards, hundredths);
        Shade { accent, on, soft: grounds[0].towards(accent, 10) }
    };
    let legible = |shade: &Shade| {
        let behind = grounds.iter().chain([&shade.soft, &shade.on]);
        behind.copied().all(|ground| shade.accent.contrast(ground) >= LEGIBLE)
    };
    (0..=100).map(made).find(legible).unwrap_or_else(|| made(100))
}

#[cfg(test)]
mod tests {
    use super::*;

    const CORNERS: [u8; 5] = [0, 64, 128, 200, 255];

    #[test]
    fn whatever_is_given_stays_legible() {
        for red in CORNERS {
            for green in CORNERS {
                for blue in CORNERS {
                    let brand = Colour::new(red, green, blue);
                    let Accent { light, dark } = Accent::of(brand);
                    for (shade, grounds) in [(light, LIGHT), (dark, DARK)] {
                        for ground in grounds.into_iter().chain([shade.soft, shade.on]) {
                            let contrast = shade.accent.contrast(ground);
                            assert!(contrast >= LEGIBLE, "{brand} became {} on {ground}: {contrast}", shade.accent);
                        }
                    }
                }
            }
        }
    }

    #[test]
    fn a_colour_that_is_legible_already_is_left_alone() {
        let blue = Colour::new(0x0b, 0x5f, 0xa5);
        assert_eq!(Accent::of(blue).light.accent, blue);
        let sky = Colour::new(0x9c, 0xd0, 0xff);
        assert_eq!(Accent::of(sky).dark.accent, sky);
    }

    #[test]
    fn the_grounds_are_those_of_the_page() {
        let palette = include_str!("../../assets/css/palette.css");
        for (name, (light, dark)) in ["ground", "panel", "raised", "sunk"].into_iter().zip(LIGHT.into_iter().zip(DARK))
        {
            let line = format!("--{name}: light-dark({light}, {dark});");
            assert!(palette.contains(&line), "the palette does not say {line}");
        }
        for (name, _) in Accent::of(Colour::BLACK).properties() {
            assert!(palette.contains(&format!("{name}:")), "the palette has no {name}");
        }
    }
}
