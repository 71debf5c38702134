//! Reads the advance widths of the bundled typeface into a table for `src/typeface`.

use std::{env, error::Error, fmt::Write as _, fs, path::Path};

use skrifa::{FontRef, MetadataProvider as _, instance::Size, metrics::GlyphMetrics};

const FACE: &str = "assets/fonts/public-sans.woff2";

/// The weights of `typeface::Weight`, in its order.
const WEIGHTS: [f32; 2] = [400.0, 600.0];

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rerun-if-changed={FACE}");
    let sfnt = wuff::decompress_woff2(&fs::read(FACE)?).map_err(|error| format!("{FACE}: {error:?}"))?;
    let font = FontRef::new(&sfnt)?;
    // Without a location the metrics are those of the file's default weight, which is 100.
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
        writeln!(rows, "    ({character:?}, {regular:?}, {bold:?}),")?;
        count += 1;
    }
    let table = format!(
        "/// The font's units to one em.\n\
         const UNITS_PER_EM: f64 = {units_per_em}.0;\n\
         /// Character, regular advance, bold advance in font units, sorted by character.\n\
         static ADVANCES: [(char, f64, f64); {count}] = [\n{rows}];\n"
    );
    fs::write(Path::new(&env::var("OUT_DIR")?).join("advances.rs"), table)?;
    Ok(())
}
