// The picture where the bundled typeface cannot be had and DejaVu Sans is the only other font.

import assert from "node:assert/strict";
import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { test } from "node:test";
import { fileURLToPath, pathToFileURL } from "node:url";
import { MISSING, dejaVuAlone } from "./harness/dejavu.mjs";
import { openPage, screenshot } from "./harness/journey.mjs";
import { assertNoneOverlap, measure, save } from "./harness/picture.mjs";

// The browser that the harness starts before the first test knows that font alone.
if (!MISSING) process.env.FONTCONFIG_FILE = dejaVuAlone();

/** The page without its typeface: a console error tells of it. */
const openWithout = (options) => openPage({ without: "**/*.woff2", quiet: false, ...options });

for (const width of [1440, 820, 390]) {
  test(`names, titles and costs keep apart in DejaVu Sans, ${width} px wide`, { skip: MISSING }, async () => {
    const page = await openWithout({ width });
    const [any, dejaVu, ours] = await page.evaluate(() => {
      const context = document.createElement("canvas").getContext("2d");
      return ["sans-serif", "DejaVu Sans", "Public Sans, monospace"].map((family) => {
        context.font = `13px ${family}`;
        return context.measureText("Administration, outbound").width;
      });
    });
    // The typeface makes 153 px of it.
    assert.ok(any === dejaVu && any === ours && any > 160, `the browser has other fonts: ${[any, dejaVu, ours]}`);
    await assertNoneOverlap(page);
    await screenshot(page, `other-font-${width}`);
  });
}

test("a saved picture holds in another font, and has the typeface where there is no other", { skip: MISSING }, async () => {
  const saved = {};
  for (const [name, open] of [["with", openPage], ["without", openWithout]]) {
    const page = await open();
    await page.locator("#option-shown").selectOption("efs");
    await page.getByRole("tab", { name: "Architecture" }).click();
    saved[name] = { svg: (await save(page, "SVG")).data.toString(), png: (await save(page, "PNG")).data };
  }
  assert.match(saved.with.svg, /<style>@font-face\{[^}]*data:font\/woff2;base64,[^}]*\}/);
  assert.equal(saved.with.svg.replace(/@font-face\{[^}]*\}/, ""), saved.without.svg);
  assert.ok(!saved.with.png.equals(saved.without.png), "the PNG file is drawn in the typeface");

  const output = fileURLToPath(new URL("output/", import.meta.url));
  await mkdir(output, { recursive: true });
  for (const name of ["with", "without"]) {
    const file = path.join(output, `saved-${name}.svg`);
    await writeFile(file, saved[name].svg);
    const page = await openPage({ url: pathToFileURL(file).href, started: false });
    assert.deepEqual((await measure(page)).faults, [], `${name} the typeface`);
    await page.locator(":root").screenshot({ path: file.replace(/svg$/, "png"), caret: "initial" });
  }
});
