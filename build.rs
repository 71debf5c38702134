//! Writes what `src/typeface` knows of the bundled typeface: a table of advance widths, and the file as a `data:` address.

use std::{env, error::Error, fmt::Write as _, fs, path::Path};

use base64::{Engine as _, prelude::BASE64_STANDARD};
use skrifa::{FontRef, MetadataProvider as _, instance::Size, metrics::GlyphMetrics};

const FACE: &str = "assets/fonts/public-sans.woff2";

/// The weights of `typeface::Weight`, in its order.
const WEIGHTS: [f32; 2] = [400.0, 600.0];

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rerun-if-changed={FACE}");
    let woff2 = fs::read(FACE)?;
    let sfnt = wuff::decompress_woff2(&woff2).map_err(|error| format!("{FACE}: {error}"))?;
    let font = FontRef::new(&sfnt)?;
    // Without a location the metrics are those of the default weight of the file.
    let [regular, bold] = WEIGHTS.map(|weight| font.axes().location([("wght", weight)]));
    let regular = GlyphMetrics::new(&font, Size::unscaled(), &regular);
    let bold = GlyphMetrics::new(&font, Size::unscaled(), &bold);
    let units_per_em = font.metrics(Size::unscaled(), skrifa::instance::LocationRef::default()).units_per_em;

    let mut rows = String::new();
    let mut count = 0;
    for (character, glyph) in font.charmap().mappings() {
        let character = char::from_u32(character).ok_or("a mapping of what is no character")?;
        let advance = |metrics: &GlyphMetrics| metrics.advance_width(glyph).ok_or("a glyph without an advance");
        let (regular, bold) = (advance(&regular)?, advance(&bold)?);
        writeln!(rows, "    ('{}', {regular}, {bold}),", character.escape_unicode())?;
        count += 1;
    }
    let table = format!(
        "/// The font's units to one em.\n\
         const UNITS_PER_EM: f64 = {units_per_em}.0;\n\
         /// Character, regular advance, bold advance in font units, sorted by character.\n\
         static ADVANCES: [(char, u16, u16); {count}] = [\n{rows}];\n"
    );
    let out = env::var("OUT_DIR")?;
    fs::write(Path::new(&out).join("advances.rs"), table)?;
    let address = format!("data:font/woff2;base64,{}", BASE64_STANDARD.encode(&woff2));
    fs::write(Path::new(&out).join("face.txt"), address)?;
    Ok(())
}
